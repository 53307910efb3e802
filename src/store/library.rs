//! What there is to read: the articles of the working directory, and those of the program.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Trouble;
use super::input::{self, Input};
use crate::builtin::ARTICLES;

/// What the id of a built-in article begins with.
pub const BUILT_IN: &str = "built-in:";

/// An article that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelved {
    /// By which it can be asked for: the name of its file, without the ending.
    pub name: String,
    place: Place,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    BuiltIn(&'static str),
    File(PathBuf),
}

impl Shelved {
    /// Reads it.
    ///
    /// # Errors
    /// When its file cannot be read.
    pub fn open(&self) -> Result<Input, Trouble> {
        match &self.place {
            Place::File(path) => input::file(path),
            Place::BuiltIn(text) => Ok(Input {
                name: self.name.clone(),
                path: None,
                id: Some(format!("{BUILT_IN}{}", self.name)),
                text: (*text).to_owned(),
                note: None,
            }),
        }
    }
}

/// All articles, by name. A file of `articles/` wins over what is built in under the same name.
#[must_use]
pub fn library() -> Vec<Shelved> {
    let mut shelf: BTreeMap<String, Place> =
        ARTICLES.iter().map(|(name, text)| ((*name).to_owned(), Place::BuiltIn(text))).collect();
    for path in files(Path::new("articles")) {
        if let Some(name) = path.file_stem().and_then(|name| name.to_str()) {
            shelf.insert(name.to_owned(), Place::File(path));
        }
    }
    shelf.into_iter().map(|(name, place)| Shelved { name, place }).collect()
}

/// The built-in article of that name.
#[must_use]
pub fn built_in(name: &str) -> Option<Shelved> {
    let (name, text) = ARTICLES.iter().find(|(written, _)| *written == name)?;
    Some(Shelved { name: (*name).to_owned(), place: Place::BuiltIn(text) })
}

/// The articles among the files of `directory`.
fn files(directory: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(directory).into_iter().flatten().flatten();
    let is_article = |path: &PathBuf| {
        path.extension().is_some_and(|ending| ending == "md" || ending == "txt") && path.is_file()
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_article).collect();
    paths.sort();
    paths
}
