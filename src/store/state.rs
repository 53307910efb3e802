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

/// What is remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct State {
    /// The width of the text column, if the reader changed it.
    pub width: Option<Dated<u16>>,
    /// How much is glossed, as [`Threshold::label`](crate::study::Threshold::label) writes it.
    pub level: Option<Dated<String>>,
    /// Whether the mouse is the program's.
    pub mouse: Option<Dated<bool>>,
    /// Where the reader stopped, by the article's id.
    pub articles: BTreeMap<String, Dated<Place>>,
    /// From where the reader jumped; the last jump is the last.
    pub jumps: Vec<Dated<Spot>>,
    /// What the reader searched for; the last search is the last.
    pub searches: Vec<Dated<String>>,
}

/// A value and when it was so.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Dated<T> {
    /// In milliseconds since 1970.
    pub when: u64,
    /// What was so.
    pub value: T,
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
        self.width = self.width.max(other.width);
        self.level = self.level.max(other.level);
        self.mouse = self.mouse.max(other.mouse);
        for (id, place) in other.articles {
            let kept = self.articles.entry(id).or_default();
            if *kept < place {
                *kept = place;
            }
        }
        self.jumps.extend(other.jumps);
        self.searches.extend(other.searches);
        self.forget_oldest();
        self
    }

    /// Keeps the articles read last, and the last jumps and searches, each once.
    fn forget_oldest(&mut self) {
        let mut times: Vec<u64> = self.articles.values().map(|place| place.when).collect();
        if let Some(surplus) = times.len().checked_sub(MOST_ARTICLES) {
            times.sort_unstable();
            let oldest = times[surplus];
            self.articles.retain(|_, place| place.when >= oldest);
        }
        last_of_each(&mut self.jumps);
        last_of_each(&mut self.searches);
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

    #[test]
    fn of_two_places_in_an_article_the_newest_wins() {
        let one = State {
            articles: [("a".into(), at(2, place(1))), ("b".into(), at(1, place(2)))].into(),
            width: Some(at(5, 60)),
            ..State::default()
        };
        let other = State {
            articles: [("a".into(), at(1, place(9))), ("b".into(), at(3, place(4)))].into(),
            level: Some(at(1, "B2+".into())),
            ..State::default()
        };
        let both = one.joined(other);
        assert_eq!((both.articles["a"].value.block, both.articles["b"].value.block), (1, 4));
        assert_eq!((both.width.unwrap().value, both.level.unwrap().value), (60, "B2+".into()));
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
            prop::option::of((when.clone(), 40..50_u16).prop_map(|(when, width)| at(when, width))),
            prop::collection::btree_map("[abc]", dated, 0..4),
            prop::collection::vec((when.clone(), spot).prop_map(|(when, spot)| at(when, spot)), 0..5),
            prop::collection::vec((when, "[xyz]").prop_map(|(when, text)| at(when, text)), 0..5),
        )
            .prop_map(|(width, articles, jumps, searches)| State {
                width,
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
