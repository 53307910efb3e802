//! JSON that can be shown on a terminal: every character that it would obey is escaped.

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

/// Compact, with `\u` for what reorders, hides or commands: JSON itself asks it only of some.
struct Visible;

impl Formatter for Visible {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        if !has_mark(fragment.as_bytes()) {
            return out.write_all(fragment.as_bytes());
        }
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

/// False where no byte begins what has a mark: in nearly all that is written.
fn has_mark(fragment: &[u8]) -> bool {
    fragment.iter().any(|byte| BEGINS_MARK[usize::from(*byte)])
}

/// True for DEL, and for the first byte of whatever else has a mark: for none of a French letter.
const BEGINS_MARK: [bool; 256] = {
    let mut begins = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        begins[byte] = matches!(byte, 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef..);
        byte += 1;
    }
    begins
};

#[cfg(test)]
mod tests {
    #[test]
    fn a_control_code_is_escaped_and_comes_back() {
        let text = "l’été \u{1b}[31m\u{7f}\u{9b}\u{202e}\u{e0001} « fin »";
        let mut out = Vec::new();
        super::write(&mut out, &text).unwrap();
        let written = String::from_utf8(out).unwrap();
        assert_eq!(written, r#""l’été \u001b[31m\u007f\u009b\u202e\udb40\udc01 « fin »""#);
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
    }
}
