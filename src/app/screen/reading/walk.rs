//! From paragraph to paragraph, from term to term, from word to word.

use super::{Pick, Reading, Told};
use crate::article::BlockKind;
use crate::french::token::TokenKind;
use crate::text::span::Span;

/// Which way.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    On,
    Back,
}

impl Reading {
    /// To the next paragraph; first to the end of this one, where it is taller than the screen.
    pub fn next_paragraph(&mut self) -> Told {
        if self.scroll_within(Way::On) {
            return None;
        }
        match self.paragraph_from(Way::On) {
            Some(block) => self.move_to(block, 0),
            None => return Some("This is the last paragraph.".into()),
        }
        None
    }

    /// To the previous paragraph; first to the start of this one, where it is taller than the screen.
    pub fn previous_paragraph(&mut self) -> Told {
        if self.scroll_within(Way::Back) {
            return None;
        }
        match self.paragraph_from(Way::Back) {
            Some(block) => {
                let at = self.entry_from_below(block);
                self.move_to(block, at);
            }
            None => return Some("This is the first paragraph.".into()),
        }
        None
    }

    /// To the next term with a gloss that is due, in this paragraph or a later one.
    pub fn next_term(&mut self) -> Told {
        let after = |number: usize, start: usize, reading: &Self| match reading.pick {
            Pick::Nothing => start >= reading.at,
            Pick::Term(current) => number > current,
            Pick::Word(head) | Pick::Phrase { head, .. } => start > head.start,
        };
        let mut due = self.due();
        due.retain(|(number, start)| after(*number, *start, self));
        let first = due.first().copied();
        self.select_term(first, Way::On)
    }

    /// To the previous term with a gloss that is due.
    pub fn previous_term(&mut self) -> Told {
        let before = |number: usize, start: usize, reading: &Self| match reading.pick {
            Pick::Nothing => start < reading.at,
            Pick::Term(current) => number < current,
            Pick::Word(head) | Pick::Phrase { head, .. } => start < head.start,
        };
        let mut due = self.due();
        due.retain(|(number, start)| before(*number, *start, self));
        let last = due.last().copied();
        self.select_term(last, Way::Back)
    }

    /// To the next word.
    pub fn next_word(&mut self) -> Told {
        if matches!(self.pick, Pick::Phrase { .. }) {
            return self.extend_right();
        }
        self.step_word(Way::On)
    }

    /// To the previous word.
    pub fn previous_word(&mut self) -> Told {
        if matches!(self.pick, Pick::Phrase { .. }) {
            return self.extend_left();
        }
        self.step_word(Way::Back)
    }

    /// Forgets what is selected: a phrase becomes a word, a word nothing; then what was found.
    pub fn deselect(&mut self) -> Told {
        match self.pick {
            Pick::Phrase { head, .. } => self.pick = Pick::Word(head),
            Pick::Nothing => self.forget_hits(),
            Pick::Word(_) | Pick::Term(_) => self.pick = Pick::Nothing,
        }
        None
    }

    /// The words of a block.
    pub(super) fn words(&self, block: usize) -> Vec<Span> {
        let Some(annotated) = self.ready(block).and_then(super::Ready::annotated) else { return Vec::new() };
        let is_word = |kind| matches!(kind, TokenKind::Word | TokenKind::Number | TokenKind::Address);
        annotated.tokens.iter().filter(|token| is_word(token.kind)).map(|token| token.span).collect()
    }

    /// Puts the word cursor on a word of the focused block.
    pub(super) fn pick_word(&mut self, word: Span) {
        (self.at, self.pick) = (word.start, Pick::Word(word));
    }

    fn step_word(&mut self, way: Way) -> Told {
        let words = self.words(self.focus);
        let at = self.at;
        let found = match (self.pick, way) {
            (Pick::Nothing, Way::On) => words.iter().find(|word| word.end > at),
            (_, Way::On) => words.iter().find(|word| word.start > at),
            (_, Way::Back) => words.iter().rfind(|word| word.start < at),
        };
        match found {
            Some(word) => self.pick_word(*word),
            None => self.step_over(way),
        }
        None
    }

    /// The word cursor goes on in the next block that has words.
    fn step_over(&mut self, way: Way) {
        let blocks = self.ready.len();
        let mut others: Box<dyn Iterator<Item = usize>> = match way {
            Way::On => Box::new(self.focus + 1..blocks),
            Way::Back => Box::new((0..self.focus).rev()),
        };
        let found = others.find_map(|block| {
            self.annotate(block);
            let words = self.words(block);
            let word = if way == Way::On { words.first() } else { words.last() };
            word.map(|word| (block, *word))
        });
        if let Some((block, word)) = found {
            self.move_to(block, word.start);
            self.pick_word(word);
        }
    }

    /// The glosses of the focused block that are due: number and first byte.
    fn due(&self) -> Vec<(usize, usize)> {
        let numbered = self.glosses().iter().enumerate().filter(|(_, gloss)| gloss.is_due);
        numbered.map(|(number, gloss)| (number, gloss.start())).collect()
    }

    fn select_term(&mut self, found: Option<(usize, usize)>, way: Way) -> Told {
        if let Some((number, start)) = found {
            (self.at, self.pick) = (start, Pick::Term(number));
            return None;
        }
        let Some((block, number, start)) = self.term_in_another_block(way) else {
            let which = if way == Way::On { "after" } else { "before" };
            return Some(format!("No glossed term {which} this one."));
        };
        self.move_to(block, start);
        self.pick = Pick::Term(number);
        None
    }

    /// The nearest term whose gloss is due, outside the focused block: block, number, first byte.
    fn term_in_another_block(&mut self, way: Way) -> Option<(usize, usize, usize)> {
        const FARTHEST: usize = 400;
        for step in 1..=FARTHEST {
            let block = match way {
                Way::On => self.focus + step,
                Way::Back => self.focus.checked_sub(step)?,
            };
            self.gloss(block);
            let mut due = self.ready(block)?.glosses().iter().enumerate().filter(|(_, gloss)| gloss.is_due);
            let found = if way == Way::On { due.next() } else { due.next_back() };
            if let Some((number, gloss)) = found {
                return Some((block, number, gloss.start()));
            }
        }
        None
    }

    /// The next block that is a paragraph.
    fn paragraph_from(&self, way: Way) -> Option<usize> {
        let is_paragraph = |block: &usize| self.article.blocks[*block].kind == BlockKind::Paragraph;
        match way {
            Way::On => (self.focus + 1..self.article.blocks.len()).find(is_paragraph),
            Way::Back => (0..self.focus).rev().find(is_paragraph),
        }
    }
}
