//! Which of its readings a word has in its sentence.
//!
//! Knows the order of words and their agreement, nothing of their meaning. The cheapest way through
//! the readings of a sentence is found by the Viterbi algorithm, in time linear in its words; what
//! each step costs is written in `data/follow.txt`.

use smallvec::SmallVec;

use super::constraint::{Mask, MaySpeak};
use super::form::Form;
use super::lemma::LemmaKind;
use super::reading::{Cells, Reading, Upos};
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
    /// All it can be anywhere; at least one.
    pub readings: &'f [Reading],
    /// What is left of them here.
    pub left: Left,
    /// The number of its form among those that constraints name; 0 where none does.
    pub form: u32,
    /// The constraints that may speak of it.
    pub constraints: &'f [MaySpeak],
    /// What the readings that are left are together.
    pub mask: Mask,
    /// The places of all its readings.
    pub places: &'f [Place],
}

impl Word<'_> {
    /// The readings that are left, each with what is left of its cells.
    pub fn readings(&self) -> impl Iterator<Item = Reading> + Clone {
        self.numbered().map(|(_, reading)| reading)
    }

    /// The same, with their numbers.
    pub fn numbered(&self) -> impl Iterator<Item = (usize, Reading)> + Clone {
        let left = self.left;
        let all = self.readings.iter().copied().enumerate();
        all.filter(move |(number, _)| left.has(*number)).map(move |(number, one)| (number, left.of(one)))
    }
}

/// What is left of the readings of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// The numbers of the readings that went: a bit for each of the first that a word has; any other
    /// stays.
    gone: u64,
    /// The cells that verbs may have.
    verbal: Cells,
}

impl Left {
    /// Nothing is gone.
    pub const ALL: Self = Self { gone: 0, verbal: Cells(u64::MAX) };

    /// Takes the reading of that number away.
    pub fn drop(&mut self, number: usize) {
        self.gone |= u32::try_from(number).ok().and_then(|number| 1_u64.checked_shl(number)).unwrap_or(0);
    }

    /// Leaves verbs only these cells.
    pub fn keep(&mut self, cells: Cells) {
        self.verbal = self.verbal & cells;
    }

    fn has(self, number: usize) -> bool {
        number >= u64::BITS as usize || self.gone >> number & 1 == 0
    }

    fn of(self, reading: Reading) -> Reading {
        match reading.upos {
            Upos::Verb | Upos::Aux => Reading { cells: reading.cells & self.verbal, ..reading },
            _ => reading,
        }
    }
}

/// A place that a word can take, as one of its readings, and the cheapest way to it.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The cells of the reading that put it there.
    cells: Cells,
    /// What it costs by itself; with the way to it, once that is known.
    cost: u32,
    /// The number of the reading.
    reading: u16,
    tag: Tag,
    /// The number of the place before it, among those of the word before.
    from: u8,
}

/// The places that a word of these readings can take, each with what it costs there; `costs` are those
/// of its readings by themselves. A word `is_first` that would have its capital whatever it is.
pub fn places(
    readings: &[Reading],
    costs: &[u8],
    (form, is_first): (&Form, bool),
) -> impl Iterator<Item = Place> {
    let (is_capitalised, is_comma) = (form.is_capitalised(), form.exact() == ",");
    let is_known = readings.iter().any(|reading| reading.lemma.is_known());
    let is_noun_rare = is_noun_rare(readings.iter().copied());
    let places = (0..).zip(readings).zip(costs).flat_map(move |((number, reading), rarity)| {
        tags(*reading).map(move |(tag, cells)| {
            let noun = if tag == Tag::Noun && is_noun_rare { RARE_NOUN } else { 0 };
            let own = own_cost((*reading, is_known), tag, is_capitalised, is_first);
            let tag = if is_comma { Tag::Comma } else { tag };
            Place { reading: number, tag, cost: u32::from(own) + u32::from(*rarity) + noun, cells, from: 0 }
        })
    });
    places.take(MOST_PLACES)
}

/// *première*: rather an adjective than a noun, where both can stand.
fn is_noun_rare(readings: impl Iterator<Item = Reading> + Clone) -> bool {
    let is_known = |reading: Reading| reading.lemma.is_known();
    let is_adjective = |reading: Reading| reading.upos == Upos::Adj && !reading.lemma.is_guessed();
    readings.clone().any(is_known) && { readings }.any(is_adjective)
}

