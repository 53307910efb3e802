//! The program in a real terminal: what a person sees, and the terminal they get back.

#![expect(clippy::disallowed_methods, reason = "this test is a shell")]

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

#[path = "terminal/writing.rs"]
mod writing;

const PATIENCE: Duration = Duration::from_secs(20);

/// A terminal with the program in it.
struct Terminal {
    screen: vt100::Parser,
    bytes: Receiver<Vec<u8>>,
    keys: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    /// How the line was set before the program began.
    line: String,
}

impl Terminal {
    /// Runs `glose` with the article of the tests.
    fn open(columns: u16, rows: u16) -> Self {
        Self::open_with(columns, rows, |_| {})
    }

    /// The same, with something different.
    fn open_with(columns: u16, rows: u16, change: impl FnOnce(&mut CommandBuilder)) -> Self {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/screens");
        let home =
            std::env::temp_dir().join(format!("glose-terminal-{}-{columns}x{rows}", std::process::id()));
        std::fs::create_dir_all(&home).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_glose"));
        command.args(["--glossary", &format!("{folder}/glossary.toml"), &format!("{folder}/phare.md")]);
        at_home(&mut command, &home);
        change(&mut command);
        Self::run(command, columns, rows)
    }

    /// Runs a command.
    fn run(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let line = line_of(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let (send, bytes) = channel();
        let mut reader = pair.master.try_clone_reader().unwrap();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if send.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Self { screen: vt100::Parser::new(rows, columns, 0), bytes, keys, master: pair.master, child, line }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        self.screen.screen_mut().set_size(rows, columns);
        self.master.resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    /// Waits until the screen shows `text`.
    fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |screen| screen.contents().replace('\u{a0}', " ").contains(text));
    }

    fn wait_until(&mut self, what: &str, is_there: impl Fn(&vt100::Screen) -> bool) {
        let start = Instant::now();
        while !is_there(self.screen.screen()) {
            match self.bytes.recv_timeout(PATIENCE.saturating_sub(start.elapsed())) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(why) => panic!("waiting for {what}: {why}\n{}", self.screen.screen().contents()),
            }
        }
    }

    /// Waits until the program has ended and all it wrote is on the screen; its exit code.
    fn wait_for_end(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            match self.bytes.recv_timeout(PATIENCE.saturating_sub(start.elapsed())) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(why) => panic!("it does not end: {why}\n{}", self.screen.screen().contents()),
            }
        }
        self.child.wait().unwrap().exit_code()
    }

    fn assert_sane(&self) {
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "the screen is given back");
        assert!(!screen.hide_cursor(), "the cursor is seen");
        assert!(!screen.bracketed_paste(), "paste is plain");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None, "the mouse is free");
        assert_eq!(screen.contents().trim(), "", "nothing is left behind");
        assert_eq!(line_of(&*self.master), self.line, "the line is as it was");
    }
}

/// Gives a command a home and a terminal of its own.
fn at_home(command: &mut CommandBuilder, home: &std::path::Path) {
    command.env("TERM", "xterm-256color");
    for variable in ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"] {
        command.env(variable, home);
    }
    command.cwd(home);
}

fn line_of(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

#[test]
fn a_person_reads_and_gets_their_terminal_back() {
    let mut terminal = Terminal::open(120, 40);
    terminal.wait_for("Le phare de Kervor cherche un gardien");
    terminal.wait_for("│ phare  n.m. · lighthouse");
    terminal.press("j");
    terminal.wait_for("¶ 2/5");
    terminal.press("\t");
    terminal.wait_until("a selected term", |screen| {
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
    terminal.wait_until("mouse", |screen| screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None);
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
    let run = |command: &str, arguments: &[&str]| {
        assert!(std::process::Command::new(command).args(arguments).status().unwrap().success());
    };
    run("stty", &["-F", tty.to_str().unwrap(), "sane"]);
    run("kill", &["-s", "CONT", &terminal.child.process_id().unwrap().to_string()]);
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
    for (signal, columns) in [("TERM", 81), ("HUP", 82)] {
        let mut terminal = Terminal::open(columns, 24);
        terminal.wait_for("¶ 1/5");
        let id = terminal.child.process_id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args(["-s", signal, &id]).status().unwrap().success());
        assert_ne!(terminal.wait_for_end(), 0);
        terminal.assert_sane();
    }
}

#[test]
fn a_terminal_that_goes_away_ends_it() {
    let mut terminal = Terminal::open(83, 24);
    terminal.wait_for("¶ 1/5");
    let Terminal { master, keys, bytes, mut child, .. } = terminal;
    drop((master, keys, bytes));
    let (send, ended) = channel();
    std::thread::spawn(move || send.send(child.wait().unwrap().exit_code()));
    assert_ne!(ended.recv_timeout(PATIENCE).expect("it ends"), 0);
}
