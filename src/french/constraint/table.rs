//! The lines of `data/constraints.txt` as constraints.
//!
//! Knows how they are written, and no sentence.

use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::{Classes, Condition, Constraint, FEATURES, Forms, Place, Test};
use crate::french::reading::Upos;

/// The table, for people.
const LINES: &str = include_str!("../data/constraints.txt");

/// The table: what speaks of all words, and what speaks of certain forms.
pub struct Table {
    /// The constraints of all words, in their order.
    pub general: Vec<&'static Constraint>,
    /// The constraints of certain forms, in their order.
    pub by_form: FxHashMap<&'static str, Vec<&'static Constraint>>,
}

static CONSTRAINTS: LazyLock<Vec<Constraint>> = LazyLock::new(|| {
    let lines = LINES.lines();
    lines.enumerate().filter_map(|(number, line)| constraint(number + 1, line)).collect()
});

/// The sets of forms that several lines speak of, by name.
static SETS: LazyLock<FxHashMap<&'static str, Vec<&'static str>>> =
    LazyLock::new(|| LINES.lines().filter_map(set).collect());

/// The whole table, made ready.
pub static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let named = CONSTRAINTS.iter().map(|constraint| constraint.forms.len()).sum();
    let mut by_form: FxHashMap<_, Vec<_>> = FxHashMap::with_capacity_and_hasher(named, FxBuildHasher);
    for constraint in CONSTRAINTS.iter() {
        for form in constraint.forms.iter() {
            by_form.entry(*form).or_default().push(constraint);
        }
    }
    Table { general: CONSTRAINTS.iter().filter(|constraint| constraint.forms.is_empty()).collect(), by_form }
});

/// One line: `drop NOUN of est if -1 not DET, +1 is PP | reason`; none of a comment.
fn constraint(line: usize, written: &'static str) -> Option<Constraint> {
    let (rule, reason) = written.split_once('|')?;
    let (what, conditions) = rule.split_once(" if ")?;
    let mut words = what.split_whitespace();
    let keeps = match words.next()? {
        "keep" => true,
        "drop" => false,
        _ => return None,
    };
    let classes = named(words.next()?)?;
    let forms = match words.next() {
        Some("of") => forms(words.next()?),
        _ => Forms::default(),
    };
    let mut conditions = conditions.split(", ").map(condition).collect::<Option<Vec<_>>>()?;
    conditions.sort_by_key(Condition::price);
    Some(Constraint { line, reason: reason.trim(), keeps, classes, forms, conditions })
}

/// `-1 is DET`, `+1~ADV can PP`, `before ne/n' without pas/plus`.
fn condition(written: &'static str) -> Option<Condition> {
    let words: Vec<&str> = written.split_whitespace().collect();
    match words.as_slice() {
        ["before", wanted, "without", barriers] => {
            Some(Condition::Before(forms(wanted), forms(barriers), None))
        }
        ["before", wanted, "without", barriers, "with", offset, "in", what] => {
            let test = (offset.parse().ok()?, Test::In(forms(what)));
            Some(Condition::Before(forms(wanted), forms(barriers), Some(test)))
        }
        ["lacks", unwanted] => Some(Condition::Lacks(forms(unwanted))),
        [place, test, what] => {
            let (offset, over) = place.split_once('~').map_or((*place, None), |(at, over)| (at, Some(over)));
            let place = Place { offset: offset.parse().ok()?, over: over.map_or(Some(0), named)? };
            let test = match *test {
                "is" => Test::Is(named(what)?),
                "can" => Test::Can(named(what)?),
                "not" => Test::Not(named(what)?),
                "in" => Test::In(forms(what)),
                "none" => Test::None(forms(what)),
                _ => return None,
            };
            Some(Condition::At(place, test))
        }
        _ => None,
    }
}

/// Forms parted by `/`; `comma` is the sign, which parts conditions, and a name in capitals stands for
/// the forms of its `set`.
fn forms(written: &'static str) -> Forms {
    if let Some(set) = set_named(written) {
        return Forms::Borrowed(set);
    }
    let mut forms = Vec::with_capacity(written.bytes().filter(|byte| *byte == b'/').count() + 1);
    for form in written.split('/') {
        match set_named(form) {
            Some(set) => forms.extend_from_slice(set),
            None => forms.push(if form == "comma" { "," } else { form }),
        }
    }
    forms.into()
}

/// The set of that name, which is written in capitals.
fn set_named(name: &str) -> Option<&'static Vec<&'static str>> {
    if name.starts_with(|first: char| first.is_ascii_uppercase()) { SETS.get(name) } else { None }
}

/// One line: `set TO_HAVE a/ont/avait`; none of another.
fn set(written: &'static str) -> Option<(&'static str, Vec<&'static str>)> {
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
        Upos::from_tag(name).map(|upos| 1 << upos as u32).or_else(feature)
    };
    written.split('/').map(one).try_fold(0, |all, one| Some(all | one?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_constraint_is_read_and_has_a_reason() {
        let lines = LINES.lines().enumerate();
        for (number, line) in lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            let read = constraint(number + 1, line);
            assert!(read.is_some_and(|read| !read.reason.is_empty()) || set(line).is_some(), "{line}");
        }
    }
}
