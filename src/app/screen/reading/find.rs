//! Finding text in the article: accents, spaces and apostrophes alike, across the ends of rows.

use super::{Pick, Reading, Told};
use crate::app::effect::Place;
use crate::app::input::Input;
use crate::app::keymap::Chord;
use crate::text::fold::Shadow;
use crate::text::span::Span;

/// What was searched for, and where it stands.
#[derive(Clone, Debug, Default)]
pub struct Find {
    /// What is typed.
    pub input: Input,
    /// Where it stands, in the order of the text.
    pub hits: Vec<Hit>,
    /// The number of the hit where the reader is.
    pub current: Option<usize>,
    origin: Option<Place>,
    searched: String,
}

/// A place where the text was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The number of the block.
    pub block: usize,
    /// The bytes of its text.
    pub span: Span,
}

/// More hits than these are not counted.
const MOST: usize = 9999;

impl Find {
    /// Where the reader was when the search began, while it goes on.
    #[must_use]
    pub const fn origin(&self) -> Option<Place> {
        self.origin
    }

    /// Which hit of how many: `3/12`.
    #[must_use]
    pub fn counter(&self) -> String {
        let more = if self.hits.len() == MOST { "+" } else { "" };
        match (self.current, self.input.text()) {
            (_, "") => String::new(),
            (None, _) => "not found".into(),
            (Some(current), _) => format!("{}/{}{more}", current + 1, self.hits.len()),
        }
    }

    /// The hits in a block, each with whether the reader is there.
    pub fn hits_in(&self, block: usize) -> impl Iterator<Item = (Span, bool)> {
        let from = self.hits.partition_point(|hit| hit.block < block);
        let here = self.hits[from..].iter().take_while(move |hit| hit.block == block);
        here.enumerate().map(move |(step, hit)| (hit.span, self.current == Some(from + step)))
    }
}

impl Reading {
    /// Begins to search.
    pub fn begin_find(&mut self) {
        self.find = Find { origin: Some(self.place()), ..Find::default() };
    }

    /// Types into the search, and goes to the first hit from where it began.
    pub fn edit_find(&mut self, chord: Chord) -> bool {
        let is_edited = self.find.input.edit(chord);
        if is_edited {
            self.search();
        }
        is_edited
    }

    /// Searches for `text` in the place of what was typed.
    pub fn search_for(&mut self, text: &str) {
        self.find.input.replace(text);
        self.search();
    }

    /// Ends the search here; what was found stays marked.
    pub fn end_find(&mut self) -> Told {
        if self.find.hits.is_empty() {
            return self.give_up_find();
        }
        self.find.origin = None;
        None
    }

    /// Ends the search where it began.
    pub fn give_up_find(&mut self) -> Told {
        if let Some(origin) = self.find.origin {
            self.go_to(origin);
        }
        self.forget_hits();
        None
    }

    /// To the next hit; after the last, to the first.
    pub fn next_hit(&mut self) -> Told {
        let place = self.place();
        let hits = &self.find.hits;
        let after = hits.iter().position(|hit| (hit.block, hit.span.start) > (place.block, place.byte));
        self.go_to_hit(after.or((!hits.is_empty()).then_some(0)))
    }

    /// To the previous hit; before the first, to the last.
    pub fn previous_hit(&mut self) -> Told {
        let place = self.place();
        let hits = &self.find.hits;
        let before = hits.iter().rposition(|hit| (hit.block, hit.span.start) < (place.block, place.byte));
        self.go_to_hit(before.or(hits.len().checked_sub(1)))
    }

    /// Puts the word cursor on what was found here, where nothing is selected: whoever has searched for
    /// a word means it.
    pub fn pick_found(&mut self) {
        let hit = self.find.current.and_then(|number| self.find.hits.get(number));
        let is_here = hit.is_some_and(|hit| (hit.block, hit.span.start) == (self.focus, self.at));
        if is_here && matches!(self.pick, Pick::Nothing) {
            let word = self.words(self.focus).into_iter().find(|word| word.end > self.at);
            word.into_iter().for_each(|word| self.pick_word(word));
        }
    }

    /// Nothing is searched for any more.
    pub(super) fn forget_hits(&mut self) {
        self.find = Find::default();
    }

    fn search(&mut self) {
        let needle = self.find.input.text().to_owned();
        let blocks: Vec<usize> = if !self.find.searched.is_empty() && needle.starts_with(&self.find.searched)
        {
            let mut blocks: Vec<usize> = self.find.hits.iter().map(|hit| hit.block).collect();
            blocks.dedup();
            if self.find.hits.len() < MOST { blocks } else { (0..self.article.blocks.len()).collect() }
        } else {
            (0..self.article.blocks.len()).collect()
        };
        let found = |block: usize| {
            let spans = Shadow::new(&self.article.blocks[block].text).find(&needle);
            spans.into_iter().map(move |span| Hit { block, span })
        };
        self.find.hits = blocks.into_iter().flat_map(found).take(MOST).collect();
        self.find.searched = needle;
        let origin = self.find.origin.unwrap_or_default();
        let from =
            self.find.hits.iter().position(|hit| (hit.block, hit.span.start) >= (origin.block, origin.byte));
        let first = from.or((!self.find.hits.is_empty()).then_some(0));
        if first.is_none() {
            self.go_to(origin);
        }
        _ = self.go_to_hit(first);
    }

    fn go_to_hit(&mut self, number: Option<usize>) -> Told {
        self.find.current = number;
        let Some(hit) = number.map(|number| self.find.hits[number]) else {
            let is_idle = self.find.input.text().is_empty();
            return Some(if is_idle { "Nothing is searched for: / begins." } else { "Not found." }.into());
        };
        self.move_to(hit.block, hit.span.start);
        Some(format!("/{}   {}", self.find.input.text(), self.find.counter()))
    }
}
