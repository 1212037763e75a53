//! Sharing cells: a length among parts by weight, and an area taken apart from its edges.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use ratatui::layout::Rect;

/// What a part asks of a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// How much of the length it gets, against the weights of the others; zero counts as one.
    pub weight: u16,
    /// The fewest cells it gets.
    pub min_size: u16,
}

impl Share {
    /// The same for all: as many cells as the others, give or take one.
    pub const EQUAL: Self = Self {
        weight: 1,
        min_size: 0,
    };
}

/// Shares `length` cells by weight, with `gap` cells between two parts; `None` when the parts'
/// minimum sizes and the gaps take more than there is.
///
/// Sizes and gaps add up to the whole length. Each size is the part's minimum or its quota rounded,
/// and no part loses a cell when the length grows: cells are dealt one by one to the part that is
/// furthest below its quota (Sainte-Laguë), since rounding by the largest remainder can take a cell
/// back. The cost is linear in the parts and the cells, but for a logarithm.
pub fn share(length: u16, parts: &[Share], gap: u16) -> Option<Vec<u16>> {
    let gaps = usize::from(gap) * parts.len().saturating_sub(1);
    let minimum: usize = parts.iter().map(|part| usize::from(part.min_size)).sum();
    let left = usize::from(length).checked_sub(gaps + minimum)?;
    let mut sizes: Vec<u16> = parts.iter().map(|part| part.min_size).collect();
    let bids = parts.iter().enumerate().map(|(part, share)| Bid {
        weight: share.weight.max(1),
        size: share.min_size,
        part,
    });
    let mut bids: BinaryHeap<Bid> = bids.collect();
    for _ in 0..left {
        let Some(mut bid) = bids.peek_mut() else {
            break;
        };
        bid.size += 1;
        sizes[bid.part] = bid.size;
    }
    Some(sizes)
}

/// A part's claim on the next cell.
#[derive(PartialEq, Eq)]
struct Bid {
    weight: u16,
    size: u16,
    part: usize,
}

impl Ord for Bid {
    fn cmp(&self, other: &Self) -> Ordering {
        // The quotients of weight and middle of the next cell, w / (2n + 1), without division.
        let product =
            |bid: &Self, other: &Self| u64::from(bid.weight) * (2 * u64::from(other.size) + 1);
        product(self, other)
            .cmp(&product(other, self))
            .then(other.part.cmp(&self.part))
    }
}

impl PartialOrd for Bid {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Areas next to each other over the whole height of `area`, their widths shared by weight.
pub fn columns(area: Rect, parts: &[Share], gap: u16) -> Option<Vec<Rect>> {
    let mut room = Room::of(area);
    let mut column = |width| {
        let column = room.take_left(width);
        room.take_left(gap);
        column
    };
    let widths = share(area.width, parts, gap)?;
    Some(widths.into_iter().map(&mut column).collect())
}

/// Areas below each other over the whole width of `area`, their heights shared by weight.
pub fn rows(area: Rect, parts: &[Share], gap: u16) -> Option<Vec<Rect>> {
    let mut room = Room::of(area);
    let mut row = |height| {
        let row = room.take_top(height);
        room.take_top(gap);
        row
    };
    let heights = share(area.height, parts, gap)?;
    Some(heights.into_iter().map(&mut row).collect())
}

/// What is left of an area while parts are taken from its edges; never more than is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    area: Rect,
}

impl Room {
    /// A whole area.
    pub const fn of(area: Rect) -> Self {
        Self { area }
    }

    /// What is left.
    pub const fn area(self) -> Rect {
        self.area
    }

    /// Takes up to `height` rows from the top.
    pub fn take_top(&mut self, height: u16) -> Rect {
        let height = height.min(self.area.height);
        let taken = Rect {
            height,
            ..self.area
        };
        self.area.y += height;
        self.area.height -= height;
        taken
    }

    /// Takes up to `height` rows from the bottom.
    pub fn take_bottom(&mut self, height: u16) -> Rect {
        let height = height.min(self.area.height);
        self.area.height -= height;
        Rect {
            y: self.area.bottom(),
            height,
            ..self.area
        }
    }

    /// Takes up to `width` columns from the left.
    pub fn take_left(&mut self, width: u16) -> Rect {
        let width = width.min(self.area.width);
        let taken = Rect { width, ..self.area };
        self.area.x += width;
        self.area.width -= width;
        taken
    }

    /// Takes up to `width` columns from the right.
    pub fn take_right(&mut self, width: u16) -> Rect {
        let width = width.min(self.area.width);
        self.area.width -= width;
        Rect {
            x: self.area.right(),
            width,
            ..self.area
        }
    }

