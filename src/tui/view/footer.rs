//! The last row: the main keys of the context, what is searched for, or what there is to say.

use super::paint::Paint;
use crate::app::action::Action;
use crate::app::{App, Hint, Overlay};
use crate::page::plan::Area;
use crate::page::{Role, Runs};

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
        clear(area, paint);
        paint.line(area, y, &Runs::of(message, Role::Message));
    } else if app.size.height >= 8 {
        keys(app, area, paint);
    }
}

/// As many of the keys as there is room for; how to get help and out is always among them.
fn keys(app: &App, area: Area, paint: &mut Paint) {
    let mut hints = app.hints();
    let is_always = |hint: &Hint| matches!(hint.action, Action::Help | Action::Quit | Action::Back);
    loop {
        let mut runs = Runs::default();
        for (number, hint) in hints.iter().enumerate() {
            let gap = if number == 0 { "" } else { "  " };
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

fn clear(area: Area, paint: &mut Paint) {
    for x in area.x..area.x + area.width {
        let style = ratatui::style::Style::reset().patch(paint.theme.ground());
        paint.put((x, area.y), " ", style);
    }
}
