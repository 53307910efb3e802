//! The line to the terminal: what is written to it, and whether somebody is still at its other end.
//!
//! Knows nothing of what is written. A window that is closed does not always send a signal; a line
//! without an end takes everything and says so when it is asked, so that whoever writes can still put
//! their things in order.

use std::io::{self, ErrorKind, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};

/// True once something could not be written because nobody is there.
static LOST: AtomicBool = AtomicBool::new(false);

/// Writes to the terminal.
#[derive(Debug)]
pub struct Line(Stdout);

impl Line {
    /// The line that standard output is.
    #[must_use]
    pub fn open() -> Self {
        Self(io::stdout())
    }
}

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if LOST.load(Ordering::SeqCst) {
            Ok(bytes.len())
        } else {
            unless_lost(self.0.write(bytes), bytes.len())
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        if LOST.load(Ordering::SeqCst) { Ok(()) } else { unless_lost(self.0.flush(), ()) }
    }
}

/// True when nobody is at the other end any more.
#[must_use]
pub fn is_lost() -> bool {
    LOST.load(Ordering::SeqCst) || is_hung_up()
}

fn unless_lost<T>(done: io::Result<T>, instead: T) -> io::Result<T> {
    match done {
        Err(error) if tells_of_loss(&error) => {
            LOST.store(true, Ordering::SeqCst);
            Ok(instead)
        }
        done => done,
    }
}

#[cfg(unix)]
fn tells_of_loss(error: &io::Error) -> bool {
    error.kind() == ErrorKind::BrokenPipe
        || error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error())
}

#[cfg(not(unix))]
fn tells_of_loss(error: &io::Error) -> bool {
    error.kind() == ErrorKind::BrokenPipe
}

/// A terminal without its other end has no size.
#[cfg(unix)]
fn is_hung_up() -> bool {
    rustix::termios::tcgetwinsize(io::stdout()) == Err(rustix::io::Errno::IO)
}

#[cfg(not(unix))]
const fn is_hung_up() -> bool {
    false
}
