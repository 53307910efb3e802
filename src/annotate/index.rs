//! A glossary made ready to be found in a text: which entries a lemma leads to.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::compile;
use super::needs::Needs;
use super::pattern::{Pattern, Want};
use super::telling::Telling;
use super::vocabulary::Vocabulary;
use crate::french::form::Form;
use crate::french::token::Token;
use crate::french::tokenize::tokenize;
use crate::glossary::notation::{self, Part, Term};
use crate::glossary::{Entry, Glossary};
use crate::pack::{self, Rows, Values};

/// From words to the entries of one glossary.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// Entries of one word, by the number of their lemma.
    words: Lists,
    /// Expressions by a lemma of their rarest word.
    by_lemma: Lists,
    /// Expressions whose rarest word stands as written, by the hash of its key.
    by_form: SparseLists,
    patterns: Values<Pattern>,
    /// What each expression needs beside its rarest word.
    needs: Rows<Needs>,
    /// What tells the senses of each entry.
    telling: Telling,
}

/// Short lists by number, one after another.
#[derive(Clone, Debug, Default)]
struct Lists {
    /// Where the list of each number begins; one more at the end.
    starts: Rows<u32>,
    items: Rows<u32>,
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
        Self { starts: starts.into(), items: pairs.into_iter().map(|(_, item)| item).collect() }
    }

    fn of(&self, number: u32) -> &[u32] {
        let at = number as usize;
        match self.starts.get(at..at + 2) {
            Some([from, to]) => &self.items[*from as usize..*to as usize],
            _ => &[],
        }
    }
}

/// Short lists by numbers that are far apart.
#[derive(Clone, Debug, Default)]
struct SparseLists {
    /// The numbers, sorted.
    numbers: Rows<u32>,
    /// Their lists, by their places.
    lists: Lists,
}

