//! Short texts in several roles: a gloss in the margin, a line of help.
//!
//! Knows no colours: a [`Role`] says what a piece of text is, not what it looks like.

use unicode_width::UnicodeWidthStr;

use super::{Setting, lay_out};
use crate::text::span::Span;
use crate::text::visible::visible;

/// What a piece of text is, to the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The paragraph being read.
    Text,
    /// A paragraph not being read.
    Quiet,
    /// An *intertitre*.
    Heading,
    /// The bar beside the paragraph being read.
    Bar,
    /// The headline, and the title of a screen.
    Title,
    /// Where one is.
    Place,
    /// In the text: a word with a gloss.
    Word,
    /// In the text: several words with a gloss.
    Expression,
    /// In the text: a name with a gloss.
    Name,
    /// What is selected, in the text or beside it.
    Selected,
    /// What was searched for.
    Hit,
    /// The place where the search stands.
    CurrentHit,
    /// The headword of an entry.
    Headword,
    /// `n.m.`, `v.`
    Grammar,
    /// The English of an entry.
    Gloss,
    /// What a gloss cannot say.
    Note,
    /// The English of a paragraph.
    Translation,
    /// A line between two parts of the screen.
    Rule,
    /// A key to press.
    Key,
    /// What stands beside a key, and above a column.
    Label,
    /// What an example is an example of.
    Emphasis,
    /// What the program says of a term or of an entry.
    Answer,
    /// What the program has to say.
    Message,
}

impl Role {
    /// How many roles there are.
    pub const COUNT: usize = Self::Message as usize + 1;
}

/// A piece of text in one role, with nothing in it that a terminal would obey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What is written.
    pub text: String,
    /// What it is.
    pub role: Role,
}

/// One text in several roles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Runs {
    text: String,
    roles: Vec<(usize, Role)>,
}

impl Runs {
    /// A text in one role.
    #[must_use]
    pub fn of(text: &str, role: Role) -> Self {
        Self::default().and(text, role)
    }

