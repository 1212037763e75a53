//! The colours of a cell: what a terminal would resolve when it draws.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::canvas::Canvas;
use super::font::Face;
use super::ink::Ink;
use super::rgb::Rgb;
use crate::theme::ansi;

/// The colours of a cell with its modifiers applied.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Look {
    pub(super) foreground: Rgb,
    /// None where the page shows.
    pub(super) background: Option<Rgb>,
    pub(super) modifier: Modifier,
}

/// How much of its colour a dimmed text keeps.
const DIM: f32 = 0.6;

/// How much of the foreground lies between the stripes of a hatch on the page.
const FAINT: f32 = 0.25;

impl Look {
    pub(super) fn of(cell: &Cell, canvas: &Canvas) -> Self {
        let modifier = cell.modifier;
        let mut foreground = colour(cell.fg, canvas).unwrap_or(canvas.foreground);
        let mut background =
            colour(cell.bg, canvas).filter(|&background| background != canvas.background);
        if modifier.contains(Modifier::REVERSED) {
            let shown = background.unwrap_or(canvas.background);
            background = Some(foreground);
            foreground = shown;
        }
        if modifier.contains(Modifier::DIM) {
            foreground = foreground.over(background.unwrap_or(canvas.background), DIM);
        }
        Self {
            foreground,
            background,
            modifier,
        }
    }

    pub(super) const fn ink(self) -> Ink {
        Ink::opaque(self.foreground)
    }

    /// Mixes a shade where what lies below is known, and leaves it see-through elsewhere.
    pub(super) fn shade(self, share: f32, canvas: &Canvas) -> Ink {
        match self.background {
            None if canvas.transparent => Ink {
                alpha: (share * 255.0).round() as u8,
                ..self.ink()
            },
            below => {
                let below = below.unwrap_or(canvas.background);
                Ink::opaque(self.foreground.over(below, share))
            }
        }
    }

    /// Mixes a shade of stripes: in the two colours of a cell that has its own ground, or else in
    /// two that are nearer to each other and have the same mean. The stripes of a bar stand for its
    /// value, so they hide whatever lies below the page.
    pub(super) fn hatched(self, canvas: &Canvas) -> Ink {
        let (below, share) = match self.background {
            Some(background) => (background, 0.0),
            None => (canvas.background, FAINT),
        };
        Ink {
            hatch: Some(self.foreground.over(below, 1.0 - share)),
            ..Ink::opaque(self.foreground.over(below, share))
        }
    }

    /// Returns the colours of a block that ends a hatched bar within a cell: the mean of the hatch, or,
    /// where there are no colours, its dimmed foreground.
    pub(super) fn ends(self, canvas: &Canvas) -> [Rgb; 2] {
        let below = self.background.unwrap_or(canvas.background);
        [0.5, DIM].map(|share| self.foreground.over(below, share))
    }

    /// Chooses the face for a character that is not drawn by hand.
    pub(super) fn face(self, ch: char) -> Option<Face> {
        Face::of(ch, self.modifier.contains(Modifier::BOLD))
    }
}

/// Resolves a terminal colour; `Reset` has no colour.
fn colour(colour: Color, canvas: &Canvas) -> Option<Rgb> {
    if let Color::Rgb(red, green, blue) = colour {
        return Some(Rgb(red, green, blue));
    }
    let index = ansi::index(colour)?;
    let named = canvas.palette.get(usize::from(index)).copied();
    Some(named.unwrap_or_else(|| {
        let [red, green, blue] = ansi::indexed(index);
        Rgb(red, green, blue)
    }))
}
