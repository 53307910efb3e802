//! `gloss-repeats`: a gloss that is the French word again.

use super::subject::{Subject, Text};
use super::{Lint, Look};
use crate::diagnostic::{Diagnostic, Severity};
use crate::glossary::Pos;
use crate::text::fold::{Accents, fold};
use crate::text::span::Span;

pub static LINT: Lint = Lint {
    code: "gloss-repeats",
    severity: Severity::Warning,
    finds: "A gloss that says its French term again, with its accents, or that says the same thing twice.",
    why: "Whoever needs a gloss does not know the French. Words that English has too, such as *armistice*, \
          are no finding.",
    example: r#"
[[entry]]
term = "trêve"
pos = "noun"
gender = "f"
gloss = "trêve; truce"
"#,
    look: Look::Entry(look),
};

/// French words that English writes with their accents.
const ENGLISH: [&str; 30] = [
    "à la carte",
    "attaché",
    "baccalauréat",
    "café",
    "canapé",
    "chargé d'affaires",
    "cliché",
    "communiqué",
    "coup d'état",
    "crèche",
    "crème brûlée",
    "débutant",
    "décor",
    "déjà-vu",
    "émigré",
    "entrée",
    "façade",
    "fiancé",
    "papier-mâché",
    "pâté",
    "pétanque",
    "pied-à-terre",
    "première",
    "protégé",
    "purée",
    "raison d'être",
    "rosé",
    "soirée",
    "touché",
    "vis-à-vis",
];

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    subject.glosses().into_iter().flat_map(|(_, gloss)| repeated(subject, gloss)).collect()
}

fn repeated(subject: &Subject<'_>, gloss: Text<'_>) -> Vec<Diagnostic> {
    let folded = |text: &str| fold(text.trim(), Accents::Kept);
    let term = folded(&subject.entry.term);
    let is_french = subject.entry.pos != Pos::Name
        && !term.is_ascii()
        && !subject.entry.term.starts_with(char::is_uppercase)
        && !ENGLISH.contains(&term.as_str());
    let mut findings = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    let mut start = 0;
    for alternative in gloss.value.split_inclusive(';') {
        let written = alternative.trim_end_matches(';').trim();
        let at = start + alternative.find(written).unwrap_or_default();
        // *Provençal* is a word of English, and *God* is not *god*.
        let is_term = is_french && folded(written) == term && !written.starts_with(char::is_uppercase);
        let message = match written {
            _ if is_term => Some(format!("`{written}` is the French term again")),
            _ if seen.contains(&written) => Some(format!("`{written}` is said twice")),
            _ => None,
        };
        let place = Span::new(at, at + written.len());
        findings.extend(message.map(|message| LINT.finding(gloss.place(place), message)));
        seen.push(written);
        start += alternative.len();
    }
    findings
}
