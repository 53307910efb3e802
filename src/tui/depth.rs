//! How many colours a terminal has, and the nearest of them to a colour that was asked for.
//!
//! Knows what a terminal says of itself in its environment, and nothing it would have to ask.

use ratatui::style::Color;

/// How many colours a terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None, or none are wanted.
    None,
    /// The sixteen that a person can set.
    Sixteen,
    /// 256, all but the first sixteen the same everywhere.
    Many,
    /// Every colour.
    True,
}

impl Depth {
    /// What the variables `TERM`, `COLORTERM` and `NO_COLOR` say, whose values `variable` knows.
    #[must_use]
    pub fn told(variable: impl Fn(&str) -> Option<String>) -> Self {
        let says = |name| variable(name).unwrap_or_default().to_lowercase();
        let (term, colour) = (says("TERM"), says("COLORTERM"));
        let is_any = |names: &[&str]| names.iter().any(|name| term.contains(name));
        if !says("NO_COLOR").is_empty() || is_any(&["dumb", "vt100", "vt220"]) {
            Self::None
        } else if matches!(&*colour, "truecolor" | "24bit") || is_any(&["-direct"]) {
            Self::True
        } else if is_any(&["256color", "kitty", "alacritty", "ghostty", "foot", "wezterm"]) {
            Self::Many
        } else {
            Self::Sixteen
        }
    }
}

/// The nearest to `colour` that a terminal of that depth shows; none where it shows none.
#[must_use]
pub fn fitted(colour: Option<Color>, depth: Depth) -> Option<Color> {
    let colour = colour?;
    match (depth, colour) {
        (Depth::None, _) => None,
        (Depth::Many, Color::Rgb(..)) => nearest(colour, (16..=255).map(Color::Indexed)),
        (Depth::Sixteen, Color::Rgb(..) | Color::Indexed(_)) => {
            nearest(colour, SIXTEEN.iter().map(|(one, _)| *one))
        }
        _ => Some(colour),
    }
}

fn nearest(wanted: Color, among: impl Iterator<Item = Color>) -> Option<Color> {
    let (red, green, blue) = rgb(wanted)?;
    let far = |one: u8, other: u8| u32::from(one.abs_diff(other)).pow(2);
    among.min_by_key(|colour| {
        let (r, g, b) = rgb(*colour).unwrap_or_default();
        far(red, r) + far(green, g) + far(blue, b)
    })
}

/// The sixteen colours, as xterm has them.
#[rustfmt::skip]
const SIXTEEN: [(Color, (u8, u8, u8)); 16] = [
    (Color::Black, (0, 0, 0)), (Color::Red, (205, 0, 0)), (Color::Green, (0, 205, 0)), (Color::Yellow, (205, 205, 0)),
    (Color::Blue, (0, 0, 238)), (Color::Magenta, (205, 0, 205)), (Color::Cyan, (0, 205, 205)), (Color::Gray, (229, 229, 229)),
    (Color::DarkGray, (127, 127, 127)), (Color::LightRed, (255, 0, 0)), (Color::LightGreen, (0, 255, 0)), (Color::LightYellow, (255, 255, 0)),
    (Color::LightBlue, (92, 92, 255)), (Color::LightMagenta, (255, 0, 255)), (Color::LightCyan, (0, 255, 255)), (Color::White, (255, 255, 255)),
];

/// Red, green and blue of a colour; none of the terminal's own.
pub(super) fn rgb(colour: Color) -> Option<(u8, u8, u8)> {
    let step = |part: u8| if part == 0 { 0 } else { 55 + part * 40 };
    match colour {
        Color::Rgb(red, green, blue) => Some((red, green, blue)),
        Color::Indexed(number @ 0..=15) => Some(SIXTEEN[usize::from(number)].1),
        Color::Indexed(number @ 16..=231) => {
            let cube = number - 16;
            Some((step(cube / 36), step(cube / 6 % 6), step(cube % 6)))
        }
        Color::Indexed(number) => Some([8 + (number - 232) * 10; 3].into()),
        named => SIXTEEN.iter().find(|(one, _)| *one == named).map(|(_, rgb)| *rgb),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(variables: &[(&str, &str)]) -> Depth {
        let find = |name: &str| variables.iter().find(|(one, _)| *one == name);
        Depth::told(|name| find(name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn a_terminal_says_how_many_colours_it_has() {
        assert_eq!(told(&[("TERM", "linux")]), Depth::Sixteen);
        assert_eq!(told(&[("TERM", "tmux-256color")]), Depth::Many);
        assert_eq!(told(&[("TERM", "xterm"), ("COLORTERM", "truecolor")]), Depth::True);
        assert_eq!(told(&[("TERM", "xterm-256color"), ("NO_COLOR", "1")]), Depth::None);
        assert_eq!(told(&[("TERM", "xterm-256color"), ("NO_COLOR", "")]), Depth::Many);
        assert_eq!(told(&[("TERM", "dumb")]), Depth::None);
    }

    #[test]
    fn the_nearest_colour_is_taken() {
        let sky = Some(Color::Rgb(0x5f, 0x87, 0xaf));
        assert_eq!(fitted(sky, Depth::True), sky);
        assert_eq!(fitted(sky, Depth::Many), Some(Color::Indexed(67)));
        assert_eq!(fitted(sky, Depth::Sixteen), Some(Color::DarkGray));
        assert_eq!(fitted(Some(Color::Cyan), Depth::Sixteen), Some(Color::Cyan));
        assert_eq!(fitted(Some(Color::Reset), Depth::Many), Some(Color::Reset));
        assert_eq!(fitted(sky, Depth::None), None);
    }
}
