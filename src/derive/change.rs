//! What changed between two values of a figure, in every form that would not mislead.

use std::cmp::Reverse;

use super::{Formula, Reading, Statement, Term, When};
use crate::dataset::{Better, Figure, Unit, UnitStyle};
use crate::quantity::{Domain, Literal, Operation, Quantity};

/// What changed between two values of a figure.
#[derive(Clone, Debug)]
pub struct Change<'d> {
    /// The earlier time.
    pub from: When<'d>,
    /// The later time.
    pub to: When<'d>,
    /// In percent of the earlier value; none for shares and indexes, where it would mislead.
    pub percent: Option<Statement<'d>>,
    /// In percentage points, for shares only.
    pub points: Option<Statement<'d>>,
    /// In the figure's own unit, for all but shares.
    pub difference: Option<Statement<'d>>,
    /// The later value as a multiple of the earlier, when it more than doubled.
    pub multiple: Option<Statement<'d>>,
    /// Whether that is an improvement.
    pub verdict: Verdict,
}

impl<'d> Change<'d> {
    /// The form in which the change is best said in one number.
    pub fn headline(&self) -> Option<(Measure, &Statement<'d>)> {
        let percent = self.percent.as_ref().map(|it| (Measure::Percent, it));
        let points = self.points.as_ref().map(|it| (Measure::Points, it));
        let difference = self.difference.as_ref().map(|it| (Measure::Unit, it));
        percent.or(points).or(difference)
    }

    /// Every form that is there, the headline's first.
    pub fn forms(&self) -> impl Iterator<Item = (Measure, &Statement<'d>)> {
        [
            (Measure::Percent, &self.percent),
            (Measure::Points, &self.points),
            (Measure::Unit, &self.difference),
            (Measure::Times, &self.multiple),
        ]
        .into_iter()
        .filter_map(|(measure, form)| Some((measure, form.as_ref()?)))
    }
}

/// What the number of a statement counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The figure's own unit.
    Unit,
    /// Percent of the earlier value.
    Percent,
    /// Percentage points.
    Points,
    /// Times the earlier value.
    Times,
}

/// Whether a change is an improvement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The figure moved in its better direction.
    Better,
    /// The figure moved against its better direction.
    Worse,
    /// The bounds leave open whether it moved, or no direction is better.
    Neutral,
}

/// The change to the latest value from the one before it of its kind.
pub(super) fn latest<'d>(
    figure: &'d Figure,
    unit: &Unit,
    readings: &[Reading<'d>],
) -> Option<Change<'d>> {
    let (later, before) = readings.split_last()?;
    let is_of_kind = |it: &&Reading<'_>| it.when.is_state() == later.when.is_state();
    between(figure, unit, before.iter().rev().find(is_of_kind)?, later)
}

/// The printed changes but for `latest`, those to the latest value first.
pub(super) fn others<'d>(
    figure: &'d Figure,
    unit: &Unit,
    readings: &[Reading<'d>],
    latest: Option<&Change<'d>>,
) -> Vec<Change<'d>> {
    let of = |id: &str| readings.iter().find(|it| it.when.is_named(id));
    let stated = figure.changes.iter().filter_map(|it| {
        let (earlier, later) = (of(&it.from)?, of(&it.to)?);
        between(figure, unit, earlier, later)
    });
    let is_latest =
        |it: &Change<'_>| latest.is_some_and(|latest| (latest.from, latest.to) == (it.from, it.to));
    let mut others: Vec<Change<'d>> = stated.filter(|it| !is_latest(it)).collect();
    others.sort_by_key(|it| Reverse(it.to.end()));
    others
}

/// The change between two values; `None` when it could not be said which way it went.
fn between<'d>(
    figure: &'d Figure,
    unit: &Unit,
    earlier: &Reading<'d>,
    later: &Reading<'d>,
) -> Option<Change<'d>> {
    let (from, to) = (earlier.when, later.when);
    let stated = figure
        .changes
        .iter()
        .find(|it| from.is_named(&it.from) && to.is_named(&it.to));
    let value = |reading: &Reading<'d>| Term::value(figure, reading.when, reading.value.quantity);
    if stated.is_none() && unit.style.is_flow() && !from.is_as_long_as(to) {
        return None;
    }
    let compare = |operation| Formula::statement(operation, vec![value(later), value(earlier)]);

    // Two printed values give a difference directly; a prior that was itself computed from a
    // stated change would bring that change's rounding in twice, so the change is used instead.
    let (percent, difference, multiple) = match stated {
        Some(stated) => {
            let quantity = self::stated(&stated.percent);
            let change = Term::change(figure, from, to, quantity);
            let difference = if earlier.value.is_derived() {
                Formula::statement(Operation::Fall, vec![value(later), change.clone()])
            } else {
                compare(Operation::Difference)
            };
            let multiple = Formula::statement(Operation::OnePlus, vec![change]);
            let percent = Statement {
                quantity,
                formula: None,
            };
            (Some(percent), difference, multiple)
        }
        None => (
            compare(Operation::PercentChange),
            compare(Operation::Difference),
            compare(Operation::Ratio),
        ),
    };

    let bounds = difference.as_ref().map(|it| it.quantity.interval);
    let is_up = bounds.is_some_and(|it| it.low > 0.0);
    let is_down = bounds.is_some_and(|it| it.high < 0.0);
    let verdict = match (figure.better, is_up, is_down) {
        (Some(Better::Higher), true, _) | (Some(Better::Lower), _, true) => Verdict::Better,
        (Some(Better::Higher), _, true) | (Some(Better::Lower), true, _) => Verdict::Worse,
        _ => Verdict::Neutral,
    };
    let is_share = unit.style == UnitStyle::Share;
    let is_index = unit.style == UnitStyle::Index;
    let points = difference.clone();
    let change = Change {
        from,
        to,
        percent: percent.filter(|it| it.quantity.has_direction() && !is_share && !is_index),
        points: points.filter(|it| it.quantity.has_direction() && is_share),
        difference: difference.filter(|it| it.quantity.has_direction() && !is_share),
        multiple: multiple.filter(|it| it.quantity.is_multiple() && !is_index),
        verdict,
    };
    change.headline().is_some().then_some(change)
}

/// A stated percentage, known to half a unit of its last digit.
pub(super) fn stated(literal: &Literal) -> Quantity {
    Quantity::printed(literal, None, Domain::Any)
}
