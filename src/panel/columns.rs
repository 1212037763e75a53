//! One figure over the periods, as columns.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::head::Head;
use super::{Axis, Form, Omission, Panel, Plan, Scale, Upright, parts};
use crate::derive::{Fact, Reading};
use crate::phrase;
use crate::space::Room;
use crate::widget::{Column, Columns, Tip};

pub(super) const FORM: Form = Form {
    plan,
    min_size: |_, _, _| (26, 6),
    good_height: |_, _| 11,
    axis: Axis::Upright(upright),
    is_of_one_time: false,
    has_short_title: true,
};

/// The fewest rows that show columns: a number, two rows of bar and a name.
const MIN_CHART: u16 = 4;

fn plan<'a>(panel: &Panel<'a>, area: Rect, plan: &mut Plan<'a>) {
    let Some((fact, latest)) = first(panel) else {
        return;
    };
    plan.target(&fact.figure.id, plan.area());
    below(panel, fact, latest, Room::of(area), plan);
}

/// The figure of the panel with its latest value, if it has one.
fn first<'a>(panel: &Panel<'a>) -> Option<(&'a Fact<'a>, &'a Reading<'a>)> {
    let fact = panel.facts.first()?;
    Some((fact, fact.latest()?))
}

/// The number above the columns, and the note below them.
fn below<'a>(
    panel: &Panel<'a>,
    fact: &'a Fact<'a>,
    latest: &'a Reading<'a>,
    mut room: Room,
    plan: &mut Plan<'a>,
) {
    let area = room.area();
    let head = Head::new(panel, fact, latest, area);
    let upright = upright_below(panel, fact, &head, area);
    head.place(&mut room, plan);
    let free = upright.rows(panel.reserved_rows);
    let rows = match panel.scale {
        Scale::Shared { rows, .. } => rows.min(free),
        Scale::Plain | Scale::Own => free,
    };
    if rows < MIN_CHART {
        plan.omit(Omission::Chart);
        plan.omit_note(panel);
        parts::earlier_values(panel, fact, &mut room, plan);
        return;
    }
    let mut reserved = Room::of(room.take_bottom(upright.reserved(panel.reserved_rows)));
    let mut note = Room::of(reserved.take_top(upright.note_rows));
    if note.area().height < upright.note_rows {
        plan.omit_note(panel);
    } else {
        parts::note(panel, &mut note, plan);
    }
    let hidden_rows = u16::from(upright.has_hidden);
    let chart = room.take_bottom(rows + hidden_rows);
    place_chart(panel, fact, latest, Room::of(chart), plan);
}

/// What the columns have in `area`, to be aligned with those of other panels.
fn upright(panel: &Panel<'_>, area: Rect) -> Upright {
    first(panel).map_or_else(Upright::default, |(fact, latest)| {
        let head = Head::new(panel, fact, latest, area);
        upright_below(panel, fact, &head, area)
    })
}

fn upright_below(panel: &Panel<'_>, fact: &Fact<'_>, head: &Head, area: Rect) -> Upright {
    Upright {
        room: area.height.saturating_sub(head.height()),
        note_rows: panel.note_rows(area.width, area.height),
        has_hidden: hidden(fact, area.width) > 0,
    }
}

impl Upright {
    /// The rows that are kept below the chart for the panel's note or a longer one, if it has room.
    fn reserved(self, reserved_rows: u16) -> u16 {
        let reserved = self.note_rows.max(reserved_rows);
        if self.room >= MIN_CHART + reserved {
            reserved
        } else {
            0
        }
    }

    /// The rows of the chart when at least `reserved_rows` are kept below it; 0 when it has no room.
    pub fn rows(self, reserved_rows: u16) -> u16 {
        let reserved = self.reserved(reserved_rows);
        let gap = u16::from(self.has_hidden || self.room > MIN_CHART + reserved);
        let rows = self.room.saturating_sub(reserved + gap);
        if rows < MIN_CHART { 0 } else { rows }
    }
}

/// How many of the earliest periods have no room in `width` cells.
const fn hidden(fact: &Fact<'_>, width: u16) -> usize {
    let capacity = Columns::capacity(width);
    fact.readings.len().saturating_sub(capacity)
}

/// The columns of as many periods as have room, the latest ones, and above them how many there are
/// before these.
fn place_chart<'a>(
    panel: &Panel<'a>,
    fact: &'a Fact<'a>,
    latest: &Reading<'_>,
    mut room: Room,
    plan: &mut Plan<'a>,
) {
    let context = &panel.context;
    let hidden = hidden(fact, room.area().width);
    if hidden > 0 {
        plan.omit(Omission::Periods);
        parts::say_hidden(context, hidden, &mut room, plan);
    }
    let magnitude = phrase::Magnitude::of(fact);
    let readings = &fact.readings[hidden..];
    for reading in readings {
        plan.mark(&reading.value);
    }
    let column = |reading: &Reading<'_>| Column {
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
    };
    let columns = Columns::new(readings.iter().map(column).collect());
    let columns = match panel.scale {
        Scale::Shared { max, has_tips, .. } => columns.max(max).tips(has_tips),
        Scale::Plain | Scale::Own => columns,
    };
    plan.draw(room.area(), columns);
}
