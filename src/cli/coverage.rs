//! `glose coverage`: the words of articles that no entry explains, an editor's list of work.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use toml_edit::Value;

use super::{Outcome, open, output, say};
use crate::french::reading::{Gender, Upos};
use crate::glossary::keys::GENDERS;
use crate::lint::missing::{MOST_SENTENCES, Missing, Word};
use crate::text::span::Span;
use crate::text::visible::visible;

/// List the words that are not glossed yet, commonest first, each with a sentence
#[derive(Debug, Args)]
#[command(after_help = "\
Nouns, verbs, adjectives and adverbs are counted; names are not, and are listed when asked for. A word
that always stands with a capital is marked `name?`.

Examples:
  glose coverage articles/*.md
  glose coverage depeche.txt --sentences 3 | head -20
  glose coverage depeche.txt --toml >> glossary.toml    # entries that wait for their gloss")]
pub(super) struct Options {
    /// Articles: files, `-` for standard input, or names of built-in articles
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// Names too, behind all other words
    #[arg(long)]
    names: bool,

    /// How many sentences are shown of each word
    #[arg(long, value_name = "N", default_value_t = 1)]
    sentences: usize,

    /// As entries of a glossary, to be filled in: the gloss is left empty, and `glose check` tells which
    #[arg(long)]
    toml: bool,
}

pub(super) fn run(options: &Options, glossary: Option<&Path>) -> anyhow::Result<Outcome> {
    let mut missing = Missing::default();
    let mut is_read = false;
    for file in &options.files {
        if let Some(opened) = open(file, glossary)? {
            let topic = opened.article.topic.as_deref();
            for block in &opened.article.blocks {
                missing.count(&block.text, &opened.matcher, topic);
            }
            is_read = true;
        }
    }
    let words = missing.words;
    let mut list = missing.list();
    let glossed =
        words - list.iter().filter(|word| word.upos != Upos::Propn).map(|word| word.times).sum::<usize>();
    list.retain(|word| options.names || word.upos != Upos::Propn);
    let mut out = output();
    for word in &list {
        if options.toml { stub(word, &mut out)? } else { row(word, options.sentences, &mut out)? }
    }
    if words == 0 {
        if is_read {
            say("nothing to count: there are no nouns, verbs, adjectives or adverbs");
        }
        out.flush()?;
        return Ok(Outcome::Findings);
    }
    let summary = format!("{glossed} of {words} content words are glossed: {} %", 100 * glossed / words);
    if options.toml {
        say(summary)
    } else {
        writeln!(out, "{summary}")?
    }
    out.flush()?;
    Ok(Outcome::Well)
}

/// The word with how often it stands, and its first sentences.
fn row(word: &Word, sentences: usize, out: &mut impl Write) -> std::io::Result<()> {
    let is_name = word.upos != Upos::Propn && word.is_like_a_name();
    let mark = if is_name { "name?" } else { word.upos.tag() };
    let head = format!("{:4}  {:<20} {mark:<5}", word.times, word.lemma);
    let mut texts = word.sentences.iter().take(sentences.min(MOST_SENTENCES)).map(|(text, _)| one_line(text));
    writeln!(out, "{} {}", visible(&head), visible(&texts.next().unwrap_or_default()))?;
    texts.try_for_each(|text| writeln!(out, "{:33}{}", "", visible(&text)))
}

/// The word as an entry that waits for its gloss.
fn stub(word: &Word, out: &mut impl Write) -> std::io::Result<()> {
    let pos = match word.upos {
        _ if word.is_like_a_name() => "name",
        Upos::Noun => "noun",
        Upos::Verb => "verb",
        Upos::Adj => "adj",
        _ => "adv",
    };
    let times = if word.times == 1 { String::new() } else { format!(" # {} times", word.times) };
    writeln!(out, "[[entry]]{times}\nterm = {}\npos = \"{pos}\"", quoted(&word.lemma))?;
    let written = |gender: Gender| GENDERS.iter().find(|(_, other)| *other == gender).map(|(key, _)| *key);
    if let Some(gender) = word.gender.filter(|_| pos == "noun").and_then(written) {
        writeln!(out, "gender = \"{gender}\"")?;
    }
    writeln!(out, "gloss = \"\"")?;
    if let Some(example) = word.sentences.iter().find_map(|(text, span)| example(text, *span)) {
        writeln!(out, "examples = [{}]", quoted(&example))?;
    }
    writeln!(out)
}

/// The sentence with braces around the word.
fn example(text: &str, word: Span) -> Option<String> {
    let before = Span::new(0, word.start).of(text);
    let after = &text[word.end..];
    (!text.contains(['{', '}'])).then(|| one_line(&format!("{before}{{{}}}{after}", word.of(text))))
}

/// Lines as one.
fn one_line(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}

/// As TOML writes a text.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
