//! An entry being written: the fields, and what is known of it.

use ratatui::layout::Position;

use super::footer;
use super::paint::Paint;
use crate::app::App;
use crate::app::screen::form::{Conflict, Form, LABEL, Line, Purpose, Reason};
use crate::page::plan::Area;
use crate::page::{Role, Runs};

/// Draws the form.
pub fn draw(app: &App, form: &Form, paint: &mut Paint) {
    let fields = form.places.fields;
    let end = app.size.width.saturating_sub(fields.x);
    let whole = Area { x: fields.x, y: 0, width: end.saturating_sub(fields.x), height: app.size.height };
    if app.size.height >= 3 {
        paint.title(whole, form.title(), &place(app, form, whole.width));
    }
    if let Some(conflict) = &form.conflict {
        draw_conflict(
            conflict,
            Area { height: app.size.height.saturating_sub(fields.y + 1), ..fields },
            whole.width,
            paint,
        );
    } else {
        draw_fields(form, paint);
        draw_live(form, paint);
    }
    footer::draw(app, whole, paint);
}

/// The file to which it goes.
fn place(app: &App, form: &Form, width: u16) -> String {
    let layer = match &form.purpose {
        Purpose::Edit { layer, .. } => Some(layer),
        Purpose::New | Purpose::Copy => app.own_layer.as_ref(),
    };
    let layer = layer.map_or("", |layer| layer.as_str());
    let room = usize::from(width).saturating_sub(form.title().len() + 4);
    let count = layer.chars().count();
    if count <= room || room < 4 {
        return layer.to_owned();
    }
    format!("…{}", layer.chars().skip(count - room + 1).collect::<String>())
}

fn draw_fields(form: &Form, paint: &mut Paint) {
    let area = form.places.fields;
    for (line, y) in form.lines.iter().skip(form.places.top).zip(area.y..area.y + area.height) {
        draw_line(line, Area { y, height: 1, ..area }, paint);
    }
}

fn draw_line(line: &Line, area: Area, paint: &mut Paint) {
    if line.is_active && area.x >= 2 {
        let style = paint.style(Role::Bar);
        paint.put((area.x - 2, area.y), paint.theme.bar(), style);
    }
    let role = if line.is_active { Role::Key } else { Role::Label };
    paint.line(Area { width: LABEL - 1, ..area }, area.y, &Runs::of(&line.label, role));
    let x = area.x + LABEL;
    let runs = Runs::of(&line.text, Role::Text).and(&line.hint, Role::Label);
    paint.line(Area { x, width: area.width.saturating_sub(LABEL), ..area }, area.y, &runs);
    if let Some(cell) = line.cursor {
        let last = (area.x + area.width).saturating_sub(1);
        paint.cursor = Some(Position::new((x + cell).min(last), area.y));
    }
}

fn draw_live(form: &Form, paint: &mut Paint) {
    let area = form.places.live;
    let is_beside = area.x > form.places.fields.x;
    let style = paint.style(Role::Rule);
    if is_beside {
        (area.y..area.y + area.height).for_each(|y| paint.put((area.x - 2, y), paint.theme.upright(), style));
    } else if area.height > 0 {
        (area.x..area.x + area.width).for_each(|x| paint.put((x, area.y - 1), paint.theme.level(), style));
    }
    for (row, y) in form.live_rows(area.width, area.height).iter().zip(area.y..) {
        paint.runs(area, y, row);
    }
}

/// Both entries side by side, or one under the other.
fn draw_conflict(conflict: &Conflict, area: Area, width: u16, paint: &mut Paint) {
    let told = match conflict.reason {
        Reason::Changed => "Somebody else has changed this entry meanwhile.",
        Reason::Twin => "The glossary has this entry already.",
    };
    let whole = Area { width, ..area };
    let mut y = area.y;
    for row in Runs::of(told, Role::Message).wrapped(width, 0) {
        paint.runs(whole, y, &row);
        y += 1;
    }
    let theirs = conflict.theirs.as_ref().map_or("(taken out)", |theirs| theirs.text.as_str());
    let rest = Area { y: y + 1, height: (area.y + area.height).saturating_sub(y + 1), ..whole };
    let (one, other) = if width >= 70 {
        let half = width / 2 - 2;
        (Area { width: half, ..rest }, Area { x: rest.x + half + 4, width: half, ..rest })
    } else {
        let half = rest.height / 2;
        (Area { height: half, ..rest }, Area { y: rest.y + half, height: rest.height - half, ..rest })
    };
    draw_text("In the file", theirs, one, paint);
    draw_text("Yours", &conflict.ours, other, paint);
}

fn draw_text(title: &str, text: &str, area: Area, paint: &mut Paint) {
    if area.height == 0 {
        return;
    }
    paint.line(area, area.y, &Runs::of(title, Role::Label));
    let rows = text.lines().flat_map(|line| Runs::of(line, Role::Text).wrapped(area.width.max(2), 2));
    for (row, y) in rows.zip(area.y + 1..area.y + area.height) {
        paint.runs(area, y, &row);
    }
}
