//! Panels, where figures meet words and styles: a frame with title, citations and scale around a
//! picture.
//!
//! A kind of panel is a file with a `Form`, and a line in the function `form`.

mod bars;
mod bridge;
mod cards;
mod columns;
mod dumbbell;
mod frame;
mod gauge;
mod head;
mod hero;
mod mix;
mod parts;
mod plan;
mod single;
#[cfg(test)]
mod tests;
mod units;

use ratatui::layout::Rect;

use crate::dataset;
use crate::dataset::{Kind, When};
use crate::derive::{Fact, Ledger};
use crate::locale::{Lang, Words};
use crate::phrase;
use crate::theme::{Hue, Theme};
use crate::view::View;
use crate::widget::Fill;

use self::hero::Hero;

pub use frame::Border;
pub use plan::{Mark, Omission, Plan, Window};

/// What every panel of a tab is drawn with.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The figures.
    pub ledger: &'a Ledger<'a>,
    /// The reader's language.
    pub lang: Lang,
    /// The styles.
    pub theme: &'a Theme,
    /// The tab's hue.
    pub hue: Hue,
    /// Whether block elements will become ASCII: no hero, no partial blocks of a texture.
    pub is_ascii: bool,
}

impl<'a> Context<'a> {
    /// What the panels of the tab on screen are drawn with.
    pub const fn new(ledger: &'a Ledger<'a>, view: &View, theme: &'a Theme) -> Self {
        let mut hue = theme.hues[view.tab % theme.hues.len()];
        if view.is_ascii {
            // A ground under the sign of a texture would weigh more than the sign of a solid bar.
            hue.derived.bg = None;
        }
        Self {
            ledger,
            lang: view.lang,
            theme,
            hue,
            is_ascii: view.is_ascii,
        }
    }

    fn words(&self) -> &'static Words {
        self.lang.words()
    }

    /// How a value is filled: solid when it was printed, textured when it was computed.
    fn fill(&self, is_derived: bool) -> Fill {
        if is_derived {
            let edge = self.hue.derived_edge;
            // In ASCII a partial block has the sign of a whole one.
            let is_whole = self.is_ascii || edge.fg == self.hue.reported.fg;
            Fill::textured(self.hue.derived, edge).whole(is_whole)
        } else {
            Fill::solid(self.hue.reported)
        }
    }

    /// A text of the dataset with its placeholders filled in.
    fn fill_in(&self, text: &dataset::Text) -> String {
        phrase::fill(self.lang, self.ledger, text)
    }

    /// The same, for text that is wrapped.
    fn fill_breakable(&self, text: &dataset::Text) -> String {
        phrase::fill_breakable(self.lang, self.ledger, text)
    }
}

/// What a kind of panel does.
#[derive(Debug)]
struct Form {
    /// Lays the panel out in the room inside its frame.
    plan: for<'a> fn(&Panel<'a>, Rect, &mut Plan<'a>),
    /// The smallest area that shows every number and its name when so many cells are offered, the
    /// frame included.
    min_size: fn(&Ledger<'_>, &dataset::Panel, u16) -> (u16, u16),
    /// A height at which the panel looks good, the frame included.
    good_height: fn(&Ledger<'_>, &dataset::Panel) -> u16,
    /// The axis of its values.
    axis: Axis,
    /// Whether it shows one value of each figure, so that the frame can say their time.
    is_of_one_time: bool,
    /// Whether the short name of its only figure can be its title.
    has_short_title: bool,
}

/// The axis of a panel's values.
#[derive(Clone, Copy, Debug)]
enum Axis {
    /// It has none, or always the same from 0 to 100%, or one whose start it says.
    None,
    /// From left to right, a row or more for each figure.
    Level,
    /// One that is never aligned with others.
    Alone,
    /// Upright, to be aligned with others of its row: what it has in an area for that.
    Upright(for<'a> fn(&Panel<'a>, Rect) -> Upright),
}

/// The form of a kind of panel: the one place where kinds are registered.
const fn form(kind: Kind) -> &'static Form {
    match kind {
        Kind::Columns => &columns::FORM,
        Kind::Gauge => &gauge::FORM,
        Kind::Mix => &mix::FORM,
        Kind::Bars => &bars::FORM,
        Kind::Cards => &cards::FORM,
        Kind::Dumbbell => &dumbbell::FORM,
        Kind::Units => &units::FORM,
        Kind::Bridge => &bridge::FORM,
    }
}

/// The smallest area that shows every number of a panel and its name when `width` cells are offered,
/// the frame included.
pub fn min_size(ledger: &Ledger<'_>, panel: &dataset::Panel, width: u16) -> (u16, u16) {
    (form(panel.kind).min_size)(ledger, panel, width)
}

