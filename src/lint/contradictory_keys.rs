//! `contradictory-keys`: a key that does not go with the part of speech, or with another key.

use super::subject::Subject;
use super::{Lint, Look};
use crate::diagnostic::{Diagnostic, Severity};
use crate::french::reading::Gender;
use crate::glossary::Pos;

pub static LINT: Lint = Lint {
    code: "contradictory-keys",
    severity: Severity::Warning,
    finds: "A gender, a plural or a feminine of what has none; `near` where there is one sense only.",
    why: "It says nothing, and one of the two keys is most likely wrong: a noun was called a verb, or a \
          sense is missing.",
    example: r#"
[[entry]]
term = "négocier"
pos = "verb"
gender = "m"
gloss = "to negotiate"
"#,
    look: Look::Entry(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let entry = subject.entry;
    let has_numbers = matches!(entry.pos, Pos::Noun | Pos::Adj | Pos::Pron | Pos::Det | Pos::Num | Pos::Name);
    let is_feminine = entry.gender == Some(Gender::Feminine);
    let what = match entry.pos {
        Pos::Verb => "a verb",
        Pos::Adv => "an adverb",
        _ => "a word of this part of speech",
    };
    let rules = [
        ("gender", !matches!(entry.pos, Pos::Noun | Pos::Name), format!("{what} has no gender")),
        ("plural", !has_numbers, format!("{what} has no plural")),
        ("feminine", !has_numbers, format!("{what} has no feminine")),
        ("feminine", is_feminine, "a feminine noun has no other feminine".to_owned()),
    ];
    let finding = |(key, is_wrong, message): (&str, bool, String)| {
        let place = subject.key(key).filter(|_| is_wrong)?;
        Some(LINT.finding(place, message).with_help("remove this line, or write another `pos`"))
    };
    rules.into_iter().filter_map(finding).chain(near(subject)).collect()
}

/// A hint to one of several senses, where there is one.
fn near(subject: &Subject<'_>) -> Option<Diagnostic> {
    let [sense] = subject.entry.senses.as_slice() else { return None };
    let place = subject.sense(0).filter(|_| !sense.near.is_empty())?;
    let message = "`near` chooses between senses, and there is one only";
    Some(LINT.finding(place, message).with_help("remove `near`, or add the other sense"))
}
