//! One figure over the periods, as columns.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::{Panel, Scale, parts};
use crate::phrase;
use crate::widget::{Column, Columns, text};

/// The fewest rows that show columns: a number, two rows of bar and a name.
const LEAST_CHART: u16 = 4;

pub(super) fn render(panel: &Panel<'_>, area: Rect, buf: &mut Buffer) {
    let context = &panel.context;
    let facts = panel.facts();
    let Some((fact, latest)) = facts.first().and_then(|fact| Some((*fact, fact.latest()?))) else {
        return;
    };
    let mut lines = headlines(panel, area.width);
    let room = area.height.saturating_sub(lines.len() as u16);
    let note = parts::note_height(context, panel.panel, area.width);
    if room >= LEAST_CHART + note + 1 {
        lines.push(Line::raw(""));
    }
    let mut chart = parts::render_lines(lines, area, buf);
    if chart.height < LEAST_CHART {
        render_values(panel, chart, buf);
        return;
    }
    if chart.height >= LEAST_CHART + note {
        chart = parts::render_note(context, panel.panel, chart, buf);
    }
    let columns = fact
        .readings
        .iter()
        .map(|reading| Column {
            value: reading.value.quantity.value,
            fill: context.fill(reading.value.is_derived()),
            number: Line::styled(
                phrase::short_value(fact, &reading.value),
                if reading.when == latest.when {
                    context.theme.number
                } else {
                    context.theme.label
                },
            ),
            name: Line::styled(
                phrase::when(context.lang, reading.when),
                context.theme.quiet,
            ),
        })
        .collect();
    let columns = Columns::new(columns);
    let columns = match panel.scale {
        Scale::Shared(max) => columns.max(max),
        Scale::Plain | Scale::Own => columns,
    };
    columns.render(chart, buf);
}

/// The latest value and the change to it, on one row if both fit and else on two.
fn headlines(panel: &Panel<'_>, width: u16) -> Vec<Line<'static>> {
    let context = &panel.context;
    let facts = panel.facts();
    let Some((fact, latest)) = facts.first().and_then(|fact| Some((*fact, fact.latest()?))) else {
        return Vec::new();
    };
    let mut headline = parts::headline(context, fact, latest);
    let change = fact
        .change
        .as_ref()
        .and_then(|change| parts::change(context, fact, change));
    let Some(change) = change else {
        return vec![headline];
    };
    if headline.width() + 2 + change.width() <= usize::from(width) {
        headline.push_span(Span::raw("  "));
        headline.extend(change);
        vec![headline]
    } else {
        vec![headline, change]
    }
}

/// Without room for columns: the values in words, a row each, and how to see the rest.
fn render_values(panel: &Panel<'_>, area: Rect, buf: &mut Buffer) {
    let context = &panel.context;
    let facts = panel.facts();
    let Some(fact) = facts.first() else {
        return;
    };
    let earlier = fact.readings.iter().rev().skip(1).map(|reading| {
        let time = phrase::when(context.lang, reading.when);
        let value = phrase::value(context.lang, fact, reading);
        Line::from(vec![
            Span::styled(format!("{time}  "), context.theme.quiet),
            Span::styled(value, context.theme.label),
        ])
    });
    let hint = text::fit(context.words().chart_hidden, usize::from(area.width));
    let lines = earlier
        .chain([Line::styled(hint, context.theme.quiet)])
        .collect();
    parts::render_lines(lines, area, buf);
}
