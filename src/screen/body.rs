//! The panels of a tab: in rows where they fit, else in pages of one column, else one line a figure.

use std::collections::HashMap;
use std::ops::Range;

use ratatui::layout::Rect;

use super::page::PagePlan;
use super::{Screen, list};
use crate::dataset::{self, Tab};
use crate::derive::{Fact, Ledger};
use crate::panel::{self, Border, Panel, Scale, Upright};
use crate::space::{self, Share};

/// The smallest room in which a panel with a frame is worth its borders.
const MIN_SIZE: (u16, u16) = (30, 5);

/// How the panels of a page are drawn.
pub(super) struct Style {
    /// The most rows of a hero.
    pub(super) hero_rows: u16,
    pub(super) border: Border,
}

/// A panel on the page.
struct Slot<'a> {
    panel: Panel<'a>,
    /// The row of the tab that it belongs to, from 0.
    row: usize,
    area: Rect,
}

/// Where the panels of a tab go.
struct Arrangement<'a> {
    /// Each panel with its row and area.
    panels: Vec<(usize, &'a dataset::Panel, Rect)>,
    /// The page of panels, from 1, and how many there are, where the tab does not fit on one.
    page: Option<(usize, usize)>,
}

/// Lays the tab out in `area`, and says which page of how many it is, or which figure of a list.
pub(super) fn plan<'a>(
    screen: &Screen<'a>,
    area: Rect,
    style: &Style,
    page: &mut PagePlan<'a>,
) -> Option<(usize, usize)> {
    let tab = screen.tab()?;
    let focus = screen.focus();
    let panel = |panel| Panel {
        focus,
        has_marker: !screen.view.is_picture,
        lead: tab.lead.as_deref(),
        hero_rows: style.hero_rows,
        border: style.border,
        ..Panel::new(screen.context(), panel)
    };
    let focused = screen
        .ledger
        .panel_of_tab(screen.view.tab, screen.view.focus);
    let focused = focused.unwrap_or(0);
    let Some(arrangement) = arrangement(screen.ledger, tab, focused, area, &panel) else {
        return list::plan(screen, area, page);
    };
    let panels = arrangement.panels.into_iter();
    let slot = |(row, shown, area)| Slot {
        panel: panel(shown),
        row,
        area,
    };
    let mut slots: Vec<Slot<'_>> = panels.map(slot).collect();
    align(screen.ledger, tab, &mut slots);
    for slot in &slots {
        page.panel(slot.panel.plan(slot.area));
    }
    if arrangement.page.is_some() {
        page.leave_out();
    }
    arrangement.page
}

/// Where the panels go that are on the page with the focused one; `None` when a list is better.
fn arrangement<'a>(
    ledger: &Ledger<'_>,
    tab: &'a Tab,
    focused: usize,
    area: Rect,
    panel: &impl Fn(&'a dataset::Panel) -> Panel<'a>,
) -> Option<Arrangement<'a>> {
    if area.width < MIN_SIZE.0 || area.height < MIN_SIZE.1 {
        return None;
    }
    let all = || {
        let rows = tab.rows.iter().enumerate();
        rows.flat_map(|(row, of_row)| of_row.panels.iter().map(move |panel| (row, panel)))
    };
    let sizes = [Panel::good_size, Panel::min_size];
    let mut grids = sizes
        .into_iter()
        .map(|size| grid(tab, area, |shown, width| size(&panel(shown), width)));
    if let Some(areas) = grids.find_map(|areas| areas) {
        let panels = all()
            .zip(areas)
            .map(|((row, panel), area)| (row, panel, area));
        let panels = panels.collect();
        return Some(Arrangement { panels, page: None });
    }
    // A list that does not fit would hide figures of a tab; a list of the whole tab shows them all.
    let is_crowded =
        |panel| panel::is_list(panel) && area.height < panel::min_size(ledger, panel, area.width).1;
    if tab.panels().any(is_crowded) {
        return None;
    }
    let pages = pages(ledger, tab, area.height);
    let number = pages.iter().position(|page| page.contains(&focused));
    let number = number.unwrap_or(0);
    let page = pages.get(number).cloned().unwrap_or(0..0);
    let of_page = || all().skip(page.start).take(page.len());
    let heights = of_page().map(|(_, panel)| Share {
        weight: panel::good_height(ledger, panel),
        min_size: 0,
    });
    let areas = space::rows(area, &heights.collect::<Vec<_>>(), 0)?;
    let panels = of_page().zip(areas);
    Some(Arrangement {
        panels: panels
            .map(|((row, panel), area)| (row, panel, area))
            .collect(),
        page: (pages.len() > 1).then_some((number + 1, pages.len())),
    })
}

