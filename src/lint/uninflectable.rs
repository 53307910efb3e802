//! `uninflectable`: a verb that ends like none.

use super::subject::Subject;
use super::term_form;
use super::{Lint, Look};
use crate::diagnostic::{Diagnostic, Severity};
use crate::french::form::Form;
use crate::french::lexicon::Readings;
use crate::french::paradigm::{Class, Hints, Uninflectable, paradigm};
use crate::french::reading::Cells;
use crate::glossary::notation::{self, Part};
use crate::glossary::{Entry, Pos};

pub static LINT: Lint = Lint {
    code: "uninflectable",
    severity: Severity::Warning,
    finds: "A verb, or an expression that works as one, without an infinitive in it.",
    why: "Its other forms cannot be made, so it is only found as it is written: *il en va de même* alone, \
          and never *il en allait de même*, which is no more than a hint. Write the infinitive, or call it a \
          `phrase`.",
    example: r#"
[[entry]]
term = "au pied du mur"
pos = "verb"
gloss = "to be up against it"
"#,
    look: Look::Entry(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let entry = subject.entry;
    let has_other_fault = || term_form::dictionary_form(subject).is_some();
    if entry.pos != Pos::Verb || has_infinitive(entry) || has_other_fault() {
        return Vec::new();
    }
    let message = format!("`{}` is called a verb, and has no infinitive", entry.term);
    let help =
        "write the infinitive (-er, -ir, -oir, -re), or another `pos`; as it is, it is matched as written";
    let finding = LINT.finding(subject.term(), message).with_help(help);
    vec![if is_conjugated(subject) { Diagnostic { severity: Severity::Hint, ..finding } } else { finding }]
}

/// True of an expression that is quoted with its verb conjugated, as dictionaries do: *il en va de même*.
fn is_conjugated(subject: &Subject<'_>) -> bool {
    let is_finite = |word: &str| {
        let mut readings = Readings::new();
        subject.matcher().look_up(&Form::new(word), &mut readings);
        readings.iter().any(|reading| reading.cells.meets(Cells::FINITE))
    };
    subject.entry.term.split([' ', '\'', '’']).any(is_finite)
}

/// True when one of its words inflects as verbs do; also of what cannot be read, which is another fault.
fn has_infinitive(entry: &Entry) -> bool {
    let inflects = |word: &String| {
        !matches!(paradigm(word, Class::Verb, &Hints::default()), Err(Uninflectable::NoInfinitive(_)))
    };
    notation::parse(&entry.term).map_or(true, |term| {
        term.parts.iter().any(|part| matches!(part, Part::Word { any_of, .. } if any_of.iter().any(inflects)))
    })
}
