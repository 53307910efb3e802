//! Screens as pictures: each file of `tests/screens/*.txt` is a screen after some keys.
//!
//! Its first line says size, look, article and keys: `80x24 colour phare: tab enter`. The look is
//! `plain`, `colour` or what a person has set: `theme="dark",borders="ascii"`. Below is what is
//! seen; but for `plain`, then what it looks like, run by run. `GLOSE_BLESS=1` writes the files
//! anew.

#![expect(clippy::disallowed_methods, reason = "the pictures are files")]

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use glose::annotate::Matcher;
use glose::annotate::prepared::Prepared;
use glose::app::App;
use glose::app::Wake;
use glose::app::effect::{Effect, Event, Opened, Place, Preferences, Problem, ShelfItem};
use glose::app::keymap::Chord;
use glose::app::update::update;
use glose::article::Article;
use glose::config::Config;
use glose::diagnostic::Severity;
use glose::french::words::grammar_words;
use glose::glossary::Glossary;
use glose::lint::try_text;
use glose::page::plan::Size;
use glose::tui::depth::Depth;
use glose::tui::theme::Theme;
use glose::tui::view;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Modifier, Style};

#[path = "screens/jumping.rs"]
mod jumping;
#[path = "screens/reading.rs"]
mod reading;
#[path = "screens/writing.rs"]
mod writing;

#[test]
fn every_screen_looks_like_its_picture() {
    let mut wrong = String::new();
    for path in pictures() {
        check(&path, &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong}\nIf this is how it should look, run again with GLOSE_BLESS=1.");
}

#[test]
fn where_that_is_wished_no_sign_on_any_screen_needs_a_special_font() {
    // These stand in the article, and in its translation.
    let is_french = |sign: char| sign.is_alphabetic() || "«»’\u{a0}\u{202f}".contains(sign);
    let is_english = |sign: char| "“”".contains(sign);
    for path in pictures() {
        let picture = std::fs::read_to_string(&path).unwrap();
        let [size, _, rest] = picture.lines().next().unwrap().splitn(3, ' ').collect::<Vec<_>>()[..] else {
            panic!("{}", path.display())
        };
        if size != "80x24" {
            continue;
        }
        let drawn = draw(&format!("{size} borders=\"ascii\" {rest}"));
        let is_translated = rest.split(' ').any(|key| key.eq_ignore_ascii_case("t"));
        let is_written = |sign: char| is_french(sign) || is_translated && is_english(sign);
        let sign = drawn.chars().find(|sign| !sign.is_ascii() && !is_written(*sign));
        assert_eq!(sign, None, "{}\n{drawn}", path.display());
    }
}

fn pictures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens");
    let mut pictures: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    pictures.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    pictures.sort();
    assert!(pictures.len() > 20);
    pictures
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
    let config = config(look);
    let mut reader = Reader::new(size);
    (reader.app.preferences, reader.app.keymap) = (config.preferences, config.keymap);
    reader.happen(Event::Resize(size));
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
    let theme = if look == "plain" { Theme::plain() } else { Theme::new(&config.look, Depth::True, None) };
    let buffer = reader.buffer(&theme);
    let mut picture = text(&buffer);
    if look != "plain" && !look.contains("borders") {
        picture += &looks(&buffer, &theme);
    }
    picture
}

/// What is set by `look`: lines of a file of settings, with commas between them.
fn config(look: &str) -> Config {
    let is_word = matches!(look, "plain" | "colour");
    let (config, findings) = glose::config::parse(&if is_word {
        String::new()
    } else {
        look.replace(',', "\n").replace('¬', " ")
    });
    assert!(findings.is_empty(), "{findings:?}");
    config
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
                Effect::Check => self.happen(Event::Checked(problems())),
                _ => {}
            }
            self.said.push(effect);
        }
    }

    /// Lets the program do what it does when nothing happens.
    fn rest(&mut self) {
        for _ in 0..400 {
            if self.app.wake() != Wake::Never {
                self.happen(Event::Idle);
            }
        }
        assert_eq!(self.app.wake(), Wake::Never, "it never rests");
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

/// What the checks find in the glossary of somebody in a hurry.
fn problems() -> Vec<Problem> {
    let slips = include_str!("screens/slips.toml");
    let matcher = Matcher::new(Prepared::new(Glossary::default(), grammar_words()), Vec::new());
    let mut found = try_text(slips, "", &matcher);
    found.retain(|finding| finding.severity < Severity::Hint);
    found.iter().map(|finding| Problem::new("glossary.toml", slips, finding)).collect()
}

fn opened(id: &str) -> Opened {
    Opened {
        id: id.into(),
        name: format!("{id}.md"),
        article: Arc::new(article(id)),
        matcher: None,
        place: None,
        notice: None,
        fault: None,
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
fn looks(buffer: &Buffer, theme: &Theme) -> String {
    let mut looks = String::from("looks\n");
    let ground = theme.ground();
    let look = |cell: &Cell| look(cell, ground);
    if ground != Style::new() {
        writeln!(looks, "ground {} on {}", ground.fg.unwrap(), ground.bg.unwrap()).unwrap();
    }
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

fn look(cell: &Cell, ground: Style) -> String {
    let mut look: Vec<String> = Vec::new();
    if cell.fg != ground.fg.unwrap_or_default() {
        look.push(cell.fg.to_string().to_lowercase());
    }
    assert_eq!(cell.bg, ground.bg.unwrap_or_default(), "the ground is the same everywhere");
    look.extend(cell.modifier.iter_names().map(|(name, _): (_, Modifier)| name.to_lowercase()));
    look.join("+")
}
