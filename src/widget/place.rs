//! Where upright marks and their labels go.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

/// The most cells a column is wide, and the most that part two columns.
const WIDEST: u16 = 15;
const WIDEST_GAP: u16 = 5;

/// Where each of `count` columns starts and how wide it is, centred in `width` cells.
pub(super) fn slots(width: u16, count: u16) -> Vec<(u16, u16)> {
    let pitch = (width.saturating_add(1) / count).clamp(1, WIDEST + WIDEST_GAP);
    let gap = (pitch / 3).clamp(u16::from(pitch > 1), WIDEST_GAP);
    let column = pitch - gap;
    let left = width.saturating_sub(pitch * count - gap) / 2;
    (0..count)
        .map(|index| (left + index * pitch, column))
        .filter(|(x, column)| x + column <= width)
        .collect()
}

/// Where a line goes in row `y` over the middle of a column, as near as `area` lets it.
pub(super) fn centred(line: &Line<'_>, column: Rect, y: u16, area: Rect) -> Rect {
    let width = (line.width() as u16).min(area.width);
    let middle = i32::from(column.x) + (i32::from(column.width) - i32::from(width)).div_euclid(2);
    let last = area.right() - width;
    let x = u16::try_from(middle).map_or(area.x, |x| x.clamp(area.x, last));
    Rect {
        x,
        y,
        width,
        height: 1,
    }
}

/// The labels of a picture, none of which touches another or a mark.
pub(super) struct Labels {
    area: Rect,
    taken: Vec<Rect>,
}

impl Labels {
    /// Labels in `area` around the marks at `taken`.
    pub(super) const fn new(area: Rect, taken: Vec<Rect>) -> Self {
        Self { area, taken }
    }

    /// Whether nothing is in `area`.
    pub(super) fn is_free(&self, area: Rect) -> bool {
        !self.taken.iter().any(|taken| taken.intersects(area))
    }

    /// Draws a label at `place` if it is there whole and touches nothing, and says whether it did.
    ///
    /// Part of a number would be another number.
    pub(super) fn render(&mut self, label: &Line<'_>, place: Rect, buf: &mut Buffer) -> bool {
        let around = Rect {
            x: place.x.saturating_sub(1),
            width: place.width.saturating_add(2),
            ..place
        };
        let is_free = label.width() <= usize::from(place.width)
            && place.intersection(self.area) == place
            && self.is_free(around);
        if is_free && !place.is_empty() {
            label.render(place, buf);
            self.taken.push(place);
        }
        is_free
    }
}
