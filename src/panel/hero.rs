//! The hero of a page: the one number that it is about, next to its chart.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{Axis, Context, Panel, Plan, parts};
use crate::dataset::Kind;
use crate::derive::{Fact, Reading};
use crate::phrase;
use crate::space::Room;
use crate::text;
use crate::widget::{Large, Numeral};

/// A hero with all that is said about it, from the top.
#[derive(Clone)]
pub(super) struct Hero<'a> {
    fact: &'a Fact<'a>,
    /// Its hedge in words and whether it was computed, on a row of its own if it has either.
    hedge: Option<Line<'static>>,
    number: Large,
    lines: Vec<Line<'static>>,
    /// The cells that it is wide.
    column: u16,
    place: Place,
}

/// Where a hero is.
#[derive(Clone, Copy)]
enum Place {
    /// At the left of its chart.
    Left,
    /// Above its chart.
    Above,
    /// Where there is no chart.
    Alone,
}

impl Place {
    /// What a hero may take of `area` at most.
    fn room(self, panel: &Panel<'_>, area: Rect) -> Rect {
        let (width, height) =
            (panel.form().min_size)(panel.context.ledger, panel.panel, area.width);
        // The smallest size has a frame around it.
        let rows = height.saturating_sub(2);
        match self {
            Self::Left if area.height < rows => Rect::default(),
            Self::Left => {
                let share = (u32::from(area.width) * 9 / 20) as u16;
                // Bars need room for their names and for their numbers in words.
                let is_level = matches!(panel.form().axis, Axis::Level);
                let chart = width.max(share).max(if is_level { 60 } else { 0 });
                Rect {
                    width: area.width.saturating_sub(chart + GAP),
                    ..area
                }
            }
            Self::Above if area.width < width => Rect::default(),
            Self::Above => {
                let note = panel.note_rows(area.width, area.height);
                let chart = rows.max(area.height / 2);
                Rect {
                    height: area.height.saturating_sub(chart + note + 1),
                    ..area
                }
            }
            Self::Alone => area,
        }
    }
}

/// The cells between a hero and its chart.
const GAP: u16 = 3;

impl<'a> Hero<'a> {
    /// The hero of a panel, as large as leaves its chart enough of `area`; `None` where none has room.
    pub(super) fn new(panel: &Panel<'a>, area: Rect) -> Option<Self> {
        let is_lead = |fact: &&&Fact<'_>| Some(fact.figure.id.as_str()) == panel.lead;
        let fact = *panel.facts.iter().find(is_lead)?;
        let latest = fact.latest()?;
        if panel.context.is_ascii {
            return None;
        }
        let places = if has_chart(panel) {
            [Some(Place::Left), Some(Place::Above)]
        } else {
            [Some(Place::Alone), None]
        };
        let mut heroes = places.into_iter().flatten().filter_map(|place| {
            let room = place.room(panel, area);
            let hero = Self::largest(panel, fact, latest, room)?;
            // Half of the panel, so that its note has few rows.
            let column = match place {
                Place::Left => hero.width().max(room.width.min(area.width / 2)),
                Place::Above | Place::Alone => area.width,
            };
            Some(Self {
                column,
                place,
                ..hero
            })
        });
        heroes.next()
    }

    /// The largest hero that has room.
    fn largest(
        panel: &Panel<'a>,
        fact: &'a Fact<'a>,
        latest: &Reading<'_>,
        room: Rect,
    ) -> Option<Self> {
        let sizes = (Numeral::HEIGHT..=panel.hero_rows).rev();
        let mut heroes = sizes.flat_map(|rows| {
            let with_unit = [true, false].into_iter();
            with_unit.map(move |with_unit| Self::of(panel, fact, latest, rows, with_unit))
        });
        let fits = |hero: &Self| hero.width() <= room.width && hero.height() <= room.height;
        heroes.find(fits)
    }

    fn of(
        panel: &Panel<'a>,
        fact: &'a Fact<'a>,
        latest: &Reading<'_>,
        rows: u16,
        with_unit: bool,
    ) -> Self {
        let context = &panel.context;
        let hedge = parts::prefix(context, fact, &latest.value, latest.value.is_derived());
        let unit = phrase::unit(phrase::Magnitude::of(fact), context.lang, fact);
        let number = number(fact, latest);
        let (behind, below, words) = if with_unit {
            let words = phrase::value(context.lang, fact, latest);
            (unit, String::new(), words)
        } else {
            (String::new(), unit, number.clone())
        };
        let number = Large::hero(number, behind, words, rows);
        let unit = Line::styled(below, context.theme.number);
        let mut lines: Vec<Line<'static>> = [unit].into_iter().filter(is_said).collect();
        lines.extend(name(panel, fact));
        lines.extend(change(context, fact));
        lines.extend(time(panel, latest));
        Self {
            fact,
            hedge: Some(hedge).filter(is_said),
            number: number.style(context.theme.number),
            lines,
            column: 0,
            place: Place::Alone,
        }
    }

