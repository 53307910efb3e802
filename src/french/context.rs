//! Which of its readings a word has in its sentence.
//!
//! Knows the order of words and their agreement, nothing of their meaning. The cheapest way through
//! the readings of a sentence is found by the Viterbi algorithm, in time linear in its words; what
//! each step costs is written in `data/follow.txt`.

use std::borrow::Cow;

use smallvec::SmallVec;

use super::constraint::{Mask, Profile};
use super::reading::{Cells, Lemma, Reading, Upos};
use super::tag::{TAGS, Tag, tags};
use crate::pack::{self, Rows};

/// The table, for people.
const TABLE: &str = include_str!("data/follow.txt");
/// What a step costs that stands nowhere in the table.
const UNUSUAL: u16 = 12;

/// What each step from one tag to the next costs, ready as it lies in memory.
#[derive(Clone, Debug)]
pub struct Steps(
    /// For each tag, what it costs to come to it from each tag.
    Rows<u16>,
);

impl Default for Steps {
    fn default() -> Self {
        Self::new()
    }
}

impl Steps {
    /// What the table says.
    #[must_use]
    pub fn new() -> Self {
        let mut costs = vec![UNUSUAL; TAGS * TAGS];
        for (first, steps) in TABLE.lines().filter_map(steps) {
            for (next, cost) in steps.flatten() {
                costs[next as usize * TAGS + first as usize] = cost;
                if next == Tag::Verb {
                    // A copula stands where other verbs do; only what follows it is its own.
                    costs[Tag::Copula as usize * TAGS + first as usize] = cost;
                }
            }
        }
        Self(costs.into())
    }

    /// The costs as bytes, for [`Steps::unpack`].
    #[must_use]
    pub fn pack(&self) -> &[u8] {
        pack::bytes(&self.0)
    }

    /// The costs that were packed: `None` when the bytes are not that.
    #[must_use]
    pub fn unpack(packed: &'static [u8]) -> Option<Self> {
        pack::rows(packed).filter(|costs: &Rows<u16>| costs.len() == TAGS * TAGS).map(Self)
    }

    /// What it costs to come to `next` from each tag.
    fn to(&self, next: Tag) -> &[u16; TAGS] {
        &self.0.as_chunks().0[next as usize]
    }
}

/// What each reading of a word costs by itself.
pub type Costs = SmallVec<[u8; 6]>;

/// The tag of one line of the table, and the steps from it; none of a comment. A step that cannot be
/// read is none.
fn steps(line: &str) -> Option<(Tag, impl Iterator<Item = Option<(Tag, u16)>>)> {
    let mut fields = line.split('|').next()?.split_ascii_whitespace();
    let first = Tag::from_name(fields.next()?)?;
    let step = |field: &str| {
        let (name, cost) = field.split_once(':')?;
        Some((Tag::from_name(name)?, cost.parse().ok()?))
    };
    Some((first, fields.map(step)))
}

/// One word of a sentence with what it can be.
#[derive(Clone, Debug)]
pub struct Word<'f> {
    /// Its letters, folded.
    pub form: &'f str,
    /// At least one; borrowed as long as none has been ruled out.
    pub readings: Cow<'f, [Reading]>,
    /// What each costs by itself.
    pub costs: Cow<'f, Costs>,
    /// What its type is for the constraints.
    pub profile: &'f Profile,
    /// What its readings are together.
    pub mask: Mask,
    /// The places of the readings that are borrowed.
    pub places: &'f [Place],
    /// True of a word written with a capital.
    pub is_capitalised: bool,
    /// True of a word that would have a capital whatever it is: the first of its sentence.
    pub is_first: bool,
    /// True of a comma.
    pub is_comma: bool,
}

/// A place that a word can take, as one of its readings.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The number of the reading.
    reading: u16,
    tag: Tag,
    /// What it costs at the head of a sentence, and inside.
    first: u8,
    inside: u8,
    /// The cells of the reading that put it there.
    cells: Cells,
}

