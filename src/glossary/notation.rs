//! A headword as a dictionary prints it: `se solder par qqch`, `non seulement … mais`.
//!
//! Reads the notation and says nothing of which words inflect: that takes French.

use std::ops::Range;

use thiserror::Error;

/// A headword taken apart, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// At least one of them is a word.
    pub parts: Vec<Part>,
}

/// One place in a headword.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A word that must be there, or may be: `tout`, `(tout)`, `un/une`.
    Word {
        /// The words that can stand here, as written: at least one.
        any_of: Vec<String>,
        /// Written in round brackets, alone or with its neighbours: `d'entrée (de jeu)`.
        optional: bool,
    },
    /// `se`, for all its persons.
    Reflexive,
    /// `qqn`, `qqch`: something short stands here and is not underlined.
    Slot,
    /// `…`: anything inside one clause.
    Gap,
}

/// Why a headword cannot be read; the range is in bytes of the headword.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{reason}")]
pub struct NotationError {
    /// In one line, without a full stop.
    pub reason: &'static str,
    /// What to write instead.
    pub advice: &'static str,
    /// Where in the headword.
    pub at: Range<usize>,
}

/// The longest headword that is still an expression and not a sentence.
pub const MOST_WORDS: usize = 12;

/// Reads the notation of `term`.
///
/// A word that ends in an apostrophe is a word of its own: `n'aboutir à rien` has four.
///
/// # Errors
/// A headword with no word in it, with a bracket that is left open, with an empty alternative, or
/// with more than [`MOST_WORDS`] words.
pub fn parse(term: &str) -> Result<Term, NotationError> {
    let whole = 0..term.len();
    if matches!(term.trim(), "se" | "s'" | "s’") {
        // The pronoun itself.
        return Ok(Term {
            parts: vec![Part::Word { any_of: vec![term.trim().to_owned()], optional: false }],
        });
    }
    let mut parts = Vec::new();
    let mut in_bracket = false;
    for (at, word) in words(term) {
        parts.push(part(at, word, &mut in_bracket)?);
    }
    if in_bracket {
        return Err(slip(UNCLOSED, whole));
    }
    let count = parts.iter().filter(|part| matches!(part, Part::Word { .. })).count();
    match count {
        0 => Err(slip(NO_WORD, whole)),
        1..=MOST_WORDS => Ok(Term { parts }),
        _ => Err(slip(TOO_LONG, whole)),
    }
}

/// What can be wrong, each with what to write instead.
type Slip = (&'static str, &'static str);
const UNCLOSED: Slip =
    ("a bracket is not closed", "close it after the words that may be left out: à (tout) le moins");
const BRACKETS: Slip =
    ("a bracket opens or closes twice", "put one pair around whole words: à (tout) le moins");
const PARTIAL: Slip =
    ("a bracket stands around whole words", "give another spelling of the word in `variants`");
const EMPTY: Slip = ("an alternative is empty", "write words on both sides of the stroke: haut/premier");
const NO_WORD: Slip =
    ("the headword has no word of its own", "add the words beside the slot: faire part à qqn de qqch");
const TOO_LONG: Slip = (
    "the headword has more than twelve words",
    "keep the words that make it recognisable, with … for what stands between",
);

fn slip((reason, advice): Slip, at: Range<usize>) -> NotationError {
    NotationError { reason, advice, at }
}

/// The words of a headword with their places: cut at spaces, and after an elision.
fn words(term: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut pieces = Vec::new();
    let mut start = None;
    for (at, character) in term.char_indices() {
        let after = at + character.len_utf8();
        if character.is_whitespace() {
            pieces.extend(start.take().map(|from| (from, at)));
        } else if matches!(character, '\'' | '’')
            && is_elision(&term[start.unwrap_or(at)..], at - start.unwrap_or(at))
        {
            pieces.push((start.take().unwrap_or(at), after));
        } else {
            start = start.or(Some(at));
        }
    }
    pieces.extend(start.map(|from| (from, term.len())));
    pieces.into_iter().map(|(from, to)| (from, &term[from..to]))
}

