//! Where and how large text is drawn.

/// Where the upper left corner of a line of text is, and how large its letters are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Zoom {
    at: [f32; 2],
    /// Hundredths of the size of ordinary text, so that every printer writes the same numbers.
    pub(super) hundredths: u16,
    /// Whether what is drawn is read, too, as text of the page.
    pub(super) is_read: bool,
}

impl Zoom {
    /// Ordinary text, where it is.
    pub(super) const NONE: Self = Self {
        at: [0.0; 2],
        hundredths: 100,
        is_read: true,
    };

    /// Text so many times as large as ordinary text.
    pub(super) fn new(at: [f32; 2], size: f32) -> Self {
        let hundredths = (size * 100.0).round() as u16;
        Self {
            at,
            hundredths,
            is_read: true,
        }
    }

    /// How many times as large as ordinary text it is.
    pub(super) fn size(self) -> f32 {
        f32::from(self.hundredths) / 100.0
    }

    /// Puts a point of an ordinary line where it belongs.
    pub(super) fn place(self, point: [f32; 2]) -> [f32; 2] {
        let size = self.size();
        [0, 1].map(|axis| self.at[axis] + point[axis] * size)
    }
}
