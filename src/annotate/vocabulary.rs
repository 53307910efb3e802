//! The words that a glossary speaks of, gathered so that each is known in all its forms.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::french::form::Form;
use crate::french::lexicon::{Lexicon, Readings, Word};
use crate::french::paradigm::{Class, Ending, Hints, Paradigm, Stem, paradigm};
use crate::french::reading::{Cells, Gender, Reading, Upos};
use crate::glossary::{Entry, Pos};

/// Words by number: those of the lexicons that are there already, then new ones.
#[derive(Debug)]
pub struct Vocabulary<'b> {
    /// Each with the number of its first word.
    known: Vec<(u32, &'b Lexicon)>,
    /// How many words they have.
    base: u32,
    words: Vec<Word>,
    /// The new words that were there when they were last settled.
    settled: Lexicon,
    /// The new words by their letters. A pronoun has one for each place it can stand in: *il*, and *-il*.
    numbers: FxHashMap<String, SmallVec<[(Upos, u32); 2]>>,
}

impl<'b> Vocabulary<'b> {
    /// No new word yet beside those of `lexicons`, which are numbered one after another.
    #[must_use]
    pub fn new(lexicons: impl IntoIterator<Item = &'b Lexicon>) -> Self {
        let mut vocabulary = Self {
            known: Vec::new(),
            base: 0,
            words: Vec::new(),
            settled: Lexicon::default(),
            numbers: FxHashMap::default(),
        };
        for lexicon in lexicons {
            vocabulary.known.push((vocabulary.base, lexicon));
            vocabulary.base += lexicon.len() as u32;
        }
        vocabulary
    }

    /// Adds a word whose forms are known.
    pub fn push(&mut self, word: Word) {
        let number = self.next();
        self.numbers.entry(word.lemma.clone()).or_default().push((word.upos, number));
        self.words.push(word);
    }

    /// The numbers of a headword of one word, made known in all its forms: more than one where it
    /// is *être* or *avoir*, which are auxiliaries too, or a pronoun.
    pub fn headword(&mut self, lemma: &str, entry: &Entry) -> Vec<u32> {
        let is_plain = entry.forms.is_empty() && entry.plural.is_none() && entry.feminine.is_none();
        let mut numbers = Vec::new();
        for upos in upos(lemma, entry.pos) {
            let found = self.find_all(lemma, *upos);
            // All forms of a grammar word are known.
            let is_whole = is_plain || class(*upos) == Class::Invariable;
            match found.first() {
                Some(_) if is_whole => numbers.extend(found),
                Some(first) if *first >= self.base => {
                    numbers.push(self.widen(*first, *upos, entry));
                }
                _ => numbers.push(self.add(lemma, *upos, Some(entry))),
            }
        }
        numbers
    }

    /// The numbers of the lemmas written `lemma`, of any part of speech; made known as `otherwise`
    /// when there is none.
    pub fn lemma(&mut self, lemma: &str, otherwise: Upos) -> Vec<u32> {
        let found = self.lemmas(lemma);
        if found.is_empty() { vec![self.add(lemma, otherwise, None)] } else { found }
    }

    /// The numbers of the lemmas written `lemma`, of any part of speech.
    #[must_use]
    pub fn lemmas(&self, lemma: &str) -> Vec<u32> {
        let readings = self.base_readings(lemma);
        Upos::ALL.into_iter().flat_map(|upos| self.all(&readings, lemma, upos)).collect()
    }

    /// Makes the forms of all words so far known to [`Vocabulary::is_form`].
    pub fn settle(&mut self) {
        self.settled = self.lexicon();
    }

    /// True of a form of a word that is known: *droits*.
    #[must_use]
    pub fn is_form(&self, word: &str) -> bool {
        !self.readings(word).is_empty()
    }

    /// All that `word` can be, among the words that are settled.
    fn readings(&self, word: &str) -> Readings {
        let form = Form::new(word);
        let mut readings = self.known_readings(&form);
        self.settled.look_up(&form, self.base, &mut readings);
        readings
    }

