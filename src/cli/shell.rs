//! What stands behind the screens: the articles, the glossaries and the places on the disk.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use anyhow::Context;

use super::findings::problems;
use super::glossaries::Glossaries;
use super::settings::{Own, changed};
use super::{Outcome, say};
use crate::app::App;
use crate::app::draft::{Draft, Typed};
use crate::app::effect::{Effect, Event, Opened, Place, Preferences, ShelfItem};
use crate::app::searches::Searches;
use crate::app::trail::{Spot, Trail};
use crate::app::update::update;
use crate::article;
use crate::config::{Colours, Config};
use crate::store::Trouble;
use crate::store::input::{self, Input};
use crate::store::layers::{self, Layers};
use crate::store::library::library;
use crate::store::memory::{self, now};
use crate::store::state::{self, State};
use crate::tui::theme::{Ground, Theme};
use crate::tui::{self, End, Shell, run};

/// Shows the article that was asked for, or the library, until the reader quits.
pub(super) fn read(file: Option<&Path>, glossary: Option<&Path>, settings: Own) -> anyhow::Result<Outcome> {
    let input = file.map(input::open).transpose()?;
    let glossaries = Glossaries::read(glossary, settings.layers.clone())?;
    let (state, trouble) = memory::load();
    let mut told = settings.told.clone();
    let troubles = trouble.iter().chain(&glossaries.layers().troubles);
    told.extend(troubles.map(ToString::to_string).chain(findings(glossaries.layers())));
    let config = settings.with(&state);
    let theme = Theme::new(&config.look, tui::depth(), ground(config.look.colours));
    // Whoever opens an article does not wait for the others.
    let is_shelf_due = input.is_some();
    let mut desk = Desk { glossaries, state, set: config, settings, is_shelf_due, trouble: None };
    let mut app = desk.app();
    let told = (!told.is_empty()).then(|| Event::Told(told.join("; ")));
    for event in input.map(|input| desk.open(input)).into_iter().chain(told) {
        // Nothing is asked for before the first frame.
        let _ = update(&mut app, event);
    }
    let end = run(app, &theme, &mut desk).context("no terminal to read on")?;
    desk.trouble.iter().for_each(say);
    match end {
        End::Quit => {}
        End::Signal(signal) => tui::die(signal)?,
    }
    Ok(Outcome::Well)
}

/// The ground of the terminal, which is asked only where the colours depend on it.
fn ground(colours: Colours) -> Option<Ground> {
    (colours == Colours::Auto).then(tui::ground).flatten()
}

/// What is wrong with the reader's own glossaries: the first finding of each.
fn findings(layers: &Layers) -> Vec<String> {
    let first = |source: &layers::Source| {
        let brief = source.diagnostics.first()?.brief(&source.name, &source.text);
        let more = source.diagnostics.len() - 1;
        Some(if more == 0 {
            brief
        } else {
            format!("{brief} (and {more} more: glose check {})", source.name)
        })
    };
    layers.own.iter().filter_map(first).collect()
}

struct Desk {
    glossaries: Glossaries,
    state: State,
    settings: Own,
    /// What was set when that was last remembered.
    set: Config,
    /// True until the articles there are have been told.
    is_shelf_due: bool,
    /// What could not be kept, the last time something had to be.
    trouble: Option<Trouble>,
}

impl Shell for Desk {
    fn look(&mut self) -> Vec<Event> {
        let shelf = std::mem::take(&mut self.is_shelf_due).then(|| Event::Shelved(self.shelf()));
        shelf.into_iter().chain(self.glossaries.look()).collect()
    }

    fn editor(&mut self, layer: Option<&str>, line: usize) -> Result<Command, String> {
        self.glossaries.editor(layer, line)
    }

    fn perform(&mut self, effect: Effect) -> Vec<Event> {
        match effect {
            Effect::Open(id) => vec![match input::with_id(&id) {
                Ok(input) => self.open(input),
                Err(trouble) => Event::Failed(trouble.to_string()),
            }],
            Effect::Fetch(id) => {
                let article = input::with_id(&id).ok().map(|input| Arc::new(article::parse(&input.text).0));
                vec![Event::Fetched(id, article)]
            }
            // What came through a pipe has no name to be found again by.
            Effect::SavePlace(id, _) | Effect::SaveJump(Spot { id, .. }) if id.is_empty() => Vec::new(),
            Effect::SavePlace(id, Place { block, byte, percent }) => {
                self.state.articles.insert(id, now(state::Place { block, byte, percent }));
                self.save()
            }
            Effect::SaveJump(Spot { id, block, byte }) => {
                self.state.jumps.push(now(state::Spot { article: id, block, byte }));
                self.save()
            }
            Effect::SaveSearch(text) => {
                self.state.searches.push(now(text));
                self.save()
            }
            Effect::KeepDraft(draft) => {
                let fields = draft.fields.into_iter().map(|typed| (typed.key, typed.sense, typed.text));
                let kept = state::Draft { layer: draft.layer, seen: draft.seen, fields: fields.collect() };
                self.state.drafts.insert(draft.id, now(kept));
                self.save()
            }
            Effect::DropDraft(id) => {
                self.state.drafts.insert(id, now(state::Draft::default()));
                self.save()
            }
            Effect::SavePreferences(set) => {
                self.set(set);
                self.save()
            }
            Effect::Check => vec![self.check()],
            Effect::Write(order) => self.glossaries.write(*order),
            Effect::OpenEditor { .. } => Vec::new(),
            Effect::Copy(_) | Effect::Mouse(_) | Effect::Suspend | Effect::Quit => Vec::new(),
        }
    }
}

