//! What several panels say in the same way: a headline number, a change, a note.

use std::cmp::Ordering;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Context, Panel, Plan};
use crate::dataset::When;
use crate::derive::{Change, Fact, Ledger, Measure, Reading, Statement, Verdict};
use crate::locale::fill;
use crate::phrase;
use crate::space::Room;
use crate::text;
use crate::widget::{Column, Tip};

/// A value with its number bold and its hedge and unit plain; the unit on its own line where
/// the width does not hold both, and a sign for the hedge where it does not hold hedge and number.
pub(super) fn headline(
    context: &Context<'_>,
    fact: &Fact<'_>,
    reading: &Reading<'_>,
    width: u16,
) -> Vec<Line<'static>> {
    let quantity = reading.value.quantity;
    let magnitude = phrase::Magnitude::of(fact);
    let hedge = phrase::prefix(context.lang, fact, &reading.value);
    let number = format!("{hedge}{}", phrase::number(magnitude, fact, &quantity));
    let number = if text::width(&number) <= usize::from(width) {
        number
    } else {
        phrase::short_value(magnitude, fact, &reading.value)
    };
    let unit = phrase::unit(magnitude, context.lang, fact);
    let number = Span::styled(number, context.theme.number);
    let unit = Span::styled(unit, context.theme.label);
    if unit.width() == 0 {
        vec![Line::from(number)]
    } else if number.width() + 1 + unit.width() <= usize::from(width) {
        vec![Line::from(vec![number, Span::raw(" "), unit])]
    } else {
        vec![Line::from(number), Line::from(unit)]
    }
}

/// The rows of a bar in a pitch of so many: an odd number, so that its name and number are at its
/// middle, and rows are left between it and the next.
pub(super) const fn thickness(pitch: u16) -> u16 {
    match pitch {
        0..4 => 1,
        4..7 => 3,
        7..10 => 5,
        _ => 7,
    }
}

/// What is above a large number: its hedge in words, and whether it was computed.
///
/// The `≈` of a number so large that it has one itself is not said twice.
pub(super) fn prefix(
    context: &Context<'_>,
    fact: &Fact<'_>,
    value: &Statement<'_>,
    has_sign: bool,
) -> Line<'static> {
    let hedge = phrase::prefix(context.lang, fact, value);
    let hedge = match hedge.trim_end() {
        "≈" if has_sign => "",
        hedge => hedge,
    };
    let derived = context.words().derived;
    let status = match (hedge, value.is_derived()) {
        (_, false) => String::new(),
        ("", true) => derived.to_owned(),
        ("≈", true) => format!(" {derived}"),
        (_, true) => format!(" · {derived}"),
    };
    Line::from(vec![
        Span::styled(hedge.to_owned(), context.theme.label),
        Span::styled(status, context.theme.quiet),
    ])
}

/// `▼ 12.9% better`, `▲ 128.9% more`: which way, how much, and whether that is good, if it is judged.
pub(super) fn change(
    context: &Context<'_>,
    fact: &Fact<'_>,
    change: &Change<'_>,
) -> Option<Line<'static>> {
    let words = context.words();
    let (_, headline) = change.headline()?;
    let size = phrase::short_change(context.lang, fact, change)?;
    let (arrow, moved) = match headline.quantity.direction() {
        Ordering::Greater => ("▲", words.more),
        Ordering::Less => ("▼", words.less),
        Ordering::Equal => {
            let text = format!("= {}", words.unchanged);
            return Some(Line::styled(text, context.theme.neutral));
        }
    };
    let text = match change.verdict {
        Verdict::Better => format!("{size} {}", words.better),
        Verdict::Worse => format!("{size} {}", words.worse),
        Verdict::Neutral => fill(moved, &[size]),
    };
    let style = verdict(context, change.verdict);
    Some(Line::from(Span::styled(format!("{arrow} {text}"), style)))
}

/// The style of a change that was judged so.
pub(super) const fn verdict(context: &Context<'_>, verdict: Verdict) -> Style {
    match verdict {
        Verdict::Better => context.theme.better,
        Verdict::Worse => context.theme.worse,
        Verdict::Neutral => context.theme.neutral,
    }
}

/// The column of a value with its number and time.
pub(super) fn column<'a>(
    context: &Context<'_>,
    fact: &Fact<'_>,
    Reading { when, value, .. }: &Reading<'_>,
    style: Style,
) -> Column<'a> {
    let number = phrase::short_value(phrase::Magnitude::of(fact), fact, value);
    let name = phrase::short_when(context.lang, *when);
    Column {
        value: value.quantity.value,
        fill: context.fill(value.is_derived()),
        tip: value.quantity.hedge.and_then(Tip::of),
        number: Line::styled(number, style),
        name: Line::styled(name, context.theme.quiet),
        ..Column::default()
    }
}