/// A height at which a panel looks good, the frame included.
pub fn good_height(ledger: &Ledger<'_>, panel: &dataset::Panel) -> u16 {
    (form(panel.kind).good_height)(ledger, panel)
}

/// Whether a panel is a list of figures on one axis, of which a part would pass for all.
pub const fn is_list(panel: &dataset::Panel) -> bool {
    matches!(form(panel.kind).axis, Axis::Level)
}

/// Whether a panel has an upright axis, which can be aligned with others of its row.
pub const fn is_upright(panel: &dataset::Panel) -> bool {
    matches!(form(panel.kind).axis, Axis::Upright(_))
}

/// More rows than any panel needs.
const PLENTY: u16 = 1000;

/// The most rows of a note that a page makes room for.
const MAX_NOTE: u16 = 4;

/// The figures of a panel, no more than rows can be counted for.
fn count(panel: &dataset::Panel) -> u16 {
    panel.figures.len().min(1000) as u16
}

/// The one time that all figures share, if they do.
fn common_time<'a>(facts: &[&'a Fact<'a>]) -> Option<When<'a>> {
    let facts = facts.iter();
    let mut times = facts.filter_map(|fact| Some(fact.latest()?.when));
    let first = times.next()?;
    times.all(|time| time == first).then_some(first)
}

/// What an upright chart has in an area, before it is aligned with its neighbours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Upright {
    /// The rows below its number.
    room: u16,
    /// The rows that its note takes.
    pub note_rows: u16,
    /// Whether a row says that earlier periods are left out.
    has_hidden: bool,
    /// The fewest rows that show its columns.
    min_rows: u16,
}

/// The scale of a panel's columns, against the other panels of the tab.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Scale {
    /// There is nothing to tell apart.
    #[default]
    Plain,
    /// As long as those of other panels.
    Shared {
        /// The value at which the scale begins, zero or less.
        min: f64,
        /// The value at which the scale ends.
        max: f64,
        /// The rows that the columns of every one of these panels take.
        rows: u16,
        /// Whether any of them has an open end.
        has_tips: bool,
    },
    /// Ends at the panel's own largest value, unlike those of other panels.
    Own,
}

/// A panel of a tab.
#[derive(Clone, Debug)]
pub struct Panel<'a> {
    /// What it is drawn with.
    pub context: Context<'a>,
    /// What it shows.
    pub panel: &'a dataset::Panel,
    /// The figures that it shows, those with a value, in its order.
    pub facts: Vec<&'a Fact<'a>>,
    /// The id of the focused figure, on whatever panel it is.
    pub focus: Option<&'a str>,
    /// Whether the focus is marked.
    pub has_marker: bool,
    /// What is around it.
    pub border: Border,
    /// The scale of its columns.
    pub scale: Scale,
    /// How many times as thick its bars may be: 1 in a dashboard, more to be read at a distance.
    pub zoom: u16,
    /// The id of the figure that is the hero of the page, on whatever panel it is.
    pub lead: Option<&'a str>,
    /// The most rows that a hero takes.
    pub hero_rows: u16,
    /// The one time that all its figures share, that of a hero next to it included.
    pub time: Option<When<'a>>,
    /// Whether a hero next to it says its number, change and note.
    pub has_hero: bool,
    /// The rows that are kept below its columns for its own note or a neighbour's longer one.
    pub reserved_rows: u16,
}

impl<'a> Panel<'a> {
    /// A panel as a dashboard has it, without focus and alone.
    pub fn new(context: Context<'a>, panel: &'a dataset::Panel) -> Self {
        let mut facts = context.ledger.of_panel(panel);
        facts.retain(|fact| fact.latest().is_some());
        let time = common_time(&facts);
        Self {
            context,
            panel,
            facts,
            time,
            focus: None,
            has_marker: false,
            border: Border::default(),
            scale: Scale::Plain,
            zoom: 1,
            lead: None,
            hero_rows: 0,
            has_hero: false,
            reserved_rows: 0,
        }
    }

