//! Which of an entry's senses is meant.

use smallvec::SmallVec;

use super::telling::Senses;
use super::words::Word;
use super::{Evidence, can_stand_for};
use crate::glossary::Entry;
use crate::text::span::Span;

/// The sense of an entry that its sentence asks for, and what decided; `own` are the entry's own words.
///
/// The nearest telling word decides; then the article's topic; then the first sense without `near`.
#[must_use]
pub fn choose<'e>(
    entry: impl FnOnce() -> &'e Entry,
    senses: Senses<'_>,
    (sentence, own): (&[Word], &[usize]),
    topic: Option<&str>,
) -> (usize, Evidence) {
    if let Some((sense, span)) = nearest(senses, sentence, own) {
        return (sense, Evidence::Near(span));
    }
    let of_topic = |topic| entry().senses.iter().position(|sense| sense.topic.as_deref() == Some(topic));
    match topic.filter(|_| senses.has_topics).and_then(of_topic) {
        Some(sense) => (sense, Evidence::Topic),
        None => (senses.plain, Evidence::Default),
    }
}

/// The sense that the nearest telling word tells, and where that word stands.
fn nearest(senses: Senses<'_>, sentence: &[Word], own: &[usize]) -> Option<(usize, Span)> {
    let (first, last) = (*own.first()?, *own.last()?);
    let mut best: Option<(usize, usize, Span)> = None;
    for (at, word) in sentence.iter().enumerate() {
        // Most words have no lemma that tells anything.
        if word.telling & senses.bits == 0 || own.contains(&at) {
            continue;
        }
        let distance = if at < first { first - at } else { at.saturating_sub(last) };
        if best.is_some_and(|(nearest, ..)| nearest <= distance) {
            continue;
        }
        let is_told = |lemmas: &SmallVec<[u32; 8]>| {
            // The noun *est* does not stand in *s'**est** vendu*.
            let likely = word.readings.iter().filter(|reading| can_stand_for(**reading, word));
            likely.filter_map(|reading| reading.lemma.number()).any(|lemma| lemmas.contains(&lemma))
        };
        if let Some(sense) = senses.near().iter().position(is_told) {
            best = Some((distance, sense, word.span));
        }
    }
    best.map(|(_, sense, span)| (sense, span))
}
