//! The house style: how a glossary is laid out when somebody asks for it.
//!
//! Knows what a glossary looks like, not what it means. Every comment stays with what it is about, and
//! what the style says nothing of stays as it is.

use thiserror::Error;
use toml_edit::{Array, Decor, DocumentMut, Item, Key, RawString, Table, Value};

use crate::glossary::parse;
use crate::glossary::parse::{ENTRY_KEYS, SENSE_KEYS};
use crate::text::fold::{Accents, fold};

/// The longest line on which a list stands whole, in characters.
const WIDEST: usize = 100;
/// How far the senses stand in, and the items of a list that is broken.
const INDENT: &str = "  ";

/// Why a text is not laid out anew.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Untidy {
    /// It is no TOML.
    #[error("line {line} must be mended first: {message}")]
    Syntax {
        /// From 1.
        line: usize,
        /// What is wrong there.
        message: String,
    },
    /// An entry cannot be read, and so has no place in the alphabet.
    #[error("what `glose check` finds must be mended before the entries are put in order")]
    Entries,
}

/// `source` in the house style: the keys in their order, lists that fit on one line, one blank line
/// between entries. Laid out already, it is the same to the byte.
///
/// ```
/// use glose::lint::style::tidy;
/// let source = "[[entry]]\npos='noun' # a noun\nterm = 'trêve'\ngloss = \"truce\"";
/// let tidied = "[[entry]]\nterm = \"trêve\"\npos = \"noun\" # a noun\ngloss = \"truce\"\n";
/// assert_eq!(tidy(source).unwrap(), tidied);
/// ```
///
/// # Errors
/// When it is no TOML.
pub fn tidy(source: &str) -> Result<String, Untidy> {
    let mut document: DocumentMut = source.parse().map_err(|error: toml_edit::TomlError| {
        let at = error.span().map_or(0, |span| span.start.min(source.len()));
        let line = source.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        Untidy::Syntax { line, message: error.message().lines().next().unwrap_or_default().to_owned() }
    })?;
    let has_root = document.as_table().iter().any(|(_, item)| item.is_value());
    if let Some(entries) = document.get_mut("entry").and_then(Item::as_array_of_tables_mut) {
        for (number, table) in entries.iter_mut().enumerate() {
            entry(table, if number == 0 && !has_root { "" } else { "\n" });
        }
    }
    let end = comments(document.trailing().as_str().unwrap_or_default(), "");
    let is_bare = end.is_empty() || document.get("entry").is_none();
    document.set_trailing(if is_bare { end } else { format!("\n{end}") });
    let text = document.to_string();
    let is_dos = source.contains("\r\n");
    let plain = text.replace("\r\n", "\n");
    Ok(if is_dos { plain.replace('\n', "\r\n") } else { plain })
}

/// `source` with its entries in the order of the alphabet, each with the comments above it. What stands
/// at the head of the file and is parted from the first entry by a blank line stays there.
///
/// # Errors
/// When an entry cannot be read.
pub fn sorted(source: &str) -> Result<String, Untidy> {
    let (glossary, findings) = parse(source);
    let is_lost = |finding: &crate::diagnostic::Diagnostic| {
        matches!(finding.code, "syntax" | "missing-key" | "empty-value" | "unknown-value")
    };
    if findings.iter().any(is_lost) {
        return Err(Untidy::Entries);
    }
    let mut start = glossary.entries.first().map_or(source.len(), |entry| above(source, entry.span.start));
    let head = &source[..start];
    let mut chunks: Vec<Chunk<'_>> = Vec::with_capacity(glossary.entries.len());
    for entry in &glossary.entries {
        let end = source[entry.span.end..].find('\n').map_or(source.len(), |at| entry.span.end + at + 1);
        let key = (fold(&entry.term, Accents::Dropped), entry.term.clone());
        chunks.push(Chunk { key, text: &source[start..end] });
        start = end;
    }
    chunks.sort_by(|one, other| one.key.cmp(&other.key));
    let newline = if source.contains("\r\n") { "\r\n" } else { "\n" };
    let all = std::iter::once(head).chain(chunks.iter().map(|chunk| chunk.text)).chain([&source[start..]]);
    let parts: Vec<&str> =
        all.map(|part| part.trim_matches(['\r', '\n'])).filter(|part| !part.is_empty()).collect();
    Ok(parts.join(&newline.repeat(2)) + if parts.is_empty() { "" } else { newline })
}

/// An entry with the comments above it, and by what it is ordered.
struct Chunk<'s> {
    key: (String, String),
    text: &'s str,
}

/// Where the comments begin that stand right above `at`.
fn above(source: &str, at: usize) -> usize {
    let mut start = at;
    for line in source[..at].split_inclusive('\n').rev() {
        if !line.trim_start().starts_with('#') || line.trim_start().starts_with("#:") {
            break;
        }
        start -= line.len();
    }
    start
}

