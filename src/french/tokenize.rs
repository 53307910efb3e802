//! Cuts a paragraph into words, numbers, marks and the space between them.
//!
//! Follows Universal Dependencies for French: an elided word is a token with its apostrophe
//! (*l'* *échec*), a pronoun after its verb one with its hyphen (*a* *-t-il*), while *aujourd'hui*,
//! *cessez-le-feu*, *M.* and *10 000* are one each. Looks no word up: what it knows are signs.

use super::abbreviation;
use super::address::{Signs, address};
use super::elision::{ELISIONS, WHOLE};
use super::letter::{first_char, is_letter, is_word_char, run, word_run};
use super::token::{Token, TokenKind};
use crate::text::fold::{Accents, fold};
use crate::text::span::Span;

/// The tokens of `text`: gapless, in order.
#[must_use]
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 3);
    let mut signs = Signs::default();
    let mut at = 0;
    while at < text.len() {
        if let Some((end, kind)) = plain(text, at) {
            tokens.push(Token { span: Span::new(at, end), kind });
            at = end;
            continue;
        }
        let (end, kind) = next(text, at, &mut signs);
        debug_assert!(end > at);
        match kind {
            TokenKind::Word => push_word(text, Span::new(at, end), &mut tokens),
            _ => tokens.push(Token { span: Span::new(at, end), kind }),
        }
        at = end;
    }
    tokens
}

/// What most tokens are, as [`next`] would have it: letters up to a blank, and a blank before a letter.
fn plain(text: &str, at: usize) -> Option<(usize, TokenKind)> {
    let bytes = text.as_bytes();
    match bytes[at] {
        b' ' => matches!(bytes.get(at + 1), Some(b'!'..=b'~')).then_some((at + 1, TokenKind::Space)),
        b'a'..=b'z' | b'A'..=b'Z' | 0xc3 if at == 0 || !bytes[at - 1].is_ascii_digit() => {
            let end = at + word_run(&text[at..]);
            (end > at && bytes.get(end) == Some(&b' ')).then_some((end, TokenKind::Word))
        }
        _ => None,
    }
}

/// The end and the kind of the token that begins at `at`.
fn next(text: &str, at: usize, signs: &mut Signs) -> (usize, TokenKind) {
    let rest = &text[at..];
    let first = first_char(rest);
    if first.is_whitespace() {
        return (at + run(rest, char::is_whitespace), TokenKind::Space);
    }
    if signs.are_near(text, at)
        && let Some(length) = address(rest)
    {
        return (at + length, TokenKind::Address);
    }
    if first.is_ascii_digit() {
        let end = number(rest);
        return match compound(&rest[end..]) {
            0 => (at + end, TokenKind::Number),
            joined => (at + end + joined, TokenKind::Word),
        };
    }
    if is_hour(text, at) {
        return (at + 1, TokenKind::Word);
    }
    if is_letter(first) {
        return (at + word(text, at), TokenKind::Word);
    }
    match first {
        '.' | '-' | '!' | '?' | '*' | '_' | '=' if rest[1..].starts_with(first) => {
            (at + run(rest, |c| c == first), TokenKind::Punct)
        }
        '°' if rest['°'.len_utf8()..].starts_with(['C', 'F']) => {
            (at + '°'.len_utf8() + 1, TokenKind::Symbol)
        }
        '%' | '°' | '€' | '$' | '£' | '¥' | '+' | '=' | '<' | '>' | '&' | '|' | '~' | '©' | '®' | '§'
        | '×' | '±' | '^' | '‰' => (at + first.len_utf8(), TokenKind::Symbol),
        _ => (at + first.len_utf8(), TokenKind::Punct),
    }
}

/// The length of the number at the start of `rest`: *10 000*, *3,5*, *49.3*, *1990-1995*, *1er*.
fn number(rest: &str) -> usize {
    let mut end = run(rest, |c| c.is_ascii_digit());
    let mut can_group = end <= 3;
    loop {
        let tail = &rest[end..];
        let Some(sign) = tail.chars().next() else { break };
        let after = &tail[sign.len_utf8()..];
        let digits = run(after, |c| c.is_ascii_digit());
        match sign {
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’' if can_group && digits == 3 => {}
            ',' | '.' | '/' | '-' | '‑' | ':' | '–' if digits > 0 && (sign != ':' || digits == 2) => {
                can_group = false
            }
            _ => break,
        }
        end += sign.len_utf8() + digits;
    }
    let tail = &rest[end..];
    if is_hour(rest, end) { end } else { end + word_run(tail) }
}

/// True of the *h* of an hour at `at`: *14**h**30*, *18**h***. It is a word, as in *14 h 30*.
fn is_hour(text: &str, at: usize) -> bool {
    let rest = &text[at..];
    let is_after_digit = text[..at].ends_with(|c: char| c.is_ascii_digit());
    is_after_digit && rest.starts_with(['h', 'H']) && {
        let minutes = run(&rest[1..], |c| c.is_ascii_digit());
        minutes <= 2 && !is_word_char(first_char(&rest[1 + minutes..]))
    }
}

