//! A verb with its object: *il sort **un album***, where *il sort de scène* has none.

use super::{Here, is_clitic, is_in, speech};
use crate::annotate::is_reflexive;
use crate::annotate::participle::{is_of_being, is_right_behind_avoir};
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
    let cells = sentence[at].chosen.cells;
    let carrier = sentence[..at].iter().rposition(|word| !word.parts_verb());
    let auxiliary = carrier.filter(|at| sentence[*at].chosen.upos == Upos::Aux);
    if cells.meets(Cells::PP) && !is_right_behind_avoir(sentence, at) {
        return passive(sentence, at, auxiliary);
    }
    // *fait **travailler** ses élèves*, *laisse **fuir** l'eau*: what is behind is who does it.
    let lets = |at: usize| sentence[at].form.exact().starts_with("laiss");
    if cells.meets(Cells::INF) && (auxiliary.is_some() || carrier.is_some_and(lets)) {
        return None;
    }
    // *le texte que doit **voter** l'Assemblée*, *il doit un jour **partir***: the object is the infinitive's.
    let is_passed = |word: &&Word| {
        word.parts_verb() || is_clitic(word) || is_time(word) || is_in(word, &["un", "une", "ce", "cette"])
    };
    let next = sentence[at + 1..].iter().find(|word| !is_passed(word));
    if next.is_some_and(|next| next.chosen.cells.meets(Cells::INF)) {
        return None;
    }
    let first = auxiliary.unwrap_or(at);
    let clitics = sentence[..first].iter().rposition(|word| !is_clitic(word)).map_or(0, |last| last + 1);
    let is_accusative = |at: &usize| is_in(&sentence[*at], &["le", "la", "les", "l'"]);
    if let Some(clitic) = (clitics..first).find(is_accusative) {
        return Some(clitic);
    }
    match relative(sentence, clitics) {
        Some(relative) if is_in(&sentence[relative], &["que", "qu'"]) => return Some(relative),
        // *la scène **dont** sort le groupe*
        Some(relative) if relative + 1 == clitics && !sentence[relative].form.is("qui") => return None,
        _ => {}
    }
    let is_finite = sentence[first].chosen.cells.meets(Cells::FINITE);
    if is_finite && !has_subject(&sentence[..clitics]) {
        return None;
    }
    // *elle a **tout** vendu*
    let has_all = |auxiliary: usize| sentence[auxiliary + 1..at].iter().any(|word| word.form.is("tout"));
    if let Some(auxiliary) = auxiliary.filter(|auxiliary| has_all(*auxiliary)) {
        return Some(auxiliary + 1);
    }
    let next = (at + 1..sentence.len()).find(|at| !sentence[*at].parts_verb())?;
    // *il sort **des** urnes*: of such a verb *des* is rather *de les*.
    let is_of = auxiliary.is_none()
        && sentence[next].form.is("des")
        && LEAVING.iter().any(|stem| sentence[at].form.exact().starts_with(stem));
    (!is_of && opens_object(&sentence[next..])).then_some(next)
}

/// What shows that the participle at word `at` says what was done to its subject: ***sera** voté*, *a **été**
/// sorti*, *freinée **par** la grève*; not *est sorti*, nor *un accord passé lundi*.
fn passive(sentence: &[Word], at: usize, auxiliary: Option<usize>) -> Option<usize> {
    let is_of_being = is_of_being(&sentence[at]);
    let agent = || (sentence.get(at + 1)?.form.is("par")).then_some(at + 1);
    match auxiliary {
        Some(being) => (sentence[being].form.is("été") || !is_of_being).then_some(being),
        None if is_of_being => None,
        None => agent(),
    }
}

/// What begins the forms of verbs that have rather *de* behind them than an object.
const LEAVING: [&str; 8] = ["abus", "descend", "redescend", "rentr", "ressort", "revien", "sort", "viv"];

/// True where a finite verb behind these words has its subject among them: a noun or pronoun that no preposition
/// governs. *Ici vivent deux mille personnes* has it behind the verb.
fn has_subject(before: &[Word]) -> bool {
    let opens_clause = |word: &Word| word.chosen.upos == Upos::Sconj || is_in(word, &[";", ":", "«"]);
    let border = before.iter().rposition(|word| opens_clause(word) || word.chosen.cells.meets(Cells::FINITE));
    let clause = match border {
        // *il part et **sort** un album*
        Some(border) if before[border].chosen.cells.meets(Cells::FINITE) => return true,
        Some(border) => &before[border + 1..],
        None => before,
    };
    let mut is_governed = false;
    clause.iter().any(|word| match word.chosen.upos {
        Upos::Adp => {
            is_governed = true;
            false
        }
        Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num => {
            !std::mem::take(&mut is_governed) && !is_time(word)
        }
        _ => false,
    })
}

/// The pronoun that opens the relative clause of which the verb at word `at` is the first.
fn relative(sentence: &[Word], at: usize) -> Option<usize> {
    let ends = |word: &Word| {
        // A subject pronoun has its person too: *la somme qu'**il** doit*.
        let is_verb = word.chosen.cells.meets(Cells::FINITE) && word.chosen.upos != Upos::Pron;
        word.chosen.cells.meets(Cells::RELATIVE) || is_verb || is_in(word, &[",", ";", ":", "(", "«"])
    };
    let found = sentence[..at].iter().rposition(ends)?;
    sentence[found].chosen.cells.meets(Cells::RELATIVE).then_some(found)
}

/// True of what begins with an object: a noun with its determiner, a number, a name, *celui*; not with a time.
fn opens_object(words: &[Word]) -> bool {
    let words = match words {
        [quote, rest @ ..] if is_in(quote, &["«", "\"", "“"]) => rest,
        // ***toutes** les pensions*; *toute critique* has no other determiner.
        [all, next, ..] if is_in(all, &["tout", "toute", "tous", "toutes"]) => match next.chosen.upos {
            Upos::Noun => return !is_time(next),
            _ => &words[1..],
        },
        _ => words,
    };
    let Some(first) = words.first() else { return false };
    let is_within = |word: &&Word| matches!(word.chosen.upos, Upos::Det | Upos::Adj | Upos::Num | Upos::Adv);
    let Some(noun) = words.iter().find(|word| !is_within(word)) else { return false };
    // *augmente **le plus***
    let is_noun =
        matches!(noun.chosen.upos, Upos::Noun | Upos::Propn | Upos::X) || is_in(noun, &["«", "\"", "“"]);
    let is_object = match first.chosen.upos {
        Upos::Det | Upos::Propn => is_noun,
        Upos::Num => true,
        Upos::Pron => {
            is_in(first, &["celui", "celle", "ceux", "celles", "cela", "ça", "quelqu'un", "personne", "rien"])
        }
        _ => false,
    };
    is_object && !is_time(noun)
}

/// True of what is counted in time, and of *fois* and *peu*: *sort **lundi***, *souffle un **peu***.
fn is_time(word: &Word) -> bool {
    const OTHERS: [&str; 7] = ["fois", "midi", "peu", "temps", "moment", "instant", "instants"];
    [&STRETCHES[..], &DAYS, &MONTHS, &OTHERS].iter().any(|times| is_in(word, times))
}
