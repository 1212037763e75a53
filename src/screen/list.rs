//! A line for each figure of a tab, scrolling, where panels have no room.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Screen;
use super::page::PagePlan;
use crate::derive::Fact;
use crate::panel::Context;
use crate::phrase;
use crate::space::Room;
use crate::text;

/// The fewest cells in which a line of a list holds both name and value.
const MIN_WIDTH: u16 = 40;

/// Which figures of a list are on screen.
struct ListWindow {
    /// The first of them, from 0.
    first: usize,
    /// How many have room.
    count: usize,
    /// The rows of each: one, or two where name and value do not fit into one.
    pitch: u16,
}

impl ListWindow {
    /// The window that has the focused of `count` figures in it.
    fn new(focus: usize, count: usize, area: Rect) -> Self {
        let pitch = if area.width < MIN_WIDTH {
            2.min(area.height).max(1)
        } else {
            1
        };
        let room = usize::from((area.height / pitch).max(1));
        let focus = focus.min(count.saturating_sub(1));
        let first = (focus + 1)
            .saturating_sub(room - room / 3)
            .min(count.saturating_sub(room));
        Self {
            first,
            count: usize::from(area.height / pitch),
            pitch,
        }
    }
}

/// Name and value of each figure, and which of how many has the focus if not all have room.
pub(super) fn plan<'a>(
    screen: &Screen<'a>,
    area: Rect,
    page: &mut PagePlan<'a>,
) -> Option<(usize, usize)> {
    let context = screen.context();
    let (tab, focus) = (screen.view.tab, screen.view.focus);
    let count = screen.ledger.count_of_tab(tab);
    let window = ListWindow::new(focus, count, area);
    let mut room = Room::of(area);
    for index in (window.first..count).take(window.count) {
        let Some(fact) = screen.ledger.fact_of_tab(tab, index) else {
            continue;
        };
        let slot = room.take_top(window.pitch);
        page.entry(&fact.figure.id, slot);
        place(&context, fact, slot, page);
        if index == focus && !screen.view.is_picture {
            page.select(slot, context.theme.selected);
        }
    }
    page.leave_out();
    (count > window.count).then_some((focus + 1, count))
}

/// Name and value of a figure, the value below where one line does not hold both.
fn place<'a>(context: &Context<'a>, fact: &'a Fact<'a>, slot: Rect, page: &mut PagePlan<'a>) {
    let Some(latest) = fact.latest() else {
        return;
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
    let mut rows = Room::of(slot);
    if slot.height > 1 {
        let name = Line::styled(text::fit(name, width), context.theme.label);
        page.line(rows.take_top(1), name);
        page.line(rows.take_top(1), Line::from(value));
    } else {
        let room = width.saturating_sub(value.width() + 1);
        let name = if room >= 4 {
            format!("{} ", text::fit(name, room))
        } else {
            String::new()
        };
        let name = Span::styled(name, context.theme.label);
        page.line(slot, Line::from(vec![name, value]));
    }
}
