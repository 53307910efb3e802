//! The file in which a [`State`] is kept, for several programs at once.
//!
//! Whoever writes holds a lock, reads what the others have written, joins it to their own and puts
//! the new file in the place of the old one, whole: nothing is lost of any of them, and a program
//! that is killed leaves a good file. A file that cannot be understood is set aside and told.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::state::{Dated, State};
use super::{Trouble, state_dir};

/// The name of the file.
const FILE: &str = "state.json";
/// The name of the file that is locked while the other is written.
const LOCK: &str = "state.lock";

/// Reads what is remembered. A file that cannot be understood is set aside and told.
#[must_use]
pub fn load() -> (State, Option<Trouble>) {
    state_dir().map_or_else(Default::default, |directory| load_from(&directory.join(FILE)))
}

/// Writes `state` with all that others have remembered meanwhile, which is then also in `state`.
///
/// # Errors
/// When the file cannot be written: nothing else is lost.
pub fn save(state: &mut State) -> Result<(), Trouble> {
    let Some(directory) = state_dir() else { return Ok(()) };
    save_to(&directory, state).map_err(|error| {
        let what = format!("the reading place is not kept ({error})");
        Trouble::at(&directory.join(FILE), &what, "make the directory writable, or set XDG_STATE_HOME")
    })
}

/// `value` as it is at this moment.
#[must_use]
pub fn now<T>(value: T) -> Dated<T> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Dated { when: u64::try_from(since.as_millis()).unwrap_or(u64::MAX), value }
}

fn load_from(path: &Path) -> (State, Option<Trouble>) {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Default::default(),
        Err(error) => return (State::default(), Some(Trouble::of(path, &error))),
    };
    serde_json::from_slice(&bytes).map(|state| (state, None)).unwrap_or_else(|error| {
        let aside = free_name(path);
        let advice = match std::fs::rename(path, &aside) {
            Ok(()) => {
                format!("it was set aside as {}, and articles open at their beginning", super::shown(&aside))
            }
            Err(_) => "delete it: articles open at their beginning".to_owned(),
        };
        (State::default(), Some(Trouble::at(path, &format!("cannot be understood ({error})"), &advice)))
    })
}

/// `state.broken.json`, or with a number where there is one already.
fn free_name(path: &Path) -> PathBuf {
    const MOST: usize = 99;
    let mut names = (1..MOST).map(|number| path.with_extension(format!("broken-{number}.json")));
    let first = path.with_extension("broken.json");
    if first.exists() { names.find(|name| !name.exists()).unwrap_or(first) } else { first }
}

fn save_to(directory: &Path, state: &mut State) -> io::Result<()> {
    std::fs::create_dir_all(directory)?;
    let _lock = lock(&directory.join(LOCK))?;
    let path = directory.join(FILE);
    let (others, _) = load_from(&path);
    *state = std::mem::take(state).joined(others);
    write(&path, &serde_json::to_vec_pretty(state)?)
}

/// Waits until nobody else writes: until the file that is returned is dropped, nobody else will.
fn lock(path: &Path) -> io::Result<File> {
    const PAUSE: Duration = Duration::from_millis(5);
    const PATIENCE: usize = 200;
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
    for _ in 0..PATIENCE {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            // A disk that knows no locks still keeps places.
            Err(TryLockError::Error(_)) => return Ok(file),
        }
    }
    Err(io::Error::new(ErrorKind::ResourceBusy, "another program is writing"))
}

/// Writes the whole file or nothing of it.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = path.with_extension(format!("{}.part", std::process::id()));
    let written = std::fs::write(&part, bytes).and_then(|()| std::fs::rename(&part, path));
    if written.is_err() {
        // What could not be written is not left behind; that this fails too changes nothing.
        let _ = std::fs::remove_file(&part);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::super::state::{Choice, Draft, Place, Spot};
    use super::*;

    fn place(block: usize) -> Dated<Place> {
        now(Place { block, byte: 7, percent: 40 })
    }

    #[test]
    fn what_is_remembered_is_found_again() {
        let room = tempfile::tempdir().unwrap();
        let directory = room.path().join("deep");
        let path = directory.join(FILE);
        assert_eq!(load_from(&path), (State::default(), None));
        let mut state = State {
            settings: [("width".into(), now(Choice { value: "60".into(), over: "72".into() }))].into(),
            articles: [("/l’été \"x\".md".into(), place(3))].into(),
            jumps: vec![now(Spot { article: "a".into(), block: 1, byte: 2 })],
            searches: vec![now("trêve".into())],
            drafts: [(
                "new phare".into(),
                now(Draft { fields: vec![("gloss".into(), Some(0), "light".into())], ..Draft::default() }),
            )]
            .into(),
        };
        save_to(&directory, &mut state).unwrap();
        assert_eq!(load_from(&path), (state, None));
        let mut files: Vec<_> =
            std::fs::read_dir(&directory).unwrap().map(|file| file.unwrap().file_name()).collect();
        files.sort();
        assert_eq!(files, [FILE, LOCK], "nothing half written is left");
    }

    #[test]
    fn several_programs_at_once_lose_nothing() {
        let room = tempfile::tempdir().unwrap();
        let (programs, times) = (4, 12);
        std::thread::scope(|scope| {
            for program in 0..programs {
                let directory = room.path();
                scope.spawn(move || {
                    let mut state = State::default();
                    for time in 0..times {
                        state.articles.insert(format!("{program}-{time}"), place(time));
                        state.searches.push(now(format!("{program} {time}")));
                        save_to(directory, &mut state).unwrap();
                    }
                });
            }
        });
        let (state, trouble) = load_from(&room.path().join(FILE));
        assert_eq!(trouble, None);
        assert_eq!((state.articles.len(), state.searches.len()), (programs * times, programs * times));
    }

    #[test]
    fn a_broken_file_is_set_aside_and_told() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join(FILE);
        let broken = ["{\"articles\": ", "[\"x\"]", "\0", "{\"settings\": -3}", ""];
        for (number, text) in broken.into_iter().enumerate() {
            std::fs::write(&path, text).unwrap();
            let (state, trouble) = load_from(&path);
            assert_eq!(state, State::default());
            assert!(trouble.unwrap().to_string().contains("set aside"), "{text}");
            let aside = if number == 0 { "broken.json".into() } else { format!("broken-{number}.json") };
            assert_eq!(std::fs::read_to_string(path.with_extension(aside)).unwrap(), text);
            assert_eq!(load_from(&path), (State::default(), None));
        }
        let later = r#"{"articles": {"a": {"when": 1, "value": {"block": 2, "later": 1}}}, "more": []}"#;
        std::fs::write(&path, later).unwrap();
        assert_eq!(load_from(&path).0.articles["a"].value.block, 2, "what a later version adds is no fault");
    }

    #[test]
    fn what_cannot_be_kept_is_told() {
        // Where a directory should be is a file.
        let room = tempfile::tempdir().unwrap();
        let file = room.path().join("file");
        std::fs::write(&file, "").unwrap();
        assert!(save_to(&file, &mut State::default()).is_err());
    }
}
