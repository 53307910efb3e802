//! Each part of the way from a text to a frame, by itself: `cargo bench --bench engine`.
//!
//! Says how long each takes; what that means against a yardstick is told by `ratios`.

mod material;

use std::hint::black_box;
use std::sync::Arc;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use glose::annotate::{Matcher, annotate};
use glose::app::App;
use glose::app::effect::{Event, Opened, Preferences};
use glose::app::keymap::Chord;
use glose::app::update::update;
use glose::french::form::Form;
use glose::french::lexicon::Readings;
use glose::french::tokenize::tokenize;
use glose::glossary::parse;
use glose::lint::{self, Known, Whole};
use glose::page::plan::Size;
use glose::page::{Hyphens, Setting, lay_out};
use glose::tui::theme::Theme;
use glose::tui::view;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

fn main() {
    divan::main();
}

const WORDS: usize = 10_000;

/// Runs `work` on each paragraph of a text of [`WORDS`] words.
fn on_text<T>(bencher: Bencher<'_, '_>, work: impl Fn(&str) -> T + Sync) {
    let text = material::paragraphs(WORDS);
    let bytes: usize = text.iter().map(String::len).sum();
    let words: usize = text.iter().map(|text| text.split_whitespace().count()).sum();
    bencher.counter(BytesCount::new(bytes)).counter(ItemsCount::new(words)).bench(|| {
        for paragraph in &text {
            black_box(work(paragraph));
        }
    });
}

#[divan::bench]
fn text_1_split_at_white_space(bencher: Bencher<'_, '_>) {
    on_text(bencher, |text| text.split_whitespace().map(str::len).fold(0, usize::wrapping_add));
}

#[divan::bench]
fn text_2_tokenize(bencher: Bencher<'_, '_>) {
    on_text(bencher, tokenize);
}

#[divan::bench]
fn text_3_look_words_up(bencher: Bencher<'_, '_>) {
    let matcher = material::built_in();
    on_text(bencher, |text| {
        for token in tokenize(text) {
            let mut readings = Readings::new();
            matcher.look_up(&Form::new(token.span.of(text)), &mut readings);
            black_box(readings);
        }
    });
}

#[divan::bench]
fn text_4_annotate(bencher: Bencher<'_, '_>) {
    let matcher = material::built_in();
    on_text(bencher, |text| annotate(text, &matcher, None));
}

#[divan::bench]
fn text_5_lay_out(bencher: Bencher<'_, '_>) {
    on_text(bencher, |text| lay_out(text, &Setting::plain(72)));
}

#[divan::bench]
fn text_6_lay_out_hyphenated(bencher: Bencher<'_, '_>) {
    let setting = Setting { hyphens: Hyphens::French, ..Setting::plain(40) };
    on_text(bencher, |text| lay_out(text, &setting));
}

#[divan::bench]
fn glossary_1_unpack_built_in() -> glose::annotate::prepared::Prepared {
    glose::builtin::glossary()
}

#[divan::bench(args = [100, 1_000, 10_000], sample_count = 20)]
fn glossary_2_load_own(bencher: Bencher<'_, '_>, entries: usize) {
    let source = material::glossary(entries);
    bencher.counter(ItemsCount::new(entries)).bench(|| material::with_own(&source));
}

#[divan::bench(args = [1_000, 10_000], sample_count = 10)]
fn glossary_3_check_with_examples(bencher: Bencher<'_, '_>, entries: usize) {
    let source = material::glossary(entries);
    let (glossary, _) = parse(&source);
    let matcher = material::with_own(&source);
    bencher.counter(ItemsCount::new(entries)).bench(|| {
        let known = Known::of(&matcher);
        lint::check(&Whole::new((source.as_str(), &glossary), (&matcher, 0), &known))
    });
}

/// Screens as people have them.
const SIZES: [(u16, u16); 2] = [(80, 24), (250, 70)];

/// A person before a screen.
struct Reader {
    app: App,
    terminal: Terminal<TestBackend>,
    theme: Theme,
}

impl Reader {
    fn new((width, height): (u16, u16), opened: Opened, matcher: Arc<Matcher>) -> Self {
        let app = App::new(matcher, Vec::new(), Preferences::default());
        let terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal in memory");
        let mut reader = Self { app, terminal, theme: Theme::terminal() };
        reader.happen(Event::Resize(Size { width, height }));
        reader.happen(Event::Opened(Box::new(opened)));
        reader
    }

    /// Lets an event happen and draws what then is to be seen.
    fn happen(&mut self, event: Event) {
        black_box(update(&mut self.app, event));
        self.draw();
    }

    fn press(&mut self, key: &str) {
        self.happen(Event::Key(Chord::parse(key).expect("a key")));
    }

    fn draw(&mut self) {
        self.terminal.draw(|frame| view(&self.app, &self.theme, frame)).expect("a terminal in memory");
    }
}

#[divan::bench(args = SIZES)]
fn screen_1_draw_frame(bencher: Bencher<'_, '_>, size: (u16, u16)) {
    let mut reader = Reader::new(size, material::article(0), Arc::new(material::built_in()));
    bencher.bench_local(|| reader.draw());
}

#[divan::bench(args = SIZES)]
fn screen_2_open_article(bencher: Bencher<'_, '_>, size: (u16, u16)) {
    let matcher = Arc::new(material::built_in());
    bencher
        .with_inputs(|| material::article(0))
        .bench_local_values(|opened| Reader::new(size, opened, matcher.clone()));
}

/// The keys of a person who reads through an article and looks around; each is drawn.
const KEYS: &str = "j j tab tab right t t j > < x x j j ctrl-d ctrl-u pgdn k k g G";

#[divan::bench(args = SIZES)]
fn screen_3_keys_in_article(bencher: Bencher<'_, '_>, size: (u16, u16)) {
    press_all(bencher, Reader::new(size, material::article(0), Arc::new(material::built_in())));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn screen_4_keys_in_book(bencher: Bencher<'_, '_>, size: (u16, u16)) {
    press_all(bencher, Reader::new(size, material::book(300_000), Arc::new(material::built_in())));
}

fn press_all(bencher: Bencher<'_, '_>, mut reader: Reader) {
    let keys: Vec<&str> = KEYS.split(' ').collect();
    bencher
        .counter(ItemsCount::new(keys.len()))
        .bench_local(|| keys.iter().for_each(|key| reader.press(key)));
}

#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn screen_5_open_book(bencher: Bencher<'_, '_>, size: (u16, u16)) {
    let matcher = Arc::new(material::built_in());
    bencher
        .with_inputs(|| material::book(300_000))
        .bench_local_values(|opened| Reader::new(size, opened, matcher.clone()));
}

/// The dearest single keys in a book: its end, another width, a letter of a search, less glossed.
#[divan::bench(args = ["G", "+", "/", "e", "<", "T"], sample_count = 10, sample_size = 1)]
fn screen_6_one_key_in_book(bencher: Bencher<'_, '_>, key: &str) {
    let matcher = Arc::new(material::built_in());
    let book = material::book(300_000);
    bencher
        .with_inputs(|| {
            let mut reader = Reader::new((80, 24), book.clone(), matcher.clone());
            if key == "e" {
                reader.press("/");
            }
            reader
        })
        .bench_local_values(|mut reader| {
            reader.press(key);
            reader
        });
}
