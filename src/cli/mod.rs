//! The command line: what can be asked, and one thin file for each answer.
//!
//! Knows what a person types and where output goes; everything else is asked of the rooms below.
#![expect(clippy::disallowed_methods, reason = "this module owns the standard streams")]

mod add;
mod annotate;
mod check;
mod config;
mod coverage;
mod findings;
mod fmt;
mod forms;
mod glossaries;
mod manual;
mod read;
mod schema;
mod settings;
mod shell;
mod why;

use std::ffi::OsString;
use std::fmt::Display;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Parser, Subcommand};

use crate::annotate::matcher::Matcher;
use crate::article::{self, Article};
use crate::glossary::Level;
use crate::store::input::{self, Input};
use crate::store::layers::Layers;
use crate::study::Threshold;
use crate::text::visible::visible;
use settings::Given;

/// Read French news in your terminal with a teacher’s glosses in the margin.
#[derive(Debug, Parser)]
#[command(
    name = "glose",
    version,
    max_term_width = 100,
    after_help = "\
Examples:
  glose                              the articles there are
  glose treve-ukraine                read one of them
  glose depeche.txt                  read a text of your own
  curl -s https://… | glose -        read what comes through a pipe
  glose depeche.txt | less           plain text with numbered glosses
  glose --theme dark --width 60      once with other settings; `glose config` for always

Exit status: 0 well, 1 findings or nothing found, 2 could not do it."
)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,

    /// An article: a file, `-` for standard input, or the name of a built-in article
    file: Option<PathBuf>,

    /// Your own glossary, instead of `glossary.toml` in the working directory
    #[arg(long, global = true, value_name = "FILE")]
    glossary: Option<PathBuf>,

    /// Write plain text with numbered glosses, for a screen reader or a pager, and take no screen
    #[arg(long)]
    plain: bool,

    #[command(flatten)]
    given: Given,
}

#[derive(Debug, Subcommand)]
enum Command {
    Add(add::Options),
    Annotate(annotate::Options),
    Check(check::Options),
    Completions(manual::Completions),
    Config(config::Options),
    Coverage(coverage::Options),
    Fmt(fmt::Options),
    Forms(forms::Options),
    Schema(schema::Options),
    /// Write the page of the manual: `glose man | man -l -`
    Man,
    Why(why::Options),
}

/// How a command ended that could do its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Exit status 0.
    Well,
    /// Exit status 1: findings, or nothing found.
    Findings,
}

/// Does what `arguments` ask, and says with which status to end.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => return refuse(&error),
    };
    match perform(cli) {
        Ok(Outcome::Well) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(error) => match writing_error(&error) {
            // Whoever read our output has read enough.
            Some(io::ErrorKind::BrokenPipe) => ExitCode::SUCCESS,
            Some(_) => fail(format_args!("cannot write: standard output; {error:#}")),
            None => fail(format_args!("{error:#}")),
        },
    }
}

fn perform(cli: Cli) -> anyhow::Result<Outcome> {
    let glossary = cli.glossary.as_deref();
    if let (Some(_), Some(file)) = (&cli.command, &cli.file) {
        anyhow::bail!("one thing at a time: {}; give the file after the command", file.display());
    }
    match cli.command {
        Some(_) if cli.plain || !cli.given.is_empty() => {
            anyhow::bail!("these flags are for reading: --plain and the settings; leave them out here")
        }
        None => read::run(&read::Asked { file: cli.file, is_plain: cli.plain, given: cli.given }, glossary),
        Some(Command::Add(options)) => add::run(&options, glossary),
        Some(Command::Annotate(options)) => annotate::run(&options, glossary),
        Some(Command::Check(options)) => check::run(&options, glossary),
        Some(Command::Completions(options)) => manual::completions(&options),
        Some(Command::Config(options)) => config::run(&options),
        Some(Command::Man) => manual::man(),
        Some(Command::Coverage(options)) => coverage::run(&options, glossary),
        Some(Command::Fmt(options)) => fmt::run(&options, glossary),
        Some(Command::Forms(options)) => forms::run(&options, glossary),
        Some(Command::Schema(options)) => schema::run(&options),
        Some(Command::Why(options)) => why::run(&options, glossary),
    }
}

