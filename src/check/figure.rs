//! Figures: their values, sources, boundaries and accounts.

use std::collections::HashSet;

use super::argument::{Argument, Term};
use super::finding::Finding;
use super::review::Review;
use crate::dataset::{Account, Better, Figure, Shape, UnitStyle, Value};
use crate::derive::Fact;
use crate::locale::finding::Code;
use crate::quantity::{Hedge, digits};

pub(super) fn review(review: &mut Review<'_>) {
    for (index, fact) in review.ledger.facts.iter().enumerate() {
        let (figure, at) = (fact.figure, format!("/figures/{index}"));
        review.expect_unit(&figure.unit, || format!("{at}/unit"));
        kind(review, figure, &at);
        let may_have_decimals = figure.values.iter().any(has_decimals);
        for (index, value) in figure.values.iter().enumerate() {
            let at = format!("{at}/values/{index}");
            time(review, figure, value, &at);
            number(review, fact, value, &at);
            rewritten(review, fact, value, may_have_decimals, &at);
        }
        repeated(review, figure, &at);
        computed_shares(review, fact, &at);
        source(review, figure, &at);
        account(review, fact, &at);
    }
}

fn kind(review: &mut Review<'_>, figure: &Figure, at: &str) {
    let code = match (figure.values.is_empty(), &figure.derived) {
        (true, None) => Code::NoValue,
        (false, Some(_)) => Code::PrintedAndDerived,
        _ => return,
    };
    review.report(Finding::new(code, at.to_owned()).plain(&figure.id));
}

/// A value is of one time, or says that it has none.
fn time(review: &mut Review<'_>, figure: &Figure, value: &Value, at: &str) {
    let is_named = [
        value.period.is_some(),
        value.as_of.is_some(),
        value.up_to.is_some(),
        value.time.is_some(),
    ];
    let term = match is_named.iter().filter(|is_named| **is_named).count() {
        0 => Some(Term::NoTime),
        1 => None,
        _ => Some(Term::SeveralTimes),
    };
    if let Some(term) = term {
        let finding = Finding::new(Code::ValueTime, at.to_owned());
        review.report(finding.plain(&figure.id).term(term));
    }
    if let Some(id) = &value.period {
        review.expect_period(id, || format!("{at}/period"));
    }
}

fn number(review: &mut Review<'_>, fact: &Fact<'_>, value: &Value, at: &str) {
    let Some(literal) = value.literal() else {
        let shown = value.decimals.unwrap_or_default();
        let unexpected = vec![
            Argument::Shape(Shape::Decimals),
            Argument::Plain(shown.to_string()),
        ];
        let finding = Finding::new(Code::WrongShape, format!("{at}/decimals"));
        let finding = finding.argument(Argument::Term(Term::Unexpected, unexpected));
        return review.report(finding.term(Term::Schema));
    };
    let at = format!("{at}/value");
    let (number, exponent) = (literal.value(), literal.exponent());
    let shown = digits(number, exponent);
    let is_count = fact.is_style(UnitStyle::Count);
    let finding = |code| Finding::new(code, at.clone()).plain(&shown);
    let mut findings = Vec::new();
    if fact.is_style(UnitStyle::Share) && !(0.0..=100.0).contains(&number) {
        findings.push(finding(Code::ShareRange).plain(&fact.figure.id));
    }
    if is_count && (number < 0.0 || number.fract() != 0.0) {
        findings.push(finding(Code::NotACount));
    }
    // Documents print `more than 1,461`; `118,746` was counted to the last one, and nothing is below none.
    let is_exact = exponent == 0 && number >= 10_000.0 && number % 10.0 != 0.0
        || number == 0.0 && value.hedge.is_some_and(Hedge::is_ceiling);
    if let Some(hedge) = value.hedge.filter(|_| is_count && is_exact) {
        findings.push(finding(Code::HedgedCount).plain(hedge.name()));
    }
    // Ten thousand of something may be exact; a thousand tonnes hardly ever are. What is called
    // about 400 may be off by more than one.
    let is_about = value.hedge == Some(Hedge::About);
    let min_zeros = match (is_about, is_count) {
        (true, _) => 1,
        (false, true) => 4,
        (false, false) => 3,
    };
    let text = literal.to_string();
    let zeros = text.len() - text.trim_end_matches('0').len();
    let is_plain = value.decimals.is_none() && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain && zeros < text.len() && zeros >= min_zeros {
        let power = if is_about { zeros } else { zeros - zeros % 3 };
        let mantissa = text.get(..text.len() - power).unwrap_or(&text);
        let better = format!("{mantissa}e{power}");
        findings.push(finding(Code::FalsePrecision).plain(better));
    }
    for finding in findings {
        review.report(finding);
    }
}

