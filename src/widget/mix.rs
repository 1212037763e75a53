//! Parts of a whole, stacked to 100% in eighths of a cell.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::widgets::Widget;

use super::Tip;
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
    /// Its open end.
    pub tip: Option<Tip>,
    /// The letter on its first cell, where neither colour nor texture tells it from the others.
    pub tag: Option<char>,
}

impl Part {
    /// The style of its letter, which is cut out of its colour.
    pub const fn tag_style(&self) -> Style {
        self.style.add_modifier(Modifier::REVERSED)
    }
}

/// Parts of a whole that fill the width, all rows alike.
///
/// ```text
/// █████████████████████▌▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
/// ```
///
/// Without colours, two parts cannot share a cell: then every part ends with one, and so it does with
/// letters, each of which has a cell of its own.
#[derive(Clone, Debug)]
pub struct Mix {
    parts: Vec<Part>,
}

/// Eighths of a cell.
const CELL: u32 = 8;

impl Mix {
    /// A stack of `parts`, the first at the left.
    pub const fn new(parts: Vec<Part>) -> Self {
        Self { parts }
    }

    /// The smallest difference between two parts, in eighths of a cell.
    fn step(&self) -> u32 {
        let is_plain = |part: &Part| part.edge == Color::Reset || part.tag.is_some();
        if self.parts.iter().any(is_plain) {
            CELL
        } else {
            1
        }
    }
}

/// Where each part ends, in eighths of a cell and whole steps: every part above zero has at least
/// one, parts that are less than the whole leave at least one, and no cell holds three parts.
fn ends(shares: &[f64], cells: u16, step: u32) -> Vec<u32> {
    let is_shown = |share: f64| share > 0.0;
    let total: f64 = shares.iter().filter(|share| is_shown(**share)).sum();
    let whole = u32::from(cells) * CELL;
    // The sum of 33.3, 33.3 and 33.4 may fall short of the whole by the error of an `f64`.
    let full = if total < 100.0 - 1e-9 {
        whole.saturating_sub(step)
    } else {
        whole
    };
    let mut left = shares.iter().filter(|share| is_shown(**share)).count() as u32;
    let mut sum = 0.0;
    let mut end = 0;
    let mut ends: Vec<u32> = Vec::new();
    for &share in shares {
        if is_shown(share) {
            left -= 1;
            sum += share;
            let start = end;
            let steps = (sum.min(100.0) / 100.0 * f64::from(whole / step)).round() as u32;
            let most = full.saturating_sub(left * step);
            end = (steps * step).max(start + step).min(most).max(start);
            // Between two others in one cell it would not be seen: it gets the rest of the cell, or
            // in the last cell its beginning.
            let cell_end = start.next_multiple_of(CELL);
            if start % CELL > 0 && end < cell_end && left > 0 {
                let cell_start = cell_end - CELL;
                let before = ends.iter().rev().nth(1).copied().unwrap_or(0);
                match ends.last_mut() {
                    _ if cell_end <= most => end = cell_end,
                    Some(last) if before < cell_start => *last = cell_start,
                    _ => {}
                }
            }
        }
        ends.push(end);
    }
    ends
}

impl Widget for &Mix {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let shares: Vec<f64> = self.parts.iter().map(|part| part.share).collect();
        let ends = ends(&shares, area.width, self.step());
        let at = |eighth: u32| {
            let index = ends.iter().position(|end| eighth < *end)?;
            Some((index, self.parts[index]))
        };
        for position in area.intersection(*buf.area()).positions() {
            let from = u32::from(position.x - area.x) * CELL;
            let Some((first, left)) = at(from) else {
                continue;
            };
            let cell = &mut buf[position];
            match at(from + CELL - 1) {
                Some((last, _)) if last == first => {
                    cell.set_symbol(left.symbol).set_style(left.style);
                }
                right => {
                    let part = (ends[first] - from).clamp(1, CELL - 1) as usize;
                    cell.set_symbol(PARTS[part - 1]).set_fg(left.edge);
                    if let Some((_, right)) = right {
                        cell.set_bg(right.edge);
                    }
                }
            }
        }
        self.render_tips(&ends, area, buf);
        self.render_tags(&ends, area, buf);
    }
}

impl Mix {
    /// Open ends, each in the first whole cell behind its part.
    fn render_tips(&self, ends: &[u32], area: Rect, buf: &mut Buffer) {
        let area = area.intersection(*buf.area());
        let middle = area.y + area.height.saturating_sub(1) / 2;
        for (index, part) in self.parts.iter().enumerate() {
            let Some(tip) = part.tip.filter(|_| part.share > 0.0) else {
                continue;
            };
            let cells = ends[index].div_ceil(CELL);
            let position = (area.x.saturating_add(cells as u16), middle);
            if !area.contains(position.into()) {
                continue;
            }
            // It takes no part's only cell, for that would not be seen then.
            let behind = ends.iter().position(|end| cells * CELL < *end);
            let has_room = |index: usize| ends[index] > (cells + 1) * CELL;
            if behind.is_some_and(|behind| !has_room(behind)) {
                continue;
            }
            let cell = &mut buf[position];
            cell.set_symbol(tip.symbol()).set_fg(part.edge);
            if let Some(behind) = behind {
                cell.set_bg(self.parts[behind].edge);
            }
        }
    }
}

