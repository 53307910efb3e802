//! Cuts a text into rows, as a French typesetter would.
//!
//! The places where a row may end are those of Unicode (UAX 14), less those French forbids. Time
//! grows with the text and no faster: one line of a megabyte is laid out like any other.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::glyph::{glyphs, is_tight_space};
use super::{Edge, Hyphens, Row, Setting};
use crate::text::span::Span;

/// The rows of `text`.
#[must_use]
pub(super) fn rows(text: &str, setting: &Setting) -> Vec<Row> {
    if text.is_empty() {
        return Vec::new();
    }
    let width = usize::from(setting.width.max(2));
    let mut wrapper = Wrapper { text, setting, width, rows: Vec::new(), start: 0, used: 0, inked: 0 };
    let mut from = 0;
    for (to, opportunity) in linebreaks(text) {
        let is_forced = opportunity == BreakOpportunity::Mandatory;
        if is_forced || may_end_row(text, to) {
            wrapper.push(Span::new(from, to));
            from = to;
        }
        if is_forced {
            wrapper.end_row(to, Ending::Forced);
        }
    }
    wrapper.rows
}

/// True of what hangs invisibly at the end of a row.
#[must_use]
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}'))
}

/// `span` without the blanks at its end.
#[must_use]
pub(super) fn without_hanging(text: &str, span: Span) -> Span {
    let inked = span.of(text).trim_end_matches(|c: char| is_blank(c.encode_utf8(&mut [0; 4])));
    Span::new(span.start, span.start + inked.len())
}

/// False where Unicode lets a row end and French does not.
fn may_end_row(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    match before.chars().next_back() {
        Some(' ') => {
            !is_tight_space(text, at - 1) && !is_in_number(before, after) && !is_title(before, after)
        }
        Some('-' | '/' | '\u{2010}') => {
            let left = before.chars().rev().skip(1).take_while(|c| c.is_alphanumeric()).take(2).count();
            let right = after.chars().take_while(|c| c.is_alphanumeric()).take(2).count();
            left != 1 && right != 1 && !is_pronoun(after)
        }
        _ => true,
    }
}

/// True between the thousands of a number: *80 000*.
fn is_in_number(before: &str, after: &str) -> bool {
    let digits = after.bytes().take_while(u8::is_ascii_digit).take(4).count();
    digits == 3 && before.trim_end().ends_with(|c: char| c.is_ascii_digit())
}

/// True after a title, before the name: *M. Le Hennan*.
fn is_title(before: &str, after: &str) -> bool {
    let word = before.trim_end().rsplit(|c: char| c.is_whitespace() || matches!(c, '’' | '\'' | '(')).next();
    after.starts_with(char::is_uppercase)
        && matches!(word, Some("M." | "MM." | "Mme" | "Mmes" | "Mlle" | "Me" | "Dr" | "Pr"))
}

/// True before a pronoun that hangs on its verb, and what hangs on a word like one: *avait-il*,
/// *celui-ci*; not in *cessez-le-feu*.
fn is_pronoun(after: &str) -> bool {
    let end = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
    let is_last = !after[end..].starts_with('-');
    let hanging = [
        "il", "ils", "elle", "elles", "on", "je", "tu", "nous", "vous", "ce", "le", "la", "les", "lui",
        "leur", "moi", "toi", "en", "ci", "là",
    ];
    is_last && hanging.contains(&&after[..end])
}

/// Why a row ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// It is full.
    Full,
    /// It is full, in the middle of a word.
    InWord,
    /// The text ends, or asks for a new line.
    Forced,
}

/// The rows made so far, and the one being filled.
struct Wrapper<'a> {
    text: &'a str,
    setting: &'a Setting,
    width: usize,
    rows: Vec<Row>,
    /// The first byte of the row being filled.
    start: usize,
    /// Its cells, with the blanks at its end.
    used: usize,
    /// Its cells up to the last that is not blank.
    inked: usize,
}

