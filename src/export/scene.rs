//! A page as shapes, ready for any printer: filled rectangles and placed outlines in units of
//! 15 by 30 a cell.

use super::font::Face;
use super::ink::Ink;
use super::outline::Outline;
use super::rgb::Rgb;
use super::words::PageText;

/// A page as shapes.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    pub(super) width: u32,
    pub(super) height: u32,
    /// The colour of the page, or none for a transparent one.
    pub(super) page: Option<Rgb>,
    /// Backgrounds and blocks, from below.
    pub(super) fills: Vec<FilledRect>,
    /// Box lines.
    pub(super) lines: Vec<FilledRect>,
    /// What joins box lines.
    pub(super) corners: Vec<RoundedCorner>,
    /// Letters and signs.
    pub(super) marks: Vec<PlacedOutline>,
    /// Lines under and through text.
    pub(super) strokes: Vec<FilledRect>,
    /// What marks refer to.
    pub(super) outlines: Vec<(OutlineKey, Outline)>,
    /// What the letters and signs say.
    pub(super) words: PageText,
}

/// A rectangle: left, top, right and bottom in units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FilledRect {
    pub(super) area: [u32; 4],
    pub(super) ink: Ink,
}

/// A rounded corner, where it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RoundedCorner {
    pub(super) outline: Outline,
    pub(super) ink: Ink,
}

/// An outline and where its origin lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PlacedOutline {
    pub(super) outline: usize,
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) ink: Ink,
}

/// What an outline shows and how large it is; the same in every picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct OutlineKey {
    pub(super) shape: Shape,
    /// Hundredths of the size of ordinary text.
    pub(super) size: u16,
}

/// What an outline shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Shape {
    Glyph {
        face: Face,
        glyph: u32,
        is_slanted: bool,
    },
    Symbol(char),
    Unknown(u16),
}

impl Scene {
    /// Returns the width of the page in units.
    pub const fn width(&self) -> u32 {
        self.width
    }

    /// Returns the height of the page in units.
    pub const fn height(&self) -> u32 {
        self.height
    }
}
