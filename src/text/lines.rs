//! The lines of a text: from a byte to its line and column, and back.

/// Where the lines of one text begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    /// Byte offset of the first byte of each line; sorted, never empty.
    starts: Vec<usize>,
}

/// A place as people count: the first line and the first column are 1; a column is a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
}

impl Lines {
    /// Finds the lines of `text`. A line ends with `\n`; a `\r` before it belongs to the ending.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let after = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { starts: std::iter::once(0).chain(after).collect() }
    }

    /// The line (from 1) that holds the byte at `offset`; past the end, the last line.
    #[must_use]
    pub fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    /// Line and column of the byte at `offset` in `text`, the text the lines were made from.
    #[must_use]
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let line = self.line(offset);
        let start = self.starts[line - 1];
        let column = text[start..offset.min(text.len())].chars().count() + 1;
        Position { line, column }
    }

    /// The byte at which `line` (from 1) begins, if there is such a line.
    #[must_use]
    pub fn start(&self, line: usize) -> Option<usize> {
        self.starts.get(line.checked_sub(1)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_counts_characters() {
        let text = "l'été\nà l'est\n";
        let lines = Lines::new(text);
        assert_eq!(lines.position(text, text.find("l'est").unwrap()), Position { line: 2, column: 3 });
        assert_eq!(lines.line(text.len()), 3);
        assert_eq!(lines.start(2), Some(8));
        assert_eq!(lines.start(9), None);
    }
}
