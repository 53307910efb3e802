//! `example-other-sense`: an example of one sense that is read as another.

use super::subject::{Purpose, Subject};
use super::trial::Trial;
use super::{Lint, Look};
use crate::diagnostic::{Diagnostic, Severity};

pub static LINT: Lint = Lint {
    code: "example-other-sense",
    severity: Severity::Warning,
    finds: "An example of one sense in which the program chooses another of the same entry.",
    why: "The reader of such a sentence would be shown the wrong gloss. Give the sense a `near` word that \
          stands in the sentence, or move the example.",
    example: r#"
[[entry]]
term = "bilan"
pos = "noun"
gender = "m"

  [[entry.sense]]
  gloss = "death toll"
  near = ["mort"]
  examples = ["Le {bilan} s'alourdit."]

  [[entry.sense]]
  gloss = "record"
"#,
    look: Look::Entry(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    subject.trials().iter().filter_map(|trial| other_sense(subject, trial)).collect()
}

fn other_sense(subject: &Subject<'_>, trial: &Trial<'_>) -> Option<Diagnostic> {
    let (Purpose::Example(Some(sense)), Some(example)) = (trial.is, &trial.example) else { return None };
    if !trial.is_as_written(example) {
        return None;
    }
    let other = trial.found.iter().find(|found| found.sense != sense)?;
    let message = format!("`{}` is found with another of its senses", subject.entry.term);
    let gloss = subject.entry.senses.get(other.sense).map_or("", |sense| &sense.gloss);
    let finding = LINT.finding(trial.text.place(example.first), message);
    Some(
        finding
            .labelled(format!("found as “{gloss}”"))
            .with_help("give this sense a `near` that stands here"),
    )
}
