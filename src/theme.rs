//! How the dashboard looks: every style it draws with, by role, for each kind of page and each colour ability.
//!
//! Styles are data here and nothing is drawn. Only `page`, `layer`, `selected`, `tab_selected`, `track`, a hue's chip
//! and its derived pattern paint a background; every other role is laid over one of these.

mod palette;

#[cfg(test)]
mod contrast;

use ratatui::style::{Color, Modifier, Style};

use self::palette::{Palette, Ramp};

/// A style for every role on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    /// The name beside a bar.
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
    /// The parts of a stacked share, by index modulo six; neighbours differ, the last and the first too.
    pub mix: [Style; 6],
}

/// The styles that carry a tab's hue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hue {
    /// A solid bar: what was reported.
    pub reported: Style,
    /// The `▒` cells of a bar: what was derived.
    pub derived: Style,
    /// The partial block at the end of a `▒` bar, in the colour that the pattern has from afar.
    pub derived_edge: Style,
    /// The border and title of the focused panel.
    pub accent: Style,
    /// The chip of the selected tab.
    pub tab: Style,
}

/// A kind of page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// Light text on a near-black page.
    #[default]
    Dark,
    /// Dark text on a white page.
    Light,
    /// Bold white text on a black page, every contrast at least 7:1.
    HighContrast,
    /// No colour, whatever the reader can show: bold, dim, underlined and reversed text only.
    Mono,
}

/// How many colours the reader can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Any colour.
    TrueColor,
    /// The cube and greys of the 256-colour palette; its first sixteen are left to the terminal's scheme.
    Ansi256,
    /// The sixteen named colours, in the shades of the terminal's own scheme.
    Ansi16,
    /// None: every kind looks as [`Kind::Mono`].
    None,
}

impl Kind {
    /// All kinds, in the order in which a key press walks through them.
    pub const ALL: [Self; 4] = [Self::Dark, Self::Light, Self::HighContrast, Self::Mono];

    /// Returns the name by which a user asks for this kind.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::Mono => "mono",
        }
    }

    /// Finds the kind of exactly this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Returns the kind after this one; the last leads back to the first.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::HighContrast,
            Self::HighContrast => Self::Mono,
            Self::Mono => Self::Dark,
        }
    }
}

impl Theme {
    /// Returns the theme of this kind in the colours that the reader can show.
    ///
    /// With sixteen colours the page keeps the terminal's own background: `Dark` expects a dark one, `Light` a light
    /// one, and `HighContrast` is bold text in the terminal's own two colours, right on either.
    pub const fn new(kind: Kind, level: Level) -> Self {
        match (level, kind) {
            (Level::None, _) | (_, Kind::Mono) => Self::plain(Modifier::empty()),
            (Level::TrueColor, Kind::Dark) => Self::painted(&palette::DARK),
            (Level::TrueColor, Kind::Light) => Self::painted(&palette::LIGHT),
            (Level::TrueColor, Kind::HighContrast) => Self::painted(&palette::HIGH_CONTRAST),
            (Level::Ansi256, Kind::Dark) => Self::painted(&palette::DARK_256),
            (Level::Ansi256, Kind::Light) => Self::painted(&palette::LIGHT_256),
            (Level::Ansi256, Kind::HighContrast) => Self::painted(&palette::HIGH_CONTRAST_256),
            (Level::Ansi16, Kind::Dark) => Self::painted(&palette::DARK_16),
            (Level::Ansi16, Kind::Light) => Self::painted(&palette::LIGHT_16),
            (Level::Ansi16, Kind::HighContrast) => Self::plain(Modifier::BOLD),
        }
    }

