//! What a form can be: the lemma it belongs to, its part of speech, its place in the paradigm.
//!
//! *porte* is the noun *porte* in the singular, and *porter* in six cells of its present tenses.

use std::fmt;
use std::ops::{BitAnd, BitOr, BitOrAssign, Not};

use serde::{Deserialize, Serialize};

use super::lemma::Lemma;

/// A part of speech of Universal Dependencies (<https://universaldependencies.org/u/pos/>).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Upos {
    /// Adjective: *mondial*, *premier*.
    Adj,
    /// Preposition: *de*, *selon*.
    Adp,
    /// Adverb: *hier*, *ne*, *pas*.
    Adv,
    /// Auxiliary: *a* in *a cédé*; *être* with an attribute.
    Aux,
    /// Coordinating conjunction: *et*, *mais*.
    Cconj,
    /// Determiner: *le*, *cette*, *plusieurs*.
    Det,
    /// Interjection: *hélas*.
    Intj,
    /// Noun: *trêve*.
    Noun,
    /// Number: *douze*, *10 000*.
    Num,
    /// Particle. French has none; kept for completeness of the tag set.
    Part,
    /// Pronoun: *il*, *lequel*.
    Pron,
    /// Proper noun: *Washington*.
    Propn,
    /// Punctuation.
    Punct,
    /// Subordinating conjunction: *que*, *si*.
    Sconj,
    /// Symbol: *%*, *€*.
    Sym,
    /// Verb: *céder*.
    Verb,
    /// Anything else: an address, a word of another language.
    X,
}

impl Upos {
    /// Every tag, in the order of their numbers.
    pub const ALL: [Self; 17] = [
        Self::Adj,
        Self::Adp,
        Self::Adv,
        Self::Aux,
        Self::Cconj,
        Self::Det,
        Self::Intj,
        Self::Noun,
        Self::Num,
        Self::Part,
        Self::Pron,
        Self::Propn,
        Self::Punct,
        Self::Sconj,
        Self::Sym,
        Self::Verb,
        Self::X,
    ];

    /// The tag as Universal Dependencies writes it: `NOUN`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        const TAGS: [&str; 17] = [
            "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
            "PUNCT", "SCONJ", "SYM", "VERB", "X",
        ];
        TAGS[self as usize]
    }

    /// The tag written `tag`, if it is one.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|upos| upos.tag() == tag)
    }
}

/// What one form can be: a lemma, a part of speech and cells of its paradigm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Reading {
    /// The dictionary form.
    pub lemma: Lemma,
    /// The part of speech.
    pub upos: Upos,
    /// The cells of the lemma's paradigm that the form fills; none for an invariable word.
    pub cells: Cells,
}

/// Grammatical gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Gender {
    /// *un accord*
    Masculine,
    /// *une trêve*
    Feminine,
    /// *un* or *une ministre*
    Both,
}

impl Gender {
    /// As a glossary writes it: `m`, `f`, `mf`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        ["m", "f", "mf"][self as usize]
    }
}

/// A set of cells of a paradigm: what one form can be within it.
///
/// *parle* is `prs.1s prs.3s sbj.1s sbj.3s imp.2s` of *parler*. A verb has the cells `inf`, `ppr`,
/// four of its past participle (`pp.ms` …), six persons of seven simple tenses and three of the
/// imperative; a noun or adjective has `ms mp fs fp` (a noun of one gender only its two).
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    bytemuck::Pod,
    bytemuck::Zeroable,
)]
#[repr(transparent)]
pub struct Cells(pub u64);

/// The tenses of [`Cells`], in the order of their bits: present, imperfect, future, past historic,
/// present subjunctive, imperfect subjunctive, conditional.
pub const TENSES: [&str; 7] = ["prs", "ipf", "fut", "pst", "sbj", "sbi", "cnd"];
/// The persons of a tense, in the order of their bits.
pub const PERSONS: [&str; 6] = ["1s", "2s", "3s", "1p", "2p", "3p"];

