//! An article as a page of the web that stands alone: no script, no picture, no other file.
//!
//! A glossed word is a link to its gloss, which says it to a screen reader too; at wide widths the
//! glosses stand in the margin. Everything from outside is escaped.

use std::fmt;
use std::io::{self, Write};

use super::{false_friend, gloss, label, note, shown_by_end};
use crate::annotate::{Annotated, Annotation};
use crate::annotate::{Matcher, annotate};
use crate::article::{Article, Block, BlockKind};
use crate::study::Threshold;
use crate::text::span::Span;
use crate::text::visible::mark;

/// The look of the page.
const STYLE: &str = include_str!("page.css");

/// Writes `article` as a page, with the glosses that `threshold` shows.
///
/// # Errors
/// Those of `out`.
pub fn write(
    out: &mut impl Write,
    article: &Article,
    matcher: &Matcher,
    threshold: Threshold,
) -> io::Result<()> {
    head(out, article)?;
    let mut notes = Notes { matcher, threshold, last: 0 };
    for block in &article.blocks {
        notes.block(out, block, &annotate(&block.text, matcher, article.topic.as_deref()))?;
    }
    out.write_all(b"</article>\n</main>\n</body>\n</html>\n")
}

fn head(out: &mut impl Write, article: &Article) -> io::Result<()> {
    let title = article.title.as_deref().unwrap_or("Article");
    writeln!(out, "<!doctype html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<meta name=\"generator\" content=\"glose\">")?;
    writeln!(out, "<title>{}</title>\n<style>\n{STYLE}</style>\n</head>", Escaped(title))?;
    writeln!(out, "<body>\n<main>\n<article>")?;
    if article.title.is_some() {
        writeln!(out, "<h1>{}</h1>", Escaped(title))?;
    }
    let about = [&article.source, &article.date, &article.level];
    let about: Vec<&str> = about.into_iter().filter_map(Option::as_deref).collect();
    if !about.is_empty() {
        writeln!(out, "<p class=\"about\">{}</p>", Escaped(&about.join(" · ")))?;
    }
    Ok(())
}

/// The numbers given so far.
struct Notes<'m> {
    matcher: &'m Matcher,
    threshold: Threshold,
    last: usize,
}

impl Notes<'_> {
    /// A heading or paragraph beside its glosses, with its translation folded away below.
    fn block(&mut self, out: &mut impl Write, block: &Block, annotated: &Annotated) -> io::Result<()> {
        let annotations = shown_by_end(&annotated.annotations, self.matcher, self.threshold);
        let element = match block.kind {
            BlockKind::Heading => "h2",
            BlockKind::Paragraph => "p",
        };
        write!(out, "<section>\n<div class=\"text\">\n<{element}>")?;
        self.text(out, &block.text, &annotations)?;
        writeln!(out, "</{element}>")?;
        if let Some(translation) = &block.translation {
            writeln!(
                out,
                "<details lang=\"en\"><summary>Translation</summary><p>{}</p></details>",
                Escaped(translation)
            )?;
        }
        writeln!(out, "</div>")?;
        self.margin(out, &annotations)?;
        self.last += annotations.len();
        writeln!(out, "</section>")
    }

    /// The text with a link on each word of an annotation.
    fn text(&self, out: &mut impl Write, text: &str, annotations: &[&Annotation]) -> io::Result<()> {
        let spans = |(number, annotation): (usize, &&Annotation)| -> Vec<(Span, usize, bool)> {
            let last = annotation.spans.len().saturating_sub(1);
            let all = annotation.spans.iter().enumerate();
            all.map(|(at, span)| (*span, self.last + number + 1, at == last)).collect()
        };
        let mut marks: Vec<_> = annotations.iter().enumerate().flat_map(spans).collect();
        marks.sort_unstable_by_key(|(span, ..)| *span);
        let mut done = 0;
        for (span, number, is_last) in marks.into_iter() {
            if span.start < done {
                continue;
            }
            write!(out, "{}", Escaped(&text[done..span.start]))?;
            write!(out, "<a class=\"g\" href=\"#g{number}\"")?;
            if is_last {
                write!(out, " id=\"t{number}\" aria-describedby=\"g{number}\"")?;
            }
            write!(out, ">{}", Escaped(span.of(text)))?;
            if is_last {
                write!(out, "<sup>{number}</sup>")?;
            }
            write!(out, "</a>")?;
            done = span.end;
        }
        write!(out, "{}", Escaped(&text[done..]))
    }

    /// The glosses of one block.
    fn margin(&self, out: &mut impl Write, annotations: &[&Annotation]) -> io::Result<()> {
        if annotations.is_empty() {
            return Ok(());
        }
        writeln!(out, "<aside aria-label=\"Glosses\">\n<ol start=\"{}\">", self.last + 1)?;
        for (number, annotation) in annotations.iter().enumerate() {
            let entry = self.matcher.entry(annotation.entry);
            write!(out, "<li id=\"g{}\"><dfn>{}</dfn> ", self.last + number + 1, Escaped(&entry.term))?;
            write!(out, "<abbr title=\"{}\">{}</abbr> ", entry.pos.key(), Escaped(&label(entry)))?;
            let meaning =
                format!("{}{}", gloss(entry, annotation.sense), false_friend(entry, annotation.sense));
            write!(out, "<span lang=\"en\">{}</span>", Escaped(&meaning))?;
            if let Some(note) = note(entry, annotation.sense) {
                write!(out, " <small lang=\"en\">{}</small>", Escaped(&note))?;
            }
            let back = self.last + number + 1;
            writeln!(out, " <a class=\"back\" href=\"#t{back}\" aria-label=\"Back to the text\">↩</a></li>")?;
        }
        writeln!(out, "</ol>\n</aside>")
    }
}

/// Text as a page may hold it: nothing of it is a tag, and nothing a control code.
struct Escaped<'t>(&'t str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use std::fmt::Write;
        for character in self.0.chars() {
            match mark(character).unwrap_or(character) {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                other => f.write_char(other)?,
            }
        }
        Ok(())
    }
}
