//! An article with its glosses as bytes: for programs, for a page of the web, for a plain screen.
//!
//! Knows no disk: everything is written to what it is handed.

pub mod forms;
pub mod html;
pub mod json;
pub mod jsonl;
pub mod schema;
pub mod text;

use std::borrow::Cow;

use crate::annotate::Annotation;
use crate::annotate::matcher::Matcher;
use crate::french::reading::Gender;
use crate::glossary::Entry;
use crate::study::Threshold;

/// The annotations that a reader of that threshold is shown, in the order of their first words:
/// where an expression is not, those of its words that are.
#[must_use]
pub fn shown<'a>(
    annotations: &'a [Annotation],
    matcher: &Matcher,
    threshold: Threshold,
) -> Vec<&'a Annotation> {
    let mut list = Vec::with_capacity(annotations.len());
    for annotation in annotations {
        if threshold == Threshold::EVERYTHING || threshold.shows(matcher.entry(annotation.entry)) {
            list.push(annotation);
        } else {
            list.append(&mut shown(&annotation.inside, matcher, threshold));
        }
    }
    list
}

/// The same in the order in which their numbers stand in the text: after their last words.
#[must_use]
pub fn shown_by_end<'a>(
    annotations: &'a [Annotation],
    matcher: &Matcher,
    threshold: Threshold,
) -> Vec<&'a Annotation> {
    let mut list = shown(annotations, matcher, threshold);
    list.retain(|annotation| !annotation.spans.is_empty());
    list.sort_by_key(|annotation| annotation.spans.last().map(|span| span.end));
    list
}

/// What is to be known beside the gloss: of this sense, then of the word.
#[must_use]
pub fn note(entry: &Entry, sense: usize) -> Option<Cow<'_, str>> {
    let of_sense = entry.senses.get(sense).and_then(|sense| sense.note.as_deref());
    match (of_sense, entry.note.as_deref()) {
        (Some(sense), Some(word)) => Some(Cow::Owned(format!("{sense} {word}"))),
        (one, other) => one.or(other).map(Cow::Borrowed),
    }
}

/// The gloss of that sense.
#[must_use]
pub fn gloss(entry: &Entry, sense: usize) -> &str {
    entry.senses.get(sense).map_or_else(|| entry.gloss(), |sense| &sense.gloss)
}

/// The English look-alike that an entry is not in that sense, as it is said after the gloss: `, not
/// “eventual”`. Nothing where the gloss has that very word: *expérience* is experience at times.
#[must_use]
pub fn false_friend(entry: &Entry, sense: usize) -> String {
    let friend = entry.false_friend_in(sense);
    friend.map_or_else(String::new, |friend| format!(", not “{friend}”"))
}

/// The part of speech as a French dictionary abbreviates it, with a noun's gender: `n. m.`
#[must_use]
pub fn label(entry: &Entry) -> String {
    let gender = match entry.gender {
        Some(Gender::Masculine) => " m.",
        Some(Gender::Feminine) => " f.",
        Some(Gender::Both) => " m. et f.",
        None => "",
    };
    format!("{}{gender}", entry.pos.abbreviation())
}
