//! What every theme promises, held at each colour ability: contrast, difference, colours that a reader has.

use ratatui::style::{Color, Modifier, Style};

use super::contrast::{CAMPBELL, Scheme, VGA, Vision, difference, ratio};
use super::kind::Colors;
use super::*;

const LEVELS: [Level; 4] = [Level::TrueColor, Level::Ansi256, Level::Ansi16, Level::None];

/// Better and worse, and a solid bar and the ground of a `▒` one, are told apart by colour blind readers too.
const APART: f64 = 15.0;

/// Colours that a second difference tells apart as well: a solid bar and the mean of a `▒` one, and, where the
/// palette is coarse, the words of a change and the bar next to them.
const APART_AT_A_DISTANCE: f64 = 10.0;

/// What `░` and an empty track need to be seen; the figure is in words next to it.
const VISIBLE: f64 = 1.2;

/// A theme whose colours are known, with what its text and its bars are held to.
struct Case {
    kind: ThemeKind,
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
        let own = if self.is_light() {
            Color::Rgb(0, 0, 0)
        } else {
            Color::Gray
        };
        self.scheme.rgb(resolved(color, own))
    }

    fn bg(&self, color: Option<Color>) -> [u8; 3] {
        let own = if self.is_light() {
            Color::Rgb(255, 255, 255)
        } else {
            Color::Black
        };
        self.scheme.rgb(resolved(color, own))
    }

    /// Whether the page is light, and so the terminal that sixteen colours expect.
    fn is_light(&self) -> bool {
        let page = Theme::new(self.kind, Level::TrueColor).page;
        let page = page.bg.filter(|color| *color != Color::Reset);
        page.is_some_and(|page| {
            ratio(self.scheme.rgb(page), [0; 3]) > ratio(self.scheme.rgb(page), [255; 3])
        })
    }
}

fn resolved(color: Option<Color>, own: Color) -> Color {
    color.filter(|&color| color != Color::Reset).unwrap_or(own)
}

/// Every theme that has its own colours, at each ability.
fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (level, schemes) in [
        (Level::TrueColor, &[VGA][..]),
        (Level::Ansi256, &[VGA]),
        (Level::Ansi16, &[VGA, CAMPBELL]),
    ] {
        for (kind, scheme) in ThemeKind::ALL
            .into_iter()
            .flat_map(|kind| schemes.iter().map(move |scheme| (kind, *scheme)))
        {
            let (text, bars) = match kind {
                ThemeKind::HighContrast => (7.0, 7.0),
                _ => (4.5, 3.0),
            };
            if matches!(kind.design().colors(level), Colors::Painted(_)) {
                cases.push(Case {
                    kind,
                    level,
                    scheme,
                    text,
                    bars,
                });
            }
        }
    }
    assert!(cases.len() >= 10, "themes with colours are not left out");
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
    for kind in ThemeKind::ALL {
        assert_eq!(ThemeKind::from_name(kind.name()), Some(kind));
    }
    assert_eq!(ThemeKind::from_name("Dark"), None);
}

#[test]
fn next_walks_through_all_kinds_in_order() {
    for (index, kind) in ThemeKind::ALL.into_iter().enumerate() {
        assert_eq!(
            kind.next(),
            ThemeKind::ALL[(index + 1) % ThemeKind::ALL.len()]
        );
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
            // Without its own ground the pattern is seen dot by dot, not as its mean.
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
                    APART_AT_A_DISTANCE
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
                    edge >= APART_AT_A_DISTANCE,
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
fn twelve_parts_of_a_stack_differ_at_a_glance() {
    for case in cases().iter().filter(|case| case.level != Level::Ansi16) {
        let mix = case.theme().mix.map(|style| case.fg(style.fg));
        for (index, part) in mix.into_iter().enumerate() {
            for (other, color) in mix.into_iter().enumerate().skip(index + 1) {
                let apart = difference(part, color);
                assert!(
                    apart >= APART_AT_A_DISTANCE,
                    "{}, parts {index} and {other}: {apart:.1}",
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
    for kind in ThemeKind::ALL {
        for level in LEVELS {
            for color in colors(&Theme::new(kind, level)) {
                let fits = match (level, kind) {
                    (Level::None, _) | (_, ThemeKind::Mono) => color == Color::Reset,
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
    for kind in ThemeKind::ALL {
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
    for kind in ThemeKind::ALL {
        assert_eq!(
            Theme::new(kind, Level::None),
            Theme::new(ThemeKind::Mono, Level::TrueColor)
        );
    }
}

#[test]
fn mono_says_without_colour_what_colour_says() {
    let theme = Theme::new(ThemeKind::Mono, Level::TrueColor);
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
        for (role, style) in text(&Theme::new(ThemeKind::HighContrast, level)) {
            assert!(style.has_modifier(Modifier::BOLD), "{level:?}: {role}");
        }
    }
}
