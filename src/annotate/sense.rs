//! Which of an entry's senses is meant.

use smallvec::SmallVec;

use super::single::can_stand_for;
use super::telling::Senses;
use super::types::lemma_bit;
use super::words::Word;
use super::{Annotation, Evidence, Matcher, setting};
use crate::french::reading::{Cells, Reading, Upos};
use crate::glossary::{Entry, Sense};
use crate::text::span::Span;

/// A sentence, with what its words tell of the senses of others.
#[derive(Clone, Copy)]
pub struct Sentence<'s> {
    /// Its words.
    pub words: &'s [Word<'s>],
    /// What each has as its type's `telling`: by themselves, since nearly all are only passed over.
    pub telling: &'s [u64],
}

/// Where an entry stands.
#[derive(Clone, Copy)]
pub struct Place<'s> {
    /// The words around it.
    pub sentence: Sentence<'s>,
    /// The entry's own.
    pub own: &'s [usize],
    /// Those of the expression it stands in.
    pub whole: Option<&'s [usize]>,
}

/// The sense of an entry that its sentence asks for, and what decided.
///
/// How it stands decides, and among several senses that stand so the nearest telling word; else that word;
/// then the article's topic; then the first sense without `near`. Of a verb inside an expression only that
/// expression's words tell: others speak of the whole.
#[must_use]
pub fn choose<'e>(
    entry: impl FnOnce() -> &'e Entry,
    (senses, matcher): (Senses<'_>, &Matcher),
    place: Place<'_>,
    topic: Option<&str>,
) -> (usize, Evidence) {
    if let Some((number, span)) = setting::told(senses, matcher.settings(), (place.sentence.words, place.own))
    {
        let stands_so = |sense: usize| senses.near()[sense].contains(&number);
        let mut standing = (0..senses.near().len()).filter(|sense| stands_so(*sense));
        if let Some(first) = standing.next() {
            let others = standing.next().and_then(|_| nearest((senses, matcher), place, stands_so));
            return (others.map_or(first, |(sense, _)| sense), Evidence::Near(span));
        }
    }
    let only = matcher.settings()[setting::ONLY];
    let may_be = |sense: usize| only.is_none_or(|only| !senses.near()[sense].contains(&only));
    if let Some((sense, span)) = nearest((senses, matcher), place, may_be) {
        return (sense, Evidence::Near(span));
    }
    let of_topic = |topic| entry().senses.iter().position(|sense| sense.topic.as_deref() == Some(topic));
    match topic.filter(|_| senses.has_topics).and_then(of_topic) {
        Some(sense) => (sense, Evidence::Topic),
        None => (senses.plain, Evidence::Default),
    }
}

/// The sense of those that `may` be that the nearest telling word tells, and where that word stands.
fn nearest(
    (senses, matcher): (Senses<'_>, &Matcher),
    Place { sentence, own, whole }: Place<'_>,
    may: impl Fn(usize) -> bool,
) -> Option<(usize, Span)> {
    let (first, last) = (*own.first()?, *own.last()?);
    let is_verb = |at: &usize| matches!(sentence.words[*at].chosen.upos, Upos::Verb | Upos::Aux);
    let whole = whole.filter(|_| own.iter().any(is_verb));
    let mut best: Option<(usize, usize, Span)> = None;
    let may_tell = |(_, bits): &(usize, &u64)| **bits & senses.bits != 0;
    for (at, _) in sentence.telling.iter().enumerate().filter(may_tell) {
        if own.contains(&at) {
            continue;
        }
        let distance = if at < first { first - at } else { at.saturating_sub(last) };
        if best.is_some_and(|(nearest, ..)| nearest <= distance)
            || whole.is_some_and(|whole| !whole.contains(&at))
        {
            continue;
        }
        let word = &sentence.words[at];
        let is_telling = |lemma: &u32| lemma_bit(*lemma) & senses.bits != 0;
        let told = |reading: &Reading| {
            let lemma = reading.lemma.number().filter(is_telling)?;
            let is_told = |(sense, near): &(usize, &SmallVec<[u32; 8]>)| near.contains(&lemma) && may(*sense);
            let (sense, _) = senses.near().iter().enumerate().find(is_told)?;
            tells(*reading, word, matcher).then_some(sense)
        };
        if let Some(sense) = word.readings.iter().filter_map(told).min() {
            best = Some((distance, sense, word.span));
        }
    }
    best.map(|(_, sense, span)| (sense, span))
}

/// True of the reading that was chosen, and of another that may be meant all the same: the noun *blessé*
/// of a participle, *maîtresse* where *maître* was chosen. The noun *est* does not stand in *s'**est**
/// vendu*, nor *fonder* in *l'écart **fondait***.
fn tells(reading: Reading, word: &Word, matcher: &Matcher) -> bool {
    let chosen = word.chosen;
    let is_woman = |one: Reading| one.upos == Upos::Noun && one.cells.meets(Cells::FEMININE);
    reading.lemma == chosen.lemma
        || is_woman(reading) && is_woman(chosen)
        || can_stand_for(reading, word)
            // One word can have a number of each layer.
            && (reading.upos != chosen.upos || matcher.headword(reading) == matcher.headword(chosen))
}

/// Where the article has no topic, that of most terms of the paragraph tips the balance between senses
/// for which nothing else speaks: at least three terms, and more than half of those that have a topic.
pub fn lean_on_terms(annotations: &mut [Annotation], matcher: &Matcher) {
    let is_open = |annotation: &Annotation| annotation.why.evidence == Evidence::Default;
    let telling = |annotation: &Annotation| matcher.index(annotation.entry.layer).telling();
    let has_topics = |annotation: &Annotation| telling(annotation).has_topics(annotation.entry.index);
    if !annotations.iter().any(|annotation| is_open(annotation) && has_topics(annotation)) {
        return;
    }
    let topic = |annotation: &Annotation| {
        let of_sense = || matcher.entry(annotation.entry).senses.get(annotation.sense)?.topic.as_deref();
        let own = if has_topics(annotation) { of_sense() } else { None };
        own.or_else(|| matcher.index(annotation.entry.layer).telling().topic(annotation.entry.index))
    };
    let settled = annotations.iter().filter(|annotation| !is_open(annotation));
    let mut topics: Vec<&str> = settled.filter_map(topic).collect();
    topics.sort_unstable();
    let most = topics.chunk_by(|one, other| one == other).max_by_key(|alike| alike.len());
    let Some(most) = most.filter(|alike| alike.len() > 2 && 2 * alike.len() > topics.len()) else { return };
    let open = annotations.iter_mut().filter(|annotation| is_open(annotation) && has_topics(annotation));
    for annotation in open {
        let entry = matcher.entry(annotation.entry);
        let of_topic = |sense: &Sense| sense.topic.as_deref() == Some(most[0]);
        if let Some(sense) = entry.senses.iter().position(of_topic) {
            annotation.sense = sense;
            annotation.why.evidence = Evidence::Terms;
        }
    }
}
