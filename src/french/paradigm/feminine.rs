//! The feminine of an adjective, and of a noun that has one.
//!
//! Grevisse, Le Bon Usage, §§ 541-553 for adjectives, §§ 486-503 for nouns. Knows no number.

use super::lists::{NOMINALS, PERSONS};
use super::plural::BOTH_VARY;

/// The feminines of an adjective in small letters; the same word where it has one form for both.
pub(super) fn feminines(masculine: &str) -> Vec<String> {
    if let Some(listed) = NOMINALS.find("feminines", masculine) {
        return listed.split(',').map(Into::into).collect();
    }
    match masculine.split_once('-') {
        Some((first, rest)) if !rest.is_empty() => of_compound(masculine, first, rest),
        _ => of_word(masculine),
    }
}

/// *franco-allemand* → *franco-allemande*; *sourd-muet* → *sourde-muette*.
fn of_compound(compound: &str, first: &str, rest: &str) -> Vec<String> {
    let both = NOMINALS.has(BOTH_VARY, compound);
    let first = if both { feminines(first).swap_remove(0) } else { first.into() };
    feminines(rest).into_iter().map(|rest| format!("{first}-{rest}")).collect()
}

fn of_word(word: &str) -> Vec<String> {
    if is_of_both_genders(word) {
        return vec![word.into()];
    }
    if word.ends_with("gu") {
        return vec![swap(word, "u", "uë"), swap(word, "u", "üe")];
    }
    vec![of_eur(word).or_else(|| by_ending(word)).unwrap_or_else(|| format!("{word}e"))]
}

/// True for *facile*, *snob*, *super*: *un* or *une*.
fn is_of_both_genders(word: &str) -> bool {
    let has_vowel_or_is_foreign = ['e', 'a', 'o', 'y', 'k', 'w', 'z', 'm', 'p', 'b', 'h', 'j'];
    !word.ends_with(char::is_alphabetic)
        || word.chars().count() < 2
        || word.ends_with(has_vowel_or_is_foreign)
        || word.ends_with('x') && !word.ends_with("eux") && !word.ends_with("oux")
        || NOMINALS.has("one form for both genders", word)
        || NOMINALS.has("one form for all", word)
}

/// *supérieur* → *supérieure*; *directeur* → *directrice*; *menteur*, *rieur* → *menteuse*, *rieuse*.
fn of_eur(word: &str) -> Option<String> {
    let stem = word.strip_suffix("eur")?;
    Some(match stem {
        _ if stem.ends_with("éri") => format!("{word}e"),
        _ if stem.ends_with('t') && !is_of_verb(word) => format!("{stem}rice"),
        _ => format!("{stem}euse"),
    })
}

/// True for a noun in *-teur* that a verb in *-ter* makes, which is *-teuse*: *flatteur*, *porteur*,
/// *radoteur*, *chanteur*; not for *recteur*, *promoteur*, *inventeur*.
fn is_of_verb(word: &str) -> bool {
    const OF_VERBS: [&str; 8] = ["tteur", "oteur", "nteur", "rteur", "steur", "êteur", "ûteur", "ôteur"];
    const NOT: [&str; 3] = ["moteur", "inventeur", "détenteur"];
    let has = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    NOMINALS.has("-teur/-teuse", word) || has(&OF_VERBS) && !has(&NOT)
}

/// Endings that do more than take an *e*, the longer before the shorter.
const ENDINGS: [(&str, &str); 16] = [
    ("eau", "elle"),
    ("er", "ère"),
    ("el", "elle"),
    ("eil", "eille"),
    ("iel", "ielle"),
    ("en", "enne"),
    ("on", "onne"),
    ("et", "ette"),
    ("f", "ve"),
    ("eux", "euse"),
    ("oux", "ouse"),
    ("ic", "ique"),
    ("uc", "uque"),
    ("ac", "aque"),
    ("rc", "rque"),
    ("g", "gue"),
];

fn by_ending(word: &str) -> Option<String> {
    ENDINGS
        .iter()
        .find(|(ending, _)| word.ends_with(ending))
        .map(|(ending, feminine)| swap(word, ending, feminine))
}

fn swap(word: &str, ending: &str, other: &str) -> String {
    format!("{}{other}", word.strip_suffix(ending).unwrap_or(word))
}

/// The feminines that a masculine noun makes: *élue* of *élu*; none for a thing, or where the feminine
/// is the same word or another one.
///
/// A noun makes one when it is in the list of persons, or has an ending that names persons. It is
/// careful: *accorde* is no form of *accord*.
pub(super) fn of_noun(masculine: &str) -> Vec<String> {
    if let Some(listed) = PERSONS.find("", masculine) {
        return match listed {
            "" => feminines(masculine),
            _ => listed.split(',').map(Into::into).collect(),
        };
    }
    match masculine.split_once('-') {
        Some((first, rest)) if is_prefix(first) => {
            of_noun(rest).into_iter().map(|rest| format!("{first}-{rest}")).collect()
        }
        None if names_person(masculine) => feminines(masculine),
        _ => Vec::new(),
    }
}

/// *vice-*, *ex-*, *franco-*.
fn is_prefix(first: &str) -> bool {
    matches!(
        first,
        "vice" | "ex" | "sous" | "co" | "non" | "contre" | "néo" | "anti" | "pro" | "ultra" | "télé"
    ) || first.len() > 2 && first.ends_with('o')
}

/// True for *Parisien*, *lycéen*, *Français*, *Chinois*, *modérateur*; not for *soutien*, *relais*,
/// *bois*, *ordinateur*.
fn names_person(word: &str) -> bool {
    const PEOPLE: &str = "nouns that are -ien, -éen, -ais or -ois and no person's";
    const MACHINES: &str = "-ateur nouns that are machines or notions";
    let of_people = ["ien", "yen", "éen", "ais", "ois"].iter().any(|ending| word.ends_with(ending));
    of_people && !NOMINALS.has(PEOPLE, word) || word.ends_with("ateur") && !NOMINALS.has(MACHINES, word)
}
