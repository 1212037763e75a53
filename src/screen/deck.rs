//! The pages of a talk that belong to no panel: its cover, what the document does not say, its end.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::page::PagePlan;
use super::{Screen, footer};
use crate::dataset::{Tab, Text};
use crate::derive::Fact;
use crate::phrase;
use crate::phrase::story;
use crate::space::Room;
use crate::text;
use crate::widget::Large;

/// The least room in which texts are larger than a cell.
const MIN_SIZE: (u16, u16) = (60, 20);

/// Room for a page from its top, with its margins taken.
struct Sheet<'s, 'a> {
    screen: &'s Screen<'a>,
    room: Room,
    is_large: bool,
}

impl<'s, 'a> Sheet<'s, 'a> {
    /// Takes margins and the footer with a counter.
    fn new(screen: &'s Screen<'a>, area: Rect, counter: &str, page: &mut PagePlan<'a>) -> Self {
        let is_large = area.width >= MIN_SIZE.0 && area.height >= MIN_SIZE.1;
        let mut room = Room::of(area);
        room.take_sides(if is_large { 4 } else { 2.min(area.width / 20) });
        let gap = u16::from(is_large);
        room.take_top(gap);
        room.take_bottom(gap);
        let addresses = footer::address_rows(screen, room.area().width) * gap;
        let rows = if area.height >= 6 { 1 + addresses } else { 0 };
        footer::plan_source(screen, counter, room.take_bottom(rows), page);
        room.take_top(gap);
        Self {
            screen,
            room,
            is_large,
        }
    }

    /// Wraps a text into lines so many times as large as other text, as far as there is room.
    fn large(&mut self, text: &str, scale: u16, page: &mut PagePlan<'a>) {
        let scale = if self.is_large { scale } else { 1 };
        let area = self.room.area();
        let width = usize::from(area.width / scale);
        let rows = usize::from(area.height / scale);
        for line in page.fitter().wrap_to(text, width, rows) {
            let slot = self.room.take_top(scale);
            let style = self.screen.theme.message;
            if scale > 1 {
                page.add_large(Large::message(line, slot).style(style));
            } else {
                page.line(slot, Line::styled(line, style));
            }
        }
    }

    fn gap(&mut self) {
        self.room.take_top(u16::from(self.is_large));
    }
}

/// Organisation, report and period, and the figure that each tab is about.
pub(super) fn plan_cover<'a>(
    screen: &Screen<'a>,
    area: Rect,
    counter: &str,
    page: &mut PagePlan<'a>,
) {
    let mut sheet = Sheet::new(screen, area, counter, page);
    let report = &screen.ledger.dataset.report;
    let lang = screen.view.lang;
    sheet.large(report.organisation.get(lang), 3, page);
    sheet.large(report.title.get(lang), 2, page);
    screen.plan_period(sheet.room.take_top(1), page);
    sheet.gap();
    for (index, tab) in screen.ledger.dataset.tabs.iter().enumerate() {
        let lead = tab.lead.as_ref();
        if let Some(fact) = lead.and_then(|id| screen.ledger.fact(id)) {
            plan_lead(&mut sheet, (index, tab, fact), page);
        }
    }
}

/// A figure in large text, and below it its name behind that of its tab.
fn plan_lead<'a>(
    sheet: &mut Sheet<'_, 'a>,
    (index, tab, fact): (usize, &'a Tab, &Fact<'_>),
    page: &mut PagePlan<'a>,
) {
    let screen = sheet.screen;
    let lang = screen.view.lang;
    let Some(latest) = fact.latest() else {
        return;
    };
    let rows = if sheet.is_large { 4 } else { 2 };
    if sheet.room.area().height < rows {
        page.leave_out();
        return;
    }
    sheet.large(&phrase::value(lang, fact, latest), 2, page);
    let hues = &screen.theme.hues;
    let title = Line::styled(
        format!(" {} ", tab.title.get(lang)),
        hues[index % hues.len()].tab,
    );
    let mut row = Room::of(sheet.room.take_top(1));
    page.line(row.take_left(title.width() as u16), title);
    row.take_left(1);
    let name = page
        .fitter()
        .fit(fact.figure.name.get(lang), usize::from(row.area().width));
    page.line(row.area(), Line::styled(name, screen.theme.label));
    sheet.gap();
}

/// The notes of the tabs: what no figure of theirs answers.
pub(super) fn plan_unsaid<'a>(
    screen: &Screen<'a>,
    area: Rect,
    counter: &str,
    page: &mut PagePlan<'a>,
) {
    let mut sheet = Sheet::new(screen, area, counter, page);
    let lang = screen.view.lang;
    sheet.large(lang.words().unsaid, 2, page);
    sheet.gap();
    let dataset = screen.ledger.dataset;
    let tabs = dataset.tabs.iter().map(|tab| (&tab.title, &tab.notes));
    let area = sheet.room.area();
    let width = usize::from(area.width - area.width / NAMES).saturating_sub(2);
    let notes = tabs.map(|(title, notes)| {
        let notes = story::filled(screen.ledger, lang, notes).into_iter();
        let lines = notes.flat_map(|note| text::wrap(&note, width));
        (title, lines.collect::<Vec<String>>())
    });
    let notes: Vec<(&Text, Vec<String>)> = notes.filter(|(_, lines)| !lines.is_empty()).collect();
    let rows: usize = notes.iter().map(|(_, lines)| lines.len() + 1).sum();
    let has_gaps = rows <= usize::from(area.height) + 1;
    for (title, lines) in notes {
        plan_notes(&mut sheet, title, lines, page);
        sheet.room.take_top(u16::from(has_gaps));
    }
}

/// The share of the width that the names of tabs take: one part of so many.
const NAMES: u16 = 5;

/// The notes of a tab, a paragraph each, next to its name.
fn plan_notes<'a>(
    sheet: &mut Sheet<'_, 'a>,
    title: &Text,
    lines: Vec<String>,
    page: &mut PagePlan<'a>,
) {
    let screen = sheet.screen;
    let area = sheet.room.area();
    if lines.len() > usize::from(area.height) {
        page.leave_out();
    }
    let mut rows = Room::of(sheet.room.take_top(lines.len() as u16));
    let mut names = Room::of(rows.take_left(area.width / NAMES));
    rows.take_left(2);
    let width = usize::from(names.area().width);
    let title = title.get(screen.view.lang);
    for title in page.fitter().wrap_to(title, width, lines.len()) {
        page.line(names.take_top(1), Line::styled(title, screen.theme.label));
    }
    for line in lines {
        page.line(rows.take_top(1), Line::styled(line, screen.theme.quiet));
    }
}

/// Whose report it was, and where it is.
pub(super) fn plan_end<'a>(
    screen: &Screen<'a>,
    area: Rect,
    counter: &str,
    page: &mut PagePlan<'a>,
) {
    let mut sheet = Sheet::new(screen, area, counter, page);
    let above = sheet.room.area().height / 3;
    sheet.room.take_top(above);
    let lang = screen.view.lang;
    sheet.large(lang.words().end_of_talk, 3, page);
    sheet.gap();
    let report = &screen.ledger.dataset.report;
    let organisation = report.organisation.get(lang);
    let title = format!("{organisation} · {}", report.title.get(lang));
    sheet.large(&title, 1, page);
}
