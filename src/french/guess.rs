//! What an unknown word most likely is, from its ending and its capital.
//!
//! A guess is marked as one: its lemma is no lemma of the lexicon.

use super::form::Form;
use super::lemma::Lemma;
use super::lexicon::Readings;
use super::reading::{Cells, Reading, Upos};

/// A rule: a form that ends in `ending` may be `upos`, its lemma the form without the last
/// `strip` letters and with `add`. The longest ending that fits decides; of equally long ones all.
struct Rule {
    ending: &'static str,
    upos: Upos,
    cells: Cells,
    /// How many letters go, and what comes in their place.
    lemma: (usize, &'static str),
}

const fn rule(ending: &'static str, upos: Upos, cells: Cells, lemma: (usize, &'static str)) -> Rule {
    Rule { ending, upos, cells, lemma }
}

use Upos::{Adj, Adv, Noun, Verb};

const S: Cells = Cells(Cells::MS.0 | Cells::FS.0);
const P: Cells = Cells(Cells::MP.0 | Cells::FP.0);
const PRS_13: Cells = Cells(Cells::tense(0, 0).0 | Cells::tense(0, 2).0 | Cells::tense(4, 2).0);

/// Derivational and inflectional endings (Grevisse, *Le bon usage*, «La dérivation»); the verbs
/// are of the first group, the only one that still grows.
const RULES: &[Rule] = &[
    rule("tion", Noun, Cells::FS, (0, "")),
    rule("tions", Noun, Cells::FP, (1, "")),
    rule("sion", Noun, Cells::FS, (0, "")),
    rule("sions", Noun, Cells::FP, (1, "")),
    rule("ité", Noun, Cells::FS, (0, "")),
    rule("ités", Noun, Cells::FP, (1, "")),
    rule("age", Noun, Cells::MS, (0, "")),
    rule("ages", Noun, Cells::MP, (1, "")),
    rule("isme", Noun, Cells::MS, (0, "")),
    rule("ismes", Noun, Cells::MP, (1, "")),
    rule("ment", Noun, Cells::MS, (0, "")),
    rule("ement", Adv, Cells::NONE, (0, "")),
    rule("ement", Noun, Cells::MS, (0, "")),
    rule("amment", Adv, Cells::NONE, (0, "")),
    rule("emment", Adv, Cells::NONE, (0, "")),
    rule("ments", Noun, Cells::MP, (1, "")),
    rule("iste", Noun, S, (0, "")),
    rule("iste", Adj, S, (0, "")),
    rule("istes", Noun, P, (1, "")),
    rule("istes", Adj, P, (1, "")),
    rule("eur", Noun, Cells::MS, (0, "")),
    rule("eurs", Noun, Cells::MP, (1, "")),
    rule("euse", Noun, Cells::FS, (2, "r")),
    rule("euse", Adj, Cells::FS, (2, "x")),
    rule("eux", Adj, Cells(Cells::MS.0 | Cells::MP.0), (0, "")),
    rule("trice", Noun, Cells::FS, (4, "eur")),
    rule("trices", Noun, Cells::FP, (5, "eur")),
    rule("ique", Adj, S, (0, "")),
    rule("iques", Adj, P, (1, "")),
    rule("able", Adj, S, (0, "")),
    rule("ables", Adj, P, (1, "")),
    rule("ible", Adj, S, (0, "")),
    rule("ibles", Adj, P, (1, "")),
    rule("aire", Adj, S, (0, "")),
    rule("aire", Noun, Cells::MS, (0, "")),
    rule("aires", Adj, P, (1, "")),
    rule("aires", Noun, P, (1, "")),
    rule("oire", Adj, S, (0, "")),
    rule("oire", Noun, Cells::MS, (0, "")),
    rule("oires", Adj, P, (1, "")),
    rule("el", Adj, Cells::MS, (0, "")),
    rule("el", Noun, Cells::MS, (0, "")),
    rule("elle", Adj, Cells::FS, (2, "")),
    rule("elle", Noun, Cells::FS, (0, "")),
    rule("elles", Adj, Cells::FP, (3, "")),
    rule("elles", Noun, Cells::FP, (1, "")),
    rule("els", Adj, Cells::MP, (1, "")),
    rule("els", Noun, Cells::MP, (1, "")),
    rule("eaux", Noun, Cells::MP, (1, "")),
    rule("eaux", Adj, Cells::MP, (1, "")),
    rule("al", Adj, Cells::MS, (0, "")),
    rule("ale", Adj, Cells::FS, (1, "")),
    rule("ales", Adj, Cells::FP, (2, "")),
    rule("aux", Adj, Cells::MP, (2, "l")),
    rule("if", Adj, Cells::MS, (0, "")),
    rule("ifs", Adj, Cells::MP, (1, "")),
    rule("ive", Adj, Cells::FS, (2, "f")),
    rule("ives", Adj, Cells::FP, (3, "f")),
    rule("ien", Adj, Cells::MS, (0, "")),
    rule("iens", Adj, Cells::MP, (1, "")),
    rule("ienne", Adj, Cells::FS, (2, "")),
    rule("iennes", Adj, Cells::FP, (3, "")),
    rule("ais", Adj, Cells(Cells::MS.0 | Cells::MP.0), (0, "")),
    rule("aise", Adj, Cells::FS, (1, "")),
    rule("aises", Adj, Cells::FP, (2, "")),
    rule("ois", Adj, Cells(Cells::MS.0 | Cells::MP.0), (0, "")),
    rule("oise", Adj, Cells::FS, (1, "")),
    rule("oises", Adj, Cells::FP, (2, "")),
    rule("ant", Adj, Cells::MS, (0, "")),
    rule("ant", Verb, Cells::PPR, (3, "er")),
    rule("ante", Adj, Cells::FS, (1, "")),
    rule("ants", Adj, Cells::MP, (1, "")),
    rule("antes", Adj, Cells::FP, (2, "")),
    rule("er", Verb, Cells::INF, (0, "")),
    rule("ir", Verb, Cells::INF, (0, "")),
    rule("é", Verb, Cells::PP_MS, (1, "er")),
    rule("ée", Verb, Cells::PP_FS, (2, "er")),
    rule("és", Verb, Cells::PP_MP, (2, "er")),
    rule("ées", Verb, Cells::PP_FP, (3, "er")),
    rule("ez", Verb, Cells::tense(0, 4), (2, "er")),
    rule("ons", Verb, Cells::tense(0, 3), (3, "er")),
    rule("ent", Verb, Cells::tense(0, 5), (3, "er")),
    rule("ait", Verb, Cells::tense(1, 2), (3, "er")),
    rule("aient", Verb, Cells::tense(1, 5), (5, "er")),
    rule("era", Verb, Cells::tense(2, 2), (1, "")),
    rule("eront", Verb, Cells::tense(2, 5), (3, "")),
    rule("erait", Verb, Cells::tense(6, 2), (3, "")),
    rule("eraient", Verb, Cells::tense(6, 5), (5, "")),
    rule("a", Noun, S, (0, "")),
    rule("a", Verb, Cells::tense(3, 2), (1, "er")),
    rule("ons", Noun, P, (1, "")),
    rule("ière", Adj, Cells::FS, (3, "er")),
    rule("ière", Noun, Cells::FS, (0, "")),
    rule("ières", Adj, Cells::FP, (4, "er")),
    rule("ières", Noun, Cells::FP, (1, "")),
    rule("ine", Noun, Cells::FS, (0, "")),
    rule("ine", Adj, Cells::FS, (1, "")),
    rule("aine", Adj, Cells::FS, (1, "")),
    rule("aine", Noun, Cells::FS, (0, "")),
    rule("ane", Adj, Cells::FS, (1, "")),
    rule("ane", Noun, S, (0, "")),
    rule("e", Noun, S, (0, "")),
    rule("e", Adj, S, (0, "")),
    rule("e", Verb, PRS_13, (1, "er")),
    rule("es", Noun, P, (1, "")),
    rule("es", Adj, P, (1, "")),
    rule("s", Noun, P, (1, "")),
    rule("us", Noun, Cells(Cells::MS.0 | Cells::MP.0), (0, "")),
    rule("is", Noun, Cells(Cells::MS.0 | Cells::MP.0), (0, "")),
    rule("ès", Noun, Cells(Cells::MS.0 | Cells::MP.0), (0, "")),
    rule("ps", Noun, Cells(Cells::MS.0 | Cells::MP.0), (0, "")),
    rule("x", Noun, Cells(Cells::MS.0 | Cells::MP.0), (0, "")),
    rule("", Noun, S, (0, "")),
];

