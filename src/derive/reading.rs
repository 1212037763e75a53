//! The value of a figure at a time.

use super::formula::Statement;
use crate::dataset::When;

/// A value at a time.
#[derive(Clone, Debug)]
pub struct Reading<'d> {
    /// The period or month.
    pub when: When<'d>,
    /// The value and where it comes from.
    pub value: Statement<'d>,
    /// What is left of the whole, for a share.
    pub rest: Option<Statement<'d>>,
}

impl<'d> Reading<'d> {
    pub(super) const fn new(when: When<'d>, value: Statement<'d>) -> Self {
        Self {
            when,
            value,
            rest: None,
        }
    }
}

/// The first of some values, oldest first, that is of the time `when`.
pub(super) fn at<'a, 'd>(readings: &'a [Reading<'d>], when: When<'_>) -> Option<&'a Reading<'d>> {
    let earlier = readings.partition_point(|reading| reading.when.end() < when.end());
    let mut same_end = readings[earlier..]
        .iter()
        .take_while(|reading| reading.when.end() == when.end());
    same_end.find(|reading| reading.when == when)
}

/// The latest of some values, oldest first, after the one before it of its kind.
pub(super) fn latest_pair<'a, 'd>(readings: &'a [Reading<'d>]) -> Option<[&'a Reading<'d>; 2]> {
    let (later, before) = readings.split_last()?;
    let earlier = before
        .iter()
        .rfind(|reading| reading.when.is_like(later.when))?;
    Some([earlier, later])
}
