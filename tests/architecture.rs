//! The rooms of the house, lowest first: a module uses only modules above it in this list, and
//! strangers do not know each other.

#![expect(clippy::disallowed_methods, reason = "the test reads the source files")]

use std::fs;
use std::path::{Path, PathBuf};

/// Lowest first.
const ROOMS: [&str; 18] = [
    "text",
    "diagnostic",
    "pack",
    "french",
    "glossary",
    "article",
    "annotate",
    "lint",
    "builtin",
    "study",
    "page",
    "import",
    "export",
    "app",
    "config",
    "store",
    "tui",
    "cli",
];
/// Neighbours in the list that do not know each other: the first does not use the second.
const STRANGERS: [(&str, &str); 16] = [
    ("article", "glossary"),
    ("article", "french"),
    ("annotate", "article"),
    ("study", "lint"),
    ("study", "builtin"),
    ("builtin", "lint"),
    ("page", "lint"),
    ("page", "builtin"),
    ("page", "article"),
    ("export", "import"),
    ("app", "import"),
    ("app", "export"),
    ("app", "builtin"),
    ("store", "app"),
    ("store", "config"),
    ("store", "page"),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src is a folder") {
        let path = entry.expect("src can be read").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The room a file belongs to: the folder or file directly below `src`.
fn room(path: &Path, src: &Path) -> String {
    let first = path.strip_prefix(src).expect("below src").iter().next().expect("a file");
    first.to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// The rooms that `code` names as `crate::room`, its tests left aside.
fn used(code: &str) -> Vec<&str> {
    let code = code.split("#[cfg(test)]").next().unwrap_or(code);
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines
        .flat_map(|line| line.match_indices("crate::").map(move |(at, found)| &line[at + found.len()..]))
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or(""))
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn a_room_uses_only_rooms_below_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    let mut wrong = Vec::new();
    let mut checked = 0;
    for path in files {
        let here = room(&path, &src);
        let Some(level) = ROOMS.iter().position(|room| *room == here) else {
            assert!(matches!(here.as_str(), "lib" | "main"), "{here} is in no list: say where it belongs");
            continue;
        };
        let code = fs::read_to_string(&path).expect("a source file");
        for other in used(&code) {
            let is_below = ROOMS.iter().position(|room| *room == other).is_some_and(|other| other <= level);
            let is_stranger = STRANGERS.contains(&(here.as_str(), other));
            checked += 1;
            if !is_below || is_stranger {
                wrong.push(format!("{} uses crate::{other}", path.display()));
            }
        }
    }
    assert!(checked > 50, "the test looks at nothing: {checked} imports");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
