//! Changes to glossaries: each file of `tests/change/*.txt` is a text before and after.
//!
//! Its first line is the change, as `add { term = "…", … }`, `set TERM POS { note = "…", … }` or
//! `remove TERM POS`; then a line `=== before` with the text, and `=== after` with what becomes of
//! it. `GLOSE_BLESS=1` writes the latter anew. And every kind of change is tried on every awkward
//! way to write a glossary: outside the entry, not one byte may differ.

#![expect(clippy::disallowed_methods, reason = "the cases are files")]

use std::fmt::Write;
use std::path::Path;

use glose::glossary::change::{Change, Changed, Field, Value, Written, apply, edits, fields_of};
use glose::glossary::parse::ENTRY_KEYS;
use glose::glossary::{Entry, Pos, parse};
use proptest::prelude::*;

#[test]
fn each_change_leaves_what_it_should() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/change");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    assert!(paths.len() >= 10);
    let mut wrong = String::new();
    for path in paths {
        let case = std::fs::read_to_string(&path).unwrap();
        let (change, rest) = case.split_once("\n=== before\n").expect("a change and a text");
        let (before, wanted) = rest.split_once("=== after\n").expect("a text before and after");
        let after = match apply(before, &read(change, before)) {
            Ok(changed) => changed.text,
            Err(refusal) => format!("refused: {refusal}\n"),
        };
        if after == wanted {
            continue;
        }
        if std::env::var_os("GLOSE_BLESS").is_some() {
            let case = format!("{change}\n=== before\n{before}=== after\n{after}");
            std::fs::write(&path, case).unwrap();
        } else {
            write!(wrong, "\n{}\n{change}\n--- wanted\n{wanted}\n--- made\n{after}", path.display()).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Reads the first line of a case.
fn read(change: &str, before: &str) -> Change {
    let (verb, rest) = change.split_once(' ').expect("a verb");
    let (head, table) = rest.split_at(rest.find('{').unwrap_or(rest.len()));
    let fields = if table.is_empty() { Vec::new() } else { fields(table) };
    let seen = || {
        let (term, pos) = head.trim().rsplit_once(' ').expect("a term and its part of speech");
        Box::new(entry(before, term, pos))
    };
    match verb {
        "add" => Change::Add(fields),
        "set" => Change::Set { seen: seen(), fields },
        "remove" => Change::Remove { seen: seen() },
        _ => panic!("{verb} is no change"),
    }
}

fn fields(table: &str) -> Vec<Field> {
    let table: toml::Table = toml::from_str(&format!("fields = {table}")).expect("a table");
    let texts = |value: &toml::Value| match value {
        toml::Value::Array(items) => items.iter().map(|item| item.as_str().unwrap().to_owned()).collect(),
        _ => vec![value.as_str().unwrap().to_owned()],
    };
    let table = table["fields"].as_table().unwrap().clone();
    let one = |key: &'static str| {
        let value = table.get(key)?;
        let texts = texts(value);
        let value = if value.is_array() { Value::Texts(texts) } else { Value::Text(texts[0].clone()) };
        Some(Field { sense: (key == "gloss").then_some(0), key, value })
    };
    ENTRY_KEYS.into_iter().filter_map(one).collect()
}

fn entry(source: &str, term: &str, pos: &str) -> Entry {
    let (glossary, _) = parse(source);
    let pos = Pos::from_key(pos).expect("a part of speech");
    glossary.entries.into_iter().find(|entry| entry.term == term && entry.pos == pos).expect("an entry")
}

/// Ways to write the same three entries: *accord*, *bilan*, *céder*.
fn awkward() -> Vec<(&'static str, String)> {
    let plain = include_str!("change/awkward/plain.toml");
    let strings = include_str!("change/awkward/strings.toml");
    let inline = include_str!("change/awkward/inline.toml");
    vec![
        ("plain", plain.into()),
        ("crlf", plain.replace('\n', "\r\n")),
        ("no end", plain.trim_end().into()),
        ("crlf, no end", plain.trim_end().replace('\n', "\r\n")),
        ("tabs", plain.replace('\n', "\t\n").replace("[[entry]]", "\t[[entry]]")),
        ("comments", include_str!("change/awkward/comments.toml").into()),
        ("strings", strings.into()),
        ("strings, crlf", strings.replace('\n', "\r\n")),
        ("dotted", include_str!("change/awkward/dotted.toml").into()),
        ("inline", inline.into()),
        ("inline, no end", inline.trim_end().into()),
        ("dense", plain.replace("\n\n", "\n")),
    ]
}

/// The same with many more entries: a million bytes.
fn big() -> String {
    let mut text = include_str!("change/awkward/plain.toml").to_owned();
    for number in 0..15_000 {
        write!(
            text,
            "\n[[entry]] # {number}\nterm = \"d{number:05}\"\npos = 'noun'\ngloss = \"\"\"\nthing \\\n  of many\"\"\"\n"
        )
        .unwrap();
    }
    assert!(text.len() > 1_000_000);
    text
}

/// Values for each key that are awkward themselves.
fn values() -> Vec<Field> {
    let text = |key, text| Field::text((key, text));
    let list = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>();
    vec![
        text("topic", "conflict"),
        text("topic", ""),
        text("level", "C2"),
        text("level", ""),
        text("gender", "f"),
        text("gender", ""),
        text("note", "It’s \"quoted\", 'twice', with \\ and a\nline end."),
        text("note", "Deux mots."),
        text("note", ""),
        Field::gloss(0, "a \"thing\"; another"),
        Field::texts("examples", &list(&["Un {mot} à l'envers."])),
        Field::texts("examples", &list(&["Un.", "Deux.", "Trois.", "Quatre."])),
        Field::texts("examples", &[]),
        Field::texts("see", &list(&["trêve", "paix"])),
        text("register", "journalistic"),
    ]
}

/// The change that undoes `changed`, and the change itself.
fn undo(changed: &Changed) -> Change {
    let after = changed.after.clone().expect("an entry");
    let seen = Box::new(after.entry);
    match &changed.before {
        Some(before) => Change::Rewrite { seen, from: after.text, text: before.text.clone() },
        None => Change::Remove { seen },
    }
}

#[test]
fn outside_the_entry_every_byte_stays() {
    for (name, source) in awkward() {
        let (glossary, findings) = parse(&source);
        assert!(findings.is_empty() && glossary.entries.len() >= 3, "{name}: {findings:?}");
        for term in ["accord", "bilan", "céder"] {
            let seen = glossary.entries.iter().find(|entry| entry.term == term).unwrap();
            for field in values() {
                let change = Change::Set { seen: Box::new(seen.clone()), fields: vec![field.clone()] };
                check(&format!("{name}: {term} {field:?}"), &source, &change);
            }
        }
        for term in ["abandon", "balise", "zèle"] {
            let mut fields: Vec<Field> = [("term", term), ("pos", "noun")].map(Field::text).into();
            fields.extend([
                Field::gloss(0, "x"),
                Field::texts("examples", &["{Un}.".into(), "{Deux}.".into()]),
            ]);
            check(&format!("{name}: add {term}"), &source, &Change::Add(fields));
        }
    }
}

#[test]
fn a_large_glossary_is_changed_as_a_small_one() {
    let source = big();
    let seen = Box::new(entry(&source, "bilan", "noun"));
    check("set", &source, &Change::Set { seen, fields: vec![Field::text(("note", "Une note."))] });
    let fields: Vec<Field> = [("term", "d07000a"), ("pos", "noun")].map(Field::text).into();
    check("add", &source, &Change::Add([&fields[..], &[Field::gloss(0, "x")]].concat()));
}

/// Makes a change and takes it back.
fn check(what: &str, source: &str, change: &Change) {
    let changed = apply(source, change).unwrap_or_else(|refusal| panic!("{what}: {refusal}"));
    let after = changed.after.as_ref().unwrap_or_else(|| panic!("{what}: no entry"));
    says(what, change, &after.entry);
    // What stands before and after the entry is what stood there.
    let at = changed.text.find(&after.text).unwrap();
    let (head, tail) = (&changed.text[..at], &changed.text[at + after.text.len()..]);
    if let Some(before) = &changed.before {
        assert!(source.starts_with(head), "{what}: what is above has changed\n{}", changed.text);
        assert_eq!(source[head.len()..], format!("{}{tail}", before.text), "{what}");
        let in_note = |entry: &Entry| entry.note.as_deref().unwrap_or_default().matches('#').count();
        let comments = |written: &Written| written.text.matches('#').count() - in_note(&written.entry);
        assert_eq!(comments(before), comments(after), "{what}: {}", after.text);
    } else {
        let edits = edits(source, change).unwrap();
        assert!(edits.iter().all(|edit| edit.span.is_empty()), "{what}: not only insertions");
        assert_eq!(glose::text::edit::apply(source, &edits), changed.text);
    }
    let back = apply(&changed.text, &undo(&changed)).unwrap_or_else(|refusal| panic!("{what}: {refusal}"));
    assert_eq!(back.text, source, "{what}: taken back");
}

/// The entry says what the change wanted.
fn says(what: &str, change: &Change, entry: &Entry) {
    let (Change::Add(fields) | Change::Set { fields, .. }) = change else { return };
    for field in fields {
        let said = match field.key {
            "gloss" => Value::Text(entry.gloss().to_owned()),
            "topic" => Value::Text(entry.topic.clone().unwrap_or_default()),
            "note" => Value::Text(entry.note.clone().unwrap_or_default()),
            "register" => Value::Text(entry.register.clone().unwrap_or_default()),
            "level" => Value::Text(entry.level.map_or("", glose::glossary::Level::key).into()),
            "examples" => Value::Texts(entry.examples.clone()),
            "see" => Value::Texts(entry.see.clone()),
            _ => continue,
        };
        assert_eq!(said, field.value, "{what}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_text_can_be_a_note(note in "[a-zé’'\"\\\\#{}\\[\\]=, \n\t\u{a0}\u{1b}]{0,40}", which in 0..12_usize) {
        let (name, source) = &awkward()[which];
        let (glossary, _) = parse(source);
        let seen = Box::new(glossary.entries[1].clone());
        let fields = vec![Field::text(("note", &note)), Field::gloss(0, &format!("x{note}"))];
        check_text(name, source, &Change::Set { seen, fields });
    }
}

/// As [`check`], for texts with `#` in them.
fn check_text(what: &str, source: &str, change: &Change) {
    let changed = apply(source, change).unwrap_or_else(|refusal| panic!("{what}: {refusal}"));
    let after = changed.after.clone().unwrap();
    says(what, change, &after.entry);
    assert_eq!(apply(&changed.text, &undo(&changed)).unwrap().text, source, "{what}");
}

#[test]
fn an_entry_with_everything_is_written_and_read_again() {
    let source = "[[entry]]\nterm = \"bilan\"\npos = \"noun\"\ngender = \"m\"\nplural = \"bilans\"\nvariants = [\"le bilan\"]\n\
                  false_friend = \"balance\"\nnever = [\"Rien.\"]\nsee = [\"mort\"]\n[[entry.sense]]\ngloss = \"toll\"\n\
                  near = [\"mort\", \"séisme\"]\nexamples = [\"Le {bilan} s'alourdit encore après le séisme de lundi.\", \"Un {bilan} lourd : douze morts.\"]\n\
                  note = \"Said of \\\"victims\\\".\"\n[[entry.sense]]\ngloss = \"record\"\ntopic = \"politics\"\n";
    let (glossary, findings) = parse(source);
    assert!(findings.is_empty(), "{findings:?}");
    let fields = fields_of(&glossary.entries[0]);
    for target in ["", "entry = [\n]\n", "# en-tête\r\n"] {
        let changed = apply(target, &Change::Add(fields.clone())).unwrap();
        assert_eq!(fields_of(&changed.after.unwrap().entry), fields, "{}", changed.text);
    }
}
