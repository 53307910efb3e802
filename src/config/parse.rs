//! Reads a person's settings: every good one holds, and every slip is told with its place.
//!
//! Knows no file. What is wrong costs the one setting it stands in.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::setting::{Kind, SETTINGS, Setting};
use super::{Config, Ink, LOOKS, ink, keys};
use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::text::edit::Edit;
use crate::text::span::Span;

/// Reads `source`: what is set, over the defaults, and what is wrong with it, in order of place.
///
/// ```
/// let (config, findings) = glose::config::parse("width = 60\nlevle = \"B2\"\n");
/// assert_eq!(config.preferences.wanted.column, 60);
/// assert_eq!(findings[0].label, "did you mean `level`?");
/// ```
#[must_use]
pub fn parse(source: &str) -> (Config, Vec<Diagnostic>) {
    let (document, errors) = DeTable::parse_recoverable(source);
    let mut reader = Reader { diagnostics: Vec::new() };
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        reader.report(Diagnostic::error("syntax", span.into(), error.message()));
    }
    let config = reader.document(document.get_ref());
    reader.diagnostics.sort_by_key(|found| found.span);
    (config, reader.diagnostics)
}

/// What was found so far.
pub(super) struct Reader {
    diagnostics: Vec<Diagnostic>,
}

impl Reader {
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn document(&mut self, document: &DeTable) -> Config {
        let mut config = Config::default();
        let plain = SETTINGS.iter().map(|setting| setting.key);
        let known: Vec<&str> = plain.chain(["layers", "colours", "keys"]).collect();
        self.unknown_keys(document, &known, "the file");
        for setting in &SETTINGS {
            if let Some(value) = document.get(setting.key) {
                self.setting(setting, value, &mut config);
            }
        }
        if let Some(value) = document.get("layers") {
            config.layers = self.layers(value);
        }
        if let Some(value) = document.get("colours") {
            config.look.inks = self.colours(value);
        }
        if let Some(value) = document.get("keys") {
            keys::read(self, value, &mut config.keymap);
        }
        config
    }

    fn setting(&mut self, setting: &Setting, value: &Spanned<DeValue>, config: &mut Config) {
        let (key, kind) = (setting.key, setting.kind);
        let written = match (kind, value.get_ref()) {
            (Kind::Number(..) | Kind::NumberOrAuto(..), DeValue::Integer(number)) => number.to_string(),
            (Kind::Word(_) | Kind::NumberOrAuto(..), DeValue::String(text)) => text.to_string(),
            (Kind::Switch, DeValue::Boolean(is_on)) => is_on.to_string(),
            (_, other) => {
                let message = format!("`{key}` is {}, not {}", kind.says(), other.type_str());
                let finding = Diagnostic::error("wrong-type", value.span().into(), message);
                let is_quoted =
                    matches!((kind, other), (Kind::Number(..) | Kind::Switch, DeValue::String(_)));
                let help = format!("write {}, without quotes", kind.says());
                self.report(if is_quoted { finding.with_help(help) } else { finding });
                return;
            }
        };
        match kind.read(&written) {
            Ok(value) => setting.put(config, value),
            Err(_) => {
                let span = Span::from(value.span());
                let finding = Diagnostic::error("unknown-value", span, format!("`{written}` is no {key}"));
                self.report(match kind.meant(&written) {
                    Some(meant) => suggested(finding, &format!("\"{meant}\"")),
                    None => finding.with_help(format!("it is {}", kind.says())),
                });
            }
        }
    }

    fn layers(&mut self, value: &Spanned<DeValue>) -> Vec<String> {
        match value.get_ref() {
            DeValue::Array(list) => list.iter().filter_map(|item| self.text(item, "layers")).collect(),
            _ => {
                let finding =
                    Diagnostic::error("wrong-type", value.span().into(), "`layers` is a list of files");
                self.report(finding.with_help("write layers = [\"~/glosses/droit.toml\"]"));
                Vec::new()
            }
        }
    }

    fn colours(&mut self, value: &Spanned<DeValue>) -> Vec<Ink> {
        let Some(table) = self.table(value, "colours") else { return Vec::new() };
        self.unknown_keys(table, &LOOKS.map(|(name, ..)| name), "`colours`");
        let mut inks = Vec::new();
        for (name, role, _) in LOOKS {
            let Some(value) = table.get(name) else { continue };
            match self.text(value, name).map(|written| ink::style(&written)) {
                Some(Ok(style)) => inks.extend(style.map(|style| Ink { role, style })),
                Some(Err(why)) => {
                    let message = format!("`{name}` has no colour that can be read");
                    let finding =
                        Diagnostic::error("unknown-value", value.span().into(), message).labelled(why);
                    self.report(finding.with_help(
                        "a colour is a name such as blue or bright-blue, #5f87af or a number to 255; \
                         on before it, for the ground; bold dim italic underlined reversed plain",
                    ));
                }
                None => {}
            }
        }
        inks
    }

    /// The table that `value` is.
    pub(super) fn table<'d, 's>(
        &mut self,
        value: &'d Spanned<DeValue<'s>>,
        key: &str,
    ) -> Option<&'d DeTable<'s>> {
        if let DeValue::Table(table) = value.get_ref() {
            return Some(table);
        }
        let finding = Diagnostic::error("wrong-type", value.span().into(), format!("`{key}` is a table"));
        self.report(finding.with_help(format!("begin it with a line [{key}]")));
        None
    }

    /// The text that `value` is.
    pub(super) fn text(&mut self, value: &Spanned<DeValue>, key: &str) -> Option<String> {
        if let DeValue::String(text) = value.get_ref() {
            return Some(text.to_string());
        }
        let message = format!("`{key}` is a text in quotes, not {}", value.get_ref().type_str());
        self.report(Diagnostic::error("wrong-type", value.span().into(), message));
        None
    }

    pub(super) fn unknown_keys(&mut self, table: &DeTable, known: &[&str], owner: &str) {
        for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let message = format!("{owner} has no `{}`", key.get_ref());
            let finding = Diagnostic::error("unknown-key", key.span().into(), message);
            self.report(spelled(finding, key.get_ref(), known));
        }
    }
}

/// The finding about a word, with the one of `known` that was meant, or with all of them.
pub(super) fn spelled(finding: Diagnostic, written: &str, known: &[&str]) -> Diagnostic {
    match did_you_mean(&written.to_lowercase().replace('_', "-"), known.iter().copied()) {
        Some(meant) => suggested(finding, meant),
        None => finding.with_help(format!("there are: {}", known.join(" "))),
    }
}

fn suggested(finding: Diagnostic, meant: &str) -> Diagnostic {
    let edit = Edit { span: finding.span, text: meant.to_owned() };
    finding
        .labelled(format!("did you mean `{}`?", meant.trim_matches('"')))
        .with_fix(format!("write {meant}"), vec![edit])
}
