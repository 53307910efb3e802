//! What each event changes.
//!
//! Knows no terminal and performs nothing: what the world must do is returned.

use std::sync::Arc;

use super::action::Action;
use super::effect::{Effect, Event, Opened, Place, Problem, Turn};
use super::screen::Travel;
use super::screen::form::Form;
use super::screen::library::Library;
use super::screen::menu::Menu;
use super::screen::more::More;
use super::screen::problems::Problems;
use super::screen::reading::Reading;
use super::{App, Overlay, Screen};
use crate::article::Article;
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
        Event::Drag { column, row } => app.drag(column, row),
        Event::Release => app.release(),
        Event::Wheel(turn) => app.travel(Travel::Rows(if turn == Turn::Down { 3 } else { -3 })),
        Event::Idle => app.idle(),
        Event::Opened(opened) => app.open(*opened),
        Event::Fetched(id, article) => app.fetched(&id, article),
        Event::Shelved(items) => app.library = Library::new(items),
        Event::Written(written) => app.written(&written),
        Event::Refused(order, refusal) => app.refused(&order, refusal),
        Event::Glossaries(glossaries) => app.take_glossaries(*glossaries),
        Event::Checked(found) => app.take_problems(found),
        Event::Failed(what) => app.fail(what),
        Event::Told(what) => app.message = Some(what),
        Event::Away => app.keep(),
    }
    app.settle_draft();
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
        Action::AddEntry => app.add_entry(),
        Action::EditEntry => app.edit_entry(),
        Action::OpenEditor => app.open_editor(),
        Action::Undo => app.undo(),
        Action::Redo => app.redo(),
        Action::Save => app.save_form(),
        Action::NextField => app.write(Form::next_field),
        Action::LowerField => app.write(Form::lower_field),
        Action::PreviousField => app.write(Form::previous_field),
        Action::TakeTheirs => app.take_theirs(),
        Action::TakeDraft => app.take_draft(),
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
        Action::DefaultWidth => app.set_usual_widths(),
        Action::Hyphenation => app.toggle_hyphenation(),
        Action::Justification => app.toggle_justification(),
        Action::Margin => app.move_margin(),
        Action::CopySentence => app.copy_sentence(),
        Action::Mouse => app.toggle_mouse(),
        Action::Choose => app.choose(),
        Action::Filter => app.filter(),
        Action::Library => app.go_to_library(),
        Action::Problems => app.problems(),
        Action::Palette => app.overlay = Some(Overlay::Palette(Menu::palette(&app.keymap, app.context()))),
        Action::Help => app.help(),
        Action::Back => app.back(),
        Action::Suspend => app.suspend(),
        Action::Quit => app.quit(),
    }
}

impl App {
    /// Does something to the entry that is being written.
    fn write(&mut self, action: impl FnOnce(&mut Form)) {
        if let Some(form) = self.form.as_mut().filter(|form| form.conflict.is_none()) {
            action(form);
        }
    }

    fn fetched(&mut self, id: &str, article: Option<Arc<Article>>) {
        let is_forms = self.form.as_mut().is_some_and(|form| form.live.fetched(id, article.clone()));
        if !is_forms {
            self.library.fetched(id, article);
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
        let Some(reading) = &mut self.reading else { return };
        reading.pick_found();
        match More::new(reading) {
            Some(more) => self.overlay = Some(Overlay::More(more)),
            None => self.message = Some(reading.why_nothing()),
        }
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

    fn problems(&mut self) {
        self.overlay = Some(Overlay::Problems(Problems::default()));
        self.outbox.push(Effect::Check);
    }

    fn take_problems(&mut self, found: Vec<Problem>) {
        if let Some(Overlay::Problems(problems)) = &mut self.overlay {
            problems.take(found);
        }
    }

    /// Lets the person mend the chosen finding, and looks again.
    fn mend(&mut self) {
        let Some(Overlay::Problems(problems)) = &self.overlay else { return };
        if let Some(Problem { layer, line, .. }) = problems.chosen() {
            let edit = Effect::OpenEditor { layer: Some(layer.clone()), line: *line };
            self.outbox.extend([edit, Effect::Check]);
        }
    }

    fn travel(&mut self, travel: Travel) {
        match (&mut self.overlay, self.screen) {
            (Some(Overlay::More(more)), _) => more.travel(travel),
            (Some(Overlay::Problems(problems)), _) => problems.travel(travel),
            (Some(Overlay::Help(menu) | Overlay::Palette(menu)), _) => menu.travel(travel),
            (Some(Overlay::Find), _) => {}
            (None, _) if self.form.is_some() => {}
            (None, Screen::Library) => self.library.travel(travel),
            (None, Screen::Reading) if matches!(travel, Travel::Start | Travel::End) => {
                self.jump(|reading| reading.travel(travel));
            }
            (None, Screen::Reading) => self.read(|reading| reading.travel(travel)),
        }
    }

    fn click(&mut self, column: u16, row: u16) {
        (self.message, self.begun) = (None, Vec::new());
        let is_edge = self.reading.as_ref().is_some_and(|reading| reading.plan.is_edge(column, row));
        let is_chosen = match (&mut self.overlay, self.screen) {
            (Some(Overlay::Palette(menu)), _) => menu.click(row),
            (None, Screen::Library) if self.form.is_none() => self.library.click(row),
            _ => false,
        };
        match (&mut self.overlay, self.screen) {
            _ if is_chosen => self.choose(),
            (Some(Overlay::Problems(problems)), _) => problems.click(row),
            (None, _) if self.form.is_some() => {}
            (None, Screen::Reading) if is_edge => self.is_edge_held = true,
            (None, Screen::Reading) => self.read(|reading| reading.click(column, row)),
            _ => {}
        }
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
        if matches!(self.overlay, Some(Overlay::Problems(_))) {
            self.mend();
            return;
        }
        match self.overlay.take() {
            Some(Overlay::Palette(menu)) => {
                if let Some(action) = menu.chosen() {
                    act(self, action);
                }
            }
            Some(Overlay::Find) => self.end_find(),
            None if self.form.is_some() => self.finish_field(),
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
        self.fault = opened.fault.take();
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
            (None, _) if self.form.is_some() => _ = self.leave_form(Action::Back),
            (None, Screen::Reading) => self.read(Reading::deselect),
            (None, Screen::Library) => {
                if !self.library.clear_filter() && self.reading.is_some() {
                    self.screen = Screen::Reading;
                }
            }
        }
    }

    fn suspend(&mut self) {
        self.keep();
        self.outbox.push(Effect::Suspend);
    }

    fn quit(&mut self) {
        if !self.leave_form(Action::Quit) {
            return;
        }
        self.keep_place();
        self.outbox.push(Effect::Quit);
    }

    /// Keeps what must outlive the program.
    fn keep(&mut self) {
        self.keep_place();
        self.keep_draft();
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
            _ if self.form.as_ref().is_some_and(|form| form.live.has_work()) => self.work_on_form(),
            _ => self.keep(),
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
        if let Some(form) = &mut self.form {
            form.settle(self.size);
        }
        match &mut self.overlay {
            Some(Overlay::More(more)) => more.settle(self.size),
            Some(Overlay::Problems(problems)) => problems.settle(self.size),
            Some(Overlay::Help(menu) | Overlay::Palette(menu)) => menu.settle(self.size),
            _ => {}
        }
    }
}