/// A plain number with the `.0` that a tool gives to one like `60e3`: a count never has it, and a
/// large amount hardly ever when no other value of the figure has decimals.
fn rewritten(
    review: &mut Review<'_>,
    fact: &Fact<'_>,
    value: &Value,
    may_have_decimals: bool,
    at: &str,
) {
    let literal = &value.value.literal;
    let text = literal.to_string();
    let Some(whole) = text.strip_suffix(".0") else {
        return;
    };
    let is_large = literal.value().abs() >= 1e3;
    let is_odd = fact.is_style(UnitStyle::Count) || is_large && !may_have_decimals;
    if value.value.is_text || value.decimals.is_some() || !is_odd {
        return;
    }
    let mantissa = whole.trim_end_matches('0');
    let better = match whole.len() - mantissa.len() {
        power if power > 0 && !mantissa.is_empty() => format!("{mantissa}e{power}"),
        _ => whole.to_owned(),
    };
    let finding = Finding::new(Code::RewrittenNumber, format!("{at}/value"));
    review.report(finding.plain(&text).plain(better));
}

/// Whether a value has decimals other than a single zero.
fn has_decimals(value: &Value) -> bool {
    let text = value.value.literal.to_string();
    text.contains('.') && !text.ends_with(".0")
}

/// Two values at one time, two changes over one span.
fn repeated(review: &mut Review<'_>, figure: &Figure, at: &str) {
    let mut times = HashSet::new();
    for (index, value) in figure.values.iter().enumerate() {
        let shown = match (&value.period, value.time_without_period()) {
            (Some(id), _) => id.clone(),
            (None, Some(time)) => time.to_string(),
            (None, None) => continue,
        };
        if !times.insert((&value.period, value.as_of, value.up_to, value.time)) {
            let finding = Finding::new(Code::RepeatedValue, format!("{at}/values/{index}"));
            review.report(finding.plain(&figure.id).plain(shown));
        }
    }
    let mut spans = HashSet::new();
    for (index, change) in figure.changes.iter().enumerate() {
        if !spans.insert((&change.from, &change.to)) {
            let shown = format!("{} → {}", change.from, change.to);
            let finding = Finding::new(Code::RepeatedValue, format!("{at}/changes/{index}"));
            review.report(finding.plain(&figure.id).plain(shown));
        }
    }
}

/// Shares that are not printed but follow from something printed.
fn computed_shares(review: &mut Review<'_>, fact: &Fact<'_>, at: &str) {
    if !fact.is_style(UnitStyle::Share) {
        return;
    }
    let outside = fact.readings.iter().find(|reading| {
        let is_share = (0.0..=100.0).contains(&reading.value.quantity.value);
        reading.value.is_derived() && !is_share
    });
    if let Some(reading) = outside {
        let quantity = reading.value.quantity;
        let key = if fact.is_derived() {
            "derived"
        } else {
            "changes"
        };
        review.report(
            Finding::new(Code::ShareRange, format!("{at}/{key}"))
                .plain(digits(quantity.value, quantity.exponent))
                .plain(&fact.figure.id),
        );
    }
}

fn source(review: &mut Review<'_>, figure: &Figure, at: &str) {
    let Some(source) = &figure.source else {
        if figure.derived.is_none() {
            review.report(Finding::new(Code::NoSource, at.to_owned()).plain(&figure.id));
        }
        return;
    };
    // An unknown default is one mistake, not one at every figure.
    if review.dataset().report.defaults.document.as_ref() != Some(&source.document) {
        review.expect_document(&source.document, || format!("{at}/source/document"));
    }
    let document = review.ledger.document(&source.document);
    let sections = document.map_or(0, |document| document.sections.len());
    let is_beyond = sections > 0 && source.section as usize > sections;
    if source.section == 0 || source.item == 0 || is_beyond {
        review.report(
            Finding::new(Code::UnknownSection, format!("{at}/source"))
                .plain(&source.document)
                .plain(source.section)
                .plain(source.item),
        );
    }
}

fn account(review: &mut Review<'_>, fact: &Fact<'_>, at: &str) {
    let figure = fact.figure;
    if figure.boundary.is_none() {
        review.report(Finding::new(Code::NoBoundary, at.to_owned()).plain(&figure.id));
    }
    let is_odd = matches!(
        (figure.account, figure.better),
        (Some(Account::Inventory), Some(Better::Higher))
            | (
                Some(Account::Reduction | Account::Avoided),
                Some(Better::Lower)
            )
    );
    if let (true, Some(account), Some(better)) = (is_odd, figure.account, figure.better) {
        let finding = Finding::new(Code::OddDirection, format!("{at}/better"));
        review.report(
            finding
                .plain(&figure.id)
                .plain(better.name())
                .plain(account.name()),
        );
    }
    let mut symbols = fact.unit.symbol.iter();
    let is_emission =
        symbols.any(|(_, text)| ["CO₂e", "CO2e"].iter().any(|gas| text.contains(gas)));
    if is_emission && figure.account.is_none() {
        review.report(Finding::new(Code::NoAccount, at.to_owned()).plain(&figure.id));
    }
}

#[cfg(test)]
pub(super) mod cases {
    use crate::check::case::{Case, Pass, case};
    use crate::locale::finding::Code;

