//! `glose [FILE|-]`: reads an article.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use super::{Opened, Outcome, open, output, say, shell};
use crate::article;
use crate::export::text;
use crate::store::library::library;

/// Opens the reader on `file`, or on the library; where there is no screen, writes plain text.
pub(super) fn run(file: Option<&Path>, glossary: Option<&Path>) -> anyhow::Result<Outcome> {
    match file {
        None if has_screen() => shell::read(None, glossary),
        None => list(),
        Some(file) if has_screen() => shell::read(Some(file), glossary),
        Some(file) => match open(file, glossary)? {
            Some(opened) => print(&opened),
            None => Ok(Outcome::Findings),
        },
    }
}

/// True when there is a person before a terminal that can do more than print.
fn has_screen() -> bool {
    io::stdout().is_terminal() && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// The article as plain text.
fn print(opened: &Opened) -> anyhow::Result<Outcome> {
    let mut out = output();
    text::write(&mut out, &opened.article, &opened.matcher, text::Setting::default())?;
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
