//! What happens to a person who reads, where a picture would not show it.

use std::sync::Arc;

use glose::app::Overlay;
use glose::app::effect::{Effect, Event, Opened, Place, Turn};
use glose::article::Article;
use glose::page::plan::Size;
use glose::tui::theme::Theme;

use super::{Reader, opened, text};

#[test]
fn a_place_outlives_every_size() {
    let mut reader = Reader::new(Size { width: 120, height: 40 });
    reader.happen(Event::Opened(Box::new(opened("phare"))));
    reader.press("j j right right right right right");
    let place = reader.app.reading.as_ref().unwrap().place();
    for (width, height) in [(80, 24), (50, 20), (10, 3), (1, 1), (0, 0), (200, 60), (33, 7)] {
        reader.happen(Event::Resize(Size { width, height }));
        reader.buffer(&Theme::plain());
        let reading = reader.app.reading.as_ref().unwrap();
        assert_eq!(reading.place(), place, "{width}x{height}");
        let row = reading.row_of(place.byte);
        assert!(
            width == 0
                || row.is_some_and(|row| (0..i32::from(reading.plan.text.height.max(1))).contains(&row)),
            "{width}x{height}: {row:?}"
        );
    }
}

#[test]
fn a_problem_is_mended_where_it_stands_and_looked_for_again() {
    let mut reader = Reader::new(Size { width: 80, height: 24 });
    reader.press("! down enter");
    let edit = Effect::OpenEditor { layer: Some("glossary.toml".into()), line: 9 };
    assert_eq!(reader.said[reader.said.len() - 3..], [Effect::Check, edit, Effect::Check]);
    let chosen = |reader: &Reader| text(&reader.buffer(&Theme::plain())).lines().next().unwrap().to_owned();
    assert!(chosen(&reader).ends_with("2/6"));
    reader.happen(Event::Checked(Vec::new()));
    assert!(text(&reader.buffer(&Theme::plain())).contains("Nothing is wrong with your glossaries."));
    reader.press("enter esc");
    assert_eq!(reader.said.iter().filter(|effect| **effect == Effect::Check).count(), 2);
}

#[test]
fn every_key_at_every_size_draws_something() {
    let keys = "down j tab enter tab esc right right v right y esc esc t T x < > < < / p h a r e enter n N esc \
                pgdn pgup ctrl-d ctrl-u g G + - = m ? j / k e y esc : t esc o down enter end home shift-right \
                shift-left ! pgdn pgup j k G g ctrl-d enter esc up up shift-tab ctrl-o L H alt-right";
    for (width, height) in [(120, 40), (80, 24), (50, 20), (24, 8), (10, 3), (3, 2), (1, 1)] {
        let mut reader = Reader::new(Size { width, height });
        reader.happen(Event::Opened(Box::new(opened("phare"))));
        for key in keys.split_whitespace() {
            reader.press(key);
            reader.buffer(&Theme::terminal());
        }
        assert!(!reader.said.contains(&Effect::Quit));
        reader.press("ctrl-c");
        assert!(reader.said.contains(&Effect::Quit));
    }
}

#[test]
fn wherever_one_goes_the_place_is_on_the_screen() {
    let keys: Vec<&str> = "j k j k tab shift-tab right left shift-right v esc t T x < > pgdn pgup ctrl-d ctrl-u g G + - = / n N \
                ctrl-o L up down enter o ? : p 40x12 120x40 80x24 50x20 24x9 10x3"
        .split_whitespace()
        .collect();
    let mut reader = Reader::new(Size { width: 80, height: 24 });
    reader.happen(Event::Opened(Box::new(opened("phare"))));
    let mut seed = 7_u32;
    let mut done: Vec<&str> = Vec::new();
    for _ in 0..4000 {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let key = keys[(seed >> 16) as usize % keys.len()];
        done.push(key);
        match key
            .split_once('x')
            .and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)))
        {
            Some((width, height)) => reader.happen(Event::Resize(Size { width, height })),
            None => reader.press(key),
        }
        let reading = reader.app.reading.as_ref().unwrap();
        let height = i32::from(reading.plan.text.height);
        let row = reading.row_of(reading.place().byte);
        let last = &done[done.len().saturating_sub(12)..];
        assert!(row.is_some_and(|row| (0..height).contains(&row)), "{row:?} of {height} after {last:?}");
        assert_eq!(reading.slots().len(), usize::from(reading.plan.text.height), "after {last:?}");
    }
}

