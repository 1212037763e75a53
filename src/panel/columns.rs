//! One figure over the periods, as columns.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::head::Head;
use super::{Axis, Context, Form, Omission, Panel, Plan, Scale, Upright, parts};
use crate::dataset::When;
use crate::derive::{Fact, Reading};
use crate::phrase;
use crate::space::Room;
use crate::widget::{Column, Columns};

pub(super) const FORM: Form = Form {
    plan,
    min_size: |_, _, _| (26, 6),
    good_height: |_, _| 11,
    axis: Axis::Upright(upright),
    is_of_one_time: false,
    has_short_title: true,
};

/// The fewest rows that show columns well: a number, two rows of bar and a name.
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
    if rows < min_rows(panel, fact) {
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
        has_hidden: hidden(places(panel, fact).len(), area.width) > 0,
        min_rows: min_rows(panel, fact),
    }
}

impl Upright {
    /// The rows that are kept below the chart for the panel's note or a longer one, if it has room.
    fn reserved(self, reserved_rows: u16) -> u16 {
        let reserved = self.note_rows.max(reserved_rows);
        if self.room >= self.min_rows + reserved {
            reserved
        } else {
            0
        }
    }

    /// The fewest rows that hold columns and the note.
    pub(super) const fn good_rows(self) -> u16 {
        MIN_CHART + self.note_rows
    }

    /// The rows of the chart when at least `reserved_rows` are kept below it; 0 when it has no room.
    pub fn rows(self, reserved_rows: u16) -> u16 {
        let reserved = self.reserved(reserved_rows);
        let gap = u16::from(self.has_hidden || self.room > self.min_rows + reserved);
        let rows = self.room.saturating_sub(reserved + gap);
        if rows < self.min_rows { 0 } else { rows }
    }
}

/// The times of a figure, with a place for each period that has no value.
fn places<'a>(panel: &Panel<'a>, fact: &'a Fact<'a>) -> Vec<(When<'a>, Option<&'a Reading<'a>>)> {
    let readings = fact.readings.iter();
    let readings = readings.map(|reading| (reading.when, reading));
    parts::with_gaps(panel.context.ledger, readings)
}

/// How many of the earliest of so many times have no room in `width` cells.
const fn hidden(times: usize, width: u16) -> usize {
    times.saturating_sub(Columns::capacity(width))
}

/// The fewest rows that show the columns.
fn min_rows(panel: &Panel<'_>, fact: &Fact<'_>) -> u16 {
    let (range, has_tips) = match panel.scale {
        Scale::Shared {
            min, max, has_tips, ..
        } => ([min, max], has_tips),
        Scale::Plain | Scale::Own => ([fact.smallest(), fact.largest()], fact.is_bound()),
    };
    Columns::min_height(range, has_tips).max(MIN_CHART)
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
    let places = places(panel, fact);
    let hidden = hidden(places.len(), room.area().width);
    if hidden > 0 {
        plan.omit(Omission::Periods);
        parts::say_hidden(context, hidden, &mut room, plan);
    }
    let shown = &places[hidden..];
    for reading in shown.iter().filter_map(|(_, reading)| *reading) {
        plan.mark(&reading.value);
    }
    let columns = shown.iter().map(|(when, reading)| match reading {
        Some(reading) if *when == latest.when => {
            parts::column(context, fact, reading, context.theme.number)
        }
        Some(reading) => parts::column(context, fact, reading, context.theme.label),
        None => missing(context, *when),
    });
    let columns = Columns::new(columns.collect()).baseline(context.theme.axis);
    let columns = match panel.scale {
        Scale::Shared {
            min, max, has_tips, ..
        } => columns.range([min, max]).tips(has_tips),
        Scale::Plain | Scale::Own => columns,
    };
    plan.draw(room.area(), columns);
}

/// The place of a value that is missing.
fn missing<'a>(context: &Context<'_>, when: When<'_>) -> Column<'a> {
    let name = phrase::short_when(context.lang, when);
    Column {
        number: Line::styled("–", context.theme.quiet),
        name: Line::styled(name, context.theme.quiet),
        is_missing: true,
        ..Column::default()
    }
}
