//! `gloss-full-stop`: a gloss that ends like a sentence.

use super::subject::{Subject, Text};
use super::{Lint, Look};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::span::Span;

pub static LINT: Lint = Lint {
    code: "gloss-full-stop",
    severity: Severity::Warning,
    finds: "A gloss that ends with a full stop.",
    why: "A gloss is a word or two between the lines, not a sentence.",
    example: r#"
[[entry]]
term = "trêve"
pos = "noun"
gender = "f"
gloss = "truce."
"#,
    look: Look::Entry(look),
};

/// Abbreviations that end with one.
const ABBREVIATIONS: [&str; 12] =
    ["etc.", "Inc.", "Ltd.", "Corp.", "Jr.", "Sr.", "St.", "no.", "vs.", "approx.", "sb.", "sth."];

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    subject.glosses().into_iter().filter_map(|(_, gloss)| full_stop(gloss)).collect()
}

fn full_stop(gloss: Text<'_>) -> Option<Diagnostic> {
    let kept = gloss.value.trim_end();
    let last = kept.rsplit([' ', '(']).next().unwrap_or_default();
    let is_abbreviation = ABBREVIATIONS.contains(&last) || last.trim_end_matches('.').contains('.');
    if !kept.ends_with('.') || kept.ends_with("..") || is_abbreviation {
        return None;
    }
    let stop = Span::new(kept.len() - 1, kept.len());
    let finding = LINT.finding(gloss.place(stop), "this gloss ends with a full stop");
    Some(match gloss.edit(stop, "") {
        Some(edit) => finding.with_fix("remove it", vec![edit]),
        None => finding,
    })
}
