//! One or several values over many periods, as lines with their names at their ends.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::labels::{Labels, centred, kept, render_in_column};
use super::upright::Axis;

/// How a line is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dash {
    /// Every dot.
    #[default]
    Solid,
    /// Four dots, then none for three.
    Dashed,
    /// Every third dot.
    Dotted,
}

/// The values of one line.
#[derive(Clone, Debug, Default)]
pub struct Series<'a> {
    /// A value for each period, `None` where there is none.
    pub values: Vec<Option<f64>>,
    /// The style of the line; the foreground shows.
    pub style: Style,
    /// How it is drawn, so that lines are told apart without colours.
    pub dash: Dash,
    /// What is at its end.
    pub label: Line<'a>,
}

/// Lines of one scale, from zero or from a marked start.
///
/// ```text
/// 12            ⣀⣀⠤⠤⠒  Gas 12.1
///       ⢀⡠⠤⠒⠒⠉
///    ⣀⠤⠊      ⢀⣀⠤⠒⠉⠁  Wind 6.0
///  0 ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔
///   2014  2019  2024
/// ```
///
/// A line breaks where a period has no value. Where two lines meet in a cell, the dots of both have the
/// colour of the one that is listed first. Names of periods thin out evenly; the first and the last stay.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    series: Vec<Series<'a>>,
    names: Vec<Line<'a>>,
    start: Option<f64>,
    scale: [Line<'a>; 2],
    range: [f64; 2],
    axis: Style,
}

/// Dots of a cell, across and down.
const ACROSS: u16 = 2;
const DOWN: u16 = 4;

/// Eighths of a cell from dot to dot.
const DOT: u32 = 2;

/// The fewest cells of lines.
const MIN_WIDTH: u16 = 4;

impl<'a> Lines<'a> {
    /// Lines over periods of these names, whose axis ends at the largest value.
    pub fn new(series: Vec<Series<'a>>, names: Vec<Line<'a>>) -> Self {
        Self {
            series,
            names,
            start: None,
            scale: [Line::default(), Line::default()],
            range: [0.0; 2],
            axis: Style::new(),
        }
    }

    /// Starts the axis elsewhere than at zero, with gaps in its line; a value below has no dots.
    #[must_use]
    pub const fn start(mut self, start: f64) -> Self {
        self.start = Some(start);
        self
    }

    /// The names of the start of the axis, zero or another, and of its upper end.
    #[must_use]
    pub fn scale(mut self, start: Line<'a>, end: Line<'a>) -> Self {
        self.scale = [start, end];
        self
    }

    /// Lets the axis reach from `lowest` to `highest` at least, such as to a round number.
    #[must_use]
    pub const fn range(mut self, lowest: f64, highest: f64) -> Self {
        self.range = [lowest, highest];
        self
    }

    /// The style of the axis.
    #[must_use]
    pub const fn axis(mut self, axis: Style) -> Self {
        self.axis = axis;
        self
    }

    /// The fewest cells and rows in which every line has its label and two names have room.
    pub fn min_size(&self) -> (u16, u16) {
        let names = [self.names.first(), self.names.last()];
        let [first, last] = names.map(|name| name.map_or(0, Line::width) as u16);
        let [before, behind] = self.margins();
        let rows = (self.series.len() as u16).max(2);
        (before + behind + MIN_WIDTH.max(first + 1 + last), rows + 2)
    }

    /// The cells that the names of the scale and the labels take.
    fn margins(&self) -> [u16; 2] {
        let width = |widest: Option<usize>, gap: u16| match widest.unwrap_or(0) as u16 {
            0 => 0,
            widest => widest.saturating_add(gap),
        };
        let labels = self.series.iter().map(|series| series.label.width());
        [
            width(self.scale.iter().map(Line::width).max(), 1),
            width(labels.max(), 2),
        ]
    }

    /// The lowest and the highest value from the start, and zero.
    fn extremes(&self) -> [f64; 2] {
        let start = self.start.unwrap_or(0.0);
        let values = self
            .series
            .iter()
            .flat_map(|series| series.values.iter().flatten());
        let [mut lowest, mut highest] = self.range.map(|value| value - start);
        for value in values {
            lowest = lowest.min(value - start);
            highest = highest.max(value - start);
        }
        [
            if self.start.is_some() {
                0.0
            } else {
                lowest.min(0.0)
            },
            highest.max(0.0),
        ]
    }
}

/// The dots of an area, and which line each of its cells belongs to.
struct Dots {
    width: u16,
    cells: Vec<(u8, usize)>,
}

impl Dots {
    fn new(width: u16, height: u16) -> Self {
        let cells = vec![(0, 0); usize::from(width) * usize::from(height)];
        Self { width, cells }
    }

