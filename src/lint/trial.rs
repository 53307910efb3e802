//! The sentences of an entry tried: what is found in each, against what its braces say.
//!
//! Knows no rule: it says what there is, and the rules what is wrong with it.

use super::subject::{Purpose, Subject, Text};
use crate::annotate::explain::surface;
use crate::annotate::{Annotated, Annotation, EntryId, Matcher, annotate};
use crate::french::reading::Upos;
use crate::french::token::TokenKind;
use crate::glossary::Entry;
use crate::text::span::Span;

/// A sentence and what is found in it.
pub struct Trial<'a> {
    /// As it is written.
    pub text: Text<'a>,
    /// What it is there for.
    pub is: Purpose,
    /// What its braces say; none where it has none, or one is left open.
    pub example: Option<Example>,
    /// The entry itself, wherever it is found.
    pub found: Vec<Annotation>,
    /// Where it is found: neighbours as one.
    pub spans: Vec<Span>,
    annotated: Annotated,
}

/// An example without its braces, and where they stood.
pub struct Example {
    /// What is read.
    pub text: String,
    /// What must be found: sorted, in bytes of `text`.
    pub spans: Vec<Span>,
    /// The first braces with what is in them, in bytes of the example as written.
    pub first: Span,
}

/// Tries every sentence of an entry.
pub fn trials<'a>(subject: &Subject<'a>) -> Vec<Trial<'a>> {
    subject.sentences().into_iter().map(|sentence| trial(subject, sentence.text, sentence.is)).collect()
}

fn trial<'a>(subject: &Subject<'a>, text: Text<'a>, is: Purpose) -> Trial<'a> {
    let example = if is == Purpose::Never { None } else { Example::read(text.value) };
    let topic = match is {
        Purpose::Example(Some(sense)) => topic(subject.entry, sense),
        Purpose::Example(None) | Purpose::Never => None,
    };
    let sentence = example.as_ref().map_or(text.value, |example| &example.text);
    let annotated = annotate(sentence, subject.matcher(), topic);
    let found: Vec<Annotation> =
        flat(&annotated).filter(|found| found.entry == subject.id).cloned().collect();
    let spans = merged(found.iter().flat_map(|found| found.spans.iter().copied()), sentence);
    Trial { text, is, example, found, spans, annotated }
}

/// The topic of an article in which the sense would be met, where nothing else tells it.
fn topic(entry: &Entry, sense: usize) -> Option<&str> {
    let sense = entry.senses.get(sense)?;
    sense.near.is_empty().then_some(sense.topic.as_deref()).flatten()
}

impl Trial<'_> {
    /// The sentence as it is read.
    pub fn sentence(&self) -> &str {
        self.example.as_ref().map_or(self.text.value, |example| &example.text)
    }

    /// True when what is found is what the braces of `example` say, but for auxiliaries beside the
    /// reflexive pronoun.
    pub fn is_as_written(&self, example: &Example) -> bool {
        let own = || -> Vec<Span> {
            example.spans.iter().map(|span| without_auxiliary(*span, &self.annotated)).collect()
        };
        self.spans == example.spans
            || own() == self.spans
            || with_auxiliaries(&self.spans, &self.annotated).is_some_and(|joined| joined == example.spans)
    }

    /// What stands where the braces of `example` are, for a person.
    pub fn instead(&self, example: &Example, (id, matcher): (EntryId, &Matcher)) -> String {
        if !self.spans.is_empty() {
            let words: Vec<&str> = self.spans.iter().map(|span| span.of(&example.text)).collect();
            return format!("found: “{}”", words.join(" … "));
        }
        let over = |annotation: &&Annotation| {
            annotation.spans.iter().any(|span| example.spans.iter().any(|wanted| wanted.overlaps(*span)))
        };
        let Some(other) = self.annotated.annotations.iter().find(over) else {
            return "nothing is found here".into();
        };
        let entry = matcher.entry(other.entry);
        let lost = if other.beaten.contains(&id) { ", which won" } else { "" };
        format!(
            "found: “{}” of `{}` ({}, {}:{}){lost}",
            surface(other, &example.text),
            entry.term,
            entry.pos.key(),
            matcher.layer_name(other.entry),
            entry.line
        )
    }
}

