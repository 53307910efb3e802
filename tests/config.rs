//! The file of settings: what is read from it, what is told of it, and that all that is written of
//! settings and keys says the same.

#![expect(clippy::disallowed_methods, reason = "the test reads the files of the project")]

use std::path::Path;

use expect_test::expect;
use glose::app::action::{ACTIONS, Action};
use glose::app::keymap::{Context, Keymap, Pressed, Strokes};
use glose::config::{Config, LOOKS, SETTINGS, default_text, keys_text, parse};
use proptest::prelude::*;

/// What is told of `source`, a line for each finding.
fn told(source: &str) -> String {
    let (_, findings) = parse(source);
    let line = |finding: &glose::diagnostic::Diagnostic| {
        let help = finding.help.as_deref().filter(|_| finding.label.is_empty()).unwrap_or(&finding.label);
        let help = if help.is_empty() { String::new() } else { format!("    {help}\n") };
        format!("{}\n{help}", finding.brief("c", source))
    };
    findings.iter().map(line).collect()
}

fn keys(keymap: &Keymap, action: Action, context: Context) -> Vec<String> {
    keymap.keys(action, context).map(Strokes::written).collect()
}

/// Everything that each action has for keys, whatever the order of the actions.
fn all_keys(keymap: &Keymap) -> Vec<Vec<String>> {
    let rows = ACTIONS.iter().flat_map(|row| Context::ALL.map(|context| (row.action, context)));
    rows.map(|(action, context)| {
        let mut keys = keys(keymap, action, context);
        keys.sort();
        keys
    })
    .collect()
}

#[test]
fn the_default_text_says_the_defaults() {
    let text = default_text();
    assert_eq!(parse(&text).1, [], "all of it is a comment");
    let uncommented = |line: &str| match line.strip_prefix('#') {
        Some(rest) if !rest.starts_with([' ', '#']) => format!("{rest}\n"),
        _ => format!("{line}\n"),
    };
    let source: String = text.lines().map(uncommented).collect();
    let (config, findings) = parse(&source);
    assert_eq!(findings, [], "{source}");
    let default = Config::default();
    assert_eq!(
        (config.preferences, &config.look, &config.layers),
        (default.preferences, &default.look, &default.layers)
    );
    assert_eq!(all_keys(&config.keymap), all_keys(&default.keymap));
    for setting in &SETTINGS {
        assert!(source.contains(&format!("\n{} = ", setting.key)), "{} is missing", setting.key);
    }
    for name in LOOKS.map(|(name, ..)| name).iter().chain(&ACTIONS.each_ref().map(|row| row.name)) {
        assert!(source.contains(&format!("\n{name} = ")), "{name} is missing");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 120), "{text}");
}

#[test]
fn keys_that_are_printed_are_read_again() {
    let source = "[keys]\npreset = \"azerty\"\n[keys.reading]\nstart = [\"g g\", \"home\"]\nmouse = \"none\"\nmore = \"space\"\n";
    let (config, findings) = parse(source);
    assert_eq!(findings, []);
    let (again, findings) = parse(&keys_text(&config.keymap));
    assert_eq!(findings, []);
    assert_eq!(all_keys(&again.keymap), all_keys(&config.keymap));
}

#[test]
fn keys_are_given_taken_and_left() {
    let source = "[keys.reading]\nnext-paragraph = [\"é\", \"g n\"]\nmouse = \"none\"\ncopy-sentence = \"T\"\n\
                  [keys.everywhere]\nback = [\"esc\", \"ctrl-g\"]\n[keys.library]\nback = \"à\"\n";
    let (config, findings) = parse(source);
    let keys = |action, context| keys(&config.keymap, action, context);
    assert_eq!(keys(Action::NextParagraph, Context::Reading), ["é", "g n"]);
    assert_eq!(keys(Action::Mouse, Context::Reading), [""; 0]);
    assert_eq!(keys(Action::Back, Context::Find), ["esc", "ctrl-g"]);
    assert_eq!(keys(Action::Back, Context::Library), ["à"], "the nearer table wins");
    let g = Strokes::parse("g").unwrap();
    assert_eq!(config.keymap.pressed(Context::Reading, g.chords()), Pressed::Waits, "g n takes g from start");
    let told: Vec<&str> = findings.iter().map(|finding| &*finding.message).collect();
    assert_eq!(told, ["`all-translations` has no key left in `reading`: `T` is now `copy-sentence`"]);
}

#[test]
fn what_holds_everywhere_gives_way_to_what_is_said_of_one_screen() {
    let source = "[keys.everywhere]\nback = [\"esc\", \"b\"]\n[keys.reading]\ncopy-sentence = \"b\"\n";
    let (config, findings) = parse(source);
    assert_eq!(findings, [], "that b is typed while searching goes without saying");
    let keys = |action, context| keys(&config.keymap, action, context);
    assert_eq!(keys(Action::Back, Context::Reading), ["esc"]);
    assert_eq!(keys(Action::CopySentence, Context::Reading), ["b"]);
    assert_eq!(keys(Action::Back, Context::Help), ["esc", "b"]);
    assert_eq!(keys(Action::Back, Context::Find), ["esc"]);
}

