//! The layers of glossaries made ready to be found in a text.

use std::borrow::Cow;

use super::{Annotated, EntryId};
use crate::french::reading::Reading;
use crate::glossary::{Entry, Glossary};

/// One glossary with the name people know it by.
#[derive(Clone, Debug)]
pub struct Layer {
    /// `built-in`, or the path of a file.
    pub name: String,
    /// Its entries.
    pub glossary: Glossary,
}

/// All layers, ready to be matched.
#[derive(Clone, Debug)]
pub struct Matcher {
    layers: Vec<Layer>,
}

impl Matcher {
    /// Makes `layers` ready; the strongest first.
    #[must_use]
    pub fn new(layers: Vec<Layer>) -> Self {
        Self { layers }
    }

    /// The name of the layer `id` belongs to.
    #[must_use]
    pub fn layer_name(&self, id: EntryId) -> &str {
        &self.layers[id.layer as usize].name
    }

    /// The entry `id`.
    #[must_use]
    pub fn entry(&self, id: EntryId) -> Cow<'_, Entry> {
        Cow::Borrowed(&self.layers[id.layer as usize].glossary.entries[id.index as usize])
    }

    /// The lemma of `form` in `reading`, as a dictionary writes it.
    #[must_use]
    pub fn lemma<'a>(&'a self, form: &'a str, _reading: Reading) -> Cow<'a, str> {
        Cow::Borrowed(form)
    }
}

/// Annotates a paragraph; `topic` is that of the article it stands in.
#[must_use]
pub fn annotate(paragraph: &str, matcher: &Matcher, topic: Option<&str>) -> Annotated {
    // Placeholder until the matcher proper: exact single words.
    use super::{Annotation, Evidence, Rule, Why};
    use crate::french::{reading::*, sentence::sentences, tokenize::tokenize};
    let _ = topic;
    let tokens = tokenize(paragraph);
    let sentences = sentences(paragraph, &tokens);
    let readings =
        tokens.iter().map(|_| Reading { lemma: Lemma::Form, upos: Upos::X, cells: Cells::NONE }).collect();
    let mut annotations = Vec::new();
    for token in &tokens {
        let form = token.span.of(paragraph).to_lowercase();
        for (layer, l) in matcher.layers.iter().enumerate() {
            if let Some(index) = l.glossary.entries.iter().position(|e| e.term.to_lowercase() == form) {
                annotations.push(Annotation {
                    entry: EntryId { layer: layer as u32, index: index as u32 },
                    sense: 0,
                    spans: [token.span].into_iter().collect(),
                    why: Why {
                        rule: Rule::Word,
                        cells: Cells::NONE,
                        words_inside: 0,
                        evidence: Evidence::OnlySense,
                        is_guess: false,
                    },
                    inside: Vec::new(),
                    beaten: Vec::new(),
                });
                break;
            }
        }
    }
    Annotated { tokens, readings, sentences, annotations }
}
