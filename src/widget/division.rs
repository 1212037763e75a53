//! How a length is divided among the parts of a sum.

/// Eighths of a cell.
const CELL: u32 = 8;

/// Where each part ends, in eighths of a cell and whole steps, when the parts above zero fill `length`.
///
/// Every part with a length can be seen, for no cell holds the whole of one between two others: a part
/// begins or ends with a cell. Where parts are too many for that, the smallest have no length.
pub(super) fn ends(parts: &[f64], length: u32, step: u32) -> Vec<u32> {
    let shown = shown(parts, length, step);
    let mut latest = Vec::new();
    let mut last = length;
    for _ in shown.iter().filter(|is_shown| **is_shown) {
        latest.push(last);
        last = before(last, step);
    }
    let total: f64 = parts.iter().map(|part| part.max(0.0)).sum();
    let (mut sum, mut end) = (0.0, 0);
    let place = |(part, is_shown): (&f64, bool)| {
        sum += part.max(0.0);
        if is_shown && let Some(most) = latest.pop() {
            let steps = (sum / total * f64::from(length / step)).round() as u32;
            let exact = if latest.is_empty() {
                length
            } else {
                steps * step
            };
            end = exact.max(behind(end, step)).min(most);
        }
        end
    };
    parts.iter().zip(shown).map(place).collect()
}

/// Which parts have a length: all above zero, or as many of the largest as fit.
fn shown(parts: &[f64], length: u32, step: u32) -> Vec<bool> {
    let mut largest: Vec<usize> = (0..parts.len())
        .filter(|index| parts[*index] > 0.0)
        .collect();
    largest.sort_by(|one, other| parts[*other].total_cmp(&parts[*one]));
    let mut shown = vec![false; parts.len()];
    let mut end = 0;
    for index in largest {
        end = behind(end, step);
        if end > length {
            break;
        }
        shown[index] = true;
    }
    shown
}

/// The nearest end behind another: within the cell that the other ends, or else at the end of its own.
const fn behind(end: u32, step: u32) -> u32 {
    if end.is_multiple_of(CELL) {
        end + step
    } else {
        end.next_multiple_of(CELL)
    }
}

/// The last end before another, by the same rule.
const fn before(end: u32, step: u32) -> u32 {
    if end.is_multiple_of(CELL) {
        end.saturating_sub(step)
    } else {
        end / CELL * CELL
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn divides_in_proportion() {
        assert_eq!(ends(&[1.0, 2.0, 1.0], 32, 1), [8, 24, 32]);
        assert_eq!(ends(&[1.0, 0.0, -5.0, 3.0], 32, 1), [8, 8, 8, 32]);
        assert_eq!(ends(&[1.0, 1.1], 16, 8), [8, 16]);
        assert_eq!(ends(&[], 16, 1), [0; 0]);
        assert_eq!(ends(&[0.0, f64::NAN], 0, 1), [0, 0]);
    }

    #[test]
    fn shows_the_smallest_part_where_it_has_room() {
        assert_eq!(ends(&[1e-9, 1.0], 32, 1), [1, 32]);
        assert_eq!(ends(&[1.0, 1e-9, 1.0], 32, 1), [16, 17, 32]);
        assert_eq!(ends(&[1.1, 1e-9, 1.0], 32, 1), [17, 24, 32]);
        assert_eq!(ends(&[1.0, 1e-9], 32, 8), [24, 32]);
    }

    #[test]
    fn leaves_out_the_smallest_where_parts_are_too_many() {
        assert_eq!(ends(&[3.0, 1.0, 2.0], 8, 1), [4, 4, 8]);
        assert_eq!(ends(&[1.0, 3.0, 2.0], 8, 8), [0, 8, 8]);
        assert_eq!(ends(&[1.0, 2.0], 0, 1), [0, 0]);
    }

    #[test]
    fn fills_the_length_and_lets_every_part_be_seen_at_every_size() {
        let mut seed = 1_u32;
        let mut random = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            seed >> 16
        };
        for length in 0..200 {
            for count in 1..20_u32 {
                for step in [1, 8] {
                    let length = length / step * step;
                    let part = |_| f64::from(random() % 50).powi(3);
                    let parts: Vec<f64> = (0..count).map(part).collect();
                    let ends = ends(&parts, length, step);
                    let total: f64 = parts.iter().sum();
                    let last = ends.last().copied().unwrap_or(0);
                    assert_eq!(last, if total > 0.0 { length } else { 0 }, "{parts:?}");
                    let has_room = count * 8 <= length;
                    let mut start = 0;
                    let mut within = None;
                    for (part, end) in parts.iter().zip(&ends) {
                        assert!(*end >= start && end % step == 0);
                        assert!(*part > 0.0 || *end == start, "{parts:?}: {ends:?}");
                        assert!(
                            *part <= 0.0 || *end > start || !has_room,
                            "{parts:?}: {ends:?}"
                        );
                        if *end > start && end % CELL > 0 {
                            assert_ne!(within, Some(end / CELL), "{parts:?}: {ends:?}");
                            within = Some(end / CELL);
                        }
                        start = *end;
                    }
                }
            }
        }
    }

    #[test]
    fn moves_no_end_where_every_part_has_a_cell() {
        let parts = [3.0, 2.2, 4.7, 1.0, 9.1];
        let total: f64 = parts.iter().sum();
        for length in 200..400 {
            let mut sum = 0.0;
            for (part, end) in parts.iter().zip(ends(&parts, length, 1)) {
                sum += part;
                let exact = sum / total * f64::from(length);
                assert!(
                    (f64::from(end) - exact).abs() <= 0.5,
                    "{length}: {end} for {exact}"
                );
            }
        }
    }
}
