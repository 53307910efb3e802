//! The words that lose their vowel before another: *le* in *l'accord*, *que* in *qu'il*.

/// What may stand before an apostrophe as a word of its own, with the word it is short for.
///
/// Written with `'`; `’` is the same. *presqu'île*, *aujourd'hui*, *quelqu'un* and *entr'ouvrir*
/// are one word and not here. (Grevisse, *Le bon usage*, § 45.)
pub const ELISIONS: &[(&str, &str)] = &[
    ("l'", "le"),
    ("d'", "de"),
    ("qu'", "que"),
    ("n'", "ne"),
    ("s'", "se"),
    ("c'", "ce"),
    ("j'", "je"),
    ("m'", "me"),
    ("t'", "te"),
    ("ç'", "ça"),
    ("jusqu'", "jusque"),
    ("lorsqu'", "lorsque"),
    ("puisqu'", "puisque"),
    ("quoiqu'", "quoique"),
    ("quelqu'", "quelque"),
    ("presqu'", "presque"),
];

/// Words with an apostrophe inside that are one word, folded: the apostrophe is not an elision.
pub const WHOLE: &[&str] = &[
    "aujourd'hui",
    "quelqu'un",
    "quelqu'une",
    "presqu'ile",
    "presqu'iles",
    "prud'homme",
    "prud'hommes",
    "prud'homal",
    "prud'homale",
    "prud'homales",
    "prud'homaux",
    "grand'rue",
    "main-d'oeuvre",
    "c'est-a-dire",
    "qu'en-dira-t-on",
];

/// The word that is written `elided` before a vowel: `qu'` → `que`.
#[must_use]
pub fn full(elided: &str) -> Option<&'static str> {
    ELISIONS.iter().find(|(written, _)| *written == elided).map(|(_, full)| *full)
}
