//! All keys.

use super::footer;
use super::paint::Paint;
use crate::app::App;
use crate::app::screen::menu::Menu;
use crate::page::plan::Area;
use crate::page::{Role, Runs};

/// Draws every action with its keys.
pub fn draw(app: &App, menu: &Menu, paint: &mut Paint) {
    let whole = whole(app);
    paint.title(whole, "All keys", "");
    if menu.filter.is_open {
        paint.typed(
            Area { y: 1.min(app.size.height - 1), height: 1, ..whole },
            "/",
            menu.filter.input.text(),
        );
    }
    let keys = if whole.width >= 60 { 22 } else { 14.min(whole.width / 2) };
    let top = if app.size.height >= 8 { 3 } else { 1 };
    for ((number, _), y) in menu.list.shown().zip(top..app.size.height.max(top + 1) - 1) {
        let row = &menu.rows[number];
        let line = Area { y, height: 1, ..whole };
        paint.line(Area { width: keys - 1, ..line }, y, &Runs::of(&row.keys, Role::Key));
        let rest = Area { x: whole.x + keys, width: whole.width - keys, ..line };
        paint.line(rest, y, &Runs::of(row.row.description, Role::Text));
    }
    if menu.list.left().is_empty() {
        let line = Area { y: top, height: 1, ..whole };
        paint.line(line, top, &Runs::of("No key does that.", Role::Label));
    }
    footer::draw(app, whole, paint);
}

/// The cells of a screen of lines: not wider than one reads at ease.
pub fn whole(app: &App) -> Area {
    let side = if app.size.width >= 24 { 3 } else { 0 };
    let width = app.size.width.saturating_sub(2 * side).min(84);
    Area { x: (app.size.width - width) / 2, y: 0, width, height: app.size.height }
}
