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

/// From here on the glosses stand beside the text.
const WIDE: u16 = 90;
/// Under these the glosses have one row.
const NARROW: u16 = 50;
const LOW: u16 = 12;
/// What the margin has at least, on a narrow screen and on a wide one, and what it has at most.
const MARGIN: (u16, u16, u16) = (30, 40, 48);

/// Divides a screen for a column of text of at most `column` cells.
#[must_use]
pub fn plan(size: Size, column: u16) -> Plan {
    let has_title = size.height >= 6;
    let has_footer = size.height >= 8;
    let air = u16::from(size.height >= 20);
    let top = u16::from(has_title) + air;
    let bottom = size.height - u16::from(has_footer).min(size.height);
    let body = Area { x: 0, y: top, width: size.width, height: bottom.saturating_sub(top) };
    let (text, margin) = if size.height < LOW || size.width < NARROW {
        with_row(body, column)
    } else if size.width < WIDE {
        below(body, column)
    } else {
        beside(Area { height: body.height.saturating_sub(air), ..body }, column)
    };
    Plan { has_title, text, margin, has_footer }
}

/// Text, rule, margin: the group stands in the middle.
fn beside(body: Area, column: u16) -> (Area, Margin) {
    const BETWEEN: u16 = 8;
    let least = (body.width * 3 / 8).clamp(MARGIN.0, MARGIN.1);
    let text = column.min(body.width - least - BETWEEN);
    let margin = (body.width - text - BETWEEN).min(MARGIN.2);
    let x = 3 + (body.width - text - margin - BETWEEN) / 2;
    let area = |x, width| Area { x, width, ..body };
    (area(x, text), Margin::Side(area(x + text + 4, margin)))
}

/// The margin takes about a third of the rows, and a rule.
fn below(body: Area, column: u16) -> (Area, Margin) {
    let height = (body.height / 3).clamp(3, 10);
    let text = column.min(body.width - 4);
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

    #[test]
    fn every_size_has_a_plan_that_fits() {
        for width in 0..220 {
            for height in 0..60 {
                let plan = plan(Size { width, height }, 72);
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
        let margin = |width, height| plan(Size { width, height }, 72).margin;
        assert!(matches!(margin(120, 40), Margin::Side(_)));
        assert!(matches!(margin(80, 24), Margin::Below(_)));
        assert!(matches!(margin(50, 20), Margin::Below(_)));
        assert!(matches!(margin(40, 20), Margin::Row(_)));
        assert!(matches!(margin(120, 10), Margin::Row(_)));
        assert_eq!(plan(Size { width: 10, height: 3 }, 72).text.height, 2);
    }
}
