//! A form as a draft that outlives the program, and back.

use super::{Form, Purpose, Slot};
use crate::app::draft::{Draft, Typed};
use crate::glossary::change::{entry_text, fields_of};
use crate::glossary::parse;

/// The keys of the fields that a form has.
const KEYS: [&str; 10] =
    ["term", "pos", "gender", "gloss", "level", "topic", "register", "note", "examples", "see"];

impl Form {
    /// What is written here, to be kept.
    #[must_use]
    pub fn draft(&self) -> Draft {
        let layer = match &self.purpose {
            Purpose::Edit { layer, .. } => Some(layer.clone()),
            Purpose::New | Purpose::Copy => None,
        };
        let seen = match &self.purpose {
            Purpose::Edit { seen, .. } => Some(entry_text(&fields_of(seen), "\n")),
            Purpose::Copy => Some(entry_text(&self.base, "\n")),
            Purpose::New => None,
        };
        let typed =
            |slot: &Slot| Typed { key: slot.key.to_owned(), sense: slot.sense, text: slot.field.text() };
        Draft { id: self.id.clone(), layer, seen, fields: self.slots.iter().map(typed).collect() }
    }

    /// Goes on with what was left unsaved; false where it cannot be read.
    pub fn take_draft(&mut self, draft: &Draft) -> bool {
        let seen = draft.seen.as_deref().map(|text| parse(text).0.entries.pop());
        let form = match seen {
            None => Self::empty(Purpose::New),
            Some(None) => return false,
            Some(Some(entry)) => Self::edit_entry(&entry, draft.layer.as_deref()),
        };
        let senses = draft.fields.iter().filter(|typed| typed.key == "gloss").count();
        let slots: Vec<Slot> = draft.fields.iter().filter_map(|typed| slot(typed, senses)).collect();
        if slots.is_empty() {
            return false;
        }
        let at = slots.iter().position(|slot| slot.key == "gloss").unwrap_or(0);
        let form = Self { id: draft.id.clone(), slots, at, is_taken_up: true, ..form };
        *self = form.with_sources_of(self);
        self.grow();
        true
    }
}

fn slot(typed: &Typed, senses: usize) -> Option<Slot> {
    let key = KEYS.into_iter().find(|key| *key == typed.key)?;
    let slot = Slot::new(key, typed.sense, &typed.text);
    match typed.sense {
        Some(sense) if senses > 1 => Some(Slot { label: format!("gloss {}", sense + 1), ..slot }),
        _ => Some(slot),
    }
}
