//! How a headword of several words becomes the [`Pattern`] it is looked for by.
//!
//! Knows the notation of dictionaries and the vocabulary; nothing of texts.

use smallvec::SmallVec;

use super::pattern::{Between, GRAMMAR, Pattern, Place, Want};
use super::vocabulary::Vocabulary;
use crate::french::elision::ELISIONS;
use crate::french::form::folded;
use crate::french::reading::{Cells, Upos};
use crate::glossary::notation::{Part, Term};
use crate::glossary::{Entry, Pos};

/// Compiles `term`, a headword of several parts that belongs to `entry`.
///
/// `number` is the entry's number in its layer. Words that are not known yet are added to
/// `vocabulary`.
pub fn compile(term: &Term, entry: &Entry, number: u32, vocabulary: &mut Vocabulary<'_>) -> Option<Pattern> {
    let mut maker =
        Maker { entry, vocabulary, places: Vec::new(), verb: None, is_complement: false, is_free: false };
    let parts = without_article(&term.parts, entry);
    for (at, part) in parts.iter().enumerate() {
        maker.part(part, parts.get(at + 1));
    }
    let Maker { mut places, verb, .. } = maker;
    if let Some(last) = places.last_mut() {
        last.after = Between::Nothing;
    }
    let anchor = places
        .iter()
        .position(|place| !place.is_optional && !matches!(place.want, Want::Reflexive | Want::Hanging))?;
    let governs_next = match entry.pos {
        Pos::Prep => Some(true),
        Pos::Adv => Some(false),
        _ => None,
    };
    let pos = entry.pos;
    Some(Pattern { entry: number, places, anchor, verb, is_turned: false, governs_next, pos })
}

/// The words of negation that stand after a finite verb and before an infinitive.
const NEGATIONS: [&str; 8] = ["pas", "plus", "rien", "jamais", "guère", "point", "aucun", "aucune"];

/// The orders in which the words of a headword can stand: *ne pas mâcher ses mots*, and *il **ne
/// mâche pas** ses mots*; *se taire*, and *tais**-toi***.
///
/// A headword made of lemmas is read as what they stand for: *prendre à le sérieux* as *prendre au
/// sérieux*, *avoir y* as *y avoir*.
pub fn orders(term: Term) -> Vec<Term> {
    let term = contracted(clitics_first(term));
    let verb = term.parts.iter().position(is_verb);
    match (term.parts.as_slice(), verb) {
        ([ne, negation, ..], Some(verb))
            if verb > 1 && is(ne, &["ne", "n'", "n’"]) && is(negation, &NEGATIONS) =>
        {
            let negation_at = |place: usize| {
                let mut parts = term.parts.clone();
                let negation = parts.remove(1);
                parts.insert(place, negation);
                Term { parts }
            };
            // *il n'en **croit pas** ses yeux*, and *il n'en a **pas cru** ses yeux*
            let finite = [verb].into_iter().chain((verb > 2).then_some(verb - 1));
            finite.map(negation_at).chain([term.clone()]).collect()
        }
        ([Part::Reflexive, _, ..], Some(1)) => {
            let mut imperative = term.parts.clone();
            imperative.swap(0, 1);
            vec![term, Term { parts: imperative }]
        }
        _ => vec![term],
    }
}

/// True when `part` is one of these words.
fn is(part: &Part, wanted: &[&str]) -> bool {
    match part {
        Part::Word { any_of, .. } => any_of.iter().all(|word| wanted.contains(&word.as_str())),
        _ => false,
    }
}

fn is_verb(part: &Part) -> bool {
    matches!(part, Part::Word { any_of, .. } if is_infinitive(&any_of[0]))
}

/// *y* and *ce*, which are nothing but pronouns, stand before their verb: *avoir y* is *y avoir*.
fn clitics_first(mut term: Term) -> Term {
    if let [verb, clitic, ..] = term.parts.as_slice()
        && is_verb(verb)
        && is(clitic, &["y", "ce"])
    {
        term.parts.swap(0, 1);
    }
    term
}

/// *à* and *de* with a masculine article are one word: *à le* is *au*.
fn contracted(term: Term) -> Term {
    let mut parts: Vec<Part> = Vec::with_capacity(term.parts.len());
    for part in term.parts {
        let joined = parts.last().and_then(|before| contraction(before, &part));
        if joined.is_some() {
            parts.pop();
        }
        parts.push(joined.unwrap_or(part));
    }
    Term { parts }
}

/// What a preposition and an article make, if these two are such.
fn contraction(preposition: &Part, article: &Part) -> Option<Part> {
    let forms: &[&str] = match is(article, &["le", "les"]) {
        true if is(preposition, &["à"]) => &["au", "aux"],
        true if is(preposition, &["de"]) => &["du", "des"],
        _ => return None,
    };
    let any_of = forms.iter().map(|form| (*form).to_owned()).collect();
    Some(Part::Word { any_of, optional: false })
}

