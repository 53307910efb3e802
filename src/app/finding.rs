//! Searching in the article: beginning, going from one place found to the next, searching again for
//! what was searched for before.
//!
//! Knows no text: [`Reading`] finds, [`super::searches`] remembers.

use super::effect::{Effect, Place};
use super::keymap::Context;
use super::screen::reading::Reading;
use super::trail::Spot;
use super::{App, Overlay};

impl App {
    pub(super) fn find(&mut self) {
        if let Some(reading) = &mut self.reading {
            reading.begin_find();
            self.searches.begin();
            self.overlay = Some(Overlay::Find);
        }
    }

    pub(super) fn end_find(&mut self) {
        let Some(reading) = &self.reading else { return };
        let from = reading.find.origin().map(|place| (reading.id.clone(), place));
        let (text, is_found) = (reading.find.input.text().to_owned(), !reading.find.hits.is_empty());
        self.read(Reading::end_find);
        self.left(from.map(|(id, Place { block, byte, .. })| Spot { id, block, byte }));
        if is_found {
            self.searches.keep(&text);
            self.outbox.push(Effect::SaveSearch(text));
        }
    }

    /// To another place found: a jump, unless the search still goes on.
    pub(super) fn hit(&mut self, action: impl FnOnce(&mut Reading) -> Option<String>) {
        match self.context() {
            Context::Find => self.read(action),
            _ => self.jump(action),
        }
    }

    pub(super) fn older_search(&mut self) {
        let Some(reading) = &mut self.reading else { return };
        if let Some(text) = self.searches.older(reading.find.input.text()) {
            reading.search_for(text);
        }
    }

    pub(super) fn newer_search(&mut self) {
        let (Some(reading), Some(text)) = (&mut self.reading, self.searches.newer()) else { return };
        reading.search_for(text);
    }
}
