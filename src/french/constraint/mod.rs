//! What a word cannot be beside its neighbours: readings that grammar rules out.
//!
//! A constraint grammar in the manner of Karlsson (*Constraint Grammar as a framework for parsing running
//! text*, 1990), whose lines are in `data/constraints.txt`. Weighs nothing: what is left to weigh is for
//! [`context`](super::context).

mod table;

use std::borrow::Cow;

use smallvec::SmallVec;

use super::context::Word;
use super::reading::{Cells, Reading, Upos};
use table::TABLE;

/// A set of classes of readings: parts of speech, and what a verb or pronoun is beside.
type Classes = u32;
/// Folded forms: those of a set that several lines share, or of one line.
type Forms = Cow<'static, [&'static str]>;

/// The classes beyond the parts of speech, in the order of their bits.
const FEATURES: [(&str, Cells); 9] = [
    ("FIN", Cells::FINITE),
    ("INF", Cells::INF),
    ("PP", Cells::PP),
    ("PPR", Cells::PPR),
    ("SUBJ", Cells::SUBJECT),
    ("OBJ", Cells::OBJECT),
    ("REL", Cells::RELATIVE),
    ("NEG", Cells::NEGATION),
    ("INV", Cells::INVERTED),
];
/// Of those, the ones of which one reading can have several: *fait* is finite and a participle.
const VERBAL: usize = 4;

/// One line of the table.
#[derive(Debug, PartialEq, Eq)]
pub struct Constraint {
    /// Its line in `data/constraints.txt`, from 1.
    pub line: usize,
    /// Why, with an example.
    pub reason: &'static str,
    /// True when the classes are what remains, and not what goes.
    keeps: bool,
    classes: Classes,
    /// The forms it speaks of; none for all.
    forms: Forms,
    conditions: Vec<Condition>,
}

/// What must hold for a constraint to apply.
#[derive(Debug, PartialEq, Eq)]
enum Condition {
    At(Place, Test),
    /// One of the first forms stands before, with none of the others between; so far from it stands what
    /// passes the test, where there is one.
    Before(Forms, Forms, Option<(usize, Test)>),
    /// None of these forms stands anywhere before.
    Lacks(Forms),
}

/// A word near the one in question.
#[derive(Debug, PartialEq, Eq)]
struct Place {
    /// How far away: negative before it.
    offset: isize,
    /// Words that can be one of these are passed over.
    over: Classes,
}

#[derive(Debug, PartialEq, Eq)]
enum Test {
    /// All its readings are of one of the classes.
    Is(Classes),
    /// One of its readings is; where there is no word, none is.
    Can(Classes),
    /// None of its readings is, or there is no word.
    Not(Classes),
    /// It is one of these forms.
    In(Forms),
    /// It is none of these forms, or there is no word.
    None(Forms),
}

/// A reading that a constraint has ruled out.
#[derive(Clone, Copy, Debug)]
pub struct Dropped {
    /// The word's place in its sentence.
    pub word: usize,
    /// What it is not.
    pub reading: Reading,
    /// The line that says so.
    pub by: &'static Constraint,
}

/// Takes from each word of a sentence the readings that it cannot have there, in the order of the
/// table. At least one is left to each. Returns what went.
pub fn constrain(sentence: &mut [Word<'_>]) -> Vec<Dropped> {
    let mut dropped = Vec::new();
    let general = TABLE.general.as_slice();
    for at in 0..sentence.len() {
        let Profile { mask, of_form } = sentence[at].profile;
        if mask.is_settled() {
            continue;
        }
        for constraint in of_form.iter().chain(general) {
            if constraint.concerns(sentence[at].profile.mask) && constraint.holds(sentence, at) {
                constraint.apply(&mut sentence[at], at, &mut dropped);
                if sentence[at].profile.mask.is_settled() {
                    break;
                }
            }
        }
    }
    dropped
}

/// What constraints need to know of a word, wherever it stands.
#[derive(Clone, Copy, Debug)]
pub struct Profile {
    mask: Mask,
    /// The constraints that name its form.
    of_form: &'static [&'static Constraint],
}

impl Profile {
    /// That of a folded form with these readings.
    #[must_use]
    pub fn new(form: &str, readings: &[Reading]) -> Self {
        Self { mask: Mask::of(readings), of_form: TABLE.by_form.get(form).map_or(&[], Vec::as_slice) }
    }
}

/// What the readings of a word are together.
#[derive(Clone, Copy, Debug)]
struct Mask {
    any: Classes,
    all: Classes,
}

impl Mask {
    fn of(readings: &[Reading]) -> Self {
        let classes = readings.iter().map(classes);
        classes.fold(Self { any: 0, all: !0 }, |mask, one| Self { any: mask.any | one, all: mask.all & one })
    }

    /// True of a word that can be one thing only.
    fn is_settled(self) -> bool {
        self.any == self.all && (self.any >> Upos::ALL.len() & ((1 << VERBAL) - 1)).count_ones() <= 1
    }
}

