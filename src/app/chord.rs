//! Keys as a person names them: `ctrl-d`, `é`, `g g`.
//!
//! Knows no terminal and no action.

use std::borrow::Cow;
use std::fmt;

use unicode_normalization::UnicodeNormalization;

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

/// Several chords, one after the other: `g g`; most often one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Strokes(Vec<Chord>);

/// The special keys as they are spelled, and as they are shown.
const KEYS: [(&str, &str, Key); 13] = [
    ("Up", "↑", Key::Up),
    ("Down", "↓", Key::Down),
    ("Left", "←", Key::Left),
    ("Right", "→", Key::Right),
    ("Home", "Home", Key::Home),
    ("End", "End", Key::End),
    ("PgUp", "PgUp", Key::PageUp),
    ("PgDn", "PgDn", Key::PageDown),
    ("Tab", "Tab", Key::Tab),
    ("Enter", "Enter", Key::Enter),
    ("Esc", "Esc", Key::Esc),
    ("Backspace", "Backspace", Key::Backspace),
    ("Delete", "Delete", Key::Delete),
];

/// Other names that people have for them.
const OTHER_NAMES: [(&str, Key); 6] = [
    ("escape", Key::Esc),
    ("return", Key::Enter),
    ("pageup", Key::PageUp),
    ("pagedown", Key::PageDown),
    ("del", Key::Delete),
    ("space", Key::Char(' ')),
];

impl Chord {
    /// A key alone.
    #[must_use]
    pub const fn plain(key: Key) -> Self {
        Self { ctrl: false, alt: false, shift: false, key }
    }

    /// The chord written `written`: `j`, `shift-tab`, `ctrl-d`, `f1`, `é`, `-`; also as it is shown:
    /// `Ctrl-D`, `↓`.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        if let [byte @ b'!'..=b'~'] = written.as_bytes() {
            return Some(Self::plain(Key::Char(char::from(*byte))));
        }
        let written: Cow<'_, str> =
            if written.is_ascii() { written.into() } else { written.nfc().collect::<String>().into() };
        let mut chord = Self::plain(Key::Esc);
        let mut rest = &*written;
        while let Some((held, after)) = rest.split_once('-').filter(|(_, after)| !after.is_empty()) {
            match &*held.to_lowercase() {
                "ctrl" => chord.ctrl = true,
                "alt" => chord.alt = true,
                "shift" => chord.shift = true,
                _ => return None,
            }
            rest = after;
        }
        chord.key = key(rest)?;
        chord.as_typed()
    }

    /// As a terminal reports it: Shift is part of a character, Ctrl knows no capitals.
    fn as_typed(mut self) -> Option<Self> {
        let Key::Char(character) = self.key else { return Some(self) };
        let one = |mut cases: Box<dyn Iterator<Item = char>>| cases.next().filter(|_| cases.next().is_none());
        if self.ctrl {
            self.key = Key::Char(one(Box::new(character.to_lowercase()))?);
        } else if self.shift {
            let capital = one(Box::new(character.to_uppercase())).filter(|_| character.is_alphabetic())?;
            (self.key, self.shift) = (Key::Char(capital), false);
        }
        Some(self)
    }

    /// The character this types into a text, if it does.
    #[must_use]
    pub const fn typed(self) -> Option<char> {
        match self.key {
            Key::Char(character) if !self.ctrl && !self.alt => Some(character),
            _ => None,
        }
    }

    /// What a terminal takes it for, where that is another key: Ctrl-I is Tab.
    #[must_use]
    pub fn twin(self) -> Option<Key> {
        let Key::Char(character) = self.key else { return None };
        let twins = [('i', Key::Tab), ('m', Key::Enter), ('[', Key::Esc), ('h', Key::Backspace)];
        twins.into_iter().find(|(twin, _)| self.ctrl && character == *twin).map(|(_, key)| key)
    }

    /// As it is written in files: `ctrl-d`.
    #[must_use]
    pub fn written(self) -> String {
        let held = [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")];
        let held: String = held.into_iter().filter(|(is_down, _)| *is_down).map(|(_, name)| name).collect();
        held + &match self.key {
            Key::Char(' ') => "space".to_owned(),
            Key::Char(character) => character.to_string(),
            Key::F(number) => format!("f{number}"),
            key => KEYS.iter().find(|(.., one)| *one == key).map_or("", |(name, ..)| name).to_lowercase(),
        }
    }
}

