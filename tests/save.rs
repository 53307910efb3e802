//! What happens to a person's glossary when programs are killed, meet one another, or may not write.

#![expect(clippy::disallowed_methods, reason = "a test may touch the disk")]

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use glose::glossary::change::{Change, Field};
use glose::glossary::parse;
use glose::store::layers::write;

/// The program, told to add `count` entries one after the other to the glossary of `room`.
const WRITER: &str = "GLOSE_TEST_WRITER";

/// The bytes of an entry that it adds, at least.
const ENTRY: u64 = 60;
const PATIENCE: Duration = Duration::from_secs(20);

fn new(term: &str) -> Change {
    let fields = [("term", term), ("pos", "noun"), ("gender", "m")].map(Field::text);
    Change::Add([&fields[..], &[Field::gloss(0, "thing")]].concat())
}

/// Not a test by itself: what the tests below start as another program.
#[test]
fn a_writer() {
    let Ok(order) = std::env::var(WRITER) else { return };
    let [path, name, count] = order.split('|').collect::<Vec<_>>()[..] else { panic!("{order}") };
    for number in 0..count.parse().unwrap() {
        write(Path::new(path), &new(&format!("{name}{number:04}"))).unwrap();
    }
}

fn writer(path: &Path, name: &str, count: usize) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "a_writer", "--quiet"]).stdout(Stdio::null()).stderr(Stdio::null());
    command.env(WRITER, format!("{}|{name}|{count}", path.display()));
    command
}

#[test]
fn a_program_killed_at_any_moment_leaves_the_file_whole() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("glossary.toml");
    // Long enough that writing takes a while.
    let head = format!("# Mes mots.\n{}\n", "# une remarque qui ne dit rien\n".repeat(1_000));
    fs::write(&path, &head).unwrap();
    let mut known = 0;
    let mut seed = 42_u64;
    for round in 0..30 {
        let length = fs::metadata(&path).unwrap().len();
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let (saves, moment) = (1 + (seed >> 60) % 6, Duration::from_micros((seed >> 33) % 12_000));
        let mut child = writer(&path, &format!("mot{round:02}x"), 1000).spawn().unwrap();
        let start = Instant::now();
        while fs::metadata(&path).unwrap().len() < length + saves * ENTRY && start.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_micros(100));
        }
        std::thread::sleep(moment);
        child.kill().unwrap();
        child.wait().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with(&head), "round {round}: what was there is gone");
        let (glossary, findings) = parse(&text);
        assert!(findings.is_empty() && text.ends_with('\n'), "round {round}: {findings:?}");
        assert!(glossary.entries.len() > known, "round {round}: entries are gone");
        known = glossary.entries.len();
    }
    assert!(known > 60, "only {known} saves");
    write(&path, &new("dernier")).unwrap();
    let left: Vec<_> = fs::read_dir(room.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(left, ["glossary.toml"], "what the killed ones left is swept up");
}

#[test]
fn programs_that_add_at_once_lose_nothing() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("deep").join("glossary.toml");
    let names = ["un", "deux", "trois"];
    let mut children: Vec<_> = names.iter().map(|name| writer(&path, name, 60).spawn().unwrap()).collect();
    for number in 0..60 {
        write(&path, &new(&format!("moi{number:04}"))).unwrap();
    }
    assert!(children.iter_mut().all(|child| child.wait().unwrap().success()));
    let (glossary, findings) = parse(&fs::read_to_string(&path).unwrap());
    assert_eq!((glossary.entries.len(), findings.len()), (240, 0));
    assert!(glossary.entries.is_sorted_by_key(|entry| entry.term.clone()), "all in their order");
}

#[test]
fn permissions_links_and_the_mark_stay() {
    let room = tempfile::tempdir().unwrap();
    let (real, link) = (room.path().join("vrai.toml"), room.path().join("glossary.toml"));
    fs::write(&real, "\u{feff}# Mes mots.\r\n").unwrap();
    fs::set_permissions(&real, Permissions::from_mode(0o640)).unwrap();
    symlink("vrai.toml", &link).unwrap();
    write(&link, &new("accord")).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    let text = fs::read_to_string(&real).unwrap();
    assert!(text.starts_with("\u{feff}# Mes mots.\r\n\r\n[[entry]]\r\nterm = \"accord\"\r\n"), "{text:?}");
    // A link to a file that is to be made.
    let dangling = room.path().join("autre.toml");
    symlink("neuf/glossary.toml", &dangling).unwrap();
    write(&dangling, &new("bilan")).unwrap();
    assert!(room.path().join("neuf/glossary.toml").is_file());
}

#[test]
fn what_cannot_be_written_is_told_and_nothing_is_lost() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("glossary.toml");
    let told = |path: &Path| write(path, &new("accord")).unwrap_err().to_string();
    fs::write(&path, "# Mes mots.\n").unwrap();
    fs::set_permissions(&path, Permissions::from_mode(0o444)).unwrap();
    assert!(told(&path).starts_with("no permission to write: "), "{}", told(&path));
    fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "# Mes mots.\n");
    fs::write(&path, b"# caf\xe9\n").unwrap();
    assert!(told(&path).starts_with("not UTF-8: "), "{}", told(&path));
    assert_eq!(fs::read(&path).unwrap(), b"# caf\xe9\n");
    assert!(told(room.path()).contains("directory"), "{}", told(room.path()));
    assert!(told(&path.join("glossary.toml")).contains("path"), "{}", told(&path.join("x")));
    // What refuses leaves no empty file behind.
    let fresh = room.path().join("neuf.toml");
    assert!(write(&fresh, &Change::Add(Vec::new())).is_err());
    assert!(!fresh.exists());
}

#[test]
fn a_full_disk_is_told_and_nothing_is_lost() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("glossary.toml");
    let text = "# une remarque\n".repeat(4000);
    fs::write(&path, &text).unwrap();
    // No file may be longer than a few blocks: as when the disk is full.
    let glose = env!("CARGO_BIN_EXE_glose");
    let script = format!(
        "trap '' XFSZ; ulimit -f 8; exec {glose} add accord --pos noun --gender m --gloss deal --glossary {}",
        path.display()
    );
    let output = Command::new("sh").args(["-c", &script]).env("HOME", room.path()).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("make room"), "{told}");
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    let left: Vec<_> = fs::read_dir(room.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(left, ["glossary.toml"]);
}

#[test]
fn an_editor_that_saves_meanwhile_loses_nothing() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("glossary.toml");
    fs::write(&path, "").unwrap();
    let mut child = writer(&path, "mot", 120).spawn().unwrap();
    // An editor knows no lock: it reads, and puts a file of its own in its place.
    let mut added = 0;
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        let before = fs::read_to_string(&path).unwrap();
        let part = room.path().join("editor");
        fs::write(&part, format!("{before}# {added}\n")).unwrap();
        if fs::read_to_string(&path).unwrap() == before {
            fs::rename(&part, &path).unwrap();
            added += 1;
        }
        std::thread::sleep(Duration::from_millis(40));
    };
    assert!(status.success());
    let (glossary, findings) = parse(&fs::read_to_string(&path).unwrap());
    assert!(findings.is_empty(), "{findings:?}");
    // Between a last look and the new file there is a moment for either to lose what the other did: for
    // us it is as short as can be.
    let kept = fs::read_to_string(&path).unwrap().matches("# ").count();
    assert!(kept * 10 >= added * 8, "{kept} of {added} lines of the editor");
    assert!(glossary.entries.len() >= 60, "{}", glossary.entries.len());
}