impl Example {
    /// Takes the braces out: `None` when there are none, or one is left open.
    fn read(written: &str) -> Option<Self> {
        let mut text = String::with_capacity(written.len());
        let mut spans = Vec::new();
        let mut first = None;
        let mut rest = written;
        while let Some((before, after)) = rest.split_once('{') {
            let (inside, after) = after.split_once('}')?;
            text.push_str(before);
            let at = written.len() - after.len();
            first.get_or_insert(Span::new(at - inside.len() - 2, at));
            spans.push(Span::new(text.len(), text.len() + inside.len()));
            text.push_str(inside);
            rest = after;
        }
        text.push_str(rest);
        let spans = merged(spans.into_iter(), &text);
        first.map(|first| Self { text, spans, first })
    }

    /// The first braces for which nothing was found, in bytes of the example as written.
    pub fn place_of_difference(&self, found: &[Span], written: &str) -> Span {
        let braces: Vec<Span> = written
            .match_indices('{')
            .filter_map(|(at, _)| Some(Span::new(at, at + written[at..].find('}')? + 1)))
            .collect();
        let missing = self.spans.iter().position(|span| !found.contains(span));
        let is_one_to_one = braces.len() == self.spans.len();
        missing.filter(|_| is_one_to_one).map_or(self.first, |at| braces[at])
    }
}

/// *s'est* in braces, without the auxiliary: *s'*.
fn without_auxiliary(span: Span, annotated: &Annotated) -> Span {
    let words = || {
        let all = annotated.tokens.iter().zip(&annotated.readings);
        all.filter(|(token, _)| token.kind != TokenKind::Space && token.span.overlaps(span))
    };
    let own = words().rfind(|(_, reading)| reading.upos != Upos::Aux);
    own.filter(|_| words().count() == 2)
        .map_or(span, |(token, _)| Span::new(span.start, token.span.end.max(span.start)))
}

/// `spans` with the auxiliaries that stand between them: people put *s'est soldée par* in one pair
/// of braces. `None` where anything else stands between.
fn with_auxiliaries(spans: &[Span], annotated: &Annotated) -> Option<Vec<Span>> {
    let (first, rest) = spans.split_first()?;
    let mut joined = vec![*first];
    for span in rest {
        let gap = Span::new(joined.last()?.end, span.start);
        let words =
            annotated.tokens.iter().zip(&annotated.readings).filter(|(token, _)| token.span.overlaps(gap));
        if words.clone().all(|(token, reading)| token.kind == TokenKind::Space || reading.upos == Upos::Aux) {
            joined.last_mut()?.end = span.end;
        } else {
            joined.push(*span);
        }
    }
    Some(joined)
}

/// All annotations, with those inside of expressions.
fn flat(annotated: &Annotated) -> impl Iterator<Item = &Annotation> {
    annotated.annotations.iter().flat_map(|annotation| std::iter::once(annotation).chain(&annotation.inside))
}

/// `spans` in order, those with nothing but blanks between them as one.
fn merged(spans: impl Iterator<Item = Span>, text: &str) -> Vec<Span> {
    let mut sorted: Vec<Span> = spans.filter(|span| !span.is_empty()).collect();
    sorted.sort_unstable();
    let mut merged: Vec<Span> = Vec::with_capacity(sorted.len());
    for span in sorted {
        match merged.last_mut() {
            Some(last) if span.start <= last.end || text[last.end..span.start].trim().is_empty() => {
                last.end = last.end.max(span.end);
            }
            _ => merged.push(span),
        }
    }
    merged
}
