//! Reads a number together with the digits it is written in.

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::problem::Shape;
use crate::quantity::Literal;

/// The name by which a reader knows that the text of a number is asked for.
pub(super) const NAME: &str = "Literal";

/// Keeps the text of a JSON number, for its digits are its precision.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Literal, D::Error> {
    struct Digits;

    impl<'de> Visitor<'de> for Digits {
        type Value = Literal;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a number")
        }

        // As `serde_json` calls it.
        fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<Literal, D::Error> {
            read(<&RawValue>::deserialize(from)?.get())
        }

        // As a reader calls it that knows the name.
        fn visit_str<E: Error>(self, text: &str) -> Result<Literal, E> {
            read(text)
        }
    }

    from.deserialize_newtype_struct(NAME, Digits)
}

fn read<E: Error>(text: &str) -> Result<Literal, E> {
    Literal::parse(text).ok_or_else(|| {
        let is_number = text.starts_with(|first: char| first == '-' || first.is_ascii_digit());
        let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
        let digits = mantissa.bytes().filter(u8::is_ascii_digit).count();
        E::custom(match digits {
            _ if !is_number => Shape::Number,
            ..=15 => Shape::LastDigit,
            _ => Shape::Digits,
        })
    })
}
