//! Where a reader stopped in each article, and how the page was set.
//!
//! Kept in a small file that can be lost without harm: when it cannot be read or written this is
//! told, and the reader reads on.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::{Trouble, state_dir};

/// How many articles are remembered.
const MOST: usize = 500;
/// The name of the file.
const FILE: &str = "places.json";

/// What is remembered from one run to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Places {
    /// The width of the text column, if the reader changed it.
    pub width: Option<u16>,
    /// How much is glossed, as [`Threshold::label`](crate::study::Threshold::label) writes it.
    pub level: Option<String>,
    /// Whether the mouse is the program's.
    pub mouse: Option<bool>,
    /// By the article's id.
    pub articles: BTreeMap<String, Place>,
}

/// A place in an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// The block, from 0.
    pub block: usize,
    /// The byte of its text.
    pub byte: usize,
    /// How much of the article lies before it, in percent.
    pub percent: u8,
    /// When it was left, in seconds since 1970.
    pub seconds: u64,
}

/// Reads what is remembered. A file that cannot be read is set aside and told.
#[must_use]
pub fn load() -> (Places, Option<Trouble>) {
    state_dir().map_or_else(Default::default, |directory| load_from(&directory.join(FILE)))
}

/// Remembers `change`. What another window has remembered meanwhile stays.
///
/// # Errors
/// When the file cannot be written: nothing else is lost.
pub fn save(change: impl FnOnce(&mut Places)) -> Result<(), Trouble> {
    let Some(directory) = state_dir() else { return Ok(()) };
    let path = directory.join(FILE);
    let (mut places, _) = load_from(&path);
    change(&mut places);
    places.forget_oldest();
    let text = serde_json::to_vec_pretty(&places).unwrap_or_default();
    write(&path, &text).map_err(|error| Trouble {
        what: format!("the reading place is not kept ({error})"),
        ..Trouble::at(&path, "", "make the directory writable, or set XDG_STATE_HOME")
    })
}

impl Places {
    /// Remembers a place in the article `id`, as left now.
    pub fn keep(&mut self, id: String, place: Place) {
        self.articles.insert(id, Place { seconds: now(), ..place });
    }

    /// Keeps the articles read last.
    fn forget_oldest(&mut self) {
        let mut times: Vec<u64> = self.articles.values().map(|place| place.seconds).collect();
        if let Some(surplus) = times.len().checked_sub(MOST) {
            times.sort_unstable();
            let oldest = times[surplus];
            self.articles.retain(|_, place| place.seconds >= oldest);
        }
    }
}

fn load_from(path: &Path) -> (Places, Option<Trouble>) {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Default::default(),
        Err(error) => return (Places::default(), Some(Trouble::of(path, &error))),
    };
    serde_json::from_slice(&bytes).map(|places| (places, None)).unwrap_or_else(|error| {
        let aside = path.with_extension("broken.json");
        let advice = match std::fs::rename(path, &aside) {
            Ok(()) => {
                format!("it was put aside as {}, and articles open at their beginning", super::shown(&aside))
            }
            Err(_) => "delete it: articles open at their beginning".to_owned(),
        };
        (Places::default(), Some(Trouble::at(path, &format!("cannot be understood ({error})"), &advice)))
    })
}

/// Writes the whole file or nothing of it.
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(directory) = path.parent() {
        std::fs::create_dir_all(directory)?;
    }
    let mut part = PathBuf::from(path);
    part.set_extension(format!("{}.part", std::process::id()));
    let written = std::fs::write(&part, bytes).and_then(|()| std::fs::rename(&part, path));
    if written.is_err() {
        // What could not be written is not left behind; that this fails too changes nothing.
        let _ = std::fs::remove_file(&part);
    }
    written
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}
