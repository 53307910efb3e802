//! `gloss-too-long`: a gloss that does not go into a margin.

use super::known::words;
use super::subject::{Subject, Text};
use super::{Lint, Look};
use crate::diagnostic::{Diagnostic, Severity};

pub static LINT: Lint = Lint {
    code: "gloss-too-long",
    severity: Severity::Warning,
    finds: "A gloss with more than three alternatives, or with one of more than six words that is longer \
            than its term.",
    why: "A gloss is read in half a second, in the middle of a sentence. What needs a definition needs a \
          note. An idiom may be as long as the idiom it stands for.",
    example: r#"
[[entry]]
term = "mouroir"
pos = "noun"
gender = "m"
gloss = "a home for old people where nobody is cared for"
"#,
    look: Look::Entry(look),
};

const MOST_ALTERNATIVES: usize = 3;
const MOST_WORDS: usize = 6;

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    subject.glosses().into_iter().filter_map(|(_, gloss)| too_long(subject, gloss)).collect()
}

fn too_long(subject: &Subject<'_>, gloss: Text<'_>) -> Option<Diagnostic> {
    let alternatives: Vec<&str> = gloss.value.split(';').collect();
    if alternatives.len() > MOST_ALTERNATIVES {
        let message = format!("{} alternatives are more than one reads", alternatives.len());
        return Some(
            LINT.finding(gloss.span, message).with_help("keep the two or three that the news means"),
        );
    }
    let most = MOST_WORDS.max(subject.entry.term.split([' ', '\'', '’', '-']).count() + 1);
    let longest = alternatives.into_iter().map(length).max().filter(|count| *count > most)?;
    let message = format!("a gloss of {longest} words does not fit beside a line");
    Some(
        LINT.finding(gloss.span, message)
            .with_help("what one would pencil in is shorter; the rest is a note"),
    )
}

/// How many words are read: what stands in brackets, *to* and an article aside.
fn length(alternative: &str) -> usize {
    let mut rest = alternative;
    let mut count = 0;
    while let Some((before, after)) = rest.split_once('(') {
        count += full_words(before);
        rest = after.split_once(')').map_or("", |(_, after)| after);
    }
    count + full_words(rest)
}

fn full_words(text: &str) -> usize {
    words(text).filter(|word| !matches!(*word, "to" | "a" | "an" | "the" | "of" | "one's")).count()
}
