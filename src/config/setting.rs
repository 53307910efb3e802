//! The plain settings, in one table: the file, its default text, the environment and the command
//! line are made from it.
//!
//! Knows how a value is written, not where it was written.

use super::{Borders, Colours, Config};
use crate::diagnostic::did_you_mean;
use crate::glossary::Level;
use crate::page::plan::{COLUMNS, PANE_HEIGHTS, PANE_WIDTHS, Pane};
use crate::page::{Edge, Hyphens};
use crate::study::Threshold;

/// One setting with all that is said of it.
#[derive(Debug)]
pub struct Setting {
    /// Its name: `pane-width`.
    pub key: &'static str,
    /// What may be written.
    pub kind: Kind,
    /// What it does, in a sentence without a full stop.
    pub says: &'static str,
    get: fn(&Config) -> Value,
    put: fn(&mut Config, Value),
}

/// What may be written for a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A number between these two.
    Number(u16, u16),
    /// The same, or `auto`.
    NumberOrAuto(u16, u16),
    /// Yes or no.
    Switch,
    /// One of these words.
    Word(&'static [&'static str]),
}

/// What is written for a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number; none for `auto`.
    Number(Option<u16>),
    /// Yes or no.
    Switch(bool),
    /// A word.
    Word(&'static str),
}

const THEMES: [(&str, Colours); 6] = [
    ("terminal", Colours::Terminal),
    ("auto", Colours::Auto),
    ("light", Colours::Light),
    ("dark", Colours::Dark),
    ("high-contrast", Colours::HighContrast),
    ("plain", Colours::Plain),
];
const BORDERS: [(&str, Borders); 2] = [("unicode", Borders::Unicode), ("ascii", Borders::Ascii)];
const PANES: [(&str, Pane); 3] = [("auto", Pane::Auto), ("side", Pane::Side), ("below", Pane::Below)];
const LEVELS: [&str; 1 + Level::ALL.len()] = ["all", "A1", "A2", "B1", "B2", "C1", "C2"];

/// The settings, in the order in which they are told.
pub static SETTINGS: [Setting; 10] = [
    Setting {
        key: "width",
        kind: Kind::Number(COLUMNS.0, COLUMNS.1),
        says: "The widest column of text, in cells; the keys + and - change it, = comes back to it",
        get: |config| Value::Number(Some(config.preferences.wanted.column)),
        put: |config, value| config.preferences.wanted.column = value.number().unwrap_or(72),
    },
    Setting {
        key: "level",
        kind: Kind::Word(&LEVELS),
        says: "Words from this level upwards are glossed; the keys < and > change it",
        get: |config| {
            let label = config.preferences.threshold.label();
            Value::Word(same(&LEVELS, label.trim_end_matches('+')))
        },
        put: |config, value| {
            config.preferences.threshold = Threshold::from_label(value.word()).unwrap_or_default();
        },
    },
    Setting {
        key: "pane",
        kind: Kind::Word(&["auto", "side", "below"]),
        says: "Where the glosses stand; auto: beside the text where the screen is wide, below it where it is not",
        get: |config| Value::Word(name(&PANES, config.preferences.wanted.pane)),
        put: |config, value| config.preferences.wanted.pane = named(&PANES, value.word()),
    },
    Setting {
        key: "pane-width",
        kind: Kind::NumberOrAuto(PANE_WIDTHS.0, PANE_WIDTHS.1),
        says: "The cells of the glosses beside the text; the mouse can drag the line between",
        get: |config| Value::Number(config.preferences.wanted.pane_width),
        put: |config, value| config.preferences.wanted.pane_width = value.number(),
    },
    Setting {
        key: "pane-height",
        kind: Kind::NumberOrAuto(PANE_HEIGHTS.0, PANE_HEIGHTS.1),
        says: "The rows of the glosses below the text",
        get: |config| Value::Number(config.preferences.wanted.pane_height),
        put: |config, value| config.preferences.wanted.pane_height = value.number(),
    },
    Setting {
        key: "hyphenation",
        kind: Kind::Switch,
        says: "Cut long words at the ends of lines, as French does",
        get: |config| Value::Switch(config.preferences.hyphens == Hyphens::French),
        put: |config, value| {
            config.preferences.hyphens = if value.is_yes() { Hyphens::French } else { Hyphens::Written };
        },
    },
    Setting {
        key: "justification",
        kind: Kind::Switch,
        says: "Make the right edge even where no space grows beyond double",
        get: |config| Value::Switch(config.preferences.edge == Edge::Justified),
        put: |config, value| {
            config.preferences.edge = if value.is_yes() { Edge::Justified } else { Edge::Ragged };
        },
    },
    Setting {
        key: "mouse",
        kind: Kind::Switch,
        says: "Take the mouse for the wheel, for a click on a word, for dragging the line; Shift-drag still selects",
        get: |config| Value::Switch(config.preferences.mouse),
        put: |config, value| config.preferences.mouse = value.is_yes(),
    },
    Setting {
        key: "theme",
        kind: Kind::Word(&["terminal", "auto", "light", "dark", "high-contrast", "plain"]),
        says: "The colours; terminal has its own, auto asks it whether it is light or dark, plain has none",
        get: |config| Value::Word(name(&THEMES, config.look.colours)),
        put: |config, value| config.look.colours = named(&THEMES, value.word()),
    },
    Setting {
        key: "borders",
        kind: Kind::Word(&["unicode", "ascii"]),
        says: "The lines on the screen; ascii takes signs that every font has",
        get: |config| Value::Word(name(&BORDERS, config.look.borders)),
        put: |config, value| {
            config.look.borders = named(&BORDERS, value.word());
            config.keymap.is_spelled = config.look.borders == Borders::Ascii;
        },
    },
];

