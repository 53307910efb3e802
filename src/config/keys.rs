//! Reads what a person writes about keys: `[keys.reading]`, and the preset.
//!
//! Knows the table of actions, and which keys cannot be given.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::parse::{Reader, spelled};
use super::strokes::{LAST_WAY_OUT, read_keys};
use crate::app::action::{ACTIONS, Action, ActionRow};
use crate::app::keymap::{Context, Keymap, Strokes};
use crate::diagnostic::Diagnostic;
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

/// Reads `[keys]` into `keymap`.
pub(super) fn read(reader: &mut Reader, value: &Spanned<DeValue>, keymap: &mut Keymap) {
    let Some(table) = reader.table(value, "keys") else { return };
    let contexts = Context::ALL.map(Context::name);
    let known: Vec<&str> = ["preset", EVERYWHERE].into_iter().chain(contexts).collect();
    reader.unknown_keys(table, &known, "`keys`");
    if let Some(written) = table.get("preset") {
        preset(reader, written, keymap);
    }
    let mut giver = Giver { reader, keymap, given: Vec::new() };
    giver.table(table, None);
    Context::ALL.into_iter().for_each(|context| giver.table(table, Some(context)));
    for context in Context::ALL {
        giver.keymap.add(Action::Quit, context, LAST_WAY_OUT.into());
    }
    giver.left_without(value.span().into());
}

fn preset(reader: &mut Reader, value: &Spanned<DeValue>, keymap: &mut Keymap) {
    let Some(written) = reader.text(value, "keys.preset") else { return };
    let Some(preset) = PRESETS.iter().find(|preset| preset.name == written) else {
        let message = format!("no preset is called `{written}`");
        let finding = Diagnostic::error("unknown-value", value.span().into(), message);
        reader.report(spelled(finding, &written, &PRESETS.each_ref().map(|preset| preset.name)));
        return;
    };
    for (key, also) in preset.also {
        if let (Some(key), Some(also)) = (Strokes::parse(key), Strokes::parse(also)) {
            keymap.alias(&key, &also);
        }
    }
}

/// A key that was given in the file.
struct Given {
    context: Context,
    strokes: Strokes,
    /// The name of its action.
    name: &'static str,
    /// The table it stands in: none of that which holds everywhere.
    table: Option<Context>,
}

/// Gives keys to actions.
struct Giver<'r> {
    reader: &'r mut Reader,
    keymap: &'r mut Keymap,
    given: Vec<Given>,
}

impl Giver<'_> {
    /// The keys of one table: that of a context, or that which holds everywhere.
    fn table(&mut self, keys: &DeTable, table: Option<Context>) {
        let name = table.map_or(EVERYWHERE, Context::name);
        let actions = keys.get(name).and_then(|value| self.reader.table(value, &format!("keys.{name}")));
        let Some(actions) = actions else { return };
        let names: Vec<&str> = ACTIONS.iter().map(|row| row.name).collect();
        self.reader.unknown_keys(actions, &names, "the list of actions");
        let mut written: Vec<_> = actions.iter().collect();
        written.sort_by_key(|(name, _)| name.span().start);
        for (name, value) in written {
            let Some(row) = ACTIONS.iter().find(|row| row.name == name.get_ref().as_ref()) else { continue };
            match table.filter(|context| !has_place(row, *context)) {
                Some(context) => self.tell_place(row, context, name.span().into()),
                None => self.action(row, table, value),
            }
        }
    }

    fn tell_place(&mut self, row: &ActionRow, context: Context, span: Span) {
        let message = format!("`{}` can do nothing in `{}`", row.name, context.name());
        let places = Context::ALL.into_iter().filter(|context| has_place(row, *context));
        let places = places.map(Context::name).collect::<Vec<_>>().join(" ");
        let finding = Diagnostic::error("wrong-context", span, message);
        self.reader.report(finding.with_help(format!("it has its place in: {places}")));
    }

    /// Gives an action what is written for it.
    fn action(&mut self, row: &'static ActionRow, table: Option<Context>, value: &Spanned<DeValue>) {
        let Some(keys) = read_keys(self.reader, value, row.name) else { return };
        let everywhere = Context::ALL.into_iter().filter(|context| has_place(row, *context)).collect();
        for context in table.map_or(everywhere, |context| vec![context]) {
            self.given.retain(|given| given.context != context || given.name != row.name);
            let free = self.free(&keys, (context, table));
            let given =
                |strokes: &Strokes| Given { context, strokes: strokes.clone(), name: row.name, table };
            self.given.extend(free.iter().map(given));
            if keys.is_empty() || !free.is_empty() {
                self.keymap.set(row.action, context, free);
            }
        }
    }

    /// Those of `keys` that can be given in a context; the others are told.
    fn free(&mut self, keys: &[(Strokes, Span)], at: (Context, Option<Context>)) -> Vec<Strokes> {
        let mut free = Vec::new();
        for (strokes, span) in keys {
            match self.refusal(strokes, at) {
                None => free.push(strokes.clone()),
                Some(finding) => {
                    let told = finding.map(|(code, why)| Diagnostic::error(code, *span, why));
                    told.into_iter().for_each(|finding| self.reader.report(finding));
                }
            }
        }
        free
    }

    /// Why a key cannot be given in a context, if it cannot; that it is typed there is told only where
    /// that context was meant.
    fn refusal(
        &self,
        strokes: &Strokes,
        (context, table): (Context, Option<Context>),
    ) -> Option<Option<(&'static str, String)>> {
        let (written, here) = (strokes.written(), context.name());
        if context.is_typed_in() && strokes.chords()[0].typed().is_some() {
            let why =
                format!("`{written}` is typed in `{here}`: take a key with Ctrl or Alt, or a special one");
            return Some(table.map(|_| ("key-typed", why)));
        }
        let is_taken = |given: &&Given| {
            given.context == context && given.table == table && given.strokes.clashes(strokes)
        };
        let taken = self.given.iter().find(is_taken)?;
        let why = format!("`{}` is already `{}` in `{here}`", taken.strokes.written(), taken.name);
        Some(Some(("key-taken", why)))
    }

    /// Tells of actions whose only keys were given to others.
    fn left_without(&mut self, span: Span) {
        let usual = Keymap::default();
        for (row, context) in ACTIONS.iter().flat_map(|row| Context::ALL.map(|context| (row, context))) {
            let had: Vec<&Strokes> = usual.keys(row.action, context).collect();
            if had.is_empty() || self.keymap.keys(row.action, context).next().is_some() {
                continue;
            }
            let is_taker = |given: &&Given| {
                given.context == context
                    && given.name != row.name
                    && had.iter().any(|one| one.clashes(&given.strokes))
            };
            let Some(Given { strokes, name, .. }) = self.given.iter().find(is_taker) else { continue };
            let (key, here) = (strokes.written(), context.name());
            let message = format!("`{}` has no key left in `{here}`: `{key}` is now `{name}`", row.name);
            self.reader.report(Diagnostic::warning("no-key-left", span, message));
        }
    }
}

/// True where an action can do something.
fn has_place(row: &ActionRow, context: Context) -> bool {
    row.keys.iter().any(|(contexts, ..)| contexts.contains(&context))
}
