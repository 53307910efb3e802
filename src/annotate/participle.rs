//! When a participle stands as an adjective: *le village est resté **isolé***, *un soutien **accru***.
//!
//! Knows the words around it; whether there is an entry for the adjective is for [`annotate`](super).

use super::expression::is_amount;
use super::is_reflexive;
use super::words::Word;
use crate::french::reading::{Cells, Upos};

/// The simple tenses of *être*: *est isolé* is a state, *a été isolé* what was done.
const BEING: [&str; 13] = [
    "est", "sont", "était", "étaient", "sera", "seront", "serait", "seraient", "soit", "soient", "suis",
    "sommes", "êtes",
];
/// What an adjective has degrees by: *jamais été **aussi** élevé*.
const DEGREES: [&str; 9] = ["très", "trop", "si", "aussi", "plus", "moins", "assez", "tellement", "fort"];
/// Prepositions that open no agent and no object of the verb: *recherché **depuis** 2015*.
const LOOSE: [&str; 9] = ["depuis", "entre", "pour", "pendant", "durant", "avant", "après", "dès", "malgré"];
/// The participles, without their agreement, of verbs whose *être* makes no passive.
const PARTICIPLES_OF_BEING: [&str; 33] = [
    "accouru",
    "allé",
    "apparu",
    "arrivé",
    "décédé",
    "demeuré",
    "descendu",
    "devenu",
    "entré",
    "intervenu",
    "issu",
    "monté",
    "mort",
    "né",
    "parti",
    "parvenu",
    "passé",
    "redescendu",
    "redevenu",
    "remonté",
    "rentré",
    "reparti",
    "repassé",
    "ressorti",
    "resté",
    "retombé",
    "retourné",
    "revenu",
    "sorti",
    "survenu",
    "tombé",
    "venu",
    "éclos",
];

/// True where the participle at word `at` says how something is, and not what was done to it.
///
/// It has neither agent nor object, and no auxiliary but the simple tenses of *être*; or it has a
/// degree, or a verb that joins it to its subject: *semble **pressé** de négocier*.
pub fn stands_as_adjective(sentence: &[Word], at: usize) -> bool {
    let word = &sentence[at];
    if word.chosen.upos != Upos::Verb || !word.chosen.cells.meets(Cells::PP | Cells::PPR) {
        return false;
    }
    let next = sentence.get(at + 1);
    if word.chosen.cells.meets(Cells::PPR) {
        let is_gerund = at > 0 && sentence[at - 1].form.is("en");
        return has_degree(sentence, at)
            || !is_gerund && next.is_none_or(|next| matches!(next.form.exact(), "pour" | "," | "."));
    }
    !next.is_some_and(|next| next.form.is("par")) && is_state(sentence, at)
}

/// True of *très **attendu***.
fn has_degree(sentence: &[Word], at: usize) -> bool {
    at > 0 && DEGREES.contains(&sentence[at - 1].form.exact())
}

/// The same of a past participle without an agent.
fn is_state(sentence: &[Word], at: usize) -> bool {
    let next = sentence.get(at + 1);
    let is_bare = next.is_none_or(|next| !opens_complement(next)) && !is_about(sentence, at + 1);
    let carrier = sentence[..at].iter().rposition(|word| !word.parts_verb());
    match carrier.map(|place| (place, &sentence[place])) {
        Some((_, word)) if is_copula(word) => true,
        Some((place, word)) if word.chosen.upos == Upos::Aux => {
            let is_state = BEING.contains(&word.form.exact()) && next.is_none_or(|next| !says_more(next));
            // *la soirée **s'est** mal finie*
            let is_event = is_reflexive(sentence, place, &[]) || is_of_being(&sentence[at]);
            has_degree(sentence, at) && !has_avoir(word) || is_state && !is_event
        }
        Some((_, word)) if matches!(word.form.exact(), "en" | "se" | "s'") => false,
        Some((_, word)) if word.chosen.upos == Upos::Cconj && is_second(sentence, at) => false,
        _ => has_degree(sentence, at) || is_bare,
    }
}

/// True of the second participle of an *avoir*: *a baissé les yeux et **attendu***, and not *a rendu un
/// texte court et **attendu***.
fn is_second(sentence: &[Word], at: usize) -> bool {
    let is_participle = |word: &Word| word.chosen.upos == Upos::Verb && word.chosen.cells.meets(Cells::PP);
    let Some(joint) = sentence[..at].iter().rposition(|word| word.chosen.upos == Upos::Cconj) else {
        return false;
    };
    let before = &sentence[..joint];
    let ends_in_adjective = before.last().is_some_and(|word| word.chosen.upos == Upos::Adj);
    let opens_clause = |word: &Word| {
        word.chosen.upos == Upos::Sconj || word.chosen.cells.meets(Cells::FINITE | Cells::RELATIVE)
    };
    let first = before.iter().rposition(|word| is_participle(word) || opens_clause(word));
    !ends_in_adjective
        && first.is_some_and(|first| {
            let carrier = before[..first].iter().rev().find(|word| word.chosen.upos != Upos::Adv);
            is_participle(&before[first])
                && carrier.is_some_and(|word| word.chosen.upos == Upos::Aux && has_avoir(word))
        })
}

/// True of the amount that is a participle's object: *déplacé **près de** 400 000 habitants*.
fn is_about(sentence: &[Word], at: usize) -> bool {
    let is_degree = |word: &Word| matches!(word.form.exact(), "près" | "plus" | "moins");
    sentence.get(at).is_some_and(is_degree) && is_amount(sentence, at + 1)
}

/// True of *reste* and *semble*.
fn is_copula(word: &Word) -> bool {
    word.chosen.upos == Upos::Verb
        && word
            .readings
            .iter()
            .any(|reading| reading.lemma == word.chosen.lemma && reading.cells.meets(Cells::COPULA))
}

/// True of the participle of a compound tense: *exposé* in *il a **exposé** aux députés son plan* says nothing of
/// its own, as it does in *exposé à l'amiante*.
pub fn is_right_behind_avoir(sentence: &[Word], at: usize) -> bool {
    let before = sentence[..at].iter().rev().find(|word| !word.parts_verb());
    sentence[at].chosen.cells.meets(Cells::PP)
        && before.is_some_and(|word| word.chosen.upos == Upos::Aux && has_avoir(word))
}

/// True of a participle that has *être* without being passive: *est **sortie***.
pub fn is_of_being(word: &Word) -> bool {
    PARTICIPLES_OF_BEING.contains(&word.form.exact().trim_end_matches(['e', 's']))
}

/// True of an auxiliary that is a form of *avoir*: neither *est* nor *été*.
fn has_avoir(word: &Word) -> bool {
    let form = word.form.exact();
    !BEING.contains(&form) && !matches!(form, "été" | "être" | "étant")
}

/// True of what may follow a passive, its time among it: *le verdict est attendu **jeudi***, and not
/// *le coût est compris **entre** deux et trois millions*, *l'école est fermée **depuis** deux ans*.
fn says_more(next: &Word) -> bool {
    use Upos::{Adp, Adv, Det, Noun, Num, Propn, Verb};
    let is_state = next.form.is("entre") || next.form.is("depuis");
    matches!(next.chosen.upos, Adp | Adv | Det | Noun | Num | Propn | Verb) && !is_state
}

/// True of what may open the participle's object or agent: *engagées **contre** lui*.
fn opens_complement(next: &Word) -> bool {
    match next.chosen.upos {
        Upos::Adp => !LOOSE.contains(&next.form.exact()),
        Upos::Det | Upos::Num => true,
        _ => false,
    }
}