impl Desk {
    /// The program as the reader has set it, and with what is remembered of them.
    fn app(&self) -> App {
        let shelf = if self.is_shelf_due { Vec::new() } else { self.shelf() };
        let mut app = App::new(self.glossaries.matcher(), shelf, self.set.preferences);
        app.own_layer = self.glossaries.own_layer();
        app.fault = self.glossaries.fault();
        app.usual = self.settings.usual().preferences;
        app.keymap = self.set.keymap.clone();
        app.trail = self.trail();
        app.drafts = self.drafts();
        app.searches = Searches::new(self.state.searches.iter().map(|search| search.value.clone()).collect());
        app
    }

    /// Remembers what the reader has changed. What they have not may be set in another window.
    fn set(&mut self, preferences: Preferences) {
        let set = Config { preferences, ..self.set.clone() };
        let changed = changed(&self.set, &set, &self.settings.file);
        self.state.settings.extend(changed.into_iter().map(|(key, choice)| (key, now(choice))));
        self.set = set;
    }

    /// Keeps what is to be remembered. That it cannot be is told once now, and when the reader has
    /// quit.
    fn save(&mut self) -> Vec<Event> {
        let trouble = memory::save(&mut self.state).err();
        let is_known = trouble == self.trouble;
        self.trouble = trouble;
        let told = self.trouble.iter().filter(|_| !is_known);
        told.map(|trouble| Event::Told(trouble.to_string())).collect()
    }

    /// From where the reader jumped in earlier sessions.
    fn trail(&self) -> Trail {
        let spots = self.state.jumps.iter().map(|jump| jump.value.clone());
        Trail::new(spots.map(|state::Spot { article: id, block, byte }| Spot { id, block, byte }).collect())
    }

    /// What was being written in earlier sessions, the last at the end.
    fn drafts(&self) -> Vec<Draft> {
        let mut kept: Vec<_> =
            self.state.drafts.iter().filter(|(_, kept)| !kept.value.fields.is_empty()).collect();
        kept.sort_by_key(|(_, kept)| kept.when);
        let draft = |(id, kept): (&String, &state::Dated<state::Draft>)| {
            let state::Draft { layer, seen, fields } = kept.value.clone();
            let fields = fields.into_iter().map(|(key, sense, text)| Typed { key, sense, text }).collect();
            Draft { id: id.clone(), layer, seen, fields }
        };
        kept.into_iter().map(draft).collect()
    }

    /// An article that was read, with its own notes if it has any.
    fn open(&mut self, input: Input) -> Event {
        let (article, findings) = article::parse(&input.text);
        let matcher = self.glossaries.open(input.path.as_deref());
        let finding = findings.first().map(|finding| finding.brief(&input.name, &input.text));
        let id = input.id.unwrap_or_default();
        let name = Path::new(&input.name).file_name().unwrap_or_default().to_string_lossy().into_owned();
        Event::Opened(Box::new(Opened {
            name,
            place: self.place(&id),
            article: Arc::new(article),
            matcher,
            notice: input.note.or(finding),
            fault: self.glossaries.fault(),
            id,
        }))
    }

    /// What is wrong with the reader's own glossaries, notes on the open article among them.
    fn check(&self) -> Event {
        Event::Checked(problems(self.glossaries.here().own.clone()))
    }

    fn place(&self, id: &str) -> Option<Place> {
        let state::Place { block, byte, percent } = self.state.articles.get(id)?.value;
        Some(Place { block, byte, percent })
    }

    /// The articles there are, the latest first.
    fn shelf(&self) -> Vec<ShelfItem> {
        let mut shelf: Vec<ShelfItem> =
            library().iter().filter_map(|shelved| self.item(&shelved.open().ok()?)).collect();
        shelf.sort_by(|one, other| other.date.cmp(&one.date));
        shelf
    }

    fn item(&self, input: &Input) -> Option<ShelfItem> {
        let mut article = article::parse(article::front_matter(&input.text)).0;
        if article.title.is_none() {
            article = article::parse(&input.text).0;
        }
        let id = input.id.clone()?;
        let title = article.title.unwrap_or_else(|| input.name.clone());
        let place = self.place(&id);
        Some(ShelfItem { id, title, date: article.date, level: article.level, topic: article.topic, place })
    }
}
