//! `term-form`: a headword that is a form of another.

use super::known::Headword;
use super::subject::Subject;
use super::{Lint, Look};
use crate::diagnostic::{Diagnostic, Severity};
use crate::french::form::Form;
use crate::french::lexicon::Readings;
use crate::french::reading::{Cells, Reading, Upos};
use crate::glossary::Pos;
use crate::text::span::Span;

pub static LINT: Lint = Lint {
    code: "term-form",
    severity: Severity::Warning,
    finds: "A term that is not in its dictionary form: a plural, a feminine, a conjugated verb.",
    why: "Every form is found from the dictionary form, and from a form only what looks like it: \
          *négociations* as a headword misses *la négociation*. A noun that means something of its own in \
          the plural says so with `plural = \"=\"`.",
    example: r#"
[[entry]]
term = "négociations"
pos = "noun"
gender = "f"
gloss = "talks"

[[entry]]
term = "négociation"
pos = "noun"
gender = "f"
gloss = "negotiation"
"#,
    look: Look::Entry(look),
};

/// Nouns that look like the plural of another and mean something of their own.
const OWN: [&str; 28] = [
    "agissements",
    "archives",
    "avaries",
    "condoléances",
    "errements",
    "félicitations",
    "intempéries",
    "libations",
    "oreillons",
    "paillettes",
    "assises",
    "ciseaux",
    "cours",
    "échecs",
    "fils",
    "fois",
    "fonds",
    "gages",
    "jumelles",
    "lettres",
    "lunettes",
    "menottes",
    "mœurs",
    "poursuites",
    "toilettes",
    "vacances",
    "vers",
    "vivres",
];

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(lemma) = dictionary_form(subject) else { return Vec::new() };
    let term = &subject.entry.term;
    let finding = LINT.finding(subject.term(), format!("`{term}` is a form of `{lemma}`"));
    if let Some(other) = twin(subject, &lemma) {
        let help = format!("put what it says into the entry at line {}, or add: plural = \"=\"", other.line);
        return vec![finding.with_help(help)];
    }
    let finding = finding.labelled(format!("write `{lemma}`"));
    let whole = subject.text("term").filter(|text| text.value == *term);
    vec![match whole.and_then(|text| text.edit(Span::new(0, text.value.len()), &lemma)) {
        Some(edit) => finding.with_fix(format!("write `{lemma}`"), vec![edit]),
        None => finding,
    }]
}

/// The entry of the same glossary that has the dictionary form.
fn twin<'a>(subject: &Subject<'a>, lemma: &str) -> Option<&'a Headword> {
    let is_here = |other: &&Headword| other.id.layer == subject.home.layer && other.pos == subject.entry.pos;
    subject.known().headwords(lemma).iter().find(is_here)
}

/// The headword of which the term is a form, and not itself one.
pub(super) fn dictionary_form(subject: &Subject<'_>) -> Option<String> {
    let entry = subject.entry;
    if OWN.contains(&entry.term.as_str())
        || entry.term.contains([' ', '\'', '’', '-'])
        || entry.plural.is_some()
        || entry.feminine.is_some()
    {
        return None;
    }
    let mut readings = Readings::new();
    subject.matcher().look_up(&Form::new(&entry.term), &mut readings);
    let is_form = |reading: &&Reading| match entry.pos {
        Pos::Noun => reading.upos == Upos::Noun && is_within(reading.cells, Cells::PLURAL),
        Pos::Adj => reading.upos == Upos::Adj && is_within(reading.cells, Cells::PLURAL | Cells::FEMININE),
        Pos::Verb => reading.upos == Upos::Verb && !reading.cells.meets(Cells::INF),
        _ => false,
    };
    let lemma = |reading: &Reading| {
        let lemma = subject.matcher().headword(*reading)?;
        (lemma != entry.term).then(|| lemma.to_owned())
    };
    let is_itself = |reading: &Reading| {
        reading.cells.meets(Cells::INF) && reading.upos == Upos::Verb && entry.pos == Pos::Verb
    };
    if readings.iter().any(is_itself) {
        return None;
    }
    readings.iter().filter(is_form).find_map(lemma).or_else(|| certain_singular(subject))
}

/// The singular of a noun that ends as none does in the singular, though no layer has it.
fn certain_singular(subject: &Subject<'_>) -> Option<String> {
    const PLURALS: [&str; 6] = ["tions", "sions", "ités", "ements", "ismes", "eaux"];
    let term = &subject.entry.term;
    let is_plural = subject.entry.pos == Pos::Noun && PLURALS.iter().any(|ending| term.ends_with(ending));
    is_plural.then(|| term[..term.len() - 1].to_owned())
}

/// True of some cells that are all among `wanted`.
fn is_within(cells: Cells, wanted: Cells) -> bool {
    !cells.is_empty() && !cells.meets(!wanted)
}
