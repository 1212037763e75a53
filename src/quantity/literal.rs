//! A number with the digits it was printed with.

use std::fmt;
use std::ops::RangeInclusive;

use serde_json::value::RawValue;

use super::{precision, rounded};

/// The most digits that an `f64` keeps.
const DIGITS: i32 = 15;

/// The powers of ten that a last digit may stand for.
const EXPONENTS: RangeInclusive<i32> = -15..=15;

/// A number as a document prints it: the digits are the precision.
///
/// `4.681e6` was printed to three decimals of a million, so its last digit stands for 1,000.
#[derive(Clone, Debug, PartialEq)]
pub struct Literal {
    text: String,
    value: f64,
    exponent: i32,
}

impl Literal {
    /// Reads a JSON number; `None` when `text` is not a finite JSON number of at most 15 digits whose
    /// last stands for 1e-15 to 1e15.
    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_str::<&RawValue>(text).ok()?;
        let value: f64 = text.parse().ok()?;
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let decimals = mantissa
            .split_once('.')
            .map_or(0, |(_, fraction)| fraction.len());
        let digits = mantissa.bytes().filter(u8::is_ascii_digit).count();
        let digits = i32::try_from(digits).ok()?;
        let exponent = exponent.checked_sub(i32::try_from(decimals).ok()?)?;
        let plausible = value.is_finite() && digits <= DIGITS && EXPONENTS.contains(&exponent);
        plausible.then(|| Self {
            text: text.to_owned(),
            value,
            exponent,
        })
    }

    /// The number rounded to so many decimals, -4 for ten thousands, and printed to the last of them;
    /// `None` when that is no number that [`parse`](Self::parse) reads.
    pub fn rounded_to(&self, decimals: i32) -> Option<Self> {
        let exponent = -decimals;
        let value = rounded(self.value, exponent);
        let digits = precision::magnitude(value) + decimals + 1;
        if !EXPONENTS.contains(&exponent) || digits > DIGITS {
            return None;
        }
        let places = usize::try_from(decimals).unwrap_or(0);
        let steps = value / 10_f64.powi(exponent.max(0));
        let power = match exponent {
            1.. => format!("e{exponent}"),
            _ => String::new(),
        };
        Self::parse(&format!("{steps:.places$}{power}"))
    }

    /// The number.
    pub const fn value(&self) -> f64 {
        self.value
    }

    /// The power of ten of the last printed digit: 3 for `4.681e6`, -1 for `8.7`.
    pub const fn exponent(&self) -> i32 {
        self.exponent
    }
}

impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            "+5",
            "5.",
            ".5",
            " 5",
        ] {
            assert_eq!(Literal::parse(text), None, "{text}");
        }
    }

    #[test]
    fn rounds_to_decimals() {
        let rounded = |text, decimals| {
            let literal = Literal::parse(text).expect("the test writes a number");
            let rounded = literal.rounded_to(decimals)?;
            Some((rounded.to_string(), rounded.value(), rounded.exponent()))
        };
        for (text, decimals, expected) in [
            ("4681000.0", -3, ("4681e3", 4_681_000.0, 3)),
            ("4.681e6", -5, ("47e5", 4_700_000.0, 5)),
            ("8.7", 2, ("8.70", 8.7, -2)),
            ("-12.94", 1, ("-12.9", -12.9, -1)),
            ("2580", 0, ("2580", 2580.0, 0)),
            ("0", -3, ("0e3", 0.0, 3)),
            ("499", -3, ("0e3", 0.0, 3)),
        ] {
            let (digits, value, exponent) = expected;
            let expected = Some((digits.to_owned(), value, exponent));
            assert_eq!(rounded(text, decimals), expected, "{text} to {decimals}");
        }
        for (text, decimals) in [("4.681e6", 9), ("1", 16), ("1", -16), ("1e15", 0)] {
            assert_eq!(rounded(text, decimals), None, "{text} to {decimals}");
        }
    }
}
