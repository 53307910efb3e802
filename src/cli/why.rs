//! `glose why`: why a word got its gloss, or got none.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{Opened, Outcome, open, output, say};
use crate::annotate::considered::{Considered, Verdict, considered};
use crate::annotate::explain::{explain, surface};
use crate::annotate::{Annotated, Annotation, EntryId};
use crate::annotate::{Matcher, annotate};
use crate::article::Block;
use crate::builtin::GLOSSARY;
use crate::export::{gloss, label};
use crate::french::reading::Reading;
use crate::french::token::TokenKind;
use crate::glossary::{self, Entry};
use crate::store::layers::Layers;
use crate::study::Threshold;
use crate::text::fold::{Accents, Shadow, fold};
use crate::text::lines::Lines;
use crate::text::span::Span;
use crate::text::visible::visible;

/// Tell why a word got its gloss, or got none
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  glose why depeche.txt:12 bilan
  glose why articles/treve-ukraine.md:9 \"s’est soldé par\"")]
pub(super) struct Options {
    /// An article and the line the word stands on, as `FILE:LINE`
    #[arg(value_name = "FILE:LINE", allow_hyphen_values = true)]
    place: String,

    /// The word, or several; capitals and accents do not matter
    word: String,
}

pub(super) fn run(options: &Options, glossary: Option<&Path>) -> anyhow::Result<Outcome> {
    let place = options.place.rsplit_once(':').and_then(|(file, line)| Some((file, line.parse().ok()?)));
    let Some((file, line)) = place else {
        anyhow::bail!("no line is given: {}; write FILE:LINE, such as depeche.txt:12", options.place);
    };
    let Some(opened) = open(&PathBuf::from(file), glossary)? else { return Ok(Outcome::Findings) };
    let Some(block) = block_at(&opened, line) else {
        say(format_args!("no French text: {file}:{line}; give a line of a paragraph or heading"));
        return Ok(Outcome::Findings);
    };
    let found = whole_words(&block.text, &options.word);
    if found.is_empty() {
        say(format_args!("“{}” is not there: {file}:{line}; it is looked for as a whole word", options.word));
        return Ok(Outcome::Findings);
    }
    let annotated = annotate(&block.text, &opened.matcher, opened.article.topic.as_deref());
    let (text, matcher, layers) = (&block.text, &opened.matcher, &opened.layers);
    let answer = Answer { text, annotated: &annotated, matcher, layers };
    let mut out = output();
    for span in found {
        out.write_all(visible_lines(&answer.of(span)).as_bytes())?;
    }
    out.flush()?;
    Ok(Outcome::Well)
}

/// The block that stands on that line of the source.
fn block_at(opened: &Opened, line: usize) -> Option<&Block> {
    let source = &opened.input.text;
    let lines = Lines::new(source);
    opened
        .article
        .blocks
        .iter()
        .find(|block| (lines.line(block.span.start)..=lines.line(block.span.end)).contains(&line))
}

/// Where `word` stands in `text` with no letter beside it.
fn whole_words(text: &str, word: &str) -> Vec<Span> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_whole = |span: &Span| {
        !is_letter(text[..span.start].chars().next_back()) && !is_letter(text[span.end..].chars().next())
    };
    Shadow::new(text).find(word.trim()).into_iter().filter(is_whole).collect()
}

/// `text` safe to show, its lines kept.
fn visible_lines(text: &str) -> String {
    text.lines().map(|line| format!("{}\n", visible(line))).collect()
}

/// What there is to ask about a word.
struct Answer<'a> {
    text: &'a str,
    annotated: &'a Annotated,
    matcher: &'a Matcher,
    layers: &'a Layers,
}

