//! Parts of speech as fine as the order of words needs them.

use super::reading::{Cells, Reading, Upos};

/// A class of words that stand in the same places: *a* and *ont*, *il* and *on*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Tag {
    /// The edge of a sentence.
    Edge,
    /// *le*, *cette*
    Det,
    /// *brève* before its noun
    Adj,
    /// *mondial* after its noun, or alone: *la trêve est brève*
    PostAdj,
    /// *trêve*
    Noun,
    /// *Washington*
    Name,
    /// *douze*, *10 000*
    Num,
    /// *hier*
    Adv,
    /// *ne*
    Ne,
    /// *très* between a determiner and an adjective
    DetAdv,
    /// *récemment*, *pas* between an auxiliary and its participle
    AuxAdv,
    /// *pas*, *jamais*
    Neg,
    /// *de*, *selon*
    Prep,
    /// *a*, *est* as an auxiliary or with an attribute
    Aux,
    /// *avoir*, *être*, *ayant*, *étant*
    AuxBare,
    /// *été*, *eu*
    AuxPart,
    /// *cède*
    Verb,
    /// *reste*, *devient*: a verb with an attribute
    Copula,
    /// *céder*
    Inf,
    /// *cédé*
    Part,
    /// *cédant*
    Ger,
    /// *il*
    Subject,
    /// *le*, *lui*, *se*
    Object,
    /// *le*, *lui*, *se* after a preposition, before an infinitive: *pour le dire*
    PrepObject,
    /// *qui*, *dont*
    Relative,
    /// *celui*, *rien*
    Pron,
    /// *que*, *si*
    Sub,
    /// *et*
    Coord,
    /// *-t-il*
    Inverted,
    /// *,*
    Comma,
    /// Any other mark
    Mark,
    /// *%*
    Sym,
    /// *hélas*
    Intj,
    /// What is no French
    Other,
}

/// How many tags there are.
pub const TAGS: usize = 34;

impl Tag {
    /// Every tag with the name it has in the table of transitions.
    pub const NAMES: [(&'static str, Self); TAGS] = [
        ("EDGE", Self::Edge),
        ("DET", Self::Det),
        ("ADJ", Self::Adj),
        ("POSTADJ", Self::PostAdj),
        ("NOUN", Self::Noun),
        ("NAME", Self::Name),
        ("NUM", Self::Num),
        ("ADV", Self::Adv),
        ("NE", Self::Ne),
        ("DETADV", Self::DetAdv),
        ("AUXADV", Self::AuxAdv),
        ("NEG", Self::Neg),
        ("PREP", Self::Prep),
        ("AUX", Self::Aux),
        ("AUXBARE", Self::AuxBare),
        ("AUXPART", Self::AuxPart),
        ("VERB", Self::Verb),
        ("COPULA", Self::Copula),
        ("INF", Self::Inf),
        ("PART", Self::Part),
        ("GER", Self::Ger),
        ("SUBJ", Self::Subject),
        ("OBJ", Self::Object),
        ("PREPOBJ", Self::PrepObject),
        ("REL", Self::Relative),
        ("PRON", Self::Pron),
        ("SUB", Self::Sub),
        ("COORD", Self::Coord),
        ("INV", Self::Inverted),
        ("COMMA", Self::Comma),
        ("MARK", Self::Mark),
        ("SYM", Self::Sym),
        ("INTJ", Self::Intj),
        ("OTHER", Self::Other),
    ];

    /// The tag of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(written, _)| *written == name).map(|(_, tag)| *tag)
    }
}

/// The places in which the reading can stand, each with the cells that put it there.
///
/// *fait* as a form of *faire* is a finite verb or a participle; as a noun it is a noun.
pub fn tags(reading: Reading) -> impl Iterator<Item = (Tag, Cells)> {
    let cells = reading.cells;
    let is_aux = reading.upos == Upos::Aux;
    let finite = match is_aux {
        true => Tag::Aux,
        false if cells.meets(Cells::COPULA) => Tag::Copula,
        false => Tag::Verb,
    };
    let verbal = [
        (finite, cells & Cells::FINITE),
        (if is_aux { Tag::AuxBare } else { Tag::Inf }, cells & Cells::INF),
        (if is_aux { Tag::AuxPart } else { Tag::Part }, cells & Cells::PP),
        (if is_aux { Tag::AuxBare } else { Tag::Ger }, cells & Cells::PPR),
    ];
    // A verb that could not be inflected has no cell, and a place like any other word.
    let is_verbal =
        matches!(reading.upos, Upos::Verb | Upos::Aux) && verbal.iter().any(|(_, cells)| !cells.is_empty());
    let single = (!is_verbal).then(|| (plain(reading), cells));
    let alone = single.filter(|(tag, _)| *tag == Tag::Adj).map(|_| (Tag::PostAdj, cells));
    let between = single.filter(|(tag, _)| matches!(tag, Tag::Adv | Tag::Neg)).map(|_| (Tag::AuxAdv, cells));
    let before = single.filter(|(tag, _)| *tag == Tag::Adv).map(|_| (Tag::DetAdv, cells));
    let after = single.filter(|(tag, _)| *tag == Tag::Object).map(|_| (Tag::PrepObject, cells));
    verbal
        .into_iter()
        .filter(move |(_, cells)| is_verbal && !cells.is_empty())
        .chain(single)
        .chain(alone)
        .chain(between)
        .chain(before)
        .chain(after)
}

/// The one place of a reading that is no verb.
fn plain(reading: Reading) -> Tag {
    let has = |cells| reading.cells.meets(cells);
    match reading.upos {
        Upos::Adj => Tag::Adj,
        Upos::Adp => Tag::Prep,
        Upos::Adv if has(Cells::NEGATION) && has(Cells::OBJECT) => Tag::Ne,
        Upos::Adv if has(Cells::NEGATION) => Tag::Neg,
        Upos::Adv => Tag::Adv,
        Upos::Cconj => Tag::Coord,
        Upos::Det => Tag::Det,
        Upos::Intj => Tag::Intj,
        Upos::Noun => Tag::Noun,
        Upos::Num => Tag::Num,
        Upos::Pron if has(Cells::INVERTED) => Tag::Inverted,
        Upos::Pron if has(Cells::RELATIVE) => Tag::Relative,
        Upos::Pron if has(Cells::SUBJECT) => Tag::Subject,
        Upos::Pron if has(Cells::OBJECT) => Tag::Object,
        Upos::Pron => Tag::Pron,
        Upos::Propn => Tag::Name,
        Upos::Punct => Tag::Mark,
        Upos::Sconj => Tag::Sub,
        Upos::Sym => Tag::Sym,
        Upos::Verb | Upos::Aux | Upos::Part | Upos::X => Tag::Other,
    }
}
