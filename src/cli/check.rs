//! `glose check`: everything that is wrong with a glossary.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::{Outcome, output, say};
use crate::annotate::examples;
use crate::annotate::matcher::{Layer, Matcher};
use crate::builtin::{self, GLOSSARY};
use crate::diagnostic::{Diagnostic, Severity};
use crate::store::input::{self, Input};
use crate::store::layers::{Source, layers};
use crate::text::lines::Lines;
use crate::text::visible::visible;

/// Find everything that is wrong with a glossary, each with its place
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  glose check                             your own glossaries, or the built-in one
  glose check glossary.toml               one file
  glose check --format github             as annotations of a pull request
  glose check --format json | jq '.[].code'

Exit status: 0 nothing wrong, 1 errors or warnings, 2 could not read a file.")]
pub(super) struct Options {
    /// Glossaries, or `-` for standard input
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
    let mut reports = Vec::new();
    for source in sources(&options.files, glossary)? {
        let findings = findings(&source);
        reports.push(Report { source, findings });
    }
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

/// A glossary with what is wrong with it, in order of place.
struct Report {
    source: Source,
    findings: Vec<Diagnostic>,
}

/// The glossaries asked for; else the person's own; else the built-in one.
fn sources(files: &[PathBuf], glossary: Option<&Path>) -> anyhow::Result<Vec<Source>> {
    if !files.is_empty() {
        let read =
            files.iter().map(|file| if file.as_os_str() == "-" { input::stdin() } else { input::file(file) });
        let inputs = read.collect::<Result<Vec<_>, _>>()?;
        inputs.iter().filter_map(|input| input.note.as_ref()).for_each(say);
        return Ok(inputs.into_iter().map(Source::new).collect());
    }
    let layers = layers(glossary, None)?;
    layers.troubles.iter().for_each(say);
    if !layers.own.is_empty() {
        return Ok(layers.own);
    }
    let name = "built-in".to_owned();
    Ok(vec![Source::new(Input { name, path: None, id: None, text: GLOSSARY.to_owned(), note: None })])
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
    for Report { source, findings } in reports {
        for finding in findings {
            writeln!(out, "{}\n", finding.render(&source.name, &source.text))?;
        }
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        let kinds = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Hint, "hint")];
        let counts: Vec<String> = kinds
            .into_iter()
            .map(|(severity, name)| (count(severity), name))
            .filter(|(count, _)| *count > 0)
            .map(|(count, name)| counted(count, name))
            .collect();
        let counts = if counts.is_empty() { "nothing wrong".into() } else { counts.join(", ") };
        let entries = source.glossary.entries.len();
        let entries = if entries == 1 { "1 entry".into() } else { format!("{entries} entries") };
        writeln!(out, "{}: {counts} in {entries}", source.name)?;
    }
    Ok(())
}

/// `1 error`, `2 errors`.
fn counted(count: usize, name: &str) -> String {
    if count == 1 { format!("1 {name}") } else { format!("{count} {name}s") }
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
        let (name, source) = (self.source.name.as_str(), self.source.text.as_str());
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

fn json(out: &mut impl Write, reports: &[Report]) -> anyhow::Result<()> {
    let list: Vec<Finding<'_>> = reports.iter().flat_map(Report::list).collect();
    serde_json::to_writer_pretty(&mut *out, &list)?;
    writeln!(out)?;
    Ok(())
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
