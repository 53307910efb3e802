//! How a word stands where no single word tells its sense: before an infinitive, a number, a clause, or
//! as the verb of who says it.
//!
//! Knows the order of words and no entry. A glossary writes the names of these among the words of `near`.

use super::Matcher;
use super::expression::DEFINITE;
use super::telling::Senses;
use super::words::Word;
use crate::french::form::Form;
use crate::french::lexicon::Readings;
use crate::french::reading::{Cells, Reading, Upos};
use crate::french::time::STRETCHES;
use crate::french::token::TokenKind;
use crate::text::span::Span;

/// A sentence, and the places of an entry's own words in it.
type Here<'s> = (&'s [Word<'s>], &'s [usize]);

/// Finds the word that shows how an entry stands.
type Find = fn(Here<'_>) -> Option<usize>;

/// What a glossary calls them, each with what finds the word that shows it.
const SETTINGS: [(&str, Find); 14] = [
    (":infinitive", infinitive),
    (":gerund", gerund),
    (":clause", clause),
    (":age", age),
    (":clock", clock),
    (":duration", duration),
    (":ratio", ratio),
    (":number", number),
    (":speech", speech),
    (":before", before),
    (":comparison", comparison),
    (":superlative", superlative),
    (":masculine", masculine),
    (":feminine", feminine),
];

/// What a glossary may write among the words of `near`, in the order in which they are asked.
pub fn names() -> impl Iterator<Item = &'static str> {
    SETTINGS.iter().map(|(name, _)| *name)
}

/// The number that each name has as a word of `near`; none where no glossary has it.
pub(super) type Numbers = [Option<u32>; SETTINGS.len()];

/// The numbers of the names in the lexicons of `matcher`.
#[must_use]
pub(super) fn numbers(matcher: &Matcher) -> Numbers {
    SETTINGS.map(|(name, _)| {
        let mut readings = Readings::new();
        matcher.look_up(&Form::new(name), &mut readings);
        readings.first()?.lemma.number()
    })
}

/// The first sense that the way an entry stands tells, and the word that shows it.
pub(super) fn told(senses: Senses<'_>, numbers: &Numbers, here: Here<'_>) -> Option<(usize, Span)> {
    (0..SETTINGS.len()).filter(|setting| senses.settings >> setting & 1 != 0).find_map(|setting| {
        let number = numbers[setting]?;
        let sense = senses.near().iter().position(|lemmas| lemmas.contains(&number))?;
        let (_, find) = SETTINGS[setting];
        Some((sense, here.0[find(here)?].span))
    })
}

/// *il vient **d'**en **parler***, *il entend **se pourvoir***, *les prix vont encore **monter***.
fn infinitive((sentence, own): Here<'_>) -> Option<usize> {
    let is_between = |word: &Word| word.chosen.upos == Upos::Adv || is_clitic(word);
    let next = (own.last()? + 1..sentence.len()).find(|at| !is_between(&sentence[*at]))?;
    sentence[next].chosen.cells.meets(Cells::INF).then_some(next)
}

/// *en **souriant***.
fn gerund((sentence, own): Here<'_>) -> Option<usize> {
    let next = behind_clitics(sentence, own)?;
    sentence[next].chosen.cells.meets(Cells::PPR).then_some(next)
}

/// *il soutient **que** tout va bien*.
fn clause((sentence, own): Here<'_>) -> Option<usize> {
    let next = (own.last()? + 1..sentence.len()).find(|at| sentence[*at].chosen.upos != Upos::Adv)?;
    (sentence[next].chosen.upos == Upos::Sconj && matches!(sentence[next].form.exact(), "que" | "qu'"))
        .then_some(next)
}

/// *près de **trois** ans*, *sur **cent** élèves*, *près d'**une heure***, *près de **la moitié***.
fn number((sentence, own): Here<'_>) -> Option<usize> {
    let next = own.last()? + 1;
    let word = sentence.get(next)?;
    let is_amount =
        || sentence.get(next + 1).is_some_and(|noun| is_in(noun, &AMOUNTS) || is_in(noun, &STRETCHES));
    let opens = matches!(word.form.exact(), "un" | "une" | "la" | "le" | "l'");
    let is_hour = matches!(word.form.exact(), "midi" | "minuit");
    (is_count(word) || is_hour || opens && is_amount() || is_share(&sentence[next..])).then_some(next)
}

/// ***un adulte sur six**, **une** jeune **femme sur dix***.
fn is_share(words: &[Word]) -> bool {
    let on = words.iter().take(5).position(|word| word.form.is("sur"));
    let is_noun = |word: &Word| matches!(word.chosen.upos, Upos::Noun | Upos::Adj | Upos::Propn);
    on.is_some_and(|on| {
        on > 1
            && is_in(&words[0], &["un", "une"])
            && words[1..on].iter().all(is_noun)
            && words.get(on + 1).is_some_and(is_count)
    })
}

