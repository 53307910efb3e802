//! Makes a lexicon: hashes stems, interns sets of endings, lays both out as tables.
//!
//! Knows nothing of looking up.

use std::borrow::Cow;
use std::collections::BTreeSet;

use bytemuck::Pod;
use rustc_hash::FxHashMap;

use super::{EndingSlot, LemmaRow, Lexicon, PART, Piece, SetItem, StemSlot, Word, filter_bit, place};
use crate::french::form::{Form, HASH_START, extend_hash, folded};
use crate::french::paradigm::Ending;
use crate::french::reading::{Cells, Upos};

/// Verbs that take an attribute of their subject (Grevisse, *Le bon usage*, § 241).
const COPULAS: [&str; 9] =
    ["rester", "devenir", "redevenir", "sembler", "paraître", "demeurer", "apparaître", "s'avérer", "avérer"];

/// The same endings, marked as those of a copula.
fn copular(endings: &[Ending]) -> Vec<Ending> {
    let mark = |ending: &Ending| Ending { cells: ending.cells | Cells::COPULA, ..ending.clone() };
    endings.iter().map(mark).collect()
}

/// A lexicon in the making.
#[derive(Default)]
pub(super) struct Maker {
    text: Vec<u8>,
    pieces: FxHashMap<String, Piece>,
    slots: Vec<StemSlot>,
    endings: FxHashMap<String, u32>,
    ending_slots: Vec<EndingSlot>,
    /// The hashes of what endings end with.
    parts: BTreeSet<u32>,
    set_numbers: FxHashMap<Vec<Ending>, u32>,
    sets: Vec<u32>,
    items: Vec<SetItem>,
    lemmas: Vec<LemmaRow>,
}

impl Maker {
    pub(super) fn word(&mut self, number: usize, word: &Word) {
        let text = self.piece(&word.lemma);
        let is_capital = word.lemma.chars().next().is_some_and(char::is_uppercase);
        self.lemmas.push(LemmaRow { text, upos: word.upos as u16, is_capital: is_capital.into() });
        let is_copula = word.upos == Upos::Verb && COPULAS.contains(&word.lemma.as_str());
        for stem in &word.paradigm.stems {
            let set = if is_copula { self.set(&copular(&stem.endings)) } else { self.set(&stem.endings) } + 1;
            let folded = folded(&stem.text);
            let hash = Form::new(&folded).hash();
            let stem = self.piece(&folded);
            self.slots.push(StemSlot { hash, stem, set, lemma: number as u32 });
        }
    }

    fn piece(&mut self, text: &str) -> Piece {
        if let Some(piece) = self.pieces.get(text) {
            return *piece;
        }
        let piece = Piece { start: self.text.len() as u32, len: text.len() as u32 };
        self.text.extend_from_slice(text.as_bytes());
        self.pieces.insert(text.to_owned(), piece);
        piece
    }

    /// The number of a set of endings.
    fn set(&mut self, endings: &[Ending]) -> u32 {
        if let Some(number) = self.set_numbers.get(endings) {
            return *number;
        }
        let mut items: Vec<SetItem> = Vec::with_capacity(endings.len());
        for ending in endings {
            let number = u64::from(self.ending(&ending.text));
            match items.iter_mut().find(|item| item.ending == number) {
                Some(item) => item.cells |= ending.cells,
                None => items.push(SetItem { ending: number, cells: ending.cells }),
            }
        }
        items.sort_by_key(|item| item.ending);
        let number = self.sets.len() as u32;
        self.sets.push(self.items.len() as u32);
        self.items.extend(items);
        self.set_numbers.insert(endings.to_vec(), number);
        number
    }

    fn ending(&mut self, ending: &str) -> u32 {
        let ending = folded(ending);
        if let Some(number) = self.endings.get(&ending) {
            return *number;
        }
        let number = self.endings.len() as u32;
        let mut hash = HASH_START;
        for byte in Form::new(&ending).key().iter().rev() {
            self.parts.insert(hash);
            hash = extend_hash(hash, *byte);
        }
        let piece = self.piece(&ending);
        self.ending_slots.push(EndingSlot { hash, ending: piece, number: number + 1 });
        self.endings.insert(ending, number);
        number
    }

    pub(super) fn finish(mut self) -> Lexicon {
        self.sets.push(self.items.len() as u32);
        self.ending_slots.iter().for_each(|slot| _ = self.parts.remove(&slot.hash));
        let part = |hash| EndingSlot { hash, ending: Piece::default(), number: PART };
        self.ending_slots.extend(self.parts.into_iter().map(part));
        Lexicon {
            text: Cow::Owned(self.text),
            filter: Cow::Owned(filter(&self.slots)),
            stems: Cow::Owned(table(&self.slots, |slot| slot.hash, |slot| slot.set != 0)),
            endings: Cow::Owned(table(&self.ending_slots, |slot| slot.hash, |slot| slot.number != 0)),
            sets: Cow::Owned(self.sets),
            items: Cow::Owned(self.items),
            lemmas: Cow::Owned(self.lemmas),
        }
    }
}

/// A bit for the hash of each stem: some sixteen bits to choose from for each.
fn filter(stems: &[StemSlot]) -> Vec<u64> {
    let mut filter = vec![0; (stems.len() / 4 + 1).next_power_of_two()];
    for stem in stems {
        let (word, bit) = filter_bit(stem.hash, filter.len());
        filter[word] |= bit;
    }
    filter
}

/// Lays `rows` out by open addressing, at most half full.
fn table<T: Pod>(rows: &[T], hash: impl Fn(&T) -> u32, is_taken: impl Fn(&T) -> bool) -> Vec<T> {
    let size = (rows.len() * 2 + 1).next_power_of_two();
    let mut table = vec![T::zeroed(); size];
    for row in rows {
        let mut at = place(hash(row), size);
        while is_taken(&table[at]) {
            at = (at + 1) & (size - 1);
        }
        table[at] = *row;
    }
    table
}
