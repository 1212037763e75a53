//! The bounds of a number.

use super::{Hedge, scaled};

/// The bounds between which a value is known to lie; either may be infinite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower bound.
    pub low: f64,
    /// The upper bound.
    pub high: f64,
}

impl Interval {
    /// An interval of one point.
    pub const fn point(value: f64) -> Self {
        Self {
            low: value,
            high: value,
        }
    }

    /// `value` give or take `half_width`.
    pub const fn around(value: f64, half_width: f64) -> Self {
        Self {
            low: value - half_width,
            high: value + half_width,
        }
    }

    /// The part of it that lies within `limits`, but for `value`, which always stays.
    pub(super) const fn within(self, limits: Self, value: f64) -> Self {
        Self {
            low: self.low.max(limits.low).min(value),
            high: self.high.min(limits.high).max(value),
        }
    }

    /// Whether `value` lies between the bounds, or is one of them.
    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }

    /// The bound that a hedge speaks of: the lower for a floor, else the upper.
    pub const fn end(self, hedge: Hedge) -> f64 {
        if hedge.is_floor() {
            self.low
        } else {
            self.high
        }
    }

    /// The distance between the bounds.
    pub const fn width(self) -> f64 {
        self.high - self.low
    }

    /// Whether the two intervals have a point in common, allowing for the error of an `f64`.
    pub fn meets(self, other: Self) -> bool {
        let reaches = |low: f64, high: f64| {
            let error = 1e-12 * low.abs().max(high.abs());
            low <= high || error.is_finite() && low - high <= error
        };
        reaches(self.low, other.high) && reaches(other.low, self.high)
    }

    /// The bounds rounded away from each other to the power of ten `exponent`.
    #[must_use]
    pub fn outward(self, exponent: i32) -> Self {
        // A bound that is a whole number of steps but for the error of an `f64` stays where it is.
        let step = |value: f64, round: fn(f64) -> f64| {
            let steps = value * 10_f64.powi(-exponent);
            let near = steps.round();
            let steps = if (steps - near).abs() < 1e-12 * near.abs().max(1.0) {
                near
            } else {
                round(steps)
            };
            scaled(steps, exponent)
        };
        Self {
            low: step(self.low, f64::floor),
            high: step(self.high, f64::ceil),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_intervals_that_meet_from_those_that_do_not() {
        let up = Interval {
            low: 100.0,
            high: f64::INFINITY,
        };
        assert!(up.meets(Interval::point(100.0)));
        assert!(!up.meets(Interval::around(10.0, 0.05)));
        assert!(Interval::around(0.3, 0.1).meets(Interval::around(0.5, 0.1)));
        assert!(!Interval::point(1.0).meets(Interval::point(1.001)));
    }

    #[test]
    fn takes_no_bound_for_a_step_that_it_misses() {
        let bound = Interval::point(-830_999_999.986).outward(6);
        assert_eq!(
            bound,
            Interval {
                low: -831e6,
                high: -830e6
            }
        );
    }

    #[test]
    fn rounds_bounds_away_from_each_other() {
        let interval = Interval {
            low: 5.3706,
            high: 5.3780,
        };
        assert_eq!(
            interval.outward(-3),
            Interval {
                low: 5.370,
                high: 5.378
            }
        );
        assert_eq!(
            Interval::around(0.3, 0.1).outward(-1),
            Interval {
                low: 0.2,
                high: 0.4
            }
        );
    }
}
