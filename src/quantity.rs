//! A number that knows how it was printed, between which bounds it lies, and how it was hedged.

use std::fmt;

/// A number as a document prints it: the digits are the precision.
///
/// `4.681e6` was printed to three decimals of a million, so its last digit stands for 1,000.
#[derive(Clone, Debug, PartialEq)]
pub struct Literal {
    text: String,
    value: f64,
    place: i32,
}

impl Literal {
    /// Reads a JSON number; `None` when `text` is no finite JSON number of at most 15 digits,
    /// the most that an `f64` keeps.
    pub fn parse(text: &str) -> Option<Self> {
        let value: f64 = text.parse().ok()?;
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let decimals = mantissa
            .split_once('.')
            .map_or(0, |(_, fraction)| fraction.len());
        let digits = mantissa.bytes().filter(u8::is_ascii_digit).count();
        let place = exponent.checked_sub(i32::try_from(decimals).ok()?)?;
        let plausible = value.is_finite() && digits <= 15 && (-15..=15).contains(&place);
        plausible.then(|| Self {
            text: text.to_owned(),
            value,
            place,
        })
    }

    /// The number.
    pub const fn value(&self) -> f64 {
        self.value
    }

    /// The power of ten of the last printed digit: 3 for `4.681e6`, -1 for `8.7`.
    pub const fn place(&self) -> i32 {
        self.place
    }
}

impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

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

    /// The distance between the bounds.
    pub const fn width(self) -> f64 {
        self.high - self.low
    }

    /// Whether both bounds are finite.
    pub const fn is_bounded(self) -> bool {
        self.low.is_finite() && self.high.is_finite()
    }

    /// Whether the two intervals have a point in common, allowing for the error of an `f64`.
    pub fn meets(self, other: Self) -> bool {
        let slack = 1e-12 * self.high.abs().max(other.high.abs()).min(f64::MAX);
        self.low <= other.high + slack && other.low <= self.high + slack
    }

    /// The corners of `inputs` at which `formula` is least and greatest.
    ///
    /// They give the exact bounds of formulas that are monotone in each input, as all formulas
    /// here are. Corners without a value (infinity over infinity) say nothing and are passed over.
    pub fn corners(inputs: &[Self], formula: impl Fn(&[f64]) -> f64) -> [Vec<f64>; 2] {
        let corner = |sides: u32| -> Vec<f64> {
            let side = |(bit, it): (usize, &Self)| {
                if sides >> bit & 1 == 0 {
                    it.low
                } else {
                    it.high
                }
            };
            inputs.iter().enumerate().map(side).collect()
        };
        let mut known: Vec<(f64, Vec<f64>)> = (0..1_u32 << inputs.len())
            .map(corner)
            .map(|corner| (formula(&corner), corner))
            .filter(|(value, _)| !value.is_nan())
            .collect();
        known.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        let greatest = known.pop();
        let least = known.into_iter().next().or_else(|| greatest.clone());
        [least, greatest].map(|end| end.map_or_else(Vec::new, |(_, corner)| corner))
    }

    /// The bounds rounded away from each other to the power of ten `place`.
    #[must_use]
    pub fn outward(self, place: i32) -> Self {
        // A bound that is a whole number of steps but for the error of an `f64` stays where it is.
        let step = |value: f64, round: fn(f64) -> f64| {
            let steps = value * 10_f64.powi(-place);
            let near = steps.round();
            let steps = if (steps - near).abs() < 1e-6 {
                near
            } else {
                round(steps)
            };
            scaled(steps, place)
        };
        Self {
            low: step(self.low, f64::floor),
            high: step(self.high, f64::ceil),
        }
    }
}

/// The words that stood before a number: what they say about the true value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hedge {
    /// The printed number is a lower bound.
    MoreThan,
    /// The printed number is an upper bound.
    LessThan,
    /// The printed number is an upper bound, and near.
    Almost,
    /// The printed number may be off by as much as one unit of its last digit.
    About,
}

impl Hedge {
    /// Whether the printed number is a lower bound.
    pub const fn is_floor(self) -> bool {
        matches!(self, Self::MoreThan)
    }

    /// Whether the printed number is an upper bound.
    pub const fn is_ceiling(self) -> bool {
        matches!(self, Self::LessThan | Self::Almost)
    }
}

