//! The program without a terminal: what it shows, and what each event changes.
//!
//! Knows neither disk nor screen. [`update::update`] takes an [`effect::Event`] and answers with
//! the [`effect::Effect`]s to perform; drawing reads an [`App`] and changes nothing.

pub mod action;
pub mod chord;
pub mod draft;
pub mod effect;
mod finding;
pub mod history;
pub mod input;
pub mod keymap;
pub mod pick;
mod press;
pub mod screen;
pub mod searches;
mod set;
pub mod trail;
pub mod update;
mod writing;

use std::sync::Arc;
use std::time::Duration;

use crate::annotate::matcher::Matcher;
use crate::page::plan::Size;
use action::Action;
use draft::Draft;
use effect::{Effect, Place, Preferences, ShelfItem};
use history::History;
use keymap::{Chord, Context, Keymap, Strokes};
use screen::form::Form;
use screen::library::Library;
use screen::menu::Menu;
use screen::more::More;
use screen::problems::Problems;
use screen::reading::Reading;
use searches::Searches;
use trail::{Spot, Trail};

/// Everything the program knows at one moment.
#[derive(Debug)]
pub struct App {
    /// The size of the screen.
    pub size: Size,
    /// What each key does.
    pub keymap: Keymap,
    /// What the reader has set.
    pub preferences: Preferences,
    /// What is usual: to this `=` returns.
    pub usual: Preferences,
    /// The list of articles.
    pub library: Library,
    /// The article being read.
    pub reading: Option<Reading>,
    /// What fills the screen.
    pub screen: Screen,
    /// What lies over it.
    pub overlay: Option<Overlay>,
    /// The entry that is being written, over the article.
    pub form: Option<Box<Form>>,
    /// What was being written when the program was ended; the last is the last.
    pub drafts: Vec<Draft>,
    /// What is being written, as it was kept last.
    kept_draft: Option<Draft>,
    /// The layer to which the program writes, by its name.
    pub own_layer: Option<String>,
    /// Where a glossary is faulty, as long as it is: `glossary.toml:12`.
    pub fault: Option<String>,
    /// What the program has to say, until the next key.
    pub message: Option<String>,
    /// The keys pressed so far of several that belong together.
    pub begun: Vec<Chord>,
    is_edge_held: bool,
    /// From where the reader jumped.
    pub trail: Trail,
    /// What the reader searched for.
    pub searches: Searches,
    matcher: Arc<Matcher>,
    /// The place to go to once its article is here.
    awaited: Option<Spot>,
    history: History,
    outbox: Vec<Effect>,
    /// The place in the article being read that was kept last.
    kept: Option<Place>,
}

/// What fills the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The list of articles.
    Library,
    /// The article being read.
    Reading,
}

/// What lies over a screen.
#[derive(Debug)]
pub enum Overlay {
    /// Everything about a term.
    More(More),
    /// All keys.
    Help(Menu),
    /// All actions, by name.
    Palette(Menu),
    /// What the checks found in the glossaries.
    Problems(Problems),
    /// What to search for.
    Find,
}

/// When the program wants to go on, should nothing happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wake {
    /// Not at all.
    Never,
    /// At once: there is work left that nobody waits for.
    Now,
    /// After a pause at the latest, whatever happens meanwhile.
    After(Duration),
}

/// A key in the footer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint<'a> {
    /// What it does.
    pub action: Action,
    /// The key.
    pub keys: &'a Strokes,
    /// What it does, in a word or two.
    pub says: &'static str,
}

impl App {
    /// The program with these articles to choose from and these glossaries.
    #[must_use]
    pub fn new(matcher: Arc<Matcher>, shelf: Vec<ShelfItem>, preferences: Preferences) -> Self {
        Self {
            size: Size::default(),
            keymap: Keymap::default(),
            preferences,
            usual: preferences,
            library: Library::new(shelf),
            reading: None,
            screen: Screen::Library,
            overlay: None,
            form: None,
            drafts: Vec::new(),
            kept_draft: None,
            own_layer: None,
            fault: None,
            message: None,
            begun: Vec::new(),
            is_edge_held: false,
            trail: Trail::default(),
            searches: Searches::default(),
            matcher,
            awaited: None,
            history: History::default(),
            outbox: Vec::new(),
            kept: None,
        }
    }

    /// Where a key is pressed now.
    #[must_use]
    pub fn context(&self) -> Context {
        match (&self.overlay, self.screen) {
            (Some(Overlay::More(_)), _) => Context::More,
            (Some(Overlay::Help(_)), _) => Context::Help,
            (Some(Overlay::Palette(_)), _) => Context::Palette,
            (Some(Overlay::Problems(_)), _) => Context::Problems,
            (Some(Overlay::Find), _) => Context::Find,
            (None, _) if self.form.as_ref().is_some_and(|form| form.conflict.is_some()) => Context::Conflict,
            (None, _) if self.form.is_some() => Context::Form,
            (None, Screen::Library) => Context::Library,
            (None, Screen::Reading) => Context::Reading,
        }
    }

    /// The keys for the footer, with what they do; none for what cannot be done here.
    #[must_use]
    pub fn hints(&self) -> Vec<Hint<'_>> {
        let context = self.context();
        let rows = action::ACTIONS.iter().flat_map(|row| row.keys.iter().map(move |keys| (row.action, keys)));
        let here = rows.filter(|(_, (contexts, _, says))| contexts.contains(&context) && !says.is_empty());
        here.filter(|(action, _)| self.can(*action))
            .filter_map(|(action, (.., says))| {
                Some(Hint { action, keys: self.keymap.keys(action, context).next()?, says })
            })
            .collect()
    }

    /// False of what there is nothing for.
    fn can(&self, action: Action) -> bool {
        match action {
            Action::Translation | Action::AllTranslations => {
                self.reading.as_ref().is_some_and(Reading::has_translation)
            }
            Action::TakeDraft => self.offered_draft().is_some(),
            _ => true,
        }
    }

    /// The first key of an action here, as it is shown; where it has none, its name.
    pub(crate) fn key(&self, action: Action) -> String {
        let key = self.keymap.keys(action, self.context()).next();
        key.map_or_else(|| action.row().name.to_owned(), |key| self.keymap.shown(key))
    }

    /// True when it is kept where the reader is.
    fn is_place_kept(&self) -> bool {
        self.reading.as_ref().is_none_or(|reading| self.kept == Some(reading.place()))
    }

    /// When to send [`effect::Event::Idle`], should nothing happen.
    #[must_use]
    pub fn wake(&self) -> Wake {
        const PAUSE: Duration = Duration::from_secs(1);
        const BREATH: Duration = Duration::from_millis(120);
        if let Some(form) = self.form.as_ref().filter(|form| form.live.has_work()) {
            return if form.live.is_stale() { Wake::After(BREATH) } else { Wake::Now };
        }
        let has_work = match (&self.overlay, self.screen) {
            (Some(Overlay::More(_)), _) => self.reading.as_ref().is_some_and(Reading::has_unread_blocks),
            (None, Screen::Library) => self.library.has_work(),
            _ => false,
        };
        let is_kept = self.is_place_kept() || matches!(self.overlay, Some(Overlay::Find));
        match (has_work, is_kept && self.is_draft_kept()) {
            (true, _) => Wake::Now,
            (false, false) => Wake::After(PAUSE),
            (false, true) => Wake::Never,
        }
    }
}
