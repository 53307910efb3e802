//! The paradigm of a term, for a person and for programs.
//!
//! Knows no glossary: the term is inflected as the rules of French would.

use unicode_width::UnicodeWidthStr;

use crate::french::paradigm::{Auxiliary, Class, Hints, Uninflectable, auxiliary, paradigm};
use crate::french::reading::{Cells, Gender};

/// The forms of a term as a grammar prints them: mood by mood and person by person for a verb, by gender
/// and number for a noun or adjective. Two spellings of one form stand with a `/` between them.
///
/// # Errors
///
/// When the term cannot be inflected; the reason is for a person to read.
pub fn table(term: &str, class: Class, hints: &Hints) -> Result<String, Uninflectable> {
    let shown = Shown { term, forms: paradigm(term, class, hints)?.forms() };
    Ok(match class {
        Class::Verb => verb(&shown),
        Class::Noun => nominal(&shown, "nom"),
        Class::Adjective => nominal(&shown, "adjectif"),
        Class::Invariable => format!("{term} · invariable\n"),
    })
}

/// A paradigm as it is shown.
struct Shown<'t> {
    term: &'t str,
    forms: Vec<(String, Cells)>,
}

impl Shown<'_> {
    /// What fills a cell: `paie / paye`; a dash where nothing does.
    fn cell(&self, cell: Cells) -> String {
        let forms = self.forms.iter().filter(|(_, cells)| cells.meets(cell));
        let shown: Vec<String> = forms.map(|(form, _)| with_capitals(form, self.term)).collect();
        if shown.is_empty() { "–".into() } else { shown.join("/") }
    }
}

/// A form with the capitals of the headword, which paradigms do not keep: *États-Unis*.
fn with_capitals(form: &str, term: &str) -> String {
    let mut letters = term.chars().map(Some).chain(std::iter::repeat(None));
    let restore = |letter: char| match letters.next().flatten() {
        Some(own) if own.to_lowercase().eq([letter]) => own,
        _ => letter,
    };
    form.chars().map(restore).collect()
}

/// Tenses by mood, as `Cells::tense` numbers them, with their names.
const MOODS: [(&str, &[(usize, &str)]); 3] = [
    ("Indicatif", &[(0, "présent"), (1, "imparfait"), (3, "passé simple"), (2, "futur")]),
    ("Subjonctif", &[(4, "présent"), (5, "imparfait")]),
    ("Conditionnel", &[(6, "présent")]),
];
const PRONOUNS: [&str; 6] = ["je", "tu", "il", "nous", "vous", "ils"];

fn verb(shown: &Shown<'_>) -> String {
    let auxiliary = match auxiliary(shown.term) {
        Auxiliary::Avoir => "avoir",
        Auxiliary::Être => "être",
        Auxiliary::Both => "avoir ou être",
    };
    let participles = [Cells::PP_MS, Cells::PP_MP, Cells::PP_FS, Cells::PP_FP].map(|cell| shown.cell(cell));
    let mut out = format!("{} · verbe, auxiliaire {auxiliary}\n\n", shown.term);
    out += &format!("Infinitif            {}\n", shown.cell(Cells::INF));
    out += &format!("Participe présent    {}\n", shown.cell(Cells::PPR));
    out += &format!("Participe passé      {}\n", participles.join(", "));
    for (mood, tenses) in MOODS {
        out += &of_mood(shown, mood, tenses);
    }
    out + &imperative(shown)
}

/// One mood: a row for each person, a column for each tense.
fn of_mood(shown: &Shown<'_>, mood: &str, tenses: &[(usize, &str)]) -> String {
    let titles = tenses.iter().map(|(_, name)| (*name).to_owned());
    let mut rows = vec![std::iter::once(mood.to_owned()).chain(titles).collect::<Vec<_>>()];
    for (person, pronoun) in PRONOUNS.iter().enumerate() {
        let cells = tenses.iter().map(|(tense, _)| shown.cell(Cells::tense(*tense, person)));
        rows.push(std::iter::once(format!("  {pronoun}")).chain(cells).collect());
    }
    format!("\n{}", aligned(&rows))
}

fn imperative(shown: &Shown<'_>) -> String {
    let persons = [("tu", Cells::IMP_2S), ("nous", Cells::IMP_1P), ("vous", Cells::IMP_2P)];
    let rows = persons.map(|(pronoun, cell)| vec![format!("  ({pronoun})"), shown.cell(cell)]);
    format!("\n{}", aligned(&[&[vec!["Impératif".into(), "présent".into()]], rows.as_slice()].concat()))
}

fn nominal(shown: &Shown<'_>, class: &str) -> String {
    let mut rows = vec![["", "singulier", "pluriel"].map(str::to_owned).to_vec()];
    for (gender, one, many) in [("masculin", Cells::MS, Cells::MP), ("féminin", Cells::FS, Cells::FP)] {
        if shown.forms.iter().any(|(_, cells)| cells.meets(one | many)) {
            rows.push(vec![format!("  {gender}"), shown.cell(one), shown.cell(many)]);
        }
    }
    format!("{} · {class}\n\n{}", shown.term, aligned(&rows))
}

/// Rows with their columns below one another.
fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|text| text.width()).max();
    let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0).max(10)).collect();
    let mut out = String::new();
    for row in rows {
        let padded = row
            .iter()
            .zip(&widths)
            .map(|(text, width)| format!("{text}{}", " ".repeat(width - text.width())));
        out += padded.collect::<Vec<_>>().join("  ").trim_end();
        out.push('\n');
    }
    out
}

