//! What must hold of any input, whoever makes it: the fuzzer, or a file of `seeds/` in the tests.

use std::sync::{Arc, LazyLock};

use glose::annotate::matcher::{Layer, Matcher};
use glose::annotate::prepared::Prepared;
use glose::annotate::{Annotation, annotate as find};
use glose::app::App;
use glose::app::action::Action;
use glose::app::effect::{Effect, Event, Opened, Preferences, ShelfItem, Turn};
use glose::app::keymap::{Chord, Context, Key, Keymap, Pressed};
use glose::app::update::{act, update};
use glose::article::BlockKind;
use glose::config::{self as settings, SETTINGS};
use glose::export::{html, jsonl, text as plain};
use glose::french::words::grammar_words;
use glose::glossary::{self as glossaries, notation as terms};
use glose::import::{decode, decode_line};
use glose::lint::{self, Known, Whole};
use glose::page::plan::Size;
use glose::page::{Edge, Hyphens, Setting, lay_out};
use glose::study::Threshold;
use glose::text::visible::mark;
use glose::tui::depth::Depth;
use glose::tui::theme::Theme;
use glose::{article as articles, builtin};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

static MATCHER: LazyLock<Matcher> = LazyLock::new(|| Matcher::new(builtin::glossary(), Vec::new()));
static KEYMAP: LazyLock<Keymap> = LazyLock::new(Keymap::default);
static SMALL: LazyLock<Prepared> = LazyLock::new(|| {
    let source = "[[entry]]\nterm = \"été\"\npos = \"noun\"\ngloss = \"summer\"\n";
    Prepared::new(glossaries::parse(source).0, grammar_words())
});

/// A paragraph: its tokens are all of it, its sentences and annotations lie in it, and every way out
/// shows it without a command.
pub fn annotate(text: &str) {
    let found = find(text, &MATCHER, None);
    let tokens: String = found.tokens.iter().map(|token| token.span.of(text)).collect();
    assert_eq!(tokens, text);
    assert_eq!(found.tokens.len(), found.readings.len());
    let mut end = 0;
    for sentence in &found.sentences {
        assert!(sentence.start >= end && !sentence.of(text).is_empty());
        end = sentence.end;
    }
    let mut taken = vec![false; text.len()];
    for annotation in &found.annotations {
        stands_in(annotation, text);
        for byte in annotation.spans.iter().flat_map(|span| span.range()) {
            let is_blank = text.as_bytes()[byte] == b' ' || !text.is_char_boundary(byte);
            assert!(!taken[byte] || is_blank, "two annotations share a byte");
            taken[byte] = true;
        }
    }
    let item = jsonl::Item { number: 0, kind: BlockKind::Paragraph, text, annotated: &found };
    let mut line = Vec::new();
    jsonl::Writer::new(&MATCHER, Threshold::EVERYTHING).write(&mut line, item).expect("memory takes all");
    let value: serde_json::Value = serde_json::from_slice(&line).expect("JSON");
    assert_eq!(value["text"], text);
}

fn stands_in(annotation: &Annotation, text: &str) {
    let mut end = 0;
    assert!(!annotation.spans.is_empty());
    for span in &annotation.spans {
        assert!(span.start >= end && !span.of(text).trim().is_empty());
        end = span.end;
    }
    annotation.inside.iter().for_each(|inside| stands_in(inside, text));
}

/// A glossary: whatever is wrong is told with its place, and what is good is matched.
pub fn glossary(source: &str) {
    let (glossary, mut findings) = glossaries::parse(source);
    let layer = Layer { name: "own".into(), glossary: glossary.clone() };
    let matcher = Matcher::new(SMALL.clone(), vec![layer]);
    findings.extend(lint::check(&Whole::new((source, &glossary), (&matcher, 0), &Known::of(&matcher))));
    for finding in &findings {
        assert!(finding.span.start <= finding.span.end && finding.span.end <= source.len(), "{finding:?}");
        no_command(&finding.render("glossary.toml", source));
    }
    for entry in glossary.entries.iter().take(20) {
        let text = format!("{} {}.", entry.term, entry.gloss());
        _ = find(&text, &matcher, entry.topic.as_deref());
    }
}

