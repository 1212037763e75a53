//! Horizontal bars from zero with eighth-cell ends, to the left below it, and open tips where a value
//! is a bound.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::upright::Axis;
use super::{Fill, Tip};

/// One bar.
#[derive(Clone, Debug, Default)]
pub struct Bar<'a> {
    /// What is before it.
    pub name: Line<'a>,
    /// Its value.
    pub value: f64,
    /// Its number, behind it or behind zero.
    pub number: Line<'a>,
    /// What else is behind it, such as a period.
    pub aside: Line<'a>,
    /// How it is filled.
    pub fill: Fill,
    /// Its open end.
    pub tip: Option<Tip>,
}

/// Bars of one scale from zero, names before and numbers behind.
///
/// ```text
/// visually impaired  ██████████████████████▸ more than 320,000
/// screened           ███████▊ 118,746
/// ```
///
/// Values below zero lead to the left of a line at zero, all on one scale.
#[derive(Clone, Debug)]
pub struct Bars<'a> {
    list: Vec<Bar<'a>>,
    /// The values at which the scale ends, with zero between them.
    range: [f64; 2],
    thickness: u16,
    gap: u16,
    names: Option<u16>,
    axis: Style,
}

impl<'a> Bars<'a> {
    /// Bars whose scale ends at the largest and the smallest of them, or at zero, one row each.
    pub fn new(bars: Vec<Bar<'a>>) -> Self {
        let values = || bars.iter().map(|bar| bar.value);
        let range = [values().fold(0.0, f64::min), values().fold(0.0, f64::max)];
        Self {
            list: bars,
            range,
            axis: Style::new(),
            thickness: 1,
            gap: 0,
            names: None,
        }
    }

    /// Ends the scale at these values, zero among them, so that several charts can share it.
    #[must_use]
    pub const fn range(mut self, range: [f64; 2]) -> Self {
        self.range = range;
        self
    }

    /// The style of the line at zero, where values are below it.
    #[must_use]
    pub const fn axis(mut self, style: Style) -> Self {
        self.axis = style;
        self
    }

    /// The rows of each bar, and the blank rows between two.
    #[must_use]
    pub const fn spacing(mut self, thickness: u16, gap: u16) -> Self {
        self.thickness = thickness;
        self.gap = gap;
        self
    }

    /// The widest that names may get, in cells.
    #[must_use]
    pub const fn names(mut self, widest: u16) -> Self {
        self.names = Some(widest);
        self
    }

    /// Where each bar goes: its rows over the whole width.
    pub fn slots(area: Rect, count: usize, thickness: u16, gap: u16) -> Vec<Rect> {
        (0..count as u16)
            .map(|index| Rect {
                y: area.y + index * (thickness + gap),
                height: thickness,
                ..area
            })
            .filter(|slot| slot.bottom() <= area.bottom())
            .collect()
    }
}

impl Widget for &Bars<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let layout = Layout::new(self, area.width);
        let slots = Bars::slots(area, self.list.len(), self.thickness, self.gap);
        if let (Some(first), Some(last), Some(_)) = (slots.first(), slots.last(), &layout.axis) {
            let line = Rect {
                x: area.x + layout.zero,
                width: 1,
                ..first.union(*last)
            };
            for position in line
                .intersection(area)
                .intersection(*buf.area())
                .positions()
            {
                buf[position].set_symbol("│").set_style(self.axis);
            }
        }
        for (bar, slot) in self.list.iter().zip(slots) {
            self.render_bar(bar, slot, &layout, buf);
        }
    }
}

/// How the cells of a row are shared, counted from its left.
struct Layout {
    /// The cells of names.
    names: u16,
    /// The cells of what else is behind bars.
    asides: u16,
    /// Where the line at zero is, or where bars start.
    zero: u16,
    /// Where bars above zero start.
    start: u16,
    /// The cells of bars above zero.
    cells: u16,
    /// The scale on both sides of zero, where values are below it.
    axis: Option<Axis>,
}

/// The smallest difference between bars on both sides of zero, in eighths of a cell: there are halves
/// of a cell for either side, and nothing finer for the left.
const HALF: u32 = 4;

