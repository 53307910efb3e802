//! The places that a reader jumped from, to go back to them and forward again.
//!
//! Knows places by the names of their articles; opens nothing.

use super::effect::{ArticleId, Effect, Place};
use super::screen::reading::Reading;
use super::{App, Screen};

/// A place in any article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The article.
    pub id: ArticleId,
    /// The number of the block, from 0.
    pub block: usize,
    /// The byte of the block's text.
    pub byte: usize,
}

/// The places, the oldest first, and the one the reader went back to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    spots: Vec<Spot>,
    /// The number of the place gone back to; as many as there are when the reader is at none.
    at: usize,
}

/// More places than these are forgotten.
const MOST: usize = 100;

impl Trail {
    /// The trail of these places.
    #[must_use]
    pub fn new(spots: Vec<Spot>) -> Self {
        Self { at: spots.len(), spots }
    }

    /// Keeps the place that the reader jumps away from.
    pub fn leave(&mut self, from: Spot) {
        self.spots.retain(|spot| !spot.is_beside(&from));
        self.spots.push(from);
        self.spots.drain(..self.spots.len().saturating_sub(MOST));
        self.at = self.spots.len();
    }

    /// The place before this one; `here` is kept to come forward to.
    pub fn back(&mut self, here: Option<Spot>) -> Option<Spot> {
        let before = self.spots[..self.at].iter().rposition(|spot| here.as_ref() != Some(spot))?;
        let found = self.spots[before].clone();
        if self.at == self.spots.len() {
            here.into_iter().for_each(|here| self.leave(here));
        }
        self.at = self.spots.iter().position(|spot| *spot == found).unwrap_or(0);
        Some(found)
    }

    /// The place after this one.
    pub fn forward(&mut self) -> Option<Spot> {
        let found = self.spots.get(self.at + 1)?.clone();
        self.at += 1;
        Some(found)
    }

    /// Forgets the places in an article that can no longer be had.
    pub fn forget(&mut self, id: &str) {
        let before = self.spots.iter().take(self.at).filter(|spot| spot.id == id).count();
        self.at -= before;
        self.spots.retain(|spot| spot.id != id);
        self.at = self.at.min(self.spots.len());
    }
}

impl Spot {
    /// True of two places in one block: to go from one to the other is no journey.
    fn is_beside(&self, other: &Self) -> bool {
        (&self.id, self.block) == (&other.id, other.block)
    }
}

impl App {
    /// Where the reader is.
    pub(super) fn spot(&self) -> Option<Spot> {
        let reading = self.reading.as_ref()?;
        let Place { block, byte, .. } = reading.place();
        Some(Spot { id: reading.id.clone(), block, byte })
    }

    /// Keeps the place `from` that the reader jumped away from, if they did.
    pub(super) fn left(&mut self, from: Option<Spot>) {
        if let Some(from) = from.filter(|from| Some(from) != self.spot().as_ref()) {
            self.outbox.push(Effect::SaveJump(from.clone()));
            self.trail.leave(from);
        }
    }

    /// Does something that leads elsewhere in the article.
    pub(super) fn jump(&mut self, action: impl FnOnce(&mut Reading) -> Option<String>) {
        let from = self.spot();
        self.read(action);
        self.left(from);
    }

    /// Goes back to where the reader jumped from.
    pub(super) fn jump_back(&mut self) {
        let here = self.spot();
        match self.trail.back(here) {
            Some(spot) => self.go_to(spot),
            None => self.message = Some("There is no earlier place.".into()),
        }
    }

    /// Goes forward again.
    pub(super) fn jump_forward(&mut self) {
        match self.trail.forward() {
            Some(spot) => self.go_to(spot),
            None => self.message = Some("There is no later place.".into()),
        }
    }

    /// Goes to a place, in another article once that is here.
    fn go_to(&mut self, spot: Spot) {
        let place = Place { block: spot.block, byte: spot.byte, percent: 0 };
        match &mut self.reading {
            Some(reading) if reading.id == spot.id => {
                self.screen = Screen::Reading;
                self.read(|reading| reading.jump_to(place));
            }
            _ => {
                self.outbox.push(Effect::Open(spot.id.clone()));
                self.awaited = Some(spot);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn spot(block: usize) -> Spot {
        Spot { id: "a".into(), block, byte: 0 }
    }

    fn blocks(trail: &Trail) -> Vec<usize> {
        trail.spots.iter().map(|spot| spot.block).collect()
    }

    #[test]
    fn one_goes_back_and_forward_again() {
        let mut trail = Trail::default();
        assert_eq!((trail.back(Some(spot(0))), trail.forward()), (None, None));
        [1, 5, 9].into_iter().for_each(|block| trail.leave(spot(block)));
        assert_eq!(trail.back(Some(spot(20))), Some(spot(9)));
        assert_eq!(trail.back(Some(spot(9))), Some(spot(5)));
        assert_eq!(trail.forward(), Some(spot(9)));
        assert_eq!((trail.forward(), trail.forward()), (Some(spot(20)), None));
        assert_eq!(blocks(&trail), [1, 5, 9, 20]);
        assert_eq!(trail.back(Some(spot(20))), Some(spot(9)));
        trail.leave(spot(9));
        assert_eq!(blocks(&trail), [1, 5, 20, 9], "a new jump is the last");
    }

    #[test]
    fn an_article_that_is_gone_is_forgotten() {
        let mut trail = Trail::new(vec![spot(1), Spot { id: "b".into(), block: 2, byte: 0 }, spot(3)]);
        trail.forget("b");
        assert_eq!(trail.back(None), Some(spot(3)));
        assert_eq!(trail.back(None), Some(spot(1)));
    }

    proptest! {
        #[test]
        fn no_order_of_jumps_loses_the_way(steps in prop::collection::vec((0..4_u8, 0..6_usize), 0..60)) {
            let mut trail = Trail::default();
            for (step, block) in steps {
                match step {
                    0 => trail.leave(spot(block)),
                    1 => _ = trail.back(Some(spot(block))),
                    2 => _ = trail.forward(),
                    _ => trail.forget(if block == 0 { "a" } else { "b" }),
                }
                prop_assert!(trail.at <= trail.spots.len());
                let mut seen = blocks(&trail);
                seen.sort_unstable();
                seen.dedup();
                prop_assert_eq!(seen.len(), trail.spots.len());
            }
        }
    }
}
