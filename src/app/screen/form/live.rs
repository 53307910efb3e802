//! What the entry that is being written would find, and what the checks say of it.
//!
//! Found out bit by bit while nobody types; forgotten with every letter.

use std::sync::Arc;

use super::{Form, Purpose, Wordbook};
use crate::annotate::matcher::Layer;
use crate::annotate::{Annotated, Annotation, EntryId, Matcher, annotate};
use crate::app::effect::{ArticleId, Effect};
use crate::app::screen::reading::Reading;
use crate::article::Article;
use crate::diagnostic::{Diagnostic, Severity};
use crate::glossary::change::{Value, entry_text};
use crate::glossary::{self, Pos};
use crate::lint::{Known, check_entry};
use crate::page::{Role, Runs};
use crate::text::span::Span;

/// What is known of the entry so far.
#[derive(Debug, Default)]
pub struct Live {
    /// What the checks say: how bad it is, and in words.
    pub findings: Vec<(Severity, String)>,
    /// The entries of other layers with the same headword.
    pub rivals: Vec<String>,
    /// Where it stands in the article being read.
    pub here: Found,
    /// Where it stands in the other articles of the library.
    pub library: Found,
    stage: Stage,
    wordbook: Option<Arc<Wordbook>>,
    known: Option<Arc<Known>>,
    matcher: Option<Arc<Matcher>>,
    shelf: Vec<Shelved>,
}

/// Where an entry was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// How often.
    pub count: usize,
    /// In how many articles.
    pub articles: usize,
    /// The first sentences, each with where it stands.
    pub sentences: Vec<Runs>,
    /// True when everything was looked at.
    pub is_whole: bool,
    /// The last article in which it was.
    last: Option<usize>,
}

/// What there is to look at.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// The article being read, with its glossaries.
    pub reading: &'a Reading,
    /// The layer that has the person's own entries.
    pub own: Option<&'a str>,
}

/// An article of the library; it comes when it is asked for.
#[derive(Debug)]
struct Shelved {
    id: ArticleId,
    title: String,
    article: Option<Arc<Article>>,
}

/// How far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stage {
    /// Nothing is known.
    #[default]
    Stale,
    /// The article being read, from this block on.
    Here(usize),
    /// The articles of the library, from this one and its block on.
    Library(usize, usize),
    /// One of them was asked for.
    Asked(usize),
    /// Everything is known.
    Whole,
}

/// The layer that an entry being written has to itself.
const DRAFT: EntryId = EntryId { layer: 0, index: 0 };
/// How many sentences are shown.
const MOST: usize = 6;
const BLOCKS_AT_A_TIME: usize = 8;

impl Live {
    /// The articles to look through, by name and headline.
    pub fn set_shelf(&mut self, shelf: impl Iterator<Item = (ArticleId, String)>) {
        self.shelf = shelf.map(|(id, title)| Shelved { id, title, article: None }).collect();
    }

    /// Nothing is known any more.
    pub(super) fn forget(&mut self) {
        self.stage = Stage::Stale;
    }

    /// Nothing is known any more, and the glossaries are others.
    pub fn forget_glossaries(&mut self) {
        self.wordbook = None;
        self.known = None;
        self.forget();
    }

    /// True when the next step can be made.
    #[must_use]
    pub fn has_work(&self) -> bool {
        !matches!(self.stage, Stage::Whole | Stage::Asked(_))
    }

    /// True when nothing is known yet of what is typed.
    #[must_use]
    pub fn is_stale(&self) -> bool {
        self.stage == Stage::Stale
    }

    /// What the glossaries say already.
    #[must_use]
    pub(super) fn wordbook(&self) -> Option<&Wordbook> {
        self.wordbook.as_deref()
    }

    /// Takes an article that was asked for; false when none was.
    pub fn fetched(&mut self, id: &str, article: Option<Arc<Article>>) -> bool {
        let Stage::Asked(number) = self.stage else { return false };
        if self.shelf[number].id != id {
            return false;
        }
        self.stage = Stage::Library(number + usize::from(article.is_none()), 0);
        self.shelf[number].article = article;
        true
    }
}

