//! The power of ten that numbers are counted in.

use crate::dataset::Unit;
use crate::derive::Fact;
use crate::locale::{Lang, Words};
use crate::quantity::{Quantity, digits, rounded};

/// The power of ten that the numbers of one figure, or of one axis, are counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Magnitude {
    /// Plain numbers.
    #[default]
    One,
    /// Millions.
    Million,
    /// Billions, 10⁹.
    Billion,
    /// Trillions, 10¹².
    Trillion,
}

impl Magnitude {
    /// Every magnitude, the largest first.
    const ALL: [Self; 4] = [Self::Trillion, Self::Billion, Self::Million, Self::One];

    /// The most decimals that a number of an axis has only because of its magnitude.
    const DECIMALS: i32 = 3;

    /// The magnitude that shows every digit of the figure's latest value and nothing else.
    pub fn of(fact: &Fact<'_>) -> Self {
        fact.latest().map_or(Self::One, |latest| {
            Self::of_quantity(&latest.value.quantity)
        })
    }

    /// The magnitude that shows every digit of a quantity and nothing else.
    fn of_quantity(quantity: &Quantity) -> Self {
        let fits = |magnitude: &Self| {
            let power = magnitude.power();
            quantity.value.abs() >= 10_f64.powi(power)
                && quantity.exponent >= power - Self::DECIMALS
        };
        Self::ALL.into_iter().find(fits).unwrap_or(Self::One)
    }

    /// The one magnitude in which the latest values of several figures are next to each other: the largest
    /// of theirs in which none of them needs more than three decimals.
    pub fn common(facts: &[&Fact<'_>]) -> Self {
        let latest = || {
            let values = facts.iter().filter_map(|fact| fact.latest());
            values.map(|reading| reading.value.quantity)
        };
        let largest = latest()
            .map(|quantity| Self::of_quantity(&quantity).power())
            .max();
        let fits = |magnitude: &Self| {
            let finest = magnitude.power() - Self::DECIMALS;
            Some(magnitude.power()) <= largest
                && latest().all(|quantity| quantity.exponent >= finest)
        };
        Self::ALL.into_iter().find(fits).unwrap_or(Self::One)
    }

    /// The magnitude for another quantity of the figure: the same, unless its digits would all be zeros.
    #[must_use]
    pub fn for_quantity(self, quantity: &Quantity) -> Self {
        if quantity.value.abs() < 10_f64.powi(self.power() - Self::DECIMALS) {
            Self::of_quantity(quantity)
        } else {
            self
        }
    }

    const fn power(self) -> i32 {
        match self {
            Self::One => 0,
            Self::Million => 6,
            Self::Billion => 9,
            Self::Trillion => 12,
        }
    }

    /// The word behind a number, with any space that follows.
    pub(super) const fn word(self, words: &Words) -> &'static str {
        match self {
            Self::One => "",
            Self::Million => words.million,
            Self::Billion => words.billion,
            Self::Trillion => words.trillion,
        }
    }

    /// A value in this magnitude, its last digit at the power of ten `exponent`.
    pub fn number(self, value: f64, exponent: i32) -> String {
        // Rounded before it is divided: halves would not stay halves.
        let value = rounded(value, exponent) / 10_f64.powi(self.power());
        digits(value, exponent - self.power())
    }

    /// The unit behind such a number: `million t CO₂e`.
    pub fn unit(self, lang: Lang, unit: &Unit) -> String {
        format!("{}{}", self.word(lang.words()), unit.symbol.get(lang))
    }
}
