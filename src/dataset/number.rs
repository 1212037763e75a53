//! A number of a file together with the digits it is written in.

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::problem::Shape;
use crate::quantity::Literal;

/// The name by which a reader knows that the text of a number is asked for.
pub(super) const NAME: &str = "Number";

/// A number as a file writes it: as a text that every tool keeps, `"4.681e6"`, or as a number of JSON.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// The number with its digits, which are its precision.
    pub literal: Literal,
    /// Whether it is a text: a tool may rewrite the digits of a plain number.
    pub is_text: bool,
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Digits;

        impl<'de> Visitor<'de> for Digits {
            type Value = Number;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number")
            }

            // As `serde_json` calls it.
            fn visit_newtype_struct<D: Deserializer<'de>>(
                self,
                from: D,
            ) -> Result<Number, D::Error> {
                let raw = <&RawValue>::deserialize(from)?.get();
                if raw.starts_with('"') {
                    let text = serde_json::from_str(raw);
                    self.visit_string(text.map_err(D::Error::custom)?)
                } else {
                    self.visit_str(raw)
                }
            }

            // As a reader calls it that knows the name, for a plain number.
            fn visit_str<E: Error>(self, number: &str) -> Result<Number, E> {
                read(number, false)
            }

            // The same for a text.
            fn visit_string<E: Error>(self, text: String) -> Result<Number, E> {
                read(&text, true)
            }
        }

        from.deserialize_newtype_struct(NAME, Digits)
    }
}

fn read<E: Error>(text: &str, is_text: bool) -> Result<Number, E> {
    let literal = Literal::parse(text).ok_or_else(|| {
        let is_number = text.starts_with(|first: char| first == '-' || first.is_ascii_digit())
            && serde_json::from_str::<&RawValue>(text).is_ok();
        let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
        let digits = mantissa.bytes().filter(u8::is_ascii_digit).count();
        E::custom(match digits {
            _ if !is_number => Shape::Number,
            ..=15 => Shape::LastDigit,
            _ => Shape::Digits,
        })
    })?;
    Ok(Number { literal, is_text })
}

#[cfg(test)]
impl schemars::JsonSchema for Number {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        NAME.into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A number: as a text with the printed digits, such as \"4.681e6\", which every tool keeps, or plain.",
            "anyOf": [
                { "type": "string", "pattern": r"^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$" },
                { "type": "number" },
            ],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_text_and_a_plain_number_alike() {
        let read = |json: &str| serde_json::from_str::<Number>(json).ok();
        for digits in ["4.681e6", "8.70", "-12.9", "0"] {
            let plain = read(digits).expect("it is a number");
            let text = read(&format!("\"{digits}\"")).expect("it is the text of a number");
            assert_eq!(plain.literal, text.literal);
            assert_eq!((plain.is_text, text.is_text), (false, true));
        }
        for other in [
            "\"1,234\"",
            "\"5 million\"",
            "\" 5\"",
            "\"+5\"",
            "\"5.\"",
            "\"\"",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
        for other in ["null", "true", "[5]", "{}", "\"\\ud800\""] {
            assert_eq!(read(other), None, "{other}");
        }
        assert!(read("\"\\u0035\"").is_some());
    }
}
