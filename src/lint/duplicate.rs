//! `duplicate`: a headword that stands twice with the same part of speech.

use super::known::Spelling;
use super::subject::Subject;
use super::{Lint, Look};
use crate::diagnostic::{Diagnostic, Severity};

pub static LINT: Lint = Lint {
    code: "duplicate",
    severity: Severity::Warning,
    finds: "An entry whose term and part of speech another entry of the same glossary has.",
    why: "Only the first of them is ever shown. Put both meanings into one entry, as two senses.",
    example: r#"
[[entry]]
term = "cour"
pos = "noun"
gender = "f"
gloss = "court"

[[entry]]
term = "cour"
pos = "noun"
gender = "f"
gloss = "courtyard"
"#,
    look: Look::Entry(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let entry = subject.entry;
    let same = |other: &&super::known::Headword| {
        other.is == Spelling::Term
            && other.pos == entry.pos
            && other.id.layer == subject.home.layer
            && other.id.index < subject.home.index
    };
    let Some(first) = subject.known().headwords(&entry.term).iter().find(same) else { return Vec::new() };
    let message = format!("`{}` stands already at line {}, as {}", entry.term, first.line, entry.pos.key());
    let help = "put both meanings into one entry, as two [[entry.sense]]";
    vec![LINT.finding(subject.header(), message).with_help(help)]
}
