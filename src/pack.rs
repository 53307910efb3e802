//! Values that are ready as they lie in memory: prepared when the program is built, or made anew.
//!
//! A packed value is a row of sections of plain numbers or text, each on a boundary of eight
//! bytes. Reading one checks its shape and copies nothing. The numbers are those of the machine
//! that the program is built for.

use std::borrow::Cow;

use bytemuck::{Pod, cast_slice, try_cast_slice};

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
