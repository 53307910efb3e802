//! What programs read: one JSON object for each block.
//!
//! The order of keys is a promise, and all offsets are bytes of `text`.

use std::collections::hash_map::Entry::{Occupied, Vacant};
use std::io::{self, Write};

use rustc_hash::FxHashMap;

use super::{gloss, json, note, shown};
use crate::annotate::explain::{explain, surface};
use crate::annotate::matcher::Matcher;
use crate::annotate::{Annotated, Annotation, EntryId};
use crate::article::BlockKind;
use crate::french::reading::Upos;
use crate::french::token::TokenKind;
use crate::glossary::Entry;
use crate::study::Threshold;
use crate::text::span::Span;

/// A block with all that is known of it.
#[derive(Clone, Copy)]
pub struct Item<'a> {
    /// Its number in the article, from 0.
    pub number: usize,
    /// Heading or paragraph.
    pub kind: BlockKind,
    /// Its French text.
    pub text: &'a str,
    /// What stands in it.
    pub annotated: &'a Annotated,
}

/// Writes blocks on lines of their own, with the annotations that a threshold shows.
///
/// Written out by hand, not derived, and what is the same wherever an entry stands only once: a pipe spent
/// more on this than on finding what it tells.
pub struct Writer<'m> {
    matcher: &'m Matcher,
    threshold: Threshold,
    /// What is said of the senses of entries that were met, from `term` to `line`.
    told: FxHashMap<(EntryId, usize), Vec<u8>>,
}

impl<'m> Writer<'m> {
    /// Writes what `matcher` has found and `threshold` shows.
    #[must_use]
    pub fn new(matcher: &'m Matcher, threshold: Threshold) -> Self {
        Self { matcher, threshold, told: FxHashMap::default() }
    }

    /// Writes `item` on a line of its own.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(&mut self, out: &mut impl Write, item: Item<'_>) -> io::Result<()> {
        let Item { number, kind, text, annotated } = item;
        out.write_all(br#"{"block":"#)?;
        json::number(out, number)?;
        out.write_all(match kind {
            BlockKind::Heading => br#","kind":"heading","text":"#,
            BlockKind::Paragraph => br#","kind":"paragraph","text":"#,
        })?;
        json::string(out, text)?;
        out.write_all(br#","sentences":"#)?;
        spans(out, &annotated.sentences)?;
        out.write_all(br#","tokens":"#)?;
        let pairs = annotated.tokens.iter().zip(&annotated.readings);
        // Without the spaces between them.
        let words = pairs.filter(|(token, _)| token.kind != TokenKind::Space);
        json::list(out, words, |out, (word, reading)| {
            token(out, word.span, &self.matcher.lemma(word.span.of(text), *reading), reading.upos)
        })?;
        out.write_all(br#","annotations":"#)?;
        self.annotations(out, &annotated.annotations, text)?;
        out.write_all(b"}\n")
    }

    /// Those that are shown.
    fn annotations(&mut self, out: &mut impl Write, all: &[Annotation], text: &str) -> io::Result<()> {
        let shown = shown(all, self.matcher, self.threshold);
        json::list(out, shown, |out, one| self.annotation(out, one, text))
    }

    fn annotation(&mut self, out: &mut impl Write, annotation: &Annotation, text: &str) -> io::Result<()> {
        let Annotation { entry: id, sense, spans: own, inside, .. } = annotation;
        let entry = self.matcher.entry(*id);
        out.write_all(br#"{"spans":"#)?;
        spans(out, own)?;
        out.write_all(br#","surface":"#)?;
        json::string(out, &surface(annotation, text))?;
        let told = match self.told.entry((*id, *sense)) {
            Occupied(told) => told.into_mut(),
            Vacant(place) => {
                let mut told = Vec::new();
                tell(&mut told, entry, *sense, self.matcher.layer_name(*id))?;
                place.insert(told)
            }
        };
        out.write_all(told)?;
        out.write_all(br#","why":"#)?;
        json::told(out, &explain(annotation, &entry.term, text))?;
        if !inside.is_empty() && !shown(inside, self.matcher, self.threshold).is_empty() {
            out.write_all(br#","inside":"#)?;
            self.annotations(out, inside, text)?;
        }
        out.write_all(b"}")
    }
}

/// Spans as pairs: `[[0,118],[119,204]]`.
fn spans(out: &mut impl Write, spans: &[Span]) -> io::Result<()> {
    json::list(out, spans, |out, Span { start, end }| {
        out.write_all(b"[")?;
        json::number(out, *start)?;
        out.write_all(b",")?;
        json::number(out, *end)?;
        out.write_all(b"]")
    })
}

fn token(out: &mut impl Write, span: Span, lemma: &str, pos: Upos) -> io::Result<()> {
    out.write_all(br#"{"start":"#)?;
    json::number(out, span.start)?;
    out.write_all(br#","end":"#)?;
    json::number(out, span.end)?;
    out.write_all(br#","lemma":"#)?;
    json::string(out, lemma)?;
    out.write_all(br#","pos":"#)?;
    json::string(out, pos.tag())?;
    out.write_all(b"}")
}

/// What is said of an entry in that sense, wherever it stands.
fn tell(out: &mut impl Write, entry: &Entry, sense: usize, layer: &str) -> io::Result<()> {
    out.write_all(br#","term":"#)?;
    json::string(out, &entry.term)?;
    out.write_all(br#","pos":"#)?;
    json::string(out, entry.pos.key())?;
    out.write_all(br#","gloss":"#)?;
    json::string(out, gloss(entry, sense))?;
    if let Some(note) = note(entry, sense) {
        out.write_all(br#","note":"#)?;
        json::string(out, &note)?;
    }
    if let Some(level) = entry.level {
        out.write_all(br#","level":"#)?;
        json::string(out, level.key())?;
    }
    out.write_all(br#","layer":"#)?;
    json::string(out, layer)?;
    out.write_all(br#","line":"#)?;
    json::number(out, entry.line)
}
