//! What is known of a written word wherever it stands: looked up once, and remembered.
//!
//! Linguists part a *type*, the word as it is written, from its *tokens* in a text: an article says most
//! of its types again. Knows no sentence; what a word is beside others is not for here.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::EntryId;
use super::matcher::Matcher;
use super::needs::{Keys, Needs};
use super::places::{Places, places};
use crate::french::constraint::Profile;
use crate::french::form::Form;
use crate::french::guess::guess;
use crate::french::lemma::Lemma;
use crate::french::lexicon::Readings;
use crate::french::reading::{Cells, Reading, Upos};
use crate::french::token::TokenKind;

/// A word as it is written, with all that it can be and all that it can lead to.
#[derive(Debug)]
pub struct WordType {
    /// What it is made of.
    pub kind: TokenKind,
    /// Its letters, folded.
    pub form: Form,
    /// All it can be; at least one.
    pub readings: Box<[Reading]>,
    /// True when no lexicon knows it.
    pub is_guess: bool,
    /// True of *il*, *-il* and *-t-il*, which may be nobody.
    pub is_il: bool,
    /// The places that they can take in a sentence.
    pub places: Places,
    /// What its readings are together, and the constraints that may speak of it.
    pub profile: Profile,
    /// The determiner or pronoun whose headword is written as this word, where it is a form of another
    /// too: *des*, *ils*.
    pub itself: Box<[Reading]>,
    /// How many bytes of it were put before what its readings are of: *ex-* in *ex-ministre*.
    pub prefix: u8,
    /// Entries of one word: the number of the reading, and the entry; by reading, then by layer.
    pub entries: Box<[(u16, EntryId)]>,
    /// The expressions to look for at this word, those of the strongest layer first.
    pub anchored: Box<[Anchored]>,
    /// What an expression may need of it.
    pub keys: Keys,
    /// The bits of those of its lemmas that tell a sense of some entry, as [`lemma_bit`] has them.
    pub telling: u64,
    /// What *s'* is before *il* and *ils*: *si*, and a pronoun before anything else.
    pub before_il: Option<Box<WordType>>,
}

/// An expression to look for.
#[derive(Clone, Copy, Debug)]
pub struct Anchored {
    /// Its layer.
    pub layer: u32,
    /// Its number in the layer's index.
    pub number: u32,
    /// What else must stand in the sentence.
    pub needs: Needs,
}

/// A bit that few lemmas share.
#[must_use]
pub const fn lemma_bit(lemma: u32) -> u64 {
    1 << (lemma % 64)
}

/// The types that were met of late.
#[derive(Default)]
pub struct Types {
    /// Each by its letters: its number, and what it is made of.
    numbers: FxHashMap<CompactString, (u32, TokenKind)>,
    /// By number.
    known: Vec<WordType>,
}

/// No more types are remembered than a long book has; then all are forgotten, and met again.
const MOST_REMEMBERED: usize = 1 << 14;

impl Types {
    /// Forgets all types where there are too many: before sentences whose words borrow theirs.
    pub fn make_room(&mut self) {
        if self.known.len() >= MOST_REMEMBERED {
            *self = Self::default();
        }
    }

    /// The number of the type of `written`, remembered or looked up.
    pub fn number(&mut self, written: &str, kind: TokenKind, matcher: &Matcher) -> u32 {
        if let Some((number, _)) = self.numbers.get(written).filter(|(_, known)| *known == kind) {
            return *number;
        }
        let number = self.known.len() as u32;
        self.known.push(look_up(written, kind, matcher));
        self.numbers.insert(written.into(), (number, kind));
        number
    }

    /// The type of that number.
    ///
    /// # Panics
    /// When there is none: it has been forgotten since.
    #[must_use]
    pub fn get(&self, number: u32) -> &WordType {
        &self.known[number as usize]
    }
}

/// The types that were met of late, for whoever reads a text.
#[derive(Default)]
pub struct Memory(Mutex<Types>);

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Memory").field(&self.lock().known.len()).finish()
    }
}

