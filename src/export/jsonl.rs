//! What programs read: one JSON object for each block.
//!
//! The order of keys is a promise, and all offsets are bytes of `text`.

use std::io::{self, Write};

use super::{gloss, json, note, shown};
use crate::annotate::explain::{explain, surface};
use crate::annotate::matcher::Matcher;
use crate::annotate::{Annotated, Annotation};
use crate::article::BlockKind;
use crate::french::reading::Reading;
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
/// Written out by hand, not derived: a pipe spends more on this than on finding what it tells.
///
/// # Errors
/// Those of `out`.
pub fn write(
    out: &mut impl Write,
    item: Item<'_>,
    matcher: &Matcher,
    threshold: Threshold,
) -> io::Result<()> {
    let Item { number, kind, text, annotated } = item;
    let context = Context { text, matcher, threshold };
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
    json::list(out, words, |out, (word, reading)| token(out, word.span, *reading, context))?;
    out.write_all(br#","annotations":"#)?;
    annotations(out, &annotated.annotations, context)?;
    out.write_all(b"}\n")
}

/// What an annotation needs to be told in full.
#[derive(Clone, Copy)]
struct Context<'a> {
    text: &'a str,
    matcher: &'a Matcher,
    threshold: Threshold,
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

fn token(out: &mut impl Write, span: Span, reading: Reading, context: Context<'_>) -> io::Result<()> {
    out.write_all(br#"{"start":"#)?;
    json::number(out, span.start)?;
    out.write_all(br#","end":"#)?;
    json::number(out, span.end)?;
    out.write_all(br#","lemma":"#)?;
    json::string(out, &context.matcher.lemma(span.of(context.text), reading))?;
    out.write_all(br#","pos":"#)?;
    json::string(out, reading.upos.tag())?;
    out.write_all(b"}")
}

/// Those that are shown.
fn annotations(out: &mut impl Write, all: &[Annotation], context: Context<'_>) -> io::Result<()> {
    let shown = shown(all, context.matcher, context.threshold);
    json::list(out, shown, |out, one| annotation(out, one, context))
}

fn annotation(out: &mut impl Write, annotation: &Annotation, context: Context<'_>) -> io::Result<()> {
    let Context { text, matcher, threshold } = context;
    let entry = matcher.entry(annotation.entry);
    out.write_all(br#"{"spans":"#)?;
    spans(out, &annotation.spans)?;
    out.write_all(br#","surface":"#)?;
    json::string(out, &surface(annotation, text))?;
    out.write_all(br#","term":"#)?;
    json::string(out, &entry.term)?;
    out.write_all(br#","pos":"#)?;
    json::string(out, entry.pos.key())?;
    out.write_all(br#","gloss":"#)?;
    json::string(out, gloss(entry, annotation.sense))?;
    if let Some(note) = note(entry, annotation.sense) {
        out.write_all(br#","note":"#)?;
        json::string(out, &note)?;
    }
    if let Some(level) = entry.level {
        out.write_all(br#","level":"#)?;
        json::string(out, level.key())?;
    }
    out.write_all(br#","layer":"#)?;
    json::string(out, matcher.layer_name(annotation.entry))?;
    out.write_all(br#","line":"#)?;
    json::number(out, entry.line)?;
    out.write_all(br#","why":"#)?;
    json::told(out, &explain(annotation, &entry.term, text))?;
    if !annotation.inside.is_empty() && !shown(&annotation.inside, matcher, threshold).is_empty() {
        out.write_all(br#","inside":"#)?;
        annotations(out, &annotation.inside, context)?;
    }
    out.write_all(b"}")
}
