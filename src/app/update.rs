//! What each event changes.
//!
//! Knows no terminal and performs nothing: what the world must do is returned.

use super::action::Action;
use super::effect::{Effect, Event, Opened, Place, Turn};
use super::keymap::{Chord, Context};
use super::screen::Travel;
use super::screen::menu::Menu;
use super::screen::more::More;
use super::screen::reading::Reading;
use super::trail::Spot;
use super::{App, Overlay, Screen};
use crate::page::plan::Size;
use crate::study::Threshold;
use crate::text::visible::visible;

/// Lets `event` happen to `app`; what the world must do about it is returned.
pub fn update(app: &mut App, event: Event) -> Vec<Effect> {
    match event {
        Event::Key(chord) => app.press(chord),
        Event::Paste(text) => app.paste(&text),
        Event::Resize(size) => app.size = size,
        Event::Click { column, row } => app.click(column, row),
        Event::Wheel(turn) => app.travel(Travel::Rows(if turn == Turn::Down { 3 } else { -3 })),
        Event::Idle => app.idle(),
        Event::Opened(opened) => app.open(*opened),
        Event::Fetched(id, article) => app.library.fetched(&id, article),
        Event::Failed(what) => app.fail(what),
        Event::Told(what) => app.message = Some(what),
        Event::Away => app.keep_place(),
    }
    app.settle();
    std::mem::take(&mut app.outbox)
}

/// Does `action`, as if its key had been pressed.
pub fn act(app: &mut App, action: Action) {
    match action {
        Action::NextParagraph => app.read(Reading::next_paragraph),
        Action::PreviousParagraph => app.read(Reading::previous_paragraph),
        Action::NextTerm => app.read(Reading::next_term),
        Action::PreviousTerm => app.read(Reading::previous_term),
        Action::NextWord => app.read(Reading::next_word),
        Action::PreviousWord => app.read(Reading::previous_word),
        Action::ExtendRight => app.read(Reading::extend_right),
        Action::ExtendLeft => app.read(Reading::extend_left),
        Action::SelectPhrase => app.read(Reading::select_phrase),
        Action::More => app.more(),
        Action::Translation => app.read(Reading::toggle_translation),
        Action::AllTranslations => app.read(Reading::toggle_all_translations),
        Action::HideGlosses => app.read(Reading::toggle_glosses),
        Action::GlossLess => app.set_threshold(Threshold::less),
        Action::GlossMore => app.set_threshold(Threshold::more),
        Action::Find => app.find(),
        Action::NextHit => app.hit(Reading::next_hit),
        Action::PreviousHit => app.hit(Reading::previous_hit),
        Action::OlderSearch => app.older_search(),
        Action::NewerSearch => app.newer_search(),
        Action::JumpBack => app.jump_back(),
        Action::JumpForward => app.jump_forward(),
        Action::Down => app.travel(Travel::Rows(1)),
        Action::Up => app.travel(Travel::Rows(-1)),
        Action::PageDown => app.travel(Travel::Pages(1)),
        Action::PageUp => app.travel(Travel::Pages(-1)),
        Action::HalfPageDown => app.travel(Travel::Halves(1)),
        Action::HalfPageUp => app.travel(Travel::Halves(-1)),
        Action::Start => app.travel(Travel::Start),
        Action::End => app.travel(Travel::End),
        Action::Wider => app.set_column(|column| column + 4),
        Action::Narrower => app.set_column(|column| column - 4),
        Action::DefaultWidth => app.set_column(|_| super::effect::Preferences::default().column),
        Action::CopySentence => app.copy_sentence(),
        Action::Mouse => app.toggle_mouse(),
        Action::Choose => app.choose(),
        Action::Filter => app.filter(),
        Action::Library => app.go_to_library(),
        Action::Palette => app.overlay = Some(Overlay::Palette(Menu::palette(&app.keymap, app.context()))),
        Action::Help => app.help(),
        Action::Back => app.back(),
        Action::Suspend => app.suspend(),
        Action::Quit => app.quit(),
    }
}

impl App {
    fn press(&mut self, chord: Chord) {
        self.message = None;
        let is_typed = match self.context() {
            Context::Find | Context::Palette => self.type_chord(chord),
            Context::Library => self.library.filter.is_open && self.type_chord(chord),
            Context::Help => self.menu().is_some_and(|menu| menu.filter.is_open) && self.type_chord(chord),
            Context::Reading | Context::More => false,
        };
        if is_typed {
            return;
        }
        match self.keymap.action(self.context(), chord) {
            Some(action) => act(self, action),
            None => _ = self.type_chord(chord),
        }
    }

