//! What is known of words beside one another, ready as it lies in memory.
//!
//! The tables that people write are in `data`; they are read when the program is built.

use super::constraint;
use super::context::Steps;
use super::rare::Rare;
use crate::pack;

/// The tables by which a reading is chosen.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    /// What a word cannot be beside its neighbours.
    pub constraints: constraint::Table,
    /// What each step from one part of speech to the next costs.
    pub steps: Steps,
    /// What a form hardly ever is.
    pub rare: Rare,
}

impl Grammar {
    /// The tables as bytes, for [`Grammar::unpack`].
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        pack::pack(&[&self.constraints.pack(), self.steps.pack(), &self.rare.pack()])
    }

    /// The tables that were packed: nothing is copied. `None` when the bytes are not those.
    #[must_use]
    pub fn unpack(packed: &'static [u8]) -> Option<Self> {
        let [constraints, steps, rare] = pack::sections(packed)?.try_into().ok()?;
        Some(Self {
            constraints: constraint::Table::unpack(constraints)?,
            steps: Steps::unpack(steps)?,
            rare: Rare::unpack(rare)?,
        })
    }
}