/// *un Français sur **trois***, *neuf fois sur **dix***.
fn ratio((sentence, own): Here<'_>) -> Option<usize> {
    let (first, next) = (*own.first()?, own.last()? + 1);
    let is_part = |word: &Word| is_count(word) || matches!(word.form.exact(), "un" | "une");
    // *un litre d'eau potable **sur cinq***, *presque un **sur trois***
    let is_counted = |word: &&Word| {
        use Upos::{Adj, Adp, Det, Noun, Num, Propn};
        is_part(word) || matches!(word.chosen.upos, Adj | Adp | Det | Noun | Num | Propn)
    };
    let has_part = sentence[..first].iter().rev().take(6).take_while(is_counted).any(is_part);
    let is_plain = sentence.get(next + 1).is_none_or(|word| word.chosen.upos != Upos::Noun);
    (has_part && is_plain && sentence.get(next).is_some_and(is_count)).then_some(next)
}

fn is_count(word: &Word) -> bool {
    word.chosen.upos == Upos::Num || word.kind == TokenKind::Number
}

/// *il y a **deux ans***, *il y a **plus de dix jours***, *il y a **longtemps***; of a participle also
/// what stands before it: ***trois mois** passés à Brest*.
fn duration((sentence, own): Here<'_>) -> Option<usize> {
    let next = behind_degrees(sentence, own.last()? + 1);
    if sentence.get(next).is_some_and(|word| matches!(word.form.exact(), "longtemps" | "peu")) {
        return Some(next);
    }
    let span = next + sentence[next..].iter().take_while(|word| is_counting(word)).count();
    if span > next && sentence.get(span).is_some_and(|word| is_in(word, &STRETCHES)) {
        let form = |at: usize| sentence.get(at).map_or("", |word| word.form.exact());
        // *le texte passe deux ans **plus tard** au Sénat*, *un jour **sur** deux*, *des soirs **où** il boit*
        let is_other = match form(span + 1) {
            "plus" => matches!(form(span + 2), "tard" | "tôt"),
            next => matches!(next, "sur" | "où"),
        };
        return (!is_other).then_some(next);
    }
    counted_before((sentence, own))
}

/// The number, or the time that one counts, before a participle.
fn counted_before((sentence, own): Here<'_>) -> Option<usize> {
    let &[at] = own else { return None };
    let Reading { upos, cells, .. } = sentence[at].chosen;
    let before = at.checked_sub(1)?;
    let is_time = || {
        let count = before.checked_sub(1).map(|count| &sentence[count]);
        is_in(&sentence[before], &STRETCHES) && count.is_some_and(is_counting)
    };
    (upos == Upos::Verb && cells.meets(Cells::PP) && (is_count(&sentence[before]) || is_time()))
        .then_some(before)
}

/// *deux*, *une*, *plusieurs*, *longues*.
fn is_counting(word: &Word) -> bool {
    is_count(word) || is_in(word, &LONG) || is_in(word, &["quelques", "plusieurs", "des", "bien"])
}

/// What counts as one, and what is said of what is counted: *de **longues** heures*.
const LONG: [&str; 6] = ["un", "une", "bons", "bonnes", "longues", "longs"];

/// The word behind those that say how exact a number is: *plus de dix ans*, *à peine dix ans*; and behind
/// the *que* of *ne … que*. The *de* and *à* of *passer de 62 à 64 ans* are none.
fn behind_degrees(sentence: &[Word], from: usize) -> usize {
    const DEGREES: [&str; 9] =
        ["plus", "moins", "près", "environ", "peine", "presque", "tout", "juste", "déjà"];
    let form = |at: usize| sentence.get(at).map_or("", |word| word.form.exact());
    let is_degree = |at: usize| match form(at) {
        "que" | "qu'" => sentence[at].chosen.upos == Upos::Adv,
        "de" | "d'" => at > from || LONG.contains(&form(at + 1)),
        "à" => form(at + 1) == "peine",
        "au" => matches!(form(at + 1), "moins" | "plus"),
        other => DEGREES.contains(&other),
    };
    (from..).find(|at| !is_degree(*at)).unwrap_or(from)
}

