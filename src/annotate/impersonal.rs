//! The dummy subject that belongs to an impersonal verb: ***il** faut*, ***il** s'agit de*, ***il** y a*.
//!
//! Knows verbs and the order of words; of entries only where they stand.

use smallvec::smallvec;

use super::Matcher;
use super::overlap::Matches;
use super::words::Word;
use crate::french::reading::{Cells, Upos};

/// Verbs that have no other subject, with the clitic that makes them so (Grevisse, *Le bon usage*,
/// «verbes impersonnels»).
const ALWAYS: [(&str, &[&str]); 3] = [("falloir", &[]), ("agir", &["se", "s'"]), ("avoir", &["y"])];

/// Verbs that are impersonal before what is their logical subject: *il **convient de** négocier*, *il
/// **semble que** l'accord tienne*.
const BEFORE: [(&str, &[&str]); 11] = [
    ("sembler", &["que", "qu'"]),
    ("paraître", &["que", "qu'"]),
    ("apparaître", &["que", "qu'"]),
    ("convenir", &["de", "d'", "que", "qu'"]),
    ("importer", &["de", "d'", "que", "qu'"]),
    ("suffire", &["de", "d'", "que", "qu'", "à"]),
    ("arriver", &["que", "qu'"]),
    ("advenir", &["que", "qu'"]),
    ("résulter", &["de", "d'", "que", "qu'"]),
    ("ressortir", &["de", "d'", "que", "qu'"]),
    ("rester", &["à", "que", "qu'"]),
];

/// Gives the matches of impersonal verbs their *il*.
pub fn take_subjects(matches: &mut Matches, sentence: &[Word], matcher: &Matcher) {
    for il in (0..sentence.len()).filter(|at| sentence[*at].is_il) {
        let is_hanging = sentence[il].form.exact().starts_with('-');
        let verb = if is_hanging { il.checked_sub(1) } else { verb_after(sentence, il) };
        let Some(verb) = verb else { continue };
        let lemma = matcher.lemma(sentence[verb].form.exact(), sentence[verb].chosen);
        let with = ALWAYS.iter().find(|(always, _)| *always == lemma).map(|(_, clitics)| *clitics);
        let Some(clitics) = with.or_else(|| is_before_clause(sentence, verb, &lemma).then_some(&[][..]))
        else {
            continue;
        };
        let is_of_verb = |words: &[usize]| {
            let has = |at: &usize| clitics.contains(&sentence[*at].form.exact());
            words.contains(&verb) && (clitics.is_empty() || words.iter().any(has))
        };
        let Matches { several, single } = &mut *matches;
        for one in several.iter_mut().filter(|one| is_of_verb(&one.words)) {
            if let Err(place) = one.words.binary_search(&il) {
                one.words.insert(place, il);
            }
        }
        let alone = single.extract_if(.., |one| is_of_verb(&[one.word]));
        several.extend(alone.map(|one| one.with(smallvec![il.min(verb), il.max(verb)])));
    }
}

/// The verb whose subject stands at `il`: of a compound tense, its participle.
fn verb_after(sentence: &[Word], il: usize) -> Option<usize> {
    let is_between = |word: &Word| word.chosen.upos == Upos::Adv || word.chosen.cells.meets(Cells::OBJECT);
    let after = |from: usize| (from + 1..sentence.len()).find(|at| !is_between(&sentence[*at]));
    let is_participle = |at: &usize| sentence[*at].chosen.cells.meets(Cells::PP);
    let mut verb = after(il).filter(|at| sentence[*at].chosen.cells.meets(Cells::FINITE))?;
    while let Some(next) = after(verb).filter(is_participle)
        && sentence[verb].chosen.upos == Upos::Aux
    {
        verb = next;
    }
    Some(verb)
}

/// True when a verb that can be impersonal is so at `verb`, by what follows it.
fn is_before_clause(sentence: &[Word], verb: usize, lemma: &str) -> bool {
    let Some((_, openers)) = BEFORE.iter().find(|(verb, _)| *verb == lemma) else { return false };
    let next = sentence[verb + 1..].iter().find(|word| word.chosen.upos != Upos::Adv);
    sentence[verb].chosen.cells.meets(Cells::FINITE)
        && next.is_some_and(|next| openers.contains(&next.form.exact()))
}
