//! Every theme: its name, and its colours chosen by hand for each colour ability, never converted from one to the other.

use ratatui::style::{Color, Modifier, Style};

use super::level::Level;
use super::palette::{OWN, PLAIN, Palette, bold, indexed, mixed, named, rgb, twice};

/// A kind of page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeKind {
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

impl ThemeKind {
    /// All kinds, in the order in which a key press walks through them.
    pub const ALL: [Self; 4] = [Self::Dark, Self::Light, Self::HighContrast, Self::Mono];

    /// Returns the name by which a user asks for this kind.
    pub const fn name(self) -> &'static str {
        self.design().name
    }

    /// Finds the kind of exactly this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Returns the kind after this one; the first after the last.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|kind| *kind == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }

    /// Returns what makes this kind.
    ///
    /// With sixteen colours the page keeps the terminal's own background: `Dark` expects a dark one, `Light` a light
    /// one, and `HighContrast` is bold text in the terminal's own two colours, right on either.
    pub(super) const fn design(self) -> Design {
        match self {
            Self::Dark => Design {
                name: "dark",
                true_color: Colors::Painted(&DARK),
                ansi_256: Colors::Painted(&DARK_256),
                ansi_16: Colors::Painted(&DARK_16),
            },
            Self::Light => Design {
                name: "light",
                true_color: Colors::Painted(&LIGHT),
                ansi_256: Colors::Painted(&LIGHT_256),
                ansi_16: Colors::Painted(&LIGHT_16),
            },
            Self::HighContrast => Design {
                name: "high-contrast",
                true_color: Colors::Painted(&HIGH_CONTRAST),
                ansi_256: Colors::Painted(&HIGH_CONTRAST_256),
                ansi_16: Colors::Plain(Modifier::BOLD),
            },
            Self::Mono => Design {
                name: "mono",
                true_color: Colors::NONE,
                ansi_256: Colors::NONE,
                ansi_16: Colors::NONE,
            },
        }
    }
}

/// What makes a kind: its name, and its colours at each colour ability that has any.
pub(super) struct Design {
    name: &'static str,
    true_color: Colors,
    ansi_256: Colors,
    ansi_16: Colors,
}

impl Design {
    /// Returns the colours for a reader who can show so many.
    pub(super) const fn colors(self, level: Level) -> Colors {
        match level {
            Level::TrueColor => self.true_color,
            Level::Ansi256 => self.ansi_256,
            Level::Ansi16 => self.ansi_16,
            Level::None => Colors::NONE,
        }
    }
}

