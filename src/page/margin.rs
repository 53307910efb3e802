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

/// A gloss that has found its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stand {
    /// Its first row, from the top of the margin; it may lie above or below what is seen.
    pub top: i32,
    /// Whether its note is shown under it.
    pub has_note: bool,
}

/// Places the glosses `wishes`, which are in the order of the text, in a margin of `height` rows.
///
/// Each begins on the row of its term or, where the one above is still there, right under that.
/// What would hang out below moves up as far as it must. Where all together are too many, the
/// margin follows the selected one.
#[must_use]
pub fn place(wishes: &[Wish], height: u16) -> Vec<Stand> {
    let mut stands = flow(wishes, height);
    let selected = wishes.iter().position(|wish| wish.want == Want::Yes);
    let total: i32 = wishes.iter().zip(&stands).map(|(wish, stand)| rows(*wish, *stand)).sum();
    if total <= i32::from(height) {
        lift(wishes, &mut stands, i32::from(height));
    } else if let Some(selected) = selected {
        let stand = stands[selected];
        let bottom = stand.top + rows(wishes[selected], stand);
        let shift = (bottom - i32::from(height)).max(0).min(stand.top);
        stands.iter_mut().for_each(|stand| stand.top -= shift);
    }
    stands
}

/// The rows a gloss takes where it stands.
fn rows(wish: Wish, stand: Stand) -> i32 {
    i32::from(wish.height) + if stand.has_note { i32::from(wish.note) } else { 0 }
}

/// From top to bottom, none over another.
fn flow(wishes: &[Wish], height: u16) -> Vec<Stand> {
    let mut free = 0;
    let mut stands = Vec::with_capacity(wishes.len());
    for (number, wish) in wishes.iter().enumerate() {
        let top = i32::from(wish.row).max(free);
        let below = wishes.get(number + 1).map_or(height, |next| next.row.min(height));
        let end = top + i32::from(wish.height) + i32::from(wish.note);
        let has_note = wish.note > 0
            && match wish.want {
                Want::No => false,
                Want::IfRoom => end <= i32::from(below),
                Want::Yes => true,
            };
        let stand = Stand { top, has_note };
        free = top + rows(*wish, stand);
        stands.push(stand);
    }
    stands
}

/// From bottom to top, so that the last does not hang out.
fn lift(wishes: &[Wish], stands: &mut [Stand], height: i32) {
    let mut limit = height;
    for (wish, stand) in wishes.iter().zip(stands.iter_mut()).rev() {
        stand.top = stand.top.min(limit - rows(*wish, *stand));
        limit = stand.top;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tops(wishes: &[(u16, u16)], height: u16) -> Vec<i32> {
        let wish = |(row, height): &(u16, u16)| Wish { row: *row, height: *height, note: 0, want: Want::No };
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
        let mut wishes = [Wish { row: 0, height: 2, note: 3, want: Want::No }; 6];
        wishes[5].want = Want::Yes;
        let stands = place(&wishes, 8);
        assert_eq!((stands[5].top, stands[5].has_note), (3, true));
    }

    #[test]
    fn a_note_is_shown_where_it_moves_nothing() {
        let wish = |row| Wish { row, height: 1, note: 2, want: Want::IfRoom };
        let shown: Vec<bool> =
            place(&[wish(0), wish(1), wish(4), wish(7)], 9).iter().map(|s| s.has_note).collect();
        assert_eq!(shown, [false, true, true, false]);
    }

    proptest! {
        #[test]
        fn no_gloss_lies_over_another(
            wishes in prop::collection::vec((0_u16..20, 1_u16..4, 0_u16..4), 0..12),
            height in 1_u16..30,
        ) {
            let mut wishes: Vec<Wish> = wishes
                .iter()
                .map(|(row, height, note)| Wish { row: *row, height: *height, note: *note, want: Want::IfRoom })
                .collect();
            wishes.sort_by_key(|wish| wish.row);
            let stands = place(&wishes, height);
            for pair in wishes.iter().zip(&stands).collect::<Vec<_>>().windows(2) {
                prop_assert!(pair[0].1.top + rows(*pair[0].0, *pair[0].1) <= pair[1].1.top);
            }
            prop_assert!(stands.first().is_none_or(|first| first.top >= 0));
        }
    }
}
