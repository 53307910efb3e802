//! All keys.

use super::footer;
use super::paint::Paint;
use crate::app::screen::menu::Menu;
use crate::app::screen::sheet_width;
use crate::app::{App, Screen};
use crate::page::plan::Area;
use crate::page::{Role, Runs};

/// Draws every action with its keys.
pub fn draw(app: &App, menu: &Menu, paint: &mut Paint) {
    let whole = whole(app);
    let top = if app.size.height >= 8 { 2 } else { 1 };
    let rows =
        Area { y: top, height: app.size.height.saturating_sub(top + u16::from(top > 1) * 2).max(1), ..whole };
    if menu.filter.is_open {
        paint.typed(Area { height: 1, ..whole }, "All keys  /", menu.filter.input.text());
    } else {
        let left = menu.text.len().saturating_sub(menu.top + usize::from(rows.height));
        let more = if left > 0 { "more below" } else { "" };
        paint.title(whole, "All keys", more);
    }
    for (row, y) in menu.text.iter().skip(menu.top).zip(rows.y..rows.y + rows.height) {
        paint.runs(rows, y, row);
    }
    if menu.text.is_empty() {
        paint.line(rows, top, &Runs::of("No key does that.", Role::Label));
    }
    footer::draw(app, whole, paint);
}

/// The cells of a sheet of lines: it begins where the text under it begins.
pub fn whole(app: &App) -> Area {
    let width = sheet_width(app.size);
    let text =
        app.reading.as_ref().filter(|_| app.screen == Screen::Reading).map(|reading| reading.plan.text.x);
    let least = if app.size.width >= 24 { 3 } else { 0 };
    let x = text.unwrap_or(least).max(least).min(app.size.width - width);
    Area { x, y: 0, width, height: app.size.height }
}
