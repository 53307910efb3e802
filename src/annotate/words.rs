//! The words of a paragraph with what they can be, sentence by sentence.

use super::matcher::Matcher;
use crate::french::constraint::{Dropped, constrain};
use crate::french::context;
use crate::french::form::Form;
use crate::french::guess::guess;
use crate::french::lexicon::Readings;
use crate::french::reading::{Cells, Lemma, Reading, Upos};
use crate::french::token::{Token, TokenKind};
use crate::text::span::Span;

/// A token that is no space, with its readings.
#[derive(Clone, Debug)]
pub struct Word {
    /// Its number among the paragraph's tokens.
    pub token: usize,
    /// Where it stands in the paragraph.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Its letters, folded.
    pub form: Form,
    /// All it can be; at least one.
    pub readings: Readings,
    /// What it is here.
    pub chosen: Reading,
    /// True when no lexicon knows it.
    pub is_guess: bool,
}

/// The words of one sentence of `paragraph`, each with the reading chosen in it.
///
/// `tokens` are those of the paragraph; the sentence is those numbered `range`.
#[must_use]
pub fn sentence(
    paragraph: &str,
    tokens: &[Token],
    range: std::ops::Range<usize>,
    matcher: &Matcher,
) -> Vec<Word> {
    choose(paragraph, tokens, range, matcher).0
}

/// The same, with the readings that grammar ruled out.
pub fn choose(
    paragraph: &str,
    tokens: &[Token],
    range: std::ops::Range<usize>,
    matcher: &Matcher,
) -> (Vec<Word>, Vec<Dropped>) {
    let mut words: Vec<Word> = Vec::with_capacity(range.len());
    let written = range.filter(|number| tokens[*number].kind != TokenKind::Space);
    words.extend(written.map(|number| word(paragraph, tokens[number], number, matcher)));
    settle_if(&mut words);
    let mut candidates: Vec<context::Word<'_>> =
        (0..words.len()).map(|at| candidate(paragraph, &words, at, matcher)).collect();
    let dropped = constrain(&mut candidates);
    let chosen = context::choose(&candidates);
    for (word, chosen) in words.iter_mut().zip(chosen) {
        word.chosen = chosen;
    }
    make_causative(&mut words, paragraph, matcher);
    (words, dropped)
}

/// *s'* is *si* before *il* and *ils*, and a pronoun before anything else.
fn settle_if(words: &mut [Word]) {
    for at in 0..words.len() {
        if words[at].form.exact() != "s'" {
            continue;
        }
        let is_if = words.get(at + 1).is_some_and(|next| matches!(next.form.exact(), "il" | "ils"));
        let fits = |reading: &Reading| (reading.upos == Upos::Sconj) == is_if;
        if words[at].readings.iter().any(fits) {
            words[at].readings.retain(|reading| fits(reading));
        }
    }
}

/// A word as the choice of readings sees it.
fn candidate<'w>(paragraph: &str, words: &'w [Word], at: usize, matcher: &Matcher) -> context::Word<'w> {
    let word = &words[at];
    let written = word.span.of(paragraph);
    let is_capitalised = word.form.is_capitalised();
    let lemma = |reading: &Reading| matcher.lemma(written, *reading);
    let mut costs = context::own_costs(word.form.exact(), &word.readings, lemma);
    let is_first = is_first(words, at);
    if is_capitalised && !is_first {
        // Inside a sentence *l'État* is rather *État* than *état*, *la Manche* rather the sea.
        let is_name = |reading: &Reading| reading.upos == Upos::Propn && reading.lemma != Lemma::Name;
        let is_before_name =
            words.get(at + 1).is_some_and(|next| next.is_guess && next.form.is_capitalised());
        let has_name = word.readings.iter().any(is_name);
        for (cost, reading) in costs.iter_mut().zip(&word.readings) {
            let lemma = lemma(reading);
            let is_small = lemma.chars().next().is_some_and(char::is_lowercase) && is_open(reading.upos);
            *cost += match is_small {
                false => 0,
                true if has_name || reading.upos == Upos::Verb => 5,
                // *Pierre Moscovici* is no stone; but *Mme Kessali* is a lady.
                true if is_before_name && lemma == word.form.exact() => 5,
                true => 1,
            };
        }
    }
    let form = word.form.exact();
    let (readings, is_comma) = (word.readings.clone(), written == ",");
    context::Word { form, readings, costs, is_capitalised, is_first, is_comma }
}

