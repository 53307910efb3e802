//! A lemma's forms: stems and the sets of endings that go on them.
//!
//! The same description makes the forms (*négoci-* + *-eraient*) and, read from the other side,
//! recognises them, so nothing needs to be generated to find a word. Knows no other word and no
//! context.

mod auxiliary;
mod conjugation;
mod draft;
mod feminine;
mod first_group;
mod lists;
mod models;
mod nominal;
mod plural;
mod verb;

use std::collections::BTreeMap;

use thiserror::Error;

pub use self::auxiliary::{Auxiliary, auxiliary, is_always_pronominal};

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
    /// The feminine singular; `=` for one like the masculine.
    pub feminine: Option<String>,
}

/// One ending and the cells it fills: `-eraient`, `cnd.3p`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

/// Why a headword has no paradigm.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Uninflectable {
    /// Nothing to inflect.
    #[error("there is no word to inflect")]
    Empty,
    /// *mettre en œuvre*: an expression is inflected by its parts.
    #[error("“{0}” is several words; only one can be inflected")]
    SeveralWords(String),
    /// *maison* as a verb.
    #[error("“{0}” does not end as a French infinitive does (-er, -ir, -oir, -re)")]
    NoInfinitive(String),
}

/// All the forms of `lemma`.
///
/// ```
/// use glose::french::paradigm::{Class, Hints, paradigm};
///
/// let forms = paradigm("négocier", Class::Verb, &Hints::default()).unwrap().forms();
/// let (_, cells) = forms.iter().find(|(form, _)| form == "négocieraient").unwrap();
/// assert_eq!(cells.name(), "cnd.3p");
/// ```
///
/// # Errors
///
/// When the rules of French do not know how to inflect it: a verb with no infinitive's ending.
pub fn paradigm(lemma: &str, class: Class, hints: &Hints) -> Result<Paradigm, Uninflectable> {
    let lemma = lemma.trim();
    if lemma.is_empty() {
        return Err(Uninflectable::Empty);
    }
    match class {
        Class::Verb => verb::paradigm(&lemma.to_lowercase()),
        Class::Noun => nominal::noun(lemma, hints),
        Class::Adjective => nominal::adjective(lemma, hints),
        Class::Invariable => Ok(invariable(lemma)),
    }
}

/// A word with one form and no cell: *hier*.
fn invariable(lemma: &str) -> Paradigm {
    let form = Ending { text: String::new(), cells: Cells::NONE };
    Paradigm { stems: vec![Stem { text: lemma.to_lowercase(), endings: vec![form] }] }
}

impl Paradigm {
    /// Every form once, with all the cells it fills; in the order of a grammar.
    #[must_use]
    pub fn forms(&self) -> Vec<(String, Cells)> {
        let mut merged: BTreeMap<String, Cells> = BTreeMap::new();
        for stem in &self.stems {
            for ending in &stem.endings {
                *merged.entry(format!("{}{}", stem.text, ending.text)).or_default() |= ending.cells;
            }
        }
        let mut forms: Vec<_> = merged.into_iter().collect();
        forms.sort_by_key(|(_, cells)| cells.0.trailing_zeros());
        forms
    }
}