impl Layout {
    fn new(bars: &Bars<'_>, width: u16) -> Self {
        let widest =
            |part: fn(&Bar<'_>) -> usize| bars.list.iter().map(part).max().unwrap_or(0) as u16;
        let gap = |part: u16, gap: u16| if part > 0 { part + gap } else { 0 };
        let names = widest(|bar| bar.name.width()).min(bars.names.unwrap_or(u16::MAX));
        let numbers = widest(|bar| bar.number.width());
        let asides = widest(|bar| bar.aside.width());
        let tips = u16::from(bars.list.iter().any(|bar| bar.tip.is_some()));
        let fixed = gap(names, 2) + gap(numbers, 1) + gap(asides, 2) + tips;
        let zero = gap(names, 2);
        let plain = Self {
            names,
            asides,
            zero,
            start: zero,
            cells: width.saturating_sub(fixed),
            axis: None,
        };
        let [lowest, highest] = bars.range;
        // The line at zero has a cell of its own, and so have the open ends at the left.
        let cells = plain.cells.saturating_sub(1 + tips);
        let is_whole = bars.list.iter().any(|bar| bar.fill.is_whole);
        let step = if is_whole { 2 * HALF } else { HALF };
        match Axis::new(lowest, highest, cells, step).filter(|_| lowest < 0.0) {
            None => plain,
            Some(axis) => Self {
                zero: zero + tips + cells - axis.above(),
                start: zero + tips + cells - axis.above() + 1,
                cells: axis.above(),
                axis: Some(axis),
                ..plain
            },
        }
    }

    /// The length of a bar in eighths of a cell, and whether it leads to the left.
    fn length(&self, bar: &Bar<'_>, max: f64) -> (u32, bool) {
        match &self.axis {
            None => (bar.fill.length(bar.value, max, self.cells), false),
            Some(axis) => {
                let level = axis.level(bar.value);
                (level.unsigned_abs(), level < 0)
            }
        }
    }
}

impl Bars<'_> {
    fn render_bar(&self, bar: &Bar<'_>, slot: Rect, layout: &Layout, buf: &mut Buffer) {
        let line = Rect {
            y: slot.y + (slot.height.saturating_sub(1)) / 2,
            height: 1,
            ..slot
        };
        let part = |row: Rect, x: u16, width: u16| {
            Rect {
                x: slot.x + x,
                width,
                ..row
            }
            .intersection(row)
        };
        (&bar.name).render(part(line, 0, layout.names), buf);

        let (length, is_left) = layout.length(bar, self.range[1]);
        let cells = length.div_ceil(8) as u16;
        let tip = u16::from(bar.tip.is_some());
        // A number at the end of its bar is read with it.
        let (end, behind) = if is_left {
            let body = part(slot, layout.zero - cells, cells);
            render_leftwards(length, bar.fill.solid, body, buf);
            bar.fill.apply(body, buf);
            (layout.zero - cells - tip, layout.start)
        } else {
            let body = part(slot, layout.start, layout.cells);
            render_length(length, bar.fill.solid, body, buf);
            bar.fill.apply(body, buf);
            (layout.start + cells, layout.start + cells + tip)
        };
        if let Some(tip) = bar.tip {
            for row in part(slot, end, 1).rows() {
                Line::styled(tip.symbol(), bar.fill.solid).render(row, buf);
            }
        }
        let number = bar.number.width() as u16;
        (&bar.number).render(part(line, behind + 1, number), buf);
        let aside = behind + 1 + number + 2;
        (&bar.aside).render(part(line, aside, layout.asides), buf);
    }
}

/// Fills `length` eighths of a cell of every row of `area` from the right, to the nearest half of a cell.
fn render_leftwards(length: u32, style: Style, area: Rect, buf: &mut Buffer) {
    for position in area.intersection(*buf.area()).positions() {
        let is_end = position.x == area.x && !length.is_multiple_of(8);
        let symbol = if is_end { "▐" } else { "█" };
        buf[position].set_symbol(symbol).set_style(style);
    }
}

