//! The one step of a figure from its earlier value to its latest, with the change between them.

use std::cmp::Ordering;

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::single::{self, Sketch};
use super::{Axis, Form, Panel, parts};
use crate::derive::Fact;
use crate::phrase;
use crate::widget::{Bridge, Change, Fill};

pub(super) const FORM: Form = Form {
    plan: |panel, area, plan| single::plan(panel, area, plan, sketch),
    min_size: |_, _, _| (30, 8),
    good_height: |_, _| 12,
    axis: Axis::Alone,
    is_of_one_time: false,
    has_short_title: true,
};

/// The bridge; `None` without two values to lead from and to.
fn sketch<'a>(panel: &Panel<'a>, fact: &'a Fact<'a>, _: Rect) -> Option<Sketch<'a, Bridge<'a>>> {
    let theme = panel.context.theme;
    let [earlier, latest] = fact.compared()?;
    let bridge = Bridge::new(
        parts::column(&panel.context, fact, earlier, theme.label),
        change(panel, fact),
        parts::column(&panel.context, fact, latest, theme.number),
    );
    let bridge = bridge.line(theme.axis);
    Some(Sketch {
        min_size: bridge.min_size(),
        picture: bridge,
        is_high: true,
        caption: None,
    })
}

/// The change in the colour of its verdict: its headline above, and by how much below, where that is
/// another number.
fn change<'a>(panel: &Panel<'_>, fact: &Fact<'_>) -> Change<'a> {
    let context = &panel.context;
    let theme = context.theme;
    let Some(change) = &fact.change else {
        return Change::default();
    };
    let style = parts::verdict(context, change.verdict);
    let arrow = match change.direction() {
        Ordering::Greater => "▲ ",
        Ordering::Less => "▼ ",
        Ordering::Equal => "",
    };
    let headline = phrase::short_change(context.lang, fact, change).unwrap_or_default();
    let magnitude = phrase::Magnitude::of(fact);
    let difference = change.difference.as_ref();
    let difference = difference.filter(|_| change.percent.is_some()).map(|form| {
        let mark = if form.is_derived() { "≈ " } else { "" };
        let is_rise = form.quantity.direction().is_gt();
        let sign = if is_rise { "+" } else { "" };
        let number = phrase::number(magnitude, fact, &form.quantity);
        format!("{mark}{sign}{number}")
    });
    Change {
        fill: Fill::solid(style).whole(context.is_ascii),
        number: Line::styled(format!("{arrow}{headline}"), style),
        name: Line::styled(difference.unwrap_or_default(), theme.quiet),
    }
}
