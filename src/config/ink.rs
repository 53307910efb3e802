//! How a colour is written: `headword = "bold bright-blue on white"`.
//!
//! Knows the roles that can be coloured, not what they look like without it.

use std::str::FromStr;

use ratatui::style::{Color, Modifier, Style};

use crate::diagnostic::did_you_mean;
use crate::page::Role;

/// What is changed in the look of one role: laid over what the theme has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ink {
    /// The role.
    pub role: Role,
    /// The change.
    pub style: Style,
}

/// A role that can be coloured: its name in files, and what it is.
pub type LookRow = (&'static str, Role, &'static str);

/// What can be coloured.
pub const LOOKS: [LookRow; Role::COUNT] = [
    ("text", Role::Text, "The paragraph being read; after `on`, the ground of the whole screen"),
    ("quiet", Role::Quiet, "The other paragraphs"),
    ("heading", Role::Heading, "A heading in the text"),
    ("bar", Role::Bar, "The bar beside the paragraph being read, and beside a chosen line"),
    ("title", Role::Title, "The headline, and the title of a screen"),
    ("place", Role::Place, "Where one is"),
    ("word", Role::Word, "In the text: a word with a gloss"),
    ("expression", Role::Expression, "In the text: several words with a gloss"),
    ("name", Role::Name, "In the text: a name with a gloss"),
    ("selected", Role::Selected, "What is selected"),
    ("hit", Role::Hit, "What was searched for"),
    ("current-hit", Role::CurrentHit, "The place where the search stands"),
    ("headword", Role::Headword, "The headword of a gloss"),
    ("grammar", Role::Grammar, "n.m., v."),
    ("gloss", Role::Gloss, "The English of a gloss"),
    ("note", Role::Note, "What a gloss cannot say"),
    ("translation", Role::Translation, "The English of a paragraph"),
    ("rule", Role::Rule, "The line between text and glosses"),
    ("key", Role::Key, "A key to press"),
    ("label", Role::Label, "What stands beside a key, and above a column"),
    ("emphasis", Role::Emphasis, "The words an example is about"),
    ("answer", Role::Answer, "What the program says of a term or of an entry"),
    ("message", Role::Message, "What the program has to say"),
];

const COLOURS: [&str; 18] = [
    "default",
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "gray",
    "grey",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
];
const MARKS: [(&str, Modifier); 5] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
];

/// Reads `blue`, `bold #5f87af on white`, `plain green`; none for `theme`, which changes nothing.
///
/// # Errors
/// What is wrong with it, and what to write.
pub(super) fn style(written: &str) -> Result<Option<Style>, String> {
    if written.trim() == "theme" {
        return Ok(None);
    }
    let mut style = Style::new();
    let mut is_ground = false;
    for word in written.split_whitespace() {
        let mark = MARKS.iter().find(|(name, _)| *name == word);
        style = match (word, mark) {
            ("on", _) => {
                is_ground = true;
                continue;
            }
            ("plain", _) => style.remove_modifier(Modifier::all()),
            (_, Some((_, mark))) => style.add_modifier(*mark),
            _ if is_ground => style.bg(colour(word)?),
            _ => style.fg(colour(word)?),
        };
        is_ground = false;
    }
    let is_said = style != Style::new() && !is_ground;
    is_said.then_some(Some(style)).ok_or_else(|| "a colour is missing".to_owned())
}

fn colour(word: &str) -> Result<Color, String> {
    let is_known = COLOURS.contains(&word) || word.starts_with('#') || word.parse::<u8>().is_ok();
    match Color::from_str(if word == "default" { "reset" } else { word }) {
        Ok(colour) if is_known => Ok(colour),
        _ => {
            let words =
                COLOURS.into_iter().chain(MARKS.map(|(name, _)| name)).chain(["on", "plain", "theme"]);
            Err(match did_you_mean(word, words) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("`{word}` is no colour"),
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_a_name() {
        for (number, (_, role, _)) in LOOKS.iter().enumerate() {
            assert_eq!(*role as usize, number);
        }
    }

    #[test]
    fn colours_are_read() {
        assert_eq!(style("theme"), Ok(None));
        assert_eq!(style("bold blue on white").unwrap(), Some(Style::new().blue().on_white().bold()));
        assert_eq!(style("plain #5f87af").unwrap().unwrap().fg, Some(Color::Rgb(0x5f, 0x87, 0xaf)));
        assert_eq!(style("on 230").unwrap().unwrap().bg, Some(Color::Indexed(230)));
        assert_eq!(style("bright-red").unwrap().unwrap().fg, Some(Color::LightRed));
        assert!(COLOURS.iter().all(|name| style(name).is_ok()), "{COLOURS:?}");
        assert_eq!(style("bleu"), Err("did you mean `blue`?".into()));
        assert_eq!(style("#12"), Err("`#12` is no colour".into()));
        assert_eq!([style(""), style("blue on")].map(|read| read.is_err()), [true, true]);
    }
}