impl Setting {
    /// The setting with that key.
    #[must_use]
    pub fn with_key(key: &str) -> Option<&'static Self> {
        SETTINGS.iter().find(|setting| setting.key == key)
    }

    /// Its value in `config`.
    #[must_use]
    pub fn get(&self, config: &Config) -> Value {
        (self.get)(config)
    }

    /// Puts `value` into `config`.
    pub fn put(&self, config: &mut Config, value: Value) {
        (self.put)(config, value);
    }

    /// The variable of the environment that sets it: `GLOSE_PANE_WIDTH`.
    #[must_use]
    pub fn variable(&self) -> String {
        format!("GLOSE_{}", self.key.to_uppercase().replace('-', "_"))
    }
}

impl Value {
    fn number(self) -> Option<u16> {
        if let Self::Number(number) = self { number } else { None }
    }

    fn is_yes(self) -> bool {
        self == Self::Switch(true)
    }

    fn word(self) -> &'static str {
        if let Self::Word(word) = self { word } else { "" }
    }

    /// As it is written in the file: `72`, `true`, `"auto"`.
    #[must_use]
    pub fn written(self) -> String {
        match self {
            Self::Number(Some(number)) => number.to_string(),
            Self::Number(None) => "\"auto\"".to_owned(),
            Self::Switch(is_on) => is_on.to_string(),
            Self::Word(word) => format!("\"{word}\""),
        }
    }
}

impl Kind {
    /// What may be written, for a person: `a number from 32 to 120`.
    #[must_use]
    pub fn says(self) -> String {
        match self {
            Self::Number(least, most) => format!("a number from {least} to {most}"),
            Self::NumberOrAuto(least, most) => format!("a number from {least} to {most}, or auto"),
            Self::Switch => "true or false".to_owned(),
            Self::Word(words) => format!("one of {}", words.join(", ")),
        }
    }

    /// Reads what is written without quotes, as on the command line.
    ///
    /// # Errors
    /// What it should have been, with the word that was probably meant.
    pub fn read(self, written: &str) -> Result<Value, String> {
        let lower = written.trim().to_lowercase();
        let found = match self {
            Self::NumberOrAuto(..) if lower == "auto" => Some(Value::Number(None)),
            Self::Number(least, most) | Self::NumberOrAuto(least, most) => {
                let number = lower.parse().ok().filter(|number| (least..=most).contains(number));
                number.map(|number| Value::Number(Some(number)))
            }
            Self::Switch => match &*lower {
                "true" | "on" | "yes" | "1" => Some(Value::Switch(true)),
                "false" | "off" | "no" | "0" => Some(Value::Switch(false)),
                _ => None,
            },
            Self::Word(words) => {
                words.iter().find(|word| word.to_lowercase() == lower).map(|word| Value::Word(word))
            }
        };
        found.ok_or_else(|| match self.meant(written) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("it is {}", self.says()),
        })
    }

    /// The word that was probably meant.
    #[must_use]
    pub fn meant(self, written: &str) -> Option<&'static str> {
        match self {
            Self::Word(words) if written.len() > 2 => {
                did_you_mean(&written.to_lowercase(), words.iter().copied())
            }
            _ => None,
        }
    }
}

/// What `table` has under `word`, which is one of its words.
fn named<T: Copy>(table: &[(&str, T)], word: &str) -> T {
    table.iter().find(|(name, _)| *name == word).unwrap_or(&table[0]).1
}

/// The word that `table` has for `value`.
fn name<T: PartialEq>(table: &[(&'static str, T)], value: T) -> &'static str {
    table.iter().find(|(_, one)| *one == value).map_or("", |(name, _)| name)
}

/// The one of `words` that is `word`.
fn same(words: &[&'static str], word: &str) -> &'static str {
    words.iter().find(|one| **one == word).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_that_can_be_written_is_put_and_got() {
        for setting in &SETTINGS {
            let written: Vec<String> = match setting.kind {
                Kind::Number(least, most) => vec![least.to_string(), most.to_string()],
                Kind::NumberOrAuto(least, _) => vec!["auto".into(), least.to_string()],
                Kind::Switch => vec!["true".into(), "false".into()],
                Kind::Word(words) => words.iter().map(|word| (*word).to_owned()).collect(),
            };
            for written in written {
                let mut config = Config::default();
                let value =
                    setting.kind.read(&written).unwrap_or_else(|why| panic!("{}: {why}", setting.key));
                setting.put(&mut config, value);
                assert_eq!(setting.get(&config).written().trim_matches('"'), written, "{}", setting.key);
            }
        }
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let read = |key, written| Setting::with_key(key).unwrap().kind.read(written);
        assert_eq!(read("theme", "darc"), Err("did you mean `dark`?".into()));
        assert_eq!(read("width", "12"), Err("it is a number from 32 to 120".into()));
        assert_eq!(read("mouse", "maybe"), Err("it is true or false".into()));
        assert_eq!(read("level", "b2"), Ok(Value::Word("B2")));
        assert_eq!(Setting::with_key("pane-width").unwrap().variable(), "GLOSE_PANE_WIDTH");
    }
}
