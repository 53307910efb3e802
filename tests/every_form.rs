//! Every form that the engine makes of a headword is found again in a plain sentence, and leads back
//! to its entry: as what won, as a word inside an expression that won, or as what another entry of
//! the very same words beat.
//!
//! The few that another reading of the same letters takes are in `every_form/known.txt`, each with the
//! rule by which it does.
//!
//! A sample is tried; `GLOSE_EVERY_FORM=1` tries them all, which takes minutes without `--release`.

#![expect(clippy::disallowed_methods, reason = "the extent of the test is chosen from outside")]
#![expect(clippy::print_stdout, reason = "how many there were is worth knowing")]

use std::sync::LazyLock;

use glose::annotate::{Annotation, EntryId, Matcher, annotate};
use glose::builtin::{self, GLOSSARY};
use glose::french::paradigm::{Class, Hints, paradigm};
use glose::french::reading::{Cells, PERSONS, TENSES};
use glose::glossary::notation::{self, Part};
use glose::glossary::{Entry, Pos};

static MATCHER: LazyLock<Matcher> = LazyLock::new(|| Matcher::new(builtin::glossary(), Vec::new()));

/// Of so many sentences one is tried.
const SAMPLE: usize = 60;

/// Sentences that are known not to lead back.
const KNOWN: &str = include_str!("every_form/known.txt");

/// What became of the sentences.
#[derive(Default)]
struct Count {
    tried: usize,
    beaten: usize,
    lost: Vec<String>,
}

#[test]
fn every_form_of_every_entry_leads_back_to_it() {
    let every = if std::env::var_os("GLOSE_EVERY_FORM").is_some() { 1 } else { SAMPLE };
    let (glossary, findings) = glose::glossary::parse(GLOSSARY);
    assert!(findings.is_empty());
    let workers = 2;
    let counts: Vec<Count> = std::thread::scope(|scope| {
        let entries = &glossary.entries;
        let work = |worker| scope.spawn(move || count(entries, every, (worker, workers)));
        (0..workers).map(work).collect::<Vec<_>>().into_iter().map(|one| one.join().unwrap()).collect()
    });
    let tried: usize = counts.iter().map(|count| count.tried).sum();
    let beaten: usize = counts.iter().map(|count| count.beaten).sum();
    let lost: Vec<&str> = counts.iter().flat_map(|count| &count.lost).map(String::as_str).collect();
    assert!(tried > 2_000, "the test looks at nothing: {tried} sentences");
    println!("{tried} sentences, {beaten} beaten, {} lost\n{}", lost.len(), lost.join("\n"));
    assert!(lost.is_empty(), "{} of {tried} sentences do not lead back:\n{}", lost.len(), lost.join("\n"));
}

/// Tries the sentences of every `workers`th entry, one of `every`.
fn count(entries: &[Entry], every: usize, (worker, workers): (usize, usize)) -> Count {
    let mut count = Count::default();
    for (number, entry) in entries.iter().enumerate().skip(worker).step_by(workers) {
        let id = EntryId { layer: 0, index: u32::try_from(number).unwrap() };
        for term in std::iter::once(&entry.term).chain(&entry.variants) {
            for (at, sentence) in sentences(term, entry).into_iter().enumerate() {
                if (number * 31 + at * 7).is_multiple_of(every) {
                    // The full stop of an abbreviation is that of its sentence too.
                    count.sentence(&sentence.replace("..", "."), id, entry);
                }
            }
        }
    }
    count
}

impl Count {
    fn sentence(&mut self, sentence: &str, id: EntryId, entry: &Entry) {
        self.tried += 1;
        let annotated = annotate(sentence, &MATCHER, None);
        let flat: Vec<&Annotation> = annotated.annotations.iter().flat_map(flat).collect();
        if flat.iter().any(|found| found.entry == id) {
            return;
        }
        if flat.iter().any(|found| found.beaten.contains(&id)) {
            self.beaten += 1;
            return;
        }
        let line = format!("{}: {sentence}", shown(entry));
        if KNOWN.lines().any(|known| known == line) {
            return;
        }
        let found: Vec<String> = flat.iter().map(|found| shown(MATCHER.entry(found.entry))).collect();
        self.lost.push(format!("{line} [{}]", found.join(", ")));
    }
}

fn shown(entry: &Entry) -> String {
    format!("{} ({})", entry.term, entry.pos.key())
}

