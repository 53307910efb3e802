//! The form in which a person writes an entry: what is typed, what saving would do, and beside it
//! what the entry would find.
//!
//! Knows no file: it makes an order to whoever has them, and is told what came of it.

mod complete;
mod draft;
mod field;
mod live;
mod settle;
mod start;
mod wordbook;

use crate::app::action::Action;
use crate::app::effect::{Order, Step};
use crate::app::keymap::{Chord, Key};
use crate::glossary::Entry;
use crate::glossary::change::{self, Change, Refusal, entry_text};
use crate::text::span::Span;

pub use live::{Found, Live, Sources};
pub use settle::{LABEL, Line, Places};
pub use wordbook::Wordbook;

use field::Field;

/// An entry being written.
#[derive(Debug)]
pub struct Form {
    /// What saving does.
    pub purpose: Purpose,
    /// What the entry would find, and what the checks say.
    pub live: Live,
    /// What somebody else wrote meanwhile.
    pub conflict: Option<Conflict>,
    /// What tells it from forms for other entries: `new phare`.
    pub id: String,
    /// With which action a person would have left it, before they were asked whether to throw away
    /// what they wrote.
    pub leaving: Option<Action>,
    /// Its rows, at the size of the screen.
    pub lines: Vec<Line>,
    /// Where what is on the screen.
    pub places: Places,
    slots: Vec<Slot>,
    at: usize,
    /// All that the entry said, with the keys that the form does not show.
    base: Vec<change::Field>,
    /// Where the words were selected from which it was begun.
    origin: Option<(usize, Span)>,
    /// True of what was left unsaved before.
    is_taken_up: bool,
}

/// What saving does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Adds an entry to the person's own glossary.
    New,
    /// Changes an entry where it stands.
    Edit {
        /// The layer.
        layer: String,
        /// The entry as it was.
        seen: Box<Entry>,
    },
    /// Adds a changed copy of a built-in entry to the person's own glossary.
    Copy,
}

/// The entry as somebody else wrote it, and as the person here would.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Why there is one.
    pub reason: Reason,
    /// Theirs; none when they took it out.
    pub theirs: Option<change::Written>,
    /// Ours.
    pub ours: String,
}

/// Why there are two of one entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Somebody else has changed it, or has taken it out.
    Changed,
    /// The glossary has it already.
    Twin,
}

/// A key of the entry with its field.
#[derive(Debug)]
struct Slot {
    key: &'static str,
    sense: Option<usize>,
    label: String,
    field: Field,
}

impl Form {
    /// Does what `chord` does to the text of the active field; false when it does nothing.
    pub fn edit(&mut self, chord: Chord) -> bool {
        self.leaving = None;
        let is_right = chord == Chord::plain(Key::Right);
        if self.conflict.is_some() || is_right && self.complete() {
            return true;
        }
        let is_edited = self.slots[self.at].field.edit(chord);
        self.touched();
        is_edited
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) {
        let text = text.trim_end_matches(['\r', '\n']).replace("\r\n", " ").replace(['\r', '\n'], " ");
        self.slots[self.at].field.insert(&text);
        self.touched();
    }

    /// To the next field; first takes a completion that is offered.
    pub fn next_field(&mut self) {
        if !self.complete() {
            self.at = (self.at + 1) % self.slots.len();
        }
    }

    /// To the field below.
    pub fn lower_field(&mut self) {
        self.at = (self.at + 1).min(self.slots.len() - 1);
    }

    /// To the previous field.
    pub fn previous_field(&mut self) {
        self.at = self.at.checked_sub(1).unwrap_or(self.slots.len() - 1);
    }

    /// To the next field; true at the last, where there is none.
    pub fn is_finished(&mut self) -> bool {
        let is_last = self.at + 1 == self.slots.len();
        self.lower_field();
        is_last
    }

