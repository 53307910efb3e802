//! Words and sentences: each line of `tests/french/words.txt` is a paragraph, then its words
//! parted by ` · `; each line of `sentences.txt` has ` ‖ ` where a sentence ends.

use glose::french::sentence::sentences;
use glose::french::token::TokenKind;
use glose::french::tokenize::tokenize;
use proptest::prelude::*;

fn words(text: &str) -> String {
    let tokens = tokenize(text);
    let words = tokens.iter().filter(|token| token.kind != TokenKind::Space).map(|token| token.span.of(text));
    words.collect::<Vec<_>>().join(" · ")
}

#[test]
fn words_are_cut_as_a_grammarian_cuts_them() {
    let mut wrong = String::new();
    let cases =
        include_str!("french/words.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    for case in cases {
        let (text, wanted) = case.split_once(" => ").expect("a case is `text => words`");
        let text =
            text.replace("\\u{a0}", "\u{a0}").replace("\\u{202f}", "\u{202f}").replace("\\u{301}", "\u{301}");
        let wanted = wanted
            .replace("\\u{a0}", "\u{a0}")
            .replace("\\u{202f}", "\u{202f}")
            .replace("\\u{301}", "\u{301}");
        let found = words(&text);
        if found != wanted {
            wrong += &format!("{text}\n  wanted {wanted}\n  found  {found}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn sentences_end_where_a_reader_pauses() {
    let mut wrong = String::new();
    let cases = include_str!("french/sentences.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    for case in cases {
        let text = case.replace(" ‖ ", " ");
        let found = sentences(&text, &tokenize(&text))
            .iter()
            .map(|span| span.of(&text))
            .collect::<Vec<_>>()
            .join(" ‖ ");
        if found != case {
            wrong += &format!("wanted {case}\nfound  {found}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

proptest! {
    #[test]
    fn tokens_have_no_gaps_and_sentences_no_overlap(text in r"(\PC|[ '’«»\.\-0-9a-zé\u{a0}\u{202f}]){0,60}") {
        let tokens = tokenize(&text);
        prop_assert_eq!(tokens.iter().map(|token| token.span.of(&text)).collect::<String>(), text.clone());
        let mut end = 0;
        for span in sentences(&text, &tokens) {
            prop_assert!(span.start >= end && span.end > span.start);
            prop_assert_eq!(span.of(&text).trim(), span.of(&text));
            end = span.end;
        }
    }
}
