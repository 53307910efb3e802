//! The glossaries on the disk while a person reads: looked at, written to, read again.
//!
//! Knows no screen: what happened is told as events.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use crate::annotate::Matcher;
use crate::app::effect::{self, Event, Order, Written};
use crate::diagnostic::{Diagnostic, Severity};
use crate::store::editor::editor;
use crate::store::layers::{self, Layers, Source, places, write};
use crate::store::save::Failure;
use crate::store::watch::Watch;
use crate::store::{Trouble, shown};

/// The layers for what is read, and their files.
pub(super) struct Glossaries {
    asked: Option<PathBuf>,
    /// The article that is open, if it is a file.
    article: Option<PathBuf>,
    program: Layers,
    matcher: Arc<Matcher>,
    /// With the notes on the article, where it has any.
    noted: Option<(Layers, Arc<Matcher>)>,
    watch: Watch,
    /// True when a file was gone at the last look: an editor may be putting another in its place.
    is_gap: bool,
}

impl Glossaries {
    /// Reads the layers; `asked` is the file that was named with `--glossary`, `further` those of the
    /// person's settings.
    pub fn read(asked: Option<&Path>, further: Vec<PathBuf>) -> Result<Self, Trouble> {
        let program = Layers::with_further(further).again(asked, None)?;
        let matcher = Arc::new(program.matcher());
        let asked = asked.map(Path::to_owned);
        let watch = Watch::new([&places(asked.as_deref(), None), program.further()].concat());
        Ok(Self { asked, article: None, program, matcher, noted: None, watch, is_gap: false })
    }

    /// Those of the program, without an article's own notes.
    pub fn layers(&self) -> &Layers {
        &self.program
    }

    /// Those for what is read, with its own notes.
    pub fn here(&self) -> &Layers {
        self.noted.as_ref().map_or(&self.program, |(layers, _)| layers)
    }

    /// Those of the program, ready to be matched.
    pub fn matcher(&self) -> Arc<Matcher> {
        self.matcher.clone()
    }

    /// The layer to which the person's own entries go, by its name.
    pub fn own_layer(&self) -> Option<String> {
        self.program.written.as_deref().map(shown)
    }

    /// Where one of those for what is read is faulty: `glossary.toml:12`.
    pub fn fault(&self) -> Option<String> {
        self.here().own.iter().find_map(|source| {
            let is_error = |finding: &&Diagnostic| finding.severity == Severity::Error;
            let error = source.diagnostics.iter().find(is_error)?;
            Some(format!("{}:{}", source.name, error.first_line(&source.text).line))
        })
    }

    /// From now on the article at `article` is read: the glossaries for it, where it has notes of its
    /// own.
    pub fn open(&mut self, article: Option<&Path>) -> Option<Arc<Matcher>> {
        self.article = article.map(Path::to_owned);
        self.watch = Watch::new([&places(self.asked.as_deref(), article), self.program.further()].concat());
        self.noted = self.notes();
        self.noted.as_ref().map(|(_, matcher)| matcher.clone())
    }

    /// What has changed on the disk since the last look.
    pub fn look(&mut self) -> Option<Event> {
        if !self.watch.has_changed() && !self.is_gap {
            return None;
        }
        let own = self.program.own.len();
        let program = self.program.again(self.asked.as_deref(), None);
        let is_less = program.as_ref().map_or(true, |program| program.own.len() < own);
        if is_less && !self.is_gap {
            self.is_gap = true;
            return None;
        }
        self.is_gap = false;
        match program {
            Ok(program) => self.take(program),
            Err(trouble) => Some(Event::Told(format!("{trouble}; its entries stay"))),
        }
    }