/// *elle a **29** ans*, *les élèves ont entre **4** et 10 ans*; not *il a deux ans **pour** payer*.
fn age((sentence, own): Here<'_>) -> Option<usize> {
    let (first, last) = (*own.first()?, *own.last()?);
    let is_there = first > 0 && sentence[first - 1].form.is("y");
    let joins = |word: &&Word| matches!(word.form.exact(), "entre" | "et" | "ou" | "à" | "bientôt" | "alors");
    let count = behind_degrees(sentence, last + 1);
    let count = count + sentence[count..].iter().take_while(joins).count();
    let counting = sentence[count..].iter().take_while(|word| is_count(word) || joins(word)).count();
    let [years, next, ..] = &sentence[count + counting..] else { return None };
    let goes_on = is_in(next, &["pour", "de", "d'", "devant", "derrière", "avant", "après", "plus"]);
    let is_age = counting > 0 && matches!(years.form.exact(), "ans" | "an") && !is_there;
    (is_age && !goes_on).then_some(count)
}

/// ***à** 5 heures*, ***vers** 9 h 40*; not *à 5 heures **de** route*, *de 4 **à** 12 heures*.
fn clock((sentence, own): Here<'_>) -> Option<usize> {
    let (first, next) = (*own.first()?, own.last()? + 1);
    let [rest @ .., before, number] = &sentence[..first] else { return None };
    let is_at = is_in(before, &["à", "vers", "dès", "avant", "après"]);
    let is_of_day = |number: &Word| match number.form.exact().parse() {
        Ok(hour) => (0..=24).contains(&hour),
        Err(_) => is_count(number) || number.form.is("une"),
    };
    let is_range = match rest {
        [.., of, number] => is_of_day(number) && !is_in(of, &["de", "h"]),
        _ => false,
    };
    let goes_on = |word: &Word| is_in(word, &["de", "d'", "par", "avant", "après", "plus"]);
    let is_amount = is_range || sentence.get(next).is_some_and(goes_on);
    (is_at && is_of_day(number) && !is_amount).then_some(first - 1)
}

/// *« Rien », **lâche** le docteur*; *…, a-t-il **lancé***: the verb of who says it, behind what was said.
fn speech((sentence, own): Here<'_>) -> Option<usize> {
    let (first, last) = (*own.first()?, *own.last()?);
    let is_verb = |at: usize| sentence[at].chosen.upos == Upos::Verb;
    let is_inverted = |word: &Word| word.is_inverted();
    let is_before = |word: &Word| {
        word.chosen.upos == Upos::Aux
            || is_inverted(word)
            || word.chosen.upos == Upos::Pron && word.chosen.cells.meets(Cells::OBJECT)
    };
    let mark = sentence[..first].iter().rposition(|word| !is_before(word))?;
    let is_quote = |at: usize| matches!(sentence[at].form.exact(), "»" | "\"" | "”");
    let is_comma = sentence[mark].form.exact() == ",";
    let is_quoted = is_quote(mark) || is_comma && mark > 0 && is_quote(mark - 1);
    let is_turned =
        sentence[mark + 1..first].iter().any(is_inverted) || sentence.get(last + 1).is_some_and(is_inverted);
    let next = sentence[last + 1..].iter().find(|word| word.chosen.upos != Upos::Adv);
    let is_named = next.is_some_and(|word| {
        matches!(word.chosen.upos, Upos::Det | Upos::Propn | Upos::Noun | Upos::Pron)
            || word.form.exact() == ","
    });
    // Behind *« … »,* the subject is still to come: *« C'est fini », a raconté **à la sortie** M. Le Goff*.
    let is_said = is_quoted && (is_comma || is_turned || is_named)
        || is_comma && (is_turned || mark > 0 && is_remark(&sentence[last + 1..]));
    (own.iter().any(|at| is_verb(*at)) && is_said).then_some(mark)
}

/// True of who says it, and then of the end of the remark: *Le texte, rappelle **Mme Jaubertin**, …*; not
/// *Il entre, lance **le ballon**, sort*.
fn is_remark(behind: &[Word]) -> bool {
    let end = behind.iter().position(|word| matches!(word.form.exact(), "," | "." | "»" | ";"));
    let who = &behind[..end.unwrap_or(behind.len())];
    let is_title = |word: &Word| matches!(word.form.exact(), "m." | "mm." | "mme" | "mmes" | "me" | "dr");
    let of_name =
        |word: &Word| matches!(word.chosen.upos, Upos::Propn | Upos::Noun | Upos::Adj) || is_title(word);
    let named = match who {
        [article, rest @ ..] if article.chosen.upos == Upos::Det => rest,
        _ => who,
    };
    let is_name = |word: &Word| word.chosen.upos == Upos::Propn || is_title(word);
    named.iter().all(of_name) && named.iter().any(is_name)
}

