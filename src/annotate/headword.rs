//! What a dictionary would call some words of a text: *se sont donc soldés par* is *se solder par*.
//!
//! Knows no glossary that it would be written in. Everything here is a proposal to a person, who
//! sees it before it is used.

use super::{Annotated, Matcher, annotate};
use crate::french::elision::full;
use crate::french::form::Form;
use crate::french::guess::guess;
use crate::french::lemma::Lemma;
use crate::french::lexicon::Readings;
use crate::french::reading::{Cells, Gender, Reading, Upos};
use crate::french::token::TokenKind;
use crate::glossary::Pos;
use crate::text::span::Span;

/// A headword that may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// As a dictionary prints it.
    pub term: String,
    /// What it works as.
    pub pos: Pos,
    /// Of a noun.
    pub gender: Option<Gender>,
    /// True when no lexicon knows the word that decides.
    pub is_guess: bool,
}

/// What the words at `words` of `text` are called; none where there is no word.
#[must_use]
pub fn propose(text: &str, annotated: &Annotated, words: Span, matcher: &Matcher) -> Option<Proposal> {
    let pairs = annotated.tokens.iter().zip(&annotated.readings);
    let is_word = |kind| matches!(kind, TokenKind::Word | TokenKind::Number | TokenKind::Address);
    let all: Vec<Piece<'_>> = pairs
        .filter(|(token, _)| is_word(token.kind) && token.span.overlaps(words))
        .map(|(token, reading)| Piece::new(text, token.span, *reading))
        .collect();
    let before = annotated
        .tokens
        .iter()
        .rev()
        .find(|token| token.span.end <= words.start && token.kind != TokenKind::Space);
    let article = before.map_or("", |token| token.span.of(text));
    let phrase = Phrase { pieces: without_lead(&all), article, matcher };
    phrase.propose()
}

/// What the headword `term` is, by itself: its part of speech, and the gender of a noun.
#[must_use]
pub fn describe(term: &str, matcher: &Matcher) -> Option<Proposal> {
    let annotated = annotate(term, matcher, None);
    let proposal = propose(term, &annotated, Span::new(0, term.len()), matcher)?;
    Some(Proposal { term: term.to_owned(), ..proposal })
}

/// The gender of the noun that `term` begins with, and whether it was guessed from its ending.
#[must_use]
pub fn gender(term: &str, matcher: &Matcher) -> Option<(Gender, bool)> {
    let mut words = term.split([' ', '\'', '’']).filter(|word| full(&format!("{word}'")).is_none());
    let noun = words.find(|word| !matches!(*word, "le" | "la" | "les" | "un" | "une"))?;
    let form = Form::new(noun);
    let mut readings = Readings::new();
    matcher.look_up(&form, &mut readings);
    let known = readings.iter().find(|reading| reading.upos == Upos::Noun);
    if let Some(gender) = known.and_then(|reading| of_cells(reading.cells)) {
        return Some((gender, false));
    }
    readings.clear();
    guess(&form, &mut readings);
    let noun = readings.iter().find(|reading| reading.upos == Upos::Noun && reading.lemma != Lemma::FORM)?;
    of_cells(noun.cells).filter(|gender| *gender != Gender::Both).map(|gender| (gender, true))
}

/// A word of the phrase.
#[derive(Clone, Copy)]
struct Piece<'t> {
    form: &'t str,
    reading: Reading,
    /// True when nothing stands between it and the word before.
    is_tight: bool,
}

impl<'t> Piece<'t> {
    fn new(text: &'t str, span: Span, reading: Reading) -> Self {
        let before = text[..span.start].chars().next_back();
        let is_tight = before.is_some_and(|before| !before.is_whitespace());
        Self { form: span.of(text), reading, is_tight }
    }

    fn is(&self, upos: Upos) -> bool {
        self.reading.upos == upos
    }
}

/// The words without an article, or the auxiliary and what stands between it and its participle.
fn without_lead<'p, 't>(pieces: &'p [Piece<'t>]) -> &'p [Piece<'t>] {
    match pieces {
        [first, rest @ ..] if first.is(Upos::Det) && rest.first().is_some_and(|next| !next.is(Upos::Adp)) => {
            rest
        }
        _ => pieces,
    }
}

struct Phrase<'p, 't> {
    pieces: &'p [Piece<'t>],
    /// The word before it.
    article: &'p str,
    matcher: &'p Matcher,
}

