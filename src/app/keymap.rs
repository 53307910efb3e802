//! Keys and what they do in each context: made from [`ACTIONS`].
//!
//! Knows no terminal and no file.

use super::action::{ACTIONS, Action};

pub use super::chord::{Chord, Key, Strokes};

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
    /// What the checks found.
    Problems,
    /// What to search for.
    Find,
    /// An entry being written.
    Form,
    /// Two of one entry, side by side.
    Conflict,
}

impl Context {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Reading,
        Self::Library,
        Self::More,
        Self::Help,
        Self::Palette,
        Self::Problems,
        Self::Find,
        Self::Form,
        Self::Conflict,
    ];

    /// Its name in files: `reading`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Library => "library",
            Self::More => "more",
            Self::Help => "help",
            Self::Palette => "palette",
            Self::Problems => "problems",
            Self::Find => "find",
            Self::Form => "form",
            Self::Conflict => "conflict",
        }
    }

    /// What a person calls it: `While reading`.
    #[must_use]
    pub const fn says(self) -> &'static str {
        match self {
            Self::Reading => "While reading",
            Self::Library => "In the library",
            Self::More => "In everything about a term",
            Self::Help => "In the list of keys",
            Self::Palette => "In the palette",
            Self::Problems => "In the list of problems",
            Self::Find => "While searching",
            Self::Form => "While writing an entry",
            Self::Conflict => "When somebody else has written it too",
        }
    }

    /// True where a character that is pressed is typed into a text.
    #[must_use]
    pub const fn is_typed_in(self) -> bool {
        matches!(self, Self::Palette | Self::Find | Self::Form)
    }
}

/// What each key does in each context.
#[derive(Clone, Debug)]
pub struct Keymap {
    /// The keys of one action in one context are in order, the first the one to show.
    bound: Vec<(Action, Context, Strokes)>,
    /// True where no key is shown by a sign: `Down`, not `↓`.
    pub is_spelled: bool,
}

/// What the keys pressed so far come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// This is done.
    Does(Action),
    /// More keys must follow.
    Waits,
    /// They are no keys of anything.
    Nothing,
}

impl Default for Keymap {
    /// The keys of [`ACTIONS`].
    fn default() -> Self {
        let mut bound = Vec::new();
        for row in &ACTIONS {
            for (contexts, keys, _) in row.keys {
                for chord in keys.split(' ').filter_map(Chord::parse) {
                    bound.extend(contexts.iter().map(|context| (row.action, *context, chord.into())));
                }
            }
        }
        Self { bound, is_spelled: false }
    }
}

impl Keymap {
    /// What `chords`, one after the other, come to in `context`.
    #[must_use]
    pub fn pressed(&self, context: Context, chords: &[Chord]) -> Pressed {
        let here =
            self.bound.iter().filter(|(_, c, strokes)| *c == context && strokes.chords().starts_with(chords));
        let shortest = here.min_by_key(|(.., strokes)| strokes.chords().len());
        match shortest {
            Some((action, _, strokes)) if strokes.chords().len() == chords.len() => Pressed::Does(*action),
            Some(_) => Pressed::Waits,
            None => Pressed::Nothing,
        }
    }

    /// `strokes` as a person is shown them.
    #[must_use]
    pub fn shown(&self, strokes: &Strokes) -> String {
        if self.is_spelled { format!("{strokes:#}") } else { strokes.to_string() }
    }

    /// The keys of `action` in `context`, the first the one to show.
    pub fn keys(&self, action: Action, context: Context) -> impl Iterator<Item = &Strokes> {
        self.bound.iter().filter(move |(a, c, _)| (*a, *c) == (action, context)).map(|(.., strokes)| strokes)
    }

    /// The keys of `action` in any context, each once.
    #[must_use]
    pub fn all_keys(&self, action: Action) -> Vec<&Strokes> {
        let mut keys = Vec::new();
        for (.., strokes) in self.bound.iter().filter(|(bound, ..)| *bound == action) {
            if !keys.contains(&strokes) {
                keys.push(strokes);
            }
        }
        keys
    }

    /// Gives `action` these keys in `context` in place of those it has. They are no longer the keys
    /// of anything else there.
    pub fn set(&mut self, action: Action, context: Context, keys: Vec<Strokes>) {
        let is_taken = |strokes: &Strokes| keys.iter().any(|given| given.clashes(strokes));
        self.bound.retain(|(a, c, strokes)| *c != context || (*a != action && !is_taken(strokes)));
        self.bound.extend(keys.into_iter().map(|strokes| (action, context, strokes)));
    }

    /// Gives `action` one more key in `context`, if it does not have it.
    pub fn add(&mut self, action: Action, context: Context, keys: Strokes) {
        let added = (action, context, keys);
        if !self.bound.contains(&added) {
            self.bound.push(added);
        }
    }

    /// Lets `other` do whatever `key` does, wherever it does nothing yet.
    pub fn alias(&mut self, key: &Strokes, other: &Strokes) {
        let is_free = |context| self.bound.iter().all(|(_, c, strokes)| *c != context || strokes != other);
        let same = self.bound.iter().filter(|(_, context, strokes)| strokes == key && is_free(*context));
        let same: Vec<_> = same.map(|(action, context, _)| (*action, *context, other.clone())).collect();
        self.bound.extend(same);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

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
            let keys = keymap.all_keys(row.action);
            assert!(keys.iter().any(|keys| !keys.chords().iter().any(is_hard)), "{}", row.name);
        }
    }

    #[test]
    fn keys_can_be_given_taken_and_parted() {
        let mut keymap = Keymap::default();
        let strokes = |written| Strokes::parse(written).unwrap();
        let pressed = |keymap: &Keymap, keys| keymap.pressed(Context::Reading, strokes(keys).chords());
        assert_eq!(pressed(&keymap, "g"), Pressed::Does(Action::Start));
        keymap.set(Action::Start, Context::Reading, vec![strokes("g g")]);
        keymap.set(Action::End, Context::Reading, vec![strokes("g e"), strokes("j"), strokes("y y")]);
        assert_eq!(pressed(&keymap, "y"), Pressed::Waits, "a sequence takes the key it begins with");
        assert_eq!(pressed(&keymap, "g"), Pressed::Waits);
        assert_eq!(pressed(&keymap, "g g"), Pressed::Does(Action::Start));
        assert_eq!(pressed(&keymap, "g e"), Pressed::Does(Action::End));
        assert_eq!(pressed(&keymap, "g x"), Pressed::Nothing);
        assert_eq!(pressed(&keymap, "home"), Pressed::Nothing);
        assert_eq!(keymap.keys(Action::NextParagraph, Context::Reading).count(), 1, "j is taken");
        keymap.alias(&strokes("?"), &strokes("à"));
        assert_eq!(pressed(&keymap, "à"), Pressed::Does(Action::Help));
    }
}
