//! A verb with its object: *il sort **un album***, where *il sort de scène* has none.

use super::{Here, is_clitic, is_in, speech};
use crate::annotate::is_reflexive;
use crate::annotate::words::Word;
use crate::french::reading::{Cells, Upos};
use crate::french::time::{DAYS, MONTHS, STRETCHES};

/// *elle a sorti **un album***, *l'album qu'elle **sort***, *elle **le** sort*, *il a **été** sorti*.
///
/// Not the time, *il sort **lundi***, *il sort **le 3 mai***; nor the subject that stands behind, *d'où sort
/// cet album*; nor what a pronominal verb has, *il se sort d'affaire*.
pub fn object((sentence, own): Here<'_>) -> Option<usize> {
    let is_verb = |at: &usize| sentence[*at].chosen.upos == Upos::Verb;
    let at = *own.iter().find(|at| is_verb(at))?;
    if is_reflexive(sentence, at, &[]) || speech::speech((sentence, own)).is_some() {
        return None;
    }
    let carrier = sentence[..at].iter().rposition(|word| !is_between(word));
    let auxiliary = carrier.filter(|at| sentence[*at].chosen.upos == Upos::Aux);
    if sentence[at].chosen.cells.meets(Cells::PP) {
        match auxiliary {
            // *il a **été** sorti*, *a **été** adopté*
            Some(being) if sentence[being].form.is("été") => return Some(being),
            Some(_) => {}
            // *un accord passé lundi* and *passé de mode*: nothing tells.
            None => return None,
        }
    }
    let first = auxiliary.unwrap_or(at);
    let clitics = sentence[..first].iter().rposition(|word| !is_clitic(word)).map_or(0, |last| last + 1);
    let is_accusative = |at: &usize| is_in(&sentence[*at], &["le", "la", "les", "l'"]);
    if let Some(clitic) = (clitics..first).find(is_accusative) {
        return Some(clitic);
    }
    match relative(sentence, first) {
        Some(relative) if is_in(&sentence[relative], &["que", "qu'"]) => return Some(relative),
        // *la scène **dont** sort le groupe*
        Some(relative) if relative + 1 == clitics && !sentence[relative].form.is("qui") => return None,
        _ => {}
    }
    let is_turned = clitics > 0 && sentence[clitics - 1].chosen.upos == Upos::Sconj;
    let next = (at + 1..sentence.len()).find(|at| !is_between(&sentence[*at]))?;
    (!is_turned && opens_object(&sentence[next..])).then_some(next)
}

/// What may stand between an auxiliary and its participle, a verb and its object.
fn is_between(word: &Word) -> bool {
    word.chosen.upos == Upos::Adv || word.is_inverted()
}

/// The pronoun that opens the relative clause of which the verb at word `at` is the first.
fn relative(sentence: &[Word], at: usize) -> Option<usize> {
    let ends = |word: &Word| {
        let is_verb = word.chosen.cells.meets(Cells::FINITE);
        word.chosen.cells.meets(Cells::RELATIVE) || is_verb || is_in(word, &[",", ";", ":", "(", "«"])
    };
    let found = sentence[..at].iter().rposition(ends)?;
    sentence[found].chosen.cells.meets(Cells::RELATIVE).then_some(found)
}

/// True of what begins with an object: a noun with its determiner, a number, a name, *celui*; not with a time.
fn opens_object(words: &[Word]) -> bool {
    let words = match words {
        [quote, rest @ ..] if is_in(quote, &["«", "\"", "“"]) => rest,
        _ => words,
    };
    let Some(first) = words.first() else { return false };
    let is_within = |word: &&Word| matches!(word.chosen.upos, Upos::Det | Upos::Adj | Upos::Num);
    let noun = words.iter().find(|word| !is_within(word));
    let is_time = noun.is_some_and(|noun| {
        is_in(noun, &STRETCHES)
            || is_in(noun, &DAYS)
            || is_in(noun, &MONTHS)
            || is_in(noun, &["fois", "midi"])
    });
    let is_object = match first.chosen.upos {
        Upos::Det | Upos::Num | Upos::Propn => true,
        Upos::Pron => {
            is_in(first, &["celui", "celle", "ceux", "celles", "cela", "ça", "quelqu'un", "personne", "rien"])
        }
        _ => false,
    };
    is_object && !is_time
}