/// A name is found without the article it is quoted with: *l'Élysée*, *du Quai d'Orsay*.
pub fn without_article<'p>(parts: &'p [Part], entry: &Entry) -> &'p [Part] {
    match parts {
        [Part::Word { any_of, .. }, rest @ ..] if entry.pos == Pos::Name && !rest.is_empty() => {
            let is_article =
                any_of.iter().all(|word| matches!(word.as_str(), "le" | "la" | "les" | "l'" | "l’"));
            if is_article { rest } else { parts }
        }
        _ => parts,
    }
}

struct Maker<'m, 'b> {
    entry: &'m Entry,
    vocabulary: &'m mut Vocabulary<'b>,
    places: Vec<Place>,
    verb: Option<usize>,
    /// True after a preposition: what follows stands as written.
    is_complement: bool,
    /// True after the gap of a verb: its noun takes any determiner, *souffrir … de maladie*.
    is_free: bool,
}

impl Maker<'_, '_> {
    fn part(&mut self, part: &Part, next: Option<&Part>) {
        match part {
            Part::Word { any_of, optional } => {
                let is_before_free = self.is_free && any_of.iter().all(|word| word == "de" || word == "à");
                let before_open = is_before_free || matches!(next, None | Some(Part::Slot | Part::Gap));
                let mut want = self.want(any_of, before_open);
                if let Want::Form(forms) = &mut want
                    && is(part, &["la"])
                    && next.is_some_and(|next| is(next, &["une"]))
                {
                    // *à **la une*** is a front page, *à **l'une** des sociétés* is none.
                    forms.retain(|form| form != "l'");
                }
                let is_capital =
                    any_of.iter().all(|word| word.chars().next().is_some_and(char::is_uppercase));
                // A verb is followed by its adverbs, and so are the clitics before it.
                let is_verbal = self.entry.pos == Pos::Verb
                    && (self.verb.is_none() || self.verb == Some(self.places.len()));
                let is_negation =
                    self.verb.is_some() && any_of.iter().all(|word| NEGATIONS.contains(&word.as_str()));
                let after = match is_verbal || is_negation {
                    true => Between::Adverbs,
                    false if is_before_free => Between::Determiner,
                    false => Between::Nothing,
                };
                self.places.push(Place { want, is_optional: *optional, after, is_capital });
            }
            // *s'il vous plaît*
            Part::Reflexive if next.is_some_and(|next| is(next, &["il", "ils"])) => self.places.push(Place {
                want: Want::Form(["s'".to_owned()].into_iter().collect()),
                is_optional: false,
                after: Between::Nothing,
                is_capital: false,
            }),
            Part::Reflexive => self.reflexive(),
            Part::Slot => self.open(Between::Slot),
            Part::Gap if self.verb.is_some() => {
                self.is_free = true;
                self.open(Between::Phrase);
            }
            Part::Gap if self.is_negation() || is_que(next) => self.open(Between::Clause),
            Part::Gap => self.open(Between::Sentence),
        }
    }

    /// The pronoun of a pronominal verb: right behind its imperative, or before it, as in *savoir à
    /// quoi s'en tenir*.
    fn reflexive(&mut self) {
        let is_behind = self.verb.is_some_and(|verb| verb + 1 == self.places.len());
        let want = if is_behind { Want::Hanging } else { Want::Reflexive };
        if let (Want::Hanging, Some(verb)) = (&want, self.places.last_mut()) {
            verb.after = Between::Nothing;
        }
        self.places.push(Place { want, is_optional: false, after: Between::Adverbs, is_capital: false });
    }

    /// True of *ne … que*, which does not reach over a comma, as *soit … soit* does.
    fn is_negation(&self) -> bool {
        matches!(self.places.first(), Some(Place { want: Want::Form(forms), .. }) if forms.iter().any(|form| form == "ne"))
    }

    /// Lets more stand after the last place.
    fn open(&mut self, between: Between) {
        if let Some(last) = self.places.last_mut() {
            last.after = last.after.max(between);
        }
    }

    /// What may stand where one of `any_of` is written.
    fn want(&mut self, any_of: &[String], before_open: bool) -> Want {
        if let [word] = any_of {
            if self.entry.pos == Pos::Verb && self.verb.is_none() && is_infinitive(word) {
                self.verb = Some(self.places.len());
                return Want::Lemma(self.vocabulary.verb(word).into());
            }
            if let Some(lemmas) = self.lemmas(word) {
                return Want::Lemma(lemmas.into());
            }
        }
        let mut forms: SmallVec<[String; 2]> =
            any_of.iter().flat_map(|word| forms(word, before_open)).collect();
        // *ne pas se faire **d'**illusions*: in a negation the article is *de*.
        if self.verb.is_some() && matches!(any_of, [word] if matches!(word.as_str(), "des" | "un" | "une")) {
            forms.extend(["de", "d'"].map(str::to_owned));
        }
        Want::Form(forms)
    }

