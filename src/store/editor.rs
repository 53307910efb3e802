//! A person's own editor, as they have named it.
//!
//! Knows how to open a file at a line in it; starts nothing, and asks no shell.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use super::Trouble;

/// The editors that take the line behind the file, and those that take `--goto`.
const COLON: [&str; 6] = ["hx", "helix", "subl", "zed", "lapce", "micro"];
const GOTO: [&str; 5] = ["code", "code-insiders", "codium", "vscodium", "cursor"];

/// The command that opens the file at `path` on `line` in the editor of `$VISUAL` or `$EDITOR`.
///
/// # Errors
/// When what stands there cannot be read as a command.
pub fn editor(path: &Path, line: usize) -> Result<Command, Trouble> {
    let named = ["VISUAL", "EDITOR"].into_iter().find_map(|name| {
        let value = std::env::var(name).ok()?;
        (!value.trim().is_empty()).then_some((name, value))
    });
    let (name, written) = named.unwrap_or_else(|| ("EDITOR", "vi".to_owned()));
    let wrong = || Trouble {
        what: format!("cannot be read as a command: {written}"),
        place: name.to_owned(),
        advice: "write it as `vim`, or `code --wait`".to_owned(),
    };
    let words = shell_words::split(&written).map_err(|_| wrong())?;
    let (program, arguments) = words.split_first().ok_or_else(wrong)?;
    let mut command = Command::new(program);
    command.args(arguments).args(at(program, path, line));
    Ok(command)
}

/// How the editor called `program` is told of a file and a line.
fn at(program: &str, path: &Path, line: usize) -> Vec<OsString> {
    let name = Path::new(program).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    // What begins with a hyphen is a file all the same.
    let path = if path.is_absolute() { path.to_owned() } else { Path::new(".").join(path) };
    let mut behind = OsString::from(&path);
    behind.push(format!(":{line}"));
    match &*name {
        name if COLON.contains(&name) => vec![behind],
        name if GOTO.contains(&name) => vec!["--goto".into(), behind],
        _ => vec![format!("+{line}").into(), path.into()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_editor_is_told_in_its_own_way() {
        let told = |program: &str| {
            let words = at(program, Path::new("mes mots.toml"), 12);
            words.iter().map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>()
        };
        assert_eq!(told("vim"), ["+12", "./mes mots.toml"]);
        assert_eq!(told("/usr/bin/hx"), ["./mes mots.toml:12"]);
        assert_eq!(told("code"), ["--goto", "./mes mots.toml:12"]);
    }
}
