//! Before or behind a number: *près de **trois** ans*, *a **29** ans*, *à **5** heures*.

use super::{Here, is_in};
use crate::annotate::words::Word;
use crate::french::reading::{Cells, Reading, Upos};
use crate::french::time::STRETCHES;
use crate::french::token::TokenKind;

/// *près de **trois** ans*, *sur **cent** élèves*, *près d'**une heure***, *près de **la moitié***.
pub fn number((sentence, own): Here<'_>) -> Option<usize> {
    let next = own.last()? + 1;
    let word = sentence.get(next)?;
    let opens = is_in(word, &["un", "une", "la", "le", "l'"]);
    // *la **moitié***, *une **semaine***; but *la semaine dernière*, *doit un jour partir*
    let is_amount = || {
        let has_infinitive = sentence.get(next + 2).is_some_and(|word| word.chosen.cells.meets(Cells::INF));
        let is_stretch =
            |noun: &Word| is_in(word, &["un", "une"]) && is_in(noun, &STRETCHES) && !has_infinitive;
        sentence.get(next + 1).is_some_and(|noun| is_in(noun, &AMOUNTS) || is_stretch(noun))
    };
    let is_hour = matches!(word.form.exact(), "midi" | "minuit");
    (is_count(word) || is_hour || opens && is_amount() || is_share(&sentence[next..])).then_some(next)
}

/// ***un adulte sur six**, **une** jeune **femme sur dix***.
fn is_share(words: &[Word]) -> bool {
    let on = words.iter().take(5).position(|word| word.form.is("sur"));
    let is_noun = |word: &Word| matches!(word.chosen.upos, Upos::Noun | Upos::Adj | Upos::Propn);
    on.is_some_and(|on| {
        on > 1
            && is_in(&words[0], &["un", "une"])
            && words[1..on].iter().all(is_noun)
            && words.get(on + 1).is_some_and(is_count)
    })
}

/// *un Français sur **trois***, *neuf fois sur **dix***.
pub fn ratio((sentence, own): Here<'_>) -> Option<usize> {
    let (first, next) = (*own.first()?, own.last()? + 1);
    let is_part = |word: &Word| is_count(word) || matches!(word.form.exact(), "un" | "une");
    // *un litre d'eau potable **sur cinq***, *presque un **sur trois***
    let is_counted = |word: &&Word| {
        use Upos::{Adj, Adp, Det, Noun, Num, Propn};
        is_part(word) || matches!(word.chosen.upos, Adj | Adp | Det | Noun | Num | Propn)
    };
    let has_part = sentence[..first].iter().rev().take(6).take_while(is_counted).any(is_part);
    let is_plain = sentence.get(next + 1).is_none_or(|word| word.chosen.upos != Upos::Noun);
    (has_part && is_plain && sentence.get(next).is_some_and(is_count)).then_some(next)
}

fn is_count(word: &Word) -> bool {
    word.chosen.upos == Upos::Num || word.kind == TokenKind::Number
}

/// *il y a **deux ans***, *il y a **plus de dix jours***, *il y a **longtemps***; of a participle also
/// what stands before it: ***trois mois** passés à Brest*.
pub fn duration((sentence, own): Here<'_>) -> Option<usize> {
    let next = behind_degrees(sentence, own.last()? + 1);
    if sentence.get(next).is_some_and(|word| matches!(word.form.exact(), "longtemps" | "peu")) {
        return Some(next);
    }
    let span = next + sentence[next..].iter().take_while(|word| is_counting(word)).count();
    if span > next && sentence.get(span).is_some_and(|word| is_in(word, &STRETCHES)) {
        let form = |at: usize| sentence.get(at).map_or("", |word| word.form.exact());
        // *le texte passe deux ans **plus tard** au Sénat*, *un jour **sur** deux*, *des soirs **où** il boit*
        let is_other = match form(span + 1) {
            "plus" => matches!(form(span + 2), "tard" | "tôt"),
            next => matches!(next, "sur" | "où"),
        };
        return (!is_other).then_some(next);
    }
    counted_before((sentence, own))
}

