//! How many times as long as a yardstick each part takes: `cargo bench --bench ratios`.
//!
//! Counts the time that the processor worked for it, and takes the least of many runs: a machine that is
//! busy with other things still slows both. The yardsticks: splitting the text at white space, and
//! reading its bytes again.
#![expect(clippy::print_stdout, reason = "tells what it has measured")]

mod material;

use std::hint::black_box;
use std::time::Duration;

use cpu_time::ThreadTime;
use glose::annotate::prepared::Prepared;
use glose::annotate::{Matcher, annotate};
use glose::french::words::grammar_words;
use glose::glossary::{Glossary, parse};
use glose::lint::{self, Known, Whole};
use glose::page::{Setting, lay_out};

fn main() {
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    parts();
    size_of_glossary();
    length_of_text();
    hard_cases();
    loading();
}

/// The shortest of several runs.
fn least<T>(runs: usize, mut work: impl FnMut() -> T) -> Duration {
    let time = |_| {
        let begin = ThreadTime::now();
        black_box(work());
        begin.elapsed()
    };
    (0..runs).map(time).min().unwrap_or_default()
}

fn words(text: &[String]) -> usize {
    text.iter().map(|paragraph| paragraph.split_whitespace().count()).sum()
}

fn on<T>(text: &[String], work: impl Fn(&str) -> T) {
    for paragraph in text {
        black_box(work(black_box(paragraph)));
    }
}

fn parts() {
    let text = material::paragraphs(30_000);
    let count = words(&text) as f64;
    let matcher = material::built_in();
    let nothing = Matcher::new(Prepared::new(Glossary::default(), grammar_words()), Vec::new());
    let works: [(&str, Work<'_>); 8] = [
        ("read the bytes again", once(|| on(&text, |text| text.bytes().map(u64::from).sum::<u64>()))),
        ("split at white space", once(|| on(&text, |text| text.split_whitespace().map(str::len).max()))),
        ("tokenise", once(|| on(&text, glose::french::tokenize::tokenize))),
        ("annotate with grammar words alone", once(|| on(&text, |text| annotate(text, &nothing, None)))),
        ("tokenise, read and annotate", once(|| on(&text, |text| annotate(text, &matcher, None)))),
        ("the same, no word met before", Box::new(|| first_time(&text))),
        ("lay out, 72 cells", once(|| on(&text, |text| lay_out(text, &Setting::plain(72))))),
        (
            "annotate and lay out",
            once(|| on(&text, |text| (annotate(text, &matcher, None), lay_out(text, &Setting::plain(72))))),
        ),
    ];
    // All by turns: a machine that is slower for a while is so for all of them. Some times in a row: the
    // first finds the nearest caches full of another's.
    let mut times = [Duration::MAX; 8];
    for _ in 0..ROUNDS {
        for ((_, work), time) in works.iter().zip(&mut times) {
            *time = (0..IN_A_ROW).map(|_| work()).fold(*time, Duration::min);
        }
    }
    println!("{:38} {:>12} {:>10} {:>10}", "on a text of 30,000 words", "words/s", "× split", "× bytes");
    let [bytes, split, ..] = times.map(|time| time.as_secs_f64());
    for ((name, _), time) in works.iter().zip(times) {
        let seconds = time.as_secs_f64();
        let (of_split, of_bytes) = (seconds / split, seconds / bytes);
        println!("{name:38} {:>12.0} {of_split:>10.1} {of_bytes:>10.1}", count / seconds);
    }
}

/// How often each part has its turn.
const ROUNDS: usize = 30;
/// How often it is measured then.
const IN_A_ROW: usize = 3;

/// Work that tells how long it took.
type Work<'t> = Box<dyn Fn() -> Duration + 't>;

fn once<'t>(work: impl Fn() + 't) -> Work<'t> {
    Box::new(move || {
        let begin = ThreadTime::now();
        work();
        begin.elapsed()
    })
}

/// How long a program that has only just started reads `text`.
fn first_time(text: &[String]) -> Duration {
    let matcher = material::built_in();
    once(|| on(text, |text| annotate(text, &matcher, None)))()
}

