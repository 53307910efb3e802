//! The entries of one word that stand in a sentence, whoever wins.

use super::Rule;
use super::matcher::Matcher;
use super::overlap::Single;
use super::participle;
use super::words::Word;
use crate::french::form::Form;
use crate::french::reading::{Cells, Reading, Upos};

/// Pushes the entries of the word in place `at`, as the reading chosen for it asks for them.
///
/// A participle that says how something is, and not what was done to it, is rather an adjective where
/// it is one in its own right: *un soutien accru*.
pub fn push_entries(sentence: &[Word], at: usize, matcher: &Matcher, found: &mut Vec<Single>) {
    let word = &sentence[at];
    let before = found.len();
    if word.entries.is_empty() {
        return;
    }
    let is_state = word.chosen.upos == Upos::Verb
        && word.readings.iter().any(|other| other.upos == Upos::Adj)
        && participle::stands_as_adjective(sentence, at);
    // *des* is a form of *un*, and whoever has written an entry for *des* means it.
    let own = word.itself.iter().find(|own| own.upos == word.chosen.upos);
    let meant = own.map_or(word.chosen.lemma, |own| own.lemma);
    let likely = word.entries.iter().map(|(number, entry)| (word.readings[usize::from(*number)], *entry));
    for (reading, entry) in likely.filter(|(reading, _)| can_stand_for(*reading, word)) {
        let is_of_part = reading.upos == word.chosen.upos;
        let agrees = if is_state { reading.upos == Upos::Adj } else { is_of_part };
        let is_chosen = is_of_part && reading.lemma == meant;
        let rule = if reading.upos == Upos::Propn && agrees { Rule::Name } else { Rule::Word };
        let cells = if is_chosen { word.chosen.cells } else { reading.cells };
        found.push(Single { entry, word: at, rule, cells, agrees, is_chosen });
    }
    if found[before..].iter().filter(|one| one.rule == Rule::Name).count() > 1 {
        keep_by_article((sentence, at), matcher, (found, before));
    }
}

/// Of several names written alike, keeps those with the article that stands here: *la **RN** 12* is a road
/// and *le **RN*** a party, *la **Vienne*** a river and ***Vienne*** a city. Where none has it, all.
fn keep_by_article(
    (sentence, at): (&[Word], usize),
    matcher: &Matcher,
    (found, before): (&mut Vec<Single>, usize),
) {
    let article = match at.checked_sub(1).map_or("", |before| sentence[before].form.exact()) {
        "le" | "du" | "au" => "le ",
        "les" | "des" | "aux" => "les ",
        "la" => "la ",
        "l'" => "l'",
        _ => "",
    };
    let key = sentence[at].form.key();
    let has_article = |single: &Single| {
        let entry = matcher.entry(single.entry);
        let written = std::iter::once(&entry.term).chain(&entry.variants);
        let mut bare = written.filter_map(|name| name.strip_prefix(article));
        bare.any(|name| Form::new(name).key() == key)
    };
    let names = found[before..].iter().filter(|one| one.rule == Rule::Name);
    // What the reader has written stands, whatever its article.
    let strongest = names.filter(|one| has_article(one)).map(|one| one.entry.layer).min();
    let Some(strongest) = strongest else { return };
    let is_kept =
        |single: &Single| single.rule != Rule::Name || single.entry.layer < strongest || has_article(single);
    let kept: Vec<Single> = found.drain(before..).filter(is_kept).collect();
    found.extend(kept);
}

/// True when an entry of `reading` is worth showing where another was chosen: the two are of one
/// kind, so that the choice between them may be wrong and the gloss still helps.
///
/// The noun *abonné* does not stand for the participle in *s'est abonné*; the adjective does.
pub fn can_stand_for(reading: Reading, word: &Word) -> bool {
    use Upos::{Adj, Aux, Det, Noun, Num, Propn, Verb};
    let is_nominal = |upos| matches!(upos, Noun | Adj | Propn | Num);
    let is_verbal = |upos| matches!(upos, Verb | Aux);
    let has_participle = |cells: Cells| cells.meets(Cells::PP | Cells::PPR);
    let (one, other) = (reading.upos, word.chosen.upos);
    if one == other || other == Propn {
        return one == other;
    }
    match one {
        Adj => is_nominal(other) || has_participle(word.chosen.cells),
        Noun | Propn | Num => is_nominal(other),
        Verb | Aux => is_verbal(other) || other == Adj && has_participle(reading.cells),
        // *tous les élus*: the determiner of a dictionary is an adjective there.
        Det if other == Adj => true,
        _ => !is_nominal(other) && !is_verbal(other),
    }
}
