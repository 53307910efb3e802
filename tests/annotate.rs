//! Whatever the text, annotations lie in it: on character boundaries, in order, not overlapping.

use glose::annotate::matcher::Layer;
use glose::annotate::{Annotated, Annotation, Matcher, annotate};
use glose::builtin;
use glose::glossary;
use proptest::prelude::*;
use std::sync::LazyLock;

static MATCHER: LazyLock<Matcher> = LazyLock::new(|| Matcher::new(builtin::glossary(), Vec::new()));

/// The words an annotation stands on, checked one by one.
fn check(text: &str, annotation: &Annotation) {
    assert!(!annotation.spans.is_empty());
    let mut end = 0;
    for span in &annotation.spans {
        assert!(span.start >= end && span.end > span.start, "{:?}", annotation.spans);
        assert!(!span.of(text).trim().is_empty());
        end = span.end;
    }
    let entry = MATCHER.entry(annotation.entry);
    assert!(annotation.sense < entry.senses.len());
    for inside in &annotation.inside {
        check(text, inside);
        let is_covered = |place: usize| annotation.spans.iter().any(|span| span.contains(place));
        assert!(inside.spans.iter().all(|span| is_covered(span.start) && is_covered(span.end - 1)));
    }
}

fn check_all(text: &str) -> Annotated {
    let found = annotate(text, &MATCHER, None);
    assert_eq!(found.tokens.len(), found.readings.len());
    let mut starts: Vec<usize> = Vec::new();
    let mut taken = vec![false; text.len()];
    for annotation in &found.annotations {
        check(text, annotation);
        starts.push(annotation.spans[0].start);
        for byte in annotation.spans.iter().flat_map(|span| span.range()) {
            assert!(
                !taken[byte] || text.as_bytes()[byte] == b' ',
                "two annotations share a byte of {text:?}"
            );
            taken[byte] = true;
        }
    }
    assert!(starts.is_sorted());
    found
}

/// Words that meet in news, and what else may stand in a text.
fn text() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "le",
        "la",
        "l’",
        "s’",
        "est",
        "soldé",
        "par",
        "mise",
        "en",
        "examen",
        "à l’issue",
        "de",
        "du",
        "des",
        "ne",
        "pas",
        "que",
        "prend",
        "acte",
        "État",
        "ETAT",
        "Élysée",
        "été",
        "plus",
        "tout",
        "bon",
        "agent",
        "10 000",
        "%",
        "«",
        "»",
        ".",
        ",",
        "…",
        "-t-il",
        "aujourd’hui",
        "M.",
        "\u{a0}",
        "\u{202f}",
        "e\u{301}",
        "\u{1b}[2J",
        "𝄞",
        "-",
        "'",
    ]);
    let word = prop_oneof![9 => words.prop_map(str::to_owned), 1 => "\\PC{0,6}".prop_map(|any| any)];
    prop::collection::vec(word, 0..25).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn annotations_lie_in_the_text(text in text()) {
        check_all(&text);
    }

    #[test]
    fn any_string_is_a_text(text in "\\PC{0,80}") {
        check_all(&text);
    }
}

#[test]
fn every_built_in_article_is_annotated() {
    for (name, source) in builtin::ARTICLES {
        let (article, findings) = glose::article::parse(source);
        assert!(findings.is_empty(), "{name}");
        let found: usize = article.blocks.iter().map(|block| check_all(&block.text).annotations.len()).sum();
        assert!(found > 200, "{name} has {found}");
    }
}

#[test]
fn terms_around_tip_the_balance_between_senses() {
    let entry = |term: &str, rest: &str| {
        format!("[[entry]]\nterm = \"{term}\"\npos = \"noun\"\ngender = \"m\"\n{rest}\n")
    };
    let on_sport = "gloss = \"x\"\ntopic = \"sport\"";
    let senses = "[[entry.sense]]\ngloss = \"shop window\"\n[[entry.sense]]\ngloss = \"goal\"\ntopic = \"sport\"\nnear = [\"zut\"]";
    let own =
        ["dribblu", "tacla", "penaltu"].map(|term| entry(term, on_sport)).concat() + &entry("butru", senses);
    let layer = Layer { name: "own".into(), glossary: glossary::parse(&own).0 };
    let matcher = Matcher::new(builtin::glossary(), vec![layer]);
    let gloss = |text: &str| {
        let found = annotate(text, &matcher, None);
        let entry = |one: &Annotation| matcher.entry(one.entry).term == "butru";
        let one = found.annotations.iter().find(|one| entry(one)).expect("it is found");
        matcher.entry(one.entry).senses[one.sense].gloss.clone()
    };
    assert_eq!(gloss("Un dribblu, un tacla, un penaltu, un butru."), "goal");
    assert_eq!(gloss("Un dribblu et un butru."), "shop window");
}

/// The gloss of the first entry in `text` with the headword `term`, and the words it stands on.
fn glossed(text: &str, term: &str) -> Option<(String, String)> {
    fn all<'a>(annotations: &'a [Annotation], found: &mut Vec<&'a Annotation>) {
        for one in annotations {
            found.push(one);
            all(&one.inside, found);
        }
    }
    let annotated = annotate(text, &MATCHER, None);
    let mut found = Vec::new();
    all(&annotated.annotations, &mut found);
    let one = found.into_iter().find(|one| MATCHER.entry(one.entry).term == term)?;
    let words: Vec<&str> = one.spans.iter().map(|span| span.of(text)).collect();
    Some((MATCHER.entry(one.entry).senses[one.sense].gloss.clone(), words.join(" … ")))
}

