//! The parts of a whole by period, stacked to 100%, with their names and numbers.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::{Context, Panel, parts};
use crate::derive::{Fact, Measure, Statement, When};
use crate::phrase;
use crate::widget::{Mix, Part, text};

/// A named part of the whole at one time.
struct Slice<'a> {
    name: &'a str,
    value: &'a Statement<'a>,
    fact: &'a Fact<'a>,
    part: Part,
}

pub(super) fn render(panel: &Panel<'_>, area: Rect, buf: &mut Buffer) {
    let context = &panel.context;
    let times = times(panel);
    let names = times
        .iter()
        .map(|time| text::width(&phrase::when(context.lang, *time)))
        .max()
        .unwrap_or(0) as u16;
    let count = times.len() as u16;
    let note = parts::note_height(context, panel.panel, area.width);
    let legend = times.last().map_or(Vec::new(), |time| slices(panel, *time));
    let mut rest = area;
    if rest.height >= count * 2 + note {
        rest = parts::render_note(context, panel.panel, rest, buf);
    }
    let legend_rows = (legend.len() as u16).min(rest.height.saturating_sub(count));
    let chart = Rect {
        height: rest.height - legend_rows,
        ..rest
    };
    let pitch = (chart.height / count.max(1)).max(1);
    let thickness = if pitch >= 4 { 3 } else { 1 };
    for (index, time) in times.iter().enumerate() {
        let row = Rect {
            y: chart.y + index as u16 * pitch,
            height: thickness,
            ..chart
        }
        .intersection(chart);
        let name = Line::styled(phrase::when(context.lang, *time), context.theme.label);
        text::fit_line(name, usize::from(row.width)).render(
            Rect {
                height: 1.min(row.height),
                y: row.y + row.height.saturating_sub(1) / 2,
                ..row
            },
            buf,
        );
        let body = Rect {
            x: row.x + names + 2,
            width: row.width.saturating_sub(names + 2),
            ..row
        };
        let parts = slices(panel, *time)
            .into_iter()
            .map(|slice| slice.part)
            .collect();
        Mix::new(parts).render(body.intersection(row), buf);
    }
    let rows = Rect {
        y: rest.bottom() - legend_rows,
        height: legend_rows,
        ..rest
    };
    let lines = legend
        .iter()
        .map(|slice| legend_line(panel, slice, rows.width))
        .collect();
    parts::render_lines(lines, rows, buf);
}

/// The times at which the parts have values, oldest first.
fn times<'a>(panel: &Panel<'a>) -> Vec<When<'a>> {
    let mut times = Vec::new();
    for reading in panel.facts().iter().flat_map(|fact| &fact.readings) {
        if !times.contains(&reading.when) {
            times.push(reading.when);
        }
    }
    times
}

/// The parts at a time; the last is what is left of the whole, when the panel has a name for it.
fn slices<'a>(panel: &Panel<'a>, time: When<'a>) -> Vec<Slice<'a>> {
    let context = &panel.context;
    let facts = panel.facts();
    let style = |index: usize| context.theme.mix[index % context.theme.mix.len()];
    let mut slices: Vec<Slice<'a>> = facts
        .iter()
        .enumerate()
        .filter_map(|(index, fact)| {
            let value = &fact.at(time)?.value;
            let name = fact.figure.short_name(context.lang);
            let part = part(context, value, style(index));
            Some(Slice {
                name,
                value,
                fact,
                part,
            })
        })
        .collect();
    // Only a single part leaves a rest that can be computed from one figure.
    if let ([fact], Some(name)) = (&facts[..], &panel.panel.rest)
        && let Some(value) = fact.at(time).and_then(|reading| reading.rest.as_ref())
    {
        let part = part(context, value, style(1));
        slices.push(Slice {
            name: name.get(context.lang),
            value,
            fact,
            part,
        });
    }
    slices
}

fn part(context: &Context<'_>, value: &Statement<'_>, style: Style) -> Part {
    let (symbol, edge) = if value.is_derived() {
        ("▒", context.theme.shade(style))
    } else {
        ("█", style.fg.unwrap_or(Color::Reset))
    };
    Part {
        share: value.quantity.value,
        style,
        symbol,
        edge,
    }
}

fn legend_line(panel: &Panel<'_>, slice: &Slice<'_>, width: u16) -> Line<'static> {
    let context = &panel.context;
    let value = phrase::statement(context.lang, slice.fact, Measure::Unit, slice.value);
    let room = usize::from(width).saturating_sub(3 + text::width(&value));
    Line::from(vec![
        Span::styled(format!("{} ", slice.part.symbol), slice.part.style),
        Span::styled(
            format!("{} ", text::fit(slice.name, room)),
            context.theme.label,
        ),
        Span::styled(value, context.theme.number),
    ])
}
