//! The last row: the main keys of the context, what is searched for, or what there is to say.

use super::paint::Paint;
use crate::app::action::Action;
use crate::app::{App, Hint, Overlay};
use crate::page::plan::Area;
use crate::page::{Role, Run, Runs};

/// Draws the last row within the cells of `area`.
pub fn draw(app: &App, area: Area, paint: &mut Paint) {
    let y = app.size.height - 1;
    let area = Area { y, height: 1, ..area };
    if let (Some(Overlay::Find), Some(reading)) = (&app.overlay, &app.reading) {
        clear(area, paint);
        let x = paint.typed(area, "/", reading.find.input.text());
        let counter = Runs::of(&reading.find.counter(), Role::Place);
        let rest = Area { x: x + 2, width: (area.x + area.width).saturating_sub(x + 2), ..area };
        let x = paint.line(rest, y, &counter) + 3;
        let rest = Area { x, width: (area.x + area.width).saturating_sub(x), ..area };
        keys(app, rest, paint);
    } else if !app.begun.is_empty() {
        clear(area, paint);
        let begun: Vec<String> = app.begun.iter().map(|chord| app.keymap.shown(&(*chord).into())).collect();
        paint.line(area, y, &Runs::of(&begun.join(" "), Role::Key).and(" …", Role::Label));
    } else if let Some(message) = &app.message {
        tell(message, area, paint);
    } else if app.size.height >= 8 {
        keys(app, area, paint);
    }
}

/// What there is to say, on as many of the last rows as it takes.
fn tell(message: &str, area: Area, paint: &mut Paint) {
    let runs = Runs::of(message, Role::Message);
    let most = usize::from(area.y / 2).max(1);
    let mut rows = runs.wrapped(area.width.max(2), 0);
    if rows.len() > most {
        let row = |row: &Vec<Run>| row.iter().map(|run| &*run.text).collect::<String>();
        let rest: Vec<String> = rows.drain(most - 1..).map(|rest| row(&rest)).collect();
        rows.push(Runs::of(&rest.join(" "), Role::Message).on_one_row(area.width));
    }
    for (row, y) in rows.iter().rev().zip((0..=area.y).rev()) {
        let area = Area { y, ..area };
        clear(area, paint);
        paint.runs(area, y, row);
    }
}

/// As many of the keys as there is room for; how to get help and out is always among them.
fn keys(app: &App, area: Area, paint: &mut Paint) {
    let mut hints = app.hints();
    let is_always = |hint: &Hint| matches!(hint.action, Action::Help | Action::Quit | Action::Back);
    loop {
        let mut runs = fault(app);
        for hint in &hints {
            let gap = if runs.text().is_empty() { "" } else { "  " };
            let says = format!(" {}", hint.says);
            runs =
                runs.and(&format!("{gap}{}", app.keymap.shown(hint.keys)), Role::Key).and(&says, Role::Label);
        }
        if runs.width() <= area.width || hints.is_empty() {
            paint.line(area, area.y, &runs);
            return;
        }
        match hints.iter().rposition(|hint| !is_always(hint)) {
            Some(least) => _ = hints.remove(least),
            None => _ = hints.remove(0),
        }
    }
}

/// What is wrong with a glossary, as long as it is, with the key that tells more.
fn fault(app: &App) -> Runs {
    let key = app.keymap.keys(Action::Problems, app.context()).next();
    match (&app.fault, key) {
        (Some(place), Some(key)) => {
            let told = format!(" fault in {place}");
            Runs::of(&app.keymap.shown(key), Role::Key).and(&told, Role::Message)
        }
        _ => Runs::default(),
    }
}

fn clear(area: Area, paint: &mut Paint) {
    for x in area.x..area.x + area.width {
        let style = ratatui::style::Style::reset().patch(paint.theme.ground());
        paint.put((x, area.y), " ", style);
    }
}
