//! A count or an amount as equal squares, one for each round amount.

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::widgets::Widget;

use super::bars::PARTS;
use super::{Fill, Tip};

/// Squares of which each stands for the same amount, the last one filled as far as the rest goes.
///
/// ```text
/// ██ ██ ██ ██ ██ ██ ██ ██ ██ ██
///
/// ██ ██ ██ █▌▸
/// ```
///
/// There are never more squares than the value has amounts; the panel says what one stands for. A
/// row holds whole fives where it has room for five. Where squares have no room, `…` stands for them.
#[derive(Clone, Copy, Debug)]
pub struct Units {
    value: f64,
    amount: f64,
    size: u16,
    fill: Fill,
    tip: Option<Tip>,
}

/// The most squares that a reader takes in.
const MANY: u16 = 200;

/// The most rows of a square.
const LARGEST: u16 = 4;

/// Eighths of a cell.
const CELL: u64 = 8;

/// What a quotient of two decimals may be off by.
const ROUNDING: f64 = 1e-12;

impl Units {
    /// Squares for `value`, one for each `amount`; none unless both are above zero.
    pub const fn new(value: f64, amount: f64, fill: Fill) -> Self {
        Self {
            value,
            amount,
            size: 1,
            fill,
            tip: None,
        }
    }

    /// The rows of a square, at least one; it is twice as many cells wide.
    #[must_use]
    pub const fn size(mut self, size: u16) -> Self {
        self.size = if size > 0 { size } else { 1 };
        self
    }

    /// The same in the largest squares that `room` holds all of.
    #[must_use]
    pub fn fitted(self, room: Size) -> Self {
        let sizes = (1..=LARGEST).rev().map(|size| self.size(size));
        let fits = |units: &Self| {
            room.width >= pitch(units.size) && units.height(room.width) <= room.height
        };
        sizes.into_iter().find(fits).unwrap_or(self)
    }

    /// The open end of a value that is a bound.
    #[must_use]
    pub const fn tip(mut self, tip: Option<Tip>) -> Self {
        self.tip = tip;
        self
    }

    /// The smallest round amount, 1, 2 or 5 times a power of ten and at least `minimum`, of which `largest`
    /// takes no more squares than `room` holds and a reader takes in; `None` where nothing is to be
    /// drawn or no square has room.
    ///
    /// Values next to each other share the amount of the largest of them.
    pub fn amount(largest: f64, minimum: f64, room: Size) -> Option<f64> {
        let rows = (room.height.saturating_add(1)) / rows(1);
        let squares = per_row(room.width, pitch(1)).saturating_mul(rows);
        let squares = f64::from(squares.min(MANY));
        let exact = (largest / squares).max(minimum);
        if !(largest > 0.0 && exact.is_finite()) {
            return None;
        }
        let power = exact.log10().floor() as i32;
        let rounds =
            (power - 1..=power + 1).flat_map(|power| [1, 2, 5].map(|digit| round(digit, power)));
        let fits =
            |amount: &f64| *amount >= minimum && largest / amount <= squares * (1.0 + ROUNDING);
        rounds.filter(|amount| *amount > 0.0).find(fits)
    }

    /// The rows that its squares take in `width` cells.
    pub fn height(&self, width: u16) -> u16 {
        let per_row = u64::from(per_row(width, pitch(self.size)).max(1));
        let count = self.length().div_ceil(self.whole()).div_ceil(per_row);
        let count = u16::try_from(count).unwrap_or(u16::MAX);
        count.saturating_mul(rows(self.size)).saturating_sub(1)
    }

    /// The length of a square in eighths of a cell.
    const fn whole(&self) -> u64 {
        self.size as u64 * 2 * CELL
    }

    /// The length of all squares in eighths of a cell, rounded down but to something if the value is
    /// above zero; one that is not reached stays unfilled.
    fn length(&self) -> u64 {
        let amounts = self.value / self.amount;
        if !(self.amount > 0.0 && amounts > 0.0) {
            return 0;
        }
        let step = u64::from(self.fill.step());
        let steps = (amounts * (self.whole() / step) as f64 * (1.0 + ROUNDING)) as u64;
        let is_whole = steps.saturating_mul(step).is_multiple_of(self.whole());
        let open = u64::from(is_whole && self.tip == Some(Tip::Lower));
        steps.saturating_sub(open).max(1).saturating_mul(step)
    }
}

/// The cells from one square of so many rows to the next; those between are half as wide as a square.
const fn pitch(size: u16) -> u16 {
    size.saturating_mul(3)
}

/// The rows from one row of squares to the next.
const fn rows(size: u16) -> u16 {
    size.saturating_add(1)
}

/// How many squares a row of `width` cells holds, of which each begins `pitch` cells after another.
const fn per_row(width: u16, pitch: u16) -> u16 {
    // The cells behind the last one are for its open end.
    let squares = width / pitch;
    if squares < 5 {
        squares
    } else {
        squares / 5 * 5
    }
}

