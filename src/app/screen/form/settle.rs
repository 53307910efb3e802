//! A form on a screen of some size: its rows, and what is known of the entry beside or below them.

use super::{Form, Found, Purpose};
use crate::diagnostic::Severity;
use crate::page::plan::{Area, Size};
use crate::page::{Role, Run, Runs};

/// One row of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The name of the field, on its first row.
    pub label: String,
    /// What is written.
    pub text: String,
    /// What could be written: a completion behind the cursor, or what an empty field is for.
    pub hint: String,
    /// True in the field where one is.
    pub is_active: bool,
    /// The cell of the cursor.
    pub cursor: Option<u16>,
}

/// Where what is on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The fields.
    pub fields: Area,
    /// What is known of the entry; without rows where there is no room.
    pub live: Area,
    /// The first row of the fields that is seen.
    pub top: usize,
}

/// The cells before the text of a field.
pub const LABEL: u16 = 10;

/// What each field is for.
const HINTS: [(&str, &str); 9] = [
    ("term", "as a dictionary prints it: se solder par qqch"),
    ("pos", "noun verb adj adv prep conj pron det num interj name phrase"),
    ("gender", "m f mf"),
    ("gloss", "what you would write between the lines"),
    ("level", "A1 A2 B1 B2 C1 C2"),
    ("note", "what a gloss cannot say"),
    ("examples", "a sentence with {braces} around what must be found"),
    ("see", "other terms, with commas between them"),
    ("register", "formal informal journalistic"),
];

impl Form {
    /// Fits it to the screen.
    pub fn settle(&mut self, size: Size) {
        self.places = Places { top: self.places.top, ..places(size) };
        let width = self.places.fields.width.saturating_sub(LABEL).max(4);
        self.lines = (0..self.slots.len()).flat_map(|number| self.lines_of(number, width)).collect();
        let height = usize::from(self.places.fields.height.max(1));
        let active = |line: &Line| line.is_active;
        let first = self.lines.iter().position(active).unwrap_or(0);
        let last = self.lines.iter().rposition(active).unwrap_or(0);
        let cursor = self.lines.iter().position(|line| line.cursor.is_some()).unwrap_or(first);
        let top = self.places.top.min(first).max((last + 1).saturating_sub(height));
        let top = top.min(cursor).max((cursor + 1).saturating_sub(height));
        self.places.top = top.min(self.lines.len().saturating_sub(height));
    }

    fn lines_of(&self, number: usize, width: u16) -> Vec<Line> {
        let slot = &self.slots[number];
        let is_active = number == self.at && self.conflict.is_none();
        let rows = slot.field.rows(width);
        let last = rows.len() - 1;
        let is_empty = rows.iter().all(|row| row.text.is_empty());
        let line = |(number, row): (usize, super::field::Row)| Line {
            label: if number == 0 { slot.label.clone() } else { String::new() },
            text: row.text,
            hint: match (is_empty, is_active && number == last) {
                (true, _) => self.hint(slot.key),
                (false, true) => self.ghost().unwrap_or_default(),
                (false, false) => String::new(),
            },
            is_active,
            cursor: row.cursor.filter(|_| is_active),
        };
        rows.into_iter().enumerate().map(line).collect()
    }

    fn hint(&self, key: &str) -> String {
        let usual = self.live.wordbook().filter(|_| key == "topic" || key == "register");
        let known = HINTS.iter().find(|(other, _)| *other == key).map_or("", |(_, hint)| hint);
        usual.map_or_else(|| known.to_owned(), |book| book.usual(key))
    }

