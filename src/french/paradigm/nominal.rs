//! Nouns and adjectives: the forms of the two genders and numbers.
//!
//! Knows which cells a word fills; how plurals and feminines are spelled is told by `plural` and
//! `feminine`.

use super::draft::Draft;
use super::lists::NOMINALS;
use super::{Hints, Paradigm, Uninflectable, feminine, plural};
use crate::french::reading::{Cells, Gender};

/// Singular and plural of a gender.
type Numbers = (Cells, Cells);
const MASCULINE: Numbers = (Cells::MS, Cells::MP);
const FEMININE: Numbers = (Cells::FS, Cells::FP);
const BOTH: Numbers = (Cells(Cells::MS.0 | Cells::FS.0), Cells(Cells::MP.0 | Cells::FP.0));

/// The forms of a noun: *trêve, trêves*; *élu, élus, élue, élues*.
pub(super) fn noun(lemma: &str, hints: &Hints) -> Result<Paradigm, Uninflectable> {
    let word = Word::new(lemma, hints)?;
    let mut forms = Vec::new();
    let feminines = match (word.given(hints.feminine.as_deref()), hints.gender) {
        (Some(given), _) => vec![given],
        (None, Some(Gender::Feminine)) => Vec::new(),
        (None, _) => feminine::of_noun(&word.text),
    };
    let own = match hints.gender {
        Some(Gender::Feminine) => FEMININE,
        _ if feminines.iter().any(|form| *form != word.text) => MASCULINE,
        Some(Gender::Masculine) => MASCULINE,
        _ => BOTH,
    };
    word.put(&word.text, own, &mut forms);
    for form in &feminines {
        word.put(form, FEMININE, &mut forms);
    }
    Ok(gather(&forms))
}

/// The forms of an adjective: *mondial, mondiaux, mondiale, mondiales*.
pub(super) fn adjective(lemma: &str, hints: &Hints) -> Result<Paradigm, Uninflectable> {
    let mut word = Word::new(lemma, hints)?;
    let given = word.given(hints.feminine.as_deref());
    let feminines = given.map_or_else(|| feminine::feminines(&word.text), |given| vec![given]);
    word.plurals = plural::of_adjective;
    word.is_invariable |= hints.plural.is_none() && NOMINALS.has("one form for all", &word.text);
    let mut forms = Vec::new();
    word.put(&word.text, MASCULINE, &mut forms);
    for form in &feminines {
        word.put(form, FEMININE, &mut forms);
    }
    if let Some(before_vowel) = NOMINALS.find("masculines before a vowel", &word.text) {
        forms.push((before_vowel.into(), Cells::MS));
    }
    Ok(gather(&forms))
}

/// A headword, and what is known of its plural.
struct Word {
    /// In small letters.
    text: String,
    /// How its plural is made, where it is not given.
    plurals: fn(&str) -> Vec<String>,
    /// The plural given with it.
    plural: Option<String>,
    /// True where the plural is the singular: *ONG*, and what was said to be so.
    is_invariable: bool,
}

impl Word {
    fn new(lemma: &str, hints: &Hints) -> Result<Self, Uninflectable> {
        if lemma.contains(char::is_whitespace) {
            return Err(Uninflectable::SeveralWords(lemma.into()));
        }
        let mut word = Self {
            text: lemma.to_lowercase(),
            plurals: plural::plurals,
            plural: None,
            is_invariable: is_acronym(lemma),
        };
        word.plural = word.given(hints.plural.as_deref());
        word.is_invariable |= word.plural.as_ref() == Some(&word.text);
        Ok(word)
    }

    /// A form given by hand: `=` is the headword, nothing is nothing.
    fn given(&self, form: Option<&str>) -> Option<String> {
        match form?.trim() {
            "" => None,
            "=" => Some(self.text.clone()),
            form => Some(form.to_lowercase()),
        }
    }

    /// A singular, and its plurals.
    fn put(&self, singular: &str, (one, many): Numbers, forms: &mut Vec<(String, Cells)>) {
        forms.push((singular.into(), one));
        match &self.plural {
            _ if self.is_invariable => forms.push((singular.into(), many)),
            Some(given) if singular == self.text => forms.push((given.clone(), many)),
            _ => forms.extend((self.plurals)(singular).into_iter().map(|form| (form, many))),
        }
    }
}

/// *ONG*, *PME*, *G7*: they take no mark of the plural.
fn is_acronym(lemma: &str) -> bool {
    let letters = lemma.chars().filter(|letter| letter.is_alphabetic());
    letters.clone().count() > 1 && letters.clone().all(char::is_uppercase)
}

/// The forms as one stem where what differs is short, as *généra-* of *général, générale, généraux*.
fn gather(forms: &[(String, Cells)]) -> Paradigm {
    const LONGEST: usize = 7;
    let stem = forms.iter().skip(1).fold(forms[0].0.as_str(), |stem, (form, _)| common(stem, form));
    let is_one = !stem.is_empty() && forms.iter().all(|(form, _)| form.len() - stem.len() <= LONGEST);
    let mut draft = Draft::default();
    for (form, cells) in forms {
        let (stem, ending) = form.split_at(if is_one { stem.len() } else { form.len() });
        draft.put(stem, ending, *cells);
    }
    draft.finish()
}

/// What two forms have in common from their beginning.
fn common<'f>(one: &'f str, other: &str) -> &'f str {
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
    &one[..same.map(|(letter, _)| letter.len_utf8()).sum()]
}