/// Shows what clap has to say: help on standard output, a wrong command line as our own errors.
fn refuse(error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        // Help that nobody reads to its end is no failure.
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    let text = error.to_string();
    fail(text.strip_prefix("error: ").unwrap_or(&text).trim_end())
}

/// What went wrong in writing, if that is what did: what cannot be read is told as a `Trouble`.
fn writing_error(error: &anyhow::Error) -> Option<io::ErrorKind> {
    error.chain().find_map(|cause| cause.downcast_ref::<io::Error>().map(io::Error::kind))
}

/// Says why nothing could be done.
fn fail(message: impl Display) -> ExitCode {
    say(message);
    ExitCode::from(2)
}

/// Says something to the person on standard error: `glose: no such file: …`.
fn say(message: impl Display) {
    let text = message.to_string();
    let lines: Vec<_> = text.lines().map(visible).collect();
    // Where standard error is closed there is nobody to tell.
    let _ = writeln!(io::stderr().lock(), "glose: {}", lines.join("\n"));
}

/// Standard output, written in large pieces.
fn output() -> BufWriter<StdoutLock<'static>> {
    BufWriter::with_capacity(1 << 16, io::stdout().lock())
}

/// An article that was read, with the glossaries for it.
struct Opened {
    input: Input,
    article: Article,
    layers: Layers,
    matcher: Matcher,
}

/// Reads the article that was asked for; `None` when there is nothing in it, which is said.
fn open(file: &Path, glossary: Option<&Path>) -> anyhow::Result<Option<Opened>> {
    let input = open_input(file, glossary)?;
    let layers = open_layers(glossary, input.path.as_deref())?;
    if let Some(note) = &input.note {
        say(note);
    }
    let (article, findings) = article::parse(&input.text);
    for finding in findings {
        say(finding.brief(&input.name, &input.text));
    }
    if article.blocks.is_empty() {
        let reason = if input.text.trim().is_empty() { "it is empty" } else { "there is no text in it" };
        say(format_args!("nothing to read: {}; {reason}", input.name));
        return Ok(None);
    }
    let matcher = layers.matcher();
    Ok(Some(Opened { input, article, layers, matcher }))
}

/// Reads the text that was asked for. A person at the keyboard is told that it is waited for.
fn open_input(file: &Path, glossary: Option<&Path>) -> anyhow::Result<Input> {
    let is_stdin = |path: &Path| path.as_os_str() == "-";
    if is_stdin(file) && glossary.is_some_and(is_stdin) {
        anyhow::bail!("two things at once: standard input; give the article or the glossary as a file");
    }
    if is_stdin(file) && io::stdin().is_terminal() {
        say("type or paste a text, and end it with Ctrl-D on a line of its own");
    }
    Ok(input::open(file)?)
}

/// Reads the glossaries; what is wrong with them is said in a line for each.
fn open_layers(glossary: Option<&Path>, article: Option<&Path>) -> anyhow::Result<Layers> {
    let layers = Layers::with_further(settings::further()).again(glossary, article)?;
    for trouble in &layers.troubles {
        say(trouble);
    }
    for source in &layers.own {
        let name = &source.name;
        match source.diagnostics.len() {
            0 => {}
            1 => say(source.diagnostics[0].brief(name, &source.text)),
            count => say(format_args!("{count} findings: {name}; see them with `glose check {name}`")),
        }
    }
    Ok(layers)
}

/// Reads a level from the command line: `B1`, or `all`.
fn threshold(written: &str) -> Result<Threshold, String> {
    Threshold::from_label(written).ok_or_else(|| {
        let known = Level::ALL.map(Level::key);
        format!("a level is one of {}, or `all`", known.join(" "))
    })
}
