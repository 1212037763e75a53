//! A share of a whole by period, each on its own gauge from 0 to 100%.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::head::Head;
use super::{Axis, Form, Omission, Panel, Plan, parts};
use crate::derive::{Fact, Measure, Reading};
use crate::phrase;
use crate::space::Room;
use crate::text;
use crate::widget::{ShareGauge, Tip};

pub(super) const FORM: Form = Form {
    plan,
    min_size: |_, _, _| (26, 5),
    good_height: |_, _| 9,
    axis: Axis::None,
    is_of_one_time: false,
    has_short_title: true,
};

/// The cells behind a gauge, for its share.
const SHARE: u16 = 9;

fn plan<'a>(panel: &Panel<'a>, area: Rect, plan: &mut Plan<'a>) {
    let context = &panel.context;
    let of_latest = panel
        .facts
        .first()
        .and_then(|fact| Some((*fact, fact.latest()?)));
    let Some((fact, latest)) = of_latest else {
        return;
    };
    plan.target(&fact.figure.id, plan.area());
    let mut room = Room::of(area);
    Head::new(panel, fact, latest, area).place(&mut room, plan);
    let rows = room.area().height;
    if rows == 0 {
        plan.omit(Omission::Chart);
        plan.omit_note(panel);
        return;
    }
    // With few rows the note gives way, then the earlier periods, which is said.
    let note = panel.note_rows(area.width, area.height);
    let hidden = parts::hidden(fact.readings.len(), rows);
    let readings = &fact.readings[hidden..];
    let count = readings.len() as u16;
    if hidden > 0 {
        plan.omit(Omission::Periods);
    }
    if hidden > 0 && rows > count {
        parts::say_hidden(context, hidden, &mut room, plan);
    }
    if room.area().height > count + note + 2 {
        room.take_top(1);
    }
    if room.area().height > count + note {
        parts::note(panel, &mut room, plan);
    } else {
        plan.omit_note(panel);
    }
    place_gauges(panel, fact, readings, room, plan);
}

/// A gauge for each of these values, and their axis where there is room for it.
fn place_gauges<'a>(
    panel: &Panel<'a>,
    fact: &'a Fact<'a>,
    readings: &'a [Reading<'a>],
    mut room: Room,
    plan: &mut Plan<'a>,
) {
    let Rect { width, height, .. } = room.area();
    let count = readings.len() as u16;
    let has_axis = height > count * 2 && width >= 40;
    let pitch = (height - u16::from(has_axis)) / count;
    let thickness = parts::thickness(pitch);
    let names = readings
        .iter()
        .map(|reading| text::width(&phrase::short_when(panel.context.lang, reading.when)));
    let names = names.max().unwrap_or(0) as u16;
    for reading in readings {
        let row = Row::new(room.take_top(pitch), names, thickness);
        plan.mark(&reading.value);
        place_gauge(panel, fact, reading, &row, plan);
    }
    if has_axis {
        // Right below the last of them and what it says.
        let unused = pitch.saturating_sub(thickness + 1);
        let row = Rect {
            y: room.area().y - unused,
            height: 1,
            ..room.area()
        };
        place_axis(panel, Row::new(row, names, 1).gauge, plan);
    }
}

/// The regions of a gauge, from the left and then below it.
struct Row {
    name: Rect,
    gauge: Rect,
    share: Rect,
    /// What the remainder of the whole is; empty without a row for it.
    remainder: Rect,
}

impl Row {
    fn new(slot: Rect, names: u16, thickness: u16) -> Self {
        let mut below = Room::of(slot);
        let mut room = Room::of(below.take_top(thickness));
        let middle = |area: Rect| {
            let mut room = Room::of(area);
            room.take_top((thickness - 1) / 2);
            room.take_top(1)
        };
        let mut share = Room::of(room.take_right(SHARE));
        share.take_left(1);
        let name = room.take_left(names);
        room.take_left(2);
        let gauge = room.area();
        Self {
            name: middle(name),
            gauge,
            share: middle(share.area()),
            remainder: Rect {
                x: gauge.x,
                width: gauge.width,
                ..below.take_top(1)
            },
        }
    }
}

/// Period, gauge, share: below the gauge, if there is a row, what the remainder is.
fn place_gauge<'a>(
    panel: &Panel<'a>,
    fact: &'a Fact<'a>,
    reading: &'a Reading<'a>,
    row: &Row,
    plan: &mut Plan<'a>,
) {
    let context = &panel.context;
    let mut line = |line: Line<'a>, area: Rect| plan.lines(vec![line], &mut Room::of(area));
    let name = phrase::short_when(context.lang, reading.when);
    line(Line::styled(name, context.theme.label), row.name);
    let share = phrase::short_value(phrase::Magnitude::One, fact, &reading.value);
    let share = Line::styled(share, context.theme.number);
    line(share.right_aligned(), row.share);
    if let Some(remainder) = remainder(panel, fact, reading, usize::from(row.gauge.width)) {
        let remainder = Line::styled(remainder, context.theme.quiet);
        line(remainder.right_aligned(), row.remainder);
    }
    let fill = context.fill(reading.value.is_derived());
    let gauge = ShareGauge::new(reading.value.quantity.value, fill)
        .track(context.theme.track)
        .tip(reading.value.quantity.hedge.and_then(Tip::of));
    plan.draw(row.gauge, gauge);
}

/// What is left of the whole, in so many cells; `None` where they do not hold its number.
fn remainder(
    panel: &Panel<'_>,
    fact: &Fact<'_>,
    reading: &Reading<'_>,
    width: usize,
) -> Option<String> {
    let context = &panel.context;
    let remainder = reading.rest.as_ref()?;
    let name = panel
        .panel
        .rest
        .as_ref()
        .map_or_else(|| context.words().rest, |name| name.get(context.lang));
    // Part of a number would be another number: a sign for its hedge, or else nothing.
    let full = phrase::statement(context.lang, fact, Measure::Unit, remainder);
    let short = phrase::short_value(phrase::Magnitude::One, fact, remainder);
    let mut numbers = [full, short].into_iter();
    let number = numbers.find(|number| text::width(number) <= width)?;
    let room = width.saturating_sub(text::width(&number) + 1);
    let name = if room >= 4 {
        format!("{} ", text::fit(name, room))
    } else {
        String::new()
    };
    Some(format!("{name}{number}"))
}

/// `0%`, `50%` and `100%` under the gauges.
fn place_axis(panel: &Panel<'_>, area: Rect, plan: &mut Plan<'_>) {
    let style = panel.context.theme.quiet;
    let width = usize::from(area.width);
    let [start, middle, end] = ["0%", "50%", "100%"];
    let before = (width.saturating_sub(middle.len()) / 2).saturating_sub(start.len());
    let behind = width.saturating_sub(start.len() + before + middle.len() + end.len());
    let gap = |cells| " ".repeat(cells);
    let text = format!("{start}{}{middle}{}{end}", gap(before), gap(behind));
    plan.lines(vec![Line::styled(text, style)], &mut Room::of(area));
}
