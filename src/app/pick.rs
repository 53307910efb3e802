//! Which lines of a list a few typed letters mean.
//!
//! Knows no list: only texts, and their numbers.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::text::fold::{Accents, fold};

/// The numbers of the `texts` that `typed` fits, the best first, those far behind it left out; all, in order,
/// for an empty one.
#[must_use]
pub fn ranked(typed: &str, texts: &[String]) -> Vec<usize> {
    if typed.trim().is_empty() {
        return (0..texts.len()).collect();
    }
    let typed = fold(typed, Accents::Dropped);
    let pattern = Pattern::new(&typed, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
    let mut config = Config::DEFAULT;
    config.prefer_prefix = true;
    let mut matcher = Matcher::new(config);
    let mut buffer = Vec::new();
    let mut scored: Vec<(u32, usize)> = Vec::new();
    for (number, text) in texts.iter().enumerate() {
        let folded = fold(text, Accents::Dropped);
        let score = pattern.score(Utf32Str::new(&folded, &mut buffer), &mut matcher);
        scored.extend(score.map(|score| (score, number)));
    }
    let best = scored.iter().map(|(score, _)| *score).max().unwrap_or(0);
    scored.retain(|(score, _)| score * 4 >= best * 3);
    scored.sort_by_key(|(score, number)| (std::cmp::Reverse(*score), *number));
    scored.into_iter().map(|(_, number)| number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_letters_find_a_line() {
        let texts = ["L’été à Kyiv", "La trêve", "Le procès"].map(str::to_owned);
        assert_eq!(ranked("treve", &texts), [1]);
        assert_eq!(ranked("l'ete", &texts)[0], 0);
        assert_eq!(ranked("", &texts), [0, 1, 2]);
        assert!(ranked("xyz", &texts).is_empty());
    }
}