/// An annotation with those inside it.
fn flat(annotation: &Annotation) -> Vec<&Annotation> {
    std::iter::once(annotation).chain(annotation.inside.iter().flat_map(flat)).collect()
}

/// Plain sentences with the forms of `term`, as far as the rules of French make any.
fn sentences(term: &str, entry: &Entry) -> Vec<String> {
    let Ok(read) = notation::parse(term) else { return Vec::new() };
    let parts: Vec<String> = read.parts.iter().map(written).collect();
    match (entry.pos, parts.as_slice()) {
        (Pos::Verb, _) => of_verb(&read.parts, &parts),
        (Pos::Noun | Pos::Adj, [word]) => {
            let class = if entry.pos == Pos::Noun { Class::Noun } else { Class::Adjective };
            of_nominal(word, class, entry)
        }
        (Pos::Name, _) => vec![framed(term, entry.pos)],
        _ => vec![framed(&joined(&parts), entry.pos)],
    }
}

/// One way to fill a place of a headword.
fn written(part: &Part) -> String {
    match part {
        Part::Word { any_of, .. } => any_of[0].clone(),
        Part::Reflexive => "se".into(),
        Part::Slot => "cela".into(),
        // Of any gender.
        Part::Gap => "leur propre".into(),
    }
}

/// Words with spaces between them, and elisions where vowels meet.
fn joined(words: &[String]) -> String {
    let mut text = String::new();
    for (at, word) in words.iter().enumerate() {
        let is_vowel = |c: char| "aeiouyhâàéèêëîïôûœ".contains(c.to_ascii_lowercase());
        let next = words.get(at + 1).is_some_and(|next| next.starts_with(is_vowel));
        match word.as_str() {
            "se" | "me" | "te" | "ne" | "je" if next => text += &format!("{}’", &word[..1]),
            "n'" | "n’" if !next => text += "ne ",
            elided if elided.ends_with(['\'', '’']) => text += elided,
            word if word.starts_with('-') => {
                text.truncate(text.trim_end().len());
                text += word;
                text.push(' ');
            }
            word => {
                text += word;
                text.push(' ');
            }
        }
    }
    text.trim_end().to_owned()
}

/// A sentence in which what does not inflect can stand.
fn framed(words: &str, pos: Pos) -> String {
    match pos {
        Pos::Noun => format!("C’est bien cette {words}."),
        Pos::Adj => format!("C’est une chose {words}."),
        Pos::Adv => format!("On en parle {words}."),
        Pos::Prep => format!("On en parle {words} Paris."),
        Pos::Conj => format!("On en parle {words} on en rit."),
        Pos::Det | Pos::Num => format!("On voit {words} choses."),
        Pos::Pron => format!("On pense : {words}."),
        Pos::Name => format!("On connaît {words}."),
        Pos::Verb | Pos::Phrase => format!("On le dit : {words}."),
        Pos::Interj => format!("Bon, {words} !"),
    }
}

fn of_nominal(word: &str, class: Class, entry: &Entry) -> Vec<String> {
    let hints =
        Hints { gender: entry.gender, plural: entry.plural.clone(), feminine: entry.feminine.clone() };
    let Ok(paradigm) = paradigm(word, class, &hints) else { return vec![framed(word, entry.pos)] };
    let frames = [
        (Cells::MS, "un point", "un"),
        (Cells::FS, "une chose", "une"),
        (Cells::MP, "des points", "des"),
        (Cells::FP, "des choses", "des"),
    ];
    let mut sentences = Vec::new();
    let extra = entry.forms.iter().map(|form| (form.clone(), Cells::NOMINAL));
    for (form, cells) in paradigm.forms().into_iter().chain(extra) {
        let form = with_capitals(&form, word);
        for (_, noun, article) in frames.iter().filter(|(cell, ..)| cells.meets(*cell)) {
            sentences.push(match class {
                Class::Noun => format!("On a vu {article} {form}."),
                _ => format!("On a vu {noun} {form}."),
            });
        }
    }
    sentences
}

/// A form with the capitals of the headword, which paradigms do not keep.
fn with_capitals(form: &str, term: &str) -> String {
    let mut letters = term.chars().map(Some).chain(std::iter::repeat(None));
    let restore = |letter: char| match letters.next().flatten() {
        Some(own) if own.to_lowercase().eq([letter]) => own,
        _ => letter,
    };
    form.chars().map(restore).collect()
}

