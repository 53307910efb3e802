//! How a word stands where no single word tells its sense: before an infinitive, a number, a clause, or
//! as the verb of who says it.
//!
//! Knows the order of words and no entry. A glossary writes the names of these among the words of `near`.

mod agreement;
mod amount;
mod object;
mod speech;

use super::Matcher;
use super::expression::DEFINITE;
use super::is_reflexive;
use super::participle::{is_of_being, is_right_behind_avoir};
use super::places::is_acronym;
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
const SETTINGS: [(&str, Find); 21] = [
    (":infinitive", infinitive),
    (":gerund", gerund),
    (":clause", clause),
    (":age", amount::age),
    (":clock", amount::clock),
    (":duration", amount::duration),
    (":ratio", amount::ratio),
    (":number", amount::number),
    (":speech", speech::speech),
    (":before", before),
    (":name", name),
    (":comparison", comparison),
    (":superlative", superlative),
    (":perfect", perfect),
    (":conditional", agreement::conditional),
    (":imperfect", agreement::imperfect),
    (":object", object::object),
    (":masculine", agreement::masculine),
    (":feminine", agreement::feminine),
    (":plural", agreement::plural),
    (":only", |_| None),
];

/// The place of `:only`, which holds nowhere itself: the other words beside it tell their sense only where a
/// setting of that sense holds. ***Papiers** d'identité* are documents, and *le papier de l'identité* is none.
pub(super) const ONLY: usize = SETTINGS.len() - 1;

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

/// The first setting that tells a sense of an entry where it stands: its number as a word of `near`, and the
/// word that shows it.
pub(super) fn told(senses: Senses<'_>, numbers: &Numbers, here: Here<'_>) -> Option<(u32, Span)> {
    (0..SETTINGS.len()).filter(|setting| senses.settings >> setting & 1 != 0).find_map(|setting| {
        let (_, find) = SETTINGS[setting];
        Some((numbers[setting]?, here.0[find(here)?].span))
    })
}

/// *il vient **d'**en **parler***, *il entend **se pourvoir***, *les prix vont encore **monter***.
fn infinitive((sentence, own): Here<'_>) -> Option<usize> {
    let is_between = |word: &Word| word.chosen.upos == Upos::Adv || is_clitic(word);
    let next = (own.last()? + 1..sentence.len()).find(|at| !is_between(&sentence[*at]))?;
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

/// *de **simples messagers***, *un **certain** temps*: an adjective before its noun; and at the head of a
/// sentence before all that it is said of, ***Seule** la France a voté contre*.
fn before((sentence, own): Here<'_>) -> Option<usize> {
    let next = own.last()? + 1;
    let is_subject_or_verb = |word: &Word| {
        matches!(word.chosen.upos, Upos::Det | Upos::Propn) || word.chosen.cells.meets(Cells::FINITE)
    };
    if own.first() == Some(&0) && sentence.get(next).is_some_and(is_subject_or_verb) {
        return Some(next);
    }
    let noun = (next..sentence.len()).find(|at| sentence[*at].chosen.upos != Upos::Adj)?;
    // *l'**ancienne** Yougoslavie*, and not *la Bourse **chinoise** SSE*
    let has_article = own.first()?.checked_sub(1).is_some_and(|at| sentence[at].chosen.upos == Upos::Det);
    let word = &sentence[noun];
    (word.chosen.upos == Upos::Noun || word.form.is_capitalised() && has_article).then_some(noun)
}

/// *place **Bellecour***, *prix **Goncourt***, *le journal **Le Monde***: a name right behind, which its capital
/// shows.
fn name((sentence, own): Here<'_>) -> Option<usize> {
    let last = *own.last()?;
    let is_heading = is_acronym(&sentence[last].form);
    (!is_heading && sentence.get(last + 1)?.form.is_capitalised()).then_some(last + 1)
}

/// *elle a toujours **voulu** partir*, *s'est toujours **battue***: between an auxiliary and its participle; not *il a
/// toujours un doute*, nor the state in *la route est toujours fermée*.
fn perfect((sentence, own): Here<'_>) -> Option<usize> {
    let next = behind_clitics(sentence, own)?;
    let is_perfect = is_right_behind_avoir(sentence, next)
        || sentence[next].chosen.cells.meets(Cells::PP)
            && (is_of_being(&sentence[next]) || is_reflexive(sentence, next, &[]));
    let goes_before = own.first()?.checked_sub(1).is_some_and(|at| {
        matches!(sentence[at].chosen.upos, Upos::Aux | Upos::Adv) || sentence[at].is_inverted()
    });
    (goes_before && is_perfect).then_some(next)
}

/// *aussi **grave** que prévu*: what is compared, with its *que*; not *il est aussi **maire***.
fn comparison((sentence, own): Here<'_>) -> Option<usize> {
    let next = own.last()? + 1;
    let mut behind = sentence[next..].iter().take(7).take_while(|word| word.kind != TokenKind::Punct);
    let first = behind.next()?;
    let is_compared = matches!(first.chosen.upos, Upos::Adj | Upos::Adv);
    (is_compared && behind.any(|word| is_in(word, &["que", "qu'"]))).then_some(next)
}

/// ***le** plus grand*, ***les** moins chers*, *ce qui compte **le** plus*; not *les plus **de** 65 ans*.
fn superlative((sentence, own): Here<'_>) -> Option<usize> {
    const JOINED: [&str; 4] = ["au", "aux", "du", "des"];
    let before = own.first()?.checked_sub(1)?;
    let next = sentence.get(own.last()? + 1);
    let has_adjective = next.is_some_and(|next| matches!(next.chosen.upos, Upos::Adj | Upos::Adv));
    let has_de = next.is_some_and(|next| is_in(next, &["de", "d'"]));
    let article = &sentence[before];
    (is_in(article, &DEFINITE) && !has_de || is_in(article, &JOINED) && has_adjective).then_some(before)
}

/// The word behind an entry, clitics and negation passed over.
fn behind_clitics(sentence: &[Word], own: &[usize]) -> Option<usize> {
    (own.last()? + 1..sentence.len()).find(|at| !is_clitic(&sentence[*at]))
}

fn is_clitic(word: &Word) -> bool {
    word.chosen.cells.meets(Cells::OBJECT | Cells::NEGATION)
}

fn is_in(word: &Word, forms: &[&str]) -> bool {
    forms.contains(&word.form.exact())
}
