//! The colours of terminals by number: sixteen named ones, then a cube and greys.

use ratatui::style::Color;

/// The number of a colour among the 256 of a terminal; `None` for the terminal's own and for a free one.
pub const fn index(color: Color) -> Option<u8> {
    Some(match color {
        Color::Reset | Color::Rgb(..) => return None,
        Color::Indexed(index) => index,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    })
}

/// Red, green and blue of a number from 16, which are the same in every terminal.
///
/// The sixteen before have the colours of each terminal's own scheme; here they count as 16, black.
pub fn indexed(index: u8) -> [u8; 3] {
    if let Some(grey) = index.checked_sub(232) {
        return [8 + 10 * grey; 3];
    }
    let cube = index.saturating_sub(16);
    [cube / 36, cube / 6 % 6, cube % 6].map(|step| if step == 0 { 0 } else { 55 + 40 * step })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_named_colours_in_their_order() {
        assert_eq!(index(Color::Black), Some(0));
        assert_eq!(index(Color::Gray), Some(7));
        assert_eq!(index(Color::White), Some(15));
        assert_eq!(index(Color::Indexed(200)), Some(200));
        assert_eq!(index(Color::Reset), None);
    }

    #[test]
    fn knows_the_corners_of_the_cube_and_the_ends_of_the_greys() {
        assert_eq!(indexed(16), [0, 0, 0]);
        assert_eq!(indexed(21), [0, 0, 255]);
        assert_eq!(indexed(231), [255, 255, 255]);
        assert_eq!(indexed(232), [8, 8, 8]);
        assert_eq!(indexed(255), [238, 238, 238]);
    }
}
