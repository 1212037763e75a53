//! The values a figure has over time, with their bounds: what the rules of the review compare.
//!
//! This is the arithmetic of the ledger without its formulas, for the review stands on the same
//! floor; a test holds the two together.

use std::collections::BTreeMap;
use std::fmt;

use crate::dataset::{Above, Change, Dataset, Derived, Figure, Month, Period, UnitStyle};
use crate::quantity::{Domain, Interval, Operation, Quantity};

/// When a value is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Time<'d> {
    /// Over a period.
    Period(&'d Period),
    /// As of a month.
    Month(Month),
}

impl Time<'_> {
    /// The last month, and whether it is a state: what times are ordered by.
    pub(super) const fn end(self) -> (Month, bool) {
        match self {
            Self::Period(period) => (period.end.month(), false),
            Self::Month(month) => (month, true),
        }
    }

    /// The last month, counted from the year 0.
    pub(super) fn last_month(self) -> i32 {
        let (Month { year, month }, _) = self.end();
        12 * year + i32::from(month)
    }

    /// Whether nothing lies between `before` and this time, or they are not of one kind.
    pub(super) const fn follows(self, before: Self) -> bool {
        match (before, self) {
            (Self::Period(before), Self::Period(after)) => {
                after.start.day_number() - before.end.day_number() <= 1
            }
            (Self::Month(_), Self::Month(_)) => false,
            _ => true,
        }
    }

    const fn is_state(self) -> bool {
        matches!(self, Self::Month(_))
    }

    /// Whether amounts of the two times compare: periods of different length do not.
    const fn is_as_long_as(self, other: Self) -> bool {
        match (self, other) {
            (Self::Period(one), Self::Period(other)) => one.is_as_long_as(other),
            _ => true,
        }
    }

    fn is_named(self, id: &str) -> bool {
        matches!(self, Self::Period(period) if period.id == id)
    }
}

impl fmt::Display for Time<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Period(period) => f.write_str(&period.id),
            Self::Month(month) => month.fmt(f),
        }
    }
}

/// A value at a time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading<'d> {
    pub(super) time: Time<'d>,
    pub(super) quantity: Quantity,
    pub(super) is_printed: bool,
}

/// The values of a figure, oldest first.
#[derive(Debug)]
pub(super) struct Timeline<'d> {
    pub(super) figure: &'d Figure,
    /// How its unit behaves; `None` when the unit is not defined.
    pub(super) style: Option<UnitStyle>,
    pub(super) readings: Vec<Reading<'d>>,
    /// The first time at which its formula gives no number.
    pub(super) valueless: Option<Valueless<'d>>,
}

/// Where a formula gives no number, and why.
#[derive(Clone, Copy, Debug)]
pub(super) struct Valueless<'d> {
    pub(super) time: Time<'d>,
    pub(super) cause: Cause,
}

/// Why a formula gives no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// Its divisor is zero.
    ZeroDivisor,
    /// Its period is reversed, which has its own finding, and has no days to divide by.
    NoDays,
    /// Its bounds are open both ways.
    Open,
}

/// What is known of the latest change of a figure.
#[derive(Clone, Debug)]
pub(super) struct Movement {
    /// In the figure's own unit; `None` when it is open both ways.
    pub(super) difference: Option<Interval>,
    /// What can be said of it: the placeholders that are filled.
    pub(super) parts: Vec<&'static str>,
}

impl<'d> Timeline<'d> {
    pub(super) fn is_style(&self, style: UnitStyle) -> bool {
        self.style == Some(style)
    }

