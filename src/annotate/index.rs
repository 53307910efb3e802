//! A glossary made ready to be found in a text: which entries a lemma leads to.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use super::pattern::{self, Pattern, Want};
use super::vocabulary::Vocabulary;
use crate::french::form::Form;
use crate::french::token::Token;
use crate::french::tokenize::tokenize;
use crate::glossary::notation::{self, Part, Term};
use crate::glossary::{Entry, Glossary};

/// From words to the entries of one glossary.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    /// Entries of one word, by the number of their lemma.
    words: Lists,
    /// Expressions by a lemma of their rarest word.
    by_lemma: Lists,
    /// Expressions whose rarest word stands as written, by the hash of its key.
    by_form: FxHashMap<u32, SmallVec<[u32; 2]>>,
    /// All expressions.
    pub patterns: Vec<Pattern>,
    /// For entries with several senses: for each sense, the lemmas that give it away.
    pub near: FxHashMap<u32, Vec<SmallVec<[u32; 8]>>>,
}

/// Short lists by number, one after another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Lists {
    /// Where the list of each number begins; one more at the end.
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    /// Gathers pairs of a number and an item; an item that stands twice in a list is there once.
    fn new(mut pairs: Vec<(u32, u32)>) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        let size = pairs.last().map_or(0, |(number, _)| *number as usize + 2);
        let mut starts = vec![0; size];
        for (number, _) in &pairs {
            starts[*number as usize + 1] += 1;
        }
        for at in 1..size {
            starts[at] += starts[at - 1];
        }
        Self { starts, items: pairs.into_iter().map(|(_, item)| item).collect() }
    }

    fn of(&self, number: u32) -> &[u32] {
        let at = number as usize;
        match self.starts.get(at..at + 2) {
            Some([from, to]) => &self.items[*from as usize..*to as usize],
            _ => &[],
        }
    }
}

impl Index {
    /// Makes `glossary` ready. Its words are added to `vocabulary`.
    #[must_use]
    pub fn new(glossary: &Glossary, vocabulary: &mut Vocabulary<'_>) -> Self {
        let mut words = Vec::new();
        let mut expressions = Vec::new();
        for (number, entry) in (0..).zip(&glossary.entries) {
            for term in terms(entry) {
                match single(&term, entry) {
                    Some(any_of) => {
                        let lemmas = any_of.iter().flat_map(|word| vocabulary.headword(word, entry));
                        words.extend(lemmas.map(|lemma| (lemma, number)));
                    }
                    None => expressions
                        .extend(pattern::orders(term).into_iter().map(|term| (number, entry, term))),
                }
            }
        }
        vocabulary.settle();
        // After all single words, so that an expression's words are known as what they are.
        let compiled = expressions
            .into_iter()
            .filter_map(|(number, entry, term)| pattern::compile(&term, entry, number, vocabulary))
            .flat_map(|pattern| [pattern.turned(), Some(pattern)])
            .flatten()
            .collect();
        let mut index = Self { words: Lists::new(words), ..Self::default() };
        index.anchor(compiled);
        index.near = near(glossary, vocabulary);
        index
    }

    /// The entries of a lemma.
    #[must_use]
    pub fn words(&self, lemma: u32) -> &[u32] {
        self.words.of(lemma)
    }

    /// The numbers of the expressions to look for at a word with this lemma.
    #[must_use]
    pub fn anchored_by_lemma(&self, lemma: u32) -> &[u32] {
        self.by_lemma.of(lemma)
    }

    /// The numbers of the expressions to look for at this form.
    #[must_use]
    pub fn anchored_by_form(&self, form: &Form) -> &[u32] {
        self.by_form.get(&form.prefix_hash(0)).map_or(&[], SmallVec::as_slice)
    }

