//! The house style of glossaries: `tests/style.txt` has cases, each `== ` and what it is about, a
//! glossary, after `-- tidied` the same laid out, and after `-- sorted` in order. `UPDATE_EXPECT=1
//! cargo test --test style` writes the last two anew.

use std::fmt::Write;

use expect_test::{expect, expect_file};
use glose::builtin::GLOSSARY;
use glose::export::schema::schema;
use glose::glossary::{Entry, parse};
use glose::lint::style::{sorted, tidy};
use glose::text::span::Span;
use proptest::prelude::*;

const CASES: &str = include_str!("style.txt");

#[test]
fn a_glossary_is_laid_out_as_its_case_says() {
    let mut text = String::new();
    for case in CASES.split("== ").skip(1) {
        let (title, rest) = case.split_once('\n').expect("a title");
        let source = rest.split("-- tidied\n").next().unwrap_or_default();
        let tidied = tidy(source).unwrap_or_else(|why| format!("{why}\n"));
        write!(text, "== {title}\n{source}-- tidied\n{tidied}").unwrap();
        let in_order = sorted(&tidied).unwrap_or_else(|why| format!("{why}\n"));
        if in_order != tidied {
            write!(text, "-- sorted\n{in_order}").unwrap();
        }
    }
    expect_file!["style.txt"].assert_eq(&text);
}

#[test]
fn the_glossary_of_the_house_is_in_its_style() {
    assert!(tidy(GLOSSARY).unwrap() == GLOSSARY, "run `cargo run -- fmt glossary.toml`");
}

#[test]
fn the_schema_beside_the_glossary_is_that_of_the_program() {
    expect_file!["../glossary.schema.json"].assert_eq(&schema());
    let schema: serde_json::Value = serde_json::from_str(&schema()).unwrap();
    let entry = &schema["properties"]["entry"]["items"]["properties"];
    expect![[r#"["f","m","mf"]"#]].assert_eq(&{
        let mut genders: Vec<&str> =
            entry["gender"]["enum"].as_array().unwrap().iter().filter_map(|one| one.as_str()).collect();
        genders.sort_unstable();
        format!("{genders:?}").replace(", ", ",")
    });
    assert_eq!(entry["sense"]["items"]["required"], serde_json::json!(["gloss"]));
}

/// What the entries say, wherever they stand.
fn meaning(source: &str) -> Vec<Entry> {
    let entries = parse(source).0.entries.into_iter();
    entries.map(|entry| Entry { span: Span::default(), line: 0, ..entry }).collect()
}

fn comments(source: &str) -> Vec<String> {
    let of_line = |line: &str| line.split_once('#').map(|(_, comment)| comment.trim().to_owned());
    let mut comments: Vec<String> = source.lines().filter_map(of_line).collect();
    comments.sort();
    comments
}

/// Lines of an entry in any order and any dress.
fn entry() -> impl Strategy<Value = String> {
    let blank = prop_oneof![
        Just(""),
        Just("\n"),
        Just("\n\n  \n"),
        Just("# un mot\n"),
        Just("\n# deux\n\n  # trois\n\n")
    ];
    let behind = prop_oneof![Just(""), Just("  # au bout"), Just(" ")];
    let line = prop_oneof![
        Just("level='B1'"),
        Just("note = \"\"\"\nUne note\\\n  longue.\"\"\""),
        Just("examples = [ \"Une {trêve}.\",'L\\été' ]"),
        Just("never = [\n\t\"a\", # un\n  'b'\n]"),
        Just("see=[]"),
        Just(
            "variants = [\"un mot qui est assez long\", \"un mot qui est assez long\", \"un mot qui est assez long\", \"et\"]"
        ),
        Just("topic = \"d\\u00e9j\\u00e0\""),
        Just("  register\t= '''x'''"),
        Just("inconnu = { a = 1, b.c = [2] }"),
    ];
    let lines = prop::collection::vec((blank, line, behind), 0..5);
    (lines, "[a-zé]{1,4}", prop::bool::ANY).prop_map(|(lines, term, has_sense)| {
        let mut keys = Vec::new();
        let mut text =
            format!("[[entry]] # entrée\ngloss = \"truce\"\n  term='{term}'\npos=\"noun\" # un nom\n");
        for (blank, line, behind) in lines {
            let key = line.split(['=', ' ', '\t']).find(|piece| !piece.is_empty());
            if !keys.contains(&key) {
                keys.push(key);
                text += &format!("{blank}{line}{behind}\n");
            }
        }
        if has_sense {
            text += "# un sens\n[[entry.sense]]\nnear = ['mot']\n  gloss = 'word' # dans un sens\n";
        }
        text
    })
}

proptest! {
    #[test]
    fn nothing_is_lost_and_twice_is_once(
        head in prop_oneof![Just(""), Just("#:schema ./glossary.schema.json\n\n"), Just("\n\n# tête\n\n")],
        entries in prop::collection::vec(entry(), 0..4),
        end in prop_oneof![Just(""), Just("\n# fin\n"), Just("# fin")],
        is_dos: bool,
    ) {
        let mut source = format!("{head}{}{end}", entries.join("\n"));
        if is_dos {
            source = source.replace('\n', "\r\n");
        }
        let tidied = tidy(&source).unwrap();
        prop_assert_eq!(meaning(&tidied), meaning(&source));
        prop_assert_eq!(comments(&tidied), comments(&source));
        prop_assert_eq!(&tidy(&tidied).unwrap(), &tidied);
        let in_order = sorted(&tidied).unwrap();
        prop_assert_eq!(comments(&in_order), comments(&source));
        prop_assert_eq!(&sorted(&in_order).unwrap(), &in_order);
        prop_assert_eq!(&tidy(&in_order).unwrap(), &in_order);
        let (mut one, mut other) = (meaning(&in_order), meaning(&source));
        one.sort_by_key(|entry| format!("{entry:?}"));
        other.sort_by_key(|entry| format!("{entry:?}"));
        prop_assert_eq!(one, other);
    }
}
