//! One value more or less in a list, with the comments and the line ends around it left alone.

use super::outline::{line_start, newline, next_line};
use crate::text::edit::Edit;
use crate::text::span::Span;

/// A list of a text: its brackets, and its items.
pub(super) struct List<'s> {
    source: &'s str,
    /// From bracket to bracket.
    whole: Span,
    items: Vec<Span>,
}

impl<'s> List<'s> {
    pub fn new(source: &'s str, whole: Span, items: Vec<Span>) -> Self {
        Self { source, whole, items }
    }

    /// Writes `items` before the one numbered `place`, or after the last.
    pub fn insert(&self, place: usize, items: &[String]) -> Vec<Edit> {
        let insert = |at, text: String| Edit { span: Span::new(at, at), text };
        let Some(before) = place.checked_sub(1).and_then(|before| self.items.get(before)) else {
            return match self.items.first() {
                None => vec![insert(self.whole.start + 1, items.join(", "))],
                Some(first) => {
                    let space = self.space_before(first.start);
                    vec![insert(first.start, items.iter().map(|item| format!("{item},{space}")).collect())]
                }
            };
        };
        let comma = self.comma_after(before.end);
        let after = |lead: &str| items.iter().map(|item| format!("{lead} {item}")).collect::<String>();
        if !self.is_last_on_line(before.end) {
            return vec![insert(before.end, after(","))];
        }
        let (indent, newline) = (self.indent(before.start), newline(self.source));
        let below = next_line(self.source, before.end);
        let lines = items.join(&format!(",{newline}{indent}"));
        match comma {
            Some(comma) if comma < below => vec![insert(below, format!("{indent}{lines},{newline}"))],
            // It stands on a line of its own.
            Some(comma) => vec![insert(comma + 1, format!(" {},", items.join(", ")))],
            None => vec![insert(before.end, ",".into()), insert(below, format!("{indent}{lines}{newline}"))],
        }
    }

    /// Takes the item numbered `place` out.
    pub fn remove(&self, place: usize) -> Vec<Edit> {
        let item = self.items[place];
        let delete = |start, end| Edit { span: Span::new(start, end), text: String::new() };
        let comma = self.comma_after(item.end).filter(|comma| *comma < next_line(self.source, item.end));
        let end = comma.map_or(item.end, |comma| comma + 1);
        let start = line_start(self.source, item.start);
        let below = next_line(self.source, end);
        let is_alone = self.source[start..item.start].trim().is_empty()
            && self.source[end..below].trim().is_empty()
            && self.source[end..below].ends_with('\n')
            && start > self.whole.start;
        if is_alone {
            // A list whose last item has no comma has none afterwards.
            let before = place.checked_sub(1).filter(|_| comma.is_none() && place + 1 == self.items.len());
            let before = before.and_then(|before| self.comma_after(self.items[before].end));
            let mut edits = vec![delete(start, below)];
            edits.extend(before.map(|comma| delete(comma, comma + 1)));
            return edits;
        }
        let previous = place.checked_sub(1).map(|before| self.items[before].end);
        match (comma, previous) {
            (Some(comma), _) => {
                let blanks =
                    self.source[end..].len() - self.source[end..].trim_start_matches([' ', '\t']).len();
                vec![delete(item.start, item.end), delete(comma, end + blanks)]
            }
            (None, Some(previous)) if !self.source[previous..item.start].contains(['#', '\n']) => {
                vec![delete(previous, item.end)]
            }
            (None, _) => vec![delete(item.start, item.end)],
        }
    }

    /// The comma that follows the item ending at `end`, comments and line ends aside.
    fn comma_after(&self, end: usize) -> Option<usize> {
        let mut at = end;
        loop {
            let rest = &self.source[at..self.whole.end];
            let next = at + (rest.len() - rest.trim_start().len());
            match self.source[next..self.whole.end].chars().next()? {
                ',' => return Some(next),
                '#' => at = next_line(self.source, next),
                _ => return None,
            }
        }
    }

    /// True when the line ends after the item that ends at `end`, a comma and a comment aside.
    fn is_last_on_line(&self, end: usize) -> bool {
        let below = next_line(self.source, end);
        let rest = self.source[end..below].trim_start();
        let rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
        below < self.whole.end && (rest.is_empty() || rest.starts_with('#'))
    }

    /// The blanks with which the line of the item at `start` begins.
    fn indent(&self, start: usize) -> &'s str {
        let line = &self.source[line_start(self.source, start)..start];
        &line[..line.len() - line.trim_start().len()]
    }

    /// What stands between an item and the one before it: a space, or a line end and blanks.
    fn space_before(&self, start: usize) -> String {
        let line = &self.source[line_start(self.source, start)..start];
        let is_alone = line.trim().is_empty() && line_start(self.source, start) > self.whole.start;
        if is_alone { format!("{}{line}", newline(self.source)) } else { " ".into() }
    }
}

/// The edits that make a list say `new` where it says `old`.
pub(super) fn difference(
    list: &List<'_>,
    old: &[&str],
    new: &[String],
    quoted: impl Fn(&str, Span) -> String,
) -> Vec<Edit> {
    let same = |(old, new): &(&&str, &String)| ***old == ***new;
    let first = old.iter().zip(new).take_while(same).count();
    let (old_rest, new_rest) = (&old[first..], &new[first..]);
    let last = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(same).count();
    let (old_end, new_end) = (old.len() - last, new.len() - last);
    let both = (old_end - first).min(new_end - first);
    let mut edits: Vec<Edit> = (first..first + both)
        .map(|at| Edit { span: list.items[at], text: quoted(&new[at], list.items[at]) })
        .collect();
    edits.extend((first + both..old_end).flat_map(|at| list.remove(at)));
    let more: Vec<String> = new[first + both..new_end].iter().map(|text| quoted(text, list.whole)).collect();
    if !more.is_empty() {
        edits.extend(list.insert(first + both, &more));
    }
    edits
}
