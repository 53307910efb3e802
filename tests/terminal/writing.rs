//! A person writes entries while they read, and edits the same file with another program.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use portable_pty::CommandBuilder;
use tempfile::TempDir;

use super::window::{Home, Terminal};

/// What the person has written so far: no line of it may be lost.
const OWN: &str = "# Mes mots, à garder.\n\n[[entry]]\nterm = \"phare\"   # le mien\npos = 'noun'\ngender = \"m\"\ngloss = \"light on the coast\"\n\n# fin\n";

/// A directory with a glossary and an article, and the program in it.
struct Room {
    folder: TempDir,
}

impl Room {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("glossary.toml"), OWN).unwrap();
        let article = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/screens/phare.md");
        fs::copy(article, folder.path().join("phare.md")).unwrap();
        Self { folder }
    }

    fn glossary(&self) -> PathBuf {
        self.folder.path().join("glossary.toml")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.glossary()).unwrap()
    }

    /// Saves as editors do: another file is put in its place.
    fn save(&self, text: &str) {
        let part = self.folder.path().join("glossary.toml~");
        fs::write(&part, text).unwrap();
        fs::rename(part, self.glossary()).unwrap();
    }

    fn open(&self, size: (u16, u16), editor: Option<&Path>) -> Terminal {
        self.open_at(&Home::new(), size, editor)
    }

    /// The same, where the person has been before.
    fn open_at(&self, home: &Arc<Home>, (columns, rows): (u16, u16), editor: Option<&Path>) -> Terminal {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_glose"));
        command.arg("phare.md");
        command.env_remove("EDITOR");
        command.env_remove("VISUAL");
        if let Some(editor) = editor {
            command.env("EDITOR", format!("sh '{}' \"with a space\"", editor.display()));
        }
        Terminal::run(home, (columns, rows), command, |command| command.cwd(self.folder.path()))
    }
}

const TAKE: &str = "\u{14}";
const SAVE: &str = "\u{13}";
const REDO: &str = "\u{12}";
const ESC: &str = "\u{1b}";
const LEFT_BRACE: &str = "{";

#[test]
fn an_entry_for_a_phrase_is_added_and_glossed_at_once() {
    let room = Room::new();
    let mut terminal = room.open((120, 40), None);
    terminal.wait_for("phare  n.m. · light on the coast");
    terminal.press("/vue imprenable\r");
    terminal.wait_for("¶ 1/5");
    terminal.press("vl");
    terminal.press("a");
    terminal.wait_for("New entry");
    terminal.wait_for("term      vue imprenable");
    terminal.wait_for(&format!("{LEFT_BRACE}vue imprenable}}"));
    terminal.press("a clear view");
    terminal.wait_for("once in this article");
    terminal.press(SAVE);
    terminal.wait_for("It is in glossary.toml, line");
    terminal.wait_for("vue imprenable  n.f. · a clear view");
    terminal.wait_for("¶ 1/5");
    let new = "\n[[entry]]\nterm = \"vue imprenable\"\npos = \"noun\"\ngender = \"f\"\ngloss = \"a clear view\"\n\
               examples = [\"L’annonce, affichée à la mairie, a fait le tour du canton\u{a0}: «\u{a0}Logement fourni, {vue imprenable}, tempêtes comprises.\u{a0}»\"]\n";
    let (head, tail) = OWN.split_at(OWN.find("\n# fin").unwrap());
    assert_eq!(room.text(), format!("{head}{new}{tail}"), "only the new lines are new");

    // The same file in another program, meanwhile.
    let theirs = room.text().replace("# fin\n", "[[entry]]\nterm = \"mairie\"\npos = \"noun\"\ngender = \"f\"\ngloss = \"town hall, as I say\"\n\n# fin\n");
    room.save(&theirs);
    terminal.wait_for("glossary.toml was read again.");
    terminal.wait_for("mairie  n.f. · town hall, as I say");

    // Broken for a moment: what was good stays, and the place is told.
    room.save(&theirs.replace("gloss = \"town hall, as I say\"", "gloss = \"town hall"));
    terminal.wait_for("glossary.toml:20:");
    terminal.wait_for("mairie  n.f. · town hall, as I say");
    room.save(&theirs);
    terminal.wait_for("was read again");

    terminal.press("u");
    terminal.wait_for("Taken back");
    assert_eq!(room.text(), theirs.replace(new, ""));
    terminal.wait_for_no("a clear view");
    terminal.press(REDO);
    terminal.wait_for("a clear view");
    assert_eq!(parsed(&room.text()), parsed(&theirs));
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.assert_sane();
}

/// The entries of a glossary in the order of their headwords.
fn parsed(text: &str) -> Vec<String> {
    let (glossary, findings) = glose::glossary::parse(text);
    assert!(findings.is_empty(), "{findings:?}");
    let mut entries: Vec<String> =
        glossary.entries.iter().map(|entry| format!("{} {}", entry.term, entry.gloss())).collect();
    entries.sort();
    entries
}