    /// Returns the colour that the `▒` of a style has from afar: the mean of its foreground and the background
    /// it stands on, where both are known, or else the foreground.
    pub fn shade(&self, style: Style) -> Color {
        match (style.fg, style.bg.or(self.page.bg)) {
            (
                Some(Color::Rgb(red, green, blue)),
                Some(Color::Rgb(under_red, under_green, under_blue)),
            ) => {
                // Rounded up, as a picture mixes the pattern.
                let mean =
                    |over: u8, under: u8| (u16::from(over) + u16::from(under)).div_ceil(2) as u8;
                Color::Rgb(
                    mean(red, under_red),
                    mean(green, under_green),
                    mean(blue, under_blue),
                )
            }
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
        let [clean, rest, third, fourth, fifth, sixth] = palette.mix;
        let [one, two, three, four, five, six] = &palette.ramps;
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
            hues: [
                Hue::painted(one),
                Hue::painted(two),
                Hue::painted(three),
                Hue::painted(four),
                Hue::painted(five),
                Hue::painted(six),
            ],
            mix: [
                Style::new().fg(clean),
                Style::new().fg(rest),
                Style::new().fg(third),
                Style::new().fg(fourth),
                Style::new().fg(fifth),
                Style::new().fg(sixth),
            ],
        }
    }

    /// `emphasis` is laid on all running text.
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
            mix: [
                palette::PLAIN,
                dim,
                palette::PLAIN,
                dim,
                palette::PLAIN,
                dim,
            ],
        }
    }
}

impl Hue {
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

#[cfg(test)]
mod tests {
    use super::contrast::{CAMPBELL, Scheme, VGA, Vision, difference, ratio};
    use super::*;

    const LEVELS: [Level; 4] = [Level::TrueColor, Level::Ansi256, Level::Ansi16, Level::None];

    /// Better and worse, and a solid bar and the ground of a `▒` one, are told apart by colour blind readers too.
    const APART: f64 = 15.0;

    /// Colours that a second difference tells apart as well: a solid bar and the mean of a `▒` one, and, where the
    /// palette is coarse, the words of a change and the bar beside them.
    const APART_FROM_AFAR: f64 = 10.0;

    /// What `░` and an empty track need to be seen; the figure is in words beside it.
    const VISIBLE: f64 = 1.2;

    /// A theme whose colours are known, with what its text and its bars are held to.
    struct Case {
        kind: Kind,
        level: Level,
        scheme: Scheme,
        text: f64,
        bars: f64,
    }

    impl Case {
        fn theme(&self) -> Theme {
            Theme::new(self.kind, self.level)
        }

        fn name(&self) -> String {
            format!("{} {:?} {}", self.kind.name(), self.level, self.scheme.name)
        }

        /// The contrast of two colours where `Reset` is the terminal's own text as `fg` and its own page as `bg`.
        fn ratio(&self, fg: Option<Color>, bg: Option<Color>) -> f64 {
            ratio(self.fg(fg), self.bg(bg))
        }

        fn fg(&self, color: Option<Color>) -> [u8; 3] {
            let own = if self.kind == Kind::Light {
                Color::Rgb(0, 0, 0)
            } else {
                Color::Gray
            };
            self.scheme.rgb(resolved(color, own))
        }

        fn bg(&self, color: Option<Color>) -> [u8; 3] {
            let own = if self.kind == Kind::Light {
                Color::Rgb(255, 255, 255)
            } else {
                Color::Black
            };
            self.scheme.rgb(resolved(color, own))
        }
    }

    fn resolved(color: Option<Color>, own: Color) -> Color {
        color.filter(|&color| color != Color::Reset).unwrap_or(own)
    }

    fn cases() -> Vec<Case> {
        let mut cases = Vec::new();
        for level in [Level::TrueColor, Level::Ansi256] {
            for (kind, text, bars) in [
                (Kind::Dark, 4.5, 3.0),
                (Kind::Light, 4.5, 3.0),
                (Kind::HighContrast, 7.0, 7.0),
            ] {
                cases.push(Case {
                    kind,
                    level,
                    scheme: VGA,
                    text,
                    bars,
                });
            }
        }
        for scheme in [VGA, CAMPBELL] {
            for kind in [Kind::Dark, Kind::Light] {
                cases.push(Case {
                    kind,
                    level: Level::Ansi16,
                    scheme,
                    text: 4.5,
                    bars: 3.0,
                });
            }
        }
        cases
    }