#[test]
fn nobody_is_locked_in() {
    let (config, findings) =
        parse("[keys.everywhere]\nquit = \"none\"\n[keys.reading]\nmore = \"ctrl-c\"\nback = \"ctrl-i\"\n");
    let ctrl_c = Strokes::parse("ctrl-c").unwrap();
    for context in Context::ALL {
        assert_eq!(
            config.keymap.pressed(context, ctrl_c.chords()),
            Pressed::Does(Action::Quit),
            "{context:?}"
        );
    }
    assert_eq!(findings.len(), 2, "{findings:?}");
    assert_eq!(keys(&config.keymap, Action::More, Context::Reading), ["enter"], "a slip takes no key away");
}

#[test]
fn azerty_adds_and_takes_nothing_away() {
    let (config, _) = parse("keys.preset = \"azerty\"");
    let usual = Keymap::default();
    for row in &ACTIONS {
        for context in Context::ALL {
            let (before, after) =
                (keys(&usual, row.action, context), keys(&config.keymap, row.action, context));
            assert!(after.starts_with(&before), "{} {before:?} {after:?}", row.name);
        }
    }
    assert_eq!(keys(&config.keymap, Action::Find, Context::Reading), ["/", "ç"]);
    assert_eq!(keys(&config.keymap, Action::Help, Context::Library), ["?", "f1", "à"]);
}

