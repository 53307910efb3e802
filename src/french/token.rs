//! A token: a word, a number, a mark or the space between them.

use serde::{Deserialize, Serialize};

use crate::text::span::Span;

/// One piece of a paragraph. The tokens of a paragraph have no gaps and do not overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Token {
    /// Where it stands in the paragraph.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TokenKind {
    /// Letters: *aujourd'hui*, *l'*, *-t-il*, *M.*, *Covid-19*.
    Word,
    /// Figures: *10 000*, *3,5*, *49.3*, *20h30*.
    Number,
    /// `,` `«` `…`
    Punct,
    /// `%` `€` `+`
    Symbol,
    /// An address: of the web, of mail, `@lemonde`, `#budget`.
    Address,
    /// White space of any kind, any length.
    Space,
}
