//! `glose check`: everything that is wrong with a glossary.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::{Outcome, output, say};
use crate::annotate::examples;
use crate::annotate::matcher::{Layer, Matcher};
use crate::article;
use crate::builtin::{self, GLOSSARY};
use crate::diagnostic::{Diagnostic, Severity};
use crate::export::json;
use crate::store::input::{self, Input};
use crate::store::layers::{FILE, Source, layers};
use crate::text::lines::Lines;
use crate::text::visible::visible;

/// Find everything that is wrong with a glossary or an article, each with its place
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  glose check                             your own glossaries, or the built-in one
  glose check glossary.toml               one file
  glose check --format github             as annotations of a pull request
  glose check --format json | jq '.[].code'

Exit status: 0 nothing wrong, 1 errors or warnings, 2 could not read a file.")]
pub(super) struct Options {
    /// Glossaries, or `-` for one on standard input; what ends in .md or .txt is an article
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// How the findings are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
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
    let reports = if options.files.is_empty() {
        own(glossary)?.into_iter().map(of_glossary).collect()
    } else {
        options.files.iter().map(|file| of_file(file)).collect::<anyhow::Result<Vec<_>>>()?
    };
    let mut out = output();
    match options.format {
        Format::Text => text(&mut out, &reports)?,
        Format::Json => json(&mut out, &reports)?,
        Format::Github => github(&mut out, &reports)?,
    }
    out.flush()?;
    let is_wrong = |finding: &Diagnostic| finding.severity <= Severity::Warning;
    let any = reports.iter().any(|report| report.findings.iter().any(is_wrong));
    Ok(if any { Outcome::Findings } else { Outcome::Well })
}

/// A file with what is wrong with it, in order of place.
struct Report {
    name: String,
    text: String,
    findings: Vec<Diagnostic>,
    /// What was looked at: `12 entries`.
    extent: String,
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

/// Checks a glossary, or an article by its ending.
fn of_file(file: &Path) -> anyhow::Result<Report> {
    let input = input::file_or_stdin(file)?;
    input.note.iter().for_each(say);
    let is_article = file.extension().is_some_and(|ending| ending == "md" || ending == "txt");
    if !is_article {
        return Ok(of_glossary(Source::new(input)));
    }
    let (article, findings) = article::parse(&input.text);
    let extent = counted(article.blocks.len(), "paragraph", "paragraphs");
    Ok(Report { name: input.name, text: input.text, findings, extent })
}

fn of_glossary(source: Source) -> Report {
    let findings = findings(&source);
    let extent = counted(source.glossary.entries.len(), "entry", "entries");
    Report { name: source.name, text: source.text, findings, extent }
}

fn findings(source: &Source) -> Vec<Diagnostic> {
    let own = Layer { name: source.name.clone(), glossary: source.glossary.clone() };
    // Its entries are of layer 0 either way.
    let layers = if source.text == GLOSSARY { Vec::new() } else { vec![own] };
    let matcher = Matcher::new(builtin::glossary(), layers);
    let mut findings = source.diagnostics.clone();
    findings.extend(examples::check(&source.text, &source.glossary, &matcher, 0));
    findings.sort_by_key(|found| found.span);
    findings
}

fn text(out: &mut impl Write, reports: &[Report]) -> std::io::Result<()> {
    for Report { name, text, findings, extent } in reports {
        for finding in findings {
            writeln!(out, "{}\n", finding.render(name, text))?;
        }
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        let counts: Vec<String> = [
            (count(Severity::Error), "error", "errors"),
            (count(Severity::Warning), "warning", "warnings"),
            (count(Severity::Hint), "hint", "hints"),
        ]
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, several)| counted(count, one, several))
        .collect();
        let counts = if counts.is_empty() { "nothing wrong".into() } else { counts.join(", ") };
        writeln!(out, "{name}: {counts} in {extent}")?;
    }
    Ok(())
}

/// `1 entry`, `2 entries`.
fn counted(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}

/// A finding as programs read it. Lines and columns count from 1, columns in characters.
#[derive(Serialize)]
struct Finding<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    start: usize,
    end: usize,
    severity: Severity,
    code: &'static str,
    message: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    label: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<&'a str>,
}

impl Report {
    fn list(&self) -> impl Iterator<Item = Finding<'_>> {
        let (name, source) = (self.name.as_str(), self.text.as_str());
        let lines = Lines::new(source);
        self.findings.iter().map(move |finding| {
            let (start, end) = (finding.span.start, finding.span.end);
            let (from, to) = (lines.position(source, start), lines.position(source, end));
            Finding {
                file: name,
                line: from.line,
                column: from.column,
                end_line: to.line,
                end_column: to.column,
                start,
                end,
                severity: finding.severity,
                code: finding.code,
                message: &finding.message,
                label: &finding.label,
                help: finding.help.as_deref(),
                fix: finding.fix.as_ref().map(|fix| fix.title.as_str()),
            }
        })
    }
}

/// A list with one object a line.
fn json(out: &mut impl Write, reports: &[Report]) -> std::io::Result<()> {
    for (number, finding) in reports.iter().flat_map(Report::list).enumerate() {
        out.write_all(if number == 0 { b"[\n" } else { b",\n" })?;
        json::write(out, &finding)?;
    }
    let is_empty = reports.iter().all(|report| report.findings.is_empty());
    out.write_all(if is_empty { b"[]\n" } else { b"\n]\n" })
}

fn github(out: &mut impl Write, reports: &[Report]) -> std::io::Result<()> {
    for finding in reports.iter().flat_map(Report::list) {
        let kind = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "notice",
        };
        let parts = [finding.message, finding.label, finding.help.unwrap_or_default()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        writeln!(
            out,
            "::{kind} file={},line={},endLine={},col={},endColumn={},title={}::{}",
            escaped(finding.file).replace(':', "%3A").replace(',', "%2C"),
            finding.line,
            finding.end_line,
            finding.column,
            finding.end_column,
            finding.code,
            escaped(&parts.join("; ")),
        )?;
    }
    Ok(())
}

/// Text as a workflow command of GitHub may hold it.
fn escaped(text: &str) -> String {
    visible(text).replace('%', "%25")
}
