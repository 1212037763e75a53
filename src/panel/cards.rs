//! Numbers that share no axis: each with its name, unit, time and change.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::{Panel, parts};
use crate::derive::{Fact, Reading};
use crate::phrase;
use crate::space::{self, Share};
use crate::text;
use crate::widget::Numeral;

/// The fewest cells that a card beside another is wide.
const LEAST_WIDTH: u16 = 24;

pub(super) fn render(panel: &Panel<'_>, area: Rect, buf: &mut Buffer) {
    let facts = panel.facts();
    let cards = cards(panel, &facts);
    let (slots, note) = split(panel, &cards, area);
    parts::render_note(&panel.context, panel.panel, note, buf);
    let scale = common_scale(panel, &cards, &slots);
    // Numbers side by side stand on one line, so the highest card says where they begin.
    let heights = cards.iter().zip(&slots);
    let heights = heights.map(|(card, slot)| card.height(scale, slot.width));
    let highest = heights.max().unwrap_or(0);
    for (card, slot) in cards.iter().zip(slots) {
        card.render(scale, highest, slot, buf);
    }
}

/// Where each card stands.
pub(super) fn regions(panel: &Panel<'_>, area: Rect) -> Vec<Rect> {
    let facts = panel.facts();
    split(panel, &cards(panel, &facts), area).0
}

fn cards<'a>(panel: &'a Panel<'a>, facts: &[&'a Fact<'a>]) -> Vec<Card<'a>> {
    let cards = facts.iter().filter_map(|fact| Card::new(panel, fact));
    cards.collect()
}

/// The area of each card, and that of the note, empty where the cards need its rows.
fn split(panel: &Panel<'_>, cards: &[Card<'_>], area: Rect) -> (Vec<Rect>, Rect) {
    let note = parts::note_height(&panel.context, panel.panel, area.width).min(area.height);
    let above = Rect {
        height: area.height - note,
        ..area
    };
    let least = cards.iter().map(Card::least).max().unwrap_or(0);
    let slots = slots(panel, cards, above);
    if slots.iter().all(|slot| slot.height >= least) {
        let note = Rect {
            y: above.bottom(),
            height: note,
            ..area
        };
        return (slots, note);
    }
    (self::slots(panel, cards, area), Rect { height: 0, ..area })
}

/// Cards in as few rows as the width allows, or one below the other where that makes the numbers
/// of a panel that is read from afar larger.
fn slots(panel: &Panel<'_>, cards: &[Card<'_>], area: Rect) -> Vec<Rect> {
    let count = cards.len() as u16;
    let beside = grid(area, count, rows(area.width, count));
    let below = grid(area, count, count);
    let scale = |slots: &[Rect]| common_scale(panel, cards, slots);
    let is_larger_below = panel.zoom > 1 && scale(&below) > scale(&beside);
    if is_larger_below { below } else { beside }
}

/// The slots of `count` cards in so many rows, in reading order.
fn grid(area: Rect, count: u16, rows: u16) -> Vec<Rect> {
    let gap = u16::from(area.height > 4 * rows);
    let equal = |count: u16| vec![Share::EQUAL; usize::from(count)];
    let columns = equal(count.div_ceil(rows));
    let rows = space::rows(area, &equal(rows), gap).unwrap_or_default();
    let rows = rows.into_iter();
    let slots = rows.flat_map(|row| space::columns(row, &columns, 2).unwrap_or_default());
    slots.take(usize::from(count)).collect()
}

/// The largest scale at which every card fits its slot: numbers of one panel are equally large, for
/// size would be read as importance.
fn common_scale(panel: &Panel<'_>, cards: &[Card<'_>], slots: &[Rect]) -> u16 {
    let scales = cards
        .iter()
        .zip(slots)
        .map(|(card, slot)| card.largest(*slot, panel.zoom));
    scales.min().unwrap_or(0)
}

