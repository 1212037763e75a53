//! The panels of a tab: in rows where they fit, else in pages of one column, else one line a figure.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::{Screen, list};
use crate::dataset::{Kind, Tab};
use crate::derive::Fact;
use crate::panel::{Panel, Scale};
use crate::space::{self, Share};

/// The least room in which a panel with a frame is worth its borders.
const LEAST: (u16, u16) = (30, 5);

pub(super) fn render(screen: &Screen<'_>, area: Rect, buf: &mut Buffer) {
    let Some(tab) = screen.tab() else {
        return;
    };
    let panels = panels(screen, tab);
    match place(screen, tab, &panels, area) {
        Some(slots) => {
            let panels = aligned(screen, tab, &panels, &slots);
            for (panel, slot) in panels.iter().zip(slots) {
                if let Some(slot) = slot {
                    panel.render(slot, buf);
                }
            }
        }
        None => list::render(screen, area, buf),
    }
}

/// The page on screen and how many there are, where the tab does not fit on one.
pub(super) fn page(screen: &Screen<'_>, area: Rect) -> Option<(usize, usize)> {
    let tab = screen.tab()?;
    let panels = panels(screen, tab);
    if place(screen, tab, &panels, area).is_none() {
        let figures = screen.figures().len();
        let shown = list::slots(screen, area).len();
        return (figures > shown).then_some((screen.view.focus + 1, figures));
    }
    if grid(tab, &panels, area).is_some() {
        return None;
    }
    let pages = pages(&panels, area.height);
    let focused = focused(screen, &panels);
    let page = pages.iter().position(|page| page.contains(&focused))?;
    (pages.len() > 1).then_some((page + 1, pages.len()))
}

/// Whether every panel of the tab is drawn at once, and with all it has to show.
pub(super) fn is_whole(screen: &Screen<'_>, area: Rect) -> bool {
    screen.tab().is_none_or(|tab| {
        let panels = panels(screen, tab);
        let slots = place(screen, tab, &panels, area).unwrap_or_default();
        let is_whole = |(panel, slot): (&Panel<'_>, &Option<Rect>)| {
            slot.is_some_and(|slot| panel.is_whole(slot))
        };
        slots.len() == panels.len() && panels.iter().zip(&slots).all(is_whole)
    })
}

/// The panel of the focused figure, from 0.
fn focused(screen: &Screen<'_>, panels: &[Panel<'_>]) -> usize {
    let focus = screen.focus();
    let has_focus = |panel: &Panel<'_>| panel.panel.figures.iter().any(|id| focus == Some(id));
    panels.iter().position(has_focus).unwrap_or(0)
}

/// Where each visible figure of the tab stands, for the mouse.
pub(super) fn regions<'a>(screen: &Screen<'a>, area: Rect) -> Vec<(&'a str, Rect)> {
    let Some(tab) = screen.tab() else {
        return Vec::new();
    };
    let panels = panels(screen, tab);
    if let Some(slots) = place(screen, tab, &panels, area) {
        let visible = panels
            .iter()
            .zip(slots)
            .filter_map(|(panel, slot)| Some((panel, slot?)));
        visible
            .flat_map(|(panel, slot)| panel.regions(slot))
            .collect()
    } else {
        let slots = list::slots(screen, area);
        slots.into_iter().map(|(_, id, slot)| (id, slot)).collect()
    }
}

fn panels<'a>(screen: &Screen<'a>, tab: &'a Tab) -> Vec<Panel<'a>> {
    let context = screen.context();
    let focus = screen.focus().filter(|_| !screen.view.is_picture);
    let panel = |panel| Panel {
        context,
        panel,
        focus,
        scale: Scale::Plain,
        zoom: 1,
        foot: 0,
    };
    tab.panels().map(panel).collect()
}

/// Whether two panels of a row share one scale: columns of one unit that name the same scale.
fn is_shared(a: &Panel<'_>, b: &Panel<'_>) -> bool {
    let is_columns = a.panel.kind == Kind::Columns && b.panel.kind == Kind::Columns;
    is_columns && a.unit() == b.unit() && a.panel.scale == b.panel.scale
}

