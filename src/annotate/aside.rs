//! Remarks that stand inside an expression and are no part of it: *s'est soldée**, en 2001,** par un
//! non-lieu*.
//!
//! Knows the words of a sentence, and of expressions only what may stand between two of their words.

use super::pattern::Between;
use super::words::Word;
use crate::french::reading::{Cells, Upos};
use crate::french::time::{DAYS, STRETCHES};
use crate::french::token::TokenKind;

/// From which word a search goes on, and which way.
#[derive(Clone, Copy)]
pub enum Steps {
    On(usize),
    Back(usize),
}

/// Words of no adverb's class that stand for a time as adverbs do: *il s'en est pris **vendredi** à
/// elle*, *s'était **jusqu'ici** gardé de*.
pub fn is_time(word: &Word) -> bool {
    let form = word.form.exact();
    DAYS.contains(&form) || matches!(form, "matin" | "soir" | "jusqu'")
}

/// The longest remark between commas, in words.
const LONGEST_ASIDE: usize = 5;

/// The word beyond an aside that stands at word `at`, where a verb has its adverbs: *s'est soldée**, en
/// 2001,** par un non-lieu*.
pub fn past_aside(between: Between, sentence: &[Word], (at, steps): (usize, Steps)) -> Option<usize> {
    if matches!(between, Between::Nothing | Between::Determiner) {
        return None;
    }
    match steps {
        Steps::On(_) => Some(aside_end(sentence, at)? + 1),
        Steps::Back(_) if may_end_aside(&sentence[at]) => {
            let first = (at.saturating_sub(LONGEST_ASIDE + 1)..at)
                .rev()
                .find(|first| aside_end(sentence, *first) == Some(at))?;
            first.checked_sub(1)
        }
        Steps::Back(_) => None,
    }
}

fn may_end_aside(word: &Word) -> bool {
    let ends = [
        ",", "peu", "fois", "encore", "plus", "nouveau", "effet", "passage", "reprises", "exemple", "doute",
        "instant", "moment", "petit",
    ];
    ends.contains(&word.form.exact()) || STRETCHES.contains(&word.form.exact())
}

/// The last word of an adverb of several words that begins at word `at`: it stands where one of one word does,
/// *fait **encore une fois** l'objet de*.
fn phrase_end(sentence: &[Word], at: usize) -> Option<usize> {
    // *fait **cette année** la part belle aux récits*
    if matches!(sentence[at].form.exact(), "ce" | "cet" | "cette")
        && sentence.get(at + 1).is_some_and(|next| STRETCHES.contains(&next.form.exact()))
    {
        return Some(at + 1);
    }
    // What these end in is in `may_end_aside`: a match is asked for nearly every word that does not fit.
    let rests: &[&[&str]] = match sentence[at].form.exact() {
        "pour" => &[&["l'", "instant"], &["le", "moment"]],
        "peu" => &[&["à", "peu"]],
        "petit" => &[&["à", "petit"]],
        "un" => &[&["peu"]],
        "encore" => &[&["une", "fois"]],
        "une" => &[&["nouvelle", "fois"], &["fois", "encore"], &["fois", "de", "plus"]],
        "à" => &[&["nouveau"], &["plusieurs", "reprises"]],
        "de" => &[&["nouveau"]],
        "en" => &[&["effet"]],
        "au" => &[&["passage"]],
        "par" => &[&["exemple"]],
        "sans" => &[&["doute"]],
        _ => return None,
    };
    let behind = &sentence[at + 1..];
    let is_here = |rest: &&&[&str]| {
        rest.len() <= behind.len() && rest.iter().zip(behind).all(|(form, word)| word.form.exact() == *form)
    };
    rests.iter().find(is_here).map(|rest| at + rest.len())
}

/// The last word of an aside that begins at word `at`: a remark between commas that opens with a
/// preposition, an adverb or a time; or an adverb of several words.
fn aside_end(sentence: &[Word], at: usize) -> Option<usize> {
    let is_comma = |word: &Word| word.form.exact() == ",";
    if let Some(end) = phrase_end(sentence, at) {
        return Some(end);
    }
    if !is_comma(&sentence[at]) {
        return None;
    }
    let aside = &sentence[at + 1..sentence.len().min(at + 2 + LONGEST_ASIDE)];
    let end = aside.iter().position(is_comma)?;
    let is_plain = |word: &Word| word.kind != TokenKind::Punct && !word.chosen.cells.meets(Cells::FINITE);
    let tells_time = |time: &[Word]| match time {
        [day, ..] if is_time(day) => true,
        // *, **la saison** passée,*; *, **cette fois**,*
        [first, span, ..] => {
            let is_time = span.form.is("fois") || STRETCHES.contains(&span.form.exact());
            is_time && first.chosen.upos == Upos::Det
        }
        _ => false,
    };
    let opens = |word: &Word| matches!(word.chosen.upos, Upos::Adp | Upos::Adv);
    let is_aside =
        (aside.first().is_some_and(opens) || tells_time(aside)) && aside[..end].iter().all(is_plain);
    is_aside.then_some(at + end + 1)
}
