//! A share of a whole by period, each on its own gauge from 0 to 100%.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::head::Head;
use super::{Panel, parts};
use crate::derive::{Measure, Reading};
use crate::phrase;
use crate::space::Room;
use crate::text;
use crate::widget::{ShareGauge, Tip};

/// The cells behind a gauge, for its share.
const SHARE: u16 = 9;

pub(super) fn render(panel: &Panel<'_>, area: Rect, buf: &mut Buffer) {
    let context = &panel.context;
    let facts = panel.facts();
    let Some((fact, latest)) = facts.first().and_then(|fact| Some((*fact, fact.latest()?))) else {
        return;
    };
    let mut rest = Head::new(panel, fact, latest, area).render(area, buf);
    let note = parts::note_height(context, panel.panel, area.width);
    // With few rows the note gives way, then the earlier periods, which is said.
    let hidden = parts::hidden(fact.readings.len(), rest.height);
    let count = (fact.readings.len() - hidden) as u16;
    if rest.height > count {
        rest = parts::render_hidden(context, hidden, rest, buf);
    }
    let readings = &fact.readings[hidden..];
    if rest.height > count + note + 2 {
        rest = Rect {
            y: rest.y + 1,
            height: rest.height - 1,
            ..rest
        };
    }
    if rest.height > count + note {
        rest = parts::render_note(context, panel.panel, rest, buf);
    }
    let has_axis = rest.height > count * 2 && area.width >= 40;
    let gauges = Rect {
        height: rest.height - u16::from(has_axis),
        ..rest
    };
    let pitch = gauges.height / count.max(1);
    if pitch == 0 {
        return;
    }
    let thickness = parts::thickness(pitch);
    let names = readings
        .iter()
        .map(|it| text::width(&phrase::short_when(context.lang, it.when)))
        .max()
        .unwrap_or(0) as u16;
    for (index, reading) in readings.iter().enumerate() {
        let row = Rect {
            y: gauges.y + index as u16 * pitch,
            height: pitch,
            ..gauges
        };
        render_gauge(panel, reading, names, thickness, row, buf);
    }
    if has_axis {
        let last = gauges.y + (count - 1) * pitch + thickness + u16::from(thickness < pitch);
        render_axis(
            panel,
            Rect {
                y: last,
                height: 1,
                ..body(names, gauges)
            },
            buf,
        );
    }
}

/// Whether every period has its gauge in `area`.
pub(super) fn is_whole(panel: &Panel<'_>, area: Rect) -> bool {
    let facts = panel.facts();
    let of_latest = facts.first().and_then(|fact| Some((*fact, fact.latest()?)));
    of_latest.is_none_or(|(fact, latest)| {
        let head = Head::new(panel, fact, latest, area).height();
        let rows = area.height.saturating_sub(head);
        rows > 0 && parts::hidden(fact.readings.len(), rows) == 0
    })
}

/// Period, gauge, share: below the gauge, if there is a row, what the rest is.
fn render_gauge(
    panel: &Panel<'_>,
    reading: &Reading<'_>,
    names: u16,
    thickness: u16,
    area: Rect,
    buf: &mut Buffer,
) {
    let context = &panel.context;
    let facts = panel.facts();
    let Some(fact) = facts.first() else {
        return;
    };
    let body = Rect {
        height: thickness,
        ..body(names, area)
    };
    let middle = area.y + (thickness - 1) / 2;
    let name = Line::styled(
        phrase::short_when(context.lang, reading.when),
        context.theme.label,
    );
    let beside = usize::from(area.width.saturating_sub(SHARE));
    text::fit_line(name, beside).render(
        Rect {
            y: middle,
            height: 1,
            ..area
        },
        buf,
    );
    ShareGauge::new(
        reading.value.quantity.value,
        context.fill(reading.value.is_derived()),
    )
    .track(context.theme.track)
    .tip(reading.value.quantity.hedge.and_then(Tip::of))
    .render(body, buf);
    let share = Line::styled(
        phrase::short_value(phrase::Magnitude::One, fact, &reading.value),
        context.theme.number,
    );
    let end = Rect {
        x: body.right() + 1,
        y: middle,
        width: area.right().saturating_sub(body.right() + 1),
        height: 1,
    };
    share.right_aligned().render(end, buf);
    if area.height > thickness {
        let Some(rest) = &reading.rest else {
            return;
        };
        let name = panel
            .panel
            .rest
            .as_ref()
            .map_or_else(|| context.words().rest, |rest| rest.get(context.lang));
        // Part of a number would be another number: a sign for its hedge, or else nothing.
        let full = phrase::statement(context.lang, fact, Measure::Unit, rest);
        let short = phrase::short_value(phrase::Magnitude::One, fact, rest);
        let width = usize::from(body.width);
        let Some(said) = [full, short]
            .into_iter()
            .find(|it| text::width(it) <= width)
        else {
            return;
        };
        let room = width.saturating_sub(text::width(&said) + 1);
        let name = if room >= 4 {
            format!("{} ", text::fit(name, room))
        } else {
            String::new()
        };
        let line = Line::styled(format!("{name}{said}"), context.theme.quiet).right_aligned();
        line.render(
            Rect {
                y: body.bottom(),
                height: 1,
                ..body
            },
            buf,
        );
    }
}

fn body(names: u16, area: Rect) -> Rect {
    let mut room = Room::of(area);
    room.take_right(SHARE);
    room.take_left(names + 2);
    room.area()
}

/// `0%`, `50%` and `100%` under the gauges.
fn render_axis(panel: &Panel<'_>, area: Rect, buf: &mut Buffer) {
    let style = panel.context.theme.quiet;
    Line::styled("0%", style).render(area, buf);
    Line::styled("50%", style).centered().render(area, buf);
    Line::styled("100%", style)
        .right_aligned()
        .render(area, buf);
}
