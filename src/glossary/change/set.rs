//! New values for the keys of an entry: only the bytes of a value are replaced.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::super::parse::{ENTRY_KEYS, SENSE_KEYS};
use super::list::{List, difference};
use super::outline::{Outline, line_end, line_start, next_line};
use super::value::{on_one_line, quoted, written};
use super::{Field, Value};
use crate::text::edit::Edit;
use crate::text::span::Span;

/// A table of an entry or of one of its senses.
struct Keys<'t, 's> {
    source: &'s str,
    newline: &'static str,
    /// From its header, or its brace.
    start: usize,
    fields: &'t DeTable<'s>,
    /// The keys in the order of the house.
    order: &'static [&'static str],
}

/// The edits that give these fields of the entry numbered `number` their values.
pub(super) fn fields(outline: &Outline<'_>, number: usize, fields: &[Field]) -> Vec<Edit> {
    let mut edits = Vec::new();
    for field in fields {
        if let Some(keys) = table_of(outline, number, field.sense) {
            edits.extend(keys.set(field.key, &field.value));
        }
    }
    edits
}

/// The table in which the sense numbered `sense` of an entry is written, or the entry itself.
fn table_of<'t, 's>(outline: &'t Outline<'s>, number: usize, sense: Option<usize>) -> Option<Keys<'t, 's>> {
    let entry = outline.table(number)?;
    let fields = entry.get_ref().as_table()?;
    let keys = |table: &Spanned<DeValue<'s>>, fields: &'t DeTable<'s>, order: &'static [&'static str]| Keys {
        source: outline.source,
        newline: outline.newline(),
        start: table.span().start,
        fields,
        order,
    };
    let has_gloss = |table: &DeTable<'_>| text(table, "gloss").is_some();
    let own = keys(entry, fields, &ENTRY_KEYS);
    let Some(sense) = sense else { return Some(own) };
    let senses = fields.get("sense").and_then(|list| list.get_ref().as_array());
    let Some(senses) = senses else { return Some(own) };
    let Some(sense) = sense.checked_sub(usize::from(has_gloss(fields))) else { return Some(own) };
    let mut tables = senses.iter().filter(|table| table.get_ref().as_table().is_some_and(has_gloss));
    let table = tables.nth(sense)?;
    Some(keys(table, table.get_ref().as_table()?, &SENSE_KEYS))
}

/// The text at `key`, unless it is blank.
fn text<'t>(table: &'t DeTable<'_>, key: &str) -> Option<&'t str> {
    table.get(key)?.get_ref().as_str().map(str::trim).filter(|text| !text.is_empty())
}

impl Keys<'_, '_> {
    /// The edits after which `key` says `value`.
    fn set(&self, key: &'static str, value: &Value) -> Vec<Edit> {
        let Some(current) = self.fields.get(key) else {
            return if value.is_empty() { Vec::new() } else { vec![self.insert(key, value)] };
        };
        let span = Span::from(current.span());
        if value.is_empty() {
            return match current.get_ref() {
                DeValue::Array(items) if self.has_comment(span, items) => self.list(span, items, &[]),
                _ => vec![self.remove(key)],
            };
        }
        match (current.get_ref(), value) {
            (DeValue::String(old), Value::Text(new)) if old.trim() == new => Vec::new(),
            (DeValue::Array(items), Value::Texts(new)) => self.list(span, items, new),
            (_, Value::Text(new)) => vec![Edit { span, text: quoted(new, span.of(self.source)) }],
            (_, Value::Texts(_)) => vec![Edit { span, text: self.written(value) }],
        }
    }

