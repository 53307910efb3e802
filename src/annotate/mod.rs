//! Where glossary meets article: which entries stand in a paragraph, where, and why.
//!
//! Knows neither page nor person: everything found is returned, whatever its level.

mod aside;
mod compile;
pub mod considered;
pub mod explain;
mod expression;
pub mod headword;
mod impersonal;
mod index;
mod lookalike;
pub mod matcher;
mod needs;
mod overlap;
mod participle;
mod pattern;
mod places;
pub mod prepared;
mod sense;
pub mod setting;
mod settled;
mod single;
mod standing;
mod telling;
mod types;
mod verb;
mod vocabulary;
mod words;

use std::ops::Range;

use smallvec::SmallVec;

pub use matcher::Matcher;
use needs::Present;
use overlap::{Match, Matches, Ring};
use sense::Sentence;
use types::Anchored;
use words::Word;

use crate::french::lemma::Lemma;
use crate::french::reading::{Cells, Reading, Upos};
use crate::french::sentence::sentences;
use crate::french::token::Token;
use crate::french::tokenize::tokenize;
use crate::glossary::Pos;
use crate::text::span::Span;

/// A paragraph with everything that is known of it. All spans are bytes of the paragraph.
#[derive(Clone, Debug, Default)]
pub struct Annotated {
    /// Gapless: concatenated, they are the paragraph.
    pub tokens: Vec<Token>,
    /// For each token, the reading chosen for it in its sentence.
    pub readings: Vec<Reading>,
    /// Sorted, not overlapping, without the blanks between them.
    pub sentences: Vec<Span>,
    /// What the glossary says here, sorted by first byte. No two overlap, except that those of an
    /// expression's words are in its `inside`; two whose spans interleave do not share a word.
    pub annotations: Vec<Annotation>,
}

/// An entry that stands in the paragraph: a match that won.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Which entry.
    pub entry: EntryId,
    /// Which of its senses is meant here.
    pub sense: usize,
    /// The entry's own words, sorted, not overlapping: *se … soldés par* has two spans.
    pub spans: SmallVec<[Span; 2]>,
    /// Why it was matched.
    pub why: Why,
    /// The entries of an expression's single words, which it covers.
    pub inside: Vec<Annotation>,
    /// Entries that fit the very same words and lost: the next best reading first.
    pub beaten: SmallVec<[EntryId; 2]>,
}

/// Which entry of which layer. Layers are numbered from the strongest: 0 is an article's own notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId {
    /// The layer's number in [`Matcher::layers`](matcher::Matcher::layers).
    pub layer: u32,
    /// The entry's number in the layer.
    pub index: u32,
}

/// Why an entry was matched here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Why {
    /// What kind of match.
    pub rule: Rule,
    /// What the inflecting word is here: *soldés*, `participe passé m. pl.`
    pub cells: Cells,
    /// How many words stand inside an expression that are not its own.
    pub words_inside: usize,
    /// What decided the sense.
    pub evidence: Evidence,
    /// True when the word is in no lexicon and was guessed from its ending.
    pub is_guess: bool,
}

/// The kinds of match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// A single word, in any of its forms.
    Word,
    /// Several words.
    Expression,
    /// A name, by its capital.
    Name,
}

/// What decided between the senses of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// It has one sense only.
    OnlySense,
    /// A word of the sense's `near` stands in the sentence: where.
    Near(Span),
    /// The article's topic is the sense's.
    Topic,
    /// The topic of most terms around is the sense's.
    Terms,
    /// Nothing spoke for another sense.
    Default,
}