/// What it costs a noun that it could be an adjective.
const RARE_NOUN: u32 = 1;

/// The most places a word can take.
const MOST_PLACES: usize = 64;

/// The ways through the readings of a sentence: room for those of the next one too.
#[derive(Default)]
pub struct Lattice {
    places: Vec<Place>,
    /// Those of a word are those from its number on in this list to the next.
    starts: Vec<usize>,
}

impl Lattice {
    /// Chooses the reading of each word of one sentence, and tells it with the word's place, the last word
    /// first. Of a verb only the cells of the chosen mood remain.
    pub fn choose(&mut self, sentence: &[Word<'_>], steps: &Steps, mut tell: impl FnMut(usize, Reading)) {
        let Self { places: lattice, starts } = self;
        let edge = Place { cells: Cells::NONE, cost: 0, reading: 0, tag: Tag::Edge, from: 0 };
        lattice.clear();
        lattice.reserve(4 * sentence.len());
        lattice.push(edge);
        starts.clear();
        starts.reserve(sentence.len());
        let mut before = 0;
        for word in sentence {
            let here = lattice.len();
            starts.push(here);
            push_places(word, lattice);
            let (passed, places) = lattice.split_at_mut(here);
            for place in places {
                let (from, cost) = cheapest(&passed[before..], place, steps);
                place.cost += cost;
                place.from = from;
            }
            before = here;
        }
        let (mut way, _) = cheapest(&lattice[before..], &edge, steps);
        for (at, word) in sentence.iter().enumerate().rev() {
            let place = lattice[starts[at] + usize::from(way)];
            tell(at, Reading { cells: place.cells, ..word.readings[usize::from(place.reading)] });
            way = place.from;
        }
    }
}

/// Adds the places that are left to a word.
fn push_places(word: &Word<'_>, places: &mut Vec<Place>) {
    if word.left == Left::ALL {
        return places.extend_from_slice(word.places);
    }
    let is_noun_cheap = is_noun_rare(word.readings.iter().copied()) && !is_noun_rare(word.readings());
    for place in word.places.iter().filter(|place| word.left.has(place.reading.into())) {
        let reading = word.readings[usize::from(place.reading)];
        let cells = word.left.of(Reading { cells: place.cells, ..reading }).cells;
        let cheaper = if place.tag == Tag::Noun && is_noun_cheap { RARE_NOUN } else { 0 };
        if !cells.is_empty() || place.cells.is_empty() {
            places.push(Place { cells, cost: place.cost - cheaper, ..*place });
        }
    }
}

/// What a reading costs wherever it stands, of a word that is known or not.
fn own_cost((reading, is_known): (Reading, bool), tag: Tag, is_capitalised: bool, is_first: bool) -> u8 {
    let capital = match (is_capitalised, reading.lemma.kind()) {
        (false, _) => 0,
        // *la Santé*, *mer Noire*: a known word is a name only where grammar wants one.
        (true, LemmaKind::Name) if is_known => {
            if is_first {
                8
            } else {
                4
            }
        }
        (true, LemmaKind::Name) if is_first => 2,
        (true, LemmaKind::Guessed(_)) => 5,
        _ => 0,
    };
    let guessed = match (reading.lemma.kind(), reading.upos) {
        (LemmaKind::Guessed(_), Upos::Adj) => 3,
        (LemmaKind::Guessed(_), _) => 2,
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

/// The cheapest of the places before `next`: its number among them, and the cost with the step.
fn cheapest(before: &[Place], next: &Place, steps: &Steps) -> (u8, u32) {
    let mut best = (0, u32::MAX);
    let costs = steps.to(next.tag);
    for (number, place) in before.iter().enumerate() {
        let cost = place.cost + u32::from(costs[place.tag as usize]);
        // What does not win without it does not win with it.
        if cost < best.1 {
            let cost = cost + disagreement(place, next);
            if cost < best.1 {
                best = (number as u8, cost);
            }
        }
    }
    best
}

/// What it costs that two neighbours do not agree, where they should.
fn disagreement(first: &Place, next: &Place) -> u32 {
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
