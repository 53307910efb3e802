//! What the checks found.

use super::footer;
use super::help::whole;
use super::paint::Paint;
use crate::app::App;
use crate::app::screen::problems::Problems;
use crate::page::plan::Area;
use crate::page::{Role, Runs};

/// Draws the findings, a bar beside the chosen one.
pub fn draw(app: &App, problems: &Problems, paint: &mut Paint) {
    let whole = whole(app);
    let is_low = app.size.height < 8;
    if !is_low {
        paint.title(whole, "Problems", &problems.counter());
    }
    let (top, bottom) = if is_low { (0, app.size.height) } else { (2, app.size.height - 2) };
    for ((number, row), y) in problems.rows.iter().skip(problems.top).zip(top..bottom.max(1)) {
        if *number == problems.at() && !row.is_empty() && whole.x >= 2 {
            let style = paint.style(Role::Bar);
            paint.put((whole.x - 2, y), paint.theme.bar(), style);
        }
        paint.runs(Area { y, height: 1, ..whole }, y, row);
    }
    if let Some(why) = problems.why_nothing() {
        paint.line(Area { y: top, height: 1, ..whole }, top, &Runs::of(why, Role::Label));
    }
    footer::draw(app, whole, paint);
}
