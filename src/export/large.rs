//! Lays out texts larger than a cell: outlines of the bold face on one baseline.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::font::Face;
use super::grid::{BASELINE, HEIGHT, WIDTH};
use super::layout::Layout;
use super::zoom::Zoom;
use crate::text;
use crate::widget::{Large, Role};

impl Layout<'_> {
    /// Draws a large text instead of its terminal form.
    pub(super) fn large(&mut self, large: &Large) {
        match large.role {
            Role::Hero => self.hero(large),
            Role::Message => {
                self.zoom = zoom(large, 0.0, large.size());
                self.line(large, &large.text);
            }
        }
        self.zoom = Zoom::NONE;
    }

    /// Draws a number and its unit.
    fn hero(&mut self, large: &Large) {
        // The first letter stands on the edge of its area, as the text below it does.
        let bearing = large.text.chars().next().and_then(bearing).unwrap_or(0.0);
        let mut cells = -bearing * (large.size() - 1.0);
        for letter in large.text.chars() {
            let advance = large.advance_of(letter);
            // Letter by letter, for marks between digits are narrow; read below as one.
            let indent = (advance - large.size()) / 2.0;
            self.zoom = zoom(large, cells + indent, large.size());
            self.zoom.is_read = false;
            self.line(large, letter.encode_utf8(&mut [0; 4]));
            cells += advance;
        }
        self.zoom = zoom(large, 0.0, large.size());
        let at = self.zoom.place([0.0, BASELINE]);
        let em = HEIGHT as f32 * self.zoom.size();
        self.words.push(&large.text, at, cells * WIDTH as f32, em);
        if !large.unit.is_empty() {
            self.zoom = zoom(large, large.unit_start(), Large::unit_size());
            self.line(large, &large.unit);
        }
    }

    /// Draws bold text in the zoom.
    fn line(&mut self, large: &Large, text: &str) {
        let mut row = Buffer::empty(Rect::new(0, 0, text::width(text) as u16, 1));
        let bold = large.style.add_modifier(Modifier::BOLD);
        row.set_string(0, 0, text, bold);
        self.row(0, &row.content);
    }
}

/// The blank at the left of a bold letter in cells.
fn bearing(letter: char) -> Option<f32> {
    let face = Face::of(letter, true)?;
    let left = face.outline(face.glyph(letter)?, false).left()?;
    Some(left / WIDTH as f32)
}

/// Text on the baseline of `large`, `cells` from its left and so many times as large as ordinary text.
fn zoom(large: &Large, cells: f32, size: f32) -> Zoom {
    let left = (f32::from(large.area.x) + cells) * WIDTH as f32;
    let baseline = (f32::from(large.area.y) + large.baseline()) * HEIGHT as f32;
    Zoom::new([left, baseline - BASELINE * size], size)
}
