//! A term as it stands in a block, with what the margin says of it.

use std::borrow::Cow;

use smallvec::SmallVec;

use crate::annotate::matcher::Matcher;
use crate::annotate::{Annotated, Annotation, EntryId, Rule};
use crate::french::reading::Gender;
use crate::glossary::{Entry, Pos};
use crate::page::{Role, Runs};
use crate::study::Threshold;
use crate::text::fold::{Accents, fold};
use crate::text::span::Span;

/// A term in a block, ready to be shown.
#[derive(Clone, Debug)]
pub struct Gloss {
    /// The entry.
    pub entry: EntryId,
    /// The sense meant here.
    pub sense: usize,
    /// Its number among the annotations of the block.
    pub annotation: usize,
    /// Its words, joined where only a space is between them.
    pub spans: SmallVec<[Span; 2]>,
    /// What it is: [`Role::Word`], [`Role::Expression`] or [`Role::Name`].
    pub role: Role,
    /// True when it is shown without being asked for.
    pub is_due: bool,
    /// `faire savoir  v. · let it be known`
    pub head: Runs,
    /// What the gloss cannot say.
    pub note: Option<Runs>,
}

impl Gloss {
    /// The first byte of its words.
    #[must_use]
    pub fn start(&self) -> usize {
        self.spans.first().map_or(0, |span| span.start)
    }

    /// What two places with the same gloss have in common.
    #[must_use]
    pub const fn meaning(&self) -> (EntryId, usize) {
        (self.entry, self.sense)
    }
}

/// The glosses of `text`, in its order.
pub(super) fn glosses(
    text: &str,
    annotated: &Annotated,
    matcher: &Matcher,
    threshold: Threshold,
) -> Vec<Gloss> {
    let numbered = annotated.annotations.iter().enumerate();
    numbered
        .map(|(number, annotation)| {
            let entry = matcher.entry(annotation.entry);
            let note = note(entry, annotation.sense).map(|note| Runs::of(&on_one_line(note), Role::Note));
            Gloss {
                entry: annotation.entry,
                sense: annotation.sense,
                annotation: number,
                spans: joined(text, &annotation.spans),
                role: role(annotation),
                is_due: threshold.shows(entry),
                head: head(entry, annotation.sense, &said(entry, text, &annotation.spans)),
                note,
            }
        })
        .collect()
}

/// A headword with the grammar of its entry: `intermédiaire  n.m.`
#[must_use]
pub fn headword(term: &str, entry: &Entry) -> Runs {
    Runs::of(term, Role::Headword).and("  ", Role::Gloss).and(&grammar(entry), Role::Grammar)
}

/// The headword with those of its alternatives that stand at `spans`: *à deux/trois jours de* as *à trois jours
/// de* beside *à trois jours de la fin*, or the variant that stands there whole. What stands in another form is
/// left as it is written.
#[must_use]
pub fn said<'e>(entry: &'e Entry, text: &str, spans: &[Span]) -> Cow<'e, str> {
    if !entry.term.contains('/') {
        return Cow::Borrowed(&entry.term);
    }
    let words = spans.iter().flat_map(|span| span.of(text).split_inclusive([' ', '\'', '’']));
    let words: Vec<String> = words.map(|word| fold(word.trim(), Accents::Kept)).collect();
    let written = std::iter::once(&entry.term).chain(&entry.variants);
    let mut said = written.map(|term| alternatives(term, &words));
    let (own, is_whole) = said.next().unwrap_or_default();
    let variant = if is_whole { None } else { said.find(|(_, is_whole)| *is_whole) };
    variant.map_or(own, |(variant, _)| variant).into()
}

/// A headword with those of its alternatives that are among `words`, folded; and true where all of it is.
fn alternatives(term: &str, words: &[String]) -> (String, bool) {
    let stands = |form: &&str| words.contains(&fold(form, Accents::Kept));
    let mut is_whole = true;
    let mut piece = |piece: &str| {
        // *qu'il/elle*
        let (lead, all) = piece.split_at(piece.find('\'').map_or(0, |at| at + 1));
        let found = all.split('/').find(stands);
        is_whole &= found.is_some() && (lead.is_empty() || stands(&lead));
        format!("{lead}{}", found.unwrap_or(all))
    };
    (term.split(' ').map(&mut piece).collect::<Vec<_>>().join(" "), is_whole)
}

