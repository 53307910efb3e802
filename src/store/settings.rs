//! The file of settings, and the paths that are written in it.
//!
//! Knows where it is, not what it means.

use std::path::{Path, PathBuf};

use super::input::{self, Input};
use super::{Trouble, config_dir};

/// The name of the file.
const FILE: &str = "config.toml";
/// The variable of the environment that names another.
pub const VARIABLE: &str = "GLOSE_CONFIG";

/// Where the file belongs: where the environment says, or in the reader's own directory.
#[must_use]
pub fn path() -> Option<PathBuf> {
    let told = std::env::var_os(VARIABLE).filter(|path| !path.is_empty()).map(PathBuf::from);
    told.or_else(|| Some(config_dir()?.join(FILE)))
}

/// Reads the file at `path`; none where there is none, as long as nobody has named it.
///
/// # Errors
/// When it cannot be read.
pub fn read(path: &Path) -> Result<Option<Input>, Trouble> {
    let is_named = std::env::var_os(VARIABLE).is_some_and(|named| *named == *path);
    if !is_named && !path.exists() {
        return Ok(None);
    }
    input::file(path).map(Some)
}

/// The file that is written `written` in the settings at `path`: from their directory, or from home.
#[must_use]
pub fn named(written: &str, path: &Path) -> PathBuf {
    match (written.strip_prefix("~/"), etcetera::home_dir()) {
        (Some(rest), Ok(home)) => home.join(rest),
        _ => path.parent().unwrap_or(Path::new("")).join(written),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_taken_from_the_settings() {
        let settings = Path::new("/x/glose/config.toml");
        assert_eq!(named("droit.toml", settings), Path::new("/x/glose/droit.toml"));
        assert_eq!(named("/d.toml", settings), Path::new("/d.toml"));
        assert!(
            named("~/d.toml", settings).ends_with("d.toml") && !named("~/d.toml", settings).starts_with("/x")
        );
    }
}
