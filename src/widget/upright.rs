//! An upright axis with zero between two rows, and the stretches that are painted along it.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::eighths::steps;
use super::labels::Labels;
use super::{Fill, Tip};

/// Eighths of a cell.
const CELL: i32 = 8;

/// One to seven eighths of a cell, from below.
const PARTS: [&str; 7] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇"];

/// An upright axis. Levels on it are eighths of a cell above zero, negative ones below.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Axis {
    /// The rows above zero, and those below.
    sides: [u16; 2],
    /// The value at which each side ends, both counted from zero.
    ends: [f64; 2],
    /// The smallest difference between two levels.
    step: u32,
}

/// A stretch of a column between two levels, the lower one first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    pub(super) from: i32,
    pub(super) to: i32,
    pub(super) fill: Fill,
}

impl Stretch {
    /// The stretch from zero to a level.
    pub(super) fn from_zero(level: i32, fill: Fill) -> Self {
        Self {
            from: level.min(0),
            to: level.max(0),
            fill,
        }
    }
}

/// What lies between two columns of one height.
pub(super) const fn gap(left: Rect, right: Rect) -> Rect {
    Rect {
        x: left.right(),
        width: right.x - left.right(),
        ..left
    }
}

impl Axis {
    /// An axis over `rows` from the lowest to the highest value, zero among them, whose levels are
    /// whole steps of so many eighths; `None` where a side has no row.
    pub(super) fn new(lowest: f64, highest: f64, rows: u16, step: u32) -> Option<Self> {
        let depth = (-lowest).max(0.0);
        let height = highest.max(0.0);
        let down = rows_below(depth, height, rows)?;
        let up = rows - down;
        Some(Self {
            sides: [up, down],
            ends: [end(height, up, depth, down), end(depth, down, height, up)],
            step,
        })
    }

    /// The level of a value: zero only for zero, and the end of the axis only for what reaches it.
    pub(super) fn level(&self, value: f64) -> i32 {
        let side = usize::from(value < 0.0);
        let full = u32::from(self.sides[side]) * CELL.cast_unsigned() / self.step;
        let level = (steps(value.abs(), self.ends[side], full) * self.step).cast_signed();
        if side == 0 { level } else { -level }
    }

    /// The rows above zero.
    pub(super) const fn above(&self) -> u16 {
        self.sides[0]
    }

    /// The row, counted from the top, whose lower edge is zero; -1 where nothing is above zero.
    const fn zero(&self) -> i32 {
        self.sides[0] as i32 - 1
    }

    /// The cells that a stretch touches in a column as high as the axis; none for an empty one, in
    /// the row below its level.
    pub(super) fn body(&self, stretch: &Stretch, column: Rect) -> Rect {
        let row = |level: i32| self.zero() - level.div_euclid(CELL);
        let (first, last) = (row(stretch.to - 1), row(stretch.from));
        let rows = i32::from(column.height);
        let [first, end] = [first, last + 1].map(|row| row.clamp(0, rows) as u16);
        Rect {
            y: column.y + first,
            height: end - first.min(end),
            ..column
        }
    }

    /// Draws a level across `area`, which is as high as the axis, and returns its cells.
    pub(super) fn rule(&self, level: i32, area: Rect, style: Style, buf: &mut Buffer) -> Rect {
        let (line, symbol) = self.line(level, area);
        for position in line.intersection(*buf.area()).positions() {
            buf[position].set_symbol(symbol).set_style(style);
        }
        line
    }

    /// The cells in which a level runs across `area`, and its sign there: a line along the nearest of
    /// the edges and the middle of a row.
    fn line(&self, level: i32, area: Rect) -> (Rect, &'static str) {
        // Zero is the lower edge of a row, unless nothing is above it.
        let is_top = level > 0 || level == 0 && self.sides[0] == 0;
        let inside = (level - i32::from(is_top)).div_euclid(CELL);
        let last = i32::from(area.height.saturating_sub(1));
        let line = Rect {
            y: area.y + (self.zero() - inside).clamp(0, last) as u16,
            height: area.height.min(1),
            ..area
        };
        let symbol = match level - inside * CELL {
            ..2 => "▁",
            2..7 => "━",
            _ => "▔",
        };
        (line, symbol)
    }

