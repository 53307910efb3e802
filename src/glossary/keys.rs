//! The keys of an entry and of a sense: what each says, and what it may hold.
//!
//! Knows no text. The reader of glossaries, the order in which keys are written, and the schema for
//! editors are made from these tables.

use super::{Level, Pos};
use crate::french::reading::Gender;

/// A key with all that is said of it.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What it may hold.
    pub holds: Holds,
    /// What it says, in a sentence or two.
    pub says: &'static str,
}

/// What a key may hold.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// A text.
    Text,
    /// Several texts.
    Texts,
    /// One of these words.
    OneOf(fn() -> Vec<&'static str>),
    /// Tables with the keys of a sense.
    Senses,
}

/// The genders as they are written.
pub const GENDERS: [(&str, Gender); 3] =
    [("m", Gender::Masculine), ("f", Gender::Feminine), ("mf", Gender::Both)];

/// The keys of an entry, in the order of the house.
pub const ENTRY: [Key; 17] = [
    key(
        "term",
        Holds::Text,
        "The headword as a good dictionary prints it: `se solder par qqch`, `non seulement … mais`, `à (tout) le moins`, `haut/premier`.",
    ),
    key(
        "pos",
        Holds::OneOf(pos),
        "What it works as; an expression has the part of speech it stands for: `par le biais de` is a prep.",
    ),
    key("gender", Holds::OneOf(genders), "Of a noun: `mf` for those of both genders."),
    key(
        "plural",
        Holds::Text,
        "The plural, only where no rule of French gives it; `=` for one like the singular.",
    ),
    key(
        "feminine",
        Holds::Text,
        "The feminine, only where no rule of French gives it; `=` for one like the masculine.",
    ),
    key("forms", Holds::Texts, "Further forms that no rule gives, each as it stands in a text."),
    key("variants", Holds::Texts, "Other spellings, and short forms of a name: `clef` of `clé`."),
    key(
        "gloss",
        Holds::Text,
        "What one would pencil above the word: one to four words of English, the news meaning first, alternatives parted by `; `. Not needed where there are senses.",
    ),
    key("level", Holds::OneOf(levels), "The level from which a reader is expected to know it."),
    key(
        "topic",
        Holds::Text,
        "The beat it belongs to: politics diplomacy conflict justice economy society environment health science culture sport media …",
    ),
    key("register", Holds::Text, "Where it is used: formal informal journalistic dated …"),
    key("false_friend", Holds::Text, "The English look-alike that it is not: `eventual` of éventuel."),
    key(
        "note",
        Holds::Text,
        "What a gloss cannot say: the institution, the trap, the register. Two or three sentences.",
    ),
    key(
        "examples",
        Holds::Texts,
        "French sentences with {braces} around exactly what must be found; shown to learners, and run as tests by `glose check`.",
    ),
    key("never", Holds::Texts, "Sentences in which the entry must not be found; run as tests too."),
    key("see", Holds::Texts, "Other terms that are worth a look."),
    key("sense", Holds::Senses, "The meanings, where there are several: each its own table."),
];

/// The keys of a sense, in the order of the house.
pub const SENSE: [Key; 5] = [
    key("gloss", Holds::Text, "What one would pencil above the word when it is meant so."),
    key("topic", Holds::Text, "The beat of the articles in which it is meant so."),
    key(
        "near",
        Holds::Texts,
        "Words, in their dictionary form, that give this sense away when they stand in the same sentence. The sense without any is the default. A name with a colon asks how the term stands: :infinitive :gerund :clause :age :clock :duration :ratio :number :name beside it, :speech, :before a noun, :comparison :superlative, :perfect :conditional :imperfect, :object, :masculine :feminine :plural; with :only the other words tell only where it stands so.",
    ),
    key("note", Holds::Text, "What the gloss cannot say, of this sense."),
    key(
        "examples",
        Holds::Texts,
        "French sentences in which it is meant so, with {braces} around what must be found.",
    ),
];

const fn key(name: &'static str, holds: Holds, says: &'static str) -> Key {
    Key { name, holds, says }
}

/// The names of some keys, in their order.
pub const fn names<const N: usize>(keys: &[Key; N]) -> [&'static str; N] {
    let mut names = [""; N];
    let mut at = 0;
    while at < N {
        names[at] = keys[at].name;
        at += 1;
    }
    names
}

fn pos() -> Vec<&'static str> {
    Pos::keys().collect()
}

fn genders() -> Vec<&'static str> {
    GENDERS.iter().map(|(key, _)| *key).collect()
}

fn levels() -> Vec<&'static str> {
    Level::ALL.iter().map(|level| level.key()).collect()
}
