//! The glosses of the focused paragraph: beside their rows, below the text, or one on a row.

use super::paint::Paint;
use crate::app::screen::reading::{Placed, Reading};
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

fn pieces(placed: &Placed, paint: &mut Paint) {
    for piece in &placed.pieces {
        for (row, y) in piece.rows.iter().zip(piece.area.y..) {
            paint.runs(piece.area, y, row);
        }
    }
}

fn beside(reading: &Reading, area: Area, paint: &mut Paint) {
    let style = paint.style(Role::Rule);
    (area.y..area.y + area.height).for_each(|y| paint.put((area.x - 2, y), paint.theme.upright(), style));
    let placed = reading.placed();
    pieces(&placed, paint);
    if placed.more > 0 {
        let more = Runs::of(&format!("↓ {} more", placed.more), Role::Label);
        paint.line(area, area.y + area.height - 1, &more);
    }
}

fn below(reading: &Reading, area: Area, paint: &mut Paint) {
    let style = paint.style(Role::Rule);
    (area.x..area.x + area.width).for_each(|x| paint.put((x, area.y - 1), paint.theme.level(), style));
    let placed = reading.placed();
    pieces(&placed, paint);
    if placed.more > 0 {
        let rule = Area { y: area.y - 1, height: 1, width: area.width - 1, ..area };
        paint.line_right(rule, rule.y, &Runs::of(&format!(" {} more ", placed.more), Role::Label));
    }
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
