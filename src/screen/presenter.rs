//! One panel at a time, to be read at a distance: message, panel, source and place in the sequence.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::page::PagePlan;
use super::{Screen, body, deck, footer};
use crate::dataset::{self, Dataset, Tab};
use crate::panel::Panel;
use crate::space::Room;
use crate::view::{Autoplay, Stop, View};

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
    // Panels have as much room at their sides inside their own cells.
    let [sides, outer] = match area.width {
        100.. => [4, 2],
        60.. => [2, 0],
        _ if screen.view.is_picture => [2, 0],
        _ => [0, 0],
    };
    let inside = |area: Rect| {
        let mut room = Room::of(area);
        room.take_sides(sides);
        room.area()
    };
    let mut room = Room::of(area);
    let width = inside(area).width;
    let scale = screen.message_scale(area);
    let lines = if area.width < 60 {
        // Without room for more, each slide is a picture of its own.
        screen.message_lines(width / scale)
    } else {
        message_lines(screen, width / scale)
    };
    let message = lines * scale;
    let rows = |min_height: u16, rows: u16| if area.height >= min_height { rows } else { 0 };
    let gap = rows(20, 1);
    room.take_top(gap);
    room.take_bottom(gap);
    let addresses = rows(30, footer::address_rows(screen, width));
    let footer = inside(room.take_bottom(rows(6, 1) + addresses));
    let header = inside(room.take_top(rows(8, 1)));
    room.take_top(gap);
    let message = inside(room.take_top(rows(10, message)));
    room.take_top(gap);
    room.take_sides(outer);
    SlideRegions {
        header,
        message,
        body: room.area(),
        footer,
    }
}

/// The lines of the longest message of the tab, so that all of its slides have room for one scale.
fn message_lines(screen: &Screen<'_>, width: u16) -> u16 {
    let slides = screen.tab().map_or(0, |tab| tab.panels().count());
    let lines = (0..slides).map(|slide| {
        let view = View {
            slide,
            ..screen.view.clone()
        };
        Screen {
            view: &view,
            ..*screen
        }
        .message_lines(width)
    });
    lines.max().unwrap_or(0)
}

pub(super) fn plan<'a>(screen: &Screen<'a>, area: Rect, page: &mut PagePlan<'a>) {
    let counter = counter(screen);
    match screen.view.stop {
        Stop::Cover => deck::plan_cover(screen, area, &counter, page),
        Stop::Panel => plan_panel(screen, area, &counter, page),
        Stop::Unsaid => deck::plan_unsaid(screen, area, &counter, page),
        Stop::End => deck::plan_end(screen, area, &counter, page),
    }
}

/// A page of a talk: of a panel with its tab and its place on it, both from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TalkPage {
    /// What it is.
    pub stop: Stop,
    /// The tab of a panel.
    pub tab: usize,
    /// The place of a panel on its tab.
    pub slide: usize,
}

/// Every page of the talk in its order: the cover, the panels, what the document does not say, the end.
pub fn talk(dataset: &Dataset) -> Vec<TalkPage> {
    let page = |stop| TalkPage {
        stop,
        tab: 0,
        slide: 0,
    };
    let mut pages = vec![page(Stop::Cover)];
    for (tab, content) in dataset.tabs.iter().enumerate() {
        pages.extend(content.panels().enumerate().map(|(slide, _)| TalkPage {
            tab,
            slide,
            ..page(Stop::Panel)
        }));
    }
    pages.extend([Stop::Unsaid, Stop::End].map(page));
    pages
}

/// The place in the talk of the page on screen, from 0; the cover's for one that is not in it.
pub fn place_in_talk(talk: &[TalkPage], view: &View) -> usize {
    let is_shown = |page: &TalkPage| {
        let is_panel = page.stop == Stop::Panel;
        let is_same = (page.tab, page.slide) == (view.tab, view.slide);
        page.stop == view.stop && (is_same || !is_panel)
    };
    talk.iter().position(is_shown).unwrap_or(0)
}

/// The place in the talk, and whether it goes on by itself.
fn counter(screen: &Screen<'_>) -> String {
    let talk = talk(screen.ledger.dataset);
    let number = place_in_talk(&talk, screen.view) + 1;
    let words = screen.view.lang.words();
    let state = match screen.view.autoplay {
        Autoplay::On if !screen.view.is_picture => format!("▶ {} · ", words.playing),
        Autoplay::Paused if !screen.view.is_picture => format!("‖ {} · ", words.paused),
        _ => String::new(),
    };
    format!("{state}{number}/{}", talk.len())
}

fn plan_panel<'a>(screen: &Screen<'a>, area: Rect, counter: &str, page: &mut PagePlan<'a>) {
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
    screen.plan_message(message, screen.message_scale(area), page);
    let panel = |panel: &'a dataset::Panel| Panel {
        focus: screen.focus(),
        zoom: ZOOM,
        lead: lead(tab, panel),
        hero_rows: hero_rows(area.height),
        border: super::style(screen, area).border,
        ..Panel::new(screen.context(), panel)
    };
    let panels = body::slides(screen.ledger, tab, panel, body);
    if let Some(panel) = panels.into_iter().nth(screen.view.slide) {
        page.panel(panel.plan(body));
    }
    footer::plan_source(screen, counter, footer, page);
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
