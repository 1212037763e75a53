//! What a figure lacks, and why.

use crate::dataset::When;

/// What a figure lacks, and why.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Missing<'d> {
    /// Its unit, which is not defined.
    Unit,
    /// All values: an input is not defined, is computed from this figure, or lacks an input itself.
    Input,
    /// All values: its inputs have values, but none at one time.
    CommonTime,
    /// The value of a time, the first of those at which its formula gives no number.
    Value(When<'d>, Cause),
    /// The value before a stated change: its position among the changes of the figure.
    Earlier(usize, Cause),
}

/// Why a formula gives no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Its divisor is zero.
    ZeroDivisor,
    /// Its period ends before it starts, and has no days to divide by.
    NoDays,
    /// The bounds of its inputs leave it open both ways.
    Open,
    /// A change of a value below zero could be meant either way.
    NegativeBase,
    /// A decrease of 100 percent or more has no unique starting value.
    NothingLeft,
}
