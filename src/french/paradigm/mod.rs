//! A lemma's forms: stems and the sets of endings that go on them.
//!
//! The same description makes the forms (*négoci-* + *-eraient*) and, read from the other side,
//! recognises them, so nothing needs to be generated to find a word. Knows no other word and no
//! context.

use super::reading::{Cells, Gender};

/// What inflects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// Conjugated: *négocier*.
    Verb,
    /// One gender or both, singular and plural: *cheval*, *élu*.
    Noun,
    /// Two genders, two numbers: *mondial*.
    Adjective,
    /// Never changes: *hier*, *selon*.
    Invariable,
}

/// What the rules of French cannot derive from the headword, where there is anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// Of a noun.
    pub gender: Option<Gender>,
    /// The plural; `=` for one like the singular.
    pub plural: Option<String>,
    /// The feminine singular.
    pub feminine: Option<String>,
}

/// One ending and the cells it fills: `-eraient`, `cnd.3p`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Ending {
    /// The letters after the stem; empty where the stem is the form.
    pub text: String,
    /// What the form with this ending can be; never empty except for an invariable word.
    pub cells: Cells,
}

/// A stem with the endings it takes. The stem holds accents as written, in small letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stem {
    /// *négoci*, *cheva*, *cèd*.
    pub text: String,
    /// No ending stands twice; in any order.
    pub endings: Vec<Ending>,
}

/// All the forms of one lemma.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paradigm {
    /// Two stems may make the same form; then its cells are those of both.
    pub stems: Vec<Stem>,
}
