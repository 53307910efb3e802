//! What the reader knows, and so what is worth a gloss.
//!
//! Pure: knows no page, no file and no clock.

use crate::glossary::{Entry, Level, Pos};

/// How much is glossed: everything, or only what is expected from a level upwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Threshold(Option<Level>);

impl Default for Threshold {
    /// From B1: the words of the first two levels are taken as known.
    fn default() -> Self {
        Self(Some(Level::B1))
    }
}

impl Threshold {
    /// Everything is glossed.
    pub const EVERYTHING: Self = Self(None);

    /// Words from `level` upwards are glossed.
    #[must_use]
    pub const fn from_level(level: Level) -> Self {
        Self(Some(level))
    }

    /// One step towards everything.
    #[must_use]
    pub fn more(self) -> Self {
        Self(self.0.and_then(|level| Level::ALL.into_iter().rev().find(|lower| *lower < level)))
    }

    /// One step towards only the hard words.
    #[must_use]
    pub fn less(self) -> Self {
        let higher = |level| Level::ALL.into_iter().find(|higher| Some(*higher) > level);
        Self(higher(self.0).or(self.0))
    }

    /// As it is shown: `B1+`, `tout`.
    #[must_use]
    pub fn label(self) -> String {
        self.0.map_or_else(|| "all".into(), |level| format!("{}+", level.key()))
    }

    /// The threshold with that label: `B1+`, `b1`, `all`.
    #[must_use]
    pub fn from_label(label: &str) -> Option<Self> {
        match label.to_ascii_uppercase().trim_end_matches('+') {
            "ALL" => Some(Self::EVERYTHING),
            level => Level::from_key(level).map(Self::from_level),
        }
    }

    /// True when a gloss of `entry` is shown without being asked for.
    ///
    /// A single grammar word is shown only with everything. An expression, or a name with a note,
    /// is at least of level B1 whatever it is made of, unless it is of the first level: *ne … pas*. An entry without a level is always shown.
    #[must_use]
    pub fn shows(self, entry: &Entry) -> bool {
        let Some(threshold) = self.0 else { return true };
        let is_expression = entry.term.contains(' ');
        let is_grammar = matches!(entry.pos, Pos::Prep | Pos::Conj | Pos::Pron | Pos::Det | Pos::Num);
        let is_noted_name = entry.pos == Pos::Name && entry.note.is_some();
        let is_first = entry.level == Some(Level::A1);
        let least = (is_expression && !is_first || is_noted_name).then_some(Level::B1);
        (is_expression || !is_grammar)
            && entry.level.is_none_or(|level| Some(level).max(least) >= Some(threshold))
    }
}
