//! How a word stands where no single word tells its sense: before an infinitive, a number, a clause, or
//! as the verb of who says it.
//!
//! Knows the order of words and no entry. A glossary writes the names of these among the words of `near`.

use super::Matcher;
use super::telling::Senses;
use super::words::Word;
use crate::french::form::Form;
use crate::french::lexicon::Readings;
use crate::french::reading::{Cells, Upos};
use crate::french::token::TokenKind;
use crate::text::span::Span;

/// A sentence, and the places of an entry's own words in it.
type Here<'s> = (&'s [Word<'s>], &'s [usize]);

/// Finds the word that shows how an entry stands.
type Find = fn(Here<'_>) -> Option<usize>;

/// What a glossary calls them, each with what finds the word that shows it.
const SETTINGS: [(&str, Find); 9] = [
    (":infinitive", infinitive),
    (":gerund", gerund),
    (":clause", clause),
    (":duration", duration),
    (":ratio", ratio),
    (":number", number),
    (":speech", speech),
    (":masculine", masculine),
    (":feminine", feminine),
];

/// What a glossary may write among the words of `near`, in the order in which they are asked.
pub fn names() -> impl Iterator<Item = &'static str> {
    SETTINGS.iter().map(|(name, _)| *name)
}

/// The number that each name has as a word of `near`; none where no glossary has it.
pub(super) type Numbers = [Option<u32>; SETTINGS.len()];

/// The numbers of the names in the lexicons of `matcher`.
#[must_use]
pub(super) fn numbers(matcher: &Matcher) -> Numbers {
    SETTINGS.map(|(name, _)| {
        let mut readings = Readings::new();
        matcher.look_up(&Form::new(name), &mut readings);
        readings.first()?.lemma.number()
    })
}

/// The first sense that the way an entry stands tells, and the word that shows it.
pub(super) fn told(senses: Senses<'_>, numbers: &Numbers, here: Here<'_>) -> Option<(usize, Span)> {
    (0..SETTINGS.len()).filter(|setting| senses.settings >> setting & 1 != 0).find_map(|setting| {
        let number = numbers[setting]?;
        let sense = senses.near().iter().position(|lemmas| lemmas.contains(&number))?;
        let (_, find) = SETTINGS[setting];
        Some((sense, here.0[find(here)?].span))
    })
}

/// *il vient **d'**en **parler***, *il entend **se pourvoir***.
fn infinitive((sentence, own): Here<'_>) -> Option<usize> {
    let next = behind_clitics(sentence, own)?;
    sentence[next].chosen.cells.meets(Cells::INF).then_some(next)
}

/// *en **souriant***.
fn gerund((sentence, own): Here<'_>) -> Option<usize> {
    let next = behind_clitics(sentence, own)?;
    sentence[next].chosen.cells.meets(Cells::PPR).then_some(next)
}

/// *il soutient **que** tout va bien*.
fn clause((sentence, own): Here<'_>) -> Option<usize> {
    let next = (own.last()? + 1..sentence.len()).find(|at| sentence[*at].chosen.upos != Upos::Adv)?;
    (sentence[next].chosen.upos == Upos::Sconj && matches!(sentence[next].form.exact(), "que" | "qu'"))
        .then_some(next)
}

/// *près de **trois** ans*, *sur **cent** élèves*, *près d'**une heure***, *près de **la moitié***.
fn number((sentence, own): Here<'_>) -> Option<usize> {
    let next = own.last()? + 1;
    let word = sentence.get(next)?;
    let is_amount =
        || sentence.get(next + 1).is_some_and(|noun| is_in(noun, &AMOUNTS) || is_in(noun, &TIMES));
    let opens = matches!(word.form.exact(), "un" | "une" | "la" | "le" | "l'");
    let is_hour = matches!(word.form.exact(), "midi" | "minuit");
    (is_count(word) || is_hour || opens && is_amount()).then_some(next)
}

/// *un Français sur **trois***, *neuf fois sur **dix***.
fn ratio((sentence, own): Here<'_>) -> Option<usize> {
    let (first, next) = (*own.first()?, own.last()? + 1);
    let is_part = |word: &Word| is_count(word) || matches!(word.form.exact(), "un" | "une");
    // *un litre d'eau potable **sur cinq***
    let is_counted =
        |word: &&Word| matches!(word.chosen.upos, Upos::Adj | Upos::Adp | Upos::Det | Upos::Noun | Upos::Num);
    let has_part = sentence[..first].iter().rev().take(6).take_while(is_counted).any(is_part);
    let is_plain = sentence.get(next + 1).is_none_or(|word| word.chosen.upos != Upos::Noun);
    (has_part && is_plain && sentence.get(next).is_some_and(is_count)).then_some(next)
}

fn is_count(word: &Word) -> bool {
    word.chosen.upos == Upos::Num || word.kind == TokenKind::Number
}

