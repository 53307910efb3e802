//! What is ready of each block: made when it is about to be seen, forgotten when it changes.

use super::Reading;
use super::gloss::{Gloss, glosses};
use crate::annotate::Annotated;
use crate::annotate::annotate;
use crate::page::{Page, Setting, lay_out};

/// What is ready of one block.
#[derive(Debug, Default)]
pub struct Ready {
    annotated: Option<Annotated>,
    glosses: Option<Vec<Gloss>>,
    page: Option<Page>,
    translation: Option<Page>,
}

impl Ready {
    /// What the glossaries say of it, once it has been annotated.
    #[must_use]
    pub const fn annotated(&self) -> Option<&Annotated> {
        self.annotated.as_ref()
    }

    /// Its glosses, in the order of the text; none before it has been glossed.
    #[must_use]
    pub fn glosses(&self) -> &[Gloss] {
        self.glosses.as_deref().unwrap_or(&[])
    }

    /// Its rows, once it has been laid out.
    #[must_use]
    pub const fn page(&self) -> Option<&Page> {
        self.page.as_ref()
    }

    /// The rows of its translation, where that is shown.
    #[must_use]
    pub const fn translation(&self) -> Option<&Page> {
        self.translation.as_ref()
    }

    pub(super) fn forget_rows(&mut self) {
        (self.page, self.translation) = (None, None);
    }

    pub(super) fn forget_annotated(&mut self) {
        (self.annotated, self.glosses) = (None, None);
    }

    pub(super) fn forget_glosses(&mut self) {
        self.glosses = None;
    }
}

/// The translation stands this much further in.
pub const TRANSLATION_INDENT: u16 = 2;

impl Reading {
    /// Annotates a block, once.
    pub(super) fn annotate(&mut self, block: usize) {
        let Some(ready) = self.ready.get_mut(block).filter(|ready| ready.annotated.is_none()) else { return };
        let text = &self.article.blocks[block].text;
        ready.annotated = Some(annotate(text, &self.matcher, self.article.topic.as_deref()));
    }

    /// Prepares the glosses of a block, once for each threshold.
    pub(super) fn gloss(&mut self, block: usize) {
        self.annotate(block);
        let Some(ready) = self.ready.get_mut(block).filter(|ready| ready.glosses.is_none()) else { return };
        let Some(annotated) = &ready.annotated else { return };
        let text = &self.article.blocks[block].text;
        ready.glosses = Some(glosses(text, annotated, &self.matcher, self.threshold));
    }

    /// Lays a block out, once for each width.
    pub(super) fn lay(&mut self, block: usize) {
        let is_translated = self.is_translated(block);
        let Some(ready) = self.ready.get_mut(block) else { return };
        let source = &self.article.blocks[block];
        ready.page.get_or_insert_with(|| lay_out(&source.text, &self.setting));
        match (&source.translation, is_translated) {
            (Some(english), true) => {
                let width = self.setting.width.saturating_sub(TRANSLATION_INDENT).max(2);
                ready.translation.get_or_insert_with(|| lay_out(english, &Setting::plain(width)));
            }
            _ => ready.translation = None,
        }
    }

    /// True while there are blocks that have not been annotated.
    #[must_use]
    pub fn has_unread_blocks(&self) -> bool {
        self.ready.iter().any(|ready| ready.annotated.is_none())
    }

    /// Annotates a few more blocks: those after the focus first.
    pub fn read_ahead(&mut self) {
        const AT_A_TIME: usize = 4;
        let blocks = self.ready.len();
        let order = (0..blocks).map(|step| (self.focus + step) % blocks);
        let next: Vec<usize> =
            order.filter(|block| self.ready[*block].annotated.is_none()).take(AT_A_TIME).collect();
        next.into_iter().for_each(|block| self.annotate(block));
    }
}
