//! `glose coverage`: the words of articles that no entry explains, an editor's list of work.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use rustc_hash::FxHashMap;

use super::{Opened, Outcome, open, output};
use crate::annotate::Annotated;
use crate::annotate::{Matcher, annotate};
use crate::french::reading::Upos;
use crate::french::token::TokenKind;
use crate::text::span::Span;
use crate::text::visible::visible;

/// List the words that are not glossed yet, commonest first, each with a sentence
#[derive(Debug, Args)]
#[command(after_help = "\
Nouns, verbs, adjectives and adverbs are counted, names are not.

Examples:
  glose coverage articles/*.md
  glose coverage depeche.txt | head -20")]
pub(super) struct Options {
    /// Articles: files, `-` for standard input, or names of built-in articles
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
}

pub(super) fn run(options: &Options, glossary: Option<&Path>) -> anyhow::Result<Outcome> {
    let mut count = Count::default();
    let mut is_read = false;
    for file in &options.files {
        if let Some(opened) = open(file, glossary)? {
            count.article(&opened);
            is_read = true;
        }
    }
    let mut out = output();
    let mut missing: Vec<Missing> = count.missing.into_values().collect();
    missing.sort_by(|one, other| (other.times, &one.lemma).cmp(&(one.times, &other.lemma)));
    for word in &missing {
        let line = format!("{:4}  {:<20} {:<5} {}", word.times, word.lemma, word.upos.tag(), word.sentence);
        writeln!(out, "{}", visible(&line))?;
    }
    if count.words == 0 {
        if is_read {
            super::say("nothing to count: there are no nouns, verbs, adjectives or adverbs");
        }
        return Ok(Outcome::Findings);
    }
    let glossed = count.words - missing.iter().map(|word| word.times).sum::<usize>();
    let percent = 100 * glossed / count.words;
    writeln!(out, "{glossed} of {} content words are glossed: {percent} %", count.words)?;
    out.flush()?;
    Ok(Outcome::Well)
}

/// What has been counted so far.
#[derive(Default)]
struct Count {
    words: usize,
    missing: FxHashMap<(String, Upos), Missing>,
}

/// A word that no entry explains.
struct Missing {
    lemma: String,
    upos: Upos,
    times: usize,
    /// The first sentence it stands in.
    sentence: String,
}

impl Count {
    fn article(&mut self, opened: &Opened) {
        for block in &opened.article.blocks {
            let annotated = annotate(&block.text, &opened.matcher, opened.article.topic.as_deref());
            self.block(&block.text, &annotated, &opened.matcher);
        }
    }

    fn block(&mut self, text: &str, annotated: &Annotated, matcher: &Matcher) {
        let mut glossed: Vec<Span> =
            annotated.annotations.iter().flat_map(|annotation| annotation.spans.iter().copied()).collect();
        glossed.sort_unstable();
        for (token, reading) in annotated.tokens.iter().zip(&annotated.readings) {
            let is_content = matches!(reading.upos, Upos::Noun | Upos::Verb | Upos::Adj | Upos::Adv);
            if token.kind != TokenKind::Word || !is_content {
                continue;
            }
            self.words += 1;
            let after = glossed.partition_point(|span| span.end <= token.span.start);
            if glossed.get(after).is_some_and(|span| span.overlaps(token.span)) {
                continue;
            }
            let lemma = matcher.lemma(token.span.of(text), *reading).into_owned();
            let missing = self.missing.entry((lemma.clone(), reading.upos));
            missing.and_modify(|word| word.times += 1).or_insert_with(|| Missing {
                lemma,
                upos: reading.upos,
                times: 1,
                sentence: sentence(text, annotated, token.span),
            });
        }
    }
}

/// The sentence in which the word stands.
fn sentence(text: &str, annotated: &Annotated, word: Span) -> String {
    let after = annotated.sentences.partition_point(|sentence| sentence.end <= word.start);
    annotated.sentences.get(after).map_or(text, |sentence| sentence.of(text)).to_owned()
}