/// A value with its printed digits, its bounds and its hedge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// The value, in its unit (tonnes, people, percent, …).
    pub value: f64,
    /// The power of ten of the last digit that is shown.
    pub place: i32,
    /// The bounds that rounding and hedge leave.
    pub interval: Interval,
    /// What was said before the number.
    pub hedge: Option<Hedge>,
}

/// How many digits a derived value may show at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digits {
    /// As many as its interval allows.
    Interval,
    /// As many as its interval allows, and at most three significant ones: for quotients,
    /// whose further digits are arithmetic rather than knowledge.
    Three,
}

impl Quantity {
    /// A printed number: known to half a unit of its last digit, or, when hedged, bounded on one side.
    ///
    /// A `count` printed to the last one (`102` schools, `118,746` people) is exact.
    pub fn printed(literal: &Literal, hedge: Option<Hedge>, count: bool) -> Self {
        let value = literal.value();
        let step = 10_f64.powi(literal.place());
        let interval = match hedge {
            Some(Hedge::MoreThan) => Interval {
                low: value,
                high: f64::INFINITY,
            },
            Some(Hedge::LessThan | Hedge::Almost) => Interval {
                low: 0_f64.min(value),
                high: value,
            },
            Some(Hedge::About) => Interval::around(value, step),
            None if count && literal.place() == 0 => Interval::point(value),
            None => Interval::around(value, step / 2.0),
        };
        Self {
            value,
            place: literal.place(),
            interval,
            hedge,
        }
    }

    /// A computed value, shown with no more digits than `interval` allows.
    ///
    /// The last digit may be doubtful by one and a half at most; a doubtful zero is not shown.
    /// A value bounded on one side only becomes that bound, rounded to the safe side.
    pub fn derived(value: f64, interval: Interval, hedged: bool, digits: Digits) -> Self {
        let three = magnitude(value) - 2;
        let hedge = match (hedged, interval.high.is_infinite()) {
            (true, true) => Some(Hedge::MoreThan),
            (true, false) => Some(Hedge::LessThan),
            (false, _) => None,
        };
        let (value, place) = match hedge {
            Some(Hedge::MoreThan) => {
                let place = magnitude(interval.low) - 2;
                (interval.outward(place).low, place)
            }
            Some(_) => {
                let place = magnitude(interval.high) - 2;
                (interval.outward(place).high, place)
            }
            None => {
                let allowed = allowed_place(value, interval);
                let place = match digits {
                    Digits::Interval => allowed,
                    Digits::Three => allowed.max(three),
                };
                (value, place)
            }
        };
        Self {
            value,
            place,
            interval,
            hedge,
        }
    }
}

/// The power of ten of the first digit: 0 for 8.7, 2 for 504.
fn magnitude(value: f64) -> i32 {
    if value == 0.0 || !value.is_finite() {
        0
    } else {
        value.abs().log10().floor() as i32
    }
}

/// The least power of ten that a value within `interval` may show as its last digit.
fn allowed_place(value: f64, interval: Interval) -> i32 {
    let half = interval.width() / 2.0;
    if half <= f64::EPSILON * value.abs() {
        return magnitude(value) - 3;
    }
    let place = (half / 1.5).log10().ceil() as i32;
    let steps = (value * 10_f64.powi(-place)).round();
    let doubtful = half > 0.51 * 10_f64.powi(place);
    if doubtful && steps != 0.0 && steps % 10.0 == 0.0 {
        place + 1
    } else {
        place
    }
}

/// `steps` times ten to the `place`, by the operation that rounds least.
fn scaled(steps: f64, place: i32) -> f64 {
    if place < 0 {
        steps / 10_f64.powi(-place)
    } else {
        steps * 10_f64.powi(place)
    }
}