fn round(digit: i32, power: i32) -> f64 {
    let [digit, tens] = [f64::from(digit), 10_f64.powi(power.abs())];
    if power < 0 {
        digit / tens
    } else {
        digit * tens
    }
}

impl Widget for &Units {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(*buf.area());
        let [pitch, rows] = [pitch(self.size), rows(self.size)];
        let per_row = usize::from(per_row(area.width, pitch));
        let room = per_row * usize::from(area.height.saturating_add(1) / rows);
        let (length, whole) = (self.length(), self.whole());
        let count = usize::try_from(length.div_ceil(whole)).unwrap_or(usize::MAX);
        for index in 0..count.min(room) {
            let square = Rect {
                x: area.x + (index % per_row) as u16 * pitch,
                y: area.y + (index / per_row) as u16 * rows,
                width: self.size * 2,
                height: self.size,
            };
            if index + 1 == room && room < count {
                buf[square.as_position()]
                    .set_symbol("…")
                    .set_style(self.fill.solid);
                return;
            }
            self.render_square(length - index as u64 * whole, square, buf);
        }
    }
}

impl Units {
    /// Draws the square that begins `left` eighths before the end, and the open end behind it.
    fn render_square(&self, left: u64, square: Rect, buf: &mut Buffer) {
        for position in square.positions() {
            let cell = &mut buf[position];
            match left.saturating_sub(u64::from(position.x - square.x) * CELL) {
                0 => {}
                part @ 1..CELL => {
                    let symbol = PARTS[part as usize - 1];
                    cell.set_symbol(symbol).set_style(self.fill.solid);
                }
                _ => self.fill.paint(cell),
            }
        }
        if let Some(tip) = self.tip.filter(|_| left <= self.whole()) {
            let middle = square.y + (square.height - 1) / 2;
            let behind = (square.x + left.div_ceil(CELL) as u16, middle);
            buf[behind]
                .set_symbol(tip.symbol())
                .set_style(self.fill.solid);
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Cell;
    use ratatui::style::{Color, Style};

    use super::*;

    const WHOLE: u64 = 16;

    fn units(value: f64, amount: f64) -> Units {
        Units::new(value, amount, Fill::default())
    }

    fn drawn(units: &Units, width: u16, height: u16) -> Vec<String> {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        units.render(buf.area, &mut buf);
        let row = |row: &[Cell]| row.iter().map(Cell::symbol).collect();
        buf.content
            .chunks(usize::from(width.max(1)))
            .map(row)
            .collect()
    }

    #[test]
    fn draws_a_square_for_each_amount_and_a_part_for_the_rest() {
        assert_eq!(
            drawn(&units(5.25, 1.0), 10, 4),
            ["██ ██ ██  ", "          ", "██ ██ ▌   ", "          "]
        );
        assert_eq!(drawn(&units(34.0, 10.0), 12, 1), ["██ ██ ██ ▊  "]);
    }

    #[test]
    fn opens_the_end_of_a_bound() {
        let open = |value, tip| drawn(&units(value, 1.0).tip(Some(tip)), 9, 1);
        assert_eq!(open(3.0, Tip::Higher), ["██ ██ ██▸"]);
        assert_eq!(open(2.25, Tip::Higher), ["██ ██ ▌▸ "]);
        assert_eq!(open(3.0, Tip::Lower), ["██ ██ █▉◂"]);
        assert_eq!(open(2.25, Tip::Lower), ["██ ██ ▌◂ "]);
    }

    #[test]
    fn holds_whole_fives_in_a_row_that_holds_five() {
        let rows = drawn(&units(12.0, 1.0), 29, 5);
        let squares = |row: &String| row.matches("██").count();
        assert_eq!(
            rows.iter().map(squares).collect::<Vec<_>>(),
            [5, 0, 5, 0, 2]
        );
        assert_eq!(units(12.0, 1.0).height(29), 5);
    }

    #[test]
    fn grows_with_its_room() {
        let large = units(2.5, 1.0)
            .tip(Some(Tip::Higher))
            .fitted(Size::new(20, 3));
        assert_eq!(
            drawn(&large, 20, 3),
            [
                "████  ████  ██▸     ",
                "████  ████  ██      ",
                "                    "
            ]
        );
        assert_eq!(units(2.5, 1.0).fitted(Size::new(12, 3)).size, 1);
        assert_eq!(units(2.5, 1.0).fitted(Size::new(90, 40)).size, LARGEST);
        assert_eq!(units(0.0, 1.0).fitted(Size::new(0, 0)).size, 1);
    }

    #[test]
    fn ends_with_a_whole_cell_where_a_partial_one_would_look_like_it() {
        let fill = Fill::default().whole(true);
        assert_eq!(drawn(&Units::new(2.9, 1.0, fill), 9, 1), ["██ ██ █  "]);
        assert_eq!(drawn(&Units::new(0.1, 1.0, fill), 9, 1), ["█        "]);
    }

    #[test]
    fn never_draws_more_than_the_value_nor_nothing_for_something() {
        let mut values = vec![
            0.001, 0.06, 0.3, 1.0, 34.25, 102.0, 1460.0, 118_746.0, 184e3, 9e15,
        ];
        values.extend((1..500).map(f64::from));
        for is_whole in [false, true] {
            for amount in [0.1, 0.5, 1.0, 2.0, 1e3] {
                let fill = Fill::default().whole(is_whole);
                let length = |value| Units::new(value, amount, fill).length();
                let mut before = 0;
                for value in &mut values {
                    let exact = *value / amount * WHOLE as f64;
                    let minimum = u64::from(fill.step());
                    let drawn = length(*value);
                    assert!(
                        drawn as f64 <= (exact * (1.0 + 1e-9)).max(minimum as f64),
                        "{value}"
                    );
                    assert!(
                        drawn >= minimum && drawn as f64 > exact - 8.0 - exact * 1e-9,
                        "{value}"
                    );
                }
                for value in (1..500).map(f64::from) {
                    let now = length(value);
                    assert!(before <= now, "{value}");
                    before = now;
                }
                // The sum of whole squares is the value.
                assert_eq!(length(amount * 3.0), 3 * WHOLE);
            }
        }
        for value in [0.0, -1.0, f64::NAN, f64::NEG_INFINITY] {
            assert_eq!(units(value, 1.0).length(), 0);
            assert_eq!(units(1.0, value).length(), 0);
        }
    }

    #[test]
    fn keeps_a_bound_from_above_short_of_what_it_does_not_reach() {
        let below = units(50.0, 1.0).tip(Some(Tip::Lower));
        assert_eq!(below.length(), 50 * WHOLE - 1);
    }

    #[test]
    fn chooses_the_least_round_amount_that_fits() {
        let room = |width, height| Size::new(width, height);
        assert_eq!(Units::amount(184e3, 1.0, room(150, 8)), Some(1e3));
        assert_eq!(Units::amount(184e3, 1.0, room(128, 6)), Some(2e3));
        assert_eq!(Units::amount(102.0, 1.0, room(90, 12)), Some(1.0));
        assert_eq!(Units::amount(5.0, 1.0, room(90, 12)), Some(1.0));
        assert_eq!(Units::amount(0.3, 0.0, room(32, 3)), Some(0.02));
        assert_eq!(Units::amount(1e6, 1.0, room(3, 1)), Some(1e6));
        assert_eq!(Units::amount(1.0, 1.0, room(2, 9)), None);
        assert_eq!(Units::amount(1.0, 1.0, room(9, 0)), None);
        assert_eq!(Units::amount(0.0, 1.0, room(9, 9)), None);
        assert_eq!(Units::amount(f64::INFINITY, 1.0, room(9, 9)), None);
        assert_eq!(Units::amount(f64::NAN, 1.0, room(9, 9)), None);
    }

    #[test]
    fn fits_into_every_room_with_the_amount_for_it() {
        for width in (0..140).step_by(3) {
            for height in 0..20 {
                for value in [0.3, 1.0, 34.25, 999.0, 118_746.0, 4.681e6, 1e-9, 1e308] {
                    let room = Size::new(width, height);
                    let Some(amount) = Units::amount(value, 0.0, room) else {
                        assert!(width < 3 || height == 0, "{value} in {room}");
                        continue;
                    };
                    let units = units(value, amount);
                    assert!(
                        units.height(width) <= height,
                        "{value} by {amount} in {room}"
                    );
                    let squares = units.length().div_ceil(WHOLE);
                    assert!(
                        (1..=u64::from(MANY)).contains(&squares),
                        "{value}: {squares}"
                    );
                }
            }
        }
    }

    #[test]
    fn says_that_squares_have_no_room() {
        assert_eq!(
            drawn(&units(7.0, 1.0), 9, 3),
            ["██ ██ ██ ", "         ", "██ ██ …  "]
        );
        assert_eq!(drawn(&units(1e18, 1.0), 9, 1), ["██ ██ …  "]);
    }

    #[test]
    fn paints_whole_cells_with_the_background_too() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 6, 1));
        let fill = Fill::solid(Style::new().fg(Color::Green));
        Units::new(1.25, 1.0, fill).render(buf.area, &mut buf);
        let grounds = [0, 1, 2, 3].map(|x| buf[(x, 0)].bg);
        assert_eq!(
            grounds,
            [Color::Green, Color::Green, Color::Reset, Color::Reset]
        );
    }

    #[test]
    fn survives_no_room() {
        for width in 0..8 {
            for height in 0..4 {
                drawn(&units(7.0, 1.0).tip(Some(Tip::Higher)), width, height);
            }
        }
    }
}
