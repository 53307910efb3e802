//! The glosses of the focused paragraph in rows, ready to be placed in a margin.

use super::{Gloss, Reading};
use crate::page::margin::{Stand, Want, Wish, needs};
use crate::page::plan::{Area, Margin};
use crate::page::{Role, Run, Runs};
use crate::text::span::Span;

/// A gloss with its rows at some width.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its row of the text, from the top of the margin.
    pub row: u16,
    /// How much its note is wanted.
    pub want: Want,
    /// Its number in the block.
    pub gloss: usize,
    head: Vec<Vec<Run>>,
    brief: Option<Vec<Run>>,
    note: Vec<Vec<Run>>,
}

impl Entry {
    /// `gloss` in rows of `width` cells.
    fn new(gloss: &Gloss, is_selected: bool, width: u16) -> Self {
        let mut head = gloss.head.wrapped(width, 2);
        if is_selected {
            let headword = head.iter_mut().flatten().filter(|run| run.role == Role::Headword);
            headword.for_each(|run| run.role = Role::Selected);
        }
        let brief = gloss.head.in_brief(width);
        let note = gloss.note.as_ref().map_or_else(Vec::new, |note| indented(note, width));
        let want = match (is_selected, gloss.role) {
            (true, _) => Want::Yes,
            (false, Role::Expression | Role::Name) => Want::IfRoom,
            (false, _) => Want::No,
        };
        Self { row: 0, want, gloss: gloss.annotation, head, brief, note }
    }

    /// What it asks of a margin.
    #[must_use]
    pub fn wish(&self) -> Wish {
        let height = rows(&self.head);
        let brief = if self.brief.is_some() { 1 } else { height };
        Wish { row: self.row, height, brief, note: rows(&self.note), want: self.want }
    }

    /// Its rows where it stands.
    pub fn rows(&self, stand: Stand) -> impl Iterator<Item = &Vec<Run>> {
        let brief = self.brief.as_ref().filter(|_| stand.is_brief);
        let head = if brief.is_some() { &[] } else { &*self.head };
        let note = if stand.has_note { &*self.note } else { &[] };
        brief.into_iter().chain(head).chain(note)
    }
}

impl Reading {
    /// The glosses to show in rows of `width` cells, from top to bottom; beside the text, they know
    /// their row.
    #[must_use]
    pub(super) fn entries(&self, width: u16) -> Vec<Entry> {
        let last = i32::from(self.plan.text.height.max(1)) - 1;
        let row = |gloss: &Gloss| self.row_of(gloss.start()).unwrap_or(0).clamp(0, last);
        self.in_rows(self.margin(), width, row)
    }

    /// The rows that the glosses of the focus take beside it, from its first: when all are whole, and
    /// when they may be brief. Hidden ones count, so that nothing moves when they appear.
    pub(super) fn margin_needs(&self) -> (usize, usize) {
        let (Margin::Side(Area { width, .. }), Some(page)) = (self.plan.margin, self.page(self.focus)) else {
            return (0, 0);
        };
        let all = Span::new(0, page.rows.last().map_or(0, |row| row.span.end));
        let row = |gloss: &Gloss| i32::try_from(page.row_at(gloss.start())).unwrap_or(i32::MAX);
        let entries = self.in_rows(self.margin_of(all, |gloss| gloss.is_due), width, row);
        let (whole, brief) = needs(&entries.iter().map(Entry::wish).collect::<Vec<_>>());
        (whole.into(), brief.into())
    }

    fn in_rows(&self, glosses: Vec<(&Gloss, bool)>, width: u16, row: impl Fn(&Gloss) -> i32) -> Vec<Entry> {
        let entry = |(gloss, is_selected): (&Gloss, bool)| {
            let row = u16::try_from(row(gloss)).unwrap_or(u16::MAX);
            Entry { row, ..Entry::new(gloss, is_selected, width) }
        };
        let mut entries: Vec<Entry> = glosses.into_iter().map(entry).collect();
        entries.sort_by_key(|entry| entry.row);
        entries
    }
}

fn rows(rows: &[Vec<Run>]) -> u16 {
    u16::try_from(rows.len()).unwrap_or(u16::MAX)
}

/// A note under its gloss, two cells further in.
fn indented(note: &Runs, width: u16) -> Vec<Vec<Run>> {
    let mut rows = note.wrapped(width.saturating_sub(2), 0);
    rows.iter_mut().for_each(|row| row.insert(0, Run { text: "  ".into(), role: Role::Note }));
    rows
}