    fn list(&self, span: Span, items: &[Spanned<DeValue<'_>>], new: &[String]) -> Vec<Edit> {
        let old: Vec<&str> = items.iter().filter_map(|item| item.get_ref().as_str().map(str::trim)).collect();
        if old.len() < items.len() {
            return vec![Edit { span, text: self.written(&Value::Texts(new.to_vec())) }];
        }
        let kept: Vec<&str> = old.iter().copied().filter(|text| !text.is_empty()).collect();
        if kept == new {
            return Vec::new();
        }
        let list = List::new(self.source, span, items.iter().map(|item| item.span().into()).collect());
        difference(&list, &old, new, |text, place| quoted(text, place.of(self.source)))
    }

    /// True of a list with a comment in it.
    fn has_comment(&self, span: Span, items: &[Spanned<DeValue<'_>>]) -> bool {
        let ends = items.iter().map(|item| item.span().end);
        let starts = items.iter().map(|item| item.span().start).chain([span.end]);
        std::iter::once(span.start)
            .chain(ends)
            .zip(starts)
            .any(|(from, to)| self.source[from..to].contains('#'))
    }

    /// True of a table in one line: `{ term = "bilan", … }`.
    fn is_inline(&self) -> bool {
        self.source[self.start..].starts_with('{')
    }

    fn written(&self, value: &Value) -> String {
        if self.is_inline() { on_one_line(value) } else { written(value, self.newline) }
    }

    /// Writes a key that is not there after the one that the house writes before it.
    fn insert(&self, key: &'static str, value: &Value) -> Edit {
        let (start, end) = self.neighbour(key);
        let written = format!("{key} = {}", self.written(value));
        if self.is_inline() {
            return Edit { span: Span::new(end, end), text: format!(", {written}") };
        }
        let line = &self.source[line_start(self.source, start)..start];
        let indent = if line.trim().is_empty() { line } else { "" };
        let at = next_line(self.source, end);
        let text = if self.source[..at].ends_with('\n') {
            format!("{indent}{written}{}", self.newline)
        } else {
            format!("{}{indent}{written}", self.newline)
        };
        Edit { span: Span::new(at, at), text }
    }

    /// The first byte of the key after which `key` belongs, and the end of its value; or else of the
    /// header.
    fn neighbour(&self, key: &str) -> (usize, usize) {
        let rank = |key: &str| self.order.iter().position(|known| *known == key).unwrap_or(usize::MAX);
        let here = self.fields.iter().filter(|(_, value)| !self.is_header(value));
        let mut here: Vec<(usize, usize, usize)> =
            here.map(|(name, value)| (rank(name.get_ref()), name.span().start, value.span().end)).collect();
        here.sort_unstable();
        let before = here.iter().rfind(|(other, ..)| *other < rank(key));
        match before.or_else(|| here.first().filter(|_| self.is_inline())) {
            Some((_, start, end)) => (*start, *end),
            None => (self.start, line_end(self.source, self.start)),
        }
    }

    /// Takes a key out with its line; a comment behind it stays.
    fn remove(&self, key: &str) -> Edit {
        let Some((name, value)) = self.fields.get_key_value(key) else {
            return Edit { span: Span::default(), text: String::new() };
        };
        let (start, end) = (name.span().start, value.span().end);
        let below = next_line(self.source, end);
        let rest = &self.source[end..below];
        let span = match (self.is_inline(), rest.trim().is_empty()) {
            (true, _) => self.with_comma(Span::new(start, end)),
            (false, true) => Span::new(line_start(self.source, start), below),
            (false, false) => Span::new(start, end + rest.len() - rest.trim_start().len()),
        };
        Edit { span, text: String::new() }
    }

    /// The key and value of a table in one line, with the comma that parts them from another.
    fn with_comma(&self, span: Span) -> Span {
        let others: Vec<(usize, usize)> =
            self.fields.iter().map(|(name, value)| (name.span().start, value.span().end)).collect();
        let before = others.iter().map(|(_, end)| *end).filter(|end| *end <= span.start).max();
        let after = others.iter().map(|(start, _)| *start).filter(|start| *start >= span.end).min();
        match (before, after) {
            (Some(before), _) => Span::new(before, span.end),
            (None, Some(after)) => Span::new(span.start, after),
            (None, None) => span,
        }
    }

    /// True of a value with a header of its own: `[[entry.sense]]`.
    fn is_header(&self, value: &Spanned<DeValue<'_>>) -> bool {
        match value.get_ref() {
            DeValue::Table(_) => !self.source[value.span().start..].starts_with('{'),
            DeValue::Array(items) => items.first().is_some_and(|item| {
                matches!(item.get_ref(), DeValue::Table(_))
                    && !self.source[item.span().start..].starts_with('{')
            }),
            _ => false,
        }
    }
}
