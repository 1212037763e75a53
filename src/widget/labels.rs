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

    /// Where they may be.
    pub(super) const fn area(&self) -> Rect {
        self.area
    }

    /// Whether nothing is in `area`.
    pub(super) fn is_free(&self, area: Rect) -> bool {
        !self.taken.iter().any(|taken| taken.intersects(area))
    }

    /// Draws a label at `slot` or, where marks next to it are higher, up to `rise` rows above.
    pub(super) fn rise(&mut self, label: &Line<'_>, slot: Rect, rise: u16, buf: &mut Buffer) {
        for up in 0..=rise.min(slot.y - self.area.y) {
            let y = slot.y - up;
            if self.render(label, Rect { y, ..slot }, buf) {
                return;
            }
        }
    }

    /// Draws a label at `slot` if it is there whole and touches nothing, and says whether it did.
    ///
    /// Part of a number would be another number.
    pub(super) fn render(&mut self, label: &Line<'_>, slot: Rect, buf: &mut Buffer) -> bool {
        let left = slot.x.saturating_sub(1);
        let around = Rect {
            x: left,
            width: slot.right().saturating_add(1) - left,
            ..slot
        };
        let is_free = label.width() <= usize::from(slot.width)
            && slot.intersection(self.area) == slot
            && self.is_free(around);
        if is_free && !slot.is_empty() {
            label.render(slot, buf);
            self.taken.push(slot);
        }
        is_free
    }
}

/// The blank cells between two labels of many.
const GAP: u16 = 2;

/// Which of `count` labels stay where `span` cells lead from the first to the last and each is up to
/// `widest` cells wide: the first and the last always, and as many between as have room, as evenly as
/// can be.
pub(super) fn thinned(count: usize, span: u16, widest: u16) -> Vec<usize> {
    let Some(last) = count.checked_sub(1).filter(|last| *last > 0) else {
        return (0..count).collect();
    };
    let distance = usize::from(widest.saturating_add(GAP));
    let stride = (distance * last).div_ceil(usize::from(span.max(1)));
    let most = (last / stride).max(1);
    // A rhythm that never changes is worth some labels, but not half of them.
    let intervals = (most / 2 + 1..=most)
        .rev()
        .find(|intervals| last.is_multiple_of(*intervals))
        .unwrap_or(most);
    (0..=intervals)
        .map(|index| index * last / intervals)
        .collect()
}

/// Which labels stay of those over `middles` and up to `widest` cells wide, as [`thinned`] says, where
/// none may leave `area`: the last one, the first one and then the others from the right.
pub(super) fn kept(middles: &[u16], widest: u16, area: Rect) -> Vec<usize> {
    let (Some(first), Some(last)) = (middles.first(), middles.last()) else {
        return Vec::new();
    };
    // One that would leave the area at its edge moves inwards, towards the next.
    let half = widest / 2;
    let left = half.saturating_sub(first - area.x);
    let right = half.saturating_sub(area.right().saturating_sub(*last));
    let mut kept = thinned(middles.len(), last - first, widest + left.max(right));
    kept.reverse();
    if let [_, others @ ..] = &mut kept[..]
        && !others.is_empty()
    {
        others.rotate_right(1);
    }
    kept
}