    fn set(&mut self, [x, y]: [i32; 2], owner: usize) {
        const BITS: [[u8; 4]; 2] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];
        let [across, down] = [i32::from(ACROSS), i32::from(DOWN)];
        let is_inside = (0..i32::from(self.width) * across).contains(&x) && y >= 0;
        let index = usize::from(self.width) * (y / down) as usize + (x / across) as usize;
        if let Some(cell) = self.cells.get_mut(index).filter(|_| is_inside) {
            cell.0 |= BITS[(x % across) as usize][(y % down) as usize];
            cell.1 = owner;
        }
    }

    /// Draws a line through `points`, broken where there is none; a point without neighbours is three
    /// dots wide.
    fn draw(&mut self, points: &[Option<[i32; 2]>], dash: Dash, owner: usize) {
        let mut drawn = 0;
        for (index, point) in points.iter().enumerate() {
            let Some([x, y]) = *point else { continue };
            let before = index.checked_sub(1).and_then(|index| points[index]);
            let behind = points.get(index + 1).copied().flatten();
            if let Some(before) = before {
                for dot in path(before, [x, y]) {
                    drawn += 1;
                    if dash.has(drawn) {
                        self.set(dot, owner);
                    }
                }
            } else {
                drawn = 0;
                self.set([x, y], owner);
                if behind.is_none() {
                    self.set([x - 1, y], owner);
                    self.set([x + 1, y], owner);
                }
            }
        }
    }
}

impl Dash {
    /// Whether the dot of this number is there; the first one, 0, is.
    const fn has(self, dot: u32) -> bool {
        match self {
            Self::Solid => true,
            Self::Dashed => dot % 7 < 4,
            Self::Dotted => dot.is_multiple_of(3),
        }
    }
}

/// The dots behind `from` on the way to `to`, a dot for each step of the longer side.
fn path(from: [i32; 2], to: [i32; 2]) -> impl Iterator<Item = [i32; 2]> {
    let way = [to[0] - from[0], to[1] - from[1]];
    let steps = way[0].abs().max(way[1].abs());
    (1..=steps).map(move |step| {
        [0, 1].map(|side| from[side] + (2 * way[side] * step + steps).div_euclid(2 * steps))
    })
}

/// The dot across at which a period is.
fn across(index: usize, count: usize, width: u16) -> i32 {
    let dots = usize::from(width) * usize::from(ACROSS);
    let dot = match count.saturating_sub(1) {
        0 => dots / 2,
        last => (2 * index * (dots - 1) + last) / (2 * last),
    };
    (dot as u32).cast_signed()
}

impl Widget for &Lines<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(*buf.area());
        let [before, behind] = self.margins();
        let width = area.width.saturating_sub(before + behind);
        // A row for the axis and one for the names.
        let rows = area.height.saturating_sub(2);
        let [lowest, highest] = self.extremes();
        let count = self
            .series
            .iter()
            .map(|series| series.values.len())
            .max()
            .unwrap_or(0);
        let axis = Axis::new(lowest, highest, rows, DOT);
        let Some(axis) = axis.filter(|_| width >= MIN_WIDTH && count > 0) else {
            return;
        };
        let chart = Rect {
            x: area.x + before,
            width,
            height: rows + 1,
            ..area
        };
        let zero = axis.above();
        let point = |(index, value): (usize, &Option<f64>)| {
            let value = (*value)? - self.start.unwrap_or(0.0);
            let level = axis.level(value) / DOT.cast_signed();
            let y = i32::from(zero * DOWN) - level;
            (value >= lowest).then(|| [across(index, count, width), y])
        };
        let mut dots = Dots::new(width, rows + 1);
        let mut labels = Vec::new();
        // What is listed first is drawn last, and has the cells that it shares.
        for (owner, series) in self.series.iter().enumerate().rev() {
            let points: Vec<_> = series.values.iter().enumerate().map(point).collect();
            dots.draw(&points, series.dash, owner);
            if let Some([_, y]) = points.iter().rev().find_map(|point| *point) {
                let last = series.values.iter().rev().find_map(|value| *value);
                labels.push((area.y + y as u16 / DOWN, last.unwrap_or(0.0), &series.label));
            }
        }
        self.render_dots(&dots, chart, zero, buf);
        let gutter = Rect {
            x: chart.right() + 2,
            width: behind.saturating_sub(2),
            ..chart
        };
        labels.sort_by(|one, other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
        let labels = labels.into_iter().map(|(row, _, label)| (row, label));
        render_in_column(labels.collect(), gutter, buf);
        self.render_names(count, chart, area, buf);
        let width = before.saturating_sub(1);
        for (name, y) in self.scale.iter().zip([area.y + zero, area.y]) {
            // The higher name gives way where both have one row.
            let slot = Rect {
                x: area.x,
                y,
                width,
                height: 1,
            };
            if buf[slot.as_position()].symbol() == " " {
                name.clone().right_aligned().render(slot, buf);
            }
        }
    }
}