    /// Draws zero between columns, as far as nothing else is there, where not all of them are on the
    /// last row.
    pub(super) fn baseline(
        &self,
        columns: &[Rect],
        labels: &Labels,
        style: Style,
        buf: &mut Buffer,
    ) {
        if self.sides[1] == 0 {
            return;
        }
        for two in columns.windows(2) {
            for cell in gap(two[0], two[1]).columns() {
                if labels.is_free(self.line(0, cell).0) {
                    self.rule(0, cell, style, buf);
                }
            }
        }
    }

    /// Marks a column without a value in the row at zero, and returns its cells.
    pub(super) fn gap(&self, column: Rect, style: Style, buf: &mut Buffer) -> Rect {
        let (row, _) = self.line(0, column);
        for position in row.intersection(*buf.area()).positions() {
            buf[position].set_symbol("╌").set_style(style);
        }
        row
    }

    /// Draws a stretch as an open column, to the nearest row.
    pub(super) fn outline(&self, stretch: &Stretch, column: Rect, buf: &mut Buffer) {
        let body = self.body(stretch, column);
        let end = if stretch.from < 0 {
            body.bottom().saturating_sub(1)
        } else {
            body.y
        };
        let [left, right] = [body.x, body.right().saturating_sub(1)];
        for position in body.intersection(*buf.area()).positions() {
            let symbol = match (position.y == end, position.x) {
                (true, x) if left == right && x == left => "─",
                (true, x) if x == left => {
                    if stretch.from < 0 {
                        "└"
                    } else {
                        "┌"
                    }
                }
                (true, x) if x == right => {
                    if stretch.from < 0 {
                        "┘"
                    } else {
                        "┐"
                    }
                }
                (true, _) => "─",
                (false, x) if x == left || x == right => "│",
                _ => continue,
            };
            buf[position]
                .set_symbol(symbol)
                .set_style(stretch.fill.solid);
        }
    }

    /// Draws the open end of a stretch, if it has one, in the row behind the end that is not at zero, and
    /// returns the cells of both.
    pub(super) fn open(
        &self,
        stretch: &Stretch,
        tip: Option<Tip>,
        column: Rect,
        buf: &mut Buffer,
    ) -> Rect {
        let body = self.body(stretch, column);
        let Some(tip) = tip else { return body };
        let is_below = stretch.from < 0;
        let row = Rect {
            y: if is_below { body.bottom() } else { body.y - 1 },
            height: 1,
            ..body
        };
        let sign = Line::styled(tip.upright(), stretch.fill.solid);
        sign.centered().render(row, buf);
        body.union(row)
    }

    /// Paints stretches, from the lowest up, along a column that is as high as the axis.
    ///
    /// No cell holds the ends of two: what is neither at the top nor at the bottom of its cell is not
    /// painted.
    pub(super) fn paint(&self, stretches: &[Stretch], column: Rect, buf: &mut Buffer) {
        let rows = column.rows().zip(0..);
        for (row, index) in rows {
            let low = (self.zero() - index) * CELL;
            let at = |level: i32| {
                let mut stretches = stretches.iter();
                stretches.find(|stretch| stretch.from <= level && level < stretch.to)
            };
            let (below, above) = (at(low), at(low + CELL - 1));
            for position in row.intersection(*buf.area()).positions() {
                render_cell(low, below, above, &mut buf[position]);
            }
        }
    }
}

fn render_cell(low: i32, below: Option<&Stretch>, above: Option<&Stretch>, cell: &mut Cell) {
    match (below, above) {
        (None, None) => {}
        (Some(below), Some(above)) if below == above => below.fill.paint(cell),
        (Some(below), above) => {
            let part = below.to - low;
            cell.set_symbol(PARTS[(part.clamp(1, CELL - 1) - 1) as usize])
                .set_style(below.fill.solid);
            if let Some(colour) = above.and_then(|above| above.fill.colour()) {
                cell.set_bg(colour);
            }
        }
        (None, Some(above)) => hang(above.fill, (above.from - low).clamp(1, CELL - 1), cell),
    }
}

