//! Gives a scene another shape: it stays as it is, and the page grows around it.

use super::scene::{FilledRect, RoundedCorner, Scene};

impl Scene {
    /// Lets the page grow to a shape, `ratio` being its width and its height; nothing is stretched.
    #[must_use]
    pub fn letterboxed(mut self, [across, down]: [u32; 2]) -> Self {
        let width = self.width.max((self.height * across).div_ceil(down));
        let height = self.height.max((self.width * down).div_ceil(across));
        let margin = [(width - self.width) / 2, (height - self.height) / 2];
        self.shift(margin);
        Self {
            width,
            height,
            ..self
        }
    }

    fn shift(&mut self, [left, top]: [u32; 2]) {
        let rectangles = [&mut self.fills, &mut self.lines, &mut self.strokes];
        for FilledRect { area, .. } in rectangles.into_iter().flatten() {
            *area = [area[0] + left, area[1] + top, area[2] + left, area[3] + top];
        }
        let by = [left, top].map(|units| units as f32);
        for RoundedCorner { outline, .. } in &mut self.corners {
            *outline = std::mem::take(outline).moved(by);
        }
        for mark in &mut self.marks {
            mark.x += by[0];
            mark.y += by[1];
        }
        self.words.shift(by);
    }
}
