//! A form as it stands in a text, folded so that it can be compared with what is known.
//!
//! *État*, *État* with a combining accent and *ETAT* are alike: accents are required, except on a
//! capital, which French typists often leave bare.

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
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// Small letters with their accents.
    exact: SmallVec<[u8; 64]>,
    /// Small letters without accents.
    key: SmallVec<[u8; 64]>,
    /// For each byte of `key`, and one past its end, the byte of `exact` it came from.
    origin: SmallVec<[u8; 64]>,
    /// For each byte of `key`, and one past its end, the hash of what stands before it.
    hashes: SmallVec<[u32; 64]>,
    /// The first bytes of `exact` that were capitals: bit by bit.
    capitals: u64,
}

impl Form {
    /// Folds `text`, a word.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut form = Self::default();
        if text.len() <= LONGEST {
            if text.is_ascii() || !text.chars().any(is_combining_mark) {
                text.chars().for_each(|c| form.push(c));
            } else {
                text.nfc().for_each(|c| form.push(c));
            }
        }
        form.origin.push(form.exact.len() as u8);
        let mut hash = HASH_START;
        form.hashes.push(hash);
        for byte in &form.key {
            hash = extend_hash(hash, *byte);
            form.hashes.push(hash);
        }
        form
    }

    fn push(&mut self, c: char) {
        let at = self.exact.len();
        match c {
            'a'..='z' | '0'..='9' | '-' | '\'' | ' ' => self.exact.push(c as u8),
            'A'..='Z' => self.exact.push(c.to_ascii_lowercase() as u8),
            '’' | 'ʼ' | '‘' => self.exact.push(b'\''),
            '‑' | '\u{2010}' => self.exact.push(b'-'),
            'œ' | 'Œ' => self.exact.extend_from_slice(b"oe"),
            'æ' | 'Æ' => self.exact.extend_from_slice(b"ae"),
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '·' => return,
            _ => c.to_lowercase().for_each(|low| {
                self.exact.extend_from_slice(low.encode_utf8(&mut [0; 4]).as_bytes());
            }),
        }
        if c.is_uppercase() {
            (at..self.exact.len().min(64)).for_each(|byte| self.capitals |= 1 << byte);
        }
        if self.exact[at..].is_ascii() {
            for byte in at..self.exact.len() {
                self.key.push(self.exact[byte]);
                self.origin.push(byte as u8);
            }
        } else {
            let low = std::str::from_utf8(&self.exact[at..]).unwrap_or_default();
            for c in low.chars() {
                strip(c, |base| {
                    let mut buffer = [0; 4];
                    for byte in base.encode_utf8(&mut buffer).bytes() {
                        self.key.push(byte);
                        self.origin.push(at as u8);
                    }
                });
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
        std::str::from_utf8(&self.exact).unwrap_or_default()
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

    /// The hash of the key without its last `ending` bytes.
    #[must_use]
    pub fn prefix_hash(&self, ending: usize) -> u32 {
        self.hashes[self.key.len() - ending]
    }

    /// True when the form without the last `ending` bytes of its key is `stem`, which is folded.
    #[must_use]
    pub fn starts_with(&self, stem: &[u8], ending: usize) -> bool {
        let end = self.origin[self.key.len() - ending] as usize;
        self.is_at(0, end, stem)
    }

    /// True when the last `length` bytes of its key stand for `ending`, which is folded.
    #[must_use]
    pub fn ends_with(&self, ending: &[u8], length: usize) -> bool {
        let start = self.origin[self.key.len() - length] as usize;
        self.is_at(start, self.exact.len(), ending)
    }

    /// True when it is `word`, which is folded.
    #[must_use]
    pub fn is(&self, word: &str) -> bool {
        self.is_at(0, self.exact.len(), word.as_bytes())
    }

    /// Compares letter by letter; a capital may lack its accent.
    fn is_at(&self, start: usize, end: usize, word: &[u8]) -> bool {
        let here = &self.exact[start..end];
        if here == word {
            return true;
        }
        if self.capitals >> start.min(63) == 0 {
            return false;
        }
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
