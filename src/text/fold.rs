//! The folded shadow of a text, on which words are compared: what is written is never changed.
//!
//! Folding makes alike what a French typist writes in several ways: capitals and small letters,
//! `’` and `'`, `œ` and `oe`, a letter with its accent as one character or two, the kinds of space.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::span::Span;

/// How much folding forgets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accents {
    /// *a* and *à* are two words.
    Kept,
    /// *a* and *à* are the same: for finding, for order, for capitals.
    Dropped,
}

/// Folds a single word or a term: `Œuvre` → `oeuvre`, `L’ÉTÉ` → `l'été`.
///
/// With [`Accents::Dropped`], also `l'ete`.
#[must_use]
pub fn fold(text: &str, accents: Accents) -> String {
    let mut folded = String::with_capacity(text.len());
    if accents == Accents::Kept && text.chars().any(is_combining_mark) {
        let composed: String = text.nfc().collect();
        each_folded(&composed, accents, |piece, _| folded.push_str(piece));
    } else {
        each_folded(text, accents, |piece, _| folded.push_str(piece));
    }
    folded
}

/// A folded text with the way back to what was written.
#[derive(Clone, Debug)]
pub struct Shadow {
    /// The folded text.
    pub text: String,
    /// For each byte of `text`, and one past its end, the byte of the original it came from.
    origin: Vec<usize>,
}

impl Shadow {
    /// Folds `text`, forgetting accents: the shadow on which a reader's search is made.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut shadow =
            Self { text: String::with_capacity(text.len()), origin: Vec::with_capacity(text.len() + 1) };
        each_folded(text, Accents::Dropped, |piece, at| {
            shadow.text.push_str(piece);
            shadow.origin.resize(shadow.text.len(), at);
        });
        shadow.origin.push(text.len());
        shadow
    }

    /// Where `needle`, folded the same way, stands in the original: in order, not overlapping.
    #[must_use]
    pub fn find(&self, needle: &str) -> Vec<Span> {
        let needle = fold(needle, Accents::Dropped);
        if needle.is_empty() {
            return Vec::new();
        }
        self.text
            .match_indices(&needle)
            .map(|(at, found)| Span::new(self.origin[at], self.origin[at + found.len()]))
            .filter(|span| !span.is_empty())
            .collect()
    }
}

/// Calls `push` with each folded piece of `text` and the byte at which its character begins.
fn each_folded(text: &str, accents: Accents, mut push: impl FnMut(&str, usize)) {
    let mut buffer = [0; 4];
    for (at, character) in text.char_indices() {
        match character {
            'a'..='z' | '0'..='9' | ' ' => push(character.encode_utf8(&mut buffer), at),
            '’' | 'ʼ' | '‘' => push("'", at),
            'œ' | 'Œ' => push("oe", at),
            'æ' | 'Æ' => push("ae", at),
            '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            '‑' | '\u{2010}' => push("-", at),
            c if c.is_whitespace() => push(" ", at),
            c if accents == Accents::Dropped => decompose_canonical(c, |part| {
                if !is_combining_mark(part) {
                    part.to_lowercase().for_each(|low| push(low.encode_utf8(&mut buffer), at));
                }
            }),
            c => c.to_lowercase().for_each(|low| push(low.encode_utf8(&mut buffer), at)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_finds_what_was_written() {
        let text = "À l’issue\u{a0}de l’Œuvre, l'e\u{301}te\u{301}.";
        let shadow = Shadow::new(text);
        let found = |needle| shadow.find(needle).iter().map(|span| span.of(text)).collect::<Vec<_>>();
        assert_eq!(found("a l'issue de"), ["À l’issue\u{a0}de"]);
        assert_eq!(found("oeuvre"), ["Œuvre"]);
        assert_eq!(found("ÉTÉ"), ["e\u{301}te\u{301}"]);
        assert!(found("").is_empty());
    }
}
