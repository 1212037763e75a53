//! Pages, as text to look at.

use ratatui::buffer::{Buffer, Cell};

use esg_tui::app::Page;
use esg_tui::derive::Ledger;
use esg_tui::keymap;
use esg_tui::view::View;

/// The page of a view.
pub(crate) fn draw(ledger: &Ledger<'_>, view: &View, width: u16, height: u16) -> Buffer {
    let hints = keymap::hints();
    let page = Page {
        ledger,
        view,
        hints: &hints,
    };
    page.draw(width, height)
}

/// The rows of a page, a symbol for each cell.
pub(crate) fn rows(buf: &Buffer) -> Vec<String> {
    let width = usize::from(buf.area.width).max(1);
    let row = |row: &[Cell]| row.iter().map(Cell::symbol).collect();
    buf.content.chunks(width).map(row).collect()
}
