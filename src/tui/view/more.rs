//! Everything about one term.

use super::footer;
use super::help::whole;
use super::paint::Paint;
use crate::app::App;
use crate::app::screen::more::More;
use crate::page::Role;
use crate::page::plan::Area;

/// Draws what is known of a term.
pub fn draw(app: &App, more: &More, paint: &mut Paint) {
    let whole = whole(app);
    let is_low = app.size.height < 8;
    let top = if is_low { 0 } else { 1 };
    let bottom = app.size.height - if is_low { 0 } else { 2 };
    let rows = more.rows.iter().skip(more.top);
    for (row, y) in rows.zip(top..bottom) {
        paint.runs(Area { y, height: 1, ..whole }, y, row);
    }
    let style = paint.style(Role::Label);
    if more.top + usize::from(bottom - top) < more.rows.len() && !is_low {
        paint.put((whole.x, bottom), paint.theme.cut(), style);
    }
    footer::draw(app, whole, paint);
}
