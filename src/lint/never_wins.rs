//! `never-wins`: a spelling of one entry that another entry always takes.

use super::known::{Headword, Spelling};
use super::subject::{Subject, Text};
use super::{Lint, Look};
use crate::annotate::EntryId;
use crate::diagnostic::{Diagnostic, Severity};

pub static LINT: Lint = Lint {
    code: "never-wins",
    severity: Severity::Warning,
    finds: "A term or a variant of one entry that is a variant or the term of an earlier one, with the \
            same part of speech.",
    why: "Both match the same words, and the earlier entry always wins: this spelling is never shown with \
          this gloss. Take it out of one of them, or make two senses of one entry.",
    example: r#"
[[entry]]
term = "hôtel Matignon"
pos = "name"
gloss = "the prime minister's office"
variants = ["Matignon"]

[[entry]]
term = "Matignon"
pos = "name"
gloss = "the French prime minister"
"#,
    look: Look::Entry(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let term = subject.text("term").map(|text| (text, Spelling::Term));
    let variants = subject.texts("variants").into_iter().map(|text| (text, Spelling::Variant));
    term.into_iter().chain(variants).filter_map(|written| spelling(subject, written)).collect()
}

fn spelling(subject: &Subject<'_>, (text, is): (Text<'_>, Spelling)) -> Option<Diagnostic> {
    let beats = |other: &&Headword| {
        // Two terms are a duplicate.
        (other.is, is) != (Spelling::Term, Spelling::Term)
            && other.pos == subject.entry.pos
            && other.id.layer == subject.home.layer
            && other.id.index < subject.home.index
    };
    let winner = subject.known().headwords(text.value).iter().find(beats)?;
    let owner = subject.known_entry(winner.id);
    let message = format!("`{}` is always found as `{owner}`, of line {}", text.value, winner.line);
    Some(LINT.finding(text.span, message).labelled("never wins"))
}

impl Subject<'_> {
    /// The headword of an entry that was known before this one was tried.
    fn known_entry(&self, id: EntryId) -> String {
        // A draft lies over the layers that are known.
        let raised = EntryId { layer: id.layer + u32::from(self.is_draft()), ..id };
        self.matcher().entry(raised).term.clone()
    }
}
