//! The page: header, tabs, message, panels and footer, at every size.

mod body;
mod deck;
mod footer;
mod list;
mod page;
mod presenter;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::dataset::{Tab, When};
use crate::derive::Ledger;
use crate::panel::{Border, Context};
use crate::phrase;
use crate::phrase::story;
use crate::space::Room;
use crate::text;
use crate::theme::Theme;
use crate::view::{Hint, Mode, View};
use crate::widget::Large;

pub use page::PagePlan;
pub use presenter::{TalkPage, place_in_talk, talk};

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
struct PageRegions {
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

    /// The id of the focused figure.
    fn focus(&self) -> Option<&'a str> {
        let fact = self.ledger.fact_of_tab(self.view.tab, self.view.focus);
        fact.map(|fact| fact.figure.id.as_str())
    }

    /// What is at a cell of a page in `area`.
    pub fn target(&self, area: Rect, x: u16, y: u16) -> Option<Target> {
        let page = self.plan(area);
        let tab = page.tab_at(x, y).map(Target::Tab);
        tab.or_else(|| {
            let id = page.figure_at(x, y)?;
            let figure = self.ledger.number_in_tab(self.view.tab, id);
            figure.map(Target::Figure)
        })
    }

    /// Lays the page out in `area`.
    pub fn plan(&self, area: Rect) -> PagePlan<'a> {
        let mut page = PagePlan::default();
        match self.view.mode {
            Mode::Dashboard => self.plan_dashboard(area, &mut page),
            Mode::Presenter => presenter::plan(self, area, &mut page),
            Mode::Blank => {}
        }
        page
    }

    fn plan_dashboard(&self, area: Rect, page: &mut PagePlan<'a>) {
        let regions = self.regions(area);
        self.plan_heading(regions.header, page);
        let mut tabs = Room::of(regions.tabs);
        self.plan_tabs(&mut tabs, page);
        self.plan_message(regions.message, self.message_scale(area), page);
        let counter = body::plan(self, regions.body, &style(self, area), page);
        let counter = counter.map(|(number, count)| format!("{number}/{count} ↑↓"));
        let counter = Line::styled(counter.unwrap_or_default(), self.theme.quiet);
        let width = counter.width() as u16;
        // Behind the tabs, or else on the line below them.
        let mut rule = Room::of(regions.rule);
        let row = if tabs.area().width >= width {
            &mut tabs
        } else {
            &mut rule
        };
        page.line(row.take_right(width), counter);
        let line = "─".repeat(usize::from(rule.area().width));
        page.line(rule.area(), Line::styled(line, self.theme.rule));
        footer::plan(self, regions.footer, page);
    }

    /// Draws the page as it is planned for `area`.
    pub fn render_plan(&self, plan: &PagePlan<'_>, area: Rect, buf: &mut Buffer) {
        clear(area, self.theme.page, buf);
        plan.render(area, buf);
    }

    /// Draws the notice over whatever is on the page, a layer too.
    pub fn render_notice(&self, area: Rect, buf: &mut Buffer) {
        let Some(notice) = footer::notice(self.view) else {
            return;
        };
        let area = area.intersection(*buf.area());
        let footer = self.regions(area).footer;
        let bottom = if footer.is_empty() { area } else { footer };
        let rows = Room::of(area).take_top(bottom.bottom() - area.y);
        let above = Rect {
            x: bottom.x,
            width: bottom.width,
            ..rows
        };
        footer::render_notice(self, notice, above, buf);
    }

    /// What the page says in one sentence: that of the tab, or of the panel shown alone.
    fn message(&self) -> String {
        let panel = (self.view.mode == Mode::Presenter).then_some(self.view.slide);
        let message = |tab| story::message(self.ledger, self.view.lang, tab, panel);
        self.tab().map(message).unwrap_or_default()
    }

    /// How many times as large as other text the message is in `area`: in a picture with room for it.
    const fn message_scale(&self, area: Rect) -> u16 {
        let is_large = self.view.is_picture && area.width >= 40 && area.height >= 27;
        if is_large { 2 } else { 1 }
    }

    /// The lines that the message takes in `width` cells.
    fn message_lines(&self, width: u16) -> u16 {
        let most = max_message(width);
        let rows = text::rows(&self.message(), usize::from(width), most);
        rows.min(most) as u16
    }

    fn regions(&self, area: Rect) -> PageRegions {
        let is_picture = self.view.is_picture;
        let mut room = Room::of(area);
        // What gives way first when rows are few: margins, gaps, the rule, the header, the message.
        let rows = |min_height: u16, rows: u16| if area.height >= min_height { rows } else { 0 };
        let margin = if is_picture { 12 } else { 34 };
        room.take_top(rows(margin, 1));
        room.take_bottom(rows(margin + 2, 1));
        // Panels have as much room at their sides inside their own cells.
        let sides = match area.width {
            60.. => 2,
            _ => 2 * u16::from(is_picture),
        };
        let inside = |area: Rect| {
            let mut room = Room::of(area);
            room.take_sides(sides);
            room.area()
        };
        let width = inside(area).width;
        let addresses = rows(30, footer::address_rows(self, width));
        let footer = inside(room.take_bottom(rows(6, 1) + addresses));
        let header = inside(room.take_top(rows(11, 1)));
        let tabs = inside(room.take_top(if is_picture { 0 } else { rows(3, 1) }));
        let rule = inside(room.take_top(if is_picture { 0 } else { rows(16, 1) }));
        let scale = self.message_scale(area);
        // A large message has a gap of its own.
        let gap = rows(if scale > 1 { 33 } else { 30 }, 1);
        room.take_top(if is_picture { gap } else { 0 });
        let message = self.message_lines(width / scale) * scale;
        let message = inside(room.take_top(rows(9, message)));
        room.take_top(gap);
        PageRegions {
            header,
            tabs,
            rule,
            message,
            body: room.area(),
            footer,
        }
    }

    /// The message, ending in an ellipsis where it has no room.
    fn plan_message(&self, area: Rect, scale: u16, page: &mut PagePlan<'a>) {
        let rows = usize::from(area.height / scale);
        let mut width = usize::from(area.width / scale);
        if scale > 1 {
            width = text::even_width(&self.message(), width, rows);
        }
        let lines = page.fitter().wrap_to(&self.message(), width, rows);
        let mut room = Room::of(area);
        for line in lines {
            let slot = room.take_top(scale);
            if scale > 1 {
                page.add_large(Large::message(line, slot).style(self.theme.message));
            } else {
                page.line(slot, Line::styled(line, self.theme.message));
            }
        }
    }

    /// The period of the report, and the day of its document.
    fn plan_period(&self, area: Rect, page: &mut PagePlan<'a>) {
        let lang = self.view.lang;
        let period = self.ledger.dataset.report.periods.last().map(When::Period);
        let text = period.map_or(String::new(), |period| {
            let [name, span] = [phrase::when(lang, period), phrase::span(lang, period)];
            format!("{name} · {span}{}", self.date())
        });
        let text = page.fitter().fit(&text, usize::from(area.width));
        page.line(area, Line::styled(text, self.theme.quiet));
    }

    /// The header, in a picture behind the title of the tab, for there are no tabs below it.
    fn plan_heading(&self, area: Rect, page: &mut PagePlan<'a>) {
        let mut row = Room::of(area);
        if let Some(tab) = self.tab().filter(|_| self.view.is_picture) {
            let title = format!(" {} ", tab.title.get(self.view.lang));
            let title = page.fitter().fit(&title, usize::from(area.width));
            let slot = row.take_left(text::width(&title) as u16);
            page.line(slot, Line::styled(title, self.context().hue.tab));
            row.take_left(2);
        }
        self.plan_header(row.area(), page);
    }

    /// ` · document of 23 Jul 2024`; empty where none is dated, or where it could be any of several.
    fn date(&self) -> String {
        let date = match self.ledger.dataset.report.documents.as_slice() {
            [document] => document.date,
            _ => None,
        };
        let text = date.map(|date| format!(" · {}", phrase::dated(self.view.lang, date)));
        text.unwrap_or_default()
    }

    fn plan_header(&self, area: Rect, page: &mut PagePlan<'a>) {
        let lang = self.view.lang;
        let report = &self.ledger.dataset.report;
        let organisation = report.organisation.get(lang);
        let title = format!(" · {}", report.title.get(lang));
        let period = report.periods.last().map(When::Period);
        let name = period.map_or(String::new(), |period| phrase::when(lang, period));
        let span = period.map_or(String::new(), |period| {
            format!(" · {}", phrase::span(lang, period))
        });
        let date = self.date();
        let room = usize::from(area.width);
        let nothing = String::new;
        // The day of the document is not the time of the data, which is thought without it.
        let candidates = [
            [title.clone(), format!("{span}{date}")],
            [title.clone(), date],
            [title.clone(), span],
            [title, nothing()],
            [nothing(), nothing()],
        ];
        let fits = |parts: &[String; 2]| {
            let parts = parts.iter().map(String::as_str);
            let widths = parts.chain([organisation, &name]).map(text::width);
            widths.sum::<usize>() + 2 <= room
        };
        let fitting = candidates.into_iter().find(fits);
        let [title, span] = fitting.unwrap_or_default();
        let organisation = page.fitter().fit(organisation, room);
        let left = Line::from(vec![
            Span::styled(organisation, self.theme.organisation),
            Span::styled(title, self.theme.quiet),
        ]);
        let right = Line::from(vec![
            Span::styled(name, self.theme.label),
            Span::styled(span, self.theme.quiet),
        ]);
        let mut row = Room::of(area);
        if left.width() + right.width() + 2 <= room {
            page.line(row.take_right(right.width() as u16), right);
        }
        page.line(row.area(), left);
    }

    /// Takes a slot for each tab from the left of `room`.
    fn plan_tabs(&self, room: &mut Room, page: &mut PagePlan<'a>) {
        let selected = self.view.tab;
        for (tab, label) in self.tab_labels(usize::from(room.area().width), page) {
            let slot = room.take_left(text::width(&label) as u16);
            room.take_left(1);
            let style = if tab == selected {
                self.context().hue.tab
            } else {
                self.theme.tab
            };
            page.tab(tab, slot);
            page.line(slot, Line::styled(label, style));
        }
    }

    /// The tabs that have room: titles if all fit, else that of the selected one between the numbers
    /// of as many others as fit next to it.
    fn tab_labels(&self, room: usize, page: &mut PagePlan<'a>) -> Vec<(usize, String)> {
        let tabs = &self.ledger.dataset.tabs;
        let full = |tab: usize| {
            let title = tabs[tab].title.get(self.view.lang);
            format!(" {} {title} ", tab + 1)
        };
        let number = |tab: usize| format!(" {} ", tab + 1);
        let mut taken = 0;
        let titles = (0..tabs.len()).map_while(|tab| {
            let label = full(tab);
            taken += text::width(&label) + 1;
            (taken <= room + 1).then_some((tab, label))
        });
        let titles: Vec<(usize, String)> = titles.collect();
        if titles.len() == tabs.len() {
            return titles;
        }
        let selected = self.view.tab.min(tabs.len() - 1);
        let title = full(selected);
        let mut left = room.saturating_sub(text::width(&title).min(MIN_TITLE));
        // From the selected one outwards, on both sides.
        let (mut first, mut last) = (selected, selected);
        loop {
            let before = (first > 0).then(|| text::width(&number(first - 1)) + 1);
            let behind = (last + 1 < tabs.len()).then(|| text::width(&number(last + 1)) + 1);
            match (before, behind) {
                (Some(cells), _) if cells <= left && selected - first <= last - selected => {
                    (first, left) = (first - 1, left - cells);
                }
                (_, Some(cells)) if cells <= left => (last, left) = (last + 1, left - cells),
                (Some(cells), _) if cells <= left => (first, left) = (first - 1, left - cells),
                _ => break,
            }
        }
        let others = (first..=last).filter(|tab| *tab != selected);
        let taken: usize = others.map(|tab| text::width(&number(tab)) + 1).sum();
        let title = page.fitter().fit(&title, room.saturating_sub(taken));
        let label = |tab| {
            if tab == selected {
                title.clone()
            } else {
                number(tab)
            }
        };
        (first..=last).map(|tab| (tab, label(tab))).collect()
    }
}

/// The cells that are kept for the title of the selected tab, whatever others there are.
const MIN_TITLE: usize = 8;

/// The most lines that a message takes, of so many cells each.
const fn max_message(width: u16) -> usize {
    if width < 36 { 6 } else { 3 }
}

/// How the panels of a page of this size are drawn.
const fn style(screen: &Screen<'_>, area: Rect) -> body::Style {
    let has_room = area.width >= 60 || screen.view.is_picture && area.width >= 40;
    body::Style {
        // Digits are at least 12 % of the height: they are as high as their rows less two fifths of one.
        hero_rows: (area.height.saturating_mul(12) + 40).div_ceil(100),
        border: if has_room && area.height >= 20 {
            Border::Rule
        } else {
            Border::Frame
        },
    }
}

/// Fills `area` with a style and nothing else.
fn clear(area: Rect, style: Style, buf: &mut Buffer) {
    let area = area.intersection(*buf.area());
    let mut blank = Cell::EMPTY;
    blank.set_style(style);
    for y in area.rows().filter(|row| !row.is_empty()).map(|row| row.y) {
        let start = buf.index_of(area.x, y);
        buf.content[start..start + usize::from(area.width)].fill(blank.clone());
    }
}
