//! Numbers that share no axis: each with its name, unit, time and change.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::{Panel, parts};
use crate::derive::{Fact, Reading};
use crate::phrase;
use crate::widget::{Numeral, text};

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
        Layout::vertical(parts).spacing(u16::from(area.height > 4 * count as u16))
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
    let words = context.words();
    let width = usize::from(area.width);
    let change = fact
        .change
        .as_ref()
        .and_then(|change| parts::change(context, fact, change));
    let time = panel
        .common_time()
        .is_none()
        .then(|| phrase::when(context.lang, reading.when));
    let status = reading.value.is_derived().then(|| words.derived.to_owned());
    let aside = |parts: [Option<&String>; 2]| {
        let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        (!parts.is_empty()).then(|| Line::styled(text::fit(&parts.join(" · "), width), theme.quiet))
    };
    let names = name_lines(panel, fact, width);

    // Large if everything fits below the glyphs, else in words.
    let quantity = reading.value.quantity;
    let number = phrase::Scale::of(fact).number(quantity.value, quantity.place);
    let numeral = Numeral::new(&number).map(|numeral| numeral.style(theme.number));
    let below = 1 + names.len() + usize::from(change.is_some()) + usize::from(time.is_some());
    let needed = 1 + Numeral::HEIGHT + below as u16;
    if let Some(numeral) = numeral.filter(|it| it.width() <= area.width && needed <= area.height) {
        let hedge = phrase::prefix(context.lang, fact.unit, &reading.value);
        let unit = phrase::Scale::of(fact).unit(context.lang, fact.unit);
        let status = status
            .map(|status| format!(" · {status}"))
            .unwrap_or_default();
        let top = ((area.height - needed) / 3).min(2);
        let area = Rect {
            y: area.y + top,
            height: area.height - top,
            ..area
        };
        let area = parts::render_lines(vec![Line::styled(hedge, theme.label)], area, buf);
        numeral.render(area, buf);
        let mut lines = vec![Line::from(vec![
            Span::styled(unit, theme.number),
            Span::styled(status, theme.quiet),
        ])];
        lines.extend(names);
        lines.extend(change);
        lines.extend(aside([None, time.as_ref()]));
        let rows = Rect {
            y: area.y + Numeral::HEIGHT,
            height: area.height - Numeral::HEIGHT,
            ..area
        };
        parts::render_lines(lines, rows, buf);
        return;
    }
    let aside = aside([status.as_ref(), time.as_ref()]);
    let room = usize::from(area.height)
        .saturating_sub(1 + usize::from(change.is_some()) + usize::from(aside.is_some()));
    let mut lines = vec![parts::headline(context, fact, reading)];
    if names.len() <= room.min(1 + usize::from(panel.panel.figures.len() == 1)) {
        lines.extend(names);
    } else {
        // One line of name at least, cut with an ellipsis if it must be.
        let short = fact.figure.short.as_ref().unwrap_or(&fact.figure.name);
        let short = text::fit(short.get(context.lang), width.saturating_sub(2));
        lines.push(name_line(panel, fact, short, true));
    }
    lines.extend(change);
    lines.extend(aside);
    parts::render_lines(lines, area, buf);
}

/// The name in as many lines as it takes, marked when the figure is focused among others.
fn name_lines(panel: &Panel<'_>, fact: &Fact<'_>, width: usize) -> Vec<Line<'static>> {
    let lines = text::wrap(
        fact.figure.name.get(panel.context.lang),
        width.saturating_sub(2),
    );
    let line = |(index, line)| name_line(panel, fact, line, index == 0);
    lines.into_iter().enumerate().map(line).collect()
}

fn name_line(panel: &Panel<'_>, fact: &Fact<'_>, name: String, is_first: bool) -> Line<'static> {
    let is_focused = panel.is_focused(fact) && panel.panel.figures.len() > 1;
    let style = if is_focused {
        panel.context.hue.accent
    } else {
        panel.context.theme.label
    };
    let marker = if is_focused && is_first { "▸ " } else { "" };
    Line::from(vec![Span::styled(marker, style), Span::styled(name, style)])
}