    /// The roles that are read, on the page and on a layer alike.
    fn text(theme: &Theme) -> Vec<(&'static str, Style)> {
        vec![
            ("page", theme.page),
            ("organisation", theme.organisation),
            ("quiet", theme.quiet),
            ("tab", theme.tab),
            ("message", theme.message),
            ("title", theme.title),
            ("title_focused", theme.title_focused),
            ("number", theme.number),
            ("label", theme.label),
            ("better", theme.better),
            ("worse", theme.worse),
            ("neutral", theme.neutral),
            ("key", theme.key),
            ("hint", theme.hint),
            ("layer", theme.layer),
            ("layer_title", theme.layer_title),
            ("caution", theme.caution),
        ]
    }

    fn styles(theme: &Theme) -> Vec<Style> {
        let mut styles: Vec<Style> = text(theme).into_iter().map(|(_, style)| style).collect();
        styles.extend([
            theme.rule,
            theme.tab_selected,
            theme.border,
            theme.border_focused,
            theme.track,
            theme.axis,
        ]);
        styles.extend([theme.layer_border, theme.selected]);
        styles.extend(theme.mix);
        for hue in theme.hues {
            styles.extend([
                hue.reported,
                hue.derived,
                hue.derived_edge,
                hue.accent,
                hue.tab,
            ]);
        }
        styles
    }

    fn colors(theme: &Theme) -> Vec<Color> {
        styles(theme)
            .into_iter()
            .flat_map(|style| [style.fg, style.bg])
            .flatten()
            .collect()
    }

