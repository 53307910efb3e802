//! The reading screen: title, text, glosses, keys.

use ratatui::style::Style;

use super::paint::Paint;
use super::{footer, margin};
use crate::app::App;
use crate::app::screen::reading::{Reading, Slot, TRANSLATION_INDENT};
use crate::article::BlockKind;
use crate::page::plan::{Area, Margin};
use crate::page::{Role, Row, Runs};
use crate::text::span::Span;

/// Draws the article being read.
pub fn draw(app: &App, reading: &Reading, paint: &mut Paint) {
    let plan = &reading.plan;
    let whole = whole(app, reading);
    if plan.has_title {
        paint.title(whole, reading.title(), &place(reading, whole.width));
    }
    let marks = marks(reading);
    for (slot, y) in reading.slots().iter().zip(plan.text.y..plan.text.y + plan.text.height) {
        draw_slot((*slot, y), reading, &marks, paint);
    }
    if reading.article().blocks.is_empty() {
        paint.line(plan.text, plan.text.y, &Runs::of("There is nothing to read here.", Role::Label));
    }
    margin::draw(reading, paint);
    footer::draw(app, whole, paint);
}

/// Title and footer begin where the text begins, and end where the glosses end.
fn whole(app: &App, reading: &Reading) -> Area {
    let text = reading.plan.text;
    let x = if app.size.width >= 24 { text.x } else { 0 };
    let end = match reading.plan.margin {
        Margin::Side(area) | Margin::Below(area) => (area.x + area.width).max(text.x + text.width),
        Margin::Row(_) => app.size.width - u16::from(app.size.width >= 24),
    };
    Area { x, y: 0, width: end - x, height: 1 }
}

/// Where one is: `¶ 3/18 · 17 % · B1+`.
fn place(reading: &Reading, width: u16) -> String {
    let (number, all) = reading.paragraph();
    if width < 30 {
        return format!("{number}/{all}");
    }
    let percent = reading.place().percent;
    let level = reading.threshold().label();
    let hidden = if reading.is_hidden { " · hidden" } else { "" };
    format!("¶ {number}/{all} · {percent}\u{a0}% · {level}{hidden}")
}

/// What is marked in the focused block, from the least to the strongest.
fn marks(reading: &Reading) -> Vec<(Span, Role)> {
    let selected = reading.selected();
    let due = reading
        .glosses()
        .iter()
        .enumerate()
        .filter(|(number, gloss)| gloss.is_due || selected == Some(*number));
    let mut marks: Vec<(Span, Role)> =
        due.flat_map(|(_, gloss)| gloss.spans.iter().map(|span| (*span, gloss.role))).collect();
    match (reading.selection(), selected) {
        (Some(words), _) => marks.push((words, Role::Selected)),
        (None, Some(number)) => {
            marks.extend(reading.glosses()[number].spans.iter().map(|span| (*span, Role::Selected)));
        }
        (None, None) => {}
    }
    marks
}

/// A row of text on its way to the cells of the screen.
struct Strip<'a> {
    row: &'a Row,
    text: &'a str,
    x: u16,
    y: u16,
    /// What it looks like where nothing is marked.
    base: Style,
    /// What is marked, from the least to the strongest.
    marks: Vec<(Span, Style)>,
}

fn draw_slot(slot: (Slot, u16), reading: &Reading, marks: &[(Span, Role)], paint: &mut Paint) {
    let (Slot::Text { block, .. } | Slot::Translation { block, .. }, y) = slot else { return };
    if block == reading.focus() && reading.plan.text.x >= 2 {
        let style = paint.style(Role::Bar);
        paint.put((reading.plan.text.x - 2, y), paint.theme.bar(), style);
    }
    if let Some(strip) = strip(slot, reading, marks, paint) {
        draw_strip(&strip, paint);
    }
}

/// The row of text that a slot shows.
fn strip<'a>(
    (slot, y): (Slot, u16),
    reading: &'a Reading,
    marks: &[(Span, Role)],
    paint: &Paint,
) -> Option<Strip<'a>> {
    let x = reading.plan.text.x;
    match slot {
        Slot::Blank => None,
        Slot::Text { block, row } => {
            let source = reading.block(block)?;
            let row = reading.ready(block)?.page()?.rows.get(row)?;
            let base = paint.style(text_role(source.kind, block == reading.focus()));
            let marks = styles(reading, (block, row.span), marks, paint);
            Some(Strip { row, text: &source.text, x, y, base, marks })
        }
        Slot::Translation { block, row } => {
            let text = reading.block(block)?.translation.as_deref()?;
            let row = reading.ready(block)?.translation()?.rows.get(row)?;
            let base = translation_style(block == reading.focus(), paint);
            Some(Strip { row, text, x: x + TRANSLATION_INDENT, y, base, marks: Vec::new() })
        }
    }
}

fn translation_style(is_focus: bool, paint: &Paint) -> Style {
    let style = paint.style(Role::Translation);
    if is_focus { style } else { style.patch(paint.style(Role::Quiet)) }
}

const fn text_role(kind: BlockKind, is_focus: bool) -> Role {
    match (kind, is_focus) {
        (BlockKind::Heading, _) => Role::Heading,
        (BlockKind::Paragraph, true) => Role::Text,
        (BlockKind::Paragraph, false) => Role::Quiet,
    }
}

/// What is marked in a row of a block: terms and selection in the focused one, hits in any.
fn styles(
    reading: &Reading,
    (block, row): (usize, Span),
    marks: &[(Span, Role)],
    paint: &Paint,
) -> Vec<(Span, Style)> {
    let marks = if block == reading.focus() { marks } else { &[] };
    let hit = |is_current| if is_current { Role::CurrentHit } else { Role::Hit };
    let hits = reading.find.hits_in(block).map(|(span, is_current)| (span, hit(is_current)));
    let all = marks.iter().copied().chain(hits).filter(|(span, _)| span.overlaps(row));
    all.map(|(span, role)| (span, paint.style(role))).collect()
}

fn draw_strip(strip: &Strip, paint: &mut Paint) {
    for placed in strip.row.glyphs(strip.text) {
        let span = placed.glyph.span;
        let byte = if span.is_empty() { span.start.saturating_sub(1) } else { span.start };
        let marks = strip.marks.iter().filter(|(span, _)| span.contains(byte));
        let style = marks.fold(strip.base, |style, (_, mark)| style.patch(*mark));
        if placed.glyph.width > 0 {
            paint.put((strip.x + placed.cell, strip.y), &placed.glyph.shown, style);
        }
    }
}