/// The places that a word of these readings can take.
pub fn places(readings: &[Reading], is_capitalised: bool) -> impl Iterator<Item = Place> {
    let is_known = readings.iter().any(|reading| matches!(reading.lemma, Lemma::Known(_)));
    // *première*: rather an adjective than a noun, where both can stand.
    let is_adjective = |other: &Reading| other.upos == Upos::Adj && !matches!(other.lemma, Lemma::Guessed(_));
    let is_noun_rare = is_known && readings.iter().any(is_adjective);
    let places = (0..).zip(readings).flat_map(move |(number, reading)| {
        tags(*reading).map(move |(tag, cells)| {
            let noun = u8::from(tag == Tag::Noun && is_noun_rare);
            let cost = |is_first| noun + own_cost((*reading, is_known), tag, is_capitalised, is_first);
            Place { reading: number, tag, first: cost(true), inside: cost(false), cells }
        })
    });
    places.take(MOST_PLACES)
}

/// The most places a word can take.
const MOST_PLACES: usize = 64;

/// A place, and the cheapest way to it.
#[derive(Clone, Copy)]
struct State {
    cells: Cells,
    cost: u32,
    reading: u16,
    tag: Tag,
    from: u8,
}

/// The ways through the readings of a sentence: room for those of the next one too.
#[derive(Default)]
pub struct Lattice {
    states: Vec<State>,
    /// The states of a word are those from its number on in this list to the next.
    starts: Vec<usize>,
}

