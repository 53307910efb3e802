//! Takes the terminal, and gives it back whatever happens.

use std::io;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste, EnableFocusChange,
    EnableMouseCapture,
};
use crossterm::terminal::{
    DisableLineWrap, EnableLineWrap, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use crossterm::{cursor, execute};

use super::line::Line;

/// True while the screen is taken.
static TAKEN: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();

/// The terminal while it is ours: given back when this is dropped, also in a panic.
#[derive(Debug)]
pub struct Guard;

impl Guard {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When there is none, or it cannot be written to.
    pub fn take() -> io::Result<Self> {
        HOOK.call_once(|| {
            let before = std::panic::take_hook();
            std::panic::set_hook(Box::new(move |panic| {
                give_back();
                before(panic);
            }));
        });
        enter()?;
        Ok(Self)
    }

    /// Takes the terminal again after it was given back, or after the shell took it unasked, as it does
    /// from a program that is stopped by force.
    ///
    /// # Errors
    /// When it cannot be written to.
    pub fn take_again(&self) -> io::Result<()> {
        // Otherwise crossterm believes that it still has it.
        disable_raw_mode()?;
        enter()
    }

    /// Reports mouse events from now on.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn listen_to_mouse(&self) -> io::Result<()> {
        execute!(Line::open(), EnableMouseCapture)
    }

    /// Leaves the mouse to the terminal.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn leave_mouse(&self) -> io::Result<()> {
        execute!(Line::open(), DisableMouseCapture)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
    }
}

fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    execute!(
        Line::open(),
        EnterAlternateScreen,
        EnableBracketedPaste,
        EnableFocusChange,
        DisableLineWrap,
        cursor::Hide
    )
}

/// Gives the terminal back, if it is taken.
pub fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    // A terminal that is gone cannot be restored: there is nobody to tell.
    _ = execute!(
        Line::open(),
        DisableMouseCapture,
        EnableLineWrap,
        DisableFocusChange,
        DisableBracketedPaste,
        cursor::Show,
        LeaveAlternateScreen
    );
    _ = disable_raw_mode();
}
