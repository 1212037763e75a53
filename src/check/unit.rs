//! Units: what a symbol must leave to the numbers before it, and which of them are ambiguous.

use super::finding::Finding;
use super::review::Review;
use super::texts::Role;
use crate::dataset::UnitStyle;
use crate::locale::Lang;
use crate::locale::finding::Code;

pub(super) fn review(review: &mut Review<'_>) {
    for (index, unit) in review.dataset().units.iter().enumerate() {
        let at = format!("/units/{index}/symbol");
        let mut symbols = unit.symbol.iter();
        let is_percent = symbols.any(|(_, symbol)| symbol.trim_end().ends_with('%'));
        if is_percent && unit.style != UnitStyle::Share {
            review.report(Finding::new(Code::PercentSign, at.clone()).plain(&unit.id));
        }
        for (lang, symbol) in unit.symbol.iter() {
            if let Some(scale) = scale(symbol) {
                let finding = Finding::new(Code::ScaledUnit, unit.symbol.pointer(&at, lang));
                review.report(finding.plain(scale));
            }
        }
    }
    ambiguous(review);
}

/// `Mt` in a text that is not a note: a note may explain it.
fn ambiguous(review: &mut Review<'_>) {
    for site in review.texts.iter().filter(|site| site.role != Role::Note) {
        for (lang, _) in site.text.iter().filter(|(_, text)| says_mt(text)) {
            let pointer = site.text.pointer(&site.pointer, lang);
            review.report(Finding::new(Code::AmbiguousUnit, pointer));
        }
    }
}

/// Whether a text has the unit `Mt`, alone or before carbon dioxide.
fn says_mt(text: &str) -> bool {
    text.match_indices("Mt").any(|(index, mt)| {
        let before = text
            .get(..index)
            .and_then(|before| before.chars().next_back());
        let after = text.get(index + mt.len()..).unwrap_or_default();
        let is_start = !before.is_some_and(|symbol| symbol.is_ascii_alphanumeric());
        let is_end =
            !after.starts_with(|symbol: char| symbol.is_ascii_alphanumeric() || symbol == '.');
        let is_gas = ["CO2", "CO₂"].iter().any(|gas| after.starts_with(gas));
        is_start && (is_end || is_gas)
    })
}

/// The magnitude that a symbol has at one of its ends, such as `100 million`; what a unit is
/// counted per may have one.
fn scale(symbol: &str) -> Option<String> {
    let mut amount = format!(" {symbol}");
    for lang in Lang::ALL {
        let per = lang.words().check.per;
        amount.truncate(amount.find(per).unwrap_or(amount.len()));
    }
    let amount = amount.split('/').next()?;
    let amount =
        amount.trim_matches(|symbol: char| symbol.is_whitespace() || "()[].,".contains(symbol));
    let unit =
        amount.trim_start_matches(|symbol: char| symbol.is_ascii_digit() || ",. ".contains(symbol));
    let number = amount.strip_suffix(unit)?.trim_end();
    if let Some(word) = magnitude(unit) {
        return Some(format!("{number} {word}").trim_start().to_owned());
    }
    let zeros = number.strip_prefix('1')?.replace(',', "");
    let is_power = !zeros.is_empty() && zeros.bytes().all(|digit| digit == b'0');
    (is_power && !unit.starts_with('-')).then(|| number.to_owned())
}

/// The first magnitude of any language at an end of `unit`.
fn magnitude(unit: &str) -> Option<&'static str> {
    let mut words = Lang::ALL
        .into_iter()
        .flat_map(|lang| lang.words().check.magnitudes);
    let is_there = |word: &&&str| begins(unit, word) || ends(unit, word);
    words.find(is_there).copied()
}

fn begins(unit: &str, word: &str) -> bool {
    let is_same = |start: &str| start.eq_ignore_ascii_case(word);
    let next = unit
        .get(word.len()..)
        .and_then(|after| after.chars().next());
    let is_word = match (word, next) {
        // A metre, unless before money.
        ("m", next) => next.is_some_and(is_currency),
        (_, None) => true,
        (_, next) if !word.is_ascii() => !is_other_word(next),
        (_, Some(next)) => !next.is_alphanumeric(),
    };
    unit.get(..word.len()).is_some_and(is_same) && is_word
}