#[test]
fn two_who_change_one_entry_are_shown_both() {
    let room = Room::new();
    let mut terminal = room.open((80, 24), None);
    terminal.wait_for("phare  n.m. · light on the coast");
    terminal.press("/phare\r");
    terminal.wait_for("phare  n.m.");
    terminal.press("\u{1b}[Ce");
    terminal.wait_for("gloss     ");
    terminal.press("X");
    terminal.wait_for("X");
    let theirs = OWN.replace("light on the coast", "beacon");
    room.save(&theirs);
    terminal.wait_for("was read again");
    terminal.press(SAVE);
    terminal.wait_for("Somebody else has changed this entry meanwhile.");
    terminal.wait_for("gloss = \"beacon\"");
    assert_eq!(room.text(), theirs, "nothing is overwritten unasked");
    terminal.press(ESC);
    terminal.wait_for_no("meanwhile");
    terminal.press(SAVE);
    terminal.wait_for("meanwhile");
    terminal.press(SAVE);
    terminal.wait_for("It is in glossary.toml");
    assert!(!room.text().contains("beacon"), "{}", room.text());
    assert!(room.text().contains("term = \"phare\"   # le mien\n"), "{}", room.text());
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn unsaved_text_asks_before_it_is_lost_and_what_cannot_be_saved_stays() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::new();
    fs::set_permissions(room.glossary(), fs::Permissions::from_mode(0o444)).unwrap();
    let mut terminal = room.open((50, 20), None);
    terminal.wait_for("1/5");
    terminal.press("\u{1b}[Ca");
    terminal.wait_for("New entry");
    terminal.press("a gloss of mine");
    terminal.wait_for("a gloss of mine");
    terminal.press(SAVE);
    terminal.wait_for("no permission");
    terminal.wait_for("a gloss of mine");
    terminal.press("\u{3}");
    terminal.wait_for("Not saved: Ctrl-S saves it, Ctrl-C drops it.");
    terminal.wait_for("a gloss of mine");
    terminal.press(ESC);
    terminal.wait_for("Not saved: Ctrl-S saves it, Esc drops it.");
    terminal.press(ESC);
    terminal.wait_for_no("New entry");
    assert_eq!(room.text(), OWN);
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.assert_sane();
}

#[test]
fn ones_own_editor_opens_at_the_line_and_the_terminal_comes_back() {
    let room = Room::new();
    let editor = room.folder.path().join("an editor.sh");
    fs::write(
        &editor,
        "printf '%s|' \"$@\" > told\nprintf '# edited\\n' >> \"$3\"\necho EDITING; read line\n",
    )
    .unwrap();
    let mut terminal = room.open((120, 24), Some(&editor));
    terminal.wait_for("phare  n.m. · light on the coast");
    terminal.press("/phare\r");
    terminal.wait_for("1/");
    terminal.press("\u{1b}[CE");
    terminal.wait_for("EDITING");
    assert!(!terminal.screen.screen().alternate_screen(), "the editor has the terminal");
    assert_eq!(
        fs::read_to_string(room.folder.path().join("told")).unwrap(),
        "with a space|+3|./glossary.toml|"
    );
    terminal.press("\n");
    terminal.wait_until("the article", |terminal| terminal.screen.screen().alternate_screen());
    terminal.wait_for("was read again");
    terminal.wait_for("light on the coast");
    assert_eq!(room.text(), format!("{OWN}# edited\n"));
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert_eq!(terminal.screen.screen().contents().trim(), "EDITING", "only what the editor left");
}

#[test]
fn what_was_being_written_outlives_the_program() {
    for (signal, size) in [("TERM", (120, 40)), ("HUP", (80, 24)), ("KILL", (50, 20))] {
        let (room, home) = (Room::new(), Home::new());
        let mut terminal = room.open_at(&home, size, None);
        terminal.wait_for("¶ 1/5");
        terminal.press("/canton\rl");
        terminal.wait_for_no("/canton");
        terminal.press("a");
        terminal.wait_for("New entry");
        terminal.press("a French canton");
        terminal.wait_for("a French canton");
        if signal == "KILL" {
            // Of that nobody is told: but what is written is kept all the while.
            terminal.wait_until("the draft", |terminal| terminal.home.state().contains("a French canton"));
        }
        terminal.signal(signal);
        terminal.wait_for_end();
        assert!(home.state().contains("a French canton"), "{}", home.state());
        let mut terminal = room.open_at(&home, size, None);
        terminal.wait_for("¶ 1/5");
        terminal.press("/annonce\rla");
        terminal.wait_for("“canton” was left unsaved: Ctrl-T takes");
        terminal.press(TAKE);
        terminal.wait_for("gloss     a French canton");
        terminal.press(SAVE);
        terminal.wait_for("Saved “canton”");
        assert!(room.text().contains("gloss = \"a French canton\""), "{}", room.text());
        terminal.press("a");
        terminal.wait_for("gloss     what you would write");
        assert!(!terminal.seen().contains("unsaved"), "{}", terminal.seen());
        assert!(!home.state().contains("a French canton"), "{}", home.state());
    }
}

#[test]
fn a_change_that_was_being_written_meets_what_somebody_else_wrote_meanwhile() {
    let (room, home) = (Room::new(), Home::new());
    let mut terminal = room.open_at(&home, (120, 40), None);
    terminal.wait_for("light on the coast");
    terminal.press("/phare\rle");
    terminal.wait_for("gloss     light on the coast");
    terminal.press(" at night");
    terminal.wait_for("light on the coast at night");
    terminal.signal("TERM");
    terminal.wait_for_end();
    room.save(&OWN.replace("light on the coast", "beacon"));
    let mut terminal = room.open_at(&home, (120, 40), None);
    terminal.wait_for("phare  n.m. · beacon");
    terminal.press("/phare\rle");
    terminal.wait_for("“phare” was left unsaved: Ctrl-T takes it up.");
    terminal.press(TAKE);
    terminal.wait_for("light on the coast at night");
    terminal.press(SAVE);
    terminal.wait_for("Somebody else has changed this entry meanwhile.");
    assert!(room.text().contains("beacon"));
}
