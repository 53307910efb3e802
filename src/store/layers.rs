//! The glossaries that a reader has, one over another.

use std::path::{Path, PathBuf};

use super::input::{self, Input};
use super::save::{self, Failure};
use super::{Trouble, config_dir};
use crate::annotate::matcher::{Layer, Matcher};
use crate::builtin::{self, GLOSSARY};
use crate::diagnostic::Diagnostic;
use crate::glossary::change::{self, Change, Changed, Refusal};
use crate::glossary::{self, Glossary};

/// The name of a glossary's file.
pub const FILE: &str = "glossary.toml";

/// A person's own glossary as it stands in its file.
#[derive(Clone, Debug)]
pub struct Source {
    /// What a person calls it: its path.
    pub name: String,
    /// The file, unless it came through a pipe.
    pub path: Option<PathBuf>,
    /// What makes the file the same under another path.
    id: Option<String>,
    /// What is written in it.
    pub text: String,
    /// Its good entries.
    pub glossary: Glossary,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// The person's own glossaries, the strongest first; the built-in one is weaker than all.
#[derive(Clone, Debug, Default)]
pub struct Layers {
    /// Those that there are.
    pub own: Vec<Source>,
    /// What was left out, and why.
    pub troubles: Vec<Trouble>,
    /// The file to which the program writes what the person adds.
    pub written: Option<PathBuf>,
}

/// Reads the layers: the notes on the article at `article`; the glossary at `asked`, or else that
/// of the working directory; the reader's own.
///
/// # Errors
/// When the glossary that was asked for cannot be read. Any other that cannot is left out and told.
pub fn layers(asked: Option<&Path>, article: Option<&Path>) -> Result<Layers, Trouble> {
    let mut layers = Layers::default();
    if let Some(article) = article {
        layers.add_if_there(&article.with_extension(FILE));
    }
    match asked {
        Some(path) => layers.add(input::file_or_stdin(path)?),
        None => layers.add_if_there(Path::new(FILE)),
    }
    let readers = config_dir().map(|directory| directory.join(FILE));
    if let Some(path) = &readers {
        layers.add_if_there(path);
    }
    let here = Path::new(FILE);
    layers.written = match asked {
        Some(path) => Some(path.to_owned()),
        None if here.is_file() => Some(here.to_owned()),
        None => readers,
    };
    Ok(layers)
}

impl Layers {
    /// Reads the glossary at `path` if there is one that is not the built-in one itself.
    fn add_if_there(&mut self, path: &Path) {
        if !path.exists() {
            return;
        }
        match input::file(path) {
            Ok(input) if input.text == GLOSSARY => {}
            Ok(input) => self.add(input),
            Err(trouble) => self.troubles.push(trouble),
        }
    }

    /// Adds a glossary under those that are there, unless it is one of them.
    fn add(&mut self, input: Input) {
        let source = Source::new(input);
        if source.id.is_none() || self.own.iter().all(|other| other.id != source.id) {
            self.own.push(source);
        }
    }

    /// The same, with another file for what the person adds.
    #[must_use]
    pub fn with_written(self, path: &Path) -> Self {
        Self { written: Some(path.to_owned()), ..self }
    }

    /// All layers, the built-in one last, ready to be matched.
    #[must_use]
    pub fn matcher(&self) -> Matcher {
        let own = self
            .own
            .iter()
            .map(|source| Layer { name: source.name.clone(), glossary: source.glossary.clone() });
        Matcher::new(builtin::glossary(), own.collect())
    }
}

impl Source {
    /// Reads what is written in a file.
    #[must_use]
    pub fn new(input: Input) -> Self {
        let (glossary, diagnostics) = glossary::parse(&input.text);
        Self { name: input.name, path: input.path, id: input.id, text: input.text, glossary, diagnostics }
    }
}

/// Makes `change` to the glossary at `path`, which is made if it is missing.
///
/// # Errors
/// When the file cannot be written, and when the change cannot be made to what is in it by now.
pub fn write(path: &Path, change: &Change) -> Result<Changed, Failure<Refusal>> {
    save::update(path, |text| {
        let changed = change::apply(text, change)?;
        Ok((changed.text.clone(), changed))
    })
}
