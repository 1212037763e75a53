//! Numbers in large glyphs made of block elements, readable from the back row.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

/// A number in glyphs four rows high at scale 1, eight at scale 2.
///
/// ```text
/// ▟▀▀▙ █▀▀▀ ▀▀▀█
/// █▄▄█ ▜▄▄▖   ▗▛
/// █  █    █   █
/// ▝▀▀▘ ▀▀▀▘   ▀
/// ```
#[derive(Clone, Debug)]
pub struct Numeral {
    glyphs: Vec<[&'static str; 4]>,
    scale: u16,
    style: Style,
}

impl Numeral {
    /// The rows of a number at scale 1.
    pub const HEIGHT: u16 = 4;

    /// A number; `None` when it has a sign there is no glyph for.
    pub fn new(number: &str) -> Option<Self> {
        let glyphs = number.chars().map(glyph).collect::<Option<_>>()?;
        Some(Self {
            glyphs,
            scale: 1,
            style: Style::new(),
        })
    }

    /// How many times as large it is.
    #[must_use]
    pub const fn scale(mut self, scale: u16) -> Self {
        self.scale = scale;
        self
    }

    /// The style of the glyphs; the foreground shows.
    #[must_use]
    pub const fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// Whether it is so large that the sign of a hedge is before it.
    pub const fn has_sign(&self) -> bool {
        self.scale > 1
    }

    /// The cells it is wide.
    pub fn width(&self) -> u16 {
        let cells: u16 = self.glyphs.iter().map(|glyph| columns(glyph) + 1).sum();
        cells.saturating_sub(1) * self.scale
    }

    /// The rows it is high.
    pub const fn height(&self) -> u16 {
        Self::HEIGHT * self.scale
    }
}

fn columns(glyph: &[&str; 4]) -> u16 {
    glyph[0].chars().count() as u16
}

/// The quadrants of a block element: upper left, upper right, lower left, lower right.
const QUADRANTS: [(char, [bool; 4]); 16] = {
    const N: bool = false;
    const Y: bool = true;
    [
        (' ', [N, N, N, N]),
        ('▘', [Y, N, N, N]),
        ('▝', [N, Y, N, N]),
        ('▀', [Y, Y, N, N]),
        ('▖', [N, N, Y, N]),
        ('▌', [Y, N, Y, N]),
        ('▞', [N, Y, Y, N]),
        ('▛', [Y, Y, Y, N]),
        ('▗', [N, N, N, Y]),
        ('▚', [Y, N, N, Y]),
        ('▐', [N, Y, N, Y]),
        ('▜', [Y, Y, N, Y]),
        ('▄', [N, N, Y, Y]),
        ('▙', [Y, N, Y, Y]),
        ('▟', [N, Y, Y, Y]),
        ('█', [Y, Y, Y, Y]),
    ]
};

/// Whether the glyph is inked at a quadrant, counted from its upper left in half cells.
fn is_inked(glyph: &[&str; 4], x: u16, y: u16) -> bool {
    let cell = glyph
        .get(usize::from(y / 2))
        .and_then(|row| row.chars().nth(usize::from(x / 2)));
    let quadrants = QUADRANTS.iter().find(|(symbol, _)| Some(*symbol) == cell);
    quadrants.is_some_and(|(_, quadrants)| quadrants[usize::from(y % 2 * 2 + x % 2)])
}

impl Widget for &Numeral {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(*buf.area());
        let mut left = area.x;
        for glyph in &self.glyphs {
            let width = columns(glyph) * self.scale;
            let slot = Rect {
                x: left,
                width,
                height: self.height(),
                ..area
            }
            .intersection(area);
            for position in slot.positions() {
                let (x, y) = ((position.x - left) * 2, (position.y - area.y) * 2);
                let inked = [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(right, down)| {
                    is_inked(glyph, (x + right) / self.scale, (y + down) / self.scale)
                });
                let symbol = QUADRANTS.iter().find(|(_, quadrants)| *quadrants == inked);
                if let Some((symbol, _)) = symbol.filter(|(symbol, _)| *symbol != ' ') {
                    buf[position].set_char(*symbol).set_style(self.style);
                }
            }
            left = left.saturating_add(width + self.scale);
        }
    }
}

