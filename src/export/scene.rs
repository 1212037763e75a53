//! A page as shapes, ready for any printer: filled rectangles and placed outlines in units of
//! 15 by 30 a cell.

use std::collections::HashMap;

use ratatui::buffer::Buffer;
use ratatui::buffer::Cell;
use ratatui::style::Modifier;

use super::font::Face;
use super::font::is_blank;
use super::look::{Ink, Look};
use super::outline::Outline;
use super::piece::{Piece, pieces, rows};
use super::solid::solid;
use super::symbol::{corner, symbol, unknown};
use super::{Canvas, Rgb};

/// Units in a cell.
pub(super) const WIDTH: u32 = 15;
pub(super) const HEIGHT: u32 = 30;

/// Where letters stand, and where the lines under and through them begin.
const BASELINE: f32 = 23.0;
const UNDERLINE: u32 = 26;
const STRIKE: u32 = 15;
const THICKNESS: u32 = 2;

/// A page as shapes.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    pub(super) width: u32,
    pub(super) height: u32,
    /// The colour of the page, or none for a transparent one.
    pub(super) page: Option<Rgb>,
    /// Backgrounds, and blocks above them.
    pub(super) fills: Vec<Fill>,
    /// Box lines.
    pub(super) lines: Vec<Fill>,
    /// What joins box lines.
    pub(super) corners: Vec<Corner>,
    /// Letters and signs.
    pub(super) marks: Vec<Mark>,
    /// Lines under and through text.
    pub(super) strokes: Vec<Fill>,
    /// What marks refer to.
    pub(super) outlines: Vec<(Key, Outline)>,
}

/// A rectangle: left, top, right and bottom in units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fill {
    pub(super) area: [u32; 4],
    pub(super) ink: Ink,
}

/// A rounded corner, where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Corner {
    pub(super) outline: Outline,
    pub(super) ink: Ink,
}

/// An outline and where its origin lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Mark {
    pub(super) outline: usize,
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) ink: Ink,
}

/// What an outline shows; the same in every picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Glyph {
        face: Face,
        glyph: u32,
        is_slanted: bool,
    },
    Symbol(char),
    Unknown(u16),
}

impl Scene {
    /// Lays out `buf` on `canvas`.
    pub fn new(buf: &Buffer, canvas: &Canvas) -> Self {
        let mut layout = Layout::over(canvas);
        for (row, cells) in rows(buf).enumerate() {
            layout.row(row as u32 * HEIGHT, cells);
        }
        let mut fills = merged(layout.backgrounds);
        fills.extend(merged(layout.blocks));
        let mut marks = layout.marks;
        marks.sort_by_key(|mark| mark.ink);
        Self {
            width: u32::from(buf.area.width) * WIDTH,
            height: u32::from(buf.area.height) * HEIGHT,
            page: (!canvas.transparent).then_some(canvas.background),
            fills,
            lines: merged(layout.lines),
            corners: layout.corners,
            marks,
            strokes: merged(layout.strokes),
            outlines: layout.outlines,
        }
    }

    /// Returns the width of the page in units.
    pub const fn width(&self) -> u32 {
        self.width
    }

    /// Returns the height of the page in units.
    pub const fn height(&self) -> u32 {
        self.height
    }
}

/// Letters of one look and one face side by side, which are set together.
struct Run {
    face: Face,
    look: Look,
    column: u16,
    cells: u16,
    text: String,
}

/// Collects the shapes of a page.
struct Layout<'a> {
    canvas: &'a Canvas,
    backgrounds: Vec<Fill>,
    blocks: Vec<Fill>,
    lines: Vec<Fill>,
    corners: Vec<Corner>,
    strokes: Vec<Fill>,
    marks: Vec<Mark>,
    outlines: Vec<(Key, Outline)>,
    known: HashMap<Key, usize>,
}

impl<'a> Layout<'a> {
    fn over(canvas: &'a Canvas) -> Self {
        Self {
            canvas,
            backgrounds: vec![],
            blocks: vec![],
            lines: vec![],
            corners: vec![],
            strokes: vec![],
            marks: vec![],
            outlines: vec![],
            known: HashMap::new(),
        }
    }

    fn row(&mut self, top: u32, cells: &[Cell]) {
        let mut run: Option<Run> = None;
        for piece in pieces(cells) {
            let look = Look::of(piece.cell, self.canvas);
            self.ground(top, &piece, look);
            let thai = self.piece(top, &piece, look);
            match (thai, &mut run) {
                (Some(face), Some(run)) if run.face == face && run.look == look => {
                    run.cells += piece.width;
                    run.text.push_str(&piece.symbol);
                }
                (thai, run) => {
                    if let Some(run) = run.take() {
                        self.run(top, &run);
                    }
                    *run = thai.map(|face| Run {
                        face,
                        look,
                        column: piece.column,
                        cells: piece.width,
                        text: piece.symbol.into_owned(),
                    });
                }
            }
        }
        if let Some(run) = run {
            self.run(top, &run);
        }
    }

