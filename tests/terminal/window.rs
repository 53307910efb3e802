//! A terminal with the program in it.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

/// Nothing takes longer than this, on the slowest of machines.
pub const PATIENCE: Duration = Duration::from_secs(60);
/// How long to wait before looking again at what tells nobody that it has changed.
const MOMENT: Duration = Duration::from_millis(10);

/// The folder of the article and the glossary of the tests.
pub const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/screens");

/// A directory of its own, with nothing in it, gone with the last that uses it.
#[derive(Debug)]
pub struct Home(TempDir);

impl Home {
    pub fn new() -> Arc<Self> {
        Arc::new(Self(tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap()))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// What is remembered, once there is something.
    pub fn state(&self) -> String {
        std::fs::read_to_string(self.path().join("glose/state.json")).unwrap_or_default()
    }
}

/// A terminal with a program in it.
pub struct Terminal {
    pub screen: vt100::Parser,
    pub bytes: Receiver<Vec<u8>>,
    pub keys: Box<dyn Write + Send>,
    pub master: Box<dyn MasterPty + Send>,
    pub child: Box<dyn Child + Send + Sync>,
    pub home: Arc<Home>,
    /// How the line was set before the program began.
    line: String,
    /// Everything that was written to it.
    pub written: Vec<u8>,
}

impl Terminal {
    /// Runs `glose` with the article of the tests.
    pub fn open(columns: u16, rows: u16) -> Self {
        Self::open_with(columns, rows, |_| {})
    }

    /// The same, with something different.
    pub fn open_with(columns: u16, rows: u16, change: impl FnOnce(&mut CommandBuilder)) -> Self {
        Self::open_in(&Home::new(), (columns, rows), change)
    }

    /// The same, in a home where others have been or are.
    pub fn open_in(home: &Arc<Home>, size: (u16, u16), change: impl FnOnce(&mut CommandBuilder)) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_glose"));
        command.args(["--glossary", &format!("{FOLDER}/glossary.toml"), &format!("{FOLDER}/phare.md")]);
        Self::run(home, size, command, change)
    }

    /// Runs any program.
    pub fn run(
        home: &Arc<Home>,
        (columns, rows): (u16, u16),
        mut command: CommandBuilder,
        change: impl FnOnce(&mut CommandBuilder),
    ) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        command.env("TERM", "xterm-256color");
        command.env_remove("NO_COLOR");
        for variable in ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"] {
            command.env(variable, home.path());
        }
        command.cwd(home.path());
        change(&mut command);
        let line = line_of(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let bytes = listen(pair.master.try_clone_reader().unwrap());
        let keys = pair.master.take_writer().unwrap();
        let screen = vt100::Parser::new(rows, columns, 0);
        let (master, home, written) = (pair.master, home.clone(), Vec::new());
        Self { screen, bytes, keys, master, child, home, line, written }
    }

    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.screen.screen_mut().set_size(rows, columns);
        self.master.resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    /// Sends a signal to the program, by its name.
    pub fn signal(&self, name: &str) {
        let id = self.child.process_id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args(["-s", name, &id]).status().unwrap().success());
    }

    /// What is on the screen, with plain spaces.
    pub fn seen(&self) -> String {
        self.screen.screen().contents().replace(['\u{a0}', '\u{202f}'], " ")
    }

    /// Waits until the screen shows `text`.
    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |terminal| terminal.seen().contains(text));
    }

    /// Waits until the screen no longer shows `text`.
    pub fn wait_for_no(&mut self, text: &str) {
        self.wait_until(text, |terminal| !terminal.seen().contains(text));
    }

    /// Waits until something is so, on the screen or in its home.
    pub fn wait_until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !is_so(self) {
            match self.bytes.recv_timeout(MOMENT) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout) if start.elapsed() < PATIENCE => {}
                Err(why) => panic!("waiting for {what}: {why}\n{}", self.seen()),
            }
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        self.written.extend_from_slice(bytes);
    }

    /// Waits until the program has ended and all it wrote is on the screen; its exit code.
    pub fn wait_for_end(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            match self.bytes.recv_timeout(PATIENCE.saturating_sub(start.elapsed())) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(why) => panic!("it does not end: {why}\n{}", self.seen()),
            }
        }
        self.child.wait().unwrap().exit_code()
    }

    /// The terminal is as it was before, whatever was printed since.
    pub fn assert_given_back(&self) {
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "the screen is given back");
        assert!(!screen.hide_cursor(), "the cursor is seen");
        assert!(!screen.bracketed_paste(), "paste is plain");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None, "the mouse is free");
        assert_eq!(line_of(&*self.master), self.line, "the line is as it was");
    }

    pub fn assert_sane(&self) {
        self.assert_given_back();
        assert_eq!(self.seen().trim(), "", "nothing is left behind");
    }
}

fn line_of(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

/// What a terminal is written, piece by piece, until it is closed.
fn listen(mut reader: Box<dyn Read + Send>) -> Receiver<Vec<u8>> {
    let (send, bytes) = channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            if send.send(buffer[..count].to_vec()).is_err() {
                break;
            }
        }
    });
    bytes
}
