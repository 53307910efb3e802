//! The layers of glossaries made ready to be found in a text.

use std::borrow::Cow;
use std::sync::Arc;

use super::EntryId;
use super::index::Index;
use super::prepared::Prepared;
use super::setting::{self, Numbers};
use super::types::{self, Memory};
use super::vocabulary::Vocabulary;
use crate::french::form::Form;
use crate::french::grammar::Grammar;
use crate::french::guess;
use crate::french::lemma::LemmaKind;
use crate::french::lexicon::{Lexicon, Readings};
use crate::french::reading::{Cells, Reading, Upos};
use crate::glossary::{Entry, Glossary};
use crate::text::fold::{Accents, fold};

/// One glossary with the name people know it by.
#[derive(Clone, Debug)]
pub struct Layer {
    /// The path of a file.
    pub name: String,
    /// Its entries.
    pub glossary: Glossary,
}

/// All layers, ready to be matched: people's own, then the prepared one. Copying it copies little.
#[derive(Clone, Debug)]
pub struct Matcher {
    prepared: Arc<Prepared>,
    /// The words that people's own layers speak of and the prepared one does not: those of the layers
    /// made ready first come first.
    own: Vec<Arc<Lexicon>>,
    layers: Vec<Arc<(Layer, Index)>>,
    /// The words that were met of late, with all that these layers know of them.
    memory: Arc<Memory>,
    /// The settings that tell a sense, as words.
    settings: Numbers,
}

/// What the prepared layer is called.
pub const BUILT_IN: &str = "built-in";

impl Matcher {
    /// Makes `layers` ready, the strongest first; `prepared` is the weakest.
    #[must_use]
    pub fn new(prepared: impl Into<Arc<Prepared>>, layers: Vec<Layer>) -> Self {
        let memory = Arc::default();
        let settings = Numbers::default();
        Self { prepared: prepared.into(), own: Vec::new(), layers: Vec::new(), memory, settings }.over(layers)
    }

    /// The same with `layers` over those that there are, the strongest first: a layer of one entry
    /// takes no longer than that entry. The numbers of the layers below are raised.
    #[must_use]
    pub fn over(&self, layers: Vec<Layer>) -> Self {
        let mut vocabulary = Vocabulary::new(self.lexicons());
        let index = |layer: Layer| {
            let index = Index::new(&layer.glossary, &mut vocabulary);
            Arc::new((layer, index))
        };
        let new: Vec<_> = layers.into_iter().map(index).collect();
        let words = Arc::new(vocabulary.lexicon());
        let over = Self {
            prepared: self.prepared.clone(),
            own: self.own.iter().cloned().chain([words]).collect(),
            layers: new.into_iter().chain(self.layers.iter().cloned()).collect(),
            memory: Arc::default(),
            settings: Numbers::default(),
        };
        Self { settings: setting::numbers(&over), ..over }
    }

    /// All entries, those of the strongest layer first.
    pub fn ids(&self) -> impl Iterator<Item = EntryId> {
        let own = self.layers.iter().map(|layer| layer.0.glossary.entries.len());
        let id = |layer| move |index| EntryId { layer, index };
        (0..)
            .zip(own.chain([self.prepared.len()]))
            .flat_map(move |(layer, count)| (0..u32::try_from(count).unwrap_or(u32::MAX)).map(id(layer)))
    }

    /// The lexicons of all layers, in the order in which their words are numbered.
    fn lexicons(&self) -> impl Iterator<Item = &Lexicon> {
        std::iter::once(&self.prepared.lexicon).chain(self.own.iter().map(AsRef::as_ref))
    }

    /// Other layers on the same prepared one.
    #[must_use]
    pub fn with_layers(&self, layers: Vec<Layer>) -> Self {
        Self::new(self.prepared.clone(), layers)
    }

    /// True of an entry of the prepared layer.
    #[must_use]
    pub fn is_built_in(&self, id: EntryId) -> bool {
        id.layer as usize >= self.layers.len()
    }

    /// The number of the layer of that name.
    #[must_use]
    pub fn layer_named(&self, name: &str) -> Option<u32> {
        let at = self.layers.iter().position(|layer| layer.0.name == name)?;
        u32::try_from(at).ok()
    }

    /// The name of the layer `id` belongs to: [`BUILT_IN`], or what its owner called it.
    #[must_use]
    pub fn layer_name(&self, id: EntryId) -> &str {
        self.layers.get(id.layer as usize).map_or(BUILT_IN, |layer| &layer.0.name)
    }

