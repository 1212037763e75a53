//! A number that knows how it was printed, between which bounds it lies, and how it was hedged.

mod interval;
mod literal;
mod operation;
mod precision;

use std::cmp::Ordering;

use serde::Deserialize;
use strum::{IntoStaticStr, VariantArray};

pub use interval::Interval;
pub use literal::Literal;
pub use operation::{Corner, Operation};

/// The words before a printed number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, IntoStaticStr, VariantArray)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Hedge {
    /// More than, over, above: the number is a lower bound.
    MoreThan,
    /// Less than, fewer than, under: the number is an upper bound.
    LessThan,
    /// Almost, nearly: the number is an upper bound, and near.
    Almost,
    /// About, around: the number may be off by one unit of its last digit.
    About,
}

impl Hedge {
    /// The word of a dataset file.
    pub fn name(self) -> &'static str {
        self.into()
    }

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
    pub exponent: i32,
    /// The bounds that rounding and hedge leave.
    pub interval: Interval,
    /// The words before the number.
    pub hedge: Option<Hedge>,
}

/// Which numbers a unit has: what bounds a value beyond its rounding and its hedge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Domain {
    /// Any number, such as a change.
    Any,
    /// An amount, which may be below zero; but then it has a sign, even where it rounds to zero.
    Amount,
    /// Countable things, none below zero; exact when printed to the last one.
    Count,
    /// Percent of a whole: 0 to 100.
    Share,
}

impl Domain {
    const fn interval(self) -> Interval {
        let (low, high) = match self {
            Self::Any | Self::Amount => (f64::NEG_INFINITY, f64::INFINITY),
            Self::Count => (0.0, f64::INFINITY),
            Self::Share => (0.0, 100.0),
        };
        Interval { low, high }
    }
}

impl Quantity {
    /// A printed number: known to half a unit of its last digit, or, when hedged, bounded on one side.
    ///
    /// A count printed to the last one (`102` schools, `118,746` people) is exact. An upper bound of
    /// a number that is not negative leaves it between zero and the bound.
    pub fn printed(literal: &Literal, hedge: Option<Hedge>, domain: Domain) -> Self {
        let value = literal.value();
        let step = 10_f64.powi(literal.exponent());
        let lowest = if value < 0.0 { f64::NEG_INFINITY } else { 0.0 };
        let interval = match hedge {
            Some(Hedge::MoreThan) => Interval {
                low: value,
                high: f64::INFINITY,
            },
            Some(Hedge::LessThan | Hedge::Almost) => Interval {
                low: lowest,
                high: value,
            },
            Some(Hedge::About) => Interval::around(value, step),
            None if domain == Domain::Count && literal.exponent() == 0 => Interval::point(value),
            None if value == 0.0 && domain != Domain::Any => Interval {
                low: 0.0,
                high: step / 2.0,
            },
            None => Interval::around(value, step / 2.0),
        };
        Self {
            value,
            exponent: literal.exponent(),
            interval: interval.within(domain.interval(), value),
            hedge,
        }
    }

    /// How large it is, whatever its sign: a fall of *less than −24%* is one of *more than 24%*.
    #[must_use]
    pub fn size(self) -> Self {
        if self.value >= 0.0 {
            return self;
        }
        let hedge = self.hedge.map(|hedge| match hedge {
            Hedge::MoreThan => Hedge::LessThan,
            Hedge::LessThan | Hedge::Almost => Hedge::MoreThan,
            Hedge::About => Hedge::About,
        });
        Self {
            value: -self.value,
            interval: Interval {
                low: -self.interval.high,
                high: -self.interval.low,
            },
            hedge,
            ..self
        }
    }

    /// The bounds rounded away from each other, and the power of ten of their last digit.
    ///
    /// They have one digit more than the value, unless they would then leave the value out as it is
    /// shown, or are as exact as it is.
    pub fn shown_bounds(&self) -> (Interval, i32) {
        let finer = self.interval.outward(self.exponent - 1);
        let is_exact = self.interval.low >= self.interval.high;
        if !is_exact && finer.contains(rounded(self.value, self.exponent)) {
            (finer, self.exponent - 1)
        } else {
            (self.interval.outward(self.exponent), self.exponent)
        }
    }

