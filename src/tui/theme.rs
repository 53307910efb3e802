//! What each role looks like.
//!
//! The default takes the terminal's own colours, so that it can be read on a dark ground and on a
//! light one. Every difference that matters is also one of weight, slope, line or reversal.

use ratatui::style::{Color, Modifier, Style};

use crate::page::Role;

/// What each role looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    styles: [Style; Role::COUNT],
}

impl Theme {
    /// The colours of the terminal.
    #[must_use]
    pub fn terminal() -> Self {
        let mut theme = Self::plain();
        for (role, colour) in COLOURS {
            theme.styles[*role as usize] = theme.style(*role).fg(*colour);
        }
        theme
    }

    /// No colours at all.
    #[must_use]
    pub fn plain() -> Self {
        let mut styles = [Style::new(); Role::COUNT];
        for (role, modifier) in MODIFIERS {
            styles[*role as usize] = Style::new().add_modifier(*modifier);
        }
        Self { styles }
    }

    /// What `role` looks like.
    #[must_use]
    pub const fn style(&self, role: Role) -> Style {
        self.styles[role as usize]
    }
}

const MODIFIERS: &[(Role, Modifier)] = &[
    (Role::Quiet, Modifier::DIM),
    (Role::Heading, Modifier::BOLD),
    (Role::Bar, Modifier::BOLD),
    (Role::Title, Modifier::BOLD),
    (Role::Place, Modifier::DIM),
    (Role::Word, Modifier::UNDERLINED),
    (Role::Expression, Modifier::UNDERLINED.union(Modifier::BOLD)),
    (Role::Name, Modifier::UNDERLINED.union(Modifier::ITALIC)),
    (Role::Selected, Modifier::REVERSED),
    (Role::Hit, Modifier::REVERSED.union(Modifier::DIM)),
    (Role::CurrentHit, Modifier::REVERSED.union(Modifier::BOLD)),
    (Role::Headword, Modifier::BOLD),
    (Role::Grammar, Modifier::DIM),
    (Role::Note, Modifier::DIM),
    (Role::Translation, Modifier::ITALIC),
    (Role::Rule, Modifier::DIM),
    (Role::Key, Modifier::BOLD),
    (Role::Label, Modifier::DIM),
    (Role::Emphasis, Modifier::BOLD),
    (Role::Message, Modifier::BOLD),
];

const COLOURS: &[(Role, Color)] = &[
    (Role::Bar, Color::Cyan),
    (Role::Headword, Color::Cyan),
    (Role::Key, Color::Cyan),
    (Role::Hit, Color::Yellow),
    (Role::CurrentHit, Color::Yellow),
    (Role::Emphasis, Color::Cyan),
    (Role::Translation, Color::Green),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_the_kinds_of_term_still_differ() {
        let theme = Theme::plain();
        let kinds = [Role::Text, Role::Word, Role::Expression, Role::Name, Role::Selected, Role::Hit];
        for (number, one) in kinds.iter().enumerate() {
            for other in &kinds[number + 1..] {
                assert_ne!(theme.style(*one), theme.style(*other), "{one:?} {other:?}");
            }
        }
        assert!(Theme::plain().styles.iter().all(|style| style.fg.is_none() && style.bg.is_none()));
    }
}