impl Cells {
    /// No cell.
    pub const NONE: Self = Self(0);
    /// Infinitive: *parler*.
    pub const INF: Self = Self(1);
    /// Present participle: *parlant*.
    pub const PPR: Self = Self(1 << 1);
    /// Past participle, masculine singular: *parlé*.
    pub const PP_MS: Self = Self(1 << 2);
    /// Past participle, masculine plural.
    pub const PP_MP: Self = Self(1 << 3);
    /// Past participle, feminine singular.
    pub const PP_FS: Self = Self(1 << 4);
    /// Past participle, feminine plural.
    pub const PP_FP: Self = Self(1 << 5);
    /// Past participle, any agreement.
    pub const PP: Self = Self(0b1111 << 2);
    /// Imperative, second person singular: *parle*.
    pub const IMP_2S: Self = Self(1 << 48);
    /// Imperative, first person plural: *parlons*.
    pub const IMP_1P: Self = Self(1 << 49);
    /// Imperative, second person plural: *parlez*.
    pub const IMP_2P: Self = Self(1 << 50);
    /// Imperative.
    pub const IMP: Self = Self(0b111 << 48);
    /// Every simple tense, any person; not the imperative.
    pub const TENSED: Self = Self(((1 << 42) - 1) << 6);
    /// Every finite form: the simple tenses and the imperative.
    pub const FINITE: Self = Self(Self::TENSED.0 | Self::IMP.0);
    /// Noun or adjective, masculine singular.
    pub const MS: Self = Self(1 << 51);
    /// Noun or adjective, masculine plural.
    pub const MP: Self = Self(1 << 52);
    /// Noun or adjective, feminine singular.
    pub const FS: Self = Self(1 << 53);
    /// Noun or adjective, feminine plural.
    pub const FP: Self = Self(1 << 54);
    /// Noun or adjective, any form.
    pub const NOMINAL: Self = Self(0b1111 << 51);
    /// A pronoun that is subject of the verb beside it: *il*, *-t-on*.
    pub const SUBJECT: Self = Self(1 << 55);
    /// A pronoun that stands before its verb as object: *le*, *lui*, *se*, *y*, *en*.
    pub const OBJECT: Self = Self(1 << 56);
    /// A pronoun that opens a relative clause: *qui*, *dont*.
    pub const RELATIVE: Self = Self(1 << 57);
    /// A word of negation: *ne*, *pas*, *jamais*.
    pub const NEGATION: Self = Self(1 << 58);
    /// A clitic with a hyphen, after its verb: *-il*, *-ce*.
    pub const INVERTED: Self = Self(1 << 59);
    /// A verb that joins its subject to an attribute: *rester*, *devenir*, *sembler*.
    pub const COPULA: Self = Self(1 << 60);
    /// Masculine: of noun, adjective or participle.
    pub const MASCULINE: Self = Self(Self::MS.0 | Self::MP.0 | Self::PP_MS.0 | Self::PP_MP.0);
    /// Feminine: of noun, adjective or participle.
    pub const FEMININE: Self = Self(Self::FS.0 | Self::FP.0 | Self::PP_FS.0 | Self::PP_FP.0);
    /// Singular: of noun, adjective or participle.
    pub const SINGULAR: Self = Self(Self::MS.0 | Self::FS.0 | Self::PP_MS.0 | Self::PP_FS.0);
    /// Plural: of noun, adjective or participle.
    pub const PLURAL: Self = Self(Self::MP.0 | Self::FP.0 | Self::PP_MP.0 | Self::PP_FP.0);

    /// One person of one tense: `tense` indexes [`TENSES`], `person` indexes [`PERSONS`].
    #[must_use]
    pub const fn tense(tense: usize, person: usize) -> Self {
        Self(1 << (6 + tense * 6 + person))
    }

    /// Every person of one tense: `tense` indexes [`TENSES`].
    #[must_use]
    pub const fn whole_tense(tense: usize) -> Self {
        Self(0b11_1111 << (6 + tense * 6))
    }

    /// One person in every tense, with the imperative: `person` indexes [`PERSONS`].
    #[must_use]
    pub const fn person(person: usize) -> Self {
        let mut bits = 0;
        let mut tense = 0;
        while tense < 7 {
            bits |= Self::tense(tense, person).0;
            tense += 1;
        }
        let imperative = match person {
            1 => Self::IMP_2S.0,
            3 => Self::IMP_1P.0,
            4 => Self::IMP_2P.0,
            _ => 0,
        };
        Self(bits | imperative)
    }

    /// True of no cell.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// True when the two sets share a cell.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The single cells of the set, in the order of a grammar.
    pub fn iter(self) -> impl Iterator<Item = Self> {
        (0..64).map(|bit| Self(1 << bit)).filter(move |cell| self.meets(*cell))
    }