/// Fills a cell but for the lowest `blank` eighths.
///
/// There are blocks for what is in a cell and few for what hangs in it, so the blank part is drawn
/// in the colour of the page. Without colours, a half or an eighth comes nearest.
fn hang(fill: Fill, blank: i32, cell: &mut Cell) {
    let page = cell.bg;
    let block = PARTS[(blank - 1) as usize];
    match fill.colour() {
        Some(colour) => {
            cell.set_symbol(block).set_style(fill.solid);
            if page == Color::Reset {
                cell.modifier.insert(Modifier::REVERSED);
            } else {
                cell.set_fg(page).set_bg(colour);
            }
        }
        None if blank < 3 => fill.paint(cell),
        None => {
            let block = if blank < 6 { "▀" } else { "▔" };
            cell.set_symbol(block).set_style(fill.solid);
        }
    }
}

/// How many of `rows` lie below zero, so that the lowest value has a row; `None` where a side has no row.
fn rows_below(depth: f64, height: f64, rows: u16) -> Option<u16> {
    if depth > 0.0 && height > 0.0 {
        let last = rows.checked_sub(1).filter(|last| *last > 0)?;
        let exact = (depth / (depth + height) * f64::from(rows)) as u16;
        let unit = |down: u16| (depth / f64::from(down)).max(height / f64::from(rows - down));
        let [one, other] = [exact, exact.saturating_add(1)].map(|down| down.clamp(1, last));
        Some(if unit(one) <= unit(other) { one } else { other })
    } else {
        let down = if depth > 0.0 { rows } else { 0 };
        (rows > 0).then_some(down)
    }
}

