//! Reads a number together with the digits it is written in.

use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use crate::quantity::Literal;

/// Keeps the text of a JSON number, for its digits are its precision.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Literal, D::Error> {
    let raw = Box::<RawValue>::deserialize(from)?;
    let text = raw.get();
    Literal::parse(text).ok_or_else(|| {
        let expected = if text.starts_with(|it: char| it == '-' || it.is_ascii_digit()) {
            let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
            match mantissa.bytes().filter(u8::is_ascii_digit).count() {
                ..=15 => "a last digit between 1e-15 and 1e15",
                _ => "at most 15 digits",
            }
        } else {
            "a number"
        };
        D::Error::custom(format_args!("expected {expected}, found {text}"))
    })
}
