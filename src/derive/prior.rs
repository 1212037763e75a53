//! The values before stated changes, where they were not printed.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::formula::{Formula, Term};
use super::index::Index;
use super::missing::{Cause, Missing};
use super::reading::Reading;
use crate::dataset::{Figure, Period, PrintedChange, When};
use crate::quantity::{Domain, Operation};

/// A stated change between two periods that are defined.
struct PriorStep<'d> {
    /// Its position among the changes of the figure.
    position: usize,
    change: &'d PrintedChange,
    from: &'d Period,
    to: &'d Period,
}

/// Adds the values before the stated changes of a figure, and notes those that do not follow.
pub(super) fn add<'d>(
    figure: &'d Figure,
    domain: Domain,
    index: &Index<'d>,
    readings: &mut Vec<Reading<'d>>,
    missing: &mut Vec<Missing<'d>>,
) {
    if figure.changes.is_empty() {
        return;
    }
    let mut by_period = HashMap::new();
    for (position, reading) in readings.iter().enumerate() {
        if let When::Period(period) = reading.when {
            by_period.entry(period.id.as_str()).or_insert(position);
        }
    }
    let is_own = |reading: &Reading<'_>| !reading.value.is_derived() || figure.derived.is_some();
    for step in steps_back(figure, index) {
        let Some(later) = by_period.get(step.to.id.as_str()).map(|at| &readings[*at]) else {
            continue;
        };
        let earlier = by_period.get(step.from.id.as_str());
        if earlier.is_some_and(|at| is_own(&readings[*at])) {
            continue;
        }
        let (from, quantity) = (When::Period(step.from), later.value.quantity);
        let terms = vec![
            Term::value(figure, later.when, quantity),
            Term::change(figure, from, later.when, step.change.quantity()),
        ];
        match Formula::statement(Operation::Prior, terms, domain) {
            Some(prior) if earlier.is_none() => {
                by_period.insert(&step.from.id, readings.len());
                readings.push(Reading::new(from, prior));
            }
            Some(_) => {}
            None if quantity.value < 0.0 => {
                missing.push(Missing::Earlier(step.position, Cause::NegativeBase));
            }
            None => missing.push(Missing::Earlier(step.position, Cause::NothingLeft)),
        }
    }
}

/// The stated changes, those to the latest period first: so a chain of them leads back from the
/// latest value, in whatever order the file lists them.
fn steps_back<'d>(figure: &'d Figure, index: &Index<'d>) -> Vec<PriorStep<'d>> {
    let step = |(position, change): (usize, &'d PrintedChange)| {
        Some(PriorStep {
            position,
            change,
            from: index.periods.get(change.from.as_str())?,
            to: index.periods.get(change.to.as_str())?,
        })
    };
    let changes = figure.changes.iter().enumerate();
    let mut steps: Vec<PriorStep<'d>> = changes.filter_map(step).collect();
    steps.sort_by_key(|step| Reverse((step.to.end, step.to.start, step.from.end)));
    steps
}
