//! The grid of a picture: the units of a cell, and where letters and lines are in it.

/// Units across a cell.
pub(super) const WIDTH: u32 = 15;

/// Units down a cell.
pub(super) const HEIGHT: u32 = 30;

/// Where box lines cross in a cell.
pub(super) const CENTRE: [u32; 2] = [8, 15];

/// Where letters are.
pub(super) const BASELINE: f32 = 23.0;

/// Where the line under a text begins.
pub(super) const UNDERLINE: u32 = 26;

/// Where the line through a text begins.
pub(super) const STRIKE: u32 = 15;

/// How thick the lines under and through a text are.
pub(super) const THICKNESS: u32 = 2;
