//! How the dashboard looks: every style it draws with, by role, for each kind of page and each colour ability.
//!
//! Styles are data here and nothing is drawn. Only `page`, `layer`, `selected`, `tab_selected`, `track`, a hue's chip
//! and its derived pattern paint a background; every other role is drawn over one of these.

pub mod ansi;
#[cfg(test)]
mod contrast;
mod kind;
mod level;
mod palette;
#[cfg(test)]
mod tests;

use ratatui::style::{Color, Modifier, Style};

pub use self::kind::ThemeKind;
pub use self::level::Level;

use self::kind::Colors;
use self::palette::{Palette, Ramp, middle};

/// A style for every role on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The page: text on its background; fill the whole page with it first.
    pub page: Style,
    /// The organisation's name in the header.
    pub organisation: Style,
    /// Secondary text: periods, captions, panel footers.
    pub quiet: Style,
    /// The line under the tabs.
    pub rule: Style,
    /// A tab that is not selected.
    pub tab: Style,
    /// The selected tab where no hue is at hand; otherwise see [`Hue::tab`].
    pub tab_selected: Style,
    /// The tab's headline sentence.
    pub message: Style,
    /// The border of a panel.
    pub border: Style,
    /// The border of the focused panel where no hue is at hand; otherwise see [`Hue::accent`].
    pub border_focused: Style,
    /// The title of a panel.
    pub title: Style,
    /// The title of the focused panel.
    pub title_focused: Style,
    /// The figure itself, the loudest thing in a panel.
    pub number: Style,
    /// The name next to a bar.
    pub label: Style,
    /// The words of a change for the better, next to ▲ or ▼.
    pub better: Style,
    /// The words of a change for the worse, next to ▲ or ▼.
    pub worse: Style,
    /// The words of a change that is neither.
    pub neutral: Style,
    /// The unfilled part of a gauge or bar, as `░` or as blanks.
    pub track: Style,
    /// Axis lines and ticks.
    pub axis: Style,
    /// The name of a key in the footer.
    pub key: Style,
    /// What a key does.
    pub hint: Style,
    /// A layer over the page: text on its background; fill the whole layer with it first.
    pub layer: Style,
    /// The border of a layer.
    pub layer_border: Style,
    /// The title of a layer.
    pub layer_title: Style,
    /// The chosen row of a list; lay it over the row last, for it replaces the row's own colours.
    pub selected: Style,
    /// A note that warns, next to ⚠.
    pub caution: Style,
    /// One hue per tab, by index modulo six; the first four suit emissions, cloud energy, logistics and social.
    pub hues: [Hue; 6],
    /// The parts of a stacked share, by index modulo twelve; neighbours differ, the last and the first too.
    pub mix: [Style; 12],
}

/// The styles that carry a tab's hue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hue {
    /// A solid bar: what was reported.
    pub reported: Style,
    /// The `▒` cells of a bar: what was derived.
    pub derived: Style,
    /// The partial block at the end of a `▒` bar, in the colour that the pattern has at a distance.
    pub derived_edge: Style,
    /// The border and title of the focused panel.
    pub accent: Style,
    /// The chip of the selected tab.
    pub tab: Style,
}

impl Theme {
    /// Returns the theme of this kind in the colours that the reader can show.
    pub const fn new(kind: ThemeKind, level: Level) -> Self {
        match kind.design().colors(level) {
            Colors::Painted(palette) => Self::painted(palette),
            Colors::Plain(emphasis) => Self::plain(emphasis),
        }
    }

    /// Returns the colour that the `▒` of a style has at a distance: the mean of its foreground and the background
    /// it is on, where both are known, or else the foreground.
    pub fn shade(&self, style: Style) -> Color {
        match (style.fg, style.bg.or(self.page.bg)) {
            (
                Some(Color::Rgb(red, green, blue)),
                Some(Color::Rgb(under_red, under_green, under_blue)),
            ) => Color::Rgb(
                middle(red, under_red),
                middle(green, under_green),
                middle(blue, under_blue),
            ),
            (colour, _) => colour.unwrap_or(Color::Reset),
        }
    }

