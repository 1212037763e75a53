//! How a figure is computed from others.

use serde::Deserialize;

use super::{UnitStyle, literal};
use crate::quantity;
use crate::quantity::{Domain, Operation};

/// How a figure is computed from others.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Derived {
    /// The first figure divided by the second.
    Ratio([String; 2]),
    /// The first figure less the second.
    Difference([String; 2]),
    /// A figure of a period divided by the days of the period.
    PerDay(String),
    /// How far a figure stands above a floor.
    Above(Above),
}

/// How far a figure stands above a floor, such as PUE above 1.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Above {
    /// The figure's id.
    pub figure: String,
    /// The floor, an exact number.
    #[serde(deserialize_with = "literal::deserialize")]
    #[cfg_attr(test, schemars(with = "f64"))]
    pub floor: quantity::Literal,
}

/// A number that a formula is computed from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Operand<'d> {
    /// The value of the figure with this id.
    Figure(&'d str),
    /// The days of the period.
    Days,
    /// An exact number.
    Constant(&'d quantity::Literal),
}

impl Derived {
    /// What it is computed from, in the order in which the operation takes it.
    pub fn operands(&self) -> [Operand<'_>; 2] {
        match self {
            Self::Ratio([a, b]) | Self::Difference([a, b]) => {
                [Operand::Figure(a), Operand::Figure(b)]
            }
            Self::PerDay(figure) => [Operand::Figure(figure), Operand::Days],
            Self::Above(Above { figure, floor }) => {
                [Operand::Figure(figure), Operand::Constant(floor)]
            }
        }
    }

    /// The operation that gives the figure, in a unit of this style.
    pub fn operation(&self, style: UnitStyle) -> Operation {
        match self {
            Self::Ratio(_) if style == UnitStyle::Share => Operation::Percentage,
            Self::Ratio(_) | Self::PerDay(_) => Operation::Ratio,
            Self::Difference(_) | Self::Above(_) => Operation::Difference,
        }
    }

    /// Which numbers it can be, in a unit of this style: a difference may be below nought, whatever
    /// is counted.
    pub const fn domain(&self, style: UnitStyle) -> Domain {
        match self {
            Self::Ratio(_) | Self::PerDay(_) => style.domain(),
            Self::Difference(_) | Self::Above(_) => Domain::Any,
        }
    }

    /// The ids of the figures it is computed from.
    pub fn inputs(&self) -> Vec<&str> {
        let id = |operand| match operand {
            Operand::Figure(id) => Some(id),
            Operand::Days | Operand::Constant(_) => None,
        };
        self.operands().into_iter().filter_map(id).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lets_a_difference_of_counts_fall_below_nought() {
        let of = || ["a".to_owned(), "b".to_owned()];
        let difference = Derived::Difference(of());
        assert_eq!(difference.domain(UnitStyle::Count), Domain::Any);
        let ratio = Derived::Ratio(of());
        assert_eq!(ratio.domain(UnitStyle::Share), Domain::Share);
    }
}
