//! `found-in-never`: an entry that is found where its editor says it must not be.

use super::subject::{Purpose, Subject};
use super::{Lint, Look};
use crate::annotate::explain::surface;
use crate::diagnostic::{Diagnostic, Severity};

pub static LINT: Lint = Lint {
    code: "found-in-never",
    severity: Severity::Warning,
    finds: "An entry that is found in a sentence of its own `never`.",
    why: "The sentence is there because the look-alike fooled somebody once, and it does so again. Make the \
          term longer or tighter, or write an entry for the look-alike.",
    example: r#"
[[entry]]
term = "blanc"
pos = "adj"
gloss = "white"
never = ["La Maison est toute blanche."]
"#,
    look: Look::Entry(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for trial in subject.trials().iter().filter(|trial| trial.is == Purpose::Never) {
        let Some(found) = trial.found.first() else { continue };
        let message = format!("`{}` is found where it never should be", subject.entry.term);
        let span = found.spans.first().copied().unwrap_or_default();
        let label = format!("found: “{}”", surface(found, trial.sentence()));
        findings.push(LINT.finding(trial.text.place(span), message).labelled(label));
    }
    findings
}