/// The note of a sense, or else of its entry.
#[must_use]
pub fn note(entry: &Entry, sense: usize) -> Option<&str> {
    entry.senses.get(sense).and_then(|sense| sense.note.as_deref()).or(entry.note.as_deref())
}

/// `text` with its line ends and runs of spaces as single spaces.
#[must_use]
pub fn on_one_line(text: &str) -> String {
    text.split(['\n', '\r', ' ', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What stands in the margin: headword, grammar, gloss.
fn head(entry: &Entry, sense: usize, term: &str) -> Runs {
    let gloss = entry.senses.get(sense).map_or_else(|| entry.gloss(), |sense| &sense.gloss);
    headword(term, entry).and(" · ", Role::Grammar).and(gloss, Role::Gloss)
}

/// Part of speech, gender and number as a French dictionary abbreviates them: `n.m. inv.`
fn grammar(entry: &Entry) -> String {
    let gender = match entry.gender {
        Some(Gender::Masculine) => "m.",
        Some(Gender::Feminine) => "f.",
        Some(Gender::Both) => "m./f.",
        None => "",
    };
    let gender = if entry.pos == Pos::Noun { gender } else { "" };
    let number = if entry.plural.as_deref() == Some("=") { " inv." } else { "" };
    format!("{}{gender}{number}", entry.pos.abbreviation()).replace(' ', "\u{a0}")
}

fn role(annotation: &Annotation) -> Role {
    match annotation.why.rule {
        Rule::Word => Role::Word,
        Rule::Expression => Role::Expression,
        Rule::Name => Role::Name,
    }
}

/// Spans with only blanks between them as one, so that what is underlined has no holes.
fn joined(text: &str, spans: &[Span]) -> SmallVec<[Span; 2]> {
    let mut joined: SmallVec<[Span; 2]> = SmallVec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last)
                if last.end <= span.start && text[last.end..span.start].chars().all(char::is_whitespace) =>
            {
                last.end = span.end;
            }
            _ => joined.push(*span),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::parse;

    fn head_of(entry: &str) -> String {
        let (glossary, _) = parse(&format!("[[entry]]\n{entry}"));
        let entry = &glossary.entries[0];
        head(entry, 0, &entry.term).text().to_owned()
    }

    #[test]
    fn the_margin_speaks_as_a_dictionary() {
        assert_eq!(
            head_of(
                "term = \"cessez-le-feu\"\npos = \"noun\"\ngender = \"m\"\nplural = \"=\"\ngloss = \"ceasefire\""
            ),
            "cessez-le-feu  n.m.\u{a0}inv. · ceasefire"
        );
        assert_eq!(
            head_of("term = \"par le biais de\"\npos = \"prep\"\ngloss = \"through; via\""),
            "par le biais de  prép. · through; via"
        );
    }

    #[test]
    fn of_alternatives_the_margin_has_the_one_that_stands_there() {
        let shown = |term: &str, variants: &str, text: &str| {
            let entry = format!(
                "[[entry]]\nterm = \"{term}\"\npos = \"adv\"\ngloss = \"x\"\nvariants = [{variants}]"
            );
            said(&parse(&entry).0.entries[0], text, &[Span::new(0, text.len())]).into_owned()
        };
        assert_eq!(shown("à deux/trois jours de", "", "À trois jours de"), "à trois jours de");
        assert_eq!(
            shown("à deux/trois jours de la", "\"à deux/trois jours du\"", "À trois jours du"),
            "à trois jours du"
        );
        assert_eq!(shown("déposer le/son bilan", "", "a déposé son bilan"), "déposer son bilan");
        assert_eq!(
            shown("demander/réclamer réparation", "", "réclamaient réparation"),
            "demander/réclamer réparation"
        );
        assert_eq!(shown("qu'il/elle", "", "qu’elle"), "qu'elle");
    }

    #[test]
    fn words_of_an_expression_are_underlined_together() {
        let spans = joined("a fait savoir à", &[Span::new(2, 6), Span::new(7, 13)]);
        assert_eq!(&*spans, [Span::new(2, 13)]);
        assert_eq!(joined("se sont soldés", &[Span::new(0, 2), Span::new(8, 15)]).len(), 2);
    }
}
