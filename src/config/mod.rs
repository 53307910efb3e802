//! What a person has set, as a value: read from a text, and written as one.
//!
//! Knows no file, no environment and no terminal. [`SETTINGS`] is the table of the plain settings;
//! keys are those of [`ACTIONS`](crate::app::action::ACTIONS).

mod ink;
mod keys;
mod parse;
mod print;
mod setting;
mod strokes;

use crate::app::effect::Preferences;
use crate::app::keymap::Keymap;

pub use ink::{Ink, LOOKS, LookRow};
pub use keys::{PRESETS, Preset};
pub use parse::parse;
pub use print::{default_text, keys_text};
pub use setting::{Kind, SETTINGS, Setting, Value};

/// Everything that can be set.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// What can also be changed while reading.
    pub preferences: Preferences,
    /// What it looks like.
    pub look: Look,
    /// What each key does.
    pub keymap: Keymap,
    /// Further glossaries, the strongest first, as they are written: paths.
    pub layers: Vec<String>,
}

/// What it looks like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The colours.
    pub colours: Colours,
    /// The lines between the parts of the screen.
    pub borders: Borders,
    /// What is changed in the colours.
    pub inks: Vec<Ink>,
}

/// The colours that are built in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colours {
    /// Those of the terminal, on its own ground.
    #[default]
    Terminal,
    /// Light or dark, as the terminal is.
    Auto,
    /// Dark letters on a light ground.
    Light,
    /// Light letters on a dark ground.
    Dark,
    /// White, yellow and cyan on black, nothing dimmed.
    HighContrast,
    /// None.
    Plain,
}

/// The lines between the parts of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Borders {
    /// Box drawing.
    #[default]
    Unicode,
    /// Signs that every font has.
    Ascii,
}
