//! The list of articles.

use super::footer;
use super::paint::Paint;
use crate::app::App;
use crate::app::effect::ShelfItem;
use crate::app::screen::library::Measure;
use crate::page::plan::Area;
use crate::page::{Role, Runs};

/// The columns after the title: head, cells, and the width of screen from which they are shown.
const COLUMNS: [(&str, u16, u16); 5] =
    [("date", 10, 76), ("time", 7, 50), ("level", 5, 60), ("glossed", 7, 88), ("read", 5, 36)];

/// Draws the library.
pub fn draw(app: &App, paint: &mut Paint) {
    const WIDEST: u16 = 114;
    let side = if app.size.width >= 24 { 3 } else { 1 };
    let width = app.size.width.saturating_sub(2 * side).min(WIDEST);
    let whole = Area { x: (app.size.width - width) / 2, y: 0, width, height: app.size.height };
    head(app, whole, paint);
    let top = if app.size.height >= 8 { 3 } else { 1 };
    let rows = Area { y: top, height: app.size.height.saturating_sub(top), ..whole };
    for ((item, is_chosen), y) in app.library.shown().zip(rows.y..rows.y + rows.height) {
        let line = Area { y, height: 1, ..whole };
        draw_item(item, app.library.measure(&item.id), (line, is_chosen), paint);
    }
    if app.library.list.left().is_empty() {
        let is_empty = app.library.is_empty();
        let why = if is_empty { "There are no articles here." } else { "No article fits. Esc shows all." };
        paint.line(rows, rows.y, &Runs::of(why, Role::Label));
    }
    full_title(app, whole, paint);
    footer::draw(app, whole, paint);
}

/// What stands over the list: how many articles, what is typed, the heads of the columns.
fn head(app: &App, whole: Area, paint: &mut Paint) {
    let count = match app.library.len() {
        1 => "1 article".to_owned(),
        count => format!("{count} articles"),
    };
    paint.title(whole, "Glose", &count);
    if app.library.filter.is_open {
        let area = Area { y: 1.min(whole.height - 1), height: 1, ..whole };
        paint.typed(area, "/", app.library.filter.input.text());
    }
    if app.size.height >= 8 {
        heads(whole, paint);
    }
}

/// The whole title of the chosen article, where the list had to cut it.
fn full_title(app: &App, whole: Area, paint: &mut Paint) {
    let Some(item) = app.library.chosen().filter(|_| app.size.height >= 8) else { return };
    let room = title_room(whole, &columns(whole));
    let title = Runs::of(&item.title, Role::Label);
    if title.width() > room.width {
        let area = Area { y: app.size.height - 2, height: 1, ..whole };
        paint.line(area, area.y, &title);
    }
}

/// What the columns leave for the title.
fn title_room(line: Area, columns: &[(usize, Area)]) -> Area {
    let end = columns.last().map_or(line.x + line.width, |(_, area)| area.x - 2);
    Area { width: end - line.x, ..line }
}

/// The columns shown in `line`, each with its place and width.
fn columns(line: Area) -> Vec<(usize, Area)> {
    let mut end = line.x + line.width;
    let mut shown = Vec::new();
    for (number, (_, width, from)) in COLUMNS.iter().enumerate().rev() {
        if line.width + 6 >= *from {
            shown.push((number, Area { x: end - width, width: *width, ..line }));
            end -= width + 2;
        }
    }
    shown
}

fn heads(whole: Area, paint: &mut Paint) {
    let line = Area { y: 2, height: 1, ..whole };
    for (number, area) in columns(line) {
        paint.line_right(area, 2, &Runs::of(COLUMNS[number].0, Role::Label));
    }
}

fn draw_item(item: &ShelfItem, measure: Option<Measure>, (line, is_chosen): (Area, bool), paint: &mut Paint) {
    let columns = columns(line);
    if is_chosen && line.x >= 2 {
        let style = paint.style(Role::Bar);
        paint.put((line.x - 2, line.y), paint.theme.bar(), style);
    }
    let role = if is_chosen { Role::Headword } else { Role::Text };
    paint.line(title_room(line, &columns), line.y, &Runs::of(&item.title, role));
    for (number, area) in columns {
        paint.line_right(area, line.y, &Runs::of(&cell(number, item, measure), Role::Place));
    }
}

/// What stands in a column.
fn cell(column: usize, item: &ShelfItem, measure: Option<Measure>) -> String {
    match COLUMNS[column].0 {
        "date" => item.date.clone().unwrap_or_default(),
        "level" => item.level.clone().unwrap_or_default(),
        "time" => measure.map_or_else(|| "…".into(), |known| format!("{} min", known.minutes())),
        "glossed" => measure.map_or_else(
            || "…".into(),
            |known| known.coverage().map_or_else(String::new, |percent| format!("{percent}\u{a0}%")),
        ),
        _ => item.place.map_or_else(String::new, |place| format!("{}\u{a0}%", place.percent)),
    }
}
