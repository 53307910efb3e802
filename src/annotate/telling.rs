//! What tells the senses of entries apart, ready as it lies in memory: most is known of an entry without
//! reading it.

use bytemuck::{Pod, Zeroable};
use smallvec::SmallVec;

use super::setting;
use super::types::lemma_bit;
use crate::glossary::{Entry, Glossary};
use crate::pack::{self, Rows, Strings, Values};

/// For each sense of an entry, the lemmas that give it away.
pub type Near = Vec<SmallVec<[u32; 8]>>;

/// What tells the senses of the entries of one glossary.
#[derive(Clone, Debug, Default)]
pub struct Telling {
    entries: Rows<OfEntry>,
    /// Of each entry with several senses, the bits of all lemmas that tell one of them.
    bits: Rows<u64>,
    /// Of each entry with several senses, the settings that tell one of them: a bit for the number of each.
    settings: Rows<u32>,
    /// Of each entry with several senses, the lemmas.
    near: Values<Near>,
    /// A bit for each lemma that tells a sense of some entry.
    tellers: Rows<u64>,
    /// The topics that entries have, sorted.
    topics: Strings,
}

/// What is known of an entry without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Pod, Zeroable)]
#[repr(C)]
struct OfEntry {
    /// Its place among those with several senses, from 1; 0 of any other.
    several: u32,
    /// The number of its topic, from 1; 0 where it has none.
    topic: u16,
    /// The sense that is meant where nothing speaks for another.
    plain: u8,
    /// 1 where one of its senses has a topic of its own.
    has_topics: u8,
}

/// The senses of an entry that has several.
#[derive(Clone, Copy)]
pub struct Senses<'t> {
    /// The bits of all lemmas that tell one, as [`lemma_bit`] has them: no other needs to be looked at.
    pub bits: u64,
    /// The settings that tell one: a bit for the number of each in [`setting::names`].
    pub settings: u32,
    /// The sense that is meant where nothing speaks for another.
    pub plain: usize,
    /// True where one of them has a topic of its own.
    pub has_topics: bool,
    near: &'t Values<Near>,
    at: usize,
}

impl<'t> Senses<'t> {
    /// For each sense, the lemmas that give it away.
    #[must_use]
    pub fn near(self) -> &'t [SmallVec<[u32; 8]>] {
        &self.near[self.at]
    }
}

/// The settings that tell a sense of an entry.
fn settings(entry: &Entry) -> u32 {
    let near = entry.senses.iter().flat_map(|sense| &sense.near);
    let numbers = near.filter_map(|word| setting::names().position(|name| name == word));
    numbers.fold(0, |settings, number| settings | 1 << number)
}

impl Telling {
    /// What tells the senses of the entries of `glossary`; `lemmas` are those of words that stand near one.
    #[must_use]
    pub fn new(glossary: &Glossary, mut lemmas: impl FnMut(&[String]) -> SmallVec<[u32; 8]>) -> Self {
        let several = glossary.entries.iter().filter(|entry| entry.senses.len() > 1);
        let near: Vec<Near> =
            several.map(|entry| entry.senses.iter().map(|sense| lemmas(&sense.near)).collect()).collect();
        let bits = |near: &Near| near.iter().flatten().fold(0, |bits, lemma| bits | lemma_bit(*lemma));
        let settings = glossary.entries.iter().filter(|entry| entry.senses.len() > 1).map(settings).collect();
        let told: Vec<u32> = near.iter().flatten().flatten().copied().collect();
        let mut tellers = vec![0; told.iter().max().map_or(0, |last| *last as usize / 64 + 1)];
        told.iter().for_each(|lemma| tellers[*lemma as usize / 64] |= lemma_bit(*lemma));
        let mut topics: Vec<&str> =
            glossary.entries.iter().filter_map(|entry| entry.topic.as_deref()).collect();
        topics.sort_unstable();
        topics.dedup();
        let topics = Strings::new(topics);
        let mut last = 0;
        let of_entry = |entry: &Entry| {
            let is_several = entry.senses.len() > 1;
            last += u32::from(is_several);
            let topic = entry.topic.as_deref().and_then(|topic| topics.find(topic));
            let plain = entry.senses.iter().position(|sense| sense.near.is_empty());
            OfEntry {
                several: if is_several { last } else { 0 },
                topic: topic.map_or(0, |number| number as u16 + 1),
                plain: plain.unwrap_or_default() as u8,
                has_topics: entry.senses.iter().any(|sense| sense.topic.is_some()).into(),
            }
        };
        Self {
            entries: glossary.entries.iter().map(of_entry).collect(),
            bits: near.iter().map(bits).collect(),
            settings,
            near: Values::Made(near),
            tellers: tellers.into(),
            topics,
        }
    }

    /// As bytes, for [`Telling::unpack`].
    ///
    /// # Errors
    /// When the lemmas of an entry cannot be written.
    pub fn pack(&self) -> Result<Vec<u8>, postcard::Error> {
        let Self { entries, bits, settings, near, tellers, topics } = self;
        let (starts, near) = near.pack()?;
        Ok(pack::pack(&[
            pack::bytes(entries),
            pack::bytes(bits),
            pack::bytes(settings),
            pack::bytes(tellers),
            pack::bytes(&starts),
            &near,
            &topics.pack(),
        ]))
    }

    /// What was packed: `None` when the bytes are not that.
    #[must_use]
    pub fn unpack(packed: &'static [u8]) -> Option<Self> {
        let [entries, bits, settings, tellers, starts, near, topics] =
            pack::sections(packed)?.try_into().ok()?;
        Some(Self {
            entries: pack::rows(entries)?,
            bits: pack::rows(bits)?,
            settings: pack::rows(settings)?,
            near: Values::unpack(starts, near)?,
            tellers: pack::rows(tellers)?,
            topics: Strings::unpack(topics)?,
        })
    }

    /// True of a lemma that tells a sense of some entry.
    #[must_use]
    pub fn tells(&self, lemma: u32) -> bool {
        self.tellers.get(lemma as usize / 64).is_some_and(|bits| bits & lemma_bit(lemma) != 0)
    }

    /// The senses of an entry; none where it has only one.
    #[must_use]
    pub fn senses(&self, entry: u32) -> Option<Senses<'_>> {
        let OfEntry { several, plain, has_topics, .. } = *self.entries.get(entry as usize)?;
        let at = several.checked_sub(1)? as usize;
        let (bits, settings) = (self.bits[at], self.settings[at]);
        let (plain, has_topics) = (plain.into(), has_topics != 0);
        Some(Senses { bits, settings, plain, has_topics, near: &self.near, at })
    }

    /// True where one of the senses of an entry has a topic of its own.
    #[must_use]
    pub fn has_topics(&self, entry: u32) -> bool {
        self.entries.get(entry as usize).is_some_and(|entry| entry.has_topics != 0)
    }

    /// The topic of an entry as a whole.
    #[must_use]
    pub fn topic(&self, entry: u32) -> Option<&str> {
        let number = self.entries.get(entry as usize)?.topic.checked_sub(1)?;
        std::str::from_utf8(self.topics.bytes(number.into())).ok()
    }
}
