//! The list of articles: filter, choice, and how long and how well glossed each one is.
//!
//! Knows articles by name; their texts come one by one, when nobody waits for anything.

use std::collections::HashMap;
use std::sync::Arc;

use super::Travel;
use super::list::{Filter, List};
use crate::annotate::Annotated;
use crate::annotate::{Matcher, annotate};
use crate::app::effect::{Effect, Place, ShelfItem};
use crate::app::keymap::Chord;
use crate::article::Article;
use crate::french::reading::Upos;
use crate::french::token::TokenKind;
use crate::page::plan::Size;

/// The list of articles.
#[derive(Debug)]
pub struct Library {
    /// What is typed to find one.
    pub filter: Filter,
    /// Which are left.
    pub list: List,
    items: Vec<ShelfItem>,
    measures: HashMap<String, Measure>,
    work: Option<Work>,
}

/// How long an article is, and how much of it is glossed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// Its words.
    pub words: usize,
    /// Those that mean something by themselves: nouns, verbs, adjectives, adverbs.
    pub content_words: usize,
    /// Those of them with a gloss, whatever its level.
    pub glossed_words: usize,
}

/// An article that is being measured.
#[derive(Debug)]
enum Work {
    /// It was asked for.
    Asked,
    /// It is here; the blocks before `next` are done.
    Going { id: String, article: Arc<Article>, next: usize, so_far: Measure },
}

impl Measure {
    /// How many minutes it takes a learner to read.
    #[must_use]
    pub const fn minutes(self) -> usize {
        const WORDS_A_MINUTE: usize = 130;
        self.words.div_ceil(WORDS_A_MINUTE)
    }

    /// How much is glossed, in percent.
    #[must_use]
    pub fn coverage(self) -> Option<usize> {
        (self.glossed_words * 100).checked_div(self.content_words)
    }

    /// Adds a paragraph.
    pub fn add(&mut self, annotated: &Annotated) {
        let mut spans: Vec<_> = annotated.annotations.iter().flat_map(|found| found.spans.iter()).collect();
        spans.sort_unstable();
        for (token, reading) in annotated.tokens.iter().zip(&annotated.readings) {
            let is_word = token.kind == TokenKind::Word;
            let is_content =
                matches!(reading.upos, Upos::Noun | Upos::Verb | Upos::Adj | Upos::Adv | Upos::X);
            self.words += usize::from(is_word);
            if is_word && is_content {
                self.content_words += 1;
                let next = spans.partition_point(|span| span.end <= token.span.start);
                self.glossed_words +=
                    usize::from(spans.get(next).is_some_and(|span| span.overlaps(token.span)));
            }
        }
    }
}

impl Library {
    /// A library of these articles.
    #[must_use]
    pub fn new(items: Vec<ShelfItem>) -> Self {
        let found_by = |item: &ShelfItem| {
            let parts = [Some(&item.title), item.topic.as_ref(), item.level.as_ref(), item.date.as_ref()];
            parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
        };
        let list = List::new(items.iter().map(found_by).collect());
        Self { filter: Filter::default(), list, items, measures: HashMap::new(), work: None }
    }

    /// How many articles there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.items.len()
    }

    /// True of a library without articles.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The articles on the screen, with whether they are chosen.
    pub fn shown(&self) -> impl Iterator<Item = (&ShelfItem, bool)> {
        self.list.shown().map(|(number, is_chosen)| (&self.items[number], is_chosen))
    }

    /// The chosen article.
    #[must_use]
    pub fn chosen(&self) -> Option<&ShelfItem> {
        self.list.chosen().map(|number| &self.items[number])
    }

    /// The articles by name and headline.
    pub fn names(&self) -> impl Iterator<Item = (String, String)> {
        self.items.iter().map(|item| (item.id.clone(), item.title.clone()))
    }

    /// How well an article is glossed is found out anew.
    pub fn forget_measures(&mut self) {
        self.measures.clear();
        if matches!(self.work, Some(Work::Going { .. })) {
            self.work = None;
        }
    }

    /// How long an article is, once that is known.
    #[must_use]
    pub fn measure(&self, id: &str) -> Option<Measure> {
        self.measures.get(id).copied()
    }

    /// Where the reader is in an article.
    pub fn set_place(&mut self, id: &str, place: Place) {
        if let Some(item) = self.items.iter_mut().find(|item| item.id == id) {
            item.place = Some(place);
        }
    }

    /// Types into the filter.
    pub fn edit(&mut self, chord: Chord) -> bool {
        let is_edited = self.filter.edit(chord);
        if is_edited {
            self.list.filter(self.filter.input.text());
        }
        is_edited
    }

    /// Forgets the filter; true when there was one. The chosen article stays chosen.
    pub fn clear_filter(&mut self) -> bool {
        let chosen = self.list.chosen();
        let is_cleared = self.filter.clear();
        if is_cleared {
            self.list.filter("");
            chosen.into_iter().for_each(|number| self.list.choose(number));
        }
        is_cleared
    }

    /// Moves through the list.
    pub fn travel(&mut self, travel: Travel) {
        self.list.travel(travel);
    }

    /// Chooses the article on a row of the screen; true when there is one.
    pub fn click(&mut self, row: u16) -> bool {
        row.checked_sub(3).is_some_and(|row| self.list.choose_row(row.into()))
    }

    /// Fits the list to the screen.
    pub fn settle(&mut self, size: Size) {
        let around = if size.height < 8 { 1 } else { 5 };
        self.list.settle(usize::from(size.height.saturating_sub(around)));
    }

    /// True while an article on the screen is not measured.
    #[must_use]
    pub fn has_work(&self) -> bool {
        match &self.work {
            Some(Work::Asked) => false,
            Some(Work::Going { .. }) => true,
            None => self.unmeasured().is_some(),
        }
    }

    /// Measures a little more; where the next article is needed, asks for it.
    pub fn work(&mut self, matcher: &Matcher) -> Option<Effect> {
        const BLOCKS_AT_A_TIME: usize = 8;
        let Some(Work::Going { id, article, next, so_far }) = &mut self.work else {
            let id = self.unmeasured()?.to_owned();
            self.work = Some(Work::Asked);
            return Some(Effect::Fetch(id));
        };
        let topic = article.topic.as_deref();
        for block in article.blocks.iter().skip(*next).take(BLOCKS_AT_A_TIME) {
            so_far.add(&annotate(&block.text, matcher, topic));
        }
        *next += BLOCKS_AT_A_TIME;
        if *next >= article.blocks.len() {
            self.measures.insert(std::mem::take(id), *so_far);
            self.work = None;
        }
        None
    }

    /// Takes an article that was asked for; one that cannot be had counts as empty.
    pub fn fetched(&mut self, id: &str, article: Option<Arc<Article>>) {
        let id = id.to_owned();
        self.work = match article {
            Some(article) => Some(Work::Going { id, article, next: 0, so_far: Measure::default() }),
            None => {
                self.measures.insert(id, Measure::default());
                None
            }
        };
    }

    fn unmeasured(&self) -> Option<&str> {
        self.shown().map(|(item, _)| &*item.id).find(|id| !self.measures.contains_key(*id))
    }
}
