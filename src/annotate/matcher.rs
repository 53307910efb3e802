//! The layers of glossaries made ready to be found in a text.

use std::borrow::Cow;
use std::sync::Arc;

use super::EntryId;
use super::index::Index;
use super::prepared::Prepared;
use super::vocabulary::Vocabulary;
use crate::french::form::Form;
use crate::french::guess;
use crate::french::lexicon::{Lexicon, Readings};
use crate::french::reading::{Cells, Lemma, Reading, Upos};
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

/// All layers, ready to be matched: people's own, then the prepared one.
#[derive(Clone, Debug)]
pub struct Matcher {
    prepared: Arc<Prepared>,
    own: Lexicon,
    layers: Vec<(Layer, Index)>,
}

/// What the prepared layer is called.
pub const BUILT_IN: &str = "built-in";

impl Matcher {
    /// Makes `layers` ready, the strongest first; `prepared` is the weakest.
    #[must_use]
    pub fn new(prepared: impl Into<Arc<Prepared>>, layers: Vec<Layer>) -> Self {
        let prepared = prepared.into();
        let mut vocabulary = Vocabulary::new(&prepared.lexicon);
        let index = |layer: Layer| {
            let index = Index::new(&layer.glossary, &mut vocabulary);
            (layer, index)
        };
        let layers: Vec<_> = layers.into_iter().map(index).collect();
        let own = vocabulary.lexicon();
        Self { prepared, own, layers }
    }

    /// Other layers on the same prepared one.
    #[must_use]
    pub fn with_layers(&self, layers: Vec<Layer>) -> Self {
        Self::new(self.prepared.clone(), layers)
    }

    /// The same with one more layer, stronger than all.
    #[must_use]
    pub fn under(&self, layer: Layer) -> Self {
        let layers = self.layers.iter().map(|(layer, _)| layer.clone());
        Self::new(self.prepared.clone(), std::iter::once(layer).chain(layers).collect())
    }

    /// Every entry, of the strongest layer first.
    pub fn ids(&self) -> impl Iterator<Item = EntryId> {
        let lengths = self.layers.iter().map(|(layer, _)| layer.glossary.entries.len());
        let counted = (0..).zip(lengths.chain([self.prepared.len()]));
        counted.flat_map(|(layer, length)| (0..length as u32).map(move |index| EntryId { layer, index }))
    }

    /// True of an entry of the prepared layer.
    #[must_use]
    pub fn is_built_in(&self, id: EntryId) -> bool {
        id.layer as usize >= self.layers.len()
    }

    /// The name of the layer `id` belongs to: [`BUILT_IN`], or what its owner called it.
    #[must_use]
    pub fn layer_name(&self, id: EntryId) -> &str {
        self.layers.get(id.layer as usize).map_or(BUILT_IN, |(layer, _)| &layer.name)
    }

    /// The entry `id`.
    ///
    /// # Panics
    /// When there is no such entry: the id comes from another matcher.
    #[must_use]
    pub fn entry(&self, id: EntryId) -> Cow<'_, Entry> {
        match self.layers.get(id.layer as usize) {
            Some((layer, _)) => Cow::Borrowed(&layer.glossary.entries[id.index as usize]),
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
                let Lemma::Known(lemma) = reading.lemma else { continue };
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
        let base = self.prepared.lexicon.len() as u32;
        match reading.lemma {
            Lemma::Known(number) => {
                let known = match number.checked_sub(base) {
                    None => self.prepared.lexicon.lemma(number),
                    Some(own) => self.own.lemma(own),
                };
                feminine(form, known, reading).map_or(Cow::Borrowed(known), Cow::Owned)
            }
            Lemma::Guessed(rule) => Cow::Owned(guess::lemma(Form::new(form).exact(), rule)),
            Lemma::Form if form.chars().any(char::is_uppercase) => Cow::Owned(form.to_lowercase()),
            Lemma::Form | Lemma::Name => Cow::Borrowed(form),
        }
    }

    /// Adds what `form` can be.
    pub fn look_up(&self, form: &Form, readings: &mut Readings) {
        self.prepared.lexicon.look_up(form, 0, readings);
        self.own.look_up(form, self.prepared.lexicon.len() as u32, readings);
    }

    /// The indexes of all layers, the strongest first.
    pub(super) fn indexes(&self) -> impl Iterator<Item = (u32, &Index)> {
        (0..).zip(self.layers.iter().map(|(_, index)| index).chain([&self.prepared.index]))
    }

    /// The index of one layer.
    pub(super) fn index(&self, layer: u32) -> &Index {
        self.layers.get(layer as usize).map_or(&self.prepared.index, |(_, index)| index)
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
