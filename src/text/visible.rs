//! Text from outside as it may be shown: no byte of it reaches a terminal as a command.

use std::borrow::Cow;

/// The character that stands for `character` on a screen, when it must not be shown as it is.
///
/// Control codes get their picture (`␛` for ESC), what reorders or hides text gets `�`. A tab or
/// the end of a line is a space. `None`: show it as it is.
#[must_use]
pub const fn mark(character: char) -> Option<char> {
    match character {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\0'..='\u{1f}' => char::from_u32(0x2400 + character as u32),
        '\u{7f}' => Some('␡'),
        '\u{80}'..='\u{9f}'
        | '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => Some('\u{fffd}'),
        _ => None,
    }
}

/// `text` with every character that must not be shown replaced by its [`mark`].
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().any(|character| mark(character).is_some()) {
        Cow::Owned(text.chars().map(|character| mark(character).unwrap_or(character)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// The same, with the lines of `text` kept, and the tabs between the columns of a table.
#[must_use]
pub fn visible_table(text: &str) -> String {
    let shown = |character| match character {
        '\n' | '\t' => character,
        other => mark(other).unwrap_or(other),
    };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_control_code_is_shown_and_not_obeyed() {
        assert_eq!(visible("\u{1b}[2Jl’été\u{202e}\u{9b}"), "␛[2Jl’été\u{fffd}\u{fffd}");
        assert!(matches!(visible("« l’été »"), Cow::Borrowed(_)));
        assert_eq!(visible_table("a\tb\u{1b}\nc\r\n"), "a\tb␛\nc \n");
    }
}
