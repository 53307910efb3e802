//! What is remembered from one run to the next: where a reader stopped in each article, from where
//! they jumped, what they searched for, how the page was set.
//!
//! Knows no file: a [`State`] is a value. Two of them are joined so that nothing of either is lost,
//! whichever is joined to the other.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// How many articles are remembered.
const MOST_ARTICLES: usize = 500;
/// How many jumps are remembered, and how many searches.
const MOST_STEPS: usize = 100;

/// How many entries that were being written are remembered, with those of which only the name is.
const MOST_DRAFTS: usize = 40;

/// What is remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct State {
    /// What the reader set while reading, by the name of the setting.
    pub settings: BTreeMap<String, Dated<Choice>>,
    /// Where the reader stopped, by the article's id.
    pub articles: BTreeMap<String, Dated<Place>>,
    /// From where the reader jumped; the last jump is the last.
    pub jumps: Vec<Dated<Spot>>,
    /// What the reader searched for; the last search is the last.
    pub searches: Vec<Dated<String>>,
    /// What was being written, by its name; empty once it is saved or thrown away.
    pub drafts: BTreeMap<String, Dated<Draft>>,
}

/// A value and when it was so.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Dated<T> {
    /// In milliseconds since 1970.
    pub when: u64,
    /// What was so.
    pub value: T,
}

/// What a reader set while reading, as it is written in the file of settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    /// What was set.
    pub value: String,
    /// What the file of settings said then: once it says something else, that holds.
    pub over: String,
}

/// How far a reader is in an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// The block, from 0.
    pub block: usize,
    /// The byte of its text.
    pub byte: usize,
    /// How much of the article lies before it, in percent.
    pub percent: u8,
}

/// An entry that was being written.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The layer in which the entry stands that is being changed.
    pub layer: Option<String>,
    /// How the entry was written that is being changed or copied.
    pub seen: Option<String>,
    /// What the fields say: the key, the number of the sense, the text.
    pub fields: Vec<(String, Option<usize>, String)>,
}

/// A place in any article.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct Spot {
    /// The article's id.
    pub article: String,
    /// The block, from 0.
    pub block: usize,
    /// The byte of its text.
    pub byte: usize,
}

impl State {
    /// What this one and `other` remember together: of each thing the newest.
    #[must_use]
    pub fn joined(mut self, other: Self) -> Self {
        newest(&mut self.settings, other.settings);
        newest(&mut self.articles, other.articles);
        newest(&mut self.drafts, other.drafts);
        self.jumps.extend(other.jumps);
        self.searches.extend(other.searches);
        self.forget_oldest();
        self
    }

    /// Keeps the articles read last, and the last jumps and searches, each once.
    fn forget_oldest(&mut self) {
        last_of(&mut self.articles, MOST_ARTICLES);
        last_of(&mut self.drafts, MOST_DRAFTS);
        last_of_each(&mut self.jumps);
        last_of_each(&mut self.searches);
    }
}

/// Of each thing the newest, of those here and of `others`.
fn newest<T: Ord + Default>(kept: &mut BTreeMap<String, Dated<T>>, others: BTreeMap<String, Dated<T>>) {
    for (id, other) in others {
        let one = kept.entry(id).or_default();
        if *one < other {
            *one = other;
        }
    }
}

/// Keeps the `most` newest things, and those of the same moment.
fn last_of<T>(kept: &mut BTreeMap<String, Dated<T>>, most: usize) {
    let mut times: Vec<u64> = kept.values().map(|one| one.when).collect();
    if let Some(surplus) = times.len().checked_sub(most) {
        times.sort_unstable();
        let oldest = times[surplus];
        kept.retain(|_, one| one.when >= oldest);
    }
}

/// Puts `list` in order of time, and keeps the last of what stands in it more than once.
fn last_of_each<T: Ord + Clone>(list: &mut Vec<Dated<T>>) {
    list.sort();
    let mut seen = std::collections::BTreeSet::new();
    let mut kept: Vec<Dated<T>> =
        list.drain(..).rev().filter(|one| seen.insert(one.value.clone())).take(MOST_STEPS).collect();
    kept.reverse();
    *list = kept;
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at<T>(when: u64, value: T) -> Dated<T> {
        Dated { when, value }
    }

    fn place(block: usize) -> Place {
        Place { block, byte: 7, percent: 40 }
    }

    fn choice(value: &str) -> Choice {
        Choice { value: value.into(), over: "72".into() }
    }

    #[test]
    fn of_two_places_in_an_article_the_newest_wins() {
        let one = State {
            articles: [("a".into(), at(2, place(1))), ("b".into(), at(1, place(2)))].into(),
            settings: [("width".into(), at(5, choice("60")))].into(),
            ..State::default()
        };
        let other = State {
            articles: [("a".into(), at(1, place(9))), ("b".into(), at(3, place(4)))].into(),
            settings: [("width".into(), at(4, choice("90"))), ("mouse".into(), at(1, choice("true")))].into(),
            ..State::default()
        };
        let both = one.joined(other);
        assert_eq!((both.articles["a"].value.block, both.articles["b"].value.block), (1, 4));
        let set = |key: &str| both.settings[key].value.value.clone();
        assert_eq!([set("width"), set("mouse")], ["60", "true"]);
    }

    #[test]
    fn the_articles_read_last_are_kept() {
        let articles = (0..MOST_ARTICLES + 20)
            .map(|number| (number.to_string(), at(number as u64, place(number))))
            .collect();
        let state = State { articles, ..State::default() }.joined(State::default());
        assert!(!state.articles.contains_key("19") && state.articles.contains_key("519"));
        assert_eq!(state.articles.len(), MOST_ARTICLES);
    }

    fn state() -> impl Strategy<Value = State> {
        let when = 0..6_u64;
        let spot = (0..3_usize).prop_map(|block| Spot { article: "a".into(), block, byte: 0 });
        let dated = (when.clone(), 0..4_usize).prop_map(|(when, block)| at(when, place(block)));
        (
            prop::collection::btree_map(
                "[mw]",
                (when.clone(), "[12]").prop_map(|(when, value)| at(when, choice(&value))),
                0..3,
            ),
            prop::collection::btree_map("[abc]", dated, 0..4),
            prop::collection::vec((when.clone(), spot).prop_map(|(when, spot)| at(when, spot)), 0..5),
            prop::collection::vec((when, "[xyz]").prop_map(|(when, text)| at(when, text)), 0..5),
        )
            .prop_map(|(settings, articles, jumps, searches)| State {
                settings,
                articles,
                jumps,
                searches,
                ..State::default()
            })
    }

    proptest! {
        #[test]
        fn whoever_writes_first_nothing_is_lost(one in state(), other in state(), third in state()) {
            let both = one.clone().joined(other.clone());
            prop_assert_eq!(&both, &other.clone().joined(one.clone()));
            prop_assert_eq!(&both, &both.clone().joined(one.clone()));
            prop_assert_eq!(both.clone().joined(third.clone()), one.clone().joined(other.joined(third)));
            let searched = |text: &String| both.searches.iter().any(|search| search.value == *text);
            prop_assert!(one.searches.iter().all(|search| searched(&search.value)));
            prop_assert!(both.jumps.is_sorted() && both.searches.is_sorted());
        }
    }
}
