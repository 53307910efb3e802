//! `glose check`: everything that is wrong with a glossary.

mod explain;
mod report;

pub(super) use report::counted;

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::findings::{self, Report};
use super::{Outcome, output, say};
use crate::article;
use crate::builtin::GLOSSARY;
use crate::diagnostic::{Diagnostic, Severity};
use crate::store::input::{self, Input};
use crate::store::layers::{FILE, Source, layers};

/// Find everything that is wrong with a glossary or an article, each with its place
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  glose check                             your own glossaries, or the built-in one
  glose check glossary.toml               one file
  glose check --fix glossary.toml         set right what has one right answer
  glose check --explain                   all rules; with a name, everything about one
  glose check --format github             as annotations of a pull request
  glose check --format json | jq '.[].code'

Exit status: 0 nothing wrong, 1 errors or warnings, 2 could not read or write a file.")]
pub(super) struct Options {
    /// Glossaries, or `-` for one on standard input; what ends in .md or .txt is an article
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// How the findings are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Set right in the file what has one right answer, and tell the rest; `-` is written to standard output
    #[arg(long)]
    fix: bool,

    /// Hints too: what could be better, and entries that are found in no article
    #[arg(long)]
    hints: bool,

    /// What a rule finds, why it matters, and an example; without a name, all rules
    #[arg(long, value_name = "LINT", num_args = 0..=1, default_missing_value = "", conflicts_with = "files")]
    explain: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With the lines they are about and a caret
    Text,
    /// A list of objects
    Json,
    /// As GitHub shows them beside the lines of a pull request
    Github,
}

pub(super) fn run(options: &Options, glossary: Option<&Path>) -> anyhow::Result<Outcome> {
    if let Some(code) = &options.explain {
        return explain::run(code);
    }
    let mut reports = reports(options, glossary)?;
    if !options.hints {
        let is_worse = |finding: &Diagnostic| finding.severity < Severity::Hint;
        reports.iter_mut().for_each(|report| report.findings.retain(is_worse));
    }
    let is_piped = options.fix && reports.iter().any(|report| report.path.is_none());
    let mut out = output();
    match options.format {
        // The text that was set right is on standard output.
        _ if is_piped => report::brief(&reports),
        Format::Text => report::text(&mut out, &reports)?,
        Format::Json => report::json(&mut out, &reports)?,
        Format::Github => report::github(&mut out, &reports)?,
    }
    out.flush()?;
    let is_wrong = |finding: &Diagnostic| finding.severity <= Severity::Warning;
    let any = reports.iter().any(|report| report.findings.iter().any(is_wrong));
    Ok(if any { Outcome::Findings } else { Outcome::Well })
}

/// What is wrong with the files that were asked for, or with the person's own glossaries.
fn reports(options: &Options, glossary: Option<&Path>) -> anyhow::Result<Vec<Report>> {
    let extent = if options.hints { findings::Extent::WithLibrary } else { findings::Extent::Alone };
    if options.files.is_empty() {
        let mut sources = own(glossary)?;
        if options.fix {
            let is_ours = sources.iter().all(|source| source.path.is_none() && source.text == GLOSSARY);
            anyhow::ensure!(!is_ours, "nothing to set right: you have no glossary of your own; name a file");
            findings::fix_all(&mut sources)?;
        }
        return Ok(findings::of_layers(sources, extent));
    }
    let mut reports = Vec::new();
    for file in &options.files {
        let input = input::file_or_stdin(file)?;
        input.note.iter().for_each(say);
        let is_article = file.extension().is_some_and(|ending| ending == "md" || ending == "txt");
        if is_article {
            reports.push(of_article(input));
            continue;
        }
        let mut sources = vec![Source::new(input)];
        if options.fix {
            findings::fix_all(&mut sources)?;
        }
        reports.extend(findings::of_layers(sources, extent));
    }
    Ok(reports)
}

/// The person's own glossaries; else the built-in one.
fn own(glossary: Option<&Path>) -> anyhow::Result<Vec<Source>> {
    let mut layers = layers(glossary, None)?;
    layers.troubles.iter().for_each(say);
    let here = Path::new(FILE);
    let is_there = |source: &Source| source.path.as_deref() == Some(here);
    // Left out of the layers where it is the built-in one: but it is what its editor checks.
    if glossary.is_none() && here.is_file() && !layers.own.iter().any(is_there) {
        layers.own.insert(0, Source::new(input::file(here)?));
    }
    if !layers.own.is_empty() {
        return Ok(layers.own);
    }
    let name = "built-in".to_owned();
    Ok(vec![Source::new(Input { name, path: None, id: None, text: GLOSSARY.to_owned(), note: None })])
}

fn of_article(input: Input) -> Report {
    let (article, findings) = article::parse(&input.text);
    let extent = counted(article.blocks.len(), "paragraph", "paragraphs");
    Report { name: input.name, path: input.path, text: input.text, findings, extent }
}