    /// True when something was written that is not kept.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.is_taken_up || self.slots.iter().any(|slot| slot.field.is_changed())
    }

    /// What is to be written; over what somebody else wrote, once the person has seen that.
    #[must_use]
    pub fn order(&self) -> Order {
        let theirs = self.conflict.as_ref().map(|conflict| conflict.theirs.clone());
        let layer = match &self.purpose {
            Purpose::Edit { layer, .. } => Some(layer.clone()),
            Purpose::New | Purpose::Copy => None,
        };
        let change = match (theirs, &self.purpose) {
            (Some(Some(theirs)), _) => {
                Change::Set { seen: Box::new(theirs.entry), fields: self.all_fields() }
            }
            (Some(None), _) | (None, Purpose::New | Purpose::Copy) => Change::Add(self.all_fields()),
            (None, Purpose::Edit { seen, .. }) => {
                Change::Set { seen: seen.clone(), fields: self.typed_fields() }
            }
        };
        Order { layer, change, step: Step::Save }
    }

    /// Learns why the order was not followed; what to tell the person, where it is no conflict.
    pub fn refused(&mut self, refusal: Refusal) -> Option<String> {
        let ours = self.text();
        let (reason, theirs) = match refusal {
            Refusal::Conflict(theirs) => (Reason::Changed, Some(*theirs)),
            Refusal::Duplicate(theirs) => (Reason::Twin, Some(*theirs)),
            Refusal::Gone => (Reason::Changed, None),
            other => return Some(format!("Not saved: {other}.")),
        };
        self.conflict = Some(Conflict { reason, theirs, ours });
        None
    }

    /// Begins again with what is in the file; `own` is the layer to which new entries go. False where
    /// there is nothing to take.
    pub fn take_theirs(&mut self, own: Option<&str>) -> bool {
        let Some(Conflict { theirs: Some(theirs), .. }) = self.conflict.take() else { return false };
        let layer = match &self.purpose {
            Purpose::Edit { layer, .. } => Some(layer.clone()),
            Purpose::New | Purpose::Copy => own.map(str::to_owned),
        };
        *self = Self::edit_entry(&theirs.entry, layer.as_deref()).with_sources_of(self);
        true
    }

    /// The entry as it would be written.
    #[must_use]
    pub fn text(&self) -> String {
        entry_text(&self.all_fields(), "\n")
    }

    /// What the active field is.
    #[must_use]
    pub fn active(&self) -> (&'static str, usize) {
        (self.slots[self.at].key, self.at)
    }

    /// Whatever was known of the entry must be found out anew.
    fn touched(&mut self) {
        self.live.forget();
        self.grow();
    }

    /// After the last example there is always an empty one.
    fn grow(&mut self) {
        const MOST: usize = 12;
        let examples = self.slots.iter().filter(|slot| slot.key == "examples");
        let last = self.slots.iter().rposition(|slot| slot.key == "examples");
        let is_written = |at: &usize| !self.slots[*at].field.text().trim().is_empty();
        if let Some(last) = last.filter(is_written).filter(|_| examples.count() < MOST) {
            self.slots.insert(last + 1, Slot::new("examples", None, ""));
        }
    }

    /// What the fields say.
    fn typed_fields(&self) -> Vec<change::Field> {
        let texts = |key| self.slots.iter().filter(move |slot| slot.key == key).map(|slot| slot.field.text());
        let mut fields: Vec<change::Field> = Vec::new();
        for slot in &self.slots {
            let field = match slot.key {
                "examples" if fields.iter().any(|field| field.key == "examples") => continue,
                "examples" => change::Field::texts("examples", &texts("examples").collect::<Vec<_>>()),
                "see" => {
                    let see: Vec<String> = slot.field.text().split(',').map(str::to_owned).collect();
                    change::Field::texts("see", &see)
                }
                key => change::Field::text((key, &slot.field.text())),
            };
            fields.push(change::Field { sense: slot.sense, ..field });
        }
        fields
    }

    /// What the fields say, with what the entry says that the form does not show.
    fn all_fields(&self) -> Vec<change::Field> {
        let mut fields = self.typed_fields();
        let is_typed = |known: &&change::Field| {
            !fields.iter().any(|field| (field.sense, field.key) == (known.sense, known.key))
        };
        let others: Vec<change::Field> = self.base.iter().filter(is_typed).cloned().collect();
        fields.extend(others);
        fields
    }
}

impl Slot {
    fn new(key: &'static str, sense: Option<usize>, text: &str) -> Self {
        let label = if key == "examples" { "example" } else { key };
        Self { key, sense, label: label.to_owned(), field: Field::new(text) }
    }
}
