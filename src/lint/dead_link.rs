//! `dead-link`: a `see` that leads nowhere.

use super::subject::{Subject, Text};
use super::{Lint, Look};
use crate::diagnostic::{Diagnostic, Severity, did_you_mean};
use crate::text::fold::{Accents, fold};

pub static LINT: Lint = Lint {
    code: "dead-link",
    severity: Severity::Warning,
    finds: "A `see` to a term that no glossary has, or to the entry itself.",
    why: "The reader is told that it is worth a look, and there is nothing to look at.",
    example: r#"
[[entry]]
term = "trêve"
pos = "noun"
gender = "f"
gloss = "truce"
see = ["armistisse"]

[[entry]]
term = "armistice"
pos = "noun"
gender = "m"
gloss = "armistice"
"#,
    look: Look::Entry(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    subject.texts("see").into_iter().filter_map(|link| dead(subject, link)).collect()
}

fn dead(subject: &Subject<'_>, link: Text<'_>) -> Option<Diagnostic> {
    let folded = |text: &str| fold(text, Accents::Kept);
    if folded(link.value) == folded(&subject.entry.term) {
        return Some(LINT.finding(link.span, format!("`{}` is a link to itself", link.value)));
    }
    if subject.known().has(link.value) {
        return None;
    }
    let finding = LINT.finding(link.span, format!("no entry is called `{}`", link.value));
    Some(match did_you_mean(&folded(link.value), subject.known().terms()) {
        Some(meant) => finding.labelled(format!("did you mean `{meant}`?")),
        None => finding.with_help("write the term as its entry does, or add an entry"),
    })
}
