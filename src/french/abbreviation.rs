//! Abbreviations: words that keep their point and, most of them, end no sentence.

use compact_str::CompactString;

/// Abbreviations after which a sentence goes on, folded to small letters, without the point.
///
/// Titles, references and units as French newspapers write them (*Lexique des règles
/// typographiques en usage à l'Imprimerie nationale*, «Abréviations»).
const INNER: &[&str] = &[
    "m", "mm", "mr", "mrs", "ms", "dr", "drs", "pr", "prs", "me", "mes", "mgr", "st", "ste", "sts", "art",
    "al", "chap", "p", "pp", "vol", "no", "nos", "fig", "éd", "dir", "cf", "av", "apr", "env", "ex",
    "c.-à-d", "tél", "bd", "boul", "hab", "jr", "sr", "gal", "col", "cdt", "lt", "vs", "op", "cit", "coll",
    "trad", "réf", "adj", "dept", "inc", "ltd", "corp", "ph",
];

/// Abbreviations that may end a sentence.
const FINAL: &[&str] = &["etc", "j.-c", "a.m", "p.m"];

/// Abbreviations that are words too: they keep the point only before a figure or a capital.
const AMBIGUOUS: &[&str] = &[
    "m", "p", "al", "me", "mes", "no", "nos", "art", "col", "ex", "dir", "bd", "op", "coll", "ph", "sept",
    "pr", "adj", "av",
];

/// Abbreviated months, which keep the point only before a year.
const BEFORE_FIGURES: &[&str] = &["sept", "janv", "févr", "juill", "oct", "nov", "déc"];

/// No abbreviation of these lists has more bytes.
const LONGEST: usize = 7;

/// True when `word`, the letters before a point, keeps it; `after` is what follows the point.
///
/// *M.* before *Macron*, *art.* before *49*, the initials of *J. Chirac* and *O.N.U.*
#[must_use]
pub fn takes_point(word: &str, after: &str) -> bool {
    let mut letters = word.chars();
    let (Some(first), second) = (letters.next(), letters.next()) else { return false };
    if after.starts_with('.') {
        return false;
    }
    let next = after.chars().next();
    let follows = after.trim_start_matches([' ', '\u{a0}', '\u{202f}']).chars().next();
    if second.is_none() && first.is_uppercase() {
        return match next {
            Some('-' | '‑') => true,
            Some(c) if c.is_alphabetic() => {
                c.is_uppercase() && after[c.len_utf8()..].starts_with('.') || first == 'M' && c.is_uppercase()
            }
            Some(c) if c.is_whitespace() => {
                follows.is_some_and(char::is_uppercase) && (first == 'M' || !is_sentence_start(after))
                    || first == 'M' && is_title(after)
            }
            _ => false,
        };
    }
    if word.contains('.') {
        // The last letter of *O.N.U.* or *J.-C.*
        return word.rsplit(['.', '-']).next().is_some_and(|last| last.chars().count() == 1);
    }
    if word.len() > LONGEST {
        return false;
    }
    let low = CompactString::from_str_to_lowercase(word);
    if FINAL.contains(&low.as_str()) {
        return true;
    }
    if BEFORE_FIGURES.contains(&low.as_str()) {
        return follows.is_some_and(|c| c.is_ascii_digit());
    }
    INNER.contains(&low.as_str())
        && next.is_some_and(|c| c.is_whitespace() || matches!(c, ',' | ')' | '-'))
        && (!AMBIGUOUS.contains(&low.as_str())
            || follows.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()))
}

/// True of an office after *M.*, with its article: *M. le maire*.
fn is_title(after: &str) -> bool {
    ["le ", "la ", "l'", "l’"].iter().any(|article| after.trim_start().starts_with(article))
}

/// True when what follows an initial and its point is most likely a new sentence: a capital and a
/// common small word, as in *le plan B. Les élus …*
fn is_sentence_start(after: &str) -> bool {
    const STARTERS: [&str; 28] = [
        "Le", "La", "Les", "L", "Il", "Elle", "Ils", "Elles", "Un", "Une", "Des", "En", "Dans", "Mais", "Et",
        "Ce", "Cette", "Ces", "Cet", "C", "On", "Pour", "Par", "Selon", "Au", "Aux", "D", "S",
    ];
    let word = after.trim_start();
    let end = word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len());
    STARTERS.contains(&&word[..end]) && !word[end..].starts_with('.')
}

/// True of an abbreviation, with its point, after which a new sentence may begin: *etc.*, *O.N.U.*
///
/// The initials of a person, *J.-P.* or *J. A.*, end none.
#[must_use]
pub fn may_end_sentence(token: &str) -> bool {
    token.strip_suffix('.').is_some_and(|word| {
        FINAL.contains(&CompactString::from_str_to_lowercase(word).as_str())
            || word.split('.').count() > 2 && !word.contains('-')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_abbreviation_is_longer_than_the_longest() {
        let all = [INNER, FINAL, AMBIGUOUS, BEFORE_FIGURES].concat();
        assert_eq!(all.iter().map(|written| written.len()).max(), Some(LONGEST));
    }
}