/// A headword: read or refused, and matched against itself either way.
pub fn notation(term: &str) {
    if let Err(error) = terms::parse(term) {
        assert!(term.get(error.at).is_some());
    }
    for pos in ["verb", "noun", "adv", "name"] {
        let quoted = serde_json::to_string(term).expect("a string");
        let (own, _) =
            glossaries::parse(&format!("[[entry]]\nterm = {quoted}\npos = \"{pos}\"\ngloss = \"x\"\n"));
        let matcher = Matcher::new(SMALL.clone(), vec![Layer { name: "own".into(), glossary: own }]);
        _ = find(&format!("{term} cela {term}. Il ne {term} pas."), &matcher, None);
    }
}

/// An article: written and read again it is the same, at every width it is all there, and no way out
/// has a command in it.
pub fn article(source: &str) {
    let (article, findings) = articles::parse(source);
    for finding in &findings {
        no_command(&finding.render("a.md", source));
    }
    let (again, _) = articles::parse(&articles::write(&article));
    let told = |article: &articles::Article| {
        let blocks =
            article.blocks.iter().map(|block| (block.kind, block.text.clone(), block.translation.clone()));
        (article.title.clone(), article.date.clone(), blocks.collect::<Vec<_>>())
    };
    assert_eq!(told(&again), told(&article));
    for block in &article.blocks {
        for (width, hyphens, edge) in
            [(2, Hyphens::French, Edge::Justified), (17, Hyphens::Written, Edge::Ragged)]
        {
            let page = lay_out(&block.text, &Setting { width, hyphens, edge });
            let rows: String = page.rows.iter().map(|row| row.span.of(&block.text)).collect();
            assert_eq!(rows, block.text);
            for row in &page.rows {
                let last =
                    row.glyphs(&block.text).last().map_or(0, |placed| placed.cell + placed.glyph.width);
                assert!(last <= width);
            }
        }
    }
    let matcher = Matcher::new(SMALL.clone(), Vec::new());
    let mut out = Vec::new();
    html::write(&mut out, &article, &matcher, Threshold::EVERYTHING).expect("memory takes all");
    plain::write(&mut out, &article, &matcher, plain::Setting::default()).expect("memory takes all");
    no_command(&String::from_utf8(out).expect("text"));
}

/// What a person writes for a key.
pub fn keys(text: &str) {
    for written in text.split_whitespace() {
        let Some(chord) = Chord::parse(written) else { continue };
        assert!(!chord.to_string().is_empty());
        for context in Context::ALL {
            _ = KEYMAP.pressed(context, &[chord]);
        }
    }
}

/// A file of settings: whatever is wrong is told with its place, what holds is written as it is read,
/// and with any keys and any look there is a way out and something to see.
pub fn config(source: &str) {
    let (config, findings) = settings::parse(source);
    for finding in &findings {
        assert!(finding.span.start <= finding.span.end && finding.span.end <= source.len(), "{finding:?}");
        no_command(&finding.render("config.toml", source));
    }
    let line =
        |setting: &settings::Setting| format!("{} = {}\n", setting.key, setting.get(&config).written());
    let again = settings::parse(&SETTINGS.iter().map(line).collect::<String>()).0;
    for setting in &SETTINGS {
        assert_eq!(setting.get(&again), setting.get(&config), "{}", setting.key);
    }
    no_command(&settings::keys_text(&config.keymap));
    let quit = Chord { ctrl: true, ..Chord::plain(Key::Char('c')) };
    for context in Context::ALL {
        assert_eq!(config.keymap.pressed(context, &[quit]), Pressed::Does(Action::Quit));
    }
    help_with(config);
}

