//! What an entry is to say, and how TOML writes it.
//!
//! A value that is replaced keeps the quotes it had, as far as its new text allows.

use toml_writer::{TomlString, TomlStringBuilder, WriteTomlValue};

use super::super::parse::ENTRY_KEYS;

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

/// A new entry as the house writes it, with lines that end in `newline`; without the last of them.
#[must_use]
pub fn entry_text(fields: &[Field], newline: &str) -> String {
    let mut lines = vec!["[[entry]]".to_owned()];
    lines.extend(in_order(fields).map(|field| format!("{} = {}", field.key, written(&field.value, newline))));
    lines.join(newline)
}

/// A new entry in one line: `{ term = "bilan", … }`.
pub(super) fn inline_entry(fields: &[Field]) -> String {
    let one = |field: &Field| format!("{} = {}", field.key, on_one_line(&field.value));
    format!("{{ {} }}", in_order(fields).map(one).collect::<Vec<_>>().join(", "))
}

/// The fields that say something, in the order of the house.
fn in_order(fields: &[Field]) -> impl Iterator<Item = &Field> {
    let of_key = |key: &'static str| fields.iter().filter(move |field| field.key == key);
    ENTRY_KEYS.into_iter().flat_map(of_key).filter(|field| !field.value.is_empty())
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
