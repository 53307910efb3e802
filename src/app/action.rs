//! Everything a person can do, in one table: keys, help, palette and footer are made from it.
//!
//! Knows what an action is called, not how it is done. A new action is a new row here and an arm
//! in [`update`](super::update::update).

use super::keymap::Context::{self, Conflict, Find, Form, Help, Library, More, Palette, Problems, Reading};

/// Something a person can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is described in its row of the table")]
pub enum Action {
    NextParagraph,
    PreviousParagraph,
    NextTerm,
    PreviousTerm,
    NextWord,
    PreviousWord,
    ExtendRight,
    ExtendLeft,
    SelectPhrase,
    More,
    Translation,
    AllTranslations,
    AddEntry,
    EditEntry,
    OpenEditor,
    Undo,
    Redo,
    Save,
    NextField,
    LowerField,
    PreviousField,
    TakeTheirs,
    TakeDraft,
    HideGlosses,
    GlossLess,
    GlossMore,
    Find,
    NextHit,
    PreviousHit,
    OlderSearch,
    NewerSearch,
    JumpBack,
    JumpForward,
    Down,
    Up,
    PageDown,
    PageUp,
    HalfPageDown,
    HalfPageUp,
    Start,
    End,
    Wider,
    Narrower,
    DefaultWidth,
    Hyphenation,
    Justification,
    Margin,
    CopySentence,
    Mouse,
    Choose,
    Filter,
    Library,
    Problems,
    Palette,
    Help,
    Back,
    Suspend,
    Quit,
}

/// One action with all that is said of it.
#[derive(Debug)]
pub struct ActionRow {
    /// The action.
    pub action: Action,
    /// Its name in files and in the palette: `next-paragraph`.
    pub name: &'static str,
    /// What it does, in a few words.
    pub description: &'static str,
    /// Its keys.
    pub keys: &'static [Keys],
}

/// The contexts in which keys hold; the keys, the first the one to show; and what the footer calls
/// the action there, or nothing where it is not in the footer.
pub type Keys = (&'static [Context], &'static str, &'static str);

impl Action {
    /// Its row in the table.
    #[must_use]
    pub fn row(self) -> &'static ActionRow {
        &ACTIONS[self as usize]
    }
}

const fn row(action: Action, names: (&'static str, &'static str), keys: &'static [Keys]) -> ActionRow {
    ActionRow { action, name: names.0, description: names.1, keys }
}

