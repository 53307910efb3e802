//! An article for a person and a screen reader: plain lines, numbers in the text, and under each
//! paragraph what they stand for.
//!
//! Knows no terminal, and writes no control code: what the article has of them is shown.

use std::borrow::Cow;
use std::io::{self, Write};

use rustc_hash::{FxHashMap, FxHashSet};
use unicode_width::UnicodeWidthStr;

use super::{false_friend, gloss, label, note, shown_by_end};
use crate::annotate::{Annotated, EntryId};
use crate::annotate::{Matcher, annotate};
use crate::article::Article;
use crate::study::Threshold;
use crate::text::span::Span;
use crate::text::visible::visible;

/// How the article is set.
#[derive(Clone, Copy, Debug, Default)]
pub struct Setting {
    /// Which glosses.
    pub threshold: Threshold,
    /// The cells of a line; without it, each paragraph is one line.
    pub width: Option<usize>,
}

/// Writes `article` with its glosses, block by block.
///
/// # Errors
/// Those of `out`.
pub fn write(out: &mut impl Write, article: &Article, matcher: &Matcher, setting: Setting) -> io::Result<()> {
    let mut notes = Notes { matcher, setting, last: 0, told: FxHashSet::default() };
    head(out, article, setting)?;
    for (number, block) in article.blocks.iter().enumerate() {
        if number > 0 || article.title.is_some() {
            out.write_all(b"\n")?;
        }
        let annotated = annotate(&block.text, matcher, article.topic.as_deref());
        let (text, list) = notes.block(&block.text, &annotated);
        line(out, &text, setting, "")?;
        if !list.is_empty() {
            out.write_all(b"\n")?;
        }
        for gloss in list {
            line(out, &gloss, setting, "    ")?;
        }
    }
    Ok(())
}

/// The headline, and under it what else is known of the article.
fn head(out: &mut impl Write, article: &Article, setting: Setting) -> io::Result<()> {
    let Some(title) = &article.title else { return Ok(()) };
    line(out, title, setting, "")?;
    let about = [&article.source, &article.date, &article.level];
    let about: Vec<&str> = about.into_iter().filter_map(Option::as_deref).collect();
    if about.is_empty() { Ok(()) } else { line(out, &about.join(" · "), setting, "") }
}

/// The numbers given so far.
struct Notes<'m> {
    matcher: &'m Matcher,
    setting: Setting,
    last: usize,
    /// The senses whose note has been given.
    told: FxHashSet<(EntryId, usize)>,
}

impl Notes<'_> {
    /// The block's text with its numbers, and what they stand for. A number goes on from the last
    /// block's; what stands twice in a block has one.
    fn block(&mut self, text: &str, annotated: &Annotated) -> (String, Vec<String>) {
        let mut numbers: FxHashMap<(EntryId, usize), usize> = FxHashMap::default();
        let mut places: Vec<(usize, usize)> = Vec::new();
        let mut list = Vec::new();
        for annotation in shown_by_end(&annotated.annotations, self.matcher, self.setting.threshold) {
            let Some(last) = annotation.spans.last() else { continue };
            let key = (annotation.entry, annotation.sense);
            let number = *numbers.entry(key).or_insert(self.last + 1);
            if number > self.last {
                self.last = number;
                list.push(self.gloss(number, annotation.entry, annotation.sense));
            }
            places.push((end_of_word(text, *last), number));
        }
        // Two that end with the same word: *l’état* and *en l’état d’*.
        places.sort_unstable();
        (numbered(text, &places), list)
    }

    /// `3 cessez-le-feu (n. m.): ceasefire. Invariable.`
    fn gloss(&mut self, number: usize, id: EntryId, sense: usize) -> String {
        let entry = self.matcher.entry(id);
        let first = format!("{number} {} ({}): {}", entry.term, label(entry), gloss(entry, sense));
        let first = first + &false_friend(entry, sense);
        match note(entry, sense).filter(|_| self.told.insert((id, sense))) {
            Some(note) => format!("{first}. {note}"),
            None => first,
        }
    }
}

/// Where the number of what stands at `span` goes: after *le biais* in *par le biais d’amis*, and not
/// inside *a-t-il*.
fn end_of_word(text: &str, span: Span) -> usize {
    let (own, rest) = (span.of(text), &text[span.end..]);
    let is_elided = own.ends_with(['\'', '’']);
    if let Some((before, _)) = own.rsplit_once(char::is_whitespace).filter(|_| is_elided) {
        return span.start + before.trim_end().len();
    }
    if !is_elided && !rest.starts_with(['-', '\u{2011}']) {
        return span.end;
    }
    let is_inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\u{2011}' | '\'' | '’');
    span.end + rest.find(|c| !is_inside(c)).unwrap_or(rest.len())
}

/// `text` with each number after its place, on the same line.
fn numbered(text: &str, places: &[(usize, usize)]) -> String {
    let mut out = String::with_capacity(text.len() + places.len() * 6);
    let mut done = 0;
    for (place, number) in places {
        out.push_str(&text[done..*place]);
        out.push_str(&format!(" [{number}]"));
        done = *place;
    }
    out + &text[done..]
}

/// Writes `text` on a line, or on as many as the width asks for; all but the first are indented.
fn line(out: &mut impl Write, text: &str, setting: Setting, indent: &str) -> io::Result<()> {
    let text: Cow<'_, str> = visible(text);
    let Some(width) = setting.width else { return writeln!(out, "{text}") };
    let mut used = 0;
    for (piece, cells) in pieces(&text) {
        if used > 0 && used + 1 + cells > width {
            out.write_all(b"\n")?;
            out.write_all(indent.as_bytes())?;
            used = indent.len();
        } else if used > 0 {
            out.write_all(b" ")?;
            used += 1;
        }
        out.write_all(piece.as_bytes())?;
        used += cells;
    }
    out.write_all(b"\n")
}

/// What stands between the spaces at which a line may end, with its cells.
fn pieces(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let ends = text.match_indices(' ').map(|(at, _)| at).filter(|at| may_end_line(text, *at));
    let mut start = 0;
    ends.chain([text.len()]).map(move |end| {
        let piece = &text[start..end];
        start = (end + 1).min(text.len());
        (piece, piece.width())
    })
}

/// False of the plain spaces that French does not break at, and of the one before a number.
fn may_end_line(text: &str, at: usize) -> bool {
    let rest = &text[at + 1..];
    let is_before_mark = rest.starts_with([';', ':', '!', '?', '»', '%', '€']);
    let is_before_number = rest.starts_with('[') && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    !(is_before_mark || is_before_number || text[..at].ends_with('«'))
}