impl Wrapper<'_> {
    /// Adds a chunk: what stands between two places where a row may end.
    fn push(&mut self, mut chunk: Span) {
        loop {
            let inked = without_hanging(self.text, chunk);
            let cells = self.cells(inked);
            let is_soft = inked.of(self.text).ends_with('\u{ad}');
            let needs = cells + usize::from(is_soft);
            if self.used + needs <= self.width {
                return self.take(cells, self.cells(Span::new(inked.end, chunk.end)));
            }
            if let Some(cut) = self.hyphenation(inked) {
                self.inked = self.used + self.cells(Span::new(chunk.start, cut));
                self.end_row(cut, Ending::InWord);
                chunk.start = cut;
            } else if self.used > 0 {
                self.end_row(chunk.start, Ending::Full);
            } else {
                return self.cut(inked, chunk.end);
            }
        }
    }

    /// A chunk wider than a row is cut between graphemes.
    fn cut(&mut self, inked: Span, end: usize) {
        for glyph in glyphs(self.text, inked) {
            let cells = usize::from(glyph.width);
            if self.used + cells > self.width {
                self.end_row(glyph.span.start, Ending::Full);
            }
            self.take(cells, 0);
        }
        self.take(0, self.cells(Span::new(inked.end, end)));
    }

    fn take(&mut self, cells: usize, blanks: usize) {
        if cells > 0 {
            self.inked = self.used + cells;
        }
        self.used += cells + blanks;
    }

    fn end_row(&mut self, at: usize, ending: Ending) {
        let span = Span::new(self.start, at);
        let is_soft = ending == Ending::Full && span.of(self.text).ends_with('\u{ad}');
        // Before a soft hyphen the blanks are inside the row.
        let inked = if is_soft { self.used } else { self.inked };
        let is_hyphenated = ending == Ending::InWord || (is_soft && inked < self.width);
        let inked = inked + usize::from(is_hyphenated);
        let slack = if ending == Ending::Forced { 0 } else { self.slack(span, inked) };
        self.rows.push(Row { span, is_hyphenated, slack });
        (self.start, self.used, self.inked) = (at, 0, 0);
    }

    /// The cells by which the spaces of a row are widened: none where they would more than double.
    fn slack(&self, span: Span, inked: usize) -> u16 {
        let free = u16::try_from(self.width.saturating_sub(inked)).unwrap_or(0);
        let is_even = self.setting.edge == Edge::Justified;
        if is_even && free <= super::gaps(self.text, without_hanging(self.text, span)) { free } else { 0 }
    }

    /// The last byte at which French lets the words of `chunk` be cut so that the row is not too wide.
    fn hyphenation(&self, chunk: Span) -> Option<usize> {
        const LONGEST: usize = 200;
        if self.setting.hyphens == Hyphens::Written || chunk.len() > LONGEST || self.is_ladder() {
            return None;
        }
        let room = self.width.checked_sub(self.used + 1)?;
        let fits = |cut: &usize| self.cells(Span::new(chunk.start, *cut)) <= room;
        syllable_ends(chunk.of(self.text)).map(|at| chunk.start + at).take_while(fits).last()
    }

    /// True after as many rows with a hyphen at their end as may follow each other.
    fn is_ladder(&self) -> bool {
        const MOST: usize = 2;
        self.rows.iter().rev().take_while(|row| row.is_hyphenated).count() >= MOST
    }

    fn cells(&self, span: Span) -> usize {
        glyphs(self.text, span).map(|glyph| usize::from(glyph.width)).sum()
    }
}

