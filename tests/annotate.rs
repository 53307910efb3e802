//! Whatever the text, annotations lie in it: on character boundaries, in order, not overlapping.

use glose::annotate::matcher::Layer;
use glose::annotate::{Annotated, Annotation, Matcher, annotate};
use glose::builtin;
use glose::glossary;
use proptest::prelude::*;
use std::sync::LazyLock;

static MATCHER: LazyLock<Matcher> = LazyLock::new(|| Matcher::new(builtin::glossary(), Vec::new()));

/// The words an annotation stands on, checked one by one.
fn check(text: &str, annotation: &Annotation) {
    assert!(!annotation.spans.is_empty());
    let mut end = 0;
    for span in &annotation.spans {
        assert!(span.start >= end && span.end > span.start, "{:?}", annotation.spans);
        assert!(!span.of(text).trim().is_empty());
        end = span.end;
    }
    let entry = MATCHER.entry(annotation.entry);
    assert!(annotation.sense < entry.senses.len());
    for inside in &annotation.inside {
        check(text, inside);
        let is_covered = |place: usize| annotation.spans.iter().any(|span| span.contains(place));
        assert!(inside.spans.iter().all(|span| is_covered(span.start) && is_covered(span.end - 1)));
    }
}

fn check_all(text: &str) -> Annotated {
    let found = annotate(text, &MATCHER, None);
    assert_eq!(found.tokens.len(), found.readings.len());
    let mut starts: Vec<usize> = Vec::new();
    let mut taken = vec![false; text.len()];
    for annotation in &found.annotations {
        check(text, annotation);
        starts.push(annotation.spans[0].start);
        for byte in annotation.spans.iter().flat_map(|span| span.range()) {
            assert!(
                !taken[byte] || text.as_bytes()[byte] == b' ',
                "two annotations share a byte of {text:?}"
            );
            taken[byte] = true;
        }
    }
    assert!(starts.is_sorted());
    found
}

/// Words that meet in news, and what else may stand in a text.
fn text() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "le",
        "la",
        "l’",
        "s’",
        "est",
        "soldé",
        "par",
        "mise",
        "en",
        "examen",
        "à l’issue",
        "de",
        "du",
        "des",
        "ne",
        "pas",
        "que",
        "prend",
        "acte",
        "État",
        "ETAT",
        "Élysée",
        "été",
        "plus",
        "tout",
        "bon",
        "agent",
        "10 000",
        "%",
        "«",
        "»",
        ".",
        ",",
        "…",
        "-t-il",
        "aujourd’hui",
        "M.",
        "\u{a0}",
        "\u{202f}",
        "e\u{301}",
        "\u{1b}[2J",
        "𝄞",
        "-",
        "'",
    ]);
    let word = prop_oneof![9 => words.prop_map(str::to_owned), 1 => "\\PC{0,6}".prop_map(|any| any)];
    prop::collection::vec(word, 0..25).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn annotations_lie_in_the_text(text in text()) {
        check_all(&text);
    }

    #[test]
    fn any_string_is_a_text(text in "\\PC{0,80}") {
        check_all(&text);
    }
}

#[test]
fn every_built_in_article_is_annotated() {
    for (name, source) in builtin::ARTICLES {
        let (article, findings) = glose::article::parse(source);
        assert!(findings.is_empty(), "{name}");
        let found: usize = article.blocks.iter().map(|block| check_all(&block.text).annotations.len()).sum();
        assert!(found > 200, "{name} has {found}");
    }
}

#[test]
fn terms_around_tip_the_balance_between_senses() {
    let entry = |term: &str, rest: &str| {
        format!("[[entry]]\nterm = \"{term}\"\npos = \"noun\"\ngender = \"m\"\n{rest}\n")
    };
    let on_sport = "gloss = \"x\"\ntopic = \"sport\"";
    let senses = "[[entry.sense]]\ngloss = \"shop window\"\n[[entry.sense]]\ngloss = \"goal\"\ntopic = \"sport\"\nnear = [\"zut\"]";
    let own =
        ["dribblu", "tacla", "penaltu"].map(|term| entry(term, on_sport)).concat() + &entry("butru", senses);
    let layer = Layer { name: "own".into(), glossary: glossary::parse(&own).0 };
    let matcher = Matcher::new(builtin::glossary(), vec![layer]);
    let gloss = |text: &str| {
        let found = annotate(text, &matcher, None);
        let entry = |one: &Annotation| matcher.entry(one.entry).term == "butru";
        let one = found.annotations.iter().find(|one| entry(one)).expect("it is found");
        matcher.entry(one.entry).senses[one.sense].gloss.clone()
    };
    assert_eq!(gloss("Un dribblu, un tacla, un penaltu, un butru."), "goal");
    assert_eq!(gloss("Un dribblu et un butru."), "shop window");
}
