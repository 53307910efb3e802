//! `glose config`: where the settings are, what they are, and what is wrong with them.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::{Outcome, output, settings};
use crate::config;
use crate::store::input;
use crate::store::shown;

/// What can be set, where, and what is wrong with it
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  glose config print-default > \"$(glose config path)\"   begin with everything there is, commented out
  glose config check                                    what is wrong with it, with carets
  glose config keys                                     the keys as you have set them")]
pub(super) struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Print where your settings belong
    Path,
    /// Tell everything that is wrong with your settings
    Check {
        /// Another file
        file: Option<PathBuf>,
    },
    /// Print every setting with what it does and its default
    PrintDefault,
    /// Print what each key does, as your settings have it; the lines can be put into them
    Keys {
        /// Another file
        file: Option<PathBuf>,
    },
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    match &options.what {
        What::Path => print(&format!("{}\n", settings::path(None)?.display())),
        What::PrintDefault => print(&config::default_text()),
        What::Check { file } => check(file.as_deref()),
        What::Keys { file } => {
            let path = settings::path(file.as_deref())?;
            let text = if path.exists() { input::file(&path)?.text } else { String::new() };
            print(&config::keys_text(&config::parse(&text).0.keymap))
        }
    }
}

fn check(file: Option<&Path>) -> anyhow::Result<Outcome> {
    let path = settings::path(file)?;
    if file.is_none() && !path.exists() {
        return print(&format!("{}: there is none, and so everything is as usual\n", shown(&path)));
    }
    let input = input::file(&path)?;
    let (_, findings) = config::parse(&input.text);
    if findings.is_empty() {
        return print(&format!("{}: nothing is wrong with it\n", input.name));
    }
    for finding in &findings {
        print(&format!("{}\n\n", finding.render(&input.name, &input.text)))?;
    }
    let count = findings.len();
    print(&format!("{}: {count} finding{}\n", input.name, if count == 1 { "" } else { "s" }))?;
    Ok(Outcome::Findings)
}

fn print(text: &str) -> anyhow::Result<Outcome> {
    let mut out = output();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(Outcome::Well)
}