/// Draws labels down the left edge of `area`, from the top, each as near to its row as the others let
/// it; those that no row is left for are not drawn.
pub(super) fn render_in_column(mut labels: Vec<(u16, &Line<'_>)>, area: Rect, buf: &mut Buffer) {
    labels.truncate(usize::from(area.height));
    let wanted = |(row, _): &(u16, &Line<'_>)| row.saturating_sub(area.y);
    let rows = spread(labels.iter().map(wanted).collect(), area.height);
    for ((_, label), row) in labels.into_iter().zip(rows) {
        let slot = Rect {
            y: area.y + row,
            height: 1,
            ..area
        };
        label.render(slot, buf);
    }
}

/// Different rows for labels that want the given ones, no more than `rows` and from the top: where they
/// would meet, they share the way.
fn spread(wanted: Vec<u16>, rows: u16) -> Vec<u16> {
    let count = wanted.len() as u16;
    // Rows that differ by their index may be equal; blocks of labels that meet are at their mean.
    let mut blocks: Vec<(i32, i32)> = Vec::new();
    for (row, index) in wanted.into_iter().zip(0..) {
        let (mut sum, mut size) = (i32::from(row) - index, 1);
        while let Some((before, others)) =
            blocks.pop_if(|(before, others)| *before * size > sum * *others)
        {
            sum += before;
            size += others;
        }
        blocks.push((sum, size));
    }
    let last = i32::from(rows.saturating_sub(count));
    let mean = |(sum, size): (i32, i32)| {
        let row = (2 * sum + size).div_euclid(2 * size).clamp(0, last) as u16;
        std::iter::repeat_n(row, size as usize)
    };
    let rows = blocks.into_iter().flat_map(mean).zip(0..);
    rows.map(|(row, index)| row + index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thins_labels_evenly_and_keeps_the_first_and_the_last() {
        assert_eq!(thinned(5, 24, 4), [0, 1, 2, 3, 4]);
        assert_eq!(thinned(10, 27, 4), [0, 3, 6, 9]);
        assert_eq!(thinned(11, 30, 4), [0, 2, 4, 6, 8, 10]);
        assert_eq!(thinned(30, 87, 6), [0, 3, 6, 9, 12, 16, 19, 22, 25, 29]);
        assert_eq!(thinned(100, 40, 4), [0, 16, 33, 49, 66, 82, 99]);
        assert_eq!(thinned(2, 1, 9), [0, 1]);
        assert_eq!(thinned(1, 0, 9), [0]);
        assert_eq!(thinned(0, 0, 9), [0; 0]);
    }

    #[test]
    fn parts_any_two_labels_but_the_first_and_the_last() {
        for count in 3..60 {
            for span in 0..200 {
                for widest in 1..12 {
                    let kept = thinned(count, span, widest);
                    assert_eq!((kept[0], kept[kept.len() - 1]), (0, count - 1));
                    let distances = kept.windows(2).map(|two| two[1] - two[0]);
                    let fewest = distances.clone().min().unwrap_or(0);
                    assert!(distances.max().unwrap_or(0) - fewest <= 1, "{kept:?}");
                    let cell = |index: usize| index * usize::from(span) / (count - 1);
                    let distance = usize::from(widest + GAP);
                    let is_free = |two: &[usize]| cell(two[1]) - cell(two[0]) >= distance;
                    let has_room = kept.windows(2).all(is_free);
                    assert!(
                        has_room || kept.len() == 2,
                        "{count} {span} {widest}: {kept:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn parts_labels_that_want_one_row() {
        assert_eq!(spread(vec![1, 5, 9], 12), [1, 5, 9]);
        assert_eq!(spread(vec![5, 5, 5], 12), [4, 5, 6]);
        assert_eq!(spread(vec![0, 0, 0, 9], 12), [0, 1, 2, 9]);
        assert_eq!(spread(vec![11, 11], 12), [10, 11]);
        assert_eq!(spread(vec![3, 4, 4], 12), [3, 4, 5]);
        assert_eq!(spread(vec![0, 0], 2), [0, 1]);
        assert_eq!(spread(vec![], 0), [0; 0]);
    }

    #[test]
    fn gives_every_label_its_own_row_in_order() {
        for rows in 1..12_u16 {
            for seed in 0..400_u16 {
                let mut wanted: Vec<u16> = (0..rows)
                    .map(|index| seed.wrapping_mul(index * 7 + 3) % rows)
                    .collect();
                wanted.truncate(usize::from(seed % rows) + 1);
                wanted.sort_unstable();
                let given = spread(wanted.clone(), rows);
                assert_eq!(given.len(), wanted.len());
                assert!(
                    given.windows(2).all(|two| two[0] < two[1]),
                    "{wanted:?}: {given:?}"
                );
                assert!(given.iter().all(|row| *row < rows), "{wanted:?}: {given:?}");
                let distinct = wanted.windows(2).all(|two| two[0] < two[1]);
                assert!(!distinct || given == wanted, "{wanted:?}: {given:?}");
            }
        }
    }
}
