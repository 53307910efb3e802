//! Writes to a person's file: never half of it, and never over what somebody else wrote meanwhile.
//!
//! Knows nothing of what is in the file but that it is text. Who writes holds a lock on the file
//! that is there, reads it, writes a new one beside it and puts that in its place at one stroke.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::NamedTempFile;
use thiserror::Error;

use super::Trouble;
use super::identity::{give_to_owner, identity};

/// How long another program may take to write once.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often the file may change while a change to it is made.
const MOST_TRIES: usize = 20;
/// With what the name of a file that is being written ends.
const PART: &str = ".glose-part";
/// How long the changing part of such a name is.
const RANDOM: usize = 6;
/// With what a UTF-8 file of some Windows programs begins.
const MARK: &str = "\u{feff}";

/// Why a file was not changed. It is as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Failure<E> {
    /// The system did not let us.
    #[error(transparent)]
    Trouble(#[from] Trouble),
    /// The change could not be made to the text that is there.
    #[error("{0}")]
    Refused(E),
}

/// Replaces the text of the file at `path`, which is made if it is missing, by what `make` makes of
/// it; hands on what else it returns.
///
/// `make` may be asked again, should the file change under its hands.
///
/// # Errors
/// When the file cannot be read, locked or written, and when `make` refuses.
pub fn update<T, E>(
    path: &Path,
    mut make: impl FnMut(&str) -> Result<(String, T), E>,
) -> Result<T, Failure<E>> {
    let path = target(path);
    let locked = Locked::open(&path).map_err(|error| trouble(&path, &error))?;
    locked.sweep();
    for _ in 0..MOST_TRIES {
        let bytes = fs::read(&path).map_err(|error| trouble(&path, &error))?;
        let (mark, text) = text(&path, &bytes)?;
        let (new, result) = make(text).map_err(Failure::Refused)?;
        if locked.replace(&bytes, [mark, &new]).map_err(|error| trouble(&path, &error))? {
            return Ok(result);
        }
    }
    Err(Trouble::at(&path, "the file changes all the time", "close the program that writes it").into())
}

/// The file at `path`, at the end of all links: a link stays one.
fn target(path: &Path) -> PathBuf {
    const MOST_LINKS: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(next) = fs::read_link(&path) else { break };
        path = path.parent().unwrap_or(Path::new("")).join(next);
    }
    path
}

/// The mark of its encoding that a text begins with, if it does, and the text.
fn text<'b>(path: &Path, bytes: &'b [u8]) -> Result<(&'static str, &'b str), Trouble> {
    let advice = "save it as UTF-8 with your editor first";
    let text = std::str::from_utf8(bytes).map_err(|_| Trouble::at(path, "not UTF-8", advice))?;
    Ok(text.strip_prefix(MARK).map_or(("", text), |rest| (MARK, rest)))
}

/// What the system said of a file that was to be written.
fn trouble(path: &Path, error: &io::Error) -> Trouble {
    let (what, advice) = match error.kind() {
        ErrorKind::PermissionDenied => {
            ("no permission to write", "change who may write the file and its directory")
        }
        ErrorKind::ReadOnlyFilesystem => ("the disk is read-only", "name a file elsewhere with --glossary"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ("the disk is full", "make room, and try again"),
        ErrorKind::FileTooLarge => ("the file may not grow any more", "make room, and try again"),
        ErrorKind::WouldBlock => ("another program is writing it", "try again when that is done"),
        ErrorKind::IsADirectory => ("a directory and not a file", "name a file"),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
            ("a part of the path is a file", "name a file in a directory")
        }
        _ => return Trouble::at(path, &error.to_string(), "nothing was written"),
    };
    Trouble::at(path, what, advice)
}

/// A file that no other program of ours changes.
struct Locked<'p> {
    path: &'p Path,
    file: File,
    is_new: bool,
}

