//! Pictures of numbers that know neither figures, nor languages, nor themes.

mod bars;
mod bridge;
mod columns;
mod division;
mod dumbbell;
mod eighths;
mod gauge;
mod labels;
mod large;
mod lines;
mod mix;
mod numeral;
mod stack;
mod tip;
mod units;
mod upright;

pub use bars::{Bar, Bars};
pub use bridge::{Bridge, Change};
pub use columns::{Column, Columns};
pub use dumbbell::{Dumbbell, End};
pub use eighths::eighths;
pub use gauge::ShareGauge;
pub use large::{Large, Role};
pub use lines::{Dash, Lines, Series};
pub use mix::{Mix, Part};
pub use numeral::Numeral;
pub use stack::{Layer, Pile, PileKind, Stack};
pub use tip::Tip;
pub use units::Units;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

/// How a bar is filled: one style, or a texture whose whole cells differ from its edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fill {
    /// The style of solid blocks, whole or partial.
    pub solid: Style,
    /// The symbol and style that replace whole blocks.
    pub texture: Option<(&'static str, Style)>,
    /// Whether it ends with a whole block, for a partial one would look like that of a solid bar.
    pub is_whole: bool,
}

impl Fill {
    /// A plain bar.
    pub const fn solid(style: Style) -> Self {
        Self {
            solid: style,
            texture: None,
            is_whole: false,
        }
    }

    /// A bar of `▒` whose partial end is a solid block in the style `edge`.
    pub const fn textured(style: Style, edge: Style) -> Self {
        Self {
            solid: edge,
            texture: Some(("▒", style)),
            is_whole: false,
        }
    }

    /// The same, ending with a whole block if `is_whole`.
    #[must_use]
    pub const fn whole(mut self, is_whole: bool) -> Self {
        self.is_whole = is_whole;
        self
    }

    /// The length of a bar in eighths of a cell, where `cells` are full: [`eighths`] to the nearest
    /// block the fill can end with, neither nothing nor full unless the bar is.
    fn length(self, value: f64, max: f64, cells: u16) -> u32 {
        let length = eighths(value, max, cells);
        let full = u32::from(cells) * 8;
        if !self.is_whole || length.is_multiple_of(8) {
            return length;
        }
        let nearest = (length + 4) / 8 * 8;
        nearest.min(full.saturating_sub(8)).max(8)
    }

    /// The smallest difference between two lengths, in eighths of a cell.
    const fn step(self) -> u32 {
        if self.is_whole { 8 } else { 1 }
    }

    /// The colour of its blocks, if they have one.
    fn colour(self) -> Option<Color> {
        self.solid.fg.filter(|colour| *colour != Color::Reset)
    }

    /// Fills a whole cell, its background too: some terminals part the glyphs of two rows by a line.
    fn paint(self, cell: &mut Cell) {
        let (symbol, style) = self.texture.unwrap_or(("█", self.solid));
        cell.set_symbol(symbol).set_style(style);
        if let Some(colour) = self.colour().filter(|_| self.texture.is_none()) {
            cell.set_bg(colour);
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

#[cfg(test)]
mod tests {
    use ratatui::text::Line;
    use ratatui::widgets::Widget;

    use super::*;
    use crate::text;

    #[test]
    fn has_an_ascii_sign_for_everything_it_draws() {
        let area = Rect::new(0, 0, 60, 12);
        let column = |value, tip| Column {
            value,
            tip: Some(tip),
            ..Column::default()
        };
        let pile = |value, kind| Pile {
            layers: vec![Layer {
                value,
                fill: Fill::default(),
            }],
            kind,
            ..Pile::default()
        };
        let end = |value, tip| End {
            value,
            tip,
            ..End::default()
        };
        let dumbbell =
            |one, other, tip| Dumbbell::new(end(one, tip), end(other, tip), 1.0, Line::default());
        let series = |dash| Series {
            values: [2.0, 9.0, 1.0, 0.0, -4.0].map(Some).to_vec(),
            dash,
            ..Series::default()
        };
        let draw: [&dyn Fn(&mut Buffer); 8] = [
            &|buf| {
                let (before, after) = (column(9.0, Tip::Higher), column(-3.3, Tip::Lower));
                Bridge::new(before, Change::default(), after).render(area, buf);
            },
            &|buf| {
                let kinds = [PileKind::Actual, PileKind::Gap, PileKind::Target];
                let piles = kinds.map(|kind| [pile(5.3, kind), pile(-2.1, kind)]);
                Stack::new(piles.concat()).render(area, buf);
            },
            &|buf| dumbbell(1.2, 1.9, None).render(area, buf),
            &|buf| dumbbell(1.9, 1.2, Some(Tip::Lower)).render(area, buf),
            &|buf| dumbbell(1.2, 1.9, Some(Tip::Higher)).render(area, buf),
            &|buf| dumbbell(1.9, 1.9, None).render(area, buf),
            &|buf| {
                let units = Units::new(70.3, 1.0, Fill::default());
                units.tip(Some(Tip::Higher)).render(area, buf);
            },
            &|buf| {
                let names = vec![Line::from("1"); 5];
                let dashes = [Dash::Solid, Dash::Dashed, Dash::Dotted];
                Lines::new(dashes.map(series).to_vec(), names).render(area, buf);
            },
        ];
        for draw in draw {
            let mut buf = Buffer::empty(area);
            draw(&mut buf);
            for cell in buf.content.iter().filter(|cell| !cell.symbol().is_ascii()) {
                let sign = cell.symbol().chars().next().and_then(text::ascii);
                assert!(sign.is_some(), "{}", cell.symbol());
            }
            assert_ne!(buf, Buffer::empty(area));
        }
    }
}
