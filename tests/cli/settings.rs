//! Settings from everywhere, and what is made from their table.

use std::fs;

use super::{ENTRY, glose, room, run};

#[test]
fn settings_come_from_flags_then_the_environment_then_the_file() {
    let room = room("settings");
    fs::create_dir_all(room.join("config/glose")).unwrap();
    let file = room.join("config/glose/config.toml");
    fs::write(room.join("a.txt"), "Il faut un cessez-le-feu et de l’eau.\n").unwrap();
    let glossed = |arguments: &[&str], variable: &str| {
        let mut command = glose(&room, &[&["--plain", "a.txt"], arguments].concat());
        let output = command.env("GLOSE_LEVEL", variable).output().unwrap();
        let out = String::from_utf8(output.stdout).unwrap();
        (out.matches('[').count(), String::from_utf8(output.stderr).unwrap())
    };
    let (usual, told) = glossed(&[], "");
    assert!(usual > 0 && told.is_empty(), "{told}");
    fs::write(&file, "level = \"C2\"\n").unwrap();
    assert_eq!(glossed(&[], "").0, 0);
    let (everything, _) = glossed(&[], "all");
    assert!(everything > usual);
    assert_eq!(glossed(&["--level", "c2"], "all").0, 0);
    let (glosses, told) = glossed(&[], "C8");
    assert_eq!(glosses, 0, "what cannot be read sets nothing");
    assert_eq!(told, "glose: `C8` is no level: GLOSE_LEVEL; it is one of all, A1, A2, B1, B2, C1, C2\n");
    fs::write(&file, "levle = \"C2\"\nlevel = 3\n").unwrap();
    let (glosses, told) = glossed(&[], "");
    assert_eq!(glosses, usual);
    let first = "glose: config.toml:1:1: the file has no `levle`; did you mean `level`? (and 1 more: glose config check)\n";
    assert_eq!(told, first);
}

#[test]
fn the_file_of_settings_is_found_printed_and_checked() {
    let room = room("config");
    let path = run(&room, &["config", "path"], "").out;
    assert_eq!(path.trim_end(), room.join("config/glose/config.toml").to_str().unwrap());
    assert!(run(&room, &["config", "check"], "").out.contains("there is none"));
    let text = run(&room, &["config", "print-default"], "").out;
    fs::create_dir_all(room.join("config/glose")).unwrap();
    fs::write(path.trim_end(), text).unwrap();
    assert_eq!(run(&room, &["config", "check"], "").code, 0);
    fs::write(room.join("b.toml"), "width = 9\n[keys.reading]\nmore = \"é\"\n").unwrap();
    let check = run(&room, &["config", "check", "b.toml"], "");
    assert_eq!(check.code, 1);
    assert!(check.out.contains("1 | width = 9\n  |         ^\n"), "{}", check.out);
    assert!(run(&room, &["config", "keys", "b.toml"], "").out.contains("\nmore = \"é\" "));
    assert!(run(&room, &["config", "keys"], "").out.contains("\nmore = \"enter\" "));
    for missing in [&["config", "check", "absent.toml"][..], &["--config", "absent.toml", "treve-ukraine"]] {
        let run = run(&room, missing, "");
        assert_eq!((run.code, run.err.as_str()), (2, "glose: no such file: absent.toml; check the path\n"));
    }
    assert_eq!(run(&room, &["--theme", "dark", "check"], "").code, 2);
}

#[test]
fn further_glossaries_are_used_and_a_missing_one_is_told() {
    let room = room("further");
    fs::create_dir_all(room.join("config/glose")).unwrap();
    fs::write(room.join("config/glose/config.toml"), "layers = [\"droit.toml\", \"absent.toml\"]\n").unwrap();
    fs::write(room.join("config/glose/droit.toml"), ENTRY).unwrap();
    fs::write(room.join("a.txt"), "Des pourparlers-test.\n").unwrap();
    for command in [&["a.txt"][..], &["annotate", "a.txt"]] {
        let run = run(&room, command, "");
        assert!(run.out.contains("(n. m.): talks"), "{}", run.out);
        assert!(run.err.contains("no such file") && run.err.contains("absent.toml"), "{}", run.err);
    }
}

#[test]
fn the_manual_and_the_completions_know_everything() {
    let room = room("manual");
    let man = run(&room, &["man"], "").out;
    for row in &glose::app::action::ACTIONS {
        let words = row.description.split(['-', '\'']).next().unwrap();
        assert!(man.contains(words), "{} is not in the manual", row.name);
    }
    for setting in &glose::config::SETTINGS {
        assert!(man.contains(&setting.variable()), "{} is not in the manual", setting.key);
    }
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = run(&room, &["completions", shell], "").out;
        for word in ["annotate", "print-default", "pane-width"] {
            assert!(script.contains(word), "{shell} does not know {word}");
        }
    }
    assert_eq!(run(&room, &["completions", "tcsh"], "").code, 2);
}

#[test]
fn plain_text_is_written_where_it_is_asked_for() {
    let room = room("plain");
    let plain = run(&room, &["--plain", "treve-ukraine"], "");
    assert_eq!(plain.out, run(&room, &["treve-ukraine"], "").out);
    assert_eq!(run(&room, &["--plain"], "").out, run(&room, &[], "").out);
}