    /// How many digits it is shown with, leading zeros not counted; at least one.
    pub fn digit_count(&self) -> i32 {
        let shown = rounded(self.value, self.exponent);
        (precision::magnitude(shown) - self.exponent + 1).max(1)
    }

    /// Whether it is above or below zero as it is shown: one that rounds to zero is neither.
    pub fn direction(&self) -> Ordering {
        let shown = rounded(self.value, self.exponent);
        shown.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
    }

    /// Whether it says which way something changed: a hedge may leave even that open.
    pub fn has_direction(&self) -> bool {
        self.hedge.is_none() || self.interval.low >= 0.0 || self.interval.high <= 0.0
    }

    /// Whether it says that something at least doubled, which is worth saying as a multiple.
    pub fn is_multiple(&self) -> bool {
        self.value >= 2.0 && !self.hedge.is_some_and(Hedge::is_ceiling)
    }

    /// A number that is exact as it is written.
    pub const fn constant(literal: &Literal) -> Self {
        Self::exact(literal.value(), literal.exponent())
    }

    /// A number known exactly, such as the days of a year.
    pub const fn exact(value: f64, exponent: i32) -> Self {
        Self {
            value,
            exponent,
            interval: Interval::point(value),
            hedge: None,
        }
    }
}

/// `value` to the nearest multiple of the power of ten `exponent`, halves away from zero.
pub fn rounded(value: f64, exponent: i32) -> f64 {
    scaled((value * 10_f64.powi(-exponent)).round(), exponent)
}

/// `steps` times ten to the `exponent`, by the operation that rounds least.
fn scaled(steps: f64, exponent: i32) -> f64 {
    if exponent < 0 {
        steps / 10_f64.powi(-exponent)
    } else {
        steps * 10_f64.powi(exponent)
    }
}

/// The digits of `value` down to the power of ten `exponent`, in groups of three, with a true minus sign.
pub fn digits(value: f64, exponent: i32) -> String {
    let decimals = usize::try_from(-exponent).unwrap_or(0);
    let rounded = rounded(value, exponent);
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
        let net = Quantity::printed(&literal("4.681e6"), None, Domain::Any);
        assert_eq!(net.interval, Interval::around(4_681_000.0, 500.0));
        assert_eq!(literal("8.7").exponent(), -1);
        assert_eq!(literal("184e3").exponent(), 3);
        assert_eq!(literal("1.0").exponent(), -1);
    }

    #[test]
    fn knows_exact_counts_from_rounded_ones() {
        let schools = Quantity::printed(&literal("102"), None, Domain::Count);
        assert_eq!(schools.interval, Interval::point(102.0));
        let users = Quantity::printed(&literal("187e6"), None, Domain::Count);
        assert_eq!(users.interval, Interval::around(187e6, 0.5e6));
    }

    #[test]
    fn bounds_a_hedged_value_on_one_side() {
        let bounds = |text, hedge, domain| {
            let Interval { low, high } =
                Quantity::printed(&literal(text), Some(hedge), domain).interval;
            (low, high)
        };
        let more = bounds("60e3", Hedge::MoreThan, Domain::Count);
        assert_eq!(more, (60e3, f64::INFINITY));
        let almost = bounds("50e3", Hedge::Almost, Domain::Count);
        assert_eq!(almost, (0.0, 50e3));
        let below = bounds("-5", Hedge::LessThan, Domain::Any);
        assert_eq!(below, (f64::NEG_INFINITY, -5.0));
    }

    #[test]
    fn leaves_no_share_beyond_the_whole_and_no_count_below_zero() {
        let share = |text, hedge| Quantity::printed(&literal(text), hedge, Domain::Share).interval;
        assert_eq!(
            share("100", None),
            Interval {
                low: 99.5,
                high: 100.0
            }
        );
        assert_eq!(
            share("50", Some(Hedge::MoreThan)),
            Interval {
                low: 50.0,
                high: 100.0
            }
        );
        let count = Quantity::printed(&literal("0e3"), None, Domain::Count);
        assert_eq!(
            count.interval,
            Interval {
                low: 0.0,
                high: 500.0
            }
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
