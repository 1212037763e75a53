//! Units that are counted per many, such as `t/RMB million`: words and number of a unit must agree.

use std::collections::HashSet;

use super::finding::Finding;
use super::review::Review;
use super::unit::is_other_word;
use crate::dataset::Derived;
use crate::locale::Lang;
use crate::locale::finding::Code;
use crate::quantity::Literal;

pub(super) fn review(review: &mut Review<'_>) {
    let figures = review.dataset().figures.iter();
    let is_ratio = |derived: &Derived| matches!(derived, Derived::Ratio(_));
    let ratios = figures.filter(|figure| figure.derived.as_ref().is_some_and(is_ratio));
    let units: HashSet<&str> = ratios.map(|figure| figure.unit.as_str()).collect();
    for (index, unit) in review.dataset().units.iter().enumerate() {
        // Without a ratio nothing is computed, unless the unit asks for it.
        if unit.per.is_none() && !units.contains(unit.id.as_str()) {
            continue;
        }
        let per = unit.per.as_ref().map(|per| &per.literal);
        let number = per.map_or(1.0, Literal::value);
        let symbols = unit.symbol.iter();
        let other = symbols
            .map(|(_, symbol)| scale(symbol))
            .find(|scale| (scale / number - 1.0).abs() > 1e-9 || number <= 0.0);
        if let Some(scale) = other {
            let key = if per.is_some() { "per" } else { "symbol" };
            let finding = Finding::new(Code::UnitScale, format!("/units/{index}/{key}"));
            let per = per.map_or_else(|| "1".to_owned(), Literal::to_string);
            review.report(finding.plain(&unit.id).plain(written(scale)).plain(per));
        }
    }
}

/// A number in the short form of a dataset.
fn written(scale: f64) -> String {
    if scale >= 1e3 && is_power_of_ten(scale) {
        format!("1e{}", scale.log10().round())
    } else {
        scale.to_string()
    }
}

/// How many of what is behind `/` or *per* a symbol counts by its words; 1 where it does not say.
fn scale(symbol: &str) -> f64 {
    let marks = Lang::ALL.iter().map(|lang| lang.words().check.per);
    let places = marks
        .chain(["/"])
        .filter_map(|mark| Some(symbol.find(mark)? + mark.len()));
    let Some(counted) = places.min().and_then(|start| symbol.get(start..)) else {
        return 1.0;
    };
    let counted = counted.to_lowercase();
    let mut numbers = counted.split(|symbol: char| symbol.is_whitespace() || "()".contains(symbol));
    let number = numbers.find_map(number).unwrap_or(1.0);
    let words = Lang::ALL.iter().flat_map(|lang| lang.table().powers);
    let said = words.filter(|(word, _)| has_word(&counted, word));
    // Of several words the longest, so that a thousand millions are not a thousand.
    let longest = said.max_by_key(|(word, _)| word.len());
    match longest {
        Some((_, power)) => number * 10_f64.powi(*power),
        None if is_million(&counted) => number * 1e6,
        // A small number belongs to what is counted, such as a container of 20 feet.
        None if number >= 1e3 || is_power_of_ten(number) => number,
        None => 1.0,
    }
}

/// Whether a text in small letters has a word of its own; scripts without spaces have none.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(start, _)| {
        let before = text.get(..start).and_then(|text| text.chars().next_back());
        let after = text.get(start + word.len()..);
        let after = after.and_then(|text| text.chars().next());
        let is_letter = |symbol: Option<char>| symbol.is_some_and(char::is_alphanumeric);
        if word.is_ascii() {
            !is_letter(before) && !is_letter(after)
        } else {
            !is_other_word(after)
        }
    })
}

/// Whether a text in small letters counts money in millions with the letter `m`.
fn is_million(counted: &str) -> bool {
    const MONEY: [&str; 14] = [
        "$", "€", "£", "¥", "฿", "₩", "₹", "rmb", "usd", "eur", "gbp", "thb", "cny", "jpy",
    ];
    let before = counted.trim_end().strip_suffix('m').map(str::trim_end);
    before.is_some_and(|before| MONEY.iter().any(|money| before.ends_with(money)))
}

/// A whole number such as `1,000`, `200,000`, `1e6`, `10^6`, `10⁶`.
fn number(word: &str) -> Option<f64> {
    let small = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    if let Some(raised) = word.strip_prefix("10") {
        let power = raised.strip_prefix('^').map(str::to_owned).or_else(|| {
            let digit = |raised| small.iter().position(|small| *small == raised);
            let digits = raised.chars().map(digit);
            let digits = digits.map(|digit| Some(digit?.to_string()));
            digits.collect::<Option<String>>()
        });
        if let Some(power) = power.and_then(|power| power.parse::<u8>().ok()) {
            return Some(10_f64.powi(power.into()));
        }
    }
    let number: f64 = word.replace(',', "").parse().ok()?;
    (number.is_finite() && number >= 1.0).then_some(number)
}

fn is_power_of_ten(number: f64) -> bool {
    let power = number.log10();
    (power - power.round()).abs() < 1e-12
}

#[cfg(test)]
pub(super) mod cases {
    use crate::check::case::{Case, Pass, case, edited};
    use crate::locale::finding::Code;

    pub(in crate::check) const CASES: &[Case] = &[
        edited(
            Code::UnitScale,
            &[
                ("\"t/person\"", "\"t/million people\""),
                ("\"ตัน/คน\"", "\"ตัน/ล้านคน\""),
            ],
            "million people",
        ),
        case(
            Code::UnitScale,
            "\"ตัน/คน\" }",
            "\"ตัน/คน\" }, \"per\": \"1e6\"",
            "1e6",
        ),
        edited(
            Code::UnitScale,
            &[
                ("\"t/person\"", "\"t/million people\""),
                ("\"ตัน/คน\" }", "\"ตัน/คน\" }, \"per\": 1e6"),
            ],
            "1e6",
        ),
        case(
            Code::UnitScale,
            "\"ตัน/คน\" }",
            "\"ตัน/คน\" }, \"per\": 0",
            "\"per\"",
        ),
    ];

    pub(in crate::check) const PASSES: &[Pass] = &[(
        "{ \"en\": \"t/person\", \"th\": \"ตัน/คน\" }",
        "{ \"en\": \"t per 1,000 people\", \"th\": \"ตัน/พันคน\" }, \"per\": \"1e3\"",
    )];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_how_many_a_unit_is_counted_per() {
        for (symbol, expected) in [
            ("t CO₂e/RMB million of revenue", 1e6),
            ("t CO₂e per DKK million", 1e6),
            ("t/US$ bn", 1e9),
            ("t/€m", 1e6),
            ("t/USD m", 1e6),
            ("t/k€", 1e3),
            ("cases per 100,000 inhabitants", 1e5),
            ("injuries/1,000,000 hours", 1e6),
            ("injuries per 200 thousand hours", 2e5),
            ("injuries per 200,000 hours", 2e5),
            ("t/10⁶ hours", 1e6),
            ("t/10^6 hours", 1e6),
            ("l/100 km", 100.0),
            ("ตัน CO₂e/ล้านหยวน", 1e6),
            ("ตันต่อพันล้านบาท", 1e9),
            ("kg/m", 1.0),
            ("kg/m³", 1.0),
            ("t/person", 1.0),
            ("t/20 ft container", 1.0),
            ("ตันต่อพันธมิตร", 1.0),
            ("million t", 1.0),
            ("", 1.0),
        ] {
            let found = scale(symbol);
            assert!((found / expected - 1.0).abs() < 1e-9, "{symbol}: {found}");
        }
    }
}
