//! Where the glosses of a paragraph stand: each beside the row of its term, in the order of the
//! text.
//!
//! Knows rows and heights only, not what is written in them.

/// A gloss to be placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The row of its term, from the top of the margin.
    pub row: u16,
    /// The rows of the gloss itself; at least 1.
    pub height: u16,
    /// Its rows with fewer renderings; at most `height`.
    pub brief: u16,
    /// The rows of its note; 0 without one.
    pub note: u16,
    /// How much the note is wanted.
    pub want: Want,
}

/// How much a note is wanted in the margin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// The gloss is enough.
    No,
    /// Where it moves no other gloss.
    IfRoom,
    /// Always: its gloss is selected.
    Yes,
}

impl Wish {
    /// The rows it takes where it stands.
    #[must_use]
    pub fn rows(self, stand: Stand) -> i32 {
        let head = if stand.is_brief { self.brief } else { self.height };
        i32::from(head) + if stand.has_note { i32::from(self.note) } else { 0 }
    }

    /// The row after it where it stands.
    #[must_use]
    pub fn bottom(self, stand: Stand) -> i32 {
        stand.top + self.rows(stand)
    }
}

/// A gloss that has found its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stand {
    /// Its first row, from the top of the margin; it may lie above or below what is seen.
    pub top: i32,
    /// Whether it is shown with fewer renderings, to make room.
    pub is_brief: bool,
    /// Whether its note is shown under it.
    pub has_note: bool,
}

/// How far below the row of its term a gloss may be pushed before the one above it becomes brief.
const PATIENCE: i32 = 1;
/// Without any: every gloss that can be brief is.
const NO_PATIENCE: i32 = -i32::MAX / 2;

/// Places the glosses `wishes`, which are in the order of the text, in a margin of `height` rows.
///
/// Each begins on the row of its term or, where the one above is still there, right under that;
/// where they crowd, they become brief. What would hang out below moves up as far as it must. Where
/// all together are too many, the margin follows the selected one.
#[must_use]
pub fn place(wishes: &[Wish], height: u16) -> Vec<Stand> {
    let mut stands = Vec::new();
    for patience in [PATIENCE, 0, NO_PATIENCE] {
        stands = flow(wishes, height, patience);
        if end(wishes, &stands) <= i32::from(height) {
            return stands;
        }
    }
    let total: i32 = wishes.iter().zip(&stands).map(|(wish, stand)| wish.rows(*stand)).sum();
    if total <= i32::from(height) {
        lift(wishes, &mut stands, i32::from(height));
    } else {
        follow(wishes, &mut stands, i32::from(height));
    }
    stands
}

/// The rows a margin must have so that no gloss of `wishes` stands above the row of its term: when
/// all are whole, and when they may be brief.
#[must_use]
pub fn needs(wishes: &[Wish]) -> (u16, u16) {
    let need = |patience| {
        let stands = flow(wishes, u16::MAX, patience);
        u16::try_from(end(wishes, &stands)).unwrap_or(u16::MAX)
    };
    (need(PATIENCE), need(NO_PATIENCE))
}

/// The row after the last gloss.
fn end(wishes: &[Wish], stands: &[Stand]) -> i32 {
    let last = wishes.last().zip(stands.last());
    last.map_or(0, |(wish, stand)| wish.bottom(*stand))
}

/// From top to bottom, none over another; a gloss that would push the next one further than
/// `patience` allows is brief.
fn flow(wishes: &[Wish], height: u16, patience: i32) -> Vec<Stand> {
    let mut free = 0;
    let mut stands = Vec::with_capacity(wishes.len());
    for (number, wish) in wishes.iter().enumerate() {
        let top = i32::from(wish.row).max(free);
        let next = wishes.get(number + 1).map(|next| i32::from(next.row.min(height)));
        let below = next.unwrap_or(i32::from(height));
        let limit = if patience == NO_PATIENCE { 0 } else { next.map_or(below, |next| next + patience) };
        let end = top + i32::from(wish.height);
        let is_brief = wish.brief < wish.height && wish.want != Want::Yes && end > limit;
        let has_room = !is_brief && end + i32::from(wish.note) <= below;
        let has_note = wish.note > 0 && (wish.want == Want::Yes || wish.want == Want::IfRoom && has_room);
        let stand = Stand { top, is_brief, has_note };
        free = wish.bottom(stand);
        stands.push(stand);
    }
    stands
}