/// The sentences of a verbal expression: one for each cell of its verb.
fn of_verb(parts: &[Part], words: &[String]) -> Vec<String> {
    let is_infinitive = |word: &String| {
        ["er", "ir", "re", "ïr"].iter().any(|ending| word.ends_with(ending)) && word.len() > 3
    };
    let Some(verb) = words.iter().position(is_infinitive) else { return Vec::new() };
    let Ok(paradigm) = paradigm(&words[verb], Class::Verb, &Hints::default()) else { return Vec::new() };
    let phrase = Phrase {
        before: &words[..verb],
        after: &words[verb + 1..],
        is_reflexive: parts[0] == Part::Reflexive,
    };
    let each = |(form, cells): (String, Cells)| {
        cells.iter().filter_map(|cell| phrase.sentence(&form, cell)).collect::<Vec<_>>()
    };
    paradigm.forms().into_iter().flat_map(each).collect()
}

/// What stands around the verb of an expression.
struct Phrase<'w> {
    before: &'w [String],
    after: &'w [String],
    is_reflexive: bool,
}

impl Phrase<'_> {
    /// A sentence in which the verb has the form `form`, which is `cell`.
    fn sentence(&self, form: &str, cell: Cells) -> Option<String> {
        let name = cell.name();
        let (kind, person) = name.split_once('.').unwrap_or((&name, "3s"));
        let sentence = match kind {
            "inf" => self.around(&["On", "va"], &[form], None),
            "ppr" => self.around(&["On", "parle", "en"], &[form], None),
            "pp" => self.participle(form, person),
            "imp" => return self.imperative(form, person),
            tense => {
                let number = PERSONS.iter().position(|known| *known == person)?;
                let subject = ["je", "tu", "elle", "nous", "vous", "elles"][number];
                let pronoun = ["me", "te", "se", "nous", "vous", "se"][number];
                let lead: &[&str] = if tense.starts_with("sb") { &["Il", "faut", "que"] } else { &["Alors"] };
                assert!(TENSES.contains(&tense));
                self.around(&[lead, &[subject]].concat(), &[form], Some(pronoun))
            }
        };
        Some(sentence.replace("que elle", "qu’elle"))
    }

    fn participle(&self, form: &str, agreement: &str) -> String {
        let subject = if agreement.starts_with('f') { "Elle" } else { "Il" };
        match (self.is_reflexive, agreement) {
            (true, _) => self.around(&[subject], &["est", form], Some("se")),
            (false, "ms") => self.around(&["Il"], &["a", form], Some("se")),
            (false, _) => self.around(&["On", "les"], &["a", form], Some("se")),
        }
    }

    /// *Tais-toi.* Clitics that would stand behind the verb are left to other sentences.
    fn imperative(&self, form: &str, person: &str) -> Option<String> {
        let own = &self.before[usize::from(self.is_reflexive)..];
        let pronoun = match person {
            "2s" => "-toi",
            "1p" => "-nous",
            _ => "-vous",
        };
        let hanging = self.is_reflexive.then(|| pronoun.to_owned());
        let words: Vec<String> =
            std::iter::once(form.to_owned()).chain(hanging).chain(self.after.iter().cloned()).collect();
        let object = if self.is_reflexive || !self.after.is_empty() { "" } else { " cela" };
        own.is_empty().then(|| format!("Allez, {}{object} !", joined(&words)))
    }

    /// Lead, clitics, the verb's own words, the rest. A finite verb has a pronoun of its person, and a
    /// negation goes behind it.
    fn around(&self, lead: &[&str], verb: &[&str], pronoun: Option<&str>) -> String {
        let is_negation = |word: &String| ["pas", "plus", "rien", "jamais", "guère"].contains(&word.as_str());
        let is_ne = |word: &String| ["ne", "n'", "n’"].contains(&word.as_str());
        let has_ne = self.before.first().is_some_and(is_ne);
        let moved: Vec<String> = self
            .before
            .iter()
            .filter(|word| pronoun.is_some() && has_ne && is_negation(word))
            .cloned()
            .collect();
        let clitics = self.before.iter().filter(|word| !moved.contains(word));
        let clitics =
            clitics.map(|word| if word == "se" { pronoun.unwrap_or("se").to_owned() } else { word.clone() });
        let own = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let (first, rest) = verb.split_at(1);
        let words: Vec<String> = own(lead)
            .into_iter()
            .chain(clitics)
            .chain(own(first))
            .chain(moved.iter().cloned())
            .chain(own(rest))
            .chain(self.after.iter().cloned())
            .collect();
        format!("{}.", joined(&words))
    }
}