impl Phrase<'_, '_> {
    fn propose(&self) -> Option<Proposal> {
        let first = self.pieces.first()?;
        let is_name = |piece: &Piece<'_>| piece.is(Upos::Propn);
        if self.pieces.iter().all(is_name) {
            return Some(self.plain(Pos::Name, Proposal::case_kept));
        }
        let is_grammar =
            |piece: &&Piece<'_>| matches!(piece.reading.upos, Upos::Pron | Upos::Aux | Upos::Adv);
        let lead = self.pieces.iter().take_while(is_grammar).count();
        let verb = self.pieces.get(lead).filter(|piece| piece.is(Upos::Verb));
        if let (Some(_), true) = (verb, lead == 0 || self.pieces.len() > 1) {
            return Some(self.verb(lead));
        }
        Some(match first.reading.upos {
            Upos::Noun | Upos::Num | Upos::X => self.noun(),
            Upos::Adj if self.pieces.len() > 1 => self.noun(),
            Upos::Adj => Proposal { gender: None, ..self.single(Pos::Adj) },
            Upos::Adp if self.pieces.len() > 1 && !self.pieces[self.pieces.len() - 1].is(Upos::Adp) => {
                self.plain(Pos::Adv, Proposal::small)
            }
            Upos::Adp => self.plain(Pos::Prep, Proposal::small),
            Upos::Adv => self.plain(Pos::Adv, Proposal::small),
            Upos::Sconj | Upos::Cconj => self.plain(Pos::Conj, Proposal::small),
            Upos::Pron => self.plain(Pos::Pron, Proposal::small),
            Upos::Det => self.plain(Pos::Det, Proposal::small),
            Upos::Intj => self.plain(Pos::Interj, Proposal::small),
            Upos::Aux => self.single(Pos::Verb),
            Upos::Propn => self.plain(Pos::Name, Proposal::case_kept),
            _ => self.plain(Pos::Phrase, Proposal::small),
        })
    }

    /// The words as they stand, an elided or contracted last one in full.
    fn plain(&self, pos: Pos, letters: fn(String) -> String) -> Proposal {
        let mut words: Vec<(String, bool)> =
            self.pieces.iter().map(|piece| (piece.form.to_owned(), piece.is_tight)).collect();
        in_full(&mut words);
        Proposal { term: letters(joined(&words)), pos, gender: None, is_guess: false }
    }

    /// The lemma of the only word, or of the first.
    fn single(&self, pos: Pos) -> Proposal {
        let first = &self.pieces[0];
        let term = self.matcher.lemma(first.form, first.reading).into_owned();
        Proposal { term, pos, gender: None, is_guess: is_guess(first) }
    }

    /// A noun in the singular, with the adjectives right beside it.
    fn noun(&self) -> Proposal {
        let head = self.pieces.iter().position(|piece| piece.is(Upos::Noun)).unwrap_or(0);
        let noun = &self.pieces[head];
        let is_feminine =
            |word: &str| matches!(word, "la" | "une" | "cette" | "ma" | "sa" | "ta" | "La" | "Une" | "Cette");
        let is_masculine =
            |word: &str| matches!(word, "le" | "un" | "ce" | "cet" | "du" | "au" | "Le" | "Un" | "Ce");
        let gender = match of_cells(noun.reading.cells) {
            Some(Gender::Both) | None if is_feminine(self.article) => Some(Gender::Feminine),
            Some(Gender::Both) | None if is_masculine(self.article) => Some(Gender::Masculine),
            // An ending that says nothing.
            Some(Gender::Both) if is_guess(noun) => None,
            known => known,
        };
        let beside = |piece: &&Piece<'_>| piece.is(Upos::Adj) || piece.reading.cells.meets(Cells::PP);
        let end = head + 1 + self.pieces[head + 1..].iter().take_while(beside).count();
        let word = |(at, piece): (usize, &Piece<'_>)| {
            let form = match at {
                _ if at == head && piece.is(Upos::Noun) => {
                    self.matcher.lemma(piece.form, piece.reading).into_owned()
                }
                _ if at < end => singular(piece),
                _ => piece.form.to_owned(),
            };
            (form, piece.is_tight)
        };
        let mut words: Vec<(String, bool)> = self.pieces.iter().enumerate().map(word).collect();
        in_full(&mut words);
        Proposal { term: joined(&words), pos: Pos::Noun, gender, is_guess: is_guess(noun) }
    }

    /// A verb in the infinitive with what follows it; before it only a reflexive pronoun stays.
    fn verb(&self, at: usize) -> Proposal {
        let verb = &self.pieces[at];
        let lemma = self.matcher.lemma(verb.form, verb.reading).into_owned();
        let is_pronoun = |word: &str| matches!(&*word.to_lowercase().replace('’', "'"), "se" | "s'");
        let is_reflexive =
            is_pronoun(self.article) || self.pieces[..at].iter().any(|piece| is_pronoun(piece.form));
        let is_vowel = lemma.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'é', 'è', 'ê', 'î', 'ô', 'h', 'œ']);
        let mut words: Vec<(String, bool)> = Vec::new();
        if is_reflexive {
            words.push((if is_vowel { "s'" } else { "se" }.into(), false));
        }
        words.push((lemma, is_reflexive && is_vowel));
        words.extend(self.pieces[at + 1..].iter().map(|piece| (piece.form.to_owned(), piece.is_tight)));
        in_full(&mut words);
        Proposal { term: joined(&words), pos: Pos::Verb, gender: None, is_guess: is_guess(verb) }
    }
}

impl Proposal {
    fn case_kept(term: String) -> String {
        term
    }

    fn small(term: String) -> String {
        let mut letters = term.chars();
        let first = letters.next().map(|first| first.to_lowercase().collect::<String>()).unwrap_or_default();
        first + letters.as_str()
    }
}

