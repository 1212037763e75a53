//! The panels of a tab: in rows where they fit, else in pages of one column, else one line a figure.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::Screen;
use crate::dataset::{Kind, Row, Tab};
use crate::derive::Fact;
use crate::panel::{Panel, Scale};
use crate::phrase;
use crate::widget::text;

/// The least room in which a panel with a frame is worth its borders.
const LEAST: (u16, u16) = (30, 5);

pub(super) fn render(screen: &Screen<'_>, area: Rect, buf: &mut Buffer) {
    let Some(tab) = screen.tab() else {
        return;
    };
    let panels = panels(screen, tab);
    match place(screen, tab, &panels, area) {
        Some(slots) => {
            for (panel, slot) in panels.iter().zip(slots) {
                if let Some(slot) = slot {
                    panel.render(slot, buf);
                }
            }
        }
        None => render_list(screen, area, buf),
    }
}

/// Where each visible figure of the tab stands, for the mouse.
pub(super) fn regions<'a>(screen: &Screen<'a>, area: Rect) -> Vec<(&'a str, Rect)> {
    let Some(tab) = screen.tab() else {
        return Vec::new();
    };
    let panels = panels(screen, tab);
    match place(screen, tab, &panels, area) {
        Some(slots) => {
            let visible = panels
                .iter()
                .zip(slots)
                .filter_map(|(panel, slot)| Some((panel, slot?)));
            visible
                .flat_map(|(panel, slot)| panel.regions(slot))
                .collect()
        }
        None => {
            let figures = screen.figures();
            let first = list_start(screen, figures.len(), area);
            figures.into_iter().skip(first).zip(area.rows()).collect()
        }
    }
}

fn panels<'a>(screen: &Screen<'a>, tab: &'a Tab) -> Vec<Panel<'a>> {
    let context = screen.context();
    let focus = screen.focus().filter(|_| !screen.view.is_picture);
    let panel = |row: &'a Row, panel| Panel {
        context,
        panel,
        focus,
        scale: scale(screen, tab, row, panel),
    };
    tab.rows
        .iter()
        .flat_map(|row| row.panels.iter().map(move |it| panel(row, it)))
        .collect()
}

/// The scale of a panel: columns of one unit in a row share theirs; whatever else shows a unit that
/// the tab shows in another scale, or stands beside columns of another unit, says that it has its own.
fn scale(screen: &Screen<'_>, tab: &Tab, row: &Row, panel: &crate::dataset::Panel) -> Scale {
    let context = screen.context();
    let unit = |it: &crate::dataset::Panel| {
        context
            .facts(it)
            .first()
            .map(|fact| fact.figure.unit.as_str())
    };
    let is_axis = |it: &crate::dataset::Panel| matches!(it.kind, Kind::Columns | Kind::Bars);
    if !is_axis(panel) {
        return Scale::Plain;
    }
    let is_sharer = |it: &&crate::dataset::Panel| {
        it.kind == Kind::Columns && unit(it) == unit(panel) && (it.scale == panel.scale)
    };
    let sharers: Vec<_> = row.panels.iter().filter(is_sharer).collect();
    if panel.kind == Kind::Columns && sharers.len() > 1 {
        let largest = sharers
            .iter()
            .flat_map(|it| context.facts(it))
            .map(Fact::largest);
        return Scale::Shared(largest.fold(0.0, f64::max));
    }
    let is_other = |it: &&crate::dataset::Panel| is_axis(it) && !std::ptr::eq(*it, panel);
    let same_unit_elsewhere = tab
        .panels()
        .filter(is_other)
        .any(|it| unit(it) == unit(panel));
    let columns_beside = row
        .panels
        .iter()
        .filter(is_other)
        .any(|it| it.kind == Kind::Columns);
    if same_unit_elsewhere || columns_beside {
        Scale::Own
    } else {
        Scale::Plain
    }
}

