//! The inflection engine against paradigms written by hand in `tests/paradigm/*.txt`, and against
//! anything at all: no headword may make it panic.

#![expect(clippy::disallowed_methods, reason = "the fixtures are files")]

use std::collections::BTreeSet;

use glose::french::paradigm::{Class, Hints, Paradigm, paradigm};
use glose::french::reading::{Cells, Gender, PERSONS};
use proptest::prelude::*;

#[test]
fn verbs_have_the_forms_of_their_model() {
    for (file, text) in fixtures("verb") {
        let mut verb = ("", Paradigm::default());
        for (number, line) in lines(&text) {
            let at = format!("{file}:{number}");
            match line.strip_prefix("verb ") {
                Some(infinitive) => {
                    verb = (infinitive, made(infinitive, Class::Verb, &Hints::default(), &at))
                }
                None => check_places(line, &verb.1, &format!("{at}: {}", verb.0)),
            }
        }
    }
}

#[test]
fn nouns_and_adjectives_have_their_genders_and_numbers() {
    for (file, text) in fixtures("nominal") {
        for (number, line) in lines(&text) {
            let at = format!("{file}:{number}: {line}");
            let (head, forms) = line.split_once(": ").expect(&at);
            let words: Vec<&str> = head.split_whitespace().collect();
            let class = if words[0] == "noun" { Class::Noun } else { Class::Adjective };
            let paradigm = made(words[1], class, &hints(&words[2..]), &at);
            let cells = [Cells::MS, Cells::MP, Cells::FS, Cells::FP];
            for (cell, expected) in cells.into_iter().zip(forms.split_whitespace()) {
                check(&paradigm, cell, expected, &at);
            }
        }
    }
}

/// The fixture files whose name begins so.
fn fixtures(kind: &str) -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/paradigm");
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let named = paths.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), path));
    let files = named.filter(|(name, _)| name.starts_with(kind));
    let found: Vec<_> = files.map(|(name, path)| (name, std::fs::read_to_string(path).unwrap())).collect();
    assert!(!found.is_empty(), "no fixtures of {kind}");
    found
}

/// The lines that say something, with their numbers.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let numbered = text.lines().enumerate().map(|(at, line)| (at + 1, line.trim()));
    numbered.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

fn made(lemma: &str, class: Class, hints: &Hints, at: &str) -> Paradigm {
    paradigm(lemma, class, hints).unwrap_or_else(|reason| panic!("{at}: {reason}"))
}

/// `m plural=yeux feminine==`.
fn hints(words: &[&str]) -> Hints {
    let mut hints = Hints::default();
    for word in words {
        match word.split_once('=') {
            Some(("plural", form)) => hints.plural = Some(form.into()),
            Some((_, form)) => hints.feminine = Some(form.into()),
            None => hints.gender = Some(gender(word)),
        }
    }
    hints
}

fn gender(word: &str) -> Gender {
    match word {
        "m" => Gender::Masculine,
        "f" => Gender::Feminine,
        _ => Gender::Both,
    }
}

/// `prs finis finis finit finissons finissez finissent  pst.1s finis`: places, each with its forms.
fn check_places(line: &str, paradigm: &Paradigm, at: &str) {
    let mut words = line.split_whitespace();
    while let Some(place) = words.next() {
        for cell in cells(place) {
            check(paradigm, cell, words.next().unwrap_or("(nothing)"), at);
        }
    }
}

/// The cells of a place, in the order of a grammar.
fn cells(place: &str) -> Vec<Cells> {
    let names: Vec<String> = match place {
        "pp" => ["ms", "mp", "fs", "fp"].map(|form| format!("pp.{form}")).to_vec(),
        "imp" => ["2s", "1p", "2p"].map(|person| format!("imp.{person}")).to_vec(),
        "prs" => PERSONS.map(|person| format!("prs.{person}")).to_vec(),
        one => vec![one.into()],
    };
    let all: Vec<Cells> = (!Cells::NONE).iter().collect();
    names.iter().map(|name| *all.iter().find(|cell| cell.name() == *name).expect(place)).collect()
}