impl Mix {
    /// The letter of each part on the first cell that it fills, behind the open end of the one before.
    fn render_tags(&self, ends: &[u32], area: Rect, buf: &mut Buffer) {
        let area = area.intersection(*buf.area());
        let middle = area.y + area.height.saturating_sub(1) / 2;
        let mut start = 0;
        for (part, end) in self.parts.iter().zip(ends) {
            let cells = start / CELL..end / CELL;
            start = *end;
            let mut cells = cells.map(|cell| (area.x.saturating_add(cell as u16), middle));
            let is_filled =
                |at: &(u16, u16)| area.contains((*at).into()) && buf[*at].symbol() == part.symbol;
            if let (Some(tag), Some(at)) = (part.tag, cells.find(is_filled)) {
                buf[at].set_char(tag).set_style(part.tag_style());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(edge: Color, (index, &share): (usize, &f64)) -> Part {
        Part {
            share,
            edge,
            symbol: ["█", "▒", "░"][index % 3],
            ..Part::default()
        }
    }

    fn rendered(parts: Vec<Part>, width: u16) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, 1));
        Mix::new(parts).render(buf.area, &mut buf);
        buf.content
            .iter()
            .map(ratatui::buffer::Cell::symbol)
            .collect()
    }

    fn drawn_with(edge: Color, shares: &[f64], width: u16) -> String {
        let parts = shares.iter().enumerate();
        rendered(parts.map(|share| part(edge, share)).collect(), width)
    }

    fn drawn(shares: &[f64], width: u16) -> String {
        drawn_with(Color::White, shares, width)
    }

    #[test]
    fn stacks_to_the_whole() {
        assert_eq!(drawn(&[50.0, 50.0], 8), "████▒▒▒▒");
        assert_eq!(drawn(&[53.125, 46.875], 4), "██▏▒");
        assert_eq!(drawn(&[33.3, 33.3, 33.4], 6), "██▒▒░░");
    }

    #[test]
    fn shows_the_smallest_part_and_fills_only_the_whole() {
        assert_eq!(drawn(&[0.1, 99.9], 4), "▏▒▒▒");
        assert_eq!(drawn(&[99.9, 0.1], 4), "███▉");
        assert_eq!(drawn(&[100.0, 0.0], 4), "████");
        assert_eq!(drawn(&[50.0], 4), "██  ");
        assert_eq!(drawn(&[99.9], 4), "███▉");
    }

    #[test]
    fn shows_a_part_between_two_others() {
        for share in 1..99 {
            for width in 4..40 {
                let rest = 100.0 - f64::from(share) - 0.4;
                let ends = ends(&[f64::from(share), 0.4, rest], width, 1);
                let [start, end, last] = ends[..] else {
                    panic!("three parts have three ends");
                };
                assert!(start < end && end < last, "{share}% of {width}: {ends:?}");
                // The middle part begins or ends with a cell, so that no cell holds three.
                let is_seen = start % CELL == 0 || end % CELL == 0 || start / CELL < end / CELL;
                assert!(is_seen, "{share}% of {width}: {ends:?}");
            }
        }
    }

    #[test]
    fn gives_each_cell_to_one_part_where_there_are_no_colours() {
        assert_eq!(drawn_with(Color::Reset, &[53.125, 46.875], 4), "██▒▒");
        assert_eq!(drawn_with(Color::Reset, &[0.1, 99.9], 4), "█▒▒▒");
        assert_eq!(drawn_with(Color::Reset, &[60.0, 40.0], 4), "██▒▒");
        assert_eq!(drawn_with(Color::Reset, &[49.6, 0.4, 50.0], 8), "████▒░░░");
    }

    #[test]
    fn opens_the_end_of_a_bound() {
        let mut parts: Vec<Part> = [50.0, 50.0]
            .iter()
            .enumerate()
            .map(|share| part(Color::White, share))
            .collect();
        parts[0].tip = Some(Tip::Higher);
        parts[1].tip = Some(Tip::Lower);
        assert_eq!(rendered(parts.clone(), 8), "████▸▒▒▒");
        parts[0].share = 97.0;
        parts[1].share = 3.0;
        assert_eq!(rendered(parts, 8), "███████▊");
    }

    #[test]
    fn tags_parts_that_look_alike() {
        let tagged = |(index, share): (usize, &f64)| Part {
            tag: Some(['A', 'B', 'C'][index]),
            symbol: "█",
            tip: (index == 0).then_some(Tip::Higher),
            ..part(Color::Reset, (index, share))
        };
        let parts = |shares: &[f64]| shares.iter().enumerate().map(tagged).collect();
        assert_eq!(rendered(parts(&[50.0, 25.0, 25.0]), 12), "A█████▸B█C██");
        assert_eq!(rendered(parts(&[98.0, 1.0, 1.0]), 6), "A███BC");
        assert_eq!(rendered(parts(&[0.0, 60.0]), 5), "B██  ");
    }

    #[test]
    fn keeps_the_page_behind_the_last_end() {
        let paper = Style::new().bg(Color::Blue);
        let mut buf = Buffer::empty(Rect::new(0, 0, 8, 1));
        buf.set_style(buf.area, paper);
        let half = Part {
            tip: Some(Tip::Higher),
            ..part(Color::White, (0, &50.0))
        };
        Mix::new(vec![half]).render(buf.area, &mut buf);
        assert_eq!((buf[(4, 0)].symbol(), buf[(4, 0)].bg), ("▸", Color::Blue));
    }

    #[test]
    fn survives_no_room() {
        for width in 1..5 {
            drawn(&[30.0, 30.0, 40.0], width);
            drawn_with(Color::Reset, &[30.0, 30.0, 40.0], width);
        }
    }
}
