//! `typography`: French that is not written as the French print it.

use super::subject::{Subject, Text};
use super::{Lint, Look};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::edit::Edit;
use crate::text::span::Span;

pub static LINT: Lint = Lint {
    code: "typography",
    severity: Severity::Warning,
    finds: "In a term or a sentence: straight quotes for « », no no-break space inside « » or before `; : ! ? %`, \
            *oe* for *œ*, three full stops for …, two blanks.",
    why: "Examples are shown to learners as French. In a text that is searched all of these are alike.",
    example: r#"
[[entry]]
term = "mettre en oeuvre"
pos = "verb"
gloss = "to implement"
examples = ['« Nous {mettrons en œuvre} la réforme ! »']
"#,
    look: Look::Entry(look),
};

/// No-break spaces: the narrow one before `; ! ?`, the wide one elsewhere.
const SPACES: [char; 2] = ['\u{a0}', '\u{202f}'];
const NARROW: &str = "\u{202f}";
const WIDE: &str = "\u{a0}";

/// Pieces of words in which *oe* is one letter: *cœur*, *manœuvre*, *chef-d'œuvre*.
const ONE_LETTER: [&str; 16] = [
    "coeur", "oeuvr", "oeil", "soeur", "voeu", "noeud", "boeuf", "moeurs", "oeuf", "foetus", "foetal",
    "choeur", "oecumén", "oedème", "oesoph", "oenolog",
];

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let term = subject.text("term");
    let words = term.into_iter().chain(subject.texts("variants")).chain(subject.texts("forms"));
    let sentences: Vec<Text<'_>> = subject.sentences().into_iter().map(|sentence| sentence.text).collect();
    let mut findings: Vec<Diagnostic> = words.flat_map(|text| told(text, letters(text.value))).collect();
    for text in sentences {
        findings.extend(told(text, letters(text.value)));
        findings.extend(told(text, quotes(text.value)));
        findings.extend(told(text, spaces(text.value)));
        findings.extend(told(text, dots(text.value)));
    }
    findings
}

/// A sentence as the French print it: « Oui ! » with no-break spaces for the plain ones of a web page.
#[must_use]
pub fn printed(french: &str) -> String {
    [letters, quotes, spaces, dots].into_iter().fold(french.to_owned(), |text, look| {
        let mut edits: Vec<_> = look(&text).into_iter().flat_map(|slip| slip.edits).collect();
        edits.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
        edits.into_iter().fold(text, |mut text, (span, new)| {
            text.replace_range(span.range(), new);
            text
        })
    })
}

/// Something to put right: what is wrong, and the changes, in bytes of the text.
struct Slip {
    message: &'static str,
    edits: Vec<(Span, &'static str)>,
}

fn told(text: Text<'_>, slips: Vec<Slip>) -> Vec<Diagnostic> {
    let finding = |slip: Slip| {
        let place = text.place(slip.edits.first().map_or_else(Span::default, |(span, _)| *span));
        let finding = LINT.finding(place, slip.message);
        let edits: Option<Vec<Edit>> = slip.edits.iter().map(|(span, new)| text.edit(*span, new)).collect();
        match edits {
            Some(edits) => finding.with_fix("write it so", edits),
            None => finding,
        }
    };
    slips.into_iter().map(finding).collect()
}

/// *coeur* for *cœur*.
fn letters(text: &str) -> Vec<Slip> {
    let low = text.to_lowercase();
    // A letter that is longer when small moves what follows: rare enough to be left alone.
    if low.len() != text.len() {
        return Vec::new();
    }
    let at = |piece: &&str| -> Vec<usize> {
        let inside = piece.find("oe").unwrap_or_default();
        low.match_indices(*piece).map(|(at, _)| at + inside).collect()
    };
    let mut places: Vec<usize> = ONE_LETTER.iter().flat_map(at).collect();
    places.sort_unstable();
    places.dedup();
    let slip = |at: usize| {
        let is_capital = text[at..].starts_with('O');
        let letter = if is_capital { "Œ" } else { "œ" };
        Slip { message: "French writes œ as one letter here", edits: vec![(Span::new(at, at + 2), letter)] }
    };
    places.into_iter().map(slip).collect()
}

/// Straight quotes, where they come in pairs.
fn quotes(text: &str) -> Vec<Slip> {
    let places: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
    let slip = |pair: &[usize]| {
        let edit = |at: usize, text| (Span::new(at, at + 1), text);
        let edits = match pair {
            [open, close] => vec![edit(*open, "«\u{a0}"), edit(*close, "\u{a0}»")],
            _ => Vec::new(),
        };
        Slip { message: "French quotes with « », a no-break space inside", edits }
    };
    places.chunks(2).map(slip).filter(|slip| !slip.edits.is_empty()).collect()
}

/// No no-break space where one belongs.
fn spaces(text: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    for (at, mark) in text.char_indices() {
        let space = if matches!(mark, ';' | '!' | '?') { NARROW } else { WIDE };
        let after = at + mark.len_utf8();
        let place = match mark {
            ';' | ':' | '!' | '?' | '»' => before(text, (at, after)),
            // *3 %*
            '%' if text[..at].ends_with(' ') => Some(Span::new(at - 1, at)),
            '«' => match text[after..].chars().next() {
                Some(next) if SPACES.contains(&next) => None,
                Some(' ') => Some(Span::new(after, after + 1)),
                _ => Some(Span::new(after, after)),
            },
            _ => None,
        };
        let message = "a no-break space belongs here";
        slips.extend(place.map(|span| Slip { message, edits: vec![(span, space)] }));
    }
    slips
}

/// Where a space is missing before the mark that stands from `at` to `after`.
fn before(text: &str, (at, after): (usize, usize)) -> Option<Span> {
    let last = text[..at].chars().next_back()?;
    let is_closed = text[after..].chars().next().is_none_or(|next| !next.is_alphanumeric() && next != '/');
    match last {
        ' ' => Some(Span::new(at - 1, at)),
        // *20:30*, *https://*
        _ if !is_closed => None,
        last if last.is_alphanumeric() || matches!(last, ')' | '}' | '»' | '%' | '.') => {
            Some(Span::new(at, at))
        }
        _ => None,
    }
}

/// Three full stops, and two blanks.
fn dots(text: &str) -> Vec<Slip> {
    let dots = text.match_indices("...").map(|(at, _)| Slip {
        message: "three full stops are one sign, …",
        edits: vec![(Span::new(at, at + 3), "…")],
    });
    let blanks = text
        .match_indices("  ")
        .map(|(at, _)| Slip { message: "two blanks stand here", edits: vec![(Span::new(at, at + 2), " ")] });
    dots.chain(blanks).collect()
}

#[cfg(test)]
mod tests {
    use super::printed;

    #[test]
    fn what_was_pasted_is_set_as_the_french_print_it() {
        assert_eq!(
            printed("\"Le {coeur} du sujet !\" : trois voeux..."),
            "«\u{a0}Le {cœur} du sujet\u{202f}!\u{a0}»\u{a0}: trois vœux…"
        );
        assert_eq!(printed("À 20:30, «\u{a0}non\u{a0}»."), "À 20:30, «\u{a0}non\u{a0}».");
    }
}
