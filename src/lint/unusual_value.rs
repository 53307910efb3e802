//! `unusual-value`: a topic or a register that is nearly one that other entries have, and what a `near`
//! cannot ask for.

use super::subject::Subject;
use super::{Lint, Look};
use crate::annotate::setting;
use crate::diagnostic::{Diagnostic, Severity, did_you_mean};
use crate::glossary::Sense;

pub static LINT: Lint = Lint {
    code: "unusual-value",
    severity: Severity::Warning,
    finds: "A topic or a register that no other entry has and that is nearly one that others have; a word \
            of `near` that begins with a colon and asks for nothing; several words where `near` takes one.",
    why: "Senses are chosen by the topic of the article: one that is written otherwise never fits. A new \
          topic that is like no other is welcome. How a term stands is asked for by its name, as `:number`. \
          Of *extrême droite* in `near` only *droite* would tell anything.",
    example: r#"
[[entry]]
term = "trêve"
pos = "noun"
gender = "f"
gloss = "truce"
topic = "conflit"

[[entry]]
term = "otage"
pos = "noun"
gender = "mf"
gloss = "hostage"
topic = "conflict"

[[entry]]
term = "obus"
pos = "noun"
gender = "m"
gloss = "shell"
topic = "conflict"
"#,
    look: Look::Entry(look),
};

/// How often a value stands that is meant.
const USUAL: usize = 2;

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let known = subject.known();
    let own = |key, value: Option<&String>| Some((key, value?.clone(), subject.key(key)?));
    let of_sense = |sense: &Sense| Some(("topic", sense.topic.clone()?, subject.header()));
    let topic = own("topic", subject.entry.topic.as_ref());
    let of_senses = subject.entry.senses.iter().filter_map(of_sense);
    let register = own("register", subject.entry.register.as_ref());
    let mut findings = Vec::new();
    for (key, value, place) in topic.into_iter().chain(of_senses).chain(register) {
        let all = if key == "topic" { known.topics() } else { known.registers() };
        let is_usual = |one: &&str| all.get(*one).is_some_and(|times| *times >= USUAL);
        if is_usual(&value.as_str()) {
            continue;
        }
        if let Some(meant) = did_you_mean(&value, all.keys().map(String::as_str).filter(is_usual)) {
            let message = format!("no other entry has the {key} `{value}`");
            findings.push(LINT.finding(place, message).labelled(format!("did you mean \"{meant}\"?")));
        }
    }
    findings.extend(unknown_settings(subject));
    findings.extend(several_words(subject));
    findings
}

/// What the senses ask for with a colon, where there is no such thing.
fn unknown_settings(subject: &Subject<'_>) -> impl Iterator<Item = Diagnostic> {
    let near = subject.entry.senses.iter().flat_map(|sense| &sense.near);
    let unknown = near.filter(|word| word.starts_with(':') && !setting::names().any(|name| name == *word));
    unknown.map(|word| {
        let label = match did_you_mean(word, setting::names()) {
            Some(meant) => format!("did you mean \"{meant}\"?"),
            None => format!("there is {}", setting::names().collect::<Vec<_>>().join(" ")),
        };
        LINT.finding(subject.header(), format!("`{word}` asks for nothing")).labelled(label)
    })
}

/// What stands before the one word of a hint: *se refermer*, *le bilan*.
const BEFORE_HINT: [&str; 6] = ["se", "le", "la", "les", "un", "une"];

/// The words of `near` that are several, of which only the last would count.
fn several_words(subject: &Subject<'_>) -> impl Iterator<Item = Diagnostic> {
    let near = subject.entry.senses.iter().flat_map(|sense| &sense.near);
    let parted = near.filter_map(|words| Some((words, words.rsplit_once(' ')?)));
    parted.filter(|(_, (before, _))| !BEFORE_HINT.contains(before)).map(|(words, (_, last))| {
        let message = format!("of `{words}` only `{last}` tells anything");
        LINT.finding(subject.header(), message).labelled("write the one word that tells the sense")
    })
}
