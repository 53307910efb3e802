//! What is on the screen, row by row, and which byte of the text stands in a cell.

use super::{Reading, Told};
use crate::article::BlockKind;
use crate::text::span::Span;

/// What one row of the text area shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Between two blocks, or after the last.
    Blank,
    /// A row of a block.
    Text {
        /// The number of the block.
        block: usize,
        /// The number of its row.
        row: usize,
    },
    /// A row of the translation of a block.
    Translation {
        /// The number of the block.
        block: usize,
        /// The number of its row.
        row: usize,
    },
}

impl Reading {
    /// What the rows of the text area show, from the top.
    #[must_use]
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// The row of the screen's text area on which a byte of the focused block stands; negative
    /// above it.
    #[must_use]
    pub fn row_of(&self, byte: usize) -> Option<i32> {
        let row = self.page(self.focus)?.row_at(byte);
        let seen = self.slots.iter().enumerate().find_map(|(y, slot)| match slot {
            Slot::Text { block, row } if *block == self.focus => Some((y, *row)),
            _ => None,
        });
        let (y, first) = seen?;
        Some(i32::try_from(y).ok()? + i32::try_from(row).ok()? - i32::try_from(first).ok()?)
    }

    /// The bytes of the focused block that are on the screen.
    pub(super) fn seen(&self) -> Span {
        let rows = self.rows_seen(self.focus);
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Span::default() };
        let row = |number: usize| self.page(self.focus).and_then(|page| page.rows.get(number));
        Span::new(row(*first).map_or(0, |row| row.span.start), row(*last).map_or(0, |row| row.span.end))
    }

    /// Puts the cursor on the word in a cell of the screen, or selects the term of the gloss there.
    pub fn click(&mut self, column: u16, row: u16) -> Told {
        let area = self.plan.text;
        if !area.contains(column, row) {
            self.click_gloss(column, row);
            return None;
        }
        let Slot::Text { block, row } = *self.slots.get(usize::from(row - area.y))? else { return None };
        let text = &self.article.blocks[block].text;
        let byte = self.page(block)?.rows[row].byte_at(text, column - area.x);
        let start = self.page(block)?.rows[row].span.start;
        self.move_to(block, byte.unwrap_or(start));
        self.has_moved = false;
        self.gloss(block);
        let word = self.words(block).into_iter().find(|word| byte.is_some_and(|byte| word.contains(byte)));
        word.into_iter().for_each(|word| self.pick_word(word));
        None
    }

    pub(super) fn rows_seen(&self, wanted: usize) -> Vec<usize> {
        let seen = |slot: &Slot| match slot {
            Slot::Text { block, row } if *block == wanted => Some(*row),
            _ => None,
        };
        self.slots.iter().filter_map(seen).collect()
    }

    pub(super) fn paragraphs_seen_whole(&self) -> Vec<usize> {
        let mut blocks: Vec<usize> = self
            .slots
            .iter()
            .filter_map(|slot| match slot {
                Slot::Text { block, row: 0 } => Some(*block),
                _ => None,
            })
            .collect();
        let last = |block: usize| Slot::Text { block, row: self.tall(block).saturating_sub(1) };
        let end = |block: usize| {
            let translation =
                self.ready(block).and_then(super::Ready::translation).map(|page| page.rows.len());
            translation.map_or_else(|| last(block), |rows| Slot::Translation { block, row: rows - 1 })
        };
        blocks.retain(|block| {
            self.article.blocks[*block].kind == BlockKind::Paragraph && self.slots.contains(&end(*block))
        });
        blocks
    }

    /// Writes down what every row of the text area shows.
    pub(super) fn fill(&mut self) {
        let height = self.height();
        let (mut block, mut row) = self.top;
        self.slots.clear();
        while self.slots.len() < height {
            self.lay(block);
            let Some(ready) = self.ready.get(block) else {
                self.slots.push(Slot::Blank);
                continue;
            };
            let text = ready.page().map_or(0, |page| page.rows.len());
            let stack = self.stack(block);
            self.slots.push(match row {
                row if row < text => Slot::Text { block, row },
                row if row + 1 < stack => Slot::Translation { block, row: row - text },
                _ => Slot::Blank,
            });
            row += 1;
            if row >= stack {
                (block, row) = (block + 1, 0);
            }
        }
    }
}
