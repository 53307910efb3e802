//! How a screen of some size is divided between the text and its glosses.
//!
//! Knows only numbers: cells and rows.

/// Cells and rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Size {
    /// Cells of a row.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// A rectangle of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Area {
    /// The first cell, from 0.
    pub x: u16,
    /// The first row, from 0.
    pub y: u16,
    /// Its cells.
    pub width: u16,
    /// Its rows.
    pub height: u16,
}

/// How the reader wants the screen divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Wanted {
    /// The widest column of text, in cells.
    pub column: u16,
    /// Where the glosses should go.
    pub pane: Pane,
    /// The cells of the glosses beside the text; as many as there is room for where none is said.
    pub pane_width: Option<u16>,
    /// The rows of the glosses under the text; about a third of them where none is said.
    pub pane_height: Option<u16>,
}

impl Default for Wanted {
    fn default() -> Self {
        Self { column: 72, pane: Pane::Auto, pane_width: None, pane_height: None }
    }
}

/// Where the glosses should go. On a very small screen they have one row whatever is wished.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// Beside the text where the screen is wide, under it where it is not.
    #[default]
    Auto,
    /// Beside the text, wherever both have room.
    Side,
    /// Under the text.
    Below,
}

/// How the reading screen is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Plan {
    /// True when the first row is the title and the place.
    pub has_title: bool,
    /// Where the text goes; the bar of the focus stands two cells left of it.
    pub text: Area,
    /// Where the glosses go.
    pub margin: Margin,
    /// True when the last row shows keys; without, it is there for messages only.
    pub has_footer: bool,
}

/// Where the glosses go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Margin {
    /// Beside the text, row by row.
    Side(Area),
    /// Under the text, one after the other.
    Below(Area),
    /// One row for the selected one.
    Row(Area),
}

impl Area {
    /// True when the cell lies inside.
    #[must_use]
    pub const fn contains(self, x: u16, y: u16) -> bool {
        x >= self.x && x < self.x + self.width && y >= self.y && y < self.y + self.height
    }
}

/// From here on the glosses stand beside the text, and where that is wished.
const WIDE: u16 = 90;
const WIDE_ENOUGH: u16 = 62;
/// Under these the glosses have one row.
const NARROW: u16 = 50;
const LOW: u16 = 12;
/// What the margin has at least, on a narrow screen and on a wide one, and what it has at most.
const MARGIN: (u16, u16, u16) = (30, 40, 48);
/// The least and the most that the widest column of text can be, in cells.
pub const COLUMNS: (u16, u16) = (32, 120);
/// The cells a reader can give to the glosses beside the text.
pub const PANE_WIDTHS: (u16, u16) = (20, 100);
/// The rows a reader can give to the glosses under the text.
pub const PANE_HEIGHTS: (u16, u16) = (3, 40);
/// What the text then keeps, in cells and in rows.
const LEAST_TEXT: (u16, u16) = (30, 4);
/// The cells between text and margin, with those at the sides.
const BETWEEN: u16 = 8;

/// Divides a screen as far as possible as it is wished.
#[must_use]
pub fn plan(size: Size, wanted: &Wanted) -> Plan {
    let has_title = size.height >= 6;
    let has_footer = size.height >= 8;
    let air = u16::from(size.height >= 20);
    let top = u16::from(has_title) + air;
    let bottom = size.height - u16::from(has_footer).min(size.height);
    let body = Area { x: 0, y: top, width: size.width, height: bottom.saturating_sub(top) };
    let is_side = match wanted.pane {
        Pane::Auto => size.width >= WIDE,
        Pane::Side => size.width >= WIDE_ENOUGH,
        Pane::Below => false,
    };
    let (text, margin) = if size.height < LOW || size.width < NARROW {
        with_row(body, wanted.column)
    } else if is_side {
        beside(Area { height: body.height.saturating_sub(air), ..body }, wanted)
    } else {
        below(body, wanted)
    };
    Plan { has_title, text, margin, has_footer }
}

impl Plan {
    /// True when the cell lies on the edge between the text and its glosses, or right beside it.
    #[must_use]
    pub const fn is_edge(&self, x: u16, y: u16) -> bool {
        match self.margin {
            Margin::Side(area) => x + 3 >= area.x && x < area.x && y >= area.y && y < area.y + area.height,
            Margin::Below(area) => y + 1 == area.y,
            Margin::Row(_) => false,
        }
    }

    /// Where the edge is: its column where the glosses are beside the text, its row where they are
    /// under it.
    const fn edge(&self) -> u16 {
        match self.margin {
            Margin::Side(area) => area.x - 2,
            Margin::Below(area) => area.y - 1,
            Margin::Row(area) => area.y,
        }
    }
}

/// The wish that brings the edge between text and glosses nearest to the cell.
#[must_use]
pub fn dragged(size: Size, wanted: Wanted, (x, y): (u16, u16)) -> Wanted {
    let best = |least_most: (u16, u16), to: u16, with: &dyn Fn(u16) -> Wanted| {
        let far = |given: &u16| plan(size, &with(*given)).edge().abs_diff(to);
        (least_most.0..=least_most.1).min_by_key(far).map_or(wanted, with)
    };
    match plan(size, &wanted).margin {
        Margin::Side(_) => best(PANE_WIDTHS, x, &|width| Wanted { pane_width: Some(width), ..wanted }),
        Margin::Below(_) => best(PANE_HEIGHTS, y, &|height| Wanted { pane_height: Some(height), ..wanted }),
        Margin::Row(_) => wanted,
    }
}

