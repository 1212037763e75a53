//! A colour as it is painted.

/// Red, green and blue, gamma encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// Mixes `share` of this colour (0 to 1) with the remainder of `other`.
    pub(crate) fn over(self, other: Self, share: f32) -> Self {
        let mix = |top: u8, below: u8| {
            (f32::from(top) * share + f32::from(below) * (1.0 - share)).round() as u8
        };
        Self(
            mix(self.0, other.0),
            mix(self.1, other.1),
            mix(self.2, other.2),
        )
    }
}