    pub(super) fn latest(&self) -> Option<&Reading<'d>> {
        self.readings.last()
    }

    pub(super) fn at(&self, time: Time<'_>) -> Option<&Reading<'d>> {
        self.readings.iter().find(|reading| reading.time == time)
    }

    pub(super) fn of_period(&self, id: &str) -> Option<&Reading<'d>> {
        self.readings
            .iter()
            .find(|reading| reading.time.is_named(id))
    }

    /// The latest value, after the one before it of its kind.
    pub(super) fn compared(&self) -> Option<[&Reading<'d>; 2]> {
        let later = self.latest()?;
        let is_state = later.time.is_state();
        let mut others = self.readings.iter().rev().skip(1);
        let earlier = others.find(|reading| reading.time.is_state() == is_state)?;
        Some([earlier, later])
    }

    /// The change to the latest value from the one before it of its kind.
    pub(super) fn movement(&self) -> Option<Movement> {
        let [earlier, later] = self.compared()?;
        let is_stated =
            |it: &&Change| earlier.time.is_named(&it.from) && later.time.is_named(&it.to);
        let stated = self.figure.changes.iter().find(is_stated).map(stated);
        let is_flow = self.style.is_some_and(UnitStyle::is_flow);
        if stated.is_none() && is_flow && !earlier.time.is_as_long_as(later.time) {
            return None;
        }
        let (a, b) = (later.quantity, earlier.quantity);
        let percent = stated.or_else(|| Operation::PercentChange.apply(&[a, b]));
        let difference = match stated {
            Some(change) if !earlier.is_printed => Operation::Fall.apply(&[a, change]),
            _ => Operation::Difference.apply(&[a, b]),
        };
        let multiple = match stated {
            Some(change) => Operation::OnePlus.apply(&[change]),
            None => Operation::Ratio.apply(&[a, b]),
        };
        let is_share = self.is_style(UnitStyle::Share);
        let is_index = self.is_style(UnitStyle::Index);
        let has_direction = |it: Option<Quantity>| it.is_some_and(|it| it.has_direction());
        let has_difference = has_direction(difference);
        let has_percent = has_direction(percent) && !is_share && !is_index;
        let has_change = has_percent || has_difference;
        let has_multiple = multiple.is_some_and(|it| it.is_multiple()) && !is_index;
        let parts = [
            (has_change, "change"),
            (has_difference && !is_share, "difference"),
            (has_change && has_multiple, "multiple"),
        ];
        Some(Movement {
            difference: difference.map(|it| it.interval),
            parts: parts.iter().filter(|it| it.0).map(|it| it.1).collect(),
        })
    }
}

/// A stated percentage, known to half a unit of its last digit.
pub(super) fn stated(change: &Change) -> Quantity {
    Quantity::printed(&change.percent, None, Domain::Any)
}

/// The change in percent that two values leave possible; `None` when they leave everything open.
pub(super) fn possible_change(later: Quantity, earlier: Quantity) -> Option<Interval> {
    let change = Operation::PercentChange.apply(&[later, earlier])?;
    Some(change.interval)
}

/// The timelines of all figures whose inputs are known.
#[derive(Debug)]
pub(super) struct Timelines<'d> {
    dataset: &'d Dataset,
    by_id: BTreeMap<&'d str, Timeline<'d>>,
}

impl<'d> Timelines<'d> {
    /// Computes what follows from `dataset`; of two figures with one id the first counts.
    pub(super) fn new(dataset: &'d Dataset) -> Self {
        let mut timelines = Self {
            dataset,
            by_id: BTreeMap::new(),
        };
        let mut waiting: Vec<&Figure> = dataset.figures.iter().collect();
        while !waiting.is_empty() {
            let (ready, blocked): (Vec<_>, Vec<_>) = waiting
                .iter()
                .copied()
                .partition(|figure| timelines.is_ready(figure));
            if ready.is_empty() {
                break;
            }
            for figure in ready {
                let timeline = timelines.timeline(figure);
                timelines.by_id.entry(&figure.id).or_insert(timeline);
            }
            waiting = blocked;
        }
        timelines
    }

