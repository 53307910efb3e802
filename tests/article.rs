//! Articles as they are written or pasted: each `tests/article/NAME.txt` is read as `NAME.read`
//! says. A new case is a new text; `UPDATE_EXPECT=1 cargo test --test article` writes how it is read.
#![expect(clippy::disallowed_methods, reason = "a test may touch the disk")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use expect_test::expect_file;
use glose::article::{Article, Block, BlockKind, parse, write};
use glose::import::decode;
use proptest::prelude::*;

/// The article as a list of what it is made of.
fn shown(article: &Article, source: &str) -> String {
    let mut out = String::new();
    let known = [
        ("title", &article.title),
        ("source", &article.source),
        ("date", &article.date),
        ("level", &article.level),
        ("topic", &article.topic),
    ];
    for (key, value) in known {
        if let Some(value) = value {
            writeln!(out, "{key:<12}{value:?}").unwrap();
        }
    }
    for block in &article.blocks {
        let kind = match block.kind {
            BlockKind::Heading => "heading",
            BlockKind::Paragraph => "paragraph",
        };
        writeln!(out, "{kind:<12}{:?}", block.text).unwrap();
        if let Some(translation) = &block.translation {
            writeln!(out, "{:<12}{translation:?}", "> English").unwrap();
        }
        if block.span.of(source) != block.text {
            writeln!(out, "{:<12}{:?}", "  written", block.span.of(source)).unwrap();
        }
    }
    out
}

fn check(path: &Path) {
    let decoded = decode(fs::read(path).expect("a case")).expect("a text");
    let source = decoded.text;
    let (article, findings) = parse(&source);
    let mut read = shown(&article, &source);
    for finding in findings {
        writeln!(read, "\n{}", finding.render("article", &source)).unwrap();
    }
    expect_file![path.with_extension("read")].assert_eq(&read);
    assert_comes_back(&source);
}

/// Writing what was parsed gives the same article, and writing that gives the same text.
fn assert_comes_back(source: &str) {
    let (article, _) = parse(source);
    let written = write(&article);
    let (again, findings) = parse(&written);
    assert_eq!(without_places(again.clone()), without_places(article), "{source:?}\n{written}");
    assert_eq!(findings, [], "{written}");
    assert_eq!(write(&again), written);
}

fn without_places(mut article: Article) -> Article {
    article.blocks.iter_mut().for_each(|block| block.span = Default::default());
    article
}

#[test]
fn articles_are_read_as_they_are_meant() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/article");
    let mut cases: Vec<PathBuf> =
        fs::read_dir(folder).expect("cases").map(|case| case.expect("a case").path()).collect();
    cases.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    cases.sort();
    assert!(cases.len() > 10);
    cases.iter().for_each(|case| check(case));
}

#[test]
fn a_lone_translation_in_capitals_comes_back() {
    assert_comes_back("> TITRE\n\n> suite\n");
}

#[test]
fn the_articles_of_the_house_are_written_as_they_stand() {
    for (name, text) in glose::builtin::ARTICLES {
        let (article, findings) = parse(text);
        assert_eq!(findings, [], "{name}");
        assert_eq!(write(&article), *text, "{name}");
        let untranslated = |block: &&Block| block.kind == BlockKind::Paragraph && block.translation.is_none();
        assert_eq!(article.blocks.iter().find(untranslated), None, "{name}");
    }
}

#[test]
fn time_grows_with_the_text_and_no_faster() {
    let line = "Le Kremlin a fait savoir. ".repeat(40_000);
    assert_eq!(parse(&line).0.blocks.len(), 1);
    let lines = "LE KREMLIN\n".repeat(100_000);
    // The first line is a heading; the rest is too long to be one.
    assert_eq!(parse(&lines).0.blocks.len(), 2);
    let quoted = format!("Un.\n{}", "> one\n".repeat(100_000));
    assert_eq!(parse(&quoted).0.blocks.len(), 1);
    let paragraphs = "Un mot.\n\n".repeat(200_000);
    assert_eq!(parse(&paragraphs).0.blocks.len(), 200_000);
}

/// Texts made of what matters to the reader of articles.
fn source() -> impl Strategy<Value = String> {
    let pieces = [
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        " ",
        "\u{a0}",
        "\t",
        "#",
        "## ",
        ">",
        "> ",
        "+++",
        "+++\n",
        "\n+++\n",
        "\\",
        "\"",
        ".",
        "TITRE",
        "Un mot",
        "été",
        "’",
        "title = \"x\"\n",
        "date = 2024-02-14\n",
        "level = 3\n",
        "topic = '''a\n",
        "\u{feff}",
        "\u{200b}",
        "\u{1b}[0m",
        "\u{85}",
        "\u{2028}",
        "title = \"\\u0007 \\\\ \\\" é\"\n",
    ];
    let long = "Une longue ligne qui n’a pas été coupée pour tenir dans un écran. ".repeat(3);
    let piece = prop_oneof![
        8 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,8}",
        1 => Just(long),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(source in source()) {
        assert_comes_back(&source);
    }

    #[test]
    fn no_word_of_a_plain_text_is_lost(source in "([a-zA-Zéà’«»,.]{1,12}|[ \n\u{a0}]){0,80}") {
        let (article, _) = parse(&source);
        let read: Vec<&str> = article.blocks.iter().flat_map(|block| block.text.split_whitespace()).collect();
        prop_assert_eq!(read, source.split_whitespace().collect::<Vec<_>>());
    }

    #[test]
    fn a_block_says_where_it_stands(source in source()) {
        let (article, findings) = parse(&source);
        let mut end = 0;
        for block in &article.blocks {
            prop_assert!(block.span.start >= end && !block.text.is_empty() && !block.text.contains('\n'));
            prop_assert!(block.span.of(&source).ends_with(block.text.split(['\n', ' ']).next_back().unwrap()));
            end = block.span.end;
        }
        for finding in findings {
            prop_assert!(source.get(finding.span.range()).is_some());
        }
    }
}
