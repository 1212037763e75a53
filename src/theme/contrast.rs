//! Measures of colour for the theme's tests: contrast, difference, and what colour blind readers see.

use ratatui::style::Color;

use super::ansi;

/// What a terminal shows for the sixteen named colours.
#[derive(Clone, Copy)]
pub(super) struct Scheme {
    pub name: &'static str,
    named: [u32; 16],
}

/// The Linux console and many others.
pub(super) const VGA: Scheme = Scheme {
    name: "VGA",
    named: [
        0x00_00_00, 0xaa_00_00, 0x00_aa_00, 0xaa_55_00, 0x00_00_aa, 0xaa_00_aa, 0x00_aa_aa,
        0xaa_aa_aa, 0x55_55_55, 0xff_55_55, 0x55_ff_55, 0xff_ff_55, 0x55_55_ff, 0xff_55_ff,
        0x55_ff_ff, 0xff_ff_ff,
    ],
};

/// The Windows console.
pub(super) const CAMPBELL: Scheme = Scheme {
    name: "Campbell",
    named: [
        0x0c_0c_0c, 0xc5_0f_1f, 0x13_a1_0e, 0xc1_9c_00, 0x00_37_da, 0x88_17_98, 0x3a_96_dd,
        0xcc_cc_cc, 0x76_76_76, 0xe7_48_56, 0x16_c6_0c, 0xf9_f1_a5, 0x3b_78_ff, 0xb4_00_9e,
        0x61_d6_d6, 0xf2_f2_f2,
    ],
};

impl Scheme {
    /// Returns what this colour looks like; the cube and greys are the same in every scheme.
    pub(super) fn rgb(&self, color: Color) -> [u8; 3] {
        if let Color::Rgb(red, green, blue) = color {
            return [red, green, blue];
        }
        let index =
            ansi::index(color).expect("the terminal's own colour is for the test to decide");
        let Some(named) = self.named.get(usize::from(index)) else {
            return ansi::indexed(index);
        };
        let [_, red, green, blue] = named.to_be_bytes();
        [red, green, blue]
    }
}

/// Returns the contrast ratio of WCAG 2.1, from 1 to 21.
pub(super) fn ratio(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(rgb: [u8; 3]) -> f64 {
    dot([0.2126, 0.7152, 0.0722], rgb.map(linear))
}

fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.04045 {
        value / 12.92
    } else {
        ((value + 0.055) / 1.055).powf(2.4)
    }
}

fn encoded(value: f64) -> u8 {
    let value = value.clamp(0.0, 1.0);
    let value = if value <= 0.003_130_8 {
        value * 12.92
    } else {
        1.055 * value.powf(1.0 / 2.4) - 0.055
    };
    (value * 255.0).round() as u8
}

fn dot(row: [f64; 3], column: [f64; 3]) -> f64 {
    row.into_iter().zip(column).map(|(a, b)| a * b).sum()
}

/// How a reader sees colours.
#[derive(Clone, Copy, Debug)]
pub(super) enum Vision {
    Full,
    Protanopia,
    Deuteranopia,
    Tritanopia,
}

impl Vision {
    pub(super) const ALL: [Self; 4] = [
        Self::Full,
        Self::Protanopia,
        Self::Deuteranopia,
        Self::Tritanopia,
    ];

    /// Returns the colour that looks to full vision as `rgb` looks to this one.
    ///
    /// Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency",
    /// IEEE TVCG 15(6), 2009: the matrices for severity 1.0, on linear light.
    pub(super) fn sees(self, rgb: [u8; 3]) -> [u8; 3] {
        let rows = match self {
            Self::Full => return rgb,
            Self::Protanopia => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deuteranopia => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Self::Tritanopia => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        };
        rows.map(|row| encoded(dot(row, rgb.map(linear))))
    }
}

/// Returns the CIEDE2000 difference: 1 is just noticeable, 10 is seen at a glance.
pub(super) fn difference(one: [u8; 3], other: [u8; 3]) -> f64 {
    lab_difference(lab(one), lab(other))
}

