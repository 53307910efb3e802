//! How a form begins: from words of a text, or from an entry that is there.

use super::{Form, Live, Places, Purpose, Slot};
use crate::annotate::headword::propose;
use crate::app::screen::reading::{Reading, Ready};
use crate::french::reading::Gender;
use crate::glossary::change::fields_of;
use crate::glossary::{Entry, Level, Pos};
use crate::lint::printed;
use crate::text::span::Span;

impl Form {
    /// A form for the words that are selected, or the term; none where there is no word.
    #[must_use]
    pub fn add(reading: &Reading) -> Option<Self> {
        let block = reading.focus();
        let text = &reading.block(block)?.text;
        let annotated = reading.ready(block).and_then(Ready::annotated)?;
        let words = reading.selected_words()?;
        let proposal = propose(text, annotated, words, reading.matcher())?;
        let sentence = annotated.sentences.iter().copied().find(|sentence| sentence.contains(words.start));
        let example = braced(text, sentence.unwrap_or(words), &[words]);
        let mut form = Self::empty(Purpose::New);
        form.slots = vec![
            Slot::new("term", None, &proposal.term),
            Slot::new("pos", None, proposal.pos.key()),
            Slot::new("gender", None, proposal.gender.map_or("", Gender::key)),
            Slot::new("gloss", Some(0), ""),
            Slot::new("level", None, ""),
            Slot::new("topic", None, ""),
            Slot::new("register", None, ""),
            Slot::new("note", None, ""),
            Slot::new("examples", None, &example),
            Slot::new("see", None, ""),
        ];
        if proposal.pos != Pos::Noun {
            form.slots.remove(2);
        }
        form.at = form.slots.iter().position(|slot| slot.key == "gloss").unwrap_or(0);
        form.origin = Some((block, words));
        form.id = format!("new {}", proposal.term);
        form.grow();
        Some(form)
    }

    /// A form for an entry of the layer called `layer`; none: of the built-in one.
    #[must_use]
    pub fn edit_entry(entry: &Entry, layer: Option<&str>) -> Self {
        let (purpose, id) = match layer {
            Some(layer) => (
                Purpose::Edit { layer: layer.to_owned(), seen: Box::new(entry.clone()) },
                format!("{layer} {} {}", entry.term, entry.pos.key()),
            ),
            None => (Purpose::Copy, format!("copy {} {}", entry.term, entry.pos.key())),
        };
        let mut form = Self { id, ..Self::empty(purpose) };
        form.fill(entry);
        form
    }

    /// The same with what `other` knows of the library and of the glossaries.
    pub(super) fn with_sources_of(self, other: &mut Self) -> Self {
        let mut live = std::mem::take(&mut other.live);
        live.forget();
        Self { live, ..self }
    }

    /// Fills the fields with what `entry` says.
    fn fill(&mut self, entry: &Entry) {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let mut slots = vec![
            Slot::new("term", None, &entry.term),
            Slot::new("pos", None, entry.pos.key()),
            Slot::new("gender", None, entry.gender.map_or("", Gender::key)),
        ];
        for (number, sense) in entry.senses.iter().enumerate() {
            let slot = Slot::new("gloss", Some(number), &sense.gloss);
            let label = if entry.senses.len() > 1 { format!("gloss {}", number + 1) } else { slot.label };
            slots.push(Slot { label, ..slot });
        }
        slots.push(Slot::new("level", None, entry.level.map_or("", Level::key)));
        slots.push(Slot::new("topic", None, &text(&entry.topic)));
        slots.push(Slot::new("register", None, &text(&entry.register)));
        slots.push(Slot::new("note", None, &text(&entry.note)));
        let examples = entry.examples.iter().map(String::as_str).chain([""]);
        slots.extend(examples.map(|example| Slot::new("examples", None, example)));
        slots.push(Slot::new("see", None, &entry.see.join(", ")));
        if entry.pos != Pos::Noun && entry.gender.is_none() {
            slots.remove(2);
        }
        self.at = slots.iter().position(|slot| slot.key == "gloss").unwrap_or(0);
        self.slots = slots;
        self.base = fields_of(entry);
    }

    pub(super) fn empty(purpose: Purpose) -> Self {
        Self {
            purpose,
            live: Live::default(),
            conflict: None,
            id: String::new(),
            leaving: None,
            lines: Vec::new(),
            places: Places::default(),
            slots: Vec::new(),
            at: 0,
            base: Vec::new(),
            origin: None,
            is_taken_up: false,
        }
    }

    /// Puts the braces of the first example around what the entry finds there, as long as nobody has
    /// touched them.
    pub(super) fn brace(&mut self, text: &str, sentence: Span, found: &[Span]) {
        let slot = self.slots.iter_mut().find(|slot| slot.key == "examples");
        if let Some(slot) = slot.filter(|slot| !slot.field.is_changed()) {
            *slot = Slot::new("examples", None, &braced(text, sentence, found));
        }
    }
}

/// A sentence with braces around these words, set as the French print it.
fn braced(text: &str, sentence: Span, words: &[Span]) -> String {
    let mut example = String::new();
    let mut from = sentence.start;
    for span in words.iter().filter(|span| span.start >= sentence.start && span.end <= sentence.end) {
        example += &text[from..span.start];
        example += &format!("{{{}}}", span.of(text));
        from = span.end;
    }
    example += &text[from..sentence.end.max(from)];
    printed(&example.trim().replace('\n', " "))
}
