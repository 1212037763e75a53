//! The sequences by which a terminal changes its colours and modifiers: Select Graphic Rendition.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::theme::ansi;

/// How a terminal shows a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rendition {
    /// The colour of the glyph.
    pub foreground: Color,
    /// The colour behind the glyph.
    pub background: Color,
    /// Bold, reverse and the like.
    pub modifier: Modifier,
}

/// Each modifier, what selects it, and what takes it back.
const MODIFIERS: [(Modifier, u16, u16); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

impl Rendition {
    /// The rendition of a cell.
    pub const fn of(cell: &Cell) -> Self {
        Self {
            foreground: cell.fg,
            background: cell.bg,
            modifier: cell.modifier,
        }
    }

    /// Writes the sequence that selects this rendition, whatever was selected before.
    pub fn select(self, out: &mut String) {
        out.push_str("\u{1b}[0;");
        self.add(Self::default(), out);
        end(out);
    }

    /// Writes the sequence that turns `from` into this rendition; nothing where they are the same.
    pub fn switch(self, mut from: Self, out: &mut String) {
        if self == from {
            return;
        }
        out.push_str("\u{1b}[");
        if self == Self::default() {
            out.push_str("0;");
        } else {
            let removed = from.modifier.difference(self.modifier);
            if !removed.is_empty() {
                from.modifier = remove(removed, from.modifier, out);
            }
            self.add(from, out);
        }
        end(out);
    }

    /// Writes the codes of what this rendition has and `from` has not.
    fn add(self, from: Self, out: &mut String) {
        let added = self.modifier.difference(from.modifier);
        if !added.is_empty() {
            for (modifier, on, _) in MODIFIERS {
                if added.contains(modifier) {
                    code(out, on);
                }
            }
        }
        if self.foreground != from.foreground {
            colour(out, self.foreground, 30);
        }
        if self.background != from.background {
            colour(out, self.background, 40);
        }
    }
}

/// Writes the codes that take modifiers back: what is left of `selected` then.
fn remove(removed: Modifier, selected: Modifier, out: &mut String) -> Modifier {
    let mut left = selected;
    for (modifier, _, off) in MODIFIERS {
        if removed.contains(modifier) && left.contains(modifier) {
            code(out, off);
            // One code may take two modifiers back.
            for (other, _, other_off) in MODIFIERS {
                if other_off == off {
                    left.remove(other);
                }
            }
        }
    }
    left
}

/// Writes the codes of a colour; `base` is 30 for the foreground and 40 for the background.
fn colour(out: &mut String, colour: Color, base: u16) {
    match (colour, ansi::index(colour)) {
        (Color::Rgb(red, green, blue), _) => {
            code(out, base + 8);
            out.push_str("2;");
            for part in [red, green, blue] {
                code(out, part.into());
            }
        }
        (Color::Indexed(index), _) => {
            code(out, base + 8);
            out.push_str("5;");
            code(out, index.into());
        }
        (_, Some(index @ ..8)) => code(out, base + u16::from(index)),
        (_, Some(bright)) => code(out, base + 52 + u16::from(bright)),
        (_, None) => code(out, base + 9),
    }
}

/// Writes a number and what separates it from the next one.
fn code(out: &mut String, code: u16) {
    number(out, code);
    out.push(';');
}

/// Ends a sequence behind its last separator.
fn end(out: &mut String) {
    out.pop();
    out.push('m');
}

/// Writes a number in decimal, without the machinery of `fmt`, which a frame would run thousands of times.
pub fn number(out: &mut String, number: u16) {
    let mut digits = [0; 5];
    let mut start = digits.len();
    let mut left = number;
    loop {
        start -= 1;
        digits[start] = b'0' + (left % 10) as u8;
        left /= 10;
        if left == 0 {
            break;
        }
    }
    out.extend(digits[start..].iter().map(|digit| char::from(*digit)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendition(foreground: Color, background: Color, modifier: Modifier) -> Rendition {
        Rendition {
            foreground,
            background,
            modifier,
        }
    }

    fn switched(from: Rendition, to: Rendition) -> String {
        let mut out = String::new();
        to.switch(from, &mut out);
        out
    }

    #[test]
    fn selects_a_rendition_from_nothing() {
        let mut out = String::new();
        Rendition::default().select(&mut out);
        rendition(Color::Rgb(0, 10, 255), Color::Indexed(7), Modifier::BOLD).select(&mut out);
        assert_eq!(out, "\u{1b}[0m\u{1b}[0;1;38;2;0;10;255;48;5;7m");
    }

    #[test]
    fn writes_only_what_differs() {
        let plain = Rendition::default();
        let red = rendition(Color::Red, Color::Reset, Modifier::empty());
        let bold = rendition(Color::Red, Color::White, Modifier::BOLD);
        assert_eq!(switched(red, red), "");
        assert_eq!(switched(plain, red), "\u{1b}[31m");
        assert_eq!(switched(red, bold), "\u{1b}[1;107m");
        assert_eq!(switched(bold, red), "\u{1b}[22;49m");
        assert_eq!(switched(bold, plain), "\u{1b}[0m");
    }

    #[test]
    fn keeps_what_shares_its_end_with_another_modifier() {
        let both = rendition(Color::Reset, Color::Red, Modifier::BOLD | Modifier::DIM);
        let dim = rendition(Color::Reset, Color::Red, Modifier::DIM);
        assert_eq!(switched(both, dim), "\u{1b}[22;2m");
    }

    #[test]
    fn writes_numbers_in_decimal() {
        for value in [0, 9, 10, 255, 65_535] {
            let mut out = String::new();
            number(&mut out, value);
            assert_eq!(out, value.to_string());
        }
    }
}
