//! Where glossary meets article: which entries stand in a paragraph, where, and why.
//!
//! Knows neither page nor person: everything found is returned, whatever its level.

pub mod examples;
pub mod explain;
pub mod matcher;

use smallvec::SmallVec;

use crate::french::reading::{Cells, Reading};
use crate::french::token::Token;
use crate::text::span::Span;

/// A paragraph with everything that is known of it. All spans are bytes of the paragraph.
#[derive(Clone, Debug, Default)]
pub struct Annotated {
    /// Gapless: concatenated, they are the paragraph.
    pub tokens: Vec<Token>,
    /// For each token, the reading chosen for it in its sentence.
    pub readings: Vec<Reading>,
    /// Sorted, not overlapping, without the blanks between them.
    pub sentences: Vec<Span>,
    /// What the glossary says here, sorted by first byte. No two overlap, except that those of an
    /// expression's words are in its `inside`; two whose spans interleave do not share a word.
    pub annotations: Vec<Annotation>,
}

/// An entry that stands in the paragraph: a match that won.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Which entry.
    pub entry: EntryId,
    /// Which of its senses is meant here.
    pub sense: usize,
    /// The entry's own words, sorted, not overlapping: *se … soldés par* has two spans.
    pub spans: SmallVec<[Span; 2]>,
    /// Why it was matched.
    pub why: Why,
    /// The entries of an expression's single words, which it covers.
    pub inside: Vec<Annotation>,
    /// Entries that fit the very same words and lost: the next best reading first.
    pub beaten: Vec<EntryId>,
}

/// Which entry of which layer. Layers are numbered from the strongest: 0 is an article's own notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId {
    /// The layer's number in [`Matcher::layers`](matcher::Matcher::layers).
    pub layer: u32,
    /// The entry's number in the layer.
    pub index: u32,
}

/// Why an entry was matched here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Why {
    /// What kind of match.
    pub rule: Rule,
    /// What the inflecting word is here: *soldés*, `participe passé m. pl.`
    pub cells: Cells,
    /// How many words stand inside an expression that are not its own.
    pub words_inside: usize,
    /// What decided the sense.
    pub evidence: Evidence,
    /// True when the word is in no lexicon and was guessed from its ending.
    pub is_guess: bool,
}

/// The kinds of match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// A single word, in any of its forms.
    Word,
    /// Several words.
    Expression,
    /// A name, by its capital.
    Name,
}

/// What decided between the senses of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// It has one sense only.
    OnlySense,
    /// A word of the sense's `near` stands in the sentence: where.
    Near(Span),
    /// The article's topic is the sense's.
    Topic,
    /// Nothing spoke for another sense.
    Default,
}
