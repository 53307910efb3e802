//! Writing entries from within a text: the form, what becomes of what it orders, and how that is
//! taken back.

use super::action::Action;
use super::effect::{Effect, Glossaries, Order, Step, Written};
use super::screen::form::{Form, Purpose, Sources};
use super::{App, Overlay, Screen};
use crate::glossary::change::Refusal;

impl App {
    /// Opens a form for the words that are selected.
    pub(super) fn add_entry(&mut self) {
        let Some(reading) = self.reading.as_mut().filter(|_| self.screen == Screen::Reading) else { return };
        reading.pick_found();
        match Form::add(reading) {
            Some(form) => self.show_form(form),
            None => {
                let phrase = self.key(Action::ExtendRight);
                self.message = Some(format!("Choose a word with the arrows, or a phrase with {phrase}."));
            }
        }
    }

    /// Opens a form for the entry of the selected term.
    pub(super) fn edit_entry(&mut self) {
        let Some(reading) = &mut self.reading else { return };
        reading.pick_found();
        let Some((.., id)) = reading.selected_entry() else {
            self.message = Some(reading.why_nothing());
            return;
        };
        let matcher = reading.matcher();
        let layer = (!matcher.is_built_in(id)).then(|| matcher.layer_name(id).to_owned());
        let form = Form::edit_entry(matcher.entry(id), layer.as_deref());
        if layer.is_none() {
            self.message = Some("Saving writes a copy of it that is yours.".into());
        }
        self.show_form(form);
    }

    fn show_form(&mut self, mut form: Form) {
        let here = self.reading.as_ref().map(|reading| reading.id.clone());
        form.live.set_shelf(self.library.names().filter(|(id, _)| Some(id) != here.as_ref()));
        self.overlay = None;
        self.form = Some(Box::new(form));
        self.offer_draft();
    }

    /// Opens the file of the selected term, or else the person's own, with their editor.
    pub(super) fn open_editor(&mut self) {
        let Some(reading) = &self.reading else { return };
        let selected = reading.selected_entry();
        let Some((.., id)) = selected else {
            self.outbox.push(Effect::OpenEditor { layer: None, line: 1 });
            return;
        };
        let matcher = reading.matcher();
        if matcher.is_built_in(id) {
            self.message = Some("This entry is built in: e makes a copy of it that is yours.".into());
            return;
        }
        let (layer, line) = (Some(matcher.layer_name(id).to_owned()), matcher.entry(id).line);
        self.outbox.push(Effect::OpenEditor { layer, line });
    }

    /// Orders what the form says to be written.
    pub(super) fn save_form(&mut self) {
        let Some(form) = &self.form else { return };
        let is_edit = matches!(form.purpose, Purpose::Edit { .. });
        if is_edit && !form.is_changed() && form.conflict.is_none() {
            self.form = None;
            self.message = Some("Nothing was changed.".into());
            return;
        }
        self.outbox.push(Effect::Write(Box::new(form.order())));
    }

    /// To the next field, or at the end of the form saves.
    pub(super) fn finish_field(&mut self) {
        if self.form.as_mut().is_some_and(|form| form.conflict.is_none() && form.is_finished()) {
            self.save_form();
        }
    }

    /// Takes what somebody else wrote into the form.
    pub(super) fn take_theirs(&mut self) {
        let own = self.own_layer.clone();
        if self.form.as_mut().is_some_and(|form| form.take_theirs(own.as_deref())) {
            self.message = Some("The form has the entry as it is in the file.".into());
        }
    }

    /// Leaves the form by an action; asks first where something would be lost. True when it may be left.
    pub(super) fn leave_form(&mut self, leaving: Action) -> bool {
        let (save, again) = (self.key(Action::Save), self.key(leaving));
        let Some(form) = &mut self.form else { return true };
        if form.conflict.take().is_some() {
            return false;
        }
        if form.is_changed() && form.leaving.replace(leaving) != Some(leaving) {
            self.message = Some(format!("Not saved: {save} saves it, {again} drops it."));
            return false;
        }
        self.form = None;
        true
    }

    /// Takes the last change to a glossary back.
    pub(super) fn undo(&mut self) {
        match self.history.undo() {
            Some(order) => self.outbox.push(Effect::Write(Box::new(order))),
            None => self.message = Some("No entry was changed that could be taken back.".into()),
        }
    }

    /// Makes the last change again that was taken back.
    pub(super) fn redo(&mut self) {
        match self.history.redo() {
            Some(order) => self.outbox.push(Effect::Write(Box::new(order))),
            None => self.message = Some("No change was taken back.".into()),
        }
    }

    /// Learns that an order was followed.
    pub(super) fn written(&mut self, written: &Written) {
        self.history.record(written);
        let entry = written.after.as_ref().or(written.before.as_ref()).map(|one| &one.entry);
        let term = entry.map_or("", |entry| &entry.term);
        let line = written.after.as_ref().map_or(0, |after| after.entry.line);
        let layer = &written.layer;
        self.message = Some(match (written.order.step, &written.after) {
            (Step::Save, _) => {
                self.form = None;
                format!("Saved “{term}”; u takes it back. It is in {layer}, line {line}.")
            }
            (Step::Undo, None) => {
                format!("Taken back: “{term}”; Ctrl-R writes it again. It is out of {layer}.")
            }
            (Step::Undo, _) => {
                format!("Taken back: “{term}”; Ctrl-R does it again. It is in {layer}, line {line}.")
            }
            (Step::Redo, _) => format!("Done again: “{term}”. It is in {layer}, line {line}."),
        });
        if let (Some(reading), Some(after)) = (&mut self.reading, &written.after) {
            reading.choose_entry(&after.entry.term);
        }
    }

    /// Learns why an order was not followed.
    pub(super) fn refused(&mut self, order: &Order, refusal: Refusal) {
        let told = match (&mut self.form, order.step) {
            (Some(form), Step::Save) => form.refused(refusal),
            (_, Step::Undo) => Some(format!("Not taken back: {refusal}.")),
            (_, _) => Some(format!("Not done: {refusal}.")),
        };
        self.message = told.or(self.message.take());
    }

    /// Reads on with other glossaries; place and selection stay.
    pub(super) fn take_glossaries(&mut self, glossaries: Glossaries) {
        (self.matcher, self.own_layer) = (glossaries.program, glossaries.own);
        self.fault = glossaries.fault;
        if let Some(reading) = &mut self.reading {
            reading.set_matcher(glossaries.reading);
        }
        if let Some(form) = &mut self.form {
            form.live.forget_glossaries();
        }
        self.library.forget_measures();
        self.message = glossaries.notice.or(self.message.take());
        if matches!(self.overlay, Some(Overlay::Problems(_))) {
            self.outbox.push(Effect::Check);
        }
        if let (Some(Overlay::More(more)), Some(reading)) = (&mut self.overlay, &self.reading) {
            more.refresh(reading);
        }
    }

    /// Finds out more of the entry that is being written.
    pub(super) fn work_on_form(&mut self) {
        if let (Some(form), Some(reading)) = (&mut self.form, &self.reading) {
            let sources = Sources { reading, own: self.own_layer.as_deref() };
            self.outbox.extend(form.work(sources));
        }
    }
}
