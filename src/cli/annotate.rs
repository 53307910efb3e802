//! `glose annotate`: the engine for pipes.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::{Opened, Outcome, open, open_layers, output};
use crate::annotate::annotate;
use crate::article::BlockKind;
use crate::export::{html, jsonl, text};
use crate::import::decode_line;
use crate::store::Trouble;
use crate::study::Threshold;

/// Write an article with its glosses, for a person or for programs
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  glose annotate depeche.txt                          numbered glosses, for a person
  glose annotate --format html depeche.txt > a.html   a page that stands alone
  glose annotate --format jsonl depeche.txt | jq .    tokens, lemmas, glosses: one object a block
  glose annotate --lines - < phrases.txt              one object for each line")]
pub(super) struct Options {
    /// A file, `-` for standard input, or the name of a built-in article
    #[arg(default_value = "-")]
    file: PathBuf,

    /// `text`, or `jsonl` with --lines, when it is not given
    #[arg(long, value_enum)]
    format: Option<Format>,

    /// Take each line as a paragraph and write one JSON object for it, at once
    #[arg(long)]
    lines: bool,

    /// Only glosses from this level upwards: A1 to C2, or `all` [default: B1; all for jsonl]
    #[arg(long, value_parser = super::threshold)]
    level: Option<Threshold>,

    /// Break the lines of the text format after this many cells
    #[arg(long, value_name = "CELLS")]
    width: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Numbered glosses under each paragraph
    Text,
    /// One JSON object for each block
    Jsonl,
    /// A page of the web that stands alone
    Html,
}

pub(super) fn run(options: &Options, glossary: Option<&Path>) -> anyhow::Result<Outcome> {
    if options.lines {
        if !matches!(options.format, None | Some(Format::Jsonl)) {
            anyhow::bail!("--lines writes JSON: {}; leave out --format", options.file.display());
        }
        return lines(options, glossary);
    }
    let Some(opened) = open(&options.file, glossary)? else { return Ok(Outcome::Findings) };
    let mut out = output();
    let threshold = options.level.unwrap_or_default();
    match options.format.unwrap_or(Format::Text) {
        Format::Jsonl => blocks(&mut out, &opened, options.level.unwrap_or(Threshold::EVERYTHING))?,
        Format::Html => html::write(&mut out, &opened.article, &opened.matcher, threshold)?,
        Format::Text => {
            let setting = text::Setting { threshold, width: options.width };
            text::write(&mut out, &opened.article, &opened.matcher, setting)?;
        }
    }
    out.flush()?;
    Ok(Outcome::Well)
}

/// One object for each block of the article.
fn blocks(out: &mut impl Write, opened: &Opened, threshold: Threshold) -> anyhow::Result<()> {
    let topic = opened.article.topic.as_deref();
    let mut writer = jsonl::Writer::new(&opened.matcher, threshold);
    for (number, block) in opened.article.blocks.iter().enumerate() {
        let annotated = annotate(&block.text, &opened.matcher, topic);
        let item = jsonl::Item { number, kind: block.kind, text: &block.text, annotated: &annotated };
        writer.write(out, item)?;
    }
    Ok(())
}

/// One object for each line, and nothing held back while whoever writes the lines waits for it.
fn lines(options: &Options, glossary: Option<&Path>) -> anyhow::Result<Outcome> {
    let path = (options.file.as_os_str() != "-").then_some(options.file.as_path());
    let matcher = open_layers(glossary, path)?.matcher();
    let threshold = options.level.unwrap_or(Threshold::EVERYTHING);
    let mut input: BufReader<Box<dyn std::io::Read>> = BufReader::with_capacity(1 << 16, source(path)?);
    let mut out = output();
    let mut writer = jsonl::Writer::new(&matcher, threshold);
    let mut line = Vec::new();
    for number in 0.. {
        line.clear();
        let read = input.read_until(b'\n', &mut line);
        if read.map_err(|error| Trouble::of(&options.file, &error))? == 0 {
            break;
        }
        let bytes = line.strip_suffix(b"\n").unwrap_or(&line);
        let text = decode_line(bytes.strip_suffix(b"\r").unwrap_or(bytes));
        let annotated = annotate(&text, &matcher, None);
        let item = jsonl::Item { number, kind: BlockKind::Paragraph, text: &text, annotated: &annotated };
        writer.write(&mut out, item)?;
        if input.buffer().is_empty() {
            out.flush()?;
        }
    }
    out.flush()?;
    Ok(Outcome::Well)
}

/// The file at `path`, or standard input.
fn source(path: Option<&Path>) -> Result<Box<dyn std::io::Read>, Trouble> {
    let Some(path) = path else { return Ok(Box::new(std::io::stdin())) };
    if path.is_dir() {
        return Err(Trouble::of(path, &std::io::ErrorKind::IsADirectory.into()));
    }
    Ok(Box::new(File::open(path).map_err(|error| Trouble::of(path, &error))?))
}
