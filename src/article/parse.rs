//! Reads an article: our own format, or plain text as it is pasted from a web page.
//!
//! Knows no file and no encoding. Nothing that a person wrote makes it fail: what cannot be meant is
//! told, and the text still reads. Time grows with the text and no faster.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Article, Block, BlockKind};
use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::text::span::Span;

/// The line before and after what is said about an article.
pub(super) const FENCE: &str = "+++";
/// The keys between the fences.
const KEYS: [&str; 5] = ["title", "source", "date", "level", "topic"];
/// A line longer than this, in bytes, was not broken to fit a screen: it is a whole paragraph.
const WRAPPED: usize = 160;
/// The longest text in capitals that is still a heading, in bytes.
const LONGEST_HEADING: usize = 200;

/// The front matter alone, as the beginning of `text`; all of it where there is none.
///
/// Read by itself it tells the headline and the date of an article, in less time than the whole.
#[must_use]
pub fn front_matter(text: &str) -> &str {
    let closed = text.strip_prefix("+++\n").and_then(|rest| rest.find("\n+++\n"));
    closed.map_or(text, |at| &text[..at + "+++\n".len() + "\n+++\n".len()])
}

/// Reads `source`: the article, and everything that is wrong with it, in order of place.
#[must_use]
pub fn parse(source: &str) -> (Article, Vec<Diagnostic>) {
    let lines: Vec<Line<'_>> = lines(source).collect();
    let mut reader = Reader { source, article: Article::default(), diagnostics: Vec::new() };
    let first = lines.iter().position(|line| !line.is_blank()).unwrap_or(lines.len());
    let (_, lines) = lines.split_at(first);
    let body = reader.front_matter(lines);
    reader.body(body);
    reader.diagnostics.sort_by_key(|found| found.span);
    (reader.article, reader.diagnostics)
}

/// A line without its ending and the blanks around it.
#[derive(Clone, Copy)]
struct Line<'s> {
    text: &'s str,
    start: usize,
}

impl Line<'_> {
    fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    fn span(&self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }
}

/// The lines of `source`, ended by `\n`, `\r\n` or `\r`.
fn lines(source: &str) -> impl Iterator<Item = Line<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = source.get(at..).filter(|rest| !rest.is_empty())?;
        let end = rest.bytes().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let text = rest[..end].trim_start_matches(is_blank);
        let line = Line { text: text.trim_end_matches(is_blank), start: at + end - text.len() };
        at += end + if rest[end..].starts_with("\r\n") { 2 } else { 1 };
        Some(line)
    })
}

/// Blanks, and what is not seen at all.
pub(super) fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{feff}' | '\u{200b}')
}

/// What a line is by its first characters.
enum Mark<'s> {
    Heading(&'s str),
    Translation(&'s str),
    Text(&'s str),
}

fn mark(line: &str) -> Mark<'_> {
    if let Some(text) = heading(line) {
        Mark::Heading(text)
    } else if let Some(text) = line.strip_prefix('>') {
        Mark::Translation(text.trim_start_matches(is_blank))
    } else {
        Mark::Text(line)
    }
}

/// The text of a line `## Intertitre`.
fn heading(line: &str) -> Option<&str> {
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    let is_heading = (1..=6).contains(&level) && (text.is_empty() || text.starts_with(is_blank));
    is_heading.then(|| text.trim_start_matches(is_blank))
}

/// True of a paragraph's first line that would be read as something else.
pub(super) fn must_be_escaped(text: &str) -> bool {
    text == FENCE || !matches!(mark(text), Mark::Text(_)) || unescaped(text) != text
}

/// A line without the `\` that keeps its first character from meaning something.
fn unescaped(line: &str) -> &str {
    match line.strip_prefix('\\') {
        Some(text) if text.starts_with(['#', '>', '+', '\\']) => text,
        _ => line,
    }
}

/// True of a text that is a heading though nothing says so: short, mostly capitals, no full stop.
///
/// *LES ÉTATS-UNIS NE VEULENT PAS DE "CANAUX DÉTOURNÉS*
pub(super) fn is_headline(text: &str) -> bool {
    if text.len() > LONGEST_HEADING || text.ends_with(['.', '…', ',', ';', ':']) {
        return false;
    }
    let capitals = text.chars().filter(|character| character.is_uppercase()).count();
    let small = text.chars().filter(|character| character.is_lowercase()).count();
    capitals >= 3 && capitals >= 4 * small
}

/// The text being read and what was found so far.
struct Reader<'s> {
    source: &'s str,
    article: Article,
    diagnostics: Vec<Diagnostic>,
}