/// The slot of each panel, `None` for those of other pages; no slots at all when a list is better.
fn place(
    screen: &Screen<'_>,
    tab: &Tab,
    panels: &[Panel<'_>],
    area: Rect,
) -> Option<Vec<Option<Rect>>> {
    if area.width < LEAST.0 || area.height < LEAST.1 {
        return None;
    }
    let grid = grid(tab, area);
    let fits = |(panel, slot): (&Panel<'_>, &Rect)| {
        let (width, height) = panel.least();
        slot.width >= width && slot.height >= height
    };
    if panels.iter().zip(&grid).all(fits) {
        return Some(grid.into_iter().map(Some).collect());
    }
    let pages = pages(panels, area.height);
    let has_focus = |panel: &Panel<'_>| {
        panel
            .panel
            .figures
            .iter()
            .any(|id| screen.focus() == Some(id))
    };
    let focused = panels.iter().position(has_focus).unwrap_or(0);
    let page = pages
        .into_iter()
        .find(|page| page.contains(&focused))
        .unwrap_or(0..1);
    let heights = page
        .clone()
        .map(|index| Constraint::Fill(panels[index].good_height()));
    let rows = Layout::vertical(heights).split(area);
    let mut slots = vec![None; panels.len()];
    for (index, row) in page.zip(rows.iter()) {
        slots[index] = Some(*row);
    }
    Some(slots)
}

/// The slots of all panels in their rows.
fn grid(tab: &Tab, area: Rect) -> Vec<Rect> {
    let rows = tab.rows.iter().map(|row| Constraint::Fill(row.weight));
    let rows = Layout::vertical(rows).split(area);
    let columns = |(row, area): (&Row, &Rect)| {
        let columns = row
            .panels
            .iter()
            .map(|panel| Constraint::Fill(panel.weight));
        Layout::horizontal(columns).split(*area).to_vec()
    };
    tab.rows.iter().zip(rows.iter()).flat_map(columns).collect()
}

/// Which panels stand on each page of one column of `height` rows.
fn pages(panels: &[Panel<'_>], height: u16) -> Vec<std::ops::Range<usize>> {
    let mut pages = Vec::new();
    let mut start = 0;
    let mut used = 0;
    for (index, panel) in panels.iter().enumerate() {
        let wanted = panel.good_height();
        if index > start && used + wanted > height {
            pages.push(start..index);
            (start, used) = (index, 0);
        }
        used += wanted;
    }
    pages.push(start..panels.len());
    pages
}

/// The first figure of a list that shows the focused one.
fn list_start(screen: &Screen<'_>, count: usize, area: Rect) -> usize {
    let height = usize::from(area.height);
    let focus = screen.view.focus.min(count.saturating_sub(1));
    (focus + 1)
        .saturating_sub(height.saturating_sub(height / 3))
        .min(count.saturating_sub(height))
}

/// One figure a line: name and value, or the value alone where the name has no room.
fn render_list(screen: &Screen<'_>, area: Rect, buf: &mut Buffer) {
    let context = screen.context();
    let figures = screen.figures();
    let first = list_start(screen, figures.len(), area);
    for (index, (id, row)) in figures.iter().skip(first).zip(area.rows()).enumerate() {
        let Some((fact, latest)) = context
            .ledger
            .fact(id)
            .and_then(|fact| Some((fact, fact.latest()?)))
        else {
            continue;
        };
        let value = phrase::value(context.lang, fact, latest);
        let name = fact
            .figure
            .short
            .as_ref()
            .unwrap_or(&fact.figure.name)
            .get(context.lang);
        let room = usize::from(row.width).saturating_sub(text::width(&value) + 1);
        let name = if room >= 4 {
            format!("{} ", text::fit(name, room))
        } else {
            String::new()
        };
        let value = text::fit(&value, usize::from(row.width));
        let line = Line::from(vec![
            Span::styled(name, context.theme.label),
            Span::styled(value, context.theme.number),
        ]);
        line.render(row, buf);
        if first + index == screen.view.focus && !screen.view.is_picture {
            buf.set_style(row, context.theme.selected);
        }
    }
}
