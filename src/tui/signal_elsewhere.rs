//! What the system asks of the program where it knows no signals: nothing. Ctrl-C is a key, and there
//! is no shell to go back to.

use std::io;

/// The signal of a terminal that is gone.
pub const LOST: i32 = 1;

/// The signals that came: none.
#[derive(Clone, Copy, Debug, Default)]
pub struct Inbox;

impl Inbox {
    /// Begins to listen.
    ///
    /// # Errors
    /// Never.
    pub const fn listen() -> io::Result<Self> {
        Ok(Self)
    }

    /// The signal that asks the program to end, if one came.
    #[must_use]
    pub const fn end(&self) -> Option<i32> {
        None
    }

    /// Lets another program have the terminal while `work` is done.
    pub fn lend<T>(&self, work: impl FnOnce() -> T) -> T {
        work()
    }

    /// True once after somebody asked the program to stop.
    #[must_use]
    pub const fn take_is_to_stop(&self) -> bool {
        false
    }

    /// True once after the program was stopped and goes on.
    #[must_use]
    pub const fn take_is_back(&self) -> bool {
        false
    }

    /// True once after the window may have got another size: the terminal tells of it by itself.
    #[must_use]
    pub const fn take_is_resized(&self) -> bool {
        false
    }
}

/// Stops the program as Ctrl-Z does; here it goes on at once.
///
/// # Errors
/// Never.
pub const fn stop() -> io::Result<()> {
    Ok(())
}

/// Ends the program as a signal does: here it ends by itself.
///
/// # Errors
/// Never.
pub const fn die(_: i32) -> io::Result<()> {
    Ok(())
}