impl Memory {
    /// Takes hold of it, for the sentences that are read together.
    pub fn lock(&self) -> MutexGuard<'_, Types> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// All that is known of `written`.
fn look_up(written: &str, kind: TokenKind, matcher: &Matcher) -> WordType {
    let form = Form::new(written);
    let (readings, is_guess) = readings(written, (&form, kind), matcher);
    let is_if = |reading: &Reading| reading.upos == Upos::Sconj;
    if form.exact() != "s'" || !readings.iter().any(is_if) || readings.iter().all(is_if) {
        return with_readings(written, (form, kind), (readings, is_guess), matcher);
    }
    let (conjunctions, pronouns) = readings.into_iter().partition(is_if);
    let read = |readings| with_readings(written, (form.clone(), kind), (readings, is_guess), matcher);
    WordType { before_il: Some(Box::new(read(conjunctions))), ..read(pronouns) }
}

/// What the word leads to, as what it can be.
fn with_readings(
    written: &str,
    (form, kind): (Form, TokenKind),
    (readings, is_guess): (Readings, bool),
    matcher: &Matcher,
) -> WordType {
    let numbers = || readings.iter().filter_map(|reading| reading.lemma.number());
    let entries = (0..).zip(&readings).flat_map(|(number, reading)| entries(number, *reading, matcher));
    WordType {
        places: places(written, &form, &readings, matcher),
        profile: matcher.grammar().constraints.profile(form.exact(), &readings),
        itself: itself(&form, &readings, matcher),
        prefix: prefix(written, &readings, matcher),
        entries: entries.collect(),
        anchored: anchored(&form, numbers, matcher),
        keys: Keys::new(&form, numbers()),
        telling: numbers()
            .filter(|lemma| matcher.indexes().any(|(_, index)| index.telling().tells(*lemma)))
            .fold(0, |bits, lemma| bits | lemma_bit(lemma)),
        is_il: matches!(form.exact(), "il" | "-il" | "-t-il"),
        kind,
        form,
        is_guess,
        readings: Box::from(&readings[..]),
        before_il: None,
    }
}

/// What the word can be; true where no lexicon knows it.
fn readings(written: &str, (form, kind): (&Form, TokenKind), matcher: &Matcher) -> (Readings, bool) {
    let mut readings = Readings::new();
    let plain = |upos| Reading { lemma: Lemma::FORM, upos, cells: Cells::NONE };
    let mut is_guess = false;
    match kind {
        TokenKind::Word => {
            matcher.look_up(form, &mut readings);
            // *l'**ex-otage***: its readings are those of the noun.
            if readings.is_empty()
                && let Some(noun) = form.exact().strip_prefix("ex-")
            {
                matcher.look_up(&Form::new(noun), &mut readings);
                readings.retain(|reading| matches!(reading.upos, Upos::Noun | Upos::Propn));
            }
            is_guess = readings.is_empty();
            if is_guess {
                guess(form, &mut readings);
            } else if form.is_capitalised() && readings.iter().all(|reading| is_open(reading.upos)) {
                people(form, &mut readings);
                readings.push(Reading { lemma: Lemma::NAME, upos: Upos::Propn, cells: Cells::NONE });
            } else if matches!(written, "Le" | "La" | "Les" | "Du" | "Des" | "De") {
                // *Marine **Le** Pen*
                readings.push(Reading { lemma: Lemma::NAME, upos: Upos::Propn, cells: Cells::NONE });
            }
        }
        TokenKind::Number => {
            // *4G* is a word, *4e* and *4* are numbers.
            matcher.look_up(form, &mut readings);
            if readings.is_empty() {
                readings.push(plain(number_tag(form.exact())));
            } else if form.exact().bytes().all(|byte| byte.is_ascii_digit()) {
                // *Le 17* is the police, *17 euros* an amount.
                readings.push(Reading { upos: Upos::Num, cells: Cells::NONE, ..readings[0] });
            }
        }
        TokenKind::Punct => readings.push(plain(Upos::Punct)),
        TokenKind::Symbol => readings.push(plain(Upos::Sym)),
        TokenKind::Address | TokenKind::Space => readings.push(plain(Upos::X)),
    }
    (readings, is_guess)
}

/// What the names of peoples end in: *Français*, *Danois*, *Italiens*, *Coréens*, *Romains*, *Persans*,
/// *Espagnols*, *Sahraouis*.
const PEOPLES: [&str; 27] = [
    "ais", "aise", "aises", "ois", "oise", "oises", "ien", "iens", "ienne", "iennes", "éen", "éens", "éenne",
    "éennes", "ain", "ains", "aine", "aines", "an", "ans", "ane", "anes", "ol", "ols", "oui", "ouis", "ouie",
];

/// An adjective with a capital may be the name of a people: *les **Sahraouis***.
fn people(form: &Form, readings: &mut Readings) {
    let is_other = |reading: &Reading| matches!(reading.upos, Upos::Noun | Upos::Propn | Upos::Verb);
    if let Some(adjective) = readings.iter().find(|reading| reading.upos == Upos::Adj).copied()
        && names_people(form)
        && !readings.iter().any(is_other)
    {
        readings.push(Reading { upos: Upos::Noun, ..adjective });
    }
}

/// True of a form that ends as the names of peoples do.
pub fn names_people(form: &Form) -> bool {
    PEOPLES.iter().any(|ending| form.exact().ends_with(ending))
}

/// The determiner and the pronoun whose headword is written as the word itself, where another has it too.
fn itself(form: &Form, readings: &[Reading], matcher: &Matcher) -> Box<[Reading]> {
    let is_own = |reading: &&Reading| {
        matcher.headword(**reading).is_some_and(|headword| form.is(&headword.to_lowercase()))
    };
    let of = |upos| {
        let mut all = readings.iter().filter(|reading| reading.upos == upos);
        all.clone().find(is_own).filter(|_| all.any(|other| !is_own(&other)))
    };
    [Upos::Det, Upos::Pron].into_iter().filter_map(of).copied().collect()
}

/// How many bytes of `written` were put before what its readings are of.
fn prefix(written: &str, readings: &[Reading], matcher: &Matcher) -> u8 {
    let is_of_noun =
        |reading: &Reading| matcher.headword(*reading).is_some_and(|lemma| former(written, lemma).is_some());
    match readings.first().filter(|reading| is_of_noun(reading)) {
        Some(_) => written.char_indices().nth(3).map_or(0, |(bytes, _)| bytes as u8),
        None => 0,
    }
}

/// *ex-*, where `form` has it and its lemma has not.
pub fn former(form: &str, lemma: &str) -> Option<&'static str> {
    let bytes = form.as_bytes();
    let has_it = bytes.len() > 4 && bytes[..2].eq_ignore_ascii_case(b"ex") && matches!(bytes[2], b'-' | 0xe2);
    (has_it && !lemma.starts_with("ex-")).then_some("ex-")
}