/// Whether the letter behind a magnitude without spaces makes it another word: พันธ… begins partners,
/// bonds, species.
pub(super) fn is_other_word(next: Option<char>) -> bool {
    next == Some('ธ')
}

fn ends(unit: &str, word: &str) -> bool {
    let Some((before, end)) = unit
        .len()
        .checked_sub(word.len())
        .and_then(|start| unit.split_at_checked(start))
    else {
        return false;
    };
    let is_after = |kind: fn(char) -> bool| before.trim_end().ends_with(kind);
    let is_word = !before.is_empty() && !before.ends_with(char::is_alphanumeric);
    // `US$ m` and `RMB m` are millions, `sq m` is an area.
    let is_money = is_after(is_currency) || is_after(|symbol| symbol.is_ascii_uppercase());
    end.eq_ignore_ascii_case(word) && is_word && (word != "m" || is_money)
}

fn is_currency(symbol: char) -> bool {
    "$€£¥฿₩₹".contains(symbol)
}

#[cfg(test)]
pub(super) mod cases {
    use crate::check::case::{Case, Pass, case};
    use crate::locale::finding::Code;

    pub(in crate::check) const CASES: &[Case] = &[
        case(Code::AmbiguousUnit, "\"ตัน CO₂e\"", "\"MtCO₂e\"", "MtCO₂e"),
        case(
            Code::ScaledUnit,
            "\"en\": \"t CO₂e\"",
            "\"en\": \"million t CO₂e\"",
            "million t",
        ),
        case(
            Code::ScaledUnit,
            "\"th\": \"คน\"",
            "\"th\": \"แสนคน\"",
            "แสนคน",
        ),
        case(
            Code::PercentSign,
            "\"rate\", \"symbol\": { \"en\": \"t/person\"",
            "\"rate\", \"symbol\": { \"en\": \"%\"",
            "\"each\", \"style\"",
        ),
    ];

    pub(in crate::check) const PASSES: &[Pass] = &[
        // A note may explain the ambiguous unit; other words may contain its letters.
        ("left\"", "left; “Mt” means a metric ton\""),
        (
            "\"en\": \"Guests\"",
            "\"en\": \"Guests of Mt. Fuji and AMtech\"",
        ),
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_magnitudes_at_the_ends_of_a_symbol() {
        for (symbol, expected) in [
            ("million t CO₂e", "million"),
            ("Thousand m³", "thousand"),
            ("RMB million", "million"),
            ("RMB (million)", "million"),
            ("US$ bn", "bn"),
            ("US$bn", "bn"),
            ("US$ m", "m"),
            ("€m", "m"),
            ("RMB m", "m"),
            ("k€", "k"),
            ("k t", "k"),
            ("people, k", "k"),
            ("100 million people", "100 million"),
            ("1,000 m³", "1,000"),
            ("10⁶ m³", "10"),
            ("ล้านหยวน", "ล้าน"),
            ("พันล้านบาท", "พัน"),
            ("หมื่นตัน", "หมื่น"),
            ("แสนคน", "แสน"),
            ("บาท (ล้าน)", "ล้าน"),
            ("million t/RMB million", "million"),
        ] {
            assert_eq!(scale(symbol).as_deref(), Some(expected), "{symbol}");
        }
    }

    #[test]
    fn leaves_alone_what_only_looks_like_a_magnitude() {
        for symbol in [
            "",
            "%",
            "km",
            "kg",
            "kWh",
            "MWh",
            "Mt",
            "kt",
            "m",
            "m³",
            "m2",
            "m²",
            "sq m",
            "mm",
            "t CO₂e",
            "t CO₂e/RMB million",
            "per million hours",
            "people per 100 km",
            "ml",
            "kN",
            "ตัน CO₂e/ล้านหยวน",
            "ต่อล้านชั่วโมง",
            "พันธมิตร",
            "พันธุ์",
            "ข้อผูกพัน",
            "คน",
            "20 ft containers",
            "10-minute slots",
            "millionaires",
            "bank",
            "Bank",
        ] {
            assert_eq!(scale(symbol), None, "{symbol}");
        }
    }
}
