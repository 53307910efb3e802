//! The program as it is run: what it prints, what it says, how it ends, and what it does with
//! everything that is no article and no glossary.
#![expect(clippy::disallowed_methods, reason = "a test may touch the disk")]

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

#[path = "cli/settings.rs"]
mod settings;

/// An empty directory of its own for a test, which is also its home.
fn room(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    // It may not be there, or be left from the last time.
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a room for the test");
    path
}

fn glose(room: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("glose").expect("the program");
    command.current_dir(room).env_clear().env("HOME", room).env("TERM", "xterm-256color");
    command.env("XDG_CONFIG_HOME", room.join("config")).env("XDG_STATE_HOME", room.join("state"));
    command.args(arguments);
    command
}

/// What a run came to.
struct Run {
    code: i32,
    out: String,
    err: String,
}

/// Runs the program; no run may panic, say something without its name, or write a control code.
fn run(room: &Path, arguments: &[&str], input: impl Into<Vec<u8>>) -> Run {
    let output = glose(room, arguments).write_stdin(input).output().expect("it runs");
    let run = Run {
        code: output.status.code().expect("it ends by itself"),
        out: String::from_utf8(output.stdout).expect("text"),
        err: String::from_utf8(output.stderr).expect("text"),
    };
    assert!(run.err.is_empty() || run.err.starts_with("glose: "), "{}", run.err);
    assert!(!run.err.contains("panicked"), "{}", run.err);
    let is_code = |c: char| c != '\n' && glose::text::visible::mark(c).is_some_and(|mark| mark != ' ');
    assert!(!run.out.contains(is_code) && !run.err.contains(is_code), "{}{}", run.out, run.err);
    run
}

const ENTRY: &str =
    "[[entry]]\nterm = \"pourparlers-test\"\npos = \"noun\"\ngender = \"m\"\ngloss = \"talks\"\n";

#[test]
fn without_an_argument_the_articles_are_listed() {
    let room = room("list");
    fs::create_dir(room.join("articles")).unwrap();
    fs::write(room.join("articles/mien.md"), "+++\ntitle = \"Le mien\"\n+++\nUn mot.\n").unwrap();
    fs::write(room.join("articles/treve-ukraine.txt"), "Le sien.\n").unwrap();
    fs::write(room.join("articles/notes.toml"), "").unwrap();
    let list = run(&room, &[], "");
    assert_eq!(list.code, 0);
    let names: Vec<&str> = list.out.lines().filter_map(|line| line.split("  ").next()).collect();
    assert!(names.contains(&"mien") && !names.contains(&"notes") && names.is_sorted());
    assert!(list.out.contains("mien") && list.out.contains("Le mien"));
    assert!(list.err.contains("glose -"), "{}", list.err);
    // What is in the directory wins over what is built in.
    assert!(run(&room, &["treve-ukraine"], "").out.starts_with("Le sien"));
}

#[test]
fn an_article_is_read_from_a_file_a_pipe_or_the_program() {
    let room = room("read");
    fs::write(room.join("a.txt"), "Un cessez-le-feu.\n").unwrap();
    let file = run(&room, &["a.txt"], "");
    assert_eq!((file.code, file.err.as_str()), (0, ""));
    assert!(
        file.out.starts_with("Un cessez-le-feu [1].\n\n1 cessez-le-feu (n. m.): ceasefire"),
        "{}",
        file.out
    );
    assert_eq!(run(&room, &["-"], "Un cessez-le-feu.\n").out, file.out);
    assert_eq!(run(&room, &["annotate", "a.txt"], "").out, file.out);
    assert_eq!(run(&room, &["annotate"], "Un cessez-le-feu.\n").out, file.out);
    let built_in = run(&room, &["treve-ukraine"], "");
    assert!(built_in.code == 0 && built_in.out.starts_with("Ukraine"));
}