/// Gives every panel its scale, now that it is known where it stands.
///
/// Columns of one unit in a row share a scale, and as many rows, if all of them are on screen. A
/// chart of a unit that the tab shows in another scale, or beside columns of another unit, says
/// that its scale is its own.
fn aligned<'a>(
    screen: &Screen<'_>,
    tab: &Tab,
    panels: &[Panel<'a>],
    slots: &[Option<Rect>],
) -> Vec<Panel<'a>> {
    let rows: Vec<usize> = tab
        .rows
        .iter()
        .enumerate()
        .flat_map(|(index, row)| vec![index; row.panels.len()])
        .collect();
    let panels = footed(panels, &rows, slots);
    let heights: Vec<Option<u16>> = panels
        .iter()
        .zip(slots)
        .map(|(panel, slot)| {
            let slot = slot.filter(|_| panel.panel.kind == Kind::Columns);
            slot.map(|slot| panel.column_rows(slot))
        })
        .collect();
    let is_axis = |panel: &Panel<'_>| matches!(panel.panel.kind, Kind::Columns | Kind::Bars);
    let scale = |index: usize| {
        let panel = &panels[index];
        if !is_axis(panel) {
            return Scale::Plain;
        }
        let others = |index: usize| (0..panels.len()).filter(move |other| *other != index);
        let sharers: Vec<usize> = others(index)
            .chain([index])
            .filter(|other| rows[*other] == rows[index] && is_shared(panel, &panels[*other]))
            .collect();
        let heights: Option<Vec<u16>> = sharers.iter().map(|it| heights[*it]).collect();
        if let (Some(heights), true) = (heights, sharers.len() > 1) {
            let facts: Vec<&Fact<'_>> = sharers
                .iter()
                .flat_map(|it| screen.ledger.of_panel(panels[*it].panel))
                .collect();
            return Scale::Shared {
                max: facts.iter().map(|it| it.largest()).fold(0.0, f64::max),
                rows: heights.into_iter().min().unwrap_or(0),
                has_tips: facts.iter().any(|it| it.is_bound()),
            };
        }
        let others = |index: usize| others(index).filter(|other| slots[*other].is_some());
        let same_unit =
            others(index).any(|it| is_axis(&panels[it]) && panels[it].unit() == panel.unit());
        let beside = |it: usize| rows[it] == rows[index] && panels[it].panel.kind == Kind::Columns;
        if same_unit || others(index).any(beside) {
            Scale::Own
        } else {
            Scale::Plain
        }
    };
    let scales: Vec<Scale> = (0..panels.len()).map(scale).collect();
    panels
        .into_iter()
        .zip(scales)
        .map(|(panel, scale)| Panel { scale, ..panel })
        .collect()
}

/// Keeps as many rows below all columns of a row as the longest of their notes takes, so that they
/// stand on one line, unless that leaves one of them no room.
fn footed<'a>(panels: &[Panel<'a>], rows: &[usize], slots: &[Option<Rect>]) -> Vec<Panel<'a>> {
    let foot = |row: usize| {
        let of_row = panels.iter().zip(rows).zip(slots);
        let columns =
            of_row.filter(|((panel, it), _)| **it == row && panel.panel.kind == Kind::Columns);
        let columns: Vec<(&Panel<'_>, Rect)> = columns
            .filter_map(|((panel, _), slot)| Some((panel, (*slot)?)))
            .collect();
        let foot = columns
            .iter()
            .map(|(panel, slot)| panel.note_rows(*slot))
            .max()
            .unwrap_or(0);
        let has_room =
            |(panel, slot): &(&Panel<'_>, Rect)| Panel { foot, ..**panel }.column_rows(*slot) > 0;
        if columns.iter().all(has_room) {
            foot
        } else {
            0
        }
    };
    let count = rows.last().map_or(0, |last| last + 1);
    let feet: Vec<u16> = (0..count).map(foot).collect();
    let foot = |panel, row: &usize| Panel {
        foot: feet[*row],
        ..panel
    };
    let with_rows = panels.iter().copied().zip(rows);
    with_rows.map(|(panel, row)| foot(panel, row)).collect()
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
    if let Some(grid) = grid(tab, panels, area) {
        return Some(grid.into_iter().map(Some).collect());
    }
    // Bars that do not fit would hide figures; a list shows them all.
    let is_crowded = |panel: &Panel<'_>| {
        panel.panel.kind == Kind::Bars && area.height < panel.least(area.width).1
    };
    if panels.iter().any(is_crowded) {
        return None;
    }
    let pages = pages(panels, area.height);
    let focused = focused(screen, panels);
    let page = pages
        .into_iter()
        .find(|page| page.contains(&focused))
        .unwrap_or(0..1);
    let heights = page.clone().map(|index| Share {
        weight: panels[index].good_height(),
        min_size: 0,
    });
    let rows = space::rows(area, &heights.collect::<Vec<_>>(), 0)?;
    let mut slots = vec![None; panels.len()];
    for (index, row) in page.zip(rows) {
        slots[index] = Some(row);
    }
    Some(slots)
}

/// The slots of all panels in their rows, `None` when a panel would get less than its least.
fn grid(tab: &Tab, panels: &[Panel<'_>], area: Rect) -> Option<Vec<Rect>> {
    let mut rest = panels;
    let mut slots = Vec::new();
    let mut rows = Vec::new();
    for row in &tab.rows {
        let (of_row, others) = rest.split_at_checked(row.panels.len())?;
        rest = others;
        let weights = row.panels.iter().map(|panel| Share {
            weight: panel.weight,
            min_size: 0,
        });
        let columns = space::columns(area, &weights.collect::<Vec<_>>(), 0)?;
        let mut least = 0;
        for (panel, slot) in of_row.iter().zip(&columns) {
            let (width, height) = panel.least(slot.width);
            if slot.width < width {
                return None;
            }
            least = least.max(height);
        }
        rows.push(Share {
            weight: row.weight,
            min_size: least,
        });
        slots.push(columns);
    }
    let rows = slots.into_iter().zip(space::rows(area, &rows, 0)?);
    let placed = rows.flat_map(|(columns, row)| {
        let columns = columns.into_iter();
        columns.map(move |column| column.intersection(row))
    });
    Some(placed.collect())
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