/// Should be flat.
fn size_of_glossary() {
    println!("\n{:38} {:>12} {:>10}", "annotate, by entries of one's own", "words/s", "× none");
    let text = material::paragraphs(30_000);
    let count = words(&text) as f64;
    let time = |matcher: &Matcher| least(20, || on(&text, |text| annotate(text, matcher, None)));
    let none = time(&material::built_in());
    for entries in [0, 100, 1_000, 10_000, 100_000] {
        let time = time(&material::with_own(&material::glossary(entries)));
        let ratio = time.as_secs_f64() / none.as_secs_f64();
        println!("{entries:38} {:>12.0} {ratio:>10.2}", count / time.as_secs_f64());
    }
}

/// Should be flat: as long for each word, however many there are, and also if all are in one paragraph.
fn length_of_text() {
    println!("\n{:38} {:>12} {:>10}", "annotate and lay out, by length", "words/s", "× first");
    let matcher = material::built_in();
    let whole =
        |paragraph: &str| (annotate(paragraph, &matcher, None), lay_out(paragraph, &Setting::plain(72)));
    let mut first = None;
    let mut tell = |name: &str, text: &[String]| {
        let count = words(text).max(1) as f64;
        let each = least(5, || on(text, whole)).as_secs_f64() / count;
        let ratio = each / *first.get_or_insert(each);
        println!("{name:38} {:>12.0} {ratio:>10.2}", 1.0 / each);
    };
    for words in [1_000, 10_000, 100_000] {
        tell(&format!("{words} words"), &material::paragraphs(words));
    }
    let many = material::paragraphs(150_000);
    tell("one paragraph of 1 MB", &[many.join(" ")]);
    tell("the same without a full stop", &[many.join(" ").replace(['.', '?', '!'], ",")]);
}

/// What nobody writes: it may be slow, but not without bounds.
fn hard_cases() {
    println!("\n{:38} {:>12} {:>10}", "100 KB of what nobody writes", "MB/s", "× articles");
    let matcher = material::built_in();
    let whole = |text: &str| (annotate(text, &matcher, None), lay_out(text, &Setting::plain(72)));
    let articles = vec![material::paragraphs(15_000).join(" ")];
    let mut first = None;
    let mut tell = |name: &str, text: &[String], whole: &dyn Fn(&str)| {
        let bytes: usize = text.iter().map(String::len).sum();
        let each = least(3, || on(text, whole)).as_secs_f64() / bytes as f64;
        let ratio = each / *first.get_or_insert(each);
        println!("{name:38} {:>12.2} {ratio:>10.1}", 1e-6 / each);
    };
    tell("the articles", &articles, &|text| drop(whole(text)));
    for piece in HARD {
        tell(&format!("{piece:?} …"), &[piece.repeat(100_000 / piece.len())], &|text| drop(whole(text)));
    }
    for entries in [100, 1_000, 4_000] {
        let hard = material::with_own(&material::hard_glossary(entries));
        let text = material::paragraphs(2_000);
        tell(&format!("{entries} terms of gaps and slots"), &text, &|text| drop(annotate(text, &hard, None)));
    }
}

/// Each is tried again and again, without a blank where it has none.
const HARD: [&str; 14] = [
    "a",
    "a.b.c,",
    "mot,",
    "l'",
    "d'l'aujourd'hui",
    "http:",
    "a(",
    ". ",
    ". a ",
    "\" . ",
    " ",
    "de ",
    "est-ce-",
    "-t-il ",
];

fn loading() {
    println!("\n{:38} {:>12} {:>10}", "glossary of one's own", "entries/s", "× parse");
    for entries in [100, 1_000, 10_000] {
        let source = material::glossary(entries);
        let runs = 30_000 / entries.max(1_000);
        let toml = least(runs, || parse(&source)).as_secs_f64();
        let ready = least(runs, || material::with_own(&source)).as_secs_f64();
        let (glossary, matcher) = (parse(&source).0, material::with_own(&source));
        let known = Known::of(&matcher);
        let whole = Whole::new((source.as_str(), &glossary), (&matcher, 0), &known);
        let check = least(runs, || lint::check(&whole)).as_secs_f64();
        for (what, time) in [("parse", toml), ("parse and make ready", ready), ("check", check)] {
            let name = format!("{entries} entries: {what}");
            println!("{name:38} {:>12.0} {:>10.1}", entries as f64 / time, time / toml);
        }
    }
}
