//! Values next to others: of the same figure, of one of the same name, and in the same panel.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::finding::Finding;
use super::panels::panels;
use super::review::Review;
use crate::dataset::{Account, Figure, Kind, Panel, UnitStyle};
use crate::derive::{Fact, Reading};
use crate::locale::Lang;
use crate::locale::finding::Code;
use crate::quantity::{Interval, Quantity, digits};

/// How many times larger or smaller a value is than its neighbour when a unit or a decimal point is
/// likely to be wrong.
const JUMP: f64 = 10.0;

/// A share as large as this has a percent sign in mind.
const LARGE_SHARE: f64 = 10.0;

pub(super) fn review(review: &mut Review<'_>) {
    let mut names: HashMap<Name<'_>, &Fact<'_>> = HashMap::new();
    let peers = peers(review);
    for (index, fact) in review.ledger.facts.iter().enumerate() {
        let at = format!("/figures/{index}");
        negative(review, fact, &at);
        if !fraction(review, fact, peers.get(fact.figure.id.as_str()), &at) {
            jump(review, fact, &at);
        }
        match names.entry(name(fact.figure)) {
            Entry::Occupied(first) => conflict(review, first.get(), fact, &at),
            Entry::Vacant(none) => {
                none.insert(fact);
            }
        }
    }
}

/// What was reduced or avoided is an amount above zero.
fn negative(review: &mut Review<'_>, fact: &Fact<'_>, at: &str) {
    let is_positive = matches!(
        fact.figure.account,
        Some(Account::Reduction | Account::Avoided)
    );
    for (index, value) in fact.figure.values.iter().enumerate() {
        if is_positive && value.value.literal.value() < 0.0 {
            let finding = Finding::new(Code::NegativeReduction, format!("{at}/values/{index}"));
            review.report(finding.plain(&fact.figure.id));
        }
    }
}

/// Two printed values after each other, of which one is many times the other.
fn jump(review: &mut Review<'_>, fact: &Fact<'_>, at: &str) {
    if !fact.figure.notes.is_empty() {
        return;
    }
    let printed: Vec<&Reading<'_>> = printed(fact).collect();
    let far = printed.windows(2).find_map(|pair| {
        let [earlier, later] = pair else { return None };
        let [before, after] = [earlier, later].map(|reading| reading.value.quantity.value);
        let is_comparable = later.when.is_like(earlier.when) && before > 0.0 && after > 0.0;
        let times = (after / before).max(before / after);
        (is_comparable && times >= JUMP).then_some((earlier, later, times))
    });
    if let Some((earlier, later, times)) = far {
        review.report(
            Finding::new(Code::SuddenJump, format!("{at}/values"))
                .plain(&fact.figure.id)
                .plain(earlier.when)
                .plain(later.when)
                .plain(digits(times, 0)),
        );
    }
}

/// The values that are printed, oldest first.
fn printed<'a, 'd>(fact: &'a Fact<'d>) -> impl Iterator<Item = &'a Reading<'d>> {
    let readings = fact.readings.iter();
    readings.filter(|reading| !reading.value.is_derived())
}

/// What readers take a figure for: its name, its unit, what it covers, and its account.
type Name<'d> = (
    Vec<(Lang, &'d str)>,
    &'d str,
    Option<Vec<(Lang, &'d str)>>,
    Option<&'static str>,
);

fn name(figure: &Figure) -> Name<'_> {
    let boundary = figure.boundary.as_ref().map(|text| text.iter().collect());
    let account = figure.account.map(Account::name);
    (
        figure.name.iter().collect(),
        &figure.unit,
        boundary,
        account,
    )
}

/// Two figures that readers take for one, with values that cannot both be true.
fn conflict(review: &mut Review<'_>, first: &Fact<'_>, second: &Fact<'_>, at: &str) {
    let differs = |reading: &&Reading<'_>| {
        let other = first.at(reading.when);
        other.is_some_and(|other| {
            let [one, other] = [reading, other].map(|reading| reading.value.quantity.interval);
            !one.meets(other)
        })
    };
    if let Some(reading) = second.readings.iter().find(differs) {
        review.report(
            Finding::new(Code::ConflictingValues, format!("{at}/name"))
                .plain(&first.figure.id)
                .plain(&second.figure.id)
                .plain(reading.when),
        );
    }
}

/// The largest share of a panel, and the last digit of its shares that are not below one.
#[derive(Clone, Copy)]
struct Peers {
    largest: Quantity,
    exponent: i32,
}

/// For each figure in a panel of shares, what it stands next to.
fn peers<'d>(review: &Review<'d>) -> HashMap<&'d str, Peers> {
    let mut peers = HashMap::new();
    for site in panels(review.dataset()) {
        let found = peers_in(review, site.panel);
        let ids = site.panel.figures.iter().map(String::as_str);
        peers.extend(ids.filter_map(|id| Some((id, found?))));
    }
    peers
}

