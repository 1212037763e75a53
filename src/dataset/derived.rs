//! How a figure is computed from others.

use std::slice;

use serde::Deserialize;

use super::Number;

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
    /// How far a figure is above a floor.
    Above(Above),
}

/// How far a figure is above a floor, such as PUE above 1.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Above {
    /// The figure's id.
    pub figure: String,
    /// The floor, an exact number.
    pub floor: Number,
}

impl Derived {
    /// The key of the file.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Ratio(_) => "ratio",
            Self::Difference(_) => "difference",
            Self::PerDay(_) => "per-day",
            Self::Above(_) => "above",
        }
    }

    /// The ids of the figures it is computed from, in the order in which the formula takes them.
    pub const fn inputs(&self) -> &[String] {
        match self {
            Self::Ratio(figures) | Self::Difference(figures) => figures,
            Self::PerDay(figure) | Self::Above(Above { figure, .. }) => slice::from_ref(figure),
        }
    }
}