/// The digits of `value` down to the power of ten `place`, in groups of three, with a true minus sign.
pub fn digits(value: f64, place: i32) -> String {
    let decimals = usize::try_from(-place).unwrap_or(0);
    let rounded = if place > 0 {
        scaled((value / 10_f64.powi(place)).round(), place)
    } else {
        value
    };
    let plain = format!("{:.decimals$}", rounded.abs());
    let (whole, fraction) = match plain.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (plain.as_str(), None),
    };
    let mut text = String::new();
    if rounded < 0.0 && plain.bytes().any(|byte| matches!(byte, b'1'..=b'9')) {
        text.push('−');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literal(text: &str) -> Literal {
        Literal::parse(text).expect("the test writes a number")
    }

    #[test]
    fn takes_precision_from_the_literal() {
        let net = Quantity::printed(&literal("4.681e6"), None, false);
        assert_eq!(net.interval, Interval::around(4_681_000.0, 500.0));
        assert_eq!(literal("8.7").place(), -1);
        assert_eq!(literal("184e3").place(), 3);
        assert_eq!(literal("1.0").place(), -1);
    }

    #[test]
    fn refuses_what_an_f64_cannot_keep() {
        for text in [
            "1e400",
            "1234567890123456",
            "",
            "abc",
            "1e99999999999",
            "NaN",
            "inf",
        ] {
            assert_eq!(Literal::parse(text), None, "{text}");
        }
    }

    #[test]
    fn knows_exact_counts_from_rounded_ones() {
        let schools = Quantity::printed(&literal("102"), None, true);
        assert_eq!(schools.interval, Interval::point(102.0));
        let users = Quantity::printed(&literal("187e6"), None, true);
        assert_eq!(users.interval, Interval::around(187e6, 0.5e6));
    }

    #[test]
    fn bounds_a_hedged_value_on_one_side() {
        let more = Quantity::printed(&literal("60e3"), Some(Hedge::MoreThan), true);
        assert_eq!(
            (more.interval.low, more.interval.high),
            (60e3, f64::INFINITY)
        );
        let almost = Quantity::printed(&literal("50e3"), Some(Hedge::Almost), true);
        assert_eq!((almost.interval.low, almost.interval.high), (0.0, 50e3));
    }

    #[test]
    fn finds_the_corners_that_bound_a_formula() {
        let inputs = [
            Interval {
                low: -1.0,
                high: 2.0,
            },
            Interval {
                low: 3.0,
                high: 4.0,
            },
        ];
        let [least, greatest] = Interval::corners(&inputs, |x| x[0] * x[1]);
        assert_eq!((least, greatest), (vec![-1.0, 4.0], vec![2.0, 4.0]));
        let open = [
            Interval {
                low: 0.0,
                high: 50e3,
            },
            Interval {
                low: 1460.0,
                high: f64::INFINITY,
            },
        ];
        let [_, greatest] = Interval::corners(&open, |x| x[0] / x[1]);
        assert_eq!(greatest, [50e3, 1460.0]);
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

    #[test]
    fn shows_no_more_digits_than_the_interval_allows() {
        let shown = |value, low, high, rule| {
            let quantity = Quantity::derived(value, Interval { low, high }, false, rule);
            digits(quantity.value, quantity.place)
        };
        assert_eq!(shown(5.3743, 5.3706, 5.3780, Digits::Interval), "5.37");
        assert_eq!(shown(9.2259, 9.1622, 9.2887, Digits::Interval), "9.2");
        assert_eq!(shown(-0.5259, -0.5338, -0.5180, Digits::Interval), "−0.53");
        assert_eq!(shown(2.4954, 2.4873, 2.5035, Digits::Three), "2.5");
        assert_eq!(shown(504.11, 502.7, 505.5, Digits::Three), "504");
        assert_eq!(shown(2.289, 2.2885, 2.2895, Digits::Three), "2.29");
    }

    #[test]
    fn rounds_one_sided_bounds_to_the_safe_side() {
        let more = Quantity::derived(
            588.2,
            Interval {
                low: 588.235,
                high: f64::INFINITY,
            },
            true,
            Digits::Three,
        );
        assert_eq!(
            (digits(more.value, more.place).as_str(), more.hedge),
            ("588", Some(Hedge::MoreThan))
        );
        let less = Quantity::derived(
            34.2,
            Interval {
                low: 0.0,
                high: 34.2466,
            },
            true,
            Digits::Three,
        );
        assert_eq!(
            (digits(less.value, less.place).as_str(), less.hedge),
            ("34.3", Some(Hedge::LessThan))
        );
    }

    #[test]
    fn groups_digits_and_signs_negatives() {
        assert_eq!(digits(118_746.0, 0), "118,746");
        assert_eq!(digits(1_460.0, 0), "1,460");
        assert_eq!(digits(-0.032, -3), "−0.032");
        assert_eq!(digits(-0.0001, -2), "0.00");
        assert_eq!(digits(184_499.0, 3), "184,000");
        assert_eq!(digits(102.0, 0), "102");
    }
}
