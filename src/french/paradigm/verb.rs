//! Conjugation: which rule makes the forms of a verb.
//!
//! Irregular verbs are rows of `data/verbs.txt`; the others follow the rule of *-er*. Knows no
//! compound tense: those are made of an auxiliary's forms and a participle.

use super::draft::Draft;
use super::{Paradigm, Uninflectable, conjugation, first_group, models};

/// The fewest letters of an infinitive that does not end in *-er*: *unir*, *lire*. Without it *-ir* alone would be
/// a verb.
const SHORTEST: usize = 4;

/// The forms of a verb, told by its infinitive in small letters: *céder*; *se rendre* as *rendre*.
pub(super) fn paradigm(infinitive: &str) -> Result<Paradigm, Uninflectable> {
    let lemma = without_pronoun(infinitive);
    if lemma.contains(char::is_whitespace) {
        return Err(Uninflectable::SeveralWords(lemma.into()));
    }
    let mut draft = Draft::default();
    let rows = if lemma.chars().count() < SHORTEST { Vec::new() } else { models::find(lemma) };
    if rows.is_empty() {
        let base = lemma.strip_suffix("er").filter(|base| base.chars().any(char::is_alphabetic));
        let base = base.ok_or_else(|| Uninflectable::NoInfinitive(lemma.into()))?;
        conjugation::Verb { draft: &mut draft, prefix: "" }.conjugate(&first_group::parts(base));
    }
    for row in rows {
        row.conjugate(&mut draft);
    }
    Ok(draft.finish())
}

/// *rendre* of *se rendre*, *abstenir* of *s'abstenir*, *aller* of *s'en aller*.
pub(super) fn without_pronoun(infinitive: &str) -> &str {
    let verb =
        ["se ", "s'", "s’"].iter().find_map(|pronoun| infinitive.strip_prefix(pronoun)).unwrap_or(infinitive);
    verb.strip_prefix("en ").unwrap_or(verb).trim_start()
}
