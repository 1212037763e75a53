//! A figure with everything that is known of it.

use super::change::Change;
use super::missing::Missing;
use super::reading::{self, Reading};
use crate::dataset::{Figure, Text, Unit, UnitStyle, When};

/// Stands for a unit that the file does not define, in the style that promises least.
pub(super) static UNDEFINED: Unit = Unit {
    id: String::new(),
    style: UnitStyle::Rate,
    symbol: Text::EMPTY,
    name: None,
    per: None,
};

/// One figure with its values over time, what changed, and what is missing.
#[derive(Clone, Debug)]
pub struct Fact<'d> {
    /// The figure of the file.
    pub figure: &'d Figure,
    /// Its unit; one without a symbol where the file does not define it.
    pub unit: &'d Unit,
    /// Whether it counts things, at least in the numerator of a fraction.
    pub is_counted: bool,
    /// Its values, oldest first.
    pub readings: Vec<Reading<'d>>,
    /// The change to the latest value from the one before.
    pub change: Option<Change<'d>>,
    /// The other changes that were printed, such as one since a base year.
    pub others: Vec<Change<'d>>,
    /// Which of its values are missing, and why.
    pub missing: Vec<Missing<'d>>,
}

impl<'d> Fact<'d> {
    /// Every change, the latest first.
    pub fn changes(&self) -> impl Iterator<Item = &Change<'d>> {
        self.change.iter().chain(&self.others)
    }

    /// The times of its values, oldest first.
    pub fn times(&self) -> impl Iterator<Item = When<'d>> {
        self.readings.iter().map(|reading| reading.when)
    }

    /// The latest value.
    pub fn latest(&self) -> Option<&Reading<'d>> {
        self.readings.last()
    }

    /// The latest value, after the one before it of its kind.
    pub fn compared(&self) -> Option<[&Reading<'d>; 2]> {
        reading::latest_pair(&self.readings)
    }

    /// The value at a time.
    pub fn at(&self, when: When<'_>) -> Option<&Reading<'d>> {
        reading::at(&self.readings, when)
    }

    /// The value of the period named `id`.
    pub fn of_period(&self, id: &str) -> Option<&Reading<'d>> {
        self.readings
            .iter()
            .find(|reading| reading.when.is_named(id))
    }

    /// The largest value of any time, zero when there is none.
    pub fn largest(&self) -> f64 {
        self.readings
            .iter()
            .map(|reading| reading.value.quantity.value)
            .fold(0.0, f64::max)
    }

    /// The smallest value of any time, zero when none is below it.
    pub fn smallest(&self) -> f64 {
        let readings = self.readings.iter();
        readings
            .map(|reading| reading.value.quantity.value)
            .fold(0.0, f64::min)
    }

    /// Whether a value of any time is a bound.
    pub fn is_bound(&self) -> bool {
        let mut hedges = self
            .readings
            .iter()
            .filter_map(|reading| reading.value.quantity.hedge);
        hedges.any(|hedge| hedge.is_floor() || hedge.is_ceiling())
    }

    /// Whether the whole figure is computed rather than printed.
    pub const fn is_derived(&self) -> bool {
        self.figure.derived.is_some()
    }

    /// How its unit behaves; `None` when the unit is not defined.
    pub fn style(&self) -> Option<UnitStyle> {
        (!self.missing.contains(&Missing::Unit)).then_some(self.unit.style)
    }

    /// Whether its unit is defined and behaves so.
    pub fn is_style(&self, style: UnitStyle) -> bool {
        self.style() == Some(style)
    }

    /// Whether everything that it is computed from is there.
    pub fn has_inputs(&self) -> bool {
        !self.missing.contains(&Missing::Input)
    }
}
