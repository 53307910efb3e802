//! Which rows are on the screen.
//!
//! The focus is followed: as long as it is seen whole nothing moves, and when it is not, it comes
//! to stand where the eye expects it. Only blocks near the focus are ever laid out.

use super::walk::Way;
use super::{Pick, Reading, Slot, Told};
use crate::app::screen::Travel;
use crate::article::BlockKind;
use crate::page::Page;

impl Reading {
    /// Moves the text under the eye; the focus goes to what is then seen.
    pub fn travel(&mut self, travel: Travel) -> Told {
        match travel {
            Travel::Start => self.go_to_paragraph(Way::On),
            Travel::End => self.go_to_paragraph(Way::Back),
            _ => self.scroll(travel),
        }
        None
    }

    /// Scrolls within the focused block where it is taller than the screen; false when its end in
    /// this direction is seen.
    pub(super) fn scroll_within(&mut self, way: Way) -> bool {
        let rows = self.page(self.focus).map_or(0, |page| page.rows.len());
        let seen: Vec<usize> = self.rows_seen(self.focus);
        let (Some(first), Some(last)) = (seen.first(), seen.last()) else { return false };
        let step = self.height().saturating_sub(2).max(1);
        let top = match way {
            Way::On if last + 1 < rows => first + step.min(rows - 1 - last).max(1),
            Way::Back if *first > 0 => first.saturating_sub(step),
            _ => return false,
        };
        self.top = (self.focus, top);
        (self.at, self.pick) = (self.row_start(self.focus, top), Pick::Nothing);
        true
    }

    /// The byte at which one enters a block from below: its start, or its last screenful.
    pub(super) fn entry_from_below(&mut self, block: usize) -> usize {
        self.lay(block);
        let rows = self.page(block).map_or(0, |page| page.rows.len());
        match rows.checked_sub(self.height()) {
            Some(over) if over > 0 => self.row_start(block, over),
            _ => 0,
        }
    }

    /// Brings the focus into view, and lays out what is seen.
    pub(super) fn follow(&mut self) {
        self.lay(self.focus);
        self.top.0 = self.top.0.min(self.ready.len().saturating_sub(1));
        self.lay(self.top.0);
        self.top.1 = self.top.1.min(self.stack(self.top.0).saturating_sub(1));
        let offset = self.offset();
        if offset.is_some_and(|offset| self.is_well_placed(offset)) {
            self.fill_the_end(self.height() * 2 / 3);
        } else {
            let was_above = offset.is_none_or(|offset| offset >= 0) && self.top.0 <= self.focus;
            let target = self.target(if was_above { Way::On } else { Way::Back });
            self.put_focus_on(target);
            self.fill_the_end(0);
        }
        self.has_moved = false;
        self.fill();
    }

    pub(super) fn height(&self) -> usize {
        usize::from(self.plan.text.height.max(1))
    }

    pub(super) fn page(&self, block: usize) -> Option<&Page> {
        self.ready(block)?.page()
    }

    /// The rows of a laid-out block: text and translation.
    pub(super) fn tall(&self, block: usize) -> usize {
        let Some(ready) = self.ready(block) else { return 0 };
        let rows = |page: Option<&Page>| page.map_or(0, |page| page.rows.len());
        rows(ready.page()) + rows(ready.translation())
    }

    /// The same with the blank row after it.
    pub(super) fn stack(&self, block: usize) -> usize {
        self.tall(block) + 1
    }

    fn row_start(&self, block: usize, row: usize) -> usize {
        self.page(block).and_then(|page| page.rows.get(row)).map_or(0, |row| row.span.start)
    }

    /// The row of the screen on which the focus begins, if it is anywhere near.
    fn offset(&mut self) -> Option<i64> {
        let (block, row) = self.top;
        let mut offset = -i64::try_from(row).ok()?;
        if block > self.focus {
            return None;
        }
        for before in block..self.focus {
            self.lay(before);
            offset += i64::try_from(self.stack(before)).ok()?;
            if offset > i64::try_from(self.height()).ok()? {
                return None;
            }
        }
        Some(offset)
    }

    /// The rows of the headings right above the focus.
    fn lead(&mut self) -> usize {
        let mut lead = 0;
        let mut block = self.focus;
        while block > 0 && self.article.blocks[block - 1].kind == BlockKind::Heading {
            block -= 1;
            self.lay(block);
            lead += self.stack(block);
        }
        if lead + self.tall(self.focus) > self.height() { 0 } else { lead }
    }

    /// The row of the focus, from its first, that must be seen.
    fn row_at_place(&self) -> i64 {
        self.page(self.focus).map_or(0, |page| i64::try_from(page.row_at(self.at)).unwrap_or(0))
    }

    /// True when the focus, beginning on row `offset` of the screen, need not move.
    fn is_well_placed(&mut self, offset: i64) -> bool {
        let height = i64::try_from(self.height()).unwrap_or(i64::MAX);
        let tall = i64::try_from(self.tall(self.focus)).unwrap_or(i64::MAX);
        if tall <= height {
            let lead = if self.has_moved { i64::try_from(self.lead()).unwrap_or(0) } else { 0 };
            let (_, brief) = if self.has_moved { self.margin_needs() } else { (0, 0) };
            let need = i64::try_from(brief).unwrap_or(i64::MAX).min(height - lead).max(tall);
            return offset >= lead && offset + need <= height;
        }
        let row = offset + self.row_at_place();
        let is_entered = !self.has_moved || row <= height / 3;
        (0..height).contains(&row) && is_entered
    }

