//! What a reader sets while reading: how the page is set, how much is glossed, whose the mouse is.
//!
//! Knows no file: what was set is handed out to be kept.

use super::App;
use super::effect::Effect;
use crate::page::plan::{COLUMNS, Pane, Wanted, dragged};
use crate::page::{Edge, Hyphens};
use crate::study::Threshold;

impl App {
    /// The edge between text and glosses goes with the mouse.
    pub(super) fn drag(&mut self, column: u16, row: u16) {
        if self.is_edge_held {
            self.preferences.wanted = dragged(self.size, self.preferences.wanted, (column, row));
        }
    }

    pub(super) fn release(&mut self) {
        if std::mem::take(&mut self.is_edge_held) {
            self.outbox.push(Effect::SavePreferences(self.preferences));
        }
    }

    /// Says what has been set, and keeps it.
    fn set(&mut self, message: impl Into<String>) {
        self.message = Some(message.into());
        self.outbox.push(Effect::SavePreferences(self.preferences));
    }

    pub(super) fn set_threshold(&mut self, change: impl FnOnce(Threshold) -> Threshold) {
        self.preferences.threshold = change(self.preferences.threshold);
        self.message = Some(match self.preferences.threshold {
            Threshold::EVERYTHING => "Everything is glossed.".into(),
            threshold => format!("Glossed: {} and harder.", threshold.label().trim_end_matches('+')),
        });
        self.outbox.push(Effect::SavePreferences(self.preferences));
    }

    pub(super) fn set_column(&mut self, change: impl FnOnce(u16) -> u16) {
        let column = change(self.preferences.wanted.column).clamp(COLUMNS.0, COLUMNS.1);
        self.preferences.wanted.column = column;
        self.set(format!("Column of text: {column} wide."));
    }

    pub(super) fn set_usual_widths(&mut self) {
        let pane = self.preferences.wanted.pane;
        self.preferences.wanted = Wanted { pane, ..self.usual.wanted };
        self.set(format!("Column of text: {} wide, as usual.", self.usual.wanted.column));
    }

    pub(super) fn toggle_hyphenation(&mut self) {
        let (hyphens, message) = match self.preferences.hyphens {
            Hyphens::Written => (Hyphens::French, "Long words are cut at the ends of lines."),
            Hyphens::French => (Hyphens::Written, "Words stay whole."),
        };
        self.preferences.hyphens = hyphens;
        self.set(message);
    }

    pub(super) fn toggle_justification(&mut self) {
        let (edge, message) = match self.preferences.edge {
            Edge::Ragged => (Edge::Justified, "Even right edge, where the spaces allow it."),
            Edge::Justified => (Edge::Ragged, "Ragged right edge."),
        };
        self.preferences.edge = edge;
        self.set(message);
    }

    pub(super) fn move_margin(&mut self) {
        let (pane, message) = match self.preferences.wanted.pane {
            Pane::Auto => (Pane::Side, "Glosses beside the text, where both have room."),
            Pane::Side => (Pane::Below, "Glosses under the text."),
            Pane::Below => (Pane::Auto, "Glosses beside the text on a wide screen, under it on another."),
        };
        self.preferences.wanted.pane = pane;
        self.set(message);
    }

    pub(super) fn toggle_mouse(&mut self) {
        self.preferences.mouse ^= true;
        let on = "Mouse on: click a word for its gloss; Shift-drag selects text.";
        self.message = Some(if self.preferences.mouse { on } else { "Mouse off." }.into());
        self.outbox
            .extend([Effect::Mouse(self.preferences.mouse), Effect::SavePreferences(self.preferences)]);
    }
}
