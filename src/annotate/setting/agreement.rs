//! What the form of a word says: its gender and number, which what is beside it may show, and its tense.

use super::{Here, is_in};
use crate::annotate::words::Word;
use crate::french::reading::{Cells, Reading, Upos};

/// ***le** tour*, *un **long** voile*.
pub fn masculine(here: Here<'_>) -> Option<usize> {
    agreeing(here, (Cells::MASCULINE, Cells::FEMININE))
}

/// ***la** tour*, *voiles **bleues***.
pub fn feminine(here: Here<'_>) -> Option<usize> {
    agreeing(here, (Cells::FEMININE, Cells::MASCULINE))
}

/// *les **poursuites***: more than one, and not *une poursuite*.
pub fn plural(here: Here<'_>) -> Option<usize> {
    agreeing(here, (Cells::PLURAL, Cells::SINGULAR))
}

/// *la loi **devait** passer*: the imperfect.
pub fn imperfect(here: Here<'_>) -> Option<usize> {
    in_tense(here, IMPERFECT)
}

/// *la loi **devrait** passer*: the conditional, *aurait dû* too.
pub fn conditional((sentence, own): Here<'_>) -> Option<usize> {
    let is_auxiliary = |at: &usize| {
        let Reading { upos, cells, .. } = sentence[*at].chosen;
        upos == Upos::Aux && cells.meets(CONDITIONAL)
    };
    let auxiliary = || {
        let at = *own.iter().find(|at| sentence[**at].chosen.cells.meets(Cells::PP))?;
        sentence[..at].iter().rposition(|word| !word.parts_verb()).filter(is_auxiliary)
    };
    in_tense((sentence, own), CONDITIONAL).or_else(auxiliary)
}

/// The imperfect, in any person.
const IMPERFECT: Cells = Cells::whole_tense(1);
/// The conditional, in any person.
const CONDITIONAL: Cells = Cells::whole_tense(6);

/// The word whose form is of `tense` and of no other: *devait*, and not *finissions*.
fn in_tense((sentence, own): Here<'_>, tense: Cells) -> Option<usize> {
    let is_of_tense = |at: &usize| {
        let finite = sentence[*at].chosen.cells & Cells::FINITE;
        finite.meets(tense) && (finite & !tense).is_empty()
    };
    own.iter().copied().find(is_of_tense)
}

/// What shows that a noun has one gender or number and not the other: the noun itself, *l'**impératrice***, or
/// the determiner or adjective beside it. Whatever speaks first decides: *des demandes d'**aide** urgentes*
/// are many, but the aid is one.
fn agreeing((sentence, own): Here<'_>, (one, other): (Cells, Cells)) -> Option<usize> {
    let (first, last) = (*own.first()?, *own.last()?);
    let next = last + 1;
    let is_joint = |at: &usize| is_in(&sentence[*at], &["au", "aux", "du", "des"]);
    let goes_before =
        |at: &usize| is_joint(at) || matches!(sentence[*at].chosen.upos, Upos::Det | Upos::Adj | Upos::Num);
    let is_beside = |at: &usize| {
        let Word { chosen, .. } = &sentence[*at];
        chosen.upos == Upos::Adj || chosen.upos == Upos::Verb && chosen.cells.meets(Cells::PP)
    };
    let before = (0..first).rev().take_while(goes_before);
    let after = (next < sentence.len()).then_some(next).filter(is_beside);
    let tells = |at: &usize| {
        let cells = agreement(&sentence[*at]);
        cells.meets(one) != cells.meets(other)
    };
    let decides = std::iter::once(last).chain(before).chain(after).find(tells)?;
    agreement(&sentence[decides]).meets(one).then_some(decides)
}

/// The gender and number that a word shows: *du* and *deux* too.
fn agreement(word: &Word) -> Cells {
    match word.form.exact() {
        "au" | "du" => Cells::MS,
        "aux" | "des" => Cells::PLURAL,
        "un" | "une" => word.chosen.cells,
        _ if word.chosen.upos == Upos::Num => Cells::PLURAL,
        _ => word.chosen.cells,
    }
}
