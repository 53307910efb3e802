//! Finds an expression around one of its words: in order, inside one clause.

use super::aside::{Steps, is_time, past_aside};
use super::lookalike::is_lookalike;
use super::overlap::Words;
use super::pattern::{Between, Pattern, Place, Want};
use super::verb::{has_verb, reading};
use super::words::Word;
use crate::french::context::nominal;
use crate::french::reading::{Cells, Reading, Upos};
use crate::french::token::TokenKind;
use crate::glossary::Pos;

/// An expression that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its own words, by their place in the sentence: sorted.
    pub words: Words,
    /// The word that inflects, as it is here.
    pub verb: Option<Reading>,
}

/// Looks for `pattern` in a sentence, with its anchor at word `at`.
#[must_use]
pub fn find(pattern: &Pattern, sentence: &[Word], at: usize) -> Option<Found> {
    if !fits(pattern, pattern.anchor, sentence, at) {
        return None;
    }
    let mut words = Words::new();
    let mut here = at;
    for place in (0..pattern.anchor).rev() {
        let between = pattern.places[place].after;
        match search(pattern, place, between, (sentence, Steps::Back(here))) {
            Some(found) => {
                words.push(found);
                here = found;
            }
            None if pattern.places[place].is_optional => {}
            None => return None,
        }
    }
    words.reverse();
    words.push(at);
    here = at;
    let mut between = pattern.places[pattern.anchor].after;
    for (place, what) in pattern.places.iter().enumerate().skip(pattern.anchor + 1) {
        let is_said = what.is_optional && has_clitic_for(what, sentence, words[0]);
        match search(pattern, place, between, (sentence, Steps::On(here))) {
            Some(found) if !is_said => {
                words.push(found);
                here = found;
                between = what.after;
            }
            _ if what.is_optional => {}
            _ => return None,
        }
    }
    let verb = pattern.verb.and_then(|verb| reading(&pattern.places[verb], sentence, &words));
    let found = Found { words, verb };
    let is_noun = pattern.verb.is_some() && !has_verb(pattern, &found, sentence);
    let is_whole = !pattern.is_turned || governs(&found, sentence);
    let is_real = || governs_directly(pattern, &found, sentence) && !is_lookalike(pattern, &found, sentence);
    (!is_noun && is_whole && is_real()).then_some(found)
}

/// True where *y* stands for an *à* that may be left out, or *en* for a *de*: ***y** a eu recours à
/// plusieurs reprises*. The clitic is before the verb at word `at`.
fn has_clitic_for(place: &Place, sentence: &[Word], at: usize) -> bool {
    let clitic = match &place.want {
        want if want.is_form("à") => "y",
        want if want.is_form("de") => "en",
        _ => return false,
    };
    let is_clitic = |word: &Word| word.chosen.upos == Upos::Pron && word.form.is(clitic);
    let is_before_verb = |word: &&Word| matches!(word.chosen.upos, Upos::Aux | Upos::Adv) || is_clitic(word);
    sentence[..at].iter().rev().take_while(is_before_verb).any(is_clitic)
}

/// True unless a gap of the expression holds a noun of which the expression's own noun is only the
/// complement: *avoir un effet* is not in ***avoir** le détail des **effets***.
///
/// A quantity does not count as one: *faire un brin de causette*.
fn governs_directly(pattern: &Pattern, found: &Found, sentence: &[Word]) -> bool {
    !pattern.is_free()
        || pattern.is_turned
        || found.words.windows(2).all(|own| !is_complement(sentence, own[0], own[1]))
}

