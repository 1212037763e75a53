//! Numbers and how they are known: the formulas of derived values compute value and bounds.

use crate::dataset::{Figure, Period, When};
use crate::quantity::{Corner, Domain, Literal, Operation, Quantity};

/// A quantity and how it is known.
#[derive(Clone, Debug)]
pub struct Statement<'d> {
    /// The number with its bounds.
    pub quantity: Quantity,
    /// How it was computed; `None` when it was printed.
    pub formula: Option<Formula<'d>>,
}

impl Statement<'_> {
    pub(super) const fn printed(quantity: Quantity) -> Self {
        Self {
            quantity,
            formula: None,
        }
    }

    /// Whether the value was computed rather than printed.
    pub const fn is_derived(&self) -> bool {
        self.formula.is_some()
    }
}

/// A formula with its terms filled in.
#[derive(Clone, Debug)]
pub struct Formula<'d> {
    /// How the terms are combined.
    pub operation: Operation,
    /// The terms, in the order the operation names them.
    pub terms: Vec<Term<'d>>,
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
        Self::Days(period, period.length())
    }

    pub(super) const fn constant(literal: &Literal) -> Self {
        Self::Constant(Quantity::constant(literal))
    }

    pub(super) const fn whole() -> Self {
        Self::Whole(Quantity::exact(100.0, 0))
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

impl<'d> Formula<'d> {
    /// What the formula gives, together with the formula; `None` when it gives no number.
    pub(super) fn statement(
        operation: Operation,
        terms: Vec<Term<'d>>,
        domain: Domain,
    ) -> Option<Statement<'d>> {
        let formula = Self { operation, terms };
        let quantity = operation.apply(&formula.quantities(), domain)?;
        Some(Statement {
            quantity,
            formula: Some(formula),
        })
    }

    fn quantities(&self) -> Vec<Quantity> {
        self.terms.iter().map(Term::quantity).collect()
    }

    /// The power of ten of the last digit that the terms have data for: that of the finest term for a
    /// difference, else as many digits as the term with the most.
    pub fn finest_exponent(&self, result: &Quantity) -> i32 {
        let finest = if self.operation == Operation::Difference {
            let terms = self.terms.iter().map(Term::quantity);
            terms.map(|term| term.exponent).min()
        } else {
            let is_data = |term: &&Term<'_>| !matches!(term, Term::Constant(_));
            let terms = self.terms.iter().filter(is_data).map(Term::quantity);
            let digits = terms.map(|term| term.digit_count()).max();
            digits.map(|digits| result.exponent + result.digit_count() - digits)
        };
        finest.unwrap_or(result.exponent)
    }

    /// The values of the terms that give the lower bound, and those that give the upper.
    pub fn corners(&self) -> Option<[Corner; 2]> {
        self.operation.corners(&self.quantities())
    }
}
