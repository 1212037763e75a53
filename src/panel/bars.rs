//! Several figures of one unit, as horizontal bars.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::{Panel, parts};
use crate::derive::{Fact, Reading};
use crate::phrase;
use crate::widget::{Bar, Bars, Tip, text};

pub(super) fn render(panel: &Panel<'_>, area: Rect, buf: &mut Buffer) {
    let context = &panel.context;
    let facts = panel.facts();
    let (chart, thickness, gap) = metrics(panel, area);
    if chart.height < area.height {
        parts::render_note(context, panel.panel, area, buf);
    }
    let widest = widest_name(&facts, area.width);
    let bars = |is_roomy| -> Vec<Bar<'_>> {
        let latest = facts.iter().filter_map(|fact| Some((fact, fact.latest()?)));
        latest
            .map(|(fact, reading)| bar(panel, fact, reading, widest, is_roomy))
            .collect()
    };
    let roomy = bars(true);
    let longest = |part: fn(&Bar<'_>) -> usize| roomy.iter().map(part).max().unwrap_or(0);
    let words = longest(|bar| bar.number.width()) + longest(|bar| bar.aside.width());
    // Words may not leave the bars without room.
    let has_room = area.width >= 60 && words <= usize::from(area.width / 2);
    let bars = if has_room { roomy } else { bars(false) };
    Bars::new(bars)
        .rows(thickness, gap)
        .names(widest)
        .render(chart, buf);
}

/// Where each bar stands.
pub(super) fn regions(panel: &Panel<'_>, area: Rect) -> Vec<Rect> {
    let (chart, thickness, gap) = metrics(panel, area);
    Bars::slots(chart, panel.panel.figures.len(), thickness, gap)
}

/// The area of the bars, the rows of each, and the blank rows between two.
fn metrics(panel: &Panel<'_>, area: Rect) -> (Rect, u16, u16) {
    let count = panel.panel.figures.len() as u16;
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
    let scale = phrase::Scale::common(facts);
    let latest = facts
        .iter()
        .filter_map(|fact| Some(phrase::short_value(scale, fact, &fact.latest()?.value)));
    let numbers = latest.map(|number| text::width(&number)).max().unwrap_or(0) as u16;
    // Two cells before a bar, one for its least, one for its tip and one behind it.
    (width * 2 / 5).min(width.saturating_sub(numbers + 5))
}

fn bar<'a>(
    panel: &Panel<'_>,
    fact: &'a Fact<'_>,
    reading: &Reading<'_>,
    widest: u16,
    is_roomy: bool,
) -> Bar<'a> {
    let context = &panel.context;
    let theme = context.theme;
    let is_focused = panel.is_focused(fact);
    let name = fact.figure.short_name(context.lang);
    let widest = usize::from(widest).saturating_sub(2);
    let (marker, style) = if is_focused {
        ("▸ ", context.hue.accent)
    } else {
        ("  ", theme.label)
    };
    let hedge = phrase::prefix(context.lang, fact, &reading.value);
    let quantity = reading.value.quantity;
    let scale = panel.magnitude();
    let number = if is_roomy {
        format!("{hedge}{}", phrase::number(scale, fact, &quantity))
    } else {
        phrase::short_value(scale, fact, &reading.value)
    };
    let aside = match panel.common_time() {
        None if is_roomy => phrase::when(context.lang, reading.when),
        _ => String::new(),
    };
    Bar {
        name: Line::from(vec![
            Span::styled(marker, style),
            Span::styled(text::fit(name, widest), style),
        ]),
        value: quantity.value,
        number: Line::styled(number, theme.number),
        aside: Line::styled(aside, theme.quiet),
        fill: context.fill(reading.value.is_derived()),
        tip: quantity.hedge.and_then(Tip::of),
    }
}