/// Adds what a form that is in no lexicon may be.
pub fn guess(form: &Form, readings: &mut Readings) {
    if form.is_capitalised() || form.key().iter().any(u8::is_ascii_digit) {
        readings.push(Reading { lemma: Lemma::NAME, upos: Upos::Propn, cells: Cells::NONE });
    }
    let exact = form.exact();
    if form.is_capitalised() && is_roman(exact) {
        // *XXe*, *Ier*
        readings[0] = Reading { lemma: Lemma::NAME, upos: Adj, cells: Cells::NOMINAL };
        return;
    }
    if form.key().len() > 1 && form.is_all_capitals() && exact.bytes().all(is_figure) {
        // *Louis XIV*; *LCD* may be a name
        if exact.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x')) {
            readings.clear();
        }
        readings.push(Reading { lemma: Lemma::NAME, upos: Upos::Num, cells: Cells::NONE });
        return;
    }
    if exact.contains('-') && exact.split('-').all(|part| NUMBERS.contains(&part)) {
        // *quarante-huit*
        readings.push(Reading { lemma: Lemma::FORM, upos: Upos::Num, cells: Cells::NONE });
        return;
    }
    let mut longest = 0;
    let mut found: smallvec::SmallVec<[usize; 4]> = smallvec::SmallVec::new();
    for (number, rule) in RULES.iter().enumerate() {
        if rule.ending.len() < longest || exact.len() < rule.ending.len() + 2 || !exact.ends_with(rule.ending)
        {
            continue;
        }
        if rule.ending.len() > longest {
            found.clear();
            longest = rule.ending.len();
        }
        found.push(number);
    }
    if found.is_empty() {
        readings.push(Reading { lemma: Lemma::FORM, upos: Noun, cells: Cells::NOMINAL });
    }
    let is_participle = |number: &usize| RULES[*number].cells.meets(Cells::PP);
    if !found.is_empty()
        && found.iter().all(|number| RULES[*number].upos == Verb)
        && !found.iter().any(is_participle)
    {
        // A new word that ends like a verb may still be a noun: *un linebacker*, *le musée*.
        readings.push(Reading { lemma: Lemma::FORM, upos: Noun, cells: Cells::NOMINAL });
    }
    for number in found {
        let Rule { upos, cells, .. } = RULES[number];
        readings.push(Reading { lemma: Lemma::guessed(number as u16), upos, cells });
    }
}