impl Lattice {
    /// Chooses the reading of each word of one sentence, and tells it with the word's place, the last word
    /// first. Of a verb only the cells of the chosen mood remain.
    pub fn choose(&mut self, sentence: &[Word<'_>], steps: &Steps, mut tell: impl FnMut(usize, Reading)) {
        let Self { states: lattice, starts } = self;
        let edge = State { cells: Cells::NONE, cost: 0, reading: 0, tag: Tag::Edge, from: 0 };
        lattice.clear();
        lattice.push(edge);
        starts.clear();
        let mut before = 0;
        for word in sentence {
            let here = lattice.len();
            starts.push(here);
            push_states(word, lattice);
            let (passed, states) = lattice.split_at_mut(here);
            for state in states {
                let (from, cost) = cheapest(&passed[before..], state, steps);
                state.cost += cost;
                state.from = from;
            }
            before = here;
        }
        let (mut way, _) = cheapest(&lattice[before..], &edge, steps);
        for (at, word) in sentence.iter().enumerate().rev() {
            let state = lattice[starts[at] + usize::from(way)];
            tell(at, Reading { cells: state.cells, ..word.readings[usize::from(state.reading)] });
            way = state.from;
        }
    }
}

/// Adds the places a word can take, each with what it costs by itself.
fn push_states(word: &Word<'_>, states: &mut Vec<State>) {
    let state = |Place { reading, tag, first, inside, cells }: Place| {
        let rarity = word.costs[usize::from(reading)];
        let cost = if word.is_first { first } else { inside };
        let tag = if word.is_comma { Tag::Comma } else { tag };
        State { cells, cost: u32::from(cost) + u32::from(rarity), reading, tag, from: 0 }
    };
    match &word.readings {
        Cow::Borrowed(_) => states.extend(word.places.iter().copied().map(state)),
        Cow::Owned(left) => states.extend(places(left, word.is_capitalised).map(state)),
    }
}

/// What a reading costs wherever it stands, of a word that is known or not.
fn own_cost((reading, is_known): (Reading, bool), tag: Tag, is_capitalised: bool, is_first: bool) -> u8 {
    let capital = match (is_capitalised, reading.lemma) {
        (false, _) => 0,
        // *la Santé*, *mer Noire*: a known word is a name only where grammar wants one.
        (true, Lemma::Name) if is_known => {
            if is_first {
                8
            } else {
                4
            }
        }
        (true, Lemma::Name) if is_first => 2,
        (true, Lemma::Guessed(_)) => 5,
        _ => 0,
    };
    let guessed = match (reading.lemma, reading.upos) {
        (Lemma::Guessed(_), Upos::Adj) => 3,
        (Lemma::Guessed(_), _) => 2,
        _ => 0,
    };
    let rare = match tag {
        Tag::Intj if is_capitalised && !is_first => 12,
        Tag::Intj => 5,
        Tag::Other => 8,
        Tag::Verb | Tag::Copula if !reading.cells.meets(Cells::TENSED) => 6,
        Tag::Verb | Tag::Copula if !reading.cells.meets(COMMON) => 4,
        Tag::Verb | Tag::Copula if !reading.cells.meets(THIRD) => 3,
        _ => 0,
    };
    capital + guessed + rare
}

/// The third persons: nearly all that news is written in.
const THIRD: Cells = Cells(Cells::person(2).0 | Cells::person(5).0);
/// The tenses of news in the third person: all but the subjunctive's imperfect and past historic.
const COMMON: Cells = {
    let mut bits = 0;
    let mut tense = 0;
    while tense < 7 {
        if tense != 3 && tense != 5 {
            let mut person = 0;
            while person < 6 {
                bits |= Cells::tense(tense, person).0;
                person += 1;
            }
        }
        tense += 1;
    }
    Cells(bits)
};

/// The cheapest of the states before `next`: its place among them, and the cost with the step.
fn cheapest(before: &[State], next: &State, steps: &Steps) -> (u8, u32) {
    let mut best = (0, u32::MAX);
    let costs = steps.to(next.tag);
    for (number, state) in before.iter().enumerate() {
        let cost = state.cost + u32::from(costs[state.tag as usize]);
        // What does not win without it does not win with it.
        if cost < best.1 {
            let cost = cost + disagreement(state, next);
            if cost < best.1 {
                best = (number as u8, cost);
            }
        }
    }
    best
}

/// What it costs that two neighbours do not agree, where they should.
fn disagreement(first: &State, next: &State) -> u32 {
    let (one, other) = (first.cells, next.cells);
    match (first.tag, next.tag) {
        (Tag::Det, Tag::Noun | Tag::Adj | Tag::Part)
        | (Tag::Adj, Tag::Noun)
        | (Tag::Noun, Tag::PostAdj | Tag::Part) => {
            let (one, other) = (nominal(one), nominal(other));
            let cost = if first.tag == Tag::Noun { 3 } else { 8 };
            if one.is_empty() || other.is_empty() || one.meets(other) { 0 } else { cost }
        }
        (Tag::Subject, Tag::Verb | Tag::Copula | Tag::Aux) => {
            if one.meets(other & Cells::TENSED) {
                0
            } else {
                12
            }
        }
        (Tag::Prep, Tag::Ger) if !one.meets(Cells::INVERTED) => 8,
        (Tag::Noun | Tag::Name, Tag::Verb | Tag::Copula | Tag::Aux) if !other.meets(THIRD) => 10,
        (Tag::Noun, Tag::Verb | Tag::Copula | Tag::Aux) => {
            let person = if one.meets(Cells::PLURAL) { 5 } else { 2 };
            if other.meets(Cells::person(person)) || one.meets(Cells::SINGULAR) && one.meets(Cells::PLURAL) {
                0
            } else {
                3
            }
        }
        _ => 0,
    }
}

/// Gender and number, of a participle too, as those of an adjective.
#[must_use]
pub fn nominal(cells: Cells) -> Cells {
    (cells & Cells::NOMINAL) | Cells((cells & Cells::PP).0 << 49)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        for line in TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let steps: Vec<_> = steps(line).into_iter().flat_map(|(_, steps)| steps).collect();
            assert!(!steps.is_empty() && steps.iter().all(Option::is_some), "{line}");
            assert!(line.contains('|'), "no reason given: {line}");
        }
    }

    #[test]
    fn a_participle_agrees_like_an_adjective() {
        assert_eq!(nominal(Cells::PP_MS | Cells::PP_FP), Cells::MS | Cells::FP);
    }
}
