//! JSON that can be shown on a terminal: every character that it would obey is escaped.

use std::fmt::{self, Display, Write as _};
use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use crate::text::visible::mark;

/// Writes `value` on one line, without its end.
///
/// # Errors
/// Those of `out`.
pub fn write(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(out, Visible)).map_err(io::Error::from)
}

/// Writes `text` as a string.
///
/// # Errors
/// Those of `out`.
pub fn string(out: &mut impl Write, text: &str) -> io::Result<()> {
    out.write_all(b"\"")?;
    characters(out, text)?;
    out.write_all(b"\"")
}

/// Writes what `told` tells as a string.
///
/// # Errors
/// Those of `out`.
pub fn told(out: &mut impl Write, told: &impl Display) -> io::Result<()> {
    let mut inside = Inside { out, result: Ok(()) };
    inside.out.write_all(b"\"")?;
    let _ = write!(inside, "{told}");
    inside.result?;
    inside.out.write_all(b"\"")
}

/// The inside of a string that is being written.
struct Inside<'o, W> {
    out: &'o mut W,
    /// What went wrong: formatting itself cannot say.
    result: io::Result<()>,
}

impl<W: Write> fmt::Write for Inside<'_, W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.result = characters(self.out, text);
        self.result.as_ref().map_or(Err(fmt::Error), |()| Ok(()))
    }
}

/// Writes the characters of a string: as they are where none must be escaped, as is nearly always so.
fn characters(out: &mut impl Write, text: &str) -> io::Result<()> {
    let is_one = |at: usize| text[at..].chars().next().is_some_and(is_escaped);
    if !text.bytes().enumerate().any(|(at, byte)| BEGINS_ESCAPED[usize::from(byte)] && is_one(at)) {
        return out.write_all(text.as_bytes());
    }
    let mut written = Vec::with_capacity(text.len() + 8);
    write(&mut written, &text)?;
    out.write_all(&written[1..written.len() - 1])
}

/// True of every byte that a character which [`is_escaped`] begins with: of no French letter's.
const BEGINS_ESCAPED: [bool; 256] = {
    let mut begins = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        begins[byte] = matches!(byte, ..0x20 | 0x22 | 0x5c | 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef..);
        byte += 1;
    }
    begins
};

/// True of what JSON escapes, and of what has a [`mark`].
fn is_escaped(character: char) -> bool {
    matches!(character, '"' | '\\') || mark(character).is_some()
}

/// Writes `number`.
///
/// # Errors
/// Those of `out`.
pub fn number(out: &mut impl Write, number: usize) -> io::Result<()> {
    out.write_all(itoa::Buffer::new().format(number).as_bytes())
}

/// Writes a list of what `one` writes.
///
/// # Errors
/// Those of `out`.
pub fn list<W: Write, T>(
    out: &mut W,
    items: impl IntoIterator<Item = T>,
    mut one: impl FnMut(&mut W, T) -> io::Result<()>,
) -> io::Result<()> {
    out.write_all(b"[")?;
    for (place, item) in items.into_iter().enumerate() {
        if place > 0 {
            out.write_all(b",")?;
        }
        one(out, item)?;
    }
    out.write_all(b"]")
}

/// Compact, with `\u` for what reorders, hides or commands: JSON itself asks it only of some.
struct Visible;

impl Formatter for Visible {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut done = 0;
        for (at, character) in fragment.char_indices() {
            if mark(character).is_some() {
                out.write_all(&fragment.as_bytes()[done..at])?;
                for unit in character.encode_utf16(&mut [0; 2]) {
                    write!(out, "\\u{unit:04x}")?;
                }
                done = at + character.len_utf8();
            }
        }
        out.write_all(&fragment.as_bytes()[done..])
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_control_code_is_escaped_and_comes_back() {
        let text = "l’été \u{1b}[31m\u{7f}\u{9b}\u{202e}\u{e0001} « fin »";
        let mut out = Vec::new();
        super::write(&mut out, &text).unwrap();
        let written = String::from_utf8(out).unwrap();
        let mut at_once = Vec::new();
        super::string(&mut at_once, text).unwrap();
        assert_eq!(at_once, written.as_bytes());
        let mut told = Vec::new();
        super::told(&mut told, &text).unwrap();
        assert_eq!(told, at_once);
        assert_eq!(written, r#""l’été \u001b[31m\u007f\u009b\u202e\udb40\udc01 « fin »""#);
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
    }
}
