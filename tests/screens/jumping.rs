//! Back to where one came from, and what was searched for before.

use glose::app::effect::{Effect, Event, Place};
use glose::app::searches::Searches;
use glose::app::trail::{Spot, Trail};
use glose::page::plan::Size;

use super::{Reader, opened};

fn reader() -> Reader {
    let mut reader = Reader::new(Size { width: 80, height: 24 });
    reader.happen(Event::Opened(Box::new(opened("phare"))));
    reader
}

/// The article and the block one is at.
fn at(reader: &Reader) -> (&str, usize) {
    let reading = reader.app.reading.as_ref().unwrap();
    (&reading.id, reading.place().block)
}

#[test]
fn one_goes_back_to_where_one_jumped_from_and_forward_again() {
    let mut reader = reader();
    reader.press("j");
    let second = at(&reader).1;
    reader.press("G");
    let last = at(&reader).1;
    reader.press("/ p h a r e enter");
    let found = at(&reader).1;
    assert!(found != last && second != last);
    reader.press("ctrl-o");
    assert_eq!(at(&reader).1, last);
    reader.press("H");
    assert_eq!(at(&reader).1, second);
    reader.press("H");
    assert_eq!(reader.app.message.as_deref(), Some("There is no earlier place."));
    reader.press("L");
    assert_eq!(at(&reader).1, last);
    reader.press("alt-right");
    assert_eq!(at(&reader).1, found);
    reader.press("L");
    assert_eq!(reader.app.message.as_deref(), Some("There is no later place."));
}

#[test]
fn one_goes_back_to_another_article() {
    let mut reader = reader();
    reader.press("j j");
    let before = at(&reader).1;
    reader.press("o m a r c h e enter");
    assert_eq!(at(&reader).0, "marche");
    reader.press("ctrl-o");
    assert_eq!(at(&reader), ("phare", before));
    reader.press("L");
    assert_eq!(at(&reader).0, "marche");
    assert!(
        reader.said.iter().any(|effect| matches!(effect, Effect::SaveJump(Spot { id, .. }) if id == "phare"))
    );
}

#[test]
fn a_place_that_was_searched_for_is_kept() {
    let mut reader = reader();
    reader.happen(Event::Idle);
    reader.press("/ d o u z e enter q");
    let found = reader.app.reading.as_ref().unwrap().place();
    assert!(found.block > 0);
    assert!(reader.said.contains(&Effect::SavePlace("phare".into(), found)));
}

#[test]
fn steps_are_no_jumps() {
    let mut reader = reader();
    reader.press("j j k tab tab right v esc esc pgdn pgup t / z z z enter / p h a r e esc");
    assert!(!reader.said.iter().any(|effect| matches!(effect, Effect::SaveJump(_))));
}

#[test]
fn what_was_left_in_another_session_is_gone_back_to() {
    let mut reader = reader();
    reader.app.trail = Trail::new(vec![Spot { id: "marche".into(), block: 1, byte: 9_999 }]);
    reader.press("ctrl-o");
    assert_eq!(at(&reader).0, "marche");
    let place: Place = reader.app.reading.as_ref().unwrap().place();
    assert!(place.byte < 9_999, "a text may have become shorter");
}

#[test]
fn an_article_that_is_gone_is_told_once() {
    let mut reader = reader();
    reader.app.trail = Trail::new(vec![Spot { id: "marche".into(), block: 1, byte: 0 }]);
    // As the shell answers when the file is no longer there.
    let effects = glose::app::update::update(
        &mut reader.app,
        Event::Key(glose::app::keymap::Chord::parse("H").unwrap()),
    );
    assert_eq!(effects, [Effect::Open("marche".into())]);
    reader.happen(Event::Failed("no such file".into()));
    assert_eq!((at(&reader).0, reader.app.message.as_deref()), ("phare", Some("no such file")));
    reader.press("H");
    assert_eq!(reader.app.message.as_deref(), Some("There is no earlier place."));
}

#[test]
fn earlier_searches_come_back_in_the_field() {
    let mut reader = reader();
    reader.app.searches = Searches::new(vec!["gardien".into(), "maire".into()]);
    reader.press("/ p h up");
    let field = |reader: &Reader| reader.app.reading.as_ref().unwrap().find.input.text().to_owned();
    assert_eq!(field(&reader), "maire");
    reader.press("up");
    assert_eq!(field(&reader), "gardien");
    reader.press("up");
    assert_eq!(field(&reader), "gardien");
    reader.press("down down");
    assert_eq!(field(&reader), "ph");
    reader.press("a r e tab enter / up");
    assert_eq!(field(&reader), "phare");
    assert!(reader.said.contains(&Effect::SaveSearch("phare".into())));
}
