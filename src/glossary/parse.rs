//! Reads a glossary's text: every good entry is kept, and every slip is told with its place.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::{self, GENDERS};
use super::{Entry, Glossary, Level, Pos, Sense, notation};
use crate::diagnostic::{Diagnostic, did_you_mean, surely_meant};
use crate::text::edit::Edit;
use crate::text::lines::Lines;
use crate::text::span::Span;

/// The keys of an entry, in the order of the house.
pub const ENTRY_KEYS: [&str; keys::ENTRY.len()] = keys::names(&keys::ENTRY);
/// The keys of a sense, in the order of the house.
pub const SENSE_KEYS: [&str; keys::SENSE.len()] = keys::names(&keys::SENSE);

type Table<'s> = DeTable<'s>;
type Value<'s> = Spanned<DeValue<'s>>;

/// Reads `source`: the good entries, and everything that is wrong with it, in order of place.
///
/// An entry without a usable term, part of speech or gloss is left out and said; an entry with a
/// bad key loses that key only. Text that is not TOML costs the entries it stands in.
#[must_use]
pub fn parse(source: &str) -> (Glossary, Vec<Diagnostic>) {
    let (document, errors) = DeTable::parse_recoverable(source);
    let mut reader = Reader { lines: Lines::new(source), source, diagnostics: Vec::new() };
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        reader.diagnostics.push(Diagnostic::error("syntax", span.into(), error.message()));
    }
    let entries = reader.document(document.get_ref());
    reader.diagnostics.sort_by_key(|found| found.span);
    (Glossary { entries }, reader.diagnostics)
}

