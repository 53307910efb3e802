//! `glose fmt`: a glossary in the house style, when somebody asks for it.

use std::path::{Path, PathBuf};

use clap::Args;

use super::findings::write;
use super::{Outcome, say};
use crate::lint::style::{Untidy, sorted, tidy};
use crate::store::input;
use crate::store::layers::{Source, layers};

/// Lay out a glossary in the house style: every comment is kept, and what it means is the same
#[derive(Debug, Args)]
#[command(after_help = "\
The keys of an entry come in their order, a list that fits stands on one line, one blank line parts
the entries. Nothing else of glose ever changes how a glossary is laid out.

Examples:
  glose fmt                    your own glossaries
  glose fmt glossary.toml --sort
  glose fmt --check *.toml     only tell, and end with status 1 if any would change
  glose fmt - < a.toml > b.toml

Exit status: 0 all is laid out, 1 with --check something is not, 2 could not do it.")]
pub(super) struct Options {
    /// Glossaries, or `-` for one on standard input, which goes to standard output
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Put the entries in the order of the alphabet, each with the comments above it
    #[arg(long)]
    sort: bool,

    /// Change nothing, and tell which files would be changed
    #[arg(long)]
    check: bool,
}

pub(super) fn run(options: &Options, glossary: Option<&Path>) -> anyhow::Result<Outcome> {
    let sources = sources(options, glossary)?;
    let mut outcome = Outcome::Well;
    for source in sources {
        let new = laid_out(&source.text, options).map_err(|why| anyhow::anyhow!("{}: {why}", source.name))?;
        let is_same = new == source.text;
        if options.check {
            if !is_same {
                say(format_args!("{}: not in the house style; `glose fmt` changes that", source.name));
                outcome = Outcome::Findings;
            }
        } else if !is_same || source.path.is_none() {
            write(&source, &new)?;
            if source.path.is_some() {
                say(format_args!("{}: laid out anew", source.name));
            }
        }
    }
    Ok(outcome)
}

fn laid_out(text: &str, options: &Options) -> Result<String, Untidy> {
    let tidied = tidy(text)?;
    if options.sort { sorted(&tidied) } else { Ok(tidied) }
}

/// The files that were asked for, or else the person's own.
fn sources(options: &Options, glossary: Option<&Path>) -> anyhow::Result<Vec<Source>> {
    if !options.files.is_empty() {
        let sources = options.files.iter().map(|file| Ok(Source::new(input::file_or_stdin(file)?)));
        return sources.collect();
    }
    let own = layers(glossary, None)?;
    own.troubles.iter().for_each(say);
    anyhow::ensure!(!own.own.is_empty(), "nothing to lay out: you have no glossary of your own; name a file");
    Ok(own.own)
}