    #[test]
    fn names_lead_back_to_their_kinds() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_name(kind.name()), Some(kind));
        }
        assert_eq!(Kind::from_name("Dark"), None);
    }

    #[test]
    fn next_walks_through_all_kinds_in_order() {
        for (index, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!(kind.next(), Kind::ALL[(index + 1) % Kind::ALL.len()]);
        }
    }

    #[test]
    fn text_is_readable_on_the_page_and_on_a_layer() {
        for case in cases() {
            let theme = case.theme();
            for ground in [theme.page, theme.layer] {
                for (role, style) in text(&theme) {
                    let ratio = case.ratio(style.fg, ground.bg);
                    assert!(
                        ratio >= case.text,
                        "{}: {role} has {ratio:.2} on {:?}",
                        case.name(),
                        ground.bg
                    );
                }
            }
        }
    }

    #[test]
    fn selected_rows_and_chips_are_readable_on_their_own_ground() {
        for case in cases() {
            let theme = case.theme();
            let chips = theme.hues.map(|hue| hue.tab);
            for style in chips
                .into_iter()
                .chain([theme.selected, theme.tab_selected])
            {
                let ratio = case.ratio(style.fg, style.bg);
                assert!(
                    ratio >= case.text,
                    "{}: {style:?} has {ratio:.2}",
                    case.name()
                );
            }
        }
    }

    #[test]
    fn accents_are_readable_and_focus_is_seen() {
        for case in cases() {
            let theme = case.theme();
            for ground in [theme.page, theme.layer] {
                for style in theme
                    .hues
                    .map(|hue| hue.accent)
                    .into_iter()
                    .chain([theme.border_focused, theme.layer_border])
                {
                    let needed = if case.level == Level::Ansi16 {
                        case.bars
                    } else {
                        case.text.min(4.5).max(case.bars)
                    };
                    let ratio = case.ratio(style.fg, ground.bg);
                    assert!(ratio >= needed, "{}: {style:?} has {ratio:.2}", case.name());
                }
            }
        }
    }

    #[test]
    fn bars_stand_out_from_the_page() {
        for case in cases() {
            let theme = case.theme();
            let mut bars = theme.mix.to_vec();
            for hue in theme.hues {
                bars.push(hue.reported);
                // Without a ground of its own the pattern is seen dot by dot, not as its mean.
                let own_ground = hue.derived.bg != Some(Color::Reset);
                bars.push(if own_ground {
                    hue.derived_edge
                } else {
                    hue.derived
                });
            }
            for style in bars {
                let ratio = case.ratio(style.fg, theme.page.bg);
                assert!(
                    ratio >= case.bars,
                    "{}: {style:?} has {ratio:.2}",
                    case.name()
                );
            }
        }
    }

    #[test]
    fn derived_bars_stand_out_from_a_layer() {
        for case in cases().iter().filter(|case| case.level != Level::Ansi16) {
            let theme = case.theme();
            for hue in theme.hues {
                for style in [hue.reported, hue.derived_edge] {
                    let ratio = case.ratio(style.fg, theme.layer.bg);
                    assert!(ratio >= 3.0, "{}: {style:?} has {ratio:.2}", case.name());
                }
            }
        }
    }

    #[test]
    fn tracks_are_visible_but_quiet() {
        for case in cases().iter().filter(|case| case.level != Level::Ansi16) {
            let theme = case.theme();
            for color in [theme.track.fg, theme.track.bg] {
                for ground in [theme.page, theme.layer] {
                    let ratio = case.ratio(color, ground.bg);
                    assert!(
                        (VISIBLE..3.0).contains(&ratio),
                        "{}: {color:?} has {ratio:.2}",
                        case.name()
                    );
                }
            }
        }
    }

    #[test]
    fn better_and_worse_differ_for_every_eye() {
        for case in cases() {
            let theme = case.theme();
            let (better, worse) = (case.fg(theme.better.fg), case.fg(theme.worse.fg));
            for vision in Vision::ALL {
                let apart = difference(vision.sees(better), vision.sees(worse));
                assert!(apart >= APART, "{} {vision:?}: {apart:.1}", case.name());
            }
        }
    }

    #[test]
    fn better_and_worse_are_no_hue_of_a_tab() {
        for case in cases().iter().filter(|case| case.level != Level::Ansi16) {
            let theme = case.theme();
            for (index, hue) in theme.hues.iter().enumerate().take(5) {
                for role in [theme.better, theme.worse] {
                    let apart = difference(case.fg(hue.reported.fg), case.fg(role.fg));
                    let needed = if case.level == Level::TrueColor {
                        APART
                    } else {
                        APART_FROM_AFAR
                    };
                    assert!(
                        apart >= needed,
                        "{} hue {index}, {role:?}: {apart:.1}",
                        case.name()
                    );
                }
            }
        }
    }

    #[test]
    fn reported_and_derived_differ_for_every_eye() {
        for case in cases().iter().filter(|case| case.level != Level::Ansi16) {
            for (index, hue) in case.theme().hues.into_iter().enumerate() {
                for vision in Vision::ALL {
                    let reported = vision.sees(case.fg(hue.reported.fg));
                    let base = difference(reported, vision.sees(case.bg(hue.derived.bg)));
                    assert!(
                        base >= APART,
                        "{} {vision:?}, base of {index}: {base:.1}",
                        case.name()
                    );
                    let edge = difference(reported, vision.sees(case.fg(hue.derived_edge.fg)));
                    assert!(
                        edge >= APART_FROM_AFAR,
                        "{} {vision:?}, edge of {index}: {edge:.1}",
                        case.name()
                    );
                }
            }
        }
    }

    #[test]
    fn neighbours_in_a_stack_differ_for_every_eye() {
        for case in cases() {
            let mix = case.theme().mix.map(|style| case.fg(style.fg));
            for vision in Vision::ALL {
                for (index, part) in mix.into_iter().enumerate() {
                    let next = mix[(index + 1) % mix.len()];
                    let apart = difference(vision.sees(part), vision.sees(next));
                    assert!(
                        apart >= APART,
                        "{} {vision:?}, after part {index}: {apart:.1}",
                        case.name()
                    );
                }
            }
        }
    }

    #[test]
    fn the_edge_of_a_derived_bar_is_the_mean_of_its_pattern() {
        for case in cases().iter().filter(|case| case.level != Level::Ansi16) {
            for hue in case.theme().hues {
                let (pattern, base) = (case.fg(hue.derived.fg), case.bg(hue.derived.bg));
                let mean = std::array::from_fn(|channel| {
                    (u16::from(pattern[channel]) + u16::from(base[channel])).div_ceil(2) as u8
                });
                let off = difference(mean, case.fg(hue.derived_edge.fg));
                let allowed = if case.level == Level::TrueColor {
                    f64::EPSILON
                } else {
                    8.0
                };
                assert!(
                    off <= allowed,
                    "{}: {:?} is {off:.1} off",
                    case.name(),
                    hue.derived_edge
                );
            }
        }
    }

    #[test]
    fn levels_keep_to_their_colours() {
        for kind in Kind::ALL {
            for level in LEVELS {
                for color in colors(&Theme::new(kind, level)) {
                    let fits = match (level, kind) {
                        (Level::None, _) | (_, Kind::Mono) => color == Color::Reset,
                        (Level::TrueColor, _) => matches!(color, Color::Rgb(..)),
                        (Level::Ansi256, _) => matches!(color, Color::Indexed(16..)),
                        (Level::Ansi16, _) => !matches!(color, Color::Rgb(..) | Color::Indexed(_)),
                    };
                    assert!(fits, "{} {level:?}: {color:?}", kind.name());
                }
            }
        }
    }

    #[test]
    fn sixteen_colours_keep_the_terminals_own_page() {
        for kind in Kind::ALL {
            let theme = Theme::new(kind, Level::Ansi16);
            assert_eq!(
                (theme.page.bg, theme.layer.bg),
                (Some(Color::Reset), Some(Color::Reset))
            );
            for style in styles(&theme) {
                assert!(
                    !matches!(style.bg, Some(Color::Black | Color::White)),
                    "{}: {style:?}",
                    kind.name()
                );
            }
        }
    }

    #[test]
    fn no_colour_gives_the_mono_theme() {
        for kind in Kind::ALL {
            assert_eq!(
                Theme::new(kind, Level::None),
                Theme::new(Kind::Mono, Level::TrueColor)
            );
        }
    }

    #[test]
    fn mono_says_without_colour_what_colour_says() {
        let theme = Theme::new(Kind::Mono, Level::TrueColor);
        let known = Modifier::BOLD | Modifier::DIM | Modifier::REVERSED | Modifier::UNDERLINED;
        for style in styles(&theme) {
            assert!(known.contains(style.add_modifier), "{style:?}");
        }
        for style in [theme.tab_selected, theme.selected, theme.hues[0].tab] {
            assert!(style.has_modifier(Modifier::REVERSED), "{style:?}");
        }
        assert_eq!(
            theme.track.patch(theme.hues[0].reported).add_modifier,
            Modifier::empty()
        );
        assert_ne!(theme.border, theme.border_focused);
        assert_ne!(theme.border, theme.hues[0].accent);
        assert_ne!(theme.title, theme.title_focused);
        assert_ne!(theme.better, theme.worse);
        assert_ne!(theme.better, theme.neutral);
        assert_ne!(theme.mix[0], theme.mix[1]);
    }

    #[test]
    fn high_contrast_text_is_bold() {
        for level in [Level::TrueColor, Level::Ansi256, Level::Ansi16] {
            for (role, style) in text(&Theme::new(Kind::HighContrast, level)) {
                assert!(style.has_modifier(Modifier::BOLD), "{level:?}: {role}");
            }
        }
    }
}
