//! How many digits of a number its bounds allow to be shown.

use super::{Domain, Interval, rounded};

/// How many steps of the last digit the bounds may be away from the value, on either side.
const DOUBTFUL_STEPS: f64 = 1.5;

/// The same where the last digit is a zero, which says nothing if it is in doubt.
const DOUBTFUL_STEPS_OF_ZERO: f64 = 0.51;

/// What part of its size rounding may move a number by.
const PART_OF_SIZE: f64 = 1.0 / 16.0;

/// How many times the way to the nearer bound rounding may move a number by.
const TIMES_TO_BOUND: f64 = 1.5;

/// What part of half the distance of the bounds is hardly any way off, and as a value hardly any.
const HARDLY_ANY: f64 = 1.0 / 4.0;

/// How many more digits are tried, at most, where the first try moves the number too far.
const FURTHER_DIGITS: i32 = 3;

/// The error of an `f64`, as a part of its size.
const ERROR: f64 = 1e-12;

/// The power of ten of the first digit: 0 for 8.7, 2 for 504.
pub(super) fn magnitude(value: f64) -> i32 {
    if value == 0.0 || !value.is_finite() {
        0
    } else {
        value.abs().log10().floor() as i32
    }
}

/// The power of ten of the last digit that a value within `interval` may show, no less than `min_exponent`
/// if that will do.
///
/// The bounds give the digits that are in little doubt. If leaving out the others moves the number
/// too far, further digits are shown. A number that is small against its bounds on both sides of
/// zero becomes zero.
pub(super) fn last_digit(value: f64, interval: Interval, min_exponent: i32, domain: Domain) -> i32 {
    let half = interval.width() / 2.0;
    let known = last_known_digit(value, half);
    let furthest =
        furthest_rounding(value, interval, domain, known >= min_exponent) + ERROR * value.abs();
    let is_noise = interval.low < 0.0 && interval.high > 0.0 && value.abs() <= half * HARDLY_ANY;
    let is_faithful = |&exponent: &i32| {
        let shown = rounded(value, exponent);
        (shown - value).abs() <= furthest || is_noise && shown == 0.0
    };
    let coarsest = known.max(min_exponent);
    let finest = coarsest - FURTHER_DIGITS;
    let mut exponents = (finest..=coarsest).rev();
    exponents.find(is_faithful).unwrap_or(finest)
}

/// The power of ten of the last digit that bounds `half` a distance away on either side leave in
/// little doubt.
fn last_known_digit(value: f64, half: f64) -> i32 {
    let exponent = (half / DOUBTFUL_STEPS).log10().ceil() as i32;
    let steps = (value * 10_f64.powi(-exponent)).round();
    let is_zero = steps != 0.0 && steps % 10.0 == 0.0;
    if is_zero && half > DOUBTFUL_STEPS_OF_ZERO * 10_f64.powi(exponent) {
        exponent + 1
    } else {
        exponent
    }
}

/// By how much rounding may move a number: by a part of its size, or for a share of what it is
/// short of the whole; where the bounds are what limits its digits, no further than a little
/// beyond the nearer of them.
fn furthest_rounding(
    value: f64,
    interval: Interval,
    domain: Domain,
    is_limited_by_bounds: bool,
) -> f64 {
    let size = match domain {
        Domain::Share => value.abs().min((100.0 - value).abs()),
        _ => value.abs(),
    };
    let of_size = size * PART_OF_SIZE;
    if !is_limited_by_bounds {
        return of_size;
    }
    let half = interval.width() / 2.0;
    let to_bound = (value - interval.low).min(interval.high - value);
    of_size.min(TIMES_TO_BOUND * to_bound.max(half * HARDLY_ANY))
}
