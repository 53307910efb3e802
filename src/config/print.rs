//! Writes settings as a text that [`parse`](super::parse()) reads: the defaults, and the keys.
//!
//! Knows nothing that is not in a table.

use std::fmt::Write;

use super::{Config, LOOKS, PRESETS, SETTINGS};
use crate::app::action::ACTIONS;
use crate::app::keymap::{Context, Keymap};

const HEAD: &str = "\
# What can be set in Glose. A line that begins with # and a key shows a default: take its # away,
# with that of the [table] above it, and write what you want.
#
#   glose config path     where this file belongs
#   glose config check    what is wrong with it
#
# A flag of the command line goes before a variable of the environment, which goes before this file:
# glose --width 60, GLOSE_WIDTH=60, width = 60. What you change with a key while reading is kept until
# you change it here.
";

/// The settings there are, each with what it does and its default, all commented out.
#[must_use]
pub fn default_text() -> String {
    let default = Config::default();
    let mut text = HEAD.to_owned();
    for setting in &SETTINGS {
        let says = format!("{}. It is {}; also {}.", setting.says, setting.kind.says(), setting.variable());
        text += &format!("\n{}#{} = {}\n", prose(&says), setting.key, setting.get(&default).written());
    }
    text += "\n# Further glossaries under your own, the strongest first; a path is taken from this file's directory.\n";
    text += "#layers = []\n";
    text += "\n# What one part of the screen looks like: a colour (blue, bright-blue, #5f87af, 0 to 255), on and a\n";
    text += "# colour for the ground, and bold dim italic underlined reversed, or plain for none of them.\n#[colours]\n";
    for (name, _, says) in LOOKS {
        text += &format!("# {says}.\n#{name} = \"theme\"\n");
    }
    text += "\n# Keys. A preset adds keys for a keyboard:\n";
    for preset in &PRESETS {
        text += &prose(&format!("  {}: {}.", preset.name, preset.says));
    }
    text += "#[keys]\n#preset = \"default\"\n";
    text += "\n# Each action has a key, several, or \"none\"; \"g g\" is one after the other. A key that you give\n";
    text += "# is taken from whatever else it did there. [keys.everywhere] holds on every screen.\n";
    text + &commented(&keys_text(&default.keymap))
}

/// The keys of `keymap`, context by context, each with what it does.
#[must_use]
pub fn keys_text(keymap: &Keymap) -> String {
    let mut text = String::new();
    for context in Context::ALL {
        let gap = if text.is_empty() { "" } else { "\n" };
        text += &format!("{gap}[keys.{}]\n", context.name());
        let here =
            ACTIONS.iter().filter(|row| row.keys.iter().any(|(contexts, ..)| contexts.contains(&context)));
        for row in here {
            let keys: Vec<String> = keymap
                .keys(row.action, context)
                .map(|keys| keys.written())
                .filter(|written| written != "ctrl-c")
                .map(|written| toml::Value::String(written).to_string())
                .collect();
            let keys = match &keys[..] {
                [] => "\"none\"".to_owned(),
                [key] => key.clone(),
                keys => format!("[{}]", keys.join(", ")),
            };
            let line = format!("{} = {keys}", row.name);
            _ = writeln!(text, "{line:40} # {}", row.description);
        }
    }
    text
}

fn commented(text: &str) -> String {
    text.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("#{line}\n") }).collect()
}

/// A sentence as lines of comment.
fn prose(says: &str) -> String {
    const WIDEST: usize = 98;
    let mut lines = String::from("#");
    let mut used = 1;
    for word in says.split(' ') {
        let cells = word.chars().count() + 1;
        if used + cells > WIDEST {
            lines += "\n#";
            used = 1;
        }
        lines += " ";
        lines += word;
        used += cells;
    }
    lines + "\n"
}