/// The length of what a hyphen and a capital join to a number: *14**-Juillet***.
fn compound(tail: &str) -> usize {
    let is_joined = tail.strip_prefix(['-', '‑']).is_some_and(|name| first_char(name).is_uppercase());
    if is_joined { run(tail, |c| is_word_char(c) || matches!(c, '-' | '‑')) } else { 0 }
}

/// The length of the word at `at`, hyphens, inner apostrophes and the point of an abbreviation included.
fn word(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let mut end = word_run(rest);
    let may_be_whole = rest[end..].starts_with(['\'', '’', 'ʼ', '-', '‑']);
    if may_be_whole && let Some(length) = whole_word(rest) {
        return length;
    }
    loop {
        let tail = &rest[end..];
        let Some(sign) = tail.chars().next() else { break };
        let next = tail[sign.len_utf8()..].chars().next().unwrap_or(' ');
        match sign {
            '\'' | '’' | 'ʼ' if is_elided(&rest[..end]) => return end + sign.len_utf8(),
            '\'' | '’' | 'ʼ' | '-' | '‑' | '\u{2010}' if is_word_char(next) => {}
            '.' if abbreviation::takes_point(&rest[..end], &tail[1..]) => {
                end += 1;
                if !matches!(first_char(&rest[end..]), '-' | '‑') && !is_letter(first_char(&rest[end..])) {
                    break;
                }
                end += run(&rest[end..], |c| matches!(c, '-' | '‑'));
                end += word_run(&rest[end..]);
                continue;
            }
            '°' if matches!(&rest[..end], "n" | "N") => return end + sign.len_utf8(),
            '/' if is_ratio(&rest[..end], &tail[1..]) => {}
            '(' => match bracketed_ending(tail) {
                Some(length) => return end + length,
                None => break,
            },
            _ => break,
        }
        end += sign.len_utf8();
        end += word_run(&rest[end..]);
    }
    end
}

/// The length of a word at the start of `rest` whose apostrophe is no elision: *aujourd'hui*.
#[must_use]
pub fn whole_word(rest: &str) -> Option<usize> {
    const LONGEST: usize = 24;
    let is_apostrophe = |c| matches!(c, '\'' | '’' | 'ʼ');
    let is_inside = |c| is_word_char(c) || is_apostrophe(c) || matches!(c, '-' | '‑');
    let may_open = |c: char| !c.is_ascii() || WHOLE.iter().any(|it| it.starts_with(c.to_ascii_lowercase()));
    if !rest.starts_with(may_open) {
        return None;
    }
    let first =
        rest.char_indices().find(|(at, c)| *at > LONGEST || !is_word_char(*c) && !matches!(c, '-' | '‑'));
    if !first.is_some_and(|(_, c)| is_apostrophe(c)) {
        return None;
    }
    let end = rest.char_indices().find(|(at, c)| *at > 2 * LONGEST || !is_inside(*c));
    let text = rest[..end.map_or(rest.len(), |(at, _)| at)].trim_end_matches(['-', '\'', '’']);
    if text.len() > LONGEST || !text.contains(is_apostrophe) {
        return None;
    }
    let folded = fold(text, Accents::Dropped);
    let is_whole = |whole: &&str| {
        folded
            .strip_prefix(*whole)
            .is_some_and(|more| more.is_empty() || more == "s" || more.starts_with('-'))
    };
    WHOLE.iter().any(is_whole).then_some(text.len())
}

/// True of what stands before the apostrophe of an elision.
fn is_elided(before: &str) -> bool {
    let is_it =
        |written: &str| written.strip_suffix('\'').is_some_and(|full| full.eq_ignore_ascii_case(before));
    before == "Ç" || ELISIONS.iter().any(|(written, _)| is_it(written))
}

/// *km/h*, *IIb/IIIa*: a stroke that does not part two words.
fn is_ratio(before: &str, after: &str) -> bool {
    let next = word_run(after);
    next > 0
        && (before.len() <= 3 && next <= 2 || before.bytes().any(|b| b.is_ascii_uppercase()) && next <= 5)
}

/// The bracket of *traité(e)* or *élu(e)s*: its length with what follows it.
fn bracketed_ending(tail: &str) -> Option<usize> {
    let inner = tail.bytes().skip(1).take(3).position(|byte| byte == b')')?;
    if !matches!(&tail[1..=inner], "e" | "s" | "es" | "ne" | "x" | "E" | "S" | "ES" | "NE" | "X") {
        return None;
    }
    let length = inner + 2;
    Some(length + run(&tail[length..], |c| matches!(c, 's' | 'S')))
}

/// Pronouns that stand after their verb with a hyphen; longest first.
const CLITICS: [&str; 20] = [
    "-t-elles", "-t-elle", "-t-ils", "-t-il", "-t-on", "-elles", "-elle", "-nous", "-vous", "-leur", "-ils",
    "-il", "-on", "-je", "-tu", "-ce", "-moi", "-toi", "-lui", "-les",
];
/// Those that are also parts of ordinary compounds: only after what looks like an imperative.
const WEAK_CLITICS: [&str; 4] = ["-le", "-la", "-en", "-y"];
/// Words that end like a verb and its pronoun and are neither.
const NO_CLITIC: [&str; 5] = ["rendez-vous", "garde-à-vous", "sauve-qui-peut", "chez-moi", "chez-nous"];