/// Where a side of so many rows ends whose lowest end is `value`, on one scale with the other side.
fn end(value: f64, rows: u16, other: f64, other_rows: u16) -> f64 {
    let [rows, other_rows] = [rows, other_rows].map(f64::from);
    // The side that decides ends at its value itself, not at the result of a division.
    if value * other_rows >= other * rows {
        value
    } else {
        other / other_rows * rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn puts_zero_where_both_sides_have_one_scale() {
        let axis = Axis::new(-2.0, 6.0, 8, 1).expect("there is room");
        assert_eq!((axis.sides, axis.ends), ([6, 2], [6.0, 2.0]));
        let axis = Axis::new(-1.0, 100.0, 5, 1).expect("there is room");
        assert_eq!((axis.sides, axis.ends), ([4, 1], [100.0, 25.0]));
        assert_eq!((axis.level(100.0), axis.level(-1.0)), (32, -1));
        assert_eq!(Axis::new(-1.0, 1.0, 1, 1), None);
        assert_eq!(Axis::new(0.0, 1.0, 0, 1), None);
    }

    #[test]
    fn keeps_zero_signs_ends_and_order_at_every_size() {
        let values = [-7e9, -40.0, -0.001, 0.0, 1e-9, 3.0, 3.1, 99.9, 100.0];
        for (lowest, highest) in [(-7e9, 100.0), (-40.0, 100.0), (0.0, 100.0), (-40.0, 0.0)] {
            for rows in 2..70 {
                for step in [1, 8] {
                    let axis = Axis::new(lowest, highest, rows, step).expect("there is room");
                    let [top, bottom] = axis.sides.map(|rows| i32::from(rows) * CELL);
                    assert_eq!(top + bottom, i32::from(rows) * CELL);
                    let is_on = |value: &f64| (lowest..=highest).contains(value);
                    let on: Vec<f64> = values.into_iter().filter(is_on).collect();
                    for two in on.windows(2) {
                        assert!(axis.level(two[0]) <= axis.level(two[1]), "{two:?}");
                    }
                    for value in on {
                        let level = axis.level(value);
                        assert_eq!(
                            level.signum(),
                            value.partial_cmp(&0.0).map_or(0, |order| order as i32)
                        );
                        // Of a side of a single step, anything is all.
                        let is_end = level == top || level == -bottom;
                        let is_extreme = [lowest, highest].contains(&value);
                        assert!(
                            !is_end || is_extreme || level.unsigned_abs() == step,
                            "{value}"
                        );
                        assert_eq!(level % step.cast_signed(), 0);
                    }
                }
            }
        }
    }

    #[test]
    fn says_which_rows_a_stretch_and_a_line_take() {
        let axis = Axis::new(-2.0, 6.0, 4, 1).expect("there is room");
        let column = Rect::new(3, 10, 2, 4);
        let body = |from, to| {
            let fill = Fill::default();
            let body = axis.body(&Stretch { from, to, fill }, column);
            (body.y - 10, body.height)
        };
        assert_eq!(body(0, 24), (0, 3));
        assert_eq!(body(0, 17), (0, 3));
        assert_eq!(body(0, 16), (1, 2));
        assert_eq!(body(-8, 0), (3, 1));
        assert_eq!(body(-3, 9), (1, 3));
        assert_eq!(body(0, 0), (3, 0));
        let rule = |level| {
            let (line, symbol) = axis.line(level, column);
            (line.y - 10, symbol)
        };
        let lines = [24, 17, 16, 12, 1, 0, -1, -4, -8].map(rule);
        let expected = [
            (0, "▔"),
            (0, "▁"),
            (1, "▔"),
            (1, "━"),
            (2, "▁"),
            (2, "▁"),
            (3, "▔"),
            (3, "━"),
            (3, "▁"),
        ];
        assert_eq!(lines, expected);
    }

    fn painted(stretches: &[(i32, i32)], fill: Fill, page: Color) -> Buffer {
        let axis = Axis::new(-1.0, 2.0, 3, 1).expect("there is room");
        let mut buf = Buffer::empty(Rect::new(0, 0, 1, 3));
        buf.set_style(buf.area, Style::new().bg(page));
        let stretch = |&(from, to): &(i32, i32)| Stretch { from, to, fill };
        let stretches: Vec<Stretch> = stretches.iter().map(stretch).collect();
        axis.paint(&stretches, buf.area, &mut buf);
        buf
    }

    fn symbols(buf: &Buffer) -> String {
        buf.content.iter().map(Cell::symbol).collect()
    }

    #[test]
    fn stands_on_zero_and_hangs_from_it() {
        let green = Fill::solid(Style::new().fg(Color::Green));
        let above = painted(&[(0, 11)], green, Color::Blue);
        assert_eq!(symbols(&above), "▃█ ");
        let below = painted(&[(-3, 0)], green, Color::Blue);
        assert_eq!(symbols(&below), "  ▅");
        assert_eq!(
            (below[(0, 2)].fg, below[(0, 2)].bg),
            (Color::Blue, Color::Green)
        );
        let reset = painted(&[(-3, 0)], green, Color::Reset);
        assert_eq!(
            (reset[(0, 2)].fg, reset[(0, 2)].bg),
            (Color::Green, Color::Reset)
        );
        assert!(reset[(0, 2)].modifier.contains(Modifier::REVERSED));
    }

    #[test]
    fn hangs_to_the_nearest_half_without_colours() {
        let hung = |depth: i32| symbols(&painted(&[(-depth, 0)], Fill::default(), Color::Reset));
        assert_eq!(
            [1, 2, 3, 5, 6, 8].map(hung),
            ["  ▔", "  ▔", "  ▀", "  ▀", "  █", "  █"]
        );
    }

    #[test]
    fn shares_a_cell_between_two() {
        let [one, other] =
            [Color::Red, Color::Green].map(|colour| Fill::solid(Style::new().fg(colour)));
        let axis = Axis::new(0.0, 1.0, 2, 1).expect("there is room");
        let mut buf = Buffer::empty(Rect::new(0, 0, 1, 2));
        let stretches = [
            Stretch {
                from: 0,
                to: 5,
                fill: one,
            },
            Stretch {
                from: 5,
                to: 12,
                fill: other,
            },
        ];
        axis.paint(&stretches, buf.area, &mut buf);
        assert_eq!(symbols(&buf), "▄▅");
        assert_eq!((buf[(0, 1)].fg, buf[(0, 1)].bg), (Color::Red, Color::Green));
        assert_eq!(
            (buf[(0, 0)].fg, buf[(0, 0)].bg),
            (Color::Green, Color::Reset)
        );
    }
}
