//! One figure over the periods, as columns.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::head::Head;
use super::{Panel, Scale, parts};
use crate::derive::{Fact, Reading};
use crate::phrase;
use crate::text;
use crate::widget::{Column, Columns, Tip};

/// The fewest rows that show columns: a number, two rows of bar and a name.
const LEAST_CHART: u16 = 4;

/// The fewest cells in which columns stand beside a large number rather than below it.
const BESIDE: u16 = 90;

/// What the columns are drawn in, from the top or from the left.
#[derive(Clone, Copy)]
struct Regions {
    /// The number and its change.
    head: Rect,
    /// Says how many earlier periods are left out; empty when none are.
    hidden: Rect,
    /// The columns with their numbers and names; empty when they have no room.
    chart: Rect,
    /// The panel's note; empty when it gives way.
    note: Rect,
}

pub(super) fn render(panel: &Panel<'_>, area: Rect, buf: &mut Buffer) {
    let context = &panel.context;
    let facts = panel.facts();
    let Some((fact, latest)) = facts.first().and_then(|fact| Some((*fact, fact.latest()?))) else {
        return;
    };
    let (head, regions) = split(panel, fact, latest, area);
    let below = head.render(regions.head, buf);
    if regions.chart.is_empty() {
        render_values(panel, below, buf);
        return;
    }
    parts::render_note(context, panel.panel, regions.note, buf);
    let hidden = hidden(fact, regions.chart.width);
    parts::render_hidden(context, hidden, regions.hidden, buf);
    let magnitude = phrase::Magnitude::of(fact);
    let columns = fact
        .readings
        .iter()
        .skip(hidden)
        .map(|reading| Column {
            value: reading.value.quantity.value,
            fill: context.fill(reading.value.is_derived()),
            tip: reading.value.quantity.hedge.and_then(Tip::of),
            number: Line::styled(
                phrase::short_value(magnitude, fact, &reading.value),
                if reading.when == latest.when {
                    context.theme.number
                } else {
                    context.theme.label
                },
            ),
            name: Line::styled(
                phrase::short_when(context.lang, reading.when),
                context.theme.quiet,
            ),
        })
        .collect();
    let columns = Columns::new(columns);
    let columns = match panel.scale {
        Scale::Shared { max, has_tips, .. } => columns.max(max).tips(has_tips),
        Scale::Plain | Scale::Own => columns,
    };
    columns.render(regions.chart, buf);
}

/// The rows that columns would get in `area` by themselves, their numbers and names included; 0 when
/// they have no room.
pub(super) fn rows(panel: &Panel<'_>, area: Rect) -> u16 {
    let own = Panel {
        scale: Scale::Own,
        ..*panel
    };
    of_latest(&own, area).map_or(0, |(_, regions)| regions.chart.height)
}

/// Whether every period has its column in `area`.
pub(super) fn is_whole(panel: &Panel<'_>, area: Rect) -> bool {
    of_latest(panel, area).is_none_or(|(fact, Regions { chart, .. })| {
        !chart.is_empty() && hidden(fact, chart.width) == 0
    })
}

/// The regions of the panel's figure, if it has a value.
fn of_latest<'a>(panel: &Panel<'a>, area: Rect) -> Option<(&'a Fact<'a>, Regions)> {
    let fact = panel.facts().first().copied()?;
    Some((fact, split(panel, fact, fact.latest()?, area).1))
}

/// How many of the earliest periods have no room in `width` cells.
const fn hidden(fact: &Fact<'_>, width: u16) -> usize {
    let capacity = Columns::capacity(width);
    fact.readings.len().saturating_sub(capacity)
}

/// The head, and where everything goes.
fn split(panel: &Panel<'_>, fact: &Fact<'_>, latest: &Reading<'_>, area: Rect) -> (Head, Regions) {
    if panel.zoom > 1 && area.width >= BESIDE && area.height >= LEAST_CHART {
        let left = Rect {
            width: (u32::from(area.width) * 11 / 20) as u16,
            ..area
        };
        let right = Rect {
            x: left.right() + 2,
            width: area.width - left.width - 2,
            ..area
        };
        return (
            Head::new(panel, fact, latest, left),
            beside(panel, fact, left, right),
        );
    }
    let head = Head::new(panel, fact, latest, area);
    let regions = below(panel, fact, head.height(), area);
    (head, regions)
}

/// The number above the columns, and the note below them.
fn below(panel: &Panel<'_>, fact: &Fact<'_>, head: u16, area: Rect) -> Regions {
    let head = head.min(area.height);
    let room = area.height - head;
    let own = parts::note_height(&panel.context, panel.panel, area.width);
    let wanted = own.max(panel.foot);
    let note = if room >= LEAST_CHART + wanted {
        wanted
    } else {
        0
    };
    let hidden = u16::from(hidden(fact, area.width) > 0);
    let air = u16::from(room > LEAST_CHART + note).max(hidden);
    let free = room.saturating_sub(note + air);
    let rows = match panel.scale {
        Scale::Shared { rows, .. } => rows.min(free),
        Scale::Plain | Scale::Own => free,
    };
    let rows = if rows < LEAST_CHART { 0 } else { rows };
    let bottom = area.bottom() - note;
    let row = |y: u16, height: u16| Rect { y, height, ..area };
    Regions {
        head: area,
        hidden: row(bottom - rows - hidden.min(bottom - rows - area.y), hidden),
        chart: row(bottom - rows, rows),
        note: row(bottom, own.min(note)),
    }
}

/// For a panel that is read from afar: the number and the note at the left, the columns at the right.
fn beside(panel: &Panel<'_>, fact: &Fact<'_>, left: Rect, right: Rect) -> Regions {
    let note = parts::note_height(&panel.context, panel.panel, left.width).min(left.height);
    let hidden = u16::from(hidden(fact, right.width) > 0);
    let row = |area: Rect, y: u16, height: u16| Rect { y, height, ..area };
    Regions {
        head: left,
        hidden: row(right, right.y, hidden),
        chart: row(right, right.y + hidden, right.height - hidden),
        note: row(left, left.bottom() - note, note),
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
        let time = phrase::short_when(context.lang, reading.when);
        let full = phrase::value(context.lang, fact, reading);
        let fits = text::width(&time) + 2 + text::width(&full) <= usize::from(area.width);
        let value = if fits {
            full
        } else {
            phrase::short_value(phrase::Magnitude::of(fact), fact, &reading.value)
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
