//! The open end of a bar whose value is a bound.

use crate::quantity::Hedge;

/// The open end of a bar whose value is a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tip {
    /// The true value is higher: `▸`.
    Higher,
    /// The true value is lower: `◂`.
    Lower,
}

impl Tip {
    /// The tip of a value that was hedged so; `None` for a value that is not a bound.
    pub const fn of(hedge: Hedge) -> Option<Self> {
        if hedge.is_floor() {
            Some(Self::Higher)
        } else if hedge.is_ceiling() {
            Some(Self::Lower)
        } else {
            None
        }
    }

    /// The sign of the tip of a bar that runs from left to right.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Higher => "▸",
            Self::Lower => "◂",
        }
    }

    /// The sign of the tip of an upright bar.
    pub const fn upright(self) -> &'static str {
        match self {
            Self::Higher => "▴",
            Self::Lower => "▾",
        }
    }
}
