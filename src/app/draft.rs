//! What a person was writing when the program was ended around them: kept while they write, and
//! offered again when next they open a form.
//!
//! Knows no file: a [`Draft`] is handed out to be kept, and handed in again.

use super::App;
use super::action::Action;
use super::effect::Effect;
use super::screen::form::Form;

/// An entry that was being written and is in no glossary yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What tells it from other drafts: `new phare`.
    pub id: String,
    /// The layer in which the entry stands that is being changed.
    pub layer: Option<String>,
    /// How that entry, or the built-in one that is being copied, was written when the form was opened.
    pub seen: Option<String>,
    /// What the fields say.
    pub fields: Vec<Typed>,
}

/// A field of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The key of the entry.
    pub key: String,
    /// The number of its sense.
    pub sense: Option<usize>,
    /// What is written.
    pub text: String,
}

impl Draft {
    /// The headword.
    #[must_use]
    pub fn term(&self) -> &str {
        self.fields.iter().find(|field| field.key == "term").map_or("", |field| &field.text)
    }
}

impl App {
    /// The draft that is offered in this form: one for the same entry, or else the last.
    #[must_use]
    pub fn offered_draft(&self) -> Option<&Draft> {
        let form = self.form.as_ref()?;
        let others = || self.drafts.iter().filter(|draft| self.kept_draft.as_ref() != Some(*draft));
        others().rfind(|draft| draft.id == form.id).or_else(|| others().next_back())
    }

    /// Tells of a draft that a form could take up.
    pub(super) fn offer_draft(&mut self) {
        let Some(draft) = self.offered_draft() else { return };
        let (term, key) = (draft.term(), self.key(Action::TakeDraft));
        self.message = Some(format!("“{term}” was left unsaved: {key} takes it up."));
    }

    /// Goes on with what was left unsaved.
    pub(super) fn take_draft(&mut self) {
        let Some(draft) = self.offered_draft().cloned() else {
            self.message = Some("Nothing was left unsaved.".into());
            return;
        };
        let Some(form) = self.form.as_mut().filter(|form| form.conflict.is_none()) else { return };
        if form.is_changed() {
            self.message = Some("Save or leave first what you have begun here.".into());
            return;
        }
        if form.take_draft(&draft) {
            self.message = Some("This is as you left it; it is not saved yet.".into());
            self.kept_draft = Some(draft);
        } else {
            self.message = Some(format!("“{}” cannot be read any more.", draft.term()));
            self.drop_draft(&draft.id);
        }
    }

    /// True when it is kept what is being written.
    pub(super) fn is_draft_kept(&self) -> bool {
        self.unsaved().is_none_or(|draft| self.kept_draft.as_ref() == Some(&draft))
    }

    /// Keeps what is being written, where it is not kept yet.
    pub(super) fn keep_draft(&mut self) {
        if let Some(draft) = self.unsaved().filter(|draft| self.kept_draft.as_ref() != Some(draft)) {
            self.drafts.retain(|known| known.id != draft.id);
            self.drafts.push(draft.clone());
            self.outbox.push(Effect::KeepDraft(Box::new(draft.clone())));
            self.kept_draft = Some(draft);
        }
    }

    /// Forgets what was kept, once it is saved or thrown away.
    pub(super) fn settle_draft(&mut self) {
        let is_written = |draft: &mut Draft| self.form.as_ref().is_none_or(|form| form.id != draft.id);
        if let Some(draft) = self.kept_draft.take_if(is_written) {
            self.drop_draft(&draft.id);
        }
    }

    fn drop_draft(&mut self, id: &str) {
        self.drafts.retain(|draft| draft.id != id);
        self.outbox.push(Effect::DropDraft(id.to_owned()));
    }

    fn unsaved(&self) -> Option<Draft> {
        self.form.as_ref().filter(|form| form.is_changed()).map(|form| Form::draft(form))
    }
}
