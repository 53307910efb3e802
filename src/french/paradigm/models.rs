//! The table of irregular verbs, `data/verbs.txt`: which row a verb is conjugated by.
//!
//! Knows no verb in *-er* but *aller*, *envoyer* and their like.

use std::sync::LazyLock;

use super::conjugation::{Parts, Verb, forms};
use crate::french::reading::Cells;

static MODELS: LazyLock<Vec<Model>> = LazyLock::new(|| parse(include_str!("../data/verbs.txt")));

/// One row of the table.
struct Model {
    /// True for a row that holds for every verb with its ending: `-tenir`.
    is_ending: bool,
    /// *tenir*; *naître/naitre*.
    head: &'static str,
    /// *tiens tenons tiennent tiendrai tins tenu*.
    parts: [&'static str; 6],
    /// *prs.3s*, *clôt*.
    exceptions: Vec<(&'static str, &'static str)>,
    /// Verbs named in the lines below the row.
    members: Vec<&'static str>,
}

/// A row found for a verb.
pub(super) struct Found<'l> {
    model: &'static Model,
    /// What the verb has before the forms of the row: *ob-* of *obtenir*.
    prefix: &'l str,
}

/// The rows by which `lemma` is conjugated: those that name it, else those with its longest ending.
pub(super) fn find(lemma: &str) -> Vec<Found<'_>> {
    let mut best = 0;
    let mut found = Vec::new();
    for model in MODELS.iter() {
        let Some((prefix, rank)) = fit(model, lemma).filter(|(_, rank)| *rank >= best) else { continue };
        if rank > best {
            best = rank;
            found.clear();
        }
        found.push(Found { model, prefix });
    }
    found
}

/// How well a row fits: a verb it names before any ending, a longer ending before a shorter.
fn fit<'l>(model: &Model, lemma: &'l str) -> Option<(&'l str, usize)> {
    const NAMED: usize = usize::MAX;
    let prefix = forms(model.head).filter_map(|head| lemma.strip_suffix(head)).next()?;
    if model.members.contains(&lemma) || (prefix.is_empty() && !model.is_ending) {
        return Some((prefix, NAMED));
    }
    model.is_ending.then_some((prefix, lemma.len() - prefix.len()))
}

impl Found<'_> {
    /// Writes the forms of the verb.
    pub fn conjugate(&self, draft: &mut super::draft::Draft) {
        let [je, nous, ils, future, past, participle] = self.model.parts;
        let mut verb = Verb { draft, prefix: self.prefix };
        verb.conjugate(&Parts {
            infinitive: self.model.head.into(),
            je: je.into(),
            nous: nous.into(),
            vous: nous.split('/').map(vous).collect::<Vec<_>>().join("/").into(),
            ils: ils.into(),
            future: future.into(),
            past: past.into(),
            participle: participle.into(),
        });
        for (key, value) in &self.model.exceptions {
            except(&mut verb, key, value);
        }
    }
}

/// *tenez* of *tenons*.
fn vous(nous: &str) -> String {
    nous.strip_suffix("ons").map_or_else(|| "-".into(), |stem| format!("{stem}ez"))
}

/// Applies one exception of a row: `prs.3s=clôt`, `only=inf,3s`.
fn except(verb: &mut Verb<'_>, key: &str, value: &str) {
    let values: Vec<&str> = value.split(',').collect();
    let named = |names: &[&str]| names.iter().fold(Cells::NONE, |all, name| all | cells(name));
    match (key, values.as_slice()) {
        ("only", names) => verb.draft.clear(!named(names)),
        ("no", names) => verb.draft.clear(named(names)),
        (_, values) => {
            verb.draft.clear(cells(key));
            replace(verb, key, values);
        }
    }
}

/// Puts forms in the place of those taken away: one for each cell, or the stems of a tense.
fn replace(verb: &mut Verb<'_>, key: &str, values: &[&str]) {
    match (key, values) {
        ("sbj", [je]) => forms(je).for_each(|je| verb.subjunctive(je, "")),
        ("sbj", [je, nous]) => forms(je).zip(forms(nous)).for_each(|(je, nous)| verb.subjunctive(je, nous)),
        ("ipf", [je]) => forms(je).for_each(|je| verb.imperfect(je)),
        _ => {
            for (cell, value) in cells(key).iter().zip(values) {
                forms(value).for_each(|form| verb.put_form(form, cell));
            }
        }
    }
}

/// The cells of a name: `prs.3s`, a tense `prs`, a person `3s`.
fn cells(name: &str) -> Cells {
    let is_of = |cell: &Cells| {
        let own = cell.name();
        own == name || own.split('.').any(|part| part == name)
    };
    (!Cells::NOMINAL).iter().filter(is_of).fold(Cells::NONE, |all, cell| all | cell)
}

fn parse(table: &'static str) -> Vec<Model> {
    let mut models: Vec<Model> = Vec::new();
    for line in table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let words = line.split_whitespace();
        match models.last_mut() {
            Some(model) if line.starts_with(' ') => model.members.extend(words),
            _ => models.extend(row(words)),
        }
    }
    models
}

/// One row; none where parts are lacking.
fn row(mut words: impl Iterator<Item = &'static str>) -> Option<Model> {
    let head = words.next()?;
    let mut parts = ["-"; 6];
    for part in &mut parts {
        *part = words.next()?;
    }
    Some(Model {
        is_ending: head.starts_with('-'),
        head: head.trim_start_matches('-'),
        parts,
        exceptions: words.filter_map(|word| word.split_once('=')).collect(),
        members: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_understood() {
        let rows = include_str!("../data/verbs.txt")
            .lines()
            .filter(|line| line.starts_with(|c: char| c == '-' || c.is_alphabetic()));
        assert_eq!(MODELS.len(), rows.count());
        for model in MODELS.iter() {
            for member in &model.members {
                assert!(
                    forms(model.head).any(|head| member.ends_with(head)),
                    "{member} below {}",
                    model.head
                );
            }
            for (key, value) in &model.exceptions {
                let names = if matches!(*key, "only" | "no") { value } else { key };
                assert!(names.split(',').all(|name| !cells(name).is_empty()), "{key}={value}");
            }
        }
    }
}
