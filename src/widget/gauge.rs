//! A share of a whole on ratatui's gauge, which is handed whole eighths of a cell.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::Span;
use ratatui::widgets::{Gauge, Widget};

use super::{Fill, Tip};

/// A gauge from 0 to 100 percent.
///
/// ```text
/// █████████████████████▌
/// ```
///
/// Left to itself, the gauge would paint 99.9% full and 0.1% empty.
#[derive(Clone, Copy, Debug)]
pub struct ShareGauge {
    share: f64,
    fill: Fill,
    track: Style,
    tip: Option<Tip>,
}

impl ShareGauge {
    /// A gauge of `share` percent, 0 to 100.
    pub const fn new(share: f64, fill: Fill) -> Self {
        Self {
            share,
            fill,
            track: Style::new(),
            tip: None,
        }
    }

    /// The open end of a share that is a bound.
    #[must_use]
    pub const fn tip(mut self, tip: Option<Tip>) -> Self {
        self.tip = tip;
        self
    }

    /// The style of what is not filled; its background shows.
    #[must_use]
    pub const fn track(mut self, track: Style) -> Self {
        self.track = track;
        self
    }
}

impl Widget for &ShareGauge {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(*buf.area());
        if area.is_empty() {
            return;
        }
        let full = f64::from(area.width) * 8.0;
        let length = self.fill.length(self.share, 100.0, area.width);
        // Almost the whole is not the whole.
        let is_below = self.tip == Some(Tip::Lower);
        let length = length.min(u32::from(area.width) * 8 - u32::from(is_below));
        let ratio = f64::from(length) / full;
        let solid = self.track.patch(Style {
            bg: None,
            ..self.fill.solid
        });
        Gauge::default()
            .use_unicode(true)
            .ratio(ratio.clamp(0.0, 1.0))
            .label(Span::raw(""))
            .style(self.track)
            .gauge_style(solid)
            .render(area, buf);
        // Even an empty label takes a cell of ratatui's gauge, at its centre.
        let whole = Rect {
            width: (length / 8) as u16,
            ..area
        };
        for position in whole.positions() {
            buf[position].set_symbol("█").set_style(solid);
        }
        self.fill.apply(area, buf);
        // Without a background to show the rest, a texture does.
        if self.track.bg.is_none_or(|colour| colour == Color::Reset) {
            for position in area.positions() {
                let cell = &mut buf[position];
                if cell.symbol() == " " {
                    cell.set_symbol("░").set_style(self.track);
                }
            }
        }
        if let Some(tip) = self.tip {
            self.render_tip(tip, length, solid, area, buf);
        }
    }
}

impl ShareGauge {
    /// The open end of a share so many eighths of a cell long.
    fn render_tip(&self, tip: Tip, length: u32, solid: Style, area: Rect, buf: &mut Buffer) {
        let end = area.x + length.div_ceil(8) as u16;
        // Where no cell is left behind the share, its end is open in its own last one.
        let (x, style) = if end < area.right() {
            (end, solid)
        } else {
            (area.right() - 1, inverted(solid, self.track))
        };
        let cell = &mut buf[(x, area.y + (area.height - 1) / 2)];
        cell.set_symbol(tip.symbol()).set_style(style);
    }
}

/// A sign on a filled cell: in the colour of what is not filled, on that of what is.
fn inverted(solid: Style, track: Style) -> Style {
    match (solid.fg, track.bg) {
        (Some(fill), Some(ground)) if ![fill, ground].contains(&Color::Reset) => {
            Style::new().fg(ground).bg(fill)
        }
        _ => solid.add_modifier(Modifier::REVERSED),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(share: f64) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, 10, 1));
        ShareGauge::new(share, Fill::default()).render(buf.area, &mut buf);
        buf.content
            .iter()
            .map(ratatui::buffer::Cell::symbol)
            .collect()
    }

    #[test]
    fn opens_the_end_of_a_bound() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 10, 1));
        let gauge = ShareGauge::new(50.0, Fill::default());
        let gauge = gauge.tip(Some(Tip::Higher));
        gauge.render(buf.area, &mut buf);
        assert_eq!(buf[(5, 0)].symbol(), "▸");
        let almost = ShareGauge::new(100.0, Fill::default());
        let almost = almost.tip(Some(Tip::Lower));
        almost.render(buf.area, &mut buf);
        assert_eq!((buf[(8, 0)].symbol(), buf[(9, 0)].symbol()), ("█", "◂"));
    }

    #[test]
    fn fills_its_share_and_no_more() {
        assert_eq!(drawn(50.0), "█████░░░░░");
        assert_eq!(drawn(53.9), "█████▍░░░░");
        assert_eq!(drawn(100.0), "██████████");
        assert_eq!(drawn(0.0), "░░░░░░░░░░");
    }

    #[test]
    fn never_paints_almost_all_as_all_nor_almost_nothing_as_nothing() {
        assert_eq!(drawn(99.9), "█████████▉");
        assert_eq!(drawn(0.1), "▏░░░░░░░░░");
    }
}
