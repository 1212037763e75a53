//! The latest value of a figure and the one before it, on an axis that starts elsewhere than zero.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::single::{self, Sketch};
use super::{Axis, Form, Panel};
use crate::derive::{Fact, Reading};
use crate::phrase;
use crate::quantity::Quantity;
use crate::widget::{Dumbbell, End, Tip};

pub(super) const FORM: Form = Form {
    plan: |panel, area, plan| single::plan(panel, area, plan, sketch),
    min_size: |_, _, _| (26, 6),
    good_height: |_, _| 9,
    axis: Axis::None,
    is_of_one_time: false,
    has_short_title: true,
};

/// The chart; `None` without two values to draw.
fn sketch<'a>(panel: &Panel<'a>, fact: &'a Fact<'a>, _: Rect) -> Option<Sketch<'a, Dumbbell<'a>>> {
    let context = &panel.context;
    let theme = context.theme;
    let [earlier, latest] = fact.compared()?;
    let start = panel.panel.start.as_ref()?;
    let magnitude = phrase::Magnitude::of(fact);
    let end = |reading: &Reading<'_>, mark: Style, number: Style| End {
        value: reading.value.quantity.value,
        style: mark,
        tip: reading.value.quantity.hedge.and_then(Tip::of),
        number: Line::styled(phrase::short_value(magnitude, fact, &reading.value), number),
        name: Line::styled(phrase::short_when(context.lang, reading.when), theme.quiet),
    };
    let earlier = end(earlier, theme.label, theme.label);
    let latest = end(latest, context.hue.reported, theme.number);
    let name = Line::styled(
        phrase::number(magnitude, fact, &Quantity::constant(start)),
        theme.label,
    );
    let dumbbell = Dumbbell::new(earlier, latest, start.value(), name);
    let dumbbell = dumbbell.axis(theme.axis).arrow(context.hue.reported);
    Some(Sketch {
        min_size: dumbbell.min_size(),
        picture: dumbbell,
        is_high: false,
        caption: None,
    })
}
