//! Puts a text on the clipboard of the person, wherever they sit.
//!
//! The terminal is asked (OSC 52), so that it works over SSH too. A program between, which would keep
//! that for itself, is asked to hand it on.

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

/// A program between this one and the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    /// None that is known.
    Nothing,
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
}

impl Between {
    /// What the environment says, whose variables `variable` knows.
    pub fn told(variable: impl Fn(&str) -> Option<String>) -> Self {
        match (variable("TMUX"), variable("STY")) {
            (Some(_), _) => Self::Tmux,
            (None, Some(_)) => Self::Screen,
            (None, None) => Self::Nothing,
        }
    }

    /// What is written to have `text` copied.
    ///
    /// tmux gets it twice: it takes one or the other, or both, as it is set.
    pub fn copy(self, text: &str) -> String {
        let mut asked = String::new();
        // A text takes whatever is written to it.
        _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut asked);
        match self {
            Self::Nothing => asked,
            Self::Tmux => format!("{asked}\x1bPtmux;{}\x1b\\", asked.replace('\x1b', "\x1b\x1b")),
            Self::Screen => in_pieces(&asked.replace("\x1b\\", "\x07")),
        }
    }
}

/// GNU screen hands on no more than some hundred bytes at once.
fn in_pieces(asked: &str) -> String {
    const MOST: usize = 240;
    let pieces: Vec<char> = asked.chars().collect();
    pieces.chunks(MOST).map(|piece| format!("\x1bP{}\x1b\\", piece.iter().collect::<String>())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_stands_between_hands_it_on() {
        // The text "été" is w6l0w6k= in base 64.
        let plain = Between::Nothing.copy("été");
        assert_eq!(plain, "\x1b]52;c;w6l0w6k=\x1b\\");
        let tmux = Between::Tmux.copy("été");
        assert_eq!(tmux, format!("{plain}\x1bPtmux;\x1b\x1b]52;c;w6l0w6k=\x1b\x1b\\\x1b\\"));
        assert_eq!(Between::Screen.copy("été"), "\x1bP\x1b]52;c;w6l0w6k=\x07\x1b\\");
        assert_eq!(Between::Screen.copy(&"é".repeat(400)).matches("\x1bP").count(), 5);
    }
}