/// The areas of all panels in their rows, `None` when a panel would get less than its `size`.
fn grid<'a>(
    tab: &'a Tab,
    area: Rect,
    size: impl Fn(&'a dataset::Panel, u16) -> (u16, u16),
) -> Option<Vec<Rect>> {
    let mut columns = Vec::new();
    let mut rows = Vec::new();
    let mut min_height = 0;
    for row in &tab.rows {
        let weights = row.panels.iter().map(|panel| Share {
            weight: panel.weight,
            min_size: 0,
        });
        let of_row = space::columns(area, &weights.collect::<Vec<_>>(), 0)?;
        let mut min_size = 0;
        for (shown, column) in row.panels.iter().zip(&of_row) {
            let (width, height) = size(shown, column.width);
            if column.width < width {
                return None;
            }
            min_size = min_size.max(height);
        }
        min_height += u32::from(min_size);
        if min_height > u32::from(area.height) {
            return None;
        }
        rows.push(Share {
            weight: row.weight,
            min_size,
        });
        columns.push(of_row);
    }
    let rows = columns.into_iter().zip(space::rows(area, &rows, 0)?);
    let areas = rows.flat_map(|(columns, row)| {
        let columns = columns.into_iter();
        columns.map(move |column| column.intersection(row))
    });
    Some(areas.collect())
}

/// Which panels are on each page of one column of `height` rows.
fn pages(ledger: &Ledger<'_>, tab: &Tab, height: u16) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let mut start = 0;
    let mut used = 0;
    let mut count = 0;
    for (index, panel) in tab.panels().enumerate() {
        let wanted = panel::good_height(ledger, panel);
        if index > start && used + wanted > height {
            pages.push(start..index);
            (start, used) = (index, 0);
        }
        used += wanted;
        count = index + 1;
    }
    pages.push(start..count);
    pages
}

/// The panels of a tab, each on a slide with as much room, in the scales that they have on its page.
pub(super) fn slides<'a>(
    ledger: &Ledger<'_>,
    tab: &'a Tab,
    panel: impl Fn(&'a dataset::Panel) -> Panel<'a>,
    area: Rect,
) -> Vec<Panel<'a>> {
    let rows = tab.rows.iter().enumerate();
    let panels = rows.flat_map(|(row, panels)| panels.panels.iter().map(move |panel| (row, panel)));
    let slot = |(row, shown)| Slot {
        panel: panel(shown),
        row,
        area,
    };
    let mut slots: Vec<Slot<'_>> = panels.map(slot).collect();
    align(ledger, tab, &mut slots);
    slots.into_iter().map(|slot| slot.panel).collect()
}

