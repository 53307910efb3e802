//! An article with its glosses as text, as a page and as JSON: each `tests/export/NAME.md` with
//! `NAME.toml` is written as `NAME.text`, `NAME.html` and so on say.
//! `UPDATE_EXPECT=1 cargo test --test export` writes them anew.
#![expect(clippy::disallowed_methods, reason = "a test may touch the disk")]

use std::fs;
use std::path::{Path, PathBuf};

use expect_test::expect_file;
use glose::annotate::matcher::Layer;
use glose::annotate::prepared::Prepared;
use glose::annotate::{Matcher, annotate};
use glose::article::{Article, parse};
use glose::export::{html, jsonl, text};
use glose::french::words::grammar_words;
use glose::glossary::{self, Glossary, Level};
use glose::study::Threshold;

/// The grammar words of French and the glossary of the case: nothing that changes with the house's.
fn matcher(path: &Path) -> Matcher {
    let source = fs::read_to_string(path.with_extension("toml")).expect("a glossary");
    let (glossary, findings) = glossary::parse(&source);
    assert_eq!(findings, []);
    let prepared = Prepared::new(Glossary::default(), grammar_words());
    Matcher::new(prepared, vec![Layer { name: "glossary.toml".into(), glossary }])
}

fn check(path: &Path) {
    let matcher = matcher(path);
    let (article, findings) = parse(&fs::read_to_string(path).expect("a case"));
    assert_eq!(findings, []);
    let ways: [(&str, String); 5] = [
        ("text", as_text(&article, &matcher, None)),
        ("40.text", as_text(&article, &matcher, Some(40))),
        ("html", as_html(&article, &matcher)),
        ("jsonl", as_jsonl(&article, &matcher, Threshold::EVERYTHING)),
        ("C1.jsonl", as_jsonl(&article, &matcher, Threshold::from_level(Level::C1))),
    ];
    for (ending, written) in ways {
        assert!(!written.contains('\u{1b}'), "{ending} has a control code");
        expect_file![path.with_extension(ending)].assert_eq(&written);
    }
}

fn as_text(article: &Article, matcher: &Matcher, width: Option<usize>) -> String {
    let mut out = Vec::new();
    let setting = text::Setting { threshold: Threshold::default(), width };
    text::write(&mut out, article, matcher, setting).expect("memory takes all");
    String::from_utf8(out).expect("text")
}

fn as_html(article: &Article, matcher: &Matcher) -> String {
    let mut out = Vec::new();
    html::write(&mut out, article, matcher, Threshold::default()).expect("memory takes all");
    String::from_utf8(out).expect("text")
}

fn as_jsonl(article: &Article, matcher: &Matcher, threshold: Threshold) -> String {
    let mut out = Vec::new();
    let mut writer = jsonl::Writer::new(matcher, threshold);
    for (number, block) in article.blocks.iter().enumerate() {
        let annotated = annotate(&block.text, matcher, None);
        let item = jsonl::Item { number, kind: block.kind, text: &block.text, annotated: &annotated };
        writer.write(&mut out, item).expect("memory takes all");
    }
    String::from_utf8(out).expect("text")
}

#[test]
fn an_article_is_written_for_each_that_reads_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/export");
    let mut cases: Vec<PathBuf> =
        fs::read_dir(folder).expect("cases").map(|case| case.expect("a case").path()).collect();
    cases.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    assert!(!cases.is_empty());
    cases.iter().for_each(|case| check(case));
}

#[test]
fn every_offset_of_the_json_is_a_place_in_its_text() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/export/depeche.md");
    let (article, _) = parse(&fs::read_to_string(&path).expect("a case"));
    let written = as_jsonl(&article, &matcher(&path), Threshold::EVERYTHING);
    let mut spans = 0;
    for line in written.lines() {
        let block: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let text = block["text"].as_str().expect("a text");
        let at = |value: &serde_json::Value| {
            usize::try_from(value.as_u64().expect("a number")).expect("an offset")
        };
        for annotation in block["annotations"].as_array().expect("a list") {
            let own = annotation["spans"].as_array().expect("a list").iter();
            let pieces: Vec<&str> = own.map(|span| &text[at(&span[0])..at(&span[1])]).collect();
            assert_eq!(annotation["surface"], pieces.join(" … "));
            spans += pieces.len();
        }
        let tokens = block["tokens"].as_array().expect("a list").iter();
        let words: String = tokens.map(|token| &text[at(&token["start"])..at(&token["end"])]).collect();
        assert_eq!(words, text.split_whitespace().collect::<String>());
    }
    assert!(spans > 5);
}
