//! The article being read: where one is in it, what is selected, and what is ready to be drawn.
//!
//! The place is a block and a byte of it; rows are made from it and forgotten. Whatever is about to
//! be seen is annotated and laid out here, never while drawing.

mod block;
mod entry;
mod find;
mod gloss;
mod phrase;
mod placed;
mod scroll;
mod seen;
mod walk;

use std::collections::HashSet;
use std::sync::Arc;

use crate::annotate::EntryId;
use crate::annotate::matcher::Matcher;
use crate::app::effect::{ArticleId, Opened, Place, Preferences};
use crate::article::{Article, Block, BlockKind};
use crate::page::Setting;
use crate::page::plan::{Plan, Size, Wanted, plan};
use crate::study::Threshold;
use crate::text::span::Span;

pub use block::{Ready, TRANSLATION_INDENT};
pub use find::{Find, Hit};
pub use gloss::{Gloss, headword, on_one_line, said};
pub use placed::{Piece, Placed};
pub use seen::Slot;

/// What an action has to tell the reader, if anything.
pub type Told = Option<String>;

/// The article being read.
#[derive(Debug)]
pub struct Reading {
    /// Its name.
    pub id: ArticleId,
    name: String,
    /// How the screen is divided.
    pub plan: Plan,
    /// What is selected in the focused block.
    pub pick: Pick,
    /// True while glosses are hidden until asked for.
    pub is_hidden: bool,
    /// What was searched for.
    pub find: Find,
    article: Arc<Article>,
    matcher: Arc<Matcher>,
    ready: Vec<Ready>,
    setting: Setting,
    threshold: Threshold,
    focus: usize,
    at: usize,
    translated: Translated,
    top: (usize, usize),
    has_moved: bool,
    slots: Vec<Slot>,
}

/// What is selected in the focused block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Only the place is known.
    Nothing,
    /// A gloss, by its number in the block.
    Term(usize),
    /// A word.
    Word(Span),
    /// Words, from the one where it began to the one where the cursor is.
    Phrase {
        /// Where it began.
        anchor: Span,
        /// Where the cursor is.
        head: Span,
    },
}

/// Which paragraphs show their translation.
#[derive(Debug, Default)]
struct Translated {
    all: bool,
    /// Those that differ from `all`.
    except: HashSet<usize>,
}

impl Translated {
    fn has(&self, block: usize) -> bool {
        self.all != self.except.contains(&block)
    }
}

impl Reading {
    /// Begins to read `opened`, where the reader was, with the glossaries of `matcher`.
    #[must_use]
    pub fn new(opened: Opened, matcher: Arc<Matcher>) -> Self {
        let Opened { id, name, article, place, .. } = opened;
        let blocks = article.blocks.len();
        let mut reading = Self {
            id,
            name,
            plan: plan(Size { width: 80, height: 24 }, &Wanted::default()),
            pick: Pick::Nothing,
            is_hidden: false,
            find: Find::default(),
            ready: std::iter::repeat_with(Ready::default).take(blocks).collect(),
            article,
            matcher,
            setting: Setting::plain(72),
            threshold: Threshold::default(),
            focus: 0,
            at: 0,
            translated: Translated::default(),
            top: (0, 0),
            has_moved: true,
            slots: Vec::new(),
        };
        reading.go_to(place.unwrap_or_default());
        reading
    }

    /// The article.
    #[must_use]
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// The headline; of a text without one, the heading it begins with, or else what a person calls
    /// it.
    #[must_use]
    pub fn title(&self) -> &str {
        let first = self.article.blocks.first().filter(|block| block.kind == BlockKind::Heading);
        self.article.title.as_deref().or(first.map(|block| &*block.text)).unwrap_or(&self.name)
    }

    /// The glossaries.
    #[must_use]
    pub fn matcher(&self) -> &Matcher {
        &self.matcher
    }

    /// How much is glossed.
    #[must_use]
    pub const fn threshold(&self) -> Threshold {
        self.threshold
    }

    /// The number of the focused block.
    #[must_use]
    pub const fn focus(&self) -> usize {
        self.focus
    }

    /// The block numbered `block`, if there is one.
    #[must_use]
    pub fn block(&self, block: usize) -> Option<&Block> {
        self.article.blocks.get(block)
    }

    /// What is ready of the block numbered `block`.
    #[must_use]
    pub fn ready(&self, block: usize) -> Option<&Ready> {
        self.ready.get(block)
    }

    /// Where the reader is.
    #[must_use]
    pub fn place(&self) -> Place {
        let (part, whole) = match self.paragraph() {
            (_, 1) => (self.at, self.block(self.focus).map_or(0, |block| block.text.len())),
            paragraph => paragraph,
        };
        let percent = (part * 100 + whole / 2).checked_div(whole).unwrap_or(100).min(100);
        Place { block: self.focus, byte: self.at, percent: u8::try_from(percent).unwrap_or(100) }
    }

    /// Which paragraph of how many is being read; a heading counts with the one after it.
    #[must_use]
    pub fn paragraph(&self) -> (usize, usize) {
        let is_paragraph = |block: &&Block| block.kind == BlockKind::Paragraph;
        let all = self.article.blocks.iter().filter(is_paragraph).count();
        let upto = self.article.blocks.iter().take(self.focus + 1).filter(is_paragraph).count();
        let is_heading = self.block(self.focus).is_some_and(|block| block.kind == BlockKind::Heading);
        ((upto + usize::from(is_heading)).min(all), all)
    }

