//! A change to a text, as the stretches that are replaced: every other byte stays.

use super::span::Span;

/// Replace what stands at `span` by `text`. An empty span inserts; an empty text deletes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced, in bytes of the text before any edit.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// Applies `edits` to `source`.
///
/// The edits may come in any order; two that overlap cannot both be meant, and the later one in
/// the text is left out.
#[must_use]
pub fn apply(source: &str, edits: &[Edit]) -> String {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| edit.span);
    let mut result = String::with_capacity(source.len());
    let mut done = 0;
    for edit in sorted {
        if edit.span.start < done {
            continue;
        }
        result.push_str(&source[done..edit.span.start]);
        result.push_str(&edit.text);
        done = edit.span.end;
    }
    result.push_str(&source[done..]);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_other_byte_stays() {
        let edits = [
            Edit { span: Span::new(7, 8), text: "4".into() },
            Edit { span: Span::new(0, 0), text: "# ".into() },
        ];
        assert_eq!(apply("a = 1\nb2 = 3  # c\n", &edits), "# a = 1\nb4 = 3  # c\n");
    }
}
