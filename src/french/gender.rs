//! The gender of a noun by its ending, where the ending is as good as certain.
//!
//! Knows no lexicon: the exceptions are those that the grammars list.

use super::reading::Gender;

/// Endings with their gender, and the nouns that have the other.
const ENDINGS: [(&str, Gender, &[&str]); 24] = [
    ("tion", Gender::Feminine, &["bastion"]),
    ("sion", Gender::Feminine, &[]),
    ("xion", Gender::Feminine, &[]),
    ("aison", Gender::Feminine, &[]),
    (
        "ité",
        Gender::Feminine,
        &[
            "comité",
            "traité",
            "invité",
            "retraité",
            "précipité",
            "acquitté",
            "accrédité",
            "déshérité",
            "maltraité",
        ],
    ),
    ("ette", Gender::Feminine, &["squelette", "quartette", "quintette", "sextette", "trompette", "bébête"]),
    ("ence", Gender::Feminine, &["silence"]),
    ("ance", Gender::Feminine, &["rance"]),
    ("tude", Gender::Feminine, &[]),
    ("logie", Gender::Feminine, &[]),
    ("graphie", Gender::Feminine, &[]),
    ("phobie", Gender::Feminine, &[]),
    ("cratie", Gender::Feminine, &[]),
    ("thérapie", Gender::Feminine, &[]),
    ("esse", Gender::Feminine, &[]),
    ("ouille", Gender::Feminine, &[]),
    (
        "age",
        Gender::Masculine,
        &["page", "image", "plage", "rage", "cage", "nage", "saxifrage", "hypallage", "mage", "contre-plage"],
    ),
    ("isme", Gender::Masculine, &[]),
    ("ment", Gender::Masculine, &["jument"]),
    ("eau", Gender::Masculine, &["eau", "peau"]),
    ("oir", Gender::Masculine, &[]),
    ("scope", Gender::Masculine, &[]),
    ("euil", Gender::Masculine, &[]),
    ("gramme", Gender::Masculine, &[]),
];

/// The ending that gives `noun` its gender, and that gender; none where no ending does, and of an
/// exception.
///
/// ```
/// use glose::french::gender::of_ending;
/// use glose::french::reading::Gender;
/// assert_eq!(of_ending("négociation"), Some(("tion", Gender::Feminine)));
/// assert_eq!(of_ending("comité"), None);
/// ```
#[must_use]
pub fn of_ending(noun: &str) -> Option<(&'static str, Gender)> {
    let has =
        |(ending, ..): &&(&str, Gender, &[&str])| noun.ends_with(*ending) && noun.len() > ending.len() + 1;
    let (ending, gender, others) = ENDINGS.iter().find(has)?;
    (!others.contains(&noun)).then_some((*ending, *gender))
}
