//! What holds of every text that anybody may write: nothing panics, nothing is lost, nothing of it
//! is obeyed.
//!
//! Tokens, sentences, rows, paradigms, articles and annotations have their own properties beside
//! their other tests; here are the files that people write and the ways out.

use std::sync::LazyLock;

use glose::annotate::annotate;
use glose::annotate::matcher::{Layer, Matcher};
use glose::annotate::prepared::Prepared;
use glose::app::keymap::Chord;
use glose::article::{self, Article, Block, BlockKind};
use glose::builtin;
use glose::diagnostic::Diagnostic;
use glose::export::{html, jsonl, text};
use glose::french::words::grammar_words;
use glose::glossary::{self, notation};
use glose::import::{decode, decode_line};
use glose::lint::{self, Known, Whole};
use glose::study::Threshold;
use glose::text::edit;
use glose::text::fold::{Accents, Shadow, fold};
use glose::text::lines::Lines;
use glose::text::span::Span;
use glose::text::visible::{mark, visible};
use proptest::prelude::*;

static MATCHER: LazyLock<Matcher> = LazyLock::new(|| Matcher::new(builtin::glossary(), Vec::new()));
/// A small one, so that many layers can be laid over it.
static PREPARED: LazyLock<Prepared> = LazyLock::new(|| {
    let (glossary, findings) = glossary::parse(include_str!("screens/glossary.toml"));
    assert!(findings.is_empty());
    Prepared::new(glossary, grammar_words())
});

/// Text with everything in it that a terminal, a page or a file format might take for a command.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = [
        "\u{1b}[31m",
        "\u{1b}]0;titre\u{7}",
        "\u{9b}2J",
        "\u{202e}",
        "\u{2066}",
        "\u{200f}",
        "\u{7f}",
        "\0",
        "\r",
        "\u{85}",
        "\u{2028}",
        "\u{e0041}",
        "<script>alert(1)</script>",
        "&amp;",
        "\"'`$(id)",
        "]]>",
        "-->",
        "{\"a\": 1}",
        "\\u001b",
        "l’été",
        "État",
        "se solde par",
        "mise en examen",
        " ",
        "\u{a0}",
        ". ",
        "e\u{301}",
        "👩‍🚀",
        "漢字",
    ];
    let piece = prop_oneof![6 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,6}", 1 => any::<String>()];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// What a glossary is made of, in any disorder.
