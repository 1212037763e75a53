//! Reads the units that tables name: how their numbers behave, and the power of ten in their words.

use super::number;
use crate::dataset::UnitStyle;
use crate::locale::Lang;
use crate::locale::table::{TOPICS, TableWords};

/// Units of mass; the words of a language are with its other words.
const MASSES: [&str; 9] = ["t", "kt", "mt", "gt", "kg", "g", "mg", "lb", "lbs"];

/// Units of other amounts.
const AMOUNTS: [&str; 41] = [
    "wh", "kwh", "mwh", "gwh", "twh", "j", "kj", "mj", "gj", "tj", "pj", "toe", "ktoe", "btu",
    "mmbtu", "w", "kw", "mw", "gw", "m3", "m³", "l", "ml", "kl", "gl", "m2", "m²", "ha", "km2",
    "km²", "km", "m", "h", "hrs", "fte", "ftes", "bbl", "boe", "nm3", "pkm", "tkm",
];

/// What a unit is, as far as its own words tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UnitReading {
    /// The symbol, without a power of ten.
    pub(super) symbol: String,
    /// The power of ten that the words of the unit had.
    pub(super) power: i32,
    /// How its numbers behave; `None` when that is for the numbers to say.
    pub(super) style: Option<UnitStyle>,
}

/// Reads a unit such as `t CO2e`, `%`, `thousand m³`, `RMB million`, `kWh per tonne`.
pub(super) fn read(text: &str) -> UnitReading {
    let (symbol, power) = without_power(text.trim());
    let is_percent = is_word(&symbol.to_lowercase(), |words| words.percent);
    let symbol = if is_percent {
        "%".to_owned()
    } else {
        subscript(&symbol)
    };
    let style = style(&symbol);
    UnitReading {
        symbol,
        power,
        style,
    }
}

/// `CO2` with its small digit, and a space between tonnes and the gas.
fn subscript(symbol: &str) -> String {
    let symbol = symbol.replace("CO2", "CO₂");
    match symbol.split_once("CO₂") {
        Some((mass, rest)) if MASSES.contains(&mass.to_lowercase().as_str()) => {
            format!("{mass} CO₂{rest}")
        }
        _ => symbol,
    }
}

/// A unit without the power of ten at its beginning or end, and the power.
fn without_power(text: &str) -> (String, i32) {
    let (power, rest) = number::power(text);
    let rest = rest.trim();
    if power != 0 && !rest.is_empty() {
        return (rest.to_owned(), power);
    }
    // `'000 t`, `1,000 t`.
    if let Some((first, rest)) = text.split_once(' ') {
        let zeros = first.strip_prefix(['\'', '’']).unwrap_or(first);
        let is_thousand = zeros == "000"
            || first == "000s"
            || number::scale(first).is_some_and(|power| power > 0);
        let power = number::scale(first).unwrap_or(3);
        if is_thousand && !rest.trim().is_empty() {
            return (rest.trim().to_owned(), power);
        }
    }
    // `RMB million`, `t (thousands)`, `US$ bn`.
    let Some((symbol, last)) = text.rsplit_once([' ', '(']) else {
        return (text.to_owned(), 0);
    };
    let last = last.trim_end_matches(')');
    let is_money = symbol
        .ends_with(|character: char| character.is_ascii_uppercase() || "$€£¥฿".contains(character));
    let symbol = symbol.trim_end_matches([' ', '(', ',']);
    let power = match number::power(last) {
        (power, "") => power,
        _ if is_money && last == "m" => 6,
        _ => 0,
    };
    let is_rate = symbol.contains('/') || is_rate(symbol);
    if power == 0 || symbol.is_empty() || is_rate {
        (text.to_owned(), 0)
    } else {
        (symbol.to_owned(), power)
    }
}

fn style(symbol: &str) -> Option<UnitStyle> {
    let lower = symbol.to_lowercase();
    if symbol.is_empty() {
        return None;
    }
    if lower.starts_with('%') {
        return Some(UnitStyle::Share);
    }
    if is_rate(symbol) || lower.contains('‰') {
        return Some(UnitStyle::Rate);
    }
    let first = lower.split([' ', '(']).next().unwrap_or_default();
    let first = first.split("co₂").next().unwrap_or_default();
    let is_of = |words: &[&str]| words.contains(&first);
    if is_of(&MASSES) || is_word(first, |words| words.masses) || lower.contains("co₂") {
        return Some(UnitStyle::Mass);
    }
    let is_amount = is_of(&AMOUNTS) || is_word(first, |words| words.amounts) || is_currency(symbol);
    is_amount.then_some(UnitStyle::Amount)
}