/// The same, followed by what it compares with where that is not plain and has room.
pub(super) fn change_since(
    context: &Context<'_>,
    fact: &Fact<'_>,
    change: &Change<'_>,
    width: u16,
) -> Option<Line<'static>> {
    let mut line = self::change(context, fact, change)?;
    if let Some(versus) = phrase::versus(context.lang, fact, change)
        && line.width() + 1 + text::width(&versus) <= usize::from(width)
    {
        line.push_span(Span::styled(format!(" {versus}"), context.theme.quiet));
    }
    Some(line)
}

/// The change in its other forms: `≈ −0.69 million t CO₂e`, `≈ 2.29 times`.
///
/// Behind a verdict there is no multiple, for what it multiplies was not judged.
pub(super) fn other_forms(context: &Context<'_>, fact: &Fact<'_>, change: &Change<'_>) -> String {
    let is_judged = change.verdict != Verdict::Neutral;
    let forms: Vec<String> = change
        .forms()
        .skip(1)
        .filter(|(measure, _)| !is_judged || *measure != Measure::Times)
        .map(|(measure, form)| match measure {
            Measure::Times => phrase::statement(context.lang, fact, measure, form),
            _ => phrase::signed_change(context.lang, fact, measure, form),
        })
        .collect();
    forms.join(" · ")
}

/// What there is at each time, with a place for every period of the report between two of them for which
/// there is nothing.
pub(super) fn with_gaps<'a, T>(
    ledger: &Ledger<'a>,
    all: impl Iterator<Item = (When<'a>, T)>,
) -> Vec<(When<'a>, Option<T>)> {
    let mut places: Vec<(When<'a>, Option<T>)> = Vec::new();
    for (when, value) in all {
        if let Some((before, _)) = places.last() {
            let missing = ledger.between(*before, when);
            places.extend(missing.map(|period| (When::Period(period), None)));
        }
        places.push((when, Some(value)));
    }
    places
}

/// How many of the earliest of `all` periods, a row each, give way in so many rows: one row of them
/// is for saying so, unless it is the only one.
pub(super) fn hidden(all: usize, rows: u16) -> usize {
    let rows = usize::from(rows);
    if all <= rows {
        0
    } else {
        all - rows.saturating_sub(1).clamp(1, all)
    }
}

/// Says on a row from the top of `room` that a chart leaves out earlier periods.
pub(super) fn say_hidden(
    context: &Context<'_>,
    count: usize,
    room: &mut Room,
    plan: &mut Plan<'_>,
) {
    let text = fill(context.words().earlier_hidden, &[count.to_string()]);
    plan.lines(vec![Line::styled(text, context.theme.quiet)], room);
}

/// Without room for a chart: the earlier values in words, a row each, and how to see it.
pub(super) fn earlier_values(
    panel: &Panel<'_>,
    fact: &Fact<'_>,
    room: &mut Room,
    plan: &mut Plan<'_>,
) {
    let context = &panel.context;
    let area = room.area();
    let width = usize::from(area.width);
    let value = |reading: &Reading<'_>| {
        let time = phrase::short_when(context.lang, reading.when);
        let full = phrase::value(context.lang, fact, reading);
        let fits = text::width(&time) + 2 + text::width(&full) <= width;
        let value = if fits {
            full
        } else {
            phrase::short_value(phrase::Magnitude::of(fact), fact, &reading.value)
        };
        Line::from(vec![
            Span::styled(format!("{time}  "), context.theme.quiet),
            Span::styled(value, context.theme.label),
        ])
    };
    let earlier = fact.readings.iter().rev().skip(1);
    let earlier = earlier.take(usize::from(area.height)).map(value);
    let hint = text::fit(context.words().chart_hidden, width);
    let hint = Line::styled(hint, context.theme.quiet);
    plan.lines(earlier.chain([hint]).collect(), room);
}

/// The panel's note on the last rows of `room`, as far as there are any.
pub(super) fn note(panel: &Panel<'_>, room: &mut Room, plan: &mut Plan<'_>) {
    let Some(note) = panel.note() else {
        return;
    };
    let area = room.area();
    let (width, rows) = (usize::from(area.width), usize::from(area.height));
    let note = panel.context.fill_breakable(note);
    let lines = plan.fitter().wrap_to(&note, width, rows);
    let quiet = panel.context.theme.quiet;
    let mut below = Room::of(room.take_bottom(lines.len() as u16));
    let lines = lines.into_iter().map(|line| Line::styled(line, quiet));
    plan.lines(lines.collect(), &mut below);
}
