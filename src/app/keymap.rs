//! Keys and what they do in each context: made from [`ACTIONS`].
//!
//! Knows no terminal: a [`Chord`] is a key as a person names it, `ctrl-d`.

use std::collections::HashMap;
use std::fmt;

use super::action::{ACTIONS, Action};

/// A key with what is held down beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chord {
    /// Ctrl is down.
    pub ctrl: bool,
    /// Alt is down.
    pub alt: bool,
    /// Shift is down; of a character it is part of the character.
    pub shift: bool,
    /// The key.
    pub key: Key,
}

/// A key, or the character it makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "they are named as on the keyboard")]
pub enum Key {
    Char(char),
    F(u8),
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    Tab,
    Enter,
    Esc,
    Backspace,
    Delete,
}

/// Where a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Context {
    /// The text.
    Reading,
    /// The list of articles.
    Library,
    /// All about a term.
    More,
    /// All keys.
    Help,
    /// All actions, by name.
    Palette,
    /// What to search for.
    Find,
    /// An entry being written.
    Form,
    /// Two of one entry, side by side.
    Conflict,
}

impl Context {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Reading,
        Self::Library,
        Self::More,
        Self::Help,
        Self::Palette,
        Self::Find,
        Self::Form,
        Self::Conflict,
    ];
}

/// The special keys by name, and as they are shown.
const KEYS: [(&str, &str, Key); 13] = [
    ("up", "↑", Key::Up),
    ("down", "↓", Key::Down),
    ("left", "←", Key::Left),
    ("right", "→", Key::Right),
    ("home", "Home", Key::Home),
    ("end", "End", Key::End),
    ("pgup", "PgUp", Key::PageUp),
    ("pgdn", "PgDn", Key::PageDown),
    ("tab", "Tab", Key::Tab),
    ("enter", "Enter", Key::Enter),
    ("esc", "Esc", Key::Esc),
    ("backspace", "Backspace", Key::Backspace),
    ("delete", "Delete", Key::Delete),
];

impl Chord {
    /// A key alone.
    #[must_use]
    pub const fn plain(key: Key) -> Self {
        Self { ctrl: false, alt: false, shift: false, key }
    }

    /// The chord written `written`: `j`, `shift-tab`, `ctrl-d`, `f1`, `-`.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        let mut chord = Self::plain(Key::Esc);
        let mut rest = written;
        loop {
            if let Some(after) = rest.strip_prefix("ctrl-").filter(|after| !after.is_empty()) {
                (chord.ctrl, rest) = (true, after);
            } else if let Some(after) = rest.strip_prefix("alt-").filter(|after| !after.is_empty()) {
                (chord.alt, rest) = (true, after);
            } else if let Some(after) = rest.strip_prefix("shift-").filter(|after| !after.is_empty()) {
                (chord.shift, rest) = (true, after);
            } else {
                break;
            }
        }
        chord.key = key(rest)?;
        Some(chord)
    }

    /// The character this types into a text, if it does.
    #[must_use]
    pub const fn typed(self) -> Option<char> {
        match self.key {
            Key::Char(character) if !self.ctrl && !self.alt => Some(character),
            _ => None,
        }
    }
}

/// The key named `name`.
fn key(name: &str) -> Option<Key> {
    let mut characters = name.chars();
    match (characters.next()?, characters.next()) {
        (character, None) => Some(Key::Char(character)),
        ('f', _) if name[1..].parse::<u8>().is_ok() => name[1..].parse().ok().map(Key::F),
        _ if name == "space" => Some(Key::Char(' ')),
        _ => KEYS.iter().find(|(written, ..)| *written == name).map(|(.., key)| *key),
    }
}

