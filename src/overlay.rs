//! The layers over the page: card, sources, table, find and help, in one frame that scrolls.

mod find;
mod layout;
mod table;

use std::iter;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Padding, Widget};

use crate::derive::{Fact, Ledger};
use crate::panel::Context;
use crate::phrase::story::{self, Entry};
use crate::text::{self, Fitter};
use crate::theme::Theme;
use crate::view::{Hint, LayerKind, View};

pub use find::{Hit, hits};
pub use layout::LayerLayout;

use layout::TextRow;

/// The topmost layer of a page.
#[derive(Clone, Copy, Debug)]
pub struct Overlay<'a> {
    /// The figures.
    pub ledger: &'a Ledger<'a>,
    /// What of them is on screen.
    pub view: &'a View,
    /// The styles.
    pub theme: &'a Theme,
    /// The keys for the help.
    pub hints: &'a [Hint],
}

/// The most cells a layer of running text is wide.
const WIDEST: u16 = 96;

/// The fewest cells in which what a key does is next to the key rather than below it.
const MIN_HELP: usize = 12;

impl<'a> Overlay<'a> {
    /// Lays a layer of `kind` out in a window of `area`.
    pub fn layout(&self, kind: LayerKind, area: Rect) -> LayerLayout {
        let mut fitter = Fitter::default();
        let width = inner(frame(kind, area, 0)).width;
        let rows = self.rows(kind, usize::from(width), &mut fitter);
        let frame = frame(kind, area, rows.len());
        let room = usize::from(frame.width.saturating_sub(4));
        let title = fitter.fit(&self.title(kind), room);
        LayerLayout {
            title,
            frame,
            inner: inner(frame),
            rows,
            scroll: self.view.top().map_or(0, |layer| layer.scroll),
            chosen: self.chosen(kind),
            is_cut: fitter.is_cut(),
        }
    }

    /// The chosen entry of a layer, from 0, if it is a list.
    const fn chosen(&self, kind: LayerKind) -> Option<usize> {
        match kind {
            LayerKind::Table => Some(self.view.focus),
            LayerKind::Find => Some(self.view.hit),
            LayerKind::Card | LayerKind::Sources | LayerKind::Help => None,
        }
    }

    /// Where the terminal's cursor is while the search is typed into.
    pub fn cursor(&self, area: Rect) -> Option<Position> {
        let layer = self
            .view
            .top()
            .filter(|layer| layer.kind == LayerKind::Find)?;
        // The frame of the search does not depend on what it found.
        let inner = inner(frame(layer.kind, area, 0));
        let query = find::query(self.view, usize::from(inner.width));
        let x = inner.x + text::width(&query) as u16;
        Some((x.min(inner.right().checked_sub(1)?), inner.y).into())
    }

