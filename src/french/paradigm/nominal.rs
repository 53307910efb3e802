//! Nouns and adjectives: their plurals and feminines.

use super::draft::Draft;
use super::{Hints, Paradigm, Uninflectable};
use crate::french::reading::Cells;

pub(super) fn noun(lemma: &str, _hints: &Hints) -> Result<Paradigm, Uninflectable> {
    adjective(lemma, _hints)
}

pub(super) fn adjective(lemma: &str, _hints: &Hints) -> Result<Paradigm, Uninflectable> {
    let mut draft = Draft::default();
    draft.put(&lemma.to_lowercase(), "", Cells::MS);
    draft.put(&lemma.to_lowercase(), "s", Cells::MP);
    Ok(draft.finish())
}
