//! Forms gathered into stems and endings.
//!
//! Knows nothing of French: what it is told to put together it puts together.

use super::{Ending, Paradigm, Stem};
use crate::french::reading::Cells;

/// The longest ending, in bytes, that gathering makes: *iraient* on *fin-*, *ettraient* on *m-*.
const LONGEST_ENDING: usize = 9;
/// How much longer than another a stem may be, in bytes, and still be told as its endings.
const LONGEST_REST: usize = 3;

/// A paradigm being written.
#[derive(Default)]
pub(super) struct Draft {
    stems: Vec<Stem>,
}

impl Draft {
    /// Adds the form `stem` + `ending`; where it stands already, it fills these cells too.
    pub fn put(&mut self, stem: &str, ending: &str, cells: Cells) {
        let at = self.stems.iter().position(|known| known.text == stem).unwrap_or_else(|| {
            self.stems.push(Stem { text: stem.into(), endings: Vec::new() });
            self.stems.len() - 1
        });
        add(&mut self.stems[at].endings, ending, cells);
    }

    /// Takes away what fills `cells`.
    pub fn clear(&mut self, cells: Cells) {
        for stem in &mut self.stems {
            stem.endings.retain_mut(|ending| {
                ending.cells = ending.cells & !cells;
                !ending.cells.is_empty()
            });
        }
        self.stems.retain(|stem| !stem.endings.is_empty());
    }

    /// The paradigm, with as few stems as short endings allow: *mangeons* is *mang-* + *-eons*.
    ///
    /// What is done depends on the ends of the stems alone, so the verbs of one model have the same
    /// sets of endings: *tenir*, *abstenir*.
    pub fn finish(mut self) -> Paradigm {
        self.stems.sort_by(|a, b| a.text.len().cmp(&b.text.len()).then_with(|| a.text.cmp(&b.text)));
        let mut kept = Vec::new();
        while let Some(stem) = self.stems.pop() {
            match self.stems.iter_mut().rev().find(|shorter| absorbs(shorter, &stem)) {
                Some(shorter) => absorb(shorter, &stem),
                None => kept.push(stem),
            }
        }
        for stem in &mut kept {
            stem.endings.sort_by(|a, b| a.text.cmp(&b.text));
        }
        kept.reverse();
        Paradigm { stems: kept }
    }
}

/// True when the forms of `longer` may be told as endings of `shorter`.
fn absorbs(shorter: &Stem, longer: &Stem) -> bool {
    let Some(rest) = longer.text.strip_prefix(&shorter.text) else { return false };
    let longest = longer.endings.iter().map(|ending| ending.text.len()).max().unwrap_or(0);
    !shorter.text.is_empty() && rest.len() <= LONGEST_REST && rest.len() + longest <= LONGEST_ENDING
}

/// Gives the forms of `longer` to `shorter`.
fn absorb(shorter: &mut Stem, longer: &Stem) {
    let rest = &longer.text[shorter.text.len()..];
    for ending in &longer.endings {
        add(&mut shorter.endings, &format!("{rest}{}", ending.text), ending.cells);
    }
}

/// Adds an ending, or its cells where it stands already.
fn add(endings: &mut Vec<Ending>, text: &str, cells: Cells) {
    match endings.iter_mut().find(|known| known.text == text) {
        Some(known) => known.cells |= cells,
        None => endings.push(Ending { text: text.into(), cells }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_that_differ_by_a_letter_or_two_are_one() {
        let mut draft = Draft::default();
        draft.put("mang", "e", Cells::IMP_2S);
        draft.put("mange", "ons", Cells::IMP_1P);
        draft.put("mang", "ez", Cells::IMP_2P | Cells::INF);
        draft.clear(Cells::INF);
        let paradigm = draft.finish();
        assert_eq!(paradigm.stems.len(), 1);
        assert_eq!(paradigm.stems[0].text, "mang");
        let texts: Vec<_> = paradigm.stems[0].endings.iter().map(|ending| &*ending.text).collect();
        assert_eq!(texts, ["e", "eons", "ez"]);
    }
}
