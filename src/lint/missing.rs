//! The words of texts that no entry explains, gathered by what a dictionary calls them.
//!
//! Knows no article but its paragraphs, and writes nothing.

use rustc_hash::FxHashMap;

use crate::annotate::{Annotated, Matcher, annotate};
use crate::french::gender::of_ending;
use crate::french::reading::{Cells, Gender, Upos};
use crate::french::token::TokenKind;
use crate::text::span::Span;

/// What has been counted so far.
#[derive(Debug, Default)]
pub struct Missing {
    /// The words that mean something by themselves, glossed or not: nouns, verbs, adjectives, adverbs.
    pub words: usize,
    found: FxHashMap<(String, Upos), Word>,
}

/// A word that no entry explains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As a dictionary writes it, as far as that can be told.
    pub lemma: String,
    /// What it works as.
    pub upos: Upos,
    /// Of a noun, as its neighbours and its ending tell it.
    pub gender: Option<Gender>,
    /// How often it stands.
    pub times: usize,
    /// How often it stood with a small letter, and with a capital that began no sentence.
    small: usize,
    capitals: usize,
    /// The first sentences it stands in, each with the place of the word.
    pub sentences: Vec<(String, Span)>,
}

/// How many sentences are kept of a word.
pub const MOST_SENTENCES: usize = 5;

impl Missing {
    /// Counts the words of `paragraph`; `topic` is that of its article.
    pub fn count(&mut self, paragraph: &str, matcher: &Matcher, topic: Option<&str>) {
        let annotated = annotate(paragraph, matcher, topic);
        let mut glossed: Vec<Span> =
            annotated.annotations.iter().flat_map(|annotation| annotation.spans.iter().copied()).collect();
        glossed.sort_unstable();
        for (number, token) in annotated.tokens.iter().enumerate() {
            let reading = annotated.readings[number];
            // *23e* and *-là* have nothing to gloss.
            let is_spelt = token.span.of(paragraph).starts_with(char::is_alphabetic);
            let is_content =
                is_spelt && matches!(reading.upos, Upos::Noun | Upos::Verb | Upos::Adj | Upos::Adv);
            if token.kind != TokenKind::Word || !is_content && reading.upos != Upos::Propn {
                continue;
            }
            self.words += usize::from(is_content);
            let after = glossed.partition_point(|span| span.end <= token.span.start);
            if glossed.get(after).is_none_or(|span| !span.overlaps(token.span)) {
                let lemma = matcher.lemma(token.span.of(paragraph), reading).into_owned();
                self.add(lemma, (paragraph, &annotated), number);
            }
        }
    }

    /// The words, the commonest first; names behind all others.
    #[must_use]
    pub fn list(self) -> Vec<Word> {
        let mut list: Vec<Word> = self.found.into_values().collect();
        let order = |word: &Word| (word.upos == Upos::Propn, std::cmp::Reverse(word.times));
        list.sort_by(|one, other| (order(one), &one.lemma).cmp(&(order(other), &other.lemma)));
        list
    }

    fn add(&mut self, lemma: String, (paragraph, annotated): (&str, &Annotated), number: usize) {
        let (span, reading) = (annotated.tokens[number].span, annotated.readings[number]);
        let word = self.found.entry((lemma, reading.upos)).or_insert_with_key(|(lemma, upos)| Word {
            gender: None,
            lemma: lemma.clone(),
            upos: *upos,
            times: 0,
            small: 0,
            capitals: 0,
            sentences: Vec::new(),
        });
        word.times += 1;
        let sentence = sentence(paragraph, annotated, span);
        let is_capital = span.of(paragraph).starts_with(char::is_uppercase);
        let is_first = paragraph[sentence.start..span.start].chars().all(|c| !c.is_alphanumeric());
        word.small += usize::from(!is_capital);
        word.capitals += usize::from(is_capital && !is_first);
        if word.gender.is_none() && word.upos == Upos::Noun {
            word.gender = gender(&word.lemma, reading.cells);
        }
        if word.sentences.len() < MOST_SENTENCES {
            let inside = Span::new(span.start - sentence.start, span.end - sentence.start);
            word.sentences.push((sentence.of(paragraph).to_owned(), inside));
        }
    }
}

impl Word {
    /// True of a name, and of what never stands with a small letter where a common word would.
    #[must_use]
    pub fn is_like_a_name(&self) -> bool {
        self.upos == Upos::Propn || self.small == 0 && self.capitals > 0
    }
}

/// The gender that the forms of a noun show here, or else its ending.
fn gender(lemma: &str, cells: Cells) -> Option<Gender> {
    match (cells.meets(Cells::MASCULINE), cells.meets(Cells::FEMININE)) {
        (true, false) => Some(Gender::Masculine),
        (false, true) => Some(Gender::Feminine),
        _ => of_ending(lemma).map(|(_, gender)| gender),
    }
}

/// The sentence in which the word stands.
fn sentence(text: &str, annotated: &Annotated, word: Span) -> Span {
    let after = annotated.sentences.partition_point(|sentence| sentence.end <= word.start);
    annotated.sentences.get(after).copied().unwrap_or_else(|| Span::new(0, text.len()))
}
