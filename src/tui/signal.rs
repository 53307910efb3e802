//! What the system asks of the program: to end, or to show itself again.
//!
//! A thread waits for signals, writes them down and wakes the loop that reads the terminal, so that
//! nothing has to look for them.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};

use nix::unistd::{getpgid, getpgrp, getppid, getsid};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::flag;
use signal_hook::iterator::Signals;
use signal_hook::low_level::{emulate_default_handler, raise};

/// The signal of a terminal that is gone.
pub const LOST: i32 = SIGHUP;

/// The signals that came.
#[derive(Clone, Debug, Default)]
pub struct Inbox {
    end: Arc<AtomicI32>,
    is_to_stop: Arc<AtomicBool>,
    /// True while another program has the terminal: what stops that one stops this one at once.
    is_lent: Arc<AtomicBool>,
    is_back: Arc<AtomicBool>,
    is_resized: Arc<AtomicBool>,
}

impl Inbox {
    /// Begins to listen.
    ///
    /// # Errors
    /// When the system does not let a signal be heard.
    pub fn listen() -> io::Result<Self> {
        let inbox = Self::default();
        let heard = inbox.clone();
        flag::register(SIGWINCH, inbox.is_resized.clone())?;
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
        std::thread::Builder::new().name("signals".into()).spawn(move || {
            for signal in signals.forever() {
                match signal {
                    SIGCONT => heard.is_back.store(true, Ordering::SeqCst),
                    SIGTSTP if heard.is_lent.load(Ordering::SeqCst) => _ = stop(),
                    SIGTSTP => heard.is_to_stop.store(true, Ordering::SeqCst),
                    _ => heard.end.store(signal, Ordering::SeqCst),
                }
                _ = raise(SIGWINCH);
            }
        })?;
        Ok(inbox)
    }

    /// The signal that asks the program to end, if one came.
    #[must_use]
    pub fn end(&self) -> Option<i32> {
        Some(self.end.load(Ordering::SeqCst)).filter(|signal| *signal != 0)
    }

    /// Lets another program have the terminal while `work` is done. What asks that one to stop or to
    /// break off is not meant for this one once it is done.
    pub fn lend<T>(&self, work: impl FnOnce() -> T) -> T {
        self.is_lent.store(true, Ordering::SeqCst);
        let done = work();
        self.is_lent.store(false, Ordering::SeqCst);
        let _ = self.end.compare_exchange(SIGINT, 0, Ordering::SeqCst, Ordering::SeqCst);
        _ = (self.take_is_to_stop(), self.take_is_back());
        done
    }

    /// True once after somebody asked the program to stop, as Ctrl-Z does.
    #[must_use]
    pub fn take_is_to_stop(&self) -> bool {
        self.is_to_stop.swap(false, Ordering::SeqCst)
    }

    /// True once after the program was stopped and goes on.
    #[must_use]
    pub fn take_is_back(&self) -> bool {
        self.is_back.swap(false, Ordering::SeqCst)
    }

    /// True once after the window may have got another size.
    #[must_use]
    pub fn take_is_resized(&self) -> bool {
        self.is_resized.swap(false, Ordering::SeqCst)
    }
}

/// Stops the program as Ctrl-Z does; returns when it goes on. Where nobody could make it go on, it does
/// so at once.
///
/// # Errors
/// When the system refuses.
pub fn stop() -> io::Result<()> {
    if is_orphaned() { Ok(()) } else { emulate_default_handler(SIGTSTP) }
}

/// True when no shell watches over the program's process group (POSIX, «orphaned process group»): the
/// system does not stop such a group at the terminal's request either. What a container hides of the
/// processes outside counts as no shell.
fn is_orphaned() -> bool {
    let parent = Some(getppid());
    let is_watched = getpgid(parent) != Ok(getpgrp()) && getsid(parent) == getsid(None);
    !is_watched
}

/// Ends the program as `signal` does by itself, so that whoever started it is told.
///
/// # Errors
/// When the system refuses.
pub fn die(signal: i32) -> io::Result<()> {
    emulate_default_handler(signal)
}