    pub(super) fn get(&self, id: &str) -> Option<&Timeline<'d>> {
        self.by_id.get(id)
    }

    fn is_ready(&self, figure: &Figure) -> bool {
        let mut inputs = figure.derived.iter().flat_map(Derived::inputs);
        inputs.all(|id| self.by_id.contains_key(id))
    }

    fn timeline(&self, figure: &'d Figure) -> Timeline<'d> {
        let style = self.dataset.unit(&figure.unit).map(|unit| unit.style);
        let mut valueless = None;
        let mut readings = match &figure.derived {
            None => self.printed(figure, style.map_or(Domain::Amount, UnitStyle::domain)),
            Some(derived) => self.declared(derived, style, &mut valueless),
        };
        self.add_priors(figure, &mut readings);
        readings.sort_by_key(|reading| reading.time.end());
        Timeline {
            figure,
            style,
            readings,
            valueless,
        }
    }

    fn printed(&self, figure: &'d Figure, domain: Domain) -> Vec<Reading<'d>> {
        let reading = |value: &'d crate::dataset::Value| {
            let time = match (&value.period, value.as_of) {
                (Some(id), _) => Time::Period(self.dataset.period(id)?),
                (None, month) => Time::Month(month?),
            };
            let hedge = value.hedge.map(Into::into);
            Some(Reading {
                time,
                quantity: Quantity::printed(&value.value, hedge, domain),
                is_printed: true,
            })
        };
        figure.values.iter().filter_map(reading).collect()
    }

    fn add_priors(&self, figure: &'d Figure, readings: &mut Vec<Reading<'d>>) {
        for stated in self.dataset.changes_back(figure) {
            let (from, to) = (Time::Period(stated.from), Time::Period(stated.to));
            let later = readings.iter().find(|reading| reading.time == to);
            let is_known = readings.iter().any(|reading| reading.time == from);
            if let (Some(later), false) = (later, is_known) {
                let prior = Operation::Prior.apply(&[later.quantity, self::stated(stated.change)]);
                readings.extend(prior.map(|quantity| Reading {
                    time: from,
                    quantity,
                    is_printed: false,
                }));
            }
        }
    }

    /// The values of a formula, one for every time at which all its inputs have one.
    fn declared(
        &self,
        derived: &Derived,
        style: Option<UnitStyle>,
        valueless: &mut Option<Valueless<'d>>,
    ) -> Vec<Reading<'d>> {
        let inputs: Vec<&Timeline<'d>> = derived
            .inputs()
            .iter()
            .filter_map(|id| self.get(id))
            .collect();
        let Some(first) = inputs.first() else {
            return Vec::new();
        };
        let mut readings = Vec::new();
        for time in first.readings.iter().map(|reading| reading.time) {
            let terms: Option<Vec<Quantity>> = inputs
                .iter()
                .map(|input| Some(input.at(time)?.quantity))
                .collect();
            let Some(mut terms) = terms else { continue };
            let operation = match (derived, time) {
                (Derived::Ratio(_), _) if style == Some(UnitStyle::Share) => Operation::Percentage,
                (Derived::Ratio(_), _) => Operation::Ratio,
                (Derived::Difference(_), _) => Operation::Difference,
                (Derived::PerDay(_), Time::Period(period)) => {
                    terms.push(Quantity::exact(period.days() as f64, 0));
                    Operation::Ratio
                }
                (Derived::PerDay(_), Time::Month(_)) => continue,
                (Derived::Above(Above { floor, .. }), _) => {
                    terms.push(Quantity::exact(floor.value(), floor.place()));
                    Operation::Difference
                }
            };
            if let Some(quantity) = operation.apply(&terms) {
                readings.push(Reading {
                    time,
                    quantity,
                    is_printed: false,
                });
            } else {
                let cause = match (derived, terms.get(1)) {
                    (Derived::Ratio(_), Some(it)) if it.value == 0.0 => Cause::ZeroDivisor,
                    (Derived::PerDay(_), _) => Cause::NoDays,
                    _ => Cause::Open,
                };
                valueless.get_or_insert(Valueless { time, cause });
            }
        }
        readings
    }
}
