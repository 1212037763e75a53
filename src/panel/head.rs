//! What a chart says first: the latest value, large if it may be, and the change to it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::{Panel, parts};
use crate::derive::{Fact, Reading};
use crate::phrase;
use crate::text;
use crate::widget::Numeral;

/// The first rows of a chart.
#[derive(Default)]
pub(super) struct Head {
    numeral: Option<Numeral>,
    /// Above the numeral, or nothing.
    hedge: Line<'static>,
    lines: Vec<Line<'static>>,
}

/// The rows that a large number must leave for the chart below it.
const CHART: u16 = 9;

impl Head {
    pub(super) fn new(
        panel: &Panel<'_>,
        fact: &Fact<'_>,
        latest: &Reading<'_>,
        area: Rect,
    ) -> Self {
        let context = &panel.context;
        let change = fact.change.as_ref();
        let said = change.and_then(|change| parts::change(context, fact, change));
        let others = change
            .map(|change| parts::other_forms(context, fact, change))
            .unwrap_or_default();
        if let Some(numeral) = large(panel, fact, latest, area) {
            let unit = phrase::unit(phrase::Magnitude::of(fact), context.lang, fact);
            let mut lines = vec![Line::styled(unit, context.theme.number)];
            lines.extend(said.map(|said| joined(said, &others, panel, area.width)));
            let hedge = parts::lead(context, fact, &latest.value, numeral.has_sign());
            return Self {
                numeral: Some(numeral),
                hedge,
                lines,
            };
        }
        let mut lines = parts::headline(context, fact, latest, area.width);
        match (said, lines.as_mut_slice()) {
            (None, _) => {}
            (Some(said), [headline])
                if headline.width() + 2 + said.width() <= usize::from(area.width) =>
            {
                headline.push_span(Span::raw("  "));
                headline.extend(said);
                *headline = joined(headline.clone(), &others, panel, area.width);
            }
            (Some(said), _) => lines.push(said),
        }
        Self {
            numeral: None,
            hedge: Line::default(),
            lines,
        }
    }

    /// The rows it takes.
    pub(super) fn height(&self) -> u16 {
        let numeral = self
            .numeral
            .as_ref()
            .map_or(0, |numeral| numeral.height() + 1);
        numeral + self.lines.len() as u16
    }

    /// Draws it and returns the rows left below.
    pub(super) fn render(self, area: Rect, buf: &mut Buffer) -> Rect {
        let Some(numeral) = &self.numeral else {
            return parts::render_lines(self.lines, area, buf);
        };
        let area = parts::render_lines(vec![self.hedge], area, buf);
        numeral.render(area, buf);
        let height = numeral.height().min(area.height);
        let below = Rect {
            y: area.y + height,
            height: area.height - height,
            ..area
        };
        parts::render_lines(self.lines, below, buf)
    }
}

/// The other forms of the change behind the first, where they fit.
fn joined(mut line: Line<'static>, others: &str, panel: &Panel<'_>, width: u16) -> Line<'static> {
    if !others.is_empty() && line.width() + 3 + text::width(others) <= usize::from(width) {
        line.push_span(Span::styled(
            format!(" · {others}"),
            panel.context.theme.quiet,
        ));
    }
    line
}

/// The largest numeral that leaves room for the chart, on a panel that is to be read from afar.
fn large(panel: &Panel<'_>, fact: &Fact<'_>, latest: &Reading<'_>, area: Rect) -> Option<Numeral> {
    let fits = |it: &Numeral| it.width() <= area.width && it.height() + 3 + CHART <= area.height;
    let scales = (1..=panel.zoom).rev().filter(|_| panel.zoom > 1);
    let mut numerals = scales.filter_map(|it| panel.context.numeral(fact, &latest.value, it));
    numerals.find(fits)
}
