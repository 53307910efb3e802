//! `whitespace`: blanks at the end of a line, and tabs.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Lint, Look, Whole};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::edit::Edit;
use crate::text::span::Span;

pub static LINT: Lint = Lint {
    code: "whitespace",
    severity: Severity::Warning,
    finds: "Blanks at the end of a line, and tabs.",
    why: "Nobody sees them, editors remove them, and every later comparison of two versions shows them.",
    example: "\n[[entry]]\nterm = \"trêve\" \npos = \"noun\"\n\tgender = \"f\"\ngloss = \"truce\"\n",
    look: Look::Text(look),
};

/// What a tab is replaced by at the beginning of a line.
const INDENT: &str = "  ";

pub(super) fn look(whole: &Whole<'_>) -> Vec<Diagnostic> {
    let source = whole.source;
    if !source.contains([' ', '\t']) {
        return Vec::new();
    }
    let long = long_texts(source);
    let is_text = |at: usize| long.iter().any(|span| span.contains(at));
    let mut findings = Vec::new();
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let body = line.trim_end_matches(['\n', '\r']);
        let kept = body.trim_end_matches([' ', '\t']);
        if kept.len() < body.len() && !is_text(start + body.len()) {
            let span = Span::new(start + kept.len(), start + body.len());
            let edit = Edit { span, text: String::new() };
            findings.push(LINT.finding(span, "blanks end this line").with_fix("remove them", vec![edit]));
        }
        for (at, _) in kept.match_indices('\t').filter(|(at, _)| !is_text(start + at)) {
            let is_indent = kept[..at].trim().is_empty();
            let span = Span::new(start + at, start + at + 1);
            let edit = Edit { span, text: if is_indent { INDENT } else { " " }.into() };
            findings.push(LINT.finding(span, "a tab stands here").with_fix("write blanks", vec![edit]));
        }
        start += line.len();
    }
    findings
}

/// The texts that reach over several lines, in which blanks are a part of what is said.
fn long_texts(source: &str) -> Vec<Span> {
    let mut found = Vec::new();
    if source.contains("\"\"\"") || source.contains("'''") {
        let (document, _) = DeTable::parse_recoverable(source);
        document.get_ref().values().for_each(|value| gather(value, source, &mut found));
    }
    found
}

fn gather(value: &Spanned<DeValue<'_>>, source: &str, found: &mut Vec<Span>) {
    match value.get_ref() {
        DeValue::String(_) => {
            let span = Span::from(value.span());
            found.extend(span.of(source).contains('\n').then_some(span));
        }
        DeValue::Array(items) => items.iter().for_each(|item| gather(item, source, found)),
        DeValue::Table(table) => table.values().for_each(|item| gather(item, source, found)),
        _ => {}
    }
}