    /// The entry `id`.
    ///
    /// # Panics
    /// When there is no such entry: the id comes from another matcher.
    #[must_use]
    pub fn entry(&self, id: EntryId) -> &Entry {
        match self.layers.get(id.layer as usize) {
            Some(layer) => &layer.0.glossary.entries[id.index as usize],
            None => self.prepared.entry(id.index as usize),
        }
    }

    /// The entries whose headword is the single word `term`, of the strongest layer first.
    #[must_use]
    pub fn entries_of(&self, term: &str) -> Vec<EntryId> {
        let mut readings = Readings::new();
        self.look_up(&Form::new(term), &mut readings);
        let mut found = Vec::new();
        for (layer, index) in self.indexes() {
            for reading in &readings {
                let Some(lemma) = reading.lemma.number() else { continue };
                let ids = index.words(lemma).iter().map(|entry| EntryId { layer, index: *entry });
                found.extend(ids.filter(|id| self.entry(*id).term == term));
            }
        }
        found
    }

    /// The lemma of `form` in `reading`, as a dictionary writes it: *œuvrait* → *œuvrer*. A woman has
    /// a lemma of her own, as in Universal Dependencies: *actrices* → *actrice*.
    #[must_use]
    pub fn lemma<'a>(&'a self, form: &'a str, reading: Reading) -> Cow<'a, str> {
        match reading.lemma.kind() {
            LemmaKind::Known(number) => {
                let known = self.known_lemma(number);
                let prefix = types::former(form, known);
                let feminine = feminine(form, known, reading);
                feminine
                    .or_else(|| prefix.map(|prefix| format!("{prefix}{known}")))
                    .map_or(Cow::Borrowed(known), Cow::Owned)
            }
            LemmaKind::Guessed(rule) => Cow::Owned(guess::lemma(Form::new(form).exact(), rule)),
            LemmaKind::Form if form.chars().any(char::is_uppercase) => Cow::Owned(form.to_lowercase()),
            LemmaKind::Form | LemmaKind::Name => Cow::Borrowed(form),
        }
    }

    /// The headword of `reading`, if it is one that some layer has: *négociation* of *négociations*.
    #[must_use]
    pub fn headword(&self, reading: Reading) -> Option<&str> {
        let number = reading.lemma.number()?;
        Some(self.known_lemma(number))
    }

    /// The lemma of that number.
    fn known_lemma(&self, mut number: u32) -> &str {
        for lexicon in self.lexicons() {
            match number.checked_sub(lexicon.len() as u32) {
                None => return lexicon.lemma(number),
                Some(rest) => number = rest,
            }
        }
        ""
    }

    /// Adds what `form` can be.
    pub fn look_up(&self, form: &Form, readings: &mut Readings) {
        let mut first = 0;
        for lexicon in self.lexicons() {
            lexicon.look_up(form, first, readings);
            first += lexicon.len() as u32;
        }
    }

    /// How a reading is chosen.
    pub(super) fn grammar(&self) -> &Grammar {
        &self.prepared.grammar
    }

    /// The settings that tell a sense, as words.
    pub(super) fn settings(&self) -> &Numbers {
        &self.settings
    }

    /// The words that were met of late.
    pub(super) fn memory(&self) -> &Memory {
        &self.memory
    }

    /// The indexes of all layers, the strongest first.
    pub(super) fn indexes(&self) -> impl Iterator<Item = (u32, &Index)> {
        (0..).zip(self.layers.iter().map(|layer| &layer.1).chain([&self.prepared.index]))
    }

    /// The index of one layer.
    pub(super) fn index(&self, layer: u32) -> &Index {
        self.layers.get(layer as usize).map_or(&self.prepared.index, |layer| &layer.1)
    }
}

/// The feminine singular of a noun whose headword is another form of it: *actrice* of *actrices*.
fn feminine(form: &str, known: &str, reading: Reading) -> Option<String> {
    if reading.upos != Upos::Noun || reading.cells.is_empty() || reading.cells.meets(!(Cells::FS | Cells::FP))
    {
        return None;
    }
    let low = form.to_lowercase();
    let singular = match (reading.cells.meets(Cells::FS), low.strip_suffix('s')) {
        (true, _) => low,
        (false, Some(singular)) => singular.to_owned(),
        (false, None) => return None,
    };
    (fold(&singular, Accents::Dropped) != fold(known, Accents::Dropped)).then_some(singular)
}
