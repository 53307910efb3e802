//! The program without a terminal: what it shows, and what each event changes.
//!
//! Knows neither disk nor screen. [`update::update`] takes an [`effect::Event`] and answers with
//! the [`effect::Effect`]s to perform; drawing reads an [`App`] and changes nothing.

pub mod action;
pub mod effect;
pub mod input;
pub mod keymap;
pub mod pick;
pub mod screen;
pub mod searches;
pub mod trail;
pub mod update;

use std::sync::Arc;
use std::time::Duration;

use crate::annotate::matcher::Matcher;
use crate::page::plan::Size;
use effect::{Effect, Place, Preferences, ShelfItem};
use keymap::{Chord, Context, Keymap};
use screen::library::Library;
use screen::menu::Menu;
use screen::more::More;
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
    /// The list of articles.
    pub library: Library,
    /// The article being read.
    pub reading: Option<Reading>,
    /// What fills the screen.
    pub screen: Screen,
    /// What lies over it.
    pub overlay: Option<Overlay>,
    /// What the program has to say, until the next key.
    pub message: Option<String>,
    /// From where the reader jumped.
    pub trail: Trail,
    /// What the reader searched for.
    pub searches: Searches,
    matcher: Arc<Matcher>,
    /// The place to go to once its article is here.
    awaited: Option<Spot>,
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

impl App {
    /// The program with these articles to choose from and these glossaries.
    #[must_use]
    pub fn new(matcher: Arc<Matcher>, shelf: Vec<ShelfItem>, preferences: Preferences) -> Self {
        Self {
            size: Size::default(),
            keymap: Keymap::default(),
            preferences,
            library: Library::new(shelf),
            reading: None,
            screen: Screen::Library,
            overlay: None,
            message: None,
            trail: Trail::default(),
            searches: Searches::default(),
            matcher,
            awaited: None,
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
            (Some(Overlay::Find), _) => Context::Find,
            (None, Screen::Library) => Context::Library,
            (None, Screen::Reading) => Context::Reading,
        }
    }

    /// The keys for the footer, with what they do.
    #[must_use]
    pub fn hints(&self) -> Vec<(Chord, &'static str)> {
        let context = self.context();
        let rows = action::ACTIONS.iter().flat_map(|row| row.keys.iter().map(move |keys| (row.action, keys)));
        let here = rows.filter(|(_, (contexts, _, hint))| contexts.contains(&context) && !hint.is_empty());
        here.filter_map(|(action, (.., hint))| Some((self.keymap.chords(action, context).next()?, *hint)))
            .collect()
    }

    /// True when it is kept where the reader is.
    fn is_place_kept(&self) -> bool {
        self.reading.as_ref().is_none_or(|reading| self.kept == Some(reading.place()))
    }

    /// When to send [`effect::Event::Idle`], should nothing happen.
    #[must_use]
    pub fn wake(&self) -> Wake {
        const PAUSE: Duration = Duration::from_secs(1);
        let has_work = match (&self.overlay, self.screen) {
            (Some(Overlay::More(_)), _) => self.reading.as_ref().is_some_and(Reading::has_unread_blocks),
            (None, Screen::Library) => self.library.has_work(),
            _ => false,
        };
        match (has_work, self.is_place_kept() || matches!(self.overlay, Some(Overlay::Find))) {
            (true, _) => Wake::Now,
            (false, false) => Wake::After(PAUSE),
            (false, true) => Wake::Never,
        }
    }
}
