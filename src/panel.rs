//! Panels, where figures meet words and styles: a frame with title, places and scale around a picture.

mod bars;
mod cards;
mod columns;
mod gauge;
mod head;
mod mix;
mod parts;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Padding, Widget};

use crate::dataset;
use crate::dataset::{Kind, When};
use crate::derive::{Fact, Ledger, Statement};
use crate::locale::{Lang, Words};
use crate::phrase;
use crate::text;
use crate::theme::{Hue, Theme};
use crate::view::View;
use crate::widget::{Fill, Numeral};

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
    /// Whether block elements will become ASCII: no large numbers, no partial blocks of a texture.
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
        phrase::fill(self.lang, self.ledger, text.get(self.lang))
    }
}

impl Context<'_> {
    /// A value in large glyphs, `scale` times as large as the least.
    ///
    /// From afar the words of a hedge are too small, so from twice the size on its sign is as large.
    fn numeral(&self, fact: &Fact<'_>, value: &Statement<'_>, scale: u16) -> Option<Numeral> {
        let counted = phrase::Magnitude::of(fact);
        let number = if scale > 1 {
            phrase::short_value(counted, fact, value)
        } else {
            phrase::number(counted, fact, &value.quantity)
        };
        let numeral = Numeral::new(&number).filter(|_| !self.is_ascii)?;
        Some(numeral.scale(scale).style(self.theme.number))
    }
}

/// The scale of a panel's columns, against the other panels of the tab.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Scale {
    /// There is nothing to tell apart.
    #[default]
    Plain,
    /// As long as those of other panels.
    Shared {
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
#[derive(Clone, Copy, Debug)]
pub struct Panel<'a> {
    /// What it is drawn with.
    pub context: Context<'a>,
    /// What it shows.
    pub panel: &'a dataset::Panel,
    /// The id of the focused figure, on whatever panel it is.
    pub focus: Option<&'a str>,
    /// The scale of its columns.
    pub scale: Scale,
    /// How many times as large its numbers may be drawn: 1 in a dashboard, more to be read from afar.
    pub zoom: u16,
    /// The rows that are kept below its columns for its own note or a neighbour's longer one.
    pub foot: u16,
}

impl<'a> Panel<'a> {
    fn facts(&self) -> Vec<&'a Fact<'a>> {
        self.context.ledger.of_panel(self.panel)
    }