/// Exactly the expected forms fill the cell.
fn check(paradigm: &Paradigm, cell: Cells, expected: &str, at: &str) {
    let forms = paradigm.forms();
    let made: BTreeSet<&str> =
        forms.iter().filter(|(_, cells)| cells.meets(cell)).map(|(form, _)| form.as_str()).collect();
    let expected: BTreeSet<&str> = expected.split('/').filter(|form| *form != "-").collect();
    assert_eq!(made, expected, "{at}, {}", cell.name());
}

#[test]
fn one_stem_and_shared_endings() {
    let stems = |verb| made(verb, Class::Verb, &Hints::default(), verb).stems;
    for (verb, most) in
        [("parler", 1), ("manger", 1), ("finir", 1), ("rendre", 1), ("céder", 2), ("tenir", 3)]
    {
        assert!(stems(verb).len() <= most, "{verb}: {:?}", stems(verb));
    }
    for (one, other) in [("parler", "liker"), ("tenir", "abstenir"), ("céder", "régler"), ("dire", "redire")]
    {
        let endings = |verb| stems(verb).into_iter().map(|stem| stem.endings).collect::<BTreeSet<_>>();
        assert_eq!(endings(one), endings(other), "{one} and {other}");
    }
}

#[test]
fn what_is_no_verb_is_refused_with_a_reason() {
    for (lemma, reason) in [
        ("maison", "“maison” does not end as a French infinitive does (-er, -ir, -oir, -re)"),
        ("er", "“er” does not end as a French infinitive does (-er, -ir, -oir, -re)"),
        ("mettre en œuvre", "“mettre en œuvre” is several words; only one can be inflected"),
        (" ", "there is no word to inflect"),
    ] {
        let refused = paradigm(lemma, Class::Verb, &Hints::default()).expect_err(lemma);
        assert_eq!(refused.to_string(), reason);
    }
}

#[test]
fn a_verb_may_stand_with_its_pronoun() {
    for (lemma, form) in [("se rendre", "rendirent"), ("s'abstenir", "abstenu"), ("S’en aller", "ira")] {
        let forms = made(lemma, Class::Verb, &Hints::default(), lemma).forms();
        assert!(forms.iter().any(|(made, _)| made == form), "{lemma}: {form}");
    }
}

/// What a paradigm promises, whatever the headword.
fn is_sound(paradigm: &Paradigm) -> bool {
    let has_text = |stem: &str, ending: &str| !stem.is_empty() || !ending.is_empty();
    paradigm.stems.iter().all(|stem| {
        let texts: BTreeSet<&str> = stem.endings.iter().map(|ending| ending.text.as_str()).collect();
        let is_filled =
            stem.endings.iter().all(|ending| !ending.cells.is_empty() && has_text(&stem.text, &ending.text));
        !stem.endings.is_empty() && texts.len() == stem.endings.len() && is_filled
    })
}

proptest! {
    #[test]
    fn no_headword_panics(lemma in any::<String>()) {
        for class in [Class::Verb, Class::Noun, Class::Adjective] {
            if let Ok(paradigm) = paradigm(&lemma, class, &Hints::default()) {
                prop_assert!(is_sound(&paradigm), "{lemma:?} {paradigm:?}");
            }
        }
    }

    #[test]
    fn no_ending_panics(
        stem in "[a-zéèêîïûç'-]{0,6}",
        ending in "(er|ir|ïr|re|oir|ger|cer|yer|eler|éder|tenir|dre|aître|al|ail|eau|eur|teur|-|s|x|gu|en|et)",
        plural in proptest::option::of("[=a-z]{0,4}"),
    ) {
        let hints = Hints { plural, ..Hints::default() };
        for class in [Class::Verb, Class::Noun, Class::Adjective] {
            if let Ok(paradigm) = paradigm(&format!("{stem}{ending}"), class, &hints) {
                prop_assert!(is_sound(&paradigm), "{stem}{ending} {paradigm:?}");
            }
        }
    }
}