    const fn painted(palette: &Palette) -> Self {
        let text = Style::new().fg(palette.text).add_modifier(palette.emphasis);
        let loud = Style::new().fg(palette.loud).add_modifier(Modifier::BOLD);
        let quiet = Style::new()
            .fg(palette.quiet)
            .add_modifier(palette.emphasis);
        let border = Style::new().fg(palette.border);
        Self {
            page: text.bg(palette.page),
            organisation: loud,
            quiet,
            rule: border,
            tab: quiet,
            tab_selected: palette.selected,
            message: loud,
            border,
            border_focused: text,
            title: text,
            title_focused: loud,
            number: loud,
            label: text,
            better: Style::new().fg(palette.better).add_modifier(Modifier::BOLD),
            worse: Style::new().fg(palette.worse).add_modifier(Modifier::BOLD),
            neutral: quiet,
            track: palette.track,
            axis: Style::new().fg(palette.axis),
            key: text.add_modifier(Modifier::BOLD),
            hint: quiet,
            layer: text.bg(palette.layer),
            layer_border: quiet,
            layer_title: loud,
            selected: palette.selected,
            caution: Style::new()
                .fg(palette.caution)
                .add_modifier(palette.emphasis),
            hues: Hue::all(&palette.ramps),
            mix: parts(palette.mix),
        }
    }

    /// `emphasis` is added to all running text.
    const fn plain(emphasis: Modifier) -> Self {
        let text = palette::PLAIN.add_modifier(emphasis);
        let bold = palette::PLAIN.add_modifier(Modifier::BOLD);
        let dim = palette::PLAIN.add_modifier(Modifier::DIM);
        let reversed = bold.add_modifier(Modifier::REVERSED);
        let page = text.bg(palette::OWN);
        let hue = Hue {
            reported: palette::PLAIN,
            derived: palette::PLAIN,
            derived_edge: dim,
            accent: bold,
            tab: reversed,
        };
        Self {
            page,
            organisation: bold,
            quiet: text,
            rule: dim,
            tab: text,
            tab_selected: reversed,
            message: bold,
            border: dim,
            border_focused: bold,
            title: text,
            title_focused: reversed,
            number: bold,
            label: text,
            better: bold,
            worse: bold.add_modifier(Modifier::UNDERLINED),
            neutral: text,
            track: dim,
            axis: dim,
            key: bold,
            hint: text,
            layer: page,
            layer_border: bold,
            layer_title: bold,
            selected: reversed,
            caution: text.add_modifier(Modifier::UNDERLINED),
            hues: [hue; 6],
            mix: {
                let text = palette::PLAIN;
                [
                    text, dim, text, dim, text, dim, text, dim, text, dim, text, dim,
                ]
            },
        }
    }
}

/// Returns the styles of the parts of a stacked share.
const fn parts(colours: [Color; 12]) -> [Style; 12] {
    let mut parts = [Style::new(); 12];
    let mut index = 0;
    while index < parts.len() {
        parts[index] = Style::new().fg(colours[index]);
        index += 1;
    }
    parts
}

impl Hue {
    const fn all(ramps: &[Ramp; 6]) -> [Self; 6] {
        let [one, two, three, four, five, six] = ramps;
        [
            Self::painted(one),
            Self::painted(two),
            Self::painted(three),
            Self::painted(four),
            Self::painted(five),
            Self::painted(six),
        ]
    }

    const fn painted(ramp: &Ramp) -> Self {
        Self {
            reported: Style::new().fg(ramp.reported),
            derived: Style::new().fg(ramp.pattern).bg(ramp.base),
            derived_edge: Style::new().fg(ramp.edge),
            accent: Style::new().fg(ramp.reported),
            tab: ramp.chip,
        }
    }
}
