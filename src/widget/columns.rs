//! Columns from zero, drawn by ratatui's bar chart, with a number at the end and a name below each.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{BarChart, BarGroup, Widget};

use super::labels::{Labels, centred, slots};
use super::upright::{Axis, Stretch};
use super::{Fill, Tip};
use crate::space::Room;

/// One column.
#[derive(Clone, Debug, Default)]
pub struct Column<'a> {
    /// Its value.
    pub value: f64,
    /// How it is filled.
    pub fill: Fill,
    /// Its open end.
    pub tip: Option<Tip>,
    /// Its number, at the end of it.
    pub number: Line<'a>,
    /// Its name, below all columns.
    pub name: Line<'a>,
    /// Whether it has no value, so that only its place is marked.
    pub is_missing: bool,
}

/// Columns of one scale from zero; time runs from left to right.
///
/// ```text
///   ≈ 5.37
///  ▒▒▒▒▒▒▒▒    4.681
///  ▒▒▒▒▒▒▒▒  ▇▇▇▇▇▇▇▇
///  ▒▒▒▒▒▒▒▒  ████████
///   FY2022    FY2023
/// ```
///
/// Values below zero hang from a line between the columns, on the same scale; `╌╌` marks the place of
/// a value that is missing.
///
/// Where columns are many, a name or number that would run into its neighbour is left out, the
/// last ones being kept first.
#[derive(Clone, Debug)]
pub struct Columns<'a> {
    row: Vec<Column<'a>>,
    /// The values at which the scale ends, with zero between them.
    range: [f64; 2],
    has_tips: bool,
    baseline: Style,
}

impl<'a> Columns<'a> {
    /// Columns whose scale ends at the largest and the smallest of them, or at zero.
    pub fn new(columns: Vec<Column<'a>>) -> Self {
        let values = || columns.iter().map(|column| column.value);
        let range = [values().fold(0.0, f64::min), values().fold(0.0, f64::max)];
        let has_tips = columns.iter().any(|column| column.tip.is_some());
        Self {
            row: columns,
            range,
            has_tips,
            baseline: Style::new(),
        }
    }

    /// Ends the scale at these values, zero among them, so that several charts can share it.
    #[must_use]
    pub const fn range(mut self, range: [f64; 2]) -> Self {
        self.range = range;
        self
    }

    /// The style of the marks of missing values, and of the line at zero where values are below it.
    #[must_use]
    pub const fn baseline(mut self, style: Style) -> Self {
        self.baseline = style;
        self
    }

    /// Whether a row is kept for open ends even where there are none, so that charts that share a
    /// scale are equally high.
    #[must_use]
    pub const fn tips(mut self, has_tips: bool) -> Self {
        self.has_tips |= has_tips;
        self
    }

    /// The fewest rows that show columns of this range, some of them with open ends if `has_tips`: their
    /// names, and on each side of zero that has any a row of them with their numbers.
    pub fn min_height([lowest, highest]: [f64; 2], has_tips: bool) -> u16 {
        let sides = match (lowest < 0.0, highest > 0.0) {
            (true, true) => 2,
            _ => 1,
        };
        1 + sides * (2 + u16::from(has_tips))
    }

    /// Whether nothing is above zero.
    fn is_below(&self) -> bool {
        self.range[0] < 0.0 && self.range[1] <= 0.0
    }

    /// The rows of a number and an open end.
    const fn label_rows(&self) -> u16 {
        1 + self.has_tips as u16
    }

    /// How many columns have room in `width` cells.
    pub const fn capacity(width: u16) -> usize {
        // A column and a gap of one cell each; the last needs no gap.
        (width as usize).div_ceil(2)
    }
}

impl Widget for &Columns<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(*buf.area());
        if self.row.is_empty() || area.height < Columns::min_height(self.range, self.has_tips) {
            return;
        }
        let mut room = Room::of(area);
        let names = room.take_bottom(1);
        let chart = room.area();
        let slots = slots(area.width, self.row.len() as u16);
        let column = |(x, width)| Rect {
            x: area.x + x,
            width,
            ..chart
        };
        let columns: Vec<Rect> = slots.into_iter().map(column).collect();
        let marks = if self.range[0] < 0.0 {
            self.paint_around_zero(&columns, buf)
        } else {
            self.paint_from_zero(&columns, buf)
        };
        // What a label may not cover, first of all the columns themselves with their open ends.
        let mut labels = Labels::new(area, marks.clone());
        for (column, mark) in self.row.iter().zip(marks).rev() {
            let y = if column.value < 0.0 {
                mark.bottom()
            } else {
                mark.y.saturating_sub(1)
            };
            let number = centred(&column.number, mark, y, area);
            labels.render(&column.number, number, buf);
            let name = centred(&column.name, mark, names.y, area);
            labels.render(&column.name, name, buf);
        }
    }
}