/// Strokes are a cell wide and half a row high, so that they are equally thick where a cell is 1:2.
const fn glyph(sign: char) -> Option<[&'static str; 4]> {
    Some(match sign {
        '0' => ["▟▀▀▙", "█  █", "█  █", "▝▀▀▘"],
        '1' => ["▀█ ", " █ ", " █ ", "▀▀▀"],
        '2' => ["▀▀▀▙", "▗▄▄▛", "█   ", "▀▀▀▀"],
        '3' => ["▀▀▀▙", " ▄▄█", "   █", "▀▀▀▘"],
        '4' => ["█  █", "▜▄▄█", "   █", "   ▀"],
        '5' => ["█▀▀▀", "▜▄▄▖", "   █", "▀▀▀▘"],
        '6' => ["▟▀▀▀", "█▄▄▖", "█  █", "▝▀▀▘"],
        '7' => ["▀▀▀█", "  ▗▛", "  █ ", "  ▀ "],
        '8' => ["▟▀▀▙", "█▄▄█", "█  █", "▝▀▀▘"],
        '9' => ["▟▀▀▙", "▜▄▄█", "   █", "▀▀▀▘"],
        '.' => [" ", " ", " ", "▀"],
        ',' => [" ", " ", " ", "▛"],
        '−' => ["   ", "▄▄▄", "   ", "   "],
        '≈' | '~' => ["▄▀▀▄▄▀", "      ", "▄▀▀▄▄▀", "      "],
        '>' => ["▀▄  ", "  ▀▄", " ▄▀ ", "▀   "],
        '<' => ["  ▄▀", "▄▀  ", " ▀▄ ", "   ▀"],
        ' ' => [" ", " ", " ", " "],
        '%' => ["█  █", " ▗▞ ", "▗▘  ", "▀  ▀"],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(number: &str, scale: u16) -> Vec<String> {
        let numeral = Numeral::new(number)
            .expect("every sign has a glyph")
            .scale(scale);
        let area = Rect::new(0, 0, numeral.width(), numeral.height());
        let mut buf = Buffer::empty(area);
        numeral.render(area, &mut buf);
        let row =
            |row: &[ratatui::buffer::Cell]| row.iter().map(ratatui::buffer::Cell::symbol).collect();
        buf.content
            .chunks(usize::from(area.width))
            .map(row)
            .collect()
    }

    #[test]
    fn draws_digits_side_by_side() {
        assert_eq!(
            drawn("1.5", 1),
            ["▀█    █▀▀▀", " █    ▜▄▄▖", " █       █", "▀▀▀ ▀ ▀▀▀▘"]
        );
    }

    #[test]
    fn draws_the_signs_of_hedges() {
        assert_eq!(
            drawn("> 1", 1),
            ["▀▄     ▀█ ", "  ▀▄    █ ", " ▄▀     █ ", "▀      ▀▀▀"]
        );
    }

    #[test]
    fn doubles_every_quadrant() {
        assert_eq!(
            drawn(",", 2),
            ["  "; 6]
                .into_iter()
                .chain(["██", "█ "])
                .collect::<Vec<_>>()
        );
    }

    #[test]
    fn knows_what_it_cannot_draw() {
        assert!(Numeral::new("≈ 5").is_some());
        assert!(Numeral::new("5 t").is_none());
    }

    #[test]
    fn survives_no_room() {
        let numeral = Numeral::new("1,234,567.89%").expect("every sign has a glyph");
        for width in 1..9 {
            let mut buf = Buffer::empty(Rect::new(0, 0, width, 2));
            numeral.render(buf.area, &mut buf);
        }
    }
}
