//! What a shape is painted with.

use super::rgb::Rgb;

/// A colour, how much of it covers what lies below, and the stripes across it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ink {
    pub(super) colour: Rgb,
    /// 255 except in even shades over a transparent page.
    pub(super) alpha: u8,
    /// The colour of the stripes across it.
    pub(super) hatch: Option<Rgb>,
}

impl Ink {
    /// Creates an ink that hides what lies below.
    pub(super) const fn opaque(colour: Rgb) -> Self {
        Self {
            colour,
            alpha: u8::MAX,
            hatch: None,
        }
    }
}
