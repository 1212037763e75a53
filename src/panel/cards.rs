//! Numbers that share no axis: each with its name, unit, time and change.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use super::{Panel, parts};
use crate::derive::{Fact, Reading};
use crate::phrase;
use crate::widget::text;

/// The fewest cells that a card beside another is wide.
const LEAST_WIDTH: u16 = 30;

pub(super) fn render(panel: &Panel<'_>, area: Rect, buf: &mut Buffer) {
    let facts = panel.facts();
    let least = regions(area, facts.len())
        .iter()
        .map(|slot| slot.height)
        .min()
        .unwrap_or(0);
    let note = parts::note_height(&panel.context, panel.panel, area.width);
    let area = if least >= 3 + note {
        parts::render_note(&panel.context, panel.panel, area, buf)
    } else {
        area
    };
    for (fact, slot) in facts.iter().zip(regions(area, facts.len())) {
        if let Some(reading) = fact.latest() {
            render_card(panel, fact, reading, slot, buf);
        }
    }
}

/// Where each card stands: side by side, or one below the other where the width does not allow it.
pub(super) fn regions(area: Rect, count: usize) -> Vec<Rect> {
    let parts = vec![Constraint::Fill(1); count];
    let is_wide = area.width / count.max(1) as u16 >= LEAST_WIDTH;
    let layout = if is_wide {
        Layout::horizontal(parts).spacing(2)
    } else {
        Layout::vertical(parts)
    };
    layout.split(area).to_vec()
}

fn render_card(
    panel: &Panel<'_>,
    fact: &Fact<'_>,
    reading: &Reading<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let context = &panel.context;
    let theme = context.theme;
    let is_focused = panel.is_focused(fact) && panel.panel.figures.len() > 1;
    let marker = if is_focused { "▸ " } else { "" };
    let name_style = if is_focused {
        context.hue.accent
    } else {
        theme.label
    };
    let width = usize::from(area.width);

    let change = fact
        .change
        .as_ref()
        .and_then(|change| parts::change(context, fact, change));
    let time = match panel.common_time() {
        Some(_) => String::new(),
        None => phrase::when(context.lang, reading.when),
    };
    let status = if reading.value.is_derived() {
        context.words().derived
    } else {
        ""
    };
    let aside: Vec<&str> = [status, time.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let aside = aside.join(" · ");

    let quantity = reading.value.quantity;
    let number = phrase::Scale::of(fact).number(quantity.value, quantity.place);
    let extra = u16::from(change.is_some()) + u16::from(!aside.is_empty());
    let has_room = area.height >= parts::BIG + 3 + extra;
    let name_lines = text::wrap(
        fact.figure.name.get(context.lang),
        width.saturating_sub(2).max(1),
    );

    let big_area = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    let big = has_room
        .then(|| parts::render_big(&number, theme.number, big_area, buf))
        .flatten();
    let (mut lines, below) = match big {
        Some(below) => {
            let hedge = phrase::prefix(context.lang, fact.unit, &reading.value);
            parts::render_lines(vec![Line::styled(hedge, theme.label)], area, buf);
            let unit = phrase::Scale::of(fact).unit(context.lang, fact.unit);
            (vec![Line::styled(unit, theme.number)], below)
        }
        None => (vec![parts::headline(context, fact, reading)], area),
    };
    let room = usize::from(below.height)
        .saturating_sub(1 + usize::from(extra))
        .max(1);
    lines.extend(
        name_lines
            .iter()
            .take(room)
            .enumerate()
            .map(|(index, line)| {
                let last = index + 1 == room && name_lines.len() > room;
                let line = if last {
                    format!(
                        "{}…",
                        text::fit(line, width.saturating_sub(3)).trim_end_matches('…')
                    )
                } else {
                    line.clone()
                };
                let lead = if index == 0 { marker } else { "" };
                Line::from(vec![
                    Span::styled(lead, name_style),
                    Span::styled(line, name_style),
                ])
            }),
    );
    lines.extend(change);
    if !aside.is_empty() {
        lines.push(Line::styled(text::fit(&aside, width), theme.quiet));
    }
    parts::render_lines(lines, below, buf);
}