    /// Takes up to `width` columns from the left and from the right.
    pub fn take_sides(&mut self, width: u16) {
        self.take_left(width);
        self.take_right(width);
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn sizes(length: u16, weights: &[u16], min_size: u16, gap: u16) -> Option<Vec<u16>> {
        let part = |weight: &u16| Share {
            weight: *weight,
            min_size,
        };
        let parts: Vec<Share> = weights.iter().map(part).collect();
        share(length, &parts, gap)
    }

    #[test]
    fn shares_by_weight_and_keeps_minimum_sizes_and_gaps() {
        assert_eq!(sizes(10, &[1, 1], 0, 0), Some(vec![5, 5]));
        assert_eq!(sizes(11, &[1, 1], 0, 0), Some(vec![6, 5]));
        assert_eq!(sizes(12, &[3, 1], 0, 0), Some(vec![9, 3]));
        assert_eq!(sizes(12, &[3, 1], 5, 0), Some(vec![7, 5]));
        assert_eq!(sizes(12, &[3, 1], 0, 4), Some(vec![6, 2]));
        assert_eq!(sizes(12, &[0, 0, 0], 0, 0), Some(vec![4, 4, 4]));
    }

    #[test]
    fn refuses_what_is_less_than_the_minimum() {
        assert_eq!(sizes(9, &[1, 1], 5, 0), None);
        assert_eq!(sizes(10, &[1, 1], 5, 1), None);
        assert_eq!(sizes(3, &[1; 5], 0, 1), None);
        assert_eq!(sizes(0, &[], 5, 5), Some(vec![]));
        assert_eq!(sizes(0, &[1], 0, 5), Some(vec![0]));
    }

    #[test]
    fn takes_an_area_apart_from_its_edges() {
        let mut room = Room::of(Rect::new(2, 3, 10, 5));
        assert_eq!(room.take_top(1), Rect::new(2, 3, 10, 1));
        assert_eq!(room.take_bottom(2), Rect::new(2, 6, 10, 2));
        assert_eq!(room.take_left(4), Rect::new(2, 4, 4, 2));
        assert_eq!(room.take_right(1), Rect::new(11, 4, 1, 2));
        assert_eq!(room.area(), Rect::new(6, 4, 5, 2));
        assert_eq!(room.take_top(9), Rect::new(6, 4, 5, 2));
        assert!(room.area().is_empty() && room.take_bottom(1).is_empty());
    }

    #[test]
    fn divides_an_area_into_columns_and_rows() {
        let area = Rect::new(1, 1, 7, 7);
        assert_eq!(
            columns(area, &[Share::EQUAL; 2], 1),
            Some(vec![Rect::new(1, 1, 3, 7), Rect::new(5, 1, 3, 7)])
        );
        assert_eq!(
            rows(area, &[Share::EQUAL; 2], 2),
            Some(vec![Rect::new(1, 1, 7, 3), Rect::new(1, 6, 7, 2)])
        );
        assert_eq!(rows(area, &[Share::EQUAL; 5], 2), None);
    }

    fn parts() -> impl Strategy<Value = Vec<Share>> {
        let part = (0_u16..50, 0_u16..12).prop_map(|(weight, min_size)| Share { weight, min_size });
        vec(part, 0..40)
    }

    proptest! {
        #[test]
        fn uses_the_whole_length_and_no_more(parts in parts(), length: u16, gap in 0_u16..4) {
            let minimum: u32 = parts.iter().map(|part| u32::from(part.min_size)).sum();
            let gaps = parts.len().saturating_sub(1) as u32 * u32::from(gap);
            match share(length, &parts, gap) {
                None => prop_assert!(minimum + gaps > u32::from(length)),
                Some(sizes) if parts.is_empty() => prop_assert!(sizes.is_empty()),
                Some(sizes) => {
                    let taken: u32 = sizes.iter().map(|size| u32::from(*size)).sum();
                    prop_assert_eq!(taken + gaps, u32::from(length));
                }
            }
        }

        #[test]
        fn gives_no_part_less_than_its_minimum(parts in parts(), length in 0_u16..600) {
            for (size, part) in share(length, &parts, 0).into_iter().flatten().zip(&parts) {
                prop_assert!(size >= part.min_size);
            }
        }

        #[test]
        fn gives_the_greater_weight_no_less(parts in parts(), length in 0_u16..600) {
            let sizes = share(length, &parts, 0).unwrap_or_default();
            for (size, part) in sizes.iter().zip(&parts) {
                for (other_size, other) in sizes.iter().zip(&parts) {
                    let is_less = part.weight.max(1) < other.weight.max(1)
                        && part.min_size <= other.min_size;
                    prop_assert!(!is_less || size <= other_size);
                    let is_equal = part == other;
                    prop_assert!(!is_equal || size.abs_diff(*other_size) <= 1);
                }
            }
        }

        #[test]
        fn takes_no_cell_away_when_the_length_grows(parts in parts(), length in 0_u16..600) {
            if let (Some(before), Some(after)) = (share(length, &parts, 0), share(length + 1, &parts, 0)) {
                prop_assert!(before.iter().zip(&after).all(|(before, after)| before <= after));
            }
        }

        #[test]
        fn stays_near_the_quota(weights in vec(1_u16..50, 1..40), length in 0_u16..600) {
            let total: f64 = weights.iter().map(|weight| f64::from(*weight)).sum();
            let sizes = sizes(length, &weights, 0, 0).unwrap_or_default();
            for (size, weight) in sizes.iter().zip(&weights) {
                let quota = f64::from(*weight) / total * f64::from(length);
                prop_assert!((f64::from(*size) - quota).abs() < 2.0, "{size} for {quota}");
            }
        }

        #[test]
        fn parts_an_area_without_overlap(parts in parts(), width in 0_u16..600, gap in 0_u16..4) {
            let area = Rect::new(5, 7, width, 2);
            let mut end = area.x;
            for (index, column) in columns(area, &parts, gap).into_iter().flatten().enumerate() {
                prop_assert_eq!(column.x, end + if index > 0 { gap } else { 0 });
                prop_assert!(column.right() <= area.right());
                end = column.right();
            }
        }
    }
}
