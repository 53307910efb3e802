//! The glossary as a value: its entries as people wrote them.
//!
//! Knows no article and no file: a [`Glossary`] is the parse of a text and is never changed. A
//! change is made to the text, which is parsed again.

pub mod change;
pub mod keys;
pub mod notation;
pub mod parse;

use serde::{Deserialize, Serialize};

use crate::french::reading::Gender;
use crate::text::span::Span;

pub use parse::parse;

/// All entries of one text, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glossary {
    /// The good entries; what could not be used is among the diagnostics of [`parse()`].
    pub entries: Vec<Entry>,
}

/// A headword with what is said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The headword as a dictionary prints it: `se solder par qqch`.
    pub term: String,
    /// What it works as.
    pub pos: Pos,
    /// Of a noun.
    pub gender: Option<Gender>,
    /// The plural, where no rule gives it; `=` for one like the singular.
    pub plural: Option<String>,
    /// The feminine, where no rule gives it.
    pub feminine: Option<String>,
    /// Further forms, each as it stands in a text.
    pub forms: Vec<String>,
    /// Other spellings and short forms, in the notation of `term`.
    pub variants: Vec<String>,
    /// The level from which a reader is expected to know it.
    pub level: Option<Level>,
    /// The beat it belongs to: `diplomacy`.
    pub topic: Option<String>,
    /// Where it is used: `journalistic`.
    pub register: Option<String>,
    /// The English look-alike that it is not: `eventual` of *éventuel*.
    pub false_friend: Option<String>,
    /// What a gloss cannot say, for all senses.
    pub note: Option<String>,
    /// Sentences with `{braces}` around what must be found.
    pub examples: Vec<String>,
    /// Sentences in which it must not be found.
    pub never: Vec<String>,
    /// Other terms worth a look.
    pub see: Vec<String>,
    /// What it means: at least one, in the order written.
    pub senses: Vec<Sense>,
    /// Where it stands in the source, from its header to the last byte of its last line.
    pub span: Span,
    /// The line of its header, from 1.
    pub line: usize,
}

impl Entry {
    /// The gloss of its first sense: what is shown where no sense has been chosen.
    #[must_use]
    pub fn gloss(&self) -> &str {
        self.senses.first().map_or("", |sense| &sense.gloss)
    }

    /// The English look-alike that it is not in that sense: none where the gloss has that very word, as
    /// *expérience* is experience at times, and an experiment at others.
    #[must_use]
    pub fn false_friend_in(&self, sense: usize) -> Option<&str> {
        let gloss = self.senses.get(sense).map_or_else(|| self.gloss(), |sense| &sense.gloss);
        let words = |text: &str| -> Vec<String> {
            let parts = text.split(|c: char| !c.is_alphanumeric());
            parts.filter(|part| !part.is_empty()).map(str::to_lowercase).collect()
        };
        let friend = self.false_friend.as_deref()?;
        let (own, said) = (words(friend), words(gloss));
        (own.is_empty() || !said.windows(own.len()).any(|some| some == own)).then_some(friend)
    }
}

/// One meaning of a headword.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sense {
    /// What one would write between the lines: `death toll; casualty count`.
    pub gloss: String,
    /// Lemmas that give this sense away; none for the default.
    pub near: Vec<String>,
    /// What the gloss cannot say, of this sense.
    pub note: Option<String>,
    /// The beat of this sense.
    pub topic: Option<String>,
    /// Examples of this sense.
    pub examples: Vec<String>,
}

/// What a headword works as; an expression has the part of speech it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Pos {
    /// *trêve*, *motion de censure*
    Noun,
    /// *céder*, *se solder par*
    Verb,
    /// *officieux*
    Adj,
    /// *désormais*, *d'ores et déjà*
    Adv,
    /// *selon*, *par le biais de*
    Prep,
    /// *tandis que*
    Conj,
    /// *dont*
    Pron,
    /// *quelque*
    Det,
    /// *douze*
    Num,
    /// *hélas*
    Interj,
    /// *l'Élysée*
    Name,
    /// *c'est-à-dire*
    Phrase,
}

impl Pos {
    /// Each with the key it is written by, and its mark in the margin as a French dictionary
    /// abbreviates it.
    const TABLE: [(Self, &'static str, &'static str); 12] = [
        (Self::Noun, "noun", "n."),
        (Self::Verb, "verb", "v."),
        (Self::Adj, "adj", "adj."),
        (Self::Adv, "adv", "adv."),
        (Self::Prep, "prep", "prép."),
        (Self::Conj, "conj", "conj."),
        (Self::Pron, "pron", "pron."),
        (Self::Det, "det", "dét."),
        (Self::Num, "num", "num."),
        (Self::Interj, "interj", "interj."),
        (Self::Name, "name", "n. pr."),
        (Self::Phrase, "phrase", "loc."),
    ];

    /// The keys by which they are written in a glossary.
    pub fn keys() -> impl Iterator<Item = &'static str> {
        Self::TABLE.iter().map(|(_, key, _)| *key)
    }

    /// Each, in the order of [`Pos::keys`].
    pub fn all() -> impl Iterator<Item = Self> {
        Self::TABLE.iter().map(|(pos, ..)| *pos)
    }

    /// The part of speech written `key`.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::TABLE.iter().find(|(_, written, _)| *written == key).map(|(pos, ..)| *pos)
    }

    /// As it is written in a glossary: `noun`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        Self::TABLE[self as usize].1
    }

    /// As a French dictionary abbreviates it: `prép.`
    #[must_use]
    pub const fn abbreviation(self) -> &'static str {
        Self::TABLE[self as usize].2
    }
}

/// A level of the Common European Framework of Reference for Languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are those of the framework")]
pub enum Level {
    A1,
    A2,
    B1,
    B2,
    C1,
    C2,
}

impl Level {
    /// From the easiest up.
    pub const ALL: [Self; 6] = [Self::A1, Self::A2, Self::B1, Self::B2, Self::C1, Self::C2];

    /// As it is written: `B1`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        ["A1", "A2", "B1", "B2", "C1", "C2"][self as usize]
    }

    /// The level written `key`.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.key() == key)
    }
}