    /// Files each expression under its rarest word, so that few are tried in vain.
    fn anchor(&mut self, patterns: Vec<Pattern>) {
        let mut counts: FxHashMap<Key, u32> = FxHashMap::default();
        for key in
            patterns.iter().flat_map(|pattern| pattern.places.iter()).flat_map(|place| keys(&place.want))
        {
            *counts.entry(key).or_default() += 1;
        }
        let mut by_lemma = Vec::new();
        for (number, mut pattern) in (0..).zip(patterns) {
            let rarity = |at: usize| keys(&pattern.places[at].want).iter().map(|key| counts[key]).max();
            let candidates = (0..pattern.places.len()).filter(|at| !pattern.places[*at].is_optional);
            let rarest = candidates.filter_map(|at| rarity(at).map(|count| (count, at))).min();
            pattern.anchor = rarest.map_or(pattern.anchor, |(_, at)| at);
            for key in keys(&pattern.places[pattern.anchor].want) {
                match key {
                    Key::Lemma(lemma) => by_lemma.push((lemma, number)),
                    Key::Form(hash) => self.by_form.entry(hash).or_default().push(number),
                }
            }
            self.patterns.push(pattern);
        }
        self.by_lemma = Lists::new(by_lemma);
    }
}

/// What an expression is filed under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Key {
    Lemma(u32),
    Form(u32),
}

/// Everything a word in this place can be filed under; nothing for a reflexive.
fn keys(want: &Want) -> SmallVec<[Key; 4]> {
    match want {
        Want::Lemma(lemmas) => lemmas.iter().copied().map(Key::Lemma).collect(),
        Want::Form(forms) => forms.iter().map(|form| Key::Form(Form::new(form).prefix_hash(0))).collect(),
        Want::Reflexive | Want::Hanging => SmallVec::new(),
    }
}

/// The headword of an entry and its variants; one that cannot be read is a word as written.
fn terms(entry: &Entry) -> impl Iterator<Item = Term> {
    std::iter::once(&entry.term).chain(&entry.variants).map(|term| {
        notation::parse(term).map(as_in_text).unwrap_or_else(|_| {
            let words = term.split_whitespace().take(notation::MOST_WORDS);
            let part = |word: &str| Part::Word { any_of: vec![word.to_owned()], optional: false };
            Term { parts: words.map(part).collect() }
        })
    })
}

/// A headword whose words are cut as those of a text are: *est-ce que* is *est* *-ce* *que*, and the
/// points of *J. D. Vance* belong to their letters.
fn as_in_text(term: Term) -> Term {
    let next = term.parts.iter().skip(1).map(|part| match part {
        Part::Word { any_of, .. } => any_of[0].as_str(),
        _ => "",
    });
    let parts = term.parts.iter().zip(next.chain([""])).flat_map(|(part, next)| match part {
        Part::Word { any_of, optional } if any_of.len() == 1 => pieces(&any_of[0], next)
            .map(|piece| Part::Word { any_of: vec![piece], optional: *optional })
            .collect(),
        _ => vec![part.clone()],
    });
    Term { parts: parts.collect() }
}

/// `word` as it is cut in a text in which `next` follows.
fn pieces(word: &str, next: &str) -> impl Iterator<Item = String> {
    let text = format!("{word} {next}");
    let is_of_word = |token: &Token| token.span.end <= word.len();
    let tokens = tokenize(&text).into_iter().take_while(is_of_word);
    tokens.map(|token| token.span.of(&text).to_owned()).collect::<Vec<_>>().into_iter()
}

/// The alternatives of a headword of one word, slots at its end left aside.
fn single<'t>(term: &'t Term, entry: &Entry) -> Option<&'t [String]> {
    let words = pattern::without_article(&term.parts, entry);
    match words {
        [Part::Word { any_of, .. }, rest @ ..] if rest.iter().all(|part| matches!(part, Part::Slot)) => {
            Some(any_of)
        }
        _ => None,
    }
}

/// For the entries with several senses, the lemmas that give each away.
fn near(glossary: &Glossary, vocabulary: &mut Vocabulary<'_>) -> FxHashMap<u32, Vec<SmallVec<[u32; 8]>>> {
    let several = (0..).zip(&glossary.entries).filter(|(_, entry)| entry.senses.len() > 1);
    let mut lemmas =
        |words: &[String]| words.iter().flat_map(|word| vocabulary.hint(last_word(word))).collect();
    several
        .map(|(number, entry)| (number, entry.senses.iter().map(|sense| lemmas(&sense.near)).collect()))
        .collect()
}

/// The verb of *s'alourdir*, the noun of *le bilan*: the word that carries a hint of several.
fn last_word(hint: &str) -> &str {
    hint.rsplit([' ', '\'', '’']).next().unwrap_or(hint)
}
