//! The parts of a whole by period, stacked to 100%, with their names and numbers.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::{Context, Panel, parts};
use crate::dataset::When;
use crate::derive::{Fact, Statement};
use crate::phrase;
use crate::text;
use crate::widget::{Mix, Part, Tip};

/// A named part of the whole at one time.
struct Slice<'a> {
    name: &'a str,
    value: Statement<'a>,
    fact: &'a Fact<'a>,
    part: Part,
}

/// Where the bars, the legend and the note of a mix go, and what of them gives way.
struct Layout {
    /// The bars, a row or more for each time.
    chart: Rect,
    /// How many of the earliest times have none.
    hidden: usize,
    /// Empty when the legend gives way.
    legend: Rect,
    /// Whether the note has room.
    has_note: bool,
}

impl Layout {
    /// With few rows the note gives way first, then the earlier times, then the legend as a whole:
    /// parts of it would pass for all.
    fn new(panel: &Panel<'_>, times: usize, legend: u16, area: Rect) -> Self {
        let note = parts::note_height(&panel.context, panel.panel, area.width);
        let has_note = area.height >= times as u16 + legend + note;
        let rows = area.height - if has_note { note } else { 0 };
        // A bar, and a row that says how many have none.
        let least = (times as u16).min(2);
        let legend = if rows >= legend + least { legend } else { 0 };
        let row = |y: u16, height: u16| Rect { y, height, ..area };
        Self {
            chart: row(area.y, rows - legend),
            hidden: parts::hidden(times, rows - legend),
            legend: row(area.y + rows - legend, legend),
            has_note,
        }
    }
}

pub(super) fn render(panel: &Panel<'_>, area: Rect, buf: &mut Buffer) {
    let context = &panel.context;
    let times = context.ledger.common_times(panel.panel);
    if times.is_empty() {
        return;
    }
    let names = times
        .iter()
        .map(|time| text::width(&phrase::short_when(context.lang, *time)))
        .max()
        .unwrap_or(0) as u16;
    let legend = legend(panel, &times, area.width);
    let layout = Layout::new(panel, times.len(), legend.len() as u16, area);
    if layout.has_note {
        parts::render_note(context, panel.panel, area, buf);
    }
    let shown = (times.len() - layout.hidden) as u16;
    let mut chart = layout.chart;
    if chart.height > shown {
        chart = parts::render_hidden(context, layout.hidden, chart, buf);
    }
    let thickness = parts::thickness(chart.height / shown);
    // No further apart than they are thick, and at the middle of their room.
    let pitch = match shown {
        1 => thickness,
        more => (chart.height.saturating_sub(thickness) / (more - 1)).clamp(1, 2 * thickness),
    };
    let spare = chart.height.saturating_sub((shown - 1) * pitch + thickness);
    let slots = (0..shown).map(|index| Rect {
        y: chart.y + spare / 2 + index * pitch,
        height: thickness.min(pitch),
        ..chart
    });
    for (time, slot) in times.iter().skip(layout.hidden).zip(slots) {
        render_time(panel, *time, names, slot.intersection(chart), buf);
    }
    if !layout.legend.is_empty() {
        parts::render_lines(legend, layout.legend, buf);
    }
}

/// Whether every time has its bar and every part its line in `area`.
pub(super) fn is_whole(panel: &Panel<'_>, area: Rect) -> bool {
    let times = panel.context.ledger.common_times(panel.panel);
    let legend = legend(panel, &times, area.width);
    let layout = Layout::new(panel, times.len(), legend.len() as u16, area);
    layout.hidden == 0 && layout.legend.height == legend.len() as u16
}

/// The rows that show every part and its share: bars of two times, and the legend.
pub(super) fn least(panel: &Panel<'_>) -> u16 {
    let times = panel.context.ledger.common_times(panel.panel).len();
    let parts = panel.panel.figures.len() + usize::from(panel.panel.rest.is_some());
    (times.min(2) + parts + usize::from(times > 1)) as u16
}

/// The name of a time, and its parts.
fn render_time(panel: &Panel<'_>, time: When<'_>, names: u16, area: Rect, buf: &mut Buffer) {
    let context = &panel.context;
    let name = Line::styled(phrase::short_when(context.lang, time), context.theme.label);
    let middle = Rect {
        y: area.y + area.height.saturating_sub(1) / 2,
        height: 1.min(area.height),
        ..area
    };
    text::fit_line(name, usize::from(area.width)).render(middle, buf);
    let body = Rect {
        x: area.x + names + 2,
        width: area.width.saturating_sub(names + 2),
        ..area
    };
    let slices = slices(panel, time).into_iter();
    Mix::new(slices.map(|slice| slice.part).collect()).render(body.intersection(area), buf);
}

