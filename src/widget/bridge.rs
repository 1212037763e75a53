//! One step from an earlier value to a later one, as columns from zero with the change between them.

use std::cmp::Ordering;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::labels::{Labels, centred, slots};
use super::upright::{Axis, Stretch, gap};
use super::{Column, Fill};

/// What lies between the two values of a bridge; its length is their distance.
#[derive(Clone, Debug, Default)]
pub struct Change<'a> {
    /// How it is filled.
    pub fill: Fill,
    /// What is above it.
    pub number: Line<'a>,
    /// What is below it.
    pub name: Line<'a>,
}

/// Two columns from zero, and between them their difference, which hangs from the level of the one
/// to the level of the other.
///
/// ```text
///   ≈ 5.37      ▼ 12.9%
///  ▒▒▒▒▒▒▒▒▔▔▔▔▀▀▀▀▀▀▀▀      4.681
///  ▒▒▒▒▒▒▒▒            ━━━━▄▄▄▄▄▄▄▄
///  ▒▒▒▒▒▒▒▒                ████████
///  ▒▒▒▒▒▒▒▒                ████████
///   FY2022     ≈ −0.69      FY2023
/// ```
///
/// A label that would touch another or a mark is left out, the later value's being kept first.
#[derive(Clone, Debug)]
pub struct Bridge<'a> {
    before: Column<'a>,
    change: Change<'a>,
    after: Column<'a>,
    range: [f64; 2],
    line: Style,
}

impl<'a> Bridge<'a> {
    /// A bridge whose axis ends at the larger of two values, or at zero.
    pub const fn new(before: Column<'a>, change: Change<'a>, after: Column<'a>) -> Self {
        let bridge = Self {
            range: [0.0; 2],
            line: Style::new(),
            before,
            change,
            after,
        };
        bridge.range(0.0, 0.0)
    }

    /// Lets the axis reach from `lowest` to `highest` at least, so that several charts can share it.
    #[must_use]
    pub const fn range(mut self, lowest: f64, highest: f64) -> Self {
        let [before, after] = [self.before.value, self.after.value];
        self.range = [
            lowest.min(before).min(after).min(0.0),
            highest.max(before).max(after).max(0.0),
        ];
        self
    }

    /// The style of the lines that lead from level to level.
    #[must_use]
    pub const fn line(mut self, line: Style) -> Self {
        self.line = line;
        self
    }

    /// The fewest cells and rows in which nothing is left out.
    pub fn min_size(&self) -> (u16, u16) {
        let (before, change, after) = (&self.before, &self.change, &self.after);
        let lines = [
            [&before.number, &before.name],
            [&change.number, &change.name],
            [&after.number, &after.name],
        ];
        let widest = lines.iter().flatten().map(|line| line.width()).max();
        // A gap is a third of a pitch, and labels may not touch above it.
        let pitch = (widest.unwrap_or(0) as u16).saturating_add(1).max(3);
        let (above, below) = self.margins();
        (3 * pitch, above + self.min_axis() + below)
    }

    /// The rows that labels and open ends take above the axis and below it.
    fn margins(&self) -> (u16, u16) {
        let is_open = |column: &&Column<'_>| column.tip.is_some();
        let mut open = [&self.before, &self.after].into_iter().filter(is_open);
        let is_below = |column: &Column<'_>| column.value < 0.0;
        let above = open.clone().any(|column| !is_below(column));
        (1 + u16::from(above), 1 + u16::from(open.any(is_below)))
    }

    /// The rows that the axis takes at least.
    fn min_axis(&self) -> u16 {
        let has_both = self.range[0] < 0.0 && self.range[1] > 0.0;
        // The larger value ends the axis, and two steps part the other from zero.
        let side = if self.step() > 1 { 3 } else { 2 };
        if has_both { 2 * side } else { side }
    }

    fn step(&self) -> u32 {
        let fills = [self.before.fill, self.change.fill, self.after.fill];
        fills.map(Fill::step).into_iter().max().unwrap_or(1)
    }
}

/// The levels of two values, which differ where the values do.
fn levels(before: f64, after: f64, axis: &Axis, step: u32) -> [i32; 2] {
    let mut levels = [before, after].map(|value| axis.level(value));
    let is_equal = before.partial_cmp(&after).is_none_or(Ordering::is_eq);
    if levels[0] != levels[1] || is_equal {
        return levels;
    }
    // The one that is nearer to zero moves there, or the other one away.
    let sign = levels[0].signum();
    let step = step.cast_signed() * sign;
    let near = usize::from(before.abs() > after.abs());
    if (levels[near] - step).signum() == sign {
        levels[near] -= step;
    } else {
        levels[1 - near] += step;
    }
    levels
}