    /// All that `form` can be, among the words that were there before.
    fn known_readings(&self, form: &Form) -> Readings {
        let mut readings = Readings::new();
        self.known.iter().for_each(|(first, lexicon)| lexicon.look_up(form, *first, &mut readings));
        readings
    }

    /// The numbers of the lemmas of which `word` is one of these `cells`: *sexuelle* of *sexuel*.
    #[must_use]
    pub fn lemmas_of_form(&self, word: &str, cells: Cells) -> Vec<u32> {
        let is_one = |reading: &&Reading| reading.cells.meets(cells) && reading.upos != Upos::Pron;
        let readings = self.readings(word);
        readings.iter().filter(is_one).filter_map(|reading| reading.lemma.number()).collect()
    }

    /// The part of speech of the lemma of that number.
    #[must_use]
    pub fn upos(&self, number: u32) -> Upos {
        match number.checked_sub(self.base) {
            Some(own) => self.words[own as usize].upos,
            None => self.lexicon_of(number).map_or(Upos::X, |(first, lexicon)| lexicon.upos(number - first)),
        }
    }

    /// The lexicon that has the word of that number, with the number of its first.
    fn lexicon_of(&self, number: u32) -> Option<(u32, &'b Lexicon)> {
        self.known.iter().rev().find(|(first, _)| *first <= number).copied()
    }

    /// The numbers of the lemmas written `word`, made known where it is no form of anything: a name with its
    /// capital, or else a noun.
    ///
    /// It is not inflected as a verb: what only tells a sense must not make *la **Chine*** a form of *chiner*.
    pub fn hint(&mut self, word: &str) -> Vec<u32> {
        if self.is_form(word) {
            return self.lemmas(word);
        }
        let is_name = word.starts_with(char::is_uppercase);
        self.lemma(word, if is_name { Upos::Propn } else { Upos::Noun })
    }

    /// The numbers of a verb, made known if it is not; as for [`Vocabulary::headword`]. One that an entry
    /// has made known with forms of its own keeps its number of the base beside the new one.
    pub fn verb(&mut self, lemma: &str) -> Vec<u32> {
        let readings = self.base_readings(lemma);
        let mut numbers = Vec::new();
        for upos in upos(lemma, Pos::Verb) {
            let found = self.all(&readings, lemma, *upos);
            let of_base = self.in_base(&readings, lemma, *upos);
            match found.is_empty() {
                true => numbers.push(self.add(lemma, *upos, None)),
                false => numbers.extend(found.into_iter().chain(of_base)),
            }
        }
        numbers.dedup();
        numbers
    }

    /// The number of the lemma written `lemma`, if it is known as this part of speech.
    #[must_use]
    pub fn find(&self, lemma: &str, upos: Upos) -> Option<u32> {
        self.find_all(lemma, upos).first().copied()
    }

    /// All numbers of the lemmas written `lemma` that are known as this part of speech.
    fn find_all(&self, lemma: &str, upos: Upos) -> SmallVec<[u32; 1]> {
        self.all(&self.base_readings(lemma), lemma, upos)
    }

    /// The same, with the readings that the base has of these letters: asked for once.
    fn all(&self, readings: &[Reading], lemma: &str, upos: Upos) -> SmallVec<[u32; 1]> {
        let own = self.numbers.get(lemma).into_iter().flatten();
        let own: SmallVec<[u32; 1]> =
            own.filter(|(other, _)| *other == upos).map(|(_, number)| *number).collect();
        if own.is_empty() { self.in_base(readings, lemma, upos) } else { own }
    }

    fn base_readings(&self, lemma: &str) -> Readings {
        self.known_readings(&Form::new(lemma))
    }

    /// The numbers of a word of the base, among the readings of its letters.
    fn in_base(&self, readings: &[Reading], lemma: &str, upos: Upos) -> SmallVec<[u32; 1]> {
        let is_it = |number: u32| {
            self.lexicon_of(number).is_some_and(|(first, lexicon)| lexicon.lemma(number - first) == lemma)
        };
        let of_upos = readings.iter().filter(|reading| reading.upos == upos);
        let numbers = of_upos.filter_map(|reading| reading.lemma.number());
        let mut found: SmallVec<[u32; 1]> = numbers.filter(|number| is_it(*number)).collect();
        found.dedup();
        found
    }

