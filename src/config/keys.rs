//! Reads what a person writes about keys: `[keys.reading]`, and the preset.
//!
//! Knows the table of actions, and which keys cannot be given.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::parse::{Reader, spelled};
use crate::app::action::{ACTIONS, Action, ActionRow};
use crate::app::keymap::{Chord, Context, Key, Keymap, Strokes};
use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::text::span::Span;

/// Keys for a keyboard: its name, what it does, and which key does also what another does.
#[derive(Debug)]
pub struct Preset {
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub says: &'static str,
    /// A key, and the one that does the same.
    pub also: &'static [(&'static str, &'static str)],
}

/// The presets there are.
pub const PRESETS: [Preset; 2] = [
    Preset { name: "default", says: "the keys as they are", also: &[] },
    Preset {
        name: "azerty",
        says: "for French keyboards: ç finds (chercher), à helps (aide), é widens (élargir), ù glosses more",
        also: &[("/", "ç"), ("?", "à"), ("+", "é"), (">", "ù")],
    },
];
/// The table that holds in every context where the action has keys.
const EVERYWHERE: &str = "everywhere";

/// Keys that were given in the file, each with where it is written.
#[derive(Default)]
struct Given(Vec<(Context, Strokes, &'static str)>);

/// Reads `[keys]` into `keymap`.
pub(super) fn read(reader: &mut Reader, value: &Spanned<DeValue>, keymap: &mut Keymap) {
    let Some(table) = reader.table(value, "keys") else { return };
    let contexts = Context::ALL.map(Context::name);
    let known: Vec<&str> = ["preset", EVERYWHERE].into_iter().chain(contexts).collect();
    reader.unknown_keys(table, &known, "`keys`");
    if let Some(written) = table.get("preset") {
        preset(reader, written, keymap);
    }
    let mut given = Given::default();
    for (name, list) in
        std::iter::once((EVERYWHERE, None)).chain(Context::ALL.map(|one| (one.name(), Some(one))))
    {
        let Some(actions) = table.get(name).and_then(|value| reader.table(value, &format!("keys.{name}")))
        else {
            continue;
        };
        context(reader, actions, list, (keymap, &mut given));
    }
    for context in Context::ALL {
        keymap.add(Action::Quit, context, LAST_WAY_OUT.into());
    }
    left_without(reader, value.span().into(), (keymap, &given));
}

/// Tells of actions whose only keys were given to others.
fn left_without(reader: &mut Reader, span: Span, (keymap, given): (&Keymap, &Given)) {
    let usual = Keymap::default();
    for (row, context) in ACTIONS.iter().flat_map(|row| Context::ALL.map(|context| (row, context))) {
        let had: Vec<&Strokes> = usual.keys(row.action, context).collect();
        let has_any = had.is_empty() || keymap.keys(row.action, context).next().is_some();
        let taker =
            given.0.iter().find(|(c, keys, _)| *c == context && had.iter().any(|one| one.clashes(keys)));
        if let (false, Some((_, keys, other))) = (has_any, taker.filter(|(.., other)| *other != row.name)) {
            let message = format!(
                "`{}` has no key left in `{}`: `{}` is now `{other}`",
                row.name,
                context.name(),
                keys.written()
            );
            reader.report(
                Diagnostic::warning("no-key-left", span, message).with_help("the palette still has it"),
            );
        }
    }
}

fn preset(reader: &mut Reader, value: &Spanned<DeValue>, keymap: &mut Keymap) {
    let Some(written) = reader.text(value, "keys.preset") else { return };
    let Some(preset) = PRESETS.iter().find(|preset| preset.name == written) else {
        let finding = Diagnostic::error(
            "unknown-value",
            value.span().into(),
            format!("no preset is called `{written}`"),
        );
        reader.report(spelled(finding, &written, &PRESETS.each_ref().map(|preset| preset.name)));
        return;
    };
    for (key, also) in
        preset.also.iter().filter_map(|(key, also)| Some((Strokes::parse(key)?, Strokes::parse(also)?)))
    {
        keymap.alias(&key, &also);
    }
}

/// The keys of one table: of `only`, or of every context.
fn context(
    reader: &mut Reader,
    actions: &DeTable,
    only: Option<Context>,
    (keymap, given): (&mut Keymap, &mut Given),
) {
    let names: Vec<&str> = ACTIONS.iter().map(|row| row.name).collect();
    reader.unknown_keys(actions, &names, "the list of actions");
    let mut written: Vec<_> = actions.iter().collect();
    written.sort_by_key(|(name, _)| name.span().start);
    for (name, value) in written {
        let Some(row) = ACTIONS.iter().find(|row| row.name == name.get_ref().as_ref()) else { continue };
        let has = |context: &Context| row.keys.iter().any(|(contexts, ..)| contexts.contains(context));
        let contexts: Vec<Context> =
            Context::ALL.into_iter().filter(|one| has(one) && only.is_none_or(|only| only == *one)).collect();
        if contexts.is_empty() {
            let here = only.map_or("", Context::name);
            let message = format!("`{}` can do nothing in `{here}`", row.name);
            let does = Context::ALL.iter().filter(|one| has(one)).map(|one| one.name()).collect::<Vec<_>>();
            let finding = Diagnostic::error("wrong-context", name.span().into(), message);
            reader.report(finding.with_help(format!("it has its place in: {}", does.join(" "))));
            continue;
        }
        let Some(keys) = keys(reader, value, row) else { continue };
        for context in contexts {
            let free = given.take(reader, (context, row), &keys);
            if keys.is_empty() || !free.is_empty() {
                keymap.set(row.action, context, free);
            }
        }
    }
}

impl Given {
    /// Those of `keys` that are free for an action in a context; the others are told.
    fn take(
        &mut self,
        reader: &mut Reader,
        (context, row): (Context, &'static ActionRow),
        keys: &[(Strokes, Span)],
    ) -> Vec<Strokes> {
        self.0.retain(|(c, _, name)| *c != context || *name != row.name);
        let mut free: Vec<Strokes> = Vec::new();
        for (strokes, span) in keys {
            let taken = self.0.iter().find(|(c, one, _)| *c == context && one.clashes(strokes));
            if let Some((_, one, name)) = taken {
                let message = format!("`{}` is already `{name}` in `{}`", one.written(), context.name());
                reader.report(Diagnostic::error("key-taken", *span, message));
            } else if context.is_typed_in() && strokes.chords()[0].typed().is_some() {
                let message = format!(
                    "`{}` is typed in `{}`, and can be no key there",
                    strokes.written(),
                    context.name()
                );
                let finding = Diagnostic::error("key-typed", *span, message);
                reader.report(finding.with_help("take a key with Ctrl or Alt, or a special key"));
            } else {
                free.push(strokes.clone());
            }
        }
        self.0.extend(free.iter().map(|strokes| (context, strokes.clone(), row.name)));
        free
    }
}

/// Ctrl-C always quits.
const LAST_WAY_OUT: Chord = Chord { ctrl: true, alt: false, shift: false, key: Key::Char('c') };

/// The keys written for an action: one, a list, or `none`. Those that are no keys are told.
fn keys(reader: &mut Reader, value: &Spanned<DeValue>, row: &ActionRow) -> Option<Vec<(Strokes, Span)>> {
    let written: Vec<&Spanned<DeValue>> = match value.get_ref() {
        DeValue::Array(list) => list.iter().collect(),
        _ => vec![value],
    };
    let mut keys = Vec::new();
    let mut is_any_wrong = false;
    for value in written {
        let text = reader.text(value, row.name);
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
        let named = [
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
        reader.report(match did_you_mean(&text.to_lowercase(), named) {
            Some(meant) => finding.labelled(format!("did you mean \"{meant}\"?")),
            None => finding.with_help("a key is a character, f1 to f24, or a name such as pgdn, after ctrl- alt- shift- or none of them; \"g g\" is one after the other"),
        });
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
