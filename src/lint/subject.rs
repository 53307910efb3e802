//! An entry as the rules see it: what it means, and where each of its texts is written.
//!
//! Knows no rule.

use std::cell::OnceCell;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::trial::{Trial, trials};
use super::{Known, Whole};
use crate::annotate::{EntryId, Matcher};
use crate::glossary::Entry;
use crate::text::edit::Edit;
use crate::text::span::Span;

/// One entry of a glossary that is checked.
pub struct Subject<'a> {
    /// What is written of it.
    pub entry: &'a Entry,
    /// Its number in the matcher.
    pub id: EntryId,
    /// Where it stands, or will stand, among what is known: its layer, and its number there, which
    /// is beyond all others for a new one.
    pub home: EntryId,
    whole: &'a Whole<'a>,
    fields: &'a DeTable<'a>,
    trials: OnceCell<Vec<Trial<'a>>>,
}

/// A text in the glossary, and where it is written.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// As it reads.
    pub value: &'a str,
    /// With its quotes, in bytes of the source.
    pub span: Span,
    source: &'a str,
}

/// A text in French, and what it is.
#[derive(Clone, Copy, Debug)]
pub struct Sentence<'a> {
    /// As it is written.
    pub text: Text<'a>,
    /// What it is there for.
    pub is: Purpose,
}

/// What a sentence is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// It shows the entry; in one of its senses, where it stands there.
    Example(Option<usize>),
    /// The entry is not in it.
    Never,
}

/// Calls `check` with each good entry of `whole`.
pub fn each(whole: &Whole<'_>, mut check: impl FnMut(Subject<'_>)) {
    let (document, _) = DeTable::parse_recoverable(whole.source);
    let tables = document.get_ref().get("entry").and_then(|list| list.get_ref().as_array());
    for table in tables.into_iter().flatten() {
        let start = table.span().start;
        let index = whole.glossary.entries.binary_search_by_key(&start, |entry| entry.span.start);
        if let (Ok(index), Some(fields)) = (index, table.get_ref().as_table()) {
            let id = EntryId { layer: whole.layer, index: u32::try_from(index).unwrap_or(u32::MAX) };
            let entry = &whole.glossary.entries[index];
            check(Subject { entry, id, home: id, whole, fields, trials: OnceCell::new() });
        }
    }
}

impl<'a> Subject<'a> {
    /// The same, where it stands in for another entry or will be added to a layer.
    pub fn standing_for(self, replaced: Result<EntryId, u32>) -> Self {
        let home = replaced.unwrap_or_else(|layer| EntryId { layer, index: u32::MAX });
        Self { home, ..self }
    }

    /// All layers.
    pub fn matcher(&self) -> &'a Matcher {
        self.whole.matcher
    }

    /// What all layers together speak of.
    pub fn known(&self) -> &'a Known {
        self.whole.known
    }

    /// False where the library was looked through and the entry stands nowhere in it.
    pub fn is_met(&self) -> bool {
        self.whole.met.is_none_or(|met| met.contains(&self.id))
    }

    /// True of an entry that is being written, over the layers that are known.
    pub fn is_draft(&self) -> bool {
        self.whole.is_draft
    }

    /// Its first line.
    pub fn header(&self) -> Span {
        let first = self.entry.span.of(self.whole.source).lines().next().unwrap_or_default();
        Span::new(self.entry.span.start, self.entry.span.start + first.len())
    }

    /// Where `key` is written, if it is.
    pub fn key(&self, key: &str) -> Option<Span> {
        self.fields.get_key_value(key).map(|(key, _)| key.span().into())
    }

    /// Where its headword is written, without the quotes.
    pub fn term(&self) -> Span {
        let text = self.text("term");
        text.map_or_else(|| self.header(), |text| text.place(Span::new(0, text.value.len())))
    }

    /// The text at `key`.
    pub fn text(&self, key: &str) -> Option<Text<'a>> {
        self.read(self.fields.get(key)?)
    }

    /// The texts of the list at `key`.
    pub fn texts(&self, key: &str) -> Vec<Text<'a>> {
        self.list(self.fields, key)
    }

    /// The glosses, each with the number of its sense.
    pub fn glosses(&self) -> Vec<(usize, Text<'a>)> {
        let own = self.text("gloss").filter(Text::is_something);
        let senses = self.sense_tables();
        let of_senses = senses.iter().filter_map(|fields| self.read(fields.get("gloss")?));
        own.into_iter().chain(of_senses).enumerate().collect()
    }

    /// Where the gloss of the sense of that number is written.
    pub fn sense(&self, number: usize) -> Option<Span> {
        self.glosses().get(number).map(|(_, gloss)| gloss.span)
    }

    /// All that is written in it in French sentences.
    pub fn sentences(&self) -> Vec<Sentence<'a>> {
        let first = usize::from(self.text("gloss").is_some_and(|gloss| gloss.is_something()));
        let example = |sense| move |text| Sentence { text, is: Purpose::Example(sense) };
        let mut sentences: Vec<Sentence> = self.texts("examples").into_iter().map(example(None)).collect();
        for (number, fields) in self.sense_tables().into_iter().enumerate() {
            let examples = self.list(fields, "examples").into_iter();
            sentences.extend(examples.map(example(Some(number + first))));
        }
        let never = self.texts("never").into_iter().map(|text| Sentence { text, is: Purpose::Never });
        sentences.extend(never);
        sentences
    }

    /// Its sentences, each with what is found in it.
    pub fn trials(&self) -> &[Trial<'a>] {
        self.trials.get_or_init(|| trials(self))
    }

    /// The tables of senses that have a gloss.
    fn sense_tables(&self) -> Vec<&'a DeTable<'a>> {
        let senses = self.fields.get("sense").and_then(|list| list.get_ref().as_array());
        let tables = senses.into_iter().flatten().filter_map(|sense| sense.get_ref().as_table());
        let has_gloss = |fields: &&'a DeTable<'a>| {
            fields.get("gloss").and_then(|gloss| self.read(gloss)).is_some_and(|gloss| gloss.is_something())
        };
        tables.filter(has_gloss).collect()
    }

    fn list(&self, fields: &'a DeTable<'a>, key: &str) -> Vec<Text<'a>> {
        let list = fields.get(key).and_then(|list| list.get_ref().as_array());
        list.into_iter().flatten().filter_map(|value| self.read(value)).collect()
    }

    fn read(&self, value: &'a Spanned<DeValue<'a>>) -> Option<Text<'a>> {
        let source = self.whole.source;
        Some(Text { value: value.get_ref().as_str()?, span: value.span().into(), source })
    }
}

impl Text<'_> {
    /// True unless it is blank.
    pub fn is_something(&self) -> bool {
        !self.value.trim().is_empty()
    }

    /// Where `inside`, in bytes of the value, stands in the source: the whole text where it is not
    /// written as it reads.
    pub fn place(&self, inside: Span) -> Span {
        self.verbatim(inside).unwrap_or(self.span)
    }

    /// The change that puts `text`, which has no quote in it, at `inside`; none where the text is
    /// not written as it reads.
    pub fn edit(&self, inside: Span, text: &str) -> Option<Edit> {
        Some(Edit { span: self.verbatim(inside)?, text: text.into() })
    }

    fn verbatim(&self, inside: Span) -> Option<Span> {
        let quoted = self.source.get(self.span.range())?;
        let at = quoted.find(self.value).filter(|_| self.is_something())?;
        Some(inside.shifted(self.span.start + at))
    }
}
