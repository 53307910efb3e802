//! The sentences of a glossary run as tests: `tests/examples/findings.txt` tells what is wrong with
//! those of `glossary.toml`. `UPDATE_EXPECT=1 cargo test --test examples` writes it anew.

use expect_test::expect_file;
use glose::annotate::matcher::Layer;
use glose::annotate::prepared::Prepared;
use glose::annotate::{Matcher, examples};
use glose::french::words::grammar_words;
use glose::glossary::{Glossary, parse};

/// What is wrong with the sentences of `source`, found with nothing but it.
fn check(source: &str) -> String {
    let (glossary, slips) = parse(source);
    assert_eq!(slips, []);
    let prepared = Prepared::new(Glossary::default(), grammar_words());
    let own = Layer { name: "glossary.toml".into(), glossary: glossary.clone() };
    let matcher = Matcher::new(prepared, vec![own]);
    let findings = examples::check(source, &glossary, &matcher, 0);
    findings.iter().map(|finding| finding.render("glossary.toml", source) + "\n\n").collect()
}

#[test]
fn what_is_not_found_as_the_braces_say_is_told() {
    expect_file!["examples/findings.txt"].assert_eq(&check(include_str!("examples/glossary.toml")));
}

#[test]
fn a_glossary_without_sentences_has_nothing_wrong() {
    assert_eq!(check("[[entry]]\nterm = \"trêve\"\npos = \"noun\"\ngloss = \"truce\"\n"), "");
    assert_eq!(check(""), "");
}
