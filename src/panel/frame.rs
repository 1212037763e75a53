//! The frame of a panel: its title above, and below it citations, time, unit and scale.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Padding};

use super::{Axis, Panel, Plan, Scale, Window};
use crate::locale::fill;
use crate::phrase;
use crate::quantity::Quantity;
use crate::text::{self, Fitter};

/// The plain frame, which has the room inside it that every frame has.
pub(super) const fn block() -> Block<'static> {
    Block::bordered().padding(Padding::horizontal(1))
}

/// Gives the plan of a panel the frame with all that it says.
pub(super) fn place(panel: &Panel<'_>, plan: &mut Plan<'_>) {
    let theme = panel.context.theme;
    let is_focused = panel.has_focus();
    let (kind, border, title) = if is_focused {
        (
            BorderType::Thick,
            theme.border_focused.patch(panel.context.hue.accent),
            theme.title_focused,
        )
    } else {
        (BorderType::Rounded, theme.border, theme.title)
    };
    let room = usize::from(plan.area().width.saturating_sub(4));
    let window = plan.window().map(|Window { shown, count }| {
        let first = shown.start + 1;
        if shown.len() > 1 {
            format!("{first}–{}/{count}", shown.end)
        } else {
            format!("{first}/{count}")
        }
    });
    let window = window.filter(|window| text::width(window) <= room);
    let window_width = window.as_ref().map_or(0, |window| text::width(window) + 2);
    let name = self::title(panel, room.saturating_sub(window_width), plan.fitter());
    let citations = citations(panel, room, plan.fitter());
    let caption = caption(panel, room.saturating_sub(text::width(&citations) + 2));
    let mut block = block()
        .border_type(kind)
        .border_style(border)
        .title(padded(name, title));
    if let Some(window) = window {
        block = block.title(padded(window, theme.quiet).right_aligned());
    }
    if !citations.is_empty() {
        block = block.title_bottom(padded(citations, theme.quiet));
    }
    if !caption.is_empty() {
        block = block.title_bottom(padded(caption, theme.quiet).right_aligned());
    }
    plan.set_frame(block);
}

fn padded(text: String, style: Style) -> Line<'static> {
    Line::from(vec![
        Span::raw(" "),
        Span::styled(text, style),
        Span::raw(" "),
    ])
}

/// The title in `room` cells: its own, or else the names of its figures; a short name rather than a
/// cut title where there is only one.
fn title(panel: &Panel<'_>, room: usize, fitter: &mut Fitter) -> String {
    let lang = panel.context.lang;
    let full = match (&panel.panel.title, &panel.facts[..]) {
        (Some(title), _) => panel.context.fill_in(title),
        (None, [fact]) => fact.figure.name.get(lang).to_owned(),
        (None, facts) => {
            // Each takes a cell at least, so that no more of them have room.
            let names = facts.iter().take(room + 1);
            let names: Vec<&str> = names.map(|fact| fact.figure.short_name(lang)).collect();
            names.join(", ")
        }
    };
    let short = match &panel.facts[..] {
        [fact] if panel.form().has_short_title => fact.figure.short.as_ref(),
        _ => None,
    };
    let short = short.map(|short| short.get(lang));
    match short.filter(|short| text::width(&full) > room && text::width(short) <= room) {
        Some(short) => short.to_owned(),
        None => fitter.fit(&full, room),
    }
}

/// The places in the documents that the panel's figures come from, as far as they have room:
/// `§1.3 §1.6`.
fn citations(panel: &Panel<'_>, room: usize, fitter: &mut Fitter) -> String {
    let mut citations: Vec<String> = Vec::new();
    let mut width = 0;
    let facts = panel.facts.iter();
    for source in facts.flat_map(|fact| panel.context.ledger.sources(fact)) {
        let citation = phrase::source_mark(panel.context.ledger, source);
        if !citations.contains(&citation) {
            width += text::width(&citation) + 1;
            citations.push(citation);
        }
        if width > room + 1 {
            break;
        }
    }
    fitter.fit(&citations.join(" "), room)
}

/// What the lower right of the frame says in `room` cells: time, unit and scale.
fn caption(panel: &Panel<'_>, room: usize) -> String {
    let words = panel.context.words();
    let lang = panel.context.lang;
    let form = panel.form();
    let scale = match (panel.scale, &panel.panel.start, panel.facts.first()) {
        (_, Some(start), Some(fact)) => {
            let start = Quantity::constant(start);
            let start = phrase::number(phrase::Magnitude::of(fact), fact, &start);
            Some(fill(words.axis_from, &[start]))
        }
        (Scale::Shared { .. }, ..) => Some(words.same_scale.to_owned()),
        (Scale::Own, ..) => Some(words.own_scale.to_owned()),
        (Scale::Plain, ..) => None,
    };
    let time = panel.time.filter(|_| form.is_of_one_time);
    let time = time.map(|time| phrase::short_when(lang, time));
    let unit = match (form.axis, panel.facts.first()) {
        (Axis::Level, Some(fact)) => Some(phrase::unit(panel.magnitude(), lang, fact)),
        _ => None,
    };
    let joined = |parts: [&Option<String>; 3]| -> String {
        let parts: Vec<&str> = parts
            .into_iter()
            .filter_map(|part| part.as_deref().filter(|part| !part.is_empty()))
            .collect();
        parts.join(" · ")
    };
    // The unit stays longest, for without it the numbers say nothing.
    let candidates = [
        joined([&time, &unit, &scale]),
        joined([&None, &unit, &scale]),
        joined([&None, &unit, &None]),
    ];
    let fits = |caption: &String| text::width(caption) <= room;
    candidates.into_iter().find(fits).unwrap_or_default()
}
