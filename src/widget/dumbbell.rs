//! Two values of one figure on an axis that starts elsewhere than zero.

use std::cmp::Ordering;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::Tip;
use super::eighths::steps;
use super::labels::{Labels, centred};

/// One of the two values of a dumbbell.
#[derive(Clone, Debug, Default)]
pub struct End<'a> {
    /// Its value.
    pub value: f64,
    /// The style of its mark.
    pub style: Style,
    /// Its open end.
    pub tip: Option<Tip>,
    /// What is above its mark.
    pub number: Line<'a>,
    /// What is below its mark.
    pub name: Line<'a>,
}

/// An earlier value, open, and the latest, filled, on an axis whose start is marked and named; an
/// arrow leads from the one to the other.
///
/// ```text
///                      1.215   ≈ 1.247
/// 1.0 ├──────────────────●◄━━━━━━━○
///                     FY2023   FY2022
/// ```
///
/// Only the distances between marks mean something, for the axis does not start at zero. A value
/// below the start has no mark.
#[derive(Clone, Debug)]
pub struct Dumbbell<'a> {
    earlier: End<'a>,
    latest: End<'a>,
    start: f64,
    name: Line<'a>,
    max: f64,
    axis: Style,
    arrow: Style,
}

/// The fewest cells of an axis that tells two values from its start and from each other, an arrow
/// between them.
const MIN_WIDTH: u16 = 6;

impl<'a> Dumbbell<'a> {
    /// A dumbbell on an axis that starts at `start`, by the name of `name`, and ends at the larger value.
    pub const fn new(earlier: End<'a>, latest: End<'a>, start: f64, name: Line<'a>) -> Self {
        Self {
            max: earlier.value.max(latest.value),
            earlier,
            latest,
            start,
            name,
            axis: Style::new(),
            arrow: Style::new(),
        }
    }

    /// Ends the axis at `max` at least, so that several can share it.
    #[must_use]
    pub const fn max(mut self, max: f64) -> Self {
        self.max = self.max.max(max);
        self
    }

    /// The style of the axis.
    #[must_use]
    pub const fn axis(mut self, axis: Style) -> Self {
        self.axis = axis;
        self
    }

    /// The style of the arrow from the earlier value to the latest.
    #[must_use]
    pub const fn arrow(mut self, arrow: Style) -> Self {
        self.arrow = arrow;
        self
    }

    /// The fewest cells and rows in which nothing is left out; with two rows names are.
    pub fn min_size(&self) -> (u16, u16) {
        let labels =
            [&self.earlier, &self.latest].map(|end| end.number.width().max(end.name.width()));
        let labels = labels[0] + labels[1] + 3;
        let axis = labels.max(usize::from(MIN_WIDTH)) as u16;
        (axis.saturating_add(self.name_width()), 3)
    }

    /// The cells that the name of the start takes before the axis.
    fn name_width(&self) -> u16 {
        match self.name.width() as u16 {
            0 => 0,
            width => width.saturating_add(1),
        }
    }

    /// Where the two values are in so many cells, of which the first is the start.
    ///
    /// Only the start is at the start, only the end at the end, and different values are apart.
    fn cells(&self, cells: u16) -> [Option<u16>; 2] {
        let last = u32::from(cells.saturating_sub(1));
        let values = [self.earlier.value, self.latest.value];
        let mut ends = values.map(|value| {
            let is_on = value >= self.start;
            is_on.then(|| steps(value - self.start, self.max - self.start, last) as u16)
        });
        if let [Some(one), Some(other)] = ends
            && one == other
            && let Some(order @ (Ordering::Less | Ordering::Greater)) =
                values[0].partial_cmp(&values[1])
        {
            // The larger one goes up where it may, or else the smaller one down.
            let larger = usize::from(order == Ordering::Less);
            if one + 1 < last as u16 {
                ends[larger] = Some(one + 1);
            } else {
                ends[1 - larger] = Some(one.saturating_sub(1));
            }
        }
        ends
    }
}

impl Widget for &Dumbbell<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(*buf.area());
        let before = self.name_width();
        let width = area.width.saturating_sub(before);
        if width < MIN_WIDTH || area.height < 2 {
            return;
        }
        let row = |x: u16, y: u16, width: u16| Rect {
            x,
            y,
            width,
            height: 1,
        };
        let y = area.y + 1;
        (&self.name).render(row(area.x, y, before.saturating_sub(1)), buf);
        let axis = row(area.x + before, y, width);
        for (position, index) in axis.positions().zip(0..) {
            let symbol = if index == 0 { "├" } else { "─" };
            buf[position].set_symbol(symbol).set_style(self.axis);
        }
        let spots = self
            .cells(width)
            .map(|slot| Some(row(axis.x + slot?, y, 1)));
        self.render_marks(spots, buf);
        self.render_labels(spots, area, buf);
    }
}

