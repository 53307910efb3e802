//! Tells when a person's files have changed.
//!
//! It looks a few times a second instead of being told by the system: that also sees files that
//! come into being, that are replaced by another of their name, and those on disks of other
//! machines or of containers, of which no system tells.

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use super::identity::{Identity, identity, last_change, last_written};

/// Files that are looked at from time to time.
#[derive(Clone, Debug, Default)]
pub struct Watch {
    files: Vec<(PathBuf, Stamp)>,
}

/// By what a file is known to be another than before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Stamp {
    is_there: bool,
    file: Identity,
    size: u64,
    written: Option<SystemTime>,
    changed: (i64, i64),
    /// True when it was written so lately that it could be written again within the same tick of the
    /// clock.
    is_young: bool,
}

impl Watch {
    /// Begins to look at `files`, whether they are there or not.
    #[must_use]
    pub fn new(files: Vec<PathBuf>) -> Self {
        let stamped = files.into_iter().map(|path| {
            let stamp = Stamp::of(&path);
            (path, stamp)
        });
        Self { files: stamped.collect() }
    }

    /// True when one of them may have changed since the last look.
    pub fn has_changed(&mut self) -> bool {
        let mut has_changed = false;
        for (path, stamp) in &mut self.files {
            let now = Stamp::of(path);
            has_changed |= now != *stamp || stamp.is_young;
            *stamp = now;
        }
        has_changed
    }
}

impl Stamp {
    fn of(path: &std::path::Path) -> Self {
        const YOUNG: Duration = Duration::from_millis(500);
        let Ok(found) = std::fs::metadata(path) else { return Self::default() };
        let written = last_written(&found);
        let age = written.and_then(|written| SystemTime::now().duration_since(written).ok());
        Self {
            is_there: true,
            file: identity(&found),
            size: found.len(),
            written,
            changed: last_change(&found),
            is_young: age.is_none_or(|age| age < YOUNG),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_comes_changes_or_goes_is_noticed() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("glossary.toml");
        let mut watch = Watch::new(vec![path.clone()]);
        assert!(!watch.has_changed(), "nothing is there");
        std::fs::write(&path, "a").unwrap();
        assert!(watch.has_changed(), "it has come");
        let old = SystemTime::now() - Duration::from_secs(60);
        std::fs::File::options().write(true).open(&path).unwrap().set_modified(old).unwrap();
        assert!(watch.has_changed());
        assert!(!watch.has_changed(), "nobody writes");
        let other = room.path().join("other");
        std::fs::write(&other, "b").unwrap();
        std::fs::File::options().write(true).open(&other).unwrap().set_modified(old).unwrap();
        std::fs::rename(&other, &path).unwrap();
        assert!(watch.has_changed(), "another file of its name, as old and as long");
        std::fs::remove_file(&path).unwrap();
        assert!(watch.has_changed(), "it is gone");
    }
}
