//! Walks the visible clusters of a row, with Thai and Lao SARA AM in one piece.
//!
//! A terminal gets SARA AM in two cells, because terminals disagree about the whole form; what
//! leaves as text or as a picture gets the whole form, which can be searched and copied.

use std::borrow::Cow;

use ratatui::buffer::{Buffer, Cell, CellWidth};

/// The mark and the vowel that a split SARA AM leaves in two cells, and the whole letter.
const SPLIT: [(char, &str, char); 2] = [
    ('\u{e4d}', "\u{e32}", '\u{e33}'),
    ('\u{ecd}', "\u{eb2}", '\u{eb3}'),
];

/// One cluster and the cells it covers.
pub(super) struct Piece<'a> {
    pub(super) column: u16,
    pub(super) width: u16,
    pub(super) symbol: Cow<'a, str>,
    pub(super) cell: &'a Cell,
}

/// Splits a buffer into rows of cells.
pub(super) fn rows(buf: &Buffer) -> impl Iterator<Item = &[Cell]> {
    buf.content.chunks(usize::from(buf.area.width.max(1)))
}

/// Walks the clusters of a row; hidden cells behind a wide cluster are part of it.
pub(super) const fn pieces(row: &[Cell]) -> Pieces<'_> {
    Pieces { row, column: 0 }
}

pub(super) struct Pieces<'a> {
    row: &'a [Cell],
    column: u16,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        let (cell, rest) = self.row.split_first()?;
        let symbol = cell.symbol();
        let (symbol, width) = if symbol.is_empty() || symbol.chars().any(char::is_control) {
            (Cow::Borrowed(" "), 1)
        } else if let Some(whole) = rest.first().and_then(|next| whole(symbol, next.symbol())) {
            (Cow::Owned(whole), 2)
        } else {
            (Cow::Borrowed(symbol), cell.cell_width().max(1))
        };
        let width = width.min(self.row.len() as u16);
        let column = self.column;
        self.row = self.row.get(usize::from(width)..).unwrap_or_default();
        self.column += width;
        Some(Piece {
            column,
            width,
            symbol,
            cell,
        })
    }
}

/// Rejoins a split SARA AM; the tone mark, which is behind the mark, moves before the letter.
fn whole(symbol: &str, next: &str) -> Option<String> {
    let (mark, _, letter) = SPLIT
        .into_iter()
        .find(|&(mark, vowel, _)| next == vowel && symbol.contains(mark))?;
    let mut joined: String = symbol.chars().filter(|&ch| ch != mark).collect();
    joined.push(letter);
    Some(joined)
}