impl Dumbbell<'_> {
    /// Draws both marks and the arrow between them.
    fn render_marks(&self, [earlier, latest]: [Option<Rect>; 2], buf: &mut Buffer) {
        if let (Some(from), Some(to)) = (earlier, latest) {
            let is_up = from.x < to.x;
            for x in from.x.min(to.x) + 1..from.x.max(to.x) {
                let is_head = if is_up { x + 1 == to.x } else { x == to.x + 1 };
                let symbol = match (is_head, is_up) {
                    (false, _) => "━",
                    (true, true) => "►",
                    (true, false) => "◄",
                };
                buf[(x, to.y)].set_symbol(symbol).set_style(self.arrow);
            }
        }
        let marks = [
            (&self.earlier, earlier, ["○", "▷", "◁"]),
            (&self.latest, latest, ["●", "▶", "◀"]),
        ];
        for (end, spot, [value, floor, ceiling]) in marks {
            let Some(spot) = spot else { continue };
            let symbol = match end.tip {
                None if earlier == latest => "◉",
                None => value,
                Some(Tip::Higher) => floor,
                Some(Tip::Lower) => ceiling,
            };
            buf[spot.as_position()]
                .set_symbol(symbol)
                .set_style(end.style);
        }
    }

    /// Draws the numbers above and the names below the marks, the latest ones first.
    fn render_labels(&self, spots: [Option<Rect>; 2], area: Rect, buf: &mut Buffer) {
        let mut labels = Labels::new(area, Vec::new());
        let numbers = [&self.earlier.number, &self.latest.number];
        let names = [&self.earlier.name, &self.latest.name];
        for (lines, y) in [(numbers, area.y), (names, area.y + 2)] {
            let area_of = |index: usize| Some(centred(lines[index], spots[index]?, y, area));
            let mut areas = [0, 1].map(area_of);
            if let [Some(earlier), Some(latest)] = areas {
                let is_up = earlier.x + earlier.width / 2 <= latest.x + latest.width / 2;
                areas = if is_up {
                    apart(earlier, latest, area)
                } else {
                    let [latest, earlier] = apart(latest, earlier, area);
                    [earlier, latest]
                }
                .map(Some);
            }
            for index in [1, 0] {
                if let Some(slot) = areas[index] {
                    labels.render(lines[index], slot, buf);
                }
            }
        }
    }
}

