//! Horizontal bars from zero with eighth-cell ends, and open tips where a value is a bound.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::Fill;
use crate::quantity::Hedge;

/// The open end of a bar whose value is a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tip {
    /// The true value is higher: `▸`.
    Higher,
    /// The true value is lower: `◂`.
    Lower,
}

impl Tip {
    /// The tip of a value that was hedged so; `None` for a value that is not a bound.
    pub const fn of(hedge: Hedge) -> Option<Self> {
        if hedge.is_floor() {
            Some(Self::Higher)
        } else if hedge.is_ceiling() {
            Some(Self::Lower)
        } else {
            None
        }
    }

    /// The sign of the tip of a bar that runs from left to right.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Higher => "▸",
            Self::Lower => "◂",
        }
    }

    /// The sign of the tip of an upright bar.
    pub const fn upright(self) -> &'static str {
        match self {
            Self::Higher => "▴",
            Self::Lower => "▾",
        }
    }
}

/// One bar.
#[derive(Clone, Debug, Default)]
pub struct Bar<'a> {
    /// What is before it.
    pub name: Line<'a>,
    /// Its value, from zero up.
    pub value: f64,
    /// Its number, behind it.
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
#[derive(Clone, Debug)]
pub struct Bars<'a> {
    list: Vec<Bar<'a>>,
    max: f64,
    thickness: u16,
    gap: u16,
    names: Option<u16>,
}

impl<'a> Bars<'a> {
    /// Bars whose scale ends at the largest of them, one row each.
    pub fn new(bars: Vec<Bar<'a>>) -> Self {
        let max = bars.iter().map(|bar| bar.value).fold(0.0, f64::max);
        Self {
            list: bars,
            max,
            thickness: 1,
            gap: 0,
            names: None,
        }
    }

    /// Ends the scale at `max`, so that several charts can share it.
    #[must_use]
    pub const fn max(mut self, max: f64) -> Self {
        self.max = max;
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
        let widest =
            |part: fn(&Bar<'_>) -> usize| self.list.iter().map(part).max().unwrap_or(0) as u16;
        let names = widest(|bar| bar.name.width()).min(self.names.unwrap_or(u16::MAX));
        let numbers = widest(|bar| bar.number.width());
        let asides = widest(|bar| bar.aside.width());
        let tips = u16::from(self.list.iter().any(|bar| bar.tip.is_some()));
        let gap = |part: u16, gap: u16| if part > 0 { part + gap } else { 0 };
        let fixed = gap(names, 2) + gap(numbers, 1) + gap(asides, 2) + tips;
        let cells = area.width.saturating_sub(fixed);

        for (bar, slot) in
            self.list
                .iter()
                .zip(Bars::slots(area, self.list.len(), self.thickness, self.gap))
        {
            let line = Rect {
                y: slot.y + (slot.height.saturating_sub(1)) / 2,
                height: 1,
                ..slot
            };
            let part = |x: u16, width: u16| {
                Rect {
                    x: slot.x + x,
                    width,
                    ..line
                }
                .intersection(line)
            };
            (&bar.name).render(part(0, names), buf);

            let start = gap(names, 2);
            let length = bar.fill.length(bar.value, self.max, cells);
            let body = Rect {
                x: slot.x + start,
                width: cells,
                ..slot
            }
            .intersection(slot);
            render_length(length, bar.fill.solid, body, buf);
            bar.fill.apply(body, buf);
            if let Some(tip) = bar.tip {
                let end = Rect {
                    x: slot.x + start + length.div_ceil(8) as u16,
                    width: 1,
                    ..slot
                };
                for row in end.intersection(slot).rows() {
                    Line::styled(tip.symbol(), bar.fill.solid).render(row, buf);
                }
            }

            // A number at the end of its bar is read with it.
            let tip = u16::from(bar.tip.is_some());
            let behind = start + length.div_ceil(8) as u16 + tip + 1;
            let number = bar.number.width() as u16;
            (&bar.number).render(part(behind, number), buf);
            let aside = behind + number + 2;
            (&bar.aside).render(part(aside, asides), buf);
        }
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
    fn keeps_thai_names_in_their_cells() {
        let rows = drawn(vec![bar("ผู้ใช้", 1.0, None), bar("น้ำ", 1.0, None)], 10, 2);
        assert_eq!(rows[0].matches('█').count(), rows[1].matches('█').count());
    }

    #[test]
    fn survives_no_room() {
        for width in 1..12 {
            for height in 1..4 {
                drawn(vec![bar("name", 5.0, Some(Tip::Higher)); 3], width, height);
            }
        }
    }
}
