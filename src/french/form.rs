//! A form as it stands in a text, folded so that it can be compared with what is known.
//!
//! *État*, *État* with a combining accent and *ETAT* are alike: accents are required, except on a
//! capital, which French typists often leave bare.

use compact_str::CompactString;
use smallvec::SmallVec;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::text::fold::{Accents, fold};

/// What the hash of an empty key is (FNV-1a, 32 bits).
pub const HASH_START: u32 = 0x811c_9dc5;

/// The hash of a key with one more byte.
#[must_use]
pub const fn extend_hash(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

/// A word, a stem or an ending as it is compared: `Œuvre` → `oeuvre`. Accents stay.
#[must_use]
pub fn folded(text: &str) -> String {
    fold(text, Accents::Kept)
}

/// The longest form that is looked up, in bytes of its key; a longer one has no reading.
const LONGEST: usize = 60;

/// A folded form, with its key: the same without accents.
///
/// Small, because a sentence has one for each of its words.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// Small letters with their accents.
    exact: CompactString,
    /// Small letters without accents.
    key: SmallVec<[u8; 24]>,
    /// The hash of the key.
    hash: u32,
    /// The first bytes of `exact` that were capitals: bit by bit.
    capitals: u64,
    /// The bytes of `key` that stand for a letter of two bytes, as *é*: bit by bit.
    accents: u64,
    /// True where a letter of `exact` has yet another number of bytes in `key`.
    is_uneven: bool,
}

