//! Says in a sentence why an entry was matched.

use std::fmt::Write;

use super::{Annotated, Annotation, Evidence, Rule};

/// The reason in words: `expression, inflected (participe passé m. pl.), 1 word inside`.
///
/// `term` is the headword of the annotation's entry, `paragraph` the text it stands in.
#[must_use]
pub fn explain(annotation: &Annotation, term: &str, paragraph: &str) -> String {
    let why = &annotation.why;
    let mut sentence = String::from(match why.rule {
        Rule::Word => "word",
        Rule::Expression => "expression",
        Rule::Name => "name",
    });
    if why.is_guess {
        sentence.push_str(" guessed from its ending");
    }
    // Writing to a string cannot fail.
    if !why.cells.is_empty() && !is_written_alike(&surface(annotation, paragraph), term) {
        let _ = write!(sentence, ", inflected ({})", why.cells);
    }
    match why.words_inside {
        0 => {}
        1 => sentence.push_str(", 1 word inside"),
        several => {
            let _ = write!(sentence, ", {several} words inside");
        }
    }
    match why.evidence {
        Evidence::OnlySense => {}
        Evidence::Near(span) => {
            let near = paragraph.get(span.range()).unwrap_or_default();
            let _ = write!(sentence, ", this sense because of “{near}”");
        }
        Evidence::Topic => sentence.push_str(", this sense because of the article’s topic"),
        Evidence::Terms => sentence.push_str(", this sense because of the terms around it"),
        Evidence::Default => sentence.push_str(", this sense because nothing speaks for another"),
    }
    sentence
}

/// The annotation's own words as they stand in the paragraph: `se … soldés par`.
#[must_use]
pub fn surface(annotation: &Annotation, paragraph: &str) -> String {
    let mut surface = String::new();
    for (number, span) in annotation.spans.iter().enumerate() {
        if number > 0 {
            surface.push_str(" … ");
        }
        surface.push_str(span.of(paragraph));
    }
    surface
}

/// True when `surface` is the headword itself but for capitals.
fn is_written_alike(surface: &str, term: &str) -> bool {
    surface.chars().flat_map(char::to_lowercase).eq(term.chars().flat_map(char::to_lowercase))
}

/// The annotation over the byte at `offset`: an expression before the words in it.
#[must_use]
pub fn at(annotated: &Annotated, offset: usize) -> Option<&Annotation> {
    annotated.annotations.iter().find(|annotation| annotation.spans.iter().any(|span| span.contains(offset)))
}
