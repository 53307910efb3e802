//! What the glossaries say already: which topics there are, which terms, and which entries have a
//! headword.

use std::collections::HashMap;

use crate::annotate::{EntryId, Matcher};
use crate::glossary::Pos;
use crate::text::fold::{Accents, fold};

/// The words that the glossaries use.
#[derive(Clone, Debug, Default)]
pub struct Wordbook {
    topics: HashMap<String, usize>,
    registers: HashMap<String, usize>,
    /// By folded headword.
    terms: HashMap<String, Vec<(EntryId, Pos)>>,
    /// The headwords in order: folded, and as written.
    sorted: Vec<(String, String)>,
}

impl Wordbook {
    /// Gathers them from all layers.
    #[must_use]
    pub fn of(matcher: &Matcher) -> Self {
        let mut book = Self::default();
        for id in matcher.ids() {
            let entry = matcher.entry(id);
            let topics = entry.senses.iter().filter_map(|sense| sense.topic.as_ref()).chain(&entry.topic);
            topics.for_each(|topic| *book.topics.entry(topic.clone()).or_default() += 1);
            entry.register.iter().for_each(|one| *book.registers.entry(one.clone()).or_default() += 1);
            book.terms.entry(fold(&entry.term, Accents::Kept)).or_default().push((id, entry.pos));
            book.sorted.push((fold(&entry.term, Accents::Dropped), entry.term.clone()));
        }
        book.sorted.sort_unstable();
        book.sorted.dedup();
        book
    }

    /// The entries with this headword and part of speech, of the strongest layer first.
    #[must_use]
    pub fn rivals(&self, term: &str, pos: Pos) -> Vec<EntryId> {
        let found = self.terms.get(&fold(term.trim(), Accents::Kept)).map_or(&[][..], Vec::as_slice);
        found.iter().filter(|(_, other)| *other == pos).map(|(id, _)| *id).collect()
    }

    /// The commonest topic that begins so.
    #[must_use]
    pub fn topic(&self, typed: &str) -> Option<&str> {
        commonest(&self.topics, typed)
    }

    /// The commonest register that begins so.
    #[must_use]
    pub fn register(&self, typed: &str) -> Option<&str> {
        commonest(&self.registers, typed)
    }

    /// The first headword that begins so, accents and capitals aside.
    #[must_use]
    pub fn term(&self, typed: &str) -> Option<&str> {
        let typed = fold(typed, Accents::Dropped);
        let first = self.sorted.partition_point(|(folded, _)| *folded < typed);
        self.sorted.get(first).filter(|(folded, _)| folded.starts_with(&typed)).map(|(_, term)| &**term)
    }

    /// The commonest topics, and the commonest registers.
    #[must_use]
    pub fn usual(&self, key: &str) -> String {
        let words = if key == "topic" { &self.topics } else { &self.registers };
        let mut words: Vec<(&String, &usize)> = words.iter().collect();
        words.sort_by_key(|(word, count)| (std::cmp::Reverse(**count), *word));
        words.into_iter().take(12).map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(" ")
    }
}

fn commonest<'w>(words: &'w HashMap<String, usize>, typed: &str) -> Option<&'w str> {
    let typed = fold(typed, Accents::Dropped);
    let fits = words.iter().filter(|(word, _)| fold(word, Accents::Dropped).starts_with(&typed));
    fits.max_by_key(|(word, count)| (**count, std::cmp::Reverse(*word))).map(|(word, _)| word.as_str())
}