/// All keys, as they are set.
fn help_with(config: settings::Config) {
    let mut app = App::new(Arc::new(Matcher::new(SMALL.clone(), Vec::new())), Vec::new(), config.preferences);
    app.keymap = config.keymap;
    act(&mut app, Action::Help);
    update(&mut app, Event::Resize(Size { width: 60, height: 12 }));
    draw(&app, &Theme::new(&config.look, Depth::True, None));
}

/// Bytes of a file or a pipe.
pub fn bytes(bytes: &[u8]) {
    let line = decode_line(bytes).into_owned();
    if let Ok(text) = std::str::from_utf8(bytes) {
        assert_eq!(line, text.strip_prefix('\u{feff}').unwrap_or(text));
    }
    if let Ok(decoded) = decode(bytes.to_vec()) {
        article(&decoded.text);
    }
}

/// Somebody at the keyboard who never reads: sizes, keys, mouse and pastes, the first bytes the article.
pub fn session(bytes: &[u8]) {
    let (text, keys) = bytes.split_at(bytes.len() / 2);
    let article = Arc::new(articles::parse(&String::from_utf8_lossy(text)).0);
    let matcher = Matcher::new(SMALL.clone(), Vec::new());
    let shelf = ShelfItem {
        id: "a".into(),
        title: String::from_utf8_lossy(text).into_owned(),
        ..ShelfItem::default()
    };
    let mut app = App::new(Arc::new(matcher), vec![shelf], Preferences::default());
    let opened = || {
        let (id, name) = ("a".into(), "a.md".into());
        Event::Opened(Box::new(Opened {
            id,
            name,
            article: article.clone(),
            matcher: None,
            place: None,
            notice: None,
            fault: None,
        }))
    };
    let mut events: Vec<Event> = vec![Event::Resize(Size { width: 40, height: 12 }), opened()];
    events.extend(keys.iter().map(|byte| event(*byte)));
    for event in events {
        for effect in update(&mut app, event) {
            if let Effect::Open(_) = effect {
                update(&mut app, opened());
            }
        }
        draw(&app, &Theme::plain());
    }
}

/// No cell of what is seen has a command in it.
fn draw(app: &App, theme: &Theme) {
    let Size { width, height } = app.size;
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a screen");
    terminal.draw(|frame| glose::tui::view(app, theme, frame)).expect("a picture");
    for cell in terminal.backend().buffer().content() {
        no_command(cell.symbol());
    }
}

/// What one byte of a session stands for.
fn event(byte: u8) -> Event {
    const KEYS: [Key; 14] = [
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::Home,
        Key::End,
        Key::PageUp,
        Key::PageDown,
        Key::Tab,
        Key::Enter,
        Key::Esc,
        Key::Backspace,
        Key::Delete,
        Key::F(1),
    ];
    let plain = |key| Event::Key(Chord::plain(key));
    match byte {
        0..14 => plain(KEYS[usize::from(byte)]),
        14..28 => Event::Key(Chord { shift: true, ..Chord::plain(KEYS[usize::from(byte) - 14]) }),
        28..32 => Event::Wheel(if byte.is_multiple_of(2) { Turn::Down } else { Turn::Up }),
        32..127 => plain(Key::Char(byte.into())),
        127..153 => Event::Key(Chord { ctrl: true, ..Chord::plain(Key::Char((byte - 127 + b'a').into())) }),
        153..160 => Event::Idle,
        160..192 => Event::Click { column: u16::from(byte % 8) * 9, row: u16::from(byte / 8) },
        192..200 => Event::Paste("l’été\u{1b}[31m\n".into()),
        200..=255 => {
            Event::Resize(Size { width: u16::from(byte % 7) * 19, height: u16::from(byte % 11) * 4 })
        }
    }
}

fn no_command(shown: &str) {
    let found = shown.chars().find(|character| *character != '\n' && mark(*character).is_some());
    assert_eq!(found, None, "{shown:?}");
}
