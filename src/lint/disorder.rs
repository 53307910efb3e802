//! `disorder`: an entry out of its alphabetical place.

use super::{Lint, Look, Whole};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::fold::{Accents, fold};
use crate::text::span::Span;

pub static LINT: Lint = Lint {
    code: "disorder",
    severity: Severity::Hint,
    finds: "An entry out of its alphabetical place, in a glossary that is in order but for a few.",
    why: "An editor looks where the entry should be, does not find it, and writes it again. \
          `glose fmt --sort` puts everything in its place. A glossary in an order of its own is left alone.",
    example: r#"
[[entry]]
term = "accord"
pos = "noun"
gender = "m"
gloss = "agreement"

[[entry]]
term = "otage"
pos = "noun"
gender = "mf"
gloss = "hostage"

[[entry]]
term = "blessé"
pos = "noun"
gender = "m"
gloss = "casualty"

[[entry]]
term = "trêve"
pos = "noun"
gender = "f"
gloss = "truce"

[[entry]]
term = "veto"
pos = "noun"
gender = "m"
gloss = "veto"
"#,
    look: Look::Text(look),
};

/// Of how many neighbours one pair may be in disorder, where order is meant.
const FEW: usize = 4;

fn look(whole: &Whole<'_>) -> Vec<Diagnostic> {
    let entries = &whole.glossary.entries;
    let keys: Vec<String> = entries.iter().map(|entry| fold(&entry.term, Accents::Dropped)).collect();
    let wrong: Vec<usize> = (1..keys.len()).filter(|at| keys[*at] < keys[*at - 1]).collect();
    if wrong.len() * FEW > keys.len().saturating_sub(1) {
        return Vec::new();
    }
    let finding = |at: usize| {
        let message = format!("`{}` stands after `{}`", entries[at].term, entries[at - 1].term);
        let start = entries[at].span.start;
        LINT.finding(Span::new(start, start + "[[entry]]".len()), message)
            .with_help("its place in the alphabet is before it: `glose fmt --sort` puts it there")
    };
    wrong.into_iter().map(finding).collect()
}
