//! Which match wins where several want the same words.
//!
//! The rules, in their order: more words over fewer; more full words over fewer; the part of speech
//! that the sentence asks for over another; a stronger layer over a weaker one; a name over a common
//! word; the lemma that was chosen over its homograph; the tighter over the wider; the earlier entry
//! over the later. Of matches of the very same words the stronger layer wins before their full words
//! are counted. What loses to a longer expression stays reachable inside it; what loses to a match of
//! the very same words is remembered as beaten.

use smallvec::{SmallVec, smallvec};

use super::{EntryId, Rule};
use crate::french::reading::Cells;

/// Words by their place in the sentence: sorted. Most matches have one, which takes no place of its own.
pub type Words = SmallVec<[usize; 2]>;

/// An entry that stands in the sentence, before it is known whether it wins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Which entry.
    pub entry: EntryId,
    /// Its own words: at least one.
    pub words: Words,
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

/// An entry that one word stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Single {
    /// Which entry.
    pub entry: EntryId,
    /// The place of its word.
    pub word: usize,
    /// What kind of match: a word or a name.
    pub rule: Rule,
    /// What the word is here.
    pub cells: Cells,
    /// True when its part of speech is that of the reading chosen.
    pub agrees: bool,
    /// True when its lemma is that of the reading chosen too.
    pub is_chosen: bool,
}

impl Single {
    /// The match with these words.
    #[must_use]
    pub fn with(self, words: Words) -> Match {
        let Self { entry, rule, cells, agrees, is_chosen, .. } = self;
        Match { entry, words, weight: 1, rule, cells, agrees, is_chosen }
    }

    /// What decides between the entries of one word, as [`rank`] has it.
    fn rank(&self) -> (bool, u32, bool, bool, u32) {
        let is_common = self.rule != Rule::Name;
        (!self.agrees, self.entry.layer, is_common, !self.is_chosen, self.entry.index)
    }
}

/// A match that won, with what stands inside it and what it beat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Winner {
    /// The match itself.
    pub is: Match,
    /// Winners among the matches of some of its words.
    pub inside: Vec<Winner>,
    /// Entries that wanted the very same words.
    pub beaten: SmallVec<[EntryId; 2]>,
}

impl Winner {
    fn new(is: Match) -> Self {
        Self { is, inside: Vec::new(), beaten: SmallVec::new() }
    }
}

/// The matches of one sentence.
#[derive(Clone, Debug, Default)]
pub struct Matches {
    /// Those of several words.
    pub several: Vec<Match>,
    /// Those of one word, by their place.
    pub single: Vec<Single>,
}

impl Matches {
    /// Forgets all.
    pub fn clear(&mut self) {
        self.several.clear();
        self.single.clear();
    }
}

/// What won some words for itself.
#[derive(Clone, Copy, Debug)]
pub enum Standing<'m> {
    /// An entry of one word, and those that wanted the same word: the next best first.
    Alone(Single, &'m [Single]),
    /// An expression, with what is inside it.
    Whole(&'m Winner),
}

/// Where the matches of a sentence meet: room for the next one too.
#[derive(Debug, Default)]
pub struct Ring {
    /// For each word, the winner of several words that has it: a sentence may be as long as a book.
    owners: Vec<Option<u32>>,
    winners: Vec<Winner>,
}

impl Ring {
    /// Lets the matches of a sentence of so many words meet, of which none of several words is left. What
    /// won, by first words.
    pub fn resolve<'m>(
        &'m mut self,
        matches: &'m mut Matches,
        words: usize,
    ) -> impl Iterator<Item = Standing<'m>> {
        let Self { owners, winners } = self;
        owners.clear();
        owners.resize(words, None);
        winners.clear();
        let Matches { several, single } = matches;
        several.sort_by_key(rank);
        winners.reserve(several.len());
        for next in several.drain(..) {
            let rival = next.words.iter().filter_map(|word| owners[*word]).min();
            match rival {
                Some(rival) => yield_to(&mut winners[rival as usize], next),
                None => {
                    next.words.iter().for_each(|word| owners[*word] = Some(winners.len() as u32));
                    winners.push(Winner::new(next));
                }
            }
        }
        // More words win over fewer, so that single words only meet those of their own place.
        let is_of_one_word = |one: &Single, next: &Single| one.word == next.word;
        for rivals in single.chunk_by_mut(is_of_one_word) {
            if rivals.len() > 1 {
                rivals.sort_by_key(Single::rank);
            }
            if let Some(owner) = owners[rivals[0].word] {
                let alone = |one: &Single| one.with(smallvec![one.word]);
                rivals.iter().for_each(|next| yield_to(&mut winners[owner as usize], alone(next)));
            }
        }
        let winners: &[Winner] = winners;
        let mut alone = single.chunk_by(is_of_one_word).peekable();
        owners.iter().enumerate().filter_map(move |(at, owner)| {
            let rivals = alone.next_if(|rivals| rivals[0].word == at);
            match owner {
                Some(owner) => {
                    let winner = &winners[*owner as usize];
                    (winner.is.words[0] == at).then_some(Standing::Whole(winner))
                }
                None => rivals.and_then(<[_]>::split_first).map(|(best, rest)| Standing::Alone(*best, rest)),
            }
        })
    }
}

/// The entries of those that wanted the word that `best` has.
#[must_use]
pub fn beaten_by(best: Single, rest: &[Single]) -> SmallVec<[EntryId; 2]> {
    let mut beaten = SmallVec::new();
    for entry in rest.iter().map(|one| one.entry) {
        if entry != best.entry && !beaten.contains(&entry) && beaten.len() < MOST_BEATEN {
            beaten.push(entry);
        }
    }
    beaten
}

/// Who would look at more entries that lost?
const MOST_BEATEN: usize = 60;

/// What decides between matches, in one number: the lowest wins. The rules are in its bits from the
/// first on; what is more than fits in them is as if it were the most that does.
fn rank(one: &Match) -> u128 {
    let width = one.words[one.words.len() - 1] - one.words[0];
    let rules: [(u32, usize); 7] = [
        (8, 255 - one.words.len().min(255)),
        (8, 255 - one.weight.min(255)),
        (1, (!one.agrees).into()),
        (16, one.entry.layer as usize),
        (1, (one.rule != Rule::Name).into()),
        (1, (!one.is_chosen).into()),
        (16, width),
    ];
    let rules =
        rules.iter().fold(0, |rank, (bits, rule)| rank << bits | *rule.min(&((1 << bits) - 1)) as u64);
    u128::from(rules) << 32 | u128::from(one.entry.index)
}

/// Puts a match where it belongs among the stronger ones inside an expression.
fn place(next: Match, winners: &mut Vec<Winner>) {
    let Some(rival) = winners.iter_mut().find(|winner| shares(&winner.is, &next)) else {
        winners.push(Winner::new(next));
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
    } else if rival.is.entry != next.entry && next.words.iter().all(|word| rival.is.words.contains(word)) {
        place(next, &mut rival.inside);
        rival.inside.sort_by_key(|winner| winner.is.words[0]);
    }
}

fn shares(one: &Match, other: &Match) -> bool {
    one.words.iter().any(|word| other.words.contains(word))
}
