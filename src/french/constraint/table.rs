//! The constraints as rows of numbers, ready as they lie in memory.

use std::collections::BTreeSet;

use bytemuck::{Pod, Zeroable};

use super::lines::{Condition, Forms, Line, Test, lines};
use super::{Classes, Mask, MaySpeak, Profile};
use crate::french::reading::Reading;
use crate::pack::{self, Rows, Strings};

/// The table of constraints: what speaks of all words, and what speaks of certain forms.
#[derive(Clone, Debug)]
pub struct Table {
    /// The forms that some line names, sorted. A form's number is one more than its place; 0 is any other.
    forms: Strings,
    /// For the number of each form, where those of its constraints begin; one more at the end. Those of
    /// 0 speak of all words.
    starts: Rows<u32>,
    /// The numbers of constraints, in the order of the table for each form.
    of_forms: Rows<u16>,
    /// The constraints, in the order of the table.
    pub(super) constraints: Rows<Constraint>,
    /// Their conditions, those of each together, the quickest to see first.
    conditions: Rows<Row>,
    /// The sets of forms: for the number of each form, a bit for each set that has it. What is asked of one
    /// form lies together.
    sets: Rows<u64>,
    /// On how many numbers the bits of one form stand.
    width: usize,
}

/// One constraint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Pod, Zeroable)]
#[repr(C)]
pub struct Constraint {
    /// Its line in `data/constraints.txt`, from 1.
    pub line: u32,
    /// 1 when the classes are what remains, and not what goes.
    pub keeps: u32,
    /// What goes or remains.
    pub classes: Classes,
    /// Where its conditions stand among those of the table.
    conditions: [u32; 2],
}

/// One condition: each test uses of this what it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Pod, Zeroable)]
#[repr(C)]
pub struct Row {
    /// Which test: one of the numbers below.
    pub test: i16,
    /// How far away the word is: negative before it. Of [`BEFORE_WITH`], from the form that was found.
    pub offset: i16,
    /// Words that can be one of these are passed over.
    pub over: Classes,
    /// The classes or the set that are asked for.
    pub what: u32,
    /// The set of forms that may not stand between.
    pub barriers: u32,
    /// The set of which one must stand so far from the form that was found.
    pub with: u32,
}

/// All readings are of one of the classes.
pub const IS: i16 = 0;
/// One reading is; where there is no word, none is.
pub const CAN: i16 = 1;
/// No reading is, or there is no word.
pub const NOT: i16 = 2;
/// The form is in the set.
pub const IN: i16 = 3;
/// The form is not in the set, or there is no word.
pub const NONE: i16 = 4;
/// A form of the set stands before, with no barrier between.
pub const BEFORE: i16 = 5;
/// The same, and near it one of another set.
pub const BEFORE_WITH: i16 = 6;
/// No form of the set stands anywhere before.
pub const LACKS: i16 = 7;
/// No other word can be one of the classes, but behind a determiner or preposition.
pub const ALONE: i16 = 8;
/// The last word is a form of the set.
pub const ENDS: i16 = 9;

impl Default for Table {
    fn default() -> Self {
        Self::new()
    }
}

impl Table {
    /// What the lines say.
    #[must_use]
    pub fn new() -> Self {
        let lines = lines();
        let named: BTreeSet<&str> = lines.iter().flat_map(all_forms).copied().collect();
        let mut maker = Maker { forms: Strings::new(named), sets: Vec::new(), conditions: Vec::new() };
        let constraints: Vec<Constraint> = lines.iter().map(|line| maker.constraint(line)).collect();
        let mut by_form: Vec<Vec<u16>> = vec![Vec::new(); maker.forms.len() + 1];
        for (number, line) in (0..).zip(&lines) {
            match line.forms.as_slice() {
                [] => by_form[0].push(number),
                forms => forms.iter().for_each(|form| by_form[maker.number(form)].push(number)),
            }
        }
        let mut starts = vec![0];
        for numbers in &by_form {
            starts.push(starts[starts.len() - 1] + numbers.len() as u32);
        }
        Self {
            starts: starts.into(),
            of_forms: by_form.concat().into(),
            constraints: constraints.into(),
            width: maker.width(),
            sets: maker.by_form().into(),
            conditions: maker.conditions.into(),
            forms: maker.forms,
        }
    }