/// The rows that `count` cards take in `width` cells, as even as can be.
pub(super) fn rows(width: u16, count: u16) -> u16 {
    let columns = (width / LEAST_WIDTH).clamp(1, count.max(1));
    count.div_ceil(columns).max(1)
}

/// A figure on a card.
struct Card<'a> {
    panel: &'a Panel<'a>,
    fact: &'a Fact<'a>,
    reading: &'a Reading<'a>,
    change: Option<Line<'static>>,
    /// The value that the change starts from, for there is no chart to show it.
    earlier: Option<String>,
    /// The time, unless the panel says it for all its cards.
    time: Option<String>,
    status: Option<&'static str>,
}

impl<'a> Card<'a> {
    fn new(panel: &'a Panel<'a>, fact: &'a Fact<'a>) -> Option<Self> {
        let context = &panel.context;
        let reading = fact.latest()?;
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
        let time = panel
            .common_time()
            .is_none()
            .then(|| phrase::short_when(context.lang, reading.when));
        let status = reading
            .value
            .is_derived()
            .then_some(context.words().derived);
        Some(Self {
            panel,
            fact,
            reading,
            change,
            earlier,
            time,
            status,
        })
    }

    /// What stands behind the number, if anything.
    fn unit(&self) -> Option<String> {
        let magnitude = phrase::Magnitude::of(self.fact);
        let unit = phrase::unit(magnitude, self.panel.context.lang, self.fact);
        (!unit.is_empty()).then_some(unit)
    }

    fn numeral(&self, scale: u16) -> Option<Numeral> {
        let context = &self.panel.context;
        context.numeral(self.fact, &self.reading.value, scale)
    }