    /// The row of the screen on which the focus should begin.
    fn target(&mut self, way: Way) -> i64 {
        let lead = self.lead();
        let (height, tall) = (self.height(), self.tall(self.focus));
        if tall > height {
            return -self.row_at_place();
        }
        let need = tall.max(self.margin_needs().0);
        let usual = match way {
            Way::On => height / 4,
            Way::Back => (height * 3 / 4).saturating_sub(tall),
        };
        let row = usual.min(height.saturating_sub(need)).max(lead).min(height - tall);
        i64::try_from(row).unwrap_or(0)
    }

    /// Makes the focus begin on row `target` of the screen, or as near as the start allows.
    fn put_focus_on(&mut self, target: i64) {
        let mut block = self.focus;
        let Ok(mut above) = usize::try_from(target) else {
            self.top = (block, usize::try_from(-target).unwrap_or(0));
            return;
        };
        self.top = (block, 0);
        while above > 0 && block > 0 {
            block -= 1;
            self.lay(block);
            let stack = self.stack(block);
            self.top = (block, stack.saturating_sub(above));
            above = above.saturating_sub(stack);
        }
    }

    /// The empty rows on the screen after the article.
    fn empty_rows(&mut self) -> usize {
        let (mut block, row) = self.top;
        let mut rows = 0;
        while block < self.ready.len() {
            self.lay(block);
            rows += self.stack(block);
            if rows > row + self.height() {
                return 0;
            }
            block += 1;
        }
        self.height().saturating_sub(rows.saturating_sub(row + 1))
    }

    /// No more than `allowed` empty rows after the article where there is text above to show, unless
    /// the glosses of the focus need them.
    fn fill_the_end(&mut self, allowed: usize) {
        let empty = self.empty_rows();
        if empty > allowed {
            let spare = self.spare_rows();
            self.lift_top(empty.min(spare));
        }
    }

    /// By how many rows the focus could move down with its glosses still beside it.
    fn spare_rows(&mut self) -> usize {
        let offset = self.offset().and_then(|offset| usize::try_from(offset).ok());
        let room = offset.map(|offset| self.height().saturating_sub(offset));
        room.map_or(usize::MAX, |room| room.saturating_sub(self.margin_needs().1))
    }

    /// Moves the top up by `rows`.
    fn lift_top(&mut self, mut rows: usize) {
        while rows > 0 {
            let (block, row) = self.top;
            if row >= rows {
                self.top.1 -= rows;
                return;
            }
            rows -= row;
            let Some(before) = block.checked_sub(1) else {
                self.top = (0, 0);
                return;
            };
            self.lay(before);
            self.top = (before, self.stack(before));
        }
    }

    /// Moves the top down by `rows`, at most to the last block.
    fn lower_top(&mut self, mut rows: usize) {
        while rows > 0 {
            let (block, row) = self.top;
            self.lay(block);
            let left = self.stack(block).saturating_sub(row);
            if rows < left || block + 1 >= self.ready.len() {
                self.top.1 = (row + rows).min(self.stack(block).saturating_sub(1));
                return;
            }
            rows -= left;
            self.top = (block + 1, 0);
        }
    }

    fn scroll(&mut self, travel: Travel) {
        let rows = travel.rows(self.height());
        let before = self.top;
        let count = usize::try_from(rows.unsigned_abs()).unwrap_or(usize::MAX);
        if rows < 0 {
            self.lift_top(count);
        } else if self.empty_rows() == 0 {
            self.lower_top(count);
            let empty = self.empty_rows();
            self.lift_top(empty);
        }
        self.fill();
        if self.top == before {
            self.go_to_paragraph(if rows < 0 { Way::On } else { Way::Back });
            return;
        }
        let is_little = matches!(travel, Travel::Rows(_));
        self.focus_what_is_seen(if rows < 0 && is_little { Way::Back } else { Way::On });
        self.has_moved = false;
    }

    /// Where the focus is no longer seen whole, it goes to a paragraph that is: to the first, where one
    /// reads on and its glosses have room, or going back to the last, which is the nearest.
    fn focus_what_is_seen(&mut self, way: Way) {
        let whole: Vec<usize> = self.paragraphs_seen_whole();
        let nearest = if way == Way::On { whole.first() } else { whole.last() };
        match nearest {
            _ if whole.contains(&self.focus) => {}
            Some(block) => self.move_to(*block, 0),
            None => {
                let seen = self.slots.iter().find_map(|slot| match slot {
                    Slot::Text { block, row } => Some((*block, *row)),
                    _ => None,
                });
                if let Some((block, row)) = seen {
                    self.move_to(block, self.row_start(block, row));
                }
            }
        }
    }

    /// To the first paragraph, or the last.
    fn go_to_paragraph(&mut self, from: Way) {
        let is_paragraph = |block: &usize| self.article.blocks[*block].kind == BlockKind::Paragraph;
        let mut blocks = 0..self.article.blocks.len();
        let found = if from == Way::On { blocks.find(is_paragraph) } else { blocks.rfind(is_paragraph) };
        if let Some(block) = found {
            let at = if from == Way::On { 0 } else { self.entry_from_below(block) };
            self.move_to(block, at);
        }
    }
}