/// True of the first word of a sentence, and of one that is quoted in it: *Il a dit : « **Le** pays … »*
fn is_first(words: &[Word], at: usize) -> bool {
    let mut before = words[..at].iter().rev().take_while(|word| word.kind == TokenKind::Punct);
    let marks = before
        .by_ref()
        .take(4)
        .fold((0, false), |(number, opens), word| (number + 1, opens || word.form.exact() == ":"));
    marks.0 == at || marks.1
}

/// The causative *faire* is an auxiliary of its infinitive: *a **fait** construire*.
fn make_causative(words: &mut [Word], paragraph: &str, matcher: &Matcher) {
    for at in 0..words.len() {
        let word = &words[at];
        if word.chosen.upos != Upos::Verb || !word.form.exact().starts_with('f') {
            continue;
        }
        let is_between = |word: &&Word| {
            word.chosen.upos == Upos::Adv || word.chosen.cells.meets(Cells::OBJECT | Cells::INVERTED)
        };
        let next = words[at + 1..].iter().find(|word| !is_between(word));
        let is_infinitive =
            |next: &Word| next.chosen.upos == Upos::Verb && next.chosen.cells.meets(Cells::INF);
        if next.is_some_and(is_infinitive) && matcher.lemma(word.span.of(paragraph), word.chosen) == "faire" {
            words[at].chosen.upos = Upos::Aux;
        }
    }
}

fn word(paragraph: &str, token: Token, number: usize, matcher: &Matcher) -> Word {
    let form = Form::new(token.span.of(paragraph));
    let mut readings = Readings::new();
    let plain = |upos| Reading { lemma: Lemma::Form, upos, cells: Cells::NONE };
    let mut is_guess = false;
    match token.kind {
        TokenKind::Word => {
            matcher.look_up(&form, &mut readings);
            is_guess = readings.is_empty();
            if is_guess {
                guess(&form, &mut readings);
            } else if form.is_capitalised() && readings.iter().all(|reading| is_open(reading.upos)) {
                people(&form, &mut readings);
                readings.push(Reading { lemma: Lemma::Name, upos: Upos::Propn, cells: Cells::NONE });
            }
        }
        TokenKind::Number => {
            // *4G* is a word, *4e* and *4* are numbers.
            matcher.look_up(&form, &mut readings);
            if readings.is_empty() {
                readings.push(plain(number_tag(form.exact())));
            }
        }
        TokenKind::Punct => readings.push(plain(Upos::Punct)),
        TokenKind::Symbol => readings.push(plain(Upos::Sym)),
        TokenKind::Address | TokenKind::Space => readings.push(plain(Upos::X)),
    }
    let chosen = readings[0];
    Word { token: number, span: token.span, kind: token.kind, form, readings, chosen, is_guess }
}

/// What the names of peoples end in: *Français*, *Danois*, *Italiens*, *Coréens*, *Romains*, *Persans*,
/// *Espagnols*, *Sahraouis*.
const PEOPLES: [&str; 27] = [
    "ais", "aise", "aises", "ois", "oise", "oises", "ien", "iens", "ienne", "iennes", "éen", "éens", "éenne",
    "éennes", "ain", "ains", "aine", "aines", "an", "ans", "ane", "anes", "ol", "ols", "oui", "ouis", "ouie",
];

/// An adjective with a capital may be the name of a people: *les **Sahraouis***.
fn people(form: &Form, readings: &mut Readings) {
    let is_other = |reading: &Reading| matches!(reading.upos, Upos::Noun | Upos::Propn | Upos::Verb);
    if let Some(adjective) = readings.iter().find(|reading| reading.upos == Upos::Adj).copied()
        && PEOPLES.iter().any(|ending| form.exact().ends_with(ending))
        && !readings.iter().any(is_other)
    {
        readings.push(Reading { upos: Upos::Noun, ..adjective });
    }
}

/// True of the parts of speech that grow: a word of these may be part of a name.
fn is_open(upos: Upos) -> bool {
    matches!(upos, Upos::Noun | Upos::Adj | Upos::Verb | Upos::Adv | Upos::Num)
}

/// *2e* and *19e* are adjectives; a year or an amount is a number.
fn number_tag(exact: &str) -> Upos {
    let is_ordinal = ["e", "er", "ère", "re", "es", "ème", "nd", "nde", "ers"].iter().any(|ending| {
        exact.strip_suffix(ending).is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()))
    });
    if is_ordinal { Upos::Adj } else { Upos::Num }
}