/// The entries of one reading.
pub fn entries(number: u16, reading: Reading, matcher: &Matcher) -> impl Iterator<Item = (u16, EntryId)> {
    reading.lemma.number().into_iter().flat_map(move |lemma| {
        matcher.indexes().flat_map(move |(layer, index)| {
            index.words(lemma).iter().map(move |entry| (number, EntryId { layer, index: *entry }))
        })
    })
}

/// The expressions to look for at a word with these lemmas.
fn anchored<L: Iterator<Item = u32>>(
    form: &Form,
    lemmas: impl Fn() -> L,
    matcher: &Matcher,
) -> Box<[Anchored]> {
    let mut anchored = Vec::new();
    for (layer, index) in matcher.indexes() {
        let by_lemma = lemmas().flat_map(|lemma| index.anchored_by_lemma(lemma));
        let numbers = index.anchored_by_form(form).iter().chain(by_lemma);
        anchored.extend(numbers.map(|number| Anchored {
            layer,
            number: *number,
            needs: index.needs(*number),
        }));
    }
    anchored.into()
}

/// True of the parts of speech that grow: a word of these may be part of a name.
pub const fn is_open(upos: Upos) -> bool {
    matches!(upos, Upos::Noun | Upos::Adj | Upos::Verb | Upos::Adv | Upos::Num)
}

/// *2e* and *19e* are adjectives; a year or an amount is a number.
fn number_tag(exact: &str) -> Upos {
    let is_ordinal = ["e", "er", "ère", "re", "es", "ème", "nd", "nde", "ers"].iter().any(|ending| {
        exact.strip_suffix(ending).is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()))
    });
    if is_ordinal { Upos::Adj } else { Upos::Num }
}
