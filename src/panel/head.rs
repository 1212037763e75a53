//! What a chart says first: the latest value, large if it may be, and the change to it.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::plan::Drawing;
use super::{Panel, Plan, parts};
use crate::derive::{Fact, Reading};
use crate::phrase;
use crate::space::Room;
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
        let headline =
            change.and_then(|change| parts::change_since(context, fact, change, area.width));
        let others = change
            .map(|change| parts::other_forms(context, fact, change))
            .unwrap_or_default();
        if let Some(numeral) = large(panel, fact, latest, area) {
            let unit = phrase::unit(phrase::Magnitude::of(fact), context.lang, fact);
            let mut lines = vec![Line::styled(unit, context.theme.number)];
            lines.extend(headline.map(|change| joined(change, &others, panel, area.width)));
            let hedge = parts::prefix(context, fact, &latest.value, numeral.has_sign());
            return Self {
                numeral: Some(numeral),
                hedge,
                lines,
            };
        }
        let mut lines = parts::headline(context, fact, latest, area.width);
        match (headline, lines.as_mut_slice()) {
            (None, _) => {}
            (Some(change), [value])
                if value.width() + 2 + change.width() <= usize::from(area.width) =>
            {
                value.push_span(Span::raw("  "));
                value.extend(change);
                *value = joined(value.clone(), &others, panel, area.width);
            }
            (Some(change), _) => lines.push(change),
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

    /// Takes its rows from the top of `room`.
    pub(super) fn place(self, room: &mut Room, plan: &mut Plan<'_>) {
        if let Some(numeral) = self.numeral {
            plan.lines(vec![self.hedge], room);
            let area = room.take_top(numeral.height());
            plan.draw(area, Drawing::Numeral(numeral));
        }
        plan.lines(self.lines, room);
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

/// The largest numeral that leaves room for the chart, on a panel that is to be read at a distance.
fn large(panel: &Panel<'_>, fact: &Fact<'_>, latest: &Reading<'_>, area: Rect) -> Option<Numeral> {
    let fits = |numeral: &Numeral| {
        numeral.width() <= area.width && numeral.height() + 3 + CHART <= area.height
    };
    let scales = (1..=panel.zoom).rev().filter(|_| panel.zoom > 1);
    let mut numerals = scales.filter_map(|scale| panel.context.numeral(fact, &latest.value, scale));
    numerals.find(fits)
}
