//! A change to a glossary as the stretches of its text that are replaced: every other byte stays.
//!
//! Knows no file and nobody who writes. An entry is found again by its headword, whatever has
//! become of the rest of the text since it was seen.

mod list;
mod outline;
mod set;
mod value;

use thiserror::Error;

use super::{Entry, Pos, parse};
use crate::diagnostic::Severity;
use crate::text::edit::{self, Edit};
use crate::text::lines::Lines;
use crate::text::span::Span;
use outline::Outline;

pub use outline::are_twins;
pub use value::{Field, Value, entry_text, fields_of};

/// What is to be done to one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Write a new entry, where the order of the file suggests.
    Add(Vec<Field>),
    /// Give these fields of an entry these values; one without a value goes.
    Set {
        /// The entry as it was seen.
        seen: Box<Entry>,
        /// What is to be different, in the order of the house.
        fields: Vec<Field>,
    },
    /// Write an entry as it was, or as it became: to undo and redo.
    Rewrite {
        /// The entry as it was seen.
        seen: Box<Entry>,
        /// How it was written then.
        from: String,
        /// How it is to be written.
        text: String,
    },
    /// Take an entry out.
    Remove {
        /// The entry as it was seen.
        seen: Box<Entry>,
    },
}

/// A text after a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// All of it.
    pub text: String,
    /// The entry as it was written before; none of one that is new.
    pub before: Option<Written>,
    /// The entry as it is written now; none of one that was taken out.
    pub after: Option<Written>,
}

/// An entry with the bytes it is written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// What it says.
    pub entry: Entry,
    /// How it is written, from its header to the end of its last line; after a change, with all that
    /// was replaced.
    pub text: String,
}

/// Why a change cannot be made as it was meant.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The same headword is there already.
    #[error("`{}` stands already at line {}, as {}", .0.entry.term, .0.entry.line, .0.entry.pos.key())]
    Duplicate(Box<Written>),
    /// Somebody else has changed the entry since it was seen.
    #[error("the entry was changed by somebody else, at line {}", .0.entry.line)]
    Conflict(Box<Written>),
    /// Somebody else has taken the entry out, or renamed it.
    #[error("the entry is not there any more")]
    Gone,
    /// The new entry would be none.
    #[error("{0}")]
    Unusable(String),
    /// The text is so broken that nobody can tell where the entries are.
    #[error("line {line} must be mended first: {message}")]
    Broken {
        /// From 1.
        line: usize,
        /// What is wrong there.
        message: String,
    },
}

/// The stretches of `source` that `change` replaces.
///
/// # Errors
/// When it cannot be made as it was meant: see [`Refusal`].
pub fn edits(source: &str, change: &Change) -> Result<Vec<Edit>, Refusal> {
    let outline = Outline::of(source);
    match change {
        Change::Add(fields) => {
            let entry = new_entry(fields)?;
            outline.refuse_twin(&entry, None)?;
            Ok(outline.insert(&entry.term, fields))
        }
        Change::Set { seen, fields } => {
            let number = outline.find(seen)?;
            outline.refuse_twin(&renamed(seen, fields), Some(number))?;
            Ok(set::fields(&outline, number, fields))
        }
        Change::Rewrite { seen, from, text } => {
            let extent = outline.extent(outline.find(seen)?);
            let is_same = source[extent.start..].starts_with(from.as_str());
            let end = if is_same { extent.start + from.len() } else { extent.end };
            Ok(vec![Edit { span: Span::new(extent.start, end), text: text.clone() }])
        }
        Change::Remove { seen } => Ok(outline.remove(outline.find(seen)?)),
    }
}