impl Columns<'_> {
    /// Draws columns on the last row, and returns the cells of each with its open end.
    fn paint_from_zero(&self, columns: &[Rect], buf: &mut Buffer) -> Vec<Rect> {
        let mark = |(column, slot): (&Column<'_>, &Rect)| {
            // The rows above the tallest column are kept for its number and its open end.
            let tallest = slot.height - self.label_rows();
            let length = column.fill.length(column.value, self.range[1], tallest);
            let rows = if column.is_missing {
                1
            } else {
                length.div_ceil(8) as u16
            };
            let body = Rect {
                y: slot.bottom() - rows,
                height: rows,
                ..*slot
            };
            if column.is_missing {
                mark_missing(body, self.baseline, buf);
                return body;
            }
            render_column(column, length, body, buf);
            let tip = u16::from(column.tip.is_some());
            Rect {
                y: body.y - tip,
                height: body.height + tip,
                ..body
            }
        };
        self.row.iter().zip(columns).map(mark).collect()
    }

    /// Draws columns on both sides of zero, and returns the cells of each with its open end.
    fn paint_around_zero(&self, columns: &[Rect], buf: &mut Buffer) -> Vec<Rect> {
        let above = if self.is_below() {
            0
        } else {
            self.label_rows()
        };
        let chart = |column: &Rect| Rect {
            y: column.y + above,
            height: column.height - above - self.label_rows(),
            ..*column
        };
        let columns: Vec<Rect> = columns.iter().map(chart).collect();
        let rows = columns.first().map_or(0, |column| column.height);
        let fills = self.row.iter().map(|column| column.fill.step());
        let step = fills.max().unwrap_or(1);
        let Some(axis) = Axis::new(self.range[0], self.range[1], rows, step) else {
            return Vec::new();
        };
        let mark = |(column, slot): (&Column<'_>, &Rect)| {
            if column.is_missing {
                return axis.gap(*slot, self.baseline, buf);
            }
            let level = axis.level(column.value);
            if level == 0 && column.tip.is_none() {
                return axis.rule(level, *slot, self.baseline, buf);
            }
            let stretch = Stretch::from_zero(level, column.fill);
            axis.paint(&[stretch], *slot, buf);
            axis.open(&stretch, column.tip, *slot, buf)
        };
        let marks: Vec<Rect> = self.row.iter().zip(&columns).map(mark).collect();
        if let Some(area) = columns.first().zip(columns.last()) {
            let labels = Labels::new(area.0.union(*area.1), marks.clone());
            axis.baseline(&columns, &labels, self.baseline, buf);
        }
        marks
    }
}

/// Marks the place of a column that has no value.
fn mark_missing(area: Rect, style: Style, buf: &mut Buffer) {
    for position in area.intersection(*buf.area()).positions() {
        buf[position].set_symbol("╌").set_style(style);
    }
}