    /// The lines below the name.
    fn tail(&self, aside: Option<String>, width: usize) -> Vec<Line<'static>> {
        let quiet = self.panel.context.theme.quiet;
        // Part of a number would be another number.
        let earlier = self.earlier.clone();
        let earlier = earlier.filter(|earlier| text::width(earlier) <= width);
        let said = [earlier, aside].into_iter().flatten();
        self.change
            .iter()
            .cloned()
            .chain(said.map(|line| Line::styled(line, quiet)))
            .collect()
    }

    /// The rows that number, name and all that must be said take in words.
    fn least(&self) -> u16 {
        let aside = (self.time.is_some() || self.status.is_some()).then(String::new);
        2 + self.tail(aside, usize::MAX).len() as u16
    }

    /// The row above a large number that says its hedge, if any number of the panel has one.
    fn lead(&self) -> u16 {
        let facts = self.panel.facts();
        let is_hedged = |fact: &&Fact<'_>| {
            let value = fact.latest().map(|latest| &latest.value);
            value.is_some_and(|value| value.is_derived() || value.quantity.hedge.is_some())
        };
        u16::from(facts.iter().any(is_hedged))
    }

    /// The rows of the card when its number is `scale` times as large as the least numeral.
    fn height(&self, scale: u16, width: u16) -> u16 {
        let width = usize::from(width);
        let names = name_lines(self.panel, self.fact, width).len();
        let tail = self.tail(self.time.clone(), width).len();
        let below = usize::from(self.unit().is_some()) + names + tail;
        self.lead() + Numeral::HEIGHT * scale + below as u16
    }

    /// The largest scale at which the whole card fits, 0 when its number must be in words.
    fn largest(&self, area: Rect, most: u16) -> u16 {
        let fits = |scale: &u16| {
            let width = self.numeral(*scale).map(|it| it.width());
            let has_width = width.is_some_and(|width| width <= area.width);
            has_width && self.height(*scale, area.width) <= area.height
        };
        (1..=most).rev().find(fits).unwrap_or(0)
    }

    fn render(&self, scale: u16, highest: u16, area: Rect, buf: &mut Buffer) {
        match self.numeral(scale).filter(|_| scale > 0) {
            Some(numeral) => self.render_large(&numeral, highest, area, buf),
            None => self.render_small(area, buf),
        }
    }

    fn render_large(&self, numeral: &Numeral, highest: u16, area: Rect, buf: &mut Buffer) {
        let context = &self.panel.context;
        let theme = context.theme;
        let spare = area.height.saturating_sub(highest);
        let air = spare.div_ceil(3);
        let top = if self.panel.zoom > 1 { air } else { air.min(2) };
        let area = Rect {
            y: area.y + top,
            height: area.height - top,
            ..area
        };
        let said = parts::lead(context, self.fact, &self.reading.value, numeral.has_sign());
        let lead = vec![said; usize::from(self.lead())];
        let area = parts::render_lines(lead, area, buf);
        numeral.render(area, buf);
        let unit = self.unit().map(|unit| Line::styled(unit, theme.number));
        let mut lines: Vec<Line<'_>> = unit.into_iter().collect();
        let width = usize::from(area.width);
        lines.extend(name_lines(self.panel, self.fact, width));
        lines.extend(self.tail(self.time.clone(), width));
        let taken = numeral.height().min(area.height);
        parts::render_lines(
            lines,
            Rect {
                y: area.y + taken,
                height: area.height - taken,
                ..area
            },
            buf,
        );
    }

    fn render_small(&self, area: Rect, buf: &mut Buffer) {
        let context = &self.panel.context;
        let width = usize::from(area.width);
        let aside: Vec<&str> = self
            .status
            .into_iter()
            .chain(self.time.as_deref())
            .collect();
        let aside = (!aside.is_empty()).then(|| text::fit(&aside.join(" · "), width));
        let mut lines = parts::headline(context, self.fact, self.reading, area.width);
        if area.height == 1 && lines.len() == 1 {
            // A number without its name would say nothing.
            let name = format!(" {}", self.fact.figure.short_name(context.lang));
            let mut line = lines.remove(0);
            line.push_span(Span::styled(name, context.theme.label));
            parts::render_lines(vec![line], area, buf);
            return;
        }
        // Without a row of its own, what stands aside goes behind the name.
        let has_row = lines.len() + 1 + self.tail(None, width).len() < usize::from(area.height);
        let behind = aside.clone().filter(|_| !has_row);
        let behind = behind.map_or(String::new(), |aside| format!(" · {aside}"));
        let tail = self.tail(aside.filter(|_| has_row), width);
        let room = usize::from(area.height).saturating_sub(lines.len() + tail.len());
        let names = name_lines(self.panel, self.fact, width);
        // More lines of name only where a blank one is left, or where the short name is cut as well.
        let short = self.fact.figure.short_name(context.lang);
        let is_cut = marker_width(self.panel) + text::width(short) > width;
        let has_room = names.len() < room + usize::from(is_cut);
        if names.is_empty() {
            let aside = behind.trim_start_matches(" · ").to_owned();
            lines.extend((!aside.is_empty()).then(|| Line::styled(aside, context.theme.quiet)));
        } else if behind.is_empty() && (names.len() == 1 || has_room) {
            lines.extend(names);
        } else {
            let room = width.saturating_sub(marker_width(self.panel) + text::width(&behind));
            let short = text::fit(short, room);
            let mut name = name_line(self.panel, self.fact, short, true);
            name.push_span(Span::styled(behind, context.theme.quiet));
            lines.push(name);
        }
        lines.extend(tail);
        parts::render_lines(lines, area, buf);
    }
}

/// The name in as many lines as it takes, marked when the figure is focused among others.
fn name_lines(panel: &Panel<'_>, fact: &Fact<'_>, width: usize) -> Vec<Line<'static>> {
    // Without a title of its own, the name stands above the panel.
    if panel.panel.title.is_none() && panel.panel.figures.len() == 1 {
        return Vec::new();
    }
    let room = width.saturating_sub(marker_width(panel));
    let lines = text::wrap(fact.figure.name.get(panel.context.lang), room);
    let line = |(index, line)| name_line(panel, fact, line, index == 0);
    lines.into_iter().enumerate().map(line).collect()
}

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
