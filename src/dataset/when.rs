//! The time that a value describes, and which times compare.

use std::fmt;

use super::{Month, Period};

/// The time that a value describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When<'d> {
    /// A reporting period.
    Period(&'d Period),
    /// A state as of a month.
    AsOf(Month),
}

impl<'d> When<'d> {
    /// The last month it covers, and whether it is a state: what times are ordered by.
    pub const fn end(self) -> (Month, bool) {
        match self {
            Self::Period(period) => (period.end.month(), false),
            Self::AsOf(month) => (month, true),
        }
    }

    /// The last month it covers, counted from the year 0.
    pub fn last_month(self) -> i32 {
        let (Month { year, month }, _) = self.end();
        12 * year + i32::from(month)
    }

    /// The period, if it is one.
    pub const fn period(self) -> Option<&'d Period> {
        match self {
            Self::Period(period) => Some(period),
            Self::AsOf(_) => None,
        }
    }

    /// Whether it is a state as of a month, rather than a period.
    pub const fn is_state(self) -> bool {
        matches!(self, Self::AsOf(_))
    }

    /// Whether it is the period named `id`.
    pub fn is_named(self, id: &str) -> bool {
        self.period().is_some_and(|period| period.id == id)
    }

    /// Whether amounts of the two times compare: periods of different length do not.
    pub const fn is_as_long_as(self, other: Self) -> bool {
        match (self, other) {
            (Self::Period(one), Self::Period(other)) => one.is_as_long_as(other),
            _ => true,
        }
    }

    /// Whether nothing lies between `before` and this time, or they are not of one kind.
    pub const fn follows(self, before: Self) -> bool {
        match (before, self) {
            (Self::Period(before), Self::Period(after)) => {
                after.start.day_number() - before.end.day_number() <= 1
            }
            (Self::AsOf(_), Self::AsOf(_)) => false,
            _ => true,
        }
    }
}

/// What machines call it: the id of a period, or the month.
impl fmt::Display for When<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Period(period) => f.write_str(&period.id),
            Self::AsOf(month) => month.fmt(f),
        }
    }
}
