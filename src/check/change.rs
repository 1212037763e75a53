//! Stated changes: whether percent fits them, and whether the values give them.

use std::collections::HashMap;

use super::argument::Term;
use super::finding::Finding;
use super::review::Review;
use super::word::is_restated;
use crate::dataset::{Figure, PrintedChange, UnitStyle, When};
use crate::derive::{Cause, Fact, Missing, Reading};
use crate::locale::finding::Code;
use crate::quantity::{Domain, Interval, Operation, digits};

pub(super) fn review(review: &mut Review<'_>) {
    for (index, fact) in review.ledger.facts.iter().enumerate() {
        let impossible: HashMap<usize, Cause> = fact.missing.iter().filter_map(earlier).collect();
        for (position, change) in fact.figure.changes.iter().enumerate() {
            let at = format!("/figures/{index}/changes/{position}");
            self::change(review, fact, change, impossible.get(&position), &at);
        }
    }
}

/// The position of a change that leads back to no value, and why.
const fn earlier(missing: &Missing<'_>) -> Option<(usize, Cause)> {
    match missing {
        Missing::Earlier(position, cause) => Some((*position, *cause)),
        _ => None,
    }
}

fn change(
    review: &mut Review<'_>,
    fact: &Fact<'_>,
    change: &PrintedChange,
    impossible: Option<&Cause>,
    at: &str,
) {
    let from_known = review.expect_period(&change.from, || format!("{at}/from"));
    let to_known = review.expect_period(&change.to, || format!("{at}/to"));
    let term = match fact.style() {
        Some(UnitStyle::Share) => Some(Term::Points),
        Some(UnitStyle::Index) => Some(Term::Differences),
        _ => None,
    };
    if let Some(term) = term {
        review.report(misleading(fact.figure, term, at));
    }
    if !(from_known && to_known) {
        return;
    }
    let end = |id: &str| review.ledger.period(id).map(|period| period.end);
    if end(&change.to) <= end(&change.from) {
        let backward = Finding::new(Code::BackwardChange, at.to_owned());
        review.report(backward.plain(&change.from).plain(&change.to));
    } else if let Some(cause) = impossible {
        if !fact.is_derived() {
            review.report(self::impossible(change, *cause, at));
        }
    } else if let Some(finding) = against_values(review, fact, change, at) {
        review.report(finding);
    }
}

fn misleading(figure: &Figure, reason: Term, at: &str) -> Finding {
    let finding = Finding::new(Code::MisleadingPercent, format!("{at}/percent"));
    finding.plain(&figure.id).term(reason)
}

/// A change that leads back to no value.
fn impossible(change: &PrintedChange, cause: Cause, at: &str) -> Finding {
    let reason = match cause {
        Cause::NegativeBase => Term::NoBase,
        _ => Term::NothingLeft,
    };
    let finding = Finding::new(Code::ImpossibleChange, format!("{at}/percent"));
    finding.plain(shown(change)).term(reason)
}

/// A change against the values of its periods, those that were not computed from it.
fn against_values(
    review: &Review<'_>,
    fact: &Fact<'_>,
    change: &PrintedChange,
    at: &str,
) -> Option<Finding> {
    if fact.readings.is_empty() {
        return None;
    }
    let of = |id| fact.at(When::Period(review.ledger.period(id)?));
    let Some(later) = of(&change.to) else {
        let loose = Finding::new(Code::LooseChange, at.to_owned());
        return Some(loose.plain(&fact.figure.id).plain(&change.to));
    };
    let is_own = |reading: &&Reading<'_>| !reading.value.is_derived() || fact.is_derived();
    let earlier = of(&change.from).filter(is_own)?;
    // Of a share or an index percent misleads whatever its base.
    let is_percent = !fact.is_style(UnitStyle::Share) && !fact.is_style(UnitStyle::Index);
    if is_percent && earlier.value.quantity.value <= 0.0 {
        Some(misleading(fact.figure, Term::NoBase, at))
    } else {
        mismatch(change, earlier, later, at).filter(|_| !is_restated(fact.figure))
    }
}

/// A change that two values do not give, whatever their rounding.
fn mismatch(
    change: &PrintedChange,
    earlier: &Reading<'_>,
    later: &Reading<'_>,
    at: &str,
) -> Option<Finding> {
    let values = [later, earlier].map(|reading| reading.value.quantity);
    let possible = Operation::PercentChange.apply(&values, Domain::Any)?;
    if possible.interval.meets(change.quantity().interval) {
        return None;
    }
    let exponent = change.percent.literal.exponent() - 1;
    let Interval { low, high } = possible.interval.outward(exponent);
    let end = |value: f64| {
        if value.is_finite() {
            digits(value, exponent)
        } else {
            "∞".to_owned()
        }
    };
    Some(
        Finding::new(Code::ChangeMismatch, format!("{at}/percent"))
            .plain(shown(change))
            .plain(end(low))
            .plain(end(high)),
    )
}

fn shown(change: &PrintedChange) -> String {
    digits(
        change.percent.literal.value(),
        change.percent.literal.exponent(),
    )
}

#[cfg(test)]
pub(super) mod cases {
    use crate::check::case::{Case, Pass, case, edited};
    use crate::locale::finding::Code;

    pub(in crate::check) const CASES: &[Case] = &[
        case(Code::ImpossibleChange, "128.9", "-128.9", "-128.9"),
        case(Code::ImpossibleChange, "2.25e6", "-2.25e6", "128.9").with(&[Code::NegativeReduction]),
        case(
            Code::BackwardChange,
            "\"from\": \"FY1\", \"to\": \"FY2\", \"percent\": 128.9",
            "\"from\": \"FY2\", \"to\": \"FY1\", \"percent\": 128.9",
            "128.9",
        ),
        case(
            Code::LooseChange,
            "{ \"period\": \"FY2\", \"value\": 2.25e6 }",
            "{ \"period\": \"FY1\", \"value\": 2.25e6 }",
            "128.9",
        ),
        case(
            Code::ChangeMismatch,
            "\"percent\": -10.0",
            "\"percent\": -11.0",
            "-11.0",
        ),
        case(
            Code::MisleadingPercent,
            "{ \"period\": \"FY2\", \"value\": 53.9 } ],",
            "{ \"period\": \"FY2\", \"value\": 53.9 } ],\n\"changes\": [ { \"from\": \"FY1\", \"to\": \"FY2\", \"percent\": 149.5 } ],",
            "149.5",
        ),
        // On a card and in no sentence, for neither bars nor words fit values below zero.
        edited(
            Code::MisleadingPercent,
            &[
                ("5.00e6", "-5.00e6"),
                ("4.50e6", "-4.50e6"),
                (
                    "\"columns\": { \"figure\": \"own\", \"scale\": \"mass\" }",
                    "\"cards\": { \"figures\": [\"own\"] }",
                ),
                ("fell {own.change} to", "is"),
                ("ลดลง {own.change} เหลือ", "คือ"),
            ],
            "-10.0",
        ),
    ];

    pub(in crate::check) const PASSES: &[Pass] = &[
        // The two values give a fall of 10.00%, give or take 0.19 for their rounding.
        ("\"percent\": -10.0", "\"percent\": -10.2"),
        ("\"percent\": -10.0", "\"percent\": -10"),
        // A note says why.
        (
            "-10.0 } ],\n      \"notes\": [ { \"en\": \"Scopes 1 to 3, from {own@FY1}\", \"th\": \"",
            "-11.0 } ],\n      \"notes\": [ { \"en\": \"Restated {own@FY1}\", \"th\": \"ปรับใหม่ ",
        ),
    ];
}
