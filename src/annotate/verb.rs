//! The verb of an expression where it stands: how it is read, and whether it is one there.

use super::expression::Found;
use super::pattern::{Pattern, Place, Want};
use super::words::Word;
use crate::french::reading::{Cells, Reading, Upos};

/// How the expression's verb is read here.
pub fn reading(place: &Place, sentence: &[Word], words: &[usize]) -> Option<Reading> {
    let Want::Lemma(lemmas) = &place.want else { return None };
    let is_verb = |reading: &&Reading| reading.lemma.number().is_some_and(|lemma| lemmas.contains(&lemma));
    words.iter().find_map(|at| {
        let word = &sentence[*at];
        if is_verb(&&word.chosen) { Some(word.chosen) } else { word.readings.iter().find(is_verb).copied() }
    })
}

/// True unless the expression's verb is a noun here, with its determiner, or an auxiliary: *voter
/// blanc* is not in *un **vote blanc***, *avoir … effet* not in *il **a** subi les **effets***.
pub fn has_verb(pattern: &Pattern, found: &Found, sentence: &[Word]) -> bool {
    let is_free = pattern.is_free();
    let Some(verb) = found.verb else { return false };
    let is_it = |at: &usize| sentence[*at].readings.iter().any(|reading| reading.lemma == verb.lemma);
    found.words.iter().filter(|at| is_it(at)).any(|at| {
        let before = at.checked_sub(1).map(|before| sentence[before].chosen.upos);
        let chosen = sentence[*at].chosen;
        let is_joined = || matches!(sentence[at.saturating_sub(1)].form.exact(), "du" | "des" | "au" | "aux");
        // *en **manque de** bras*: no finite form is governed; *en* may be its own, as in *j'**en vins à***.
        let is_finite = verb.cells.meets(Cells::FINITE) && !found.words.contains(&at.wrapping_sub(1));
        let is_governed = before == Some(Upos::Adp) && (is_finite || is_joined());
        let is_behind = is_governed || matches!(before, Some(Upos::Det | Upos::Adj | Upos::Num));
        let is_noun = chosen.upos == Upos::Noun && is_behind;
        // *bien **présente** et …*: across a gap a finite form is no verb unless it is read as one.
        let is_other = is_free && verb.cells.meets(Cells::FINITE) && chosen.upos == Upos::Adj;
        // *la convention de **Vienne***
        let is_name = chosen.upos == Upos::Propn;
        !is_name && !is_noun && !is_other && !is_auxiliary(sentence, *at, &found.words)
    })
}

/// True of *a* and *est* with a participle that is none of `own`: *il **a** longtemps nié*, *il **a** fait
/// construire*, *l'été **a** été chaud*.
fn is_auxiliary(sentence: &[Word], at: usize, own: &[usize]) -> bool {
    let is_between = |word: &Word| word.chosen.upos == Upos::Adv || word.is_inverted();
    let next = (at + 1..sentence.len()).find(|next| !is_between(&sentence[*next]));
    sentence[at].chosen.upos == Upos::Aux
        && next.is_some_and(|next| {
            let chosen = sentence[next].chosen;
            let is_verb = matches!(chosen.upos, Upos::Verb | Upos::Aux);
            is_verb && chosen.cells.meets(Cells::PP) && !own.contains(&next)
        })
}
