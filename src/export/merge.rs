//! Joins rectangles of one ink into larger ones, and puts inks above those they cover.

use std::collections::{BTreeMap, BTreeSet};

use super::ink::Ink;
use super::scene::FilledRect;

/// Joins backgrounds and blocks of one ink into one shape, and lays each ink above those it covers.
pub(super) fn stacked(
    mut backgrounds: Vec<FilledRect>,
    blocks: Vec<FilledRect>,
    overlaps: &BTreeSet<[Ink; 2]>,
) -> Vec<FilledRect> {
    if let Some(depths) = depths(overlaps) {
        backgrounds.extend(blocks);
        let mut fills = merged(backgrounds);
        fills.sort_by_key(|fill| depths.get(&fill.ink));
        fills
    } else {
        let mut fills = merged(backgrounds);
        fills.extend(merged(blocks));
        fills
    }
}

/// Returns how many inks lie below each, or none if two lie below each other.
fn depths(overlaps: &BTreeSet<[Ink; 2]>) -> Option<BTreeMap<Ink, usize>> {
    let mut depths = BTreeMap::new();
    for _ in 0..=overlaps.len() {
        let mut is_settled = true;
        for &[below, above] in overlaps {
            let min_depth = depths.get(&below).map_or(1, |depth| depth + 1);
            let depth = depths.entry(above).or_default();
            is_settled &= *depth >= min_depth;
            *depth = min_depth.max(*depth);
        }
        if is_settled {
            return Some(depths);
        }
    }
    None
}

/// Joins rectangles of one ink that touch, first along rows, then down columns.
pub(super) fn merged(fills: Vec<FilledRect>) -> Vec<FilledRect> {
    let across = joined(
        fills,
        |[x0, y0, x1, y1]| [y0, y1, x0, x1],
        |[y0, y1, x0, x1]| [x0, y0, x1, y1],
    );
    joined(
        across,
        |[x0, y0, x1, y1]| [x0, x1, y0, y1],
        |[x0, x1, y0, y1]| [x0, y0, x1, y1],
    )
}

/// Joins rectangles that agree in the first two numbers of their turned area and touch in the
/// last two.
fn joined(
    mut fills: Vec<FilledRect>,
    turn: impl Fn([u32; 4]) -> [u32; 4],
    back: impl Fn([u32; 4]) -> [u32; 4],
) -> Vec<FilledRect> {
    for fill in &mut fills {
        fill.area = turn(fill.area);
    }
    fills.sort_unstable_by_key(|fill| (fill.ink, fill.area));
    fills.dedup_by(|next, kept| {
        let [a, b, from, to] = next.area;
        let [kept_a, kept_b, _, end] = kept.area;
        let touches = next.ink == kept.ink && [a, b] == [kept_a, kept_b] && from <= end;
        if touches {
            kept.area[3] = end.max(to);
        }
        touches
    });
    for fill in &mut fills {
        fill.area = back(fill.area);
    }
    fills
}
