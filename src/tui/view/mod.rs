//! Draws an [`App`]; changes nothing in it.
//!
//! One file per screen. What is drawn was made ready by `app`; here it gets its cells.

mod footer;
mod form;
mod help;
mod library;
mod margin;
mod more;
mod paint;
mod palette;
mod problems;
mod reading;

use ratatui::Frame;

use super::theme::Theme;
use crate::app::{App, Overlay, Screen};
use paint::Paint;

/// Draws `app`.
pub fn view(app: &App, theme: &Theme, frame: &mut Frame) {
    let area = frame.area();
    if (area.width, area.height) != (app.size.width, app.size.height) || area.is_empty() {
        return;
    }
    frame.buffer_mut().set_style(area, theme.ground());
    let mut paint = Paint { buffer: frame.buffer_mut(), theme, cursor: None };
    match (&app.overlay, app.screen, &app.reading) {
        (Some(Overlay::Help(menu)), ..) => help::draw(app, menu, &mut paint),
        (Some(Overlay::Palette(menu)), ..) => palette::draw(app, menu, &mut paint),
        (Some(Overlay::Problems(problems)), ..) => problems::draw(app, problems, &mut paint),
        (Some(Overlay::More(more)), ..) => more::draw(app, more, &mut paint),
        (None, ..) if app.form.is_some() => {
            if let Some(form) = &app.form {
                form::draw(app, form, &mut paint);
            }
        }
        (_, Screen::Reading, Some(reading)) => reading::draw(app, reading, &mut paint),
        _ => library::draw(app, &mut paint),
    }
    if let Some(cursor) = paint.cursor {
        frame.set_cursor_position(cursor);
    }
}