    /// Types into the text of the context, where it has one.
    fn type_chord(&mut self, chord: Chord) -> bool {
        match (&mut self.overlay, self.screen) {
            (Some(Overlay::Help(menu) | Overlay::Palette(menu)), _) => menu.edit(chord),
            (Some(Overlay::Find), _) => self.reading.as_mut().is_some_and(|reading| reading.edit_find(chord)),
            (None, Screen::Library) => self.library.edit(chord),
            _ => false,
        }
    }

    fn paste(&mut self, text: &str) {
        // What is copied as a line brings its end along.
        for character in text.trim_matches(['\r', '\n']).chars().take(200) {
            let key = super::keymap::Key::Char(if character.is_control() { ' ' } else { character });
            let is_text = !matches!(self.context(), Context::Reading | Context::More);
            _ = is_text && self.type_chord(Chord::plain(key));
        }
    }

    fn menu(&self) -> Option<&Menu> {
        match &self.overlay {
            Some(Overlay::Help(menu) | Overlay::Palette(menu)) => Some(menu),
            _ => None,
        }
    }

    /// Does something to the article being read, and tells what it has to tell.
    pub(super) fn read(&mut self, action: impl FnOnce(&mut Reading) -> Option<String>) {
        let Some(reading) = &mut self.reading else { return };
        let before = reading.selected_entry();
        self.message = action(reading).or(self.message.take());
        let is_another = before != reading.selected_entry();
        if is_another && matches!(self.overlay, Some(Overlay::More(_))) {
            self.overlay = More::new(reading).map(Overlay::More);
        }
    }

    fn more(&mut self) {
        let Some(reading) = &self.reading else { return };
        match More::new(reading) {
            Some(more) => self.overlay = Some(Overlay::More(more)),
            None => self.message = Some(reading.why_nothing()),
        }
    }

    fn find(&mut self) {
        if let Some(reading) = &mut self.reading {
            reading.begin_find();
            self.searches.begin();
            self.overlay = Some(Overlay::Find);
        }
    }

