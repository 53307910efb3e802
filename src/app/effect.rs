//! What the program asks of the world, and what the world tells it: plain data.
//!
//! Knows neither disk nor terminal. The shell performs effects and answers with events.

use std::sync::Arc;

use super::draft::Draft;
use super::keymap::Chord;
use super::trail::Spot;
use crate::annotate::matcher::Matcher;
use crate::article::Article;
use crate::diagnostic::{Diagnostic, Excerpt, Severity};
use crate::glossary::change::{self, Change, Refusal};
use crate::page::plan::{Size, Wanted};
use crate::page::{Edge, Hyphens};
use crate::study::Threshold;
use crate::text::span::Span;

/// An article's name: the shell knows what it stands for.
pub type ArticleId = String;

/// Something the program wants done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Hand over this article to be read: answered by [`Event::Opened`] or [`Event::Failed`].
    Open(ArticleId),
    /// Hand over this article to be measured: answered by [`Event::Fetched`] with it, or none.
    Fetch(ArticleId),
    /// Keep how far the reader is.
    SavePlace(ArticleId, Place),
    /// Keep from where the reader jumped.
    SaveJump(Spot),
    /// Keep what the reader searched for.
    SaveSearch(String),
    /// Keep what is being written, in the place of what was kept of it before.
    KeepDraft(Box<Draft>),
    /// Forget the draft of this name: it is saved, or thrown away.
    DropDraft(String),
    /// Keep what the reader has set.
    SavePreferences(Preferences),
    /// Make a change to a glossary: answered by [`Event::Written`], [`Event::Refused`] or
    /// [`Event::Failed`].
    Write(Box<Order>),
    /// Let the person change a glossary with their own editor.
    OpenEditor {
        /// The layer; none: the file to which the program writes.
        layer: Option<String>,
        /// The line on which to begin, from 1.
        line: usize,
    },
    /// Put this on the clipboard.
    Copy(String),
    /// Report mouse events from now on, or stop.
    Mouse(bool),
    /// Stop until the person comes back.
    Suspend,
    /// Check the person's glossaries: answered by [`Event::Checked`].
    Check,
    /// End.
    Quit,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// A key was pressed.
    Key(Chord),
    /// Text was pasted.
    Paste(String),
    /// The screen has this size now.
    Resize(Size),
    /// A cell was clicked.
    Click {
        /// From 0.
        column: u16,
        /// From 0.
        row: u16,
    },
    /// The mouse was moved to a cell with its button held down.
    Drag {
        /// From 0.
        column: u16,
        /// From 0.
        row: u16,
    },
    /// The button of the mouse was let go.
    Release,
    /// The wheel was turned: down, or up.
    Wheel(Turn),
    /// Nothing happened for as long as was asked for.
    Idle,
    /// Here is an article to read.
    Opened(Box<Opened>),
    /// Here is an article to measure; none when it cannot be had.
    Fetched(ArticleId, Option<Arc<Article>>),
    /// Here are the articles there are.
    Shelved(Vec<ShelfItem>),
    /// Here is what is wrong with the glossaries.
    Checked(Vec<Problem>),
    /// A glossary was changed.
    Written(Box<Written>),
    /// A glossary was not changed, because it is not what it was.
    Refused(Box<Order>, Refusal),
    /// There are other glossaries from now on.
    Glossaries(Box<Glossaries>),
    /// It could not be done: what, where, what to do.
    Failed(String),
    /// Something to tell the reader.
    Told(String),
    /// The person looks elsewhere, or the program is about to be stopped: keep what must be kept.
    Away,
}

/// A change to a glossary that is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The layer, by the name that the matcher has for it; none: the file to which the program
    /// writes.
    pub layer: Option<String>,
    /// The change.
    pub change: Change,
    /// What it is for.
    pub step: Step,
}

/// What a change is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To keep what a person wrote.
    Save,
    /// To take the last change back.
    Undo,
    /// To make a change again that was taken back.
    Redo,
}

/// A change to a glossary that was made.
#[derive(Clone, Debug)]
pub struct Written {
    /// What was asked for.
    pub order: Order,
    /// The layer in which it was made.
    pub layer: String,
    /// The entry before; none of a new one.
    pub before: Option<change::Written>,
    /// The entry as it is now; none of one that was taken out.
    pub after: Option<change::Written>,
}

/// The glossaries there are.
#[derive(Clone, Debug)]
pub struct Glossaries {
    /// Those of the program.
    pub program: Arc<Matcher>,
    /// Those for the article that is open.
    pub reading: Arc<Matcher>,
    /// The layer to which the program writes, by its name.
    pub own: Option<String>,
    /// What is to be said of them.
    pub notice: Option<String>,
    /// Where one of them is faulty: `glossary.toml:12`.
    pub fault: Option<String>,
}

/// Which way the wheel was turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Towards the end.
    Down,
    /// Towards the start.
    Up,
}

/// An article, with all that is needed to read it.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Its name.
    pub id: ArticleId,
    /// What a person calls it, should it have no headline.
    pub name: String,
    /// Its text.
    pub article: Arc<Article>,
    /// The glossaries, where this article has notes of its own; none: those of the program.
    pub matcher: Option<Arc<Matcher>>,
    /// Where the reader was.
    pub place: Option<Place>,
    /// Something to tell the reader: `read as Windows-1252`.
    pub notice: Option<String>,
    /// Where a glossary for it is faulty: `glossary.toml:12`.
    pub fault: Option<String>,
}

/// Something that is wrong with a glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The layer, by its name.
    pub layer: String,
    /// The line, from 1.
    pub line: usize,
    /// How much it matters.
    pub severity: Severity,
    /// The rule that found it.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What stands under the caret; may be empty.
    pub label: String,
    /// What to do, where the message does not say it.
    pub help: Option<String>,
    /// What is written on the line, without control codes.
    pub text: String,
    /// Where the caret is, in bytes of `text`.
    pub caret: Span,
}

impl Problem {
    /// What `finding` says of `source`, the text of `layer`.
    #[must_use]
    pub fn new(layer: &str, source: &str, finding: &Diagnostic) -> Self {
        let Excerpt { text, line, caret } = finding.first_line(source);
        Self {
            layer: layer.to_owned(),
            line,
            severity: finding.severity,
            code: finding.code,
            message: finding.message.clone(),
            label: finding.label.clone(),
            help: finding.help.clone(),
            text,
            caret,
        }
    }
}

/// A place in an article: never a row of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Place {
    /// The number of the block, from 0.
    pub block: usize,
    /// The byte of the block's text.
    pub byte: usize,
    /// How much of the article lies before the end of the block, in percent.
    pub percent: u8,
}

/// What the reader has set, and finds again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Preferences {
    /// How the screen is divided.
    pub wanted: Wanted,
    /// How much is glossed.
    pub threshold: Threshold,
    /// Whether the mouse is the program's.
    pub mouse: bool,
    /// Whether words are cut at the end of a row.
    pub hyphens: Hyphens,
    /// Whether the right edge is even.
    pub edge: Edge,
}

/// An article in the library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShelfItem {
    /// Its name.
    pub id: ArticleId,
    /// Its headline.
    pub title: String,
    /// Its day, as `2024-02-14`.
    pub date: Option<String>,
    /// The level of reader it is for.
    pub level: Option<String>,
    /// The beat.
    pub topic: Option<String>,
    /// Where the reader is in it; none: not begun.
    pub place: Option<Place>,
}
