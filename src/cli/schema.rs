//! `glose schema`: the format of a glossary, for editors that complete and check TOML.

use std::io::Write;

use clap::Args;

use super::{Outcome, output};
use crate::export::schema::schema;

/// Print the JSON Schema of a glossary, for your editor
#[derive(Debug, Args)]
#[command(after_help = "\
An editor that knows TOML then completes the keys and explains them. The first line of a glossary
tells it where the schema is:

  #:schema ./glossary.schema.json

Examples:
  glose schema > glossary.schema.json")]
pub(super) struct Options {}

pub(super) fn run(_: &Options) -> anyhow::Result<Outcome> {
    let mut out = output();
    out.write_all(schema().as_bytes())?;
    out.flush()?;
    Ok(Outcome::Well)
}
