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
    save_to(&path, &places)
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

fn save_to(path: &Path, places: &Places) -> Result<(), Trouble> {
    let text = serde_json::to_vec_pretty(places).unwrap_or_default();
    write(path, &text).map_err(|error| {
        let what = format!("the reading place is not kept ({error})");
        Trouble::at(path, &what, "make the directory writable, or set XDG_STATE_HOME")
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

#[cfg(test)]
mod tests {
    use super::*;

    /// An empty directory of its own for a test, gone when the test ends.
    struct Room(PathBuf);

    impl Room {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("glose-places-{}-{name}", std::process::id()));
            std::fs::create_dir_all(&path).unwrap();
            Self(path)
        }
    }

    impl Drop for Room {
        fn drop(&mut self) {
            // What is left in a temporary directory does no harm.
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    fn place(block: usize, seconds: u64) -> Place {
        Place { block, byte: 7, percent: 40, seconds }
    }

    #[test]
    fn a_place_is_found_again() {
        let room = Room::new("again");
        let path = room.0.join("deep").join(FILE);
        assert_eq!(load_from(&path), (Places::default(), None));
        let mut places = Places { width: Some(60), level: Some("B2+".into()), ..Places::default() };
        places.articles.insert("/l’été \"x\".md".into(), place(3, 1));
        save_to(&path, &places).unwrap();
        assert_eq!(load_from(&path), (places, None));
        let files = std::fs::read_dir(path.parent().unwrap()).unwrap().count();
        assert_eq!(files, 1, "nothing half written is left");
    }

    #[test]
    fn a_broken_file_is_put_aside_and_told() {
        let room = Room::new("broken");
        let path = room.0.join(FILE);
        for text in ["{\"articles\": ", "[\"x\"]", "\0", "{\"width\": -3}"] {
            std::fs::write(&path, text).unwrap();
            let (places, trouble) = load_from(&path);
            assert_eq!(places, Places::default());
            assert!(trouble.unwrap().to_string().contains("put aside"), "{text}");
            assert_eq!(std::fs::read_to_string(path.with_extension("broken.json")).unwrap(), text);
            assert_eq!(load_from(&path), (Places::default(), None));
        }
        std::fs::write(&path, "{\"articles\": {\"a\": {\"block\": 2, \"later\": 1}}}").unwrap();
        assert_eq!(load_from(&path).0.articles["a"].block, 2, "what a later version adds is no fault");
    }

    #[test]
    fn a_place_that_cannot_be_kept_is_told() {
        // Where a directory should be is a file.
        let room = Room::new("unwritable");
        let file = room.0.join("file");
        std::fs::write(&file, "").unwrap();
        let told = save_to(&file.join(FILE), &Places::default()).unwrap_err().to_string();
        assert!(
            told.starts_with("the reading place is not kept") && told.contains("XDG_STATE_HOME"),
            "{told}"
        );
    }

    #[test]
    fn the_articles_read_last_are_kept() {
        let mut places = Places::default();
        for number in 0..MOST + 20 {
            places.articles.insert(number.to_string(), place(number, number as u64));
        }
        places.forget_oldest();
        assert!(!places.articles.contains_key("19") && places.articles.contains_key("519"));
        assert!(places.articles.len() <= MOST);
    }
}
