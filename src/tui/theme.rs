//! What each role looks like.
//!
//! The default takes the terminal's own colours, so that it can be read on a dark ground and on a
//! light one. Every difference that matters is also one of weight, slope, line or reversal.

use ratatui::style::{Color, Modifier, Style};

use super::depth::{Depth, fitted};
use crate::config::{Borders, Colours, Look};
use crate::page::{Role, Run};

/// What each role looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    styles: [Style; Role::COUNT],
    borders: Borders,
}

/// The ground of a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Dark letters stand on it.
    Light,
    /// Light letters stand on it.
    Dark,
}

impl Theme {
    /// What a person has set, in as many colours as there are, for a terminal whose ground is known
    /// or not.
    #[must_use]
    pub fn new(look: &Look, depth: Depth, ground: Option<Ground>) -> Self {
        let mut theme = match (look.colours, ground) {
            (_, _) if depth == Depth::None => Self::plain(),
            (Colours::Terminal, _) | (Colours::Auto, None) => Self::terminal(),
            (Colours::Light, _) | (Colours::Auto, Some(Ground::Light)) => Self::of(&LIGHT),
            (Colours::Dark, _) | (Colours::Auto, Some(Ground::Dark)) => Self::of(&DARK),
            (Colours::HighContrast, _) => Self::of(&HIGH_CONTRAST),
            (Colours::Plain, _) => Self::plain(),
        };
        for ink in &look.inks {
            theme.styles[ink.role as usize] = theme.style(ink.role).patch(ink.style);
        }
        for style in &mut theme.styles {
            (style.fg, style.bg) = (fitted(style.fg, depth), fitted(style.bg, depth));
        }
        Self { borders: look.borders, ..theme }
    }

    /// The colours of the terminal.
    #[must_use]
    pub fn terminal() -> Self {
        let mut theme = Self::plain();
        for (role, colour) in TERMINAL {
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
        Self { styles, borders: Borders::Unicode }
    }

    /// Colours on a ground of their own. Nothing is dimmed: how dark that is nobody knows.
    fn of(palette: &Palette) -> Self {
        let mut theme = Self::plain();
        for style in &mut theme.styles {
            style.add_modifier.remove(Modifier::DIM);
        }
        theme.styles[Role::Hit as usize] =
            Style::new().add_modifier(Modifier::REVERSED.union(Modifier::ITALIC));
        theme.styles[Role::Text as usize] = Style::new().fg(palette.text).bg(palette.ground);
        for (role, _) in TERMINAL {
            theme.styles[*role as usize].fg = Some(palette.accent);
        }
        for role in QUIET {
            theme.styles[*role as usize].fg = Some(palette.quiet);
        }
        theme.styles[Role::Translation as usize].fg = Some(palette.english);
        theme.styles[Role::Hit as usize].fg = Some(palette.hit);
        theme.styles[Role::CurrentHit as usize].fg = Some(palette.hit);
        theme
    }

    /// What `role` looks like.
    #[must_use]
    pub const fn style(&self, role: Role) -> Style {
        self.styles[role as usize]
    }

    /// What is under everything: the colours of plain text.
    #[must_use]
    pub const fn ground(&self) -> Style {
        let text = self.style(Role::Text);
        Style { fg: text.fg, bg: text.bg, ..Style::new() }
    }

    /// The bar beside what is being read or chosen.
    #[must_use]
    pub const fn bar(&self) -> &'static str {
        if matches!(self.borders, Borders::Ascii) { ">" } else { "▌" }
    }

    /// The line between text and the glosses beside it.
    #[must_use]
    pub const fn upright(&self) -> &'static str {
        if matches!(self.borders, Borders::Ascii) { "|" } else { "│" }
    }

    /// The line between text and the glosses under it.
    #[must_use]
    pub const fn level(&self) -> &'static str {
        if matches!(self.borders, Borders::Ascii) { "-" } else { "─" }
    }

    /// What stands where something was left out.
    #[must_use]
    pub const fn cut(&self) -> &'static str {
        if matches!(self.borders, Borders::Ascii) { "~" } else { CUT }
    }

    /// How `glyph` of `run` is shown: the signs of the program itself are such as every font has, one
    /// for one, where that is wished; what people have written stays as it is.
    #[must_use]
    pub fn shown<'t>(&self, glyph: &'t str, run: &Run) -> &'t str {
        let is_own = OWN.contains(&run.role) || run.text.trim() == CUT;
        match (self.borders, glyph) {
            (Borders::Ascii, "é") if run.role == Role::Grammar => "e",
            (Borders::Ascii, glyph) if is_own && !glyph.is_ascii() => plain(glyph),
            (_, glyph) => glyph,
        }
    }
}

/// The sign for what was left out.
const CUT: &str = "…";
/// What is the program's own, all or but for what it tells of.
const OWN: [Role; 8] =
    [Role::Bar, Role::Place, Role::Grammar, Role::Rule, Role::Key, Role::Label, Role::Answer, Role::Message];

