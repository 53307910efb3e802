//! `idle-sense`: a sense that nothing can choose.

use super::subject::Subject;
use super::{Lint, Look};
use crate::diagnostic::{Diagnostic, Severity};
use crate::glossary::Sense;

pub static LINT: Lint = Lint {
    code: "idle-sense",
    severity: Severity::Warning,
    finds: "A sense that is never chosen: without `near` and without a topic of its own, behind the default; \
            or with `:only` and no setting.",
    why: "The first sense without `near` is the default. Another sense needs words that give it away, or the \
          topic of the articles in which it is meant.",
    example: r#"
[[entry]]
term = "cour"
pos = "noun"
gender = "f"

  [[entry.sense]]
  gloss = "court"

  [[entry.sense]]
  gloss = "courtyard"
"#,
    look: Look::Entry(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let senses = &subject.entry.senses;
    let default = senses.iter().position(|sense| sense.near.is_empty()).unwrap_or(0);
    let idle = (0..senses.len()).filter(|at| *at != default && !can_be_chosen(&senses[..*at], &senses[*at]));
    idle.filter_map(|at| {
        let place = subject.sense(at)?;
        let message = format!("the sense “{}” is never chosen", senses[at].gloss);
        let help = "give it `near`: the words that stand beside it when it is meant";
        Some(LINT.finding(place, message).with_help(help))
    })
    .collect()
}

/// True when one of its words, or its topic, is that of no sense before it. Where a setting of the sense holds,
/// only those that have it too are before it; and beside `:only` words tell nothing without a setting.
fn can_be_chosen(before: &[Sense], sense: &Sense) -> bool {
    let is_only = |word: &&String| *word == ":only";
    let settings: Vec<&String> =
        sense.near.iter().filter(|word| word.starts_with(':') && !is_only(word)).collect();
    let is_rival =
        |other: &&Sense| settings.is_empty() || settings.iter().any(|setting| other.near.contains(setting));
    let is_taken = |word: &String| before.iter().filter(is_rival).any(|other| other.near.contains(word));
    let has_topic = |topic: &String| before.iter().any(|other| other.topic.as_ref() == Some(topic));
    let tells = !settings.is_empty() || !sense.near.iter().any(|word| is_only(&word));
    tells && sense.near.iter().any(|word| !is_only(&word) && !is_taken(word))
        || sense.topic.as_ref().is_some_and(|topic| !has_topic(topic))
}
