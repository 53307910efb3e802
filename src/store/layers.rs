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
    /// Further files, the weakest of all.
    further: Vec<PathBuf>,
    /// What was there before, while they are read again.
    known: Vec<Source>,
}

/// Where layers may be: the files to look at for changes.
#[must_use]
pub fn places(asked: Option<&Path>, article: Option<&Path>) -> Vec<PathBuf> {
    let notes = article.map(|article| article.with_extension(FILE));
    let here = asked.unwrap_or(Path::new(FILE)).to_owned();
    let readers = config_dir().map(|directory| directory.join(FILE));
    notes.into_iter().chain([here]).chain(readers).filter(|path| path.as_os_str() != "-").collect()
}

/// Reads the layers: the notes on the article at `article`; the glossary at `asked`, or else that
/// of the working directory; the reader's own.
///
/// # Errors
/// When the glossary that was asked for cannot be read. Any other that cannot is left out and told.
pub fn layers(asked: Option<&Path>, article: Option<&Path>) -> Result<Layers, Trouble> {
    Layers::default().again(asked, article)
}

impl Layers {
    /// None yet, with further files that are to be read under the others.
    #[must_use]
    pub fn with_further(further: Vec<PathBuf>) -> Self {
        Self { further, ..Self::default() }
    }

    /// The further files.
    #[must_use]
    pub fn further(&self) -> &[PathBuf] {
        &self.further
    }

    /// Reads the layers as [`layers`] does, after these: what is broken for the moment stays as it
    /// was.
    ///
    /// # Errors
    /// As [`layers`].
    pub fn again(&self, asked: Option<&Path>, article: Option<&Path>) -> Result<Self, Trouble> {
        let further = self.further.clone();
        let mut layers = Self { known: self.own.clone(), further, ..Self::default() };
        if let Some(article) = article {
            layers.add_if_there(&article.with_extension(FILE));
        }
        match asked {
            // It was read to its end.
            Some(path) if path.as_os_str() == "-" && !self.own.is_empty() => {
                layers.own.extend(self.own.iter().find(|source| source.path.is_none()).cloned());
            }
            Some(path) => layers.add(input::file_or_stdin(path)?),
            None => layers.add_if_there(Path::new(FILE)),
        }
        let readers = config_dir().map(|directory| directory.join(FILE));
        if let Some(path) = &readers {
            layers.add_if_there(path);
        }
        for path in &self.further {
            match input::file(path) {
                Ok(input) => layers.add(input),
                Err(trouble) => layers.troubles.push(trouble),
            }
        }
        let here = Path::new(FILE);
        layers.written = match asked {
            Some(path) => Some(path.to_owned()),
            None if here.is_file() => Some(here.to_owned()),
            None => readers,
        };
        layers.known = Vec::new();
        Ok(layers)
    }

    /// True when the same is written in the same files.
    #[must_use]
    pub fn are_as(&self, other: &Self) -> bool {
        let written = |layers: &Self| {
            layers
                .own
                .iter()
                .map(|source| (&source.name, &source.text))
                .eq(other.own.iter().map(|source| (&source.name, &source.text)))
        };
        written(self) && self.written == other.written
    }

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
        let known = self.known.iter().find(|known| known.id == input.id);
        let source = Source::after(input, known);
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
        Matcher::new(builtin::glossary(), self.layers())
    }

    /// The person's own layers.
    #[must_use]
    pub fn layers(&self) -> Vec<Layer> {
        let layer = |source: &Source| Layer { name: source.name.clone(), glossary: source.glossary.clone() };
        self.own.iter().map(layer).collect()
    }
}

impl Source {
    /// Reads what is written in a file that was `known` before. As long as it is no TOML, its good
    /// entries are those it had.
    fn after(input: Input, known: Option<&Self>) -> Self {
        if let Some(known) = known.filter(|known| known.text == input.text) {
            return known.clone();
        }
        let source = Self::new(input);
        let is_broken = source.diagnostics.iter().any(|finding| finding.code == "syntax");
        match known {
            Some(known) if is_broken => Self { glossary: known.glossary.clone(), ..source },
            _ => source,
        }
    }

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