#[test]
fn what_is_no_article_is_told_with_what_to_do() {
    let room = room("refused");
    fs::create_dir(room.join("dir")).unwrap();
    fs::write(room.join("image.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    fs::write(room.join("empty.txt"), "").unwrap();
    fs::write(room.join("bare.md"), "+++\ntitle = \"Rien\"\n+++\n").unwrap();
    let cases = [
        ("absent.txt", 2, "glose: no such file: absent.txt; check the path\n"),
        ("treve-ukrane", 2, "glose: no such file: treve-ukrane; did you mean `treve-ukraine`?\n"),
        ("dir", 2, "glose: a directory and not a file: dir; name one of the files in it\n"),
        ("image.png", 2, "glose: not a text: image.png; give a text file: .md, .txt or .toml\n"),
        ("a\u{1b}[2J.txt", 2, "glose: no such file: a␛[2J.txt; check the path\n"),
        ("empty.txt", 1, "glose: nothing to read: empty.txt; it is empty\n"),
        ("bare.md", 1, "glose: nothing to read: bare.md; there is no text in it\n"),
    ];
    for (file, code, message) in cases {
        for command in [vec![], vec!["annotate"], vec!["annotate", "--format", "jsonl"], vec!["coverage"]] {
            let run = run(&room, &[&command[..], &[file]].concat(), "");
            assert_eq!((run.code, run.err.as_str(), run.out.as_str()), (code, message, ""), "{command:?}");
        }
    }
    assert_eq!(run(&room, &["-"], "").err, "glose: nothing to read: standard input; it is empty\n");
    assert_eq!(run(&room, &["-"], b"a\0b".to_vec()).code, 2);
    assert_eq!(run(&room, &["annotate", "--lines", "dir"], "").code, 2);
    assert_eq!(run(&room, &["check", "absent.toml"], "").code, 2);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let room = room("permission");
    let path = room.join("secret.txt");
    fs::write(&path, "Un mot.\n").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    let run = run(&room, &["secret.txt"], "");
    // The superuser may read everything.
    let is_superuser = fs::read(&path).is_ok();
    assert_eq!(run.code, if is_superuser { 0 } else { 2 });
    assert_eq!(run.err.contains("no permission"), !is_superuser, "{}", run.err);
}

#[test]
fn text_in_another_encoding_is_read_and_told() {
    let room = room("encodings");
    fs::write(room.join("windows.txt"), b"L\x92\xe9t\xe9.\r\n").unwrap();
    fs::write(room.join("utf16.txt"), b"\xff\xfe\xc9\0t\0\xe9\0").unwrap();
    fs::write(room.join("bom.txt"), "\u{feff}Été.\r\n").unwrap();
    fs::write(room.join("damaged.txt"), b"\xc3\x89t\xc3\xa9 ab\xffc.").unwrap();
    let read = |file| {
        let run = run(&room, &["annotate", "--level", "C2", file], "");
        assert_eq!(run.code, 0);
        (run.out.lines().next().unwrap_or_default().to_owned(), run.err)
    };
    let told = |text: &str, note: &str| (text.to_owned(), note.to_owned());
    assert_eq!(read("windows.txt"), told("L’été.", "glose: windows.txt: not UTF-8: read as Windows-1252\n"));
    assert_eq!(read("utf16.txt"), told("Été", "glose: utf16.txt: read as UTF-16\n"));
    assert_eq!(read("bom.txt"), told("Été.", ""));
    let damaged = read("damaged.txt");
    assert!(damaged.0.contains("Été ab\u{fffd}c.") && damaged.1.contains("not UTF-8"), "{damaged:?}");
}

#[test]
fn control_codes_of_an_article_or_a_glossary_are_shown_and_not_obeyed() {
    let room = room("codes");
    let article = "Un \u{1b}]0;xq7\u{7} et un \u{202e}envers\u{9b}2J, un mot-test.\n";
    fs::write(room.join("a.txt"), article).unwrap();
    let glossary = "[[entry]]\nterm = \"mot-test\"\npos = \"noun\"\ngloss = \"a \\u001b[31mred\\u202e word\"\nglos = \"\u{1b}[31m\"\n";
    fs::write(room.join("g.toml"), glossary).unwrap();
    for format in ["text", "html", "jsonl"] {
        // `run` sees that no control code comes out.
        let run = run(&room, &["annotate", "--glossary", "g.toml", "--format", format, "a.txt"], "");
        assert_eq!(run.code, 0, "{}", run.err);
        let mark = if format == "jsonl" { "\\u001b]0;xq7\\u0007" } else { "␛]0;xq7␇" };
        assert!(run.out.contains(mark) && run.out.contains("31mred"), "{}", run.out);
    }
    for format in ["text", "json", "github"] {
        let run = run(&room, &["check", "g.toml", "--format", format], "");
        assert_eq!(run.code, 1, "{}", run.err);
        assert!(run.out.contains("unknown-key"), "{}", run.out);
    }
    assert_eq!(run(&room, &["why", "a.txt:1", "mot-test", "--glossary", "g.toml"], "").code, 0);
    assert_eq!(run(&room, &["coverage", "a.txt"], "").code, 0);
}

#[test]
fn no_argument_and_no_name_of_a_file_is_obeyed() {
    let room = room("names");
    let name = "d\u{1b}[31m\u{202e}.txt";
    fs::create_dir(room.join("articles")).unwrap();
    fs::write(room.join("articles").join(name), "Un mot $(id) `id`.\n").unwrap();
    fs::write(room.join(name), "Un mot.\n").unwrap();
    fs::write(room.join("l.tsv"), "mo\u{1b}[31mt\tNOUN\n").unwrap();
    let gone = format!("{name}x");
    let line = format!("{name}:1");
    let runs: [(&[&str], i32); 9] = [
        (&[], 0),
        (&[name], 0),
        (&[&gone], 2),
        (&["annotate", name, "--format", "html"], 0),
        (&["why", &line, "mo\u{1b}t"], 1),
        (&["forms", "parl\u{1b}[31mer"], 0),
        (&["forms", "--tsv", "l.tsv"], 0),
        (&["forms", "mot", "--pos", "\u{9b}2J"], 2),
        (&["--\u{1b}]0;x\u{7}"], 2),
    ];
    for (arguments, code) in runs {
        let run = run(&room, arguments, "");
        assert_eq!(run.code, code, "{arguments:?}: {}{}", run.out, run.err);
        assert!(!(run.out + &run.err).contains("uid="), "{arguments:?}");
    }
}

#[test]
fn each_line_gives_exactly_one_object() {
    let room = room("lines");
    let input = b"Un mot.\n\nTITRE\r\n\xe9t\xe9\na\0b\n\xef\xbb\xbfFin sans fin de ligne".to_vec();
    let run_lines = run(&room, &["annotate", "--lines", "-"], input);
    assert_eq!((run_lines.code, run_lines.err.as_str()), (0, ""));
    let objects: Vec<serde_json::Value> =
        run_lines.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let texts: Vec<&str> = objects.iter().map(|object| object["text"].as_str().expect("a text")).collect();
    assert_eq!(texts, ["Un mot.", "", "TITRE", "été", "a\0b", "Fin sans fin de ligne"]);
    assert!(objects.iter().enumerate().all(|(number, object)| object["block"] == number));
    assert!(objects.iter().all(|object| object["kind"] == "paragraph"));
    assert_eq!(run(&room, &["annotate", "--lines"], "").out, "");
    assert_eq!(run(&room, &["annotate", "--lines", "--format", "html"], "").code, 2);
}

#[test]
fn a_level_asks_for_fewer_glosses() {
    let room = room("level");
    let count = |level: &[&str]| {
        let arguments = [&["annotate", "--format", "jsonl", "treve-ukraine"], level].concat();
        run(&room, &arguments, "").out.matches("\"gloss\":").count()
    };
    let (all, some, few) = (count(&[]), count(&["--level", "b2"]), count(&["--level", "C2"]));
    assert!(all > some && some > few, "{all} {some} {few}");
    assert_eq!(all, count(&["--level", "all"]));
    let wrong = run(&room, &["annotate", "--level", "D1"], "");
    assert!(wrong.code == 2 && wrong.err.contains("A1 A2 B1 B2 C1 C2"), "{}", wrong.err);
}

#[test]
fn the_nearest_glossary_wins() {
    let room = room("layers");
    let entry =
        |gloss: &str| format!("[[entry]]\nterm = \"cessez-le-feu\"\npos = \"noun\"\ngloss = \"{gloss}\"\n");
    let glossed = |arguments: &[&str]| {
        let run = run(&room, arguments, "");
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        run.out
            .split_once(": ")
            .expect("a gloss")
            .1
            .trim_end()
            .split(". ")
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    fs::write(room.join("a.txt"), "Un cessez-le-feu.\n").unwrap();
    assert_eq!(glossed(&["a.txt"]), "ceasefire");
    fs::create_dir_all(room.join("config/glose")).unwrap();
    fs::write(room.join("config/glose/glossary.toml"), entry("the reader’s own")).unwrap();
    assert_eq!(glossed(&["a.txt"]), "the reader’s own");
    fs::write(room.join("glossary.toml"), entry("of the directory")).unwrap();
    assert_eq!(glossed(&["a.txt"]), "of the directory");
    fs::write(room.join("asked.toml"), entry("asked for")).unwrap();
    assert_eq!(glossed(&["a.txt", "--glossary", "asked.toml"]), "asked for");
    assert_eq!(glossed(&["--glossary", "asked.toml", "annotate", "a.txt"]), "asked for");
    fs::write(room.join("a.glossary.toml"), entry("of the article")).unwrap();
    assert_eq!(glossed(&["a.txt", "--glossary", "asked.toml"]), "of the article");
    let missing = run(&room, &["a.txt", "--glossary", "absent.toml"], "");
    assert_eq!(
        (missing.code, missing.err.as_str()),
        (2, "glose: no such file: absent.toml; check the path\n")
    );
}

#[test]
fn the_built_in_glossary_is_not_loaded_twice() {
    let room = room("twice");
    fs::write(room.join("glossary.toml"), glose::builtin::GLOSSARY).unwrap();
    let out = run(&room, &["annotate", "--format", "jsonl", "-"], "Un cessez-le-feu.\n").out;
    assert!(out.contains("\"layer\":\"built-in\""), "{out}");
    // Checked it is all the same, under the name by which its editor knows it.
    let check = run(&room, &["check"], "").out;
    assert!(check.lines().last().is_some_and(|line| line.starts_with("glossary.toml: ")), "{check}");
}

#[test]
fn a_glossary_with_twenty_errors_still_serves() {
    let room = room("twenty");
    let slips: String = (0..20)
        .map(|n| format!("\n[[entry]]\nterm = \"faux-{n}\"\npos = \"nuon\"\ngloss = \"x\"\n"))
        .collect();
    fs::write(room.join("g.toml"), format!("{ENTRY}{slips}")).unwrap();
    let read = run(&room, &["-", "--glossary", "g.toml"], "Des pourparlers-test.\n");
    assert_eq!(read.code, 0);
    assert_eq!(read.err, "glose: 20 findings: g.toml; see them with `glose check g.toml`\n");
    assert!(read.out.contains("1 pourparlers-test (n. m.): talks"), "{}", read.out);
    let check = run(&room, &["check", "g.toml"], "");
    assert_eq!((check.code, check.err.as_str()), (1, ""));
    assert_eq!(check.out.matches("error[unknown-value]").count(), 20);
    assert!(check.out.ends_with("g.toml: 20 errors in 1 entry\n"), "{}", check.out);
}

#[test]
fn check_says_what_is_wrong_to_a_person_and_to_programs() {
    let room = room("check");
    fs::write(room.join("good.toml"), ENTRY).unwrap();
    fs::write(
        room.join("bad.toml"),
        format!("{ENTRY}nota = \"x\"\n\n[[entry]]\nterm = \"été\"\npos = \"noun\"\n"),
    )
    .unwrap();
    let good = run(&room, &["check", "good.toml"], "");
    assert_eq!((good.code, good.out.as_str()), (0, "good.toml: nothing wrong in 1 entry\n"));
    assert_eq!(run(&room, &["check", "good.toml", "--format", "json"], "").out, "[]\n");
    assert_eq!(run(&room, &["check", "-"], ENTRY).out, "standard input: nothing wrong in 1 entry\n");
    assert_eq!(run(&room, &["check", "-"], "").out, "standard input: nothing wrong in 0 entries\n");
    assert_eq!(run(&room, &["check", "--glossary", "good.toml"], "").out, good.out);

    let bad = run(&room, &["check", "good.toml", "bad.toml"], "");
    assert_eq!(bad.code, 1);
    assert!(
        bad.out.contains(" --> bad.toml:6:1\n") && bad.out.contains("^^^^ did you mean `note`?"),
        "{}",
        bad.out
    );
    let json = run(&room, &["check", "bad.toml", "--format", "json"], "");
    let list: Vec<serde_json::Value> = serde_json::from_str(&json.out).expect("JSON");
    let places: Vec<String> =
        list.iter().map(|one| format!("{}:{} {}", one["line"], one["column"], one["code"])).collect();
    assert_eq!((json.code, places.join(", ").as_str()), (1, "6:1 \"unknown-key\", 8:1 \"missing-key\""));
    let github = run(&room, &["check", "bad.toml", "--format", "github"], "");
    let first = "::error file=bad.toml,line=6,endLine=6,col=1,endColumn=5,title=unknown-key::";
    assert!(github.code == 1 && github.out.starts_with(first), "{}", github.out);
}

#[test]
fn check_explains_every_rule() {
    let room = room("explain");
    let list = run(&room, &["check", "--explain"], "");
    assert_eq!((list.code, list.err.as_str()), (0, ""));
    assert!(glose::lint::LINTS.iter().all(|lint| list.out.contains(lint.finds)), "{}", list.out);
    let one = run(&room, &["check", "--explain", "gender-missing"], "");
    assert!(one.code == 0 && one.out.contains("warning[gender-missing]"), "{}", one.out);
    let none = run(&room, &["check", "--explain", "gender-mising"], "");
    let told = "glose: no such rule: gender-mising; did you mean `gender-missing`?\n";
    assert_eq!((none.code, none.err.as_str()), (2, told));
}

#[test]
fn check_sets_right_what_has_one_right_answer_and_keeps_every_other_byte() {
    let room = room("fix");
    let slips = "# Les miens.\r\n[[entry]]  \r\nterm = \"oeuvre\" # un mot\r\npos = \"nuon\"\r\ngloss = \"work.\"\r\n";
    let right =
        "# Les miens.\r\n[[entry]]\r\nterm = \"œuvre\" # un mot\r\npos = \"noun\"\r\ngloss = \"work\"\r\n";
    fs::write(room.join("g.toml"), slips).unwrap();
    let fixed = run(&room, &["check", "--fix", "g.toml"], "");
    assert_eq!(fs::read_to_string(room.join("g.toml")).unwrap(), right);
    assert_eq!(fixed.err, "glose: g.toml: 4 findings set right\n");
    // What nobody can guess is told.
    assert!(fixed.code == 1 && fixed.out.contains("warning[gender-missing]"), "{}", fixed.out);
    let again = run(&room, &["check", "--fix", "g.toml"], "");
    assert_eq!((again.code, again.err.as_str()), (1, ""));
    assert_eq!(fs::read_to_string(room.join("g.toml")).unwrap(), right);
    let piped = run(&room, &["check", "--fix", "-"], slips);
    assert_eq!(piped.out, right);
    assert!(piped.err.contains("glose: standard input:3:"), "{}", piped.err);
    // Nothing else lies about, and a glossary with a mark of its encoding keeps it.
    assert_eq!(fs::read_dir(&room).unwrap().count(), 1);
    fs::write(room.join("bom.toml"), format!("\u{feff}{slips}")).unwrap();
    assert_eq!(run(&room, &["check", "--fix", "bom.toml"], "").code, 1);
    assert_eq!(fs::read_to_string(room.join("bom.toml")).unwrap(), format!("\u{feff}{right}"));
}

#[test]
fn check_holds_the_glossaries_of_a_person_against_each_other() {
    let room = room("shadowed");
    fs::write(room.join("glossary.toml"), ENTRY).unwrap();
    fs::create_dir_all(room.join("config/glose")).unwrap();
    fs::write(room.join("config/glose/glossary.toml"), ENTRY).unwrap();
    let both = run(&room, &["check"], "");
    assert!(both.code == 1 && both.out.contains("is shown from glossary.toml:1"), "{}", both.out);
    let hints = run(&room, &["check", "--hints", "glossary.toml"], "");
    assert!(hints.code == 0 && hints.out.contains("note[unmet]"), "{}", hints.out);
    assert_eq!(run(&room, &["check", "glossary.toml"], "").out, "glossary.toml: nothing wrong in 1 entry\n");
}

#[test]
fn fmt_lays_a_glossary_out_when_it_is_asked_to() {
    let room = room("fmt");
    let untidy = "# Les miens.\n\n[[entry]]\npos='noun'\nterm = \"trêve\" # un mot\ngender = \"f\"\ngloss = \"truce\"\n";
    let tidy = "# Les miens.\n\n[[entry]]\nterm = \"trêve\" # un mot\npos = \"noun\"\ngender = \"f\"\ngloss = \"truce\"\n";
    fs::write(room.join("g.toml"), untidy).unwrap();
    let check = run(&room, &["fmt", "--check", "g.toml"], "");
    assert_eq!((check.code, check.out.as_str()), (1, ""));
    assert!(check.err.starts_with("glose: g.toml: not in the house style"), "{}", check.err);
    assert_eq!(fs::read_to_string(room.join("g.toml")).unwrap(), untidy);
    let done = run(&room, &["fmt", "g.toml"], "");
    assert_eq!((done.code, done.err.as_str()), (0, "glose: g.toml: laid out anew\n"));
    assert_eq!(fs::read_to_string(room.join("g.toml")).unwrap(), tidy);
    let again = run(&room, &["fmt", "--sort", "g.toml"], "");
    assert_eq!((again.code, again.err.as_str()), (0, ""));
    assert_eq!(run(&room, &["fmt", "-"], untidy).out, tidy);
    let broken = run(&room, &["fmt", "-"], "[[entry]]\nterm = \"a\n");
    assert_eq!((broken.code, broken.out.as_str()), (2, ""));
    assert!(broken.err.starts_with("glose: standard input: line 2 must be mended first"), "{}", broken.err);
    assert!(run(&room, &["fmt"], "").err.contains("no glossary of your own"));
}

#[test]
fn the_schema_is_printed() {
    let schema = run(&room("schema"), &["schema"], "");
    assert_eq!(schema.out, glose::export::schema::schema());
}

#[test]
fn check_reads_an_article_by_its_ending() {
    let room = room("check-article");
    fs::write(room.join("a.md"), "+++\ntitel = \"x\"\n+++\n\nUn mot.\n").unwrap();
    let check = run(&room, &["check", "a.md"], "");
    assert!(check.code == 1 && check.out.contains("did you mean `title`?"), "{}", check.out);
    assert!(check.out.ends_with("a.md: 1 warning in 1 paragraph\n"), "{}", check.out);
}

#[test]
fn why_tells_where_a_gloss_comes_from() {
    let room = room("why");
    fs::write(room.join("g.toml"), ENTRY).unwrap();
    fs::write(room.join("a.txt"), "Un mot.\n\nDes pourparlers-test ont repris.\n").unwrap();
    let ask = |place: &str, word: &str| run(&room, &["why", place, word, "--glossary", "g.toml"], "");
    let found = ask("a.txt:3", "POURPARLERS-TEST");
    assert_eq!((found.code, found.err.as_str()), (0, ""));
    assert!(found.out.starts_with("Des [pourparlers-test] ont repris.\n"), "{}", found.out);
    assert!(
        found.out.contains("pourparlers-test (n. m.): talks") && found.out.contains("g.toml:1"),
        "{}",
        found.out
    );
    let absent = ask("a.txt:3", "pour");
    assert!(absent.code == 1 && absent.err.contains("“pour” is not there: a.txt:3"), "{}", absent.err);
    assert_eq!(ask("a.txt:2", "mot").code, 1);
    assert_eq!(
        run(&room, &["why", "--glossary", "g.toml", "a.txt:3", "pourparlers-test"], "").out,
        found.out
    );
    assert_eq!(ask("a.txt:99", "mot").code, 1);
    let unplaced = ask("a.txt", "mot");
    assert!(unplaced.code == 2 && unplaced.err.contains("write FILE:LINE"), "{}", unplaced.err);
    let none = run(&room, &["why", "-:1", "xyzzyx"], "Un xyzzyx bleu.\n");
    assert!(
        none.code == 0 && none.out.contains("no gloss   no entry of any layer has this word"),
        "{}",
        none.out
    );
}

#[test]
fn coverage_lists_what_has_no_entry() {
    let room = room("coverage");
    fs::write(
        room.join("a.txt"),
        "Le zorglub et la bulgroz. Les zorglubs de Zanzibar. Un cessez-le-feu, ce jour-là, le 23e.\n",
    )
    .unwrap();
    let list = run(&room, &["coverage", "a.txt"], "");
    assert_eq!((list.code, list.err.as_str()), (0, ""));
    let words: Vec<&str> = list.out.lines().filter_map(|line| line.split_whitespace().nth(1)).collect();
    assert_eq!(words.iter().filter(|word| **word == "bulgroz").count(), 1, "{}", list.out);
    let known = ["cessez-le-feu", "jour", "-là", "23e"];
    assert!(!known.iter().any(|known| words.contains(known)), "{}", list.out);
    assert!(!list.out.contains("Zanzibar  "), "{}", list.out);
    assert!(
        list.out.lines().last().is_some_and(|line| line.contains("content words are glossed")),
        "{}",
        list.out
    );
    assert_eq!(run(&room, &["coverage"], "").code, 2);
}

#[test]
fn coverage_writes_entries_that_wait_for_their_gloss() {
    let room = room("coverage-toml");
    let text =
        "La bulgrozation de l’été.\n\nUne « bulgrozation » dure. Le Zorglub et un Zorglub de Zanzibar.\n";
    fs::write(room.join("a.txt"), text).unwrap();
    let list = run(&room, &["coverage", "a.txt", "--sentences", "2", "--names"], "").out;
    let row =
        list.lines().position(|line| line.starts_with("   2  bulgrozation         NOUN  La bulgro")).unwrap();
    assert!(
        list.lines().nth(row + 1).unwrap().trim_start().starts_with("Une « bulgrozation » dure."),
        "{list}"
    );
    assert!(list.contains("Zanzibar") && list.contains("PROPN"), "{list}");
    let stubs = run(&room, &["coverage", "a.txt", "--toml"], "");
    let first = "[[entry]] # 2 times\nterm = \"bulgrozation\"\npos = \"noun\"\ngender = \"f\"\ngloss = \"\"\n\
                 examples = [\"La {bulgrozation} de l’été.\"]\n";
    assert!(stubs.out.starts_with(first) && stubs.err.contains("content words are glossed"), "{}", stubs.out);
    // What is filled in is a good entry.
    fs::write(room.join("g.toml"), first.replace("gloss = \"\"", "gloss = \"bulgrozation\"")).unwrap();
    assert_eq!(run(&room, &["check", "g.toml"], "").out, "g.toml: nothing wrong in 1 entry\n");
    fs::write(room.join("g.toml"), first).unwrap();
    assert!(run(&room, &["check", "g.toml"], "").out.contains("error[empty-value]"));
}

#[test]
fn twenty_megabytes_and_a_line_of_one_are_read() {
    let room = room("large");
    let sentence = "Le Kremlin a fait savoir qu’il était prêt à envisager un cessez-le-feu. ";
    let line = sentence.repeat(1_000_000 / sentence.len() + 1);
    let one = run(&room, &["annotate", "--format", "jsonl", "-"], line.as_str());
    assert_eq!((one.code, one.out.lines().count()), (0, 1));
    assert_eq!(one.out.matches("\"term\":\"cessez-le-feu\"").count(), line.matches("cessez-le-feu").count());
    // A book: `check` reads all of it, and glossing it whole is a matter of benches.
    let book = "Un mot.\n\n".repeat(20_000_000 / 9 + 1);
    fs::write(room.join("book.txt"), &book).unwrap();
    let check = run(&room, &["check", "book.txt"], "");
    assert_eq!((check.code, check.out.as_str()), (0, "book.txt: nothing wrong in 2222223 paragraphs\n"));
}

#[cfg(unix)]
#[test]
fn whoever_has_read_enough_may_leave() {
    use std::io::Read;
    use std::process::{Command, Stdio};
    let room = room("pipe");
    fs::write(room.join("a.txt"), "Un mot et un autre.\n\n".repeat(50_000)).unwrap();
    for arguments in
        [vec!["a.txt"], vec!["annotate", "--format", "jsonl", "a.txt"], vec!["annotate", "--lines", "a.txt"]]
    {
        let mut child = Command::new(env!("CARGO_BIN_EXE_glose"))
            .args(&arguments)
            .current_dir(&room)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        let mut first = [0; 10];
        child.stdout.take().expect("a pipe").read_exact(&mut first).expect("ten bytes");
        let output = child.wait_with_output().expect("it ends");
        assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let room = room("full");
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_glose"));
    let output = command.arg("treve-ukraine").current_dir(room).stdout(full).output().expect("it runs");
    let message = String::from_utf8(output.stderr).expect("text");
    assert_eq!(output.status.code(), Some(2));
    assert!(message.starts_with("glose: cannot write: standard output; "), "{message}");
}

#[test]
fn help_has_an_example_of_each_command_and_a_slip_is_told() {
    let room = room("help");
    let commands = ["annotate", "check", "coverage", "fmt", "schema", "why"].map(|command| vec![command]);
    for command in commands.into_iter().chain([vec![]]) {
        let help = run(&room, &[&command[..], &["--help"]].concat(), "");
        assert_eq!((help.code, help.err.as_str()), (0, ""));
        assert!(help.out.contains("xamples:\n") && help.out.contains("  glose"), "{}", help.out);
    }
    assert!(run(&room, &["--version"], "").out.starts_with("glose "));
    for wrong in
        [vec!["--formt"], vec!["annotate", "--format", "pdf"], vec!["a.txt", "b.txt"], vec!["a.txt", "check"]]
    {
        assert_eq!(run(&room, &wrong, "").code, 2, "{wrong:?}");
    }
    let both = run(&room, &["-", "--glossary", "-"], "");
    assert!(both.code == 2 && both.err.contains("two things at once"), "{}", both.err);
}

#[test]
fn an_entry_is_added_from_the_shell() {
    let room = room("add");
    let add = |arguments: &[&str]| run(&room, &[&["add"], arguments].concat(), "");
    let first = add(&["pourparlers-test", "--pos", "noun", "--gender", "m", "--gloss", "talks"]);
    let own = room.join("config/glose/glossary.toml");
    assert_eq!((first.code, first.out), (0, format!("{}:1: added pourparlers-test (noun)\n", own.display())));
    assert_eq!(fs::read_to_string(&own).unwrap(), ENTRY);

    let twice = add(&["pourparlers-test", "--pos", "noun", "--gender", "m", "--gloss", "other"]);
    assert_eq!(twice.code, 2);
    assert!(
        twice.err.contains("stands already, as noun: ") && twice.err.contains("glossary.toml:1;"),
        "{}",
        twice.err
    );

    // The nearest is that of the working directory, once there is one.
    fs::write(room.join("glossary.toml"), "# ici\n").unwrap();
    let guessed = add(&[
        "motion de censure",
        "--gloss",
        "no-confidence motion",
        "--example",
        "Une {motion} de censure.",
    ]);
    assert_eq!(guessed.code, 1, "the braces are wrong: {}", guessed.out);
    assert!(guessed.out.starts_with("glossary.toml:3: added motion de censure (noun)\n"), "{}", guessed.out);
    assert!(guessed.out.contains("warning[example-not-found]"), "{}", guessed.out);
    assert!(guessed.err.contains("guessed: noun") && guessed.err.contains("gender f"), "{}", guessed.err);
    assert!(guessed.err.contains("it wins over `no-confidence"), "{}", guessed.err);
    assert!(fs::read_to_string(room.join("glossary.toml")).unwrap().starts_with("# ici\n\n[[entry]]\n"));

    let named = add(&[
        "bidule",
        "--gloss",
        "thingy",
        "--pos",
        "noun",
        "--gender",
        "m",
        "--glossary",
        "neuf/mots.toml",
    ]);
    assert_eq!(
        (named.code, named.out.as_str()),
        (0, "neuf/mots.toml:1: added bidule (noun)\n"),
        "{}",
        named.err
    );
    assert!(room.join("neuf/mots.toml").is_file());
}

#[test]
fn what_cannot_be_added_says_why() {
    let room = room("add-not");
    let add = |arguments: &[&str]| run(&room, &[&["add"], arguments].concat(), "");
    for (arguments, why) in [
        (&["mot", "--pos", "noun", "--gender", "m", "--gloss", " "][..], "no `gloss`"),
        (&["mot", "--pos", "nuon", "--gloss", "x"], "noun"),
        (&["mot"], "--gloss"),
        (&["mot", "--gloss", "x", "--glossary", "-"], "standard input"),
    ] {
        let refused = add(arguments);
        assert_eq!(refused.code, 2, "{arguments:?}: {}", refused.out);
        assert!(refused.err.contains(why), "{arguments:?}: {}", refused.err);
    }
    assert!(!room.join("config/glose/glossary.toml").exists(), "nothing is left behind");
    fs::write(room.join("glossary.toml"), "[[entry]]\nterm = \"a\npos = 1\n").unwrap();
    let broken = add(&["mot", "--pos", "noun", "--gender", "m", "--gloss", "x"]);
    assert!(broken.err.contains("3 findings: glossary.toml"), "{}", broken.err);
    let text = fs::read_to_string(room.join("glossary.toml")).unwrap();
    assert!(
        text.starts_with("[[entry]]\nterm = \"a\npos = 1\n") && text.ends_with("gloss = \"x\"\n"),
        "{text}"
    );
}

#[test]
fn why_tells_the_readings_that_were_not_taken() {
    let room = room("why-readings");
    fs::write(room.join("phrase.txt"), "La police a mis en place un cordon.\n").unwrap();
    let told = run(&room, &["why", "phrase.txt:1", "place"], "").out;
    assert!(told.contains("read as    place: place, NOUN"), "{told}");
    assert!(told.contains("not        placer, VERB") && told.contains("ruled out by constraint"), "{told}");
}