    /// Makes the change that was ordered, and reads the glossaries again.
    pub fn write(&mut self, order: Order) -> Vec<Event> {
        let Some(path) = self.path(order.layer.as_deref()) else {
            return vec![Event::Failed("not saved: no file; name one with --glossary".into())];
        };
        let changed = match write(&path, &order.change) {
            Ok(changed) => changed,
            Err(Failure::Refused(refusal)) => return vec![Event::Refused(Box::new(order), refusal)],
            Err(Failure::Trouble(trouble)) => return vec![Event::Failed(format!("not saved: {trouble}"))],
        };
        let layer = order.layer.clone().unwrap_or_else(|| shown(&path));
        let (before, after) = (changed.before, changed.after);
        let again = self.program.again(self.asked.as_deref(), None).ok();
        let event = again.and_then(|program| self.take(program));
        let mut events: Vec<Event> = event.into_iter().map(without_notice).collect();
        events.push(Event::Written(Box::new(Written { order, layer, before, after })));
        events
    }

    /// The command that opens a layer, or else the person's own, in their editor.
    pub fn editor(&self, layer: Option<&str>, line: usize) -> Result<Command, String> {
        let path = self.path(layer).ok_or("no file to edit: name one with --glossary")?;
        if let Some(directory) = path.parent() {
            // Where it cannot be made the editor says so.
            let _ = std::fs::create_dir_all(directory);
        }
        editor(&path, line).map_err(|trouble| trouble.to_string())
    }

    /// The file of a layer, or else the one to which the program writes.
    fn path(&self, layer: Option<&str>) -> Option<PathBuf> {
        let path = match layer {
            None => self.program.written.clone(),
            Some(name) => {
                let noted = self.noted.iter().flat_map(|(layers, _)| &layers.own);
                let known = noted.chain(&self.program.own).find(|source| source.name == name);
                let own = || self.program.written.clone().filter(|path| shown(path) == name);
                known.and_then(|source| source.path.clone()).or_else(own)
            }
        };
        path.filter(|path| path.as_os_str() != "-")
    }

    /// Goes on with other layers, where they are others.
    fn take(&mut self, program: Layers) -> Option<Event> {
        let is_same = program.are_as(&self.program);
        let notice = changed(&self.program, &program).and_then(said);
        if !is_same {
            self.matcher = Arc::new(self.matcher.with_layers(program.layers()));
            self.program = program;
        }
        let before = self.noted.take();
        self.noted = self.notes();
        let (was, is) = (before.as_ref().map(|(one, _)| one), self.noted.as_ref().map(|(one, _)| one));
        let are_notes_same = match (was, is) {
            (Some(was), Some(is)) => was.are_as(is),
            (None, None) => true,
            _ => false,
        };
        if is_same && are_notes_same {
            return None;
        }
        let reading = self.noted.as_ref().map_or(&self.matcher, |(_, matcher)| matcher).clone();
        let own = self.own_layer();
        Some(Event::Glossaries(Box::new(effect::Glossaries {
            program: self.matcher(),
            reading,
            own,
            notice,
            fault: self.fault(),
        })))
    }

    /// The layers with the notes on the article that is read, if there are any.
    fn notes(&self) -> Option<(Layers, Arc<Matcher>)> {
        let article = self.article.as_deref().filter(|path| path.with_extension(layers::FILE).is_file())?;
        let layers = self.program.again(self.asked.as_deref(), Some(article)).ok()?;
        let matcher = Arc::new(self.matcher.with_layers(layers.layers()));
        Some((layers, matcher))
    }
}

/// The layer that is another than before.
fn changed<'l>(old: &Layers, new: &'l Layers) -> Option<&'l Source> {
    let is_known =
        |source: &&Source| old.own.iter().any(|old| old.name == source.name && old.text == source.text);
    new.own.iter().find(|source| !is_known(source))
}

/// What there is to say of a layer that was read again: the first thing that is wrong with it.
fn said(source: &Source) -> Option<String> {
    let Some(first) = source.diagnostics.first() else {
        return Some(format!("{} was read again.", source.name));
    };
    let stays = if first.code == "syntax" { "; its entries stay as they were" } else { "" };
    Some(format!("{}{stays}", first.brief(&source.name, &source.text)))
}

/// The person knows what they have just saved.
fn without_notice(event: Event) -> Event {
    match event {
        Event::Glossaries(mut glossaries) => {
            glossaries.notice = None;
            Event::Glossaries(glossaries)
        }
        other => other,
    }
}
