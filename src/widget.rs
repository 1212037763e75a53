//! Pictures of numbers that know neither figures, nor languages, nor themes.

mod bars;
mod columns;
mod eighths;
mod gauge;
mod mix;
mod numeral;
pub mod text;

pub use bars::{Bar, Bars, Tip};
pub use columns::{Column, Columns};
pub use eighths::eighths;
pub use gauge::ShareGauge;
pub use mix::{Mix, Part};
pub use numeral::Numeral;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// How a bar is filled: one style, or a texture whose whole cells differ from its edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fill {
    /// The style of solid blocks, whole or partial.
    pub solid: Style,
    /// The symbol and style that replace whole blocks.
    pub texture: Option<(&'static str, Style)>,
}

impl Fill {
    /// A plain bar.
    pub const fn solid(style: Style) -> Self {
        Self {
            solid: style,
            texture: None,
        }
    }

    /// A bar of `▒` whose partial end is a solid block in the style `edge`.
    pub const fn textured(style: Style, edge: Style) -> Self {
        Self {
            solid: edge,
            texture: Some(("▒", style)),
        }
    }

    /// Gives the whole blocks of `area` their texture.
    fn apply(self, area: Rect, buf: &mut Buffer) {
        let Some((symbol, style)) = self.texture else {
            return;
        };
        for position in area.intersection(*buf.area()).positions() {
            let cell = &mut buf[position];
            if cell.symbol() == "█" {
                cell.set_symbol(symbol).set_style(style);
            }
        }
    }
}