impl Form {
    /// Finds out a little more; where an article is needed for it, asks for that.
    pub fn work(&mut self, sources: Sources<'_>) -> Option<Effect> {
        match self.live.stage {
            Stage::Stale => self.begin(sources),
            Stage::Here(block) => self.look_here(sources, block),
            Stage::Library(number, block) => return self.look_on(number, block),
            Stage::Asked(_) | Stage::Whole => {}
        }
        None
    }

    /// Reads the entry as it is typed, and checks it.
    fn begin(&mut self, sources: Sources<'_>) {
        let base = sources.reading.matcher();
        let live = &mut self.live;
        live.wordbook.get_or_insert_with(|| Arc::new(Wordbook::of(base)));
        (live.here, live.library) = (Found::default(), Found::default());
        let (glossary, _) = glossary::parse(&self.text_to_match());
        let is_usable = !glossary.entries.is_empty();
        let matcher = base.over(vec![Layer { name: "this entry".into(), glossary }]);
        if is_usable {
            self.settle_braces(sources.reading, &matcher);
        }
        let findings = self.check(base, sources.own);
        self.live.findings = findings.iter().map(said).collect();
        // What is wrong in several places is told once.
        self.live.findings.dedup();
        self.live.rivals = self.rivals(sources);
        self.live.stage = if is_usable { Stage::Here(0) } else { Stage::Whole };
        self.live.matcher = is_usable.then(|| Arc::new(matcher));
    }

    /// What the checks say of the entry as it is written.
    fn check(&mut self, base: &Matcher, own: Option<&str>) -> Vec<Diagnostic> {
        let text = self.text_to_match();
        let known = self.live.known.get_or_insert_with(|| Arc::new(Known::of(base))).clone();
        let replaced = match &self.purpose {
            Purpose::Edit { layer, seen } => {
                base.ids().find(|id| base.layer_name(*id) == layer && base.entry(*id).line == seen.line)
            }
            Purpose::New | Purpose::Copy => None,
        };
        let layer = own.and_then(|own| base.layer_named(own));
        // Where the person has no layer yet nothing stands before the entry, or over it.
        let added = layer.ok_or(EntryId { layer: 0, index: 0 });
        let replaced = replaced.map_or_else(|| added.map_or_else(Ok, Err), Ok);
        check_entry(&text, base, &known, replaced)
    }

    /// The entry as it is written; it is found before it has a gloss.
    fn text_to_match(&self) -> String {
        let mut fields = self.all_fields();
        for gloss in fields.iter_mut().filter(|field| field.key == "gloss" && field.value.is_empty()) {
            gloss.value = Value::Text("…".into());
        }
        entry_text(&fields, "\n")
    }

    /// Puts the braces of the example around what the entry finds among the words it was begun from.
    fn settle_braces(&mut self, reading: &Reading, matcher: &Matcher) {
        let Some((block, words)) = self.origin else { return };
        let Some(source) = reading.block(block) else { return };
        let annotated = annotate(&source.text, matcher, reading.article().topic.as_deref());
        let found = drafts(&annotated).find(|found| found.spans.iter().any(|span| span.overlaps(words)));
        if let Some(found) = found {
            let sentence = sentence_of(&annotated, found);
            self.brace(&source.text, sentence, &found.spans);
        }
    }

    /// The entries with the same headword that would be hidden, or are in the way.
    fn rivals(&self, sources: Sources<'_>) -> Vec<String> {
        let typed = |key| self.slots.iter().find(|slot| slot.key == key).map(|slot| slot.field.text());
        let pos = typed("pos").and_then(|pos| Pos::from_key(pos.trim()));
        let (Some(book), Some(term), Some(pos)) = (&self.live.wordbook, typed("term"), pos) else {
            return Vec::new();
        };
        let matcher = sources.reading.matcher();
        let ids = book.rivals(&term, pos).into_iter();
        let said = |id: EntryId| {
            let (entry, layer) = (matcher.entry(id), matcher.layer_name(id));
            let place = format!("{layer}, line {}: {}", entry.line, entry.gloss());
            match &self.purpose {
                Purpose::Edit { layer: own, seen } if own == layer && seen.line == entry.line => None,
                Purpose::Edit { .. } => Some(format!("Beside {place}")),
                _ if sources.own == Some(layer) => Some(format!("There already, e changes it: {place}")),
                _ => Some(format!("Wins over {place}")),
            }
        };
        ids.filter_map(said).collect()
    }

