//! All actions in a list: with their keys for help, by their names for the palette.
//!
//! Made from the table of actions; knows nothing of its own.

use super::Travel;
use super::list::{Filter, List};
use crate::app::action::{ACTIONS, Action, ActionRow};
use crate::app::keymap::{Chord, Context, Keymap, Strokes};
use crate::page::plan::Size;
use crate::page::{Role, Run, Runs};

/// The actions of a context, filtered by what is typed.
#[derive(Clone, Debug)]
pub struct Menu {
    /// What is typed.
    pub filter: Filter,
    /// Which are left.
    pub list: List,
    /// All of them.
    pub rows: Vec<MenuRow>,
    /// Of help: everything that is left, at the width of the screen.
    pub text: Vec<Vec<Run>>,
    /// Of help: the first row on the screen.
    pub top: usize,
    is_chosen_from: bool,
    is_low: bool,
    height: usize,
}

/// One action in the list.
#[derive(Clone, Debug)]
pub struct MenuRow {
    /// What is said of it.
    pub row: &'static ActionRow,
    /// Its keys as they are shown: `↓ j`.
    pub keys: String,
    /// What stands over it, where another context begins.
    pub heading: Option<&'static str>,
}

impl Menu {
    /// Every action, those of `context` first; the others under the name of the first context that
    /// has them.
    #[must_use]
    pub fn help(keymap: &Keymap, context: Context) -> Self {
        let has = |row: &ActionRow, context| keymap.keys(row.action, context).next().is_some();
        let mut rows: Vec<MenuRow> = Vec::new();
        for place in [context].into_iter().chain(Context::ALL) {
            let mut heading = (place != context).then(|| place.says());
            for row in ACTIONS.iter().filter(|row| has(row, place)) {
                if rows.iter().all(|known| known.row.action != row.action) {
                    let keys: Vec<&Strokes> = keymap.keys(row.action, place).collect();
                    rows.push(MenuRow { row, keys: shown(keymap, &keys), heading: heading.take() });
                }
            }
        }
        Self::new(rows, false)
    }

    /// The actions that can be done in `context`.
    #[must_use]
    pub fn palette(keymap: &Keymap, context: Context) -> Self {
        let is_here = |row: &&ActionRow| row.keys.iter().any(|(contexts, ..)| contexts.contains(&context));
        let rows = ACTIONS.iter().filter(is_here).map(|row| {
            let keys: Vec<&Strokes> = keymap.keys(row.action, context).collect();
            MenuRow { row, keys: shown(keymap, &keys), heading: None }
        });
        Self::new(rows.collect(), true)
    }

    fn new(rows: Vec<MenuRow>, is_chosen_from: bool) -> Self {
        let texts =
            rows.iter().map(|MenuRow { row, keys, .. }| format!("{} {} {keys}", row.name, row.description));
        let list = List::new(texts.collect());
        Self {
            filter: Filter::default(),
            list,
            rows,
            text: Vec::new(),
            top: 0,
            is_chosen_from,
            is_low: false,
            height: 1,
        }
    }

    /// The action chosen in the palette.
    #[must_use]
    pub fn chosen(&self) -> Option<Action> {
        self.list.chosen().map(|number| self.rows[number].row.action)
    }

    /// Types into the filter.
    pub fn edit(&mut self, chord: Chord) -> bool {
        let is_edited = self.filter.edit(chord);
        if is_edited {
            self.list.filter(self.filter.input.text());
        }
        is_edited
    }

    /// Moves through the list.
    pub fn travel(&mut self, travel: Travel) {
        if self.is_chosen_from {
            self.list.travel(travel);
        } else {
            self.top = travel.moved(self.top, self.text.len().saturating_sub(self.height), self.height);
        }
    }

    /// Chooses the action on a row of the screen; true when there is one.
    pub fn click(&mut self, row: u16) -> bool {
        let top = if self.is_low { 1 } else { 2 };
        row.checked_sub(top).is_some_and(|row| self.list.choose_row(row.into()))
    }

    /// The cells that the longest keys take, with those after them.
    fn widest_keys(&self) -> u16 {
        let widest = self.rows.iter().map(|row| row.keys.chars().count()).max().unwrap_or(0);
        u16::try_from(widest + 2).unwrap_or(u16::MAX)
    }

    /// Fits the list to the screen.
    pub fn settle(&mut self, size: Size) {
        self.is_low = size.height < 8;
        self.height = usize::from(size.height.saturating_sub(if self.is_low { 1 } else { 4 })).max(1);
        self.list.settle(self.height);
        if !self.is_chosen_from {
            let keys = if size.width >= 66 { self.widest_keys().clamp(18, 22) } else { 12 };
            let width = super::sheet_width(size);
            let left = self.list.left().iter().map(|number| &self.rows[*number]);
            let is_whole = self.filter.input.text().is_empty();
            let heading = |row: &MenuRow| row.heading.filter(|_| is_whole).map(titled).unwrap_or_default();
            let written = |row: &MenuRow| row.written(keys).wrapped(width, keys);
            self.text = left.flat_map(|row| [heading(row), written(row)].concat()).collect();
            self.top = self.top.min(self.text.len().saturating_sub(self.height));
        }
    }
}

impl MenuRow {
    /// The keys, and from the cell `keys` on what they do.
    fn written(&self, keys: u16) -> Runs {
        let gap = usize::from(keys).saturating_sub(self.keys.chars().count()).max(2);
        Runs::of(&self.keys, Role::Key)
            .and(&" ".repeat(gap), Role::Text)
            .and(self.row.description, Role::Text)
    }
}

/// A heading in rows, with a blank one over it.
fn titled(heading: &str) -> Vec<Vec<Run>> {
    vec![Vec::new(), Runs::of(heading, Role::Label).on_one_row(u16::MAX)]
}

fn shown(keymap: &Keymap, keys: &[&Strokes]) -> String {
    keys.iter().map(|keys| keymap.shown(keys)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_is_in_help_and_in_a_palette() {
        let keymap = Keymap::default();
        let help = Menu::help(&keymap, Context::Reading);
        let palettes = Context::ALL.map(|context| Menu::palette(&keymap, context));
        for row in &ACTIONS {
            let is_in = |menu: &Menu| {
                menu.rows.iter().any(|one| one.row.action == row.action && !one.keys.is_empty())
            };
            assert!(is_in(&help), "{} is not in help", row.name);
            assert!(palettes.iter().any(is_in), "{} is not in a palette", row.name);
        }
    }
}
