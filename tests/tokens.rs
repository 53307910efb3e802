//! Whatever the text, its tokens are all of it and its sentences lie in order. Which words and
//! sentences French has is told by `tests/conformance/`.

use glose::french::sentence::sentences;
use glose::french::tokenize::tokenize;
use proptest::prelude::*;

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
