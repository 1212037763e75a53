//! The shape of a palette: what colours a theme needs, and how a hue gets its shades.

use ratatui::style::{Color, Modifier, Style};

/// The colours of one kind of page at one colour ability.
pub(super) struct Palette {
    pub page: Color,
    pub layer: Color,
    /// Running text.
    pub text: Color,
    /// Numbers and headlines.
    pub loud: Color,
    /// Secondary text.
    pub quiet: Color,
    pub border: Color,
    pub axis: Color,
    pub track: Style,
    pub selected: Style,
    pub better: Color,
    pub worse: Color,
    pub caution: Color,
    pub ramps: [Ramp; 6],
    /// Neighbours differ for every eye, and all of them do where a reader has so many colours.
    pub mix: [Color; 12],
    /// Added to all text.
    pub emphasis: Modifier,
}

/// The shades of one hue.
pub(super) struct Ramp {
    pub reported: Color,
    /// The dots of `▒`.
    pub pattern: Color,
    /// What shows between the dots of `▒`.
    pub base: Color,
    /// The mean of pattern and base, or the nearest colour there is.
    pub edge: Color,
    pub chip: Style,
}

/// The terminal's own text colour or background.
pub(super) const OWN: Color = Color::Reset;

/// Text in the terminal's own colour, neither bold nor dim even where it is drawn over a border or a track that is.
pub(super) const PLAIN: Style = Style::new()
    .fg(OWN)
    .remove_modifier(Modifier::DIM)
    .remove_modifier(Modifier::BOLD);

/// Makes a colour of its six hexadecimal digits.
pub(super) const fn rgb(hex: u32) -> Color {
    Color::from_u32(hex)
}

/// Makes bold text on its own ground.
pub(super) const fn bold(fg: Color, bg: Color) -> Style {
    Style::new().fg(fg).bg(bg).add_modifier(Modifier::BOLD)
}

/// Makes the shades of a hue on a page of any colours; the edge is mixed.
pub(super) const fn mixed(page: u32, reported: u32, pattern: u32, base: u32) -> Ramp {
    Ramp {
        reported: rgb(reported),
        pattern: rgb(pattern),
        base: rgb(base),
        edge: mean(pattern, base),
        chip: bold(rgb(page), rgb(reported)),
    }
}

/// Makes the shades of a hue of colours by number.
pub(super) const fn indexed(page: u8, reported: u8, pattern: u8, base: u8, edge: u8) -> Ramp {
    Ramp {
        reported: Color::Indexed(reported),
        pattern: Color::Indexed(pattern),
        base: Color::Indexed(base),
        edge: Color::Indexed(edge),
        chip: bold(Color::Indexed(page), Color::Indexed(reported)),
    }
}

/// Makes the shades of a hue of named colours: the pattern has the hue itself for its dots and the page between them.
pub(super) const fn named(reported: Color, edge: Color, chip: Style) -> Ramp {
    Ramp {
        reported,
        pattern: reported,
        base: OWN,
        edge,
        chip,
    }
}

/// Repeats six colours, where a reader has no more that stand out.
pub(super) const fn twice(colors: [Color; 6]) -> [Color; 12] {
    let [one, two, three, four, five, six] = colors;
    [
        one, two, three, four, five, six, one, two, three, four, five, six,
    ]
}

const fn mean(one: u32, other: u32) -> Color {
    let [_, red, green, blue] = one.to_be_bytes();
    let [_, other_red, other_green, other_blue] = other.to_be_bytes();
    Color::Rgb(
        middle(red, other_red),
        middle(green, other_green),
        middle(blue, other_blue),
    )
}

/// Returns the mean of two channels, rounded up as a picture mixes the pattern: a bar and its edge are
/// one shape there.
pub(super) const fn middle(one: u8, other: u8) -> u8 {
    (one as u16 + other as u16).div_ceil(2) as u8
}