/// Whether a unit is of one thing per another.
fn is_rate(symbol: &str) -> bool {
    let lower = format!(" {}", symbol.to_lowercase());
    let mut words = Lang::ALL.into_iter().map(|lang| lang.words().check.per);
    lower.contains('/') || words.any(|per| lower.contains(per))
}

/// Whether a unit is money: a sign, or three capitals.
fn is_currency(symbol: &str) -> bool {
    let is_code = symbol.len() == 3 && symbol.bytes().all(|byte| byte.is_ascii_uppercase());
    is_code || symbol.contains(|character| "$€£¥฿₩₹".contains(character))
}

/// Whether a text in small letters is one of some words in any language.
fn is_word(text: &str, words: fn(&TableWords) -> &'static [&'static str]) -> bool {
    let mut all = Lang::ALL.into_iter();
    all.any(|lang| words(lang.table()).contains(&text))
}

/// What a table is about, by the units and names of its figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Topic {
    /// One of the topics of [`TableWords`], by its place.
    Known(usize),
    /// Anything else.
    Other,
}

/// The topic of a figure: the first that has a sign in its unit, or else in its name.
pub(super) fn topic(symbol: &str, name: &str) -> Topic {
    let has_sign = |text: &str| {
        let text = format!(" {} ", text.to_lowercase());
        (0..TOPICS).find(|topic| {
            Lang::ALL.into_iter().any(|lang| {
                let topics = &lang.table().topics;
                let mut signs = topics.get(*topic).into_iter().copied().flatten();
                signs.any(|sign| text.contains(sign))
            })
        })
    };
    let found = has_sign(symbol).or_else(|| has_sign(name));
    found.map_or(Topic::Other, Topic::Known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_how_numbers_of_a_unit_behave() {
        for (text, symbol, power, style) in [
            ("t CO2e", "t CO₂e", 0, Some(UnitStyle::Mass)),
            ("tCO2e", "t CO₂e", 0, Some(UnitStyle::Mass)),
            ("tonnes", "tonnes", 0, Some(UnitStyle::Mass)),
            ("thousand tonnes", "tonnes", 3, Some(UnitStyle::Mass)),
            ("'000 t", "t", 3, Some(UnitStyle::Mass)),
            ("1,000 m³", "m³", 3, Some(UnitStyle::Amount)),
            ("MWh", "MWh", 0, Some(UnitStyle::Amount)),
            ("RMB million", "RMB", 6, Some(UnitStyle::Amount)),
            ("EUR m", "EUR", 6, Some(UnitStyle::Amount)),
            ("US$ (million)", "US$", 6, Some(UnitStyle::Amount)),
            ("%", "%", 0, Some(UnitStyle::Share)),
            ("percent", "%", 0, Some(UnitStyle::Share)),
            (
                "t CO₂e/RMB million",
                "t CO₂e/RMB million",
                0,
                Some(UnitStyle::Rate),
            ),
            ("kWh per tonne", "kWh per tonne", 0, Some(UnitStyle::Rate)),
            ("employees", "employees", 0, None),
            ("ล้านตัน", "ตัน", 6, Some(UnitStyle::Mass)),
            ("", "", 0, None),
        ] {
            let expected = UnitReading {
                symbol: symbol.to_owned(),
                power,
                style,
            };
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn tells_what_a_figure_is_about() {
        let is_alike = |(a, b): (&str, &str), (c, d)| topic(a, b) == topic(c, d);
        assert!(is_alike(
            ("t CO₂e", ""),
            ("%", "Share of scope 1 emissions")
        ));
        assert!(is_alike(("MWh", ""), ("%", "Renewable electricity")));
        assert!(is_alike(("people", ""), ("%", "Women in management")));
        assert_eq!(topic("sites", "Sites"), Topic::Other);
    }
}
