//! Several figures of one unit, as horizontal bars.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::{Panel, parts};
use crate::derive::{Fact, Reading};
use crate::locale::Lang;
use crate::phrase;
use crate::text;
use crate::theme::Theme;
use crate::widget::{Bar, Bars, Tip};

/// What the bars of a panel have in common.
struct Common<'a> {
    magnitude: phrase::Magnitude,
    /// Whether each bar says its time, for they are not of one.
    has_times: bool,
    /// The most cells for a name, its marker included.
    widest: u16,
    theme: &'a Theme,
}

pub(super) fn render(panel: &Panel<'_>, area: Rect, buf: &mut Buffer) {
    let context = &panel.context;
    let facts = panel.facts();
    let (chart, thickness, gap) = metrics(panel, area);
    if chart.height < area.height {
        parts::render_note(context, panel.panel, area, buf);
    }
    let common = Common {
        magnitude: panel.magnitude(),
        has_times: panel.common_time().is_none(),
        widest: widest_name(&facts, area.width),
        theme: context.theme,
    };
    let latest = || facts.iter().filter_map(|fact| Some((fact, fact.latest()?)));
    let labels = |is_roomy| -> Vec<[Line<'_>; 2]> {
        let label = |(fact, reading): (&&Fact<'_>, &Reading<'_>)| {
            label(context.lang, &common, fact, reading, is_roomy)
        };
        latest().map(label).collect()
    };
    let roomy = labels(true);
    let widest = |part: usize| roomy.iter().map(|label| label[part].width()).max();
    let words = widest(0).unwrap_or(0) + widest(1).unwrap_or(0);
    // Words may not leave the bars without room.
    let has_room = area.width >= 60 && words <= usize::from(area.width / 2);
    let labels = if has_room { roomy } else { labels(false) };
    let bars = latest().zip(labels);
    let bars = bars.map(|((fact, reading), [number, aside])| Bar {
        name: name(panel, fact, common.widest),
        value: reading.value.quantity.value,
        number,
        aside,
        fill: context.fill(reading.value.is_derived()),
        tip: reading.value.quantity.hedge.and_then(Tip::of),
    });
    Bars::new(bars.collect())
        .spacing(thickness, gap)
        .names(common.widest)
        .render(chart, buf);
}

/// Where each bar stands.
pub(super) fn regions(panel: &Panel<'_>, area: Rect) -> Vec<Rect> {
    let (chart, thickness, gap) = metrics(panel, area);
    Bars::slots(chart, panel.panel.figures.len(), thickness, gap)
}

/// The area of the bars, the rows of each, and the blank rows between two.
fn metrics(panel: &Panel<'_>, area: Rect) -> (Rect, u16, u16) {
    let count = panel.count();
    let note = parts::note_height(&panel.context, panel.panel, area.width);
    let needed = count + note;
    let height = if area.height >= needed {
        area.height - note
    } else {
        area.height
    };
    // One row or three, so that names and numbers stand at the middle of their bar.
    let used = |(thickness, gap): (u16, u16)| count * thickness + count.saturating_sub(1) * gap;
    // The last number is what must be left around them.
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
    let thickest = if panel.zoom > 1 { 7 } else { 3 };
    let mut choices = choices
        .into_iter()
        .filter(|(thickness, ..)| *thickness <= thickest);
    let roomy = choices.find(|(thickness, gap, air)| used((*thickness, *gap)) + air <= height);
    let (thickness, gap) = roomy.map_or((1, 0), |(thickness, gap, _)| (thickness, gap));
    let spare = height.saturating_sub(used((thickness, gap)));
    let top = spare.div_ceil(2);
    let top = area.y + if panel.zoom > 1 { top } else { top.min(2) };
    (
        Rect {
            y: top,
            height: height.saturating_sub(top - area.y),
            ..area
        },
        thickness,
        gap,
    )
}

/// The most cells for names, the marker of the focus included: numbers come first.
fn widest_name(facts: &[&Fact<'_>], width: u16) -> u16 {
    let magnitude = phrase::Magnitude::common(facts);
    let latest = facts
        .iter()
        .filter_map(|fact| Some(phrase::short_value(magnitude, fact, &fact.latest()?.value)));
    let numbers = latest.map(|number| text::width(&number)).max().unwrap_or(0) as u16;
    // Two cells before a bar, one for its least, one for its tip and one behind it.
    ((u32::from(width) * 2 / 5) as u16).min(width.saturating_sub(numbers + 5))
}

/// The name of a bar behind its marker, which shows the focus.
fn name<'a>(panel: &Panel<'_>, fact: &'a Fact<'_>, widest: u16) -> Line<'a> {
    let context = &panel.context;
    let (marker, style) = if panel.is_focused(fact) {
        ("▸ ", context.hue.accent)
    } else {
        ("  ", context.theme.label)
    };
    let name = fact.figure.short_name(context.lang);
    let name = text::fit(name, usize::from(widest).saturating_sub(2));
    Line::from(vec![Span::styled(marker, style), Span::styled(name, style)])
}

/// The number of a bar, and its time if it says one: in words, or where these have no room, in signs.
fn label<'a>(
    lang: Lang,
    common: &Common<'_>,
    fact: &Fact<'_>,
    reading: &Reading<'_>,
    is_roomy: bool,
) -> [Line<'a>; 2] {
    let value = &reading.value;
    let number = if is_roomy {
        let number = phrase::number(common.magnitude, fact, &value.quantity);
        format!("{}{number}", phrase::prefix(lang, fact, value))
    } else {
        phrase::short_value(common.magnitude, fact, value)
    };
    let aside = if is_roomy && common.has_times {
        phrase::short_when(lang, reading.when)
    } else {
        String::new()
    };
    [
        Line::styled(number, common.theme.number),
        Line::styled(aside, common.theme.quiet),
    ]
}
