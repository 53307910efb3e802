//! The terminal: keys in, frames out.
//!
//! Knows no article and no file of its own: what the program asks of the world beyond the terminal
//! goes to a [`Shell`].

#![expect(clippy::disallowed_methods, reason = "this module is the terminal")]

mod clipboard;
pub mod depth;
mod key;
mod line;
#[cfg_attr(not(unix), path = "signal_elsewhere.rs")]
mod signal;
mod terminal;
pub mod theme;
mod view;

use std::io::{self, BufWriter, Write};
use std::process::Command;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event as Input, MouseButton, MouseEventKind};
use crossterm::execute;
use crossterm::terminal::{Clear, ClearType};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use crate::app::effect::{Effect, Event, Turn};
use crate::app::update::update;
use crate::app::{App, Wake};
use crate::page::plan::Size;
use clipboard::Between;
use line::Line;
use signal::Inbox;
use terminal::Guard;
use theme::{Ground, Theme};

pub use signal::die;
pub use view::view;

/// The world beyond the terminal: the disk and the clock.
pub trait Shell {
    /// Does what is asked, and tells what came of it.
    ///
    /// Never asked to copy, to listen to the mouse, to open an editor, to suspend or to quit.
    fn perform(&mut self, effect: Effect) -> Vec<Event>;

    /// Tells what has changed since the last look; asked a few times a second.
    fn look(&mut self) -> Vec<Event>;

    /// The command with which a person edits a layer, or else their own, from that line on.
    ///
    /// # Errors
    /// What to tell the person, where there is none.
    fn editor(&mut self, layer: Option<&str>, line: usize) -> Result<Command, String>;
}

/// The ground of the terminal, if it tells it at once; to be asked before the terminal is taken.
#[must_use]
pub fn ground() -> Option<Ground> {
    use terminal_colorsaurus::{QueryOptions, ThemeMode, theme_mode};
    const PATIENCE: Duration = Duration::from_millis(500);
    let mut options = QueryOptions::default();
    options.timeout = PATIENCE;
    match theme_mode(options) {
        Ok(ThemeMode::Light) => Some(Ground::Light),
        Ok(ThemeMode::Dark) => Some(Ground::Dark),
        Err(_) => theme::ground_told(&variable("COLORFGBG")?),
    }
}

/// How many colours the terminal has.
#[must_use]
pub fn depth() -> depth::Depth {
    depth::Depth::told(variable)
}

fn variable(name: &str) -> Option<String> {
    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned())
}

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The person quit.
    Quit,
    /// This signal asked for it.
    Signal(i32),
}

/// Shows `app` and lets a person use it, until they quit.
///
/// The terminal is as it was before when this returns, and when it panics.
///
/// # Errors
/// When there is no terminal, or it went away.
pub fn run(app: App, theme: &Theme, shell: &mut dyn Shell) -> io::Result<End> {
    let inbox = Inbox::listen()?;
    let guard = Guard::take()?;
    let terminal = Terminal::new(backend())?;
    let looked = Instant::now();
    let mut session = Session { app, theme, shell, terminal, guard, inbox, end: None, due: None, looked };
    session.start()?;
    session.go()
}

/// Long enough to see whether something has happened: in no time at all, crossterm does not look.
const MOMENT: Duration = Duration::from_micros(500);
/// How long the world may change unseen.
const GLANCE: Duration = Duration::from_millis(200);

/// Writes a frame at once, and not piece by piece.
type Backend = CrosstermBackend<BufWriter<Line>>;

fn backend() -> Backend {
    CrosstermBackend::new(BufWriter::with_capacity(1 << 16, Line::open()))
}

struct Session<'a> {
    app: App,
    theme: &'a Theme,
    shell: &'a mut dyn Shell,
    terminal: Terminal<Backend>,
    guard: Guard,
    inbox: Inbox,
    end: Option<End>,
    /// When the program is to be woken, should it still want that.
    due: Option<Instant>,
    /// When we looked at the world.
    looked: Instant,
}