/// Everything a person can do, in the order of [`Action`].
#[rustfmt::skip]
pub static ACTIONS: [ActionRow; 58] = [
    row(Action::NextParagraph, ("next-paragraph", "next paragraph"), &[(&[Reading], "down j", "next")]),
    row(Action::PreviousParagraph, ("previous-paragraph", "previous paragraph"), &[(&[Reading], "up k", "")]),
    row(Action::NextTerm, ("next-term", "next glossed term"), &[(&[Reading], "tab", "term"), (&[More], "tab", "next term")]),
    row(Action::PreviousTerm, ("previous-term", "previous glossed term"), &[(&[Reading, More], "shift-tab", "")]),
    row(Action::NextWord, ("next-word", "next word; its gloss shows even where it is hidden"), &[(&[Reading], "right l", "")]),
    row(Action::PreviousWord, ("previous-word", "previous word"), &[(&[Reading], "left h", "")]),
    row(Action::ExtendRight, ("extend-right", "select the next word too"), &[(&[Reading], "shift-right", "")]),
    row(Action::ExtendLeft, ("extend-left", "select the previous word too"), &[(&[Reading], "shift-left", "")]),
    row(Action::SelectPhrase, ("select-phrase", "begin a phrase here; the arrows extend it"), &[(&[Reading], "v", "")]),
    row(Action::More, ("more", "everything about the term, and why it was matched"), &[(&[Reading], "enter", "more")]),
    row(Action::Translation, ("translation", "translation of this paragraph, or hide it"), &[(&[Reading], "t", "translation")]),
    row(Action::AllTranslations, ("all-translations", "translation of every paragraph, or hide them"), &[(&[Reading], "T", "")]),
    row(Action::AddEntry, ("add-entry", "add an entry for the word or the selected phrase"), &[(&[Reading], "a", "add"), (&[More], "a", "")]),
    row(Action::EditEntry, ("edit-entry", "change the entry of the term; of a built-in one, a copy of your own"), &[(&[Reading], "e", ""), (&[More], "e", "edit")]),
    row(Action::OpenEditor, ("open-editor", "open the entry with your own editor"), &[(&[Reading, More], "E", "")]),
    row(Action::Undo, ("undo", "take the last change to a glossary back"), &[(&[Reading, More], "u", "")]),
    row(Action::Redo, ("redo", "make the change again that was taken back"), &[(&[Reading, More], "ctrl-r", "")]),
    row(Action::Save, ("save", "save the entry"), &[(&[Form], "ctrl-s", "save"), (&[Conflict], "ctrl-s", "write yours in its place")]),
    row(Action::NextField, ("next-field", "take the completion, or go to the next field"), &[(&[Form], "tab", "next field")]),
    row(Action::LowerField, ("lower-field", "field below"), &[(&[Form], "down", "")]),
    row(Action::PreviousField, ("previous-field", "field above"), &[(&[Form], "shift-tab up", "")]),
    row(Action::TakeTheirs, ("take-theirs", "take the entry that is in the file into the form"), &[(&[Conflict], "ctrl-t", "take that into the form")]),
    row(Action::TakeDraft, ("take-draft", "take up the entry that was left unsaved"), &[(&[Form], "ctrl-t", "take up what was left")]),
    row(Action::HideGlosses, ("hide-glosses", "hide all glosses until asked, to test yourself"), &[(&[Reading], "x", "")]),
    row(Action::GlossLess, ("gloss-less", "gloss less: only harder words"), &[(&[Reading], "<", "")]),
    row(Action::GlossMore, ("gloss-more", "gloss more: easier words too"), &[(&[Reading], ">", "")]),
    row(Action::Find, ("find", "find; accents, spaces and apostrophes are all alike"), &[(&[Reading], "/", "find")]),
    row(Action::NextHit, ("next-hit", "next place found"), &[(&[Reading], "n", ""), (&[Find], "tab", "next")]),
    row(Action::PreviousHit, ("previous-hit", "previous place found"), &[(&[Reading], "N", ""), (&[Find], "shift-tab", "")]),
    row(Action::OlderSearch, ("older-search", "what was searched for before"), &[(&[Find], "up", "earlier search")]),
    row(Action::NewerSearch, ("newer-search", "what was searched for after that"), &[(&[Find], "down", "")]),
    row(Action::JumpBack, ("jump-back", "back to where you jumped from: by a search, the library, g or G"), &[(&[Reading], "ctrl-o H alt-left", "")]),
    row(Action::JumpForward, ("jump-forward", "forward again, after going back"), &[(&[Reading], "L alt-right", "")]),
    row(Action::Down, ("down", "one line down"), &[(&[Library], "down j", "next"), (&[Help], "down j", "down"), (&[Palette], "down", "next"), (&[More], "down j", "down"), (&[Problems], "down j", "next")]),
    row(Action::Up, ("up", "one line up"), &[(&[Library, Help, More, Problems], "up k", ""), (&[Palette], "up", "")]),
    row(Action::PageDown, ("page-down", "one screen down"), &[(&[Reading, Library, More, Help, Palette, Problems], "pgdn", "")]),
    row(Action::PageUp, ("page-up", "one screen up"), &[(&[Reading, Library, More, Help, Palette, Problems], "pgup", "")]),
    row(Action::HalfPageDown, ("half-page-down", "half a screen down"), &[(&[Reading, More, Problems], "ctrl-d", "")]),
    row(Action::HalfPageUp, ("half-page-up", "half a screen up"), &[(&[Reading, More, Problems], "ctrl-u", "")]),
    row(Action::Start, ("start", "to the start"), &[(&[Reading, Library, More, Help, Problems], "home g", "")]),
    row(Action::End, ("end", "to the end"), &[(&[Reading, Library, More, Help, Problems], "end G", "")]),
    row(Action::Wider, ("wider", "wider column of text"), &[(&[Reading], "+", "")]),
    row(Action::Narrower, ("narrower", "narrower column of text"), &[(&[Reading], "-", "")]),
    row(Action::DefaultWidth, ("default-width", "text and margin as wide as usual"), &[(&[Reading], "=", "")]),
    row(Action::Hyphenation, ("hyphenation", "cut long words at the ends of lines, or not"), &[(&[Reading], "c", "")]),
    row(Action::Justification, ("justification", "even right edge, or not"), &[(&[Reading], "J", "")]),
    row(Action::Margin, ("margin", "glosses beside the text, under it, or where there is room"), &[(&[Reading], "M", "")]),
    row(Action::CopySentence, ("copy-sentence", "copy the sentence, or the selected phrase"), &[(&[Reading], "y", "")]),
    row(Action::Mouse, ("mouse", "mouse on or off; when on, Shift-drag selects text"), &[(&[Reading], "m", "")]),
    row(Action::Choose, ("choose", "take the chosen line; in a form, go on or save"), &[(&[Library], "enter", "read"), (&[Palette], "enter", "do it"), (&[Find], "enter", "stay here"), (&[Problems], "enter", "edit it"), (&[Form], "enter", "")]),
    row(Action::Filter, ("filter", "filter the list; typing does it too"), &[(&[Library, Help], "/", "filter")]),
    row(Action::Library, ("library", "the library: all articles"), &[(&[Reading], "o", "library")]),
    row(Action::Problems, ("problems", "what is wrong with your glossaries"), &[(&[Reading, Library], "!", "")]),
    row(Action::Palette, ("palette", "any action, by its name"), &[(&[Reading, Library], ": ctrl-p", "")]),
    row(Action::Help, ("help", "all keys"), &[(&[Reading, Library], "? f1", "all keys"), (&[More, Problems], "? f1", ""), (&[Palette, Find, Form, Conflict], "f1", "")]),
    row(Action::Back, ("back", "back; never leaves the program"), &[(&[Reading, Library], "esc", ""), (&[More, Help, Palette, Problems, Find, Form, Conflict], "esc", "back"), (&[More, Help, Problems], "q", "")]),
    row(Action::Suspend, ("suspend", "back to the shell; fg returns"), &[(&Context::ALL, "ctrl-z", "")]),
    row(Action::Quit, ("quit", "quit; your place is kept"), &[(&[Reading, Library], "q", "quit"), (&Context::ALL, "ctrl-c", "")]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_every_action_is_described() {
        for (number, row) in ACTIONS.iter().enumerate() {
            assert_eq!(row.action as usize, number, "{}", row.name);
            assert!(!row.description.is_empty() && row.name.is_ascii(), "{}", row.name);
        }
    }
}
