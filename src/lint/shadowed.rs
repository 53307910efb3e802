//! `shadowed`: an entry that a stronger layer has too.

use super::known::{Headword, Spelling};
use super::subject::Subject;
use super::{Lint, Look};
use crate::diagnostic::{Diagnostic, Severity};

pub static LINT: Lint = Lint {
    code: "shadowed",
    severity: Severity::Warning,
    finds: "An entry of one of your glossaries that a stronger one of them has too.",
    why: "Only the stronger is shown, and what is written here is forgotten. That your entry wins over one \
          that is built in is what it is for, and no finding.",
    example: r#"
[[entry]]
term = "trêve"
pos = "noun"
gender = "f"
gloss = "truce"
"#,
    look: Look::Across(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    if subject.is_draft() {
        return Vec::new();
    }
    let entry = subject.entry;
    let is_stronger = |other: &&Headword| {
        other.is == Spelling::Term && other.pos == entry.pos && other.id.layer < subject.home.layer
    };
    let Some(stronger) = subject.known().headwords(&entry.term).iter().find(is_stronger) else {
        return Vec::new();
    };
    let layer = subject.matcher().layer_name(stronger.id);
    let message = format!("`{}` ({}) is shown from {layer}:{}", entry.term, entry.pos.key(), stronger.line);
    vec![
        LINT.finding(subject.header(), message)
            .with_help("put what is worth keeping there, and remove this entry"),
    ]
}
