//! The layout of a layer in a window: one answer to all questions about its frame and text.

use std::ops::Range;

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

/// A row of text, in a list with the number of the entry that it belongs to.
pub(super) type TextRow = (Option<usize>, Line<'static>);

/// The layout of a layer in a window.
#[derive(Clone, Debug)]
pub struct LayerLayout {
    /// The title in the frame.
    pub(super) title: String,
    /// The layer with its border.
    pub(super) frame: Rect,
    /// The part of the frame that shows text.
    pub(super) inner: Rect,
    /// The whole text, none of it wider than the inner part.
    pub(super) rows: Vec<TextRow>,
    /// The row that the view has scrolled to.
    pub(super) scroll: u16,
    /// The chosen entry, in a list.
    pub chosen: Option<usize>,
    /// Whether any text lost its end.
    pub(super) is_cut: bool,
}

impl LayerLayout {
    /// The row that the layer can scroll to at most.
    pub fn last_scroll(&self) -> u16 {
        rows(self.rows.len()).saturating_sub(self.inner.height)
    }

    /// Whether all of it has room, to the end of each text.
    pub fn is_whole(&self) -> bool {
        self.last_scroll() == 0 && !self.is_cut
    }

    /// The first row that is shown.
    pub(super) fn first(&self) -> u16 {
        self.scroll.min(self.last_scroll())
    }

    /// How many rows of text the layer shows.
    pub fn page(&self) -> u16 {
        self.inner.height.max(1)
    }

    /// The rows of the chosen entry in the text, if it is a list.
    pub fn selected_rows(&self) -> Option<Range<u16>> {
        let chosen = Some(self.chosen?);
        let is_chosen = |row: &TextRow| row.0 == chosen;
        let first = self.rows.iter().position(is_chosen)?;
        let entry = self.rows.iter().skip(first);
        let count = entry.take_while(|row| is_chosen(row)).count();
        Some(rows(first)..rows(first + count))
    }

    /// Whether a cell is part of the layer, its border too.
    pub const fn covers(&self, at: Position) -> bool {
        self.frame.contains(at)
    }

    /// The entry at a cell, from 0, if it is a list.
    pub fn entry(&self, at: Position) -> Option<usize> {
        let row = self.inner.contains(at).then(|| at.y - self.inner.y)?;
        self.rows
            .get(usize::from(self.first()) + usize::from(row))?
            .0
    }
}

/// A number of rows, as far as a view can scroll.
fn rows(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A heading and three entries, the second of two rows, in a window of three.
    fn list() -> LayerLayout {
        let row = |entry| (entry, Line::raw("text"));
        let entries = [None, Some(0), Some(1), Some(1), Some(2)];
        LayerLayout {
            title: String::new(),
            frame: Rect::new(0, 0, 8, 5),
            inner: Rect::new(2, 1, 4, 3),
            rows: entries.map(row).into(),
            scroll: 1,
            chosen: Some(1),
            is_cut: false,
        }
    }

    #[test]
    fn knows_how_far_it_scrolls_and_where_the_chosen_entry_is() {
        let list = list();
        assert_eq!((list.last_scroll(), list.page()), (2, 3));
        assert_eq!(list.selected_rows(), Some(2..4));
        let chosen = Some(7);
        assert_eq!(LayerLayout { chosen, ..list }.selected_rows(), None);
    }

    #[test]
    fn finds_the_entry_at_a_cell() {
        let list = list();
        let entry = |x, y| list.entry((x, y).into());
        assert_eq!([entry(2, 1), entry(5, 3)], [Some(0), Some(1)]);
        assert_eq!([entry(1, 1), entry(2, 0), entry(2, 4)], [None; 3]);
        assert!(list.covers((0, 0).into()));
        assert!(!list.covers((8, 0).into()));
        // A scroll that a larger window left behind goes as far as it can.
        let scroll = 9;
        assert_eq!(LayerLayout { scroll, ..list }.entry((2, 3).into()), Some(2));
    }
}
