//! Verbs in *-er*: one model, and what its spelling does before a mute *e* and before *a* and *o*.
//!
//! Knows no irregular verb; *aller* and *envoyer* are in the table of `models`.

use super::conjugation::Parts;

/// *-eler* and *-eter* with a grave accent, never with two consonants: *il gèle*, *il achète*.
///
/// Grevisse, Le Bon Usage, § 789; with the compounds in *re-*, *dé-*, *con-*, *sur-*.
const GRAVE: [&str; 19] = [
    "celer",
    "ciseler",
    "démanteler",
    "écarteler",
    "encasteler",
    "geler",
    "marteler",
    "modeler",
    "peler",
    "agneler",
    "acheter",
    "bégueter",
    "corseter",
    "crocheter",
    "fileter",
    "fureter",
    "haleter",
    "préacheter",
    "caleter",
];

/// The two families that the reform of 1990 leaves with two consonants: *il appelle*, *il jette*.
const DOUBLE: [&str; 10] = [
    "appeler",
    "interpeler",
    "jeter",
    "rejeter",
    "projeter",
    "interjeter",
    "surjeter",
    "déjeter",
    "forjeter",
    "trajeter",
];

/// The principal parts of a verb in *-er*, told by what stands before *-er*: *ced*, *mang*.
pub(super) fn parts(base: &str) -> Parts<'static> {
    let Strong { present, future } = strong(base);
    let soft = soft(base);
    Parts {
        infinitive: format!("{base}er").into(),
        je: each(&present, "e").into(),
        nous: format!("{soft}ons").into(),
        vous: format!("{base}ez").into(),
        ils: each(&present, "ent").into(),
        future: each(&future, "erai").into(),
        past: format!("{soft}ai").into(),
        participle: format!("{base}é").into(),
    }
}

/// The stems before a mute *e*: in the present (*cède*), and in future and conditional (*céderai*,
/// since 1990 *cèderai*).
struct Strong {
    present: Vec<String>,
    future: Vec<String>,
}

/// `cèd/céd` + *erai*: every stem with the ending, as one part.
fn each(stems: &[String], ending: &str) -> String {
    stems.iter().map(|stem| format!("{stem}{ending}")).collect::<Vec<_>>().join("/")
}

/// Before *a* and *o*: *plaç-ons*, *mange-ons*.
fn soft(base: &str) -> String {
    match base.strip_suffix('c') {
        Some(rest) => format!("{rest}ç"),
        None if base.ends_with('g') => format!("{base}e"),
        None => base.into(),
    }
}

fn strong(base: &str) -> Strong {
    if let Some(stems) = with_y(base).or_else(|| with_mute_e(base)) {
        return Strong { future: stems.clone(), present: stems };
    }
    match with_acute_e(base) {
        Some(grave) => Strong { future: vec![base.into(), grave.clone()], present: vec![grave] },
        None => Strong { present: vec![base.into()], future: vec![base.into()] },
    }
}

/// *emploie*, *appuie*; *paie* or *paye*; *grasseye*.
fn with_y(base: &str) -> Option<Vec<String>> {
    let rest = base.strip_suffix('y')?;
    match rest.chars().last()? {
        'o' | 'u' => Some(vec![format!("{rest}i")]),
        'a' => Some(vec![format!("{rest}i"), base.into()]),
        _ => None,
    }
}

/// *lève*; *gèle*; *appelle*; *étincelle*, since 1990 *étincèle*.
fn with_mute_e(base: &str) -> Option<Vec<String>> {
    let (before, consonants) = last_vowel(base, 'e')?;
    let is_mute =
        matches!(consonants, "vr") || consonants.chars().count() == 1 && !matches!(consonants, "x" | "w");
    if !is_mute || !follows_consonant(before) {
        return None;
    }
    let grave = format!("{before}è{consonants}");
    if !matches!(consonants, "l" | "t") || is_of(base, &GRAVE) {
        return Some(vec![grave]);
    }
    let double = format!("{base}{consonants}");
    Some(if is_of(base, &DOUBLE) { vec![double] } else { vec![double, grave] })
}

/// *cède*, *règle*, *lègue*.
fn with_acute_e(base: &str) -> Option<String> {
    let (before, consonants) = last_vowel(base, 'é')?;
    (!consonants.is_empty()).then(|| format!("{before}è{consonants}"))
}

/// The base parted around its last vowel, when that is `vowel`: `l`, `v` of *lev-*. The *u* of *gu* and
/// *qu* is no vowel.
fn last_vowel(base: &str, vowel: char) -> Option<(&str, &str)> {
    let hard = base.strip_suffix('u').filter(|rest| rest.ends_with(['g', 'q'])).unwrap_or(base);
    let (at, last) = hard.char_indices().rev().find(|(_, letter)| is_vowel(*letter))?;
    (last == vowel).then(|| (&base[..at], &base[at + last.len_utf8()..]))
}

/// True where an *e* can be mute: after a consonant or *qu*, so not in *tweeter*.
fn follows_consonant(before: &str) -> bool {
    let hard = before.strip_suffix('u').filter(|rest| rest.ends_with(['g', 'q'])).unwrap_or(before);
    hard.chars().last().is_some_and(|letter| !is_vowel(letter))
}

fn is_vowel(letter: char) -> bool {
    "aeiouyàâäéèêëîïôöùûüœæ".contains(letter)
}

/// True when the verb is one of the table or a compound of one: *dégeler*, *rappeler*.
fn is_of(base: &str, table: &[&str]) -> bool {
    let prefixes =
        ["", "re", "ré", "r", "dé", "con", "décon", "recon", "sur", "ra", "entr", "dépré", "en", "par"];
    table
        .iter()
        .filter_map(|verb| base.strip_suffix(&verb[..verb.len() - 2]))
        .any(|rest| prefixes.contains(&rest))
}
