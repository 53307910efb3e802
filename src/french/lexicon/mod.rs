//! The words that the program knows: from a form to what it can be.
//!
//! A form is not looked up among all forms, which are never made, but taken apart: *négocieraient*
//! is the stem *négoci-* with an ending that its paradigm allows. The tables are ready as they lie
//! in memory. Knows no context: all readings of a form come back.

mod maker;

use std::borrow::Cow;

use bytemuck::{Pod, Zeroable};
use smallvec::SmallVec;

use super::form::{Form, HASH_START, extend_hash};
use super::lemma::Lemma;
use super::paradigm::Paradigm;
use super::reading::{Cells, Reading, Upos};
use crate::pack::{self, Rows};
use maker::Maker;

/// A lemma to be known, with its forms.
#[derive(Clone, Debug)]
pub struct Word {
    /// As a dictionary writes it: *œuvre*.
    pub lemma: String,
    /// Its part of speech.
    pub upos: Upos,
    /// Its forms.
    pub paradigm: Paradigm,
}

/// All readings of a form: those first of which it is the dictionary form or nearest to it, then in the
/// order of their lemmas. The first of two between which nothing decides is taken: *cours* before *cour*.
pub type Readings = SmallVec<[Reading; 6]>;

/// The longest ending, in bytes of a form's key.
const LONGEST_ENDING: usize = 12;

/// Stems, endings and lemmas, indexed by their hashes.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// Stems, endings and lemmas one after another.
    text: Cow<'static, [u8]>,
    /// An open-addressing table by the hash of a stem's key; its length is a power of two.
    stems: Rows<StemSlot>,
    /// A bit for the hash of each stem: what has none is not looked for among the stems, which are too
    /// many to be near at hand.
    filter: Rows<u64>,
    /// Another open-addressing table, by the hash of an ending's key, read from its last byte.
    endings: Rows<EndingSlot>,
    /// For each set of endings, where its items begin; one more at the end.
    sets: Rows<u32>,
    /// The items of the sets, by ending within each.
    items: Rows<SetItem>,
    lemmas: Rows<LemmaRow>,
}

/// A stretch of [`Lexicon::text`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Pod, Zeroable)]
#[repr(C)]
struct Piece {
    start: u32,
    len: u32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Pod, Zeroable)]
#[repr(C)]
struct StemSlot {
    hash: u32,
    stem: Piece,
    /// One more than the number of the set of endings; 0 in an empty slot.
    set: u32,
    lemma: u32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Pod, Zeroable)]
#[repr(C)]
struct EndingSlot {
    hash: u32,
    ending: Piece,
    /// One more than the ending's number; 0 in an empty slot, [`PART`] for what only ends others.
    number: u32,
}

/// The number of what is no ending, but the end of one: as long as the end of a form is one of
/// these, a longer ending may still fit.
const PART: u32 = u32::MAX;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Pod, Zeroable)]
#[repr(C)]
struct SetItem {
    ending: u64,
    cells: Cells,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Pod, Zeroable)]
#[repr(C)]
struct LemmaRow {
    text: Piece,
    upos: u16,
    /// 1 when its forms need a capital: *État*, *Élysée*.
    is_capital: u16,
}

/// A form that is looked up, and what it has been found to be.
struct Question<'a> {
    form: &'a Form,
    /// The hashes of its key without its last bytes: of each stem it can have.
    stems: [u32; LONGEST_ENDING + 1],
    /// By which the number of each lemma is raised.
    offset: u32,
    readings: &'a mut Readings,
}

impl Default for Lexicon {
    fn default() -> Self {
        Self::new(&[])
    }
}

impl Lexicon {
    /// Makes a lexicon of `words`; the number of a lemma is its place among them.
    #[must_use]
    pub fn new(words: &[Word]) -> Self {
        let mut maker = Maker::default();
        for (number, word) in words.iter().enumerate() {
            maker.word(number, word);
        }
        maker.finish()
    }

