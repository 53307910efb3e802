//! `example-without-braces`: an example that does not show its term.

use super::subject::{Purpose, Subject};
use super::{Lint, Look};
use crate::diagnostic::{Diagnostic, Severity};

pub static LINT: Lint = Lint {
    code: "example-without-braces",
    severity: Severity::Warning,
    finds: "An example without {braces} around what must be found, or with one left open.",
    why: "The braces are shown to learners as emphasis, and an example without them tests nothing.",
    example: r#"
[[entry]]
term = "trêve"
pos = "noun"
gender = "f"
gloss = "truce"
examples = ["La trêve a tenu jusqu'à midi."]
"#,
    look: Look::Entry(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let without =
        subject.trials().iter().filter(|trial| trial.is != Purpose::Never && trial.example.is_none());
    let message = "an example has {braces} around what must be found";
    without.map(|trial| LINT.finding(trial.text.span, message)).collect()
}
