//! Runs the examples of a glossary as tests: what stands in braces must be found, exactly, and in
//! a sentence of `never` nothing must be.
//!
//! Knows no file. The places are those of the glossary's text.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::explain::surface;
use super::{Annotated, Annotation, EntryId};
use super::{Matcher, annotate};
use crate::diagnostic::Diagnostic;
use crate::french::reading::Upos;
use crate::french::token::TokenKind;
use crate::glossary::{Entry, Glossary};
use crate::text::span::Span;

/// What the examples of `glossary` show to be wrong, in order of place.
///
/// `source` is the text it was read from, and `layer` its number in `matcher`.
#[must_use]
pub fn check(source: &str, glossary: &Glossary, matcher: &Matcher, layer: u32) -> Vec<Diagnostic> {
    let (document, _) = DeTable::parse_recoverable(source);
    let tables = document.get_ref().get("entry").and_then(|list| list.get_ref().as_array());
    let mut findings = Vec::new();
    for table in tables.into_iter().flatten() {
        let index = glossary.entries.binary_search_by_key(&table.span().start, |entry| entry.span.start);
        if let (Ok(index), Some(fields)) = (index, table.get_ref().as_table()) {
            let id = EntryId { layer, index: u32::try_from(index).unwrap_or(u32::MAX) };
            let test = Test { source, entry: &glossary.entries[index], id, matcher };
            findings.extend(test.entry(fields));
        }
    }
    findings.sort_by_key(|found| found.span);
    findings
}

/// What the examples of one entry, read from `source`, show to be wrong.
#[must_use]
pub fn check_entry(source: &str, matcher: &Matcher, id: EntryId) -> Vec<Diagnostic> {
    let entry = matcher.entry(id);
    let (document, _) = DeTable::parse_recoverable(source);
    let tables = document.get_ref().get("entry").and_then(|list| list.get_ref().as_array());
    let table = tables.into_iter().flatten().find(|table| table.span().start == entry.span.start);
    let Some(fields) = table.and_then(|table| table.get_ref().as_table()) else { return Vec::new() };
    Test { source, entry: &entry, id, matcher }.entry(fields)
}

/// One entry and what its sentences are tried on.
struct Test<'a> {
    source: &'a str,
    entry: &'a Entry,
    id: EntryId,
    matcher: &'a Matcher,
}

