//! Stated changes: whether percent can be said of them, and whether the values give them.

use crate::dataset::{Change, Figure, Point, UnitStyle};
use crate::locale::finding::Code;
use crate::quantity::{Domain, Interval, Operation, digits};

use super::argument::Term;
use super::figure::style;
use super::{Finding, Review};

pub(super) fn review(review: &mut Review<'_>, figure: &Figure, change: &Change, at: &str) {
    let from_known = review.expect_period(&change.from, || format!("{at}/from"));
    let to_known = review.expect_period(&change.to, || format!("{at}/to"));
    let term = match style(review, figure) {
        Some(UnitStyle::Share) => Some(Term::Points),
        Some(UnitStyle::Index) => Some(Term::Differences),
        _ => None,
    };
    if let Some(term) = term {
        review.report(misleading(figure, term, at));
    }
    if !(from_known && to_known) {
        return;
    }
    let end = |id: &str| review.dataset.period(id).map(|it| it.end);
    if end(&change.to) <= end(&change.from) {
        let backward = Finding::new(Code::BackwardChange, at.to_owned());
        review.report(backward.plain(&change.from).plain(&change.to));
    } else if let Some(finding) = against_values(review, figure, change, at) {
        review.report(finding);
    }
}

fn misleading(figure: &Figure, reason: Term, at: &str) -> Finding {
    let finding = Finding::new(Code::MisleadingPercent, format!("{at}/percent"));
    finding.plain(&figure.id).term(reason)
}

/// A change against the values of its periods, those that were not computed from it.
fn against_values(
    review: &Review<'_>,
    figure: &Figure,
    change: &Change,
    at: &str,
) -> Option<Finding> {
    let timeline = review.timelines.get(&figure.id)?;
    if timeline.readings.is_empty() {
        return None;
    }
    let Some(later) = timeline.of_period(&change.to) else {
        let loose = Finding::new(Code::LooseChange, at.to_owned());
        return Some(loose.plain(&figure.id).plain(&change.to));
    };
    let is_own = |it: &&Point<'_>| it.is_printed || figure.derived.is_some();
    match timeline.of_period(&change.from).filter(is_own) {
        Some(earlier) => {
            let has_base = earlier.quantity.value > 0.0;
            // Of a share or an index percent misleads whatever its base.
            let is_percent =
                !(timeline.is_style(UnitStyle::Share) || timeline.is_style(UnitStyle::Index));
            if is_percent && !has_base {
                Some(misleading(figure, Term::NoBase, at))
            } else {
                mismatch(change, earlier, later, at)
            }
        }
        None if figure.derived.is_none() => impossible(change, later, at),
        None => None,
    }
}

/// A change that leads back to no value.
fn impossible(change: &Change, later: &Point<'_>, at: &str) -> Option<Finding> {
    let prior = Operation::Prior.apply(&[later.quantity, change.quantity()], Domain::Any);
    let reason = if later.quantity.value < 0.0 {
        Term::NoBase
    } else {
        Term::NothingLeft
    };
    let finding = Finding::new(Code::ImpossibleChange, format!("{at}/percent"));
    prior
        .is_none()
        .then(|| finding.plain(shown(change)).term(reason))
}

/// A change that two values do not give, whatever their rounding.
fn mismatch(change: &Change, earlier: &Point<'_>, later: &Point<'_>, at: &str) -> Option<Finding> {
    let possible =
        Operation::PercentChange.apply(&[later.quantity, earlier.quantity], Domain::Any)?;
    if possible.interval.meets(change.quantity().interval) {
        return None;
    }
    let place = change.percent.place() - 1;
    let Interval { low, high } = possible.interval.outward(place);
    let end = |value: f64| {
        if value.is_finite() {
            digits(value, place)
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

fn shown(change: &Change) -> String {
    digits(change.percent.value(), change.percent.place())
}
