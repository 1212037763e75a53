//! The layout of a panel in an area: one answer for drawing, mouse, legend, pages and warnings.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};
use ratatui::widgets::{Block, Widget};

use super::Panel;
use crate::derive::Statement;
use crate::space::Room;
use crate::text::Fitter;
use crate::widget::{Large, Tip};

/// The layout of a panel in an area.
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    area: Rect,
    frame: Block<'a>,
    elements: Vec<Element<'a>>,
    targets: Vec<(&'a str, Rect)>,
    marks: Vec<Mark>,
    large: Vec<Large>,
    window: Option<Window>,
    omissions: Vec<Omission>,
    fitter: Fitter,
}

/// A part of a panel, alone on the cells of its area.
#[derive(Clone, Debug)]
pub(super) struct Element<'a> {
    pub(super) area: Rect,
    picture: Arc<dyn Picture + 'a>,
}

/// What an element draws.
pub(super) trait Picture: fmt::Debug {
    /// Draws it in `area`.
    fn paint(&self, area: Rect, buf: &mut Buffer);
}

impl<T: fmt::Debug> Picture for T
where
    for<'x> &'x T: Widget,
{
    fn paint(&self, area: Rect, buf: &mut Buffer) {
        Widget::render(self, area, buf);
    }
}

/// How a value is drawn, for the legend; by default as one that was printed and is not a bound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// Whether its texture says that it was computed.
    pub is_derived: bool,
    /// Its open end.
    pub tip: Option<Tip>,
}

impl Mark {
    /// The mark of a value.
    pub(super) fn new(value: &Statement<'_>) -> Self {
        Self {
            is_derived: value.is_derived(),
            tip: value.quantity.hedge.and_then(Tip::of),
        }
    }
}

/// The figures that are shown where not all have room: a page of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// Those shown, from 0.
    pub shown: Range<usize>,
    /// How many there are.
    pub count: usize,
}

/// What a plan has no room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Omission {
    /// Some of the figures, which the focus brings into sight.
    Figures,
    /// The earliest periods of a chart.
    Periods,
    /// The chart, instead of which its values are listed.
    Chart,
    /// The names of the parts.
    Legend,
    /// The note.
    Note,
}

impl<'a> Plan<'a> {
    /// A plan of nothing.
    pub(super) fn new(area: Rect) -> Self {
        Self {
            area,
            frame: Block::new(),
            elements: Vec::new(),
            targets: Vec::new(),
            marks: Vec::new(),
            large: Vec::new(),
            window: None,
            omissions: Vec::new(),
            fitter: Fitter::default(),
        }
    }

    /// The panel with its frame.
    pub const fn area(&self) -> Rect {
        self.area
    }

    /// Where each figure of the panel is, for the mouse.
    pub fn targets(&self) -> &[(&'a str, Rect)] {
        &self.targets
    }

    /// How the values that it draws are drawn, for the legend.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The texts that are larger than a cell.
    pub fn large(&self) -> impl Iterator<Item = &Large> {
        self.large.iter()
    }

    /// Which figures are shown where not all have room.
    pub const fn window(&self) -> Option<&Window> {
        self.window.as_ref()
    }

    /// What has no room, apart from the ends of texts.
    pub fn omissions(&self) -> &[Omission] {
        &self.omissions
    }

    /// Whether everything has room, to the end of each text.
    pub const fn is_whole(&self) -> bool {
        self.omissions.is_empty() && !self.fitter.is_cut()
    }

    pub(super) fn set_frame(&mut self, frame: Block<'a>) {
        self.frame = frame;
    }

    #[cfg(test)]
    pub(super) fn elements(&self) -> &[Element<'a>] {
        &self.elements
    }

    /// What cuts the panel's texts and remembers that it did.
    pub(super) const fn fitter(&mut self) -> &mut Fitter {
        &mut self.fitter
    }

    pub(super) fn omit(&mut self, omission: Omission) {
        self.omissions.push(omission);
    }

    pub(super) fn omit_note(&mut self, panel: &Panel<'_>) {
        if panel.note().is_some() {
            self.omit(Omission::Note);
        }
    }

    /// Lets a click on `area` hit a figure.
    pub(super) fn target(&mut self, figure: &'a str, area: Rect) {
        self.targets.push((figure, area));
    }

    pub(super) fn mark(&mut self, value: &Statement<'_>) {
        self.marks.push(Mark::new(value));
    }

    pub(super) fn draw(&mut self, area: Rect, picture: impl Picture + 'a) {
        if !area.is_empty() {
            let picture = Arc::new(picture);
            self.elements.push(Element { area, picture });
        }
    }

    /// Draws a text that is larger than a cell, and keeps it for pictures.
    pub(super) fn draw_large(&mut self, area: Rect, large: Large) {
        if !area.is_empty() {
            self.large.push(large.clone());
        }
        self.draw(area, large);
    }

    /// Takes a row for each of `lines` from the top of `room`, as far as there are any; a line that
    /// is too wide ends in an ellipsis.
    pub(super) fn lines(&mut self, lines: Vec<Line<'a>>, room: &mut Room) {
        let area = room.take_top(lines.len() as u16);
        self.fitter.note_cut(lines.len() > usize::from(area.height));
        let width = usize::from(area.width);
        let lines = lines.into_iter().take(usize::from(area.height));
        let lines = lines.map(|line| self.fitter.fit_line(line, width));
        let lines: Vec<Line<'_>> = lines.collect();
        self.draw(area, Text::from(lines));
    }

    /// Chooses the figures to show where `capacity` of `count` have room: the page of them that the
    /// focused one is on.
    pub(super) fn choose(
        &mut self,
        focused: Option<usize>,
        count: usize,
        capacity: usize,
    ) -> Range<usize> {
        let capacity = capacity.max(1);
        if count <= capacity {
            return 0..count;
        }
        let start = focused.unwrap_or(0).min(count - 1) / capacity * capacity;
        let shown = start..count.min(start + capacity);
        self.omit(Omission::Figures);
        self.window = Some(Window {
            shown: shown.clone(),
            count,
        });
        shown
    }
}

impl Widget for &Plan<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        (&self.frame).render(self.area.intersection(area), buf);
        for element in &self.elements {
            element.render(area, buf);
        }
    }
}

impl Widget for &Element<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        self.picture.paint(self.area.intersection(area), buf);
    }
}