/// Draws a column of so many eighths of a cell, and its open end.
fn render_column(column: &Column<'_>, length: u32, body: Rect, buf: &mut Buffer) {
    let bar = ratatui::widgets::Bar::new(u64::from(length)).text_value(String::new());
    BarChart::default()
        .data(BarGroup::new(vec![bar]))
        .bar_style(column.fill.solid)
        .bar_width(body.width)
        .max(u64::from(body.height) * 8)
        .render(body, buf);
    column.fill.apply(body, buf);
    if let Some(tip) = column.tip {
        let end = Rect {
            y: body.y - 1,
            height: 1,
            ..body
        };
        let tip = Line::styled(tip.upright(), column.fill.solid);
        tip.centered().render(end, buf);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(value: f64, name: &'static str) -> Column<'static> {
        Column {
            value,
            number: format!("{value}").into(),
            name: name.into(),
            ..Column::default()
        }
    }

    fn drawn(columns: Vec<Column<'_>>, width: u16, height: u16) -> Vec<String> {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        Columns::new(columns).render(buf.area, &mut buf);
        buf.content
            .chunks(usize::from(width))
            .map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect())
            .collect()
    }

    #[test]
    fn draws_from_zero_with_numbers_and_names() {
        assert_eq!(
            drawn(vec![column(4.0, "FY"), column(2.0, "FY")], 12, 4),
            [
                "  4         ",
                " ████   2   ",
                " ████  ████ ",
                "  FY    FY  ",
            ]
        );
    }

    #[test]
    fn opens_the_end_of_a_bound() {
        let more = Column {
            tip: Some(Tip::Higher),
            ..column(4.0, "A")
        };
        let less = Column {
            tip: Some(Tip::Lower),
            ..column(2.0, "B")
        };
        assert_eq!(
            drawn(vec![more, less], 12, 5),
            [
                "  4         ",
                "  ▴     2   ",
                " ████   ▾   ",
                " ████  ████ ",
                "  A     B   ",
            ]
        );
    }

    #[test]
    fn keeps_labels_off_the_open_end_of_a_neighbour() {
        let more = Column {
            tip: Some(Tip::Higher),
            ..column(1000.0, "A")
        };
        let rows = drawn(vec![more, column(1000.0, "B"), column(2000.0, "C")], 9, 8);
        let tip = rows.iter().position(|row| row.contains('▴'));
        let tip = tip.and_then(|row| rows.get(row));
        assert_eq!(tip.map(String::as_str), Some("▴     ██ "), "{rows:#?}");
    }

    #[test]
    fn leaves_out_labels_that_would_run_into_others() {
        let columns = vec![
            column(1000.0, "2019"),
            column(2000.0, "2020"),
            column(1500.0, "2021"),
            column(1000.0, "2022"),
        ];
        assert_eq!(
            drawn(columns, 15, 6),
            [
                "   2000        ",
                "    ███        ",
                "    ███ ███    ",
                "███ ███ ███ ███",
                "███ ███ ███ ███",
                "   2020    2022",
            ]
        );
    }

    #[test]
    fn says_how_many_have_room() {
        assert_eq!(Columns::capacity(0), 0);
        assert_eq!(Columns::capacity(9), 5);
        let columns: Vec<Column<'_>> = (1..=5).map(|value| column(value.into(), "")).collect();
        let rows = drawn(columns, 9, 8);
        assert_eq!(rows[6], "█ █ █ █ █");
    }

    #[test]
    fn hangs_what_is_below_zero_from_a_line() {
        let columns = [3.0, -1.0, 0.0, 2.0].map(|value| column(value, "A"));
        assert_eq!(
            drawn(columns.to_vec(), 19, 8),
            [
                "                   ",
                " 3                 ",
                "████            2  ",
                "████       0   ████",
                "████▁    ▁▁▁▁▁▁████",
                "     ████          ",
                "      -1           ",
                " A    A    A    A  ",
            ]
        );
    }

    #[test]
    fn keeps_the_place_of_a_missing_value() {
        let missing = Column {
            is_missing: true,
            ..column(0.0, "B")
        };
        let of = |last: f64| vec![column(2.0, "A"), missing.clone(), column(last, "C")];
        assert_eq!(
            drawn(of(1.0), 14, 5),
            [
                " 2            ",
                "████       1  ",
                "████  0   ▄▄▄▄",
                "████ ╌╌╌╌ ████",
                " A    B    C  ",
            ]
        );
        let rows = drawn(of(-1.0), 14, 7);
        assert!(rows.iter().any(|row| row.contains("╌╌")), "{rows:#?}");
    }

    #[test]
    fn has_one_scale_on_both_sides_of_zero() {
        for height in 5..40 {
            let rows = drawn(vec![column(4.0, ""), column(-4.0, "")], 12, height);
            let count = |column: usize| {
                let full = |row: &&String| row.chars().nth(column) == Some('█');
                rows.iter().filter(full).count()
            };
            assert!(count(2).abs_diff(count(8)) <= 1, "{rows:#?}");
        }
    }

    #[test]
    fn survives_no_room() {
        for width in 0..20 {
            for height in 0..6 {
                for sign in [1.0, -1.0] {
                    let columns = [1.0, 2.0, 3.0 * sign].map(|value| Column {
                        tip: Some(Tip::Higher),
                        ..column(value, "FY")
                    });
                    drawn(columns.to_vec(), width.max(1), height.max(1));
                }
            }
        }
    }
}
