//! What goes wrong around a program: other shells, bad files, no colour, no room, no mercy.

use std::fmt::Write;

use portable_pty::CommandBuilder;

use super::window::{FOLDER, Home, Terminal};

/// A command of a shell that runs the program, with what is written after its name.
fn shell(line: &str) -> CommandBuilder {
    let mut command = CommandBuilder::new("bash");
    command.args(["--norc", "--noprofile", "-c", line]);
    command.env("GLOSE", env!("CARGO_BIN_EXE_glose"));
    command
}

/// Opens the file `name` with these bytes.
fn with_file(name: &str, bytes: &[u8]) -> Terminal {
    let home = Home::new();
    std::fs::write(home.path().join(name), bytes).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_glose"));
    command.arg(name);
    Terminal::run(&home, (80, 24), command, |_| {})
}

#[test]
fn a_program_that_is_killed_keeps_the_place() {
    let home = Home::new();
    let mut terminal = Terminal::open_in(&home, (80, 24), |_| {});
    terminal.wait_for("¶ 1/5");
    terminal.press("jjj");
    terminal.wait_for("¶ 4/5");
    terminal.wait_until("the place to be kept", |terminal| terminal.home.state().contains("\"percent\": 80"));
    terminal.signal("KILL");
    assert_ne!(terminal.wait_for_end(), 0);
    let mut again = Terminal::open_in(&home, (50, 20), |_| {});
    again.wait_for("¶ 4/5");
    again.press("q");
    assert_eq!(again.wait_for_end(), 0);
}

#[test]
fn two_programs_at_once_lose_nothing_of_each_other() {
    let home = Home::new();
    let mut one = Terminal::open_in(&home, (80, 24), |_| {});
    let mut other =
        Terminal::run(&home, (80, 24), CommandBuilder::new(env!("CARGO_BIN_EXE_glose")), |command| {
            command.arg(format!("{FOLDER}/marche.md"));
        });
    one.wait_for("¶ 1/5");
    other.wait_for("¶ 1/");
    other.press("G+q");
    assert_eq!(other.wait_for_end(), 0);
    one.press("j<q");
    assert_eq!(one.wait_for_end(), 0);
    let state = home.state();
    for kept in ["phare.md", "marche.md", "\"value\": \"76\"", "\"value\": \"B2\"", "\"block\": 1"] {
        assert!(state.contains(kept), "{kept}: {state}");
    }
}

#[test]
fn a_broken_state_is_set_aside_and_told() {
    let home = Home::new();
    std::fs::create_dir_all(home.path().join("glose")).unwrap();
    std::fs::write(home.path().join("glose/state.json"), "{\"articles\": [").unwrap();
    let mut terminal = Terminal::open_in(&home, (120, 40), |_| {});
    terminal.wait_for("cannot be understood");
    terminal.wait_for("Depuis lundi");
    terminal.press("jq");
    assert_eq!(terminal.wait_for_end(), 0);
    assert!(home.path().join("glose/state.broken.json").exists() && home.state().contains("phare.md"));
}

#[test]
fn a_storm_of_sizes_ends_well() {
    let mut terminal = Terminal::open(100, 30);
    terminal.wait_for("all keys");
    let first = terminal.seen();
    terminal.press("jj\t");
    for number in 0..200_u16 {
        terminal.resize(1 + number * 37 % 150, 1 + number * 13 % 50);
        if number % 20 == 0 {
            terminal.press("\t");
        }
    }
    terminal.resize(100, 30);
    // Which term Tab finds depends on the size it meets; the way back leads to the same page, whole.
    terminal.press("g");
    terminal.wait_until("the first page", |terminal| terminal.seen() == first);
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.assert_sane();
}