/// The text being read and what was found so far.
struct Reader<'s> {
    source: &'s str,
    lines: Lines,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn document(&mut self, document: &Table<'_>) -> Vec<Entry> {
        self.unknown_keys(document, &["entry"], "a glossary");
        let Some(list) = document.get("entry") else { return Vec::new() };
        let Some(tables) = list.get_ref().as_array() else {
            let finding = Diagnostic::error("syntax", list.span().into(), "`entry` is not a list of entries");
            self.report(finding.with_help("begin each entry with a line `[[entry]]`"));
            return Vec::new();
        };
        let starts: Vec<usize> = tables.iter().map(|table| table.span().start).collect();
        let mut entries = Vec::with_capacity(tables.len());
        for (index, table) in tables.iter().enumerate() {
            let limit = starts.get(index + 1).copied().unwrap_or(self.source.len());
            let span = self.extent(table.span(), limit);
            match table.get_ref().as_table() {
                Some(fields) => entries.extend(self.entry(fields, span)),
                None => self.report(Diagnostic::error("syntax", span, "an entry is a table of keys")),
            }
        }
        entries
    }

    /// From an entry's header to the end of its last line that is neither blank nor a comment.
    fn extent(&self, header: Range<usize>, limit: usize) -> Span {
        let mut end = header.end.max(header.start);
        let mut at = header.start;
        for line in self.source[header.start..limit.max(header.start)].split_inclusive('\n') {
            at += line.len();
            let text = line.trim();
            if !text.is_empty() && !text.starts_with('#') {
                end = at - (line.len() - line.trim_end().len());
            }
        }
        Span::new(header.start, end)
    }

    fn entry(&mut self, table: &Table<'_>, span: Span) -> Option<Entry> {
        self.unknown_keys(table, &ENTRY_KEYS, "an entry");
        let header = Span::new(
            span.start,
            self.source[span.start..].find('\n').map_or(span.end, |at| span.start + at),
        );
        let term = self.term(table, header);
        let pos = self.keyword(table, "pos", Pos::keys().zip(Pos::all()));
        if pos.is_none() && !table.contains_key("pos") {
            let finding = Diagnostic::error("missing-key", header, "this entry has no `pos`");
            let known = Pos::keys().collect::<Vec<_>>().join(" ");
            self.report(finding.with_help(format!("add a line such as: pos = \"noun\"   (one of: {known})")));
        }
        let senses = self.senses(table, header);
        let entry = Entry {
            gender: self.keyword(table, "gender", GENDERS.into_iter()),
            plural: self.text(table, "plural"),
            feminine: self.text(table, "feminine"),
            forms: self.texts(table, "forms"),
            variants: self.texts(table, "variants"),
            level: self.keyword(table, "level", Level::ALL.into_iter().map(|level| (level.key(), level))),
            topic: self.text(table, "topic"),
            register: self.text(table, "register"),
            false_friend: self.text(table, "false_friend"),
            note: self.text(table, "note"),
            examples: self.texts(table, "examples"),
            never: self.texts(table, "never"),
            see: self.texts(table, "see"),
            term: term?,
            pos: pos?,
            senses: (!senses.is_empty()).then_some(senses)?,
            span,
            line: self.lines.line(span.start),
        };
        Some(entry)
    }

    /// The headword, if there is one that can be read.
    fn term(&mut self, table: &Table<'_>, header: Span) -> Option<String> {
        let Some(value) = table.get("term") else {
            let finding = Diagnostic::error("missing-key", header, "this entry has no `term`");
            self.report(finding.with_help("add a line such as: term = \"cessez-le-feu\""));
            return None;
        };
        let term = self.string(value, "term")?;
        if let Err(error) = notation::parse(&term) {
            let quoted = Span::from(value.span());
            let inside = Span::new(quoted.start + 1 + error.at.start, quoted.start + 1 + error.at.end);
            let is_plain = self.source.get(inside.range()) == term.get(error.at.clone());
            let place = if is_plain { inside } else { quoted };
            let help = format!("it is matched as written; {}", error.advice);
            self.report(Diagnostic::warning("notation", place, error.reason).with_help(help));
        }
        (!term.trim().is_empty()).then_some(term)
    }

    /// The senses of an entry; a plain `gloss` is its only sense.
    fn senses(&mut self, table: &Table<'_>, header: Span) -> Vec<Sense> {
        let plain = self.text(table, "gloss");
        let Some(list) = table.get("sense") else {
            if plain.is_none() && !table.contains_key("gloss") {
                let finding = Diagnostic::error("missing-key", header, "this entry has no `gloss`");
                self.report(finding.with_help("add a line such as: gloss = \"ceasefire\""));
            }
            return plain.into_iter().map(|gloss| Sense { gloss, ..Sense::default() }).collect();
        };
        let mut senses: Vec<Sense> =
            plain.into_iter().map(|gloss| Sense { gloss, ..Sense::default() }).collect();
        let tables = list.get_ref().as_array().map_or(&[][..], |tables| tables.as_ref());
        for table in tables {
            match table.get_ref().as_table() {
                Some(fields) => senses.extend(self.sense(fields, table.span())),
                None => self.report(Diagnostic::error(
                    "syntax",
                    table.span().into(),
                    "a sense is a table of keys",
                )),
            }
        }
        if tables.is_empty() {
            let finding = Diagnostic::error("syntax", list.span().into(), "`sense` is not a list of senses");
            self.report(finding.with_help("begin each sense with a line `[[entry.sense]]`"));
        }
        senses
    }

    fn sense(&mut self, table: &Table<'_>, span: Range<usize>) -> Option<Sense> {
        self.unknown_keys(table, &SENSE_KEYS, "a sense");
        let gloss = self.text(table, "gloss");
        if gloss.is_none() && !table.contains_key("gloss") {
            let finding = Diagnostic::error("missing-key", span.into(), "this sense has no `gloss`");
            self.report(finding.with_help("add a line such as: gloss = \"death toll\""));
        }
        Some(Sense {
            near: self.texts(table, "near"),
            note: self.text(table, "note"),
            topic: self.text(table, "topic"),
            examples: self.texts(table, "examples"),
            gloss: gloss?,
        })
    }

    fn unknown_keys(&mut self, table: &Table<'_>, known: &[&'static str], owner: &str) {
        for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let span = Span::from(key.span());
            let message = format!("{owner} has no key `{}`", key.get_ref());
            let finding = Diagnostic::error("unknown-key", span, message);
            self.report(match did_you_mean(key.get_ref(), known.iter().copied()) {
                // Two keys of one name are no TOML.
                Some(meant) if table.contains_key(meant) => {
                    finding.with_help(format!("`{meant}` is there already: remove one of them"))
                }
                Some(meant) => finding
                    .labelled(format!("did you mean `{meant}`?"))
                    .with_fix(format!("write `{meant}`"), vec![Edit { span, text: meant.into() }]),
                None => finding.with_help(format!("the keys are: {}", known.join(" "))),
            });
        }
    }

    /// A value that is one of a few words, each with what it stands for.
    fn keyword<T>(
        &mut self,
        table: &Table<'_>,
        key: &str,
        known: impl Iterator<Item = (&'static str, T)>,
    ) -> Option<T> {
        let value = table.get(key)?;
        let written = self.string(value, key)?;
        let (words, mut values): (Vec<&str>, Vec<T>) = known.unzip();
        let found = words.iter().position(|word| *word == written).map(|at| values.swap_remove(at));
        if found.is_none() {
            let span = Span::from(value.span());
            let finding = Diagnostic::error("unknown-value", span, format!("`{written}` is not a {key}"));
            self.report(match surely_meant(&written, words.iter().copied()) {
                Some(meant) => finding.labelled(format!("did you mean \"{meant}\"?")).with_fix(
                    format!("write \"{meant}\""),
                    vec![Edit { span, text: format!("\"{meant}\"") }],
                ),
                None => finding.with_help(format!("one of: {}", words.join(" "))),
            });
        }
        found
    }

    fn text(&mut self, table: &Table<'_>, key: &str) -> Option<String> {
        self.string(table.get(key)?, key)
    }

    fn texts(&mut self, table: &Table<'_>, key: &str) -> Vec<String> {
        let Some(value) = table.get(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            let finding =
                Diagnostic::error("wrong-type", value.span().into(), format!("`{key}` is a list of texts"));
            self.report(finding.with_help(format!("write {key} = [\"…\"]")));
            return Vec::new();
        };
        list.iter().filter_map(|item| self.string(item, key)).collect()
    }

    /// A text that is not blank.
    fn string(&mut self, value: &Value<'_>, key: &str) -> Option<String> {
        let text = value.get_ref().as_str().map(str::trim);
        if text.is_none() {
            let found = value.get_ref().type_str();
            let message = format!("`{key}` is a text in quotes, not {found}");
            self.report(Diagnostic::error("wrong-type", value.span().into(), message));
        } else if text == Some("") {
            let message = format!("`{key}` is empty");
            self.report(Diagnostic::error("empty-value", value.span().into(), message));
        }
        text.filter(|text| !text.is_empty()).map(str::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::french::reading::Gender;
    use expect_test::expect;

    #[test]
    fn a_good_entry_takes_four_lines() {
        let source = "[[entry]]\nterm = \"cessez-le-feu\"\npos = \"noun\"\ngender = \"m\"\ngloss = \"ceasefire\"\n\n# end\n";
        let (glossary, findings) = parse(source);
        assert_eq!(findings, []);
        let entry = &glossary.entries[0];
        assert_eq!(
            (entry.pos, entry.gender, entry.gloss()),
            (Pos::Noun, Some(Gender::Masculine), "ceasefire")
        );
        assert_eq!((entry.line, entry.span.of(source).lines().count()), (1, 5));
    }

    #[test]
    fn all_slips_are_told_at_once_and_the_good_entries_stay() {
        let source = include_str!("../../tests/glossary/slips.toml");
        let (glossary, findings) = parse(source);
        let kept: Vec<_> = glossary.entries.iter().map(|entry| entry.term.as_str()).collect();
        assert_eq!(kept, ["bon", "doublon", "doublon", "mettre (en œuvre", "coupée"]);
        let brief: Vec<_> = findings.iter().map(|finding| finding.brief("slips.toml", source)).collect();
        expect![[r#"
            slips.toml:7:1: this entry has no `term`
            slips.toml:11:1: this entry has no `pos`
            slips.toml:17:7: `nuon` is not a pos
            slips.toml:20:1: this entry has no `gloss`
            slips.toml:23:1: an entry has no key `glos`
            slips.toml:28:10: `masculin` is not a gender
            slips.toml:35:12: `examples` is a list of texts
            slips.toml:38:9: a bracket is not closed
            slips.toml:43:15: invalid basic string, expected `"`"#]]
        .assert_eq(&brief.join("\n"));
    }
}