    /// The table as bytes, for [`Table::unpack`].
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        pack::pack(&[
            &self.forms.pack(),
            pack::bytes(&self.starts),
            pack::bytes(&self.of_forms),
            pack::bytes(&self.constraints),
            pack::bytes(&self.conditions),
            pack::bytes(&self.sets),
        ])
    }

    /// The table that was packed: nothing is copied. `None` when the bytes are not one.
    #[must_use]
    pub fn unpack(packed: &'static [u8]) -> Option<Self> {
        let [forms, starts, of_forms, constraints, conditions, sets] =
            pack::sections(packed)?.try_into().ok()?;
        let (forms, sets) = (Strings::unpack(forms)?, pack::rows(sets)?);
        Some(Self {
            width: sets.len() / (forms.len() + 1),
            forms,
            starts: pack::rows(starts)?,
            of_forms: pack::rows(of_forms)?,
            constraints: pack::rows(constraints)?,
            conditions: pack::rows(conditions)?,
            sets,
        })
    }

    /// What must be known of a folded form with these readings, wherever it stands.
    #[must_use]
    pub fn profile(&self, form: &str, readings: &[Reading]) -> Profile {
        let number = self.forms.find(form).map_or(0, |place| place + 1);
        let mut profile = Profile {
            mask: Mask::of(readings.iter().copied()),
            form: number as u32,
            constraints: Box::default(),
        };
        if !profile.mask.is_settled() {
            let own = if number == 0 { &[] } else { self.of_form(number) };
            let all = own.iter().chain(self.of_form(0)).copied();
            let may_hold = all.filter(|number| self.may_hold(*number, &profile));
            profile.constraints = may_hold.map(|number| self.may_speak_of(number)).collect();
        }
        profile
    }

    /// The constraint of that number, with what it asks for first.
    fn may_speak_of(&self, number: u16) -> MaySpeak {
        let first = self.conditions(&self.constraints[usize::from(number)]).first();
        let asks = first.filter(|row| row.test == IN && row.over == 0);
        MaySpeak { number, first: asks.map(|row| (row.offset, row.what as u16)) }
    }

    fn of_form(&self, number: usize) -> &[u16] {
        &self.of_forms[self.starts[number] as usize..self.starts[number + 1] as usize]
    }

    /// False when nothing around the word makes it what the constraint speaks of: what a word can be only
    /// grows less.
    fn may_hold(&self, number: u16, profile: &Profile) -> bool {
        let constraint = &self.constraints[usize::from(number)];
        let own = self.conditions(constraint).iter().filter(|row| row.offset == 0 && row.over == 0);
        constraint.concerns(profile.mask)
            && own.filter(|row| row.test <= NONE).all(|row| match row.test {
                IS | CAN => profile.mask.any & row.what != 0,
                IN => self.has(row.what, profile.form),
                NONE => !self.has(row.what, profile.form),
                _ => true,
            })
    }

    /// The conditions of a constraint.
    pub(super) fn conditions(&self, constraint: &Constraint) -> &[Row] {
        let [from, to] = constraint.conditions;
        &self.conditions[from as usize..to as usize]
    }

    /// True when the form of that number is in the set of that number.
    pub(super) fn has(&self, set: u32, form: u32) -> bool {
        self.sets[form as usize * self.width + set as usize / 64] >> (set % 64) & 1 != 0
    }
}

/// All forms that a line names.
fn all_forms(line: &Line) -> impl Iterator<Item = &&'static str> {
    let of_conditions = line.conditions.iter().flat_map(|condition| match condition {
        Condition::At(_, _, Test::In(forms) | Test::None(forms))
        | Condition::Lacks(forms)
        | Condition::Ends(forms) => vec![forms],
        Condition::Before(wanted, barriers, None) => vec![wanted, barriers],
        Condition::Before(wanted, barriers, Some((_, near))) => vec![wanted, barriers, near],
        Condition::At(..) | Condition::Alone(_) => Vec::new(),
    });
    line.forms.iter().chain(of_conditions.flatten())
}

/// The table that is being made.
struct Maker {
    forms: Strings,
    /// The numbers of the forms of each set, sorted.
    sets: Vec<BTreeSet<usize>>,
    conditions: Vec<Row>,
}

impl Maker {
    /// How many numbers of 64 bits have a bit for each set.
    fn width(&self) -> usize {
        self.sets.len().div_ceil(64)
    }

    /// For each form by its number, the bits of the sets that have it: none for 0, which no set names.
    fn by_form(&self) -> Vec<u64> {
        let width = self.width();
        let mut bits = vec![0; width * (self.forms.len() + 1)];
        for (set, forms) in self.sets.iter().enumerate() {
            forms.iter().for_each(|form| bits[form * width + set / 64] |= 1 << (set % 64));
        }
        bits
    }

    fn constraint(&mut self, line: &Line) -> Constraint {
        let from = self.conditions.len() as u32;
        for condition in &line.conditions {
            let row = self.row(condition);
            self.conditions.push(row);
        }
        Constraint {
            line: line.number as u32,
            keeps: line.keeps.into(),
            classes: line.classes,
            conditions: [from, self.conditions.len() as u32],
        }
    }

    fn row(&mut self, condition: &Condition) -> Row {
        match condition {
            Condition::At(offset, over, test) => {
                let (test, what) = match test {
                    Test::Is(classes) => (IS, *classes),
                    Test::Can(classes) => (CAN, *classes),
                    Test::Not(classes) => (NOT, *classes),
                    Test::In(forms) => (IN, self.set(forms)),
                    Test::None(forms) => (NONE, self.set(forms)),
                };
                Row { test, what, offset: *offset as i16, over: *over, ..Row::zeroed() }
            }
            Condition::Before(wanted, barriers, near) => {
                let (what, barriers) = (self.set(wanted), self.set(barriers));
                let plain = Row { test: BEFORE, what, barriers, ..Row::zeroed() };
                near.as_ref().map_or(plain, |(offset, forms)| {
                    let with = self.set(forms);
                    Row { test: BEFORE_WITH, offset: *offset as i16, with, ..plain }
                })
            }
            Condition::Lacks(forms) => Row { test: LACKS, what: self.set(forms), ..Row::zeroed() },
            Condition::Alone(classes) => Row { test: ALONE, what: *classes, ..Row::zeroed() },
            Condition::Ends(forms) => Row { test: ENDS, what: self.set(forms), ..Row::zeroed() },
        }
    }

    /// The number of the set of these forms.
    fn set(&mut self, forms: &Forms) -> u32 {
        let set = forms.iter().map(|form| self.number(form)).collect();
        let known = self.sets.iter().position(|other| *other == set);
        known.unwrap_or_else(|| {
            self.sets.push(set);
            self.sets.len() - 1
        }) as u32
    }

    /// The number of a form that is named.
    fn number(&self, form: &str) -> usize {
        self.forms.find(form).map_or(0, |place| place + 1)
    }
}
