//! What programs read: one JSON object for each block.
//!
//! The order of keys is a promise, and all offsets are bytes of `text`.

use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, Write};

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

use super::{gloss, json, note, shown};
use crate::annotate::explain::{explain, surface};
use crate::annotate::matcher::Matcher;
use crate::annotate::{Annotated, Annotation};
use crate::article::BlockKind;
use crate::french::token::TokenKind;
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

/// Writes `item` on a line of its own, with the annotations that `threshold` shows.
///
/// # Errors
/// Those of `out`.
pub fn write(
    out: &mut impl Write,
    item: Item<'_>,
    matcher: &Matcher,
    threshold: Threshold,
) -> io::Result<()> {
    let context = Context { text: item.text, matcher, threshold };
    let block = BlockObject {
        block: item.number,
        kind: match item.kind {
            BlockKind::Heading => "heading",
            BlockKind::Paragraph => "paragraph",
        },
        text: item.text,
        sentences: Spans(&item.annotated.sentences),
        tokens: Tokens(item.annotated, context),
        annotations: Annotations(&item.annotated.annotations, context),
    };
    json::write(out, &block)?;
    out.write_all(b"\n")
}

/// What an annotation needs to be told in full.
#[derive(Clone, Copy)]
struct Context<'a> {
    text: &'a str,
    matcher: &'a Matcher,
    threshold: Threshold,
}

#[derive(Serialize)]
struct BlockObject<'a> {
    block: usize,
    kind: &'static str,
    text: &'a str,
    sentences: Spans<'a>,
    tokens: Tokens<'a>,
    annotations: Annotations<'a>,
}

/// Spans as pairs: `[[0,118],[119,204]]`.
struct Spans<'a>(&'a [Span]);

impl Serialize for Spans<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|span| (span.start, span.end)))
    }
}

/// The tokens without the spaces between them.
struct Tokens<'a>(&'a Annotated, Context<'a>);

#[derive(Serialize)]
struct TokenObject<'a> {
    start: usize,
    end: usize,
    lemma: Cow<'a, str>,
    pos: &'static str,
}

impl Serialize for Tokens<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(annotated, context) = self;
        let pairs = annotated.tokens.iter().zip(&annotated.readings);
        let words = pairs.filter(|(token, _)| token.kind != TokenKind::Space);
        serializer.collect_seq(words.map(|(token, reading)| TokenObject {
            start: token.span.start,
            end: token.span.end,
            lemma: context.matcher.lemma(token.span.of(context.text), *reading),
            pos: reading.upos.tag(),
        }))
    }
}

/// The annotations that are shown.
struct Annotations<'a>(&'a [Annotation], Context<'a>);

#[derive(Serialize)]
struct AnnotationObject<'a, W: Display> {
    spans: Spans<'a>,
    surface: &'a str,
    term: &'a str,
    pos: &'static str,
    gloss: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'static str>,
    layer: &'a str,
    line: usize,
    #[serde(serialize_with = "words")]
    why: W,
    #[serde(skip_serializing_if = "Option::is_none")]
    inside: Option<Annotations<'a>>,
}

/// Writes what can be told as a string.
fn words<S: Serializer>(told: &impl Display, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(told)
}

impl Serialize for Annotations<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(annotations, context) = self;
        let mut list = serializer.serialize_seq(None)?;
        for annotation in shown(annotations, context.matcher, context.threshold) {
            let entry = context.matcher.entry(annotation.entry);
            let has_inside = !shown(&annotation.inside, context.matcher, context.threshold).is_empty();
            list.serialize_element(&AnnotationObject {
                spans: Spans(&annotation.spans),
                surface: &surface(annotation, context.text),
                term: &entry.term,
                pos: entry.pos.key(),
                gloss: gloss(entry, annotation.sense),
                note: note(entry, annotation.sense),
                level: entry.level.map(crate::glossary::Level::key),
                layer: context.matcher.layer_name(annotation.entry),
                line: entry.line,
                why: explain(annotation, &entry.term, context.text),
                inside: has_inside.then_some(Annotations(&annotation.inside, *context)),
            })?;
        }
        list.end()
    }
}
