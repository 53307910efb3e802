//! A finding about a file that a person wrote: what, where and what to do.
//!
//! Knows neither glossary nor article, and prints nothing: it returns text.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde::Serialize;

use crate::text::edit::Edit;
use crate::text::lines::Lines;
use crate::text::span::Span;
use crate::text::visible::visible;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something is not used as written.
    Error,
    /// It is used, and is probably not meant.
    Warning,
    /// It could be better.
    Hint,
}

/// A change that sets a finding right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does: `write "gender"`.
    pub title: String,
    /// The change, on the text in which the finding was made.
    pub edits: Vec<Edit>,
}

/// A finding with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// The stable name of the rule: `unknown-key`.
    pub code: &'static str,
    /// What is wrong, in one line without a full stop.
    pub message: String,
    /// Where, in bytes of the source.
    pub span: Span,
    /// What stands under the caret; may be empty.
    pub label: String,
    /// What to do, where the message does not say it.
    pub help: Option<String>,
    /// The one right answer, where there is one.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A finding that something is not used as written.
    #[must_use]
    pub fn error(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            code,
            message: message.into(),
            span,
            label: String::new(),
            help: None,
            fix: None,
        }
    }

    /// A finding that something is probably not meant.
    #[must_use]
    pub fn warning(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, span, message) }
    }

    /// The same finding with `label` under its caret.
    #[must_use]
    pub fn labelled(self, label: impl Into<String>) -> Self {
        Self { label: label.into(), ..self }
    }

    /// The same finding with advice.
    #[must_use]
    pub fn with_help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// The same finding with the change that sets it right.
    #[must_use]
    pub fn with_fix(self, title: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { fix: Some(Fix { title: title.into(), edits }), ..self }
    }

    /// The finding on one line: `glossary.toml:12:8: unknown key "glos"`.
    #[must_use]
    pub fn brief(&self, name: &str, source: &str) -> String {
        let place = Lines::new(source).position(source, self.span.start);
        format!("{}:{}:{}: {}", visible(name), place.line, place.column, visible(&self.message))
    }

    /// The finding with the lines it is about and a caret under the place, as plain text.
    ///
    /// `name` is what the person calls the source: a path.
    #[must_use]
    pub fn render(&self, name: &str, source: &str) -> String {
        let excerpt = Excerpt::of(source, self.span);
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Hint => Level::NOTE,
        };
        let (name, message) = (visible(name), visible(&self.message));
        let label = visible(&self.label);
        let help = self.help.as_deref().map(visible);
        let caret = AnnotationKind::Primary.span(excerpt.caret.range()).label(label.as_ref());
        let snippet = Snippet::source(excerpt.text.as_str())
            .line_start(excerpt.line)
            .path(name.as_ref())
            .annotation(caret);
        let mut report = vec![level.primary_title(message.as_ref()).id(self.code).element(snippet)];
        if let Some(help) = &help {
            report.push(Group::with_title(Level::HELP.secondary_title(help.as_ref())));
        }
        Renderer::plain().decor_style(DecorStyle::Ascii).render(&report)
    }
}

/// The lines around a finding, safe to show, and the caret's place in them.
struct Excerpt {
    text: String,
    line: usize,
    caret: Span,
}

impl Excerpt {
    /// At most three lines and 400 bytes of `source`: one long line must not drown the caret.
    fn of(source: &str, span: Span) -> Self {
        let at = floor(source, span.start.min(source.len()));
        let end = floor(source, span.end.clamp(at, source.len()));
        let from = floor(source, at.saturating_sub(200));
        let start = source[from..at].rfind('\n').map_or(from, |newline| from + newline + 1);
        let last = source[at..end].match_indices('\n').nth(2).map_or(end, |(newline, _)| at + newline);
        let limit = floor(source, (last + 200).min(source.len()));
        let stop = source[last..limit].find('\n').map_or(limit, |newline| last + newline);
        let (before, inside) = (shown(&source[start..at]), shown(&source[at..last]));
        let caret = Span::new(before.len(), before.len() + inside.len());
        let text = format!("{before}{inside}{}", shown(&source[last..stop]));
        Self { text, line: Lines::new(&source[..at]).line(at), caret }
    }
}

/// Marks for control codes, line by line: the ends of lines stay.
fn shown(text: &str) -> String {
    text.split('\n').map(|line| visible(line.trim_end_matches('\r'))).collect::<Vec<_>>().join("\n")
}

/// The nearest character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at)
}

/// The one of `known` that a person who wrote `written` most likely meant, if any is near.
#[must_use]
pub fn did_you_mean<'k>(written: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(written, name), name))
        .filter(|(distance, name)| *distance <= 1 + name.chars().count() / 4)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn the_caret_stands_under_the_word() {
        let source = "[[entry]]\nterm = \"été\"\nglos = \"summer\"\n";
        let at = source.find("glos ").unwrap();
        let finding = Diagnostic::error("unknown-key", Span::new(at, at + 4), "unknown key `glos`")
            .labelled("did you mean `gloss`?");
        expect![[r#"
            error[unknown-key]: unknown key `glos`
             --> glossary.toml:3:1
              |
            3 | glos = "summer"
              | ^^^^ did you mean `gloss`?"#]]
        .assert_eq(&finding.render("glossary.toml", source));
    }

    #[test]
    fn a_long_line_and_a_control_code_do_no_harm() {
        let source = format!("term = \"{}\u{1b}[31mici\"", "é".repeat(100_000));
        let at = source.find("ici").unwrap();
        let shown = Diagnostic::error("x", Span::new(at, at + 3), "bad \u{7}").render("g", &source);
        assert!(shown.contains("␛[31mici") && shown.contains("bad ␇") && shown.len() < 3000, "{shown}");
        assert!(!shown.contains('\u{1b}'));
        let past = Diagnostic::error("x", Span::new(9_999_999, 10_000_000), "past the end");
        assert!(past.render("g", "été").contains("past the end"));
    }

    #[test]
    fn a_slip_of_the_finger_is_recognised() {
        assert_eq!(did_you_mean("glos", ["term", "gloss", "note"]), Some("gloss"));
        assert_eq!(did_you_mean("zzzz", ["term", "gloss"]), None);
    }
}
