//! Columns from zero, drawn by ratatui's bar chart, with a number above and a name below each.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{BarChart, BarGroup, Widget};

use super::labels::{centred, slots};
use super::{Fill, Tip};
use crate::space::Room;

/// One column.
#[derive(Clone, Debug, Default)]
pub struct Column<'a> {
    /// Its value, from zero up.
    pub value: f64,
    /// How it is filled.
    pub fill: Fill,
    /// Its open end.
    pub tip: Option<Tip>,
    /// What is above it.
    pub number: Line<'a>,
    /// What is below it.
    pub name: Line<'a>,
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
/// Where columns are many, a name or number that would run into its neighbour is left out, the
/// last ones being kept first.
#[derive(Clone, Debug)]
pub struct Columns<'a> {
    row: Vec<Column<'a>>,
    max: f64,
    has_tips: bool,
}

impl<'a> Columns<'a> {
    /// Columns whose scale ends at the largest of them.
    pub fn new(columns: Vec<Column<'a>>) -> Self {
        let values = columns.iter().map(|column| column.value);
        let max = values.fold(0.0, f64::max);
        let has_tips = columns.iter().any(|column| column.tip.is_some());
        Self {
            row: columns,
            max,
            has_tips,
        }
    }

    /// Ends the scale at `max`, so that several charts can share it.
    #[must_use]
    pub const fn max(mut self, max: f64) -> Self {
        self.max = max;
        self
    }

    /// Whether a row is kept for open ends even where there are none, so that charts that share a
    /// scale are equally high.
    #[must_use]
    pub const fn tips(mut self, has_tips: bool) -> Self {
        self.has_tips |= has_tips;
        self
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
        let above = 1 + u16::from(self.has_tips);
        if self.row.is_empty() || area.height < above + 2 {
            return;
        }
        let mut room = Room::of(area);
        let names = room.take_bottom(1);
        let chart = room.area();
        // The rows above the tallest column are kept for its number and its open end.
        let tallest = chart.height - above;
        let slots = slots(area.width, self.row.len() as u16);
        let body = |(column, (x, width)): (&Column<'_>, (u16, u16))| {
            let rows = self.length(column, tallest).div_ceil(8) as u16;
            Rect {
                x: area.x + x,
                y: chart.bottom() - rows,
                width,
                height: rows,
            }
        };
        let bodies: Vec<Rect> = self.row.iter().zip(slots).map(body).collect();
        for (column, body) in self.row.iter().zip(&bodies) {
            self.render_column(column, *body, tallest, buf);
        }
        // What a label may not cover, first of all the columns themselves with their open ends.
        let tip = |column: &Column<'_>| u16::from(column.tip.is_some());
        let with_tip = |(column, body): (&Column<'_>, &Rect)| Rect {
            y: body.y - tip(column),
            height: body.height + tip(column),
            ..*body
        };
        let mut taken: Vec<Rect> = self.row.iter().zip(&bodies).map(with_tip).collect();
        for (column, body) in self.row.iter().zip(&bodies).rev() {
            let top = body.y - tip(column);
            let number = centred(&column.number, *body, top - 1, area);
            let name = centred(&column.name, *body, names.y, area);
            for (line, slot) in [(&column.number, number), (&column.name, name)] {
                let around = Rect {
                    x: slot.x.saturating_sub(1),
                    width: slot.width + 2,
                    ..slot
                };
                // Part of a number would be another number.
                let is_whole = line.width() <= usize::from(slot.width);
                if is_whole && !taken.iter().any(|other| other.intersects(around)) {
                    line.render(slot, buf);
                    taken.push(slot);
                }
            }
        }
    }
}

impl Columns<'_> {
    fn length(&self, column: &Column<'_>, tallest: u16) -> u32 {
        column.fill.length(column.value, self.max, tallest)
    }

    fn render_column(&self, column: &Column<'_>, body: Rect, tallest: u16, buf: &mut Buffer) {
        let length = self.length(column, tallest);
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
    fn survives_no_room() {
        for width in 0..20 {
            for height in 0..6 {
                let columns = [1.0, 2.0, 3.0].map(|value| Column {
                    tip: Some(Tip::Higher),
                    ..column(value, "FY")
                });
                drawn(columns.to_vec(), width.max(1), height.max(1));
            }
        }
    }
}
