//! `glose forms`: the paradigm of a term, for a person and for programs.
//!
//! Knows no glossary: the term is inflected as the rules of French would.

use crate::french::paradigm::{Class, Hints, paradigm};
use crate::french::reading::Gender;

/// The answer of `glose forms --tsv`: for each `lemma TAB pos [TAB gender]` line of `input`, a line
/// `lemma TAB pos TAB form TAB cell` for every form and cell; nothing for what cannot be inflected.
#[must_use]
pub fn tsv(input: &str) -> String {
    input.lines().map(tsv_of_line).collect()
}

fn tsv_of_line(line: &str) -> String {
    let columns: Vec<&str> = line.split('\t').collect();
    let [lemma, pos, gender @ ..] = columns.as_slice() else { return String::new() };
    let class = match *pos {
        "VERB" | "AUX" => Class::Verb,
        "NOUN" => Class::Noun,
        "ADJ" => Class::Adjective,
        _ => return String::new(),
    };
    let hints = Hints { gender: gender.first().and_then(|text| gender_of(text)), ..Hints::default() };
    let forms = paradigm(lemma, class, &hints).map(|paradigm| paradigm.forms()).unwrap_or_default();
    let mut out = String::new();
    for (form, cells) in forms {
        let mut names: Vec<String> = cells.iter().map(|cell| cell_name(&cell.name(), class)).collect();
        names.dedup();
        for name in names {
            out += &format!("{lemma}\t{pos}\t{form}\t{name}\n");
        }
    }
    out
}

/// A noun's cells are told by number alone: `s`, `p`.
fn cell_name(name: &str, class: Class) -> String {
    match class {
        Class::Noun => name.chars().last().into_iter().collect(),
        _ => name.into(),
    }
}

/// `m`, `f`; both letters, or `mf`, for a noun of both.
fn gender_of(text: &str) -> Option<Gender> {
    match (text.contains(['m', 'M']), text.contains(['f', 'F'])) {
        (true, true) => Some(Gender::Both),
        (true, false) => Some(Gender::Masculine),
        (false, true) => Some(Gender::Feminine),
        (false, false) => None,
    }
}
