//! The glosses of the focused paragraph: beside their rows, below the text, or one on a row.

use super::paint::Paint;
use crate::app::screen::reading::{Entry, Reading};
use crate::page::margin::{Stand, Want, Wish, place};
use crate::page::plan::{Area, Margin};
use crate::page::{Role, Runs};

/// Draws the glosses where the plan of the screen has them.
pub fn draw(reading: &Reading, paint: &mut Paint) {
    match reading.plan.margin {
        Margin::Side(area) => beside(reading, area, paint),
        Margin::Below(area) => below(reading, area, paint),
        Margin::Row(area) => one_row(reading, area, paint),
    }
}

fn beside(reading: &Reading, area: Area, paint: &mut Paint) {
    let style = paint.style(Role::Rule);
    (area.y..area.y + area.height).for_each(|y| paint.put((area.x - 2, y), paint.theme.upright(), style));
    let entries = reading.entries(area.width);
    let (stands, more) = stands(&entries, area.height);
    let room = area.height - u16::from(more > 0);
    // None is cut in two; the selected one, where it is higher than the margin, is.
    let is_shown = |(entry, stand): &(&Entry, Stand)| {
        entry.want == Want::Yes || entry.wish().bottom(*stand) <= i32::from(room)
    };
    for (entry, stand) in entries.iter().zip(stands).filter(is_shown) {
        for (row, y) in entry.rows(stand).zip(stand.top..) {
            if let Some(y) = u16::try_from(y).ok().filter(|y| *y < room) {
                paint.runs(area, area.y + y, row);
            }
        }
    }
    if more > 0 {
        paint.line(area, area.y + room, &Runs::of(&format!("↓ {more} more"), Role::Label));
    }
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

fn below(reading: &Reading, area: Area, paint: &mut Paint) {
    let style = paint.style(Role::Rule);
    (area.x..area.x + area.width).for_each(|x| paint.put((x, area.y - 1), paint.theme.level(), style));
    const GAP: u16 = 3;
    let half = (area.width - GAP) / 2;
    let in_one = reading.entries(area.width);
    let is_two = half >= 34 && columns(&in_one, area.height, Form::Whole).len() > 1;
    let (seen, width) = if is_two { (2, half) } else { (1, area.width) };
    let entries = if is_two { reading.entries(half) } else { in_one };
    let whole = columns(&entries, area.height, Form::Whole);
    let columns = if whole.len() > seen { columns(&entries, area.height, Form::Brief) } else { whole };
    let selected = columns.iter().position(|column| column.iter().any(|(entry, _)| entry.want == Want::Yes));
    let first = selected.map_or(0, |column| (column + 1).saturating_sub(seen));
    for (number, column) in columns.iter().skip(first).take(seen).enumerate() {
        let x = area.x + u16::try_from(number).unwrap_or(0) * (half + GAP);
        let rows = column.iter().flat_map(|(entry, stand)| entry.rows(*stand));
        for (row, y) in rows.zip(area.y..area.y + area.height) {
            paint.runs(Area { x, width, ..area }, y, row);
        }
    }
    let more: usize = columns.iter().skip(first + seen).map(Vec::len).sum();
    if more > 0 {
        let rule = Area { y: area.y - 1, height: 1, width: area.width - 1, ..area };
        paint.line_right(rule, rule.y, &Runs::of(&format!(" {more} more "), Role::Label));
    }
}

/// How much is said of what is not selected.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Whole,
    Brief,
}

/// The glosses in columns of `height` rows, none cut in two.
fn columns(entries: &[Entry], height: u16, form: Form) -> Vec<Vec<(&Entry, Stand)>> {
    let mut columns: Vec<Vec<(&Entry, Stand)>> = vec![Vec::new()];
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

fn one_row(reading: &Reading, area: Area, paint: &mut Paint) {
    if area.height == 0 {
        return;
    }
    let runs = match reading.selected() {
        Some(number) => reading.glosses()[number].head.gist(area.width),
        None if reading.is_hidden => Runs::of("glosses hidden", Role::Label).on_one_row(area.width),
        None => Runs::of(&summary(reading, area.width), Role::Label).on_one_row(area.width),
    };
    paint.runs(area, area.y, &runs);
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