/// The ASCII sign for one that not every font has.
fn plain(sign: &str) -> &str {
    match sign {
        "…" => "~",
        "·" | "—" => "-",
        "¶" => "#",
        "×" => "x",
        "◂" => "<",
        "↓" => "+",
        "“" | "”" => "\"",
        "’" => "'",
        "\u{a0}" | "\u{202f}" => " ",
        other => other,
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

const TERMINAL: &[(Role, Color)] = &[
    (Role::Bar, Color::Cyan),
    (Role::Headword, Color::Cyan),
    (Role::Key, Color::Cyan),
    (Role::Hit, Color::Yellow),
    (Role::CurrentHit, Color::Yellow),
    (Role::Emphasis, Color::Cyan),
    (Role::Translation, Color::Green),
];

/// The ground that `COLORFGBG` tells: `15;0`, of which the last is the number of its colour.
pub(super) fn ground_told(written: &str) -> Option<Ground> {
    match written.rsplit(';').next()?.parse::<u8>().ok()? {
        7 | 9..=15 => Some(Ground::Light),
        0..=8 => Some(Ground::Dark),
        _ => None,
    }
}

/// What stands back.
const QUIET: &[Role] = &[Role::Quiet, Role::Place, Role::Grammar, Role::Note, Role::Rule, Role::Label];

/// The colours of a theme with a ground of its own, of the 256 that every terminal knows alike.
struct Palette {
    ground: Color,
    text: Color,
    quiet: Color,
    accent: Color,
    english: Color,
    hit: Color,
}

const fn palette(colours: [u8; 6]) -> Palette {
    let [ground, text, quiet, accent, english, hit] = colours;
    Palette {
        ground: Color::Indexed(ground),
        text: Color::Indexed(text),
        quiet: Color::Indexed(quiet),
        accent: Color::Indexed(accent),
        english: Color::Indexed(english),
        hit: Color::Indexed(hit),
    }
}

const LIGHT: Palette = palette([255, 235, 241, 19, 22, 94]);
const DARK: Palette = palette([234, 252, 246, 80, 150, 179]);
const HIGH_CONTRAST: Palette = palette([16, 231, 252, 51, 120, 226]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::parse;
    use crate::tui::depth::rgb;

    /// How far two colours are apart, from 1 to 21, as the guidelines for the web measure it (WCAG 2).
    fn contrast(one: Color, other: Color) -> f64 {
        let light = |colour| {
            let part = |value: u8| {
                let value = f64::from(value) / 255.0;
                if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
            };
            let (red, green, blue) = rgb(colour).unwrap();
            0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue) + 0.05
        };
        let (one, other) = (light(one), light(other));
        one.max(other) / one.min(other)
    }

    fn theme(source: &str, depth: Depth) -> Theme {
        let (config, findings) = parse(source);
        assert_eq!(findings, []);
        Theme::new(&config.look, depth, None)
    }

    #[test]
    fn in_no_theme_is_a_state_told_by_colour_alone() {
        let kinds = [
            Role::Text,
            Role::Word,
            Role::Expression,
            Role::Name,
            Role::Selected,
            Role::Hit,
            Role::CurrentHit,
        ];
        for name in ["terminal", "light", "dark", "high-contrast", "plain"] {
            let theme = theme(&format!("theme = \"{name}\""), Depth::True);
            for (number, one) in kinds.iter().enumerate() {
                for other in &kinds[number + 1..] {
                    let marks = |role| theme.style(role).add_modifier;
                    assert_ne!(marks(*one), marks(*other), "{name}: {one:?} {other:?}");
                }
            }
        }
        assert!(Theme::plain().styles.iter().all(|style| style.fg.is_none() && style.bg.is_none()));
    }

    #[test]
    fn everything_can_be_read_on_its_ground() {
        for (name, least) in [("light", 4.5), ("dark", 4.5), ("high-contrast", 7.0)] {
            let theme = theme(&format!("theme = \"{name}\""), Depth::True);
            let ground = theme.ground();
            for style in theme.styles {
                let contrast = contrast(style.fg.or(ground.fg).unwrap(), ground.bg.unwrap());
                assert!(contrast >= least, "{name}: {style:?} has only {contrast:.1}");
            }
        }
    }

    #[test]
    fn a_colour_is_changed_alone() {
        let theme = theme("[colours]\nheadword = \"#5f87af\"\nquiet = \"plain\"", Depth::True);
        assert_eq!(
            theme.style(Role::Headword),
            Theme::terminal().style(Role::Headword).fg(Color::Rgb(0x5f, 0x87, 0xaf))
        );
        assert_eq!(theme.style(Role::Quiet).add_modifier, Modifier::empty());
        assert_eq!(theme.style(Role::Key), Theme::terminal().style(Role::Key));
    }

    #[test]
    fn without_colours_none_is_shown() {
        let source = "theme = \"dark\"\n[colours]\nkey = \"red on white\"";
        assert!(
            theme(source, Depth::None).styles.iter().all(|style| style.fg.is_none() && style.bg.is_none())
        );
        assert_eq!(theme(source, Depth::Sixteen).ground(), Style::new().fg(Color::Gray).bg(Color::Black));
    }

    #[test]
    fn auto_follows_the_ground() {
        let look = Look { colours: Colours::Auto, ..Look::default() };
        let ground = |ground| Theme::new(&look, Depth::True, ground).ground().bg;
        assert_eq!(ground(Some(Ground::Light)), Some(LIGHT.ground));
        assert_eq!(ground(Some(Ground::Dark)), Some(DARK.ground));
        assert_eq!(ground(None), None);
        assert_eq!(
            ["15;0", "0;default;15", "x", "0;99"].map(ground_told),
            [Some(Ground::Dark), Some(Ground::Light), None, None]
        );
    }
}
