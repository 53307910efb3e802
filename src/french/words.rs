//! The words that no glossary has to repeat, from their tables: the grammar words of French, a closed
//! class, and common lemmas of the open ones.

use super::lexicon::Word;
use super::paradigm::{Ending, Paradigm, Stem};
use super::reading::{Cells, Gender, Upos};

/// The table: `POS lemma form:cells …`, one lemma a line; `#` begins a comment.
const TABLE: &str = include_str!("data/words.txt");

/// The grammar words, with their forms, in the order of the table.
///
/// A line that cannot be read is left out; a test sees that there is none.
pub fn grammar_words() -> impl Iterator<Item = Word> {
    TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).filter_map(word)
}

/// Common lemmas of the open classes that a glossary may have no entry for: *abdominal*, *abbaye*.
const FURTHER: &str = include_str!("data/lemmas.txt");

/// Lemmas beyond those of a glossary: each with its part of speech and, of a noun, its gender.
///
/// A line that cannot be read is left out; a test sees that there is none.
pub fn further_lemmas() -> impl Iterator<Item = (&'static str, Upos, Option<Gender>)> {
    let lines = FURTHER.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(' ')).flat_map(|(class, lemmas)| {
        let class = further_class(class);
        lemmas.split_whitespace().filter_map(move |lemma| class.map(|(upos, gender)| (lemma, upos, gender)))
    })
}

/// `ADJ`, `NOUN.m`, `NOUN.f`, `VERB`, `PROPN`.
fn further_class(name: &str) -> Option<(Upos, Option<Gender>)> {
    match name.split_once('.') {
        None => Some((Upos::from_tag(name)?, None)),
        Some((upos, "m")) => Some((Upos::from_tag(upos)?, Some(Gender::Masculine))),
        Some((upos, "f")) => Some((Upos::from_tag(upos)?, Some(Gender::Feminine))),
        Some(_) => None,
    }
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
    fn every_further_lemma_is_read() {
        let lines = FURTHER.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let lemmas: usize = lines.map(|line| line.split_whitespace().count() - 1).sum();
        assert_eq!(further_lemmas().count(), lemmas);
        assert!(further_lemmas().any(|found| found == ("zoologie", Upos::Noun, Some(Gender::Feminine))));
    }

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        for line in lines {
            assert!(word(line).is_some_and(|word| !word.paradigm.stems.is_empty()), "{line}");
        }
    }
}
