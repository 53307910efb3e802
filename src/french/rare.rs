//! Readings that a form has in a dictionary and hardly ever in a newspaper.
//!
//! Knows no sentence: what such a reading costs, it costs everywhere.

use std::borrow::Cow;

use bytemuck::{Pod, Zeroable};

use super::context::Costs;
use super::reading::{Reading, Upos};
use crate::pack::{self, Rows, Strings};

/// The table, for people.
const TABLE: &str = include_str!("data/rare.txt");

/// The table of rare readings, ready as it lies in memory.
#[derive(Clone, Debug)]
pub struct Rare {
    /// The form of each, sorted.
    forms: Strings,
    /// The lemma of each.
    lemmas: Strings,
    readings: Rows<Row>,
}

/// The part of speech of a reading, and what it costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Pod, Zeroable)]
#[repr(C)]
struct Row {
    upos: u8,
    cost: u8,
}

/// One line of the table: the form, the lemma, its part of speech, what that reading costs.
type Line = (&'static str, &'static str, Upos, u8);

/// One line of the table; none of a comment.
fn line(written: &'static str) -> Option<Line> {
    let mut fields = written.split('|').next()?.split_ascii_whitespace();
    let (form, lemma) = (fields.next()?, fields.next()?);
    Some((form, lemma, Upos::from_tag(fields.next()?)?, fields.next()?.parse().ok()?))
}

impl Default for Rare {
    fn default() -> Self {
        Self::new()
    }
}

impl Rare {
    /// What the table says.
    #[must_use]
    pub fn new() -> Self {
        let mut lines: Vec<Line> = TABLE.lines().filter_map(line).collect();
        lines.sort_by_key(|(form, ..)| *form);
        let row = |(_, _, upos, cost): &Line| Row { upos: *upos as u8, cost: *cost };
        Self {
            forms: Strings::new(lines.iter().map(|(form, ..)| *form)),
            lemmas: Strings::new(lines.iter().map(|(_, lemma, ..)| *lemma)),
            readings: lines.iter().map(row).collect(),
        }
    }

    /// The table as bytes, for [`Rare::unpack`].
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        pack::pack(&[&self.forms.pack(), &self.lemmas.pack(), pack::bytes(&self.readings)])
    }

    /// The table that was packed: nothing is copied. `None` when the bytes are not one.
    #[must_use]
    pub fn unpack(packed: &'static [u8]) -> Option<Self> {
        let [forms, lemmas, readings] = pack::sections(packed)?.try_into().ok()?;
        Some(Self {
            forms: Strings::unpack(forms)?,
            lemmas: Strings::unpack(lemmas)?,
            readings: pack::rows(readings)?,
        })
    }

    /// What the readings of a folded form cost by themselves: nothing, unless the form is in the table.
    #[must_use]
    pub fn costs<'l>(
        &self,
        form: &str,
        readings: &[Reading],
        lemma: impl Fn(&Reading) -> Cow<'l, str>,
    ) -> Costs {
        let first = self.forms.first_from(form);
        let is_of_form = |at: &usize| self.forms.bytes(*at) == form.as_bytes();
        let rare = || (first..self.forms.len()).take_while(is_of_form);
        let cost = |reading: &Reading| {
            let of_upos = rare().filter(|at| self.readings[*at].upos == reading.upos as u8);
            let same = of_upos.filter(|at| self.lemmas.bytes(*at) == lemma(reading).as_bytes());
            same.map(|at| self.readings[at].cost).max().unwrap_or(0)
        };
        readings.iter().map(cost).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        for written in TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            assert!(line(written).is_some() && written.contains('|'), "{written}");
        }
    }
}
