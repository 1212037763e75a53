//! Numbers that share no axis: each with its name, unit, time and change.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Axis, Form, Panel, Plan, count, parts};
use crate::dataset;
use crate::derive::{Fact, Ledger, Reading};
use crate::phrase;
use crate::space::{self, Room, Share};
use crate::text::{self, Fitter};

pub(super) const FORM: Form = Form {
    plan,
    min_size,
    good_height: |_, panel| 3 + 4 * count(panel),
    axis: Axis::None,
    is_of_one_time: true,
    has_short_title: true,
};

/// A row of number and name, or as many as each card has, where any of them has more to say.
fn min_size(ledger: &Ledger<'_>, panel: &dataset::Panel, width: u16) -> (u16, u16) {
    let facts = ledger.of_panel(panel);
    let has_more = |fact: &&Fact<'_>| {
        let is_derived = fact
            .latest()
            .is_some_and(|latest| latest.value.is_derived());
        is_derived || fact.change.is_some()
    };
    let is_plain = facts.len() == 1 && !facts.iter().any(has_more);
    match rows(width.saturating_sub(4), count(panel)) {
        1 if is_plain => (26, 3),
        1 => (26, 6),
        rows => (26, 2 + 3 * rows),
    }
}

/// The fewest cells that a card next to another is wide.
const MIN_WIDTH: u16 = 24;

fn plan<'a>(panel: &Panel<'a>, area: Rect, plan: &mut Plan<'a>) {
    let capacity = capacity(panel, area);
    let shown = plan.choose(panel.focused(), panel.facts.len(), capacity);
    let cards = cards(panel, &panel.facts[shown]);

    let mut room = Room::of(area);
    let mut note = Room::of(room.take_bottom(panel.note_rows(area.width, area.height)));
    let min_height = cards.iter().map(Card::min_height).max().unwrap_or(0);
    let count = cards.len() as u16;
    let slots_of = |area: Rect| grid(area, count, rows(area.width, count));
    let mut slots = slots_of(room.area());
    if slots.iter().all(|slot| slot.height >= min_height) {
        parts::note(panel, &mut note, plan);
    } else {
        slots = slots_of(area);
        plan.omit_note(panel);
    }
    for (card, slot) in cards.iter().zip(slots) {
        plan.target(&card.fact.figure.id, slot);
        card.place(&mut Room::of(slot), plan);
    }
}

fn cards<'p, 'a>(panel: &'p Panel<'a>, facts: &[&'a Fact<'a>]) -> Vec<Card<'p, 'a>> {
    let card = |fact: &&'a Fact<'a>| Card::new(panel, fact);
    facts.iter().filter_map(card).collect()
}

/// How many cards a page has: all where each has a row, or else as many as have all their rows.
fn capacity(panel: &Panel<'_>, area: Rect) -> usize {
    let columns = usize::from((area.width / MIN_WIDTH).max(1));
    let rows = usize::from(area.height.max(1));
    let facts = &panel.facts;
    if facts.len() <= columns * rows {
        return facts.len();
    }
    let cards = cards(panel, &facts[..columns * rows]);
    let heights = cards.iter().map(Card::min_height);
    let height = usize::from(heights.max().unwrap_or(1) + 1);
    columns * (rows / height).max(1)
}

/// The slots of `count` cards in so many rows, in reading order.
fn grid(area: Rect, count: u16, rows: u16) -> Vec<Rect> {
    let gap = u16::from(area.height > 4 * rows);
    let equal = |count: u16| vec![Share::EQUAL; usize::from(count)];
    let columns = equal(count.div_ceil(rows.max(1)));
    let rows = space::rows(area, &equal(rows), gap).unwrap_or_default();
    let rows = rows.into_iter();
    let slots = rows.flat_map(|row| space::columns(row, &columns, 2).unwrap_or_default());
    slots.take(usize::from(count)).collect()
}

/// The rows that `count` cards take in `width` cells, as even as can be.
fn rows(width: u16, count: u16) -> u16 {
    let columns = (width / MIN_WIDTH).clamp(1, count.max(1));
    count.div_ceil(columns).max(1)
}

/// A figure on a card.
struct Card<'p, 'a> {
    panel: &'p Panel<'a>,
    fact: &'a Fact<'a>,
    latest: &'a Reading<'a>,
    change: Option<Line<'static>>,
    /// The value that the change starts from, for there is no chart to show it.
    earlier: Option<String>,
    /// The time, unless the panel says it for all its cards.
    time: Option<String>,
    status: Option<&'static str>,
}

impl<'p, 'a> Card<'p, 'a> {
    fn new(panel: &'p Panel<'a>, fact: &'a Fact<'a>) -> Option<Self> {
        let context = &panel.context;
        let latest = fact.latest()?;
        let change = fact
            .change
            .as_ref()
            .and_then(|change| parts::change(context, fact, change));
        let earlier = fact.change.as_ref().and_then(|change| fact.at(change.from));
        let earlier = earlier.map(|earlier| {
            let time = phrase::short_when(context.lang, earlier.when);
            let magnitude = phrase::Magnitude::of(fact);
            format!(
                "{time} {}",
                phrase::short_value(magnitude, fact, &earlier.value)
            )
        });
        let time = phrase::short_when(context.lang, latest.when);
        let is_derived = latest.value.is_derived();
        Some(Self {
            panel,
            fact,
            latest,
            change,
            earlier,
            time: panel.time.is_none().then_some(time),
            status: is_derived.then_some(context.words().derived),
        })
    }

