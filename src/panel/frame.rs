//! The border of a panel: a frame or a rule with its title, citations, time, unit and scale.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Padding};

use super::{Axis, Panel, Plan, Scale, Window};
use crate::locale::fill;
use crate::phrase;
use crate::quantity::Quantity;
use crate::space::Room;
use crate::text::{self, Fitter};

/// The plain frame, which has the room inside it that every frame has.
pub(super) const fn block() -> Block<'static> {
    Block::bordered().padding(Padding::horizontal(1))
}

/// What is around a panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Border {
    /// A frame, where the page is small.
    #[default]
    Frame,
    /// A rule behind the title; a frame for the focus only.
    Rule,
}

/// What a border says in a panel's width.
struct Legend {
    title: String,
    /// Which figures are shown where not all have room.
    window: Option<String>,
    /// Time, unit and scale.
    caption: String,
    citations: String,
    /// Whether all of it is on one row.
    is_one_row: bool,
}

/// The room inside the border of a panel.
pub(super) fn inside(panel: &Panel<'_>, area: Rect) -> Rect {
    let inner = block().inner(area);
    let has_bottom = panel.border == Border::Frame
        // The frame of the focus needs the row, wherever the focus is now.
        || panel.has_marker
        || !Legend::new(panel, area.width, None, &mut Fitter::default()).is_one_row;
    let height = area.height.saturating_sub(1 + u16::from(has_bottom));
    Rect { height, ..inner }
}

/// Gives the plan of a panel the border with all that it says.
pub(super) fn place(panel: &Panel<'_>, plan: &mut Plan<'_>) {
    let window = plan.window().map(|Window { shown, count }| {
        let first = shown.start + 1;
        if shown.len() > 1 {
            format!("{first}–{}/{count}", shown.end)
        } else {
            format!("{first}/{count}")
        }
    });
    let width = plan.area().width;
    let legend = Legend::new(panel, width, window, plan.fitter());
    if panel.border == Border::Rule && !panel.has_focus() {
        legend.place_rule(panel, plan);
    } else {
        legend.place_frame(panel, plan);
    }
}

impl Legend {
    fn new(panel: &Panel<'_>, width: u16, window: Option<String>, fitter: &mut Fitter) -> Self {
        let room = usize::from(width.saturating_sub(4));
        let window = window.filter(|window| text::width(window) <= room);
        let window_width = window.as_ref().map_or(0, |window| text::width(window) + 2);
        let title = title(panel, room.saturating_sub(window_width), fitter);
        let citations = citations(panel, room, fitter);
        let behind = text::width(&citations) + 2;
        let caption = caption(panel, room.saturating_sub(behind));
        // A rule of three cells at least, and a gap on each side of it.
        let parts = [&title, &caption, &citations].map(|part| text::width(part));
        let used = parts.iter().sum::<usize>() + window_width + GAP.len() + 5;
        Self {
            is_one_row: panel.border == Border::Rule && used <= room,
            title,
            window,
            caption,
            citations,
        }
    }

    /// What is at the right of the title.
    fn aside(&self) -> String {
        let window = self.window.as_deref().unwrap_or_default();
        let others = [self.caption.as_str(), self.citations.as_str()];
        let others = if self.is_one_row { others } else { [""; 2] };
        let parts = [window].into_iter().chain(others);
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        parts.join(GAP)
    }

    /// The title before a rule, and below everything what has no room behind it.
    fn place_rule(self, panel: &Panel<'_>, plan: &mut Plan<'_>) {
        let theme = panel.context.theme;
        let mut room = Room::of(plan.area());
        room.take_sides(2);
        let mut bottom = Room::of(room.area());
        let width = usize::from(room.area().width);
        let aside = self.aside();
        let gaps = 1 + usize::from(!aside.is_empty());
        let used = text::width(&self.title) + text::width(&aside) + gaps;
        let rule = "─".repeat(width.saturating_sub(used));
        let gap = if aside.is_empty() { "" } else { " " };
        let line = Line::from(vec![
            Span::styled(self.title, theme.title),
            Span::raw(" "),
            Span::styled(rule, theme.border),
            Span::raw(gap),
            Span::styled(aside, theme.quiet),
        ]);
        plan.lines(vec![line], &mut room);
        if !self.is_one_row && bottom.area().height > 1 {
            let mut row = Room::of(bottom.take_bottom(1));
            let citations = row.take_left(text::width(&self.citations) as u16);
            let line = |text: String| vec![Line::styled(text, theme.quiet)];
            plan.lines(line(self.citations), &mut Room::of(citations));
            let caption = row.take_right(text::width(&self.caption) as u16);
            plan.lines(line(self.caption), &mut Room::of(caption));
        }
    }

    fn place_frame(self, panel: &Panel<'_>, plan: &mut Plan<'_>) {
        let theme = panel.context.theme;
        let (kind, border, title) = if panel.has_focus() {
            (
                BorderType::Thick,
                theme.border_focused.patch(panel.context.hue.accent),
                theme.title_focused,
            )
        } else {
            (BorderType::Rounded, theme.border, theme.title)
        };
        let aside = self.aside();
        let mut block = block()
            .border_type(kind)
            .border_style(border)
            .title(padded(self.title, title));
        if !aside.is_empty() {
            block = block.title(padded(aside, theme.quiet).right_aligned());
        }
        if !self.is_one_row && !self.citations.is_empty() {
            block = block.title_bottom(padded(self.citations, theme.quiet));
        }
        if !self.is_one_row && !self.caption.is_empty() {
            block = block.title_bottom(padded(self.caption, theme.quiet).right_aligned());
        }
        plan.set_frame(block);
    }
}

/// What is between two parts of a border's text.
const GAP: &str = " · ";

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