#[test]
fn a_click_on_a_word_shows_its_gloss() {
    let mut reader = Reader::new(Size { width: 120, height: 40 });
    reader.happen(Event::Opened(Box::new(opened("phare"))));
    let seen = text(&reader.buffer(&Theme::plain()));
    let (row, line) = seen.lines().enumerate().find(|(_, line)| line.contains("pari.")).unwrap();
    let column = line.split("pari.").next().unwrap().chars().count() + 2;
    reader.happen(Event::Click { column: column as u16, row: row as u16 });
    let reading = reader.app.reading.as_ref().unwrap();
    let selected = &reading.glosses()[reading.selected().unwrap()];
    assert_eq!((reading.focus(), selected.head.text()), (1, "pari  n.m. · gamble, bet"));
}

#[test]
fn a_book_opens_as_fast_as_a_page() {
    let mut opened = opened("phare");
    let mut book = Article::clone(&opened.article);
    book.blocks = book.blocks.iter().cycle().take(6000).cloned().collect();
    opened.article = Arc::new(book);
    let mut reader = Reader::new(Size { width: 120, height: 40 });
    reader.happen(Event::Opened(Box::new(opened)));
    reader.press("j j tab pgdn G pgup g");
    let reading = reader.app.reading.as_ref().unwrap();
    let is_done = |block: &usize| reading.ready(*block).unwrap().annotated().is_some();
    let is_laid_out = |block: &usize| reading.ready(*block).unwrap().page().is_some();
    assert!((0..6000).filter(is_done).count() < 20);
    assert!((0..6000).filter(is_laid_out).count() < 80);
}

#[test]
fn the_wheel_stops_at_the_end_also_where_glosses_have_room_below_it() {
    let mut reader = Reader::new(Size { width: 100, height: 22 });
    reader.happen(Event::Opened(Box::new(opened("veille"))));
    reader.press("j j j");
    let seen = |reader: &Reader| text(&reader.buffer(&Theme::plain()));
    let rows =
        |seen: String| seen.lines().filter(|line| line.chars().nth(3).is_some_and(|c| c != ' ')).count();
    let before = rows(seen(&reader));
    for turn in [Turn::Down, Turn::Down, Turn::Down, Turn::Up, Turn::Down] {
        reader.happen(Event::Wheel(turn));
        assert!(rows(seen(&reader)) >= before, "{}", seen(&reader));
    }
}

#[test]
fn after_a_screen_back_one_reads_on_from_the_top() {
    let mut reader = Reader::new(Size { width: 100, height: 14 });
    reader.happen(Event::Opened(Box::new(opened("veille"))));
    reader.press("G pgup");
    let reading = reader.app.reading.as_ref().unwrap();
    let bars: Vec<bool> =
        text(&reader.buffer(&Theme::plain())).lines().skip(1).map(|line| line.starts_with(" ▌")).collect();
    assert!(bars[..3].contains(&true), "paragraph {} of {bars:?}", reading.focus());
}

#[test]
fn a_line_that_is_pasted_is_found() {
    let mut reader = Reader::new(Size { width: 80, height: 24 });
    reader.happen(Event::Opened(Box::new(opened("phare"))));
    reader.press("/");
    reader.happen(Event::Paste("un pêcheur\n".into()));
    assert_eq!(reader.app.reading.as_ref().unwrap().find.counter(), "1/1");
}

#[test]
fn nothing_moves_when_hidden_glosses_appear() {
    let mut reader = Reader::new(Size { width: 100, height: 28 });
    reader.happen(Event::Opened(Box::new(opened("veille"))));
    reader.press("x j j j");
    let slots = reader.app.reading.as_ref().unwrap().slots().to_vec();
    reader.press("x");
    assert_eq!(reader.app.reading.as_ref().unwrap().slots(), slots);
    let seen = text(&reader.buffer(&Theme::plain()));
    let first = seen.lines().find(|line| line.contains("Faute de")).unwrap();
    assert!(first.contains("│ faute de"), "{seen}");
}