    /// The same, with `text` after it.
    #[must_use]
    pub fn and(mut self, text: &str, role: Role) -> Self {
        self.text += &visible(text);
        self.roles.push((self.text.len(), role));
        self
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its cells on one row.
    #[must_use]
    pub fn width(&self) -> u16 {
        u16::try_from(self.text.width()).unwrap_or(u16::MAX)
    }

    /// On one row, cut with `…` where it is wider than `width`.
    #[must_use]
    pub fn on_one_row(&self, width: u16) -> Vec<Run> {
        if self.width() <= width {
            return self.slice(Span::new(0, self.text.len()));
        }
        let mut runs = self.slice(Span::new(0, self.cut(width.saturating_sub(1))));
        let role = runs.last().map_or(Role::Text, |run| run.role);
        runs.push(Run { text: "…".into(), role });
        runs
    }

    /// On one row with fewer renderings, where all of them are wider than `width`: `loan; credit …`.
    ///
    /// None where the text fits, and where not even its first rendering does.
    #[must_use]
    pub fn in_brief(&self, width: u16) -> Option<Vec<Run>> {
        const MORE: &str = " …";
        let start = self.roles.iter().rev().nth(1)?.0;
        let is_whole = |end: &usize| {
            let said = &self.text[..*end];
            said.matches('(').count() == said.matches(')').count()
        };
        let ends = self.text[start..].match_indices(['(', ';']).map(|(at, _)| start + at);
        let ends = ends.map(|end| self.text[..end].trim_end().len()).filter(|end| *end > start);
        let fits = |end: &usize| self.text[..*end].width() + MORE.width() <= usize::from(width);
        let end = ends.filter(is_whole).rfind(fits).filter(|_| self.width() > width)?;
        let mut runs = self.slice(Span::new(0, end));
        runs.push(Run { text: MORE.into(), role: Role::Grammar });
        Some(runs)
    }

    /// On one row; where it is wider than `width`, only what its last run says: a gloss without its
    /// headword.
    #[must_use]
    pub fn gist(&self, width: u16) -> Vec<Run> {
        let start = self.roles.iter().rev().nth(1).map_or(0, |(end, _)| *end);
        if self.width() <= width || start == 0 {
            return self.on_one_row(width);
        }
        let role = self.roles.last().map_or(Role::Text, |(_, role)| *role);
        Self::of(&self.text[start..], role).on_one_row(width)
    }

    /// The last byte that fits in `width` cells; before the word it stands in, where that costs little.
    fn cut(&self, width: u16) -> usize {
        const LITTLE: usize = 12;
        let mut cells = 0;
        let glyphs = super::glyph::glyphs(&self.text, Span::new(0, self.text.len()));
        let fitting = glyphs.take_while(|glyph| {
            cells += glyph.width;
            cells <= width
        });
        let fits = &self.text[..fitting.last().map_or(0, |glyph| glyph.span.end)];
        let is_between = self.text[fits.len()..].starts_with(' ');
        let word =
            fits.rfind(' ').filter(|space| !is_between && fits.len() - space <= LITTLE && *space > LITTLE);
        fits[..word.unwrap_or(fits.len())].trim_end_matches([' ', ',', ';', ':', '·']).len()
    }

    /// Wrapped to `width`; every row after the first begins `indent` cells further in.
    #[must_use]
    pub fn wrapped(&self, width: u16, indent: u16) -> Vec<Vec<Run>> {
        let width = width.max(2);
        let indent = if width > indent + 8 { indent } else { 0 };
        let first = lay_out(&self.text, &Setting::plain(width));
        let Some(top) = first.rows.first() else { return Vec::new() };
        let rest = &self.text[top.span.end..];
        let page = lay_out(rest, &Setting::plain(width - indent));
        let below = page.rows.iter().map(|row| row.span.shifted(top.span.end));
        let mut rows = vec![self.row(top.span)];
        rows.extend(below.map(|span| {
            let mut row = self.row(span);
            if indent > 0 {
                row.insert(0, Run { text: " ".repeat(indent.into()), role: Role::Gloss });
            }
            row
        }));
        rows
    }

    /// The runs of one row, without the blanks that hang at its end.
    fn row(&self, span: Span) -> Vec<Run> {
        self.slice(super::wrap::without_hanging(&self.text, span))
    }

    /// The runs of the bytes at `span`.
    fn slice(&self, span: Span) -> Vec<Run> {
        let mut start = 0;
        let mut runs = Vec::new();
        for (end, role) in &self.roles {
            let (from, to) = (span.start.max(start), span.end.min(*end));
            if from < to {
                runs.push(Run { text: self.text[from..to].to_owned(), role: *role });
            }
            start = *end;
        }
        runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(rows: &[Vec<Run>]) -> Vec<String> {
        rows.iter().map(|row| row.iter().map(|run| &*run.text).collect()).collect()
    }

    #[test]
    fn a_long_gloss_hangs() {
        let runs = Runs::of("par le biais de", Role::Headword)
            .and("  ", Role::Gloss)
            .and("prép.", Role::Grammar)
            .and(" · through, via", Role::Gloss);
        assert_eq!(plain(&runs.wrapped(30, 2)), ["par le biais de  prép. ·", "  through, via"]);
        assert_eq!(plain(&[runs.on_one_row(12)]), ["par le biai…"]);
        assert_eq!(runs.wrapped(60, 2)[0].len(), 4);
    }

    #[test]
    fn fewer_renderings_are_a_brief_gloss() {
        let brief = |term: &str, gloss: &str, width| {
            let runs = Runs::of(term, Role::Headword).and("  n.m.", Role::Grammar).and(" · ", Role::Grammar);
            runs.and(gloss, Role::Gloss).in_brief(width).map(|row| plain(&[row]).remove(0))
        };
        assert_eq!(
            brief("crédit", "loan; credit; funding (plural)", 30).unwrap(),
            "crédit  n.m. · loan; credit …"
        );
        assert_eq!(brief("crédit", "loan; credit; funding (plural)", 23).unwrap(), "crédit  n.m. · loan …");
        assert_eq!(
            brief("recouvrement", "collection (of taxes; debts)", 36).unwrap(),
            "recouvrement  n.m. · collection …"
        );
        assert_eq!(brief("crédit", "loan; credit", 27), None, "it fits");
        assert_eq!(brief("crédit", "loan; credit", 18), None, "nothing fits");
        assert_eq!(brief("à (tout) le moins", "at least, to say the least", 30), None);
    }

    #[test]
    fn where_there_is_little_room_the_gloss_comes_first() {
        let runs = Runs::of("courant", Role::Headword).and("  n.m. · ", Role::Grammar);
        let runs = runs.and("current; electricity", Role::Gloss);
        assert_eq!(plain(&[runs.gist(40)]), ["courant  n.m. · current; electricity"]);
        assert_eq!(plain(&[runs.gist(22)]), ["current; electricity"]);
        assert_eq!(plain(&[runs.gist(10)]), ["current…"]);
    }

    #[test]
    fn a_command_in_a_gloss_is_shown() {
        assert_eq!(Runs::of("a\u{1b}c", Role::Gloss).text(), "a␛c");
    }
}
