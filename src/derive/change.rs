//! What changed between two values of a figure, with the formula of every form and a verdict.

use std::cmp::Reverse;

use super::{Formula, Reading, Statement, Term};
use crate::dataset::{Better, Figure, Form, Side, Unit, When, latest_pair};

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
    /// The later value as a multiple of the earlier, when it at least doubled.
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
    let [earlier, later] = latest_pair(readings, |it| it.when)?;
    between(figure, unit, earlier, later)
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
    let comparison = figure.compare(unit.style, earlier.point(), later.point())?;
    let verdict = match (figure.better, comparison.is_rise(), comparison.is_fall()) {
        (Some(Better::Higher), true, _) | (Some(Better::Lower), _, true) => Verdict::Better,
        (Some(Better::Higher), _, true) | (Some(Better::Lower), true, _) => Verdict::Worse,
        _ => Verdict::Neutral,
    };
    let (from, to) = (earlier.when, later.when);
    let term = |side: Side| match side {
        Side::Later => Term::value(figure, to, later.value.quantity),
        Side::Earlier => Term::value(figure, from, earlier.value.quantity),
        Side::Stated(quantity) => Term::change(figure, from, to, quantity),
    };
    let statement = |form: Form| Statement {
        quantity: form.quantity,
        formula: form.computed.map(|(operation, sides)| Formula {
            operation,
            terms: sides.into_iter().map(term).collect(),
        }),
    };
    Some(Change {
        from,
        to,
        percent: comparison.percent.map(statement),
        points: comparison.points.map(statement),
        difference: comparison.difference.map(statement),
        multiple: comparison.multiple.map(statement),
        verdict,
    })
}
