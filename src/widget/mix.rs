//! Parts of a whole, stacked to 100% in eighths of a cell.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::widgets::Widget;

use super::bars::PARTS;

/// A part of a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Part {
    /// Its share, 0 to 100 percent.
    pub share: f64,
    /// Its style; the foreground fills it.
    pub style: Style,
    /// The symbol that fills its whole cells: `█`, or a texture.
    pub symbol: &'static str,
    /// The colour of its share of a cell that it does not fill.
    pub edge: Color,
}

/// Parts of a whole that fill the width, all rows alike.
///
/// ```text
/// █████████████████████▌▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
/// ```
#[derive(Clone, Debug)]
pub struct Mix {
    parts: Vec<Part>,
}

impl Mix {
    /// A stack of `parts`, the first at the left.
    pub const fn new(parts: Vec<Part>) -> Self {
        Self { parts }
    }
}

/// Where each part ends, in eighths of a cell; every part above zero has at least one.
fn ends(shares: &[f64], cells: u16) -> Vec<u32> {
    let full = u32::from(cells) * 8;
    let shown = |share: f64| share > 0.0;
    let mut left = shares.iter().filter(|share| shown(**share)).count() as u32;
    let mut sum = 0.0;
    let mut end = 0;
    shares
        .iter()
        .map(|&share| {
            if shown(share) {
                left -= 1;
                sum += share;
                let wanted = (sum.min(100.0) / 100.0 * f64::from(full)).round() as u32;
                end = wanted.max(end + 1).min(full.saturating_sub(left)).max(end);
            }
            end
        })
        .collect()
}

impl Widget for &Mix {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let shares: Vec<f64> = self.parts.iter().map(|part| part.share).collect();
        let ends = ends(&shares, area.width);
        for position in area.intersection(*buf.area()).positions() {
            let from = u32::from(position.x - area.x) * 8;
            let at = |eighth: u32| {
                ends.iter()
                    .position(|end| eighth < *end)
                    .map(|index| (index, self.parts[index]))
            };
            let (Some((first, left)), last) = (at(from), at(from + 7)) else {
                continue;
            };
            let cell = &mut buf[position];
            match last {
                Some((second, _)) if second == first => {
                    cell.set_symbol(left.symbol).set_style(left.style);
                }
                Some((_, right)) if right.edge == Color::Reset => {
                    // Without colours a cell holds one part: the one with more of it, or the one
                    // that would else not be seen at all.
                    let begins_here =
                        first > 0 && ends[first - 1] >= from || first == 0 && from == 0;
                    let part = if ends[first] - from >= 4 || begins_here {
                        left
                    } else {
                        right
                    };
                    cell.set_symbol(part.symbol).set_style(part.style);
                }
                _ => {
                    let part = (ends[first] - from) as usize;
                    cell.set_symbol(PARTS[part.clamp(1, 7) - 1])
                        .set_fg(left.edge);
                    if let Some((_, right)) = last {
                        cell.set_bg(right.edge);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(shares: &[f64], width: u16) -> String {
        drawn_with(Color::White, shares, width)
    }

    fn drawn_with(edge: Color, shares: &[f64], width: u16) -> String {
        let symbols = ["█", "▒", "░"];
        let part = |(index, &share): (usize, &f64)| Part {
            share,
            style: Style::new(),
            edge,
            symbol: symbols[index % 3],
        };
        let mut buf = Buffer::empty(Rect::new(0, 0, width, 1));
        Mix::new(shares.iter().enumerate().map(part).collect()).render(buf.area, &mut buf);
        buf.content
            .iter()
            .map(ratatui::buffer::Cell::symbol)
            .collect()
    }

    #[test]
    fn stacks_to_the_whole() {
        assert_eq!(drawn(&[50.0, 50.0], 8), "████▒▒▒▒");
        assert_eq!(drawn(&[53.125, 46.875], 4), "██▏▒");
    }

    #[test]
    fn shows_the_smallest_part_and_fills_only_the_whole() {
        assert_eq!(drawn(&[0.1, 99.9], 4), "▏▒▒▒");
        assert_eq!(drawn(&[99.9, 0.1], 4), "███▉");
        assert_eq!(drawn(&[100.0, 0.0], 4), "████");
        assert_eq!(drawn(&[50.0], 4), "██  ");
    }

    #[test]
    fn gives_each_cell_to_one_part_where_there_are_no_colours() {
        assert_eq!(drawn_with(Color::Reset, &[53.125, 46.875], 4), "██▒▒");
        assert_eq!(drawn_with(Color::Reset, &[0.1, 99.9], 4), "█▒▒▒");
        assert_eq!(drawn_with(Color::Reset, &[60.0, 40.0], 4), "██▒▒");
    }

    #[test]
    fn survives_no_room() {
        for width in 1..5 {
            drawn(&[30.0, 30.0, 40.0], width);
        }
    }
}
