//! Which match wins where several want the same words.
//!
//! The rules, in their order: more words over fewer; more full words over fewer; the part of speech
//! that the sentence asks for over another; a stronger layer over a weaker one; a name over a common
//! word; the lemma that was chosen over its homograph; the tighter over the wider; the earlier entry
//! over the later. Of matches of the very same words the stronger layer wins before their full words
//! are counted. What loses to a longer expression stays reachable inside it; what loses to a match of
//! the very same words is remembered as beaten.

use std::cmp::Reverse;

use smallvec::SmallVec;

use super::{EntryId, Rule};
use crate::french::reading::Cells;

/// An entry that stands in the sentence, before it is known whether it wins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Which entry.
    pub entry: EntryId,
    /// Its own words, by place in the sentence: sorted, at least one.
    pub words: SmallVec<[usize; 6]>,
    /// How many of its words are full words, and not grammar words that stand as written.
    pub weight: usize,
    /// What kind of match.
    pub rule: Rule,
    /// What the inflecting word is here.
    pub cells: Cells,
    /// True when its part of speech is that of the reading chosen.
    pub agrees: bool,
    /// True when its lemma is that of the reading chosen too.
    pub is_chosen: bool,
}

/// A match that won, with what stands inside it and what it beat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Winner {
    /// The match itself.
    pub is: Match,
    /// Winners among the matches of some of its words.
    pub inside: Vec<Winner>,
    /// Entries that wanted the very same words.
    pub beaten: Vec<EntryId>,
}

/// Lets the matches of one sentence meet: those that win, sorted by their first word.
#[must_use]
pub fn resolve(mut matches: Vec<Match>) -> Vec<Winner> {
    matches.sort_by_cached_key(rank);
    let last_word = matches.iter().map(|one| one.words[one.words.len() - 1]).max().unwrap_or(0);
    // For each word, the winner that has it: a sentence may be as long as a book.
    let mut owners: Vec<Option<u32>> = vec![None; last_word + 1];
    let mut winners: Vec<Winner> = Vec::new();
    for next in matches {
        match next.words.iter().filter_map(|word| owners[*word]).min() {
            Some(rival) => yield_to(&mut winners[rival as usize], next),
            None => {
                next.words.iter().for_each(|word| owners[*word] = Some(winners.len() as u32));
                winners.push(Winner { is: next, inside: Vec::new(), beaten: Vec::new() });
            }
        }
    }
    winners.sort_by_key(|winner| winner.is.words[0]);
    winners
}

/// Who would look at more entries that lost?
const MOST_BEATEN: usize = 60;

/// What decides between matches: the lowest wins.
fn rank(one: &Match) -> impl Ord + use<> {
    let width = one.words[one.words.len() - 1] - one.words[0];
    (
        Reverse(one.words.len()),
        Reverse(one.weight),
        !one.agrees,
        one.entry.layer,
        one.rule != Rule::Name,
        !one.is_chosen,
        width,
        one.entry.index,
    )
}

/// Puts a match where it belongs among the stronger ones inside an expression.
fn place(next: Match, winners: &mut Vec<Winner>) {
    let Some(rival) = winners.iter_mut().find(|winner| shares(&winner.is, &next)) else {
        winners.push(Winner { is: next, inside: Vec::new(), beaten: Vec::new() });
        return;
    };
    yield_to(rival, next);
}

/// Puts a match inside a stronger one, among what that one beat, or nowhere.
fn yield_to(rival: &mut Winner, next: Match) {
    if rival.is.words == next.words {
        let is_new = rival.is.entry != next.entry && !rival.beaten.contains(&next.entry);
        // Of the very same words, what a stronger layer says.
        if is_new && next.entry.layer < rival.is.entry.layer && (next.agrees || !rival.is.agrees) {
            let loser = std::mem::replace(&mut rival.is, next);
            rival.beaten.insert(0, loser.entry);
        } else if is_new && rival.beaten.len() < MOST_BEATEN {
            rival.beaten.push(next.entry);
        }
    } else if next.words.iter().all(|word| rival.is.words.contains(word)) {
        place(next, &mut rival.inside);
        rival.inside.sort_by_key(|winner| winner.is.words[0]);
    }
}

fn shares(one: &Match, other: &Match) -> bool {
    one.words.iter().any(|word| other.words.contains(word))
}
