//! Web and mail addresses, handles and hashtags: what a text is not cut inside.
//!
//! Knows how they are written, and of words only what they are made of.

use super::letter::{first_char, is_letter, is_word_char, run};

/// The signs without which nothing is an address, looked for once and not at every word.
#[derive(Default)]
pub struct Signs {
    /// Where the next one is, or the blank before which there is none.
    next: usize,
    is_sign: bool,
}

impl Signs {
    /// False when no address can begin at `at`, where a token does; they go from left to right.
    pub fn are_near(&mut self, text: &str, at: usize) -> bool {
        if at >= self.next {
            let ends = |byte: &u8| matches!(byte, b'@' | b'#' | b'.' | b':' | b' ' | b'\n');
            let length = text.as_bytes()[at..].iter().position(ends);
            self.next = length.map_or(text.len(), |length| at + length);
            self.is_sign = text.as_bytes().get(self.next).is_some_and(|byte| !matches!(byte, b' ' | b'\n'));
            // At a sign the one after it may be the one that counts.
            if self.next == at {
                return self.is_sign;
            }
        }
        self.is_sign && self.next - at < LONGEST_ADDRESS
    }
}

/// An address is not longer, in bytes.
const LONGEST_ADDRESS: usize = 1000;

/// The length of the web or mail address, the handle or the hashtag at the start of `rest`.
pub fn address(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    if matches!(bytes[0], b'@' | b'#') {
        let length = 1 + run(&rest[1..], |c| is_word_char(c) || c == '_');
        return (length > 2 || (length > 1 && is_letter(first_char(&rest[1..])))).then_some(length);
    }
    if !bytes[0].is_ascii_alphanumeric() {
        return None;
    }
    let ends =
        |c: char| c.is_whitespace() || matches!(c, '«' | '»' | '"' | '<' | '>' | '(' | ')' | '“' | '”');
    let whole = rest.char_indices().find(|(at, c)| *at > LONGEST_ADDRESS || ends(*c));
    let whole = whole.map_or(rest.len(), |(at, _)| at);
    if whole > LONGEST_ADDRESS {
        return None;
    }
    let whole = rest[..whole].trim_end_matches(['.', ',', ';', ':', '!', '?', '…', '\'', '’']).len();
    let candidate = &rest[..whole];
    let is_web =
        candidate.contains("://") || candidate.get(..4).is_some_and(|www| www.eq_ignore_ascii_case("www."));
    (is_web || is_mail(candidate) || is_domain(candidate)).then_some(whole)
}

fn is_mail(candidate: &str) -> bool {
    candidate.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'))
    })
}

/// *lemonde.fr*, *gouv.fr/impots*: letters, a point and a country or kind of site.
fn is_domain(candidate: &str) -> bool {
    const ENDINGS: [&str; 16] =
        ["fr", "com", "org", "net", "eu", "be", "ch", "ca", "uk", "io", "info", "tv", "de", "ru", "ma", "sn"];
    let host = candidate.split('/').next().unwrap_or(candidate);
    host.is_ascii()
        && host.rsplit_once('.').is_some_and(|(name, ending)| {
            ENDINGS.contains(&ending)
                && name.len() > 1
                && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
        })
}
