//! Shapes for slides: how wide a picture is for its height, and how many cells it has.

/// The shape of a picture that goes on a slide.
///
/// Each has so few cells that its smallest capitals are 2 % of its height or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// A whole slide, 16:9.
    Slide,
    /// Half a slide, 8:9.
    Half,
    /// A page of a feed, 4:5.
    Portrait,
}

impl Preset {
    /// Every shape.
    pub const ALL: [Self; 3] = [Self::Slide, Self::Half, Self::Portrait];

    /// Returns the name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Slide => "slide",
            Self::Half => "half",
            Self::Portrait => "portrait",
        }
    }

    /// Returns the size in cells, which has the shape or is a little narrower.
    pub const fn size(self) -> (u16, u16) {
        match self {
            Self::Slide => (106, 30),
            Self::Half => (53, 30),
            Self::Portrait => (48, 30),
        }
    }

    /// Returns how wide it is for how high.
    pub const fn ratio(self) -> [u32; 2] {
        match self {
            Self::Slide => [16, 9],
            Self::Half => [8, 9],
            Self::Portrait => [4, 5],
        }
    }

    /// Tells whether it has room for one panel only.
    pub const fn is_narrow(self) -> bool {
        matches!(self, Self::Half | Self::Portrait)
    }
}
