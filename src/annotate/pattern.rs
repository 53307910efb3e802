//! An expression as it is looked for: its words, what each may look like, what may stand between.

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use crate::glossary::Pos;

/// An expression of one entry, compiled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pattern {
    /// The entry's number in its layer.
    pub entry: u32,
    /// The places, in order: at least two of them words, or one word with a slot or a reflexive.
    pub places: Vec<Place>,
    /// The place that is looked for first: that of the rarest word.
    pub anchor: usize,
    /// The place of the word that inflects, if it is a verb.
    pub verb: Option<usize>,
    /// True when what follows the verb's gap has been put before the verb, as in a passive or a
    /// relative clause: *les mesures **prises***, *la décision qu'il a **prise***.
    pub is_turned: bool,
    /// Whether it must govern the word after it (*à part deux sites*) or must not (*mettre à part*);
    /// none where it does not matter.
    pub governs_next: Option<bool>,
    /// What it works as: *mise en examen* as a noun, and so does its first word.
    pub pos: Pos,
}

/// One place of an expression.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// What may stand there.
    pub want: Want,
    /// True when it may be left out.
    pub is_optional: bool,
    /// What may stand between this place and the next word of the expression.
    pub after: Between,
    /// True when the word must have a capital.
    pub is_capital: bool,
}

/// What may stand in a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Want {
    /// A word in any of its forms, by the number of its lemmas.
    Lemma(SmallVec<[u32; 4]>),
    /// One of these forms, folded.
    Form(SmallVec<[String; 2]>),
    /// *me te se nous vous* and their elisions.
    Reflexive,
    /// *-toi -nous -vous* behind an imperative.
    Hanging,
}

impl Want {
    /// The lemmas that may stand here in any of their forms.
    #[must_use]
    pub fn lemmas(&self) -> Option<&[u32]> {
        match self {
            Self::Lemma(lemmas) => Some(lemmas),
            _ => None,
        }
    }

    /// True when `form`, folded, stands here as written.
    #[must_use]
    pub fn is_form(&self, form: &str) -> bool {
        matches!(self, Self::Form(forms) if forms.iter().any(|own| own == form))
    }
}

/// What may stand between two words of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Between {
    /// Nothing but space.
    Nothing,
    /// Adverbs, negation, clitics, auxiliaries: *a **récemment** mis*, *s'**est donc** soldé*.
    Adverbs,
    /// The determiner of a noun, and the adjectives before it: *souffrir d'**une grave** maladie*.
    Determiner,
    /// A short noun phrase too: *mettre **la réforme** en œuvre*; or nothing.
    Slot,
    /// What stands between a verb and its noun: *prendre **une lourde** décision*.
    Phrase,
    /// Anything inside the clause: *ne **sert** qu'à*.
    Clause,
    /// Anything inside the sentence: *soit lundi**,** soit mardi*.
    Sentence,
}

impl Place {
    /// True of a full word, and not of a grammar word that stands as written.
    #[must_use]
    pub fn is_full(&self) -> bool {
        let is_grammar = |form: &String| GRAMMAR.contains(&form.as_str()) || form.ends_with('\'');
        match &self.want {
            Want::Lemma(_) => true,
            Want::Form(forms) => !forms.iter().any(is_grammar),
            Want::Reflexive | Want::Hanging => false,
        }
    }
}

impl Pattern {
    /// True when its verb governs a noun across a gap: *prendre … décision*.
    #[must_use]
    pub fn is_free(&self) -> bool {
        self.places.iter().any(|place| place.after == Between::Phrase)
    }

    /// True of a place where a form of the expression's own verb stands, or of one that *et* joins to it:
    /// *persiste et **signe***.
    #[must_use]
    pub fn is_verbal(&self, place: usize) -> bool {
        let Some(verb) = self.verb else { return false };
        place == verb || place == verb + 2 && self.places[verb + 1].want.is_form("et")
    }

    /// True of *ne … que*, in which *que* is an adverb.
    #[must_use]
    pub fn is_restriction(&self) -> bool {
        matches!(self.places.as_slice(), [ne, que] if ne.want.is_form("ne") && que.want.is_form("que"))
    }

    /// True of *ne … plus*, *n'avoir plus de*: the first place is that of *ne*.
    #[must_use]
    pub fn is_negation(&self) -> bool {
        self.places.first().is_some_and(|place| place.want.is_form("ne") || place.want.is_form("n'"))
    }

    /// True of *n'avoir pas plus de*, in which *plus* is a degree.
    #[must_use]
    pub fn is_degree(&self) -> bool {
        let ends_in_de = self.places.last().is_some_and(|place| place.want.is_form("de"));
        self.is_negation() && ends_in_de && self.places.iter().any(|place| place.want.is_form("pas"))
    }

    /// True of *relever de*: a verb and the preposition of its complement.
    #[must_use]
    pub fn is_verb_with_de(&self) -> bool {
        self.verb == Some(0) && matches!(self.places.as_slice(), [_, de] if de.want.is_form("de"))
    }

    /// The same expression with its noun before its verb, if the verb governs one across a gap.
    #[must_use]
    pub fn turned(&self) -> Option<Self> {
        let verb = self.verb?;
        let gap = (verb..self.places.len() - 1).find(|at| self.places[*at].after == Between::Phrase)?;
        let mut places = self.places[gap + 1..].to_vec();
        if !matches!(places.first()?.want, Want::Lemma(_)) {
            return None;
        }
        places.last_mut()?.after = Between::Phrase;
        let moved = places.len();
        places.extend_from_slice(&self.places[..=gap]);
        places.last_mut()?.after = Between::Nothing;
        Some(Self {
            entry: self.entry,
            places,
            anchor: 0,
            verb: Some(verb + moved),
            is_turned: true,
            governs_next: None,
            pos: self.pos,
        })
    }
}

/// Words of an expression that stand as written.
pub(super) const GRAMMAR: [&str; 44] = [
    "à", "de", "en", "par", "pour", "sur", "sous", "dans", "avec", "sans", "vers", "entre", "chez", "contre",
    "dès", "au", "aux", "du", "des", "le", "la", "les", "un", "une", "et", "ou", "ne", "pas", "plus", "que",
    "qui", "y", "ce", "son", "sa", "ses", "leur", "tout", "bien", "mal", "est", "a", "il", "non",
];