/// Where the words of `chunk` may be cut: three letters stay before, three go after, and an
/// apostrophe is never beside a cut. A name is not cut, nor what stands in capitals.
fn syllable_ends(chunk: &str) -> impl Iterator<Item = usize> {
    const LONGEST_WORD: usize = 40;
    let words = chunk.split(|c: char| !c.is_alphabetic());
    let words = words.map(move |word| (word.as_ptr() as usize - chunk.as_ptr() as usize, word));
    let words = words.filter(|(_, word)| {
        word.len() <= LONGEST_WORD && word.chars().count() >= 6 && word.chars().all(char::is_lowercase)
    });
    words.flat_map(|(at, word)| {
        let mut end = at;
        let ends = hypher::hyphenate_bounded(word, hypher::Lang::French, 3, 3).map(move |syllable| {
            end += syllable.len();
            end
        });
        ends.filter(move |end| *end < at + word.len())
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::lay_out;
    use super::*;

    fn set(text: &str, setting: &Setting) -> Vec<String> {
        let shown = |row: &Row| {
            let mut line = String::new();
            for placed in row.glyphs(text) {
                while unicode_width::UnicodeWidthStr::width(&*line) < usize::from(placed.cell) {
                    line.push(' ');
                }
                line += &placed.glyph.shown;
            }
            line
        };
        lay_out(text, setting).rows.iter().map(shown).collect()
    }

    #[test]
    fn french_spaces_never_end_a_row() {
        let text =
            "« Vraiment\u{202f}?\u{a0}» Il en coûte 3\u{202f}200\u{a0}milliards, soit 45 % ; rien de plus !";
        for width in 16..60 {
            for row in set(text, &Setting::plain(width)) {
                assert!(!row.starts_with([';', '%', '»', '?', '!']), "{width}: {row}");
                assert!(!row.trim_end().ends_with('«'), "{width}: {row}");
            }
        }
    }

    #[test]
    fn words_are_cut_as_french_cuts_them() {
        let french = Setting { hyphens: Hyphens::French, ..Setting::plain(24) };
        assert_eq!(
            set("le gouvernement désapprouvait l’approvisionnement aujourd’hui", &french),
            ["le gouvernement désap-", "prouvait l’approvision-", "nement aujourd’hui"]
        );
    }

    #[test]
    fn no_word_is_cut_where_a_reader_would_stumble() {
        let text = "Aujourd’hui, l’incompréhensible désapprobation d’Emmanuelle s’est exprimée au \
                    Conseil constitutionnel ; « incontestablement »\u{202f}! Lorsqu’on interroge presqu’île.";
        for width in 8..60 {
            let rows = set(text, &Setting { hyphens: Hyphens::French, ..Setting::plain(width) });
            for pair in rows.windows(2).filter(|pair| pair[0].ends_with('-')) {
                let before =
                    pair[0].trim_end_matches('-').chars().rev().take_while(|c| c.is_alphabetic()).count();
                let after = pair[1].chars().take_while(|c| c.is_alphabetic()).count();
                assert!(before >= 3 && after >= 3, "{width}: {pair:?}");
            }
            let is_cut = |row: &String| row.ends_with('-');
            assert!(!rows.windows(3).any(|three| three.iter().all(is_cut)), "{width}: {rows:?}");
            assert!(rows.iter().any(|row| row.contains("manuelle") || row.len() < 12), "{width}: {rows:?}");
        }
    }

    #[test]
    fn a_space_that_does_not_break_does_not_stretch() {
        let text = "« Oui\u{202f}! » dit-il, 45 % des 3\u{202f}200\u{a0}voix lui étant acquises d’avance.";
        for width in 14..60 {
            let rows = set(text, &Setting { edge: Edge::Justified, ..Setting::plain(width) });
            for row in &rows {
                assert!(!row.contains("   "), "{width}: {row}");
                for tight in ["«  ", "  !", "  »", "  %", "3  200", "200  voix"] {
                    assert!(!row.replace(['\u{a0}', '\u{202f}'], " ").contains(tight), "{width}: {row}");
                }
            }
        }
    }

    #[test]
    fn a_soft_hyphen_is_seen_only_where_it_cuts() {
        assert_eq!(set("un gou\u{ad}ver\u{ad}nement", &Setting::plain(10)), ["un gouver-", "nement"]);
        assert_eq!(set("un gou\u{ad}ver\u{ad}nement", &Setting::plain(20)), ["un gouvernement"]);
    }

    #[test]
    fn a_pronoun_stays_with_its_verb() {
        assert_eq!(set("Que va-t-il se passer", &Setting::plain(7)), ["Que", "va-t-il", "se", "passer"]);
        assert_eq!(set("Où avait-il été", &Setting::plain(9)), ["Où", "avait-il", "été"]);
        assert_eq!(set("un cessez-le-feu", &Setting::plain(10)), ["un cessez-", "le-feu"]);
    }

    #[test]
    fn what_belongs_together_stays_together() {
        assert_eq!(set("soit 80 000 euros", &Setting::plain(8)), ["soit", "80 000", "euros"]);
        assert_eq!(set("selon M. Le Hennan", &Setting::plain(9)), ["selon", "M. Le", "Hennan"]);
    }

    #[test]
    fn justified_rows_end_together_and_the_last_does_not() {
        let even = Setting { edge: Edge::Justified, ..Setting::plain(12) };
        assert_eq!(set("un deux oui et la fin", &even), ["un deux  oui", "et la fin"]);
    }

    #[test]
    fn a_megabyte_on_one_line_is_laid_out() {
        let words = "L’été n’en finit pas. ".repeat(50_000);
        assert!(lay_out(&words, &Setting::plain(72)).rows.len() > 10_000);
        let solid = "x".repeat(1_000_000);
        let french = Setting { hyphens: Hyphens::French, ..Setting::plain(72) };
        assert_eq!(lay_out(&solid, &french).rows.len(), 1_000_000_usize.div_ceil(72));
    }

    proptest! {
        #[test]
        fn no_row_is_too_wide_and_nothing_is_lost(
            text in r"(\PC|[ '’«»;:%a-zé\-\n\u{a0}\u{202f}\u{ad}\u{301}\u{3042}]){0,120}",
            width in 2_u16..40,
            hyphens in prop_oneof![Just(Hyphens::Written), Just(Hyphens::French)],
            edge in prop_oneof![Just(Edge::Ragged), Just(Edge::Justified)],
        ) {
            let page = lay_out(&text, &Setting { width, hyphens, edge });
            let whole: String = page.rows.iter().map(|row| row.span.of(&text)).collect();
            prop_assert_eq!(&whole, &text);
            for row in &page.rows {
                let glyphs = row.glyphs(&text);
                let end = glyphs.last().map_or(0, |placed| placed.cell + placed.glyph.width);
                prop_assert!(end <= width, "{end} > {width} in {:?}", row.span.of(&text));
                for placed in glyphs.iter().filter(|placed| placed.glyph.width > 0 && !placed.glyph.span.is_empty()) {
                    prop_assert_eq!(row.byte_at(&text, placed.cell), Some(placed.glyph.span.start));
                }
            }
        }
    }
}
