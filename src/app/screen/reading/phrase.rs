//! A phrase that is selected word by word, and the text that is copied.

use std::sync::Arc;

use super::{Gloss, Pick, Reading, Ready, Told};
use crate::annotate::Matcher;
use crate::text::span::Span;

impl Reading {
    /// Selects the next word too.
    pub fn extend_right(&mut self) -> Told {
        self.extend(|words, head| words.iter().find(|word| word.start > head.start).copied())
    }

    /// Selects the previous word too, or gives up the last.
    pub fn extend_left(&mut self) -> Told {
        self.extend(|words, head| words.iter().rfind(|word| word.start < head.start).copied())
    }

    /// Begins a phrase where the cursor is; a second time, ends it.
    pub fn select_phrase(&mut self) -> Told {
        if let Pick::Phrase { head, .. } = self.pick {
            self.pick = Pick::Word(head);
            return None;
        }
        let word = self.word_here()?;
        self.pick = Pick::Phrase { anchor: word, head: word };
        Some("Phrase: the arrows extend it, y copies it, Esc gives it up.".into())
    }

    /// The bytes of the selected phrase or word.
    #[must_use]
    pub fn selection(&self) -> Option<Span> {
        match self.pick {
            Pick::Nothing | Pick::Term(_) => None,
            Pick::Word(word) => Some(word),
            Pick::Phrase { anchor, head } => {
                Some(Span::new(anchor.start.min(head.start), anchor.end.max(head.end)))
            }
        }
    }

    /// The bytes of the words that are selected, in whatever way: from the first of a term to its
    /// last.
    #[must_use]
    pub fn selected_words(&self) -> Option<Span> {
        let term = || {
            let spans = &self.glosses().get(self.selected()?)?.spans;
            Some(Span::new(spans.first()?.start, spans.last()?.end))
        };
        self.selection().or_else(term)
    }

    /// Goes on with other glossaries: what is selected stays, as a term where it is one.
    pub fn set_matcher(&mut self, matcher: Arc<Matcher>) {
        let words = self.selected_words().filter(|_| matches!(self.pick, Pick::Term(_)));
        self.matcher = matcher;
        self.ready.iter_mut().for_each(Ready::forget_annotated);
        self.gloss(self.focus);
        if let Some(words) = words {
            let number = self.glosses().iter().position(|gloss| gloss.start() == words.start);
            self.pick = number.map_or(Pick::Word(words), Pick::Term);
        }
    }

    /// Selects the term `headword` where the words stand that are selected, if it is one there.
    pub fn choose_entry(&mut self, headword: &str) {
        let Some(words) = self.selected_words() else { return };
        let is_it = |gloss: &Gloss| {
            gloss.spans.iter().any(|span| span.overlaps(words))
                && self.matcher.entry(gloss.entry).term == headword
        };
        if let Some(number) = self.glosses().iter().position(is_it) {
            (self.at, self.pick) = (self.glosses()[number].start(), Pick::Term(number));
        }
    }

    /// The selected phrase, or else the sentence where the reader is.
    #[must_use]
    pub fn text_to_copy(&self) -> Option<String> {
        let text = &self.block(self.focus)?.text;
        let sentences = self.ready(self.focus).and_then(Ready::annotated).map(|known| &known.sentences);
        let at = self.at;
        let span = match (self.pick, self.selection()) {
            (Pick::Phrase { .. }, Some(phrase)) => Some(phrase),
            _ => sentences.and_then(|all| all.iter().find(|sentence| at < sentence.end)).copied(),
        };
        Some(span.map_or(text.as_str(), |span| span.of(text)).to_owned())
    }

    /// What to say when there is nothing more to show.
    #[must_use]
    pub fn why_nothing(&self) -> String {
        let text = self.block(self.focus).map_or("", |block| &block.text);
        match self.selection() {
            Some(word) => format!("No entry for “{}” in the glossaries.", word.of(text)),
            None => "Choose a term with Tab, or a word with the arrows.".into(),
        }
    }

    fn extend(&mut self, next: impl FnOnce(&[Span], Span) -> Option<Span>) -> Told {
        let (anchor, head) = match self.pick {
            Pick::Phrase { anchor, head } => (anchor, head),
            _ => self.word_here().map(|word| (word, word))?,
        };
        let head = next(&self.words(self.focus), head).unwrap_or(head);
        self.pick = Pick::Phrase { anchor, head };
        self.at = head.start;
        None
    }

    /// The word under the cursor, or the next one.
    fn word_here(&self) -> Option<Span> {
        match self.pick {
            Pick::Word(word) => Some(word),
            _ => self.words(self.focus).into_iter().find(|word| word.end > self.at),
        }
    }
}