    /// The tables as bytes, for [`Lexicon::unpack`].
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        pack::pack(&[
            &self.text,
            pack::bytes(&self.stems),
            pack::bytes(&self.filter),
            pack::bytes(&self.endings),
            pack::bytes(&self.sets),
            pack::bytes(&self.items),
            pack::bytes(&self.lemmas),
        ])
    }

    /// The lexicon that was packed: nothing is copied. `None` when the bytes are not one.
    #[must_use]
    pub fn unpack(packed: &'static [u8]) -> Option<Self> {
        let [text, stems, filter, endings, sets, items, lemmas] = pack::sections(packed)?.try_into().ok()?;
        Some(Self {
            text: Cow::Borrowed(text),
            stems: pack::rows(stems)?,
            filter: pack::rows(filter)?,
            endings: pack::rows(endings)?,
            sets: pack::rows(sets)?,
            items: pack::rows(items)?,
            lemmas: pack::rows(lemmas)?,
        })
    }

    /// How many lemmas it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lemmas.len()
    }

    /// True when it has no lemma.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lemmas.is_empty()
    }

    /// The lemma of that number, as a dictionary writes it.
    ///
    /// # Panics
    /// When there is no such lemma: the number comes from another lexicon.
    #[must_use]
    pub fn lemma(&self, number: u32) -> &str {
        std::str::from_utf8(self.bytes(self.lemmas[number as usize].text)).unwrap_or_default()
    }

    /// The part of speech of the lemma of that number.
    ///
    /// # Panics
    /// As [`Lexicon::lemma`].
    #[must_use]
    pub fn upos(&self, number: u32) -> Upos {
        Upos::ALL[usize::from(self.lemmas[number as usize].upos)]
    }

    /// Adds to `readings` what `form` can be; a lemma with a capital needs one in the form. Each
    /// lemma's number is raised by `offset`.
    pub fn look_up(&self, form: &Form, offset: u32, readings: &mut Readings) {
        if self.is_empty() {
            return;
        }
        let mut question = Question { form, stems: form.stem_hashes(), offset, readings };
        let last_bytes = form.key().iter().rev().take(LONGEST_ENDING);
        let mut hash = HASH_START;
        self.with_endings((0, hash), &mut question);
        for (byte, length) in last_bytes.zip(1..) {
            hash = extend_hash(hash, *byte);
            if !self.with_endings((length, hash), &mut question) {
                break;
            }
        }
    }

    /// Adds what the form can be with each of the endings that are the last `length` bytes of its key,
    /// which hash to `hash`. False when no ending ends so: then no longer one can.
    fn with_endings(&self, (length, hash): (usize, u32), question: &mut Question<'_>) -> bool {
        let endings: &[EndingSlot] = &self.endings;
        let mut at = place(hash, endings.len());
        let mut goes_on = false;
        while endings[at].number != 0 {
            let slot = &endings[at];
            if slot.hash == hash {
                goes_on = true;
                if slot.number != PART && question.form.ends_with(self.bytes(slot.ending), length) {
                    self.with_stems((length, slot.number - 1), question);
                }
            }
            at = (at + 1) & (endings.len() - 1);
        }
        goes_on
    }

    /// Adds what the form can be with an ending of that length in bytes and that number.
    fn with_stems(&self, (length, ending): (usize, u32), question: &mut Question<'_>) {
        let Question { form, stems: hashes, offset, readings } = question;
        let (hash, stems): (u32, &[StemSlot]) = (hashes[length], &self.stems);
        let (word, bit) = filter_bit(hash, self.filter.len());
        if self.filter[word] & bit == 0 {
            return;
        }
        let mut at = place(hash, stems.len());
        while stems[at].set != 0 {
            let slot = &stems[at];
            if slot.hash == hash
                && let Some(cells) = self.cells(slot.set - 1, ending)
                && form.starts_with(self.bytes(slot.stem), length)
            {
                let row = self.lemmas[slot.lemma as usize];
                if row.is_capital == 0 || form.is_capitalised() {
                    add(readings, slot.lemma + *offset, Upos::ALL[usize::from(row.upos)], cells);
                }
            }
            at = (at + 1) & (stems.len() - 1);
        }
    }

    /// The cells that an ending fills in a set, if it is in it.
    fn cells(&self, set: u32, ending: u32) -> Option<Cells> {
        let [from, to] = [self.sets[set as usize], self.sets[set as usize + 1]];
        let items = &self.items[from as usize..to as usize];
        let at = items.binary_search_by_key(&u64::from(ending), |item| item.ending).ok()?;
        Some(items[at].cells)
    }

    fn bytes(&self, piece: Piece) -> &[u8] {
        &self.text[piece.start as usize..(piece.start + piece.len) as usize]
    }
}

/// The slot at which to begin to look for `hash` in a table of `size` slots, a power of two.
const fn place(hash: u32, size: usize) -> usize {
    // The last bits of a short key's hash are much alike.
    (hash.wrapping_mul(0x9e37_79b1) >> 9) as usize & (size - 1)
}

/// The word and the bit for `hash` in a filter of `size` words, a power of two.
const fn filter_bit(hash: u32, size: usize) -> (usize, u64) {
    let mixed = hash.wrapping_mul(0x85eb_ca6b) as usize;
    ((mixed >> 6) & (size - 1), 1 << (mixed % 64))
}

