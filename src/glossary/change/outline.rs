//! Where the entries of a text are, and where a new one belongs.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::super::{Entry, parse};
use super::value::{entry_text, inline_entry};
use super::{Field, Refusal, Written, anywhere, list};
use crate::text::edit::Edit;
use crate::text::fold::{Accents, fold};
use crate::text::span::Span;

/// A text with the places of its entries.
pub(super) struct Outline<'s> {
    pub source: &'s str,
    /// The good ones, in order.
    pub entries: Vec<Entry>,
    /// How many slips of the language there are.
    pub errors: usize,
    document: Spanned<DeTable<'s>>,
}

type Item<'s> = Spanned<DeValue<'s>>;

impl<'s> Outline<'s> {
    pub fn of(source: &'s str) -> Self {
        let (document, errors) = DeTable::parse_recoverable(source);
        Self { source, entries: parse(source).0.entries, errors: errors.len(), document }
    }

    /// The number of the entry that was seen.
    pub fn find(&self, seen: &Entry) -> Result<usize, Refusal> {
        let mut twins = self.entries.iter().enumerate().filter(|(_, entry)| are_twins(entry, seen));
        let (number, entry) = twins.next().ok_or(Refusal::Gone)?;
        let is_same = |entry: &Entry| anywhere(entry) == anywhere(seen);
        match (is_same(entry), twins.find(|(_, entry)| is_same(entry))) {
            (true, _) => Ok(number),
            (false, Some((number, _))) => Ok(number),
            (false, None) => Err(Refusal::Conflict(Box::new(self.written(number)))),
        }
    }

    /// Refuses a second entry with the headword of `entry`; the one numbered `own` is no second.
    pub fn refuse_twin(&self, entry: &Entry, own: Option<usize>) -> Result<(), Refusal> {
        let was_twin = own.is_some_and(|own| are_twins(&self.entries[own], entry));
        let twin = self.entries.iter().position(|other| are_twins(other, entry));
        match twin {
            Some(number) if !was_twin => Err(Refusal::Duplicate(Box::new(self.written(number)))),
            _ => Ok(()),
        }
    }

    /// The entry numbered `number`, and how it is written.
    pub fn written(&self, number: usize) -> Written {
        let text = self.extent(number).of(self.source).to_owned();
        Written { entry: self.entries[number].clone(), text }
    }

