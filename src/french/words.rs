//! The grammar words of French, from their table: a closed class that no glossary has to repeat.

use super::lexicon::Word;
use super::paradigm::{Ending, Paradigm, Stem};
use super::reading::{Cells, Upos};

/// The table: `POS lemma form:cells …`, one lemma a line; `#` begins a comment.
const TABLE: &str = include_str!("data/words.txt");

/// The grammar words, with their forms, in the order of the table.
///
/// A line that cannot be read is left out; a test sees that there is none.
pub fn grammar_words() -> impl Iterator<Item = Word> {
    TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).filter_map(word)
}

fn word(line: &str) -> Option<Word> {
    let mut fields = line.split_whitespace();
    let upos = Upos::from_tag(fields.next()?)?;
    let lemma = fields.next()?.to_owned();
    let stems = fields.map(stem).collect::<Option<Vec<_>>>()?;
    Some(Word { lemma, upos, paradigm: Paradigm { stems } })
}

/// A form with its cells, as a stem without ending.
fn stem(field: &str) -> Option<Stem> {
    let (form, names) = field.split_once(':').unwrap_or((field, ""));
    let mut cells = Cells::NONE;
    for name in names.split(',').filter(|name| !name.is_empty()) {
        cells |= Cells::from_name(name)?;
    }
    Some(Stem { text: form.into(), endings: vec![Ending { text: String::new(), cells }] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        for line in lines {
            assert!(word(line).is_some_and(|word| !word.paradigm.stems.is_empty()), "{line}");
        }
    }
}