fn is_guess(piece: &Piece<'_>) -> bool {
    piece.reading.lemma.is_guessed() || piece.reading.lemma == Lemma::FORM
}

/// The gender that these cells of a noun have.
fn of_cells(cells: Cells) -> Option<Gender> {
    match (cells.meets(Cells::MASCULINE), cells.meets(Cells::FEMININE)) {
        (true, true) => Some(Gender::Both),
        (true, false) => Some(Gender::Masculine),
        (false, true) => Some(Gender::Feminine),
        (false, false) => None,
    }
}

/// An adjective or participle without the mark of its plural.
fn singular(piece: &Piece<'_>) -> String {
    let is_plural = piece.reading.cells.meets(Cells::PLURAL) && !piece.reading.cells.meets(Cells::SINGULAR);
    let form = piece.form;
    match form.strip_suffix("aux") {
        Some(stem) if is_plural => format!("{stem}al"),
        _ => form.strip_suffix('s').filter(|_| is_plural).unwrap_or(form).to_owned(),
    }
}

/// Writes a last *d'*, *du*, *des*, *au*, *aux* as a headword has them.
fn in_full(words: &mut [(String, bool)]) {
    let count = words.len();
    if let Some((last, _)) = words.last_mut().filter(|_| count > 1) {
        let whole = match &*last.to_lowercase().replace('’', "'") {
            "d'" | "du" | "des" => "de",
            "au" | "aux" => "à",
            "qu'" => "que",
            _ => return,
        };
        *last = whole.into();
    }
}

fn joined(words: &[(String, bool)]) -> String {
    let mut term = String::new();
    for (word, is_tight) in words {
        if !term.is_empty() && !is_tight {
            term.push(' ');
        }
        term += word;
    }
    term.replace('’', "'")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::prepared::Prepared;
    use crate::french::words::grammar_words;
    use crate::glossary::parse;

    fn matcher() -> Matcher {
        let entry = |term: &str, pos: &str, gender: &str| {
            let gender = if gender.is_empty() { String::new() } else { format!("gender = \"{gender}\"\n") };
            format!("[[entry]]\nterm = \"{term}\"\npos = \"{pos}\"\n{gender}gloss = \"x\"\n")
        };
        let source: String = [
            ("motion", "noun", "f"),
            ("accord", "noun", "m"),
            ("commercial", "adj", ""),
            ("solder", "verb", ""),
            ("effondrer", "verb", ""),
            ("mettre", "verb", ""),
            ("biais", "noun", "m"),
            ("échec", "noun", "m"),
            ("être", "verb", ""),
            ("avoir", "verb", ""),
        ]
        .iter()
        .map(|(term, pos, gender)| entry(term, pos, gender))
        .collect();
        Matcher::new(Prepared::new(parse(&source).0, grammar_words()), Vec::new())
    }

    /// What is proposed for the words in brackets.
    fn proposed(text: &str) -> String {
        let (before, rest) = text.split_once('[').unwrap();
        let (words, after) = rest.split_once(']').unwrap();
        let text = format!("{before}{words}{after}");
        let matcher = matcher();
        let annotated = annotate(&text, &matcher, None);
        let span = Span::new(before.len(), before.len() + words.len());
        propose(&text, &annotated, span, &matcher).map_or_else(String::new, |found| {
            let gender = found.gender.map_or("", Gender::key);
            format!("{} {} {gender}", found.term, found.pos.key()).trim().to_owned()
        })
    }

    #[test]
    fn words_of_a_text_get_the_headword_of_a_dictionary() {
        assert_eq!(proposed("Deux [motions] ont été déposées."), "motion noun f");
        assert_eq!(proposed("Deux [motions de censure] ont été déposées."), "motion de censure noun f");
        assert_eq!(proposed("[Les accords commerciaux] sont signés."), "accord commercial noun m");
        assert_eq!(proposed("Les contacts se sont [soldés par] un échec."), "solder par verb");
        assert_eq!(proposed("La visite [s’est soldée par] un échec."), "se solder par verb");
        assert_eq!(proposed("La visite s’[est soldée par] un échec."), "se solder par verb");
        assert_eq!(proposed("Le pont [s’effondre]."), "s'effondrer verb");
        assert_eq!(proposed("Il l’a dit [par le biais d’]un ami."), "par le biais de prep");
        assert_eq!(proposed("La [plateformisation] avance."), "plateformisation noun f");
        assert_eq!(proposed("Le député [Zelensky] parle."), "Zelensky name");
        assert_eq!(proposed("Il [a] signé."), "avoir verb");
    }

    #[test]
    fn a_gender_comes_from_the_lexicon_or_from_the_ending() {
        let matcher = matcher();
        assert_eq!(gender("motion de censure", &matcher), Some((Gender::Feminine, false)));
        assert_eq!(gender("l'accord", &matcher), Some((Gender::Masculine, false)));
        assert_eq!(gender("ubérisation", &matcher), Some((Gender::Feminine, true)));
        assert_eq!(gender("trucmuchase", &matcher), None);
    }
}
