//! What happens to a person who writes entries, where a picture would not show it.

use std::sync::Arc;

use glose::annotate::Matcher;
use glose::annotate::matcher::Layer;
use glose::annotate::prepared::Prepared;
use glose::app::effect::{Effect, Event, Glossaries, Order, Step, Written};
use glose::french::words::grammar_words;
use glose::glossary::change::{self, Change};
use glose::glossary::parse;
use glose::page::plan::Size;

use super::{Reader, opened};

fn reader() -> Reader {
    let mut reader = Reader::new(Size { width: 120, height: 40 });
    reader.happen(Event::Opened(Box::new(opened("phare"))));
    reader
}

/// Other glossaries: with these entries over those of the tests.
fn glossaries(own: &str) -> Event {
    let (glossary, _) = parse(include_str!("glossary.toml"));
    let layer = Layer { name: "glossary.toml".into(), glossary: parse(own).0 };
    let matcher = Arc::new(Matcher::new(Prepared::new(glossary, grammar_words()), vec![layer]));
    let own = Some("glossary.toml".into());
    Event::Glossaries(Box::new(Glossaries {
        program: matcher.clone(),
        reading: matcher,
        own,
        notice: None,
        fault: None,
    }))
}

/// The order that was given last.
fn ordered(reader: &Reader) -> Option<&Order> {
    reader.said.iter().rev().find_map(|effect| match effect {
        Effect::Write(order) => Some(&**order),
        _ => None,
    })
}

const OWN: &str = "[[entry]]\nterm = \"commune\"\npos = \"noun\"\ngender = \"f\"\ngloss = \"small town\"\n";

#[test]
fn other_glossaries_leave_the_place_and_the_term() {
    let mut reader = reader();
    reader.press("j tab tab");
    let reading = reader.app.reading.as_ref().unwrap();
    let (place, words, slots) = (reading.place(), reading.selected_words(), reading.slots().to_vec());
    assert!(words.is_some());
    reader.happen(glossaries(OWN));
    let reading = reader.app.reading.as_ref().unwrap();
    assert_eq!((reading.place(), reading.selected_words()), (place, words));
    assert_eq!(reading.slots(), slots, "nothing moves");
    reader.press("k");
    reader.rest();
    let glosses = reader.app.reading.as_ref().unwrap().glosses();
    assert!(glosses.iter().any(|gloss| gloss.head.text().contains("small town")), "the new entry is found");
}

#[test]
fn what_was_saved_is_taken_back_and_done_again() {
    let mut reader = reader();
    reader.press("u");
    assert_eq!(ordered(&reader), None, "there is nothing to take back");
    reader.press("right right right right a");
    "small town".chars().for_each(|c| reader.press(&if c == ' ' { "space".into() } else { c.to_string() }));
    reader.press("ctrl-s");
    let order = ordered(&reader).expect("it is written").clone();
    assert_eq!(order.layer, None, "to the person's own");
    let changed = change::apply("", &order.change).unwrap();
    let written = |order: Order, changed: change::Changed| {
        let (before, after) = (changed.before, changed.after);
        Event::Written(Box::new(Written { order, layer: "glossary.toml".into(), before, after }))
    };
    reader.happen(glossaries(&changed.text));
    reader.happen(written(order, changed.clone()));
    assert!(reader.app.form.is_none());

    reader.press("u");
    let undo = ordered(&reader).unwrap().clone();
    assert_eq!((undo.step, undo.layer.as_deref()), (Step::Undo, Some("glossary.toml")));
    let undone = change::apply(&changed.text, &undo.change).unwrap();
    assert_eq!(undone.text, "");
    reader.happen(written(undo, undone));

    reader.press("ctrl-r");
    let redo = ordered(&reader).unwrap().clone();
    assert!(matches!(redo.change, Change::Add(_)) && redo.step == Step::Redo);
    assert_eq!(change::apply("", &redo.change).unwrap().text, changed.text);
}

#[test]
fn every_key_in_the_form_at_every_size_draws_something() {
    let keys = "a x tab tab backspace down up shift-tab enter left right home end delete ctrl-w ctrl-k f1 esc ctrl-z { \
                enter enter enter enter enter enter enter enter enter esc tab esc esc tab e enter esc E a esc";
    for (width, height) in [(120, 40), (80, 24), (50, 20), (24, 8), (10, 3), (3, 2), (1, 1), (0, 0)] {
        let mut reader = Reader::new(Size { width: 80, height: 24 });
        reader.happen(Event::Opened(Box::new(opened("phare"))));
        reader.press("right");
        reader.happen(Event::Resize(Size { width, height }));
        for key in keys.split_whitespace() {
            reader.press(key);
            reader.happen(Event::Paste("un\u{1b}[2J\r\ndeux".into()));
            reader.buffer(&glose::tui::theme::Theme::plain());
            reader.rest();
        }
    }
}

#[test]
fn whoever_does_something_else_is_asked_again_before_it_is_thrown_away() {
    let mut reader = reader();
    let is_open = |reader: &Reader| reader.app.form.is_some();
    reader.press("tab a x");
    for keys in ["esc", "down esc", "esc y esc", "f1 esc esc", "ctrl-c", "esc"] {
        reader.press(keys);
        assert!(is_open(&reader), "{keys}");
        assert!(reader.app.message.as_deref().is_some_and(|told| told.starts_with("Not saved")), "{keys}");
        reader.press("up");
    }
    reader.press("ctrl-c esc");
    assert!(is_open(&reader), "another key is no second time");
    reader.press("esc");
    assert!(!is_open(&reader));
}

#[test]
fn other_glossaries_are_checked_again_where_their_problems_are_seen() {
    let mut reader = reader();
    let checks = |reader: &Reader| reader.said.iter().filter(|effect| **effect == Effect::Check).count();
    reader.happen(glossaries(OWN));
    assert_eq!(checks(&reader), 0);
    reader.press("!");
    reader.happen(glossaries(OWN));
    assert_eq!(checks(&reader), 2);
}
