//! The formulas of derived values, which compute the value, its interval, and their own text.

use super::{Statement, When};
use crate::dataset::{Figure, Period};
use crate::quantity::{Digits, Interval, Literal, Quantity};

/// A formula with its terms filled in.
#[derive(Clone, Debug)]
pub struct Formula<'d> {
    /// How the terms are combined.
    pub shape: Shape,
    /// The terms, in the order the shape names them.
    pub terms: Vec<Term<'d>>,
}

/// How the terms of a formula are combined. Changes, `p`, count in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `a ÷ (1 + p)`: the value before a stated change.
    Prior,
    /// `a × p ÷ (1 + p)`: a stated change in the figure's own unit.
    Fall,
    /// `1 + p`: the later value as a multiple of the earlier.
    OnePlus,
    /// `a − b`.
    Difference,
    /// `a ÷ b`.
    Ratio,
    /// `(a ÷ b − 1) × 100`: the change in percent.
    PercentChange,
}

/// A number in a formula and what it is.
#[derive(Clone, Debug)]
pub enum Term<'d> {
    /// A value of a figure.
    Value(&'d Figure, When<'d>, Quantity),
    /// A stated change of a figure, in percent.
    Change(&'d Figure, When<'d>, When<'d>, Quantity),
    /// The days of a period, exact.
    Days(&'d Period, Quantity),
    /// An exact number of the file.
    Constant(Quantity),
    /// The whole of a share: 100 percent, exact.
    Whole(Quantity),
}

impl<'d> Term<'d> {
    pub(super) const fn value(figure: &'d Figure, when: When<'d>, quantity: Quantity) -> Self {
        Self::Value(figure, when, quantity)
    }

    pub(super) const fn change(
        figure: &'d Figure,
        from: When<'d>,
        to: When<'d>,
        quantity: Quantity,
    ) -> Self {
        Self::Change(figure, from, to, quantity)
    }

    pub(super) const fn days(period: &'d Period) -> Self {
        Self::Days(period, exact(period.days() as f64, 0))
    }

    pub(super) const fn constant(literal: &Literal) -> Self {
        Self::Constant(exact(literal.value(), literal.place()))
    }

    pub(super) const fn whole() -> Self {
        Self::Whole(exact(100.0, 0))
    }

    /// The number.
    pub const fn quantity(&self) -> Quantity {
        match self {
            Self::Value(_, _, quantity)
            | Self::Change(_, _, _, quantity)
            | Self::Days(_, quantity)
            | Self::Constant(quantity)
            | Self::Whole(quantity) => *quantity,
        }
    }
}

const fn exact(value: f64, place: i32) -> Quantity {
    Quantity {
        value,
        place,
        interval: Interval::point(value),
        hedge: None,
    }
}

impl<'d> Formula<'d> {
    pub(super) const fn new(shape: Shape, terms: Vec<Term<'d>>) -> Self {
        Self { shape, terms }
    }

    /// The value, interval and digits, together with the formula.
    pub(super) fn statement(self, digits: Digits) -> Statement<'d> {
        let quantities: Vec<Quantity> = self.terms.iter().map(Term::quantity).collect();
        let values: Vec<f64> = quantities.iter().map(|it| it.value).collect();
        let [low, high] = self.corners().map(|corner| self.shape.evaluate(&corner));
        let interval = Interval { low, high };
        let hedged = quantities.iter().any(|it| {
            it.hedge
                .is_some_and(|hedge| hedge.is_floor() || hedge.is_ceiling())
        });
        let quantity = Quantity::derived(self.shape.evaluate(&values), interval, hedged, digits);
        Statement {
            quantity,
            formula: Some(self),
        }
    }

    /// The values of the terms that give the lower bound, and those that give the upper.
    pub fn corners(&self) -> [Vec<f64>; 2] {
        let intervals: Vec<Interval> = self
            .terms
            .iter()
            .map(|term| term.quantity().interval)
            .collect();
        Interval::corners(&intervals, |point| self.shape.evaluate(point))
    }
}

impl Shape {
    /// The value of the formula at `terms`; NaN when there are too few.
    pub fn evaluate(self, terms: &[f64]) -> f64 {
        match (self, terms) {
            (Self::Prior, [a, p]) => a / (1.0 + p / 100.0),
            (Self::Fall, [a, p]) => a * (p / 100.0) / (1.0 + p / 100.0),
            (Self::OnePlus, [p]) => 1.0 + p / 100.0,
            (Self::Difference, [a, b]) => a - b,
            (Self::Ratio, [a, b]) => a / b,
            (Self::PercentChange, [a, b]) => (a / b - 1.0) * 100.0,
            _ => f64::NAN,
        }
    }

    /// The formula in mathematical notation, with `terms` as its letters.
    ///
    /// A change comes with its sign, such as `−12.9%`.
    pub fn notation(self, terms: &[String]) -> String {
        let one_plus = |p: &str| match p.strip_prefix('−') {
            Some(fall) => format!("1 − {fall}"),
            None => format!("1 + {p}"),
        };
        match (self, terms) {
            (Self::Prior, [a, p]) => format!("{a} ÷ ({})", one_plus(p)),
            (Self::Fall, [a, p]) => format!("{a} × {p} ÷ ({})", one_plus(p)),
            (Self::OnePlus, [p]) => one_plus(p),
            (Self::Difference, [a, b]) => format!("{a} − {b}"),
            (Self::Ratio, [a, b]) => format!("{a} ÷ {b}"),
            (Self::PercentChange, [a, b]) => format!("({a} ÷ {b} − 1) × 100%"),
            _ => String::new(),
        }
    }
}