/// Text, rule, margin: the group stands in the middle.
fn beside(body: Area, wanted: &Wanted) -> (Area, Margin) {
    let usual = (body.width * 3 / 8).clamp(MARGIN.0, MARGIN.1);
    let most = (body.width - BETWEEN).saturating_sub(LEAST_TEXT.0);
    let least = wanted.pane_width.unwrap_or(usual).min(most);
    let text = wanted.column.min(body.width - least - BETWEEN);
    let margin = (body.width - text - BETWEEN).min(wanted.pane_width.unwrap_or(MARGIN.2));
    let x = 3 + (body.width - text - margin - BETWEEN) / 2;
    let area = |x, width| Area { x, width, ..body };
    (area(x, text), Margin::Side(area(x + text + 4, margin)))
}

/// The margin takes about a third of the rows, and a rule.
fn below(body: Area, wanted: &Wanted) -> (Area, Margin) {
    let most = body.height.saturating_sub(1 + LEAST_TEXT.1).max(3);
    let height = wanted.pane_height.unwrap_or((body.height / 3).clamp(3, 10)).min(most);
    let text = wanted.column.min(body.width - 4);
    let x = 3.max((body.width - text) / 2);
    let width = (body.width - x - 1).min(text.max(72));
    let margin = Area { x, y: body.y + body.height - height, width, height };
    (Area { x, width: text, height: body.height - height - 1, ..body }, Margin::Below(margin))
}

/// The last row is for the selected gloss.
fn with_row(body: Area, column: u16) -> (Area, Margin) {
    let x = if body.width >= 24 { 2 } else { u16::from(body.width > 4) };
    let width = column.min(body.width.saturating_sub(x + u16::from(x > 1)));
    let x = x.max((body.width - width) / 2);
    let rows = u16::from(body.height > 1);
    let row = Area {
        x: x.min(2),
        y: body.y + body.height - rows,
        width: body.width.saturating_sub(x.min(2)),
        height: rows,
    };
    (Area { x, width, height: body.height - rows, ..body }, Margin::Row(row))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PANES: [Pane; 3] = [Pane::Auto, Pane::Side, Pane::Below];

    #[test]
    fn every_size_has_a_plan_that_fits() {
        let given = [(None, None), (Some(20), Some(3)), (Some(100), Some(40))];
        for (pane, (pane_width, pane_height)) in
            PANES.into_iter().flat_map(|pane| given.map(|given| (pane, given)))
        {
            let wanted = Wanted { column: 72, pane, pane_width, pane_height };
            for (width, height) in (0..220).flat_map(|width| (0..60).map(move |height| (width, height))) {
                let plan = plan(Size { width, height }, &wanted);
                let (Margin::Side(margin) | Margin::Below(margin) | Margin::Row(margin)) = plan.margin;
                for area in [plan.text, margin] {
                    assert!(area.x + area.width <= width, "{width}×{height}: {plan:?}");
                    assert!(area.y + area.height <= height, "{width}×{height}: {plan:?}");
                }
                assert!(width < 3 || height < 2 || (plan.text.width >= 2 && plan.text.height >= 1));
            }
        }
    }

    #[test]
    fn the_margin_is_beside_below_or_a_row() {
        let margin = |width, height, pane| {
            let margin = plan(Size { width, height }, &Wanted { pane, ..Wanted::default() }).margin;
            match margin {
                Margin::Side(_) => "side",
                Margin::Below(_) => "below",
                Margin::Row(_) => "row",
            }
        };
        let all = |width, height| PANES.map(|pane| margin(width, height, pane));
        assert_eq!(all(120, 40), ["side", "side", "below"]);
        assert_eq!(all(80, 24), ["below", "side", "below"]);
        assert_eq!(all(50, 20), ["below", "below", "below"]);
        assert_eq!(all(40, 20), ["row", "row", "row"]);
        assert_eq!(all(120, 10), ["row", "row", "row"]);
        assert_eq!(plan(Size { width: 10, height: 3 }, &Wanted::default()).text.height, 2);
    }

    #[test]
    fn the_edge_follows_the_mouse() {
        let (wide, small) = (Size { width: 120, height: 40 }, Size { width: 80, height: 24 });
        let edge = |size, wanted: Wanted| plan(size, &wanted).edge();
        for column in 45..85 {
            assert!(
                edge(wide, dragged(wide, Wanted::default(), (column, 9))).abs_diff(column) <= 1,
                "{column}"
            );
        }
        for row in 7..19 {
            assert_eq!(edge(small, dragged(small, Wanted::default(), (9, row))), row);
        }
        let plan = plan(wide, &Wanted::default());
        assert!(plan.is_edge(plan.edge(), 9) && !plan.is_edge(plan.edge() - 2, 9));
    }
}
