//! What words are made of, and how long a run of it is.
//!
//! Knows no word.

/// The first character of a text that is not empty.
pub fn first_char(rest: &str) -> char {
    rest.chars().next().unwrap_or('\0')
}

/// How many bytes at the start of `rest` are of letters and digits: as `run` of [`is_word_char`], without
/// taking French letters apart.
pub fn word_run(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut end = 0;
    while let Some(byte) = bytes.get(end) {
        match (byte, bytes.get(end + 1)) {
            (b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9', _) => end += 1,
            // From *À* to *ÿ*, without × and ÷.
            (0xc3, Some(second)) if !matches!(second, 0x97 | 0xb7) => end += 2,
            (..0x80, _) => break,
            _ if is_word_char(first_char(&rest[end..])) => end += first_char(&rest[end..]).len_utf8(),
            _ => break,
        }
    }
    end
}

/// How many bytes at the start of `rest` are all `wanted`.
pub fn run(rest: &str, wanted: impl Fn(char) -> bool) -> usize {
    rest.find(|c| !wanted(c)).unwrap_or(rest.len())
}

/// What words are made of: letters, combining accents, and the point of *candidat·es*.
pub fn is_letter(c: char) -> bool {
    match c {
        ..='\u{7f}' => c.is_ascii_alphabetic(),
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ÿ' | 'Œ' | 'œ' => true,
        // The frequent spaces and marks of French, of which no table needs to be asked.
        '\u{a0}' | '«' | '»' | '\u{2000}'..='\u{206f}' => is_joiner(c),
        'º' | 'ª' | 'ʼ' => false,
        _ => c.is_alphanumeric() || is_joiner(c),
    }
}

/// Characters inside a word that are no letters: combining marks, soft hyphen, zero-width joiners.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '·' | '‧')
}

/// Letters and digits.
pub fn is_word_char(c: char) -> bool {
    c.is_ascii_digit() || is_letter(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_of_letters_is_that_of_their_characters() {
        for text in ["élève2 x", "×÷", "ÿ’a", "e\u{301}t", "œuf·s", "", "É", "naïve-té", "π2°", "a\u{ad}b…"]
        {
            assert_eq!(word_run(text), run(text, is_word_char), "{text:?}");
        }
    }
}
