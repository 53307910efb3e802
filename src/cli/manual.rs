//! `glose man` and `glose completions`: made from the command line itself and the table of actions.

use std::io::Write;

use clap::{Args, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::{Cli, Outcome, output};
use crate::app::action::ACTIONS;
use crate::app::keymap::{Context, Keymap};
use crate::config::SETTINGS;

/// Write what a shell needs to complete `glose …`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  glose completions bash > ~/.local/share/bash-completion/completions/glose
  glose completions zsh > ~/.zfunc/_glose
  glose completions fish > ~/.config/fish/completions/glose.fish")]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn completions(options: &Completions) -> anyhow::Result<Outcome> {
    let mut text = Vec::new();
    clap_complete::generate(options.shell, &mut Cli::command(), "glose", &mut text);
    let mut out = output();
    out.write_all(&text)?;
    out.flush()?;
    Ok(Outcome::Well)
}

/// Writes the page of the manual.
pub(super) fn man() -> anyhow::Result<Outcome> {
    let page = Man::new(Cli::command());
    let mut out = output();
    page.render_title(&mut out)?;
    page.render_name_section(&mut out)?;
    page.render_synopsis_section(&mut out)?;
    page.render_description_section(&mut out)?;
    page.render_options_section(&mut out)?;
    page.render_subcommands_section(&mut out)?;
    page.render_extra_section(&mut out)?;
    keys(&Keymap::default()).to_writer(&mut out)?;
    environment().to_writer(&mut out)?;
    page.render_version_section(&mut out)?;
    out.flush()?;
    Ok(Outcome::Well)
}

/// The keys of every screen.
fn keys(keymap: &Keymap) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["KEYS"]);
    for context in Context::ALL {
        roff.control("SS", [context.says()]);
        for row in &ACTIONS {
            let keys: Vec<String> = keymap.keys(row.action, context).map(ToString::to_string).collect();
            if !keys.is_empty() {
                roff.control("TP", []);
                roff.text([bold(keys.join(" "))]);
                roff.text([roman(row.description)]);
            }
        }
    }
    roff
}

/// The variables of the environment.
fn environment() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["ENVIRONMENT"]);
    let others = [
        ("GLOSE_CONFIG", "The file of settings; without it, the one that glose config path tells"),
        ("NO_COLOR", "When it is not empty, no colours are shown"),
    ];
    let settings = SETTINGS
        .iter()
        .map(|setting| (setting.variable(), format!("{}: {}", setting.says, setting.kind.says())));
    let others = others.map(|(name, says)| (name.to_owned(), says.to_owned()));
    for (name, says) in settings.chain(others) {
        roff.control("TP", []);
        roff.text([bold(name)]);
        roff.text([roman(format!("{says}."))]);
    }
    roff
}
