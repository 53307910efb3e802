//! What a reader searched for before, to search for it again.
//!
//! Knows texts, not where they were found.

/// The searches, the oldest first, and the one that stands in the field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Searches {
    texts: Vec<String>,
    /// The number of the one that was taken up; as many as there are while a new one is typed.
    at: usize,
    /// The new one, kept while older ones are looked through.
    draft: String,
}

/// More searches than these are forgotten.
const MOST: usize = 100;

impl Searches {
    /// These searches.
    #[must_use]
    pub fn new(texts: Vec<String>) -> Self {
        Self { at: texts.len(), texts, draft: String::new() }
    }

    /// Begins a new one.
    pub fn begin(&mut self) {
        self.at = self.texts.len();
        self.draft.clear();
    }

    /// Keeps one that was made.
    pub fn keep(&mut self, text: &str) {
        self.texts.retain(|kept| kept != text);
        self.texts.push(text.to_owned());
        self.texts.drain(..self.texts.len().saturating_sub(MOST));
        self.begin();
    }

    /// The one before that in the field, which now reads `typed`.
    pub fn older(&mut self, typed: &str) -> Option<&str> {
        let older = self.at.checked_sub(1)?;
        if self.at == self.texts.len() {
            self.draft = typed.to_owned();
        }
        self.at = older;
        self.texts.get(older).map(String::as_str)
    }

    /// The one after that in the field; after the last, what was being typed.
    pub fn newer(&mut self) -> Option<&str> {
        if self.at >= self.texts.len() {
            return None;
        }
        self.at += 1;
        Some(self.texts.get(self.at).map_or(&*self.draft, String::as_str))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn older_searches_come_back_and_the_new_one_is_not_lost() {
        let mut searches = Searches::new(vec!["trêve".into(), "bilan".into()]);
        searches.begin();
        assert_eq!(searches.older("sé"), Some("bilan"));
        assert_eq!(searches.older("bilan"), Some("trêve"));
        assert_eq!(searches.older("trêve"), None);
        assert_eq!(searches.newer(), Some("bilan"));
        assert_eq!(searches.newer(), Some("sé"));
        assert_eq!(searches.newer(), None);
        searches.keep("trêve");
        assert_eq!(searches.older(""), Some("trêve"), "each stands once, the last one last");
        assert_eq!(searches.older(""), Some("bilan"));
    }
}
