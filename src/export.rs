//! What leaves the dashboard: a drawn page as a vector picture, a bitmap, plain text or
//! coloured text.
//!
//! A [`Buffer`] becomes a [`Scene`] once, and [`svg()`] and [`png()`] print that same scene, so the
//! two pictures cannot differ. Glyphs travel as outlines cut from the embedded fonts: no reader
//! needs a font, and no font of the machine is ever read.

mod font;
mod hatch;
mod lines;
mod look;
mod outline;
mod piece;
mod png;
#[cfg(test)]
mod proof;
mod scene;
mod solid;
mod svg;
mod symbol;

use ratatui::buffer::Buffer;

pub use self::lines::{ansi, text};
pub use self::png::png;
pub use self::scene::Scene;
pub use self::svg::svg;

use self::piece::{pieces, rows};

/// A colour as it is painted: red, green and blue, gamma encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// Mixes `share` of this colour (0 to 1) with the rest of `other`.
    pub(crate) fn over(self, other: Self, share: f32) -> Self {
        let mix = |top: u8, below: u8| {
            (f32::from(top) * share + f32::from(below) * (1.0 - share)).round() as u8
        };
        Self(
            mix(self.0, other.0),
            mix(self.1, other.1),
            mix(self.2, other.2),
        )
    }
}

/// What a terminal would bring along: the page a buffer is drawn on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Canvas {
    /// Stands for `Color::Reset` in the foreground.
    pub foreground: Rgb,
    /// Stands for `Color::Reset` in the background, and is the colour of the page.
    pub background: Rgb,
    /// Leaves the page unpainted, so that a slide shows through.
    pub transparent: bool,
    /// The sixteen named colours, in ANSI order.
    pub palette: [Rgb; 16],
}

impl Canvas {
    /// Sixteen named colours that can be read on a dark and on a light page.
    pub const PALETTE: [Rgb; 16] = [
        Rgb(0x1f, 0x24, 0x2b),
        Rgb(0xc9, 0x3c, 0x37),
        Rgb(0x34, 0x8a, 0x4b),
        Rgb(0xa9, 0x7a, 0x12),
        Rgb(0x2f, 0x74, 0xc0),
        Rgb(0x9a, 0x57, 0xb8),
        Rgb(0x1c, 0x87, 0x91),
        Rgb(0xa8, 0xb0, 0xba),
        Rgb(0x6e, 0x76, 0x81),
        Rgb(0xe5, 0x5f, 0x58),
        Rgb(0x4c, 0xae, 0x66),
        Rgb(0xcf, 0x9d, 0x2f),
        Rgb(0x53, 0x96, 0xe0),
        Rgb(0xb7, 0x7b, 0xd4),
        Rgb(0x35, 0xa8, 0xb3),
        Rgb(0xf0, 0xf3, 0xf6),
    ];

    /// Creates an opaque canvas with the default palette.
    pub const fn new(foreground: Rgb, background: Rgb) -> Self {
        Self {
            foreground,
            background,
            transparent: false,
            palette: Self::PALETTE,
        }
    }
}

/// What a picture says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meta {
    /// Names the page in a few words.
    pub title: String,
    /// Says in words what the picture shows, for those who cannot see it.
    pub description: String,
    /// Names where the figures come from.
    pub source: String,
    /// The command line that makes the same picture again.
    pub command: String,
    /// The figures behind the picture as JSON, or nothing.
    pub data: String,
}

/// Lists the characters a picture could only show as an empty box, sorted, each once.
pub fn missing(buf: &Buffer) -> Vec<char> {
    let mut missing: Vec<char> = rows(buf)
        .flat_map(pieces)
        .flat_map(|piece| piece.symbol.chars().collect::<Vec<_>>())
        .filter(|&ch| !is_drawn(ch))
        .collect();
    missing.sort_unstable();
    missing.dedup();
    missing
}

/// Tells whether a picture can show `ch`.
pub fn is_drawn(ch: char) -> bool {
    font::is_blank(ch)
        || solid::solid(ch).is_some()
        || symbol::corner(ch).is_some()
        || symbol::symbol(ch).is_some()
        || font::covers(ch)
}
