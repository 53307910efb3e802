//! Says in a sentence why an entry was matched.

use std::borrow::Cow;
use std::fmt::{self, Display};

use super::{Annotated, Annotation, Evidence, Rule};
use crate::text::span::Span;

/// The reason in words: `expression, inflected (participe passé m. pl.), 1 word inside`.
///
/// `term` is the headword of the annotation's entry, `paragraph` the text it stands in.
#[must_use]
pub fn explain<'a>(annotation: &'a Annotation, term: &'a str, paragraph: &'a str) -> impl Display {
    fmt::from_fn(move |f| {
        let why = &annotation.why;
        f.write_str(match why.rule {
            Rule::Word => "word",
            Rule::Expression => "expression",
            Rule::Name => "name",
        })?;
        if why.is_guess {
            f.write_str(" guessed from its ending")?;
        }
        if !why.cells.is_empty() && !is_written_alike(&surface(annotation, paragraph), term) {
            write!(f, ", inflected ({})", why.cells)?;
        }
        match why.words_inside {
            0 => {}
            1 => f.write_str(", 1 word inside")?,
            several => write!(f, ", {several} words inside")?,
        }
        match why.evidence {
            Evidence::OnlySense => Ok(()),
            Evidence::Near(span) => {
                let near = paragraph.get(span.range()).unwrap_or_default();
                write!(f, ", this sense because of “{near}”")
            }
            Evidence::Topic => f.write_str(", this sense because of the article’s topic"),
            Evidence::Terms => f.write_str(", this sense because of the terms around it"),
            Evidence::Default => f.write_str(", this sense because nothing speaks for another"),
        }
    })
}

/// The annotation's own words as they stand in the paragraph: `se … soldés par`.
#[must_use]
pub fn surface<'p>(annotation: &Annotation, paragraph: &'p str) -> Cow<'p, str> {
    let spans = &annotation.spans;
    let words = |span: &Span| span.of(paragraph);
    match spans.as_slice() {
        [one] => Cow::Borrowed(words(one)),
        _ => Cow::Owned(spans.iter().map(words).collect::<Vec<_>>().join(" … ")),
    }
}

/// True when `surface` is the headword itself but for capitals.
fn is_written_alike(surface: &str, term: &str) -> bool {
    surface == term
        || surface.chars().flat_map(char::to_lowercase).eq(term.chars().flat_map(char::to_lowercase))
}

/// The annotation over the byte at `offset`: an expression before the words in it.
#[must_use]
pub fn at(annotated: &Annotated, offset: usize) -> Option<&Annotation> {
    annotated.annotations.iter().find(|annotation| annotation.spans.iter().any(|span| span.contains(offset)))
}
