//! A line for each figure of a tab, scrolling, where panels have no room.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::Screen;
use crate::phrase;
use crate::text;

/// The rows of a figure in a list: one, or two where name and value do not fit into one.
fn pitch(area: Rect) -> u16 {
    if area.width < LIST {
        2.min(area.height).max(1)
    } else {
        1
    }
}

/// The fewest cells in which a line of a list holds both name and value.
const LIST: u16 = 40;

/// The first figure of a list that shows the focused one.
fn start(screen: &Screen<'_>, count: usize, area: Rect) -> usize {
    let height = usize::from((area.height / pitch(area)).max(1));
    let focus = screen.view.focus.min(count.saturating_sub(1));
    (focus + 1)
        .saturating_sub(height.saturating_sub(height / 3))
        .min(count.saturating_sub(height))
}

/// The figures of a list from the first on screen, each with its rows.
pub(super) fn slots<'a>(screen: &Screen<'a>, area: Rect) -> Vec<(usize, &'a str, Rect)> {
    let figures = screen.figures();
    let first = start(screen, figures.len(), area);
    let pitch = pitch(area);
    let slot = |row: u16| Rect {
        y: area.y + row * pitch,
        height: pitch,
        ..area
    };
    let rows = (0..area.height / pitch).map(slot);
    figures
        .into_iter()
        .enumerate()
        .skip(first)
        .zip(rows)
        .map(|((index, id), slot)| (index, id, slot))
        .collect()
}

/// Name and value of each figure, the value below where one line does not hold both.
pub(super) fn render(screen: &Screen<'_>, area: Rect, buf: &mut Buffer) {
    let context = screen.context();
    for (index, id, slot) in slots(screen, area) {
        let Some((fact, latest)) = context
            .ledger
            .fact(id)
            .and_then(|fact| Some((fact, fact.latest()?)))
        else {
            continue;
        };
        let width = usize::from(slot.width);
        let full = phrase::value(context.lang, fact, latest);
        let value = if text::width(&full) <= width {
            full
        } else {
            // A sign for the hedge leaves more room for number and unit.
            let magnitude = phrase::Magnitude::of(fact);
            let short = phrase::short_value(magnitude, fact, &latest.value);
            let unit = phrase::unit(magnitude, context.lang, fact);
            text::fit(&format!("{short} {unit}"), width)
        };
        let name = fact.figure.short_name(context.lang);
        let value = Span::styled(value, context.theme.number);
        if slot.height > 1 {
            let name = Line::styled(text::fit(name, width), context.theme.label);
            name.render(slot, buf);
            Line::from(value).render(
                Rect {
                    y: slot.y + 1,
                    height: 1,
                    ..slot
                },
                buf,
            );
        } else {
            let room = width.saturating_sub(value.width() + 1);
            let name = if room >= 4 {
                format!("{} ", text::fit(name, room))
            } else {
                String::new()
            };
            Line::from(vec![Span::styled(name, context.theme.label), value]).render(slot, buf);
        }
        if index == screen.view.focus && !screen.view.is_picture {
            buf.set_style(slot, context.theme.selected);
        }
    }
}
