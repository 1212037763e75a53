//! One panel at a time, to be read at a distance: message, panel, source and place in the sequence.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::page::PagePlan;
use super::{Screen, body, footer};
use crate::dataset::{self, Tab};
use crate::panel::Panel;
use crate::space::Room;
use crate::view::View;

/// How many times as thick as in the dashboard bars may be.
const ZOOM: u16 = 3;

/// The regions of a slide, from the top.
struct SlideRegions {
    header: Rect,
    message: Rect,
    body: Rect,
    footer: Rect,
}

fn regions(screen: &Screen<'_>, area: Rect) -> SlideRegions {
    let margin = match area.width {
        100.. => 3,
        60.. => 1,
        _ => 0,
    };
    let mut room = Room::of(area);
    room.take_sides(margin);
    let width = room.area().width;
    let message = message_rows(screen, width);
    let rows = |min_height: u16, rows: u16| if area.height >= min_height { rows } else { 0 };
    let gap = rows(20, 1);
    room.take_top(gap);
    room.take_bottom(gap);
    let footer = room.take_bottom(rows(6, 1) + rows(30, footer::address_rows(screen, width)));
    let header = room.take_top(rows(8, 1));
    room.take_top(gap);
    let message = room.take_top(rows(10, message));
    room.take_top(gap);
    SlideRegions {
        header,
        message,
        body: room.area(),
        footer,
    }
}

/// The rows of the longest message of the tab, so that all of its slides have room for one scale.
fn message_rows(screen: &Screen<'_>, width: u16) -> u16 {
    let slides = screen.tab().map_or(0, |tab| tab.panels().count());
    let rows = (0..slides).map(|slide| {
        let view = View {
            slide,
            ..screen.view.clone()
        };
        Screen {
            view: &view,
            ..*screen
        }
        .message_rows(width)
    });
    rows.max().unwrap_or(0)
}

pub(super) fn plan<'a>(screen: &Screen<'a>, area: Rect, page: &mut PagePlan<'a>) {
    let Some(tab) = screen.tab() else {
        return;
    };
    let SlideRegions {
        header,
        message,
        body,
        footer,
    } = regions(screen, area);
    let title = format!(" {} ", tab.title.get(screen.view.lang));
    let title = Line::from(vec![
        Span::styled(title, screen.context().hue.tab),
        Span::raw("  "),
    ]);
    let title = page.fitter().fit_line(title, usize::from(header.width));
    let mut header = Room::of(header);
    page.line(header.take_left(title.width() as u16), title);
    screen.plan_header(header.area(), page);
    screen.plan_message(message, page);
    let panel = |panel: &'a dataset::Panel| Panel {
        focus: screen.focus(),
        zoom: ZOOM,
        lead: lead(tab, panel),
        hero_rows: hero_rows(area.height),
        ..Panel::new(screen.context(), panel)
    };
    let panels = body::slides(screen.ledger, tab, panel, body);
    if let Some(panel) = panels.into_iter().nth(screen.view.slide) {
        page.panel(panel.plan(body));
    }
    let counts = screen.ledger.dataset.tabs.iter();
    let counts = counts.map(|tab| tab.panels().count());
    let before: usize = counts.clone().take(screen.view.tab).sum();
    let number = before + screen.view.slide + 1;
    let counter = format!("{number}/{}", counts.sum::<usize>());
    footer::plan_source(screen, &counter, footer, page);
}

/// The figure that a slide is about: that of the tab if the panel has it, or else its first.
fn lead<'a>(tab: &'a Tab, panel: &'a dataset::Panel) -> Option<&'a str> {
    let of_tab = |id: &&String| Some(*id) == tab.lead.as_ref();
    let lead = panel.figures.iter().find(of_tab);
    lead.or_else(|| panel.figures.first()).map(String::as_str)
}

/// The most rows of a hero whose digits are at most 20 % of the height of a slide.
const fn hero_rows(height: u16) -> u16 {
    // A row less two fifths is as high as digits are.
    (height.saturating_mul(20) + 39) / 100
}