/// *il y a **deux ans***, *il y a **plus de dix jours***, *il y a **longtemps***.
fn duration((sentence, own): Here<'_>) -> Option<usize> {
    const DEGREES: [&str; 12] =
        ["plus", "moins", "près", "de", "d'", "environ", "à", "peine", "presque", "tout", "juste", "déjà"];
    const FEW: [&str; 10] =
        ["un", "une", "quelques", "plusieurs", "des", "bons", "bonnes", "longues", "longs", "bien"];
    let mut next = own.last()? + 1;
    while sentence.get(next).is_some_and(|word| DEGREES.contains(&word.form.exact())) {
        next += 1;
    }
    if sentence.get(next).is_some_and(|word| matches!(word.form.exact(), "longtemps" | "peu")) {
        return Some(next);
    }
    let first = next;
    while sentence.get(next).is_some_and(|word| is_count(word) || FEW.contains(&word.form.exact())) {
        next += 1;
    }
    (next > first && sentence.get(next).is_some_and(|word| is_in(word, &TIMES))).then_some(next)
}

/// *« Rien », **lâche** le docteur*; *…, a-t-il **lancé***: the verb of who says it, behind what was said.
fn speech((sentence, own): Here<'_>) -> Option<usize> {
    let (first, last) = (*own.first()?, *own.last()?);
    let is_verb = |at: usize| sentence[at].chosen.upos == Upos::Verb;
    let is_inverted = |word: &Word| word.is_inverted();
    let is_before = |word: &Word| {
        word.chosen.upos == Upos::Aux
            || is_inverted(word)
            || word.chosen.upos == Upos::Pron && word.chosen.cells.meets(Cells::OBJECT)
    };
    let mark = sentence[..first].iter().rposition(|word| !is_before(word))?;
    let is_quote = |at: usize| matches!(sentence[at].form.exact(), "»" | "\"" | "”");
    let is_comma = sentence[mark].form.exact() == ",";
    let is_quoted = is_quote(mark) || is_comma && mark > 0 && is_quote(mark - 1);
    let is_turned =
        sentence[mark + 1..first].iter().any(is_inverted) || sentence.get(last + 1).is_some_and(is_inverted);
    let next = sentence[last + 1..].iter().find(|word| word.chosen.upos != Upos::Adv);
    let is_named = next.is_some_and(|word| {
        matches!(word.chosen.upos, Upos::Det | Upos::Propn | Upos::Noun | Upos::Pron)
            || word.form.exact() == ","
    });
    (own.iter().any(|at| is_verb(*at)) && (is_quoted && (is_turned || is_named) || is_comma && is_turned))
        .then_some(mark)
}

/// ***le** tour*, *un **long** voile*.
fn masculine(here: Here<'_>) -> Option<usize> {
    agreeing(here, Cells::MASCULINE)
}

/// ***la** tour*, *voiles **bleues***.
fn feminine(here: Here<'_>) -> Option<usize> {
    agreeing(here, Cells::FEMININE)
}

/// The determiner or adjective beside a noun that is of `gender` alone.
fn agreeing((sentence, own): Here<'_>, gender: Cells) -> Option<usize> {
    let (first, next) = (*own.first()?, own.last()? + 1);
    let goes_before = |at: &usize| matches!(sentence[*at].chosen.upos, Upos::Det | Upos::Adj | Upos::Num);
    let is_beside = |at: &usize| {
        let Word { chosen, .. } = &sentence[*at];
        chosen.upos == Upos::Adj || chosen.upos == Upos::Verb && chosen.cells.meets(Cells::PP)
    };
    let tells = |at: &usize| match sentence[*at].form.exact() {
        "au" | "du" => gender == Cells::MASCULINE,
        _ => {
            let cells = sentence[*at].chosen.cells;
            let both = Cells::MASCULINE | Cells::FEMININE;
            cells.meets(gender) && !cells.meets(both & !gender)
        }
    };
    let before = (0..first).rev().take_while(goes_before);
    let joint = first.checked_sub(1).filter(|at| matches!(sentence[*at].form.exact(), "au" | "du"));
    let after = (next < sentence.len()).then_some(next).filter(is_beside);
    before.chain(joint).chain(after).find(tells)
}

/// The word behind an entry, clitics and negation passed over.
fn behind_clitics(sentence: &[Word], own: &[usize]) -> Option<usize> {
    let is_clitic = |word: &Word| word.chosen.cells.meets(Cells::OBJECT | Cells::NEGATION);
    (own.last()? + 1..sentence.len()).find(|at| !is_clitic(&sentence[*at]))
}

fn is_in(word: &Word, forms: &[&str]) -> bool {
    forms.contains(&word.form.exact())
}

/// Stretches of time.
const TIMES: [&str; 19] = [
    "an",
    "ans",
    "année",
    "années",
    "mois",
    "semaine",
    "semaines",
    "jour",
    "jours",
    "heure",
    "heures",
    "h",
    "minute",
    "minutes",
    "secondes",
    "siècle",
    "siècles",
    "décennie",
    "décennies",
];
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