/// What numbers are made of, in words.
const NUMBERS: [&str; 29] = [
    "un",
    "une",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "vingt",
    "vingts",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "septante",
    "nonante",
    "cent",
    "cents",
    "mille",
    "et",
];

/// True of an ordinal in Roman figures.
fn is_roman(exact: &str) -> bool {
    let figures = ["ers", "ère", "er", "es", "e"].iter().find_map(|ending| exact.strip_suffix(ending));
    figures.is_some_and(|figures| {
        !figures.is_empty() && figures.bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'l' | b'c'))
    })
}

/// True of a Roman figure.
const fn is_figure(byte: u8) -> bool {
    matches!(byte, b'i' | b'v' | b'x' | b'l' | b'c')
}

/// The lemma that rule `number` makes of a folded form: *tweetait* → *tweeter*.
#[must_use]
pub fn lemma(exact: &str, number: u16) -> String {
    let rule = &RULES[usize::from(number) % RULES.len()];
    let (strip, add) = rule.lemma;
    let end = exact.char_indices().rev().nth(strip.wrapping_sub(1)).map_or(exact.len(), |(at, _)| at);
    format!("{}{}", &exact[..end], add)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::french::lemma::LemmaKind;

    fn guessed(form: &str) -> String {
        let form = Form::new(form);
        let mut readings = Readings::new();
        guess(&form, &mut readings);
        let shown = |reading: &Reading| match reading.lemma.kind() {
            LemmaKind::Guessed(number) => format!("{} {}", lemma(form.exact(), number), reading.upos.tag()),
            _ => reading.upos.tag().to_owned(),
        };
        readings.iter().map(shown).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn an_unknown_word_is_guessed_from_its_ending() {
        assert_eq!(guessed("tweetait"), "NOUN, tweeter VERB");
        assert_eq!(guessed("plateformisation"), "plateformisation NOUN");
        assert_eq!(guessed("macronistes"), "macroniste NOUN, macroniste ADJ");
        assert_eq!(guessed("covidés"), "covider VERB");
        assert_eq!(guessed("submandibulaire"), "submandibulaire ADJ, submandibulaire NOUN");
        assert_eq!(guessed("Zelensky"), "PROPN, zelensky NOUN");
        assert_eq!(guessed("x"), "NOUN");
    }
}
