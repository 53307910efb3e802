//! What the checks found in the person's glossaries: a list, each finding with its line and a caret.
//!
//! Knows no file: findings come from the shell, which also opens the editor.

use super::Travel;
use crate::app::effect::Problem;
use crate::diagnostic::Severity;
use crate::page::plan::Size;
use crate::page::{Role, Run, Runs, glyph};
use crate::text::span::Span;

/// How far what is said of a finding stands in.
const INDENT: u16 = 4;

/// The findings, of which one is chosen.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    /// The first row on the screen.
    pub top: usize,
    /// All rows, at the width of the screen, each with the number of its finding.
    pub rows: Vec<(usize, Vec<Run>)>,
    items: Option<Vec<Problem>>,
    at: usize,
    /// The row of the screen on which they begin.
    first: usize,
    height: usize,
    width: u16,
}

impl Problems {
    /// Takes what was found; the chosen one stays chosen, or the one in its place.
    pub fn take(&mut self, items: Vec<Problem>) {
        self.at = self.at.min(items.len().saturating_sub(1));
        self.items = Some(items);
        self.width = 0;
    }

    /// The number of the chosen finding.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The chosen finding.
    #[must_use]
    pub fn chosen(&self) -> Option<&Problem> {
        self.items.as_ref()?.get(self.at)
    }

    /// What is said in a few words: `2/7`.
    #[must_use]
    pub fn counter(&self) -> String {
        match &self.items {
            Some(items) if !items.is_empty() => format!("{}/{}", self.at + 1, items.len()),
            _ => String::new(),
        }
    }

    /// What is said where there is no finding.
    #[must_use]
    pub fn why_nothing(&self) -> Option<&'static str> {
        match &self.items {
            None => Some("Your glossaries are being checked."),
            Some(items) if items.is_empty() => Some("Nothing is wrong with your glossaries."),
            Some(_) => None,
        }
    }

    /// Chooses another finding.
    pub fn travel(&mut self, travel: Travel) {
        let last = self.items.as_ref().map_or(0, Vec::len).saturating_sub(1);
        match travel {
            Travel::Halves(_) | Travel::Pages(_) => {
                let row = self.first_row(self.at);
                let row = travel.moved(row, self.rows.len().saturating_sub(1), self.height);
                let there = self.rows.get(row).map_or(self.at, |(number, _)| *number);
                // A finding that fills the screen is left all the same.
                let is_back = travel.rows(self.height) < 0;
                let next = if is_back { self.at.saturating_sub(1) } else { (self.at + 1).min(last) };
                self.at = if there == self.at { next } else { there };
            }
            Travel::Rows(_) | Travel::Start | Travel::End => {
                self.at = travel.moved(self.at, last, self.height);
            }
        }
    }

    /// Chooses the finding on a row of the screen.
    pub fn click(&mut self, row: u16) {
        let inside = usize::from(row).checked_sub(self.first).filter(|row| *row < self.height);
        let there = inside.and_then(|row| self.rows.get(self.top + row));
        self.at = there.map_or(self.at, |(number, _)| *number);
    }

    /// Fits the list to the screen, with all of the chosen finding on it.
    pub fn settle(&mut self, size: Size) {
        let is_low = size.height < 8;
        self.first = if is_low { 0 } else { 2 };
        self.height = usize::from(size.height.saturating_sub(if is_low { 1 } else { 4 }).max(1));
        let width = super::sheet_width(size).max(2);
        if width != self.width {
            self.width = width;
            let items = self.items.iter().flatten().enumerate();
            self.rows = items
                .flat_map(|(number, item)| rows(item, width).into_iter().map(move |row| (number, row)))
                .collect();
        }
        let first = self.first_row(self.at);
        let end = self.rows.partition_point(|(number, _)| *number <= self.at);
        self.top = self.top.max(end.saturating_sub(self.height)).min(first);
    }

    fn first_row(&self, item: usize) -> usize {
        self.rows.partition_point(|(number, _)| *number < item)
    }
}

/// What is said of a finding, with a blank row behind it.
fn rows(problem: &Problem, width: u16) -> Vec<Vec<Run>> {
    let indent = if width > 30 { INDENT } else { 0 };
    let called = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    };
    let head = Runs::of(called, Role::Key).and(&format!(": {}", problem.message), Role::Answer);
    let place = format!("{}:{} · {}", problem.layer, problem.line, problem.code);
    let mut all = head.wrapped(width, 0);
    let mut say = |runs: Vec<Vec<Run>>| {
        all.extend(runs.into_iter().map(|mut row| {
            row.insert(0, Run { text: " ".repeat(indent.into()), role: Role::Text });
            row
        }));
    };
    let inside = width - indent;
    say(Runs::of(&place, Role::Label).wrapped(inside, 0));
    say(excerpt(problem, inside));
    if let Some(help) = &problem.help {
        say(Runs::of(help, Role::Label).wrapped(inside, 0));
    }
    all.push(Vec::new());
    all
}

/// The line, cut so that the caret is in sight; and the caret, with what is said under it.
fn excerpt(problem: &Problem, width: u16) -> Vec<Vec<Run>> {
    let Problem { text, caret, .. } = problem;
    let start = shown_from(text, *caret, width);
    let dots = if start > 0 { "…" } else { "" };
    let before = Span::new(start, caret.start).of(text);
    let line = Runs::of(dots, Role::Label)
        .and(before, Role::Note)
        .and(caret.of(text), Role::Emphasis)
        .and(&text[caret.end..], Role::Note);
    let gap = cells(before) + cells(dots);
    let marks = "^".repeat(cells(caret.of(text)).clamp(1, usize::from(width).saturating_sub(gap).max(1)));
    let under = Runs::of(&" ".repeat(gap), Role::Text).and(&marks, Role::Key);
    let mut rows = vec![line.on_one_row(width)];
    // A label for which there is no room beside the caret stands on its own.
    let beside = gap + marks.len() + 1 + cells(&problem.label) <= usize::from(width);
    if beside {
        rows.push(under.and(&format!(" {}", problem.label), Role::Label).on_one_row(width));
    } else {
        rows.push(under.on_one_row(width));
        rows.extend(Runs::of(&problem.label, Role::Label).wrapped(width, 0));
    }
    rows
}

/// From which byte a line is shown: from its start, unless the caret were out of sight.
fn shown_from(text: &str, caret: Span, width: u16) -> usize {
    let width = usize::from(width);
    if cells(&text[..caret.end]) <= width {
        return 0;
    }
    let room = width / 2;
    let mut start = caret.start;
    while start > 0 && cells(&text[start..caret.start]) < room {
        start = text.floor_char_boundary(start - 1);
    }
    start
}

/// How many cells a text takes.
fn cells(text: &str) -> usize {
    glyph::glyphs(text, Span::new(0, text.len())).map(|glyph| usize::from(glyph.width)).sum()
}