fn toml() -> impl Strategy<Value = String> {
    let pieces = [
        "[[entry]]\n",
        "  [[entry.sense]]\n",
        "term = \"",
        "term = \"mettre qqch en œuvre\"\n",
        "term = \"(à) (tout) le/la … qqn\"\n",
        "pos = \"noun\"\n",
        "pos = \"verb\"\n",
        "gloss = \"x\"\n",
        "gender = \"m\"\n",
        "examples = [\"Un {mot} ici.\", \"{\", \"}{\"]\n",
        "never = [\"mot\"]\n",
        "near = [\"s'alourdir\"]\n",
        "forms = [\"\", \"yeux\"]\n",
        "plural = \"=\"\n",
        "variants = [\"(\", \"a b\"]\n",
        "see = [\"rien\"]\n",
        "level = \"B9\"\n",
        "note = \"\"\"\n",
        "\"\"\"\n",
        "\"",
        "'",
        "]\n",
        "[",
        "=",
        "\n",
        "# mot\n",
        "\\u0000",
        "\u{1b}[2J",
        "\u{feff}",
        "\r\n",
        "été",
    ];
    let piece =
        prop_oneof![9 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,6}"];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

/// True of what must never come out as it went in.
fn is_command(character: char) -> bool {
    character != '\n' && mark(character).is_some()
}

fn article_of(text: &str) -> Article {
    let block = |kind, text: &str| Block {
        kind,
        text: text.to_owned(),
        translation: Some(text.to_owned()),
        span: Span::new(0, 0),
    };
    let own = Some(text.to_owned());
    Article {
        title: own.clone(),
        source: own.clone(),
        date: own.clone(),
        level: own.clone(),
        topic: own,
        blocks: vec![block(BlockKind::Heading, text), block(BlockKind::Paragraph, text)],
    }
}

/// A glossary in which everything that is shown is `text`.
fn layer_of(text: &str) -> Layer {
    let quoted = serde_json::to_string(text).unwrap().replace('\u{7f}', "\\u007f");
    let source = format!(
        "[[entry]]\nterm = \"été\"\npos = \"noun\"\ngloss = {quoted}\nnote = {quoted}\nregister = {quoted}\nfalse_friend = {quoted}\n"
    );
    Layer { name: text.to_owned(), glossary: glossary::parse(&source).0 }
}

fn check_findings(findings: &[Diagnostic], source: &str) {
    for finding in findings {
        let shown = finding.render("g\u{1b}.toml", source);
        assert!(!shown.contains(is_command), "{shown:?}");
        assert!(!finding.brief("g\u{1b}.toml", source).contains(is_command));
        assert!(finding.span.end >= finding.span.start && finding.span.end <= source.len(), "{finding:?}");
        if let Some(fix) = &finding.fix {
            _ = edit::apply(source, &fix.edits);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_text_is_a_glossary_with_its_faults_told(source in toml()) {
        let (glossary, findings) = glossary::parse(&source);
        check_findings(&findings, &source);
        for entry in &glossary.entries {
            prop_assert!(!entry.senses.is_empty() && !entry.term.trim().is_empty());
            prop_assert!(source.get(entry.span.range()).is_some());
            prop_assert!((1..=source.lines().count()).contains(&entry.line));
        }
        let layer = Layer { name: "own".into(), glossary: glossary.clone() };
        let matcher = Matcher::new(PREPARED.clone(), vec![layer]);
        let known = Known::of(&matcher);
        let whole = Whole::new((source.as_str(), &glossary), (&matcher, 0), &known);
        check_findings(&lint::check(&whole), &source);
        _ = annotate("Mettre ce mot en œuvre, à tout le moins, c’est un mot.", &matcher, None);
    }

    #[test]
    fn nothing_of_a_text_is_a_command_wherever_it_comes_out(text in hostile()) {
        let matcher = Matcher::new(PREPARED.clone(), vec![layer_of(&text)]);
        let article = article_of(&format!("{text} Un été. {text}"));
        let mut page = Vec::new();
        html::write(&mut page, &article, &matcher, Threshold::EVERYTHING).unwrap();
        let page = String::from_utf8(page).unwrap();
        prop_assert!(!page.contains(is_command), "{page:?}");
        prop_assert!(!page.contains("<script") && !page.contains("&amp;amp;amp;"));
        prop_assert!(page.matches('<').count() == page.matches('>').count(), "{page}");
        for width in [None, Some(1), Some(20)] {
            let mut plain = Vec::new();
            let setting = text::Setting { threshold: Threshold::EVERYTHING, width };
            text::write(&mut plain, &article, &matcher, setting).unwrap();
            let plain = String::from_utf8(plain).unwrap();
            prop_assert!(!plain.contains(is_command), "{plain:?}");
        }
    }

    #[test]
    fn json_lines_are_json_and_give_the_text_back(text in hostile()) {
        let matcher = Matcher::new(PREPARED.clone(), vec![layer_of(&text)]);
        let text = format!("{text} Un été.");
        let annotated = annotate(&text, &matcher, None);
        let item = jsonl::Item { number: 7, kind: BlockKind::Paragraph, text: &text, annotated: &annotated };
        let mut line = Vec::new();
        jsonl::Writer::new(&matcher, Threshold::EVERYTHING).write(&mut line, item).unwrap();
        let line = String::from_utf8(line).unwrap();
        prop_assert!(line.ends_with('\n') && !line.trim_end_matches('\n').contains(|c| mark(c).is_some()));
        let value: serde_json::Value = serde_json::from_str(&line).unwrap();
        prop_assert_eq!(&value["text"], &text);
        let spans = |list: &serde_json::Value| -> Vec<(usize, usize)> {
            list.as_array().unwrap().iter().map(|span| serde_json::from_value(span.clone()).unwrap()).collect()
        };
        let mut end = 0;
        for (from, to) in spans(&value["sentences"]) {
            prop_assert!(from >= end && text.get(from..to).is_some_and(|text| !text.is_empty()));
            end = to;
        }
        for token in value["tokens"].as_array().unwrap() {
            let at = |key: &str| usize::try_from(token[key].as_u64().unwrap()).unwrap();
            prop_assert!(text.get(at("start")..at("end")).is_some());
        }
        for annotation in value["annotations"].as_array().unwrap() {
            let pieces: Vec<&str> = spans(&annotation["spans"]).into_iter().map(|(from, to)| &text[from..to]).collect();
            prop_assert_eq!(&annotation["surface"], &pieces.join(" … "));
        }
    }

    #[test]
    fn any_headword_is_read_or_refused(term in "([a-zé]{1,4}|[ ()/…'’]|se|qqn|\\.\\.\\.){0,24}") {
        match notation::parse(&term) {
            Ok(read) => prop_assert!(!read.parts.is_empty() && read.parts.len() <= term.len()),
            Err(error) => prop_assert!(term.get(error.at).is_some()),
        }
    }

    #[test]
    fn any_bytes_are_text_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let line = decode_line(&bytes).into_owned();
        match String::from_utf8(bytes.clone()) {
            Ok(text) => prop_assert_eq!(text.strip_prefix('\u{feff}').unwrap_or(&text), &line),
            Err(_) => prop_assert!(bytes.is_empty() || !line.is_empty()),
        }
        if let Ok(decoded) = decode(bytes) {
            let (article, findings) = article::parse(&decoded.text);
            check_findings(&findings, &decoded.text);
            let (again, _) = article::parse(&article::write(&article));
            prop_assert_eq!(again.blocks.len(), article.blocks.len());
        }
    }

    #[test]
    fn what_is_visible_is_no_command_and_stays_so(text in hostile()) {
        let shown = visible(&text).into_owned();
        prop_assert!(!shown.contains(|character| mark(character).is_some()));
        prop_assert_eq!(visible(&shown), shown.as_str());
        prop_assert_eq!(shown.chars().count(), text.chars().count());
    }

    #[test]
    fn what_is_folded_is_found_where_it_stands(text in hostile(), from in 0..60_usize, length in 1..20_usize) {
        let from = text.floor_char_boundary(from.min(text.len()));
        let needle = &text[from..text.floor_char_boundary((from + length).min(text.len()))];
        let shadow = Shadow::new(&text);
        let found = shadow.find(needle);
        prop_assert!(found.iter().all(|span| text.get(span.range()).is_some() && !span.is_empty()));
        prop_assert!(found.windows(2).all(|pair| pair[0].end <= pair[1].start), "{found:?}");
        let has_letters = !fold(needle, Accents::Dropped).is_empty();
        prop_assert!(!has_letters || !found.is_empty(), "{needle:?} in {text:?}");
        for span in found {
            prop_assert!(fold(span.of(&text), Accents::Dropped).contains(&fold(needle, Accents::Dropped)));
        }
    }

    #[test]
    fn a_key_is_written_as_it_is_read(written in "(ctrl-|alt-|shift-){0,3}(\\PC|up|pgdn|f[0-9]{1,4}|[a-z]{1,7}|)") {
        if let Some(chord) = Chord::parse(&written) {
            prop_assert!(!chord.to_string().is_empty());
        }
    }

    #[test]
    fn a_place_in_any_text_has_a_line(text in hostile(), at in 0..100_usize) {
        let at = text.floor_char_boundary(at.min(text.len()));
        let place = Lines::new(&text).position(&text, at);
        prop_assert!(place.line >= 1 && place.column >= 1);
        let all = annotate(&text, &MATCHER, Some(&text));
        prop_assert_eq!(all.tokens.iter().map(|token| token.span.len()).sum::<usize>(), text.len());
    }
}