/// The number, or the time that one counts, before a participle.
fn counted_before((sentence, own): Here<'_>) -> Option<usize> {
    let &[at] = own else { return None };
    let Reading { upos, cells, .. } = sentence[at].chosen;
    let before = at.checked_sub(1)?;
    let is_time = || {
        let count = before.checked_sub(1).map(|count| &sentence[count]);
        is_in(&sentence[before], &STRETCHES) && count.is_some_and(is_counting)
    };
    (upos == Upos::Verb && cells.meets(Cells::PP) && (is_count(&sentence[before]) || is_time()))
        .then_some(before)
}

/// *deux*, *une*, *plusieurs*, *longues*.
fn is_counting(word: &Word) -> bool {
    is_count(word) || is_in(word, &LONG) || is_in(word, &["quelques", "plusieurs", "des", "bien"])
}

/// What counts as one, and what is said of what is counted: *de **longues** heures*.
const LONG: [&str; 6] = ["un", "une", "bons", "bonnes", "longues", "longs"];

/// The word behind those that say how exact a number is: *plus de dix ans*, *à peine dix ans*; and behind
/// the *que* of *ne … que*. The *de* and *à* of *passer de 62 à 64 ans* are none.
fn behind_degrees(sentence: &[Word], from: usize) -> usize {
    const DEGREES: [&str; 9] =
        ["plus", "moins", "près", "environ", "peine", "presque", "tout", "juste", "déjà"];
    let form = |at: usize| sentence.get(at).map_or("", |word| word.form.exact());
    let is_degree = |at: usize| match form(at) {
        "que" | "qu'" => sentence[at].chosen.upos == Upos::Adv,
        "de" | "d'" => at > from || LONG.contains(&form(at + 1)),
        "à" => form(at + 1) == "peine",
        "au" => matches!(form(at + 1), "moins" | "plus"),
        other => DEGREES.contains(&other),
    };
    (from..).find(|at| !is_degree(*at)).unwrap_or(from)
}

/// *elle a **29** ans*, *les élèves ont entre **4** et 10 ans*; not *il a deux ans **pour** payer*.
pub fn age((sentence, own): Here<'_>) -> Option<usize> {
    let (first, last) = (*own.first()?, *own.last()?);
    let is_there = first > 0 && sentence[first - 1].form.is("y");
    let joins = |word: &&Word| matches!(word.form.exact(), "entre" | "et" | "ou" | "à" | "bientôt" | "alors");
    let count = behind_degrees(sentence, last + 1);
    let count = count + sentence[count..].iter().take_while(joins).count();
    let counting = sentence[count..].iter().take_while(|word| is_count(word) || joins(word)).count();
    let [years, next, ..] = &sentence[count + counting..] else { return None };
    let goes_on = is_in(next, &["pour", "de", "d'", "devant", "derrière", "avant", "après", "plus"]);
    let is_age = counting > 0 && matches!(years.form.exact(), "ans" | "an") && !is_there;
    (is_age && !goes_on).then_some(count)
}

/// ***à** 5 heures*, ***vers** 9 h 40*; not *à 5 heures **de** route*, *de 4 **à** 12 heures*.
pub fn clock((sentence, own): Here<'_>) -> Option<usize> {
    let (first, next) = (*own.first()?, own.last()? + 1);
    let [rest @ .., before, number] = &sentence[..first] else { return None };
    let is_at = is_in(before, &["à", "vers", "dès", "avant", "après"]);
    let is_of_day = |number: &Word| match number.form.exact().parse() {
        Ok(hour) => (0..=24).contains(&hour),
        Err(_) => is_count(number) || number.form.is("une"),
    };
    let is_range = match rest {
        [.., of, number] => is_of_day(number) && !is_in(of, &["de", "h"]),
        _ => false,
    };
    let goes_on = |word: &Word| is_in(word, &["de", "d'", "par", "avant", "après", "plus"]);
    let is_amount = is_range || sentence.get(next).is_some_and(goes_on);
    (is_at && is_of_day(number) && !is_amount).then_some(first - 1)
}

/// What is counted like a number.
const AMOUNTS: [&str; 24] = [
    "moitié",
    "tiers",
    "quart",
    "cinquième",
    "sixième",
    "septième",
    "huitième",
    "dixième",
    "centième",
    "million",
    "milliard",
    "millier",
    "centaine",
    "dizaine",
    "douzaine",
    "quinzaine",
    "vingtaine",
    "trentaine",
    "quarantaine",
    "cinquantaine",
    "soixantaine",
    "kilomètre",
    "tonne",
    "totalité",
];
