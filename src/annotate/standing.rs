//! What won its words becomes an annotation: with its sense, in bytes of the paragraph.

use smallvec::SmallVec;

use super::overlap::{Single, Standing, Winner, beaten_by};
use super::sense::Sentence;
use super::words::Word;
use super::{Annotation, EntryId, Evidence, Matcher, Why, sense};
use crate::text::span::Span;

/// What stands in `sentence`, told by the entries of a matcher under the topic of the article.
pub fn annotation(
    standing: Standing<'_>,
    sentence: Sentence<'_>,
    telling: (&Matcher, Option<&str>),
) -> Annotation {
    match standing {
        Standing::Alone(best, rest) => annotate_word(best, rest, sentence, telling),
        Standing::Whole(winner) => annotate_winner(winner, (sentence, None), telling),
    }
}

/// What a word of `sentence` says, with its sense; `rest` wanted it too.
fn annotate_word(
    best: Single,
    rest: &[Single],
    sentence: Sentence<'_>,
    telling: (&Matcher, Option<&str>),
) -> Annotation {
    let own = [best.word];
    let (sense, evidence) = sense_of(best.entry, sense::Place { sentence, own: &own, whole: None }, telling);
    let is_guess = sentence.words[best.word].is_guess;
    Annotation {
        entry: best.entry,
        sense,
        spans: spans(&own, sentence.words),
        why: Why { rule: best.rule, cells: best.cells, words_inside: 0, evidence, is_guess },
        inside: Vec::new(),
        beaten: beaten_by(best, rest),
    }
}

/// What a winner says, with its sense, in bytes of the paragraph; `whole` has the words of the expression
/// it stands in.
fn annotate_winner(
    Winner { is, inside, beaten }: &Winner,
    (sentence, whole): (Sentence<'_>, Option<&[usize]>),
    telling: (&Matcher, Option<&str>),
) -> Annotation {
    let (sense, evidence) = sense_of(is.entry, sense::Place { sentence, own: &is.words, whole }, telling);
    let width = is.words[is.words.len() - 1] - is.words[0] + 1;
    let why = Why {
        rule: is.rule,
        cells: is.cells,
        words_inside: width - is.words.len(),
        evidence,
        is_guess: is.words.iter().any(|at| sentence.words[*at].is_guess),
    };
    // *porter sur* says of *porter* no more than its sentence does.
    let whole = (is.weight > 1).then_some(&is.words[..]).or(whole);
    Annotation {
        entry: is.entry,
        sense,
        spans: spans(&is.words, sentence.words),
        why,
        inside: inside.iter().map(|winner| annotate_winner(winner, (sentence, whole), telling)).collect(),
        beaten: SmallVec::from_slice(beaten),
    }
}

/// The sense that an entry has in its place, and what decided.
fn sense_of(
    entry: EntryId,
    place: sense::Place<'_>,
    (matcher, topic): (&Matcher, Option<&str>),
) -> (usize, Evidence) {
    let senses = matcher.index(entry.layer).telling().senses(entry.index);
    senses.map_or((0, Evidence::OnlySense), |senses| {
        sense::choose(|| matcher.entry(entry), (senses, matcher), place, topic)
    })
}

/// Where words stand, without what was put before them: neighbours in one span.
fn spans(words: &[usize], sentence: &[Word]) -> SmallVec<[Span; 2]> {
    let span = |at: usize| {
        let Span { start, end } = sentence[at].span;
        Span::new(start + usize::from(sentence[at].prefix), end)
    };
    let mut spans = SmallVec::from_buf_and_len([span(words[0]), Span::default()], 1);
    for next in words.windows(2) {
        match spans.last_mut() {
            Some(last) if next[0] + 1 == next[1] => last.end = span(next[1]).end,
            _ => spans.push(span(next[1])),
        }
    }
    spans
}
