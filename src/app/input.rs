//! One line of text that a person types.
//!
//! Knows keys, not what the text is for.

use super::keymap::{Chord, Key};

/// A line being typed; the cursor is at its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input {
    text: String,
}

impl Input {
    /// What has been typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Takes what was typed or pasted, without line ends and commands.
    pub fn insert(&mut self, text: &str) {
        const LONGEST: usize = 500;
        let typed = text.chars().map(|c| if c == '\n' || c == '\t' { ' ' } else { c });
        self.text.extend(typed.filter(|c| !c.is_control()).take(LONGEST));
    }

    /// Puts `text` in the place of what was typed.
    pub fn replace(&mut self, text: &str) {
        self.text.clear();
        self.insert(text);
    }

    /// Forgets everything; true when there was something.
    pub fn clear(&mut self) -> bool {
        let was_empty = self.text.is_empty();
        self.text.clear();
        !was_empty
    }

    /// Does what `chord` does to a line of text; false when it does nothing to one.
    pub fn edit(&mut self, chord: Chord) -> bool {
        match (chord.ctrl, chord.key) {
            (_, Key::Backspace) | (true, Key::Char('h')) => _ = self.text.pop(),
            (true, Key::Char('u')) => self.text.clear(),
            (true, Key::Char('w')) => self.drop_word(),
            _ => match chord.typed() {
                Some(character) => self.insert(character.encode_utf8(&mut [0; 4])),
                None => return false,
            },
        }
        true
    }

    fn drop_word(&mut self) {
        let kept = self.text.trim_end();
        let kept = kept.rfind(char::is_whitespace).map_or("", |space| &kept[..=space]);
        self.text.truncate(kept.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_typed_and_undone() {
        let mut input = Input::default();
        input.insert("l’été à\nParis");
        assert!(input.edit(Chord::parse("ctrl-w").unwrap()));
        assert!(input.edit(Chord::plain(Key::Backspace)));
        assert!(!input.edit(Chord::plain(Key::Up)));
        assert_eq!(input.text(), "l’été à");
    }
}
