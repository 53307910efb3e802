//! What must stand in a sentence for an expression to be there: asked before it is looked for.
//!
//! Knows keys, small numbers that lemmas and forms share; so it may let pass what is not there, and
//! never turns away what is.

use bytemuck::{Pod, Zeroable};
use smallvec::SmallVec;

use super::pattern::{Between, Pattern, Want};
use crate::french::form::Form;

/// How many keys there are: so many that those of a sentence of thirty words are one in twenty.
const KEYS: u32 = 2048;

/// The key of a lemma.
const fn of_lemma(lemma: u32) -> u16 {
    (lemma.wrapping_mul(0x9e37_79b1) >> 16) as u16 % KEYS as u16
}

/// The key of a form, by the hash of its letters without accents.
const fn of_form(hash: u32) -> u16 {
    (hash.wrapping_mul(0x85eb_ca6b) >> 16) as u16 % KEYS as u16
}

/// The key that every sentence has.
const ALWAYS: u16 = 0;
/// The key of what may be the pronoun of a pronominal verb.
const REFLEXIVE: u16 = 1;
/// The forms of that pronoun: *se plaindre*, *nous nous plaignons*.
const REFLEXIVES: [&str; 8] = ["se", "s'", "me", "m'", "te", "t'", "nous", "vous"];
/// The same behind an imperative.
const HANGING: [&str; 3] = ["-toi", "-nous", "-vous"];

/// The keys of one word.
#[derive(Clone, Debug)]
pub struct Keys(SmallVec<[u16; 8]>);

impl Keys {
    /// Those of a form with these lemmas.
    #[must_use]
    pub fn new(form: &Form, lemmas: impl Iterator<Item = u32>) -> Self {
        let reflexive = REFLEXIVES.contains(&form.exact()).then_some(REFLEXIVE);
        Self(std::iter::once(of_form(form.hash())).chain(lemmas.map(of_lemma)).chain(reflexive).collect())
    }

    /// True when one of these is among them.
    fn has(&self, shapes: &Shapes) -> bool {
        self.0.iter().any(|key| shapes.contains(key))
    }
}

/// The keys of the words of one sentence: true in the place of each. No bits: they take longer to ask.
#[derive(Clone, Debug)]
pub struct Present([bool; KEYS as usize]);

impl Present {
    /// Those of these words.
    #[must_use]
    pub fn new<'k>(words: impl Iterator<Item = &'k Keys>) -> Self {
        let mut present = Self([false; KEYS as usize]);
        for key in words.flat_map(|keys| &keys.0).chain(&[ALWAYS]) {
            present.0[usize::from(key % KEYS as u16)] = true;
        }
        present
    }

    /// True of what has one of these keys. All are looked at: that is quicker than to ask after each whether
    /// it was enough.
    fn has(&self, shapes: &Shapes) -> bool {
        shapes.iter().fold(false, |any, key| any | self.0[usize::from(key % KEYS as u16)])
    }
}

/// How many shapes of a needed word are told apart: *de*, *d'*, *du*, *des*.
const SHAPES: usize = 4;

/// A needed word by the keys of its shapes, of which the first stands again where there are fewer.
type Shapes = [u16; SHAPES];

/// Two words that an expression cannot be without beside its rarest: *motion de censure* needs *motion*,
/// and *de* or *d'*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Pod, Zeroable)]
#[repr(C)]
pub struct Needs {
    words: [Shapes; 2],
    /// Where the first of them stands beside the rarest: right before it, -1, right after it, 1; or
    /// anywhere, 0.
    beside: i16,
}

impl Needs {
    /// Those of an expression that cannot be without the words in these places, the rarest first. A word
    /// that stands right beside the anchor comes before any other.
    #[must_use]
    pub fn new(pattern: &Pattern, places: impl Iterator<Item = usize>) -> Self {
        let mut places: SmallVec<[usize; 8]> = places.collect();
        places.sort_by_key(|place| beside(pattern, *place) == 0);
        let mut needs = Self { words: [[ALWAYS; SHAPES]; 2], beside: 0 };
        let shaped = places.iter().filter_map(|place| Some((*place, shapes(&pattern.places[*place].want)?)));
        for (number, (place, shapes)) in shaped.take(2).enumerate() {
            needs.words[number] = shapes;
            if number == 0 {
                needs.beside = beside(pattern, place);
            }
        }
        needs
    }

    /// False when an expression that needs this cannot stand around the word `at` of those with these
    /// keys, which are `present`.
    pub fn are_met<'k>(&self, present: &Present, keys: impl Fn(isize) -> Option<&'k Keys>) -> bool {
        let [first, second] = &self.words;
        let is_there = || match self.beside {
            0 => true,
            beside => keys(beside.into()).is_some_and(|keys| keys.has(first)),
        };
        present.has(first) & present.has(second) && is_there()
    }
}

/// On which side of the anchor the word in `place` must stand right beside it: -1 or 1, or 0.
fn beside(pattern: &Pattern, place: usize) -> i16 {
    let is_tight = |place: usize| pattern.places[place].after == Between::Nothing;
    if place + 1 == pattern.anchor && is_tight(place) {
        -1
    } else {
        i16::from(place == pattern.anchor + 1 && is_tight(pattern.anchor))
    }
}

/// The keys of what may stand in a place: none of a place in which too much may.
fn shapes(want: &Want) -> Option<Shapes> {
    let mut keys: SmallVec<[u16; SHAPES]> = match want {
        Want::Lemma(lemmas) => lemmas.iter().map(|lemma| of_lemma(*lemma)).collect(),
        Want::Form(forms) => forms.iter().map(|form| of_form(Form::new(form).hash())).collect(),
        Want::Reflexive => SmallVec::from_slice(&[REFLEXIVE]),
        Want::Hanging => HANGING.iter().map(|form| of_form(Form::new(form).hash())).collect(),
    };
    keys.sort_unstable();
    keys.dedup();
    let first = *keys.first()?;
    (keys.len() <= SHAPES).then(|| std::array::from_fn(|at| keys.get(at).copied().unwrap_or(first)))
}
