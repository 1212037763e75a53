//! The one rule by which every bar gets its length.

/// The length of a bar of `value` in eighths of a cell, when `max` fills `cells`.
///
/// A value above zero is at least one eighth, a value below `max` stays at least one eighth short
/// of full, and equal values are equally long. Anything that is not a positive number is nothing.
pub fn eighths(value: f64, max: f64, cells: u16) -> u32 {
    steps(value, max, u32::from(cells) * 8)
}

/// The same in steps of any size, when `max` is `full` of them.
pub(super) fn steps(value: f64, max: f64, full: u32) -> u32 {
    if full == 0 || value.is_nan() || value <= 0.0 || max.is_nan() || max <= 0.0 {
        0
    } else if value >= max {
        full
    } else {
        let length = (value / max * f64::from(full)).round() as u32;
        length.clamp(1, (full - 1).max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_one_in_a_thousand() {
        assert_eq!(eighths(1.0, 1000.0, 10), 1);
    }

    #[test]
    fn keeps_all_but_everything_short_of_full() {
        assert_eq!(eighths(99.9, 100.0, 10), 79);
        assert_eq!(eighths(100.0, 100.0, 10), 80);
    }

    #[test]
    fn draws_nothing_for_nothing() {
        for value in [0.0, -1.0, f64::NAN, f64::NEG_INFINITY] {
            assert_eq!(eighths(value, 100.0, 10), 0);
        }
        assert_eq!(eighths(1.0, 0.0, 10), 0);
        assert_eq!(eighths(1.0, 1.0, 0), 0);
    }

    #[test]
    fn is_proportional() {
        assert_eq!(eighths(50.0, 100.0, 10), 40);
        assert_eq!(eighths(f64::INFINITY, 100.0, 1), 8);
    }
}