fn peers_in(review: &Review<'_>, panel: &Panel) -> Option<Peers> {
    let facts = panel.figures.iter().filter_map(|id| review.fact(id));
    let facts: Vec<&Fact<'_>> = facts
        .filter(|fact| fact.is_style(UnitStyle::Share))
        .collect();
    if panel.kind == Kind::Mix && is_whole(&facts) {
        return None;
    }
    let shares = facts.iter().flat_map(|fact| printed(fact));
    let shares = shares.map(|reading| reading.value.quantity);
    let shares: Vec<Quantity> = shares.filter(|share| share.value >= 1.0).collect();
    let largest = shares.iter().max_by(|a, b| a.value.total_cmp(&b.value));
    let largest = *largest.filter(|share| share.value >= LARGE_SHARE)?;
    let exponent = shares.iter().map(|share| share.exponent).min()?;
    Some(Peers { largest, exponent })
}

/// Whether parts always make a whole, so that a small one is just small.
fn is_whole(parts: &[&Fact<'_>]) -> bool {
    let Some(first) = parts.first() else {
        return false;
    };
    first.times().all(|time| {
        let shares = parts.iter().filter_map(|part| part.at(time));
        let sum = shares.fold(Interval::point(0.0), |sum, share| {
            let Interval { low, high } = share.value.quantity.interval;
            Interval {
                low: sum.low + low,
                high: sum.high + high,
            }
        });
        sum.meets(Interval::point(100.0))
    })
}

/// Reports a share below one that is as exact as the others if it is taken as a fraction of one.
fn fraction(review: &mut Review<'_>, fact: &Fact<'_>, peers: Option<&Peers>, at: &str) -> bool {
    let Some(Peers { largest, exponent }) = peers else {
        return false;
    };
    let mut is_found = false;
    for (index, value) in fact.figure.values.iter().enumerate() {
        let Some(literal) = value.literal() else {
            continue;
        };
        let is_fraction = literal.value() > 0.0 && literal.value() < 1.0;
        if is_fraction && literal.exponent() + 2 <= *exponent {
            is_found = true;
            let percent = digits(literal.value() * 100.0, literal.exponent() + 2);
            review.report(
                Finding::new(Code::FractionShare, format!("{at}/values/{index}/value"))
                    .plain(digits(literal.value(), literal.exponent()))
                    .plain(&fact.figure.id)
                    .plain(digits(largest.value, largest.exponent))
                    .nearest(Some(&percent)),
            );
        }
    }
    is_found
}

#[cfg(test)]
pub(super) mod cases {
    use crate::check::case::{Case, Pass, case, edited};
    use crate::locale::finding::Code;

    const PAST: &str =
        "{ \"period\": \"FY1\", \"value\": 1.247 }, { \"period\": \"FY2\", \"value\": 1.215 }";

    pub(in crate::check) const CASES: &[Case] = &[
        edited(
            Code::NegativeReduction,
            &[
                ("2.25e6", "-2.25e6"),
                (
                    "\"changes\": [ { \"from\": \"FY1\", \"to\": \"FY2\", \"percent\": 128.9 } ],",
                    "",
                ),
            ],
            "-2.25e6",
        ),
        case(
            Code::SuddenJump,
            PAST,
            "{ \"period\": \"FY1\", \"value\": 12.47 }, { \"period\": \"FY2\", \"value\": 1.215 }",
            "12.47",
        ),
        // The names of two figures in every language, for one number of people.
        edited(
            Code::ConflictingValues,
            &[
                (
                    "\"name\": { \"en\": \"Guests\", \"th\": \"แขก\" }",
                    "\"name\": {  \"en\": \"Staff\", \"th\": \"พนักงาน\" }",
                ),
                (
                    "{ \"as-of\": \"2023-03\", \"value\": 320e3, \"hedge\": \"more-than\" }",
                    "{ \"period\": \"FY2\", \"value\": 320e3, \"hedge\": \"more-than\" }",
                ),
            ],
            "{  \"en\": \"Staff\"",
        ),
        case(
            Code::FractionShare,
            "\"value\": 46.1 }",
            "\"value\": 0.461 }",
            "0.461",
        )
        .with(&[Code::MixShort]),
    ];

    pub(in crate::check) const PASSES: &[Pass] = &[
        // A note says why.
        (
            "\"value\": 1.247 }, { \"period\": \"FY2\", \"value\": 1.215 } ],",
            "\"value\": 12.47 }, { \"period\": \"FY2\", \"value\": 1.215 } ],\n\"notes\": [ { \"en\": \"Measured again\", \"th\": \"วัดใหม่\" } ],",
        ),
        // Almost ten times.
        ("\"value\": 1.247 }", "\"value\": 12.0 }"),
        // One name, but at different times.
        (
            "\"name\": { \"en\": \"Guests\", \"th\": \"แขก\" }",
            "\"name\": { \"en\": \"Staff\", \"th\": \"พนักงาน\" }",
        ),
    ];
}

#[cfg(test)]
mod tests {
    use crate::check::case::codes;
    use crate::locale::finding::Code;

    #[test]
    fn leaves_alone_a_small_part_of_a_whole() {
        let small = codes(&[("53.9", "99.4"), ("46.1", "0.60")]);
        assert!(!small.contains(&Code::FractionShare));
        let fraction = codes(&[("46.1", "0.461")]);
        assert!(fraction.contains(&Code::FractionShare));
    }
}
