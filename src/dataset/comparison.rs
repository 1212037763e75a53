//! What may be said of two values of a figure: a change in every form that would not mislead.

use super::{Figure, Point, UnitStyle, When};
use crate::quantity::{Domain, Operation, Quantity};

/// A change between two values, in every form that would not mislead.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// In percent of the earlier value; none for shares and indexes, where it would mislead.
    pub percent: Option<Form>,
    /// In percentage points, for shares only.
    pub points: Option<Form>,
    /// In the figure's own unit, for all but shares.
    pub difference: Option<Form>,
    /// The later value as a multiple of the earlier, when it at least doubled.
    pub multiple: Option<Form>,
}

/// A change in one form, and how it is computed.
#[derive(Clone, Debug)]
pub struct Form {
    /// The number with its bounds.
    pub quantity: Quantity,
    /// How it is computed; `None` when it was stated.
    pub computed: Option<(Operation, Vec<Side>)>,
}

/// A number that a change is computed from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Side {
    /// The later value.
    Later,
    /// The earlier value.
    Earlier,
    /// The change that was stated, in percent.
    Stated(Quantity),
}

impl Figure {
    /// The change that was stated between two times, in percent.
    pub fn stated(&self, from: When<'_>, to: When<'_>) -> Option<Quantity> {
        let mut changes = self.changes.iter();
        let change = changes.find(|it| from.is_named(&it.from) && to.is_named(&it.to))?;
        Some(change.quantity())
    }

    /// The change between two values; `None` when it could not be said which way it went, or when
    /// the two do not compare.
    pub fn compare(
        &self,
        style: UnitStyle,
        earlier: Point<'_>,
        later: Point<'_>,
    ) -> Option<Comparison> {
        let stated = self.stated(earlier.when, later.when);
        if stated.is_none() && !style.is_comparable(earlier.when, later.when) {
            return None;
        }
        let form = |operation: Operation, sides: &[Side]| {
            let quantity = |side: &Side| match side {
                Side::Later => later.quantity,
                Side::Earlier => earlier.quantity,
                Side::Stated(quantity) => *quantity,
            };
            let terms: Vec<Quantity> = sides.iter().map(quantity).collect();
            Some(Form {
                quantity: operation.apply(&terms, Domain::Any)?,
                computed: Some((operation, sides.to_vec())),
            })
        };
        let compared = |operation| form(operation, &[Side::Later, Side::Earlier]);

        // Two printed values give a difference directly; a prior that was itself computed from a
        // stated change would bring that change's rounding in twice, so the change is used instead.
        let difference = match stated {
            Some(change) if !earlier.is_printed => form(
                Operation::StatedChange,
                &[Side::Later, Side::Stated(change)],
            ),
            _ => compared(Operation::Difference),
        };
        let (percent, multiple) = match stated {
            Some(quantity) => {
                let percent = Form {
                    quantity,
                    computed: None,
                };
                let multiple = form(Operation::OnePlus, &[Side::Stated(quantity)]);
                (Some(percent), multiple)
            }
            None => (
                compared(Operation::PercentChange),
                compared(Operation::Ratio),
            ),
        };
        let comparison = Comparison::of(style, percent, difference, multiple);
        comparison.headline().is_some().then_some(comparison)
    }
}

impl Comparison {
    /// The forms that say which way a figure of this style moved.
    fn of(
        style: UnitStyle,
        percent: Option<Form>,
        difference: Option<Form>,
        multiple: Option<Form>,
    ) -> Self {
        let is_share = style == UnitStyle::Share;
        let is_index = style == UnitStyle::Index;
        let difference = difference.filter(|it| it.quantity.has_direction());
        let (points, difference) = if is_share {
            (difference, None)
        } else {
            (None, difference)
        };
        Self {
            percent: percent.filter(|it| it.quantity.has_direction() && !is_share && !is_index),
            points,
            difference,
            multiple: multiple.filter(|it| it.quantity.is_multiple() && !is_index),
        }
    }

    /// The form in which the change is best said in one number.
    pub fn headline(&self) -> Option<&Form> {
        let percent = self.percent.as_ref();
        percent
            .or(self.points.as_ref())
            .or(self.difference.as_ref())
    }

    /// Whether the figure is known to have grown.
    pub fn is_rise(&self) -> bool {
        self.moved().is_some_and(|it| it.interval.low > 0.0)
    }

    /// Whether the figure is known to have shrunk.
    pub fn is_fall(&self) -> bool {
        self.moved().is_some_and(|it| it.interval.high < 0.0)
    }

    /// By how much the figure moved, in its own unit or in percentage points; `None` when the
    /// headline shows no movement, whatever its further digits.
    fn moved(&self) -> Option<Quantity> {
        let is_still = |it: &Form| it.quantity.direction().is_eq();
        if self.headline().is_none_or(is_still) {
            return None;
        }
        let moved = self.points.as_ref().or(self.difference.as_ref());
        moved.map(|it| it.quantity)
    }
}
