//! The dictionary form of a word, in one word of memory.

use std::fmt;

/// The dictionary form of a word, as a number: ask the lexicon for its letters.
///
/// A word of memory that is compared at one go; what it stands for is a [`LemmaKind`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lemma(u32);

/// What a lemma stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LemmaKind {
    /// A lemma of the lexicon.
    Known(u32),
    /// Guessed: the form without its last bytes, and the letters of a guesser's rule.
    Guessed(u16),
    /// The form as it stands, in small letters.
    Form,
    /// The form as it stands, capitals and all: a name.
    Name,
}

impl Lemma {
    /// The form as it stands, in small letters.
    pub const FORM: Self = Self(u32::MAX);
    /// The form as it stands, capitals and all: a name.
    pub const NAME: Self = Self(u32::MAX - 1);
    /// The last before the guessed ones, which end before [`Lemma::NAME`].
    const LAST_KNOWN: u32 = u32::MAX - 0x2_0000;

    /// A lemma of the lexicon, by its number.
    #[must_use]
    pub const fn known(number: u32) -> Self {
        debug_assert!(number <= Self::LAST_KNOWN);
        Self(number)
    }

    /// What a guesser's rule makes of the form.
    #[must_use]
    pub const fn guessed(rule: u16) -> Self {
        Self(Self::LAST_KNOWN + 1 + rule as u32)
    }

    /// What it stands for.
    #[must_use]
    pub const fn kind(self) -> LemmaKind {
        match self {
            Self::FORM => LemmaKind::Form,
            Self::NAME => LemmaKind::Name,
            Self(number) if number <= Self::LAST_KNOWN => LemmaKind::Known(number),
            Self(number) => LemmaKind::Guessed((number - Self::LAST_KNOWN - 1) as u16),
        }
    }

    /// The number of a lemma of the lexicon.
    #[must_use]
    pub const fn number(self) -> Option<u32> {
        if self.is_known() { Some(self.0) } else { None }
    }

    /// True of a lemma of the lexicon.
    #[must_use]
    pub const fn is_known(self) -> bool {
        self.0 <= Self::LAST_KNOWN
    }

    /// True of what a guesser made of the form.
    #[must_use]
    pub const fn is_guessed(self) -> bool {
        matches!(self.kind(), LemmaKind::Guessed(_))
    }
}

impl fmt::Debug for Lemma {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind().fmt(f)
    }
}
