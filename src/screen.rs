//! The page: header, tabs, message, panels and footer, at every size.

mod body;
mod foot;
mod list;
mod presenter;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::dataset::{Tab, When};
use crate::derive::Ledger;
use crate::panel::Context;
use crate::phrase;
use crate::phrase::story;
use crate::space::Room;
use crate::text;
use crate::theme::Theme;
use crate::view::{Hint, Mode, View};

/// A page of the report.
#[derive(Clone, Copy, Debug)]
pub struct Screen<'a> {
    /// The figures.
    pub ledger: &'a Ledger<'a>,
    /// What of them is on screen.
    pub view: &'a View,
    /// The styles.
    pub theme: &'a Theme,
    /// The keys for the footer.
    pub hints: &'a [Hint],
}

/// What a click on the page hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A tab, from 0.
    Tab(usize),
    /// A figure of the tab, from 0.
    Figure(usize),
}

/// The regions of a page, from the top.
struct Regions {
    header: Rect,
    tabs: Rect,
    rule: Rect,
    message: Rect,
    body: Rect,
    footer: Rect,
}

impl<'a> Screen<'a> {
    /// The tab on screen, if the report has any.
    fn tab(&self) -> Option<&'a Tab> {
        self.ledger.dataset.tabs.get(self.view.tab)
    }

    /// What the tab's panels are drawn with.
    const fn context(&self) -> Context<'a> {
        Context::new(self.ledger, self.view, self.theme)
    }

    /// The ids of the tab's figures in reading order.
    fn figures(&self) -> Vec<&'a str> {
        let tab = self.tab().map(|tab| self.ledger.of_tab(tab));
        tab.iter()
            .flatten()
            .map(|fact| fact.figure.id.as_str())
            .collect()
    }

    /// The id of the focused figure.
    fn focus(&self) -> Option<&'a str> {
        self.figures().get(self.view.focus).copied()
    }

    /// What is at a cell of a page of `area`.
    pub fn target(&self, area: Rect, x: u16, y: u16) -> Option<Target> {
        let at = (x, y).into();
        let regions = self.regions(area);
        if regions.tabs.contains(at) {
            let slots = self.tab_slots(regions.tabs);
            return slots
                .iter()
                .position(|(slot, _)| slot.contains(at))
                .map(Target::Tab);
        }
        let figures = self.figures();
        let hit = body::regions(self, regions.body)
            .into_iter()
            .find(|(_, slot)| slot.contains(at));
        hit.and_then(|(id, _)| figures.iter().position(|it| *it == id))
            .map(Target::Figure)
    }

    /// Whether a page of `area` has room for every panel, or in presenter mode for its one, and for
    /// all that these have to show.
    pub fn is_whole(&self, area: Rect) -> bool {
        match self.view.mode {
            Mode::Dashboard => body::is_whole(self, self.regions(area).body),
            Mode::Presenter => presenter::is_whole(self, area),
            Mode::Blank => true,
        }
    }

    /// Draws the notice over whatever is on the page, a layer too.
    pub fn render_notice(&self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(*buf.area());
        let footer = self.regions(area).footer;
        let bottom = if footer.is_empty() { area } else { footer };
        let above = Rect {
            y: area.y,
            height: bottom.bottom() - area.y,
            ..bottom
        };
        foot::render_notice(self, above, buf);
    }

    /// What the page says in one sentence: that of the tab, or of the panel that stands alone.
    fn message(&self) -> String {
        let panel = (self.view.mode == Mode::Presenter).then_some(self.view.slide);
        let message = |tab| story::message(self.ledger, self.view.lang, tab, panel);
        self.tab().map(message).unwrap_or_default()
    }

    fn regions(&self, area: Rect) -> Regions {
        let mut room = Room::of(area);
        room.take_sides(u16::from(area.width >= 60));
        let width = usize::from(room.area().width);
        let message = text::wrap(&self.message(), width).len().min(3) as u16;
        // What gives way first when rows are few: margins, gaps, the rule, the header, the message.
        let rows = |min_height: u16, rows: u16| if area.height >= min_height { rows } else { 0 };
        room.take_top(rows(34, 1));
        room.take_bottom(rows(36, 1));
        let footer = room.take_bottom(rows(6, 1));
        let header = room.take_top(rows(11, 1));
        let tabs = room.take_top(rows(3, 1));
        let rule = room.take_top(rows(16, 1));
        let message = room.take_top(rows(9, message));
        room.take_top(rows(30, 1));
        Regions {
            header,
            tabs,
            rule,
            message,
            body: room.area(),
            footer,
        }
    }

    /// The message, ending in an ellipsis where it has no room.
    fn render_message(&self, area: Rect, buf: &mut Buffer) {
        let (width, rows) = (usize::from(area.width), usize::from(area.height));
        let lines = text::wrap_to(&self.message(), width, rows);
        for (line, row) in lines.into_iter().zip(area.rows()) {
            Line::styled(line, self.theme.message).render(row, buf);
        }
    }

    fn render_header(&self, area: Rect, buf: &mut Buffer) {
        let lang = self.view.lang;
        let report = &self.ledger.dataset.report;
        let organisation = report.organisation.get(lang);
        let title = format!(" · {}", report.title.get(lang));
        let period = report.periods.last().map(When::Period);
        let name = period.map(|it| phrase::when(lang, it)).unwrap_or_default();
        let span = period
            .map(|it| format!(" · {}", phrase::span(lang, it)))
            .unwrap_or_default();
        let room = usize::from(area.width);
        let fits =
            |parts: &[&str]| parts.iter().map(|part| text::width(part)).sum::<usize>() + 2 <= room;
        let (title, span) = if fits(&[organisation, &title, &name, &span]) {
            (title.as_str(), span.as_str())
        } else if fits(&[organisation, &title, &name]) {
            (title.as_str(), "")
        } else {
            ("", "")
        };
        let left = Line::from(vec![
            Span::styled(text::fit(organisation, room), self.theme.organisation),
            Span::styled(title, self.theme.quiet),
        ]);
        let right = Line::from(vec![
            Span::styled(name, self.theme.label),
            Span::styled(span, self.theme.quiet),
        ]);
        let has_room = left.width() + right.width() + 2 <= room;
        left.render(area, buf);
        if has_room {
            right.right_aligned().render(area, buf);
        }
    }

    /// Where each tab stands, and what stands on it: titles if all fit, else that of the selected only.
    fn tab_slots(&self, area: Rect) -> Vec<(Rect, String)> {
        let lang = self.view.lang;
        let tabs = &self.ledger.dataset.tabs;
        let full = |(index, tab): (usize, &Tab)| format!(" {} {} ", index + 1, tab.title.get(lang));
        let mut labels: Vec<String> = tabs.iter().enumerate().map(full).collect();
        let total: usize = labels.iter().map(|label| text::width(label) + 1).sum();
        if total > usize::from(area.width) + 1 {
            for (index, label) in labels.iter_mut().enumerate() {
                if index != self.view.tab {
                    *label = format!(" {} ", index + 1);
                }
            }
        }
        let others = labels
            .iter()
            .enumerate()
            .filter(|(index, _)| *index != self.view.tab);
        let taken: usize = others.map(|(_, label)| text::width(label) + 1).sum();
        if let Some(label) = labels.get_mut(self.view.tab) {
            *label = text::fit(label, usize::from(area.width).saturating_sub(taken));
        }
        let mut x = area.x;
        labels
            .into_iter()
            .map(|label| {
                let width = text::width(&label) as u16;
                let slot = Rect { x, width, ..area }.intersection(area);
                x = x.saturating_add(width + 1);
                (slot, label)
            })
            .collect()
    }

    fn render_tabs(&self, area: Rect, buf: &mut Buffer) {
        for (index, (slot, label)) in self.tab_slots(area).into_iter().enumerate() {
            let is_selected = index == self.view.tab;
            let style = if is_selected {
                self.context().hue.tab
            } else {
                self.theme.tab
            };
            Line::styled(label, style).render(slot, buf);
        }
    }
}

