//! The values of a figure over time, as numbers alone: those that were printed, and those that
//! stated changes lead back to.

use std::cmp::Reverse;

use super::{Change, Dataset, Figure, UnitStyle, When};
use crate::quantity::{Operation, Quantity};

/// A value of a figure at a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point<'d> {
    /// The period or month.
    pub when: When<'d>,
    /// The number with its bounds.
    pub quantity: Quantity,
    /// Whether it was printed rather than computed.
    pub is_printed: bool,
}

/// The value before a stated change, and what it follows from.
#[derive(Clone, Copy, Debug)]
pub struct Prior<'d> {
    /// The value before the change.
    pub earlier: Point<'d>,
    /// The value after it.
    pub later: Point<'d>,
    /// The change, in percent.
    pub change: Quantity,
}

impl Dataset {
    /// The printed values of a figure, in the order of the file.
    pub fn printed(&self, figure: &Figure, style: UnitStyle) -> Vec<Point<'_>> {
        let values = figure.values.iter().filter_map(|value| {
            Some(Point {
                when: value.when(self)?,
                quantity: Quantity::printed(&value.value, value.hedge, style.domain()),
                is_printed: true,
            })
        });
        values.collect()
    }

    /// The values before stated changes, where `known` has none.
    pub fn priors<'d>(
        &'d self,
        figure: &Figure,
        style: UnitStyle,
        known: &[Point<'d>],
    ) -> Vec<Prior<'d>> {
        let mut known = known.to_vec();
        let mut priors = Vec::new();
        for (from, to, change) in self.changes_back(figure) {
            let later = known.iter().copied().find(|it| it.when == to);
            let Some(later) = later.filter(|_| known.iter().all(|it| it.when != from)) else {
                continue;
            };
            let change = change.quantity();
            if let Some(quantity) =
                Operation::Prior.apply(&[later.quantity, change], style.domain())
            {
                let earlier = Point {
                    when: from,
                    quantity,
                    is_printed: false,
                };
                known.push(earlier);
                priors.push(Prior {
                    earlier,
                    later,
                    change,
                });
            }
        }
        priors
    }

    /// The stated changes between known periods, those to the latest period first: so a chain of
    /// them leads back from the latest value, in whatever order the file lists them.
    fn changes_back<'d, 'f>(&'d self, figure: &'f Figure) -> Vec<(When<'d>, When<'d>, &'f Change)> {
        let between = |change: &'f Change| {
            let (from, to) = (self.period(&change.from)?, self.period(&change.to)?);
            Some((from, to, change))
        };
        let mut changes: Vec<_> = figure.changes.iter().filter_map(between).collect();
        changes.sort_by_key(|(from, to, _)| Reverse((to.end, to.start, from.end)));
        let when = |(from, to, change)| (When::Period(from), When::Period(to), change);
        changes.into_iter().map(when).collect()
    }
}

/// The latest of some values, oldest first, after the one before it of its kind.
pub fn latest_pair<'a, 'd, T>(
    values: &'a [T],
    when: impl Fn(&T) -> When<'d>,
) -> Option<[&'a T; 2]> {
    let (later, before) = values.split_last()?;
    let is_state = when(later).is_state();
    let earlier = before.iter().rfind(|it| when(it).is_state() == is_state)?;
    Some([earlier, later])
}
