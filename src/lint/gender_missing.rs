//! `gender-missing`: a noun of which nobody says its gender.

use super::subject::Subject;
use super::{Lint, Look};
use crate::diagnostic::{Diagnostic, Severity};
use crate::glossary::Pos;

pub static LINT: Lint = Lint {
    code: "gender-missing",
    severity: Severity::Warning,
    finds: "A noun without a gender.",
    why: "The gender is half of what a learner has to know of a noun, and the margin shows it. `mf` is for \
          those of both, as *otage* and *journaliste*.",
    example: r#"
[[entry]]
term = "trêve"
pos = "noun"
gloss = "truce"
"#,
    look: Look::Entry(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    // A gender that is written and wrong is another finding.
    if subject.entry.pos != Pos::Noun || subject.key("gender").is_some() {
        return Vec::new();
    }
    let message = format!("the noun `{}` has no gender", subject.entry.term);
    let help = "add a line: gender = \"m\", \"f\" or \"mf\"";
    vec![LINT.finding(subject.term(), message).with_help(help)]
}
