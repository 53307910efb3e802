//! `glose forms`: every form that the program recognises for a headword.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{Outcome, open_layers, output, say};
use crate::annotate::{EntryId, Matcher};
use crate::export::forms::{class_of, table, tsv};
use crate::french::paradigm::{Class, Hints};
use crate::french::reading::Gender;
use crate::store::input;
use crate::text::visible::visible_table;

/// Show every form of a headword, as a grammar would print them
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  glose forms négocier
  glose forms œil
  glose forms élu --pos noun --gender m
  glose forms --tsv lemmas.tsv       lines of `lemma TAB pos [TAB gender]`; `-` for standard input")]
pub(super) struct Options {
    /// A single word in its dictionary form
    #[arg(required_unless_present = "tsv")]
    term: Option<String>,

    /// Its part of speech: verb, noun, adj …; without it, that of its entries, or by its ending
    #[arg(long)]
    pos: Option<String>,

    /// The gender of a noun
    #[arg(long, value_parser = ["m", "f", "mf"])]
    gender: Option<String>,

    /// Make the forms of all lemmas in a file, for programs
    #[arg(long, value_name = "FILE", conflicts_with_all = ["term", "pos", "gender"])]
    tsv: Option<PathBuf>,
}

pub(super) fn run(options: &Options, glossary: Option<&Path>) -> anyhow::Result<Outcome> {
    let mut out = output();
    if let Some(file) = &options.tsv {
        out.write_all(visible_table(&tsv(&input::open(file)?.text)).as_bytes())?;
        out.flush()?;
        return Ok(Outcome::Well);
    }
    let term = options.term.as_deref().unwrap_or_default().trim();
    let tables: Result<Vec<String>, _> =
        wanted(term, options, glossary)?.iter().map(|(class, hints)| table(term, *class, hints)).collect();
    match tables {
        Ok(tables) => out.write_all(visible_table(&tables.join("\n")).as_bytes())?,
        Err(reason) => {
            say(format_args!("no forms: {term}; {reason}"));
            return Ok(Outcome::Findings);
        }
    }
    out.flush()?;
    Ok(Outcome::Well)
}

/// What the term is to be inflected as: as asked, as its entries say, or as its ending suggests.
fn wanted(term: &str, options: &Options, glossary: Option<&Path>) -> anyhow::Result<Vec<(Class, Hints)>> {
    let gender = options.gender.as_deref().map(|key| match key {
        "m" => Gender::Masculine,
        "f" => Gender::Feminine,
        _ => Gender::Both,
    });
    if let Some(pos) = &options.pos {
        let Some(class) = class_of(pos) else {
            anyhow::bail!(
                "not a part of speech: {pos}; one of verb noun adj adv prep conj pron det num interj name"
            );
        };
        return Ok(vec![(class, Hints { gender, ..Hints::default() })]);
    }
    let entries = of_entries(term, &open_layers(glossary, None)?.matcher());
    if gender.is_none() && !entries.is_empty() {
        return Ok(entries);
    }
    let is_infinitive =
        ["er", "ir", "ïr", "re"].iter().any(|ending| term.ends_with(ending)) && gender.is_none();
    let class = if is_infinitive { Class::Verb } else { Class::Noun };
    Ok(vec![(class, Hints { gender, ..Hints::default() })])
}

/// The parts of speech that the glossaries give a headword, each once, the strongest layer first.
fn of_entries(term: &str, matcher: &Matcher) -> Vec<(Class, Hints)> {
    let mut found: Vec<(Class, Hints)> = Vec::new();
    let ids: Vec<EntryId> = matcher.entries_of(term);
    for entry in ids.into_iter().map(|id| matcher.entry(id)) {
        let Some(class) = class_of(entry.pos.key()) else { continue };
        if found.iter().all(|(other, _)| *other != class) {
            let (plural, feminine) = (entry.plural.clone(), entry.feminine.clone());
            found.push((class, Hints { gender: entry.gender, plural, feminine }));
        }
    }
    found
}