/// Fills `length` eighths of a cell of every row of `area`, from the left.
pub(super) fn render_length(length: u32, style: Style, area: Rect, buf: &mut Buffer) {
    for position in area.intersection(*buf.area()).positions() {
        let before = u32::from(position.x - area.x) * 8;
        let symbol = match length.saturating_sub(before) {
            0 => continue,
            part @ 1..8 => PARTS[part as usize - 1],
            _ => "█",
        };
        buf[position].set_symbol(symbol).set_style(style);
    }
}

/// One to seven eighths of a cell, from the left.
pub(super) const PARTS: [&str; 7] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"];

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(bars: Vec<Bar<'_>>, width: u16, height: u16) -> Vec<String> {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        Bars::new(bars).render(buf.area, &mut buf);
        let row =
            |row: &[ratatui::buffer::Cell]| row.iter().map(ratatui::buffer::Cell::symbol).collect();
        buf.content.chunks(usize::from(width)).map(row).collect()
    }

    fn bar(name: &'static str, value: f64, tip: Option<Tip>) -> Bar<'static> {
        Bar {
            name: name.into(),
            value,
            number: format!("{value}").into(),
            tip,
            ..Bar::default()
        }
    }

    #[test]
    fn draws_names_bars_and_numbers() {
        let bars = vec![bar("one", 8.0, None), bar("two", 3.0, None)];
        assert_eq!(drawn(bars, 11, 2), ["one  ████ 8", "two  █▌ 3  "]);
    }

    #[test]
    fn opens_the_tip_of_a_bound() {
        let bars = vec![
            bar("a", 4.0, Some(Tip::Higher)),
            bar("b", 2.0, Some(Tip::Lower)),
            bar("c", 1.0, None),
        ];
        assert_eq!(
            drawn(bars, 10, 3),
            ["a  ████▸ 4", "b  ██◂ 2  ", "c  █ 1    "]
        );
    }

    #[test]
    fn shows_one_in_a_thousand_and_keeps_equals_equal() {
        let rows = drawn(
            vec![
                bar("a", 1000.0, None),
                bar("b", 1.0, None),
                bar("c", 1.0, None),
            ],
            16,
            3,
        );
        assert_eq!(rows[1], "b  ▏ 1          ");
        assert_eq!(rows[2], "c  ▏ 1          ");
    }

    #[test]
    fn leads_to_the_left_below_zero() {
        let bars = vec![
            bar("a", 4.0, None),
            bar("b", -2.0, None),
            bar("c", -0.1, None),
            bar("d", 0.0, None),
        ];
        assert_eq!(
            drawn(bars, 15, 4),
            [
                "a    │████ 4   ",
                "b  ██│ -2      ",
                "c   ▐│ -0.1    ",
                "d    │ 0       ",
            ]
        );
        let open = vec![bar("a", 4.0, None), bar("b", -4.0, Some(Tip::Lower))];
        assert_eq!(drawn(open, 16, 2), ["a      │███ 4   ", "b  ◂███│ -4     "]);
    }

    #[test]
    fn has_one_scale_on_both_sides_of_zero() {
        for width in 12..80 {
            let rows = drawn(vec![bar("", 6.0, None), bar("", -6.0, None)], width, 2);
            let [right, left] = [0, 1].map(|row| rows[row].matches(['█', '▐', '▌']).count());
            assert!(right.abs_diff(left) <= 1, "{rows:#?}");
        }
    }

    #[test]
    fn keeps_thai_names_in_their_cells() {
        let rows = drawn(vec![bar("ผู้ใช้", 1.0, None), bar("น้ำ", 1.0, None)], 10, 2);
        assert_eq!(rows[0].matches('█').count(), rows[1].matches('█').count());
    }

    #[test]
    fn survives_no_room() {
        for width in 1..12 {
            for height in 1..4 {
                for value in [5.0, -5.0] {
                    let bars = [value, 5.0, 1.0].map(|value| bar("name", value, Some(Tip::Higher)));
                    drawn(bars.to_vec(), width, height);
                }
            }
        }
    }
}