impl<'s> Reader<'s> {
    /// Reads what stands between the fences, if there are any: the lines after them.
    fn front_matter<'l>(&mut self, lines: &'l [Line<'s>]) -> &'l [Line<'s>] {
        let Some((fence, rest)) = lines.split_first().filter(|(line, _)| line.text == FENCE) else {
            return lines;
        };
        let closing = rest.iter().position(|line| line.text == FENCE);
        let end = closing.unwrap_or_else(|| {
            let finding = Diagnostic::error("front-matter", fence.span(), "the front matter is not closed");
            self.diagnostics.push(finding.with_help("end it with a line `+++`"));
            rest.iter().position(Line::is_blank).unwrap_or(rest.len())
        });
        let from = fence.span().end;
        let to = rest.get(end).map_or(self.source.len(), |line| line.start);
        self.keys(from, &self.source[from..to]);
        rest.get(end + usize::from(closing.is_some())..).unwrap_or(&[])
    }

    /// Reads `front`, which stands at `at`.
    fn keys(&mut self, at: usize, front: &str) {
        let (table, errors) = DeTable::parse_recoverable(front);
        for error in errors {
            let span = Span::from(error.span().unwrap_or(0..0)).shifted(at);
            self.diagnostics.push(Diagnostic::error("front-matter", span, error.message()));
        }
        for (key, value) in table.get_ref() {
            self.key(at, key, value);
        }
    }

    fn key(&mut self, at: usize, key: &Spanned<std::borrow::Cow<'_, str>>, value: &Spanned<DeValue<'_>>) {
        let span = Span::from(key.span()).shifted(at);
        let slot = match key.get_ref().as_ref() {
            "title" => &mut self.article.title,
            "source" => &mut self.article.source,
            "date" => &mut self.article.date,
            "level" => &mut self.article.level,
            "topic" => &mut self.article.topic,
            unknown => {
                let message = format!("an article has no key `{unknown}`");
                let finding = Diagnostic::warning("unknown-key", span, message);
                self.diagnostics.push(match did_you_mean(unknown, KEYS) {
                    Some(meant) => finding.labelled(format!("did you mean `{meant}`?")),
                    None => finding.with_help(format!("the keys are: {}", KEYS.join(" "))),
                });
                return;
            }
        };
        match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => {}
            DeValue::String(text) => *slot = Some(text.trim().to_owned()),
            // A day that there is not has been told, and is empty.
            DeValue::Datetime(date) if key.get_ref() == "date" => {
                *slot = Some(date.to_string()).filter(|day| !day.is_empty());
            }
            other => {
                let span = Span::from(value.span()).shifted(at);
                let message = format!("`{}` is a text in quotes, not {}", key.get_ref(), other.type_str());
                self.diagnostics.push(Diagnostic::error("wrong-type", span, message));
            }
        }
    }

    /// Reads headings, paragraphs and translations.
    fn body(&mut self, lines: &[Line<'s>]) {
        let text = lines.len() - lines.iter().rev().take_while(|line| line.is_blank()).count();
        let lines = &lines[..text];
        let has_blank = lines.iter().any(Line::is_blank);
        let is_wrapped = has_blank || lines.iter().all(|line| line.text.len() <= WRAPPED);
        let mut paragraph: Vec<Line<'s>> = Vec::new();
        for line in lines {
            match mark(line.text) {
                Mark::Heading(text) => {
                    self.paragraph(&mut paragraph);
                    let start = line.span().end - text.len();
                    self.block(BlockKind::Heading, text.to_owned(), Span::new(start, line.span().end));
                }
                Mark::Translation(text) => {
                    self.paragraph(&mut paragraph);
                    self.translation(text, *line);
                }
                Mark::Text("") => self.paragraph(&mut paragraph),
                Mark::Text(_) => {
                    paragraph.push(*line);
                    if !is_wrapped {
                        self.paragraph(&mut paragraph);
                    }
                }
            }
        }
        self.paragraph(&mut paragraph);
    }

    /// Ends a paragraph: it is a heading, or begins with one, or is just that.
    fn paragraph(&mut self, lines: &mut Vec<Line<'s>>) {
        let rest = match lines.as_slice() {
            [] => return,
            [title, next, ..]
                if is_headline(&joined(&[*title]))
                    && !is_headline(&joined(lines))
                    && next.text.starts_with(char::is_uppercase) =>
            {
                self.block(BlockKind::Heading, joined(&lines[..1]), title.span());
                &lines[1..]
            }
            all => all,
        };
        let text = joined(rest);
        self.block(BlockKind::Paragraph, text, Span::new(rest[0].start, rest[rest.len() - 1].span().end));
        lines.clear();
    }

    /// Adds a block, unless it is empty; a paragraph that looks like a headline is a heading.
    fn block(&mut self, kind: BlockKind, text: String, span: Span) {
        if !text.is_empty() {
            let kind = if is_headline(&text) { BlockKind::Heading } else { kind };
            self.article.blocks.push(Block { kind, text, translation: None, span });
        }
    }

    /// Puts one line of English to the block before it.
    fn translation(&mut self, text: &str, line: Line<'s>) {
        let Some(block) = self.article.blocks.last_mut() else {
            let message = "a translation stands after its paragraph, and there is none before this one";
            let finding = Diagnostic::warning("lone-translation", line.span(), message);
            self.diagnostics.push(finding.with_help("it is read as a paragraph"));
            let span = Span::new(line.span().end - text.len(), line.span().end);
            self.block(BlockKind::Paragraph, text.to_owned(), span);
            return;
        };
        match &mut block.translation {
            _ if text.is_empty() => {}
            Some(before) => {
                before.push(' ');
                before.push_str(text);
            }
            none => *none = Some(text.to_owned()),
        }
    }
}

/// The lines of one paragraph, on one line.
fn joined(lines: &[Line<'_>]) -> String {
    let mut text = String::with_capacity(lines.iter().map(|line| line.text.len() + 1).sum());
    for (number, line) in lines.iter().enumerate() {
        if number > 0 {
            text.push(' ');
        }
        text.push_str(if number == 0 { unescaped(line.text) } else { line.text });
    }
    text
}
