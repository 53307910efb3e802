//! What an entry is to say, and how TOML writes it.
//!
//! A value that is replaced keeps the quotes it had, as far as its new text allows.

use toml_writer::{TomlString, TomlStringBuilder, WriteTomlValue};

use super::super::parse::{ENTRY_KEYS, SENSE_KEYS};
use super::super::{Entry, Level};
use crate::french::reading::Gender;

/// A key of an entry, or of one of its senses, with what it is to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The number of the sense in [`Entry::senses`](super::super::Entry::senses); none: of the
    /// entry itself.
    pub sense: Option<usize>,
    /// One of [`ENTRY_KEYS`], or of the keys of a sense.
    pub key: &'static str,
    /// What it says.
    pub value: Value,
}

/// What a key says; an empty one is not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// Several texts.
    Texts(Vec<String>),
}

impl Field {
    /// A text of the entry itself.
    #[must_use]
    pub fn text((key, text): (&'static str, &str)) -> Self {
        Self { sense: None, key, value: Value::Text(text.trim().to_owned()) }
    }

    /// Several texts of the entry itself; empty ones are left out.
    #[must_use]
    pub fn texts(key: &'static str, texts: &[String]) -> Self {
        let texts = texts.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        Self { sense: None, key, value: Value::Texts(texts.collect()) }
    }

    /// The gloss of a sense.
    #[must_use]
    pub fn gloss(sense: usize, text: &str) -> Self {
        Self { sense: Some(sense), ..Self::text(("gloss", text)) }
    }
}

impl Value {
    /// True of one that is not written.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::Texts(texts) => texts.is_empty(),
        }
    }
}

/// Everything that `entry` says.
#[must_use]
pub fn fields_of(entry: &Entry) -> Vec<Field> {
    let text = |key, text: &Option<String>| Field::text((key, text.as_deref().unwrap_or_default()));
    let gender = entry.gender.map_or("", Gender::key);
    let mut fields = vec![
        Field::text(("term", &entry.term)),
        Field::text(("pos", entry.pos.key())),
        Field::text(("gender", gender)),
        text("plural", &entry.plural),
        text("feminine", &entry.feminine),
        Field::texts("forms", &entry.forms),
        Field::texts("variants", &entry.variants),
        Field::text(("level", entry.level.map_or("", Level::key))),
        text("topic", &entry.topic),
        text("register", &entry.register),
        text("false_friend", &entry.false_friend),
        text("note", &entry.note),
        Field::texts("examples", &entry.examples),
        Field::texts("never", &entry.never),
        Field::texts("see", &entry.see),
    ];
    for (number, sense) in entry.senses.iter().enumerate() {
        let own = [
            Field::gloss(number, &sense.gloss),
            text("topic", &sense.topic),
            Field::texts("near", &sense.near),
            text("note", &sense.note),
            Field::texts("examples", &sense.examples),
        ];
        let own = own.into_iter().filter(|field| !field.value.is_empty());
        fields.extend(own.map(|field| Field { sense: Some(number), ..field }));
    }
    fields
}

/// A new entry as the house writes it, with lines that end in `newline`; without the last of them.
#[must_use]
pub fn entry_text(fields: &[Field], newline: &str) -> String {
    let line = |field: &Field| format!("{} = {}", field.key, written(&field.value, newline));
    let mut lines = vec!["[[entry]]".to_owned()];
    lines.extend(in_order(fields).map(line));
    for sense in senses_apart(fields) {
        lines.extend([String::new(), "  [[entry.sense]]".to_owned()]);
        let keys = SENSE_KEYS.into_iter();
        let own = keys.flat_map(|key| fields.iter().filter(move |field| field.key == key));
        let own = own.filter(|field| field.sense == Some(sense) && !field.value.is_empty());
        lines.extend(own.map(|field| format!("  {}", line(field).replace('\n', "\n  "))));
    }
    lines.join(newline)
}

/// The numbers of the senses that are written each under its own header: all but a lone gloss.
fn senses_apart(fields: &[Field]) -> std::ops::Range<usize> {
    let is_lone = |field: &Field| matches!((field.sense, field.key), (None, _) | (Some(0), "gloss"));
    let count = fields.iter().filter_map(|field| field.sense).max().map_or(0, |last| last + 1);
    if fields.iter().all(is_lone) { 0..0 } else { 0..count }
}

/// A new entry in one line: `{ term = "bilan", … }`.
pub(super) fn inline_entry(fields: &[Field]) -> String {
    let one = |field: &Field| format!("{} = {}", field.key, on_one_line(&field.value));
    let mut keys: Vec<String> = in_order(fields).map(one).collect();
    let senses = senses_apart(fields).map(|sense| {
        let own = fields.iter().filter(|field| field.sense == Some(sense) && !field.value.is_empty());
        format!("{{ {} }}", own.map(one).collect::<Vec<_>>().join(", "))
    });
    let senses: Vec<String> = senses.collect();
    if !senses.is_empty() {
        keys.push(format!("sense = [{}]", senses.join(", ")));
    }
    format!("{{ {} }}", keys.join(", "))
}

/// The fields of the entry itself that say something, in the order of the house.
fn in_order(fields: &[Field]) -> impl Iterator<Item = &Field> {
    let is_apart = !senses_apart(fields).is_empty();
    let of_key = |key: &'static str| fields.iter().filter(move |field| field.key == key);
    let own = ENTRY_KEYS.into_iter().flat_map(of_key).filter(|field| !field.value.is_empty());
    own.filter(move |field| field.sense.is_none() || !is_apart)
}

/// `value` as it is written where lines end in `newline`.
pub(super) fn written(value: &Value, newline: &str) -> String {
    const WIDE: usize = 80;
    match value {
        Value::Text(text) => quoted(text, ""),
        Value::Texts(texts) => {
            let line = on_one_line(value);
            if texts.len() < 2 || line.chars().count() <= WIDE {
                return line;
            }
            let items = texts.iter().map(|text| format!("  {},{newline}", quoted(text, "")));
            format!("[{newline}{}]", items.collect::<String>())
        }
    }
}

/// `value` without line ends.
pub(super) fn on_one_line(value: &Value) -> String {
    match value {
        Value::Text(text) => quoted(text, "\""),
        Value::Texts(texts) => {
            let items: Vec<String> = texts.iter().map(|text| quoted(text, "\"")).collect();
            format!("[{}]", items.join(", "))
        }
    }
}

/// `text` in quotes: in the kind of quotes that `before` has, if it can be written in them.
pub(super) fn quoted(text: &str, before: &str) -> String {
    let builder = TomlStringBuilder::new(text);
    let has_carriage = text.contains('\r');
    let chosen: TomlString<'_> = match before {
        // A line end of its own kind would not survive.
        _ if has_carriage => builder.as_basic(),
        _ if before.starts_with("\"\"\"") => builder.as_ml_basic(),
        _ if before.starts_with("'''") => builder.as_ml_literal().unwrap_or_else(|| builder.as_basic()),
        _ if before.starts_with('\'') => builder.as_literal().unwrap_or_else(|| builder.as_basic()),
        _ if before.starts_with('"') => builder.as_basic(),
        _ => builder.as_basic_pretty().or_else(|| builder.as_literal()).unwrap_or_else(|| builder.as_basic()),
    };
    let mut quoted = String::new();
    // Writing to a string cannot fail.
    let _ = chosen.write_toml_value(&mut quoted);
    quoted
}