fn entry(table: &mut Table, before: &str) {
    header(table.decor_mut(), before, "");
    fields(table, &ENTRY_KEYS, "");
    let Some(senses) = table.get_mut("sense").and_then(Item::as_array_of_tables_mut) else { return };
    for sense in senses.iter_mut() {
        header(sense.decor_mut(), "\n", INDENT);
        fields(sense, &SENSE_KEYS, INDENT);
    }
}

/// Lays out what stands before and behind a header.
fn header(decor: &mut Decor, before: &str, indent: &str) {
    let (above, behind) = (comments(text(decor.prefix()), indent), comment(text(decor.suffix())));
    *decor = Decor::new(format!("{before}{above}{indent}"), behind);
}

/// Lays out the lines of a table, in the order of `keys`.
fn fields(table: &mut Table, keys: &[&str], indent: &str) {
    let place = |key: &Key| keys.iter().position(|known| *known == key.get()).unwrap_or(keys.len());
    table.sort_values_by(|one, _, other, _| place(one).cmp(&place(other)));
    let names: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
    for name in names {
        let Some((mut key, Item::Value(value))) = table.get_key_value_mut(&name) else { continue };
        // *a.b = 1* and the like are no keys of ours.
        if value.is_inline_table() {
            continue;
        }
        let above = comments(text(key.leaf_decor().prefix()), indent);
        *key.leaf_decor_mut() = Decor::new(format!("{above}{indent}"), " ");
        let behind = comment(text(value.decor().suffix()));
        plain(value);
        if let Value::Array(list) = value {
            items(list, (indent, name.len()));
        }
        *value.decor_mut() = Decor::new(" ", behind);
    }
}

/// Writes a text in double quotes where it needs no escape in them.
fn plain(value: &mut Value) {
    let Value::String(text) = value else { return };
    let written = text.as_repr().and_then(|repr| repr.as_raw().as_str()).unwrap_or_default();
    let is_literal = written.starts_with('\'') && !written.starts_with("'''");
    if is_literal && !text.value().contains(['"', '\\']) && !text.value().contains(char::is_control) {
        let behind = value.decor().clone();
        *value = Value::from(value.as_str().unwrap_or_default());
        *value.decor_mut() = behind;
    }
}

/// Lays out a list: on one line if it fits behind a key of that length, or each item on its own. One
/// with comments in it stays as it is.
fn items(list: &mut Array, (indent, key): (&str, usize)) {
    let has_comment =
        |decor: &Decor| text(decor.prefix()).contains('#') || text(decor.suffix()).contains('#');
    let is_left = text(Some(list.trailing())).contains('#')
        || list.iter().any(|item| has_comment(item.decor()) || !item.is_str());
    if is_left {
        return;
    }
    for item in list.iter_mut() {
        plain(item);
        *item.decor_mut() = Decor::default();
    }
    let inside: usize = list.iter().map(|item| item.to_string().chars().count() + 2).sum();
    let is_whole = list.iter().all(|item| !item.to_string().contains('\n'))
        && indent.len() + key + " = []".len() + inside.saturating_sub(2) <= WIDEST;
    let lines = format!("\n{indent}{INDENT}");
    for (number, item) in list.iter_mut().enumerate() {
        let before = if !is_whole {
            &lines
        } else if number == 0 {
            ""
        } else {
            " "
        };
        *item.decor_mut() = Decor::new(before, "");
    }
    list.set_trailing_comma(!is_whole);
    list.set_trailing(if is_whole { String::new() } else { format!("\n{indent}") });
}

fn text(raw: Option<&RawString>) -> &str {
    raw.and_then(RawString::as_str).unwrap_or_default()
}

/// The comments in `blank`, each on its line; of blank lines between two of them, one.
fn comments(blank: &str, indent: &str) -> String {
    let mut kept = String::new();
    let mut is_parted = false;
    for (line, has_end) in blank.split_inclusive('\n').map(|line| (line.trim(), line.ends_with('\n'))) {
        if line.is_empty() {
            // What has no end is the indent of what follows.
            is_parted |= has_end && !kept.is_empty();
            continue;
        }
        if std::mem::take(&mut is_parted) {
            kept.push('\n');
        }
        kept.push_str(&format!("{indent}{line}\n"));
    }
    // A comment that speaks to other programs, or of the whole file, is none of the next entry.
    if is_parted { kept + "\n" } else { kept }
}

/// The comment at the end of a line, a blank before it.
fn comment(behind: &str) -> String {
    match behind.trim() {
        "" => String::new(),
        comment => format!(" {comment}"),
    }
}