    /// Paints what lies behind and across a cluster.
    fn ground(&mut self, top: u32, piece: &Piece<'_>, look: Look) {
        let left = u32::from(piece.column) * WIDTH;
        let right = left + u32::from(piece.width) * WIDTH;
        if let Some(colour) = look.background {
            let ink = Ink {
                colour,
                alpha: u8::MAX,
            };
            self.backgrounds.push(Fill {
                area: [left, top, right, top + HEIGHT],
                ink,
            });
        }
        for (line, offset) in [
            (Modifier::UNDERLINED, UNDERLINE),
            (Modifier::CROSSED_OUT, STRIKE),
        ] {
            if look.modifier.contains(line) {
                let area = [left, top + offset, right, top + offset + THICKNESS];
                self.strokes.push(Fill {
                    area,
                    ink: look.ink(),
                });
            }
        }
    }

    /// Draws a cluster, or returns the face of one that belongs to a run.
    fn piece(&mut self, top: u32, piece: &Piece<'_>, look: Look) -> Option<Face> {
        let first = piece.symbol.chars().next()?;
        if piece.symbol == " " || look.modifier.contains(Modifier::HIDDEN) {
            return None;
        }
        let left = u32::from(piece.column) * WIDTH;
        let [x, y] = [left as f32, top as f32];
        if let Some(solid) = solid(first) {
            let ink = look.shade(solid.share, self.canvas);
            let layer = if solid.is_line {
                &mut self.lines
            } else {
                &mut self.blocks
            };
            layer.extend(solid.boxes.into_iter().map(|[x0, y0, x1, y1]| Fill {
                area: [left + x0, top + y0, left + x1, top + y1],
                ink,
            }));
            return None;
        }
        if let Some(outline) = corner(first) {
            self.corners.push(Corner {
                outline: outline.moved([x, y]),
                ink: look.ink(),
            });
            return None;
        }
        if let Some(shape) = symbol(first) {
            self.mark(Key::Symbol(first), || shape, [x, y], look);
            return None;
        }
        if let Some(face) = look.face(first).filter(|face| face.is_thai()) {
            return Some(face);
        }
        for ch in piece.symbol.chars().filter(|&ch| !is_blank(ch)) {
            if let Some((face, glyph)) =
                look.face(ch).and_then(|face| Some((face, face.glyph(ch)?)))
            {
                self.glyph(face, glyph, [x, y + BASELINE], look);
            } else {
                let key = Key::Unknown(piece.width);
                self.mark(key, || unknown(piece.width), [x, y], look);
            }
        }
        None
    }

    fn run(&mut self, top: u32, run: &Run) {
        let left = (u32::from(run.column) * WIDTH) as f32;
        for placed in run.face.shape(&run.text, run.cells) {
            let at = [left + placed.x, top as f32 + BASELINE + placed.y];
            self.glyph(run.face, placed.glyph, at, run.look);
        }
    }

    fn glyph(&mut self, face: Face, glyph: u32, at: [f32; 2], look: Look) {
        let is_slanted = look.modifier.contains(Modifier::ITALIC);
        let key = Key::Glyph {
            face,
            glyph,
            is_slanted,
        };
        self.mark(key, || face.outline(glyph, is_slanted), at, look);
    }

    fn mark(&mut self, key: Key, draw: impl FnOnce() -> Outline, [x, y]: [f32; 2], look: Look) {
        let outlines = &mut self.outlines;
        let outline = *self.known.entry(key).or_insert_with(|| {
            outlines.push((key, draw()));
            outlines.len() - 1
        });
        if outlines[outline].1.steps.is_empty() {
            return;
        }
        // Quarters let a painter use a drawn letter again, and nobody sees the difference.
        let [x, y] = [x, y].map(|value| (value * 4.0).round() / 4.0);
        self.marks.push(Mark {
            outline,
            x,
            y,
            ink: look.ink(),
        });
    }
}

/// Joins rectangles of one ink that touch, first along rows, then down columns.
fn merged(fills: Vec<Fill>) -> Vec<Fill> {
    let across = joined(
        fills,
        |[x0, y0, x1, y1]| [y0, y1, x0, x1],
        |[y0, y1, x0, x1]| [x0, y0, x1, y1],
    );
    joined(
        across,
        |[x0, y0, x1, y1]| [x0, x1, y0, y1],
        |[x0, x1, y0, y1]| [x0, y0, x1, y1],
    )
}

/// Joins rectangles that agree in the first two numbers of their turned area and touch in the
/// last two.
fn joined(
    mut fills: Vec<Fill>,
    turn: impl Fn([u32; 4]) -> [u32; 4],
    back: impl Fn([u32; 4]) -> [u32; 4],
) -> Vec<Fill> {
    for fill in &mut fills {
        fill.area = turn(fill.area);
    }
    fills.sort_unstable_by_key(|fill| (fill.ink, fill.area));
    fills.dedup_by(|next, kept| {
        let [a, b, from, to] = next.area;
        let [kept_a, kept_b, _, end] = kept.area;
        let touches = next.ink == kept.ink && [a, b] == [kept_a, kept_b] && from <= end;
        if touches {
            kept.area[3] = end.max(to);
        }
        touches
    });
    for fill in &mut fills {
        fill.area = back(fill.area);
    }
    fills
}