#[test]
fn all_slips_are_told_and_the_good_settings_hold() {
    let source = "width = 60\nlevle = \"B2\"\nlevel = \"D2\"\nmouse = \"yes\"\npane-width = 7\ntheme = \"Drak\"\n\
                  layers = \"droit.toml\"\nhyphenation = true\n[colours]\nheadwrod = \"red\"\nquiet = \"bleu\"\n\
                  key = 3\nlabel = \"red on\"\n[keys]\npreset = \"qwertz\"\n[keys.raeding]\n[keys.reading]\n\
                  nextparagraph = \"a\"\ntranslation = [\"pgdwn\", \"s\"]\nmouse = \"s\"\nchoose = \"b\"\nmore = 5\n\
                  [keys.find]\nback = \"b\"\n";
    let (config, _) = parse(source);
    assert_eq!(config.preferences.wanted.column, 60);
    assert_eq!(config.preferences.hyphens, glose::page::Hyphens::French);
    assert_eq!(keys(&config.keymap, Action::Translation, Context::Reading), ["s"]);
    expect![[r#"
        c:2:1: the file has no `levle`
            did you mean `level`?
        c:3:9: `D2` is no level
            it is one of all, A1, A2, B1, B2, C1, C2
        c:4:9: `mouse` is true or false, not string
            write true or false, without quotes
        c:5:14: `7` is no pane-width
            it is a number from 20 to 100, or auto
        c:6:9: `Drak` is no theme
            did you mean `dark`?
        c:7:10: `layers` is a list of files
            write layers = ["~/glosses/droit.toml"]
        c:10:1: `colours` has no `headwrod`
            did you mean `headword`?
        c:11:9: `quiet` has no colour that can be read
            did you mean `blue`?
        c:12:7: `key` is a text in quotes, not integer
        c:13:9: `label` has no colour that can be read
            a colour is missing
        c:15:10: no preset is called `qwertz`
            there are: default azerty
        c:16:7: `keys` has no `raeding`
            did you mean `reading`?
        c:18:1: the list of actions has no `nextparagraph`
            did you mean `next-paragraph`?
        c:19:16: `pgdwn` is no key
            did you mean "pgdn"?
        c:20:9: `s` is already `translation` in `reading`
        c:21:1: `choose` can do nothing in `reading`
            it has its place in: library palette problems find form
        c:22:8: `more` is a text in quotes, not integer
        c:24:8: `b` is typed in `find`: take a key with Ctrl or Alt, or a special one
    "#]]
    .assert_eq(&told(source));
}

#[test]
fn what_is_no_toml_costs_only_its_line() {
    let (config, findings) = parse("width = 60\nmouse = tru\nhyphenation = true\n");
    assert_eq!(config.preferences.wanted.column, 60);
    assert_eq!(config.preferences.hyphens, glose::page::Hyphens::French);
    assert!(!findings.is_empty());
    assert_eq!(parse("").1, []);
}

proptest! {
    /// Whatever is written, something is read, and every finding has its place.
    #[test]
    fn nothing_that_is_written_stops_the_program(
        lines in prop::collection::vec(
            (
                r#"(width|level|pane|theme|mouse|layers|\[keys(\.reading|\.find|\.everywhere)?\]|\[colours\]|preset|more|quit|quiet|é| )"#,
                r#"( = ("(g g|ctrl-c|none|azerty|dark|red on 7|\PC{0,6})"|[0-9]{1,6}|true|\["é", "x"\]|\PC{0,8})|)"#,
            ),
            0..12,
        )
    ) {
        let source: String = lines.iter().map(|(key, value)| format!("{key}{value}\n")).collect();
        let (config, findings) = parse(&source);
        for finding in &findings {
            prop_assert!(finding.span.end <= source.len());
            prop_assert!(!finding.render("c", &source).is_empty());
        }
        for setting in &SETTINGS {
            let written = setting.get(&config).written();
            prop_assert!(setting.kind.read(written.trim_matches('"')).is_ok(), "{} {written}", setting.key);
        }
        let quit = Strokes::parse("ctrl-c").unwrap();
        for context in Context::ALL {
            prop_assert_eq!(config.keymap.pressed(context, quit.chords()), Pressed::Does(Action::Quit));
        }
    }
}

/// The lines of the README's table of keys: the actions of each, and what is said of them.
#[rustfmt::skip]
const README: &[(&[Action], &str)] = &[
    (&[Action::NextParagraph, Action::PreviousParagraph], "next, previous paragraph"),
    (&[Action::NextTerm, Action::PreviousTerm], "next, previous glossed term"),
    (&[Action::NextWord, Action::PreviousWord], "next, previous word"),
    (&[Action::ExtendRight, Action::ExtendLeft, Action::SelectPhrase], "select a phrase, or begin one that the arrows extend"),
    (&[Action::More, Action::Back], "everything about the term, and why it was matched; back"),
    (&[Action::Translation, Action::AllTranslations], "translation of this paragraph, of all"),
    (&[Action::AddEntry, Action::EditEntry, Action::OpenEditor], "add an entry, change it, open it in your editor"),
    (&[Action::Undo, Action::Redo], "take the last change to a glossary back, make it again"),
    (&[Action::HideGlosses, Action::GlossLess, Action::GlossMore], "hide all glosses; gloss less, more"),
    (&[Action::Find, Action::NextHit, Action::PreviousHit], "find: accents, spaces and apostrophes are all alike; next, previous place"),
    (&[Action::JumpBack, Action::JumpForward], "back to where you jumped from, and forward again"),
    (&[Action::PageDown, Action::PageUp, Action::HalfPageDown, Action::HalfPageUp], "by screens, by half screens"),
    (&[Action::Start, Action::End], "to the start, to the end"),
    (&[Action::Wider, Action::Narrower, Action::DefaultWidth], "column wider, narrower, as usual"),
    (&[Action::Hyphenation, Action::Justification], "cut long words or not; even right edge or not"),
    (&[Action::Margin], "glosses beside the text, under it, or where there is room"),
    (&[Action::CopySentence], "copy the sentence or the selected phrase"),
    (&[Action::Mouse], "mouse on or off"),
    (&[Action::Library, Action::Problems], "library; what is wrong with your glossaries"),
    (&[Action::Palette, Action::Help], "palette: any action by its name; all keys"),
    (&[Action::Suspend], "back to the shell, `fg` returns"),
    (&[Action::Quit], "quit: your place is kept"),
];

#[test]
fn the_readme_has_every_key() {
    let keymap = Keymap::default();
    let mut table = String::from("| keys | |\n|---|---|\n");
    for (actions, says) in README {
        let keys = |action: &Action| {
            let keys: Vec<String> = keymap.keys(*action, Context::Reading).map(ToString::to_string).collect();
            assert!(!keys.is_empty(), "{action:?}");
            keys.join(" ")
        };
        let keys: Vec<String> = actions.iter().map(keys).collect();
        table += &format!("| {} | {says} |\n", keys.join(" · "));
    }
    for row in ACTIONS.iter().filter(|row| keymap.keys(row.action, Context::Reading).next().is_some()) {
        let is_told = README.iter().any(|(actions, _)| actions.contains(&row.action));
        assert!(is_told, "the README tells nothing of `{}`: give it a line here", row.name);
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let start = readme.find("| keys | |").expect("the README has a table of keys");
    let end = readme[start..].find("\n\n").map_or(readme.len(), |end| start + end + 1);
    if std::env::var_os("GLOSE_BLESS").is_some() {
        std::fs::write(&path, format!("{}{table}{}", &readme[..start], &readme[end..])).unwrap();
    } else {
        assert_eq!(
            &readme[start..end],
            table,
            "GLOSE_BLESS=1 cargo test --test config writes the table anew"
        );
    }
}

#[test]
fn the_settings_in_the_readme_are_well_written() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(path).unwrap();
    let settings =
        readme.split("## Settings").nth(1).and_then(|rest| rest.split("```toml\n").nth(1)).unwrap();
    let source = settings.split("```").next().unwrap();
    assert_eq!(told(source), "");
    for setting in SETTINGS.iter().filter(|setting| source.contains(&format!("{} = ", setting.key))) {
        let is_another = setting.get(&parse(source).0) != setting.get(&Config::default());
        assert!(is_another, "{} is shown with its default", setting.key);
    }
}