impl Session<'_> {
    fn start(&mut self) -> io::Result<()> {
        if self.app.preferences.mouse {
            self.guard.listen_to_mouse()?;
        }
        _ = self.inbox.take_is_resized();
        self.draw()?;
        // From the first look on, a signal wakes whoever waits for the terminal. Of a size that changed
        // before that, nobody is told.
        event::poll(MOMENT)?;
        if self.inbox.take_is_resized() {
            self.forget_screen()?;
            self.draw()?;
        }
        // What the first frame could do without.
        self.glance().map(|_| ())
    }

    fn go(mut self) -> io::Result<End> {
        loop {
            let step = self.step();
            if line::is_lost() {
                // As if it had said so: what must be kept is kept.
                self.happen(Event::Away)?;
                return Ok(End::Signal(signal::LOST));
            }
            step?;
            if let Some(end) = self.end {
                return Ok(end);
            }
        }
    }

    fn step(&mut self) -> io::Result<()> {
        self.signals()?;
        let has_changed = self.end.is_some() || self.wait()?;
        if has_changed && self.end.is_none() && !line::is_lost() { self.draw() } else { Ok(()) }
    }

    /// Waits for something to happen and lets all of it happen; true when something may look
    /// different.
    fn wait(&mut self) -> io::Result<bool> {
        let left = self.left();
        let pause = left.unwrap_or(GLANCE).min(GLANCE);
        let is_ready = event::poll(pause)?;
        let has_changed = self.look()?;
        if is_ready {
            self.take_all()?;
            return Ok(true);
        }
        if left != Some(pause) {
            return Ok(has_changed);
        }
        self.due = None;
        self.happen(Event::Idle)?;
        Ok(true)
    }

    /// How long until the program wants to go on, should nothing happen. A pause is counted from when
    /// it was first asked for: whoever never rests has their place kept too.
    fn left(&mut self) -> Option<Duration> {
        let wake = self.app.wake();
        let Wake::After(pause) = wake else {
            self.due = None;
            return (wake == Wake::Now).then_some(MOMENT);
        };
        let wanted = Instant::now() + pause;
        let due = self.due.map_or(wanted, |due| due.min(wanted));
        self.due = Some(due);
        Some(due.saturating_duration_since(Instant::now()).max(MOMENT))
    }

    /// Looks whether the world has changed, if that is due; true when it has.
    fn look(&mut self) -> io::Result<bool> {
        if self.looked.elapsed() < GLANCE { Ok(false) } else { self.glance() }
    }

    /// The same, whether it is due or not.
    fn glance(&mut self) -> io::Result<bool> {
        let events = self.shell.look();
        let has_changed = !events.is_empty();
        events.into_iter().try_for_each(|event| self.happen(event))?;
        self.looked = Instant::now();
        Ok(has_changed)
    }

    /// Takes everything that has come in; of several sizes only the last.
    fn take_all(&mut self) -> io::Result<()> {
        let mut size = None;
        while self.end.is_none() {
            match event::read()? {
                Input::Resize(width, height) => size = Some(Size { width, height }),
                input => self.take(input)?,
            }
            self.signals()?;
            if !event::poll(MOMENT)? {
                break;
            }
        }
        let Some(size) = size else { return Ok(()) };
        if size != self.app.size {
            self.happen(Event::Resize(size))?;
        }
        // What the terminal made of the screen meanwhile is not known, not even where it has this size
        // again, or had it when the last frame was drawn.
        self.forget_screen()
    }

    fn take(&mut self, input: Input) -> io::Result<()> {
        let event = match input {
            Input::Key(key) => key::chord(&key).map(Event::Key),
            Input::Paste(text) => Some(Event::Paste(text)),
            Input::FocusLost => Some(Event::Away),
            Input::Mouse(mouse) => match mouse.kind {
                MouseEventKind::ScrollDown => Some(Event::Wheel(Turn::Down)),
                MouseEventKind::ScrollUp => Some(Event::Wheel(Turn::Up)),
                MouseEventKind::Down(MouseButton::Left) => {
                    Some(Event::Click { column: mouse.column, row: mouse.row })
                }
                MouseEventKind::Drag(MouseButton::Left) => {
                    Some(Event::Drag { column: mouse.column, row: mouse.row })
                }
                MouseEventKind::Up(MouseButton::Left) => Some(Event::Release),
                _ => None,
            },
            Input::FocusGained | Input::Resize(..) => None,
        };
        event.map_or(Ok(()), |event| self.happen(event))
    }

    fn signals(&mut self) -> io::Result<()> {
        if let Some(signal) = self.inbox.end() {
            self.happen(Event::Away)?;
            self.end = Some(End::Signal(signal));
        } else if self.inbox.take_is_to_stop() {
            self.happen(Event::Away)?;
            self.suspend()?;
        } else if self.inbox.take_is_back() {
            self.come_back()?;
        }
        Ok(())
    }

    /// Lets `event` happen, with all that follows from it.
    fn happen(&mut self, event: Event) -> io::Result<()> {
        let mut events = std::collections::VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            for effect in update(&mut self.app, event) {
                match effect {
                    Effect::Copy(text) => {
                        let asked = Between::told(variable).copy(&text);
                        let mut line = Line::open();
                        line.write_all(asked.as_bytes())?;
                        line.flush()?;
                    }
                    Effect::Mouse(true) => self.guard.listen_to_mouse()?,
                    Effect::Mouse(false) => self.guard.leave_mouse()?,
                    Effect::OpenEditor { layer, line } => {
                        events.extend(self.open_editor(layer.as_deref(), line)?);
                    }
                    Effect::Suspend => self.suspend()?,
                    Effect::Quit => self.end = Some(End::Quit),
                    effect => events.extend(self.shell.perform(effect)),
                }
            }
        }
        Ok(())
    }

    /// Lets the person edit a glossary, and takes the terminal again; what there is to tell then.
    fn open_editor(&mut self, layer: Option<&str>, line: usize) -> io::Result<Vec<Event>> {
        let mut command = match self.shell.editor(layer, line) {
            Ok(command) => command,
            Err(told) => return Ok(vec![Event::Told(told)]),
        };
        terminal::give_back();
        let ended = self.inbox.lend(|| command.status());
        self.come_back()?;
        let name = command.get_program().to_string_lossy().into_owned();
        let told = match ended {
            Ok(status) if status.success() => None,
            Ok(status) => Some(format!("{name}: {status}; the glossary is as it was left.")),
            Err(error) => Some(format!("cannot start: {name} ({error}); set EDITOR to an editor you have")),
        };
        let mut events = self.shell.look();
        events.extend(told.map(Event::Told));
        Ok(events)
    }

    fn suspend(&mut self) -> io::Result<()> {
        terminal::give_back();
        signal::stop()?;
        _ = self.inbox.take_is_back();
        self.come_back()
    }

    /// Takes the terminal again after the program was stopped.
    fn come_back(&mut self) -> io::Result<()> {
        self.guard.take_again()?;
        if self.app.preferences.mouse {
            self.guard.listen_to_mouse()?;
        }
        self.forget_screen()?;
        self.draw()
    }

    /// Clears the screen: what is drawn next is drawn whole.
    fn forget_screen(&mut self) -> io::Result<()> {
        // A new one, because asking an old one to clear itself asks the terminal where its cursor is.
        execute!(Line::open(), Clear(ClearType::All))?;
        self.terminal = Terminal::new(backend())?;
        Ok(())
    }

    /// Draws the screen at the size it has, also where that is not yet known.
    fn draw(&mut self) -> io::Result<()> {
        let (width, height) = crossterm::terminal::size()?;
        if (Size { width, height }) != self.app.size {
            self.happen(Event::Resize(Size { width, height }))?;
        }
        let (app, theme) = (&self.app, self.theme);
        self.terminal.draw(|frame| view(app, theme, frame)).map(|_| ())
    }
}
