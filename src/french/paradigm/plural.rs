//! The plural of a noun or adjective: *cheval*, *chevaux*.
//!
//! Grevisse, Le Bon Usage, §§ 513-527 for words, §§ 528-540 for compounds. Knows no gender.

use super::lists::NOMINALS;

/// The list of *sourd-muet*, *sourde-muette*, *sourds-muets*.
pub(super) const BOTH_VARY: &str = "adjectives of which both parts vary";

/// The plurals of an adjective, masculine or feminine: of a compound, the last part varies
/// (*franco-allemands*), or both in a few.
pub(super) fn of_adjective(singular: &str) -> Vec<String> {
    match singular.split_once('-') {
        Some((first, rest)) if !rest.is_empty() && NOMINALS.find("plurals", singular).is_none() => {
            let both = NOMINALS.has(BOTH_VARY, singular);
            let first = if both { of_word(first).swap_remove(0) } else { first.into() };
            of_adjective(rest).into_iter().map(|rest| format!("{first}-{rest}")).collect()
        }
        _ => plurals(singular),
    }
}

/// The plurals of a noun in small letters; the usual one first, never none.
pub(super) fn plurals(singular: &str) -> Vec<String> {
    if let Some(listed) = NOMINALS.find("plurals", singular) {
        return listed.split(',').map(Into::into).collect();
    }
    match singular.split_once('-') {
        Some((first, rest)) => of_compound(singular, first, rest),
        None => of_word(singular),
    }
}

/// *festival* → *festivals*; *final* → *finals, finaux*.
fn of_word(word: &str) -> Vec<String> {
    let endings: &[&str] = match word {
        _ if !word.ends_with(char::is_alphabetic) || word.ends_with(['s', 'x', 'z']) => &[""],
        _ if NOMINALS.has("numerals", word) => &[""],
        _ if NOMINALS.has("-al/-als, -aux", word) => &["s", "aux"],
        _ if ends_in(word, "al", "-al/-als") || ends_in(word, "ail", "-ail/-aux") => &["aux"],
        _ if NOMINALS.has("-au/-aus, -eu/-eus", word) => &["s"],
        _ if word.ends_with("au") || word.ends_with("eu") || NOMINALS.has("-ou/-oux", word) => &["x"],
        _ => &["s"],
    };
    endings.iter().map(|ending| with(word, ending)).collect()
}

/// True for *cheval*, which is not in the list of *-als*, and *travail*, which is in that of *-aux*.
fn ends_in(word: &str, ending: &str, list: &str) -> bool {
    word.len() > ending.len() && word.ends_with(ending) && NOMINALS.has(list, word) == (ending == "ail")
}

/// `-aux` goes on what stands before *-al* or *-ail*.
fn with(word: &str, ending: &str) -> String {
    let stem = match ending {
        "aux" => word.strip_suffix("al").or_else(|| word.strip_suffix("ail")).unwrap_or(word),
        _ => word,
    };
    format!("{stem}{ending}")
}

/// *sans-abri* → *sans-abri, sans-abris*; *vice-présidents*; *plates-formes*.
fn of_compound(compound: &str, first: &str, rest: &str) -> Vec<String> {
    let same = vec![compound.to_owned()];
    let last_varies = || plurals(rest).into_iter().map(|rest| format!("{first}-{rest}"));
    match () {
        () if NOMINALS.has("compounds with one form for singular and plural", compound)
            || rest.is_empty() =>
        {
            same
        }
        () if only_last_varies(compound, first, rest) => last_varies().collect(),
        () if !is_verb_or_preposition(first) => of_noun_compound(first, rest),
        () if begins_small(rest) => same,
        () => {
            let varied = last_varies().filter(|plural| plural != compound);
            same.iter().cloned().chain(varied).collect()
        }
    }
}

/// True for *vice-président*, *audio-guide*, *tam-tam*, *je-m'en-foutiste*, *nouveau-né*.
fn only_last_varies(compound: &str, first: &str, rest: &str) -> bool {
    let is_parted_noun = matches!(first, "national" | "radical" | "social");
    NOMINALS.has("compounds of which only the second part is plural", compound)
        || NOMINALS.has("first parts of compounds that never vary", first)
        || first.len() > 2 && first.ends_with('o')
        || first == rest
        || rest.ends_with("isme")
        || rest.ends_with("iste") && !is_parted_noun && !first.ends_with("iste")
}

/// True for *porte-*, *couvre-*, *sans-*: what follows had its own number before 1990.
fn is_verb_or_preposition(first: &str) -> bool {
    NOMINALS.has("verbs that begin compounds", first)
        || NOMINALS.has("first parts after which the compound may stay as it is", first)
}

/// *plate-forme* → *plates-formes*; *chef-d'œuvre* → *chefs-d'œuvre*; *grand-mère* → *grands-mères,
/// grand-mères*.
fn of_noun_compound(first: &str, rest: &str) -> Vec<String> {
    let first_varies = plurals(first).swap_remove(0);
    if is_complement(rest) {
        return vec![format!("{first_varies}-{rest}")];
    }
    let rest_varies = plurals(rest).swap_remove(0);
    let mut all = vec![format!("{first_varies}-{rest_varies}")];
    if first == "grand" && NOMINALS.has("feminine nouns that grand- may leave singular", rest) {
        all.push(format!("grand-{rest_varies}"));
    }
    all
}

/// True for what tells the noun before it and does not vary: *-d'œuvre*, *-de-vin*, *-poste*.
fn is_complement(rest: &str) -> bool {
    begins_small(rest) || NOMINALS.has("second parts that never vary", rest)
}

/// True for *d'œuvre*, *de-vin*, *en-ciel*, *à-tout*.
fn begins_small(rest: &str) -> bool {
    const SMALL: [&str; 17] = [
        "de", "du", "des", "d", "en", "à", "au", "aux", "sur", "sous", "le", "la", "les", "l", "et", "ès",
        "pour",
    ];
    let parted = rest.find(['-', '\'', '’']).map(|at| &rest[..at]);
    parted.is_some_and(|first| SMALL.contains(&first))
}
