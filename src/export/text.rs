//! Prints a buffer as lines of text: plain text, and text with terminal colours.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

use super::piece::{Piece, pieces, rows};
use super::sgr::Rendition;

/// Prints a page as plain text without trailing spaces; each row ends in a line feed.
pub fn text(buf: &Buffer) -> String {
    let mut out = String::new();
    for row in rows(buf) {
        let line: String = pieces(row).map(|piece| piece.symbol).collect();
        out.push_str(line.trim_end_matches(' '));
        out.push('\n');
    }
    out
}

/// Prints a page as text with terminal colours, without trailing cells that show nothing; each
/// row resets its colours and ends in a line feed.
pub fn ansi(buf: &Buffer) -> String {
    let mut out = String::new();
    for row in rows(buf) {
        let mut line: Vec<Piece<'_>> = pieces(row).collect();
        while line.pop_if(|piece| is_plain(piece)).is_some() {}
        let mut shown = Rendition::default();
        for piece in line {
            let rendition = Rendition::of(piece.cell);
            if rendition != shown {
                rendition.select(&mut out);
                shown = rendition;
            }
            out.push_str(&piece.symbol);
        }
        if shown != Rendition::default() {
            out.push_str("\u{1b}[0m");
        }
        out.push('\n');
    }
    out
}

/// Tells whether a cluster is a space on the terminal's own background.
fn is_plain(piece: &Piece<'_>) -> bool {
    let visible = Modifier::UNDERLINED | Modifier::REVERSED | Modifier::CROSSED_OUT;
    piece.symbol == " " && piece.cell.bg == Color::Reset && !piece.cell.modifier.intersects(visible)
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn trims_trailing_spaces() {
        assert_eq!(
            text(&Buffer::with_lines(["น้ำ 1  ", "", " a"])),
            "น้ำ 1\n\n a\n"
        );
        assert_eq!(text(&Buffer::empty(Rect::ZERO)), "");
    }

    #[test]
    fn makes_sara_am_whole_again() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 6, 1));
        let symbols = [
            "น\u{e4d}\u{e49}",
            "\u{e32}",
            "ก\u{e4d}",
            "\u{e32}",
            "ກ\u{ecd}",
            "\u{eb2}",
        ];
        for (cell, symbol) in buf.content.iter_mut().zip(symbols) {
            cell.set_symbol(symbol);
        }
        assert_eq!(text(&buf), "น\u{e49}\u{e33}ก\u{e33}ກ\u{eb3}\n");
        assert_eq!(ansi(&buf), text(&buf));
    }

    #[test]
    fn selects_and_resets_colours() {
        let mut buf = Buffer::with_lines(["ab c  "]);
        buf.set_style(Rect::new(0, 0, 1, 1), Style::new().red().bold());
        buf.set_style(
            Rect::new(1, 0, 1, 1),
            Style::new().fg(Color::Rgb(1, 2, 3)).bg(Color::Indexed(9)),
        );
        let line = "\u{1b}[0;1;31ma\u{1b}[0;38;2;1;2;3;48;5;9mb\u{1b}[0m c\n";
        assert_eq!(ansi(&buf), line);
        buf.set_style(
            buf.area,
            Style::new().fg(Color::Reset).bg(Color::White).not_bold(),
        );
        assert_eq!(ansi(&buf), "\u{1b}[0;107mab c  \u{1b}[0m\n");
    }
}