    /// Lays the panel out in `area`, its frame included.
    pub fn plan(&self, area: Rect) -> Plan<'a> {
        let mut plan = Plan::new(area);
        let inner = frame::inside(self, area);
        if !inner.is_empty() {
            self.plan_inside(inner, &mut plan);
        } else if !self.facts.is_empty() {
            plan.omit(Omission::Figures);
        }
        frame::place(self, &mut plan);
        plan
    }

    /// Lays out what is inside the frame: a hero, if there is one, and the chart next to it.
    fn plan_inside(&self, inner: Rect, plan: &mut Plan<'a>) {
        match self.hero(inner) {
            Some(hero) => hero.place(self, inner, plan),
            None => self.plan_chart(inner, plan),
        }
    }

    /// Lays out the chart in all of `area`.
    fn plan_chart(&self, area: Rect, plan: &mut Plan<'a>) {
        (self.form().plan)(self, area, plan);
    }

    /// The hero, unless the chart next to it loses what it has room for alone.
    fn hero(&self, inner: Rect) -> Option<Hero<'a>> {
        let hero = Hero::new(self, inner)?;
        if matches!(self.form().axis, Axis::Upright(_)) {
            // Columns lose nothing but width.
            return Some(hero);
        }
        // Its neighbours are not known yet where charts are aligned, and may not make it another.
        let alone = Panel {
            scale: Scale::Plain,
            reserved_rows: 0,
            ..self.clone()
        };
        let [mut with, mut without] = [inner; 2].map(Plan::new);
        hero.clone().place(&alone, inner, &mut with);
        alone.plan_chart(inner, &mut without);
        (with.is_whole() || !without.is_whole()).then_some(hero)
    }

    /// What its chart has in `area` to be aligned with those of its row, if it is an upright one.
    pub fn upright(&self, area: Rect) -> Option<Upright> {
        let Axis::Upright(upright) = self.form().axis else {
            return None;
        };
        let inner = frame::inside(self, area);
        let hero = self.hero(inner);
        Some(hero.map_or_else(
            || upright(self, inner),
            |hero| upright(&hero.panel(self), hero.chart(self, inner)),
        ))
    }

    /// Whether its values have an axis that others of the same unit can be compared with.
    pub const fn has_axis(&self) -> bool {
        !matches!(self.form().axis, Axis::None)
    }

    /// The unit of its first figure.
    pub fn unit(&self) -> Option<&'a str> {
        self.facts.first().map(|fact| fact.figure.unit.as_str())
    }

    /// The smallest area in which it shows every number and its name when `width` cells are offered,
    /// its border included.
    pub fn min_size(&self, width: u16) -> (u16, u16) {
        let (min_width, min_height) = min_size(self.context.ledger, self.panel, width);
        (min_width, min_height - self.saved_rows(width))
    }

    /// The same with room for its hero, if it has one, its chart and its note.
    pub fn good_size(&self, width: u16) -> (u16, u16) {
        let (min_width, min_height) = self.min_size(width);
        let area = Rect::new(0, 0, width, PLENTY);
        let inner = frame::inside(self, area);
        let hero = Hero::new(self, inner);
        let hero_rows = hero.as_ref().map_or(0, |hero| hero.good_height(self));
        let chart_rows = match (self.upright(area), hero) {
            (Some(upright), None) => inner.height - upright.room + upright.good_rows(),
            (None, None) => {
                min_height - (area.height - inner.height) + self.note_rows(inner.width, MAX_NOTE)
            }
            (_, Some(_)) => 0,
        };
        let border = area.height - inner.height;
        (
            min_width,
            min_height.max(border + hero_rows.max(chart_rows)),
        )
    }

    /// The rows that its border takes less than a frame.
    fn saved_rows(&self, width: u16) -> u16 {
        let area = Rect::new(0, 0, width, 3);
        frame::inside(self, area).height - frame::block().inner(area).height
    }

    const fn form(&self) -> &'static Form {
        form(self.panel.kind)
    }

    /// Whether the focus is on one of its figures, and marked.
    fn has_focus(&self) -> bool {
        self.facts.iter().any(|fact| self.is_focused(fact))
    }

    /// Whether a figure has the focus, and is marked for it.
    fn is_focused(&self, fact: &Fact<'_>) -> bool {
        self.has_marker && self.focus == Some(fact.figure.id.as_str())
    }

    /// The focused one of its figures, from 0.
    fn focused(&self) -> Option<usize> {
        let focus = self.focus?;
        let mut facts = self.facts.iter();
        facts.position(|fact| fact.figure.id == focus)
    }

    /// What the numbers of its one axis are counted in.
    fn magnitude(&self) -> phrase::Magnitude {
        phrase::Magnitude::common(&self.facts)
    }

    /// Its note, unless that is next to it.
    fn note(&self) -> Option<&'a dataset::Text> {
        let note = self.panel.note.as_ref();
        note.filter(|_| !self.has_hero)
    }

    /// The rows that its note takes in `width` cells, or one more than `most` if that is more.
    fn note_rows(&self, width: u16, most: u16) -> u16 {
        let rows = |note| {
            let note = self.context.fill_in(note);
            crate::text::rows(&note, usize::from(width), usize::from(most)) as u16
        };
        self.note().map_or(0, rows)
    }
}
