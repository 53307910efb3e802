//! What a word cannot be beside its neighbours: readings that grammar rules out.
//!
//! A constraint grammar in the manner of Karlsson (*Constraint Grammar as a framework for parsing running
//! text*, 1990), whose lines are in `data/constraints.txt`. Weighs nothing: what is left to weigh is for
//! [`context`](super::context).

mod lines;
mod table;

use super::context::Word;
use super::reading::{Cells, Reading, Upos};
pub use lines::reason;
pub use table::Table;
use table::{BEFORE, BEFORE_WITH, CAN, Constraint, ENDS, IN, IS, LACKS, NONE, NOT, Row};

/// A set of classes of readings: parts of speech, and what a verb or pronoun is beside.
type Classes = u32;

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

/// A reading that a constraint has ruled out.
#[derive(Clone, Copy, Debug)]
pub struct Dropped {
    /// The word's place in its sentence.
    pub word: usize,
    /// What it is not.
    pub reading: Reading,
    /// The line of `data/constraints.txt` that says so, from 1; [`reason`] has its reason.
    pub line: usize,
}

impl Table {
    /// Takes from each word of a sentence the readings that it cannot have there, in the order of the
    /// table. At least one is left to each. What goes is added to `dropped`.
    pub fn constrain(&self, sentence: &mut [Word<'_>], dropped: &mut Vec<Dropped>) {
        for at in 0..sentence.len() {
            for may in sentence[at].constraints {
                if !self.may_speak(*may, sentence, at) {
                    continue;
                }
                let constraint = &self.constraints[usize::from(may.number)];
                if constraint.concerns(sentence[at].mask) && self.holds(constraint, sentence, at) {
                    constraint.apply(&mut sentence[at], at, dropped);
                    if sentence[at].mask.is_settled() {
                        break;
                    }
                }
            }
        }
    }

    /// False where the form that it asks for first is not there: seen without a look at the constraint.
    fn may_speak(&self, may: MaySpeak, sentence: &[Word<'_>], at: usize) -> bool {
        may.first.is_none_or(|(offset, set)| {
            let asked = at.checked_add_signed(offset.into()).and_then(|at| sentence.get(at));
            asked.is_some_and(|asked| self.has(set.into(), asked.form))
        })
    }

    fn holds(&self, constraint: &Constraint, sentence: &[Word<'_>], at: usize) -> bool {
        self.conditions(constraint).iter().all(|row| match row.test {
            ..=NONE => self.passes(row, row.place(sentence, at)),
            BEFORE | BEFORE_WITH => self.stands_before(row, sentence, at),
            LACKS => !sentence[..at].iter().any(|word| self.has(row.what, word.form)),
            ENDS => sentence.last().is_some_and(|word| self.has(row.what, word.form)),
            _ => is_alone(row.what, sentence, at),
        })
    }

    /// True when the word is what a condition asks for, or is not there where it may be missing.
    fn passes(&self, row: &Row, word: Option<&Word<'_>>) -> bool {
        let Some(word) = word else { return matches!(row.test, NOT | NONE) };
        let Mask { any, all } = word.mask;
        match row.test {
            IS => {
                let is_one = |reading: Reading| classes(&reading) & row.what != 0;
                any & row.what != 0 && (all & row.what != 0 || word.readings().all(is_one))
            }
            CAN => any & row.what != 0,
            NOT => any & row.what == 0,
            IN => self.has(row.what, word.form),
            _ => !self.has(row.what, word.form),
        }
    }

    /// True when one of the forms that are wanted stands before word `at` and no barrier between; and, where
    /// that is asked, one of others near it.
    fn stands_before(&self, row: &Row, sentence: &[Word<'_>], at: usize) -> bool {
        let has = |set: u32, word: &Word<'_>| self.has(set, word.form);
        let stops = |word: &Word<'_>| has(row.what, word) || has(row.barriers, word);
        let Some(found) = sentence[..at].iter().rposition(stops) else { return false };
        let near = || found.checked_add_signed(row.offset.into()).and_then(|near| sentence.get(near));
        has(row.what, &sentence[found])
            && (row.test == BEFORE || near().is_some_and(|near| has(row.with, near)))
    }
}

/// True when no word but the one at `at` can be of these classes. What stands right behind a determiner or a
/// preposition is no finite verb, and does not count: ***l'image** du maire, l'épreuve **de force***.
fn is_alone(classes: Classes, sentence: &[Word<'_>], at: usize) -> bool {
    let [determiner, preposition] = [Upos::Det, Upos::Adp].map(|upos| 1 << upos as u32);
    let counts = |other: usize| {
        let before = other.checked_sub(1).map(|before| sentence[before].mask);
        before.is_none_or(|before| before.any & determiner == 0 && before.all & preposition == 0)
    };
    let can = |other: usize| sentence[other].mask.any & classes != 0;
    !(0..sentence.len()).any(|other| other != at && can(other) && counts(other))
}

impl Row {
    /// The word meant, seen from word `at`.
    fn place<'s, 'w>(&self, sentence: &'s [Word<'w>], at: usize) -> Option<&'s Word<'w>> {
        let mut here = at.checked_add_signed(self.offset.into())?;
        while self.over != 0 && sentence.get(here)?.mask.any & self.over != 0 {
            here = here.checked_add_signed(self.offset.signum().into())?;
        }
        sentence.get(here)
    }
}

/// What constraints need to know of a word, wherever it stands.
#[derive(Clone, Debug)]
pub struct Profile {
    /// What its readings are together.
    pub mask: Mask,
    /// The number of its form among those that the table names; 0 where it names it not.
    pub form: u32,
    /// The constraints that may speak of it, those of its form first.
    pub constraints: Box<[MaySpeak]>,
}

/// A constraint that may speak of a word, with the form beside the word that it asks for first.
#[derive(Clone, Copy, Debug)]
pub struct MaySpeak {
    /// The constraint's number.
    number: u16,
    /// How far away that form must stand, negative before the word, and the set of which it is one.
    first: Option<(i16, u16)>,
}

/// What the readings of a word are together.
#[derive(Clone, Copy, Debug)]
pub struct Mask {
    any: Classes,
    all: Classes,
}

impl Mask {
    fn of(readings: impl Iterator<Item = Reading>) -> Self {
        let classes = readings.map(|reading| classes(&reading));
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
        word.any & self.classes != 0 && (self.keeps == 0 || word.any & !self.classes != 0)
    }

    /// Takes the readings of word `at` away, unless none would be left.
    fn apply(&self, word: &mut Word<'_>, at: usize, dropped: &mut Vec<Dropped>) {
        if word.readings().all(|reading| self.left(reading).is_none()) {
            return;
        }
        let mut left = word.left;
        for (number, reading) in word.numbered() {
            let remaining = self.left(reading);
            if remaining != Some(reading) {
                dropped.push(Dropped { word: at, reading, line: self.line as usize });
            }
            if remaining.is_none() {
                left.drop(number);
            }
        }
        left.keep(self.verbal());
        word.left = left;
        word.mask = Mask::of(word.readings());
    }

    /// The cells that verbs may have beside it.
    fn verbal(&self) -> Cells {
        const VERBAL: Cells = Cells(Cells::FINITE.0 | Cells::INF.0 | Cells::PP.0 | Cells::PPR.0);
        match cells(self.classes) {
            Cells::NONE => Cells(u64::MAX),
            cells if self.keeps != 0 => cells | !VERBAL,
            cells => !cells,
        }
    }

    /// What is left of a reading: of a verb, perhaps some of its cells.
    fn left(&self, reading: Reading) -> Option<Reading> {
        let is_verb = matches!(reading.upos, Upos::Verb | Upos::Aux);
        if is_verb && !cells(self.classes).is_empty() {
            let left = reading.cells & self.verbal();
            let is_verbal = left.meets(Cells::FINITE | Cells::INF | Cells::PP | Cells::PPR);
            return is_verbal.then_some(Reading { cells: left, ..reading });
        }
        ((classes(&reading) & self.classes != 0) == (self.keeps != 0)).then_some(reading)
    }
}