/// Everything that is known of `paragraph`; `topic` is that of the article it stands in.
#[must_use]
pub fn annotate(paragraph: &str, matcher: &Matcher, topic: Option<&str>) -> Annotated {
    let tokens = tokenize(paragraph);
    let sentences = sentences(paragraph, &tokens);
    let space = Reading { lemma: Lemma::FORM, upos: Upos::Punct, cells: Cells::NONE };
    let mut readings = vec![space; tokens.len()];
    // Every other token is a blank.
    let mut annotations = Vec::with_capacity(tokens.len() / 2);
    let (mut found, mut ring, mut telling) = (Matches::default(), Ring::default(), Vec::new());
    for batch in batches(&tokens, &sentences) {
        let mut types = matcher.memory().lock();
        let words::Chosen { mut words, ends, .. } =
            words::choose(paragraph, &tokens, &batch, (matcher, &mut types));
        for sentence in words::ranges_of(&ends) {
            let sentence = &mut words[sentence];
            matches(sentence, matcher, &mut found);
            for word in &*sentence {
                readings[word.token] = word.chosen;
            }
            telling.clear();
            telling.extend(sentence.iter().map(|word| word.telling));
            let won = ring.resolve(&mut found, sentence.len());
            let sentence = Sentence { words: sentence, telling: &telling };
            annotations.extend(won.map(|one| standing::annotation(one, sentence, (matcher, topic))));
        }
    }
    if topic.is_none() {
        sense::lean_on_terms(&mut annotations, matcher);
    }
    Annotated { tokens, readings, sentences, annotations }
}

/// The sentences by the numbers of their tokens, so many at a time as are worth it. A sentence is whole,
/// unless it is longer than any that was ever written: so the time grows with the text and no faster,
/// also where there is no full stop in a megabyte.
fn batches(tokens: &[Token], sentences: &[Span]) -> impl Iterator<Item = Vec<Range<usize>>> {
    const LONGEST: usize = 4000;
    let mut first = 0;
    let mut pieces = sentences.iter().flat_map(move |sentence| {
        let from = first + tokens[first..].partition_point(|token| token.span.start < sentence.start);
        first = from + tokens[from..].partition_point(|token| token.span.start < sentence.end);
        let end = first;
        (from..end).step_by(LONGEST).map(move |start| start..end.min(start + LONGEST))
    });
    std::iter::from_fn(move || {
        let mut left = LONGEST;
        let mut batch = Vec::new();
        while left > 0
            && let Some(piece) = pieces.next()
        {
            left = left.saturating_sub(piece.len());
            batch.push(piece);
        }
        (!batch.is_empty()).then_some(batch)
    })
}

/// What expressions say of words, by their place.
type Settled = SmallVec<[(usize, Reading); 4]>;

/// All entries that stand in a sentence, whoever wins. What an expression says of its words is taken
/// for their reading: *place* is a noun in *mettre en **place** la réforme*.
fn matches(sentence: &mut [Word], matcher: &Matcher, found: &mut Matches) {
    found.clear();
    let mut settled = Settled::new();
    let present = Present::new(sentence.iter().map(|word| &word.keys));
    for at in 0..sentence.len() {
        let beside = |side| Some(&sentence.get(at.checked_add_signed(side)?)?.keys);
        let possible = sentence[at].anchored.iter().filter(|one| one.needs.are_met(&present, beside));
        for Anchored { layer, number, .. } in possible {
            let pattern = matcher.index(*layer).pattern(*number);
            expression(sentence, at, (*layer, pattern), (&mut found.several, &mut settled));
        }
    }
    for (at, reading) in settled {
        sentence[at].chosen = reading;
    }
    found.single.reserve(2 * sentence.len());
    for at in 0..sentence.len() {
        single::push_entries(sentence, at, matcher, &mut found.single);
    }
    impersonal::take_subjects(found, sentence, matcher);
}

