//! Reads a number together with the digits it is written in.

use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use crate::quantity::Literal;

/// Keeps the text of a JSON number, for its digits are its precision.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Literal, D::Error> {
    let raw = Box::<RawValue>::deserialize(from)?;
    Literal::parse(raw.get()).ok_or_else(|| {
        D::Error::custom(format_args!(
            "expected a number of at most 15 digits, found {}",
            raw.get()
        ))
    })
}