/// Adds a reading, or its cells to one that is there.
fn add(readings: &mut Readings, lemma: u32, upos: Upos, cells: Cells) {
    let lemma = Lemma::known(lemma);
    match readings.iter_mut().find(|reading| reading.lemma == lemma && reading.upos == upos) {
        Some(reading) => reading.cells |= cells,
        None => readings.push(Reading { lemma, upos, cells }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::french::lemma::LemmaKind;
    use crate::french::paradigm::{Ending, Stem};

    fn word(lemma: &str, upos: Upos, stem: &str, endings: &[(&str, Cells)]) -> Word {
        let ending = |(text, cells): &(&str, Cells)| Ending { text: (*text).into(), cells: *cells };
        let stem = Stem { text: stem.into(), endings: endings.iter().map(ending).collect() };
        Word { lemma: lemma.into(), upos, paradigm: Paradigm { stems: vec![stem] } }
    }

    fn lexicon() -> Lexicon {
        let er = [
            ("er", Cells::INF),
            ("e", Cells::tense(0, 2)),
            ("é", Cells::PP_MS),
            ("aient", Cells::tense(1, 5)),
        ];
        Lexicon::new(&[
            word("porter", Upos::Verb, "port", &er),
            word("porte", Upos::Noun, "porte", &[("", Cells::FS), ("s", Cells::FP)]),
            word("été", Upos::Noun, "été", &[("", Cells::MS)]),
            word("œuvrer", Upos::Verb, "œuvr", &er),
            word("à", Upos::Adp, "à", &[("", Cells::NONE)]),
        ])
    }

    fn found(lexicon: &Lexicon, form: &str) -> String {
        let mut readings = Readings::new();
        lexicon.look_up(&Form::new(form), 0, &mut readings);
        let shown = |reading: &Reading| match reading.lemma.kind() {
            LemmaKind::Known(number) => {
                format!("{} {} {}", lexicon.lemma(number), reading.upos.tag(), reading.cells.name())
            }
            _ => "?".into(),
        };
        let mut all: Vec<String> = readings.iter().map(shown).collect();
        all.sort();
        all.join(", ")
    }

    #[test]
    fn a_form_leads_to_all_its_lemmas() {
        let made = lexicon();
        let packed: &'static [u8] = Box::leak(made.pack().into_boxed_slice());
        // Sections need a boundary of eight: an allocation of that size has it in practice.
        for lexicon in [Some(made), Lexicon::unpack(packed)].into_iter().flatten() {
            assert_eq!(found(&lexicon, "porte"), "porte NOUN fs, porter VERB prs.3s");
            assert_eq!(found(&lexicon, "Portaient"), "porter VERB ipf.3p");
            assert_eq!(found(&lexicon, "OEUVRÉ"), "œuvrer VERB pp.ms");
            assert_eq!(found(&lexicon, "inconnu"), "");
        }
    }

    #[test]
    fn accents_are_required_except_on_capitals() {
        let lexicon = lexicon();
        assert_eq!(found(&lexicon, "été"), "été NOUN ms");
        assert_eq!(found(&lexicon, "ete"), "");
        assert_eq!(found(&lexicon, "Eté"), "été NOUN ms");
        assert_eq!(found(&lexicon, "ETE"), "été NOUN ms");
        // Without accents *PORTE* is *porté* too: its first cell is the participle.
        assert_eq!(found(&lexicon, "PORTE"), "porte NOUN fs, porter VERB pp.ms");
        assert_eq!(found(&lexicon, "A"), "à ADP ");
        assert_eq!(found(&lexicon, "a"), "");
    }

    #[test]
    fn the_order_of_readings_does_not_depend_on_what_else_is_known() {
        let plural = [("", Cells::MS), ("s", Cells::MP)];
        let own =
            [word("cour", Upos::Noun, "cour", &plural), word("cours", Upos::Noun, "cours", &plural[..1])];
        for others in [0, 3, 50, 700] {
            let other = |number: usize| word("x", Upos::Noun, &format!("cour{number}"), &plural);
            let words: Vec<Word> = own.iter().cloned().chain((0..others).map(other)).collect();
            let mut readings = Readings::new();
            Lexicon::new(&words).look_up(&Form::new("cours"), 0, &mut readings);
            let lemmas: Vec<Lemma> = readings.iter().map(|reading| reading.lemma).collect();
            assert_eq!(lemmas, [Lemma::known(1), Lemma::known(0)], "{others}");
        }
    }
}