    /// The table of the entry numbered `number`.
    pub fn table(&self, number: usize) -> Option<&Item<'s>> {
        let start = self.entries[number].span.start;
        self.items().iter().find(|item| item.span().start == start)
    }

    /// From the header of an entry to the end of its last line; an inline one from brace to brace.
    pub fn extent(&self, number: usize) -> Span {
        self.table(number).map_or_else(Span::default, |item| self.extent_of(item))
    }

    /// What ends a line here.
    pub fn newline(&self) -> &'static str {
        newline(self.source)
    }

    /// Writes a new entry where it belongs.
    pub fn insert(&self, term: &str, fields: &[Field]) -> Vec<Edit> {
        let place = self.place(term);
        if let Some(list) = self.document.get_ref().get("entry").filter(|list| self.is_inline(list)) {
            let items: Vec<Span> = self.items().iter().map(|item| item.span().into()).collect();
            return list::List::new(self.source, list.span().into(), items)
                .insert(place, &[inline_entry(fields)]);
        }
        let newline = self.newline();
        let block = entry_text(fields, newline);
        let place = if place == 0 && self.is_headed() { 1 } else { place };
        let gap = if self.is_dense(place) { "" } else { newline };
        let (at, text) = match place.checked_sub(1) {
            Some(before) => self.after(self.extent_of(&self.items()[before]).end, (gap, &block)),
            None if self.items().is_empty() => self.after(self.source.len(), (gap, &block)),
            None => (self.lead(self.items()[0].span().start), format!("{block}{newline}{gap}")),
        };
        vec![Edit { span: Span::new(at, at), text }]
    }

    /// Takes an entry out, with one of the blank lines around it.
    pub fn remove(&self, number: usize) -> Vec<Edit> {
        let extent = self.extent(number);
        if let Some(list) = self.document.get_ref().get("entry").filter(|list| self.is_inline(list)) {
            let items: Vec<Span> = self.items().iter().map(|item| item.span().into()).collect();
            let at = items.iter().position(|item| *item == extent).unwrap_or(0);
            return list::List::new(self.source, list.span().into(), items).remove(at);
        }
        let above = |at: usize| line_start(self.source, at.saturating_sub(1));
        let mut start = line_start(self.source, extent.start);
        let mut end = next_line(self.source, extent.end);
        if start == 0 {
            end = blank_end(self.source, end);
        } else if self.source[above(start)..start].trim().is_empty() {
            start = above(start);
        }
        if !self.source[..end].ends_with('\n') {
            // The end of the line before goes, and not one that there is not.
            let before = self.source[..start].strip_suffix('\n').unwrap_or(&self.source[..start]);
            start = before.strip_suffix('\r').unwrap_or(before).len();
        }
        vec![Edit { span: Span::new(start, end), text: String::new() }]
    }

    fn items(&self) -> &[Item<'s>] {
        let list = self.document.get_ref().get("entry");
        list.and_then(|list| list.get_ref().as_array()).map_or(&[], |items| items.as_ref())
    }

    /// True of entries in one list: `entry = [{ … }]`.
    fn is_inline(&self, list: &Item<'_>) -> bool {
        list.get_ref().as_array().is_some_and(|items| {
            items.first().is_none_or(|item| self.source[item.span().start..].starts_with('{'))
        })
    }

    fn extent_of(&self, item: &Item<'_>) -> Span {
        let Range { start, end } = item.span();
        if self.source[start..].starts_with('{') {
            return Span::new(start, end);
        }
        Span::new(start, line_end(self.source, last_byte(item)))
    }

    /// The number of the entry before which `term` belongs: where it disturbs the order least, if
    /// there is one; else after the last.
    fn place(&self, term: &str) -> usize {
        let key = |item: &Item<'_>| {
            let term = item.get_ref().as_table()?.get("term")?.get_ref().as_str()?;
            Some(fold(term, Accents::Dropped))
        };
        let keys: Vec<Option<String>> = self.items().iter().map(key).collect();
        let known: Vec<&String> = keys.iter().flatten().collect();
        let slips = known.windows(2).filter(|pair| pair[0] > pair[1]).count();
        if slips * 20 > known.len().saturating_sub(1) {
            return keys.len();
        }
        let new = fold(term, Accents::Dropped);
        let after = |key: &Option<String>| key.as_ref().is_some_and(|key| *key > new);
        // How many entries would be on the wrong side of it.
        let mut wrong = keys.iter().filter(|key| key.is_some() && !after(key)).count();
        let mut best = (wrong, 0);
        for (number, key) in keys.iter().enumerate().filter(|(_, key)| key.is_some()) {
            wrong = if after(key) { wrong + 1 } else { wrong - 1 };
            best = best.min((wrong, number + 1));
        }
        best.1
    }

    /// True when the first entry is right under the comment with which the text begins.
    fn is_headed(&self) -> bool {
        self.items().first().is_some_and(|item| {
            let start = line_start(self.source, item.span().start);
            start > 0 && self.lead(item.span().start) == 0
        })
    }

    /// True when there is no blank line between the entries around `place`.
    fn is_dense(&self, place: usize) -> bool {
        let items = self.items();
        let first = place.clamp(1, items.len().max(2) - 1) - 1;
        let Some([one, other]) = items.get(first..first + 2) else { return false };
        let between = self.source.get(self.extent_of(one).end..other.span().start).unwrap_or_default();
        let lines: Vec<&str> = between.split('\n').collect();
        !lines.get(1..lines.len() - 1).unwrap_or_default().iter().any(|line| line.trim().is_empty())
    }

    /// Where the comment right above the line at `at` begins: it belongs to what is under it.
    fn lead(&self, at: usize) -> usize {
        let mut start = line_start(self.source, at);
        while start > 0 {
            let above = line_start(self.source, start - 1);
            if !self.source[above..start].trim_start().starts_with('#') {
                break;
            }
            start = above;
        }
        start
    }

    /// Where, and how, `block` is written after what ends at `end`, and after the comment right under
    /// it, unless that belongs to an entry below.
    fn after(&self, end: usize, (gap, block): (&str, &str)) -> (usize, String) {
        let newline = self.newline();
        let mut at = next_line(self.source, end);
        let mut below = at;
        while self.source[below..].lines().next().is_some_and(|line| line.trim_start().starts_with('#')) {
            below = next_line(self.source, below);
        }
        let rest = &self.source[below..];
        if rest.is_empty() || rest.lines().next().is_some_and(|line| line.trim().is_empty()) {
            at = below;
        }
        let is_open = at == self.source.len() && !self.source.is_empty() && !self.source.ends_with('\n');
        match (self.source.is_empty(), is_open) {
            (true, _) => (at, format!("{block}{newline}")),
            (_, true) => (at, format!("{newline}{gap}{block}")),
            _ if self.source[..at].ends_with("\n\n") || self.source[..at].ends_with("\n\r\n") => {
                (at, format!("{block}{newline}"))
            }
            _ => (at, format!("{gap}{block}{newline}")),
        }
    }
}

/// True of two entries that cannot both be in one glossary.
#[must_use]
pub fn are_twins(one: &Entry, other: &Entry) -> bool {
    let is_capital = |entry: &Entry| entry.term.chars().next().is_some_and(char::is_uppercase);
    let key = |entry: &Entry| (fold(&entry.term, Accents::Kept), is_capital(entry), entry.pos);
    one.pos == other.pos && key(one) == key(other)
}

/// The byte after the last one that belongs to `item`.
fn last_byte(item: &Item<'_>) -> usize {
    let own = item.span().end;
    match item.get_ref() {
        DeValue::Table(table) => {
            table.iter().map(|(key, value)| key.span().end.max(last_byte(value))).fold(own, usize::max)
        }
        DeValue::Array(items) => items.iter().map(last_byte).fold(own, usize::max),
        _ => own,
    }
}

/// What ends a line in `source`, as its first line has it.
pub(super) fn newline(source: &str) -> &'static str {
    match source.find('\n') {
        Some(at) if source[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// Where the line that holds the byte at `at` begins.
pub(super) fn line_start(source: &str, at: usize) -> usize {
    source[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// Where the line that holds the byte at `at` ends, without what ends it.
pub(super) fn line_end(source: &str, at: usize) -> usize {
    let end = source[at..].find('\n').map_or(source.len(), |newline| at + newline);
    if end > at && end < source.len() && source[..end].ends_with('\r') { end - 1 } else { end }
}

/// Where the line after the one that holds the byte at `at` begins.
pub(super) fn next_line(source: &str, at: usize) -> usize {
    source[at..].find('\n').map_or(source.len(), |newline| at + newline + 1)
}

/// Where the blank line that begins at `at` ends; `at` where it is not blank.
fn blank_end(source: &str, at: usize) -> usize {
    let end = next_line(source, at);
    if source[at..end].trim().is_empty() { end } else { at }
}
