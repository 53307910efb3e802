//! Writes an article so that reading it again gives the same.

use std::str::FromStr;

use toml::value::Datetime;

use super::parse::{FENCE, must_be_escaped};
use super::{Article, BlockKind};

/// The text of `article`, in the form that [`parse`](super::parse()) reads.
#[must_use]
pub fn write(article: &Article) -> String {
    let mut out = front_matter(article);
    for block in &article.blocks {
        if !out.is_empty() {
            out.push('\n');
        }
        match block.kind {
            BlockKind::Heading => out.push_str("## "),
            BlockKind::Paragraph if must_be_escaped(&block.text) => out.push('\\'),
            BlockKind::Paragraph => {}
        }
        out.push_str(&block.text);
        out.push('\n');
        if let Some(translation) = &block.translation {
            out.push_str("\n> ");
            out.push_str(translation);
            out.push('\n');
        }
    }
    out
}

/// What is known of the article between two fences; nothing where nothing is.
fn front_matter(article: &Article) -> String {
    let date = article.date.as_deref().map(|date| if is_date(date) { date.to_owned() } else { quoted(date) });
    let text = |value: &Option<String>| value.as_deref().map(quoted);
    let keys = [
        ("title", text(&article.title)),
        ("source", text(&article.source)),
        ("date", date),
        ("level", text(&article.level)),
        ("topic", text(&article.topic)),
    ];
    let lines: String =
        keys.into_iter().filter_map(|(key, value)| Some(format!("{key} = {}\n", value?))).collect();
    if lines.is_empty() { String::new() } else { format!("{FENCE}\n{lines}{FENCE}\n") }
}

/// True of a day that needs no quotes.
fn is_date(text: &str) -> bool {
    Datetime::from_str(text).is_ok_and(|date| date.to_string() == text)
}

/// `text` in quotes, as TOML reads it.
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