/// The determiners of what is known already.
pub const DEFINITE: [&str; 13] =
    ["le", "la", "l'", "les", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs"];

/// True when word `at` is the complement of a definite noun between `from` and it.
fn is_complement(sentence: &[Word], from: usize, at: usize) -> bool {
    use Upos::{Adj, Adp, Adv, Det, Noun, Num, Pron};
    let inside = &sentence[from + 1..at];
    let opens_noun = |word: &Word| matches!(word.chosen.upos, Det | Adj | Num | Adv | Pron);
    let Some(preposition) = inside.iter().rposition(|word| !opens_noun(word)) else { return false };
    let before = &inside[..preposition];
    let Some(noun) = before.iter().rposition(|word| word.chosen.upos != Adj) else { return false };
    inside[preposition].chosen.upos == Adp
        && before[noun].chosen.upos == Noun
        && before[..noun].iter().any(|word| DEFINITE.contains(&word.form.exact()))
}

/// True when the verb of a turned expression governs the noun before it: it is a participle that
/// agrees with it, or a relative pronoun stands between, or *se* makes the noun its subject.
fn governs(found: &Found, sentence: &[Word]) -> bool {
    let (Some(verb), [noun, .., last]) = (found.verb, found.words.as_slice()) else { return false };
    let is_se = |at: &usize| matches!(sentence[*at].form.exact(), "se" | "s'") && !found.words.contains(at);
    let has_se = (*noun..*last).any(|at| is_se(&at));
    let is_relative = |word: &Word| {
        word.chosen.upos == Upos::Pron
            && word.chosen.cells.meets(Cells::RELATIVE)
            // *la réunion où il se tient debout*
            && (!has_se || word.form.is("qui"))
    };
    let agrees = nominal(verb.cells).meets(nominal(sentence[*noun].chosen.cells));
    sentence[*noun..*last].iter().any(is_relative)
        || verb.cells.meets(Cells::PP) && agrees
        || is_pronominal_passive(found, sentence)
}

/// True of a verb in the third person with *se* right behind its noun, which is its subject: *la
/// **réunion se tient***.
fn is_pronominal_passive(found: &Found, sentence: &[Word]) -> bool {
    let (Some(verb), [noun, at]) = (found.verb, found.words.as_slice()) else { return false };
    let person = if sentence[*noun].chosen.cells.meets(Cells::PLURAL) { 5 } else { 2 };
    let between = &sentence[*noun + 1..*at];
    verb.cells.meets(Cells::person(person))
        && matches!(between, [se] if matches!(se.form.exact(), "se" | "s'"))
}

/// The nearest word that fits `place`, if what stands before it may stand there.
fn search(
    pattern: &Pattern,
    place: usize,
    between: Between,
    (sentence, steps): (&[Word], Steps),
) -> Option<usize> {
    let mut passed = 0;
    let mut at = match steps {
        Steps::On(from) => from.checked_add(1)?,
        Steps::Back(from) => from.checked_sub(1)?,
    };
    loop {
        let word = sentence.get(at)?;
        if fits(pattern, place, sentence, at) {
            return Some(at);
        }
        let aside = past_aside(between, sentence, (at, steps));
        if aside.is_none() && (passed >= longest(between) || !may_stand(between, word)) {
            return None;
        }
        passed += 1;
        at = match steps {
            Steps::On(_) => aside.unwrap_or(at + 1),
            Steps::Back(_) => aside.or_else(|| at.checked_sub(1))?,
        };
    }
}

/// How many words may stand between two of an expression's own.
const fn longest(between: Between) -> usize {
    match between {
        Between::Nothing => 0,
        Between::Determiner | Between::Adverbs => 4,
        Between::Slot => 6,
        Between::Phrase | Between::Clause => 9,
        Between::Sentence => 16,
    }
}

/// True when `word` may stand between two words of an expression.
fn may_stand(between: Between, word: &Word) -> bool {
    let any = |wanted: fn(&Reading) -> bool| word.readings.iter().any(wanted);
    let is_clitic = |reading: &Reading| {
        reading.upos == Upos::Pron && reading.cells.meets(Cells::OBJECT | Cells::INVERTED | Cells::SUBJECT)
    };
    let is_clause_mark =
        word.kind == TokenKind::Punct && !matches!(word.form.exact(), "«" | "»" | "\"" | "“" | "”");
    // *une enquête ouverte **après** le feu* is not *ouvrir le feu*, but *il fait **depuis** carrière*.
    let is_preposition = word.chosen.upos == Upos::Adp && !word.form.is("depuis");
    let is_adverbial = is_time(word)
        // *vende **lui-même** la mèche*
        || word.form.exact().trim_end_matches('s').ends_with("-même")
        || !is_clause(word) && !is_preposition
            && (any(|reading| matches!(reading.upos, Upos::Adv | Upos::Aux))
                || any(is_clitic));
    let is_finite = word.chosen.upos == Upos::Verb && word.chosen.cells.meets(Cells::FINITE);
    match between {
        Between::Nothing => false,
        Between::Adverbs => is_adverbial,
        Between::Determiner => {
            matches!(word.chosen.upos, Upos::Det | Upos::Adj | Upos::Num | Upos::Adv)
        }
        Between::Slot => is_adverbial || !is_clause_mark && !is_finite && word.chosen.upos != Upos::Sconj,
        Between::Phrase => !is_clause_mark && !is_finite,
        Between::Clause => !is_clause_mark,
        Between::Sentence => !is_clause_mark || word.form.exact() == ",",
    }
}

/// True of a *que* that opens a clause, and is not the adverb of *ne sert **qu'**à*.
fn is_clause(word: &Word) -> bool {
    matches!(word.form.exact(), "que" | "qu'") && word.chosen.upos != Upos::Adv
}

/// True when word `at` can stand in `place`.
fn fits(pattern: &Pattern, place: usize, sentence: &[Word], at: usize) -> bool {
    let word = &sentence[at];
    // *prendre parti* is not in *a pris **part***: only the expression's own verb is finite.
    let is_verb = pattern.is_verbal(place);
    if !has_its_part(pattern, sentence, at) {
        return false;
    }
    let is_last = place + 1 == pattern.places.len();
    let place = &pattern.places[place];
    if place.is_capital && !word.form.is_capitalised() {
        return false;
    }
    match &place.want {
        Want::Form(forms) => {
            forms.iter().any(|form| word.form.is(form)) && !(is_last && opens_degree(sentence, at))
        }
        Want::Lemma(lemmas) => word.readings.iter().any(|reading| {
            reading.lemma.number().is_some_and(|lemma| lemmas.contains(&lemma))
                && (is_verb || may_stand_for(pattern, *reading, word))
        }),
        Want::Reflexive => is_reflexive(sentence, at),
        Want::Hanging => is_hanging(sentence, at),
    }
}

/// True of the *au* of *au moins*, which is no *à le*: *il manque **au moins** deux voix*.
fn opens_degree(sentence: &[Word], at: usize) -> bool {
    sentence[at].form.is("au")
        && sentence.get(at + 1).is_some_and(|next| {
            matches!(next.form.exact(), "moins" | "total" | "contraire" | "maximum" | "minimum")
        })
}

/// False of a finite verb that is not the expression's own, and in one that has none of a verb that is no
/// participle: *inscrit dans* is not in *s'**inscrit dans***, nor *confié à* in *va **confier à***.
fn may_stand_for(pattern: &Pattern, reading: Reading, word: &Word) -> bool {
    let is_verb_without = |cells| reading.upos == Upos::Verb && !reading.cells.meets(cells);
    if pattern.verb.is_some() {
        return !is_verb_without(!Cells::FINITE);
    }
    // *le **lever** de rideau*
    if pattern.pos == Pos::Noun {
        return !is_verb_without(Cells::PP | Cells::PPR | Cells::INF);
    }
    let has_participle = |other: &Reading| other.upos == Upos::Verb && other.cells.meets(Cells::PP);
    let is_finite = word.chosen.upos == Upos::Verb && word.chosen.cells.meets(Cells::FINITE);
    let is_finite_only = is_finite && word.readings.iter().any(has_participle);
    !is_finite_only && !is_verb_without(Cells::PP | Cells::PPR)
}

/// False of a grammar word that is another part of speech here than in `pattern`: *que* is the adverb in
/// *ne … que* alone, *plus* no negation in *n'a tenu **plus** de trois mois*, and *des* no *de* in *a
/// relevé **des** retards*.
fn has_its_part(pattern: &Pattern, sentence: &[Word], at: usize) -> bool {
    let word = &sentence[at];
    match word.form.exact() {
        "que" | "qu'" if pattern.is_restriction() => word.chosen.upos == Upos::Adv,
        "que" | "qu'" => word.chosen.upos != Upos::Adv || pattern.is_negation(),
        "plus" if pattern.is_degree() => {
            sentence.get(at + 1).is_some_and(|next| matches!(next.form.exact(), "de" | "d'"))
        }
        "plus" if pattern.is_negation() => !is_amount(sentence, at + 1),
        // *a relevé **des** retards*, *a relevé **de** nombreuses erreurs*
        "du" | "des" | "de" | "d'" => word.chosen.upos != Upos::Det || !pattern.is_verb_with_de(),
        // *en **faisant** les frais de la réforme*: nobody *en fait les frais*.
        "en" if pattern.verb == Some(1) => !is_of_gerund(sentence, at),
        _ => true,
    }
}

/// True of the preposition *en* of a gerund: *en finissant*, and not of the second in *en **en** finissant*.
fn is_of_gerund(sentence: &[Word], at: usize) -> bool {
    let is_gerund = |next: &Word| next.chosen.cells.meets(Cells::PPR);
    sentence.get(at + 1).is_some_and(is_gerund)
        && at.checked_sub(1).is_none_or(|before| !sentence[before].form.is("en"))
}

/// True of *de* and a number: in *une hausse de près **de 3** %* there is no adverb *de près*.
pub fn is_amount(sentence: &[Word], at: usize) -> bool {
    let is_number = |word: &Word| word.chosen.upos == Upos::Num || matches!(word.form.exact(), "un" | "une");
    sentence.get(at).is_some_and(|word| matches!(word.form.exact(), "de" | "d'"))
        && sentence.get(at + 1).is_some_and(is_number)
}

/// True of *se*, and of another object pronoun beside the subject of its person: *je me rends*,
/// *nous nous rendons*, and not *il me rend*.
fn is_reflexive(sentence: &[Word], at: usize) -> bool {
    let subjects: &[&str] = match sentence[at].form.exact() {
        "se" | "s'" => return sentence[at].chosen.upos != Upos::Sconj,
        // *ne vous taisez pas*
        "nous" | "vous" | "te" | "t'" if is_after_bare_negation(sentence, at) => return true,
        // *cessons de nous voiler la face*
        "nous" if is_of_infinitive(sentence, at, 3) => return true,
        "vous" if is_of_infinitive(sentence, at, 4) => return true,
        "me" | "m'" => &["je", "j'", "-je"],
        "te" | "t'" => &["tu", "-tu"],
        "nous" => &["nous", "-nous"],
        "vous" => &["vous", "-vous"],
        _ => return false,
    };
    // *chez nous, nous prescrivons peu*: between subject and pronoun stand clitics alone, or the verb of
    // an infinitive: *je **voudrais** me rendre à Paris*.
    let is_infinitive = sentence.get(at + 1).is_some_and(|next| next.chosen.cells.meets(Cells::INF));
    let is_verbal = |word: &Word| matches!(word.chosen.upos, Upos::Verb | Upos::Aux | Upos::Adv | Upos::Adp);
    let is_between = |word: &Word| {
        word.chosen.cells.meets(Cells::OBJECT) || word.form.is("qui") || is_infinitive && is_verbal(word)
    };
    let near = at.saturating_sub(3)..sentence.len().min(at + 3);
    near.filter(|other| *other != at).any(|other| {
        let form = sentence[other].form.exact();
        let is_joined = || sentence[other + 1..at].iter().all(is_between);
        subjects.contains(&form) && if other < at { is_joined() } else { form.starts_with('-') }
    })
}

/// True of the pronoun of an infinitive that depends on a verb of that person.
fn is_of_infinitive(sentence: &[Word], at: usize, person: usize) -> bool {
    let is_verb = |word: &Word| matches!(word.chosen.upos, Upos::Verb | Upos::Aux);
    let mut behind = sentence[at + 1..].iter();
    let next = behind.find(|next| !matches!(next.form.exact(), "en" | "y"));
    // *permettez-**moi** de vous dire*
    let is_other = |word: &Word| matches!(word.form.exact(), "-moi" | "-lui" | "-leur");
    next.is_some_and(|next| is_verb(next) && next.chosen.cells.meets(Cells::INF))
        && sentence[..at].iter().any(|word| is_verb(word) && word.chosen.cells.meets(Cells::person(person)))
        && !sentence[..at].iter().any(is_other)
}

/// True right after a *ne* that has no subject before it: that of an imperative or an infinitive.
fn is_after_bare_negation(sentence: &[Word], at: usize) -> bool {
    let before = sentence[..at].iter().rev();
    let mut before = before.map(|word| (word.form.exact(), word.kind));
    matches!(before.next(), Some(("ne", _))) && matches!(before.next(), None | Some((_, TokenKind::Punct)))
}

/// True of the pronoun of an imperative, and not of an inverted subject: *rendez-vous à Paris*, and
/// not *que rendez-vous ?*
fn is_hanging(sentence: &[Word], at: usize) -> bool {
    let is_question = || sentence[at..].iter().any(|word| word.form.exact().starts_with('?'));
    matches!(sentence[at].form.exact(), "-toi" | "-nous" | "-vous") && !is_question()
}