/// Pushes the match of an expression with its anchor at word `at`, if it stands there, and what its
/// words are in it.
fn expression(
    sentence: &[Word],
    at: usize,
    (layer, pattern): (u32, &pattern::Pattern),
    (found, settled): (&mut Vec<Match>, &mut Settled),
) {
    let Some(expression::Found { words, verb }) = expression::find(pattern, sentence, at) else { return };
    if is_of_pronominal(sentence, &words) {
        return;
    }
    let is_name = pattern.places.iter().all(|place| place.is_capital);
    let agrees = verb.map_or_else(
        || stands_as(pattern, sentence, &words),
        |verb| {
            let has_lemma = |at: &&usize| sentence[**at].chosen.lemma == verb.lemma;
            words
                .iter()
                .find(has_lemma)
                .is_some_and(|at| pattern.is_turned || !is_reflexive(sentence, *at, &words))
        },
    );
    let weight = pattern.places.iter().filter(|place| place.is_full()).count();
    // *passe à la trappe*: words that stand together are no chance.
    let is_whole = words[words.len() - 1] - words[0] + 1 == words.len();
    if weight > 1 && (agrees || is_whole) {
        settled.extend(settled::settled(pattern, sentence, &words));
    }
    found.push(Match {
        entry: EntryId { layer, index: pattern.entry },
        words,
        weight,
        rule: if is_name { Rule::Name } else { Rule::Expression },
        cells: verb.map_or(Cells::NONE, |verb| verb.cells),
        agrees,
        // *s'agissant de* is rather the preposition than a form of *s'agir de*.
        is_chosen: agrees && !verb.is_some_and(|verb| verb.cells.meets(Cells::PPR)),
    });
}

/// True when an expression without verb can have its part of speech here: *une mise en examen*, and
/// not *elle a été mise en examen*.
fn stands_as(pattern: &pattern::Pattern, sentence: &[Word], words: &[usize]) -> bool {
    let after = words[words.len() - 1] + 1;
    let is_verbal = pattern.pos == Pos::Noun && sentence[words[0]].chosen.upos == Upos::Verb;
    !is_verbal
        && pattern.governs_next.is_none_or(|wanted| {
            // ***en moyenne** deux ans*: what *en* opens has its noun, and would need *de* to have another.
            let is_closed =
                !wanted && sentence[words[0]].form.is("en") && sentence[after - 1].chosen.upos == Upos::Noun;
            let governs = || is_governed(&sentence[after..]);
            is_closed || wanted == (governs() || !wanted && expression::is_amount(sentence, after))
        })
}

/// True when the word that follows an expression can be governed by it, as a preposition governs a
/// noun: not at the end, not before a mark, a verb or another preposition.
fn is_governed(behind: &[Word]) -> bool {
    use Upos::{Adj, Det, Noun, Num, Pron, Propn};
    let is_quote = |word: &Word| matches!(word.form.exact(), "«" | "“" | "\"");
    let next = behind.get(usize::from(behind.first().is_some_and(is_quote)));
    next.is_some_and(|word| matches!(word.chosen.upos, Adj | Det | Noun | Num | Pron | Propn))
}

/// True when the verb at word `at` has a reflexive pronoun before it that is none of `own`: *se
/// charge de* is not *charger … de*.
fn is_reflexive(sentence: &[Word], at: usize, own: &[usize]) -> bool {
    let is_inside = |word: &Word| word.chosen.upos == Upos::Aux || word.chosen.cells.meets(Cells::OBJECT);
    let before = sentence[..at].iter().rposition(|word| !is_inside(word)).map_or(0, |last| last + 1);
    (before..at).any(|at| matches!(sentence[at].form.exact(), "se" | "s'") && !own.contains(&at))
}

/// True of *est attendu* in *elle s'**est attendue** au pire*, whose *se* is that of another verb.
fn is_of_pronominal(sentence: &[Word], own: &[usize]) -> bool {
    let is_auxiliary = |at: &&usize| sentence[**at].chosen.upos == Upos::Aux;
    let is_participle = |at: &usize| sentence[*at].chosen.cells.meets(Cells::PP);
    own.iter().any(is_participle)
        && own.iter().find(is_auxiliary).is_some_and(|at| is_reflexive(sentence, *at, own))
}
