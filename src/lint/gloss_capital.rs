//! `gloss-capital`: a gloss with a capital that English does not write.

use super::known::words;
use super::subject::{Subject, Text};
use super::{Lint, Look};
use crate::diagnostic::{Diagnostic, Severity};
use crate::glossary::Pos;
use crate::text::span::Span;

pub static LINT: Lint = Lint {
    code: "gloss-capital",
    severity: Severity::Warning,
    finds: "A gloss that begins with a capital, though other glosses have the same word with a small \
            letter.",
    why: "A gloss is read in the middle of a sentence: a capital there says that it is a name.",
    example: r#"
[[entry]]
term = "trêve"
pos = "noun"
gender = "f"
gloss = "Truce"

[[entry]]
term = "armistice"
pos = "noun"
gender = "m"
gloss = "armistice; truce"
"#,
    look: Look::Entry(look),
};

/// Words that are a name, a party or the word of a people with a capital, and something else without, or
/// that newspapers write either way.
const BOTH: [&str; 51] = [
    "Amber",
    "August",
    "Catholic",
    "Central",
    "China",
    "Conservative",
    "Democrat",
    "Democratic",
    "East",
    "Eastern",
    "Eurosceptic",
    "Euroscepticism",
    "Formula",
    "Freemason",
    "Freemasonry",
    "God",
    "Green",
    "Holocaust",
    "Impressionist",
    "Labour",
    "Liberal",
    "Mandarin",
    "March",
    "Masonic",
    "May",
    "Middle",
    "Miss",
    "Nordic",
    "North",
    "Northern",
    "Orient",
    "Orthodox",
    "Pole",
    "Polish",
    "Punch",
    "Radical",
    "Republican",
    "Resistance",
    "Romanticism",
    "Scotch",
    "Senate",
    "South",
    "Southern",
    "Soviet",
    "State",
    "Tour",
    "Traveller",
    "Trump",
    "Turkey",
    "West",
    "Western",
];

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let is_name = subject.entry.pos == Pos::Name || subject.entry.term.starts_with(char::is_uppercase);
    if is_name {
        return Vec::new();
    }
    subject.glosses().into_iter().flat_map(|(_, gloss)| capitals(subject, gloss)).collect()
}

fn capitals(subject: &Subject<'_>, gloss: Text<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut start = 0;
    for alternative in gloss.value.split_inclusive("; ") {
        let mut all = words(alternative);
        let first = all.next().unwrap_or_default();
        // *Middle East*: with another capital it is a name.
        let is_alone = all.all(|word| !word.starts_with(char::is_uppercase));
        let small = first.to_lowercase();
        let is_wrong = first.starts_with(char::is_uppercase)
            && first.chars().count() > 1
            && first.chars().skip(1).all(char::is_lowercase)
            && is_alone
            && !BOTH.contains(&first)
            && subject.known().is_small_english(&small);
        if is_wrong {
            let at = start + alternative.find(first).unwrap_or_default();
            let place = gloss.place(Span::new(at, at + first.len()));
            let message = format!("English writes `{small}` with a small letter here");
            findings.push(LINT.finding(place, message));
        }
        start += alternative.len();
    }
    findings
}