/// Moves two labels of a row as far apart as a blank cell between them needs and `area` lets them.
fn apart(mut left: Rect, mut right: Rect, area: Rect) -> [Rect; 2] {
    let needed = (left.right() + 1).saturating_sub(right.x);
    let room_right = area.right().saturating_sub(right.right());
    let to_left = needed.div_ceil(2).max(needed.saturating_sub(room_right));
    let to_left = to_left.min(left.x.saturating_sub(area.x));
    left.x -= to_left;
    right.x += (needed - to_left).min(room_right);
    [left, right]
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Cell;
    use ratatui::style::Color;

    use super::*;

    fn end(value: f64, name: &'static str) -> End<'static> {
        End {
            value,
            number: format!("{value}").into(),
            name: name.into(),
            ..End::default()
        }
    }

    fn dumbbell(earlier: f64, latest: f64) -> Dumbbell<'static> {
        Dumbbell::new(end(earlier, "A"), end(latest, "B"), 1.0, "1.0".into())
    }

    fn drawn(dumbbell: &Dumbbell<'_>, width: u16, height: u16) -> Vec<String> {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        dumbbell.render(buf.area, &mut buf);
        let row = |row: &[Cell]| row.iter().map(Cell::symbol).collect();
        buf.content
            .chunks(usize::from(width.max(1)))
            .map(row)
            .collect()
    }

    #[test]
    fn leads_from_the_earlier_value_to_the_latest() {
        assert_eq!(
            drawn(&dumbbell(1.247, 1.215), 30, 3),
            [
                "                   1.215 1.247",
                "1.0 ├─────────────────────●◄━○",
                "                          B  A",
            ]
        );
        assert_eq!(
            drawn(&dumbbell(1.1, 1.5), 24, 3),
            [
                "       1.1           1.5",
                "1.0 ├───○━━━━━━━━━━━━━►●",
                "        A              B",
            ]
        );
    }

    #[test]
    fn marks_a_bound_by_a_triangle() {
        let mut bounds = dumbbell(1.2, 1.6);
        bounds.earlier.tip = Some(Tip::Lower);
        bounds.latest.tip = Some(Tip::Higher);
        assert_eq!(drawn(&bounds, 20, 2)[1], "1.0 ├────◁━━━━━━━━►▶");
    }

    #[test]
    fn draws_equal_values_as_one_mark_with_both_labels() {
        assert_eq!(
            drawn(&dumbbell(1.5, 1.5), 20, 3),
            [
                "             1.5 1.5",
                "1.0 ├──────────────◉",
                "                 A B",
            ]
        );
    }

    #[test]
    fn has_no_mark_below_its_start_and_one_on_it_for_its_value() {
        assert_eq!(drawn(&dumbbell(0.9, 1.5), 20, 2)[1], "1.0 ├──────────────●");
        assert_eq!(drawn(&dumbbell(1.0, 1.5), 20, 2)[1], "1.0 ○━━━━━━━━━━━━━►●");
    }

    #[test]
    fn keeps_order_and_distance_at_every_size() {
        let values = [1.0, 1.000_001, 1.2, 1.200_001, 7.0, 6.999_999, 1e9];
        for width in MIN_WIDTH..160 {
            for earlier in values {
                for latest in values {
                    for max in [0.0, 2e9] {
                        let dumbbell = dumbbell(earlier, latest).max(max);
                        let [Some(one), Some(other)] = dumbbell.cells(width) else {
                            panic!("{earlier} and {latest} have marks");
                        };
                        assert_eq!(
                            earlier.partial_cmp(&latest),
                            one.partial_cmp(&other),
                            "{width}"
                        );
                        for (value, cell) in [(earlier, one), (latest, other)] {
                            assert!(cell < width);
                            assert!((value > 1.0) == (cell > 0), "{value} in {width}: {cell}");
                            assert!(
                                value >= dumbbell.max || cell < width - 1,
                                "{value} in {width}"
                            );
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn shows_every_label_in_the_size_it_asks_for() {
        for (earlier, latest) in [(1.247, 1.215), (1.0, 1.000_1), (1.3, 1.3), (1.1, 9.9)] {
            let mut dumbbell = dumbbell(earlier, latest);
            dumbbell.earlier.name = "before".into();
            dumbbell.latest.name = "now".into();
            let (width, height) = dumbbell.min_size();
            for width in width..width + 40 {
                let rows = drawn(&dumbbell, width, height);
                assert!(
                    rows[2].contains("before") && rows[2].contains("now"),
                    "{rows:#?}"
                );
                for value in [earlier, latest] {
                    assert!(rows[0].contains(&value.to_string()), "{rows:#?}");
                }
            }
        }
    }

    #[test]
    fn keeps_thai_names_in_their_cells() {
        let mut dumbbell = dumbbell(1.4, 1.5);
        dumbbell.latest.name = "น้ำ".into();
        dumbbell.name = "จุดเริ่ม".into();
        let rows = drawn(&dumbbell, 30, 3);
        assert!(rows[1].starts_with("จุดเริ่ม ├"), "{rows:#?}");
        assert!(rows[2].contains("น้ำ"), "{rows:#?}");
    }

    #[test]
    fn styles_the_marks_the_axis_and_the_arrow() {
        let colour = |colour| Style::new().fg(colour);
        let mut dumbbell = dumbbell(1.1, 1.5)
            .axis(colour(Color::Gray))
            .arrow(colour(Color::Blue));
        dumbbell.latest.style = colour(Color::Green);
        let mut buf = Buffer::empty(Rect::new(0, 0, 24, 3));
        dumbbell.render(buf.area, &mut buf);
        let colours = [4, 12, 23].map(|x| buf[(x, 1)].fg);
        assert_eq!(colours, [Color::Gray, Color::Blue, Color::Green]);
    }

    #[test]
    fn survives_no_room() {
        for width in 0..20 {
            for height in 0..5 {
                drawn(&dumbbell(1.247, 1.215), width, height);
                drawn(&dumbbell(f64::NAN, f64::INFINITY), width, height);
            }
        }
    }
}