    pub(in crate::check) const CASES: &[Case] = &[
        case(
            Code::UnknownSection,
            "\"section\": 1, \"item\": 2",
            "\"section\": 2, \"item\": 2",
            "\"section\": 2",
        ),
        case(
            Code::UnknownSection,
            "\"section\": 1, \"item\": 2",
            "\"section\": 1, \"item\": 0",
            "\"item\": 0",
        ),
        case(
            Code::NoValue,
            "\"values\": [ { \"period\": \"FY2\", \"value\": 2.25e6 } ],",
            "",
            "\"others\", \"unit\"",
        ),
        case(
            Code::PrintedAndDerived,
            "\"derived\": { \"above\"",
            "\"values\": [ { \"period\": \"FY2\", \"value\": 0.2 } ], \"derived\": { \"above\"",
            "\"overhead\", \"unit\"",
        ),
        case(
            Code::ValueTime,
            "\"period\": \"FY2\", \"value\": 118746",
            "\"period\": \"FY2\", \"as-of\": \"2023-03\", \"value\": 118746",
            "118746",
        ),
        case(
            Code::ValueTime,
            "{ \"period\": \"FY1\", \"value\": 5.00e6 },",
            "{ \"value\": 5.00e6 },",
            "5.00e6",
        ),
        case(
            Code::RepeatedValue,
            "{ \"period\": \"FY2\", \"value\": 4.50e6 }",
            "{ \"period\": \"FY2\", \"value\": 4.50e6 },\n{ \"period\": \"FY2\", \"value\": 4.51e6 }",
            "4.51e6",
        ),
        case(
            Code::RepeatedValue,
            "\"percent\": 128.9 }",
            "\"percent\": 128.9 },\n{ \"from\": \"FY1\", \"to\": \"FY2\", \"percent\": 129 }",
            "\"percent\": 129 ",
        ),
        case(Code::ShareRange, "46.1", "146.1", "146.1"),
        case(
            Code::NoSource,
            ",\n      \"source\": { \"document\": \"book\", \"section\": 1, \"item\": 4 }",
            "",
            "\"staff\", \"unit\"",
        ),
        case(
            Code::NoBoundary,
            "\"name\": { \"en\": \"Staff\", \"th\": \"พนักงาน\" }, \"boundary\": { \"en\": \"All\", \"th\": \"ทั้งหมด\" },",
            "\"name\": { \"en\": \"Staff\", \"th\": \"พนักงาน\" },",
            "\"staff\", \"unit\"",
        ),
        case(
            Code::NoAccount,
            "\"unit\": \"gas\", \"account\": \"avoided\"",
            "\"unit\": \"gas\"",
            "\"others\", \"unit\"",
        ),
        case(
            Code::OddDirection,
            "\"better\": \"lower\"",
            "\"better\": \"higher\"",
            "\"own\", \"unit\"",
        ),
        case(
            Code::HedgedCount,
            "118746",
            "118746, \"hedge\": \"more-than\"",
            "118746",
        ),
        case(
            Code::HedgedCount,
            "320e3, \"hedge\": \"more-than\"",
            "0, \"hedge\": \"less-than\"",
            "less-than",
        ),
        case(Code::NotACount, "118746", "118.5", "118.5"),
        case(
            Code::NotACount,
            "320e3, \"hedge\": \"more-than\"",
            "0.5",
            "\"as-of\"",
        ),
        case(Code::FalsePrecision, "2.25e6", "2250000", "2250000"),
        case(Code::FalsePrecision, "320e3", "320000", "320000"),
        case(
            Code::FalsePrecision,
            "118746",
            "400, \"hedge\": \"about\"",
            "400, ",
        ),
        case(Code::RewrittenNumber, "118746", "118746.0", "118746.0"),
        case(Code::RewrittenNumber, "320e3", "320000.0", "320000.0"),
        case(Code::RewrittenNumber, "2.25e6", "2250000.0", "2250000.0"),
        case(
            Code::WrongShape,
            "2.25e6",
            "2.25e6, \"decimals\": 12",
            "\"decimals\": 12",
        ),
        case(
            Code::WrongShape,
            "2.25e6",
            "2.25e6, \"decimals\": -16",
            "\"decimals\": -16",
        ),
    ];

    pub(in crate::check) const PASSES: &[Pass] = &[
        // A round count may be hedged, and may be exact.
        ("118746", "118740, \"hedge\": \"more-than\""),
        ("118746", "1461, \"hedge\": \"more-than\""),
        ("118746", "1000"),
        ("2.25e6", "2250000.5"),
        // What the file says of its digits was not rewritten.
        ("2.25e6", "2250000.0, \"decimals\": -4"),
        ("2.25e6", "\"2250000.0\""),
        ("46.1", "46.0"),
        ("320e3", "320000, \"decimals\": -3"),
        ("320e3", "320000, \"decimals\": 0"),
        // One decimal is the rule of the figure.
        (
            "{ \"period\": \"FY1\", \"value\": 5.00e6 },\n        { \"period\": \"FY2\", \"value\": 4.50e6 }",
            "{ \"period\": \"FY1\", \"value\": 5000000.5 },\n        { \"period\": \"FY2\", \"value\": 4500000.0 }",
        ),
    ];
}
