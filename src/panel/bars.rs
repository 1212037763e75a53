//! Several figures of one unit, as horizontal bars.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Axis, Form, Panel, Plan, count, parts};
use crate::derive::{Fact, Reading};
use crate::phrase;
use crate::space::Room;
use crate::text;
use crate::widget::{Bar, Bars, Tip};

pub(super) const FORM: Form = Form {
    plan,
    min_size: |_, panel, _| (34, 2 + count(panel)),
    good_height: |_, panel| 3 + 2 * count(panel),
    axis: Axis::Level,
    is_of_one_time: true,
    has_short_title: true,
};

/// A figure with its latest value.
type Row<'a> = (&'a Fact<'a>, &'a Reading<'a>);

/// What the bars of a panel have in common.
struct Common {
    magnitude: phrase::Magnitude,
    /// Whether each bar says its time, for they are not of one.
    has_times: bool,
    /// The most cells for a name, its marker included.
    widest: u16,
}

fn plan<'a>(panel: &Panel<'a>, area: Rect, plan: &mut Plan<'a>) {
    let all = panel.facts.iter();
    let all = all.filter_map(|fact| Some((*fact, fact.latest()?)));
    let all: Vec<Row<'_>> = all.collect();
    let shown = plan.choose(panel.focused(), all.len(), usize::from(area.height));
    let values = || all.iter().map(|(_, latest)| latest.value.quantity.value);
    let range = [values().fold(0.0, f64::min), values().fold(0.0, f64::max)];
    let rows = &all[shown];
    let count = rows.len() as u16;

    let mut room = Room::of(area);
    if area.height >= count + panel.note_rows(area.width, area.height) {
        parts::note(panel, &mut room, plan);
    } else {
        plan.omit_note(panel);
    }
    let Spacing {
        top,
        thickness,
        gap,
    } = Spacing::new(panel.zoom, count, room.area().height);
    room.take_top(top);
    let chart = room.area();
    for ((fact, latest), slot) in rows
        .iter()
        .zip(Bars::slots(chart, rows.len(), thickness, gap))
    {
        plan.target(&fact.figure.id, slot);
        plan.mark(&latest.value);
    }
    let magnitude = panel.magnitude();
    let common = Common {
        magnitude,
        has_times: panel.time.is_none(),
        widest: widest_name(magnitude, rows, chart.width, range[0]),
    };
    let bars = Bars::new(bars(panel, &common, rows, chart.width, plan))
        .range(range)
        .axis(panel.context.theme.axis)
        .spacing(thickness, gap)
        .names(common.widest);
    plan.draw(chart, bars);
}

/// How bars share some rows.
struct Spacing {
    /// The blank rows above the first.
    top: u16,
    /// The rows of each.
    thickness: u16,
    /// The blank rows between two.
    gap: u16,
}

impl Spacing {
    fn new(zoom: u16, count: u16, rows: u16) -> Self {
        let used = |(thickness, gap): (u16, u16)| count * thickness + count.saturating_sub(1) * gap;
        // One row or more odd ones, so that names and numbers are at the middle of their bar; the
        // last number is what must be left around them.
        let choices = [
            (7, 3, 2),
            (7, 2, 2),
            (5, 2, 2),
            (5, 1, 0),
            (3, 2, 2),
            (3, 1, 0),
            (1, 2, 2),
            (1, 1, 0),
        ];
        let thickest = if zoom > 1 { 7 } else { 3 };
        let mut choices = choices
            .into_iter()
            .filter(|(thickness, ..)| *thickness <= thickest);
        let roomy =
            choices.find(|(thickness, gap, around)| used((*thickness, *gap)) + around <= rows);
        let (thickness, gap) = roomy.map_or((1, 0), |(thickness, gap, _)| (thickness, gap));
        let top = rows.saturating_sub(used((thickness, gap))).div_ceil(2);
        Self {
            top: if zoom > 1 { top } else { top.min(2) },
            thickness,
            gap,
        }
    }
}

/// The bars in `width` cells, with their numbers in words, or where these have no room, in signs.
fn bars<'a>(
    panel: &Panel<'a>,
    common: &Common,
    rows: &[Row<'a>],
    width: u16,
    plan: &mut Plan<'a>,
) -> Vec<Bar<'a>> {
    let labels = |is_roomy| -> Vec<[Line<'_>; 2]> {
        let label = |row| label(panel, common, row, is_roomy);
        rows.iter().map(label).collect()
    };
    let roomy = labels(true);
    let longest = |part: usize| roomy.iter().map(|label| label[part].width()).max();
    let words = longest(0).unwrap_or(0) + longest(1).unwrap_or(0);
    // Words may not leave the bars without room.
    let has_room = width >= 60 && words <= usize::from(width / 2);
    let labels = if has_room { roomy } else { labels(false) };
    let bar = |(&(fact, latest), [number, aside]): (&Row<'a>, [Line<'a>; 2])| Bar {
        name: name(panel, fact, common.widest, plan),
        value: latest.value.quantity.value,
        number,
        aside,
        fill: panel.context.fill(latest.value.is_derived()),
        tip: latest.value.quantity.hedge.and_then(Tip::of),
    };
    rows.iter().zip(labels).map(bar).collect()
}

/// The most cells for names, the marker of the focus included: numbers come first.
fn widest_name(magnitude: phrase::Magnitude, rows: &[Row<'_>], width: u16, lowest: f64) -> u16 {
    let number = |(fact, latest): &Row<'_>| {
        text::width(&phrase::short_value(magnitude, fact, &latest.value))
    };
    let numbers = rows.iter().map(number).max().unwrap_or(0) as u16;
    // Two cells before a bar, one for its shortest length, one for its tip and one behind it; below zero
    // as much again and the line at zero.
    let least = if lowest < 0.0 { 8 } else { 5 };
    ((u32::from(width) * 2 / 5) as u16).min(width.saturating_sub(numbers + least))
}

/// The name of a bar behind its marker, which shows the focus.
fn name<'a>(panel: &Panel<'_>, fact: &'a Fact<'a>, widest: u16, plan: &mut Plan<'_>) -> Line<'a> {
    let context = &panel.context;
    let (marker, style) = if panel.is_focused(fact) {
        ("▸ ", context.hue.accent)
    } else {
        ("  ", context.theme.label)
    };
    let name = fact.figure.short_name(context.lang);
    let name = plan
        .fitter()
        .fit(name, usize::from(widest).saturating_sub(2));
    Line::from(vec![Span::styled(marker, style), Span::styled(name, style)])
}

/// The number of a bar, and its time if it says one.
fn label<'a>(
    panel: &Panel<'_>,
    common: &Common,
    (fact, latest): &Row<'_>,
    is_roomy: bool,
) -> [Line<'a>; 2] {
    let (lang, theme) = (panel.context.lang, panel.context.theme);
    let (value, magnitude) = (&latest.value, common.magnitude);
    let number = if is_roomy {
        let number = phrase::number(magnitude, fact, &value.quantity);
        format!("{}{number}", phrase::prefix(lang, fact, value))
    } else {
        phrase::short_value(magnitude, fact, value)
    };
    let aside = if is_roomy && common.has_times {
        phrase::short_when(lang, latest.when)
    } else {
        String::new()
    };
    [
        Line::styled(number, theme.number),
        Line::styled(aside, theme.quiet),
    ]
}
