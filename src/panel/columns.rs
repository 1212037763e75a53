//! One figure over the periods, as columns.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::head::Head;
use super::{Panel, Scale, parts};
use crate::phrase;
use crate::widget::{Column, Columns, Tip, text};

/// The fewest rows that show columns: a number, two rows of bar and a name.
const LEAST_CHART: u16 = 4;

/// The fewest cells in which columns stand beside a large number rather than below it.
const BESIDE: u16 = 90;

pub(super) fn render(panel: &Panel<'_>, area: Rect, buf: &mut Buffer) {
    let context = &panel.context;
    let facts = panel.facts();
    let Some((fact, latest)) = facts.first().and_then(|fact| Some((*fact, fact.latest()?))) else {
        return;
    };
    let (head, chart, note) = split(panel, area);
    let below = head.render(
        Rect {
            width: note.width.max(1),
            ..area
        },
        buf,
    );
    if chart.is_empty() {
        render_values(panel, below, buf);
        return;
    }
    parts::render_note(context, panel.panel, note, buf);
    let scale = phrase::Scale::of(fact);
    let hidden = fact
        .readings
        .len()
        .saturating_sub(Columns::capacity(chart.width));
    // In the free row above the columns, if there is one: columns of one scale are equally high.
    let top = chart.y.saturating_sub(1).max(below.y);
    parts::render_hidden(context, hidden, Rect { y: top, ..chart }, buf);
    let columns = fact
        .readings
        .iter()
        .skip(hidden)
        .map(|reading| Column {
            value: reading.value.quantity.value,
            fill: context.fill(reading.value.is_derived()),
            tip: reading.value.quantity.hedge.and_then(Tip::of),
            number: Line::styled(
                phrase::short_value(scale, fact, &reading.value),
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
        Scale::Shared { max, has_tips, .. } => columns.max(max).tips(has_tips),
        Scale::Plain | Scale::Own => columns,
    };
    columns.render(chart, buf);
}

/// The rows that columns would get in `area`, their numbers and names included; 0 when they have no room.
pub(super) fn rows(panel: &Panel<'_>, area: Rect) -> u16 {
    let own = Panel {
        scale: Scale::Own,
        ..*panel
    };
    split(&own, area).1.height
}

/// The head, the area of the columns, empty when it has no room, and that of the note.
fn split(panel: &Panel<'_>, area: Rect) -> (Head, Rect, Rect) {
    if panel.zoom > 1 && area.width >= BESIDE && area.height >= LEAST_CHART {
        return beside(panel, area);
    }
    let facts = panel.facts();
    let head = facts
        .first()
        .and_then(|fact| Some(Head::new(panel, fact, fact.latest()?, area)));
    let head = head.unwrap_or_default();
    let top = head.height().min(area.height);
    let room = area.height - top;
    let own = parts::note_height(&panel.context, panel.panel, area.width);
    let wanted = own.max(panel.foot);
    let note = if room >= LEAST_CHART + wanted {
        wanted
    } else {
        0
    };
    let air = u16::from(room > LEAST_CHART + note);
    let free = room - note - air;
    let rows = match panel.scale {
        Scale::Shared { rows, .. } => rows.min(free),
        Scale::Plain | Scale::Own => free,
    };
    let rows = if rows < LEAST_CHART { 0 } else { rows };
    let bottom = area.bottom() - note;
    let chart = Rect {
        y: bottom - rows,
        height: rows,
        ..area
    };
    (
        head,
        chart,
        Rect {
            y: bottom,
            height: own.min(note),
            ..area
        },
    )
}

/// For a panel that is read from afar: the number at the left, the columns at the right.
fn beside(panel: &Panel<'_>, area: Rect) -> (Head, Rect, Rect) {
    let left = Rect {
        width: area.width * 11 / 20,
        ..area
    };
    let chart = Rect {
        x: left.right() + 2,
        width: area.width - left.width - 2,
        ..area
    };
    let facts = panel.facts();
    let head = facts
        .first()
        .and_then(|fact| Some(Head::new(panel, fact, fact.latest()?, left)));
    let note = parts::note_height(&panel.context, panel.panel, left.width).min(left.height);
    (
        head.unwrap_or_default(),
        chart,
        Rect {
            y: left.bottom() - note,
            height: note,
            ..left
        },
    )
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
        let full = phrase::value(context.lang, fact, reading);
        let fits = text::width(&time) + 2 + text::width(&full) <= usize::from(area.width);
        let value = if fits {
            full
        } else {
            phrase::short_value(phrase::Scale::of(fact), fact, &reading.value)
        };
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
