//! The lists of nouns and adjectives that rules do not make, as people write them in `data/`.
//!
//! Knows how the lists are written, and nothing of what they say.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// Irregular plurals and feminines, parts of compounds: `data/nominals.txt`.
pub(super) static NOMINALS: LazyLock<Lists> = LazyLock::new(|| parse(include_str!("../data/nominals.txt")));
/// Nouns of persons with a feminine: `data/persons.txt`.
pub(super) static PERSONS: LazyLock<Lists> = LazyLock::new(|| parse(include_str!("../data/persons.txt")));

/// Lists by title; in each, a word with what stands after its slash: *œil*, *yeux*.
pub(super) struct Lists(FxHashMap<&'static str, FxHashMap<&'static str, &'static str>>);

impl Lists {
    /// What the list of that title says of a word; an empty text where the word alone stands there.
    pub fn find(&self, title: &str, word: &str) -> Option<&'static str> {
        self.0.get(title)?.get(word).copied()
    }

    /// True when the word stands in the list of that title.
    pub fn has(&self, title: &str, word: &str) -> bool {
        self.find(title, word).is_some()
    }
}

/// The lists of a file. A line in brackets opens one; what stands before any has an empty title.
fn parse(text: &'static str) -> Lists {
    let mut lists = Lists(FxHashMap::default());
    let mut title = "";
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(opened) => title = opened,
            None => {
                let words = line.split_whitespace().map(|word| word.split_once('/').unwrap_or((word, "")));
                lists.0.entry(title).or_default().extend(words);
            }
        }
    }
    lists
}