    /// The set named by `name`: a cell as [`Cells::name`] writes it, a person (`3s`, in every
    /// tense: what a subject pronoun agrees with), or `subj obj rel neg inv`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let kinds = [
            ("subj", Self::SUBJECT),
            ("obj", Self::OBJECT),
            ("rel", Self::RELATIVE),
            ("neg", Self::NEGATION),
            ("inv", Self::INVERTED),
        ];
        if let Some((_, cells)) = kinds.into_iter().find(|(kind, _)| *kind == name) {
            return Some(cells);
        }
        if let Some(person) = PERSONS.iter().position(|person| *person == name) {
            return Some(Self::person(person));
        }
        Self(u64::MAX).iter().find(|cell| cell.name() == name)
    }

    /// The short name of a single cell: `inf`, `pp.fs`, `prs.3s`, `imp.2p`, `mp`.
    ///
    /// Of several cells, the first one's name; of none, an empty one.
    #[must_use]
    pub fn name(self) -> String {
        let bit = self.0.trailing_zeros() as usize;
        match bit {
            0 => "inf".into(),
            1 => "ppr".into(),
            2..=5 => format!("pp.{}", ["ms", "mp", "fs", "fp"][bit - 2]),
            6..=47 => format!("{}.{}", TENSES[(bit - 6) / 6], PERSONS[(bit - 6) % 6]),
            48..=50 => format!("imp.{}", ["2s", "1p", "2p"][bit - 48]),
            51..=54 => ["ms", "mp", "fs", "fp"][bit - 51].into(),
            _ => String::new(),
        }
    }
}

impl BitOr for Cells {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Cells {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl BitAnd for Cells {
    type Output = Self;
    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl Not for Cells {
    type Output = Self;
    fn not(self) -> Self {
        Self(!self.0)
    }
}

/// The set as a French grammar would name it: `participe passé m. pl.`, `présent 3e pers. sing.`
impl fmt::Display for Cells {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = self.0 & (Self::SUBJECT.0 - 1);
        let (first, last) = (named.trailing_zeros(), named.checked_ilog2().unwrap_or_default());
        match named.count_ones() {
            0 => f.write_str("invariable"),
            1 => describe(first, f),
            2 => {
                describe(first, f)?;
                f.write_str(" ou ")?;
                describe(last, f)
            }
            _ => {
                describe(first, f)?;
                f.write_str(", etc.")
            }
        }
    }
}

/// Writes the cell of that bit in words; nothing of what is no inflection.
fn describe(bit: u32, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    const AGREEMENT: [&str; 4] = ["m. sing.", "m. pl.", "f. sing.", "f. pl."];
    const PERSON: [&str; 6] = [
        "1re pers. sing.",
        "2e pers. sing.",
        "3e pers. sing.",
        "1re pers. pl.",
        "2e pers. pl.",
        "3e pers. pl.",
    ];
    const TENSE: [&str; 7] =
        ["présent", "imparfait", "futur", "passé simple", "subj. présent", "subj. imparfait", "conditionnel"];
    let bit = bit as usize;
    match bit {
        0 => f.write_str("infinitif"),
        1 => f.write_str("participe présent"),
        2..=5 => write!(f, "participe passé {}", AGREEMENT[bit - 2]),
        6..=47 => write!(f, "{} {}", TENSE[(bit - 6) / 6], PERSON[(bit - 6) % 6]),
        48..=50 => write!(f, "impératif {}", [PERSON[1], PERSON[3], PERSON[4]][bit - 48]),
        51..=54 => f.write_str(AGREEMENT[bit - 51]),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_a_grammar_names_them() {
        let cells = Cells::tense(0, 0) | Cells::tense(0, 2) | Cells::tense(4, 0);
        assert_eq!(cells.iter().map(Cells::name).collect::<Vec<_>>(), ["prs.1s", "prs.3s", "sbj.1s"]);
        assert_eq!(Cells::PP_MP.to_string(), "participe passé m. pl.");
        assert_eq!((Cells::MS | Cells::MP).to_string(), "m. sing. ou m. pl.");
        assert!(Cells::person(4).meets(Cells::IMP_2P));
        assert!(!Cells::TENSED.meets(Cells::IMP | Cells::PP | Cells::NOMINAL));
    }
}
