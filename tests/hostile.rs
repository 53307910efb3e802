//! Glossaries and texts that somebody made to be slow: twice as much takes about twice as long.
//!
//! Sizes are compared with one another, generously, and never with a clock on the wall.

#![expect(clippy::disallowed_methods, reason = "what is compared is how long two sizes take")]

use std::hint::black_box;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use glose::annotate::annotate;
use glose::annotate::matcher::{Layer, Matcher};
use glose::annotate::prepared::Prepared;
use glose::french::words::grammar_words;
use glose::glossary::{self, Glossary};
use glose::lint::{self, Known, Whole};
use glose::page::{Edge, Hyphens, Setting, lay_out};
use glose::{article, builtin};

/// How many times larger the larger case is, and how many times longer it may take.
const LARGER: usize = 5;
const LONGER: u32 = 17;

/// How long this thread has worked: on Linux without the time in which others did.
fn worked() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let of_thread = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = of_thread.and_then(|text| text.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

/// The lesser of two tries.
fn time(mut work: impl FnMut()) -> Duration {
    let one = |_| {
        let start = worked();
        work();
        worked().saturating_sub(start)
    };
    (0..2).map(one).min().unwrap_or_default()
}

/// Checks that `work`, which is given a size, does not take much longer than its size says.
fn grows_with_its_size(what: &str, size: usize, work: impl Fn(usize)) {
    let small = time(|| work(size)).max(Duration::from_millis(10));
    let large = time(|| work(size * LARGER));
    assert!(large < small * LONGER, "{what}: {size} takes {small:?}, {} {large:?}", size * LARGER);
}

fn small() -> Prepared {
    Prepared::new(Glossary::default(), grammar_words())
}

fn matcher(source: &str) -> Matcher {
    let (glossary, _) = glossary::parse(source);
    Matcher::new(small(), vec![Layer { name: "own".into(), glossary }])
}

fn entry(term: &str, pos: &str) -> String {
    format!("[[entry]]\nterm = \"{term}\"\npos = \"{pos}\"\ngloss = \"x\"\n\n")
}

#[test]
fn a_headword_without_end_is_matched_as_written() {
    for part in ["… ", "qqch ", "(tout) ", "un/une/le/la/les ", "mot … qqn (très) "] {
        grows_with_its_size(part, 300, |size| {
            let matcher = matcher(&entry(&format!("mot {}fin", part.repeat(size)), "verb"));
            black_box(annotate("Un mot, tout un mot, très mot, jusqu’à la fin du mot.", &matcher, None));
        });
    }
}

#[test]
fn one_long_alternation_is_as_long_as_its_words() {
    grows_with_its_size("alternation", 500, |size| {
        let words: Vec<String> = (0..size).map(|number| format!("mot{number}")).collect();
        let matcher = matcher(&entry(&format!("prendre {} en main", words.join("/")), "verb"));
        black_box(annotate("Il prend mot7 en main, il prend mot8, mot9 en main.", &matcher, None));
    });
}

#[test]
fn many_expressions_that_begin_alike_are_tried_once_a_word() {
    grows_with_its_size("expressions", 60, |size| {
        let entries: String =
            (0..size).map(|number| entry(&format!("faire … mot{number} … fin"), "verb")).collect();
        let matcher = matcher(&entries);
        black_box(annotate(&"Il fait tout un grand mot de la fin du monde. ".repeat(5), &matcher, None));
    });
}

#[test]
fn a_sentence_without_end_is_read() {
    let builtin = Matcher::new(builtin::glossary(), Vec::new());
    for words in ["mise en examen en ", "ne s’s’s’s’se "] {
        // So long that it is read in pieces.
        grows_with_its_size(words, 250, |size| {
            black_box(annotate(&words.repeat(size), &builtin, None));
        });
    }
}

#[test]
fn a_line_without_end_is_cut_and_read() {
    let even = Setting { width: 40, hyphens: Hyphens::French, edge: Edge::Justified };
    for piece in [
        "mot ",
        "x",
        "-",
        "\u{301}",
        "\u{ad}",
        "« ",
        "漢",
        "👩\u{200d}",
        "http://a.fr/",
        "a.b@",
        "1 000 ",
        "(e)",
    ] {
        grows_with_its_size(piece, 500, |size| {
            let text = piece.repeat(size);
            black_box(lay_out(&text, &even));
            black_box(glose::french::tokenize::tokenize(&text));
            black_box(article::parse(&text));
        });
    }
}

#[test]
fn a_glossary_of_faults_is_told_in_time() {
    for line in [
        "glos = 1\n",
        "[[entry]]\n",
        "= \n",
        "[[entry]]\nterm = \"(\"\npos = \"x\"\ngloss = \"\"\n",
        "[[entry.sense]]\n",
        "[",
        "\"\"\"\n",
    ] {
        grows_with_its_size(line, 250, |size| {
            let source = line.repeat(size);
            let (glossary, findings) = glossary::parse(&source);
            let shown: usize =
                findings.iter().take(20).map(|finding| finding.render("g", &source).len()).sum();
            black_box((glossary, shown));
        });
    }
}

#[test]
fn examples_without_end_are_tried() {
    grows_with_its_size("examples", 50, |size| {
        let source = format!(
            "{}examples = [\"{}\"]\n",
            entry("mot", "noun").trim_end().to_owned() + "\n",
            "Un {mot} et {mot}. ".repeat(size)
        );
        let (glossary, _) = glossary::parse(&source);
        let matcher = matcher(&source);
        let known = Known::of(&matcher);
        black_box(lint::check(&Whole::new((source.as_str(), &glossary), (&matcher, 0), &known)));
    });
}
