//! A number with the digits it was printed with.

use std::fmt;

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
    /// Reads a JSON number; `None` when `text` is not a finite JSON number of at most 15 digits,
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
        let exponent = exponent.checked_sub(i32::try_from(decimals).ok()?)?;
        let plausible = value.is_finite() && digits <= 15 && (-15..=15).contains(&exponent);
        plausible.then(|| Self {
            text: text.to_owned(),
            value,
            exponent,
        })
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
        ] {
            assert_eq!(Literal::parse(text), None, "{text}");
        }
    }
}