    const fn context(&self) -> Context<'a> {
        Context::new(self.ledger, self.view, self.theme)
    }

    fn facts(&self) -> Vec<&'a Fact<'a>> {
        let tab = self.ledger.dataset.tabs.get(self.view.tab);
        tab.map_or(Vec::new(), |tab| self.ledger.of_tab(tab))
    }

    fn focused(&self) -> Option<&'a Fact<'a>> {
        self.ledger.fact_of_tab(self.view.tab, self.view.focus)
    }

    fn title(&self, kind: LayerKind) -> String {
        let words = self.view.lang.words();
        let tab = self.ledger.dataset.tabs.get(self.view.tab);
        let of_tab = |title: &str| match tab {
            Some(tab) => format!("{title} · {}", tab.title.get(self.view.lang)),
            None => title.to_owned(),
        };
        match kind {
            LayerKind::Card => {
                let fact = self.focused();
                fact.map_or(String::new(), |fact| {
                    fact.figure.name.get(self.view.lang).to_owned()
                })
            }
            LayerKind::Sources => of_tab(words.sources_title),
            LayerKind::Table => of_tab(words.table_title),
            LayerKind::Find => words.find_title.to_owned(),
            LayerKind::Help => words.help_title.to_owned(),
        }
    }

    /// The text of a layer, no row wider than `width`.
    fn rows(&self, kind: LayerKind, width: usize, fitter: &mut Fitter) -> Vec<TextRow> {
        let lang = self.view.lang;
        let lines = match kind {
            LayerKind::Table => return table::rows(self, width),
            LayerKind::Find => return find::rows(self, width, fitter),
            LayerKind::Card => {
                let fact = self.focused();
                let entries = fact.map(|fact| story::card(self.ledger, lang, fact));
                self.entries(&entries.unwrap_or_default(), width)
            }
            LayerKind::Sources => {
                let tab = self.ledger.dataset.tabs.get(self.view.tab);
                let entries =
                    tab.map(|tab| story::sources_and_notes(self.ledger, lang, tab, &self.facts()));
                self.paragraphs(&entries.unwrap_or_default(), width)
            }
            LayerKind::Help => self.help(width),
        };
        lines.into_iter().map(|line| (None, line)).collect()
    }

    /// Labels in their own column, or above their lines where the width is small.
    fn entries(&self, entries: &[Entry], width: usize) -> Vec<Line<'static>> {
        let labels = entries
            .iter()
            .map(|entry| text::width(&entry.label))
            .max()
            .unwrap_or(0)
            .min(28);
        if width < 60 {
            return self.paragraphs(entries, width);
        }
        let room = width - labels - 2;
        let mut lines = Vec::new();
        for entry in entries {
            let label = text::wrap(&entry.label, labels);
            let body = body(entry, room);
            for row in 0..label.len().max(body.len()) {
                let name = label.get(row).map_or("", String::as_str);
                let padding = " ".repeat(labels + 2 - text::width(name));
                // The card's first line is what the reader came for.
                let style = if lines.is_empty() {
                    self.theme.number
                } else {
                    self.theme.label
                };
                lines.push(Line::from(vec![
                    Span::styled(format!("{name}{padding}"), self.theme.quiet),
                    Span::styled(body.get(row).cloned().unwrap_or_default(), style),
                ]));
            }
            if body.len() > 1 || label.len() > 1 {
                lines.push(Line::raw(""));
            }
        }
        lines
    }

    /// Labels as headings over their lines.
    fn paragraphs(&self, entries: &[Entry], width: usize) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        for entry in entries {
            for line in text::wrap(&entry.label, width) {
                lines.push(Line::styled(line, self.theme.layer_title));
            }
            let items = entry.lines.iter().flat_map(|line| item(line, width));
            lines.extend(items.map(|line| Line::styled(line, self.theme.label)));
            lines.push(Line::raw(""));
        }
        lines.pop();
        lines
    }

    fn help(&self, width: usize) -> Vec<Line<'static>> {
        let words = self.view.lang.words();
        let hints = self.hints.iter().filter(|hint| hint.is_for(self.view.mode));
        let hints: Vec<(&Hint, String)> = hints
            .map(|hint| (hint, hint.all(self.view.is_ascii)))
            .collect();
        let widths = hints.iter().map(|(_, keys)| text::width(keys));
        let widest = widths.max().unwrap_or(0);
        let room = width.saturating_sub(widest + 2);
        let mut lines = Vec::new();
        for (hint, keys) in hints {
            if room < MIN_HELP {
                lines.push(Line::styled(text::fit(&keys, width), self.theme.key));
                let what = (hint.action)(&words.actions).long;
                let indented = text::wrap(what, width.saturating_sub(2)).into_iter();
                lines.extend(
                    indented.map(|line| Line::styled(format!("  {line}"), self.theme.label)),
                );
                continue;
            }
            for (index, what) in text::wrap((hint.action)(&words.actions).long, room)
                .into_iter()
                .enumerate()
            {
                let name = if index == 0 { keys.as_str() } else { "" };
                let padding = " ".repeat(widest + 2 - text::width(name));
                lines.push(Line::from(vec![
                    Span::styled(format!("{name}{padding}"), self.theme.key),
                    Span::styled(what, self.theme.label),
                ]));
            }
        }
        lines
    }
}

