//! The words of a paragraph with what they can be, sentence by sentence.

use std::ops::{Deref, Range};

use super::matcher::Matcher;
use super::places::{Position, is_acronym};
use super::types::{Types, WordType};
use crate::french::constraint::Dropped;
use crate::french::context::{self, Lattice};
use crate::french::reading::{Cells, Reading, Upos};
use crate::french::token::{Token, TokenKind};
use crate::text::span::Span;

/// A token that is no space, in its sentence; what is known of it anywhere is its type's.
#[derive(Clone, Debug)]
pub struct Word<'t> {
    /// Its number among the paragraph's tokens.
    pub token: usize,
    /// Where it stands in the paragraph.
    pub span: Span,
    /// What it is here.
    pub chosen: Reading,
    is: &'t WordType,
}

impl Word<'_> {
    /// True of a subject behind its verb: *a-**t-il** dit*. The preposition *en* has the same cell, for the
    /// gerund that it governs.
    #[must_use]
    pub fn is_inverted(&self) -> bool {
        self.chosen.upos == Upos::Pron && self.chosen.cells.meets(Cells::INVERTED)
    }

    /// True of what may stand between an auxiliary and its participle: *a-t-**elle longtemps** dit*.
    #[must_use]
    pub fn parts_verb(&self) -> bool {
        self.chosen.upos == Upos::Adv || self.is_inverted()
    }
}

impl Deref for Word<'_> {
    type Target = WordType;

    fn deref(&self) -> &WordType {
        self.is
    }
}

/// The words of sentences that follow one another, each with the reading chosen in its own.
#[derive(Debug)]
pub struct Chosen<'t> {
    /// Those of the first sentence, then those of the second.
    pub words: Vec<Word<'t>>,
    /// Where each sentence ends among them.
    pub ends: Vec<usize>,
    /// What grammar ruled out, by the place of the word in its sentence.
    pub dropped: Vec<Dropped>,
}

/// The words of sentences of `paragraph`, each with the reading chosen in its sentence.
///
/// `tokens` are those of the paragraph; the sentences are those numbered by `ranges`.
#[must_use]
pub fn choose<'t>(
    paragraph: &str,
    tokens: &[Token],
    ranges: &[Range<usize>],
    (matcher, types): (&Matcher, &'t mut Types),
) -> Chosen<'t> {
    types.make_room();
    let mut numbers = Vec::with_capacity(ranges.iter().map(Range::len).sum());
    let mut ends = Vec::with_capacity(ranges.len());
    for range in ranges {
        for place in range.clone().filter(|place| tokens[*place].kind != TokenKind::Space) {
            let Token { span, kind } = tokens[place];
            numbers.push((place, types.number(span.of(paragraph), kind, matcher)));
        }
        ends.push(numbers.len());
    }
    let types: &'t Types = types;
    let word = |(token, number): (usize, u32)| {
        let is = types.get(number);
        Word { token, span: tokens[token].span, chosen: is.readings[0], is }
    };
    let mut words: Vec<Word<'t>> = numbers.into_iter().map(word).collect();
    let mut candidates = Vec::with_capacity(words.len());
    for sentence in ranges_of(&ends) {
        let sentence = &mut words[sentence];
        settle_if(sentence);
        candidates.extend((0..sentence.len()).map(|at| candidate(sentence, at)));
    }
    let grammar = matcher.grammar();
    let mut dropped = Vec::with_capacity(words.len() / 2);
    for sentence in ranges_of(&ends) {
        grammar.constraints.constrain(&mut candidates[sentence], &mut dropped);
    }
    let mut lattice = Lattice::default();
    for range in ranges_of(&ends) {
        let sentence = &mut words[range.clone()];
        lattice.choose(&candidates[range], &grammar.steps, |at, reading| sentence[at].chosen = reading);
        make_causative(sentence, paragraph, matcher);
    }
    drop(candidates);
    Chosen { words, ends, dropped }
}

/// The ranges that end there, each beginning where the one before ends.
pub fn ranges_of(ends: &[usize]) -> impl Iterator<Item = Range<usize>> {
    let starts = std::iter::once(&0).chain(ends);
    starts.zip(ends).map(|(start, end)| *start..*end)
}

/// *s'* is *si* before *il* and *ils*, and a pronoun before anything else.
fn settle_if(words: &mut [Word]) {
    for at in 1..words.len() {
        if let Some(conjunction) = words[at - 1].is.before_il.as_deref()
            && matches!(words[at].form.exact(), "il" | "ils")
        {
            let before = &mut words[at - 1];
            (before.chosen, before.is) = (conjunction.readings[0], conjunction);
        }
    }
}

/// A word as the choice of readings sees it.
fn candidate<'t>(words: &[Word<'t>], at: usize) -> context::Word<'t> {
    let word = words[at].is;
    let is_before_name = || words.get(at + 1).is_some_and(|next| next.is_guess && next.form.is_capitalised());
    let position = match word.form.is_capitalised() {
        true if is_first(words, at) || is_in_capitals(words, at) => Position::First,
        true if is_before_name() => Position::BeforeName,
        _ => Position::Inside,
    };
    context::Word {
        readings: &word.readings,
        left: context::Left::ALL,
        form: word.profile.form,
        constraints: &word.profile.constraints,
        mask: word.profile.mask,
        places: word.places.at(position),
    }
}

/// True of the first word of a sentence, and of one that is quoted in it: *Il a dit : « **Le** pays … »*
fn is_first(words: &[Word], at: usize) -> bool {
    let mut before = words[..at].iter().rev().take_while(|word| word.kind == TokenKind::Punct);
    let marks = before
        .by_ref()
        .take(4)
        .fold((0, false), |(number, opens), word| (number + 1, opens || word.form.exact() == ":"));
    marks.0 == at || marks.1
}

/// True of a word of a heading in capitals: *LA GRÈVE CONTINUE*.
fn is_in_capitals(words: &[Word], at: usize) -> bool {
    let mut beside = [at.wrapping_sub(1), at + 1].into_iter().filter_map(|at| words.get(at));
    is_acronym(&words[at].form) && beside.any(|word| is_acronym(&word.form))
}

/// The causative *faire* is an auxiliary of its infinitive: *a **fait** construire*.
fn make_causative(words: &mut [Word], paragraph: &str, matcher: &Matcher) {
    for at in 0..words.len() {
        let word = &words[at];
        if word.chosen.upos != Upos::Verb || !word.form.exact().starts_with('f') {
            continue;
        }
        let is_between = |word: &&Word| word.parts_verb() || word.chosen.cells.meets(Cells::OBJECT);
        let next = words[at + 1..].iter().find(|word| !is_between(word));
        let is_infinitive =
            |next: &Word| next.chosen.upos == Upos::Verb && next.chosen.cells.meets(Cells::INF);
        if next.is_some_and(is_infinitive) && matcher.lemma(word.span.of(paragraph), word.chosen) == "faire" {
            words[at].chosen.upos = Upos::Aux;
        }
    }
}
