//! Texts larger than a cell: outlines in pictures, block numerals or bold text in a terminal.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

use super::Numeral;
use crate::space::Room;
use crate::text;

/// What a large text is on its page, which decides its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The one figure that a page is about: as high as its area.
    Hero,
    /// What the page says: twice as large as other text, a line in two rows.
    Message,
}

/// A text larger than a cell, alone on the cells of its area.
///
/// A terminal draws the number of a hero in block elements, with all of it in words behind:
///
/// ```text
/// █▀▀▀ ▀▀▀▙   ▟▀▀▙ █  █
/// ▜▄▄▖  ▄▄█   ▜▄▄█  ▗▞
///    █    █      █ ▗▘
/// ▀▀▀▘ ▀▀▀▘ ▀ ▀▀▀▘ ▀  ▀ 53.9%
/// ```
///
/// Every other role is bold text there. A picture draws outlines of a font.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Large {
    /// The cells it stands on.
    pub area: Rect,
    /// What it is on its page.
    pub role: Role,
    /// The text, or the number of a hero.
    pub text: String,
    /// The unit of a hero, smaller on the same baseline; may be empty.
    pub unit: String,
    /// All of a hero in words, for a terminal.
    pub words: String,
    /// The style of the letters; the foreground shows.
    pub style: Style,
}

/// The share of a row that a capital letter of ordinary text is high.
const CAPITAL: f32 = 0.608;

/// The cells that a mark between digits takes, against a digit.
const NARROW: f32 = 0.5;

/// How many times as large as ordinary text the unit of a hero is.
const UNIT: f32 = 1.4;

/// The cells between a hero and its unit.
const GAP: f32 = 1.0;

impl Large {
    /// A hero of `rows` rows, at the upper left corner of the page.
    pub fn hero(text: String, unit: String, words: String, rows: u16) -> Self {
        let mut hero = Self {
            area: Rect::new(0, 0, u16::MAX, rows),
            role: Role::Hero,
            text,
            unit,
            words,
            style: Style::new(),
        };
        let drawn = hero.numeral().map_or(0, |numeral| numeral.width() + 1);
        let in_cells = drawn.saturating_add(text::width(&hero.words) as u16);
        let units = text::width(&hero.unit) as f32 * UNIT;
        let gap = if hero.unit.is_empty() { 0.0 } else { GAP };
        let outlined = (hero.advance() + gap + units).ceil() as u16;
        hero.area.width = in_cells.max(outlined);
        hero
    }

    /// A line of a message on `area`.
    pub const fn message(text: String, area: Rect) -> Self {
        Self {
            area,
            role: Role::Message,
            text,
            unit: String::new(),
            words: String::new(),
            style: Style::new(),
        }
    }

    /// The style of the letters.
    #[must_use]
    pub const fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// Puts it elsewhere.
    #[must_use]
    pub const fn at(mut self, x: u16, y: u16) -> Self {
        self.area.x = x;
        self.area.y = y;
        self
    }

    /// How many times as large as ordinary text its letters are in a picture.
    pub fn size(&self) -> f32 {
        let rows = f32::from(self.area.height);
        match self.role {
            // Capitals leave as much above and below them as those of ordinary text.
            Role::Hero => ((rows - 1.0) / CAPITAL + 1.0).max(0.0),
            Role::Message => rows,
        }
    }

    /// How many times as large as ordinary text the letters of its unit are in a picture.
    pub const fn unit_size() -> f32 {
        UNIT
    }

    /// Where the baseline of its letters is in a picture, in rows from the top of its area.
    pub fn baseline(&self) -> f32 {
        f32::midpoint(f32::from(self.area.height), self.size() * CAPITAL)
    }

    /// Where its unit begins in a picture, in cells from the left of its area.
    pub fn unit_start(&self) -> f32 {
        self.advance() + GAP
    }

    /// The cells that a letter of its text takes in a picture.
    pub fn advance_of(&self, letter: char) -> f32 {
        let share = match (self.role, letter) {
            (Role::Hero, '.' | ',' | ' ') => NARROW,
            _ => 1.0,
        };
        share * self.size()
    }

    /// The cells that the text of a hero takes in a picture.
    fn advance(&self) -> f32 {
        self.text
            .chars()
            .map(|letter| self.advance_of(letter))
            .sum()
    }

    /// The largest number of block elements that its rows hold, if there is a glyph for every sign.
    fn numeral(&self) -> Option<Numeral> {
        let scale = self.area.height / Numeral::HEIGHT;
        let numeral = Numeral::new(&self.text).filter(|_| scale > 0)?;
        Some(numeral.scale(scale).style(self.style))
    }
}

impl Widget for &Large {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = self.area.intersection(area).intersection(*buf.area());
        let mut room = Room::of(area);
        let words = match self.role {
            Role::Hero => {
                if let Some(numeral) = self.numeral() {
                    let mut slot = Room::of(room.take_left(numeral.width() + 1));
                    numeral.render(slot.take_bottom(numeral.height()), buf);
                }
                room = Room::of(room.take_bottom(1));
                &self.words
            }
            Role::Message => &self.text,
        };
        let slot = room.take_top(1);
        let words = text::fit(words, usize::from(slot.width));
        let bold = self.style.add_modifier(Modifier::BOLD);
        if !slot.is_empty() {
            buf.set_stringn(slot.x, slot.y, words, usize::from(slot.width), bold);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(large: &Large) -> Buffer {
        let mut buf = Buffer::empty(large.area);
        large.render(large.area, &mut buf);
        buf
    }

    #[test]
    fn says_in_words_what_it_draws_of_blocks() {
        let hero = Large::hero("1.5".into(), "t".into(), "almost 1.5 t".into(), 4);
        let style = Style::new().add_modifier(Modifier::BOLD);
        let mut expected = Buffer::with_lines([
            "▀█    █▀▀▀              ",
            " █    ▜▄▄▖              ",
            " █       █              ",
            "▀▀▀ ▀ ▀▀▀▘ almost 1.5 t ",
        ]);
        let words = Rect::new(11, 3, 12, 1);
        expected.set_style(words, style);
        let shown = drawn(&Large {
            area: Rect::new(0, 0, 24, 4),
            ..hero
        });
        assert_eq!(shown, expected);
    }

    #[test]
    fn has_room_for_both_of_its_forms() {
        let hero =
            |unit: &str, words: &str| Large::hero("53.9%".into(), unit.into(), words.into(), 4);
        // Four digits and a point in blocks and the words, or in outlines.
        assert_eq!(hero("", "53.9%").area.width, 21 + 1 + 5);
        assert_eq!(hero("t of CO₂e a year", "53.9%").area.width, 27 + 1 + 23);
    }

    #[test]
    fn leaves_as_much_above_its_capitals_as_below_them() {
        let hero = Large::hero("5".into(), String::new(), "5".into(), 4);
        let above = hero.baseline() - hero.size() * CAPITAL;
        assert!((above - (4.0 - hero.baseline())).abs() < 1e-5);
        assert!((0.1..0.25).contains(&above), "{above}");
    }

    #[test]
    fn survives_no_room() {
        for (width, height) in [(0, 0), (1, 1), (3, 2), (40, 1), (2, 40)] {
            let area = Rect::new(0, 0, width, height);
            for role in [Role::Hero, Role::Message] {
                let hero = Large::hero("1,234.5".into(), "t".into(), "1,234.5 t".into(), 4);
                drawn(&Large { area, role, ..hero });
            }
        }
    }
}
