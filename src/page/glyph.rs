//! What a text looks like, grapheme by grapheme, when nothing in it is obeyed as a command.
//!
//! Knows no rows. French spacing is shown as if it were right: a plain space before `; : ! ? » %`
//! or after `«` is shown as one that does not break.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::text::span::Span;
use crate::text::visible::visible;

/// What is shown for a few bytes of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glyph<'t> {
    /// The bytes it stands for; none for a hyphen that the text does not have.
    pub span: Span,
    /// One grapheme, with nothing in it that a terminal would obey.
    pub shown: Cow<'t, str>,
    /// Its cells: 0, 1 or 2.
    pub width: u16,
}

impl Glyph<'_> {
    /// True of a space at which a row never ends.
    #[must_use]
    pub fn is_tight(&self) -> bool {
        matches!(&*self.shown, "\u{a0}" | "\u{202f}" | "\u{2007}")
    }
}

/// The glyphs of the bytes at `span` of `text`, in order, without a gap.
pub fn glyphs(text: &str, span: Span) -> impl Iterator<Item = Glyph<'_>> {
    graphemes(span.of(text))
        .flat_map(move |(at, grapheme)| pieces(grapheme).map(move |(inner, piece)| (at + inner, piece)))
        .map(move |(at, piece)| {
            let start = span.start + at;
            let span = Span::new(start, start + piece.len());
            if letter(piece.as_bytes()) == Some(piece.len()) {
                return Glyph { span, shown: Cow::Borrowed(piece), width: 1 };
            }
            let shown = shown(text, start, piece);
            let width = u16::try_from(shown.width()).unwrap_or(2);
            Glyph { span, shown, width }
        })
}

/// The graphemes of `text` with their places. Most are letters of one cell between others, which the
/// rules of Unicode need not be asked about.
fn graphemes(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let plain = letter(rest.as_bytes()).filter(|length| joins_nothing(&rest.as_bytes()[*length..]));
        let length = plain.or_else(|| Some(rest.graphemes(true).next()?.len()))?;
        at += length;
        Some((at - length, &rest[..length]))
    })
}

/// The length of the letter, digit or mark with which `bytes` begin: of ASCII, or French from *À* to *ÿ*.
fn letter(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [b'!'..=b'~', ..] => Some(1),
        [0xc3, _, ..] => Some(2),
        _ => None,
    }
}

/// True where a text ends or goes on with what is no part of the grapheme before it: ASCII, *é*.
fn joins_nothing(rest: &[u8]) -> bool {
    rest.first().is_none_or(|byte| byte.is_ascii() || *byte == 0xc3)
}

/// True when the plain space at `at` stands where French typography has one that does not break.
#[must_use]
pub fn is_tight_space(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    // A few plain spaces more are a slip; a row of them is no typography.
    let after = text[at + 1..].chars().take(8).find(|character| *character != ' ');
    matches!(before, Some('«' | '‹')) || matches!(after, Some(';' | ':' | '!' | '?' | '»' | '›' | '%' | '€'))
}

/// A grapheme whole, or its characters where it is too wide to be one.
fn pieces(grapheme: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_one = grapheme.len() == 1 || visible(grapheme).width() <= 2;
    let whole = is_one.then_some((0, grapheme));
    let apart = (!is_one).then(|| {
        grapheme.char_indices().map(|(at, character)| (at, &grapheme[at..at + character.len_utf8()]))
    });
    whole.into_iter().chain(apart.into_iter().flatten())
}

/// What is shown for `piece`, which stands at `at` of `text`.
fn shown<'t>(text: &str, at: usize, piece: &'t str) -> Cow<'t, str> {
    match piece {
        " " if is_tight_space(text, at) => "\u{a0}".into(),
        "\u{ad}" => "".into(),
        "\r\n" => " ".into(),
        _ => {
            let shown = visible(piece);
            if shown.width() > 2 { "\u{fffd}".into() } else { shown }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> String {
        glyphs(text, Span::new(0, text.len())).map(|glyph| glyph.shown.into_owned()).collect()
    }

    #[test]
    fn scraped_spacing_is_shown_as_if_it_were_right() {
        assert_eq!(seen("« Vraiment ? » : 45 %"), "«\u{a0}Vraiment\u{a0}?\u{a0}»\u{a0}: 45\u{a0}%");
        assert_eq!(seen("un, deux ; trois"), "un, deux\u{a0}; trois");
    }

    #[test]
    fn a_short_cut_finds_the_graphemes_of_unicode() {
        for text in
            ["l’été à Œdipe", "e\u{301}té", "a\u{200d}b", "1️⃣ à", "🇫🇷🇧🇪 été", "\r\né\n", "ç\u{327}a÷b", "👩‍👩‍👧x"]
        {
            let found: Vec<_> = graphemes(text).collect();
            assert_eq!(found, text.grapheme_indices(true).collect::<Vec<_>>(), "{text:?}");
        }
    }

    #[test]
    fn nothing_is_obeyed() {
        assert_eq!(seen("a\u{1b}[2Jb\u{202e}c\r\nd\u{ad}e"), "a␛[2Jb\u{fffd}c de");
    }
}