impl Form {
    /// Folds `text`, a word.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut form = Self::default();
        if text.is_ascii() && text.len() <= LONGEST {
            form.push_ascii(text);
        } else if text.len() <= LONGEST {
            let is_whole = !text.chars().any(|c| c >= '\u{300}' && is_combining_mark(c));
            if is_whole {
                text.chars().for_each(|c| form.push(c))
            } else {
                text.nfc().for_each(|c| form.push(c))
            }
        }
        form.hash = form.key.iter().fold(HASH_START, |hash, byte| extend_hash(hash, *byte));
        form
    }

    /// Takes a whole text without accents.
    fn push_ascii(&mut self, text: &str) {
        self.exact.push_str(text);
        for (at, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_uppercase()) {
            self.capitals |= 1 << at;
        }
        if self.capitals != 0 {
            self.exact.make_ascii_lowercase();
        }
        self.key = SmallVec::from_slice(self.exact.as_bytes());
    }

    fn push(&mut self, c: char) {
        let at = self.exact.len();
        match c {
            'a'..='z' | '0'..='9' | '-' | '\'' | ' ' => self.exact.push(c),
            'A'..='Z' => self.exact.push(c.to_ascii_lowercase()),
            '’' | 'ʼ' | '‘' => self.exact.push('\''),
            '‑' | '\u{2010}' => self.exact.push('-'),
            'œ' | 'Œ' => self.exact.push_str("oe"),
            'æ' | 'Æ' => self.exact.push_str("ae"),
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '·' => return,
            _ => c.to_lowercase().for_each(|low| self.exact.push(low)),
        }
        if c.is_uppercase() {
            (at..self.exact.len().min(64)).for_each(|byte| self.capitals |= 1 << byte);
        }
        if let [byte] = self.exact.as_bytes()[at..] {
            return self.key.push(byte);
        }
        for low in self.exact[at..].chars() {
            let before = self.key.len();
            strip(low, |base| self.key.extend_from_slice(base.encode_utf8(&mut [0; 4]).as_bytes()));
            match (low.len_utf8(), self.key.len() - before) {
                (mine, same) if mine == same => {}
                (2, 1) if before < 64 => self.accents |= 1 << before,
                _ => self.is_uneven = true,
            }
        }
    }

    /// Small letters without accents.
    #[must_use]
    pub fn key(&self) -> &[u8] {
        &self.key
    }

    /// Small letters with accents, as [`folded`] makes them.
    #[must_use]
    pub fn exact(&self) -> &str {
        &self.exact
    }

    /// True when its first letter was a capital.
    #[must_use]
    pub const fn is_capitalised(&self) -> bool {
        self.capitals & 1 != 0
    }

    /// True when all its letters were capitals.
    #[must_use]
    pub fn is_all_capitals(&self) -> bool {
        let len = self.exact.len();
        len > 0 && len < 64 && self.capitals == (1 << len) - 1
    }

    /// The hash of the key.
    #[must_use]
    pub const fn hash(&self) -> u32 {
        self.hash
    }

    /// The hashes of the key without its last bytes: without none, without one, without two …
    #[must_use]
    pub fn stem_hashes<const ENDINGS: usize>(&self) -> [u32; ENDINGS] {
        let mut hashes = [HASH_START; ENDINGS];
        let mut hash = HASH_START;
        let len = self.key.len();
        for (at, byte) in self.key.iter().enumerate() {
            if let Some(stem) = hashes.get_mut(len - at) {
                *stem = hash;
            }
            hash = extend_hash(hash, *byte);
        }
        hashes[0] = hash;
        hashes
    }

    /// True when the form without the last `ending` bytes of its key is `stem`, which is folded.
    #[must_use]
    #[inline]
    pub fn starts_with(&self, stem: &[u8], ending: usize) -> bool {
        self.is_at(0, self.origin(self.key.len() - ending), stem)
    }

    /// True when the last `length` bytes of its key stand for `ending`, which is folded.
    #[must_use]
    #[inline]
    pub fn ends_with(&self, ending: &[u8], length: usize) -> bool {
        self.is_at(self.origin(self.key.len() - length), self.exact.len(), ending)
    }

    /// True when it is `word`, which is folded.
    #[must_use]
    pub fn is(&self, word: &str) -> bool {
        self.is_at(0, self.exact.len(), word.as_bytes())
    }

    /// The byte of `exact` at which the letter begins that byte `at` of the key is for.
    fn origin(&self, at: usize) -> usize {
        match self.is_uneven {
            false if self.accents == 0 => at,
            false => {
                let before = u64::MAX.checked_shr(64 - at.min(64) as u32).unwrap_or(0);
                at + (self.accents & before).count_ones() as usize
            }
            true => self.uneven_origin(at),
        }
    }

    fn uneven_origin(&self, at: usize) -> usize {
        let mut passed = 0;
        let begins = |(_, letter): &(usize, char)| {
            strip(*letter, |base| passed += base.len_utf8());
            passed > at
        };
        self.exact.char_indices().find(begins).map_or(self.exact.len(), |(origin, _)| origin)
    }

    /// Compares letter by letter; a capital may lack its accent.
    #[inline]
    fn is_at(&self, start: usize, end: usize, word: &[u8]) -> bool {
        let here = &self.exact.as_bytes()[start..end];
        // Stems and endings are too short for a call that compares them.
        if here.len() == word.len() && here.iter().zip(word).all(|(one, other)| one == other) {
            return true;
        }
        self.capitals >> start.min(63) != 0 && self.is_at_with_capitals((start, here), word)
    }

    fn is_at_with_capitals(&self, (start, here): (usize, &[u8]), word: &[u8]) -> bool {
        let (Ok(here), Ok(word)) = (std::str::from_utf8(here), std::str::from_utf8(word)) else {
            return false;
        };
        let mut wanted = word.chars();
        let alike = here.char_indices().all(|(at, mine)| {
            let other = wanted.next();
            let is_capital = start + at < 64 && self.capitals >> (start + at) & 1 == 1;
            other == Some(mine) || is_capital && other.is_some_and(|other| bare(other) == mine)
        });
        alike && wanted.next().is_none()
    }
}

/// `c` without its accent.
fn bare(c: char) -> char {
    let mut first = c;
    let mut is_first = true;
    strip(c, |base| {
        if is_first {
            first = base;
            is_first = false;
        }
    });
    first
}

/// Calls `push` with the letters of `c` that are no accents.
fn strip(c: char, mut push: impl FnMut(char)) {
    match c {
        'é' | 'è' | 'ê' | 'ë' => push('e'),
        'à' | 'â' | 'ä' => push('a'),
        'î' | 'ï' => push('i'),
        'ô' | 'ö' => push('o'),
        'û' | 'ù' | 'ü' => push('u'),
        'ç' => push('c'),
        _ => decompose_canonical(c, |part| {
            if !is_combining_mark(part) {
                push(part);
            }
        }),
    }
}
