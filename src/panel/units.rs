//! The latest value of a figure as equal squares, of which each stands for a round amount.

use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};

use super::single::{self, Sketch};
use super::{Axis, Form, Panel};
use crate::derive::Fact;
use crate::phrase::{self, Magnitude};
use crate::quantity::{Literal, Quantity};
use crate::widget::{Tip, Units};

pub(super) const FORM: Form = Form {
    plan: |panel, area, plan| single::plan(panel, area, plan, sketch),
    min_size: |_, _, _| (26, 6),
    good_height: |_, _| 11,
    axis: Axis::None,
    is_of_one_time: true,
    has_short_title: true,
};

/// The squares; `None` for a value that is not above zero, or where no square has room.
fn sketch<'a>(panel: &Panel<'a>, fact: &'a Fact<'a>, area: Rect) -> Option<Sketch<'a, Units>> {
    let context = &panel.context;
    let value = &fact.latest()?.value;
    let largest = value.quantity.value;
    let room = Size::new(area.width, area.height.saturating_sub(1));
    // A part of a thing is not a thing, and nothing finer was printed than the last digit.
    let digit = 10_f64.powi(value.quantity.exponent);
    let minimum = if fact.is_counted {
        digit.max(1.0)
    } else {
        digit
    };
    let amount = Units::amount(largest, minimum, room)?;
    let fill = context.fill(value.is_derived());
    let tip = value.quantity.hedge.and_then(Tip::of);
    let units = Units::new(largest, amount, fill).tip(tip).fitted(room);
    let each = Quantity::constant(&Literal::parse(&amount.to_string())?);
    let magnitude = Magnitude::of(fact).for_quantity(&each);
    let number = phrase::number(magnitude, fact, &each);
    let unit = phrase::unit(magnitude, context.lang, fact);
    let (symbol, style) = fill.texture.unwrap_or(("█", fill.solid));
    let caption = Line::from(vec![
        Span::styled(symbol.repeat(2), style),
        Span::styled(format!(" = {number} {unit}"), context.theme.label),
    ]);
    Some(Sketch {
        min_size: (3, units.height(area.width)),
        picture: units,
        is_high: false,
        caption: Some(caption),
    })
}