/// Aligns the upright charts of each row and gives every panel its scale.
fn align(ledger: &Ledger<'_>, tab: &Tab, slots: &mut [Slot<'_>]) {
    let uprights = slots.iter().map(|slot| slot.panel.upright(slot.area));
    let uprights: Vec<Option<Upright>> = uprights.collect();
    // As many rows are kept below the charts of a row as the longest of their notes takes, so that
    // they end on one line, unless that leaves one of them no room.
    let mut reserved: HashMap<usize, u16> = HashMap::new();
    let charts = || {
        let all = slots.iter().zip(&uprights);
        all.filter_map(|(slot, upright)| Some((slot.row, (*upright)?)))
    };
    for (row, upright) in charts() {
        let rows = reserved.entry(row).or_default();
        *rows = upright.note_rows.max(*rows);
    }
    for (row, upright) in charts() {
        let rows = reserved.entry(row).or_default();
        if upright.rows(*rows) == 0 {
            *rows = 0;
        }
    }
    let reserved = |slot: &Slot<'_>| reserved.get(&slot.row).copied().unwrap_or(0);
    let all = slots.iter().zip(&uprights);
    let heights = all.map(|(slot, upright)| upright.map(|chart| chart.rows(reserved(slot))));
    let heights: Vec<Option<u16>> = heights.collect();
    let shared = shared_scales(ledger, tab, slots, &heights);
    let has_same = |index: usize, slot: &Slot<'_>| {
        let mut others = slots
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != index);
        others.any(|(_, other)| {
            let is_neighbour = other.row == slot.row && panel::is_upright(other.panel.panel);
            is_neighbour || other.panel.has_axis() && other.panel.unit() == slot.panel.unit()
        })
    };
    let scale = |(index, slot): (usize, &Slot<'_>)| match shared.get(&ScaleGroup::of(slot)) {
        _ if !slot.panel.has_axis() => Scale::Plain,
        Some(scale) if heights[index].is_some() => *scale,
        _ if has_same(index, slot) => Scale::Own,
        _ => Scale::Plain,
    };
    let scales: Vec<Scale> = slots.iter().enumerate().map(scale).collect();
    let rows: Vec<u16> = slots.iter().map(reserved).collect();
    for ((slot, scale), rows) in slots.iter_mut().zip(scales).zip(rows) {
        slot.panel.scale = scale;
        slot.panel.reserved_rows = rows;
    }
}

/// Charts of one row that share a scale: those of one unit that name the same scale.
#[derive(PartialEq, Eq, Hash)]
struct ScaleGroup<'a> {
    row: usize,
    unit: Option<&'a str>,
    scale: Option<&'a str>,
}

impl<'a> ScaleGroup<'a> {
    fn of(slot: &Slot<'a>) -> Self {
        Self {
            row: slot.row,
            unit: slot.panel.unit(),
            scale: slot.panel.panel.scale.as_deref(),
        }
    }
}

/// The scales that several upright charts of a row share, all of which are on the page.
fn shared_scales<'a>(
    ledger: &Ledger<'_>,
    tab: &Tab,
    slots: &[Slot<'a>],
    heights: &[Option<u16>],
) -> HashMap<ScaleGroup<'a>, Scale> {
    let mut groups: HashMap<ScaleGroup<'a>, Vec<(&Slot<'a>, u16)>> = HashMap::new();
    for (slot, height) in slots.iter().zip(heights) {
        if let Some(height) = height {
            let group = groups.entry(ScaleGroup::of(slot)).or_default();
            group.push((slot, *height));
        }
    }
    groups.retain(|group, charts| {
        charts.len() > 1 && charts.len() == charts_in_row(ledger, tab, group)
    });
    let scale = |charts: Vec<(&Slot<'_>, u16)>| {
        let facts: Vec<&Fact<'_>> = charts
            .iter()
            .flat_map(|(slot, _)| slot.panel.facts.iter().copied())
            .collect();
        Scale::Shared {
            min: facts.iter().map(|fact| fact.smallest()).fold(0.0, f64::min),
            max: facts.iter().map(|fact| fact.largest()).fold(0.0, f64::max),
            rows: charts.iter().map(|(_, height)| *height).min().unwrap_or(0),
            has_tips: facts.iter().any(|fact| fact.is_bound()),
        }
    };
    let scales = groups.into_iter();
    scales
        .map(|(group, charts)| (group, scale(charts)))
        .collect()
}

/// How many charts of a row belong to a group, on the page or not.
fn charts_in_row(ledger: &Ledger<'_>, tab: &Tab, group: &ScaleGroup<'_>) -> usize {
    let unit = |panel: &dataset::Panel| {
        let fact = panel.figures.iter().find_map(|id| ledger.fact(id))?;
        Some(fact.figure.unit.as_str())
    };
    let is_in = |panel: &&dataset::Panel| {
        panel::is_upright(panel)
            && unit(panel) == group.unit
            && panel.scale.as_deref() == group.scale
    };
    let row = tab.rows.get(group.row);
    row.map_or(0, |row| row.panels.iter().filter(is_in).count())
}
