//! Which of an entry's senses is meant.

use std::borrow::Cow;

use smallvec::SmallVec;

use super::words::Word;
use super::{Evidence, can_stand_for};
use crate::french::reading::Lemma;
use crate::glossary::Entry;

/// The sense of an entry that its sentence asks for, and what decided.
///
/// `near` has for each sense the lemmas that give it away; `own` are the entry's own words. The
/// nearest telling word decides; then the article's topic; then the first sense without `near`.
#[must_use]
pub fn choose<'e>(
    entry: impl FnOnce() -> Cow<'e, Entry>,
    near: &[SmallVec<[u32; 8]>],
    (sentence, own): (&[Word], &[usize]),
    topic: Option<&str>,
) -> (usize, Evidence) {
    let (first, last) = (own.first().copied().unwrap_or(0), own.last().copied().unwrap_or(0));
    let mut best: Option<(usize, usize, Evidence)> = None;
    let telling = near.iter().flatten().fold(0, |all, lemma| all | bit(*lemma));
    for (at, word) in sentence.iter().enumerate().filter(|(_, word)| may_tell(word, telling)) {
        if own.contains(&at) {
            continue;
        }
        let distance = if at < first { first - at } else { at.saturating_sub(last) };
        if best.as_ref().is_some_and(|(nearest, ..)| *nearest <= distance) {
            continue;
        }
        let is_told = |lemmas: &SmallVec<[u32; 8]>| {
            // The noun *est* does not stand in *s'**est** vendu*.
            let likely = word.readings.iter().filter(|reading| can_stand_for(**reading, word));
            likely.filter_map(|reading| reading.lemma.number()).any(|lemma| lemmas.contains(&lemma))
        };
        if let Some(sense) = near.iter().position(is_told) {
            best = Some((distance, sense, Evidence::Near(word.span)));
        }
    }
    if let Some((_, sense, evidence)) = best {
        return (sense, evidence);
    }
    let entry = entry();
    let of_topic = |topic| entry.senses.iter().position(|sense| sense.topic.as_deref() == Some(topic));
    if let Some(sense) = topic.and_then(of_topic) {
        return (sense, Evidence::Topic);
    }
    (entry.senses.iter().position(|sense| sense.near.is_empty()).unwrap_or(0), Evidence::Default)
}

/// False when `word` has none of the lemmas whose bits are in `telling`: most words, told at once.
fn may_tell(word: &Word, telling: u64) -> bool {
    word.readings
        .iter()
        .any(|reading| matches!(reading.lemma, Lemma::Known(lemma) if bit(lemma) & telling != 0))
}

/// A bit that few lemmas share.
const fn bit(lemma: u32) -> u64 {
    1 << (lemma % 64)
}
