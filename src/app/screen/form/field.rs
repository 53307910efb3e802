//! One field of a form: what is typed into it, and the rows it takes.
//!
//! Knows keys and cells, not what the field is for.

use ratatui_textarea::{CursorMove, Input, Key as Typed, TextArea};

use crate::app::keymap::{Chord, Key};
use crate::page::glyph::glyphs;
use crate::text::span::Span;

/// A text that a person writes.
#[derive(Clone, Debug)]
pub struct Field {
    area: TextArea<'static>,
    before: String,
}

/// One row of a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What is seen, with nothing in it that a terminal would obey.
    pub text: String,
    /// The cell in which the cursor is, if it is on this row.
    pub cursor: Option<u16>,
}

impl Field {
    /// A field with this text in it, the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, before: text.to_owned() }
    }

    /// What is written.
    #[must_use]
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// True when it is not what was there first.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.text() != self.before
    }

    /// True when the cursor is behind the last letter.
    #[must_use]
    pub fn is_at_end(&self) -> bool {
        let lines = self.area.lines();
        let (line, column) = self.cursor();
        line + 1 == lines.len() && column == lines[line].chars().count()
    }

    /// Writes `text` instead of what is there; it can be taken back.
    pub fn replace(&mut self, text: &str) {
        self.area.select_all();
        self.area.cut();
        self.insert(text);
    }

    /// Takes what was typed or pasted, without commands.
    pub fn insert(&mut self, text: &str) {
        const LONGEST: usize = 4000;
        let plain = |c: char| if c == '\t' || c == '\r' { ' ' } else { c };
        let text: String =
            text.chars().map(plain).filter(|c| *c == '\n' || !c.is_control()).take(LONGEST).collect();
        self.area.insert_str(text);
    }

    /// Does what `chord` does to a text; false when it does nothing to one.
    pub fn edit(&mut self, chord: Chord) -> bool {
        if chord.typed().is_some_and(char::is_control) {
            return false;
        }
        let before = (self.text(), self.cursor());
        self.area.input(input(chord));
        before != (self.text(), self.cursor())
    }

    /// It in rows of `width` cells.
    #[must_use]
    pub fn rows(&self, width: u16) -> Vec<Row> {
        let (line, column) = self.cursor();
        let numbered = self.area.lines().iter().enumerate();
        numbered
            .flat_map(|(number, text)| {
                let cursor = (number == line).then(|| byte(text, column));
                rows(text, cursor, width.max(2))
            })
            .collect()
    }

    fn cursor(&self) -> (usize, usize) {
        let cursor = self.area.cursor();
        (cursor.0, cursor.1)
    }
}

/// The byte before which the character numbered `column` begins.
fn byte(text: &str, column: usize) -> usize {
    text.char_indices().nth(column).map_or(text.len(), |(at, _)| at)
}

/// A line in rows, broken after a blank where there is one. The cursor, before the byte `cursor`,
/// always has a cell.
fn rows(text: &str, cursor: Option<usize>, width: u16) -> Vec<Row> {
    let mut starts = vec![0];
    let (mut cells, mut blank) = (0, None);
    for glyph in glyphs(text, Span::new(0, text.len())) {
        if cells + glyph.width > width.saturating_sub(1) {
            let start = blank.take().filter(|at| *at > starts[starts.len() - 1]).unwrap_or(glyph.span.start);
            cells = width_of(text, Span::new(start, glyph.span.start));
            starts.push(start);
        }
        cells += glyph.width;
        if glyph.shown == " " {
            blank = Some(glyph.span.end);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let last = starts.len() - 1;
    let row = |(number, (start, end)): (usize, (&usize, usize))| {
        let span = Span::new(*start, end);
        let is_here = |at: &usize| *start <= *at && (*at < end || number == last);
        Row {
            text: glyphs(text, span).map(|glyph| glyph.shown.into_owned()).collect(),
            cursor: cursor.filter(is_here).map(|at| width_of(text, Span::new(*start, at))),
        }
    };
    starts.iter().zip(ends).enumerate().map(row).collect()
}

fn width_of(text: &str, span: Span) -> u16 {
    glyphs(text, span).map(|glyph| glyph.width).sum()
}

fn input(chord: Chord) -> Input {
    let key = match chord.key {
        Key::Char(character) => Typed::Char(character),
        Key::F(number) => Typed::F(number),
        Key::Up => Typed::Up,
        Key::Down => Typed::Down,
        Key::Left => Typed::Left,
        Key::Right => Typed::Right,
        Key::Home => Typed::Home,
        Key::End => Typed::End,
        Key::PageUp | Key::PageDown | Key::Esc | Key::Tab => Typed::Null,
        Key::Enter => Typed::Enter,
        Key::Backspace => Typed::Backspace,
        Key::Delete => Typed::Delete,
    };
    Input { key, ctrl: chord.ctrl, alt: chord.alt, shift: chord.shift }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_broken_and_the_cursor_is_always_seen() {
        let mut field = Field::new("La visite s’est soldée par un échec.");
        let shown = |field: &Field| {
            let rows = field.rows(12);
            rows.iter().map(|row| format!("{}|{:?}", row.text, row.cursor)).collect::<Vec<_>>().join("\n")
        };
        assert_eq!(shown(&field), "La visite |None\ns’est |None\nsoldée par |None\nun échec.|Some(9)");
        assert!(field.edit(Chord::plain(Key::Char(' '))));
        assert!(field.edit(Chord::plain(Key::Home)));
        assert_eq!(field.rows(12)[0].cursor, Some(0));
        assert!(field.is_changed() && !field.is_at_end());
        field.insert("\u{1b}[2J\r\n");
        assert_eq!(field.text().lines().next(), Some("[2J "));
        assert!(Field::new("").rows(5) == [Row { text: String::new(), cursor: Some(0) }]);
        assert!(Field::new(&"é".repeat(100)).rows(8).iter().all(|row| row.text.chars().count() <= 8));
    }
}
