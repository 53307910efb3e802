//! Screens as pictures: each file of `tests/screens/*.txt` is a screen after some keys.
//!
//! Its first line says size, look, article and keys: `80x24 colour phare: tab enter`. Below is what
//! is seen; with `colour`, then what it looks like, run by run. `GLOSE_BLESS=1` writes the files
//! anew.

#![expect(clippy::disallowed_methods, reason = "the pictures are files")]

use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use glose::annotate::Matcher;
use glose::annotate::prepared::Prepared;
use glose::app::App;
use glose::app::Wake;
use glose::app::effect::{Effect, Event, Opened, Place, Preferences, ShelfItem, Turn};
use glose::app::keymap::Chord;
use glose::app::update::update;
use glose::article::Article;
use glose::french::words::grammar_words;
use glose::page::plan::Size;
use glose::tui::theme::Theme;
use glose::tui::view;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

#[test]
fn every_screen_looks_like_its_picture() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens");
    let mut wrong = String::new();
    let mut pictures: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    pictures.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    pictures.sort();
    assert!(pictures.len() > 20);
    for path in pictures {
        check(&path, &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong}\nIf this is how it should look, run again with GLOSE_BLESS=1.");
}

/// Compares one picture with what is drawn.
fn check(path: &Path, wrong: &mut String) {
    let picture = std::fs::read_to_string(path).unwrap();
    let first = picture.lines().next().unwrap();
    let drawn = format!("{first}\n{}", draw(first));
    if drawn == picture {
        return;
    }
    if std::env::var_os("GLOSE_BLESS").is_some() {
        std::fs::write(path, drawn).unwrap();
    } else {
        write!(wrong, "\n{}\n--- wanted\n{picture}\n--- drawn\n{drawn}", path.display()).unwrap();
    }
}

/// The picture that `first`, the first line of a file, asks for.
fn draw(first: &str) -> String {
    let (setting, keys) = first.split_once(':').expect("`size look article: keys`");
    let [size, look, article] = setting.split(' ').collect::<Vec<_>>()[..] else { panic!("{first}") };
    let (width, height) = size.split_once('x').expect("a size is `80x24`");
    let size = Size { width: width.parse().unwrap(), height: height.parse().unwrap() };
    let mut reader = Reader::new(size);
    if article != "library" {
        reader.happen(Event::Opened(Box::new(opened(article))));
    }
    for key in keys.split_whitespace() {
        match key.split_once('x').map(|(width, height)| (width.parse(), height.parse())) {
            Some((Ok(width), Ok(height))) => reader.happen(Event::Resize(Size { width, height })),
            _ => reader.happen(Event::Key(Chord::parse(key).unwrap_or_else(|| panic!("{key} is no key")))),
        }
    }
    reader.rest();
    let is_colour = look == "colour";
    let buffer = reader.buffer(&if is_colour { Theme::terminal() } else { Theme::plain() });
    let mut picture = text(&buffer);
    if is_colour {
        picture += &looks(&buffer);
    }
    picture
}

/// A person at a keyboard, with the articles of the tests.
struct Reader {
    app: App,
    said: Vec<Effect>,
}

impl Reader {
    fn new(size: Size) -> Self {
        let (glossary, findings) = glose::glossary::parse(include_str!("screens/glossary.toml"));
        assert!(findings.is_empty(), "{findings:?}");
        let matcher = Matcher::new(Prepared::new(glossary, grammar_words()), Vec::new());
        let shelf = ["phare", "marche"].map(|id| {
            let article = article(id);
            ShelfItem {
                id: id.into(),
                title: article.title.unwrap(),
                date: article.date,
                level: article.level,
                topic: article.topic,
                place: (id == "marche").then_some(Place { block: 0, byte: 0, percent: 50 }),
            }
        });
        let app = App::new(Arc::new(matcher), shelf.into(), Preferences::default());
        let mut reader = Self { app, said: Vec::new() };
        reader.happen(Event::Resize(size));
        reader
    }

    fn happen(&mut self, event: Event) {
        for effect in update(&mut self.app, event) {
            match &effect {
                Effect::Open(id) => self.happen(Event::Opened(Box::new(opened(id)))),
                Effect::Fetch(id) => {
                    self.happen(Event::Fetched(id.clone(), Some(Arc::new(article(id)))));
                }
                _ => {}
            }
            self.said.push(effect);
        }
    }

    /// Lets the program do what it does when nothing happens.
    fn rest(&mut self) {
        for _ in 0..100 {
            if self.app.wake() == Wake::Now {
                self.happen(Event::Idle);
            }
        }
        assert_ne!(self.app.wake(), Wake::Now, "it never rests");
    }

    fn buffer(&self, theme: &Theme) -> Buffer {
        let Size { width, height } = self.app.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        terminal.draw(|frame| view(&self.app, theme, frame)).unwrap();
        terminal.backend().buffer().clone()
    }

    fn press(&mut self, keys: &str) {
        keys.split(' ').for_each(|key| self.happen(Event::Key(Chord::parse(key).unwrap())));
    }
}

fn opened(id: &str) -> Opened {
    Opened {
        id: id.into(),
        name: format!("{id}.md"),
        article: Arc::new(article(id)),
        matcher: None,
        place: None,
        notice: None,
    }
}

fn article(id: &str) -> Article {
    let (article, findings) = glose::article::parse(match id {
        "phare" => include_str!("screens/phare.md"),
        "marche" => include_str!("screens/marche.md"),
        "veille" => include_str!("screens/veille.md"),
        _ => panic!("no article {id}"),
    });
    assert!(findings.is_empty(), "{findings:?}");
    article
}

/// What is seen: a no-break space as a plain one, nothing at the ends of rows.
fn text(buffer: &Buffer) -> String {
    let rows = buffer.content().chunks(buffer.area.width.into());
    let row = |cells: &[Cell]| cells.iter().map(Cell::symbol).collect::<String>();
    let plain = |row: String| row.replace(['\u{a0}', '\u{202f}'], " ").trim_end().to_owned() + "\n";
    rows.map(row).map(plain).collect()
}

/// What it looks like: row, cell, look and text of every run that is not plain.
fn looks(buffer: &Buffer) -> String {
    let mut looks = String::from("looks\n");
    for (y, cells) in buffer.content().chunks(buffer.area.width.into()).enumerate() {
        let mut x = 0;
        for run in cells.chunk_by(|one, other| look(one) == look(other)) {
            let text: String = run.iter().map(Cell::symbol).collect();
            let look = look(&run[0]);
            if !look.is_empty() {
                writeln!(looks, "{y:>2} {x:>3} {look}: {}", text.replace(['\u{a0}', '\u{202f}'], " "))
                    .unwrap();
            }
            x += run.len();
        }
    }
    looks
}

fn look(cell: &Cell) -> String {
    let mut look: Vec<String> = Vec::new();
    if cell.fg != Color::Reset {
        look.push(cell.fg.to_string().to_lowercase());
    }
    assert_eq!(cell.bg, Color::Reset, "the ground is the terminal's");
    look.extend(cell.modifier.iter_names().map(|(name, _): (_, Modifier)| name.to_lowercase()));
    look.join("+")
}

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
fn every_key_at_every_size_draws_something() {
    let keys = "down j tab enter tab esc right right v right y esc esc t T x < > < < / p h a r e enter n N esc \
                pgdn pgup ctrl-d ctrl-u g G + - = m ? j / k e y esc : t esc o down enter end home shift-right \
                shift-left up up shift-tab";
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
                enter o ? : p 40x12 120x40 80x24 50x20 24x9 10x3"
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
