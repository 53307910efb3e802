//! Puts another text in the place of a person's file, if it still holds what was read from it.

use std::path::{Path, PathBuf};

use super::Trouble;

/// Writes `new` to the file at `path`, which held `old`: the whole of it, or nothing.
///
/// # Errors
/// When the file holds something else by now, or cannot be written. It is as it was then.
pub fn rewrite(path: &Path, old: &str, new: &str) -> Result<(), Trouble> {
    // A link stays one.
    let path = &std::fs::canonicalize(path).map_err(|error| Trouble::of(path, &error))?;
    let bytes = std::fs::read(path).map_err(|error| Trouble::of(path, &error))?;
    let mark: &[u8] = if bytes.starts_with(b"\xef\xbb\xbf") { b"\xef\xbb\xbf" } else { b"" };
    if &bytes[mark.len()..] != old.as_bytes() {
        let advice = "save it as UTF-8, close the programs that write it, and try again";
        return Err(Trouble::at(path, "the file is not as it was read", advice));
    }
    let mut part = PathBuf::from(path);
    part.set_extension(format!("{}.part", std::process::id()));
    let permissions = std::fs::metadata(path).map(|about| about.permissions());
    let written = std::fs::write(&part, [mark, new.as_bytes()].concat())
        .and_then(|()| permissions.and_then(|set| std::fs::set_permissions(&part, set)))
        .and_then(|()| std::fs::rename(&part, path));
    if written.is_err() {
        // What could not be written is not left behind; that this fails too changes nothing.
        let _ = std::fs::remove_file(&part);
    }
    written.map_err(|error| {
        Trouble::at(path, &format!("cannot write ({error})"), "change who may write it, or make room")
    })
}