/// How terms stand, and what they mean there.
const STANDING: &[(&str, &str, &str)] = &[
    ("Elle vient d'en parler.", "venir de", "to have just"),
    ("Elle vient de Brest.", "venir de", "to come from"),
    ("Le chantier, lancé en 2019, coûte cher.", "lancer", "to launch"),
    ("Il marche en souriant.", "en", "while"),
    ("Il vit en Suisse.", "en", "in"),
    ("Près d'un tiers des élus ont voté.", "près de", "nearly"),
    ("Il vit près d'un village.", "près de", "near"),
    ("Il part vers midi.", "vers", "around"),
    ("Il part vers Brest dans une heure.", "vers", "towards"),
    ("Un enfant sur cinq dort.", "sur", "out of"),
    ("Les prix ont doublé sur dix ans.", "sur", "over"),
    ("Il dort sur la table.", "sur", "on"),
    ("Il est parti il y a plus de dix ans.", "il y a", "(time) ago"),
    ("Chaque année, il y a un bal.", "il y a", "there is"),
    ("Elle soutient qu'il dort.", "soutenir", "to claim"),
    ("Elle soutient la ville.", "soutenir", "to support"),
    ("« Rien », lâche le maire.", "lâcher", "to let slip"),
    ("Rien ne presse, a-t-il lâché.", "lâcher", "to let slip"),
    ("Il lâche la corde.", "lâcher", "to let go"),
    ("Près d'un adulte sur six dort.", "près de", "nearly"),
    ("Près d'une ville sur la côte, il pleut.", "près de", "near"),
    ("Elle a 29 ans.", "avoir", "to be (… years old)"),
    ("Ses élèves ont entre quatre et dix ans.", "avoir", "to be (… years old)"),
    ("Ils ont deux ans pour payer.", "avoir", "to have"),
    ("Il se lève à cinq heures.", "heure", "o'clock"),
    ("La ville est à cinq heures de route.", "heure", "hour"),
    ("Il n'aura passé que trois mois à Brest.", "passer", "to spend (time)"),
    ("Il aime les dix ans passés à Brest.", "passer", "to spend (time)"),
    ("Le prix passe deux jours plus tard à 3 euros.", "passer", "to go (from … to …)"),
    ("Le texte, rappelle Mme Morel, date de mai.", "rappeler", "to point out"),
    ("Il entre, lance le ballon, sort.", "lancer", "to launch"),
    ("Le camion qui passe un jour sur deux est là.", "passer", "to pass"),
    ("Il y a des soirs où il boit.", "il y a", "there is"),
    ("De simples élus ont voté.", "simple", "mere"),
    ("La règle est simple.", "simple", "simple"),
    ("Un homme seul dort.", "seul", "alone"),
    ("Il est le seul élu.", "seul", "only"),
    ("Il est aussi grand que moi.", "aussi", "as"),
    ("Il est aussi maire.", "aussi", "also"),
    ("C'est la plus belle ville.", "plus", "most"),
    ("La ville est plus belle.", "plus", "more"),
    ("Elle entend encore partir.", "entendre", "to intend (to)"),
    ("« Je pars », a-t-elle dit.", "dire", "to say"),
    ("La règle dite des trois tiers tombe.", "dit", "known as"),
    ("Le groupe sort un album.", "sortir", "to bring out"),
    ("Le groupe sort lundi.", "sortir", "to go out"),
    ("Un élu a lâché : « C'est fini. »", "lâcher", "to let slip"),
    ("Il faut que la mairie tranche : « C'est l'heure », a lâché un élu.", "trancher", "to decide"),
    ("Il sort des urnes affaibli.", "sortir", "to go out"),
    ("Les prix baissent cette année.", "baisser", "to fall"),
    ("La banque baisse ses prix.", "baisser", "to lower"),
    ("Les prix seront baissés.", "baisser", "to lower"),
    ("L'eau est montée de deux mètres.", "monter", "to go up"),
    ("Elle a toujours voulu partir.", "toujours", "always"),
    ("Il a toujours un doute.", "toujours", "still"),
    ("Le texte devrait être voté lundi.", "devoir", "should"),
    ("Le texte devait être voté lundi.", "devoir", "to be due to"),
    ("La somme qu'il doit au fisc est lourde.", "devoir", "to owe"),
    ("Il doit un jour partir.", "devoir", "must"),
    // `:only`: where there is but one, *Ehpad* does not tell the elders.
    ("L'aîné vit en Ehpad.", "aîné", "eldest"),
    ("Les aînés vivent en Ehpad.", "aîné", "elders"),
    ("Il habite place Dauphine.", "place", "square"),
    ("Il a trouvé une place à Lyon.", "place", "place"),
    ("Ses papiers sont en règle.", "papier", "(identity) papers"),
    ("Le papier est cher.", "papier", "paper"),
];

#[test]
fn how_a_term_stands_tells_its_sense() {
    for &(text, term, gloss) in STANDING {
        let (shown, _) = glossed(text, term).unwrap_or_else(|| panic!("{term} is not found in: {text}"));
        assert_eq!(shown.split(';').next(), Some(gloss), "{text}");
    }
}

#[test]
fn what_somebody_was_is_found_behind_ex() {
    let found = |text| glossed(text, "otage").map(|(_, words)| words);
    assert_eq!(found("L’ex-otage parle.").as_deref(), Some("otage"));
    assert_eq!(found("Les ex‑otages parlent.").as_deref(), Some("otages"));
}

#[test]
fn every_setting_is_told_to_whoever_writes_entries() {
    let guide = include_str!("../CONTRIBUTING.md");
    let schema = glose::export::schema::schema();
    for name in glose::annotate::setting::names() {
        assert!(guide.contains(&format!("`{name}`")), "{name} is not in CONTRIBUTING.md");
        assert!(schema.contains(name), "{name} is not in the schema");
    }
}