    /// The glosses of the focused block, in the order of the text.
    #[must_use]
    pub fn glosses(&self) -> &[Gloss] {
        self.ready(self.focus).map_or(&[], Ready::glosses)
    }

    /// The number of the selected gloss in the focused block.
    #[must_use]
    pub fn selected(&self) -> Option<usize> {
        match self.pick {
            Pick::Nothing => None,
            Pick::Term(number) => Some(number),
            Pick::Word(word) | Pick::Phrase { head: word, .. } => {
                self.glosses().iter().position(|gloss| gloss.spans.iter().any(|span| span.overlaps(word)))
            }
        }
    }

    /// The entry of the selected gloss, and where it stands.
    #[must_use]
    pub fn selected_entry(&self) -> Option<(usize, usize, EntryId)> {
        let number = self.selected()?;
        Some((self.focus, number, self.glosses()[number].entry))
    }

    /// The glosses to show beside the focused block: of what is seen of it those that are due, and
    /// the selected one. An entry that stands there twice is shown once.
    #[must_use]
    pub fn margin(&self) -> Vec<(&Gloss, bool)> {
        self.margin_of(self.seen(), |gloss| gloss.is_due && !self.is_hidden)
    }

    /// The same, were `seen` the bytes of the focused block that are on the screen, and only what
    /// `is_wanted` shown unasked.
    fn margin_of(&self, seen: Span, is_wanted: impl Fn(&Gloss) -> bool) -> Vec<(&Gloss, bool)> {
        let number = self.selected();
        let selected = number.map(|number| self.glosses()[number].meaning());
        let mut known = HashSet::new();
        let numbered = self.glosses().iter().enumerate();
        let here = numbered.filter(|(at, gloss)| number == Some(*at) || seen.contains(gloss.start()));
        let marked = here.map(|(_, gloss)| (gloss, selected == Some(gloss.meaning())));
        let wanted = marked.filter(|(gloss, is_selected)| *is_selected || is_wanted(gloss));
        wanted.filter(|(gloss, _)| known.insert(gloss.meaning())).collect()
    }

    /// True when the block numbered `block` shows its translation.
    #[must_use]
    pub fn is_translated(&self, block: usize) -> bool {
        self.translated.has(block) && self.block(block).is_some_and(|block| block.translation.is_some())
    }

    /// True when any paragraph has a translation.
    #[must_use]
    pub fn has_translation(&self) -> bool {
        self.article.blocks.iter().any(|block| block.translation.is_some())
    }

    /// Shows or hides the translation of this paragraph.
    pub fn toggle_translation(&mut self) -> Told {
        if self.block(self.focus)?.translation.is_none() {
            return Some("This paragraph has no translation.".into());
        }
        if !self.translated.except.remove(&self.focus) {
            self.translated.except.insert(self.focus);
        }
        self.has_moved = true;
        None
    }

    /// Shows or hides the translations of all paragraphs.
    pub fn toggle_all_translations(&mut self) -> Told {
        if !self.has_translation() {
            return Some("This article has no translation.".into());
        }
        self.translated = Translated { all: !self.translated.all, except: HashSet::new() };
        self.has_moved = true;
        None
    }

    /// Hides all glosses until asked for, or shows them again.
    pub fn toggle_glosses(&mut self) -> Told {
        self.is_hidden ^= true;
        let hidden = "Glosses hidden: Tab and the arrows show one at a time.";
        Some(if self.is_hidden { hidden } else { "Glosses shown." }.into())
    }

    /// Makes ready what a screen of this size shows.
    pub fn settle(&mut self, size: Size, preferences: &Preferences) {
        let plan = plan(size, &preferences.wanted);
        let width = plan.text.width.max(2);
        let setting = Setting { width, hyphens: preferences.hyphens, edge: preferences.edge };
        if setting != self.setting {
            self.ready.iter_mut().for_each(Ready::forget_rows);
        }
        if preferences.threshold != self.threshold {
            self.ready.iter_mut().for_each(Ready::forget_glosses);
            self.has_moved = true;
            self.threshold = preferences.threshold;
        }
        self.has_moved |= plan != self.plan;
        (self.plan, self.setting) = (plan, setting);
        self.gloss(self.focus);
        self.follow();
    }

    /// Goes to a place that the reader jumped from.
    pub fn jump_to(&mut self, place: Place) -> Told {
        self.go_to(place);
        None
    }

    /// Goes to a place, or to the nearest there is.
    fn go_to(&mut self, place: Place) {
        let last = self.article.blocks.len().saturating_sub(1);
        let block = place.block.min(last);
        let text = self.block(block).map_or("", |block| &block.text);
        let mut at = if place.block > last { 0 } else { place.byte.min(text.len()) };
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        self.move_to(block, at);
    }

    /// Puts the focus on a byte of a block, with nothing selected.
    fn move_to(&mut self, block: usize, at: usize) {
        self.has_moved |= block != self.focus;
        (self.focus, self.at, self.pick) = (block, at, Pick::Nothing);
    }
}