    /// The title of the screen.
    #[must_use]
    pub fn title(&self) -> &'static str {
        match self.purpose {
            Purpose::New => "New entry",
            Purpose::Edit { .. } => "Entry",
            Purpose::Copy => "Your own copy of a built-in entry",
        }
    }

    /// What is known of the entry, in rows of `width` cells, at most `height`.
    #[must_use]
    pub fn live_rows(&self, width: u16, height: u16) -> Vec<Vec<Run>> {
        let mut rows: Vec<Vec<Run>> = Vec::new();
        for (severity, text) in &self.live.findings {
            let mark = match severity {
                Severity::Error => "error  ",
                Severity::Warning => "warning  ",
                Severity::Hint => "hint  ",
            };
            rows.extend(Runs::of(mark, Role::Emphasis).and(text, Role::Answer).wrapped(width, 2));
        }
        for rival in &self.live.rivals {
            rows.extend(Runs::of(rival, Role::Label).wrapped(width, 2));
        }
        if self.live.is_stale() {
            rows.push(Runs::of("…", Role::Label).on_one_row(width));
        } else if self.live.findings.iter().all(|(severity, _)| *severity != Severity::Error) {
            rows.extend(self.found_rows(width, usize::from(height).saturating_sub(rows.len())));
        }
        rows.truncate(height.into());
        rows
    }

    /// Where it is found, in at most `height` rows.
    fn found_rows(&self, width: u16, height: usize) -> Vec<Vec<Run>> {
        let (here, library) = (&self.live.here, &self.live.library);
        let mut rows = vec![heading(here, "in this article").on_one_row(width)];
        let mut below = vec![heading(library, &in_articles(library)).on_one_row(width)];
        let sentences = |found: &Found, room: usize| -> Vec<Vec<Run>> {
            let each = found.sentences.iter().map(|runs| runs.wrapped(width.saturating_sub(2).max(2), 0));
            let all: Vec<Vec<Run>> = each.flat_map(|rows| rows.into_iter().take(3)).collect();
            all.into_iter().take(room).map(indented).collect()
        };
        let room = height.saturating_sub(2);
        let more = sentences(library, room);
        let kept = if more.is_empty() { 0 } else { more.len().min(room / 2) };
        rows.extend(sentences(here, room - kept));
        below.extend(more.into_iter().take(room.saturating_sub(rows.len() - 1)));
        rows.extend(below);
        rows
    }
}

fn indented(mut row: Vec<Run>) -> Vec<Run> {
    row.insert(0, Run { text: "  ".into(), role: Role::Text });
    row
}

/// How often it was found: `3 times in this article`.
fn heading(found: &Found, place: &str) -> Runs {
    let more = if found.is_whole { "" } else { " …" };
    let times = match found.count {
        0 if found.is_whole => "nowhere".to_owned(),
        0 => "not yet".to_owned(),
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => format!("{count} times"),
    };
    Runs::of("found  ", Role::Label).and(&format!("{times} {place}{more}"), Role::Answer)
}

fn in_articles(found: &Found) -> String {
    match found.articles {
        0 => "in the rest of the library".into(),
        1 => "in another article".into(),
        count => format!("in {count} other articles"),
    }
}

/// Beside each other where the screen is wide, else below.
fn places(size: Size) -> Places {
    const WIDE: u16 = 100;
    let side = if size.width >= 24 { 3 } else { 0 };
    let top = if size.height >= 8 { 2 } else { 1.min(size.height) };
    let bottom = size.height.saturating_sub(if size.height >= 8 { 2 } else { 1 }).max(top);
    let whole =
        Area { x: side, y: top, width: size.width - 2 * side.min(size.width / 2), height: bottom - top };
    if size.width >= WIDE {
        let width = (whole.width * 11 / 20).min(72);
        let x = whole.x + width + 4;
        let live = Area { x, width: (whole.x + whole.width - x).min(72), ..whole };
        return Places { fields: Area { width, ..whole }, live, top: 0 };
    }
    let rows = if whole.height >= 10 { whole.height * 2 / 5 } else { 0 };
    let fields = Area { height: whole.height - rows, ..whole };
    let live = Area { y: fields.y + fields.height + 1, height: rows.saturating_sub(1), ..whole };
    Places { fields, live, top: 0 }
}