/// Fills `area` with a style and nothing else.
fn clear(area: Rect, style: Style, buf: &mut Buffer) {
    for position in area.intersection(*buf.area()).positions() {
        buf[position].reset();
        buf[position].set_style(style);
    }
}

impl Widget for &Screen<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(*buf.area());
        clear(area, self.theme.page, buf);
        match self.view.mode {
            Mode::Dashboard => {}
            Mode::Presenter => return presenter::render(self, area, buf),
            Mode::Blank => return,
        }
        let regions = self.regions(area);
        self.render_header(regions.header, buf);
        self.render_tabs(regions.tabs, buf);
        if !regions.rule.is_empty() {
            let rule = "─".repeat(usize::from(regions.rule.width));
            Line::styled(rule, self.theme.rule).render(regions.rule, buf);
        }
        self.render_message(regions.message, buf);
        if let Some((page, pages)) = body::page(self, regions.body) {
            let place = Line::styled(format!("{page}/{pages} ↑↓"), self.theme.quiet);
            let tabs = self.tab_slots(regions.tabs);
            let taken = tabs
                .last()
                .map_or(0, |(slot, _)| slot.right().saturating_sub(regions.tabs.x));
            // Behind the tabs, or else on the line below them.
            let free = usize::from(regions.tabs.width.saturating_sub(taken));
            let row = if free > place.width() {
                regions.tabs
            } else {
                regions.rule
            };
            let width = (place.width() as u16).min(row.width);
            let end = Rect {
                x: row.right() - width,
                width,
                ..row
            };
            place.render(end, buf);
        }
        body::render(self, regions.body, buf);
        foot::render(self, regions.footer, buf);
    }
}