/// Where the colours of a page come from.
#[derive(Clone, Copy)]
pub(super) enum Colors {
    Painted(&'static Palette),
    /// The terminal's own two; the modifier is added to all running text.
    Plain(Modifier),
}

impl Colors {
    /// The terminal's own two, and nothing on running text.
    const NONE: Self = Self::Plain(Modifier::empty());
}

/// Slate with a hue per tab; better is cyan and worse is orange, which no common colour blindness joins.
const DARK: Palette = Palette {
    page: rgb(0x0b_11_20),
    layer: rgb(0x15_1f_33),
    text: rgb(0xd5_de_ea),
    loud: rgb(0xff_ff_ff),
    quiet: rgb(0x98_a6_bb),
    border: rgb(0x33_41_55),
    axis: rgb(0x64_74_8b),
    track: Style::new().fg(rgb(0x3b_4a_66)).bg(rgb(0x28_34_4d)),
    selected: bold(rgb(0xff_ff_ff), rgb(0x2b_3f_6b)),
    better: rgb(0x22_d3_ee),
    worse: rgb(0xff_8f_52),
    caution: rgb(0xfc_d3_4d),
    ramps: [
        mixed(0x0b_11_20, 0x34_d3_99, 0x15_9f_71, 0x0e_7d_5a),
        mixed(0x0b_11_20, 0xa7_8b_fa, 0x85_67_e6, 0x6b_50_c4),
        mixed(0x0b_11_20, 0x60_a5_fa, 0x34_7f_e4, 0x28_66_c2),
        mixed(0x0b_11_20, 0xf4_72_b6, 0xd8_47_9a, 0xab_37_79),
        mixed(0x0b_11_20, 0xea_b3_08, 0xb0_82_0a, 0x85_63_10),
        mixed(0x0b_11_20, 0xa9_b8_cd, 0x77_88_a1, 0x5a_69_80),
    ],
    mix: [
        rgb(0xa7_8b_fa),
        rgb(0x59_6a_86),
        rgb(0xe9_c5_4a),
        rgb(0x2f_6b_d0),
        rgb(0xf9_a8_d4),
        rgb(0x0e_8a_62),
        rgb(0xb0_d0_b0),
        rgb(0x70_70_10),
        rgb(0x70_90_b0),
        rgb(0x90_f0_90),
        rgb(0xb0_90_10),
        rgb(0xf0_f0_30),
    ],
    emphasis: Modifier::empty(),
};

/// White, so that a picture of it joins a white slide.
const LIGHT: Palette = Palette {
    page: rgb(0xff_ff_ff),
    layer: rgb(0xf6_f8_fb),
    text: rgb(0x1e_29_3b),
    loud: rgb(0x02_06_17),
    quiet: rgb(0x52_60_75),
    border: rgb(0xcb_d5_e1),
    axis: rgb(0x94_a3_b8),
    track: Style::new().fg(rgb(0xc2_cc_da)).bg(rgb(0xdb_e2_ec)),
    selected: bold(rgb(0x02_06_17), rgb(0xcf_dd_f5)),
    better: rgb(0x0a_67_84),
    worse: rgb(0xb5_3c_06),
    caution: rgb(0x7d_52_00),
    ramps: [
        mixed(0xff_ff_ff, 0x05_70_4f, 0x0b_8a_63, 0x3c_b2_86),
        mixed(0xff_ff_ff, 0x6d_28_d9, 0x84_54_ea, 0xa9_8d_f6),
        mixed(0xff_ff_ff, 0x1d_4f_d0, 0x3b_78_e8, 0x6e_a0_f2),
        mixed(0xff_ff_ff, 0xb0_17_5c, 0xd6_33_84, 0xea_78_ad),
        mixed(0xff_ff_ff, 0x7d_54_00, 0xa0_6d_06, 0xcc_9a_2e),
        mixed(0xff_ff_ff, 0x3f_4d_62, 0x64_74_8b, 0x8c_9b_b0),
    ],
    mix: [
        rgb(0x6d_28_d9),
        rgb(0x81_91_a8),
        rgb(0x6b_4a_00),
        rgb(0x4c_86_ec),
        rgb(0x9d_17_4d),
        rgb(0x2f_9e_74),
        rgb(0x30_10_50),
        rgb(0x30_70_70),
        rgb(0x90_70_10),
        rgb(0x10_30_70),
        rgb(0xf0_30_50),
        rgb(0x30_10_10),
    ],
    emphasis: Modifier::empty(),
};

/// Black and white with light hues; even a derived bar has 7:1.
const HIGH_CONTRAST: Palette = Palette {
    page: rgb(0x00_00_00),
    layer: rgb(0x00_00_00),
    text: rgb(0xff_ff_ff),
    loud: rgb(0xff_ff_ff),
    quiet: rgb(0xdc_dc_dc),
    border: rgb(0xb0_b0_b0),
    axis: rgb(0xb0_b0_b0),
    track: Style::new().fg(rgb(0x4d_4d_4d)).bg(rgb(0x30_30_30)),
    selected: bold(rgb(0x00_00_00), rgb(0xff_ff_ff)),
    better: rgb(0x3f_e0_ff),
    worse: rgb(0xff_a0_66),
    caution: rgb(0xff_e1_4d),
    ramps: [
        mixed(0x00_00_00, 0x7d_f3_c4, 0x34_c6_92, 0x22_9a_6f),
        mixed(0x00_00_00, 0xd9_cc_ff, 0xb3_a0_f5, 0x91_7a_e0),
        mixed(0x00_00_00, 0xb5_d9_ff, 0x6b_ac_f2, 0x4a_8b_d6),
        mixed(0x00_00_00, 0xff_c2_e2, 0xf2_83_ba, 0xcf_64_99),
        mixed(0x00_00_00, 0xff_e2_7a, 0xd8_ac_28, 0xac_87_18),
        mixed(0x00_00_00, 0xf0_f0_f0, 0xb4_b4_b4, 0x8c_8c_8c),
    ],
    mix: [
        rgb(0xd9_cc_ff),
        rgb(0x97_97_97),
        rgb(0xff_e2_7a),
        rgb(0x62_9c_e4),
        rgb(0xff_c2_e2),
        rgb(0x33_ac_7d),
        rgb(0xf0_70_d0),
        rgb(0xd0_f0_d0),
        rgb(0xb0_90_b0),
        rgb(0x50_d0_10),
        rgb(0xf0_f0_f0),
        rgb(0xf0_70_70),
    ],
    emphasis: Modifier::BOLD,
};

/// Near to [`DARK`], on a neutral page: the cube has no dark slate.
const DARK_256: Palette = Palette {
    page: Color::Indexed(233),
    layer: Color::Indexed(235),
    text: Color::Indexed(253),
    loud: Color::Indexed(231),
    quiet: Color::Indexed(248),
    border: Color::Indexed(239),
    axis: Color::Indexed(243),
    track: Style::new().fg(Color::Indexed(240)).bg(Color::Indexed(238)),
    selected: bold(Color::Indexed(231), Color::Indexed(24)),
    better: Color::Indexed(45),
    worse: Color::Indexed(209),
    caution: Color::Indexed(221),
    ramps: [
        indexed(233, 79, 43, 29, 36),
        indexed(233, 141, 99, 97, 98),
        indexed(233, 75, 39, 25, 32),
        indexed(233, 212, 168, 96, 132),
        indexed(233, 178, 178, 94, 136),
        indexed(233, 249, 245, 241, 243),
    ],
    mix: [
        Color::Indexed(141),
        Color::Indexed(242),
        Color::Indexed(221),
        Color::Indexed(27),
        Color::Indexed(218),
        Color::Indexed(29),
        Color::Indexed(96),
        Color::Indexed(202),
        Color::Indexed(231),
        Color::Indexed(108),
        Color::Indexed(139),
        Color::Indexed(160),
    ],
    emphasis: Modifier::empty(),
};

/// Near to [`LIGHT`].
const LIGHT_256: Palette = Palette {
    page: Color::Indexed(231),
    layer: Color::Indexed(255),
    text: Color::Indexed(235),
    loud: Color::Indexed(16),
    quiet: Color::Indexed(241),
    border: Color::Indexed(251),
    axis: Color::Indexed(247),
    track: Style::new().fg(Color::Indexed(250)).bg(Color::Indexed(253)),
    selected: bold(Color::Indexed(16), Color::Indexed(189)),
    better: Color::Indexed(24),
    worse: Color::Indexed(160),
    caution: Color::Indexed(94),
    ramps: [
        indexed(231, 22, 22, 34, 28),
        indexed(231, 56, 99, 135, 99),
        indexed(231, 26, 27, 75, 33),
        indexed(231, 125, 132, 204, 168),
        indexed(231, 94, 100, 136, 100),
        indexed(231, 239, 242, 246, 244),
    ],
    mix: [
        Color::Indexed(56),
        Color::Indexed(245),
        Color::Indexed(94),
        Color::Indexed(69),
        Color::Indexed(89),
        Color::Indexed(29),
        Color::Indexed(52),
        Color::Indexed(59),
        Color::Indexed(16),
        Color::Indexed(133),
        Color::Indexed(17),
        Color::Indexed(136),
    ],
    emphasis: Modifier::empty(),
};

/// Near to [`HIGH_CONTRAST`].
const HIGH_CONTRAST_256: Palette = Palette {
    page: Color::Indexed(16),
    layer: Color::Indexed(16),
    text: Color::Indexed(231),
    loud: Color::Indexed(231),
    quiet: Color::Indexed(253),
    border: Color::Indexed(249),
    axis: Color::Indexed(249),
    track: Style::new().fg(Color::Indexed(239)).bg(Color::Indexed(236)),
    selected: bold(Color::Indexed(16), Color::Indexed(231)),
    better: Color::Indexed(45),
    worse: Color::Indexed(216),
    caution: Color::Indexed(221),
    ramps: [
        indexed(16, 122, 43, 29, 36),
        indexed(16, 183, 147, 135, 141),
        indexed(16, 153, 75, 33, 75),
        indexed(16, 218, 212, 168, 205),
        indexed(16, 228, 220, 136, 178),
        indexed(16, 255, 249, 245, 247),
    ],
    mix: [
        Color::Indexed(183),
        Color::Indexed(247),
        Color::Indexed(221),
        Color::Indexed(39),
        Color::Indexed(224),
        Color::Indexed(36),
        Color::Indexed(218),
        Color::Indexed(190),
        Color::Indexed(172),
        Color::Indexed(231),
        Color::Indexed(157),
        Color::Indexed(204),
    ],
    emphasis: Modifier::BOLD,
};

/// For a dark terminal: the bright half of the sixteen.
const DARK_16: Palette = Palette {
    page: OWN,
    layer: OWN,
    text: OWN,
    loud: OWN,
    quiet: Color::Gray,
    border: Color::DarkGray,
    axis: Color::DarkGray,
    track: Style::new().fg(Color::DarkGray),
    selected: REVERSED,
    better: Color::LightCyan,
    worse: Color::LightYellow,
    caution: Color::LightYellow,
    ramps: [
        named(Color::LightGreen, Color::Green, GREEN_CHIP),
        named(Color::LightMagenta, Color::Magenta, MAGENTA_CHIP),
        named(Color::LightBlue, Color::Blue, BLUE_CHIP),
        named(Color::LightRed, Color::Red, RED_CHIP),
        named(Color::Yellow, Color::Yellow, REVERSED),
        named(Color::Gray, Color::Gray, REVERSED),
    ],
    mix: twice([
        Color::LightMagenta,
        Color::LightYellow,
        Color::LightBlue,
        Color::Yellow,
        Color::Gray,
        Color::Green,
    ]),
    emphasis: Modifier::empty(),
};

/// For a light terminal: the few of the sixteen that are readable there.
const LIGHT_16: Palette = Palette {
    page: OWN,
    layer: OWN,
    text: OWN,
    loud: OWN,
    quiet: Color::DarkGray,
    border: Color::Gray,
    axis: Color::DarkGray,
    track: Style::new().fg(Color::Gray),
    selected: REVERSED,
    better: Color::Blue,
    worse: Color::Red,
    caution: Color::Red,
    ramps: [
        named(Color::Green, Color::Green, GREEN_CHIP),
        named(Color::Magenta, Color::Magenta, MAGENTA_CHIP),
        named(Color::Blue, Color::Blue, BLUE_CHIP),
        named(Color::Red, Color::Red, RED_CHIP),
        named(Color::DarkGray, Color::DarkGray, REVERSED),
        named(Color::Blue, Color::Blue, BLUE_CHIP),
    ],
    mix: twice([
        Color::Magenta,
        Color::Green,
        Color::Blue,
        Color::Red,
        Color::LightBlue,
        Color::Black,
    ]),
    emphasis: Modifier::empty(),
};

const REVERSED: Style = PLAIN
    .add_modifier(Modifier::BOLD)
    .add_modifier(Modifier::REVERSED);

// Not bold on green: a console that brightens bold text would turn black to grey.
const GREEN_CHIP: Style = Style::new().fg(Color::Black).bg(Color::Green);
const MAGENTA_CHIP: Style = bold(Color::White, Color::Magenta);
const BLUE_CHIP: Style = bold(Color::White, Color::Blue);
const RED_CHIP: Style = bold(Color::White, Color::Red);