/// *de **simples messagers***, *un **certain** temps*: an adjective before its noun; and at the head of a
/// sentence before all that it is said of, ***Seule** la France a voté contre*.
fn before((sentence, own): Here<'_>) -> Option<usize> {
    let next = own.last()? + 1;
    let is_subject_or_verb = |word: &Word| {
        matches!(word.chosen.upos, Upos::Det | Upos::Propn) || word.chosen.cells.meets(Cells::FINITE)
    };
    if own.first() == Some(&0) && sentence.get(next).is_some_and(is_subject_or_verb) {
        return Some(next);
    }
    let noun = (next..sentence.len()).find(|at| sentence[*at].chosen.upos != Upos::Adj)?;
    (sentence[noun].chosen.upos == Upos::Noun).then_some(noun)
}

/// ***le** tour*, *un **long** voile*.
fn masculine(here: Here<'_>) -> Option<usize> {
    agreeing(here, Cells::MASCULINE)
}

/// ***la** tour*, *voiles **bleues***.
fn feminine(here: Here<'_>) -> Option<usize> {
    agreeing(here, Cells::FEMININE)
}

/// What shows that a noun is of `gender` alone: the noun itself, *l'**impératrice***, or the determiner or
/// adjective beside it.
fn agreeing((sentence, own): Here<'_>, gender: Cells) -> Option<usize> {
    let (first, last) = (*own.first()?, *own.last()?);
    let next = last + 1;
    let goes_before = |at: &usize| matches!(sentence[*at].chosen.upos, Upos::Det | Upos::Adj | Upos::Num);
    let is_beside = |at: &usize| {
        let Word { chosen, .. } = &sentence[*at];
        chosen.upos == Upos::Adj || chosen.upos == Upos::Verb && chosen.cells.meets(Cells::PP)
    };
    let tells = |at: &usize| match sentence[*at].form.exact() {
        "au" | "du" => gender == Cells::MASCULINE,
        _ => {
            let cells = sentence[*at].chosen.cells;
            let both = Cells::MASCULINE | Cells::FEMININE;
            cells.meets(gender) && !cells.meets(both & !gender)
        }
    };
    let before = (0..first).rev().take_while(goes_before);
    let joint = first.checked_sub(1).filter(|at| matches!(sentence[*at].form.exact(), "au" | "du"));
    let after = (next < sentence.len()).then_some(next).filter(is_beside);
    std::iter::once(last).chain(before).chain(joint).chain(after).find(tells)
}

/// *aussi **grave** que prévu*: what is compared, with its *que*; not *il est aussi **maire***.
fn comparison((sentence, own): Here<'_>) -> Option<usize> {
    let next = own.last()? + 1;
    let mut behind = sentence[next..].iter().take(7).take_while(|word| word.kind != TokenKind::Punct);
    let first = behind.next()?;
    let is_compared = matches!(first.chosen.upos, Upos::Adj | Upos::Adv);
    (is_compared && behind.any(|word| is_in(word, &["que", "qu'"]))).then_some(next)
}

/// ***le** plus grand*, ***les** moins chers*, *ce qui compte **le** plus*; not *les plus **de** 65 ans*.
fn superlative((sentence, own): Here<'_>) -> Option<usize> {
    const JOINED: [&str; 4] = ["au", "aux", "du", "des"];
    let before = own.first()?.checked_sub(1)?;
    let next = sentence.get(own.last()? + 1);
    let has_adjective = next.is_some_and(|next| matches!(next.chosen.upos, Upos::Adj | Upos::Adv));
    let has_de = next.is_some_and(|next| is_in(next, &["de", "d'"]));
    let article = &sentence[before];
    (is_in(article, &DEFINITE) && !has_de || is_in(article, &JOINED) && has_adjective).then_some(before)
}

/// The word behind an entry, clitics and negation passed over.
fn behind_clitics(sentence: &[Word], own: &[usize]) -> Option<usize> {
    (own.last()? + 1..sentence.len()).find(|at| !is_clitic(&sentence[*at]))
}

fn is_clitic(word: &Word) -> bool {
    word.chosen.cells.meets(Cells::OBJECT | Cells::NEGATION)
}

fn is_in(word: &Word, forms: &[&str]) -> bool {
    forms.contains(&word.form.exact())
}

/// What is counted like a number.
const AMOUNTS: [&str; 24] = [
    "moitié",
    "tiers",
    "quart",
    "cinquième",
    "sixième",
    "septième",
    "huitième",
    "dixième",
    "centième",
    "million",
    "milliard",
    "millier",
    "centaine",
    "dizaine",
    "douzaine",
    "quinzaine",
    "vingtaine",
    "trentaine",
    "quarantaine",
    "cinquantaine",
    "soixantaine",
    "kilomètre",
    "tonne",
    "totalité",
];
