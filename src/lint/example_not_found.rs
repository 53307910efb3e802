//! `example-not-found`: an example in which something else is found than its braces say.

use super::subject::Subject;
use super::{Lint, Look};
use crate::diagnostic::{Diagnostic, Severity};

pub static LINT: Lint = Lint {
    code: "example-not-found",
    severity: Severity::Warning,
    finds: "An example in which the entry is not found exactly where the braces stand.",
    why: "What is not found in its own example is hardly found in an article. Either the braces hold \
          too much or too little, or the term is written so that it does not fit, or another entry wins: \
          the label says which.",
    example: r#"
[[entry]]
term = "cessez-le-feu"
pos = "noun"
gender = "m"
plural = "="
gloss = "ceasefire"
examples = ["L'{armistice} a été signé."]
"#,
    look: Look::Entry(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for trial in subject.trials() {
        let Some(example) = &trial.example else { continue };
        if !trial.is_as_written(example) {
            let message = format!("`{}` is not found as the braces say", subject.entry.term);
            let difference = example.place_of_difference(&trial.spans, trial.text.value);
            let label = trial.instead(example, (subject.id, subject.matcher()));
            findings.push(LINT.finding(trial.text.place(difference), message).labelled(label));
        }
    }
    findings
}
