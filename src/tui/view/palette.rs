//! All actions, by name.

use super::footer;
use super::help::whole;
use super::paint::Paint;
use crate::app::App;
use crate::app::screen::menu::Menu;
use crate::page::plan::Area;
use crate::page::{Role, Runs};

/// Draws the actions that fit what is typed.
pub fn draw(app: &App, menu: &Menu, paint: &mut Paint) {
    let whole = whole(app);
    paint.typed(Area { height: 1, ..whole }, ":", menu.filter.input.text());
    let top = if app.size.height >= 8 { 2 } else { 1 };
    for ((number, is_chosen), y) in menu.list.shown().zip(top..app.size.height.max(top + 1) - 1) {
        let row = &menu.rows[number];
        let line = Area { y, height: 1, ..whole };
        if is_chosen && whole.x >= 2 {
            let style = paint.style(Role::Bar);
            paint.put((whole.x - 2, y), paint.theme.bar(), style);
        }
        let keys = Runs::of(&row.keys, Role::Key);
        let room = whole.width.saturating_sub(keys.width() + 2);
        let role = if is_chosen { Role::Headword } else { Role::Text };
        let gap = " ".repeat(20_usize.saturating_sub(row.row.name.len()).max(2));
        let runs = Runs::of(row.row.name, role).and(&gap, Role::Label).and(row.row.description, Role::Label);
        paint.line(Area { width: room, ..line }, y, &runs);
        paint.line_right(line, y, &keys);
    }
    if menu.list.left().is_empty() {
        let line = Area { y: top, height: 1, ..whole };
        paint.line(line, top, &Runs::of("No action is called that.", Role::Label));
    }
    footer::draw(app, whole, paint);
}
