//! The latest value of a figure and the one before it, on an axis that starts elsewhere than zero.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::head::Head;
use super::{Axis, Form, Omission, Panel, Plan, parts};
use crate::derive::{Fact, Reading};
use crate::phrase;
use crate::quantity::Quantity;
use crate::space::Room;
use crate::widget::{Dumbbell, End, Tip};

pub(super) const FORM: Form = Form {
    plan,
    min_size: |_, _, _| (26, 6),
    good_height: |_, _| 9,
    axis: Axis::None,
    is_of_one_time: false,
    has_short_title: true,
};

fn plan<'a>(panel: &Panel<'a>, area: Rect, plan: &mut Plan<'a>) {
    let first = panel.facts.first();
    let Some((fact, latest)) = first.and_then(|fact| Some((*fact, fact.latest()?))) else {
        return;
    };
    plan.target(&fact.figure.id, plan.area());
    let mut room = Room::of(area);
    Head::new(panel, fact, latest, area).place(&mut room, plan);
    let chart = dumbbell(panel, fact);
    let (width, height) = chart.as_ref().map_or((0, 0), Dumbbell::min_size);
    let rows = room.area().height;
    let Some(chart) = chart.filter(|_| width <= area.width && height <= rows) else {
        plan.omit(Omission::Chart);
        plan.omit_note(panel);
        parts::earlier_values(panel, fact, &mut room, plan);
        return;
    };
    if height + panel.note_rows(area.width, area.height) <= rows {
        parts::note(panel, &mut room, plan);
    } else {
        plan.omit_note(panel);
    }
    room.take_top((room.area().height - height).div_ceil(2));
    plan.draw(room.take_top(height), chart);
}

/// The chart; `None` without two values to draw.
fn dumbbell<'a>(panel: &Panel<'_>, fact: &Fact<'_>) -> Option<Dumbbell<'a>> {
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
    Some(dumbbell.axis(theme.axis).arrow(context.hue.reported))
}
