//! A text from a file or from standard input, whatever its encoding.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::{Trouble, library, shown};
use crate::diagnostic::did_you_mean;
use crate::import::decode;

/// A text that was read, and where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// What a person calls it: its path, or `standard input`.
    pub name: String,
    /// The file, if it is one.
    pub path: Option<PathBuf>,
    /// Under which its reading place is kept; none for what comes through a pipe.
    pub id: Option<String>,
    /// The text.
    pub text: String,
    /// What is to be said of how it was read.
    pub note: Option<String>,
}

/// Reads what a person asked for: a file, `-` for standard input, or the name of an article of
/// the library.
///
/// # Errors
/// When there is no such thing, or it is no text.
pub fn open(asked: &Path) -> Result<Input, Trouble> {
    if asked.as_os_str() == "-" {
        return stdin();
    }
    let library = if asked.exists() { Vec::new() } else { library::library() };
    let name = asked.to_string_lossy();
    if let Some(article) = library.iter().find(|article| article.name == name) {
        return article.open();
    }
    file(asked).map_err(|trouble| {
        match did_you_mean(&name, library.iter().map(|article| article.name.as_str())) {
            Some(meant) => Trouble { advice: format!("did you mean `{meant}`?"), ..trouble },
            None => trouble,
        }
    })
}

/// Reads the file at `path`, or standard input for `-`.
///
/// # Errors
/// As [`file`] and [`stdin`].
pub fn file_or_stdin(path: &Path) -> Result<Input, Trouble> {
    if path.as_os_str() == "-" { stdin() } else { file(path) }
}

/// Reads the article that has this [`Input::id`].
///
/// # Errors
/// As [`open`].
pub fn with_id(id: &str) -> Result<Input, Trouble> {
    match id.strip_prefix(library::BUILT_IN).and_then(library::built_in) {
        Some(article) => article.open(),
        None => file(Path::new(id)),
    }
}

/// Reads the file at `path`.
///
/// # Errors
/// When there is none, or it is no text.
pub fn file(path: &Path) -> Result<Input, Trouble> {
    if path.is_dir() {
        return Err(Trouble::at(path, "a directory and not a file", "name one of the files in it"));
    }
    let bytes = std::fs::read(path).map_err(|error| Trouble::of(path, &error))?;
    let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let id = Some(whole.to_string_lossy().into_owned());
    text(bytes, path).map(|input| Input { path: Some(path.to_owned()), id, ..input })
}

/// Reads standard input to its end.
///
/// # Errors
/// When it cannot be read, or is no text.
pub fn stdin() -> Result<Input, Trouble> {
    let place = Path::new("standard input");
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(|error| Trouble::of(place, &error))?;
    text(bytes, place)
}

fn text(bytes: Vec<u8>, place: &Path) -> Result<Input, Trouble> {
    let refused = |_| Trouble::at(place, "not a text", "give a text file: .md, .txt or .toml");
    let decoded = decode(bytes).map_err(refused)?;
    let name = shown(place);
    let note = decoded.encoding.note().map(|note| format!("{name}: {note}"));
    Ok(Input { name, path: None, id: None, text: decoded.text, note })
}