/// The lines of an entry next to its label: as items of a list where one of several would not fit, for
/// in a script without full stops nothing else tells where a line that goes on ends.
fn body(entry: &Entry, width: usize) -> Vec<String> {
    let goes_on = |line: &String| text::width(line) > width;
    let is_list = !entry.is_formula && entry.lines.len() > 1 && entry.lines.iter().any(goes_on);
    let lines = entry.lines.iter();
    lines
        .flat_map(|line| {
            if is_list {
                item(line, width)
            } else {
                text::wrap(line, width)
            }
        })
        .collect()
}

/// A paragraph as an item of a list: a bullet before its first line, the others below the text.
fn item(paragraph: &str, width: usize) -> Vec<String> {
    let lines = text::wrap(paragraph, width.saturating_sub(2)).into_iter();
    let bullets = iter::once("· ").chain(iter::repeat("  "));
    let lines = bullets.zip(lines);
    lines
        .map(|(bullet, line)| format!("{bullet}{line}"))
        .collect()
}

/// Where a layer is: centred, as high as its `rows` of text, never larger than the window.
fn frame(kind: LayerKind, area: Rect, rows: usize) -> Rect {
    let margin = if area.width >= 60 { 2 } else { 0 };
    let widest = match kind {
        LayerKind::Table => area.width,
        LayerKind::Help => WIDEST * 3 / 4,
        LayerKind::Card | LayerKind::Sources | LayerKind::Find => WIDEST,
    };
    let width = area.width.saturating_sub(2 * margin).min(widest);
    let room = area
        .height
        .saturating_sub(if area.height >= 20 { 2 } else { 0 });
    let height = match kind {
        LayerKind::Find => room.min(24),
        _ => rows.saturating_add(2).min(usize::from(room)) as u16,
    };
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    }
}

fn inner(frame: Rect) -> Rect {
    block().inner(frame)
}

const fn block() -> Block<'static> {
    Block::bordered()
        .border_type(BorderType::Rounded)
        .padding(Padding::horizontal(1))
}

impl Widget for &Overlay<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(*buf.area());
        let Some(layer) = self.view.top() else {
            return;
        };
        let layout = self.layout(layer.kind, area);
        let LayerLayout { frame, inner, .. } = layout;
        for position in frame.positions() {
            buf[position].reset();
            buf[position].set_style(self.theme.layer);
        }
        let total = layout.rows.len();
        let first = usize::from(layout.first());
        let mut block = block()
            .border_style(self.theme.layer_border)
            .title(Line::styled(
                format!(" {} ", layout.title),
                self.theme.layer_title,
            ));
        let mut left = usize::from(frame.width.saturating_sub(2));
        if layout.last_scroll() > 0 {
            let shown = first + usize::from(inner.height);
            let counter = format!(" {}–{}/{total} ↑↓ ", first + 1, shown.min(total));
            left = left.saturating_sub(text::width(&counter));
            block = block.title_bottom(Line::styled(counter, self.theme.quiet).right_aligned());
        }
        let close = self.view.lang.words().actions.close.short;
        if !self.view.is_picture {
            let hint = Line::from(vec![
                Span::styled(" Esc", self.theme.key),
                Span::styled(format!(" {close} "), self.theme.quiet),
            ]);
            block = block.title_bottom(text::fit_line(hint, left));
        }
        block.render(frame, buf);
        for ((_, line), row) in layout.rows.into_iter().skip(first).zip(inner.rows()) {
            let is_selected = line.style == self.theme.selected;
            line.render(row, buf);
            if is_selected {
                buf.set_style(row, self.theme.selected);
            }
        }
    }
}