impl SparseLists {
    fn new(pairs: &[(u32, u32)]) -> Self {
        let mut numbers: Vec<u32> = pairs.iter().map(|(number, _)| *number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let place =
            |(number, item): &(u32, u32)| (numbers.partition_point(|other| other < number) as u32, *item);
        let lists = Lists::new(pairs.iter().map(place).collect());
        Self { numbers: numbers.into(), lists }
    }

    fn of(&self, number: u32) -> &[u32] {
        self.numbers.binary_search(&number).map_or(&[], |place| self.lists.of(place as u32))
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
                        .extend(compile::orders(term).into_iter().map(|term| (number, entry, term))),
                }
            }
        }
        vocabulary.settle();
        // After all single words, so that an expression's words are known as what they are.
        let compiled = expressions
            .into_iter()
            .filter_map(|(number, entry, term)| compile::compile(&term, entry, number, vocabulary))
            .flat_map(|pattern| [pattern.turned(), Some(pattern)])
            .flatten()
            .collect();
        let mut index = Self { words: Lists::new(words), ..Self::default() };
        index.anchor(compiled);
        let mut lemmas =
            |words: &[String]| words.iter().flat_map(|word| vocabulary.hint(last_word(word))).collect();
        index.telling = Telling::new(glossary, &mut lemmas);
        index
    }

    /// As bytes, for [`Index::unpack`].
    ///
    /// # Errors
    /// When an expression cannot be written.
    pub fn pack(&self) -> Result<Vec<u8>, postcard::Error> {
        let Self { words, by_lemma, by_form: SparseLists { numbers, lists }, needs, .. } = self;
        let (patterns, telling) = (self.patterns.pack()?, self.telling.pack()?);
        let [words, by_lemma, lists] = [words, by_lemma, lists].map(|lists| (&lists.starts, &lists.items));
        let numbers = [words.0, words.1, by_lemma.0, by_lemma.1, numbers, lists.0, lists.1];
        let mut parts = numbers.map(|rows| pack::bytes(rows)).to_vec();
        parts.extend([pack::bytes(&patterns.0), &patterns.1, pack::bytes(needs), &telling]);
        Ok(pack::pack(&parts))
    }

    /// The index that was packed: `None` when the bytes are not one.
    #[must_use]
    pub fn unpack(packed: &'static [u8]) -> Option<Self> {
        let parts: [&'static [u8]; 11] = pack::sections(packed)?.try_into().ok()?;
        let lists =
            |at: usize| Some(Lists { starts: pack::rows(parts[at])?, items: pack::rows(parts[at + 1])? });
        Some(Self {
            words: lists(0)?,
            by_lemma: lists(2)?,
            by_form: SparseLists { numbers: pack::rows(parts[4])?, lists: lists(5)? },
            patterns: Values::unpack(parts[7], parts[8])?,
            needs: pack::rows(parts[9])?,
            telling: Telling::unpack(parts[10])?,
        })
    }

    /// The expression of that number.
    #[must_use]
    pub fn pattern(&self, number: u32) -> &Pattern {
        &self.patterns[number as usize]
    }

    /// What must stand in a sentence, beside its rarest word, for the expression of that number.
    #[must_use]
    pub fn needs(&self, number: u32) -> Needs {
        self.needs[number as usize]
    }

    /// What tells the senses of its entries.
    #[must_use]
    pub const fn telling(&self) -> &Telling {
        &self.telling
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
        self.by_form.of(form.hash())
    }

    /// Files each expression under its rarest word, so that few are tried in vain.
    fn anchor(&mut self, mut patterns: Vec<Pattern>) {
        let mut counts: FxHashMap<Key, u32> = FxHashMap::default();
        for key in
            patterns.iter().flat_map(|pattern| pattern.places.iter()).flat_map(|place| keys(&place.want))
        {
            *counts.entry(key).or_default() += 1;
        }
        let (mut by_lemma, mut by_form, mut needs) = (Vec::new(), Vec::new(), Vec::new());
        for (number, pattern) in (0..).zip(&mut patterns) {
            let rarity = |at: usize| keys(&pattern.places[at].want).iter().map(|key| counts[key]).max();
            let candidates = (0..pattern.places.len()).filter(|at| !pattern.places[*at].is_optional);
            let mut rarest: Vec<(u32, usize)> = candidates.filter_map(|at| Some((rarity(at)?, at))).collect();
            rarest.sort_unstable();
            pattern.anchor = rarest.first().map_or(pattern.anchor, |(_, at)| *at);
            // What has no key is needed too: the *se* of *se faire avoir*.
            let is_pronoun = |at: &usize| !pattern.places[*at].is_optional && rarity(*at).is_none();
            let pronouns = (0..pattern.places.len()).filter(is_pronoun);
            needs.push(Needs::new(pattern, rarest.iter().skip(1).map(|(_, at)| *at).chain(pronouns)));
            for key in keys(&pattern.places[pattern.anchor].want) {
                match key {
                    Key::Lemma(lemma) => by_lemma.push((lemma, number)),
                    Key::Form(hash) => by_form.push((hash, number)),
                }
            }
        }
        self.by_lemma = Lists::new(by_lemma);
        self.by_form = SparseLists::new(&by_form);
        self.needs = needs.into();
        self.patterns = Values::Made(patterns);
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
        Want::Form(forms) => forms.iter().map(|form| Key::Form(Form::new(form).hash())).collect(),
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
    // *-là* hangs on another word.
    let (hyphen, word) = word.strip_prefix('-').map_or(("", word), |rest| ("-", rest));
    let text = format!("{word} {next}");
    let is_of_word = |token: &Token| token.span.end <= word.len();
    let tokens = tokenize(&text).into_iter().take_while(is_of_word);
    let mut pieces: Vec<String> = tokens.map(|token| token.span.of(&text).to_owned()).collect();
    if let Some(first) = pieces.first_mut() {
        first.insert_str(0, hyphen);
    }
    pieces.into_iter()
}

/// The alternatives of a headword of one word, slots at its end left aside.
fn single<'t>(term: &'t Term, entry: &Entry) -> Option<&'t [String]> {
    let words = compile::without_article(&term.parts, entry);
    match words {
        [Part::Word { any_of, .. }, rest @ ..] if rest.iter().all(|part| matches!(part, Part::Slot)) => {
            Some(any_of)
        }
        _ => None,
    }
}

/// The verb of *s'alourdir*, the noun of *le bilan*: the word that carries a hint of several.
fn last_word(hint: &str) -> &str {
    hint.rsplit([' ', '\'', '’']).next().unwrap_or(hint)
}
