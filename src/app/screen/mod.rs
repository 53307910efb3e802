//! The screens: what each holds, and what each action does to it.
//!
//! Knows neither terminal nor disk; a screen is drawn from its state and nothing else.

pub mod form;
pub mod library;
pub mod list;
pub mod menu;
pub mod more;
pub mod problems;
pub mod reading;

use crate::page::plan::Size;

/// The widest sheet of lines, as wide as one reads at ease.
const WIDEST_SHEET: u16 = 84;

/// The cells of a row of help, of the palette, of all about a term, on a screen of `size`.
#[must_use]
pub fn sheet_width(size: Size) -> u16 {
    let sides = if size.width >= 24 { 4 } else { 0 };
    size.width.saturating_sub(sides).min(WIDEST_SHEET)
}

/// A way through what does not fit on the screen; backwards where the number is negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Travel {
    /// By rows.
    Rows(i32),
    /// By half screens.
    Halves(i32),
    /// By screens.
    Pages(i32),
    /// To the first.
    Start,
    /// To the last.
    End,
}

impl Travel {
    /// How many rows that is on a screen of `height`; as many as there can be for an end.
    #[must_use]
    pub fn rows(self, height: usize) -> i64 {
        let height = i64::try_from(height.max(1)).unwrap_or(i64::MAX);
        match self {
            Self::Rows(count) => count.into(),
            Self::Halves(count) => i64::from(count) * (height / 2).max(1),
            Self::Pages(count) => i64::from(count) * (height - 1).max(1),
            Self::Start => i64::from(i32::MIN),
            Self::End => i64::from(i32::MAX),
        }
    }

    /// `from` moved by that, between 0 and `last`.
    #[must_use]
    pub fn moved(self, from: usize, last: usize, height: usize) -> usize {
        let from = i64::try_from(from).unwrap_or(i64::MAX);
        let to = (from + self.rows(height)).max(0);
        usize::try_from(to).unwrap_or(0).min(last)
    }
}