impl<'p> Locked<'p> {
    /// Waits for the file, and makes it if it is missing.
    fn open(path: &'p Path) -> io::Result<Self> {
        if let Some(directory) = directory(path) {
            fs::create_dir_all(directory)?;
        }
        loop {
            let is_new = !path.exists();
            let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
            let locked = Self { path, file, is_new };
            if locked.file.metadata()?.permissions().readonly() {
                return Err(ErrorKind::PermissionDenied.into());
            }
            locked.wait()?;
            // Whoever had the lock has put another file in its place.
            if locked.is_there() {
                return Ok(locked);
            }
        }
    }

    /// Waits until nobody else has the lock, or the file is another.
    fn wait(&self) -> io::Result<()> {
        const MOMENT: Duration = Duration::from_millis(1);
        let start = Instant::now();
        while self.is_there() {
            match self.file.try_lock() {
                Ok(()) => return Ok(()),
                Err(TryLockError::WouldBlock) if start.elapsed() < PATIENCE => std::thread::sleep(MOMENT),
                Err(TryLockError::WouldBlock) => return Err(ErrorKind::WouldBlock.into()),
                // Some disks of other machines know no locks.
                Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => return Ok(()),
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
        Ok(())
    }

    /// True when the file is the one that is found under its path.
    fn is_there(&self) -> bool {
        let own = self.file.metadata().map(|own| identity(&own));
        let found = fs::metadata(self.path).map(|found| identity(&found));
        matches!((own, found), (Ok(own), Ok(found)) if own == found)
    }

    /// Puts a file with these pieces in its place, with its owner and its permissions; false where
    /// there is something else than `known` in it by now.
    fn replace(&self, known: &[u8], pieces: [&str; 2]) -> io::Result<bool> {
        let directory = directory(self.path).unwrap_or(Path::new("."));
        let part = self.part(directory, pieces)?;
        // Programs that know no lock write when they want.
        if fs::read(self.path)? != known {
            return Ok(false);
        }
        part.persist(self.path).map_err(|error| error.error)?;
        // The file is whole without this: only its name might be lost with the power.
        let _ = File::open(directory).and_then(|directory| directory.sync_all());
        Ok(true)
    }

    /// What is to be put in its place, on the disk for good.
    fn part(&self, directory: &Path, pieces: [&str; 2]) -> io::Result<NamedTempFile> {
        let old = self.file.metadata()?;
        let mut builder = tempfile::Builder::new();
        let prefix = self.part_prefix();
        let mut part = builder.prefix(&prefix).suffix(PART).rand_bytes(RANDOM).tempfile_in(directory)?;
        for piece in pieces {
            part.write_all(piece.as_bytes())?;
        }
        give_to_owner(part.as_file(), &old)?;
        part.as_file().set_permissions(old.permissions())?;
        part.as_file().sync_all()?;
        Ok(part)
    }

    /// Removes what was left by a program that was killed: with the lock, it can be nobody else's.
    fn sweep(&self) {
        let prefix = self.part_prefix();
        let length = prefix.len() + RANDOM + PART.len();
        for entry in
            directory(self.path).into_iter().filter_map(|place| fs::read_dir(place).ok()).flatten().flatten()
        {
            let name = entry.file_name();
            let name = name.as_encoded_bytes();
            if name.len() == length
                && name.starts_with(prefix.as_encoded_bytes())
                && name.ends_with(PART.as_bytes())
            {
                // What stays does no harm.
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// With what the name of the file begins while it is written.
    fn part_prefix(&self) -> OsString {
        let mut prefix = OsString::from(".");
        prefix.push(self.path.file_name().unwrap_or_default());
        prefix.push(".");
        prefix
    }
}

impl Drop for Locked<'_> {
    /// An empty file that was made to be locked, and in which nothing was written, goes again.
    fn drop(&mut self) {
        let is_empty = self.file.metadata().is_ok_and(|file| file.len() == 0);
        if self.is_new && is_empty && self.is_there() {
            // That it stays does no harm.
            let _ = fs::remove_file(self.path);
        }
    }
}

/// The directory a file is in.
fn directory(path: &Path) -> Option<&Path> {
    match path.parent()? {
        here if here.as_os_str().is_empty() => Some(Path::new(".")),
        directory => Some(directory),
    }
}
