//! What a chart says first: the latest value and the change to it.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Panel, Plan, parts};
use crate::derive::{Fact, Reading};
use crate::space::Room;
use crate::text;

/// The first rows of a chart, nothing where a hero says it.
#[derive(Default)]
pub(super) struct Head {
    lines: Vec<Line<'static>>,
}

impl Head {
    pub(super) fn new(
        panel: &Panel<'_>,
        fact: &Fact<'_>,
        latest: &Reading<'_>,
        area: Rect,
    ) -> Self {
        if panel.has_hero {
            return Self::default();
        }
        let context = &panel.context;
        let change = fact.change.as_ref();
        let headline =
            change.and_then(|change| parts::change_since(context, fact, change, area.width));
        let others = change
            .map(|change| parts::other_forms(context, fact, change))
            .unwrap_or_default();
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
        Self { lines }
    }

    /// The rows it takes.
    pub(super) const fn height(&self) -> u16 {
        self.lines.len() as u16
    }

    /// Takes its rows from the top of `room`.
    pub(super) fn place(self, room: &mut Room, plan: &mut Plan<'_>) {
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
