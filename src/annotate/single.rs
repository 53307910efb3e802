//! The entries of one word that stand in a sentence, whoever wins.

use super::Rule;
use super::overlap::Single;
use super::participle;
use super::words::Word;
use crate::french::reading::{Cells, Reading, Upos};

/// Pushes the entries of the word in place `at`, as the reading chosen for it asks for them.
///
/// A participle that says how something is, and not what was done to it, is rather an adjective where
/// it is one in its own right: *un soutien accru*.
pub fn push_entries(sentence: &[Word], at: usize, found: &mut Vec<Single>) {
    let word = &sentence[at];
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