/// The classes of a reading.
fn classes(reading: &Reading) -> Classes {
    let mut classes = 1 << reading.upos as u32;
    for (number, (_, cells)) in FEATURES.iter().enumerate() {
        let is_verbal = number >= VERBAL || matches!(reading.upos, Upos::Verb | Upos::Aux);
        if is_verbal && reading.cells.meets(*cells) {
            classes |= 1 << (Upos::ALL.len() + number);
        }
    }
    classes
}

/// The cells that make a verb one of these classes.
fn cells(of: Classes) -> Cells {
    let verbal = FEATURES[..VERBAL].iter().enumerate();
    verbal
        .filter(|(number, _)| of & (1 << (Upos::ALL.len() + number)) != 0)
        .fold(Cells::NONE, |all, (_, (_, cells))| all | *cells)
}

impl Constraint {
    /// True when there is something that could go, and something that would remain.
    fn concerns(&self, word: Mask) -> bool {
        match self.keeps {
            true => word.any & self.classes != 0 && word.any & !self.classes != 0,
            false => word.any & self.classes != 0,
        }
    }

    fn holds(&self, sentence: &[Word<'_>], at: usize) -> bool {
        self.conditions.iter().all(|condition| condition.holds(sentence, at))
    }

    /// Takes the readings of word `at` away, unless none would be left.
    fn apply(&'static self, word: &mut Word<'_>, at: usize, dropped: &mut Vec<Dropped>) {
        if word.readings.iter().all(|reading| self.left(*reading).is_none()) {
            return;
        }
        let mut kept = word
            .readings
            .iter()
            .map(|reading| self.left(*reading).is_some())
            .collect::<SmallVec<[bool; 8]>>()
            .into_iter();
        word.costs.to_mut().retain(|_| kept.next().unwrap_or_default());
        word.readings.to_mut().retain(|reading| {
            let remaining = self.left(*reading);
            if remaining != Some(*reading) {
                dropped.push(Dropped { word: at, reading: *reading, by: self });
            }
            *reading = remaining.unwrap_or(*reading);
            remaining.is_some()
        });
        word.profile.mask = Mask::of(&word.readings);
    }

    /// What is left of a reading: of a verb, perhaps some of its cells.
    fn left(&self, reading: Reading) -> Option<Reading> {
        let cells = cells(self.classes);
        let is_verb = matches!(reading.upos, Upos::Verb | Upos::Aux);
        if is_verb && !cells.is_empty() {
            let verbal = Cells::FINITE | Cells::INF | Cells::PP | Cells::PPR;
            let left = if self.keeps { reading.cells & (cells | !verbal) } else { reading.cells & !cells };
            return left.meets(verbal).then_some(Reading { cells: left, ..reading });
        }
        ((classes(&reading) & self.classes != 0) == self.keeps).then_some(reading)
    }
}

impl Condition {
    /// How long it takes to see whether it holds: what is seen at once is looked at first.
    fn price(&self) -> usize {
        match self {
            Self::At(place, Test::Can(_) | Test::Not(_)) => usize::from(place.over != 0),
            Self::At(_, Test::Is(_)) => 2,
            Self::At(_, Test::In(forms) | Test::None(forms)) => 2 + forms.len(),
            Self::Before(..) | Self::Lacks(_) => 1000,
        }
    }

    fn holds(&self, sentence: &[Word<'_>], at: usize) -> bool {
        match self {
            Self::At(place, test) => test.holds(place.find(sentence, at).map(|at| &sentence[at])),
            Self::Before(wanted, barriers, with) => {
                let stop = |word: &Word<'_>| wanted.contains(&word.form) || barriers.contains(&word.form);
                let found = sentence[..at].iter().rposition(stop);
                let passes = |found: usize| {
                    with.as_ref().is_none_or(|(offset, test)| test.holds(sentence.get(found + offset)))
                };
                found.is_some_and(|found| wanted.contains(&sentence[found].form) && passes(found))
            }
            Self::Lacks(forms) => !sentence[..at].iter().any(|word| forms.contains(&word.form)),
        }
    }
}

impl Place {
    /// The place of the word meant, seen from word `at`.
    fn find(&self, sentence: &[Word<'_>], at: usize) -> Option<usize> {
        let mut here = at.checked_add_signed(self.offset)?;
        while self.over != 0 && sentence.get(here)?.profile.mask.any & self.over != 0 {
            here = here.checked_add_signed(self.offset.signum())?;
        }
        (here < sentence.len()).then_some(here)
    }
}

impl Test {
    fn holds(&self, word: Option<&Word<'_>>) -> bool {
        match (self, word) {
            (Self::Is(_) | Self::Can(_) | Self::In(_), None) => false,
            (Self::Not(_) | Self::None(_), None) => true,
            (Self::Is(classes), Some(word)) => {
                let Mask { any, all } = word.profile.mask;
                let is_one = |reading: &Reading| self::classes(reading) & classes != 0;
                any & classes != 0 && (all & classes != 0 || word.readings.iter().all(is_one))
            }
            (Self::Can(classes), Some(word)) => word.profile.mask.any & classes != 0,
            (Self::Not(classes), Some(word)) => word.profile.mask.any & classes == 0,
            (Self::In(forms), Some(word)) => forms.contains(&word.form),
            (Self::None(forms), Some(word)) => !forms.contains(&word.form),
        }
    }
}
