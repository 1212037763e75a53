//! Formulas: their inputs, the unit they give, and where they give no number.

use super::argument::Term;
use super::finding::{Finding, quoted};
use super::review::Review;
use crate::dataset::{Derived, Figure, UnitStyle};
use crate::derive::{Cause, Fact, Missing};
use crate::locale::finding::Code;

pub(super) fn review(review: &mut Review<'_>) {
    for (index, fact) in review.ledger.facts.iter().enumerate() {
        if let Some(derived) = &fact.figure.derived {
            formula(review, fact, derived, &format!("/figures/{index}/derived"));
        }
    }
    circles(review);
}

fn formula(review: &mut Review<'_>, fact: &Fact<'_>, derived: &Derived, at: &str) {
    let inputs = derived.inputs();
    for (index, id) in inputs.iter().enumerate() {
        let key = match derived {
            Derived::Ratio(_) => format!("ratio/{index}"),
            Derived::Difference(_) => format!("difference/{index}"),
            Derived::PerDay(_) => "per-day".to_owned(),
            Derived::Above(_) => "above/figure".to_owned(),
        };
        review.expect_figure(id, || format!("{at}/{key}"));
    }
    // What keeps the inputs from having values has its own finding.
    if !fact.has_inputs() {
        return;
    }
    let facts: Vec<&Fact<'_>> = inputs.iter().filter_map(|id| review.fact(id)).collect();
    if let [a, b] = facts[..] {
        units(review, fact, derived, [a, b], at);
        let mut accounts = a.figure.account.zip(b.figure.account).into_iter();
        if accounts.any(|(one, other)| one != other) {
            let finding = Finding::new(Code::MixedAccounts, at.to_owned());
            review.report(finding.plain(&a.figure.id).plain(&b.figure.id));
        }
    }
    let finding = |code| Finding::new(code, at.to_owned());
    for missing in &fact.missing {
        let finding = match (missing, inputs) {
            (Missing::CommonTime, _) => finding(Code::NoCommonTime).plain(quoted(inputs)),
            (Missing::Value(when, Cause::ZeroDivisor), [_, divisor]) => {
                finding(Code::DivisionByZero).plain(divisor).plain(when)
            }
            (Missing::Value(when, Cause::Open), _) => {
                finding(Code::OpenResult).plain(quoted(inputs)).plain(when)
            }
            // A period without days has its own finding, as has a change without a base.
            _ => continue,
        };
        review.report(finding);
    }
}

/// The unit of a formula of two figures, against theirs.
fn units(
    review: &mut Review<'_>,
    fact: &Fact<'_>,
    derived: &Derived,
    [a, b]: [&Fact<'_>; 2],
    at: &str,
) {
    let [Some(own), Some(of_a), Some(of_b)] = [fact, a, b].map(Fact::style) else {
        return;
    };
    let [figure, a, b] = [fact, a, b].map(|fact| fact.figure);
    let mixed = |key, one: &Figure, other: &Figure, term| {
        let finding = Finding::new(Code::MixedUnits, format!("{at}/{key}"));
        finding.plain(&one.id).plain(&other.id).term(term)
    };
    // Dividing or multiplying by a plain number may keep a unit.
    let is_plain = |style| matches!(style, UnitStyle::Rate | UnitStyle::Share | UnitStyle::Index);
    let keeps_unit =
        figure.unit == a.unit && is_plain(of_b) || figure.unit == b.unit && is_plain(of_a);
    // Shares differ by percentage points, which are not a share.
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

/// Formulas that lead back to themselves; each circle is reported where it first appears.
fn circles(review: &mut Review<'_>) {
    let ledger = review.ledger;
    for circle in &ledger.circles {
        let first = circle.iter().enumerate().min_by_key(|(_, figure)| **figure);
        let Some((start, first)) = first else {
            continue;
        };
        let around = [&circle[start..], &circle[..=start]].concat();
        let ids = around.iter().filter_map(|figure| ledger.facts.get(*figure));
        let ids: Vec<&str> = ids.map(|fact| fact.figure.id.as_str()).collect();
        let finding = Finding::new(Code::DerivedCycle, format!("/figures/{first}/derived"));
        review.report(finding.plain(ids.join(" → ")));
    }
}

#[cfg(test)]
pub(super) mod cases {
    use crate::check::case::{Case, case};
    use crate::locale::finding::Code;

    pub(in crate::check) const CASES: &[Case] = &[
        case(
            Code::DerivedCycle,
            "[\"own\", \"staff\"]",
            "[\"own\", \"per-head\"]",
            "\"ratio\"",
        ),
        case(
            Code::NoCommonTime,
            "[\"own\", \"staff\"]",
            "[\"own\", \"guests\"]",
            "\"ratio\"",
        ),
        case(
            Code::NoCommonTime,
            "\"ratio\": [\"own\", \"staff\"]",
            "\"per-day\": \"guests\"",
            "\"per-day\"",
        ),
        case(Code::DivisionByZero, "118746", "0", "\"ratio\""),
        case(
            Code::OpenResult,
            "\"ratio\": [\"own\", \"staff\"]",
            "\"ratio\": [\"guests\", \"guests\"]",
            "\"ratio\"",
        ),
        case(
            Code::MixedUnits,
            "\"ratio\": [\"own\", \"staff\"]",
            "\"ratio\": [\"own\", \"clean\"]",
            "\"ratio\"",
        ),
        case(
            Code::MixedUnits,
            "\"ratio\": [",
            "\"difference\": [",
            "\"difference\"",
        ),
        case(
            Code::MixedUnits,
            "\"ratio\": [\"own\", \"staff\"]",
            "\"difference\": [\"staff\", \"staff\"]",
            "\"difference\"",
        ),
        case(
            Code::MixedAccounts,
            "\"ratio\": [\"own\", \"staff\"]",
            "\"ratio\": [\"others\", \"own\"]",
            "\"ratio\"",
        ),
        case(
            Code::RatioUnit,
            "\"per-head\", \"unit\": \"each\"",
            "\"per-head\", \"unit\": \"people\"",
            "\"ratio\"",
        )
        .with(&[Code::UnusedDefinition]),
    ];
}
