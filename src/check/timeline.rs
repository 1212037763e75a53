//! The values a figure has over time, with their bounds: what the rules of the review compare.
//!
//! This is the arithmetic of the ledger without its formulas, for the review stands on the same
//! floor; a test holds the two together.

use std::collections::BTreeMap;
use std::fmt;

use crate::dataset::{Above, Change, Dataset, Derived, Figure, Month, Period, UnitStyle};
use crate::quantity::{Digits, Interval, Quantity};

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

    const fn is_state(self) -> bool {
        matches!(self, Self::Month(_))
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
    /// The first time at which its ratio divides by zero.
    pub(super) zero_divisor: Option<Time<'d>>,
}

/// What is known of the latest change of a figure.
#[derive(Clone, Debug)]
pub(super) struct Movement {
    /// In the figure's own unit.
    pub(super) difference: Interval,
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

    /// The change to the latest value from the one before it of its kind.
    pub(super) fn movement(&self) -> Option<Movement> {
        let later = self.latest()?;
        let is_state = later.time.is_state();
        let earlier = self
            .readings
            .iter()
            .rev()
            .skip(1)
            .find(|reading| reading.time.is_state() == is_state)?;
        let is_stated =
            |it: &&Change| earlier.time.is_named(&it.from) && later.time.is_named(&it.to);
        let stated = self.figure.changes.iter().find(is_stated).map(stated);
        let (a, b) = (later.quantity, earlier.quantity);
        let percent = stated.unwrap_or_else(|| computed(&[a, b], percent_change));
        let difference = match stated {
            Some(change) if !earlier.is_printed => computed(&[a, change], fall),
            _ => computed(&[a, b], difference),
        };
        let multiple = match stated {
            Some(change) => computed(&[change], |x| 1.0 + x[0] / 100.0),
            None => computed(&[a, b], ratio),
        };
        let is_share = self.is_style(UnitStyle::Share);
        let is_index = self.is_style(UnitStyle::Index);
        let is_known = |it: &Quantity| it.interval.is_bounded() && it.value.is_finite();
        let has_difference = is_known(&difference);
        let has_percent = is_known(&percent) && !is_share && !is_index;
        let has_multiple = is_known(&multiple) && !is_index && multiple.value >= 2.0;
        let parts = [
            (has_percent || has_difference, "change"),
            (has_difference && !is_share, "difference"),
            (has_multiple, "multiple"),
        ];
        Some(Movement {
            difference: difference.interval,
            parts: parts.iter().filter(|it| it.0).map(|it| it.1).collect(),
        })
    }
}

/// A stated percentage, known to half a unit of its last digit.
pub(super) fn stated(change: &Change) -> Quantity {
    Quantity::printed(&change.percent, None, false)
}

/// The change in percent that two values leave possible.
pub(super) fn possible_change(later: Quantity, earlier: Quantity) -> Interval {
    computed(&[later, earlier], percent_change).interval
}

fn percent_change(x: &[f64]) -> f64 {
    (x[0] / x[1] - 1.0) * 100.0
}

fn ratio(x: &[f64]) -> f64 {
    x[0] / x[1]
}

fn difference(x: &[f64]) -> f64 {
    x[0] - x[1]
}

fn fall(x: &[f64]) -> f64 {
    x[0] * (x[1] / 100.0) / (1.0 + x[1] / 100.0)
}

fn prior(x: &[f64]) -> f64 {
    x[0] / (1.0 + x[1] / 100.0)
}

/// The value and bounds of a formula; a formula that gives no number has infinite bounds.
fn computed(terms: &[Quantity], formula: fn(&[f64]) -> f64) -> Quantity {
    let values: Vec<f64> = terms.iter().map(|term| term.value).collect();
    let intervals: Vec<Interval> = terms.iter().map(|term| term.interval).collect();
    let [least, greatest] = Interval::corners(&intervals, formula);
    let at = |corner: &[f64], unknown| {
        if corner.is_empty() {
            unknown
        } else {
            formula(corner)
        }
    };
    let interval = Interval {
        low: at(&least, f64::NEG_INFINITY),
        high: at(&greatest, f64::INFINITY),
    };
    let hedged = terms.iter().any(|term| {
        term.hedge
            .is_some_and(|hedge| hedge.is_floor() || hedge.is_ceiling())
    });
    Quantity::derived(formula(&values), interval, hedged, Digits::Interval)
}

const fn exact(value: f64, place: i32) -> Quantity {
    Quantity {
        value,
        place,
        interval: Interval::point(value),
        hedge: None,
    }
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

    fn period(&self, id: &str) -> Option<&'d Period> {
        let mut periods = self.dataset.report.periods.iter();
        periods.find(|period| period.id == id)
    }

    fn timeline(&self, figure: &'d Figure) -> Timeline<'d> {
        let mut units = self.dataset.units.iter();
        let style = units
            .find(|unit| unit.id == figure.unit)
            .map(|unit| unit.style);
        let mut zero_divisor = None;
        let mut readings = match &figure.derived {
            None => self.printed(figure, style == Some(UnitStyle::Count)),
            Some(derived) => self.declared(derived, &mut zero_divisor),
        };
        self.add_priors(figure, &mut readings);
        readings.sort_by_key(|reading| reading.time.end());
        Timeline {
            figure,
            style,
            readings,
            zero_divisor,
        }
    }

    fn printed(&self, figure: &'d Figure, is_count: bool) -> Vec<Reading<'d>> {
        let reading = |value: &'d crate::dataset::Value| {
            let time = match (&value.period, value.as_of) {
                (Some(id), _) => Time::Period(self.period(id)?),
                (None, month) => Time::Month(month?),
            };
            let hedge = value.hedge.map(Into::into);
            Some(Reading {
                time,
                quantity: Quantity::printed(&value.value, hedge, is_count),
                is_printed: true,
            })
        };
        figure.values.iter().filter_map(reading).collect()
    }

    fn add_priors(&self, figure: &Figure, readings: &mut Vec<Reading<'d>>) {
        for change in &figure.changes {
            let (Some(from), Some(to)) = (self.period(&change.from), self.period(&change.to))
            else {
                continue;
            };
            let (from, to) = (Time::Period(from), Time::Period(to));
            let later = readings.iter().find(|reading| reading.time == to);
            let is_known = readings.iter().any(|reading| reading.time == from);
            if let (Some(later), false) = (later, is_known) {
                let quantity = computed(&[later.quantity, stated(change)], prior);
                readings.push(Reading {
                    time: from,
                    quantity,
                    is_printed: false,
                });
            }
        }
    }

    /// The values of a formula, one for every time at which all its inputs have one.
    fn declared(&self, derived: &Derived, zero_divisor: &mut Option<Time<'d>>) -> Vec<Reading<'d>> {
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
            let formula = match (derived, time) {
                (Derived::Ratio(_), _) => ratio,
                (Derived::Difference(_), _) => difference,
                (Derived::PerDay(_), Time::Period(period)) => {
                    terms.push(exact(period.days() as f64, 0));
                    ratio
                }
                (Derived::PerDay(_), Time::Month(_)) => continue,
                (Derived::Above(Above { floor, .. }), _) => {
                    terms.push(exact(floor.value(), floor.place()));
                    difference
                }
            };
            let is_ratio = matches!(derived, Derived::Ratio(_));
            if is_ratio && terms.get(1).is_some_and(|it| it.value == 0.0) {
                zero_divisor.get_or_insert(time);
                continue;
            }
            readings.push(Reading {
                time,
                quantity: computed(&terms, formula),
                is_printed: false,
            });
        }
        readings
    }
}
