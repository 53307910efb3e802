//! `glose [FILE|-]`: reads an article.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::settings::Given;
use super::{Opened, Outcome, open, output, say, shell};
use crate::article;
use crate::export::text;
use crate::store::library::library;
use crate::study::Threshold;

/// What was asked for.
pub(super) struct Asked {
    /// The article; without one, the library.
    pub(super) file: Option<PathBuf>,
    /// Whether no screen is to be taken.
    pub(super) is_plain: bool,
    /// The settings on the command line.
    pub(super) given: Given,
}

/// Opens the reader on an article, or on the library; where there is no screen, or none is wanted,
/// writes plain text.
pub(super) fn run(asked: &Asked, glossary: Option<&Path>) -> anyhow::Result<Outcome> {
    let own = asked.given.own()?;
    if has_screen() && !asked.is_plain {
        return shell::read(asked.file.as_deref(), glossary, own);
    }
    own.told.iter().for_each(say);
    match &asked.file {
        None => list(),
        Some(file) => match open(file, glossary)? {
            Some(opened) => print(&opened, own.usual().preferences.threshold),
            None => Ok(Outcome::Findings),
        },
    }
}

/// True when there is a person before a terminal that can do more than print.
fn has_screen() -> bool {
    io::stdout().is_terminal() && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// The article as plain text, a paragraph a line.
fn print(opened: &Opened, threshold: Threshold) -> anyhow::Result<Outcome> {
    let mut out = output();
    let setting = text::Setting { threshold, width: None };
    text::write(&mut out, &opened.article, &opened.matcher, setting)?;
    out.flush()?;
    Ok(Outcome::Well)
}

/// The articles there are, one a line.
fn list() -> anyhow::Result<Outcome> {
    if !io::stdin().is_terminal() {
        say("the articles there are; to read standard input, write `glose -`");
    }
    let shelf = library();
    let width = shelf.iter().map(|article| article.name.chars().count()).max().unwrap_or(0);
    let mut out = output();
    for shelved in &shelf {
        let title = match shelved.open() {
            Ok(input) => article::parse(&input.text).0.title.unwrap_or_default(),
            Err(trouble) => trouble.to_string(),
        };
        let line = format!("{:width$}  {title}", shelved.name);
        writeln!(out, "{}", crate::text::visible::visible(line.trim_end()))?;
    }
    out.flush()?;
    Ok(Outcome::Well)
}