/// Moves all up until the selected one is seen whole.
fn follow(wishes: &[Wish], stands: &mut [Stand], height: i32) {
    let Some(selected) = wishes.iter().position(|wish| wish.want == Want::Yes) else { return };
    let stand = stands[selected];
    let shift = (wishes[selected].bottom(stand) - height).max(0).min(stand.top);
    stands.iter_mut().for_each(|stand| stand.top -= shift);
}

/// From bottom to top, so that the last does not hang out.
fn lift(wishes: &[Wish], stands: &mut [Stand], height: i32) {
    let mut limit = height;
    for (wish, stand) in wishes.iter().zip(stands.iter_mut()).rev() {
        stand.top = stand.top.min(limit - wish.rows(*stand));
        limit = stand.top;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tops(wishes: &[(u16, u16)], height: u16) -> Vec<i32> {
        let wish = |(row, height): &(u16, u16)| Wish {
            row: *row,
            height: *height,
            brief: *height,
            note: 0,
            want: Want::No,
        };
        let wishes: Vec<Wish> = wishes.iter().map(wish).collect();
        place(&wishes, height).iter().map(|stand| stand.top).collect()
    }

    #[test]
    fn each_gloss_stands_beside_its_row() {
        assert_eq!(tops(&[(0, 1), (1, 1), (4, 1)], 10), [0, 1, 4]);
    }

    #[test]
    fn crowded_glosses_flow_down_and_then_up() {
        assert_eq!(tops(&[(2, 1), (2, 2), (3, 1)], 10), [2, 3, 5]);
        assert_eq!(tops(&[(2, 1), (5, 2), (5, 1)], 6), [2, 3, 5]);
    }

    #[test]
    fn the_margin_follows_the_selected_one() {
        let mut wishes = [Wish { row: 0, height: 2, brief: 2, note: 3, want: Want::No }; 6];
        wishes[5].want = Want::Yes;
        let stands = place(&wishes, 8);
        assert_eq!((stands[5].top, stands[5].has_note), (3, true));
    }

    #[test]
    fn a_note_is_shown_where_it_moves_nothing() {
        let wish = |row| Wish { row, height: 1, brief: 1, note: 2, want: Want::IfRoom };
        let shown: Vec<bool> =
            place(&[wish(0), wish(1), wish(4), wish(7)], 9).iter().map(|s| s.has_note).collect();
        assert_eq!(shown, [false, true, true, false]);
    }

    #[test]
    fn a_gloss_is_brief_where_it_would_push_the_next_ones_from_their_rows() {
        let wish = |row| Wish { row, height: 2, brief: 1, note: 0, want: Want::No };
        let wishes = [wish(0), wish(1), wish(2), wish(5)];
        let stands = place(&wishes, 20);
        assert_eq!(stands.iter().map(|stand| stand.top).collect::<Vec<_>>(), [0, 2, 3, 5]);
        assert_eq!(
            stands.iter().map(|stand| stand.is_brief).collect::<Vec<_>>(),
            [false, true, false, false]
        );
        assert_eq!(needs(&wishes), (7, 6));
        assert!(place(&wishes, 6)[3].is_brief, "rather than hang out or stand above its row");
    }

    proptest! {
        #[test]
        fn no_gloss_lies_over_another(
            wishes in prop::collection::vec((0_u16..20, 1_u16..4, 0_u16..4), 0..12),
            height in 1_u16..30,
        ) {
            let mut wishes: Vec<Wish> = wishes
                .iter()
                .map(|(row, height, note)| Wish {
                    row: *row,
                    height: *height,
                    brief: 1,
                    note: *note,
                    want: Want::IfRoom,
                })
                .collect();
            wishes.sort_by_key(|wish| wish.row);
            let stands = place(&wishes, height);
            for pair in wishes.iter().zip(&stands).collect::<Vec<_>>().windows(2) {
                prop_assert!(pair[0].0.bottom(*pair[0].1) <= pair[1].1.top);
            }
            prop_assert!(stands.first().is_none_or(|first| first.top >= 0));
        }
    }
}
