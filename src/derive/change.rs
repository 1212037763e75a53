//! What changed between two values of a figure, in every form that would not mislead.

use std::cmp::{Ordering, Reverse};

use super::formula::{Formula, Statement, Term};
use super::index::Index;
use super::reading::{self, Reading};
use crate::dataset::{Better, Figure, PrintedChange, Unit, UnitStyle, When};
use crate::quantity::{Domain, Operation, Quantity};

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
    /// The form that says the change best in one number.
    pub fn headline(&self) -> Option<(Measure, &Statement<'d>)> {
        let percent = self.percent.as_ref().map(|form| (Measure::Percent, form));
        percent.or_else(|| self.movement())
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

    /// Whether the figure is known to have grown, or to have shrunk; `Equal` when neither is, or
    /// when the headline shows no movement, whatever its further digits.
    pub fn direction(&self) -> Ordering {
        let is_still = |(_, form): (_, &Statement<'_>)| form.quantity.direction().is_eq();
        if self.headline().is_none_or(is_still) {
            return Ordering::Equal;
        }
        match self.movement().map(|(_, form)| form.quantity.interval) {
            Some(interval) if interval.low > 0.0 => Ordering::Greater,
            Some(interval) if interval.high < 0.0 => Ordering::Less,
            _ => Ordering::Equal,
        }
    }

    /// By how much the figure moved, in percentage points or in its own unit.
    fn movement(&self) -> Option<(Measure, &Statement<'d>)> {
        let points = self.points.as_ref().map(|form| (Measure::Points, form));
        let difference = self.difference.as_ref().map(|form| (Measure::Unit, form));
        points.or(difference)
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
    /// The bounds leave open whether it moved, or no direction is judged better.
    Neutral,
}

impl Verdict {
    const fn new(better: Option<Better>, direction: Ordering) -> Self {
        match (better, direction) {
            (Some(Better::Higher), Ordering::Greater) | (Some(Better::Lower), Ordering::Less) => {
                Self::Better
            }
            (Some(Better::Higher), Ordering::Less) | (Some(Better::Lower), Ordering::Greater) => {
                Self::Worse
            }
            (_, Ordering::Equal) | (None, _) => Self::Neutral,
        }
    }
}

/// Whether numbers of two times compare as they are: amounts of periods of different length do not.
pub const fn is_comparable(style: UnitStyle, one: When<'_>, other: When<'_>) -> bool {
    !style.is_flow() || one.is_as_long_as(other)
}

/// The change to the latest value from the one before it of its kind.
pub(super) fn latest<'d>(
    figure: &'d Figure,
    unit: &Unit,
    readings: &[Reading<'d>],
) -> Option<Change<'d>> {
    let [earlier, later] = reading::latest_pair(readings)?;
    let is_between = |change: &&PrintedChange| {
        earlier.when.is_named(&change.from) && later.when.is_named(&change.to)
    };
    let stated = figure.changes.iter().find(is_between);
    between(figure, unit, [earlier, later], stated)
}

/// The printed changes but for `latest`, those to the latest value first.
pub(super) fn others<'d>(
    figure: &'d Figure,
    unit: &Unit,
    index: &Index<'d>,
    readings: &[Reading<'d>],
    latest: Option<&Change<'d>>,
) -> Vec<Change<'d>> {
    let of = |id: &String| {
        let period = index.periods.get(id.as_str())?;
        reading::at(readings, When::Period(period))
    };
    let stated = figure.changes.iter().filter_map(|change| {
        let ends = [of(&change.from)?, of(&change.to)?];
        between(figure, unit, ends, Some(change))
    });
    let is_latest = |change: &Change<'_>| {
        latest.is_some_and(|latest| (latest.from, latest.to) == (change.from, change.to))
    };
    let mut others: Vec<Change<'d>> = stated.filter(|change| !is_latest(change)).collect();
    others.sort_by_key(|change| Reverse(change.to.end()));
    others
}

/// The change between two values; `None` when its direction is not known, or when the two do not
/// compare.
fn between<'d>(
    figure: &'d Figure,
    unit: &Unit,
    [earlier, later]: [&Reading<'d>; 2],
    stated: Option<&PrintedChange>,
) -> Option<Change<'d>> {
    let pair = Pair {
        figure,
        earlier,
        later,
        stated: stated.map(PrintedChange::quantity),
    };
    if pair.stated.is_none() && !is_comparable(unit.style, earlier.when, later.when) {
        return None;
    }
    let has_percent = !matches!(unit.style, UnitStyle::Share | UnitStyle::Index);
    let percent = has_percent.then(|| pair.percent()).flatten();
    let has_multiple = unit.style != UnitStyle::Index;
    let multiple = has_multiple.then(|| pair.multiple()).flatten();
    let difference = pair.difference();
    let difference = difference.filter(|form| form.quantity.has_direction());
    let (points, difference) = match unit.style {
        UnitStyle::Share => (difference, None),
        _ => (None, difference),
    };
    let mut moved = Change {
        from: earlier.when,
        to: later.when,
        percent: percent.filter(|form| form.quantity.has_direction()),
        points,
        difference,
        multiple: multiple.filter(|form| form.quantity.is_multiple()),
        verdict: Verdict::Neutral,
    };
    moved.headline()?;
    moved.verdict = Verdict::new(figure.judged_by(), moved.direction());
    Some(moved)
}

/// Two values of a figure, and the change between them that was printed, if any.
struct Pair<'r, 'd> {
    figure: &'d Figure,
    earlier: &'r Reading<'d>,
    later: &'r Reading<'d>,
    stated: Option<Quantity>,
}

impl<'d> Pair<'_, 'd> {
    fn percent(&self) -> Option<Statement<'d>> {
        match self.stated {
            Some(stated) => Some(Statement::printed(stated)),
            None => self.compare(Operation::PercentChange),
        }
    }

    fn multiple(&self) -> Option<Statement<'d>> {
        match self.stated {
            Some(stated) => compute(Operation::OnePlus, vec![self.change(stated)]),
            None => self.compare(Operation::Ratio),
        }
    }

    /// The later value less the earlier one.
    ///
    /// Two printed values give it directly; a prior that was itself computed from a stated change
    /// would bring that change's rounding in twice, so the change is used instead.
    fn difference(&self) -> Option<Statement<'d>> {
        match self.stated {
            Some(stated) if self.earlier.value.is_derived() => {
                let terms = vec![self.value(self.later), self.change(stated)];
                compute(Operation::StatedChange, terms)
            }
            _ => self.compare(Operation::Difference),
        }
    }

    fn compare(&self, operation: Operation) -> Option<Statement<'d>> {
        let terms = vec![self.value(self.later), self.value(self.earlier)];
        compute(operation, terms)
    }

    const fn value(&self, reading: &Reading<'d>) -> Term<'d> {
        Term::value(self.figure, reading.when, reading.value.quantity)
    }

    const fn change(&self, stated: Quantity) -> Term<'d> {
        Term::change(self.figure, self.earlier.when, self.later.when, stated)
    }
}

fn compute(operation: Operation, terms: Vec<Term<'_>>) -> Option<Statement<'_>> {
    Formula::statement(operation, terms, Domain::Any)
}
