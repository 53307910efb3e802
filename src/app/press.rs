//! What becomes of a key: a letter of a text that is typed, or an action. And of what is pasted.
//!
//! Knows no terminal, and not what an action does.

use super::action::Action;
use super::keymap::{Chord, Context, Key, Pressed};
use super::screen::menu::Menu;
use super::update::act;
use super::{App, Overlay, Screen};

impl App {
    pub(super) fn press(&mut self, chord: Chord) {
        self.message = None;
        if self.begun.is_empty() && self.is_typing(chord) && self.type_chord(chord) {
            return;
        }
        self.begun.push(chord);
        match self.keymap.pressed(self.context(), &self.begun) {
            Pressed::Waits => return,
            Pressed::Does(action) => {
                self.forget_leaving(action);
                act(self, action);
            }
            Pressed::Nothing if self.begun.len() == 1 => _ = self.type_chord(chord),
            Pressed::Nothing => {
                // What was begun is not gone on with: Esc gives it up, another key is itself.
                self.begun.clear();
                if chord.key != Key::Esc {
                    self.press(chord);
                }
            }
        }
        self.begun.clear();
    }

    /// Who does something else than leave is asked again.
    fn forget_leaving(&mut self, action: Action) {
        if let Some(form) = &mut self.form {
            form.leaving.take_if(|leaving| *leaving != action);
        }
    }

    /// True where a text is typed before any key means something else.
    fn is_typing(&self, chord: Chord) -> bool {
        match self.context() {
            Context::Form => chord.typed().is_some(),
            Context::Find | Context::Palette => true,
            Context::Library => self.library.filter.is_open,
            Context::Help => self.menu().is_some_and(|menu| menu.filter.is_open),
            Context::Reading | Context::More | Context::Problems | Context::Conflict => false,
        }
    }

    /// Types into the text of the context, where it has one.
    fn type_chord(&mut self, chord: Chord) -> bool {
        match (&mut self.overlay, self.screen) {
            (Some(Overlay::Help(menu) | Overlay::Palette(menu)), _) => menu.edit(chord),
            (Some(Overlay::Find), _) => self.reading.as_mut().is_some_and(|reading| reading.edit_find(chord)),
            (None, _) if self.form.is_some() => self.form.as_mut().is_some_and(|form| form.edit(chord)),
            (None, Screen::Library) => self.library.edit(chord),
            _ => false,
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.begun.clear();
        if let (Context::Form, Some(form)) = (self.context(), &mut self.form) {
            form.paste(text);
            return;
        }
        // What is copied as a line brings its end along.
        for character in text.trim_matches(['\r', '\n']).chars().take(200) {
            let key = Key::Char(if character.is_control() { ' ' } else { character });
            let is_text = !matches!(
                self.context(),
                Context::Reading | Context::More | Context::Problems | Context::Conflict
            );
            _ = is_text && self.type_chord(Chord::plain(key));
        }
    }

    fn menu(&self) -> Option<&Menu> {
        match &self.overlay {
            Some(Overlay::Help(menu) | Overlay::Palette(menu)) => Some(menu),
            _ => None,
        }
    }
}
