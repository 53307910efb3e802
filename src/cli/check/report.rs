//! What was found, written for a person, for programs, and for GitHub.

use std::io::Write;

use serde::Serialize;

use crate::cli::findings::Report;
use crate::cli::say;
use crate::diagnostic::Severity;
use crate::export::json;
use crate::text::lines::Lines;
use crate::text::visible::visible;

/// Each finding with its lines and a caret, and a last line that counts them.
pub(super) fn text(out: &mut impl Write, reports: &[Report]) -> std::io::Result<()> {
    for Report { name, text, findings, extent, .. } in reports {
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

/// Each finding in a line, on standard error.
pub(super) fn brief(reports: &[Report]) {
    for Report { name, text, findings, .. } in reports {
        findings.iter().for_each(|finding| say(finding.brief(name, text)));
    }
}

/// `1 entry`, `2 entries`.
pub(in crate::cli) fn counted(count: usize, one: &str, several: &str) -> String {
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
pub(super) fn json(out: &mut impl Write, reports: &[Report]) -> std::io::Result<()> {
    for (number, finding) in reports.iter().flat_map(Report::list).enumerate() {
        out.write_all(if number == 0 { b"[\n" } else { b",\n" })?;
        json::write(out, &finding)?;
    }
    let is_empty = reports.iter().all(|report| report.findings.is_empty());
    out.write_all(if is_empty { b"[]\n" } else { b"\n]\n" })
}

/// Each finding as a workflow command.
pub(super) fn github(out: &mut impl Write, reports: &[Report]) -> std::io::Result<()> {
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
