//! A list of which some lines are left by a filter, and one is chosen.
//!
//! Knows the texts of its lines, not what they stand for.

use super::Travel;
use crate::app::input::Input;
use crate::app::keymap::Chord;
use crate::app::pick::ranked;

/// What is typed to leave fewer lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The letters.
    pub input: Input,
    /// True when every letter goes here: something is typed, or `/` was pressed.
    pub is_open: bool,
}

/// The lines that are left, the chosen one, and the first on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    texts: Vec<String>,
    left: Vec<usize>,
    at: usize,
    /// The first line on the screen, among those that are left.
    pub top: usize,
    height: usize,
}

impl Filter {
    /// Does what `chord` does to the text; true when it did something.
    pub fn edit(&mut self, chord: Chord) -> bool {
        let is_edited = self.input.edit(chord);
        if is_edited {
            self.is_open = !self.input.text().is_empty();
        }
        is_edited
    }

    /// Forgets the text; true when there was one, or one was begun.
    pub fn clear(&mut self) -> bool {
        let was_open = self.is_open;
        self.is_open = false;
        self.input.clear() || was_open
    }
}

impl List {
    /// A list of lines that are found by their `texts`.
    #[must_use]
    pub fn new(texts: Vec<String>) -> Self {
        Self { left: (0..texts.len()).collect(), texts, ..Self::default() }
    }

    /// Leaves the lines that `typed` fits.
    pub fn filter(&mut self, typed: &str) {
        self.left = ranked(typed, &self.texts);
        (self.at, self.top) = (0, 0);
    }

    /// The numbers of the lines that are left, in order.
    #[must_use]
    pub fn left(&self) -> &[usize] {
        &self.left
    }

    /// The number of the chosen line.
    #[must_use]
    pub fn chosen(&self) -> Option<usize> {
        self.left.get(self.at).copied()
    }

    /// Those on the screen, with whether they are chosen.
    pub fn shown(&self) -> impl Iterator<Item = (usize, bool)> {
        let lines = self.left.iter().copied().enumerate().skip(self.top).take(self.height.max(1));
        lines.map(|(place, number)| (number, place == self.at))
    }

    /// Chooses another line.
    pub fn travel(&mut self, travel: Travel) {
        self.at = travel.moved(self.at, self.left.len().saturating_sub(1), self.height);
    }

    /// Chooses the line `row` rows under the first on the screen; false where there is none.
    pub fn choose_row(&mut self, row: usize) -> bool {
        let is_line = row < self.height && self.top + row < self.left.len();
        if is_line {
            self.at = self.top + row;
        }
        is_line
    }

    /// Chooses the line numbered `number`, if it is left.
    pub fn choose(&mut self, number: usize) {
        self.at = self.left.iter().position(|left| *left == number).unwrap_or(self.at);
    }

    /// Makes the chosen line one of the `height` on the screen.
    pub fn settle(&mut self, height: usize) {
        self.height = height.max(1);
        let last = self.left.len().saturating_sub(self.height);
        self.top = self.top.min(last).min(self.at).max((self.at + 1).saturating_sub(self.height));
    }
}
