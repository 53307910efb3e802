//! The disk and the clock: articles and glossaries as files, and what is remembered of a reader.
//!
//! Knows no screen and no command line: what it cannot do it says in a [`Trouble`].
#![expect(clippy::disallowed_methods, reason = "this module is the disk and the clock")]

pub mod editor;
mod identity;
pub mod input;
pub mod layers;
pub mod library;
pub mod memory;
pub mod save;
pub mod settings;
pub mod state;
pub mod watch;

use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use thiserror::Error;

use crate::text::visible::visible;

/// What could not be done, where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{what}: {place}; {advice}")]
pub struct Trouble {
    /// In a few words: `no such file`.
    pub what: String,
    /// A path, or `standard input`.
    pub place: String,
    /// What to do.
    pub advice: String,
}

impl Trouble {
    /// Something that went wrong with the file at `path`.
    #[must_use]
    pub fn at(path: &Path, what: &str, advice: &str) -> Self {
        Self { what: what.into(), place: shown(path), advice: advice.into() }
    }

    /// What the system says of the file at `path`, put so that a person knows what to do.
    #[must_use]
    pub fn of(path: &Path, error: &io::Error) -> Self {
        let (what, advice) = match error.kind() {
            io::ErrorKind::NotFound => ("no such file", "check the path"),
            io::ErrorKind::PermissionDenied => ("no permission", "change who may read it, or copy it"),
            io::ErrorKind::IsADirectory => ("a directory and not a file", "name one of the files in it"),
            _ => return Self::at(path, &error.to_string(), "check the disk"),
        };
        Self::at(path, what, advice)
    }
}

/// A path as it may be shown.
#[must_use]
pub fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}

/// Where the reader's own glossary and settings are: `~/.config/glose`, `%APPDATA%\glose`.
#[must_use]
pub fn config_dir() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.config_dir().join("glose"))
}

/// Where is kept what can be lost without harm: `~/.local/state/glose`.
#[must_use]
pub fn state_dir() -> Option<PathBuf> {
    let directories = etcetera::choose_base_strategy().ok()?;
    Some(directories.state_dir().unwrap_or_else(|| directories.cache_dir()).join("glose"))
}
