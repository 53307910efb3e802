//! What all layers together speak of: gathered once, so that one entry can be held against all.
//!
//! Knows no text of a glossary, only its entries.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::annotate::{EntryId, Matcher};
use crate::glossary::Pos;
use crate::text::fold::{Accents, fold};

/// The headwords, and the words used of them.
#[derive(Clone, Debug, Default)]
pub struct Known {
    headwords: FxHashMap<String, Vec<Headword>>,
    /// Words that stand in a gloss with a small letter.
    english: FxHashSet<String>,
    topics: BTreeMap<String, usize>,
    registers: BTreeMap<String, usize>,
}

/// A headword, or another spelling of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headword {
    /// Whose.
    pub id: EntryId,
    /// What it works as.
    pub pos: Pos,
    /// The line of its entry.
    pub line: usize,
    /// What it is of the entry.
    pub is: Spelling,
}

/// What a headword is of its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spelling {
    /// Its `term`.
    Term,
    /// One of its `variants`.
    Variant,
}

impl Known {
    /// Gathers what the layers of `matcher` speak of.
    #[must_use]
    pub fn of(matcher: &Matcher) -> Self {
        let mut known = Self::default();
        for id in matcher.ids() {
            let entry = matcher.entry(id);
            let mut add = |term: &str, is| {
                let headword = Headword { id, pos: entry.pos, line: entry.line, is };
                known.headwords.entry(headword_key(term)).or_default().push(headword);
            };
            add(&entry.term, Spelling::Term);
            entry.variants.iter().for_each(|variant| add(variant, Spelling::Variant));
            for gloss in entry.senses.iter().map(|sense| &sense.gloss) {
                let small = words(gloss).filter(|word| word.starts_with(char::is_lowercase));
                known.english.extend(small.map(str::to_owned));
            }
            let topics = entry.senses.iter().filter_map(|sense| sense.topic.as_ref()).chain(&entry.topic);
            topics.for_each(|topic| *known.topics.entry(topic.clone()).or_default() += 1);
            entry.register.iter().for_each(|one| *known.registers.entry(one.clone()).or_default() += 1);
        }
        known
    }

    /// The headwords that match the very words that `term` does.
    #[must_use]
    pub fn headwords(&self, term: &str) -> &[Headword] {
        self.headwords.get(&headword_key(term)).map_or(&[], Vec::as_slice)
    }

    /// True when something is called `term`, whatever its capitals.
    #[must_use]
    pub fn has(&self, term: &str) -> bool {
        !self.headwords(term).is_empty() || self.headwords.contains_key(&other_case(&headword_key(term)))
    }

    /// All that is called something, as it is compared.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        self.headwords.keys().map(|key| key.trim_start_matches(CAPITAL))
    }

    /// True of a word that English writes with a small letter: one that some gloss has so.
    #[must_use]
    pub fn is_small_english(&self, word: &str) -> bool {
        self.english.contains(word)
    }

    /// The topics that entries and senses have, with how often.
    #[must_use]
    pub const fn topics(&self) -> &BTreeMap<String, usize> {
        &self.topics
    }

    /// The registers that entries have, with how often.
    #[must_use]
    pub const fn registers(&self) -> &BTreeMap<String, usize> {
        &self.registers
    }
}

/// Stands before a headword that begins with a capital: *État* and *état* are two.
const CAPITAL: char = '^';

/// A headword as it is compared: without what matches nothing of its own at its end.
fn headword_key(term: &str) -> String {
    let folded = fold(term.trim(), Accents::Kept);
    let mut key = folded.as_str();
    while let Some(shorter) =
        [" qqn", " qqch", " qqn/qqch", " qqch/qqn"].iter().find_map(|slot| key.strip_suffix(slot))
    {
        key = shorter;
    }
    let is_capital = term.trim_start().starts_with(char::is_uppercase);
    if is_capital { format!("{CAPITAL}{key}") } else { key.to_owned() }
}

fn other_case(key: &str) -> String {
    key.strip_prefix(CAPITAL).map_or_else(|| format!("{CAPITAL}{key}"), str::to_owned)
}

/// The words of a text in English.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-').filter(|word| !word.is_empty())
}
