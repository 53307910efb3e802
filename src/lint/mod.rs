//! What is wrong with a glossary, its words tried on the texts they are written for: one rule a
//! file, all of them in [`LINTS`].
//!
//! Knows no file and no screen: every finding is returned, none is printed. A new rule is a new file,
//! a new row of the table, and a fixture in `tests/lint`.

mod contradictory_keys;
mod dead_link;
mod disorder;
mod duplicate;
mod example_not_found;
mod example_other_sense;
mod example_without_braces;
mod fix;
mod found_in_never;
mod gender_ending;
mod gender_missing;
mod gloss_capital;
mod gloss_full_stop;
mod gloss_repeats;
mod gloss_too_long;
mod idle_sense;
mod known;
pub mod missing;
mod never_wins;
mod reading;
mod shadowed;
pub mod style;
mod subject;
mod term_form;
mod trial;
mod typography;
mod uninflectable;
mod unmet;
mod unusual_value;
mod whitespace;

use rustc_hash::FxHashSet;

use crate::annotate::matcher::Layer;
use crate::annotate::prepared::Prepared;
use crate::annotate::{EntryId, Matcher};
use crate::diagnostic::{Diagnostic, Severity};
use crate::french::words::grammar_words;
use crate::glossary::{self, Glossary};
use crate::text::span::Span;

pub use fix::{Fixed, fix};
pub use known::Known;
use subject::Subject;
pub use typography::printed;

/// A rule, with all that is said of it.
#[derive(Debug)]
pub struct Lint {
    /// Its stable name: `gender-missing`.
    pub code: &'static str,
    /// How much what it finds matters.
    pub severity: Severity,
    /// What it finds, in a sentence.
    pub finds: &'static str,
    /// Why that matters, in a sentence or two.
    pub why: &'static str,
    /// A glossary in which it finds something.
    pub example: &'static str,
    look: Look,
}

