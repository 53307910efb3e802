//! The program in a real terminal: what a person sees, and the terminal they get back.
//!
//! Every wait is for something that must be seen or come to pass; nothing sleeps.

#![expect(clippy::disallowed_methods, reason = "this test is a shell")]

#[path = "terminal/manners.rs"]
mod manners;
#[path = "terminal/paths.rs"]
mod paths;
#[path = "terminal/rough.rs"]
mod rough;
#[path = "terminal/window.rs"]
mod window;

use std::sync::mpsc::channel;

#[path = "terminal/writing.rs"]
mod writing;

use window::{PATIENCE, Terminal};

#[test]
fn a_person_reads_and_gets_their_terminal_back() {
    let mut terminal = Terminal::open(120, 40);
    terminal.wait_for("Le phare de Kervor cherche un gardien");
    terminal.wait_for("│ phare  n.m. · lighthouse");
    terminal.press("j");
    terminal.wait_for("¶ 2/5");
    terminal.press("\t");
    terminal.wait_until("a selected term", |terminal| {
        let screen = terminal.screen.screen();
        (0..40).any(|row| (0..120).any(|column| screen.cell(row, column).is_some_and(vt100::Cell::inverse)))
    });
    terminal.press("\r");
    terminal.wait_for("Where it is written");
    terminal.press("\u{1b}");
    terminal.wait_for("│ pari  n.m. · gamble, bet");
    terminal.resize(60, 20);
    terminal.wait_for("──────\n");
    terminal.wait_for("¶ 2/5");
    terminal.press("m");
    terminal.wait_until("mouse", |terminal| {
        terminal.screen.screen().mouse_protocol_mode() != vt100::MouseProtocolMode::None
    });
    terminal.press("/douze LETTRES");
    terminal.wait_for("1/1");
    terminal.press("\r");
    terminal.wait_for("¶ 5/5");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.assert_sane();
}

#[test]
fn ctrl_z_comes_back_to_the_same_place() {
    let mut terminal = Terminal::open(80, 24);
    terminal.wait_for("¶ 1/5");
    terminal.press("j");
    terminal.wait_for("¶ 2/5");
    // Nobody would wake a stopped program here, so the system does not stop it: it leaves and returns.
    terminal.press("\u{1a}");
    terminal.press("j");
    terminal.wait_for("¶ 3/5");
    terminal.press("\u{3}");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.assert_sane();
}

#[test]
fn a_shell_that_took_the_terminal_gives_it_again() {
    let mut terminal = Terminal::open(84, 24);
    terminal.wait_for("¶ 1/5");
    // As bash does with a program stopped by force, before `fg` lets it go on.
    let tty = terminal.master.tty_name().unwrap();
    let stty = std::process::Command::new("stty").arg("-F").arg(&tty).arg("sane").status();
    assert!(stty.unwrap().success());
    terminal.signal("CONT");
    terminal.press("j");
    terminal.wait_for("¶ 2/5");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn who_quits_is_told_that_the_place_is_not_kept() {
    let mut terminal = Terminal::open_with(120, 25, |command| command.env("XDG_STATE_HOME", "/dev/null"));
    terminal.wait_for("¶ 1/5");
    terminal.press("jq");
    assert_eq!(terminal.wait_for_end(), 0);
    let left = terminal.screen.screen().contents();
    assert!(left.starts_with("glose: the reading place is not kept"), "{left}");
}

#[test]
fn a_signal_ends_it_and_the_terminal_is_sane() {
    for (signal, columns) in [("TERM", 81), ("HUP", 82), ("QUIT", 85)] {
        let mut terminal = Terminal::open(columns, 24);
        terminal.wait_for("¶ 1/5");
        terminal.signal(signal);
        assert_ne!(terminal.wait_for_end(), 0);
        terminal.assert_sane();
    }
}

#[test]
fn a_terminal_that_goes_away_ends_it() {
    let mut terminal = Terminal::open(83, 24);
    terminal.wait_for("¶ 1/5");
    assert_ne!(close(terminal), 0);
}

#[test]
fn a_terminal_that_goes_away_without_a_word_ends_it_too() {
    for is_at_rest in [true, false] {
        let mut terminal = Terminal::open_with(83, 25, |command| command.set_controlling_tty(false));
        let home = terminal.home.clone();
        terminal.wait_for("¶ 1/5");
        terminal.press("G");
        terminal.wait_for("¶ 5/5");
        if is_at_rest {
            terminal.wait_until("the place", |terminal| terminal.home.state().contains("\"percent\": 100"));
        }
        assert_ne!(close(terminal), 0);
        assert!(home.state().contains("\"percent\": 100"), "{}", home.state());
    }
}

/// Closes the window; how the program ended then.
fn close(terminal: Terminal) -> u32 {
    let Terminal { master, keys, bytes, mut child, home: _home, .. } = terminal;
    // Who reads for us has a hold of the window too, until there is nobody to read for: then the next bytes,
    // of the keys that a writer leaves behind when it goes, end it.
    drop((bytes, keys, master));
    let (send, ended) = channel();
    std::thread::spawn(move || send.send(child.wait().unwrap().exit_code()));
    ended.recv_timeout(PATIENCE).expect("it ends")
}