/// `source` after `change`, with every other entry as it was.
///
/// ```
/// use glose::glossary::change::{Change, Field, apply};
/// let source = "# mes mots\n[[entry]]\nterm = \"trêve\"\npos = \"noun\"\ngloss = \"truce\" # court\n";
/// let fields = [("term", "bilan"), ("pos", "noun"), ("gender", "m")].map(Field::text);
/// let gloss = Field::gloss(0, "death toll");
/// let changed = apply(source, &Change::Add([&fields[..], &[gloss]].concat())).unwrap();
/// assert!(changed.text.contains("gloss = \"death toll\"\n"));
/// assert!(changed.text.starts_with("# mes mots\n[[entry]]\nterm = \"trêve\""), "{}", changed.text);
/// ```
///
/// # Errors
/// As [`edits`], and when the text is so broken that another entry would suffer.
pub fn apply(source: &str, change: &Change) -> Result<Changed, Refusal> {
    let text = edit::apply(source, &edits(source, change)?);
    let (old, new) = (Outline::of(source), Outline::of(&text));
    let before = match change {
        Change::Add(_) => None,
        Change::Set { seen, .. } | Change::Rewrite { seen, .. } | Change::Remove { seen } => {
            Some(old.find(seen)?)
        }
    };
    let after = changed_entry(&old, &new, (before, matches!(change, Change::Remove { .. })));
    let Some(after) = after else {
        let is_lost = new.errors <= old.errors && new.entries.len() < old.entries.len();
        let needs = "an entry needs a term, a part of speech and a gloss";
        return Err(if is_lost { Refusal::Unusable(needs.into()) } else { broken(source) });
    };
    let mut after = after.map(|number| new.written(number));
    if let (Some(number), Some(after)) = (before, &mut after) {
        // A comment that stands behind it now was inside.
        let extent = old.extent(number);
        after.text = text[extent.start..text.len() - (source.len() - extent.end)].to_owned();
    }
    Ok(Changed { before: before.map(|number| old.written(number)), after, text })
}

/// The entry that `fields` make by themselves.
fn new_entry(fields: &[Field]) -> Result<Entry, Refusal> {
    let (mut glossary, findings) = parse(&entry_text(fields, "\n"));
    let error = findings.iter().find(|finding| finding.severity == Severity::Error);
    match (glossary.entries.pop(), error) {
        (Some(entry), None) => Ok(entry),
        (_, Some(error)) => Err(Refusal::Unusable(error.message.clone())),
        (None, None) => Err(Refusal::Unusable("there is nothing to write".into())),
    }
}

/// `seen` under the headword that `fields` give it.
fn renamed(seen: &Entry, fields: &[Field]) -> Entry {
    let mut entry = seen.clone();
    for field in fields.iter().filter(|field| field.sense.is_none()) {
        match (field.key, &field.value) {
            ("term", Value::Text(term)) => entry.term.clone_from(term),
            ("pos", Value::Text(pos)) => entry.pos = Pos::from_key(pos).unwrap_or(entry.pos),
            _ => {}
        }
    }
    entry
}

/// Which entry of `new` the change left or made, if any; `None` where another one has suffered.
fn changed_entry(
    old: &Outline<'_>,
    new: &Outline<'_>,
    (before, is_removed): (Option<usize>, bool),
) -> Option<Option<usize>> {
    if new.errors > old.errors {
        return None;
    }
    let others = |outline: &Outline<'_>, without: Option<usize>| -> Vec<Entry> {
        let all = outline.entries.iter().enumerate();
        all.filter(|(number, _)| Some(*number) != without).map(|(_, entry)| anywhere(entry)).collect()
    };
    let kept = others(old, before);
    if is_removed {
        return (others(new, None) == kept).then_some(None);
    }
    if new.entries.len() != kept.len() + 1 {
        return None;
    }
    let first = kept.iter().zip(&new.entries).take_while(|(kept, new)| **kept == anywhere(new)).count();
    (others(new, Some(first)) == kept).then_some(Some(first))
}

/// The entry without its place.
fn anywhere(entry: &Entry) -> Entry {
    Entry { span: Span::default(), line: 0, ..entry.clone() }
}

/// The first reason for which nobody can tell where the entries of `source` are.
fn broken(source: &str) -> Refusal {
    let (_, findings) = parse(source);
    let first = findings.iter().find(|finding| finding.code == "syntax").or(findings.first());
    let (at, message) =
        first.map_or((0, "the text is not what it seems"), |found| (found.span.start, &found.message));
    Refusal::Broken { line: Lines::new(source).line(at), message: message.to_owned() }
}
