//! The rules for glossaries: each has a file `tests/lint/CODE.txt` with cases.
//!
//! A case begins with `== ` and what it is about; then comes the glossary, after `-- under` the
//! stronger one it lies under, after `-- found` what the rule finds, and after `-- fixed` the glossary
//! with that set right. `UPDATE_EXPECT=1 cargo test --test lint` writes the last two anew.

#![expect(clippy::disallowed_methods, reason = "the cases are files")]

use std::fmt::Write;
use std::path::Path;
use std::sync::LazyLock;

use expect_test::expect_file;
use glose::annotate::Matcher;
use glose::annotate::matcher::Layer;
use glose::annotate::prepared::Prepared;
use glose::diagnostic::Diagnostic;
use glose::french::words::grammar_words;
use glose::glossary::{Glossary, parse};
use glose::lint::{Known, LINTS, check_entry, fix, try_example, try_text};

/// One case of a file.
#[derive(Default)]
struct Case {
    title: String,
    glossary: String,
    stronger: String,
}

fn cases(file: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut part = "";
    for line in file.split_inclusive('\n') {
        if let Some(title) = line.strip_prefix("== ") {
            cases.push(Case { title: title.trim().into(), ..Case::default() });
            part = "";
        } else if let Some(name) = line.strip_prefix("-- ") {
            part = name.trim();
        } else if let Some(case) = cases.last_mut() {
            match part {
                "" => case.glossary.push_str(line),
                "under" => case.stronger.push_str(line),
                _ => {}
            }
        }
    }
    cases
}

/// The grammar words of French, and no glossary.
static BARE: LazyLock<Matcher> =
    LazyLock::new(|| Matcher::new(Prepared::new(Glossary::default(), grammar_words()), Vec::new()));

/// What the rule `code` finds.
fn found(glossary: &str, stronger: &str, code: &str) -> Vec<Diagnostic> {
    let mut findings = try_text(glossary, stronger, &BARE);
    findings.retain(|finding| finding.code == code);
    findings
}

/// The case as it is written in the file, with what is found.
fn written(case: &Case, code: &str) -> (String, usize) {
    let Case { title, glossary, stronger } = case;
    let findings = found(glossary, stronger, code);
    let mut text = format!("== {title}\n{glossary}");
    if !stronger.is_empty() {
        write!(text, "-- under\n{stronger}").unwrap();
    }
    writeln!(text, "-- found").unwrap();
    for finding in &findings {
        writeln!(text, "{}\n", finding.render("glossary.toml", glossary)).unwrap();
    }
    if findings.is_empty() {
        writeln!(text, "nothing\n").unwrap();
    }
    let fixed = fix(glossary, |text| found(text, stronger, code));
    if fixed.count > 0 {
        write!(text, "-- fixed\n{}\n", fixed.text).unwrap();
        let again = fix(&fixed.text, |text| found(text, stronger, code));
        assert_eq!((again.count, &again.text), (0, &fixed.text), "{title} is fixed once");
        assert_eq!(found(&fixed.text, stronger, code).iter().filter(|found| found.fix.is_some()).count(), 0);
    }
    (text, findings.len())
}

#[test]
fn each_rule_finds_what_its_file_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lint");
    for lint in LINTS {
        let path = folder.join(format!("{}.txt", lint.code));
        let file = std::fs::read_to_string(&path)
            .unwrap_or_else(|_| panic!("{} has no cases: write {}", lint.code, path.display()));
        let cases = cases(&file);
        let (texts, counts): (Vec<String>, Vec<usize>) =
            cases.iter().map(|case| written(case, lint.code)).unzip();
        expect_file![path].assert_eq(&texts.concat());
        assert!(counts.iter().any(|count| *count > 0), "{} finds nothing in its cases", lint.code);
        assert!(counts.contains(&0), "{} has no case in which nothing is wrong", lint.code);
    }
}

#[test]
fn every_file_of_cases_has_a_rule() {
    for file in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lint")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        assert!(LINTS.iter().any(|lint| format!("{}.txt", lint.code) == name), "{name} has no rule");
    }
}

#[test]
fn every_rule_is_documented() {
    for lint in LINTS {
        assert!(lint.code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", lint.code);
        let is_sentence = |text: &str| text.ends_with('.') && text.len() > 20 && !text.contains("  ");
        assert!(is_sentence(lint.finds) && is_sentence(lint.why), "{}", lint.code);
        let first = try_example(lint).first().map(|finding| finding.code);
        assert_eq!(first, Some(lint.code), "the example of {}", lint.code);
        assert_eq!(LINTS.iter().filter(|other| other.code == lint.code).count(), 1, "{}", lint.code);
    }
}

#[test]
fn an_entry_alone_is_checked_against_all_layers() {
    let own = "[[entry]]\nterm = \"trêve\"\npos = \"noun\"\ngender = \"f\"\ngloss = \"truce\"\n";
    let layer = Layer { name: "glossary.toml".into(), glossary: parse(own).0 };
    let matcher = BARE.over(vec![layer]);
    let known = Known::of(&matcher);
    let codes = |source: &str, replaced| {
        check_entry(source, &matcher, &known, replaced).iter().map(|found| found.code).collect::<Vec<_>>()
    };
    let id = matcher.ids().next().expect("an entry");
    assert_eq!(codes(own, Ok(id)), [""; 0]);
    assert_eq!(codes(own, Err(0)), ["duplicate"]);
    let link = "[[entry]]\nterm = \"pause\"\npos = \"noun\"\ngloss = \"pause.\"\nsee = [\"trève\"] \nexamples = [\"Une {paus}.\"]\n";
    assert_eq!(
        codes(link, Err(0)),
        ["gender-missing", "gloss-full-stop", "dead-link", "whitespace", "example-not-found"]
    );
    assert_eq!(codes("", Err(0)), [""; 0]);
}