/// True when the apostrophe at byte `at` of `rest` is that of an elision, *l'*, *qu'*, *jusqu'*, and
/// none of *quelqu'un*.
fn is_elision(rest: &str, at: usize) -> bool {
    let low = rest[..at].trim_start_matches('(').to_lowercase();
    if crate::french::tokenize::whole_word(rest.trim_start_matches('(')).is_some() {
        return false;
    }
    crate::french::elision::ELISIONS
        .iter()
        .any(|(written, _)| written.strip_suffix('\'') == Some(low.as_str()))
}

/// Reads one word of the notation; `in_bracket` is true inside `(…)`, and is kept up to date.
fn part(at: usize, word: &str, in_bracket: &mut bool) -> Result<Part, NotationError> {
    let error = |reason| slip(reason, at..at + word.len());
    let opened = word.strip_prefix('(');
    let optional = opened.is_some() || *in_bracket;
    let inner = opened.unwrap_or(word);
    let closed = inner.strip_suffix(')');
    if opened.is_some() && *in_bracket || closed.is_some() && !optional {
        return Err(error(BRACKETS));
    }
    *in_bracket = optional && closed.is_none();
    let inner = closed.unwrap_or(inner);
    let any_of: Vec<String> = match is_unit(inner) {
        true => vec![inner.to_owned()],
        false => inner.split('/').map(str::to_owned).collect(),
    };
    match inner {
        _ if inner.contains(['(', ')']) => Err(error(PARTIAL)),
        "…" | "..." => Ok(Part::Gap),
        "qqn" | "qqch" | "qqn/qqch" | "qqch/qqn" => Ok(Part::Slot),
        "se" | "s'" | "s’" if !optional => Ok(Part::Reflexive),
        _ if any_of.iter().any(String::is_empty) => Err(error(EMPTY)),
        _ => Ok(Part::Word { any_of, optional }),
    }
}

/// True of *km/h*: behind the slash stands a letter that is no word, so it does not part two words.
fn is_unit(inner: &str) -> bool {
    let is_letter = |part: &str| part.len() == 1 && !matches!(part, "a" | "y");
    inner.split_once('/').is_some_and(|(unit, per)| unit.chars().all(char::is_alphanumeric) && is_letter(per))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(term: &str) -> String {
        let part = |part: &Part| match part {
            Part::Word { any_of, optional: true } => format!("({})", any_of.join("/")),
            Part::Word { any_of, optional: false } => any_of.join("/"),
            Part::Reflexive => "SE".into(),
            Part::Slot => "_".into(),
            Part::Gap => "…".into(),
        };
        match parse(term) {
            Ok(read) => read.parts.iter().map(part).collect::<Vec<_>>().join(" "),
            Err(error) => format!("{} at {:?}", error.reason, error.at),
        }
    }

    #[test]
    fn a_headword_is_read_as_a_dictionary_prints_it() {
        assert_eq!(shown("se solder par qqch"), "SE solder par _");
        assert_eq!(shown("s'en prendre à qqn"), "SE en prendre à _");
        assert_eq!(shown("n'aboutir à rien"), "n' aboutir à rien");
        assert_eq!(shown("à (tout) le haut/premier chef"), "à (tout) le haut/premier chef");
        assert_eq!(shown("non seulement … mais"), "non seulement … mais");
        assert_eq!(shown("l’état d’urgence"), "l’ état d’ urgence");
        assert_eq!(shown("aujourd'hui"), "aujourd'hui");
        assert_eq!(shown("d'entrée (de jeu)"), "d' entrée (de) (jeu)");
        assert_eq!(shown("se"), "se");
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        assert_eq!(shown("qqch"), "the headword has no word of its own at 0..4");
        assert_eq!(shown("mettre (en œuvre"), "a bracket is not closed at 0..17");
        assert_eq!(shown("traité(e) de paix"), "a bracket opens or closes twice at 0..10");
        assert_eq!(shown("un//une fois"), "an alternative is empty at 0..7");
        assert!(
            shown("un deux trois quatre cinq six sept huit neuf dix onze douze treize").contains("twelve")
        );
    }
}
