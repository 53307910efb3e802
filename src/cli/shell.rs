//! What stands behind the screens: the articles, the glossaries and the places on the disk.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use anyhow::Context;

use super::glossaries::Glossaries;
use super::{Outcome, say, threshold};
use crate::app::App;
use crate::app::effect::{Effect, Event, Opened, Place, Preferences, ShelfItem};
use crate::app::update::update;
use crate::article;
use crate::store::Trouble;
use crate::store::input::{self, Input};
use crate::store::layers::{self, Layers};
use crate::store::library::library;
use crate::store::places::{self, Places};
use crate::tui::theme::Theme;
use crate::tui::{End, Shell, run};

/// Shows the article that was asked for, or the library, until the reader quits.
pub(super) fn read(file: Option<&Path>, glossary: Option<&Path>) -> anyhow::Result<Outcome> {
    let input = file.map(input::open).transpose()?;
    let own = Glossaries::read(glossary)?;
    let (places, trouble) = places::load();
    let mut told: Vec<String> =
        trouble.iter().chain(&own.layers().troubles).map(ToString::to_string).collect();
    told.extend(findings(own.layers()));
    let mut desk = Desk { glossaries: own, places, trouble: None };
    let shelf = desk.shelf();
    let mut app = App::new(desk.glossaries.matcher(), shelf, preferences(&desk.places));
    app.own_layer = desk.glossaries.own_layer();
    for event in input.map(|input| desk.open(input)).into_iter().chain(told.into_iter().map(Event::Told)) {
        // Nothing is asked for before the first frame.
        let _ = update(&mut app, event);
    }
    let theme = if std::env::var_os("NO_COLOR").is_some() { Theme::plain() } else { Theme::terminal() };
    let end = run(app, &theme, &mut desk).context("no terminal to read on")?;
    desk.trouble.iter().for_each(say);
    match end {
        End::Quit => {}
        End::Signal(signal) => signal_hook::low_level::emulate_default_handler(signal)?,
    }
    Ok(Outcome::Well)
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

fn preferences(places: &Places) -> Preferences {
    let default = Preferences::default();
    Preferences {
        column: places.width.unwrap_or(default.column),
        threshold: places
            .level
            .as_deref()
            .and_then(|level| threshold(level).ok())
            .unwrap_or(default.threshold),
        mouse: places.mouse.unwrap_or(default.mouse),
        ..default
    }
}

struct Desk {
    glossaries: Glossaries,
    places: Places,
    /// What could not be kept, the last time something had to be.
    trouble: Option<Trouble>,
}

impl Shell for Desk {
    fn look(&mut self) -> Vec<Event> {
        self.glossaries.look().into_iter().collect()
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
            Effect::SavePlace(id, _) if id.is_empty() => Vec::new(),
            Effect::SavePlace(id, place) => {
                let kept = places::Place {
                    block: place.block,
                    byte: place.byte,
                    percent: place.percent,
                    seconds: 0,
                };
                self.places.keep(id.clone(), kept);
                self.told(places::save(|places| places.keep(id, kept)))
            }
            Effect::SavePreferences(set) => self.told(places::save(|places| {
                places.width = Some(set.column);
                places.level = Some(set.threshold.label());
                places.mouse = Some(set.mouse);
            })),
            Effect::Write(order) => self.glossaries.write(*order),
            Effect::OpenEditor { .. } => Vec::new(),
            Effect::Copy(_) | Effect::Mouse(_) | Effect::Suspend | Effect::Quit => Vec::new(),
        }
    }
}

impl Desk {
    /// What the reader has to know of something that could not be kept: now, and once they have quit.
    fn told(&mut self, kept: Result<(), Trouble>) -> Vec<Event> {
        self.trouble = kept.err();
        self.trouble.iter().map(|trouble| Event::Told(trouble.to_string())).collect()
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
            id,
        }))
    }

    fn place(&self, id: &str) -> Option<Place> {
        let kept = self.places.articles.get(id)?;
        Some(Place { block: kept.block, byte: kept.byte, percent: kept.percent })
    }

    /// The articles there are, the latest first.
    fn shelf(&self) -> Vec<ShelfItem> {
        let mut shelf: Vec<ShelfItem> =
            library().iter().filter_map(|shelved| self.item(&shelved.open().ok()?)).collect();
        shelf.sort_by(|one, other| other.date.cmp(&one.date));
        shelf
    }

    fn item(&self, input: &Input) -> Option<ShelfItem> {
        let article = article::parse(&input.text).0;
        let id = input.id.clone()?;
        let title = article.title.unwrap_or_else(|| input.name.clone());
        let place = self.place(&id);
        Some(ShelfItem { id, title, date: article.date, level: article.level, topic: article.topic, place })
    }
}
