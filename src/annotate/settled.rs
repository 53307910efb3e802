//! What the words of an expression are in it, where they were read as something else.
//!
//! Knows the expression and its sentence; who wins is not for here.

use super::expression::DEFINITE;
use super::pattern::{Pattern, Place};
use super::words::Word;
use crate::french::reading::{Cells, Reading, Upos};

/// The words of a found expression that are read as something else than they are in it, each with what
/// it is: *place*, in *met en **place** la réforme*, is no verb, and *en* no pronoun.
pub fn settled(
    pattern: &Pattern,
    sentence: &[Word],
    own: &[usize],
) -> impl Iterator<Item = (usize, Reading)> {
    let is_noun = |reading: &Reading| reading.upos == Upos::Noun;
    own.iter().filter_map(move |at| {
        let word = &sentence[*at];
        let wanted = pattern.places.iter().filter_map(|place| place.want.lemmas());
        let is_wanted = |reading: &&Reading| {
            reading.lemma.number().is_some_and(|lemma| wanted.clone().any(|lemmas| lemmas.contains(&lemma)))
        };
        let of = |upos| word.readings.iter().find(move |reading| reading.upos == upos).copied();
        let governs = own.contains(&(at + 1)) && sentence[at + 1].readings.iter().any(is_noun);
        let is_place =
            |form| word.form.is(form) && pattern.places.iter().any(|place| place.want.is_form(form));
        // *s'**en** laver les mains*
        let is_behind_clitic = *at > 0 && sentence[at - 1].chosen.cells.meets(Cells::OBJECT);
        if governs && is_place("en") && !is_behind_clitic {
            return Some((*at, of(Upos::Adp)?));
        }
        // *claque **la** porte*
        let is_verb_next =
            pattern.verb.is_some_and(|verb| has_lemma(&pattern.places[verb], sentence, at + 1));
        if governs && is_place("la") && !is_verb_next {
            return Some((*at, of(Upos::Det)?));
        }
        // *la **clé** sous la porte*
        let is_behind_article = *at > 0 && DEFINITE.contains(&sentence[at - 1].form.exact());
        let is_last = sentence.get(at + 1).is_none_or(|next| next.chosen.upos != Upos::Noun);
        let is_own_noun =
            |reading: &&Reading| is_behind_article && is_last && is_noun(reading) && is_wanted(reading);
        let noun = word.readings.iter().find(is_own_noun).filter(|_| word.chosen.upos == Upos::Adj);
        if let Some(noun) = noun {
            return Some((*at, *noun));
        }
        let other = word.readings.iter().find(is_wanted)?;
        (!is_wanted(&&word.chosen)).then_some((*at, *other))
    })
}

/// True when word `at` can be one of the lemmas of `place`.
fn has_lemma(place: &Place, sentence: &[Word], at: usize) -> bool {
    let lemmas = place.want.lemmas().unwrap_or_default();
    sentence.get(at).is_some_and(|word| {
        word.readings
            .iter()
            .any(|reading| reading.lemma.number().is_some_and(|lemma| lemmas.contains(&lemma)))
    })
}