    fn end_find(&mut self) {
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
    fn hit(&mut self, action: impl FnOnce(&mut Reading) -> Option<String>) {
        match self.context() {
            Context::Find => self.read(action),
            _ => self.jump(action),
        }
    }

    fn older_search(&mut self) {
        let Some(reading) = &mut self.reading else { return };
        if let Some(text) = self.searches.older(reading.find.input.text()) {
            reading.search_for(text);
        }
    }

    fn newer_search(&mut self) {
        let (Some(reading), Some(text)) = (&mut self.reading, self.searches.newer()) else { return };
        reading.search_for(text);
    }

    fn filter(&mut self) {
        match &mut self.overlay {
            Some(Overlay::Help(menu)) => menu.filter.is_open = true,
            _ => self.library.filter.is_open = true,
        }
    }

    fn help(&mut self) {
        let context = self.context();
        self.overlay = Some(Overlay::Help(Menu::help(&self.keymap, context)));
    }

    fn travel(&mut self, travel: Travel) {
        match (&mut self.overlay, self.screen) {
            (Some(Overlay::More(more)), _) => more.travel(travel),
            (Some(Overlay::Help(menu) | Overlay::Palette(menu)), _) => menu.travel(travel),
            (Some(Overlay::Find), _) => {}
            (None, Screen::Library) => self.library.travel(travel),
            (None, Screen::Reading) if matches!(travel, Travel::Start | Travel::End) => {
                self.jump(|reading| reading.travel(travel));
            }
            (None, Screen::Reading) => self.read(|reading| reading.travel(travel)),
        }
    }

    fn click(&mut self, column: u16, row: u16) {
        match (&self.overlay, self.screen) {
            (None, Screen::Reading) => self.read(|reading| reading.click(column, row)),
            (None, Screen::Library) if self.library.click(row) => self.choose(),
            _ => {}
        }
    }

    fn set_threshold(&mut self, change: impl FnOnce(Threshold) -> Threshold) {
        self.preferences.threshold = change(self.preferences.threshold);
        self.message = Some(match self.preferences.threshold {
            Threshold::EVERYTHING => "Everything is glossed.".into(),
            threshold => format!("Glossed: {} and harder.", threshold.label().trim_end_matches('+')),
        });
        self.outbox.push(Effect::SavePreferences(self.preferences));
    }

    fn set_column(&mut self, change: impl FnOnce(u16) -> u16) {
        let column = change(self.preferences.column).clamp(32, 120);
        self.preferences.column = column;
        self.message = Some(format!("Column of text: {column} wide."));
        self.outbox.push(Effect::SavePreferences(self.preferences));
    }

    fn toggle_mouse(&mut self) {
        self.preferences.mouse ^= true;
        let on = "Mouse on: click a word for its gloss; Shift-drag selects text.";
        self.message = Some(if self.preferences.mouse { on } else { "Mouse off." }.into());
        self.outbox
            .extend([Effect::Mouse(self.preferences.mouse), Effect::SavePreferences(self.preferences)]);
    }

    fn copy_sentence(&mut self) {
        let Some(text) = self.reading.as_ref().and_then(Reading::text_to_copy) else { return };
        let shown: String = text.chars().take(48).collect();
        let dots = if shown.len() < text.len() { "…" } else { "" };
        self.message = Some(format!("Copied: {}{dots}", shown.trim_end()));
        // Whatever it is pasted into must not obey it either.
        self.outbox.push(Effect::Copy(visible(&text).into_owned()));
    }

    fn choose(&mut self) {
        match self.overlay.take() {
            Some(Overlay::Palette(menu)) => {
                if let Some(action) = menu.chosen() {
                    act(self, action);
                }
            }
            Some(Overlay::Find) => self.end_find(),
            overlay => {
                self.overlay = overlay;
                let chosen = self.library.chosen().map(|item| item.id.clone());
                self.outbox.extend(chosen.map(Effect::Open));
            }
        }
    }

    fn open(&mut self, mut opened: Opened) {
        self.keep_place();
        let from = self.spot();
        let awaited = self.awaited.take().filter(|spot| spot.id == opened.id);
        let place = awaited.as_ref().map(|spot| Place { block: spot.block, byte: spot.byte, percent: 0 });
        opened.place = place.or(opened.place);
        let matcher = opened.matcher.clone().unwrap_or_else(|| self.matcher.clone());
        self.message = opened.notice.clone();
        self.reading = Some(Reading::new(opened, matcher));
        (self.screen, self.overlay) = (Screen::Reading, None);
        self.kept = None;
        match from {
            // What came through a pipe cannot be had again.
            Some(from) if from.id.is_empty() => self.trail.forget(&from.id),
            from => self.left(from.filter(|_| awaited.is_none())),
        }
    }

    fn fail(&mut self, what: String) {
        self.message = Some(what);
        if let Some(spot) = self.awaited.take() {
            self.trail.forget(&spot.id);
        }
    }

    fn go_to_library(&mut self) {
        self.keep_place();
        (self.screen, self.overlay) = (Screen::Library, None);
    }

    fn back(&mut self) {
        match (self.overlay.take(), self.screen) {
            (Some(Overlay::Find), _) => self.read(Reading::give_up_find),
            (Some(_), _) => {}
            (None, Screen::Reading) => self.read(Reading::deselect),
            (None, Screen::Library) => {
                if !self.library.clear_filter() && self.reading.is_some() {
                    self.screen = Screen::Reading;
                }
            }
        }
    }

    fn suspend(&mut self) {
        self.keep_place();
        self.outbox.push(Effect::Suspend);
    }

    fn quit(&mut self) {
        self.keep_place();
        self.outbox.push(Effect::Quit);
    }

    fn keep_place(&mut self) {
        let Some(reading) = &self.reading else { return };
        if !self.is_place_kept() {
            let (id, place) = (reading.id.clone(), reading.place());
            self.library.set_place(&id, place);
            self.outbox.push(Effect::SavePlace(id, place));
            self.kept = Some(place);
        }
    }

    fn idle(&mut self) {
        match (&mut self.overlay, self.screen, &mut self.reading) {
            (Some(Overlay::More(more)), _, Some(reading)) if reading.has_unread_blocks() => {
                reading.read_ahead();
                more.refresh(reading);
            }
            (None, Screen::Library, _) if self.library.has_work() => {
                self.outbox.extend(self.library.work(&self.matcher));
            }
            _ => self.keep_place(),
        }
    }

    /// Makes ready what is about to be drawn.
    fn settle(&mut self) {
        let Size { width, height } = self.size;
        if width == 0 || height == 0 {
            return;
        }
        self.library.settle(self.size);
        if let Some(reading) = &mut self.reading {
            reading.settle(self.size, &self.preferences);
        }
        match &mut self.overlay {
            Some(Overlay::More(more)) => more.settle(self.size),
            Some(Overlay::Help(menu) | Overlay::Palette(menu)) => menu.settle(self.size),
            _ => {}
        }
    }
}
