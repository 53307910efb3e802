//! `gender-ending`: a gender that the noun's ending hardly ever has.

use super::subject::Subject;
use super::{Lint, Look};
use crate::diagnostic::{Diagnostic, Severity};
use crate::french::gender::of_ending;
use crate::french::reading::Gender;
use crate::glossary::Pos;

pub static LINT: Lint = Lint {
    code: "gender-ending",
    severity: Severity::Warning,
    finds: "A noun whose gender is not that of its ending, where the ending is as good as certain: *-tion* \
            is feminine, *-isme* masculine. The exceptions of the grammars are known.",
    why: "A learner takes the gender from the margin. A wrong one is worse than none.",
    example: r#"
[[entry]]
term = "négociation"
pos = "noun"
gender = "m"
gloss = "negotiation"
"#,
    look: Look::Entry(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let entry = subject.entry;
    let (Pos::Noun, Some(gender @ (Gender::Masculine | Gender::Feminine))) = (entry.pos, entry.gender) else {
        return Vec::new();
    };
    let Some(noun) = noun(&entry.term) else { return Vec::new() };
    let Some((ending, wanted)) = of_ending(noun).filter(|(_, wanted)| *wanted != gender) else {
        return Vec::new();
    };
    let wanted = if wanted == Gender::Feminine { "feminine" } else { "masculine" };
    let message = format!("nouns in -{ending} are {wanted}, and `{noun}` is no exception that we know");
    let place = subject.text("gender").map_or_else(|| subject.header(), |text| text.span);
    vec![LINT.finding(place, message)]
}

/// The noun that gives a headword its gender: the word alone, or what stands before a preposition.
fn noun(term: &str) -> Option<&str> {
    let mut words = term.split(' ');
    let first = words.next().filter(|word| !word.contains(['-', '\'', '’', '/', '(']))?;
    let is_noun = words.next().is_none_or(|next| {
        matches!(next, "de" | "du" | "des" | "en" | "à" | "au" | "aux") || next.starts_with("d'")
    });
    is_noun.then_some(first)
}
