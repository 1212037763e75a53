//! Columns from zero, drawn by ratatui's bar chart, with a number above and a name below each.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::{BarChart, BarGroup, Widget};

use super::{Fill, eighths, text};

/// One column.
#[derive(Clone, Debug, Default)]
pub struct Column<'a> {
    /// Its value, from zero up.
    pub value: f64,
    /// How it is filled.
    pub fill: Fill,
    /// What stands above it.
    pub number: Line<'a>,
    /// What stands below it.
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
#[derive(Clone, Debug)]
pub struct Columns<'a> {
    columns: Vec<Column<'a>>,
    max: f64,
}

impl<'a> Columns<'a> {
    /// Columns whose scale ends at the largest of them.
    pub fn new(columns: Vec<Column<'a>>) -> Self {
        let max = columns
            .iter()
            .map(|column| column.value)
            .fold(0.0, f64::max);
        Self { columns, max }
    }

    /// Ends the scale at `max`, so that several charts can share it.
    #[must_use]
    pub const fn max(mut self, max: f64) -> Self {
        self.max = max;
        self
    }
}

/// The most cells a column is wide, and the most that part two columns.
const WIDEST: u16 = 15;
const WIDEST_GAP: u16 = 5;

impl Widget for &Columns<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let count = self.columns.len() as u16;
        if count == 0 || area.height < 3 {
            return;
        }
        let [chart, names] = area.layout(&Layout::vertical([
            Constraint::Fill(1),
            Constraint::Length(1),
        ]));
        // A row above the tallest column is kept for its number.
        let tallest = chart.height - 1;
        let slots: Vec<Rect> = slots(area.width, count)
            .iter()
            .map(|&(x, width)| Rect {
                x: area.x + x,
                width,
                ..chart
            })
            .collect();
        for (column, slot) in self.columns.iter().zip(slots) {
            let length = eighths(column.value, self.max, tallest);
            let rows = length.div_ceil(8) as u16;
            let body = Rect {
                y: slot.y + 1,
                height: tallest,
                ..slot
            };
            BarChart::default()
                .data(BarGroup::new(vec![
                    ratatui::widgets::Bar::new(u64::from(length)).text_value(String::new()),
                ]))
                .bar_style(column.fill.solid)
                .bar_width(slot.width)
                .max(u64::from(tallest) * 8)
                .render(body, buf);
            column.fill.apply(body, buf);

            let margin = (WIDEST_GAP / 2)
                .min(slot.x - area.x)
                .min(area.right() - slot.right());
            let widened = Rect {
                x: slot.x - margin,
                width: slot.width + 2 * margin,
                ..slot
            };
            let number = Rect {
                y: chart.bottom() - rows - 1,
                height: 1,
                ..widened
            };
            let room = usize::from(widened.width);
            // Part of a number would be another number.
            let is_whole = column.number.width() <= room;
            let said = if is_whole {
                column.number.clone()
            } else {
                Line::from("…").style(column.number.style)
            };
            said.centered().render(number, buf);
            let name = text::fit_line(column.name.clone(), room);
            name.centered().render(
                Rect {
                    y: names.y,
                    height: 1,
                    ..widened
                },
                buf,
            );
        }
    }
}

/// Where each of `count` columns starts and how wide it is, centred in `width` cells.
fn slots(width: u16, count: u16) -> Vec<(u16, u16)> {
    let pitch = (width / count).clamp(1, WIDEST + WIDEST_GAP);
    let gap = (pitch / 3).min(WIDEST_GAP);
    let column = pitch - gap;
    let left = width.saturating_sub(pitch * count - gap) / 2;
    (0..count)
        .map(|index| (left + index * pitch, column))
        .filter(|(x, column)| x + column <= width)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(values: &[f64], width: u16, height: u16) -> Vec<String> {
        let columns = values
            .iter()
            .map(|&value| Column {
                value,
                number: format!("{value}").into(),
                name: "FY".into(),
                ..Column::default()
            })
            .collect();
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
            drawn(&[4.0, 2.0], 12, 4),
            [
                "  4         ",
                " ████   2   ",
                " ████  ████ ",
                "  FY    FY  ",
            ]
        );
    }

    #[test]
    fn survives_no_room() {
        for width in 0..20 {
            for height in 0..6 {
                drawn(&[1.0, 2.0, 3.0], width.max(1), height.max(1));
            }
        }
    }
}
