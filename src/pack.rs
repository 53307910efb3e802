//! Values that are ready as they lie in memory: prepared when the program is built, or made anew.
//!
//! A packed value is a row of sections of plain numbers or text, each on a boundary of eight
//! bytes. Reading one checks its shape and copies nothing. The numbers are those of the machine
//! that the program is built for. What is more than numbers is read when it is first asked for.

use std::borrow::Cow;
use std::ops::Index;
use std::sync::OnceLock;

use bytemuck::{Pod, cast_slice, try_cast_slice};
use serde::{Deserialize, Serialize};

/// Bytes on a boundary of eight, as [`sections`] needs them.
#[derive(Debug)]
#[repr(C, align(8))]
pub struct Aligned<B: ?Sized>(pub B);

/// A row of plain values: those in the program itself, or made while it runs.
pub type Rows<T> = Cow<'static, [T]>;

/// Puts `parts` one after another behind a table of their lengths.
#[must_use]
pub fn pack(parts: &[&[u8]]) -> Vec<u8> {
    let mut packed: Vec<u8> = (parts.len() as u64).to_ne_bytes().to_vec();
    for part in parts {
        packed.extend((part.len() as u64).to_ne_bytes());
    }
    for part in parts {
        packed.extend_from_slice(part);
        packed.resize(packed.len().next_multiple_of(8), 0);
    }
    packed
}

/// The parts that were packed: `None` when the bytes are not what [`pack`] made.
#[must_use]
pub fn sections(packed: &'static [u8]) -> Option<Vec<&'static [u8]>> {
    let word = |at: usize| Some(u64::from_ne_bytes(packed.get(at..at + 8)?.try_into().ok()?) as usize);
    let count = word(0)?;
    let mut at = 8 * (count + 1);
    let mut parts = Vec::with_capacity(count);
    for index in 0..count {
        let length = word(8 * (index + 1))?;
        parts.push(packed.get(at..at + length)?);
        at = (at + length).next_multiple_of(8);
    }
    Some(parts)
}

/// A section as rows of numbers: `None` when it is not a whole number of them on their boundary.
#[must_use]
pub fn rows<T: Pod>(section: &'static [u8]) -> Option<Rows<T>> {
    try_cast_slice(section).ok().map(Cow::Borrowed)
}

/// Rows of numbers as a section.
#[must_use]
pub fn bytes<T: Pod>(rows: &[T]) -> &[u8] {
    cast_slice(rows)
}

/// A row of texts, one after another.
#[derive(Clone, Debug, Default)]
pub struct Strings {
    text: Cow<'static, [u8]>,
    /// Where each begins; one more at the end.
    starts: Rows<u32>,
}

impl Strings {
    /// These texts.
    #[must_use]
    pub fn new<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let (mut text, mut starts) = (Vec::new(), vec![0]);
        for one in texts {
            text.extend_from_slice(one.as_bytes());
            starts.push(text.len() as u32);
        }
        Self { text: text.into(), starts: starts.into() }
    }

    /// The texts as bytes, for [`Strings::unpack`].
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        pack(&[&self.text, bytes(&self.starts)])
    }

    /// The texts that were packed: nothing is copied. `None` when the bytes are not that.
    #[must_use]
    pub fn unpack(packed: &'static [u8]) -> Option<Self> {
        let [text, starts] = sections(packed)?.try_into().ok()?;
        Some(Self { text: Cow::Borrowed(text), starts: rows(starts)? })
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// True when there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes of the text of that number.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn bytes(&self, number: usize) -> &[u8] {
        &self.text[self.starts[number] as usize..self.starts[number + 1] as usize]
    }

    /// The number of the first text that is not before `wanted`, of texts that are sorted.
    #[must_use]
    pub fn first_from(&self, wanted: &str) -> usize {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = from.midpoint(to);
            if self.bytes(middle) < wanted.as_bytes() { from = middle + 1 } else { to = middle }
        }
        from
    }

    /// The number of `wanted` among texts that are sorted.
    #[must_use]
    pub fn find(&self, wanted: &str) -> Option<usize> {
        let at = self.first_from(wanted);
        (at < self.len() && self.bytes(at) == wanted.as_bytes()).then_some(at)
    }
}

/// A row of values that are more than numbers: made while the program runs, or packed and each read
/// when it is first asked for.
#[derive(Clone, Debug)]
pub enum Values<T> {
    /// As they were made.
    Made(Vec<T>),
    /// As they lie in memory.
    Packed {
        /// Where the bytes of each begin; one more at the end.
        starts: Rows<u32>,
        /// Their bytes.
        bytes: &'static [u8],
        /// Those that have been read, in blocks: of what nobody asks for there is not even a place.
        read: Vec<OnceLock<Block<T>>>,
    },
}

/// The places of some values that stand beside each other.
type Block<T> = Box<[OnceLock<Box<T>>; BLOCK]>;

/// How many values are in a block.
const BLOCK: usize = 64;

impl<T> Default for Values<T> {
    fn default() -> Self {
        Self::Made(Vec::new())
    }
}

impl<T> Values<T> {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Made(values) => values.len(),
            Self::Packed { starts, .. } => starts.len() - 1,
        }
    }

    /// True when there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The values that were packed in two parts: `None` when they are not that.
    #[must_use]
    pub fn unpack(starts: &'static [u8], bytes: &'static [u8]) -> Option<Self> {
        let starts: Rows<u32> = rows(starts)?;
        let blocks = starts.len().checked_sub(1)?.div_ceil(BLOCK);
        let read = std::iter::repeat_with(OnceLock::new).take(blocks).collect();
        Some(Self::Packed { starts, bytes, read })
    }
}

impl<T: Serialize + for<'d> Deserialize<'d>> Values<T> {
    /// As two parts, for [`Values::unpack`]: where each begins, and their bytes.
    ///
    /// # Errors
    /// When a value cannot be written.
    pub fn pack(&self) -> Result<(Vec<u32>, Vec<u8>), postcard::Error> {
        let mut starts: Vec<u32> = vec![0];
        let mut bytes = Vec::new();
        for number in 0..self.len() {
            bytes = postcard::to_extend(&self[number], bytes)?;
            starts.push(bytes.len() as u32);
        }
        Ok((starts, bytes))
    }
}

/// The value of that number.
///
/// # Panics
/// When there is none, or its bytes are not what was packed.
impl<T: for<'d> Deserialize<'d>> Index<usize> for Values<T> {
    type Output = T;

    fn index(&self, number: usize) -> &T {
        match self {
            Self::Made(values) => &values[number],
            Self::Packed { starts, bytes, read } => {
                let block = read[number / BLOCK].get_or_init(|| Box::new([const { OnceLock::new() }; BLOCK]));
                block[number % BLOCK].get_or_init(|| {
                    let piece = &bytes[starts[number] as usize..starts[number + 1] as usize];
                    Box::new(postcard::from_bytes(piece).expect("prepared when the program was built"))
                })
            }
        }
    }
}
