//! What has the words of an expression in their order and is something else: *ne … **plus de** s'abstenir*.
//!
//! Knows the words around it. What a glossary can say itself, by `never` or a longer headword, is not for here.

use super::aside::is_time;
use super::expression::{DEFINITE, Found};
use super::participle::is_right_behind_avoir;
use super::pattern::{Pattern, Place};
use super::words::Word;
use crate::french::reading::{Cells, Upos};
use crate::french::token::TokenKind;
use crate::glossary::Pos;

/// True where the words that were found are not the expression of `pattern`.
#[must_use]
pub fn is_lookalike(pattern: &Pattern, found: &Found, sentence: &[Word]) -> bool {
    let first = found.words[0];
    let is_other_part = || {
        // *la **cité** phocéenne* is a name that begins with a noun.
        let governs = |place: &Place| ["de", "à", "par", "sur"].iter().any(|form| place.want.is_form(form));
        let is_participle = pattern.pos != Pos::Noun && pattern.places.last().is_some_and(governs);
        let is_noun = is_participle && is_noun_there(sentence, first);
        pattern.verb.is_none() && (is_noun || is_right_behind_avoir(sentence, first))
    };
    is_of_other_form(found, sentence)
        || has_particle(found, sentence)
        || is_other_part()
        || has_its_noun(pattern, found, sentence)
}

/// True where the words of a preposition, a pronoun or an adverb are a noun's own.
fn has_its_noun(pattern: &Pattern, found: &Found, sentence: &[Word]) -> bool {
    let (first, last) = (found.words[0], found.words[found.words.len() - 1]);
    match pattern.pos {
        // *la **faute de** l'arbitre*, *tout le **bien que** l'on dit*
        Pos::Prep | Pos::Conj => has_determiner(sentence, first),
        Pos::Pron if pattern.places.len() == 2 => {
            let is_this = sentence[first].form.exact().starts_with("ce");
            is_this && is_before_noun(sentence, last) || is_dative(sentence, (first, last))
        }
        Pos::Adv => {
            let before = last.checked_sub(1).map_or("", |at| sentence[at].form.exact());
            matches!(before, "l'" | "la" | "les") && is_before_noun(sentence, last)
        }
        _ => false,
    }
}

/// True of a noun with its article: *la **faute** de l'arbitre* is not *faute de*.
fn has_determiner(sentence: &[Word], at: usize) -> bool {
    let opens_noun =
        |word: &Word| DEFINITE.contains(&word.form.exact()) || matches!(word.form.exact(), "un" | "une");
    at.checked_sub(1).is_some_and(|before| opens_noun(&sentence[before]))
        && sentence[at].readings.iter().any(|reading| reading.upos == Upos::Noun)
}

/// True of an adjective before its noun: *ces **dernières** attaques*, *à l'**ancienne** maire*.
fn is_before_noun(sentence: &[Word], at: usize) -> bool {
    let is_noun = |next: &Word| next.chosen.upos == Upos::Noun && !is_time(next);
    sentence[at].readings.iter().any(|reading| reading.upos == Upos::Adj)
        && sentence.get(at + 1).is_some_and(is_noun)
}

/// True of the two clitics in *il **le leur** a promis*.
fn is_dative(sentence: &[Word], (first, last): (usize, usize)) -> bool {
    let is_verb = |word: &Word| matches!(word.chosen.upos, Upos::Verb | Upos::Aux);
    let is_subject = |at: usize| sentence[at].chosen.cells.meets(Cells::SUBJECT | Cells::NEGATION);
    sentence[last].form.is("leur")
        && sentence.get(last + 1).is_some_and(is_verb)
        && first.checked_sub(1).is_some_and(is_subject)
}

/// True of a noun with its determiner that could be a participle: *un meilleur **suivi** des élèves* is
/// not *suivi de*.
fn is_noun_there(sentence: &[Word], at: usize) -> bool {
    let word = &sentence[at];
    let before = sentence[..at].iter().rev().find(|word| word.chosen.upos != Upos::Adj);
    word.chosen.upos == Upos::Noun
        && word.readings.iter().any(|reading| reading.cells.meets(Cells::PP))
        && before.is_some_and(|before| before.chosen.upos == Upos::Det)
}

/// True of *plus de* where *de* is that of an infinitive, *ils n'excluent **plus de** s'abstenir*, and of
/// *tout en* without the gerund it is of, ***tout en** mimiques*; and of *non plus … mais* where *non plus*
/// goes with a negation, *elle n'aime pas **non plus** le maire, **mais** …*, or nothing stands between.
fn is_of_other_form(found: &Found, sentence: &[Word]) -> bool {
    let [.., before, last] = found.words.as_slice() else { return false };
    let is_clitic = |word: &&Word| word.chosen.cells.meets(Cells::OBJECT);
    let next = || sentence[last + 1..].iter().find(|word| !is_clitic(word));
    let has = |cells| next().is_some_and(|next| next.chosen.cells.meets(cells));
    match (sentence[*before].form.exact(), sentence[*last].form.exact()) {
        ("plus" | "moins", "de" | "d'") if found.verb.is_none() => {
            !sentence[found.words[0]].form.is("à") && has(Cells::INF)
        }
        // *il se prive du coup **décisif***, *une étude de plus **petite** taille*
        ("du", "coup") | ("ce", "fait") | ("de", "plus") => {
            sentence.get(last + 1).is_some_and(|next| next.chosen.upos == Upos::Adj)
        }
        // *disposer **de peu** de temps*
        ("de", "peu") => next().is_some_and(|next| matches!(next.form.exact(), "de" | "d'")),
        // *venus de France et **d'ailleurs***
        ("d'", "ailleurs") => {
            let is_joined =
                last.checked_sub(2).is_some_and(|at| matches!(sentence[at].form.exact(), "et" | "ou"));
            is_joined && next().is_none_or(|next| next.kind == TokenKind::Punct)
        }
        // ***avant tout** départ*
        ("avant", "tout") => sentence.get(last + 1).is_some_and(|next| {
            let is_adjective = next.readings.iter().any(|reading| reading.upos == Upos::Adj);
            next.chosen.upos == Upos::Noun && !is_adjective
        }),
        // *pas **de nouveau** report*
        ("de", "nouveau") => {
            let denies =
                |word: &Word| matches!(word.form.exact(), "pas" | "plus" | "jamais" | "sans" | "guère");
            let is_denied = found.words[0].checked_sub(1).is_some_and(|at| denies(&sentence[at]));
            is_denied && sentence.get(last + 1).is_some_and(|next| next.chosen.upos == Upos::Noun)
        }
        ("plus", "mais") => {
            let is_mark = sentence[before + 1].kind == TokenKind::Punct;
            is_mark || sentence[..*last].iter().any(|word| matches!(word.form.exact(), "ne" | "n'"))
        }
        // *en **moyenne** montagne*
        ("en", "moyenne") => sentence
            .get(last + 1)
            .is_some_and(|next| next.chosen.upos == Upos::Noun && next.chosen.cells.meets(Cells::FS)),
        ("tout", "en") if found.words.len() == 2 => !has(Cells::PPR),
        _ => false,
    }
}

/// True of *ce soir* in *ce soir**-là***.
fn has_particle(found: &Found, sentence: &[Word]) -> bool {
    let (first, last) = (found.words[0], found.words[found.words.len() - 1]);
    matches!(sentence[first].form.exact(), "ce" | "cet" | "cette" | "ces")
        && sentence.get(last + 1).is_some_and(|next| matches!(next.form.exact(), "-là" | "-ci"))
}
