//! The places that a written word can take in a sentence, by what its capital says there.
//!
//! Knows one word; what its neighbours make of it is for [`context`](crate::french::context).

use super::EntryId;
use super::matcher::Matcher;
use super::types::{entries, is_open, names_people};
use crate::french::context::{self, Costs, Place};
use crate::french::form::Form;
use crate::french::lemma::Lemma;
use crate::french::reading::{Reading, Upos};

/// The places that the readings of a type can take: anywhere or, of a word with a capital, at the head of a
/// sentence; inside; there before an unknown name.
#[derive(Clone, Debug, Default)]
pub struct Places {
    plain: Box<[Place]>,
    /// Inside, and before a name: only of a word with a capital.
    capital: Option<Box<[Box<[Place]>; 2]>>,
}

impl Places {
    /// Those of a word that is the first of its sentence or not, with an unknown name after it or not.
    #[must_use]
    pub fn at(&self, position: Position) -> &[Place] {
        match (position, &self.capital) {
            (Position::Inside, Some(capital)) => &capital[0],
            (Position::BeforeName, Some(capital)) => &capital[1],
            _ => &self.plain,
        }
    }
}

/// Where a word stands, for what a capital says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// It opens its sentence, where every word has a capital.
    First,
    /// It stands inside.
    Inside,
    /// It stands inside, and a name that is not known follows: *Pierre Moscovici*.
    BeforeName,
}

/// The places that the readings can take, by where the word stands.
#[must_use]
pub fn places(written: &str, form: &Form, readings: &[Reading], matcher: &Matcher) -> Places {
    let of = |costs: &Costs, is_first| context::places(readings, costs, (form, is_first)).collect();
    let lemma = |reading: &Reading| matcher.lemma(written, *reading);
    let costs = matcher.grammar().rare.costs(form.exact(), readings, lemma);
    if !form.is_capitalised() {
        return Places { plain: of(&costs, false), capital: None };
    }
    let plain = without_article(costs.clone(), readings, matcher);
    // Inside a sentence *l'État* is rather *État* than *état*, *la Manche* rather the sea.
    let is_name = |reading: &Reading| reading.upos == Upos::Propn && reading.lemma != Lemma::NAME;
    let has_name = readings.iter().any(is_name);
    let is_people = names_people(form) && readings.iter().any(|reading| reading.upos == Upos::Noun);
    let (mut inside, mut before_name) = (costs.clone(), costs);
    for (at, reading) in readings.iter().enumerate() {
        // *entre Russes et **Ukrainiens***: the adjective has no capital.
        if reading.upos == Upos::Adj && is_people {
            inside[at] += 3;
        }
        // *puis **Le** Bihannic a marqué*
        if written == "Le" && matches!(reading.upos, Upos::Det | Upos::Pron) {
            before_name[at] += 6;
        }
        // *au **LAS** handball*: what stands alone in capitals is no verb and no adjective.
        if is_acronym(form) && matches!(reading.upos, Upos::Adj | Upos::Verb | Upos::Adv) {
            inside[at] += 8;
            before_name[at] += 8;
        }
        let lemma = lemma(reading);
        // *le siège du **GO***, and not the game of go: initials have a headword in capitals.
        if is_initials(form) && reading.upos == Upos::Noun && lemma.chars().all(char::is_lowercase) {
            inside[at] += 6;
            before_name[at] += 6;
        }
        if !(lemma.chars().next().is_some_and(char::is_lowercase) && is_open(reading.upos)) {
            continue;
        }
        let is_dear = has_name || reading.upos == Upos::Verb;
        inside[at] += if is_dear { 5 } else { 1 };
        // *Pierre Moscovici* is no stone; but *Mme Kessali* is a lady.
        before_name[at] += if is_dear || lemma == form.exact() { 5 } else { 1 };
    }
    let capital = Some(Box::new([of(&inside, false), of(&before_name, false)]));
    Places { plain: of(&plain, true), capital }
}

/// True of *SNCF* and *CE*, as of any word that stands in capitals.
#[must_use]
pub fn is_acronym(form: &Form) -> bool {
    form.is_all_capitals() && form.exact().chars().nth(1).is_some()
}

/// True of *GO* and *URL*, which are too short to be a word that is cried out.
fn is_initials(form: &Form) -> bool {
    is_acronym(form) && form.exact().chars().count() < 5
}

/// The costs at the head of a sentence, where there is no article: ***Somme** record* is a sum, not the
/// river *la Somme*.
fn without_article(mut costs: Costs, readings: &[Reading], matcher: &Matcher) -> Costs {
    const ARTICLES: [&str; 4] = ["le ", "la ", "les ", "l'"];
    if readings.iter().all(|reading| reading.upos == Upos::Propn) {
        return costs;
    }
    let has_article = |(_, entry): (u16, EntryId)| {
        ARTICLES.iter().any(|article| matcher.entry(entry).term.starts_with(article))
    };
    for (reading, cost) in readings.iter().zip(&mut costs).filter(|(one, _)| one.upos == Upos::Propn) {
        let mut own = entries(0, *reading, matcher).peekable();
        *cost += if own.peek().is_some() && own.all(has_article) { 6 } else { 0 };
    }
    costs
}
