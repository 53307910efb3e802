//! From bytes to text, whatever the encoding.
//!
//! Knows no file. Text that is not UTF-8 is read all the same, and how it was read is told.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use thiserror::Error;

/// Bytes that were read as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without the mark of its encoding.
    pub text: String,
    /// How it was read, when it is not plain UTF-8.
    pub encoding: Encoding,
}

/// How bytes were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// The usual one, with or without its mark.
    Utf8,
    /// UTF-8 in which a few bytes are none: each shown as `�`.
    DamagedUtf8,
    /// What Windows programs wrote.
    Windows1252,
    /// UTF-16, by its mark.
    Utf16,
}

impl Encoding {
    /// What a person should know of it, if anything.
    #[must_use]
    pub const fn note(self) -> Option<&'static str> {
        match self {
            Self::Utf8 => None,
            Self::DamagedUtf8 => Some("some bytes are not UTF-8, and are shown as \u{fffd}"),
            Self::Windows1252 => Some("not UTF-8: read as Windows-1252"),
            Self::Utf16 => Some("read as UTF-16"),
        }
    }
}

/// Bytes that are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a text file")]
pub struct NotText;

/// Reads `bytes` as text.
///
/// # Errors
/// When they have a NUL among them, or many control codes: a picture, a program, an archive.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, NotText> {
    for (mark, encoding) in [([0xff, 0xfe], UTF_16LE), ([0xfe, 0xff], UTF_16BE)] {
        if bytes.starts_with(&mark) {
            let (text, _) = encoding.decode_with_bom_removal(&bytes);
            let is_text = !text.contains('\0');
            return is_text
                .then(|| Decoded { text: text.into_owned(), encoding: Encoding::Utf16 })
                .ok_or(NotText);
        }
    }
    if bytes.contains(&0) {
        return Err(NotText);
    }
    let decoded = lenient(bytes);
    let is_text = decoded.encoding != Encoding::Windows1252 || !is_noise(&decoded.text);
    is_text.then_some(decoded).ok_or(NotText)
}

/// Reads one line of a stream as text: there is always one, whatever its bytes are.
#[must_use]
pub fn decode_line(line: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(line) {
        Ok(text) => Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(_) => Cow::Owned(lenient(line.to_vec()).text),
    }
}

/// UTF-8 if it is that, or nearly; else Windows-1252, which any bytes are.
fn lenient(bytes: Vec<u8>) -> Decoded {
    let bytes = match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            return Decoded { text, encoding: Encoding::Utf8 };
        }
        Err(error) => error.into_bytes(),
    };
    let (mut letters, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    if letters > bad {
        let text = String::from_utf8_lossy(&bytes);
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned();
        return Decoded { text, encoding: Encoding::DamagedUtf8 };
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(&bytes);
    Decoded { text: text.into_owned(), encoding: Encoding::Windows1252 }
}

/// True when more than one character in a hundred is a control code that no text has.
fn is_noise(text: &str) -> bool {
    let codes = text.chars().filter(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0c' | '\x1b'));
    codes.count() * 100 > text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> String {
        match decode(bytes.to_vec()) {
            Ok(decoded) => format!("{:?} {}", decoded.encoding, decoded.text),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn text_is_read_in_the_encoding_it_has() {
        assert_eq!(read("l’été".as_bytes()), "Utf8 l’été");
        assert_eq!(read("\u{feff}l’été".as_bytes()), "Utf8 l’été");
        assert_eq!(read(b"l\x92\xe9t\xe9 \xe0 l'\x9cuvre"), "Windows1252 l’été à l'œuvre");
        assert_eq!(
            read("été \u{e9}".as_bytes().iter().chain(b"\xff").copied().collect::<Vec<_>>().as_slice()),
            "DamagedUtf8 été é\u{fffd}"
        );
        assert_eq!(read(b"\xff\xfe\xe9\0t\0\xe9\0"), "Utf16 été");
        assert_eq!(read(b"\xfe\xff\0\xe9\0t\0\xe9"), "Utf16 été");
        assert_eq!(read(b"\x7fELF\x02\0\0"), "not a text file");
        assert_eq!(read(b"\x89\x01\x02\x03\x05\xf0\x06"), "not a text file");
        assert_eq!(read(b""), "Utf8 ");
    }

    #[test]
    fn a_line_of_a_stream_is_always_text() {
        assert_eq!(decode_line("l’été".as_bytes()), "l’été");
        assert_eq!(decode_line(b"\xe9t\xe9\0"), "été\0");
        assert_eq!(decode_line(b""), "");
    }
}