    fn width(&self) -> u16 {
        let lines = self.lines.iter().chain(&self.hedge);
        let widest = lines.map(Line::width).max().unwrap_or(0);
        self.number.area.width.max(widest as u16)
    }

    /// The blank row below a comma, which reaches below its line.
    fn gap(&self) -> u16 {
        u16::from(self.number.text.contains(',') && !self.lines.is_empty())
    }

    fn height(&self) -> u16 {
        let rows = u16::from(self.hedge.is_some()) + self.number.area.height;
        rows + self.gap() + self.lines.len() as u16
    }

    /// The rows that it takes with the note of its panel.
    pub(super) fn good_height(&self, panel: &Panel<'_>) -> u16 {
        self.height() + panel.note_rows(self.column, super::MAX_NOTE)
    }

    /// The cells of the hero and those that are left for its chart.
    fn split(&self, panel: &Panel<'_>, area: Rect) -> [Rect; 2] {
        let mut room = Room::of(area);
        let own = match self.place {
            Place::Left => room.take_left(self.column),
            Place::Above => {
                let note = panel.note_rows(area.width, area.height);
                room.take_top(self.height() + note)
            }
            Place::Alone => room.take_top(area.height),
        };
        match self.place {
            Place::Left => room.take_left(GAP),
            Place::Above | Place::Alone => room.take_top(1),
        };
        [own, room.area()]
    }

    /// The cells that are left for the chart.
    pub(super) fn chart(&self, panel: &Panel<'_>, area: Rect) -> Rect {
        let [_, chart] = self.split(panel, area);
        chart
    }

    /// What is next to it: the panel without what it says itself.
    pub(super) fn panel(&self, panel: &Panel<'a>) -> Panel<'a> {
        let mut facts = panel.facts.clone();
        if panel.panel.kind == Kind::Cards {
            facts.retain(|fact| fact.figure.id != self.fact.figure.id);
        }
        Panel {
            facts,
            lead: None,
            has_hero: true,
            ..panel.clone()
        }
    }

    /// Places it at the left of `area`, with the note of the panel below it, and the chart next to it.
    pub(super) fn place(self, panel: &Panel<'a>, area: Rect, plan: &mut Plan<'a>) {
        let next = self.panel(panel);
        let [column, chart] = self.split(panel, area);
        plan.target(&self.fact.figure.id, column);
        let mut room = Room::of(column);
        let gap = self.gap();
        plan.lines(self.hedge.into_iter().collect(), &mut room);
        let slot = room.take_top(self.number.area.height);
        plan.draw_large(slot, self.number.at(slot.x, slot.y));
        let note = panel.note_rows(column.width, column.height);
        // A blank row, where it costs nothing.
        let needed = self.lines.len() as u16 + note + 1;
        let is_roomy = room.area().height > needed;
        room.take_top(gap.max(u16::from(is_roomy)));
        plan.lines(self.lines, &mut room);
        if note <= room.area().height {
            parts::note(panel, &mut room, plan);
        } else {
            plan.omit_note(panel);
        }
        if !next.facts.is_empty() {
            next.plan_chart(chart, plan);
        }
    }
}

/// Whether anything is next to the hero: cards are no more where it is the only one.
fn has_chart(panel: &Panel<'_>) -> bool {
    panel.panel.kind != Kind::Cards || panel.facts.len() > 1
}

fn is_said(line: &Line<'_>) -> bool {
    line.width() > 0
}

/// The number alone, or with the sign of its hedge where it was computed.
fn number(fact: &Fact<'_>, latest: &Reading<'_>) -> String {
    let magnitude = phrase::Magnitude::of(fact);
    if latest.value.is_derived() {
        phrase::short_value(magnitude, fact, &latest.value)
    } else {
        phrase::number(magnitude, fact, &latest.value.quantity)
    }
}

/// Whose number it is, on a panel of several figures.
fn name(panel: &Panel<'_>, fact: &Fact<'_>) -> Option<Line<'static>> {
    let name = fact.figure.short_name(panel.context.lang).to_owned();
    let name = Line::styled(name, panel.context.theme.label);
    (panel.facts.len() > 1).then_some(name)
}

/// When it was, on a panel of several times.
fn time(panel: &Panel<'_>, latest: &Reading<'_>) -> Option<Line<'static>> {
    let time = phrase::short_when(panel.context.lang, latest.when);
    let time = Line::styled(time, panel.context.theme.quiet);
    let says_time = panel.form().is_of_one_time && panel.time.is_none();
    says_time.then_some(time)
}

/// The change, and below it in its other forms.
fn change(context: &Context<'_>, fact: &Fact<'_>) -> Vec<Line<'static>> {
    let Some(change) = &fact.change else {
        return Vec::new();
    };
    let others = parts::other_forms(context, fact, change);
    let others = (text::width(&others) > 0).then(|| Line::styled(others, context.theme.quiet));
    let headline = parts::change(context, fact, change);
    headline.into_iter().chain(others).collect()
}
