//! Units: what a symbol must leave to the numbers before it, and which unit a formula gives.

use crate::dataset::{Derived, Figure, UnitStyle};
use crate::locale::Lang;
use crate::locale::finding::Code;

use super::argument::Term;
use super::figure::style;
use super::{Finding, Review};

pub(super) fn review(review: &mut Review<'_>) {
    let dataset = review.dataset;
    for (index, unit) in dataset.units.iter().enumerate() {
        let at = format!("/units/{index}/symbol");
        let mut symbols = unit.symbol.iter();
        let is_percent = symbols.any(|(_, symbol)| symbol.trim_end().ends_with('%'));
        if is_percent && unit.style != UnitStyle::Share {
            review.report(Finding::new(Code::PercentSign, at.clone()).plain(&unit.id));
        }
        for (lang, symbol) in unit.symbol.iter() {
            if let Some(scale) = scale(symbol) {
                let finding = Finding::new(Code::ScaledUnit, format!("{at}/{}", lang.code()));
                review.report(finding.plain(scale));
            }
        }
    }
}

/// The unit of a formula of two figures, against theirs.
pub(super) fn of_formula(
    review: &mut Review<'_>,
    figure: &Figure,
    derived: &Derived,
    [a, b]: [&Figure; 2],
    at: &str,
) {
    let [Some(own), Some(of_a), Some(of_b)] = [figure, a, b].map(|it| style(review, it)) else {
        return;
    };
    let mixed = |key, one: &Figure, other: &Figure, term| {
        let finding = Finding::new(Code::MixedUnits, format!("{at}/{key}"));
        finding.plain(&one.id).plain(&other.id).term(term)
    };
    // Dividing or multiplying by a plain number may keep a unit.
    let is_plain = |style| matches!(style, UnitStyle::Rate | UnitStyle::Share | UnitStyle::Index);
    let keeps_unit =
        figure.unit == a.unit && is_plain(of_b) || figure.unit == b.unit && is_plain(of_a);
    // Shares differ by percentage points, which are no share.
    let is_points = own == UnitStyle::Rate && matches!(of_a, UnitStyle::Share | UnitStyle::Index);
    let finding = match derived {
        Derived::Difference(_) if a.unit != b.unit => mixed("difference", a, b, Term::NoDifference),
        Derived::Difference(_) if figure.unit != a.unit && !is_points => {
            mixed("difference", figure, a, Term::OtherDifference)
        }
        Derived::Ratio(_) if own == UnitStyle::Share && a.unit != b.unit => {
            mixed("ratio", a, b, Term::NoShare)
        }
        // Its percent sign would be computed with, or be lost.
        Derived::Ratio(_) if (of_a == UnitStyle::Share) != (of_b == UnitStyle::Share) => {
            mixed("ratio", a, b, Term::PartOfShare)
        }
        Derived::Ratio(_)
            if own != UnitStyle::Share
                && [&a.unit, &b.unit].contains(&&figure.unit)
                && !keeps_unit =>
        {
            let finding = Finding::new(Code::RatioUnit, format!("{at}/ratio"));
            finding.plain(&a.id).plain(&b.id).plain(&figure.unit)
        }
        _ => return,
    };
    review.report(finding);
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
    let amount = amount.trim_matches(|it: char| it.is_whitespace() || "()[].,".contains(it));
    let unit = amount.trim_start_matches(|it: char| it.is_ascii_digit() || ",. ".contains(it));
    let number = amount.strip_suffix(unit)?.trim_end();
    if let Some(word) = magnitude(unit) {
        return Some(format!("{number} {word}").trim_start().to_owned());
    }
    let zeros = number.strip_prefix('1')?.replace(',', "");
    let is_power = !zeros.is_empty() && zeros.bytes().all(|it| it == b'0');
    (is_power && !unit.starts_with('-')).then(|| number.to_owned())
}

/// The first magnitude of any language that stands at an end of `unit`.
fn magnitude(unit: &str) -> Option<&'static str> {
    let mut words = Lang::ALL
        .into_iter()
        .flat_map(|lang| lang.words().check.magnitudes);
    let is_there = |word: &&&str| begins(unit, word) || ends(unit, word);
    words.find(is_there).copied()
}

fn begins(unit: &str, word: &str) -> bool {
    let is_it = |start: &str| start.eq_ignore_ascii_case(word);
    let next = unit.get(word.len()..).and_then(|it| it.chars().next());
    let is_word = match (word, next) {
        // A metre, unless before money.
        ("m", next) => next.is_some_and(is_currency),
        (_, None) => true,
        // พันธ… begins other words: partners, bonds, species.
        (_, Some(next)) if !word.is_ascii() => next != 'ธ',
        (_, Some(next)) => !next.is_alphanumeric(),
    };
    unit.get(..word.len()).is_some_and(is_it) && is_word
}

fn ends(unit: &str, word: &str) -> bool {
    let Some((before, end)) = unit
        .len()
        .checked_sub(word.len())
        .and_then(|start| unit.split_at_checked(start))
    else {
        return false;
    };
    let is_after = |it: fn(char) -> bool| before.trim_end().ends_with(it);
    let is_word = !before.is_empty() && !before.ends_with(char::is_alphanumeric);
    // `US$ m` and `RMB m` are millions, `sq m` is an area.
    let is_money = is_after(is_currency) || is_after(|it| it.is_ascii_uppercase());
    end.eq_ignore_ascii_case(word) && is_word && (word != "m" || is_money)
}

fn is_currency(symbol: char) -> bool {
    "$€£¥฿₩₹".contains(symbol)
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
