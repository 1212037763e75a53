//! The hatch of what was not reported: stripes that rise to the right, as business charts draw what
//! is not actual. All stripes of a page are in step, so that those of neighbours continue each other.

/// From one stripe to the next, and the width of one, both along a row or down a column. Whole units
/// keep every stripe alike at every whole scale.
const PERIOD: u32 = 10;
const STRIPE: u32 = PERIOD / 2;

/// Returns the stripes across a rectangle as polygons, clockwise, cut at its edges.
pub(super) fn stripes([left, top, right, bottom]: [u32; 4]) -> impl Iterator<Item = Vec<[u32; 2]>> {
    let [first, last] = [left + top, right + bottom];
    // Points of one stripe's edge agree in the sum of x and y.
    let up = move |sum: u32| {
        let x = (sum - top).min(right);
        [x, sum - x]
    };
    let down = move |sum: u32| {
        let y = (sum - left).min(bottom);
        [sum - y, y]
    };
    let stripe = move |start: u32| {
        let [from, to] = [start.max(first), (start + STRIPE).min(last)];
        let corner = |sum: u32, corner: [u32; 2]| (from < sum && sum < to).then_some(corner);
        let mut points = vec![up(from)];
        points.extend(corner(right + top, [right, top]));
        points.extend([up(to), down(to)]);
        points.extend(corner(left + bottom, [left, bottom]));
        points.push(down(from));
        points.dedup();
        points
    };
    (first / PERIOD * PERIOD..last)
        .step_by(PERIOD as usize)
        .filter(move |start| start + STRIPE > first)
        .map(stripe)
}

/// Returns how much of a pixel is covered, by the sum of its column and its row, up to `end`.
pub(super) fn coverage(end: usize, scale: f32) -> Vec<u8> {
    let [period, width] = [PERIOD, STRIPE].map(|units| units as f32 * scale);
    // The share of a pixel that lies before an edge `ahead` of its corner.
    let before = |ahead: f32| match ahead.clamp(0.0, 2.0) {
        near @ 0.0..1.0 => near * near / 2.0,
        far => 1.0 - (2.0 - far) * (2.0 - far) / 2.0,
    };
    (0..end)
        .map(|sum| {
            // A pixel is two sums wide, and may see several stripes of a small picture.
            let within = sum as f32 % period;
            let stripes = (2.0 / period) as usize + 2;
            let share = (0..stripes).map(|stripe| {
                let start = stripe as f32 * period - within;
                before(start + width) - before(start)
            });
            (share.sum::<f32>() * 255.0).round() as u8
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Twice the area of a clockwise polygon.
    fn doubled(points: &[[u32; 2]]) -> i64 {
        let next = points.iter().cycle().skip(1);
        let crossed = points.iter().zip(next).map(|([x, y], [next_x, next_y])| {
            i64::from(*x) * i64::from(*next_y) - i64::from(*next_x) * i64::from(*y)
        });
        crossed.sum()
    }

    #[test]
    fn covers_half_of_what_repeats() {
        for left in [0, 3, 10, 1234] {
            let area = [left, 7, left + PERIOD, 7 + 3 * PERIOD];
            let sum: i64 = stripes(area).map(|points| doubled(&points)).sum();
            assert_eq!(sum, i64::from(3 * PERIOD * PERIOD), "from {left}");
        }
    }

    #[test]
    fn stays_within_and_leaves_nothing_between_neighbours() {
        let doubled = |area: [u32; 4]| -> i64 {
            let [left, top, right, bottom] = area;
            let stripes = stripes(area).map(|points| {
                let is_within =
                    |&[x, y]: &[u32; 2]| (left..=right).contains(&x) && (top..=bottom).contains(&y);
                assert!(points.iter().all(is_within), "{points:?} in {area:?}");
                let area = doubled(&points);
                assert!(area > 0, "{points:?}");
                area
            });
            stripes.sum()
        };
        for cut in 1..45 {
            let [one, other] = [[0, 0, cut, 30], [cut, 0, 45, 30]].map(doubled);
            assert_eq!(one + other, doubled([0, 0, 45, 30]), "cut at {cut}");
        }
    }

    #[test]
    fn pixels_get_what_the_polygons_cover() {
        for scale in [0.25, 0.5, 1.0, 1.31, 2.0, 8.0] {
            let coverage = coverage(4000, scale);
            let mean = coverage.iter().copied().map(f64::from).sum::<f64>() / 4000.0;
            assert!((mean - 127.5).abs() < 1.5, "{mean} at scale {scale}");
        }
        let first = coverage(12, 1.0);
        assert_eq!(first, [255, 255, 255, 255, 128, 0, 0, 0, 0, 128, 255, 255]);
    }
}
