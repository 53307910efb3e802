//! A glossary and a grammar prepared when the program is built, ready as they lie in memory.

use super::index::Index;
use super::vocabulary::Vocabulary;
use crate::french::grammar::Grammar;
use crate::french::lexicon::{Lexicon, Word};
use crate::french::words::further_lemmas;
use crate::glossary::{Entry, Glossary};
use crate::pack::{self, Values};

/// The words, the index and the entries of a glossary.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// Every word it speaks of, with the grammar words of French.
    pub lexicon: Lexicon,
    /// From words to entries.
    pub index: Index,
    /// How a reading is chosen.
    pub grammar: Grammar,
    entries: Values<Entry>,
}

impl Prepared {
    /// Prepares `glossary`; `words` are known beside its own, and so are the lemmas of
    /// [`further_lemmas`].
    #[must_use]
    pub fn new(glossary: Glossary, words: impl IntoIterator<Item = Word>) -> Self {
        let mut vocabulary = Vocabulary::new([]);
        words.into_iter().for_each(|word| vocabulary.push(word));
        let index = Index::new(&glossary, &mut vocabulary);
        for (lemma, upos, gender) in further_lemmas() {
            vocabulary.further(lemma, upos, gender);
        }
        let (lexicon, entries) = (vocabulary.lexicon(), Values::Made(glossary.entries));
        Self { lexicon, index, grammar: Grammar::default(), entries }
    }

    /// As bytes, for [`Prepared::unpack`].
    ///
    /// # Errors
    /// When an entry cannot be written.
    pub fn pack(&self) -> Result<Vec<u8>, postcard::Error> {
        let (starts, bytes) = self.entries.pack()?;
        let (lexicon, index, grammar) = (self.lexicon.pack(), self.index.pack()?, self.grammar.pack());
        Ok(pack::pack(&[&lexicon, &index, &grammar, pack::bytes(&starts), &bytes]))
    }

    /// What was packed: `None` when the bytes are not that.
    #[must_use]
    pub fn unpack(packed: &'static [u8]) -> Option<Self> {
        let [lexicon, index, grammar, starts, bytes] = pack::sections(packed)?.try_into().ok()?;
        Some(Self {
            lexicon: Lexicon::unpack(lexicon)?,
            index: Index::unpack(index)?,
            grammar: Grammar::unpack(grammar)?,
            entries: Values::unpack(starts, bytes)?,
        })
    }

    /// How many entries it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// True when it has no entry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entry of that number.
    ///
    /// # Panics
    /// When there is none: the number comes from another glossary.
    #[must_use]
    pub fn entry(&self, number: usize) -> &Entry {
        &self.entries[number]
    }
}