/// As it is shown: `↓`, `Shift-Tab`, `Ctrl-D`.
impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held = [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")];
        held.into_iter().filter(|(is_down, _)| *is_down).try_for_each(|(_, name)| f.write_str(name))?;
        match self.key {
            Key::Char(' ') => f.write_str("Space"),
            Key::Char(character) if self.ctrl => write!(f, "{}", character.to_uppercase()),
            Key::Char(character) => write!(f, "{character}"),
            Key::F(number) => write!(f, "F{number}"),
            key => f.write_str(KEYS.iter().find(|(.., one)| *one == key).map_or("", |(_, shown, _)| shown)),
        }
    }
}

/// What each key does in each context.
#[derive(Clone, Debug)]
pub struct Keymap {
    bound: HashMap<(Context, Chord), Action>,
    /// In the order of the table, for showing.
    listed: Vec<(Action, Context, Chord)>,
}

impl Default for Keymap {
    /// The keys of [`ACTIONS`].
    fn default() -> Self {
        let mut keymap = Self { bound: HashMap::new(), listed: Vec::new() };
        for row in &ACTIONS {
            for (contexts, keys, _) in row.keys {
                for chord in keys.split(' ').filter_map(Chord::parse) {
                    contexts.iter().for_each(|context| keymap.bind(*context, chord, row.action));
                }
            }
        }
        keymap
    }
}

impl Keymap {
    fn bind(&mut self, context: Context, chord: Chord, action: Action) {
        self.bound.insert((context, chord), action);
        self.listed.push((action, context, chord));
    }

    /// What `chord` does in `context`.
    #[must_use]
    pub fn action(&self, context: Context, chord: Chord) -> Option<Action> {
        self.bound.get(&(context, chord)).copied()
    }

    /// The keys of `action` in `context`, the first the one to show.
    pub fn chords(&self, action: Action, context: Context) -> impl Iterator<Item = Chord> {
        self.listed.iter().filter(move |(a, c, _)| (*a, *c) == (action, context)).map(|(.., chord)| *chord)
    }

    /// The keys of `action` in any context, each once.
    #[must_use]
    pub fn all_chords(&self, action: Action) -> Vec<Chord> {
        let mut chords = Vec::new();
        for (_, _, chord) in self.listed.iter().filter(|(bound, ..)| *bound == action) {
            if !chords.contains(chord) {
                chords.push(*chord);
            }
        }
        chords
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_chord_is_read_and_shown() {
        let shown = |written| Chord::parse(written).map(|chord| chord.to_string());
        assert_eq!(shown("shift-tab").as_deref(), Some("Shift-Tab"));
        assert_eq!(shown("ctrl-d").as_deref(), Some("Ctrl-D"));
        assert_eq!(shown("-").as_deref(), Some("-"));
        assert_eq!(shown("ctrl--").as_deref(), Some("Ctrl--"));
        assert_eq!(shown("f1").as_deref(), Some("F1"));
        assert_eq!(shown("é").as_deref(), Some("é"));
        assert_eq!(shown("nonsense"), None);
    }

    #[test]
    fn every_key_of_the_table_is_a_key_and_has_one_meaning() {
        let mut seen = HashSet::new();
        for row in &ACTIONS {
            assert!(!row.keys.is_empty(), "{} has no key", row.name);
            for (contexts, keys, _) in row.keys {
                for written in keys.split(' ') {
                    let chord = Chord::parse(written).unwrap_or_else(|| panic!("{written} is no key"));
                    for context in *contexts {
                        assert!(seen.insert((*context, chord)), "{chord} is bound twice in {context:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn no_action_lives_only_where_a_french_keyboard_needs_altgr() {
        let is_hard = |chord: &Chord| {
            matches!(
                chord.key,
                Key::Char('0'..='9' | '[' | ']' | '{' | '}' | '~' | '`' | '\\' | '|' | '@' | '#')
            )
        };
        let keymap = Keymap::default();
        for row in &ACTIONS {
            assert!(keymap.all_chords(row.action).iter().any(|chord| !is_hard(chord)), "{}", row.name);
        }
    }
}
