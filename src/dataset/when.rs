//! The time that a value describes, and which times compare.

use std::fmt;

use super::{Month, NoTime, Period};

/// The time that a value describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When<'d> {
    /// A reporting period.
    Period(&'d Period),
    /// A state as of a month.
    AsOf(Month),
    /// A total up to a month, from a beginning that need not be known.
    UpTo(Month),
    /// A time that the document does not state.
    NotStated,
}

/// The kind of a time, in the order of kinds that end together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeKind {
    /// The document does not state it.
    NotStated,
    /// A reporting period.
    Period,
    /// A total up to a month.
    UpTo,
    /// A state as of a month.
    AsOf,
}

impl TimeKind {
    /// The word of the file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotStated => NoTime::NotStated.name(),
            Self::Period => "period",
            Self::UpTo => "up-to",
            Self::AsOf => "as-of",
        }
    }
}

impl<'d> When<'d> {
    /// What times are ordered by: the last month it covers, if it is stated, and the kind of time.
    pub const fn end(self) -> (Option<Month>, TimeKind) {
        let month = match self {
            Self::Period(period) => Some(period.end.month()),
            Self::AsOf(month) | Self::UpTo(month) => Some(month),
            Self::NotStated => None,
        };
        (month, self.kind())
    }

    /// The kind of time.
    pub const fn kind(self) -> TimeKind {
        match self {
            Self::Period(_) => TimeKind::Period,
            Self::AsOf(_) => TimeKind::AsOf,
            Self::UpTo(_) => TimeKind::UpTo,
            Self::NotStated => TimeKind::NotStated,
        }
    }

    /// The last month it covers, counted from the year 0; `None` when it is not stated.
    pub fn last_month(self) -> Option<i32> {
        let Month { year, month } = self.end().0?;
        Some(12 * year + i32::from(month))
    }

    /// The period, if it is one.
    pub const fn period(self) -> Option<&'d Period> {
        match self {
            Self::Period(period) => Some(period),
            Self::AsOf(_) | Self::UpTo(_) | Self::NotStated => None,
        }
    }

    /// Whether both are stated and of one kind, so that the one is known to come before the other.
    pub fn is_like(self, other: Self) -> bool {
        self.kind() == other.kind() && self != Self::NotStated
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
            (Self::AsOf(_), Self::AsOf(_)) | (Self::UpTo(_), Self::UpTo(_)) => false,
            _ => true,
        }
    }
}

/// What machines call it: the id of a period, the month, or that it is not stated.
impl fmt::Display for When<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Period(period) => f.write_str(&period.id),
            Self::AsOf(month) | Self::UpTo(month) => month.fmt(f),
            Self::NotStated => f.write_str(NoTime::NotStated.name()),
        }
    }
}
