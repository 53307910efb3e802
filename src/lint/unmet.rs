//! `unmet`: an entry that stands in no article of the library.

use super::subject::Subject;
use super::{Lint, Look};
use crate::diagnostic::{Diagnostic, Severity};

pub static LINT: Lint = Lint {
    code: "unmet",
    severity: Severity::Hint,
    finds: "An entry that is found in no article of the library.",
    why: "Most entries wait for their article. But one written for an article that is there, and not found \
          in it, is written so that it does not fit. Asked for with `--hints` only.",
    example: r#"
[[entry]]
term = "zeugme"
pos = "noun"
gender = "m"
gloss = "zeugma"
"#,
    look: Look::Entry(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    if subject.is_met() {
        return Vec::new();
    }
    let message = format!("`{}` is found in no article", subject.entry.term);
    vec![LINT.finding(subject.term(), message)]
}
