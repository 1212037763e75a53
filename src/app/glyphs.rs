//! Last passes over a drawn buffer: ASCII instead of symbols, hidden cells, Thai letters in two cells.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::text;

/// Gives the hidden cell behind a wide cluster the style of the cluster.
pub(super) fn style_hidden(buf: &mut Buffer) {
    for (leader, hidden) in wide(buf) {
        let style = buf[leader].style();
        buf[hidden].set_style(style);
    }
}

/// Splits Thai and Lao AM over the two cells they take: the ring over the consonant, before any
/// tone mark, and the vowel in the cell behind.
pub(super) fn split_sara_am(buf: &mut Buffer) {
    for (leader, hidden) in wide(buf) {
        let Some((first, second)) = split(buf[leader].symbol()) else {
            continue;
        };
        let style = buf[leader].style();
        buf[leader].set_symbol(&first);
        buf[hidden].set_symbol(second).set_style(style);
    }
}

/// The parts of a cluster that ends in AM: `น้ำ` is `นํ้` and `า`.
fn split(cluster: &str) -> Option<(String, &'static str)> {
    let (stem, ring, vowel) = match (cluster.strip_suffix('ำ'), cluster.strip_suffix('ຳ')) {
        (Some(stem), _) => (stem, '\u{e4d}', "า"),
        (_, Some(stem)) => (stem, '\u{ecd}', "າ"),
        _ => return None,
    };
    let tone = stem.find(|letter| matches!(letter, '\u{e48}'..='\u{e4b}' | '\u{ec8}'..='\u{ecb}'));
    let (base, tones) = stem.split_at(tone.unwrap_or(stem.len()));
    (!stem.is_empty()).then(|| (format!("{base}{ring}{tones}"), vowel))
}

/// The cells that hold a cluster of two cells, each with the cell behind it.
fn wide(buf: &Buffer) -> Vec<(Position, Position)> {
    let width = usize::from(buf.area.width).max(1);
    let mut found = Vec::new();
    for (y, row) in (buf.area.y..).zip(buf.content.chunks(width)) {
        let mut x = 0;
        while x < row.len() {
            let cells = usize::from(text::covered(row[x].symbol()));
            if cells > 1 && x + 1 < row.len() {
                let leader = Position::new(buf.area.x + x as u16, y);
                let hidden = Position::new(leader.x + 1, y);
                found.push((leader, hidden));
            }
            x += cells;
        }
    }
    found
}

/// Replaces symbols by ASCII of the same width; letters of a language stay as they are.
pub(super) fn to_ascii(buf: &mut Buffer) {
    for cell in &mut buf.content {
        if cell.symbol().is_ascii() {
            continue;
        }
        let plain = cell.symbol().chars().next().and_then(text::ascii);
        if let Some(plain) = plain {
            cell.set_symbol(plain);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn puts_the_ring_before_the_tone() {
        assert_eq!(split("กำ"), Some(("ก\u{e4d}".to_owned(), "า")));
        assert_eq!(split("น้ำ"), Some(("น\u{e4d}\u{e49}".to_owned(), "า")));
        assert_eq!(split("กา"), None);
        assert_eq!(split("ำ"), None);
    }

    #[test]
    fn splits_in_place_and_keeps_the_style() {
        let mut buf = Buffer::with_lines(["น้ำมัน"]);
        buf.set_style(buf.area, ratatui::style::Style::new().bold());
        style_hidden(&mut buf);
        split_sara_am(&mut buf);
        let symbols: Vec<&str> = buf
            .content
            .iter()
            .map(ratatui::buffer::Cell::symbol)
            .collect();
        assert_eq!(symbols, ["น\u{e4d}\u{e49}", "า", "มั", "น"]);
        assert_eq!(buf[(0, 0)].style(), buf[(1, 0)].style());
    }
}