    /// The lemmas that may stand for a word in any of their forms: of the nouns and adjectives of a
    /// nominal expression up to its first preposition, of the full words of a verbal one that are
    /// quoted in their dictionary form. `None` for a word that stands as written.
    fn lemmas(&mut self, word: &str) -> Option<Vec<u32>> {
        let is_grammar = GRAMMAR.contains(&word) || word.ends_with(['\'', '’']);
        let is_nominal = matches!(self.entry.pos, Pos::Noun | Pos::Adj) && !self.is_complement;
        // *sains et saufs*: what *et* joins agrees alike.
        // Nor does an adverb govern: *affaires non élucidées*, *une saison bien engagée*.
        self.is_complement |= is_grammar && !matches!(word, "et" | "non" | "bien" | "mal");
        let is_open = is_nominal || self.entry.pos == Pos::Verb;
        // A number is not inflected, and *oméga **3*** makes no noun of it.
        let is_as_written = |first: char| first.is_uppercase() || first.is_ascii_digit();
        if is_grammar || !is_open || word.starts_with(is_as_written) {
            return None;
        }
        // *agression sexuelle* agrees as it is quoted; *prendre ses fonctions* stands as written.
        let wanted = if is_nominal { Cells::NOMINAL | Cells::PP } else { Cells::MS | Cells::PP_MS };
        let quoted = self.vocabulary.lemmas(word);
        // *il lui revient de*: a pronoun is meant, and not *lui* as the participle of *luire*.
        let is_pronoun = quoted.iter().any(|lemma| self.vocabulary.upos(*lemma) == Upos::Pron);
        let agreeing = if is_pronoun { Vec::new() } else { self.vocabulary.lemmas_of_form(word, wanted) };
        let is_full = |lemma: &u32| {
            !matches!(self.vocabulary.upos(*lemma), Upos::Adv | Upos::Adp | Upos::Pron | Upos::Det)
        };
        let mut found: Vec<u32> = quoted.into_iter().filter(is_full).chain(agreeing).collect();
        found.sort_unstable();
        found.dedup();
        if self.is_free {
            self.prefer_nouns(&mut found);
        }
        if found.is_empty() && !self.is_complement && !self.vocabulary.is_form(word) {
            found = self.vocabulary.lemma(word, Upos::Noun);
        }
        (!found.is_empty()).then_some(found)
    }

    /// What a verb governs across a gap is a noun, if the word can be one: *avoir … le devoir* is not
    /// in *ils **ont** peur et **doivent** partir*.
    fn prefer_nouns(&self, lemmas: &mut Vec<u32>) {
        let is_noun = |lemma: &u32| self.vocabulary.upos(*lemma) == Upos::Noun;
        if lemmas.iter().any(is_noun) {
            lemmas.retain(is_noun);
        }
    }
}

/// True of *que*, of which a sentence has many: *à peine … que* does not reach over a comma.
fn is_que(part: Option<&Part>) -> bool {
    matches!(part, Some(Part::Word { any_of, .. }) if any_of.iter().any(|word| word == "que"))
}

/// True of a word that ends as infinitives do.
fn is_infinitive(word: &str) -> bool {
    word.len() > 3
        && (word.ends_with("er") || word.ends_with("ir") || word.ends_with("re") || word.ends_with("ïr"))
}

/// The forms that `word` has before a vowel, and *de* and *à* with an article, where they stand
/// last or before a slot.
fn forms(word: &str, before_open: bool) -> Vec<String> {
    let word = folded(word);
    let elided = ELISIONS.iter().filter(|(_, full)| *full == word).map(|(elided, _)| (*elided).to_owned());
    let full = ELISIONS.iter().filter(|(elided, _)| *elided == word).map(|(_, full)| (*full).to_owned());
    let contracted: &[&str] = match word.as_str() {
        "de" | "d'" if before_open => &["du", "des"],
        "à" if before_open => &["au", "aux"],
        "la" => &["l'"],
        // The article in its dictionary form: *attirer le attention*.
        "le" => &["la", "l'"],
        "son" | "sa" | "ses" => &[
            "son", "sa", "ses", "mon", "ma", "mes", "ton", "ta", "tes", "notre", "nos", "votre", "vos",
            "leur", "leurs",
        ],
        _ => &[],
    };
    let contracted = contracted.iter().map(|form| (*form).to_owned());
    let all: Vec<String> = elided.chain(full).chain(contracted).chain([word.clone()]).collect();
    all
}