/// CIE L*a*b* under D65.
fn lab(rgb: [u8; 3]) -> [f64; 3] {
    let light = rgb.map(linear);
    let bent = |row, white: f64| {
        let share = dot(row, light) / white;
        if share > 216.0 / 24389.0 {
            share.cbrt()
        } else {
            (24389.0 / 27.0 * share + 16.0) / 116.0
        }
    };
    let x = bent([0.412_456_4, 0.357_576_1, 0.180_437_5], 0.950_47);
    let y = bent([0.212_672_9, 0.715_152_2, 0.072_175_0], 1.0);
    let z = bent([0.019_333_9, 0.119_192_0, 0.950_304_1], 1.088_83);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula", Color Research and Application 30(1), 2005.
fn lab_difference([l1, a1, b1]: [f64; 3], [l2, a2, b2]: [f64; 3]) -> f64 {
    let rotation = |chroma: f64| (chroma.powi(7) / (chroma.powi(7) + 25_f64.powi(7))).sqrt();
    let stretch = 1.5 - 0.5 * rotation(f64::midpoint(a1.hypot(b1), a2.hypot(b2)));
    let (a1, a2) = (a1 * stretch, a2 * stretch);
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let angle = |a: f64, b: f64| b.atan2(a).to_degrees().rem_euclid(360.0);
    let (h1, h2) = (angle(a1, b1), angle(a2, b2));

    let grey = c1 * c2 == 0.0;
    let turn = if grey {
        0.0
    } else {
        (h2 - h1 + 180.0).rem_euclid(360.0) - 180.0
    };
    let hue = if grey {
        h1 + h2
    } else {
        (h1 + turn / 2.0).rem_euclid(360.0)
    };
    let chroma = f64::midpoint(c1, c2);
    let lightness = (f64::midpoint(l1, l2) - 50.0).powi(2);

    let cosine = |degrees: f64| degrees.to_radians().cos();
    let weight =
        1.0 - 0.17 * cosine(hue - 30.0) + 0.24 * cosine(2.0 * hue) + 0.32 * cosine(3.0 * hue + 6.0)
            - 0.20 * cosine(4.0 * hue - 63.0);
    let in_lightness = (l2 - l1) / (1.0 + 0.015 * lightness / (20.0 + lightness).sqrt());
    let in_chroma = (c2 - c1) / (1.0 + 0.045 * chroma);
    let in_hue =
        2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin() / (1.0 + 0.015 * chroma * weight);
    let blue = -(60.0 * (-((hue - 275.0) / 25.0).powi(2)).exp())
        .to_radians()
        .sin()
        * 2.0
        * rotation(chroma);
    (in_lightness.powi(2) + in_chroma.powi(2) + in_hue.powi(2) + blue * in_chroma * in_hue).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_and_white_are_twenty_one_to_one() {
        assert!((ratio([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
        assert!((ratio([0x76; 3], [255; 3]) - 4.54).abs() < 0.005);
    }

    #[test]
    fn difference_agrees_with_the_published_pairs() {
        let pairs = [
            ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
            ([50.0, -1.3802, -84.2814], [50.0, 0.0, -82.7485], 1.0000),
            ([50.0, 0.0, 0.0], [50.0, -1.0, 2.0], 2.3669),
            ([50.0, 2.4900, -0.0010], [50.0, -2.4900, 0.0011], 7.2195),
            ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
            (
                [60.2574, -34.0099, 36.2677],
                [60.4626, -34.1751, 39.4387],
                1.2644,
            ),
            (
                [22.7233, 20.0904, -46.6940],
                [23.0331, 14.9730, -42.5619],
                2.0373,
            ),
            (
                [2.0776, 0.0795, -1.1350],
                [0.9033, -0.0636, -0.5514],
                0.9082,
            ),
        ];
        for (one, other, published) in pairs {
            assert!(
                (lab_difference(one, other) - published).abs() < 1e-4,
                "{one:?} {other:?}"
            );
        }
    }

    #[test]
    fn greys_look_grey_to_every_eye() {
        for vision in Vision::ALL {
            assert!(
                difference(vision.sees([128; 3]), [128; 3]) < 1.0,
                "{vision:?}"
            );
        }
    }
}