/// The answer of `glose forms --tsv`: for each `lemma TAB pos [TAB gender]` line of `input`, a line
/// `lemma TAB pos TAB form TAB cell` for every form and cell; nothing for what cannot be inflected.
///
/// The parts of speech are `VERB`, `AUX`, `NOUN` and `ADJ`; a noun's cells are `s` and `p`.
#[must_use]
pub fn tsv(input: &str) -> String {
    input.lines().map(tsv_of_line).collect()
}

fn tsv_of_line(line: &str) -> String {
    let columns: Vec<&str> = line.split('\t').collect();
    let [lemma, pos, rest @ ..] = columns.as_slice() else { return String::new() };
    let Some(class) = class_of(pos) else { return String::new() };
    let hints = Hints { gender: rest.first().and_then(|text| gender_of(text)), ..Hints::default() };
    let forms = paradigm(lemma, class, &hints).map(|paradigm| paradigm.forms()).unwrap_or_default();
    let mut out = String::new();
    for (form, cells) in forms {
        let form = with_capitals(&form, lemma);
        for cell in cell_names(cells, class) {
            out += &format!("{lemma}\t{pos}\t{form}\t{cell}\n");
        }
    }
    out
}

/// The class of a part of speech as Universal Dependencies or the glossary names it.
#[must_use]
pub fn class_of(pos: &str) -> Option<Class> {
    match pos {
        "VERB" | "AUX" | "verb" => Some(Class::Verb),
        "NOUN" | "PROPN" | "noun" | "name" => Some(Class::Noun),
        "ADJ" | "adj" => Some(Class::Adjective),
        _ => None,
    }
}

/// The names of cells; a noun's are told by number alone, each once.
fn cell_names(cells: Cells, class: Class) -> Vec<String> {
    if class != Class::Noun {
        return cells.iter().map(Cells::name).collect();
    }
    let numbers = [("s", Cells::MS | Cells::FS), ("p", Cells::MP | Cells::FP)];
    numbers.into_iter().filter(|(_, number)| cells.meets(*number)).map(|(name, _)| name.into()).collect()
}

/// `m`, `f`; `mf` for a noun of both.
fn gender_of(text: &str) -> Option<Gender> {
    match (text.contains(['m', 'M']), text.contains(['f', 'F'])) {
        (true, true) => Some(Gender::Both),
        (true, false) => Some(Gender::Masculine),
        (false, true) => Some(Gender::Feminine),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn a_verb_is_shown_mood_by_mood() {
        let shown = table("payer", Class::Verb, &Hints::default()).unwrap();
        expect![[r#"
            payer · verbe, auxiliaire avoir

            Infinitif            payer
            Participe présent    payant
            Participe passé      payé, payés, payée, payées

            Indicatif   présent        imparfait   passé simple  futur
              je        paie/paye      payais      payai         paierai/payerai
              tu        paies/payes    payais      payas         paieras/payeras
              il        paie/paye      payait      paya          paiera/payera
              nous      payons         payions     payâmes       paierons/payerons
              vous      payez          payiez      payâtes       paierez/payerez
              ils       paient/payent  payaient    payèrent      paieront/payeront

            Subjonctif  présent        imparfait
              je        paie/paye      payasse
              tu        paies/payes    payasses
              il        paie/paye      payât
              nous      payions        payassions
              vous      payiez         payassiez
              ils       paient/payent  payassent

            Conditionnel  présent
              je          paierais/payerais
              tu          paierais/payerais
              il          paierait/payerait
              nous        paierions/payerions
              vous        paieriez/payeriez
              ils         paieraient/payeraient

            Impératif   présent
              (tu)      paie/paye
              (nous)    payons
              (vous)    payez
        "#]]
        .assert_eq(&shown);
    }

    #[test]
    fn a_noun_is_shown_by_gender_and_number() {
        let hints = Hints { gender: Some(Gender::Masculine), ..Hints::default() };
        let mut shown = table("Français", Class::Noun, &hints).unwrap();
        shown += &table("vieux", Class::Adjective, &Hints::default()).unwrap();
        shown += &table("État", Class::Noun, &hints).unwrap();
        expect![[r#"
            Français · nom

                        singulier   pluriel
              masculin  Français    Français
              féminin   Française   Françaises
            vieux · adjectif

                        singulier    pluriel
              masculin  vieil/vieux  vieux
              féminin   vieille      vieilles
            État · nom

                        singulier   pluriel
              masculin  État        États
        "#]]
        .assert_eq(&shown);
    }

    #[test]
    fn programs_read_a_line_for_each_cell() {
        expect![[r#"
            cheval	NOUN	cheval	s
            cheval	NOUN	chevaux	p
            États-Unis	NOUN	États-Unis	s
            États-Unis	NOUN	États-Unis	p
            snob	ADJ	snob	ms
            snob	ADJ	snob	fs
            snob	ADJ	snobs	mp
            snob	ADJ	snobs	fp
        "#]]
        .assert_eq(&tsv("cheval\tNOUN\tm\nÉtats-Unis\tNOUN\tm\nsnob\tADJ\nmaison\tVERB\nà\tADP\n"));
    }
}