/// How a rule looks for what it finds.
#[derive(Debug)]
enum Look {
    /// It is found where the text is read, by [`glossary::parse()`].
    Reading,
    /// By a look at the whole text.
    Text(fn(&Whole<'_>) -> Vec<Diagnostic>),
    /// By a look at each entry.
    Entry(fn(&Subject<'_>) -> Vec<Diagnostic>),
    /// By a look at each entry, and at the layers over its own.
    Across(fn(&Subject<'_>) -> Vec<Diagnostic>),
}

/// Every rule, those of the file first, then those of entries, glosses and examples.
pub static LINTS: [&Lint; 30] = [
    &reading::SYNTAX,
    &reading::MISSING_KEY,
    &reading::EMPTY_VALUE,
    &reading::WRONG_TYPE,
    &reading::UNKNOWN_KEY,
    &reading::UNKNOWN_VALUE,
    &unusual_value::LINT,
    &whitespace::LINT,
    &disorder::LINT,
    &duplicate::LINT,
    &never_wins::LINT,
    &shadowed::LINT,
    &dead_link::LINT,
    &contradictory_keys::LINT,
    &reading::NOTATION,
    &uninflectable::LINT,
    &term_form::LINT,
    &gender_missing::LINT,
    &gender_ending::LINT,
    &gloss_too_long::LINT,
    &gloss_full_stop::LINT,
    &gloss_capital::LINT,
    &gloss_repeats::LINT,
    &idle_sense::LINT,
    &typography::LINT,
    &example_without_braces::LINT,
    &example_not_found::LINT,
    &example_other_sense::LINT,
    &found_in_never::LINT,
    &unmet::LINT,
];

impl Lint {
    /// A finding of this rule.
    fn finding(&self, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: self.severity, ..Diagnostic::warning(self.code, span, message) }
    }
}

/// The rule called `code`.
#[must_use]
pub fn lint(code: &str) -> Option<&'static Lint> {
    LINTS.iter().find(|lint| lint.code == code).copied()
}

/// What all rules find in the example of `lint`, beside the grammar words of French: its own finding
/// first.
#[must_use]
pub fn try_example(lint: &Lint) -> Vec<Diagnostic> {
    let example = lint.example.trim_start();
    // A rule about layers needs another one: here it has the same entry.
    let stronger = if matches!(lint.look, Look::Across(_)) { example } else { "" };
    let prepared = Prepared::new(Glossary::default(), grammar_words());
    let mut findings = try_text(example, stronger, &Matcher::new(prepared, Vec::new()));
    findings.sort_by_key(|finding| finding.code != lint.code);
    findings
}

/// Everything that is wrong with the glossary `source` under a `stronger` one and over those of
/// `matcher`, hints too, where there is no article.
#[must_use]
pub fn try_text(source: &str, stronger: &str, matcher: &Matcher) -> Vec<Diagnostic> {
    let (glossary, mut findings) = glossary::parse(source);
    let own = Layer { name: "glossary.toml".into(), glossary: glossary.clone() };
    let notes = Layer { name: "stronger.toml".into(), glossary: glossary::parse(stronger).0 };
    let matcher = &matcher.over(vec![notes, own]);
    let known = Known::of(matcher);
    let nothing = FxHashSet::default();
    let whole = Whole::new((source, &glossary), (matcher, 1), &known).with_met(Some(&nothing));
    findings.extend(check(&whole));
    findings.sort_by_key(|found| found.span);
    findings
}

/// A glossary with all that is needed to check it.
#[derive(Clone, Copy, Debug)]
pub struct Whole<'a> {
    /// The text it is the parse of.
    pub source: &'a str,
    /// Its good entries.
    pub glossary: &'a Glossary,
    /// All layers, this glossary among them.
    pub matcher: &'a Matcher,
    /// Its number in `matcher`.
    pub layer: u32,
    /// What all layers together speak of.
    pub known: &'a Known,
    /// The entries that stand somewhere in the library; none where nobody has looked.
    pub met: Option<&'a FxHashSet<EntryId>>,
    /// True of an entry that is being written: it lies over the layers that are known.
    is_draft: bool,
}

impl<'a> Whole<'a> {
    /// The glossary of `layer` in `matcher`, of which `known` was gathered, and the text it was read from.
    #[must_use]
    pub const fn new(
        (source, glossary): (&'a str, &'a Glossary),
        (matcher, layer): (&'a Matcher, u32),
        known: &'a Known,
    ) -> Self {
        Self { source, glossary, matcher, layer, known, met: None, is_draft: false }
    }

    /// The same, where the entries that stand in the library are known.
    #[must_use]
    pub const fn with_met(self, met: Option<&'a FxHashSet<EntryId>>) -> Self {
        Self { met, ..self }
    }
}

/// Everything that is wrong with a glossary beyond what [`glossary::parse()`] told, in order of place.
#[must_use]
pub fn check(whole: &Whole<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for lint in LINTS {
        if let Look::Text(look) = lint.look {
            findings.extend(look(whole));
        }
    }
    subject::each(whole, |subject| findings.extend(entry(&subject)));
    findings.sort_by_key(|found| found.span);
    findings
}

/// Everything that is wrong with one entry as it is being written, as fast as one types.
///
/// `source` is the entry's own text, from `[[entry]]` on; `matcher` has the layers it will stand
/// over, and `known` is what they speak of. `replaced` is the entry of `matcher` that it will stand
/// in for, or else the layer it will be added to.
#[must_use]
pub fn check_entry(
    source: &str,
    matcher: &Matcher,
    known: &Known,
    replaced: Result<EntryId, u32>,
) -> Vec<Diagnostic> {
    let (glossary, mut findings) = glossary::parse(source);
    let draft = Layer { name: "this entry".into(), glossary: glossary.clone() };
    let matcher = &matcher.over(vec![draft]);
    let whole = Whole { is_draft: true, ..Whole::new((source, &glossary), (matcher, 0), known) };
    findings.extend(whitespace::look(&whole));
    subject::each(&whole, |subject| findings.extend(entry(&subject.standing_for(replaced))));
    findings.sort_by_key(|found| found.span);
    findings
}

fn entry(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let looks = LINTS.iter().filter_map(|lint| match lint.look {
        Look::Entry(look) | Look::Across(look) => Some(look),
        Look::Reading | Look::Text(_) => None,
    });
    looks.flat_map(|look| look(subject)).collect()
}
