//! Reads what is written for a key: `"ctrl-d"`, `["home", "g g"]`, `"none"`.
//!
//! Knows which keys a terminal can tell apart, not what they are given to.

use toml::Spanned;
use toml::de::DeValue;

use super::parse::Reader;
use crate::app::keymap::{Chord, Key, Strokes};
use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::text::span::Span;

/// Ctrl-C always quits.
pub(super) const LAST_WAY_OUT: Chord = Chord { ctrl: true, alt: false, shift: false, key: Key::Char('c') };

/// The keys written for an action: one, a list, or `none`. Those that are no keys are told.
pub(super) fn read_keys(
    reader: &mut Reader,
    value: &Spanned<DeValue>,
    action: &str,
) -> Option<Vec<(Strokes, Span)>> {
    let written: Vec<&Spanned<DeValue>> = match value.get_ref() {
        DeValue::Array(list) => list.iter().collect(),
        _ => vec![value],
    };
    let mut keys = Vec::new();
    let mut is_any_wrong = false;
    for value in written {
        let text = reader.text(value, action);
        if text.as_deref() == Some("none") {
            continue;
        }
        match text.and_then(|text| strokes(reader, &text, value.span().into())) {
            Some(strokes) => keys.push((strokes, value.span().into())),
            None => is_any_wrong = true,
        }
    }
    // An action is not left without keys by a slip.
    (!keys.is_empty() || !is_any_wrong).then_some(keys)
}

/// The keys written `text`, if they are any that can be pressed and given.
fn strokes(reader: &mut Reader, text: &str, span: Span) -> Option<Strokes> {
    let Some(strokes) = Strokes::parse(text) else {
        reader.report(no_key(text, span));
        return None;
    };
    if strokes.chords().contains(&LAST_WAY_OUT) {
        reader.report(Diagnostic::error("key-taken", span, "ctrl-c always quits"));
        return None;
    }
    if let Some((chord, twin)) = strokes.chords().iter().find_map(|chord| Some((*chord, chord.twin()?))) {
        let message =
            format!("a terminal cannot tell {} from {}", chord.written(), Chord::plain(twin).written());
        reader.report(Diagnostic::error("key-twin", span, message));
        return None;
    }
    Some(strokes)
}

fn no_key(text: &str, span: Span) -> Diagnostic {
    const NAMES: [&str; 15] = [
        "up",
        "down",
        "left",
        "right",
        "home",
        "end",
        "pgup",
        "pgdn",
        "tab",
        "enter",
        "esc",
        "space",
        "backspace",
        "delete",
        "none",
    ];
    let finding = Diagnostic::error("unknown-key-name", span, format!("`{text}` is no key"));
    match did_you_mean(&text.to_lowercase(), NAMES) {
        Some(meant) => finding.labelled(format!("did you mean \"{meant}\"?")),
        None => finding.with_help(
            "a key is a character, f1 to f24 or a name such as pgdn; before it may stand ctrl- alt- shift-; \
             \"g g\" is one after the other",
        ),
    }
}