    /// The unit of its first figure.
    pub fn unit(&self) -> Option<&'a str> {
        self.facts().first().map(|fact| fact.figure.unit.as_str())
    }

    fn is_focused(&self, fact: &Fact<'_>) -> bool {
        self.focus == Some(fact.figure.id.as_str())
    }

    /// The title in `room` cells: its own, or else the names of its figures; a short name rather
    /// than a cut title where there is only one.
    fn title(&self, room: usize) -> String {
        let lang = self.context.lang;
        let facts = self.facts();
        let own = self
            .panel
            .title
            .as_ref()
            .map(|title| self.context.fill_in(title));
        let names: Vec<&str> = match &facts[..] {
            [fact] => vec![fact.figure.name.get(lang)],
            facts => facts
                .iter()
                .map(|fact| fact.figure.short_name(lang))
                .collect(),
        };
        let names = names.join(", ");
        let short = match &facts[..] {
            [fact] if self.panel.kind != Kind::Mix => fact
                .figure
                .short
                .as_ref()
                .map(|short| short.get(lang).to_owned()),
            _ => None,
        };
        let full = own.unwrap_or(names);
        match short.filter(|short| text::width(&full) > room && text::width(short) <= room) {
            Some(short) => short,
            None => text::fit(&full, room),
        }
    }

    /// The figures, no more than rows can be counted for.
    fn count(&self) -> u16 {
        self.panel.figures.len().min(1000) as u16
    }

    /// Whether `area` has room for everything the panel draws, as far as it says so itself.
    pub fn is_whole(&self, area: Rect) -> bool {
        let inner = block_inner(area);
        match self.panel.kind {
            Kind::Columns => columns::is_whole(self, inner),
            Kind::Gauge => gauge::is_whole(self, inner),
            Kind::Mix => mix::is_whole(self, inner),
            Kind::Bars => bars::regions(self, inner).len() == self.panel.figures.len(),
            Kind::Cards => true,
        }
    }

    /// The smallest area that shows every number and its name when `width` cells are offered,
    /// borders included.
    pub fn least(&self, width: u16) -> (u16, u16) {
        let count = self.count();
        match self.panel.kind {
            Kind::Columns => (26, 6),
            Kind::Gauge => (26, 5),
            Kind::Mix => (26, 2 + mix::least(self)),
            Kind::Bars => (34, 2 + count),
            Kind::Cards => match cards::rows(width.saturating_sub(4), count) {
                1 => (26, 6),
                rows => (26, 2 + 3 * rows),
            },
        }
    }

    /// A height at which the panel looks good, borders included.
    pub fn good_height(&self) -> u16 {
        let count = self.count();
        match self.panel.kind {
            Kind::Columns => 11,
            Kind::Gauge => 9,
            Kind::Mix => 8.max(4 + mix::least(self)),
            Kind::Bars => 3 + 2 * count,
            Kind::Cards => 3 + 4 * count,
        }
    }

    /// The rows that its columns would get in `area` by themselves; 0 when they have no room.
    pub fn column_rows(&self, area: Rect) -> u16 {
        columns::rows(self, block_inner(area))
    }

    /// The rows that its note would take in `area`.
    pub fn note_rows(&self, area: Rect) -> u16 {
        parts::note_height(&self.context, self.panel, block_inner(area).width)
    }

    /// Where each figure of the panel stands, for the mouse.
    pub fn regions(&self, area: Rect) -> Vec<(&'a str, Rect)> {
        let facts = self.facts();
        let inner = block_inner(area);
        let rects = match self.panel.kind {
            Kind::Bars => bars::regions(self, inner),
            Kind::Cards => cards::regions(self, inner),
            Kind::Columns | Kind::Gauge | Kind::Mix => vec![area],
        };
        facts
            .iter()
            .map(|fact| fact.figure.id.as_str())
            .zip(rects)
            .collect()
    }

    /// The one time that all figures of the panel share, if they do.
    fn common_time(&self) -> Option<When<'a>> {
        let mut times = self
            .facts()
            .into_iter()
            .filter_map(|fact| Some(fact.latest()?.when));
        let first = times.next()?;
        times.all(|time| time == first).then_some(first)
    }

    /// What the numbers of its one axis are counted in.
    fn magnitude(&self) -> phrase::Magnitude {
        phrase::Magnitude::common(&self.facts())
    }

    /// The places in the document that the panel's figures come from: `§1.3 §1.6`.
    fn places(&self) -> String {
        let mut places: Vec<String> = Vec::new();
        let facts = self.facts().into_iter();
        for source in facts.flat_map(|fact| self.context.ledger.sources(fact)) {
            let place = phrase::place(source);
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places.join(" ")
    }

    /// What the lower right of the frame says in `room` cells: time, unit and scale.
    fn caption(&self, room: usize) -> String {
        let words = self.context.words();
        let lang = self.context.lang;
        let scale = match self.scale {
            Scale::Plain => None,
            Scale::Shared { .. } => Some(words.same_scale.to_owned()),
            Scale::Own => Some(words.own_scale.to_owned()),
        };
        let time = match self.panel.kind {
            Kind::Bars | Kind::Cards => self
                .common_time()
                .map(|time| phrase::short_when(lang, time)),
            Kind::Columns | Kind::Gauge | Kind::Mix => None,
        };
        let unit = match (self.panel.kind, self.facts().first()) {
            (Kind::Bars, Some(fact)) => Some(phrase::unit(self.magnitude(), lang, fact)),
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

    fn render_frame(&self, area: Rect, buf: &mut Buffer) -> Rect {
        let theme = self.context.theme;
        let is_focused = self.facts().iter().any(|fact| self.is_focused(fact));
        let (border, title) = if is_focused {
            (
                theme.border_focused.patch(self.context.hue.accent),
                theme.title_focused,
            )
        } else {
            (theme.border, theme.title)
        };
        let room = usize::from(area.width.saturating_sub(4));
        let padded = |text: String, style| {
            Line::from(vec![
                Span::raw(" "),
                Span::styled(text, style),
                Span::raw(" "),
            ])
        };
        let places = text::fit(&self.places(), room);
        let caption = self.caption(room.saturating_sub(text::width(&places) + 2));
        let mut block = Block::bordered()
            .border_type(if is_focused {
                BorderType::Thick
            } else {
                BorderType::Rounded
            })
            .border_style(border)
            .padding(Padding::horizontal(1))
            .title(padded(self.title(room), title));
        if !places.is_empty() {
            block = block.title_bottom(padded(places.clone(), theme.quiet));
        }
        if !caption.is_empty() {
            block = block.title_bottom(padded(caption, theme.quiet).right_aligned());
        }
        let inner = block.inner(area);
        block.render(area, buf);
        inner
    }
}

fn block_inner(area: Rect) -> Rect {
    Block::bordered()
        .padding(Padding::horizontal(1))
        .inner(area)
}

impl Widget for &Panel<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let inner = self.render_frame(area, buf);
        if inner.is_empty() {
            return;
        }
        match self.panel.kind {
            Kind::Columns => columns::render(self, inner, buf),
            Kind::Gauge => gauge::render(self, inner, buf),
            Kind::Mix => mix::render(self, inner, buf),
            Kind::Bars => bars::render(self, inner, buf),
            Kind::Cards => cards::render(self, inner, buf),
        }
    }
}
