//! The values of a figure that is computed from others.

use super::fact::Fact;
use super::formula::{Formula, Term};
use super::missing::{Cause, Missing};
use super::reading::Reading;
use crate::dataset::{Above, Derived, Unit, UnitStyle, When};
use crate::quantity::{Domain, Operation};

/// The values of a formula, one for every time at which all its inputs have one, and what is
/// missing, if anything.
pub(super) fn readings<'d>(
    derived: &'d Derived,
    unit: &'d Unit,
    inputs: &[&Fact<'d>],
) -> (Vec<Reading<'d>>, Option<Missing<'d>>) {
    let (operation, domain) = (operation(derived, unit.style), domain(derived, unit.style));
    let mut readings = Vec::new();
    let mut missing = None;
    for when in inputs.first().into_iter().flat_map(|input| input.times()) {
        let Some(terms) = terms(derived, unit, inputs, when) else {
            continue;
        };
        let divisor = terms.get(1).map(|term| term.quantity().value);
        if let Some(value) = Formula::statement(operation, terms, domain) {
            readings.push(Reading::new(when, value));
        } else {
            let cause = match (derived, divisor) {
                (Derived::Ratio(_), Some(0.0)) => Cause::ZeroDivisor,
                (Derived::PerDay(_), _) => Cause::NoDays,
                _ => Cause::Open,
            };
            missing.get_or_insert(Missing::Value(when, cause));
        }
    }
    let has_inputs = inputs.iter().all(|input| !input.readings.is_empty());
    if readings.is_empty() && has_inputs {
        missing.get_or_insert(Missing::CommonTime);
    }
    (readings, missing)
}

/// What the formula is computed from at a time, in the order in which its operation takes it;
/// `None` when something of it has no value then.
fn terms<'d>(
    derived: &'d Derived,
    unit: &'d Unit,
    inputs: &[&Fact<'d>],
    when: When<'d>,
) -> Option<Vec<Term<'d>>> {
    // Nothing says that two times that are not stated are the same.
    if when == When::NotStated && inputs.len() > 1 {
        return None;
    }
    let value = |input: &Fact<'d>| {
        let reading = input.at(when)?;
        Some(Term::value(input.figure, when, reading.value.quantity))
    };
    let mut terms = Vec::with_capacity(2);
    for input in inputs {
        terms.push(value(input)?);
    }
    match derived {
        Derived::Ratio(_) => {
            let per = unit.per.as_ref();
            terms.extend(per.map(|per| Term::constant(&per.literal)));
        }
        Derived::Difference(_) => {}
        Derived::PerDay(_) => terms.push(Term::days(when.period()?)),
        Derived::Above(Above { floor, .. }) => terms.push(Term::constant(&floor.literal)),
    }
    Some(terms)
}

/// The operation that gives the figure, in a unit of this style.
fn operation(derived: &Derived, style: UnitStyle) -> Operation {
    match derived {
        Derived::Ratio(_) if style == UnitStyle::Share => Operation::Percentage,
        Derived::Ratio(_) | Derived::PerDay(_) => Operation::Ratio,
        Derived::Difference(_) | Derived::Above(_) => Operation::Difference,
    }
}

/// Which numbers the figure can be, in a unit of this style: a difference may be below zero,
/// whatever is counted.
const fn domain(derived: &Derived, style: UnitStyle) -> Domain {
    match derived {
        Derived::Ratio(_) | Derived::PerDay(_) => style.domain(),
        Derived::Difference(_) | Derived::Above(_) => Domain::Any,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lets_a_difference_of_counts_fall_below_zero() {
        let of = || ["a".to_owned(), "b".to_owned()];
        let difference = Derived::Difference(of());
        assert_eq!(domain(&difference, UnitStyle::Count), Domain::Any);
        let ratio = Derived::Ratio(of());
        assert_eq!(domain(&ratio, UnitStyle::Share), Domain::Share);
    }
}