/// The key named `name`.
fn key(name: &str) -> Option<Key> {
    let lower = name.to_lowercase();
    let named = KEYS.iter().find(|(spelled, shown, _)| spelled.to_lowercase() == lower || *shown == name);
    let named = named.map(|(.., key)| *key);
    let other = || OTHER_NAMES.iter().find(|(other, _)| *other == lower).map(|(_, key)| *key);
    let number = || lower.strip_prefix('f')?.parse().ok().filter(|number| (1..=24).contains(number));
    let mut characters = name.chars();
    let single = characters.next().filter(|c| characters.next().is_none() && !c.is_control());
    named.or_else(other).or_else(|| number().map(Key::F)).or(single.map(Key::Char))
}

/// As it is shown: `↓`, `Shift-Tab`, `Ctrl-D`; with `{:#}` spelled out: `Down`.
impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held = [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")];
        held.into_iter().filter(|(is_down, _)| *is_down).try_for_each(|(_, name)| f.write_str(name))?;
        match self.key {
            Key::Char(' ') => f.write_str("Space"),
            Key::Char(character) if self.ctrl => write!(f, "{}", character.to_uppercase()),
            Key::Char(character) => write!(f, "{character}"),
            Key::F(number) => write!(f, "F{number}"),
            key => {
                let names = KEYS.iter().find(|(.., one)| *one == key);
                f.write_str(
                    names.map_or("", |(spelled, shown, _)| if f.alternate() { spelled } else { shown }),
                )
            }
        }
    }
}

impl Strokes {
    /// The chords written `written`, with spaces between them: `g g`.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        let chords: Option<Vec<Chord>> = written.split_whitespace().map(Chord::parse).collect();
        chords.filter(|chords| !chords.is_empty()).map(Self)
    }

    /// One after the other.
    #[must_use]
    pub fn chords(&self) -> &[Chord] {
        &self.0
    }

    /// True of two of which one begins with the other: both cannot be keys of one context.
    #[must_use]
    pub fn clashes(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0) || other.0.starts_with(&self.0)
    }

    /// As they are written in files: `ctrl-x g`.
    #[must_use]
    pub fn written(&self) -> String {
        self.0.iter().map(|chord| chord.written()).collect::<Vec<_>>().join(" ")
    }
}

impl From<Chord> for Strokes {
    fn from(chord: Chord) -> Self {
        Self(vec![chord])
    }
}

/// As they are shown: `gg`, `Ctrl-X g`; with `{:#}` spelled out.
impl fmt::Display for Strokes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut was_letter = true;
        for (number, chord) in self.0.iter().enumerate() {
            let is_letter = chord.typed().is_some_and(|c| c != ' ');
            let gap = if number == 0 || (was_letter && is_letter) { "" } else { " " };
            f.write_str(gap)?;
            fmt::Display::fmt(chord, f)?;
            was_letter = is_letter;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chord_is_read_and_shown() {
        let shown = |written| Chord::parse(written).map(|chord| chord.to_string());
        let cases = [
            ("shift-tab", "Shift-Tab"),
            ("ctrl-d", "Ctrl-D"),
            ("Ctrl-D", "Ctrl-D"),
            ("-", "-"),
            ("ctrl--", "Ctrl--"),
            ("f1", "F1"),
            ("f", "f"),
            ("é", "é"),
            ("e\u{301}", "é"),
            ("shift-é", "É"),
            ("shift-g", "G"),
            ("↓", "↓"),
            ("PgDn", "PgDn"),
            ("Space", "Space"),
        ];
        for (written, wanted) in cases {
            assert_eq!(shown(written).as_deref(), Some(wanted), "{written}");
        }
        for nonsense in ["nonsense", "", "shift-?", "hyper-x", "f99", "ctrl-", "\u{1b}"] {
            assert_eq!(shown(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for written in ["g g", "ctrl-x é", "alt-shift-up", "space", "f12", "ctrl--", "pgdn"] {
            let strokes = Strokes::parse(written).unwrap();
            assert_eq!(strokes.written(), written);
        }
        let spelled = |written| format!("{:#}", Strokes::parse(written).unwrap());
        assert_eq!([spelled("shift-right"), spelled("alt-é down")], ["Shift-Right", "Alt-é Down"]);
        let shown = |written| Strokes::parse(written).unwrap().to_string();
        assert_eq!([shown("g g"), shown("ctrl-x g"), shown("space g")], ["gg", "Ctrl-X g", "Space g"]);
    }
}
