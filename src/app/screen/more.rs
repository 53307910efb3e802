//! Everything about one term: senses, note, examples, its forms in this article, where the entry
//! stands, and why it was matched here.
//!
//! Knows the article being read; changes nothing in it.

use super::Travel;
use super::reading::Reading;
use crate::page::plan::Size;
use crate::page::{Run, Runs};

mod story;

/// Everything about one term.
#[derive(Clone, Debug)]
pub struct More {
    /// The first row on the screen.
    pub top: usize,
    /// All rows, at the width of the screen.
    pub rows: Vec<Vec<Run>>,
    story: Vec<Part>,
    height: usize,
    width: u16,
}

/// A piece of it: how far in it stands, and what it says.
#[derive(Clone, Debug)]
pub struct Part {
    /// Cells from the left.
    pub indent: u16,
    /// What it says; empty for a blank row.
    pub runs: Runs,
}

impl More {
    /// All about the term that is selected.
    #[must_use]
    pub fn new(reading: &Reading) -> Option<Self> {
        let story = story::tell(reading)?;
        Some(Self { top: 0, rows: Vec::new(), story, height: 1, width: 0 })
    }

    /// The same, with what has become known since.
    pub fn refresh(&mut self, reading: &Reading) {
        if let Some(story) = story::tell(reading) {
            self.story = story;
            self.width = 0;
        }
    }

    /// Moves through what does not fit.
    pub fn travel(&mut self, travel: Travel) {
        self.top = travel.moved(self.top, self.rows.len().saturating_sub(self.height), self.height);
    }

    /// Fits it to the screen.
    pub fn settle(&mut self, size: Size) {
        self.height = usize::from(size.height.saturating_sub(if size.height < 8 { 0 } else { 4 }).max(1));
        let width = super::sheet_width(size).max(2);
        if width != self.width {
            self.width = width;
            self.rows = self.story.iter().flat_map(|part| rows(part, width)).collect();
        }
        self.top = self.top.min(self.rows.len().saturating_sub(self.height));
    }
}

fn rows(part: &Part, width: u16) -> Vec<Vec<Run>> {
    if part.runs.text().is_empty() {
        return vec![Vec::new()];
    }
    let indent = if width > 24 { part.indent } else { 0 };
    let mut rows = part.runs.wrapped(width - indent, 0);
    for row in &mut rows {
        row.insert(0, Run { text: " ".repeat(indent.into()), role: crate::page::Role::Text });
    }
    rows
}