/// The parts at a time; the last is what is left of the whole, when the panel has a name for it.
fn slices<'a>(panel: &Panel<'a>, time: When<'_>) -> Vec<Slice<'a>> {
    let context = &panel.context;
    let facts = panel.facts();
    let style = |index: usize| context.theme.mix[index % context.theme.mix.len()];
    let slice = |(index, fact): (usize, &&'a Fact<'a>)| {
        let value = fact.at(time)?.value.clone();
        Some(Slice {
            name: fact.figure.short_name(context.lang),
            part: part(context, &value, style(index)),
            value,
            fact,
        })
    };
    let mut slices: Vec<Slice<'a>> = facts.iter().enumerate().filter_map(slice).collect();
    if let (Some(fact), Some(name)) = (facts.first(), &panel.panel.rest)
        && let Some(value) = context.ledger.remainder(panel.panel, time)
    {
        slices.push(Slice {
            name: name.get(context.lang),
            part: part(context, &value, style(facts.len())),
            value,
            fact,
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
        tip: value.quantity.hedge.and_then(Tip::of),
    }
}

/// What the parts are, with a column of their shares for each of the latest periods that fit.
fn legend(panel: &Panel<'_>, times: &[When<'_>], width: u16) -> Vec<Line<'static>> {
    let theme = panel.context.theme;
    let width = usize::from(width);
    let all: Vec<Vec<Slice<'_>>> = times.iter().map(|time| slices(panel, *time)).collect();
    // A rest may be left at some times only.
    let Some(parts) = all.iter().max_by_key(|slices| slices.len()) else {
        return Vec::new();
    };
    let column = |(time, slices): (&When<'_>, &Vec<Slice<'_>>)| -> Vec<String> {
        let share =
            |it: &Slice<'_>| phrase::short_value(phrase::Magnitude::One, it.fact, &it.value);
        let shares =
            (0..parts.len()).map(|part| slices.get(part).map_or_else(|| "–".to_owned(), share));
        let heading = phrase::short_when(panel.context.lang, *time);
        [heading].into_iter().chain(shares).collect()
    };
    let columns: Vec<Vec<String>> = times.iter().zip(&all).map(column).collect();
    let widest = |column: &Vec<String>| column.iter().map(|cell| text::width(cell)).max();
    let mut widths: Vec<usize> = columns
        .iter()
        .map(|it| widest(it).unwrap_or(0) + 2)
        .collect();
    let name = parts.iter().map(|part| text::width(part.name)).max();
    let name = name.unwrap_or(0) + 2;
    let latest = times.len() - 1;
    let fits = |first: &usize| name + widths[*first..].iter().sum::<usize>() <= width;
    let first = (0..latest).find(fits).unwrap_or(latest);
    // A narrow panel has the latest column only, a cell from the names.
    if first == latest {
        widths[latest] -= 1;
    }
    let name = name.min(width.saturating_sub(widths[first..].iter().sum()));
    let cell = |row: usize, time: usize| {
        let cell = &columns[time][row];
        let pad = " ".repeat(widths[time].saturating_sub(text::width(cell)));
        let style = match (row, time == latest) {
            (0, _) => theme.quiet,
            (_, true) => theme.number,
            (_, false) => theme.label,
        };
        Span::styled(format!("{pad}{cell}"), style)
    };
    let cells = |row: usize| -> Vec<Span<'static>> {
        (first..times.len()).map(|time| cell(row, time)).collect()
    };
    let heading = (times.len() > 1).then(|| {
        let blank = Span::raw(" ".repeat(name));
        [blank].into_iter().chain(cells(0)).collect()
    });
    let line = |(row, slice): (usize, &Slice<'_>)| -> Line<'static> {
        let room = name.saturating_sub(2);
        let said = text::fit(slice.name, room);
        let pad = " ".repeat(room.saturating_sub(text::width(&said)));
        let sign = Span::styled(format!("{} ", slice.part.symbol), slice.part.style);
        let name = Span::styled(format!("{said}{pad}"), theme.label);
        [sign, name].into_iter().chain(cells(row + 1)).collect()
    };
    let lines = parts.iter().enumerate().map(line);
    heading.into_iter().chain(lines).collect()
}