impl Answer<'_> {
    /// Everything that is known of the words at `span`.
    fn of(&self, span: Span) -> String {
        let mut answer = format!("{}\n", self.sentence(span));
        for line in self.readings(span) {
            answer += &format!("  {line}\n");
        }
        let found: Vec<&Annotation> = self
            .annotated
            .annotations
            .iter()
            .filter(|annotation| annotation.spans.iter().any(|own| own.overlaps(span)))
            .collect();
        if found.is_empty() {
            answer += &self.nothing(span);
        }
        for annotation in found {
            answer += &self.annotation(annotation);
        }
        answer
    }

    /// The sentence, with the words in question in brackets.
    fn sentence(&self, span: Span) -> String {
        let whole = Span::new(0, self.text.len());
        let around = self.annotated.sentences.iter().copied().find(|sentence| sentence.contains(span.start));
        let around = around.unwrap_or(whole);
        let end = around.end.max(span.end);
        let (before, after) = (&self.text[around.start..span.start], &self.text[span.end..end]);
        format!("{before}[{}]{after}", span.of(self.text))
    }

    /// The reading chosen for each word, then those that were not.
    fn readings(&self, span: Span) -> Vec<String> {
        let pairs = self.annotated.tokens.iter().zip(&self.annotated.readings);
        let words = pairs.filter(|(token, _)| token.kind != TokenKind::Space && token.span.overlaps(span));
        words
            .flat_map(|(token, reading)| {
                let form = token.span.of(self.text);
                let lemma = self.matcher.lemma(form, *reading);
                let taken = format!("read as    {form}: {}", described(&lemma, *reading));
                let others = considered(self.text, self.annotated, self.matcher, token.span.start);
                std::iter::once(taken).chain(others.into_iter().map(|other| not_taken(&other)))
            })
            .collect()
    }

    /// What can be said where nothing is found: the entries whose headword has one of the words.
    fn nothing(&self, span: Span) -> String {
        let fold = |text: &str| fold(text, Accents::Dropped);
        let pairs = self.annotated.tokens.iter().zip(&self.annotated.readings);
        let words: Vec<String> = pairs
            .filter(|(token, _)| token.kind == TokenKind::Word && token.span.overlaps(span))
            .map(|(token, reading)| (token.span.of(self.text), reading))
            .flat_map(|(form, reading)| [fold(form), fold(&self.matcher.lemma(form, *reading))])
            .collect();
        let built_in = glossary::parse(GLOSSARY).0;
        let own = self.layers.own.iter().map(|source| (source.name.as_str(), &source.glossary));
        let mut answer = String::new();
        for (name, glossary) in own.chain([("built-in", &built_in)]) {
            let has_word = |entry: &&Entry| {
                fold(&entry.term).split_whitespace().any(|word| words.iter().any(|w| w == word))
            };
            for entry in glossary.entries.iter().filter(has_word).take(5) {
                let (term, label) = (&entry.term, label(entry));
                answer +=
                    &format!("  not here   {term} ({label}): {} — {name}:{}\n", entry.gloss(), entry.line);
            }
        }
        let reason = match answer.as_str() {
            "" => "no entry of any layer has this word",
            _ => "these entries have the word, but not in this reading or without the rest",
        };
        format!("  no gloss   {reason}\n{answer}")
    }

    fn annotation(&self, annotation: &Annotation) -> String {
        let entry = self.matcher.entry(annotation.entry);
        let mut lines = format!(
            "  gloss      {} ({}): {}\n  found      “{}”: {}\n  written    {}\n",
            entry.term,
            label(entry),
            gloss(entry, annotation.sense),
            surface(annotation, self.text),
            explain(annotation, &entry.term, self.text),
            self.place(annotation.entry),
        );
        if !Threshold::default().shows(entry) {
            let level = entry.level.map_or("a grammar word", glossary::Level::key);
            lines += &format!("  hidden     until asked for, being {level}\n");
        }
        for id in &annotation.beaten {
            let beaten = self.matcher.entry(*id);
            lines += &format!(
                "  it beat    {} ({}): {} — {}\n",
                beaten.term,
                label(beaten),
                beaten.gloss(),
                self.place(*id)
            );
        }
        for inside in &annotation.inside {
            let entry = self.matcher.entry(inside.entry);
            let place = self.place(inside.entry);
            lines += &format!(
                "  inside     {} ({}): {} — {place}\n",
                entry.term,
                label(entry),
                gloss(entry, inside.sense)
            );
        }
        lines
    }

    /// Where the entry is written: `glossary.toml:12`.
    fn place(&self, id: EntryId) -> String {
        format!("{}:{}", self.matcher.layer_name(id), self.matcher.entry(id).line)
    }
}

/// `porte, NOUN, f. sing.`
fn described(lemma: &str, reading: Reading) -> String {
    let cells = if reading.cells.is_empty() { String::new() } else { format!(", {}", reading.cells) };
    format!("{lemma}, {}{cells}", reading.upos.tag())
}

/// A reading that was not taken, with the reason.
fn not_taken(considered: &Considered) -> String {
    let why = match considered.verdict {
        Verdict::Ruled { line, reason } => format!("ruled out by constraint {line}: {reason}"),
        Verdict::Costlier => "less likely beside its neighbours".into(),
        Verdict::Expression => "the expression says otherwise".into(),
    };
    format!("not        {} — {why}", described(&considered.lemma, considered.reading))
}