/// The stretch between two levels: one within a single cell moves to the nearer edge, for there are
/// no blocks for its middle.
fn between(levels: [i32; 2], fill: Fill) -> Stretch {
    let [from, to] = [levels[0].min(levels[1]), levels[0].max(levels[1])];
    let cell = from.div_euclid(8) * 8;
    let [below, over] = [from - cell, cell + 8 - to];
    let shift = if below <= 0 || over <= 0 {
        0
    } else if below <= over {
        -below
    } else {
        over
    };
    Stretch {
        from: from + shift,
        to: to + shift,
        fill,
    }
}

impl Widget for &Bridge<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(*buf.area());
        let (over, under) = self.margins();
        let rows = area.height.saturating_sub(over + under);
        let [lowest, highest] = self.range;
        let step = self.step();
        let axis = Axis::new(lowest, highest, rows, step).filter(|_| rows >= self.min_axis());
        let (Some(axis), [before, change, after]) = (axis, &slots(area.width, 3)[..]) else {
            return;
        };
        let slots = [before, change, after].map(|(x, width)| Rect {
            x: area.x + x,
            y: area.y + over,
            width: *width,
            height: rows,
        });
        let levels = levels(self.before.value, self.after.value, &axis, step);
        let stretches = [
            Stretch::from_zero(levels[0], self.before.fill),
            between(levels, self.change.fill),
            Stretch::from_zero(levels[1], self.after.fill),
        ];
        let mut taken = Vec::new();
        for (index, level) in levels.into_iter().enumerate() {
            let gap = gap(slots[index], slots[index + 1]);
            taken.push(axis.rule(level, gap, self.line, buf));
        }
        let tips = [self.before.tip, None, self.after.tip];
        let bodies = [0, 1, 2].map(|index| {
            let (stretch, slot) = (&stretches[index], slots[index]);
            axis.paint(&[*stretch], slot, buf);
            axis.open(stretch, tips[index], slot, buf)
        });
        taken.extend(bodies);
        let mut labels = Labels::new(area, taken);
        let names = area.bottom() - 1;
        // The last column keeps its labels first, then the first one.
        for (number, name, body) in [
            (&self.after.number, &self.after.name, bodies[2]),
            (&self.before.number, &self.before.name, bodies[0]),
            (&self.change.number, &self.change.name, bodies[1]),
        ] {
            labels.render(number, centred(number, body, body.y - 1, area), buf);
            labels.render(name, centred(name, body, names, area), buf);
        }
        axis.baseline(&slots, &labels, self.line, buf);
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Cell;
    use ratatui::style::Color;

    use super::*;
    use crate::widget::Tip;

    fn column(value: f64, name: &'static str) -> Column<'static> {
        Column {
            value,
            number: format!("{value}").into(),
            name: name.into(),
            ..Column::default()
        }
    }

    fn bridge(before: f64, after: f64) -> Bridge<'static> {
        let change = Change {
            number: format!("{}", after - before).into(),
            name: "Δ".into(),
            ..Change::default()
        };
        Bridge::new(column(before, "A"), change, column(after, "B"))
    }

    fn rows(buf: &Buffer) -> Vec<String> {
        let width = usize::from(buf.area.width.max(1));
        let row = |row: &[Cell]| row.iter().map(Cell::symbol).collect();
        buf.content.chunks(width).map(row).collect()
    }

    fn drawn(bridge: &Bridge<'_>, width: u16, height: u16) -> Vec<String> {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        bridge.render(buf.area, &mut buf);
        rows(&buf)
    }

    #[test]
    fn hangs_a_fall_from_the_earlier_level() {
        assert_eq!(
            drawn(&bridge(4.0, 2.0), 17, 6),
            [
                " 4     -2        ",
                "████▔▔████       ",
                "████  ████   2   ",
                "████      ▔▔████ ",
                "████        ████ ",
                " A     Δ     B   ",
            ]
        );
    }

    #[test]
    fn stands_a_rise_on_the_earlier_level_and_opens_the_end_of_a_bound() {
        let mut rise = bridge(1.5, 3.0);
        rise.after.tip = Some(Tip::Higher);
        assert_eq!(
            drawn(&rise, 17, 6),
            [
                "             3   ",
                "      1.5    ▴   ",
                "1.5   ████▔▔████ ",
                "▄▄▄▄━━▀▀▀▀  ████ ",
                "████        ████ ",
                " A     Δ     B   ",
            ]
        );
    }

    #[test]
    fn passes_through_zero() {
        assert_eq!(
            drawn(&bridge(2.0, -1.0), 17, 8),
            [
                " 2     -3        ",
                "████▔▔████       ",
                "████  ████       ",
                "████  ████       ",
                "████▁▁████▁▁ -1  ",
                "      ████  ████ ",
                "      ████▁▁████ ",
                " A     Δ     B   ",
            ]
        );
    }

    #[test]
    fn draws_no_change_as_none_and_the_smallest_as_something() {
        let heights = |before, after| {
            let bridge = bridge(before, after);
            let axis = Axis::new(0.0, 1e6, 7, 1).expect("there is room");
            levels(bridge.before.value, bridge.after.value, &axis, 1)
        };
        assert_eq!(heights(5e5, 5e5), [28, 28]);
        assert_eq!(heights(5e5, 5e5 - 1.0), [28, 27]);
        assert_eq!(heights(1.0, 2.0), [1, 2]);
        assert_eq!(heights(1e6, 1e6 - 1.0), [56, 55]);
    }

    #[test]
    fn keeps_order_and_shows_the_change_at_every_size() {
        let values = [-9.0, -8.9, -0.01, 0.0, 0.01, 5.0, 5.01, 1000.0];
        for height in 0..40 {
            for is_whole in [false, true] {
                for before in values {
                    for after in values {
                        let mut bridge = bridge(before, after);
                        bridge.change.fill.is_whole = is_whole;
                        let step = bridge.step();
                        let rows = bridge.min_axis() + height;
                        let [lowest, highest] = bridge.range;
                        let axis = Axis::new(lowest, highest, rows, step).expect("there is room");
                        let [from, to] = levels(before, after, &axis, step);
                        assert_eq!(
                            before.partial_cmp(&after),
                            from.partial_cmp(&to),
                            "{before} to {after} in {rows}: {from} to {to}"
                        );
                        let change = between([from, to], bridge.change.fill);
                        assert_eq!(change.to - change.from, (from - to).abs());
                        let slot = Rect::new(0, 0, 1, rows);
                        assert_eq!(axis.body(&change, slot).is_empty(), from == to);
                    }
                }
            }
        }
    }

    #[test]
    fn fills_nothing_but_what_it_says_in_the_size_it_asks_for() {
        let bridge = bridge(40.0, 20.0);
        let (width, height) = bridge.min_size();
        let rows = drawn(&bridge, width, height).join("\n");
        for label in ["40", "-20", "20", "A", "Δ", "B"] {
            assert!(rows.contains(label), "{rows}");
        }
        assert!(drawn(&bridge, width, height - 1).concat().trim().is_empty());
    }

    #[test]
    fn keeps_thai_labels_in_their_cells() {
        let mut bridge = bridge(4.0, 2.0);
        bridge.change.name = "เปลี่ยนน้ำ".into();
        let rows = drawn(&bridge, 24, 6);
        assert_eq!(
            Line::from(rows[5].replace("น้ำ ", "น้ำ")).width(),
            24,
            "{rows:#?}"
        );
        assert!(rows[5].contains("เปลี่ยนน้ำ"));
    }

    #[test]
    fn colours_the_lines_and_the_page_below_the_change() {
        let green = Fill::solid(Style::new().fg(Color::Green));
        let mut bridge = bridge(4.0, 3.0).line(Style::new().fg(Color::Gray));
        bridge.change.fill = green;
        let mut buf = Buffer::empty(Rect::new(0, 0, 17, 4));
        buf.set_style(buf.area, Style::new().bg(Color::Blue));
        bridge.render(buf.area, &mut buf);
        assert_eq!((buf[(4, 1)].symbol(), buf[(4, 1)].fg), ("▔", Color::Gray));
        let half = &buf[(6, 1)];
        assert_eq!(
            (half.symbol(), half.fg, half.bg),
            ("▄", Color::Blue, Color::Green)
        );
    }

    #[test]
    fn survives_no_room() {
        for width in 0..20 {
            for height in 0..8 {
                for (before, after) in [(4.0, 2.0), (-1.0, 3.0), (f64::NAN, f64::INFINITY)] {
                    let mut bridge = bridge(before, after);
                    bridge.before.tip = Some(Tip::Lower);
                    drawn(&bridge, width, height);
                }
            }
        }
    }
}
