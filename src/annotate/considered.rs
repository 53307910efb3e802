//! What a word could have been in its sentence, and why it is not read so.
//!
//! Reads the sentence once more for those who ask; nothing of it is kept while a text is annotated.

use super::words;
use super::{Annotated, Matcher};
use crate::french::constraint;
use crate::french::reading::Reading;

/// A reading that was thought of and not taken: *porte* as a noun in *elle porte*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Considered {
    /// The reading.
    pub reading: Reading,
    /// Its dictionary form.
    pub lemma: String,
    /// Why it was not taken.
    pub verdict: Verdict,
}

/// Why a reading was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A constraint of `french/data/constraints.txt` ruled it out.
    Ruled {
        /// The line of the constraint, from 1.
        line: usize,
        /// Its reason, with an example.
        reason: &'static str,
    },
    /// It was possible, and cost more than another beside its neighbours (`french/data/follow.txt`).
    Costlier,
    /// An expression of several words says what the word is.
    Expression,
}

/// The readings of the token at byte `offset` of `paragraph` that were not taken, in the order of the
/// lexicon; none for what is no word.
#[must_use]
pub fn considered(
    paragraph: &str,
    annotated: &Annotated,
    matcher: &Matcher,
    offset: usize,
) -> Vec<Considered> {
    let token = annotated.tokens.partition_point(|token| token.span.end <= offset);
    let Some(sentence) = annotated.sentences.iter().find(|sentence| sentence.contains(offset)) else {
        return Vec::new();
    };
    let from = annotated.tokens.partition_point(|token| token.span.start < sentence.start);
    let to = annotated.tokens.partition_point(|token| token.span.start < sentence.end);
    let mut types = matcher.memory().lock();
    let range = from..to;
    let sentences = std::slice::from_ref(&range);
    let words::Chosen { words, dropped, .. } =
        words::choose(paragraph, &annotated.tokens, sentences, (matcher, &mut types));
    let Some(at) = words.iter().position(|word| word.token == token) else { return Vec::new() };
    let (word, taken) = (&words[at], annotated.readings[token]);
    let is = |one: &Reading, other: &Reading| one.lemma == other.lemma && one.upos == other.upos;
    let verdict = |reading: &Reading| {
        let ruled = dropped.iter().find(|gone| gone.word == at && is(&gone.reading, reading));
        match ruled {
            Some(gone) => Verdict::Ruled { line: gone.line, reason: constraint::reason(gone.line) },
            None if is(&word.chosen, reading) => Verdict::Expression,
            None => Verdict::Costlier,
        }
    };
    let others = word.readings.iter().filter(|reading| !is(reading, &taken));
    others
        .map(|reading| Considered {
            reading: *reading,
            lemma: matcher.lemma(word.span.of(paragraph), *reading).into_owned(),
            verdict: verdict(reading),
        })
        .collect()
}
