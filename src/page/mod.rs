//! A text at a width: rows that know which bytes they show, and glosses that stand beside them.
//!
//! Knows no terminal: a row is a stretch of the text, a run is a piece of text with a [`Role`], and
//! what a role looks like is decided elsewhere.

pub mod glyph;
pub mod margin;
pub mod plan;
pub mod runs;
pub mod wrap;

use crate::text::span::Span;
use glyph::Glyph;

pub use runs::{Role, Run, Runs};

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Setting {
    /// Cells of a row; at least 2, which the widest grapheme needs.
    pub width: u16,
    /// Whether words are cut at the end of a row.
    pub hyphens: Hyphens,
    /// Whether the right edge is even.
    pub edge: Edge,
}

/// Whether words are cut at the end of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Hyphens {
    /// Only where the text itself has a hyphen, or a soft one.
    #[default]
    Written,
    /// Also where French orthography allows: *gouver-nement*.
    French,
}

/// Whether the right edge is even.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Edge {
    /// Each row ends where its last word ends.
    #[default]
    Ragged,
    /// Spaces are widened, never beyond double.
    Justified,
}

impl Setting {
    /// Left-aligned, nothing hyphenated.
    #[must_use]
    pub const fn plain(width: u16) -> Self {
        Self { width, hyphens: Hyphens::Written, edge: Edge::Ragged }
    }
}

/// A text laid out. One after the other, the spans of its rows are the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// From top to bottom; empty for an empty text.
    pub rows: Vec<Row>,
}

/// One row of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its bytes of the text, with the blanks that hang invisibly after its last word.
    pub span: Span,
    /// True when it ends inside a word, and shows a hyphen there.
    pub is_hyphenated: bool,
    /// Cells by which its spaces are widened together.
    pub slack: u16,
}

/// A glyph with the cell of its row in which it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<'t> {
    /// What is shown, and for which bytes.
    pub glyph: Glyph<'t>,
    /// The first cell, from 0.
    pub cell: u16,
}

/// Lays out `text` as `setting` says.
///
/// ```
/// use glose::page::{Setting, lay_out};
/// let text = "Il coûte 3\u{202f}200\u{a0}euros.";
/// let page = lay_out(text, &Setting::plain(12));
/// let rows: Vec<&str> = page.rows.iter().map(|row| row.span.of(text)).collect();
/// assert_eq!(rows, ["Il coûte ", "3\u{202f}200\u{a0}euros."]);
/// ```
#[must_use]
pub fn lay_out(text: &str, setting: &Setting) -> Page {
    Page { rows: wrap::rows(text, setting) }
}

impl Page {
    /// The row on which the byte at `offset` stands; the last one for an offset past the end.
    #[must_use]
    pub fn row_at(&self, offset: usize) -> usize {
        self.rows.partition_point(|row| row.span.end <= offset).min(self.rows.len().saturating_sub(1))
    }
}

impl Row {
    /// What the row shows, from left to right; the hanging blanks are left out.
    #[must_use]
    pub fn glyphs<'t>(&self, text: &'t str) -> Vec<Placed<'t>> {
        let shown = wrap::without_hanging(text, self.span);
        let gaps = if self.slack == 0 { 0 } else { gaps(text, shown) };
        let mut placed = Vec::with_capacity(shown.len() + 1);
        let (mut cell, mut gap) = (0, 0);
        for glyph in glyph::glyphs(text, shown) {
            let width = glyph.width;
            let is_gap = gaps > 0 && wrap::is_blank(glyph.span.of(text)) && !glyph.is_tight();
            placed.push(Placed { glyph, cell });
            cell += width;
            if is_gap {
                cell += share(self.slack, gaps, gap);
                gap += 1;
            }
        }
        if self.is_hyphenated {
            let end = Span::new(shown.end, shown.end);
            placed.push(Placed { glyph: Glyph { span: end, shown: "-".into(), width: 1 }, cell });
        }
        placed
    }

    /// The byte whose glyph covers `cell`.
    #[must_use]
    pub fn byte_at(&self, text: &str, cell: u16) -> Option<usize> {
        let glyphs = self.glyphs(text);
        let found = glyphs.iter().rev().find(|placed| placed.cell <= cell && placed.glyph.width > 0)?;
        (cell < found.cell + found.glyph.width && !found.glyph.span.is_empty())
            .then_some(found.glyph.span.start)
    }
}

/// How many spaces of the row can be widened.
fn gaps(text: &str, shown: Span) -> u16 {
    let blanks = glyph::glyphs(text, shown).filter(|g| wrap::is_blank(g.span.of(text)) && !g.is_tight());
    u16::try_from(blanks.count()).unwrap_or(u16::MAX)
}

/// What the gap numbered `gap` of `gaps` gets of `slack`, evenly.
fn share(slack: u16, gaps: u16, gap: u16) -> u16 {
    let until = |gap: u16| u32::from(slack) * u32::from(gap) / u32::from(gaps);
    u16::try_from(until(gap + 1) - until(gap)).unwrap_or(0)
}
