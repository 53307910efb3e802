//! The changes to glossaries that were made, to be taken back and made again.
//!
//! Knows no file: what is to be written is an order to whoever has them.

use super::effect::{Order, Step, Written};
use crate::glossary::change::Change;

/// What was done and what was undone, the latest last.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Past>,
    undone: Vec<Past>,
}

/// A change that was made.
#[derive(Clone, Debug)]
struct Past {
    layer: String,
    undo: Change,
    redo: Change,
}

/// More than these are forgotten.
const MOST: usize = 100;

impl History {
    /// The order that takes the last change back.
    #[must_use]
    pub fn undo(&self) -> Option<Order> {
        let past = self.done.last()?;
        Some(Order { layer: Some(past.layer.clone()), change: past.undo.clone(), step: Step::Undo })
    }

    /// The order that makes the last change again that was taken back.
    #[must_use]
    pub fn redo(&self) -> Option<Order> {
        let past = self.undone.last()?;
        Some(Order { layer: Some(past.layer.clone()), change: past.redo.clone(), step: Step::Redo })
    }

    /// Remembers what was written.
    pub fn record(&mut self, written: &Written) {
        match written.order.step {
            Step::Save => {
                self.undone.clear();
                self.done.extend(past(written));
                let surplus = self.done.len().saturating_sub(MOST);
                self.done.drain(..surplus);
            }
            Step::Undo => self.undone.extend(self.done.pop()),
            Step::Redo => self.done.extend(self.undone.pop()),
        }
    }
}

/// How a change is taken back and made again.
fn past(written: &Written) -> Option<Past> {
    let after = written.after.clone()?;
    let seen = Box::new(after.entry);
    let (undo, redo) = match &written.before {
        None => (Change::Remove { seen }, written.order.change.clone()),
        Some(before) => {
            let was = Box::new(before.entry.clone());
            let (old, new) = (before.text.clone(), after.text);
            (
                Change::Rewrite { seen, from: new.clone(), text: old.clone() },
                Change::Rewrite { seen: was, from: old, text: new },
            )
        }
    };
    Some(Past { layer: written.layer.clone(), undo, redo })
}