    fn look_here(&mut self, sources: Sources<'_>, from: usize) {
        let Some(matcher) = self.live.matcher.clone() else { return };
        let article = sources.reading.article();
        let until = (from + BLOCKS_AT_A_TIME).min(article.blocks.len());
        for block in &article.blocks[from.min(until)..until] {
            let annotated = annotate(&block.text, &matcher, article.topic.as_deref());
            self.live.here.add(&block.text, &annotated, "");
        }
        let is_whole = until == article.blocks.len();
        self.live.here.is_whole = is_whole;
        self.live.stage = if is_whole { Stage::Library(0, 0) } else { Stage::Here(until) };
    }

    /// Looks at the next blocks of the library.
    fn look_on(&mut self, number: usize, from: usize) -> Option<Effect> {
        let matcher = self.live.matcher.clone()?;
        let Live { shelf, library, stage, .. } = &mut self.live;
        let Some(shelved) = shelf.get(number) else {
            (library.is_whole, *stage) = (true, Stage::Whole);
            return None;
        };
        let Some(article) = &shelved.article else {
            *stage = Stage::Asked(number);
            return Some(Effect::Fetch(shelved.id.clone()));
        };
        let before = library.count;
        let until = (from + BLOCKS_AT_A_TIME).min(article.blocks.len());
        for block in &article.blocks[from.min(until)..until] {
            let annotated = annotate(&block.text, &matcher, article.topic.as_deref());
            library.add(&block.text, &annotated, &shelved.title);
        }
        if library.count > before && library.last.replace(number) != Some(number) {
            library.articles += 1;
        }
        *stage = if until == article.blocks.len() {
            Stage::Library(number + 1, 0)
        } else {
            Stage::Library(number, until)
        };
        None
    }
}

impl Found {
    /// Adds what was found in a block of the article called `title`.
    fn add(&mut self, text: &str, annotated: &Annotated, title: &str) {
        for found in drafts(annotated) {
            self.count += 1;
            if self.sentences.len() < MOST {
                let title = if title.is_empty() { String::new() } else { format!("{title}: ") };
                let runs = sentence(Runs::of(&title, Role::Label), text, annotated, found);
                let is_known = self.sentences.iter().any(|known| known.text() == runs.text());
                self.sentences.extend((!is_known).then_some(runs));
            }
        }
    }
}

/// Where the entry being written stands, alone or inside an expression.
fn drafts(annotated: &Annotated) -> impl Iterator<Item = &Annotation> {
    let all = annotated.annotations.iter().flat_map(|found| std::iter::once(found).chain(&found.inside));
    all.filter(|found| found.entry == DRAFT)
}

fn sentence_of(annotated: &Annotated, found: &Annotation) -> Span {
    let first = found.spans.first().copied().unwrap_or_default();
    annotated.sentences.iter().copied().find(|span| span.contains(first.start)).unwrap_or(first)
}

/// The sentence in which it stands, its own words stressed.
fn sentence(mut runs: Runs, text: &str, annotated: &Annotated, found: &Annotation) -> Runs {
    let whole = sentence_of(annotated, found);
    let mut from = whole.start;
    for span in found.spans.iter().filter(|span| span.start >= whole.start && span.end <= whole.end) {
        runs = runs.and(&text[from..span.start], Role::Text).and(span.of(text), Role::Emphasis);
        from = span.end;
    }
    runs.and(&text[from..whole.end], Role::Text)
}

/// A finding in one line.
fn said(finding: &Diagnostic) -> (Severity, String) {
    let more = [Some(finding.label.as_str()), finding.help.as_deref()];
    let more = more.into_iter().flatten().filter(|more| !more.is_empty()).collect::<Vec<_>>().join("; ");
    let text = if more.is_empty() { finding.message.clone() } else { format!("{}: {more}", finding.message) };
    (finding.severity, text)
}
