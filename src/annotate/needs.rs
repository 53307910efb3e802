//! What must stand in a sentence for an expression to be there: asked before it is looked for.
//!
//! Knows keys, small numbers that lemmas and forms share; so it may let pass what is not there, and
//! never turns away what is.

use bytemuck::{Pod, Zeroable};
use smallvec::SmallVec;

use super::pattern::Want;
use crate::french::form::Form;

/// How many keys there are: so many that those of a sentence of thirty words are a tenth.
const KEYS: u32 = 1024;

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

/// The keys of one word.
#[derive(Clone, Debug)]
pub struct Keys(SmallVec<[u16; 8]>);

impl Keys {
    /// Those of a form with these lemmas.
    #[must_use]
    pub fn new(form: &Form, lemmas: impl Iterator<Item = u32>) -> Self {
        Self(std::iter::once(of_form(form.hash())).chain(lemmas.map(of_lemma)).collect())
    }
}

/// The keys of the words of one sentence.
#[derive(Clone, Debug)]
pub struct Present([u64; KEYS as usize / 64]);

impl Present {
    /// Those of these words.
    #[must_use]
    pub fn new<'k>(words: impl Iterator<Item = &'k Keys>) -> Self {
        let mut present = Self([0; KEYS as usize / 64]);
        for key in words.flat_map(|keys| &keys.0).chain(&[ALWAYS]) {
            present.0[usize::from(*key) / 64] |= 1 << (key % 64);
        }
        present
    }

    /// False when an expression that needs `needs` cannot stand here.
    #[must_use]
    pub fn meet(&self, needs: &Needs) -> bool {
        let has = |key: &u16| self.0[usize::from(*key) / 64] & 1 << (key % 64) != 0;
        needs.0.iter().all(|shapes| shapes.iter().any(has))
    }
}

/// How many shapes of a needed word are told apart: *de*, *d'*, *du*, *des*.
const SHAPES: usize = 4;

/// Two words that an expression cannot be without, each by the keys of its shapes, of which the first
/// stands again where there are fewer: *motion de censure* needs *motion*, and *de* or *d'*.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Pod, Zeroable)]
#[repr(transparent)]
pub struct Needs([[u16; SHAPES]; 2]);

impl Needs {
    /// Those of an expression that cannot be without the first of `words`.
    #[must_use]
    pub fn new<'w>(words: impl IntoIterator<Item = &'w Want>) -> Self {
        let mut needs = Self([[ALWAYS; SHAPES]; 2]);
        let shapes = words.into_iter().filter_map(shapes);
        needs.0.iter_mut().zip(shapes).for_each(|(need, shapes)| *need = shapes);
        needs
    }
}

/// The keys of what may stand in a place: none of a place in which too much may.
fn shapes(want: &Want) -> Option<[u16; SHAPES]> {
    let keys: SmallVec<[u16; SHAPES]> = match want {
        Want::Lemma(lemmas) => lemmas.iter().map(|lemma| of_lemma(*lemma)).collect(),
        Want::Form(forms) => forms.iter().map(|form| of_form(Form::new(form).hash())).collect(),
        Want::Reflexive | Want::Hanging => return None,
    };
    let first = *keys.first()?;
    (keys.len() <= SHAPES).then(|| std::array::from_fn(|at| keys.get(at).copied().unwrap_or(first)))
}