impl Lines<'_> {
    fn render_dots(&self, dots: &Dots, chart: Rect, zero: u16, buf: &mut Buffer) {
        for (position, (pattern, owner)) in chart.positions().zip(&dots.cells) {
            let cell = &mut buf[position];
            let [column, row] = [position.x - chart.x, position.y - chart.y];
            if *pattern > 0 {
                let symbol = char::from_u32(0x2800 + u32::from(*pattern)).unwrap_or(' ');
                cell.set_char(symbol).set_style(self.series[*owner].style);
            } else if row == zero && (self.start.is_none() || column % 2 == 0) {
                cell.set_symbol("▔").set_style(self.axis);
            }
        }
    }

    fn render_names(&self, count: usize, chart: Rect, area: Rect, buf: &mut Buffer) {
        let middle = |index| chart.x + across(index, count, chart.width) as u16 / ACROSS;
        let middles: Vec<u16> = (0..count.min(self.names.len())).map(middle).collect();
        let widest = self.names.iter().map(Line::width).max().unwrap_or(0) as u16;
        let mut labels = Labels::new(area, Vec::new());
        for index in kept(&middles, widest, area) {
            let period = Rect {
                x: middles[index],
                width: 1,
                ..area
            };
            let name = &self.names[index];
            labels.render(name, centred(name, period, area.bottom() - 1, area), buf);
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Cell;
    use ratatui::style::Color;

    use super::*;

    fn series(values: &[Option<f64>], label: &'static str) -> Series<'static> {
        Series {
            values: values.to_vec(),
            label: label.into(),
            ..Series::default()
        }
    }

    fn full(values: &[f64], label: &'static str) -> Series<'static> {
        let values: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
        series(&values, label)
    }

    fn lines(series: Vec<Series<'static>>) -> Lines<'static> {
        let count = series
            .iter()
            .map(|series| series.values.len())
            .max()
            .unwrap_or(0);
        let names = (0..count).map(|index| Line::from(format!("{}", 2000 + index)));
        Lines::new(series, names.collect())
    }

    fn drawn(lines: &Lines<'_>, width: u16, height: u16) -> Vec<String> {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        lines.render(buf.area, &mut buf);
        let row = |row: &[Cell]| row.iter().map(Cell::symbol).collect();
        buf.content
            .chunks(usize::from(width.max(1)))
            .map(row)
            .collect()
    }

    #[test]
    fn draws_a_line_from_zero_with_its_name_at_its_end() {
        let lines = lines(vec![full(&[0.0, 1.0, 4.0, 4.0], "up")]);
        let lines = lines.scale("0".into(), "4".into());
        assert_eq!(
            drawn(&lines, 20, 6),
            [
                "4         ⡰⠉⠉⠉⠉⠉  up",
                "        ⢀⠎          ",
                "       ⡰⠁           ",
                "   ⣀⠤⠒⠉             ",
                "0 ⠉▔▔▔▔▔▔▔▔▔▔▔▔▔    ",
                "2000         2003   ",
            ]
        );
    }

    #[test]
    fn breaks_where_a_period_has_no_value() {
        let values = [
            Some(1.0),
            Some(1.0),
            None,
            Some(1.0),
            None,
            Some(1.0),
            Some(1.0),
        ];
        let rows = drawn(&lines(vec![series(&values, "")]), 14, 4);
        assert_eq!(rows[0], "⠉⠉⠉   ⠈⠉   ⠈⠉⠉");
    }

    #[test]
    fn starts_elsewhere_with_a_broken_axis() {
        let lines = lines(vec![full(&[1.2, 0.9, 1.4], "")]).start(1.0);
        let rows = drawn(&lines.scale("1.0".into(), "1.4".into()), 12, 4);
        assert!(rows[2].starts_with("1.0 ▔ ▔ ▔ ▔"), "{rows:#?}");
        // What is below the start has no dots, and its neighbours no line to it.
        let dots: String = rows
            .concat()
            .chars()
            .filter(|dot| ('⠁'..='⣿').contains(dot))
            .collect();
        assert_eq!(dots, "⠉⠉", "{rows:#?}");
    }

    #[test]
    fn runs_through_zero() {
        let rows = drawn(&lines(vec![full(&[2.0, -2.0], "")]), 8, 6);
        assert_eq!(
            rows[..5],
            ["⠑⢄      ", "  ⠑⢄    ", "▔▔▔▔⠣⡀▔▔", "     ⠈⠢⡀", "       ⠈"].map(str::to_owned)
        );
    }

    #[test]
    fn shows_the_dots_of_both_where_lines_meet() {
        let [red, green] = [Color::Red, Color::Green].map(|colour| Style::new().fg(colour));
        let mut one = full(&[1.0, 1.0], "one");
        one.style = red;
        let mut other = full(&[2.0, 2.0], "other");
        other.style = green;
        let lines = lines(vec![one, other]).range(0.0, 4.0);
        let mut buf = Buffer::empty(Rect::new(0, 0, 12, 3));
        lines.render(buf.area, &mut buf);
        assert_eq!((buf[(0, 0)].symbol(), buf[(0, 0)].fg), ("⣤", Color::Red));
    }

    #[test]
    fn tells_lines_apart_without_colours() {
        let dashed = |dash| Series {
            dash,
            ..full(&[1.0, 1.0], "")
        };
        let row = |dash| drawn(&lines(vec![dashed(dash)]), 8, 3).swap_remove(0);
        let rows = [Dash::Solid, Dash::Dashed, Dash::Dotted].map(row);
        assert_eq!(rows, ["⠉⠉⠉⠉⠉⠉⠉⠉", "⠉⠉ ⠈⠉⠁ ⠉", "⠁⠈ ⠁⠈ ⠁⠈"]);
    }

    #[test]
    fn keeps_names_of_lines_apart_in_their_order() {
        let near = ["a", "b", "c", "d"]
            .into_iter()
            .zip([1.0, 1.001, 1.002, 9.0]);
        let lines = lines(
            near.map(|(name, value)| full(&[0.0, value], name))
                .collect(),
        );
        let (width, height) = lines.min_size();
        for height in height..height + 20 {
            let rows = drawn(&lines, width + 9, height);
            let letters: String = rows.iter().filter_map(|row| row.chars().last()).collect();
            assert_eq!(letters.replace(' ', ""), "dcba", "{rows:#?}");
        }
    }

    #[test]
    fn draws_something_above_zero_and_the_end_only_for_the_largest() {
        for rows in 1..40 {
            let height = rows + 2;
            let values = [1e-9, 0.0, 50.0, 99.999, 100.0, 1e-9];
            let lines = lines(vec![full(&values, "")]);
            let axis = Axis::new(0.0, 100.0, rows, DOT).expect("there is room");
            let level = values.map(|value| axis.level(value) / 2);
            assert!(
                level[0] > 0 && level[1] == 0 && level[5] == level[0],
                "{level:?}"
            );
            assert!(level[2] <= level[3] && level[3] < level[4], "{level:?}");
            assert_eq!(level[4], i32::from(rows) * 4);
            let drawn = drawn(&lines, 60, height);
            assert!(
                drawn[0].chars().any(|dot| ('⠁'..='⣿').contains(&dot)),
                "{drawn:#?}"
            );
        }
    }

    #[test]
    fn keeps_the_first_and_the_last_name_of_thirty() {
        let lines = lines(vec![full(&[1.0; 30], "")]);
        for width in 9..140 {
            let row = drawn(&lines, width, 4).swap_remove(3);
            let names: Vec<&str> = row.split_whitespace().collect();
            assert_eq!(
                (names[0], names[names.len() - 1]),
                ("2000", "2029"),
                "{width}"
            );
        }
    }

    #[test]
    fn costs_what_is_visible() {
        let values: Vec<f64> = (0..10_000).map(f64::from).collect();
        let rows = drawn(&lines(vec![full(&values, "up"); 3]), 40, 10);
        assert!(rows[0].trim_end().ends_with("up"), "{rows:#?}");
    }

    #[test]
    fn keeps_thai_names_in_their_cells() {
        let mut lines = lines(vec![full(&[1.0, 2.0], "น้ำมัน")]);
        lines.names = vec!["ปี 2565".into(), "ปี 2566".into()];
        let rows = drawn(&lines, 40, 5);
        assert!(
            rows[4].contains("ปี 2565") && rows[4].contains("ปี 2566"),
            "{rows:#?}"
        );
        assert!(rows.concat().contains("น้ำ มัน"), "{rows:#?}");
    }

    #[test]
    fn survives_no_room() {
        let values = [Some(f64::NAN), None, Some(f64::INFINITY), Some(-1.0)];
        for width in 0..16 {
            for height in 0..6 {
                let lines = lines(vec![
                    series(&values, "a"),
                    full(&[1.0], "b"),
                    series(&[], "c"),
                ]);
                drawn(
                    &lines.clone().scale("start".into(), "end".into()),
                    width,
                    height,
                );
                drawn(&lines.start(0.5), width, height);
            }
        }
    }
}
