//! Sets right what has one right answer: edits on the text, all other bytes kept.
//!
//! Knows no rule: it takes the fixes that the findings bring.

use crate::diagnostic::{Diagnostic, Fix};
use crate::text::edit::{Edit, apply};
use crate::text::span::Span;

/// A text in which fixes were made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fixed {
    /// The text as it is now.
    pub text: String,
    /// How many findings were set right.
    pub count: usize,
}

/// How often a text is looked at again: where two fixes overlap, the second waits for the next round.
const ROUNDS: usize = 8;

/// Makes the fixes of what `check` finds in `source`, until it finds none that can be made.
pub fn fix(source: &str, check: impl Fn(&str) -> Vec<Diagnostic>) -> Fixed {
    let mut fixed = Fixed { text: source.to_owned(), count: 0 };
    for _ in 0..ROUNDS {
        let findings = check(&fixed.text);
        let fixes = apart(findings.iter().filter_map(|finding| finding.fix.as_ref()));
        if fixes.is_empty() {
            break;
        }
        fixed.count += fixes.len();
        let edits: Vec<Edit> = fixes.into_iter().flat_map(|fix| fix.edits.clone()).collect();
        fixed.text = apply(&fixed.text, &edits);
    }
    fixed
}

/// The fixes that do not overlap one before them; all the edits of a fix are made, or none.
fn apart<'f>(fixes: impl Iterator<Item = &'f Fix>) -> Vec<&'f Fix> {
    let mut taken: Vec<Span> = Vec::new();
    let mut apart = Vec::new();
    for fix in fixes {
        let meets = |edit: &Edit| taken.iter().any(|other| touches(edit.span, *other));
        if !fix.edits.iter().any(meets) {
            taken.extend(fix.edits.iter().map(|edit| edit.span));
            apart.push(fix);
        }
    }
    apart
}

/// True when two edits cannot both be made: they share a byte, or insert at one place.
const fn touches(one: Span, other: Span) -> bool {
    one.overlaps(other) || one.start == other.start || one.is_empty() && one.start == other.end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(edits: &[(usize, usize, &str)]) -> Diagnostic {
        let edit = |(start, end, text): &(usize, usize, &str)| Edit {
            span: Span::new(*start, *end),
            text: (*text).to_owned(),
        };
        Diagnostic::warning("x", Span::default(), "x").with_fix("x", edits.iter().map(edit).collect())
    }

    #[test]
    fn a_fix_is_made_whole_or_not_at_all() {
        let first = [finding(&[(0, 1, "«"), (4, 5, "»")]), finding(&[(4, 5, "!"), (7, 8, "?")])];
        let check = |text: &str| if text.starts_with('"') { first.to_vec() } else { Vec::new() };
        assert_eq!(fix("\"abc\" d.", check), Fixed { text: "«abc» d.".into(), count: 1 });
    }
}
