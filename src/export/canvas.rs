//! What a terminal would bring along: the page that a buffer is drawn on, and its named colours.

use super::rgb::Rgb;

/// The page that a buffer is drawn on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
