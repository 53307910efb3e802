//! What is built into the program: there is something to read, and help to read it, in any directory.

/// The articles, each with its name.
pub static ARTICLES: &[(&str, &str)] = &[
    ("economie-fonderie", include_str!("../articles/economie-fonderie.md")),
    ("environnement-secheresse", include_str!("../articles/environnement-secheresse.md")),
    ("proces-isolation", include_str!("../articles/proces-isolation.md")),
    ("treve-ukraine", include_str!("../articles/treve-ukraine.md")),
];

/// The glossary.
pub static GLOSSARY: &str = "";