#[test]
fn a_text_without_a_headline_has_the_name_of_its_file() {
    let title = |source: &str| {
        let mut reader = Reader::new(Size { width: 80, height: 24 });
        let article = Arc::new(glose::article::parse(source).0);
        reader.happen(Event::Opened(Box::new(Opened { article, ..opened("phare") })));
        text(&reader.buffer(&Theme::plain()))
            .split("  ")
            .find(|part| !part.is_empty())
            .unwrap()
            .trim()
            .to_owned()
    };
    assert_eq!(title("Un mot.\n\nLE CHAPITRE DEUX\n\nFin.\n"), "phare.md");
    assert_eq!(title("LE CHAPITRE DEUX\n\nFin.\n"), "LE CHAPITRE DEUX");
    assert_eq!(title(""), "phare.md");
}

#[test]
fn a_place_is_kept_when_one_leaves() {
    let mut reader = Reader::new(Size { width: 80, height: 24 });
    reader.happen(Event::Opened(Box::new(opened("phare"))));
    reader.press("j q");
    let place = Place { block: 1, byte: 0, percent: 40 };
    assert!(
        reader.said.ends_with(&[Effect::SavePlace("phare".into(), place), Effect::Quit]),
        "{:?}",
        reader.said
    );
}

#[test]
fn a_sentence_is_copied_as_it_is_written() {
    let mut reader = Reader::new(Size { width: 80, height: 24 });
    reader.happen(Event::Opened(Box::new(opened("phare"))));
    reader.press("j y right v right y");
    let copied: Vec<&str> = reader
        .said
        .iter()
        .filter_map(|effect| match effect {
            Effect::Copy(text) => Some(&**text),
            _ => None,
        })
        .collect();
    assert_eq!(copied, ["« Vraiment ? » s’étonne un pêcheur.", "Vraiment ? » s’"]);
}

#[test]
fn nothing_in_an_article_is_obeyed() {
    let mut reader = Reader::new(Size { width: 80, height: 24 });
    let mut opened = opened("marche");
    let evil = "a\u{1b}[2Jb\u{202e}c\u{9b}31m\u{7}";
    let mut article = Article::clone(&opened.article);
    article.title = Some(evil.into());
    for block in &mut article.blocks {
        (block.text, block.translation) = (evil.into(), Some(evil.into()));
    }
    opened.article = Arc::new(article);
    reader.happen(Event::Opened(Box::new(opened)));
    reader.press("T tab right enter");
    for key in ["esc", "right", "y"] {
        let seen = text(&reader.buffer(&Theme::plain()));
        assert!(!seen.contains(|c: char| c != '\n' && (c.is_control() || c == '\u{202e}')), "{seen:?}");
        reader.press(key);
    }
}

#[test]
fn a_click_chooses_a_problem_and_does_an_action() {
    let mut reader = Reader::new(Size { width: 80, height: 24 });
    reader.happen(Event::Opened(Box::new(opened("phare"))));
    reader.press("!");
    let row_of = |reader: &Reader, wanted: &str| {
        let seen = text(&reader.buffer(&Theme::plain()));
        u16::try_from(seen.lines().position(|line| line.contains(wanted)).expect(wanted)).unwrap()
    };
    let line_of = |reader: &Reader| match &reader.app.overlay {
        Some(Overlay::Problems(problems)) => problems.chosen().unwrap().line,
        _ => panic!("the problems are seen"),
    };
    let (first, row) = (line_of(&reader), row_of(&reader, "^^"));
    reader.happen(Event::Click { column: 9, row });
    assert_eq!(line_of(&reader), first, "it is the first one's");
    reader.press("down");
    let second = line_of(&reader);
    let row = row_of(&reader, &format!("glossary.toml:{second} "));
    reader.press("up");
    reader.happen(Event::Click { column: 9, row });
    assert_eq!(line_of(&reader), second);
    reader.press("esc :");
    let row = row_of(&reader, "all-translations");
    reader.happen(Event::Click { column: 9, row });
    assert!(reader.app.overlay.is_none() && reader.app.reading.as_ref().unwrap().is_translated(0));
}
