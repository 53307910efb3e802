//! Which auxiliary makes the compound tenses of a verb: *a négocié*, *est tombé*, *s'est abstenu*.
//!
//! Knows no form: that is told by the paradigm of the verb and that of its auxiliary.

use super::verb::without_pronoun;

/// The auxiliary of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Auxiliary {
    /// *Il a négocié.* All verbs but those below.
    Avoir,
    /// *Il est tombé*; and every pronominal verb: *il s'est abstenu*.
    Être,
    /// Either, by meaning or by habit: *il a monté l'escalier*, *il est monté*.
    Both,
}

/// Verbs with *être* alone: Grevisse, Le Bon Usage, § 812.
const WITH_ÊTRE: &[&str] = &[
    "advenir",
    "aller",
    "arriver",
    "décéder",
    "devenir",
    "échoir",
    "éclore",
    "intervenir",
    "mourir",
    "naître",
    "obvenir",
    "partir",
    "parvenir",
    "provenir",
    "redevenir",
    "renaître",
    "repartir",
    "rester",
    "revenir",
    "survenir",
    "tomber",
    "venir",
    "retomber",
];

/// Verbs with the one or the other: Grevisse, Le Bon Usage, §§ 811, 813-815.
const WITH_BOTH: &[&str] = &[
    "aborder",
    "accourir",
    "accoucher",
    "accroître",
    "apparaître",
    "atterrir",
    "avorter",
    "changer",
    "convenir",
    "croître",
    "crever",
    "débarquer",
    "déchoir",
    "décroître",
    "déménager",
    "demeurer",
    "descendre",
    "disparaître",
    "divorcer",
    "échapper",
    "échouer",
    "embarquer",
    "entrer",
    "expirer",
    "monter",
    "paraître",
    "passer",
    "rajeunir",
    "réapparaître",
    "redescendre",
    "remonter",
    "rentrer",
    "repasser",
    "ressortir",
    "retourner",
    "sortir",
    "stationner",
    "trépasser",
    "vieillir",
    "émigrer",
    "grandir",
    "maigrir",
];

/// Verbs that are never without *se*: Grevisse, Le Bon Usage, § 779.
const ALWAYS_PRONOMINAL: &[&str] = &[
    "absenter",
    "abstenir",
    "accouder",
    "accroupir",
    "acoquiner",
    "adonner",
    "affairer",
    "agenouiller",
    "amouracher",
    "arroger",
    "blottir",
    "démener",
    "désister",
    "ébattre",
    "ébaudir",
    "ébrouer",
    "écrier",
    "écrouler",
    "efforcer",
    "emparer",
    "empresser",
    "enfuir",
    "enquérir",
    "ensuivre",
    "entraider",
    "entremettre",
    "envoler",
    "éprendre",
    "esclaffer",
    "évader",
    "évanouir",
    "évertuer",
    "exclamer",
    "extasier",
    "formaliser",
    "gargariser",
    "gendarmer",
    "immiscer",
    "ingénier",
    "lamenter",
    "méfier",
    "méprendre",
    "obstiner",
    "prosterner",
    "raviser",
    "rebeller",
    "rebiffer",
    "récrier",
    "réfugier",
    "repentir",
    "soucier",
    "souvenir",
    "suicider",
    "targuer",
];

/// The auxiliary of a verb told by its infinitive.
///
/// ```
/// use glose::french::paradigm::{Auxiliary, auxiliary};
///
/// assert_eq!(auxiliary("négocier"), Auxiliary::Avoir);
/// assert_eq!(auxiliary("intervenir"), Auxiliary::Être);
/// assert_eq!(auxiliary("se rendre"), Auxiliary::Être);
/// ```
#[must_use]
pub fn auxiliary(infinitive: &str) -> Auxiliary {
    let lower = infinitive.to_lowercase();
    let verb = without_pronoun(&lower);
    let is_in = |table: &[&str]| table.iter().any(|known| is_same(known, verb));
    match () {
        () if verb != lower || is_always_pronominal(verb) || is_in(WITH_ÊTRE) => Auxiliary::Être,
        () if is_in(WITH_BOTH) => Auxiliary::Both,
        () => Auxiliary::Avoir,
    }
}

/// True of a verb that is never without *se*: *s'abstenir*, *s'emparer*.
#[must_use]
pub fn is_always_pronominal(infinitive: &str) -> bool {
    let lower = infinitive.to_lowercase();
    let verb = without_pronoun(&lower);
    ALWAYS_PRONOMINAL.contains(&verb)
}

/// True for two spellings of one infinitive: *apparaître*, *apparaitre*.
fn is_same(one: &str, other: &str) -> bool {
    let plain = |letter: char| if letter == 'î' { 'i' } else { letter };
    one.chars().map(plain).eq(other.chars().map(plain))
}
