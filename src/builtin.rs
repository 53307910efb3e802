//! What is in the program itself: the glossary of its repository, prepared, and its articles.
//!
//! Knows nothing of how they are used. `build.rs` prepares them.

use crate::annotate::prepared::Prepared;
use crate::pack::Aligned;

static PREPARED: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/glossary.bin")));

/// The text of the built-in glossary, to compare a file with it and to show a line of it.
pub const GLOSSARY: &str = include_str!("../glossary.toml");

/// The built-in articles: name (without ending) and text, sorted by name.
pub const ARTICLES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/articles.rs"));

/// The built-in glossary, ready to be matched.
///
/// # Panics
/// Never in a program that was built: a test unpacks it.
#[must_use]
pub fn glossary() -> Prepared {
    Prepared::unpack(&PREPARED.0).expect("prepared when the program was built")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_prepared_is_what_the_glossary_says() {
        let (glossary, _) = crate::glossary::parse(GLOSSARY);
        let prepared = super::glossary();
        assert_eq!(prepared.len(), glossary.entries.len());
        assert!(glossary.entries.iter().enumerate().all(|(number, entry)| *prepared.entry(number) == *entry));
        assert!(!ARTICLES.is_empty());
    }
}
