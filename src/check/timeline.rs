//! The values a figure has over time, with their bounds: what the rules of the review compare.
//!
//! These are the values of the ledger without their formulas, but with the reason why one is
//! missing; a test holds the two together.

use std::collections::BTreeMap;

use crate::dataset::{
    Comparison, Dataset, Derived, Figure, Operand, Point, UnitStyle, When, latest_pair,
};
use crate::quantity::Quantity;

/// The values of a figure, oldest first.
#[derive(Debug)]
pub(super) struct Timeline<'d> {
    pub(super) figure: &'d Figure,
    /// How its unit behaves; `None` when the unit is not defined.
    pub(super) style: Option<UnitStyle>,
    pub(super) readings: Vec<Point<'d>>,
    /// The first time at which its formula gives no number.
    pub(super) valueless: Option<Valueless<'d>>,
}

/// Where a formula gives no number, and why.
#[derive(Clone, Copy, Debug)]
pub(super) struct Valueless<'d> {
    pub(super) when: When<'d>,
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

impl<'d> Timeline<'d> {
    pub(super) fn is_style(&self, style: UnitStyle) -> bool {
        self.style == Some(style)
    }

    pub(super) fn latest(&self) -> Option<&Point<'d>> {
        self.readings.last()
    }

    pub(super) fn at(&self, when: When<'_>) -> Option<&Point<'d>> {
        self.readings.iter().find(|reading| reading.when == when)
    }

    pub(super) fn of_period(&self, id: &str) -> Option<&Point<'d>> {
        self.readings.iter().find(|it| it.when.is_named(id))
    }

    /// The latest value, after the one before it of its kind.
    pub(super) fn compared(&self) -> Option<[&Point<'d>; 2]> {
        latest_pair(&self.readings, |it| it.when)
    }

    /// The change to the latest value from the one before it of its kind.
    pub(super) fn change(&self) -> Option<Comparison> {
        let [earlier, later] = self.compared()?;
        self.figure.compare(known(self.style), *earlier, *later)
    }
}

/// The style of a unit, or for one that is not defined the style that promises least.
const fn known(style: Option<UnitStyle>) -> UnitStyle {
    match style {
        Some(style) => style,
        None => UnitStyle::Rate,
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
        for figure in dataset.figures_by_need() {
            let timeline = timelines.timeline(figure);
            timelines.by_id.entry(&figure.id).or_insert(timeline);
        }
        timelines
    }

    pub(super) fn get(&self, id: &str) -> Option<&Timeline<'d>> {
        self.by_id.get(id)
    }

    fn timeline(&self, figure: &'d Figure) -> Timeline<'d> {
        let style = self.dataset.unit(&figure.unit).map(|unit| unit.style);
        let mut valueless = None;
        let mut readings = match &figure.derived {
            None => self.dataset.printed(figure, known(style)),
            Some(derived) => self.declared(derived, known(style), &mut valueless),
        };
        let priors = self.dataset.priors(figure, known(style), &readings);
        readings.extend(priors.iter().map(|prior| prior.earlier));
        readings.sort_by_key(|reading| reading.when.end());
        Timeline {
            figure,
            style,
            readings,
            valueless,
        }
    }

    /// The values of a formula, one for every time at which all its inputs have one.
    fn declared(
        &self,
        derived: &Derived,
        style: UnitStyle,
        valueless: &mut Option<Valueless<'d>>,
    ) -> Vec<Point<'d>> {
        let first = derived.inputs().first().and_then(|id| self.get(id));
        let mut points = Vec::new();
        for when in first.iter().flat_map(|it| &it.readings).map(|it| it.when) {
            let quantity = |operand| match operand {
                Operand::Figure(id) => Some(self.get(id)?.at(when)?.quantity),
                Operand::Days => Some(when.period()?.length()),
                Operand::Constant(literal) => Some(Quantity::constant(literal)),
            };
            let terms: Option<Vec<_>> = derived.operands().into_iter().map(quantity).collect();
            let Some(terms) = terms else { continue };
            if let Some(quantity) = derived
                .operation(style)
                .apply(&terms, derived.domain(style))
            {
                points.push(Point {
                    when,
                    quantity,
                    is_printed: false,
                });
            } else {
                let cause = match (derived, terms.get(1)) {
                    (Derived::Ratio(_), Some(it)) if it.value == 0.0 => Cause::ZeroDivisor,
                    (Derived::PerDay(_), _) => Cause::NoDays,
                    _ => Cause::Open,
                };
                valueless.get_or_insert(Valueless { when, cause });
            }
        }
        points
    }
}
