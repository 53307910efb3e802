//! The lines of `data/constraints.txt` as people write them.
//!
//! Knows how they are written, and no sentence.

use rustc_hash::FxHashMap;

use super::{Classes, FEATURES};
use crate::french::reading::Upos;

/// The table, for people.
const TABLE: &str = include_str!("../data/constraints.txt");

/// Folded forms: one, several, or those of a set.
pub type Forms = Vec<&'static str>;

/// One line of the table.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number in the table, from 1.
    pub number: usize,
    /// True when the classes are what remains, and not what goes.
    pub keeps: bool,
    pub classes: Classes,
    /// The forms it speaks of; none for all.
    pub forms: Forms,
    pub conditions: Vec<Condition>,
}

/// What must hold for a constraint to apply.
#[derive(Debug, PartialEq, Eq)]
pub enum Condition {
    /// A word so far away, those that can be one of the classes passed over, passes the test.
    At(isize, Classes, Test),
    /// One of the first forms stands before, with none of the others between; so far from it stands one
    /// of these, where that is asked.
    Before(Forms, Forms, Option<(isize, Forms)>),
    /// None of these forms stands anywhere before.
    Lacks(Forms),
    /// No other word of the sentence can be one of the classes, but behind a determiner or preposition.
    Alone(Classes),
    /// The sentence ends with one of these forms.
    Ends(Forms),
}

/// What a word may have to be.
#[derive(Debug, PartialEq, Eq)]
pub enum Test {
    /// All its readings are of one of the classes.
    Is(Classes),
    /// One of its readings is; where there is no word, none is.
    Can(Classes),
    /// None of its readings is, or there is no word.
    Not(Classes),
    /// It is one of these forms.
    In(Forms),
    /// It is none of these forms, or there is no word.
    None(Forms),
}

impl Condition {
    /// How soon it is looked at: first what is seen at once, and of that first what seldom holds.
    fn turn(&self) -> usize {
        match self {
            Self::At(_, 0, Test::In(_)) => 0,
            Self::At(_, 0, Test::Can(_) | Test::Not(_)) => 1,
            Self::At(_, 0, Test::None(_)) => 2,
            Self::At(..) => 3,
            Self::Before(..) | Self::Lacks(_) | Self::Ends(_) => 4,
            Self::Alone(_) => 5,
        }
    }
}

/// The sets of forms that several lines speak of, by name.
type Sets = FxHashMap<&'static str, Forms>;

/// All lines of the table, in its order.
pub fn lines() -> Vec<Line> {
    let sets = TABLE.lines().filter_map(set).collect();
    let lines = (1..).zip(TABLE.lines());
    lines.filter_map(|(number, written)| line(number, written, &sets)).collect()
}

/// Why the line of that number is there, with an example.
pub fn reason(number: usize) -> &'static str {
    let line = TABLE.lines().nth(number - 1);
    line.and_then(|line| line.split_once('|')).map_or("", |(_, reason)| reason.trim())
}

/// One line: `drop NOUN of est if -1 not DET, +1 is PP | reason`; none of a comment.
fn line(number: usize, written: &'static str, sets: &Sets) -> Option<Line> {
    let (rule, _) = written.split_once('|')?;
    let (what, conditions) = rule.split_once(" if ")?;
    let mut words = what.split_whitespace();
    let keeps = match words.next()? {
        "keep" => true,
        "drop" => false,
        _ => return None,
    };
    let classes = named(words.next()?)?;
    let forms = match words.next() {
        Some("of") => forms(words.next()?, sets),
        _ => Forms::new(),
    };
    let conditions = conditions.split(", ").map(|written| condition(written, sets));
    let mut conditions = conditions.collect::<Option<Vec<_>>>()?;
    conditions.sort_by_key(Condition::turn);
    Some(Line { number, keeps, classes, forms, conditions })
}

/// `-1 is DET`, `+1~ADV can PP`, `before ne/n' without pas/plus`.
fn condition(written: &'static str, sets: &Sets) -> Option<Condition> {
    let forms = |written| forms(written, sets);
    let words: Vec<&str> = written.split_whitespace().collect();
    match words.as_slice() {
        ["before", wanted, "without", barriers] => {
            Some(Condition::Before(forms(wanted), forms(barriers), None))
        }
        ["before", wanted, "without", barriers, "with", offset, "in", what] => {
            let with = (offset.parse().ok()?, forms(what));
            Some(Condition::Before(forms(wanted), forms(barriers), Some(with)))
        }
        ["lacks", unwanted] => Some(Condition::Lacks(forms(unwanted))),
        ["alone", classes] => Some(Condition::Alone(named(classes)?)),
        ["ends", wanted] => Some(Condition::Ends(forms(wanted))),
        [place, test, what] => {
            let (offset, over) = place.split_once('~').map_or((*place, None), |(at, over)| (at, Some(over)));
            let test = match *test {
                "is" => Test::Is(named(what)?),
                "can" => Test::Can(named(what)?),
                "not" => Test::Not(named(what)?),
                "in" => Test::In(forms(what)),
                "none" => Test::None(forms(what)),
                _ => return None,
            };
            Some(Condition::At(offset.parse().ok()?, over.map_or(Some(0), named)?, test))
        }
        _ => None,
    }
}

/// Forms parted by `/`; `comma` is the sign, which parts conditions, and a name in capitals stands for
/// the forms of its `set`.
fn forms(written: &'static str, sets: &Sets) -> Forms {
    let one = |form: &'static str| match sets.get(form) {
        Some(set) => set.clone(),
        None => vec![if form == "comma" { "," } else { form }],
    };
    written.split('/').flat_map(one).collect()
}

/// One line: `set TO_HAVE a/ont/avait`; none of another.
fn set(written: &'static str) -> Option<(&'static str, Forms)> {
    let mut words = written.split('|').next()?.split_whitespace();
    let name = words.next().filter(|first| *first == "set").and_then(|_| words.next())?;
    Some((name, words.flat_map(|forms| forms.split('/')).collect()))
}

/// The classes named, parted by `/`.
fn named(written: &str) -> Option<Classes> {
    let one = |name: &str| {
        let feature = || {
            let number = FEATURES.iter().position(|(feature, _)| *feature == name)?;
            Some(1 << (Upos::ALL.len() + number))
        };
        let all = (name == "any").then_some(Classes::MAX);
        all.or_else(|| Upos::from_tag(name).map(|upos| 1 << upos as u32)).or_else(feature)
    };
    written.split('/').map(one).try_fold(0, |all, one| Some(all | one?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read_and_has_a_reason() {
        let sets = TABLE.lines().filter_map(set).collect();
        let lines = (1..).zip(TABLE.lines());
        for (number, written) in lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            let is_line = line(number, written, &sets).is_some() && !reason(number).is_empty();
            assert!(is_line || set(written).is_some(), "{written}");
        }
    }
}