impl Test<'_> {
    fn entry(&self, table: &DeTable<'_>) -> Vec<Diagnostic> {
        let mut findings: Vec<Diagnostic> =
            texts(table, "examples").filter_map(|text| self.example(text, None)).collect();
        let senses = table.get("sense").and_then(|list| list.get_ref().as_array());
        let tables = senses.into_iter().flatten().filter_map(|sense| sense.get_ref().as_table());
        let has_gloss = |table: &&DeTable<'_>| is_text(table.get("gloss"));
        let first = usize::from(is_text(table.get("gloss")));
        for (number, fields) in tables.filter(has_gloss).enumerate() {
            let sense = Some(number + first);
            findings.extend(texts(fields, "examples").filter_map(|text| self.example(text, sense)));
        }
        findings.extend(texts(table, "never").filter_map(|text| self.never(text)));
        findings
    }

    /// What is wrong with an example, which must have the sense `sense` if it is one of a sense.
    fn example(&self, value: &Spanned<DeValue<'_>>, sense: Option<usize>) -> Option<Diagnostic> {
        let written = value.get_ref().as_str()?;
        let Some(example) = Example::read(written) else {
            let message = "an example has {braces} around what must be found";
            return Some(Diagnostic::warning("example-without-braces", value.span().into(), message));
        };
        let annotated = annotate(&example.text, self.matcher, self.topic(sense));
        let found: Vec<&Annotation> = flat(&annotated).filter(|found| found.entry == self.id).collect();
        let spans = merged(found.iter().flat_map(|found| found.spans.iter().copied()), &example.text);
        let term = &self.entry.term;
        if spans != example.spans && !are_alike(&spans, &example.spans, &annotated) {
            let message = format!("`{term}` is not found as the braces say");
            let place = self.place(value, example.place_of_difference(&spans, written));
            let finding = Diagnostic::warning("example-not-found", place, message);
            return Some(finding.labelled(self.instead(&example, &annotated, &spans)));
        }
        let other = found.iter().find(|found| sense.is_some_and(|sense| found.sense != sense))?;
        let message = format!("`{term}` is found with another of its senses");
        let gloss = self.entry.senses.get(other.sense).map_or("", |sense| &sense.gloss);
        let finding = Diagnostic::warning("example-other-sense", self.place(value, example.first), message);
        Some(
            finding
                .labelled(format!("found as “{gloss}”"))
                .with_help("give this sense a `near` that stands here"),
        )
    }

    /// The topic of an article in which the sense would be met, where nothing else tells it.
    fn topic(&self, sense: Option<usize>) -> Option<&str> {
        let sense = self.entry.senses.get(sense?)?;
        sense.near.is_empty().then_some(sense.topic.as_deref()).flatten()
    }

    fn never(&self, value: &Spanned<DeValue<'_>>) -> Option<Diagnostic> {
        let written = value.get_ref().as_str()?;
        let annotated = annotate(written, self.matcher, None);
        let found = flat(&annotated).find(|found| found.entry == self.id)?;
        let message = format!("`{}` is found where it never should be", self.entry.term);
        let span = found.spans.first().copied().unwrap_or_default();
        let finding = Diagnostic::warning("found-in-never", self.place(value, span), message);
        Some(finding.labelled(format!("found: “{}”", surface(found, written))))
    }

    /// Where `inside`, in bytes of the value, stands in the source: the whole value where it is not
    /// written as it reads.
    fn place(&self, value: &Spanned<DeValue<'_>>, inside: Span) -> Span {
        let whole = Span::from(value.span());
        let written = value.get_ref().as_str().unwrap_or_default();
        let quoted = self.source.get(whole.range()).unwrap_or_default();
        match quoted.find(written).filter(|_| !written.is_empty()) {
            Some(at) => inside.shifted(whole.start + at),
            None => whole,
        }
    }

    /// What stands where the braces are.
    fn instead(&self, example: &Example, annotated: &Annotated, spans: &[Span]) -> String {
        if !spans.is_empty() {
            let words: Vec<&str> = spans.iter().map(|span| span.of(&example.text)).collect();
            return format!("found: “{}”", words.join(" … "));
        }
        let over = |annotation: &&Annotation| {
            annotation.spans.iter().any(|span| example.spans.iter().any(|wanted| wanted.overlaps(*span)))
        };
        match annotated.annotations.iter().find(over) {
            Some(other) => {
                let entry = self.matcher.entry(other.entry);
                let layer = self.matcher.layer_name(other.entry);
                let surface = surface(other, &example.text);
                let lost = if other.beaten.contains(&self.id) { ", which won" } else { "" };
                format!(
                    "found: “{surface}” of `{}` ({}, {layer}:{}){lost}",
                    entry.term,
                    entry.pos.key(),
                    entry.line
                )
            }
            None => "nothing is found here".into(),
        }
    }
}

/// An example without its braces, and where they stood.
struct Example {
    text: String,
    /// What must be found: sorted, in bytes of `text`.
    spans: Vec<Span>,
    /// The first braces with what is in them, in bytes of the example as written.
    first: Span,
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
    fn place_of_difference(&self, found: &[Span], written: &str) -> Span {
        let braces: Vec<Span> = written
            .match_indices('{')
            .filter_map(|(at, _)| Some(Span::new(at, at + written[at..].find('}')? + 1)))
            .collect();
        let missing = self.spans.iter().position(|span| !found.contains(span));
        let is_one_to_one = braces.len() == self.spans.len();
        missing.filter(|_| is_one_to_one).map_or(self.first, |at| braces[at])
    }
}

/// True when `found` is what the braces mean, but for auxiliaries beside the reflexive pronoun.
fn are_alike(found: &[Span], wanted: &[Span], annotated: &Annotated) -> bool {
    let own: Vec<Span> = wanted.iter().map(|span| without_auxiliary(*span, annotated)).collect();
    own == found || with_auxiliaries(found, annotated).is_some_and(|joined| joined == wanted)
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

/// The texts of the list at `key`.
fn texts<'t, 'd>(table: &'t DeTable<'d>, key: &str) -> impl Iterator<Item = &'t Spanned<DeValue<'d>>> {
    table.get(key).and_then(|list| list.get_ref().as_array()).into_iter().flatten()
}

/// True of a value that is a text with something in it.
fn is_text(value: Option<&Spanned<DeValue<'_>>>) -> bool {
    value.and_then(|value| value.get_ref().as_str()).is_some_and(|text| !text.trim().is_empty())
}
