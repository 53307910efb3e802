//! The glosses of the focused paragraph: beside their rows, below the text, or one on a row.

use super::paint::Paint;
use crate::app::screen::reading::{Gloss, Reading};
use crate::page::margin::{Want, Wish, place};
use crate::page::plan::{Area, Margin};
use crate::page::{Role, Run, Runs};

/// Draws the glosses where the plan of the screen has them.
pub fn draw(reading: &Reading, paint: &mut Paint) {
    match reading.plan.margin {
        Margin::Side(area) => beside(reading, area, paint),
        Margin::Below(area) => below(reading, area, paint),
        Margin::Row(area) => one_row(reading, area, paint),
    }
}

/// A gloss with its rows at some width.
struct Entry {
    head: Vec<Vec<Run>>,
    note: Vec<Vec<Run>>,
    row: u16,
    want: Want,
}

impl Entry {
    fn new(gloss: &Gloss, is_selected: bool, width: u16) -> Self {
        let mut head = gloss.head.wrapped(width, 2);
        if is_selected {
            let headword = head.iter_mut().flatten().filter(|run| run.role == Role::Headword);
            headword.for_each(|run| run.role = Role::Selected);
        }
        let note = gloss.note.as_ref().map_or_else(Vec::new, |note| indented(note, width));
        let want = match (is_selected, gloss.role) {
            (true, _) => Want::Yes,
            (false, Role::Expression | Role::Name) => Want::IfRoom,
            (false, _) => Want::No,
        };
        Self { head, note, row: 0, want }
    }

    fn wish(&self) -> Wish {
        Wish { row: self.row, height: self.height(), note: self.note_height(), want: self.want }
    }

    fn height(&self) -> u16 {
        u16::try_from(self.head.len()).unwrap_or(u16::MAX)
    }

    fn note_height(&self) -> u16 {
        u16::try_from(self.note.len()).unwrap_or(u16::MAX)
    }
}

/// A note under its gloss, two cells further in.
fn indented(note: &Runs, width: u16) -> Vec<Vec<Run>> {
    let mut rows = note.wrapped(width.saturating_sub(2), 0);
    rows.iter_mut().for_each(|row| row.insert(0, Run { text: "  ".into(), role: Role::Note }));
    rows
}

fn beside(reading: &Reading, area: Area, paint: &mut Paint) {
    let style = paint.style(Role::Rule);
    (area.y..area.y + area.height).for_each(|y| paint.put((area.x - 2, y), "│", style));
    let mut entries: Vec<Entry> = reading
        .margin()
        .into_iter()
        .map(|(gloss, is_selected)| {
            let row = reading.row_of(gloss.start()).unwrap_or(0).clamp(0, i32::from(area.height) - 1);
            Entry { row: u16::try_from(row).unwrap_or(0), ..Entry::new(gloss, is_selected, area.width) }
        })
        .collect();
    entries.sort_by_key(|entry| entry.row);
    let wishes: Vec<Wish> = entries.iter().map(Entry::wish).collect();
    for (entry, stand) in entries.iter().zip(place(&wishes, area.height)) {
        let notes = entry.note.iter().filter(|_| stand.has_note);
        for (row, y) in entry.head.iter().chain(notes).zip(stand.top..) {
            if let Some(y) = u16::try_from(y).ok().filter(|y| *y < area.height) {
                paint.runs(area, area.y + y, row);
            }
        }
    }
}

fn below(reading: &Reading, area: Area, paint: &mut Paint) {
    let style = paint.style(Role::Rule);
    (area.x..area.x + area.width).for_each(|x| paint.put((x, area.y - 1), "─", style));
    let in_one = columns(reading, area, area.width);
    const GAP: u16 = 3;
    let half = (area.width - GAP) / 2;
    let columns = if in_one.len() > 1 && half >= 34 { columns(reading, area, half) } else { in_one };
    let is_two = columns.len() > 1 && half >= 34;
    let seen = if is_two { 2 } else { 1 };
    let selected = columns.iter().position(|column| column.iter().any(|entry| entry.want == Want::Yes));
    let first = selected.map_or(0, |column| (column + 1).saturating_sub(seen));
    for (number, column) in columns.iter().skip(first).take(seen).enumerate() {
        let x = area.x + u16::try_from(number).unwrap_or(0) * (half + GAP);
        let width = if is_two { half } else { area.width };
        let column_area = Area { x, width, ..area };
        let rows = column
            .iter()
            .flat_map(|entry| entry.head.iter().chain(entry.note.iter().filter(|_| entry.want == Want::Yes)));
        for (row, y) in rows.zip(area.y..area.y + area.height) {
            paint.runs(column_area, y, row);
        }
    }
}

/// The glosses in columns as high as `area` and `width` wide, none cut in two.
fn columns(reading: &Reading, area: Area, width: u16) -> Vec<Vec<Entry>> {
    let mut columns: Vec<Vec<Entry>> = vec![Vec::new()];
    let mut used = 0;
    for (gloss, is_selected) in reading.margin() {
        let want = if is_selected { Want::Yes } else { Want::No };
        let entry = Entry { want, ..Entry::new(gloss, is_selected, width) };
        let rows = entry.height() + if is_selected { entry.note_height() } else { 0 };
        match columns.last_mut() {
            Some(column) if used == 0 || used + rows <= area.height => {
                column.push(entry);
                used += rows;
            }
            _ => {
                columns.push(vec![entry]);
                used = rows;
            }
        }
    }
    columns
}

fn one_row(reading: &Reading, area: Area, paint: &mut Paint) {
    if area.height == 0 {
        return;
    }
    let runs = match reading.selected() {
        Some(number) => reading.glosses()[number].head.clone(),
        None if reading.is_hidden => Runs::of("glosses hidden", Role::Label),
        None => Runs::of(&summary(reading, area.width), Role::Label),
    };
    paint.line(area, area.y, &runs);
}

/// What there is to select: `3/18 · 4 glosses · Tab`.
fn summary(reading: &Reading, width: u16) -> String {
    let (number, all) = reading.paragraph();
    let place = if reading.plan.has_title { String::new() } else { format!("{number}/{all}") };
    let glosses = match reading.margin().len() {
        _ if width < 24 => return place,
        0 => return place,
        1 => "1 gloss · Tab".to_owned(),
        count => format!("{count} glosses · Tab"),
    };
    if place.is_empty() { glosses } else { format!("{place} · {glosses}") }
}
