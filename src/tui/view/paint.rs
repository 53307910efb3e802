//! Puts runs of text on the cells of a screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use crate::page::plan::Area;
use crate::page::{Role, Run, Runs, glyph};
use crate::text::span::Span;
use crate::tui::theme::Theme;

/// A screen being drawn.
pub struct Paint<'a> {
    /// Its cells.
    pub buffer: &'a mut Buffer,
    /// What roles look like.
    pub theme: &'a Theme,
    /// Where the cursor stands, when something is typed.
    pub cursor: Option<Position>,
}

impl Paint<'_> {
    /// What `role` looks like.
    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// Puts one grapheme on a cell.
    pub fn put(&mut self, at: (u16, u16), shown: &str, style: Style) {
        if let Some(cell) = self.buffer.cell_mut(Position::from(at)) {
            cell.set_symbol(shown).set_style(style);
        }
    }

    /// Puts runs on a row, no further than the end of `area`; the cell after the last.
    pub fn runs(&mut self, area: Area, row: u16, runs: &[Run]) -> u16 {
        let end = area.x + area.width;
        let mut x = area.x;
        for run in runs {
            let style = self.style(run.role);
            for glyph in glyph::glyphs(&run.text, Span::new(0, run.text.len())) {
                if glyph.width == 0 || x + glyph.width > end || row >= area.y + area.height {
                    continue;
                }
                let shown = self.theme.shown(&glyph.shown, run);
                self.put((x, row), shown, style);
                x += glyph.width;
            }
        }
        x
    }

    /// Puts a short text on a row, cut with `…` where it is too wide.
    pub fn line(&mut self, area: Area, row: u16, runs: &Runs) -> u16 {
        let runs = runs.on_one_row(area.width);
        self.runs(area, row, &runs)
    }

    /// The same, ending where `area` ends.
    pub fn line_right(&mut self, area: Area, row: u16, runs: &Runs) {
        let width = runs.width().min(area.width);
        self.line(Area { x: area.x + area.width - width, width, ..area }, row, runs);
    }

    /// The title of a screen, with something about it at the right.
    pub fn title(&mut self, area: Area, title: &str, right: &str) {
        let right = Runs::of(right, Role::Place);
        let room = area.width.saturating_sub(right.width() + 2);
        self.line(Area { width: room, ..area }, area.y, &Runs::of(title, Role::Title));
        self.line_right(area, area.y, &right);
    }

    /// What is typed after `prompt`, with the cursor behind it; the cell after that.
    pub fn typed(&mut self, area: Area, prompt: &str, typed: &str) -> u16 {
        let room = usize::from(area.width.saturating_sub(2)).saturating_sub(prompt.width());
        let mut shown = typed;
        while shown.width() > room {
            let mut rest = shown.chars();
            rest.next();
            shown = rest.as_str();
        }
        let runs = Runs::of(prompt, Role::Key).and(shown, Role::Text);
        let x = self.runs(area, area.y, &runs.on_one_row(area.width));
        self.cursor = Some(Position::new(x, area.y));
        x + 1
    }
}