    /// The new words as a lexicon; their numbers begin after those of the base.
    #[must_use]
    pub fn lexicon(&self) -> Lexicon {
        Lexicon::new(&self.words)
    }

    /// Makes a lemma known in all its forms, unless it is already.
    pub fn further(&mut self, lemma: &str, upos: Upos, gender: Option<Gender>) {
        if self.find(lemma, upos).is_none() {
            let paradigm = inflected(lemma, upos, &Hints { gender, ..Hints::default() });
            self.push(Word { lemma: lemma.to_owned(), upos, paradigm });
        }
    }

    fn next(&self) -> u32 {
        self.base + self.words.len() as u32
    }

    /// Adds a word; `entry` tells of it what no rule can.
    fn add(&mut self, lemma: &str, upos: Upos, entry: Option<&Entry>) -> u32 {
        let number = self.next();
        let paradigm = forms(lemma, upos, entry);
        self.push(Word { lemma: lemma.to_owned(), upos, paradigm });
        number
    }

    /// Adds to a new word what `entry` tells of it, where another entry named it first.
    fn widen(&mut self, number: u32, upos: Upos, entry: &Entry) -> u32 {
        let word = &mut self.words[(number - self.base) as usize];
        let told = forms(&word.lemma, upos, Some(entry)).stems;
        word.paradigm.stems.extend(told);
        // No form stands twice.
        let merged = word.paradigm.forms();
        word.paradigm.stems = merged.iter().map(|(form, cells)| as_written(form, *cells)).collect();
        number
    }
}

/// The forms of a word; `entry` tells of it what no rule can. What cannot be inflected is as written.
fn forms(lemma: &str, upos: Upos, entry: Option<&Entry>) -> Paradigm {
    let mut paradigm = inflected(lemma, upos, &entry.map(hints).unwrap_or_default());
    let cells = if upos == Upos::Noun { Cells::NOMINAL } else { Cells::NONE };
    let own = entry.map_or(&[][..], |entry| &entry.forms);
    paradigm.stems.extend(own.iter().map(|form| as_written(form, cells)));
    paradigm
}

/// What cannot be inflected is matched as written.
fn inflected(lemma: &str, upos: Upos, hints: &Hints) -> Paradigm {
    paradigm(lemma, class(upos), hints)
        .unwrap_or_else(|_| Paradigm { stems: vec![as_written(lemma, Cells::NONE)] })
}

fn hints(entry: &Entry) -> Hints {
    Hints { gender: entry.gender, plural: entry.plural.clone(), feminine: entry.feminine.clone() }
}

fn as_written(form: &str, cells: Cells) -> Stem {
    Stem { text: form.to_owned(), endings: vec![Ending { text: String::new(), cells }] }
}

/// The tags that a headword's part of speech stands for.
fn upos(lemma: &str, pos: Pos) -> &'static [Upos] {
    match pos {
        Pos::Noun => &[Upos::Noun],
        Pos::Verb if lemma == "être" => &[Upos::Aux],
        Pos::Verb if lemma == "avoir" => &[Upos::Verb, Upos::Aux],
        Pos::Verb => &[Upos::Verb],
        Pos::Adj => &[Upos::Adj],
        Pos::Adv => &[Upos::Adv],
        Pos::Prep => &[Upos::Adp],
        Pos::Conj
            if matches!(
                lemma,
                "et" | "ou" | "mais" | "ni" | "car" | "or" | "donc" | "puis" | "soit" | "voire"
            ) =>
        {
            &[Upos::Cconj]
        }
        Pos::Conj => &[Upos::Sconj],
        Pos::Pron => &[Upos::Pron],
        Pos::Det => &[Upos::Det],
        Pos::Num => &[Upos::Num],
        Pos::Interj => &[Upos::Intj],
        Pos::Name => &[Upos::Propn],
        Pos::Phrase => &[Upos::X],
    }
}

fn class(upos: Upos) -> Class {
    match upos {
        Upos::Noun => Class::Noun,
        Upos::Verb | Upos::Aux => Class::Verb,
        Upos::Adj => Class::Adjective,
        _ => Class::Invariable,
    }
}
