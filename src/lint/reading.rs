//! The rules that a text breaks before it is a glossary: [`glossary::parse()`](crate::glossary::parse())
//! finds them, here is what they are about.

use super::{Lint, Look};
use crate::diagnostic::Severity;

pub static SYNTAX: Lint = Lint {
    code: "syntax",
    severity: Severity::Error,
    finds: "Text that is no TOML, or no list of entries.",
    why: "What cannot be read is not used. A missing quote costs the entry it stands in, and no other.",
    example: r#"
[[entry]]
term = "trêve
pos = "noun"
gloss = "truce"
"#,
    look: Look::Reading,
};

pub static MISSING_KEY: Lint = Lint {
    code: "missing-key",
    severity: Severity::Error,
    finds: "An entry without a term, a part of speech or a gloss.",
    why: "There is nothing to find without a term, no way to inflect it without its part of speech, and \
          nothing to show without a gloss: the entry is left out.",
    example: r#"
[[entry]]
term = "trêve"
pos = "noun"
gender = "f"
"#,
    look: Look::Reading,
};

pub static EMPTY_VALUE: Lint = Lint {
    code: "empty-value",
    severity: Severity::Error,
    finds: "A key with nothing in its quotes.",
    why: "It counts as missing. Leave the whole line out instead.",
    example: r#"
[[entry]]
term = "trêve"
pos = "noun"
gender = "f"
gloss = "truce"
note = ""
"#,
    look: Look::Reading,
};

pub static WRONG_TYPE: Lint = Lint {
    code: "wrong-type",
    severity: Severity::Error,
    finds: "A text where a list stands, a list where a text stands, or something that is neither.",
    why: "The key is not used. A list is written in square brackets even when it has one item.",
    example: r#"
[[entry]]
term = "trêve"
pos = "noun"
gender = "f"
gloss = "truce"
variants = "trève"
"#,
    look: Look::Reading,
};

pub static UNKNOWN_KEY: Lint = Lint {
    code: "unknown-key",
    severity: Severity::Error,
    finds: "A key that no entry, or no sense, has.",
    why: "It is most likely a slip of the finger, and what it says is not used.",
    example: r#"
[[entry]]
term = "trêve"
pos = "noun"
gender = "f"
glos = "truce"
gloss = "truce"
"#,
    look: Look::Reading,
};

pub static UNKNOWN_VALUE: Lint = Lint {
    code: "unknown-value",
    severity: Severity::Error,
    finds: "A part of speech, a gender or a level that there is not.",
    why: "These keys have a few values each, on which the program relies; any other is not used.",
    example: r#"
[[entry]]
term = "trêve"
pos = "nuon"
gloss = "truce"
"#,
    look: Look::Reading,
};

pub static NOTATION: Lint = Lint {
    code: "notation",
    severity: Severity::Warning,
    finds: "A term whose notation cannot be read: a bracket left open, an empty alternative, a slot and \
            nothing else, more than twelve words.",
    why: "The entry is matched as written, word for word, and hardly ever stands so in a text.",
    example: r#"
[[entry]]
term = "mettre (en œuvre"
pos = "verb"
gloss = "to implement"
"#,
    look: Look::Reading,
};