    /// The lines below the name.
    fn tail(&self, aside: Option<String>, width: usize) -> Vec<Line<'static>> {
        let quiet = self.panel.context.theme.quiet;
        // Part of a number would be another number.
        let earlier = self.earlier.clone();
        let earlier = earlier.filter(|earlier| text::width(earlier) <= width);
        let quiet_lines = [earlier, aside].into_iter().flatten();
        self.change
            .iter()
            .cloned()
            .chain(quiet_lines.map(|line| Line::styled(line, quiet)))
            .collect()
    }

    /// Whether it says more than a number and a name.
    const fn has_more(&self) -> bool {
        self.change.is_some() || self.time.is_some() || self.status.is_some()
    }

    /// The rows that number, name and all that must be said take in words.
    fn min_height(&self) -> u16 {
        let aside = (self.time.is_some() || self.status.is_some()).then(String::new);
        2 + self.tail(aside, usize::MAX).len() as u16
    }

    /// Takes its rows from `room`, which is all its own.
    fn place(&self, room: &mut Room, plan: &mut Plan<'_>) {
        let context = &self.panel.context;
        let Rect { width, height, .. } = room.area();
        let headline = parts::headline(context, self.fact, self.latest, width);
        let lines = match &headline[..] {
            // A number without its name would say nothing.
            [line] if height == 1 => {
                let name = format!(" {}", self.fact.figure.short_name(context.lang));
                let mut line = line.clone();
                line.push_span(Span::styled(name, context.theme.label));
                plan.fitter().note_cut(self.has_more());
                vec![line]
            }
            _ => self.small_lines(headline, usize::from(width), usize::from(height), plan),
        };
        plan.lines(lines, room);
    }

    /// The card in words: the number, then its name and what else there is room for.
    fn small_lines(
        &self,
        headline: Vec<Line<'static>>,
        width: usize,
        height: usize,
        plan: &mut Plan<'_>,
    ) -> Vec<Line<'static>> {
        let asides: Vec<&str> = self
            .status
            .into_iter()
            .chain(self.time.as_deref())
            .collect();
        let aside = (!asides.is_empty()).then(|| plan.fitter().fit(&asides.join(" · "), width));
        // Without its own row, the aside goes behind the name.
        let has_row = headline.len() + 1 + self.tail(None, width).len() < height;
        let (row, behind) = if has_row {
            (aside, None)
        } else {
            (None, aside)
        };
        let tail = self.tail(row, width);
        let room = height.saturating_sub(headline.len() + tail.len());
        let names = self.small_name(behind, width, room, plan);
        [headline, names, tail].concat()
    }

    /// The name in full if `rows` allow it, or else in short with an aside behind it.
    fn small_name(
        &self,
        behind: Option<String>,
        width: usize,
        rows: usize,
        plan: &mut Plan<'_>,
    ) -> Vec<Line<'static>> {
        let context = &self.panel.context;
        let quiet = context.theme.quiet;
        let names = name_lines(self.panel, self.fact, width, &mut Fitter::default());
        if names.is_empty() {
            let aside = behind.map(|aside| Line::styled(aside, quiet));
            return aside.into_iter().collect();
        }
        // More lines of name only where a blank one is left, or where the short name is cut as well.
        let short = self.fact.figure.short_name(context.lang);
        let marker = marker_width(self.panel);
        let is_cut = marker + text::width(short) > width;
        let has_room = names.len() < rows + usize::from(is_cut);
        if behind.is_none() && (names.len() == 1 || has_room) {
            return names;
        }
        let behind = behind.map_or(String::new(), |aside| format!(" · {aside}"));
        let room = width.saturating_sub(marker + text::width(&behind));
        let short = plan.fitter().fit(short, room);
        let mut name = name_line(self.panel, self.fact, short, true);
        name.push_span(Span::styled(behind, quiet));
        vec![name]
    }
}

/// The name in as many lines as it takes, marked when the figure is focused among others.
fn name_lines(
    panel: &Panel<'_>,
    fact: &Fact<'_>,
    width: usize,
    fitter: &mut Fitter,
) -> Vec<Line<'static>> {
    // A panel without a title has the name above it.
    if panel.panel.title.is_none() && panel.panel.figures.len() == 1 {
        return Vec::new();
    }
    let room = width.saturating_sub(marker_width(panel));
    let name = fact.figure.name.get(panel.context.lang);
    let lines = fitter.wrap_to(name, room, MAX_NAME);
    let line = |(index, line)| name_line(panel, fact, line, index == 0);
    lines.into_iter().enumerate().map(line).collect()
}

/// The most lines of a name.
const MAX_NAME: usize = 12;

/// The cells that the mark of the focused figure takes, where there are others.
const fn marker_width(panel: &Panel<'_>) -> usize {
    if panel.panel.figures.len() > 1 { 2 } else { 0 }
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
