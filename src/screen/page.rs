//! The layout of a page: one answer for drawing, mouse, slides and warnings.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use crate::panel::{Mark, Plan, Window};
use crate::text::Fitter;
use crate::widget::Large;

/// The layout of a page in an area.
#[derive(Clone, Debug, Default)]
pub struct PagePlan<'a> {
    lines: Vec<(Rect, Line<'a>)>,
    tabs: Vec<(usize, Rect)>,
    panels: Vec<Plan<'a>>,
    large: Vec<Large>,
    /// Where each figure of a list is.
    list: Vec<(&'a str, Rect)>,
    selected: Option<(Rect, Style)>,
    /// Whether figures are on other pages, or without their panels.
    has_more: bool,
    fitter: Fitter,
}

impl<'a> PagePlan<'a> {
    /// The tab at a cell, from 0.
    pub(super) fn tab_at(&self, x: u16, y: u16) -> Option<usize> {
        let mut tabs = self.tabs.iter();
        let hit = tabs.find(|(_, slot)| slot.contains((x, y).into()));
        hit.map(|(tab, _)| *tab)
    }

    /// The id of the figure at a cell.
    pub(super) fn figure_at(&self, x: u16, y: u16) -> Option<&'a str> {
        let panels = self.panels.iter().flat_map(Plan::targets);
        let mut figures = panels.chain(&self.list);
        let hit = figures.find(|(_, slot)| slot.contains((x, y).into()));
        hit.map(|(id, _)| *id)
    }

    /// Whether every panel of the tab, or the one of a slide, is there with all that it has to show,
    /// and no text lost its end.
    pub fn is_whole(&self) -> bool {
        !self.has_more && !self.fitter.is_cut() && self.panels.iter().all(Plan::is_whole)
    }

    /// Which figures of a slide are shown where not all have room.
    pub fn window(&self) -> Option<&Window> {
        match &self.panels[..] {
            [panel] => panel.window(),
            _ => None,
        }
    }

    /// The texts that are larger than a cell.
    pub fn large(&self) -> impl Iterator<Item = &Large> {
        let panels = self.panels.iter().flat_map(Plan::large);
        self.large.iter().chain(panels)
    }

    /// How the values of the page are drawn, for the legend.
    pub(super) fn marks(&self) -> impl Iterator<Item = Mark> {
        self.panels.iter().flat_map(Plan::marks).copied()
    }

    /// What cuts the page's texts and remembers that it did.
    pub(super) const fn fitter(&mut self) -> &mut Fitter {
        &mut self.fitter
    }

    pub(super) fn line(&mut self, area: Rect, line: Line<'a>) {
        if !area.is_empty() {
            self.lines.push((area, line));
        }
    }

    /// Adds a text larger than a cell.
    pub(super) fn add_large(&mut self, large: Large) {
        if !large.area.is_empty() {
            self.large.push(large);
        }
    }

    pub(super) fn tab(&mut self, tab: usize, area: Rect) {
        self.tabs.push((tab, area));
    }

    pub(super) fn panel(&mut self, plan: Plan<'a>) {
        self.panels.push(plan);
    }

    /// Adds a figure of a list.
    pub(super) fn entry(&mut self, id: &'a str, area: Rect) {
        self.list.push((id, area));
    }

    pub(super) const fn select(&mut self, area: Rect, style: Style) {
        self.selected = Some((area, style));
    }

    pub(super) const fn leave_out(&mut self) {
        self.has_more = true;
    }
}

impl Widget for &PagePlan<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        for (slot, line) in &self.lines {
            line.render(slot.intersection(area), buf);
        }
        for large in &self.large {
            large.render(area, buf);
        }
        for panel in &self.panels {
            panel.render(area, buf);
        }
        if let Some((slot, style)) = self.selected {
            buf.set_style(slot.intersection(area), style);
        }
    }
}
