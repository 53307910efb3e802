//! What a field could say: a completion of what is typed, offered and not forced.

use super::Form;
use crate::glossary::{Level, Pos};
use crate::text::fold::{Accents, fold};

impl Form {
    /// The letters that would complete what is typed in the active field.
    #[must_use]
    pub fn ghost(&self) -> Option<String> {
        let (typed, whole) = self.completion()?;
        let rest: String = whole.chars().skip(typed.chars().count()).collect();
        (!rest.is_empty()).then_some(rest)
    }

    /// Takes the completion that is offered; false when there is none.
    pub(super) fn complete(&mut self) -> bool {
        let Some((typed, whole)) = self.completion().filter(|(typed, whole)| typed != whole) else {
            return false;
        };
        let field = &mut self.slots[self.at].field;
        let text = field.text();
        field.replace(&format!("{}{whole}", &text[..text.len() - typed.len()]));
        self.touched();
        true
    }

    /// The word that is typed at the end of the active field, and what it could be.
    fn completion(&self) -> Option<(String, String)> {
        let slot = &self.slots[self.at];
        let text = slot.field.text();
        let typed = if slot.key == "see" { text.rsplit(',').next()?.trim_start() } else { &text };
        if typed.trim().is_empty() || !slot.field.is_at_end() || self.conflict.is_some() {
            return None;
        }
        let book = self.live.wordbook();
        let whole = match slot.key {
            "pos" => one_of(Pos::keys(), typed),
            "gender" => one_of(["m", "f", "mf"].into_iter(), typed),
            "level" => one_of(Level::ALL.into_iter().map(Level::key), typed),
            "topic" => book?.topic(typed),
            "register" => book?.register(typed),
            "see" => book?.term(typed),
            _ => None,
        }?;
        // What is longer when folded cannot be completed letter by letter.
        let is_longer = whole.chars().count() > typed.chars().count();
        (is_longer || whole.chars().count() == typed.chars().count())
            .then(|| (typed.to_owned(), whole.to_owned()))
    }
}

fn one_of(words: impl Iterator<Item = &'static str>, typed: &str) -> Option<&'static str> {
    let typed = fold(typed, Accents::Dropped);
    words.into_iter().find(|word| fold(word, Accents::Dropped).starts_with(&typed))
}
