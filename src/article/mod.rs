//! An article as a value: what is said about it, and its headings and paragraphs.
//!
//! Knows no glossary and no file: an [`Article`] is the parse of a text and is never changed.

pub mod parse;
pub mod write;

use crate::text::span::Span;

pub use parse::{front_matter, parse};
pub use write::write;

/// A text to read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// The headline.
    pub title: Option<String>,
    /// Where it comes from.
    pub source: Option<String>,
    /// Its day, as `2024-02-14`.
    pub date: Option<String>,
    /// The level of reader it is for: `B2`.
    pub level: Option<String>,
    /// The beat: `diplomacy`.
    pub topic: Option<String>,
    /// Headings and paragraphs, in order.
    pub blocks: Vec<Block>,
}

/// A heading or a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Which of the two.
    pub kind: BlockKind,
    /// The French text, on one line: where the source breaks it, a space.
    pub text: String,
    /// The English, if the article has it.
    pub translation: Option<String>,
    /// Where the French stands in the source, in bytes.
    pub span: Span,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// *LES ÉTATS-UNIS NE VEULENT PAS DE «CANAUX DÉTOURNÉS»*
    Heading,
    /// Running text.
    Paragraph,
}