/// Pushes a word, without the pronouns that hang on a verb: *dit-elle*, *donne-le-moi*.
fn push_word(text: &str, span: Span, tokens: &mut Vec<Token>) {
    let written = span.of(text);
    let mut cuts = [0; 2];
    let mut count = 0;
    if written.contains(['-', '‑']) {
        let low = written.to_lowercase().replace('‑', "-");
        let mut base = low.as_str();
        let mut rest = written;
        while count < 2 && !NO_CLITIC.contains(&base) {
            let Some(clitic) = clitic(base, count > 0).or_else(|| particle(base)) else { break };
            base = &base[..base.len() - clitic.len()];
            // It is as many letters long as it is written, whatever its hyphen.
            let Some((at, _)) = rest.char_indices().rev().nth(clitic.chars().count() - 1) else { break };
            rest = &rest[..at];
            cuts[count] = span.start + at;
            count += 1;
        }
    }
    let mut start = span.start;
    for end in cuts[..count].iter().rev().copied().chain([span.end]) {
        tokens.push(Token { span: Span::new(start, end), kind: TokenKind::Word });
        start = end;
    }
}

/// The particle of a demonstrative at the end of `low`, behind a noun: *ce jour**-là***. It is part of
/// the word in *celui-là*, *là-bas* and *par-ci*.
fn particle(low: &str) -> Option<&'static str> {
    const WHOLE: [&str; 10] = ["celui", "celle", "ceux", "celles", "là", "par", "jusque", "de", "ce", "voi"];
    let found = ["-là", "-ci"].into_iter().find(|particle| low.ends_with(particle))?;
    let base = &low[..low.len() - found.len()];
    (!base.is_empty() && !base.contains('-') && !WHOLE.contains(&base)).then_some(found)
}

/// The pronoun at the end of `low`, if what stands before it can be a verb. One that stands before
/// another pronoun, *donne-le-moi*, needs no further proof.
fn clitic(low: &str, before_another: bool) -> Option<&'static str> {
    if let Some(found) = CLITICS.into_iter().find(|clitic| low.len() > clitic.len() && low.ends_with(clitic))
    {
        let base = &low[..low.len() - found.len()];
        return can_be_verb(base, found).then_some(found);
    }
    let found = WEAK_CLITICS.into_iter().find(|clitic| low.len() > clitic.len() && low.ends_with(clitic))?;
    let base = &low[..low.len() - found.len()];
    let is_imperative = before_another
        || base.ends_with("ez")
        || base.ends_with("ons")
        || (found == "-y" && base.ends_with('s'))
        || matches!(
            base,
            "dis" | "fais" | "prends" | "mets" | "voilà" | "va-t" | "viens" | "laisse" | "donne" | "parle"
        );
    let is_cut = match base.split_once('-') {
        // *allez-vous-en*
        Some((verb, pronoun)) => PRONOUNS.contains(&pronoun) && is_imperative_ending(verb),
        None => is_imperative,
    };
    is_cut.then_some(found)
}

/// Pronouns that stand between an imperative and another pronoun.
const PRONOUNS: [&str; 9] = ["le", "la", "les", "en", "y", "moi", "nous", "vous", "toi"];

/// True of what ends as imperatives do: *allez*, *parlons*, *donne*, *rends*.
fn is_imperative_ending(verb: &str) -> bool {
    verb.ends_with(['e', 's', 'z'])
}

/// True when `base` may be a verb before `clitic`: it ends as verbs end in that person.
fn can_be_verb(base: &str, clitic: &str) -> bool {
    let last = base.rsplit('-').next().unwrap_or(base);
    match clitic {
        _ if last.is_empty() => false,
        // *rendez-la-nous*
        _ if base.len() > last.len() => {
            let verb = &base[..base.len() - last.len() - 1];
            PRONOUNS.contains(&last) && is_imperative_ending(verb)
        }
        "-il" | "-elle" | "-on" | "-ce" => last.ends_with(['t', 'd', 'e', 'a', 'c']) && last != "le",
        "-ils" | "-elles" => last.ends_with("nt"),
        "-je" => last.ends_with(['e', 'é', 's', 'x', 'i']),
        "-tu" => last.ends_with(['s', 'x']),
        "-nous" => last.ends_with("ons") || last.ends_with("mes") || last.ends_with("ez"),
        "-vous" => last.ends_with("ez") || last.ends_with("tes"),
        "-moi" | "-toi" | "-lui" | "-leur" | "-les" => {
            is_imperative_ending(last)
                && !matches!(
                    last,
                    "contre"
                        | "entre"
                        | "autre"
                        | "même"
                        | "ce"
                        | "de"
                        | "le"
                        | "les"
                        | "chez"
                        | "sans"
                        | "avec"
                )
        }
        _ => true,
    }
}