#[test]
fn without_colour_nothing_is_coloured() {
    let mut terminal = Terminal::open_with(80, 24, |command| command.env("NO_COLOR", "1"));
    terminal.wait_for("¶ 1/5");
    terminal.press("j\t");
    terminal.wait_for("¶ 2/5");
    let screen = terminal.screen.screen();
    let cells = (0..24).flat_map(|row| (0..80).filter_map(move |column| screen.cell(row, column)));
    assert!(
        cells
            .into_iter()
            .all(|cell| cell.fgcolor() == vt100::Color::Default && cell.bgcolor() == vt100::Color::Default)
    );
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn a_terminal_that_can_only_print_gets_plain_text() {
    let mut terminal = Terminal::open_with(80, 24, |command| command.env("TERM", "dumb"));
    assert_eq!(terminal.wait_for_end(), 0);
    assert!(terminal.written.len() > 500 && !terminal.written.contains(&0x1b));
}

#[test]
fn what_comes_through_a_pipe_is_read_at_the_keyboard() {
    let home = Home::new();
    let line = format!("cat {FOLDER}/phare.md | \"$GLOSE\" -");
    let mut terminal = Terminal::run(&home, (80, 24), shell(&line), |_| {});
    terminal.wait_for("¶ 1/5");
    terminal.press("G");
    terminal.wait_for("¶ 5/5");
    terminal.press("\u{f}");
    terminal.wait_for("¶ 1/5");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.assert_sane();
}

#[test]
fn what_goes_into_a_pipe_is_plain() {
    let home = Home::new();
    let line = format!("\"$GLOSE\" {FOLDER}/phare.md | head -3; echo end");
    let mut terminal = Terminal::run(&home, (80, 24), shell(&line), |_| {});
    assert_eq!(terminal.wait_for_end(), 0);
    assert!(
        terminal.seen().starts_with("Le phare de Kervor") && terminal.seen().contains("end"),
        "{}",
        terminal.seen()
    );
    assert!(!terminal.written.contains(&0x1b));
}

#[test]
fn a_shell_stops_it_and_brings_it_back() {
    let home = Home::new();
    let mut command = CommandBuilder::new("bash");
    command.args(["--norc", "--noprofile", "-i"]);
    let mut terminal = Terminal::run(&home, (80, 24), command, |command| {
        command.env("PS1", "ready> ");
        command.env("GLOSE", env!("CARGO_BIN_EXE_glose"));
        command.env("ARTICLE", format!("{FOLDER}/phare.md"));
    });
    terminal.wait_for("ready>");
    terminal.press("\"$GLOSE\" \"$ARTICLE\"\r");
    terminal.wait_for("¶ 1/5");
    terminal.press("jm");
    terminal.wait_for("Mouse on");
    terminal.press("\u{1a}");
    terminal.wait_for("Stopped");
    let has_terminal = |terminal: &Terminal| {
        let screen = terminal.screen.screen();
        !screen.alternate_screen() && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    };
    terminal.wait_until("the shell to have its terminal", has_terminal);
    assert!(terminal.home.state().contains("\"block\": 1"), "the place is kept before it stops");
    terminal.press("jobs -p > job; fg\r");
    terminal.wait_for("¶ 2/5");
    // Whoever stops it from outside.
    let job = std::fs::read_to_string(terminal.home.path().join("job")).unwrap();
    assert!(std::process::Command::new("kill").args(["-s", "TSTP", job.trim()]).status().unwrap().success());
    terminal.wait_until("the shell to have its terminal again", has_terminal);
    terminal.press("fg\r");
    terminal.wait_for("¶ 2/5");
    terminal.press("q");
    terminal.wait_until("the shell", |terminal| !terminal.screen.screen().alternate_screen());
    terminal.press("exit\r");
    terminal.wait_for_end();
    terminal.assert_given_back();
}

#[test]
fn a_text_of_windows_is_read_and_told() {
    let mut terminal =
        with_file("d\u{e9}peche.txt", b"L\x92\xe9t\xe9 \xab br\xfblant \xbb co\xfbte 3 \x80.\n");
    terminal.wait_for("L’été « brûlant » coûte 3 €.");
    terminal.wait_for("read as Windows-1252");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn a_picture_and_a_directory_are_refused_in_a_line() {
    for (name, bytes) in [("image.png", &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..]), ("vide.txt", b"")] {
        let mut terminal = with_file(name, bytes);
        if name == "vide.txt" {
            terminal.wait_for("nothing to read");
            terminal.press("q");
            assert_eq!(terminal.wait_for_end(), 0);
        } else {
            assert_eq!(terminal.wait_for_end(), 2);
            assert!(terminal.seen().starts_with("glose: not a text: image.png; "), "{}", terminal.seen());
        }
        terminal.assert_given_back();
    }
}

#[test]
fn nothing_in_a_file_is_obeyed_by_the_terminal() {
    let text = "+++\ntitle = \"Titre\\u001b]0;pris\\u0007\"\n+++\nUn\u{1b}[2Jmot \u{9b}31m\u{202e}ici\u{7}.\n\n> An\u{1b}[?1049lother.\n";
    let mut terminal = with_file("a\u{1b}[5mb.md", text.as_bytes());
    terminal.wait_for("Un␛[2Jmot");
    terminal.press("t");
    terminal.wait_for("An␛[?1049lother.");
    terminal.press("m\r");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    assert!(!written.contains("\u{1b}]0;") && !written.contains('\u{202e}') && !written.contains('\u{7}'));
}

#[test]
fn a_book_of_three_hundred_pages_is_read_like_a_page() {
    let paragraph = "Le gouvernement a fait savoir qu’il n’était pas prêt à négocier un cessez-le-feu, malgré les appels répétés de ses partenaires. ";
    let mut book = String::new();
    for number in 1..=1500 {
        write!(book, "Chapitre {number}. {}\n\n", paragraph.repeat(4)).unwrap();
    }
    let mut terminal = with_file("livre.txt", book.as_bytes());
    terminal.wait_for("¶ 1/1500");
    terminal.press("G");
    terminal.wait_for("¶ 1500/1500");
    terminal.press("/chapitre 750.");
    terminal.wait_for("1/1");
    terminal.press("\r");
    terminal.wait_for("¶ 750/1500");
    terminal.press("\u{f}");
    terminal.wait_for("¶ 1500/1500");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert!(terminal.home.state().contains("\"block\": 1499"));
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_is_told() {
    let home = Home::new();
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["--ignored", "--exact", "rough::panics_in_a_terminal", "--nocapture"]);
    let mut terminal = Terminal::run(&home, (100, 30), command, |command| command.env("RUST_BACKTRACE", "0"));
    terminal.wait_for("Un article");
    terminal.press("\r");
    assert_ne!(terminal.wait_for_end(), 0);
    assert!(terminal.seen().contains("the disk is on fire"), "{}", terminal.seen());
    terminal.assert_given_back();
}

/// The library, on a disk that fails as no disk should.
#[test]
#[ignore = "another test runs it in a terminal"]
fn panics_in_a_terminal() {
    use glose::app::effect::{Effect, Event, Preferences, ShelfItem};

    struct Fire;
    impl glose::tui::Shell for Fire {
        fn perform(&mut self, effect: Effect) -> Vec<Event> {
            assert!(!matches!(effect, Effect::Open(_)), "the disk is on fire");
            Vec::new()
        }

        fn look(&mut self) -> Vec<Event> {
            Vec::new()
        }

        fn editor(&mut self, _: Option<&str>, _: usize) -> Result<std::process::Command, String> {
            Err("there is none".into())
        }
    }
    let item = ShelfItem { id: "a".into(), title: "Un article".into(), ..ShelfItem::default() };
    let matcher = glose::annotate::Matcher::new(glose::builtin::glossary(), Vec::new());
    let app = glose::app::App::new(std::sync::Arc::new(matcher), vec![item], Preferences::default());
    _ = glose::tui::run(app, &glose::tui::theme::Theme::plain(), &mut Fire);
}
