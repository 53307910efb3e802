//! Where on the screen the glosses of the focused paragraph stand: beside their rows, or in columns
//! under the text; and which of them is in a cell.
//!
//! Knows cells and what is written in them, not how it is drawn.

use super::entry::Entry;
use super::{Pick, Reading};
use crate::page::Run;
use crate::page::margin::{Stand, Want, Wish, place};
use crate::page::plan::{Area, Margin};

/// The glosses on the screen.
#[derive(Clone, Debug, Default)]
pub struct Placed {
    /// From top to bottom, column by column.
    pub pieces: Vec<Piece>,
    /// How many more there are for which there is no room.
    pub more: usize,
}

/// A gloss where it stands.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Its cells; as high as it has rows.
    pub area: Area,
    /// Its rows, from the first that is seen.
    pub rows: Vec<Vec<Run>>,
    gloss: usize,
}

impl Piece {
    /// `entry` from the row `top` of `area` on, which may lie above it or hang out below.
    fn new(entry: &Entry, (stand, top): (Stand, i32), area: Area) -> Self {
        let above = usize::try_from(-top).unwrap_or(0);
        let first = u16::try_from(top).unwrap_or(0).min(area.height);
        let seen = usize::from(area.height - first);
        let rows: Vec<_> = entry.rows(stand).skip(above).take(seen).cloned().collect();
        let height = u16::try_from(rows.len()).unwrap_or(area.height);
        Self { area: Area { y: area.y + first, height, ..area }, rows, gloss: entry.gloss }
    }
}

impl Reading {
    /// The glosses that are on the screen; where the margin is one row, none has a place of its own.
    #[must_use]
    pub fn placed(&self) -> Placed {
        match self.plan.margin {
            Margin::Side(area) => beside(&self.entries(area.width), area),
            Margin::Below(area) => self.below(area),
            Margin::Row(_) => Placed::default(),
        }
    }

    /// Selects the term whose gloss is in a cell of the screen, if one is.
    pub(super) fn click_gloss(&mut self, column: u16, row: u16) {
        let placed = self.placed();
        let Some(piece) = placed.pieces.iter().find(|piece| piece.area.contains(column, row)) else { return };
        let start = self.glosses()[piece.gloss].start();
        (self.at, self.pick) = (start, Pick::Term(piece.gloss));
    }

    fn below(&self, area: Area) -> Placed {
        const GAP: u16 = 3;
        let half = (area.width - GAP) / 2;
        let in_one = self.entries(area.width);
        let is_two = half >= 34 && columns(&in_one, area.height, Form::Whole).len() > 1;
        let (seen, width) = if is_two { (2, half) } else { (1, area.width) };
        let entries = if is_two { self.entries(half) } else { in_one };
        let whole = columns(&entries, area.height, Form::Whole);
        let columns = if whole.len() > seen { columns(&entries, area.height, Form::Brief) } else { whole };
        let is_selected = |column: &Column| column.iter().any(|(entry, _)| entry.want == Want::Yes);
        let selected = columns.iter().position(is_selected);
        let first = selected.map_or(0, |column| (column + 1).saturating_sub(seen));
        let xs = [area.x, area.x + half + GAP];
        let shown = columns.iter().skip(first).take(seen).zip(xs);
        let pieces = shown.flat_map(|(column, x)| pieces(column, Area { x, width, ..area })).collect();
        Placed { pieces, more: columns.iter().skip(first + seen).map(Vec::len).sum() }
    }
}

/// Each beside its row; the last row is left free where some would hang out below.
fn beside(entries: &[Entry], area: Area) -> Placed {
    let (stands, more) = stands(entries, area.height);
    let height = area.height - u16::from(more > 0);
    // None is cut in two; the selected one, where it is higher than the margin, is.
    let is_shown = |(entry, stand): &(&Entry, Stand)| {
        entry.want == Want::Yes || entry.wish().bottom(*stand) <= i32::from(height)
    };
    let shown = entries.iter().zip(stands).filter(is_shown);
    let pieces =
        shown.map(|(entry, stand)| Piece::new(entry, (stand, stand.top), Area { height, ..area })).collect();
    Placed { pieces, more }
}

/// Where the glosses stand in a margin of `height` rows, the last of which is left free where some
/// would hang out below; and how many do.
fn stands(entries: &[Entry], height: u16) -> (Vec<Stand>, usize) {
    let wishes: Vec<Wish> = entries.iter().map(Entry::wish).collect();
    let hanging = |stands: &[Stand], height: u16| {
        let both = entries.iter().zip(stands);
        both.filter(|(entry, stand)| entry.wish().bottom(**stand) > height.into()).count()
    };
    let all = place(&wishes, height);
    if hanging(&all, height) == 0 || height < 2 {
        return (all, 0);
    }
    let stands = place(&wishes, height - 1);
    let more = hanging(&stands, height - 1);
    (stands, more)
}

/// How much is said of what is not selected.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Whole,
    Brief,
}

/// Glosses one under the other.
type Column<'a> = Vec<(&'a Entry, Stand)>;

/// The glosses in columns of `height` rows, none cut in two.
fn columns(entries: &[Entry], height: u16, form: Form) -> Vec<Column<'_>> {
    let mut columns: Vec<Column<'_>> = vec![Vec::new()];
    let mut used = 0;
    for entry in entries {
        let is_selected = entry.want == Want::Yes;
        let is_brief = form == Form::Brief && !is_selected;
        let stand = Stand { top: 0, is_brief, has_note: is_selected };
        let rows = entry.wish().rows(stand);
        match columns.last_mut() {
            Some(column) if used == 0 || used + rows <= i32::from(height) => {
                column.push((entry, stand));
                used += rows;
            }
            _ => {
                columns.push(vec![(entry, stand)]);
                used = rows;
            }
        }
    }
    columns
}

fn pieces(column: &Column<'_>, area: Area) -> Vec<Piece> {
    let mut top = 0;
    let piece = |(entry, stand): &(&Entry, Stand)| {
        let piece = Piece::new(entry, (*stand, top), area);
        top += entry.wish().rows(*stand);
        piece
    };
    column.iter().map(piece).collect()
}
