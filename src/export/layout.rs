//! Lays a buffer out as the shapes of a scene.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::mem;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;

use super::canvas::Canvas;
use super::font::{Face, is_blank};
use super::grid::{BASELINE, HEIGHT, STRIKE, THICKNESS, UNDERLINE, WIDTH};
use super::ink::Ink;
use super::look::Look;
use super::merge::{merged, stacked};
use super::outline::Outline;
use super::piece::{Piece, pieces, rows};
use super::rgb::Rgb;
use super::scene::{FilledRect, OutlineKey, PlacedOutline, RoundedCorner, Scene, Shape};
use super::solid::{HATCHED, Solid, solid};
use super::symbol::{corner, symbol, unknown};
use super::words::PageText;
use super::zoom::Zoom;
use crate::widget::Large;

impl Scene {
    /// Lays out `buf` on `canvas`.
    pub fn new(buf: &Buffer, canvas: &Canvas) -> Self {
        Self::with(buf, &[], canvas)
    }

    /// Lays out `buf` on `canvas` with large texts, instead of whatever is on their cells.
    pub fn with(buf: &Buffer, large: &[Large], canvas: &Canvas) -> Self {
        let buf = &without(buf, large);
        let mut layout = Layout::over(buf, canvas);
        for (row, cells) in rows(buf).enumerate() {
            layout.row(row as u32 * HEIGHT, cells);
        }
        for large in large {
            layout.large(large);
        }
        let mut marks = layout.marks;
        marks.sort_by_key(|mark| mark.ink);
        Self {
            width: u32::from(buf.area.width) * WIDTH,
            height: u32::from(buf.area.height) * HEIGHT,
            page: (!canvas.transparent).then_some(canvas.background),
            fills: stacked(layout.backgrounds, layout.blocks, &layout.overlaps),
            lines: merged(layout.lines),
            corners: layout.corners,
            marks,
            strokes: merged(layout.strokes),
            outlines: layout.outlines,
            words: layout.words,
        }
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

/// What fills a cell, at its left end and at its right one.
#[derive(Clone, Copy)]
struct Ground {
    area: [u32; 4],
    ends: [Ink; 2],
    /// Tells a block that leaves nothing of the background.
    is_whole: bool,
}

/// Collects the shapes of a page.
pub(super) struct Layout<'a> {
    canvas: &'a Canvas,
    pub(super) zoom: Zoom,
    backgrounds: Vec<FilledRect>,
    blocks: Vec<FilledRect>,
    /// The ink of a background and that of the block above it.
    overlaps: BTreeSet<[Ink; 2]>,
    /// What fills the cell before.
    before: Option<Ground>,
    /// The hatch that goes with a colour where a bar ends within a cell.
    ends: BTreeMap<Rgb, Ink>,
    lines: Vec<FilledRect>,
    corners: Vec<RoundedCorner>,
    strokes: Vec<FilledRect>,
    marks: Vec<PlacedOutline>,
    outlines: Vec<(OutlineKey, Outline)>,
    known: HashMap<OutlineKey, usize>,
    pub(super) words: PageText,
}

impl<'a> Layout<'a> {
    fn over(buf: &Buffer, canvas: &'a Canvas) -> Self {
        Self {
            canvas,
            zoom: Zoom::NONE,
            backgrounds: vec![],
            blocks: vec![],
            overlaps: BTreeSet::new(),
            before: None,
            ends: ends(buf, canvas),
            lines: vec![],
            corners: vec![],
            strokes: vec![],
            marks: vec![],
            outlines: vec![],
            known: HashMap::new(),
            words: PageText::default(),
        }
    }

    /// Lays out a row of cells; letters next to each other of one face and look are set as one run.
    pub(super) fn row(&mut self, top: u32, cells: &[Cell]) {
        let mut run: Option<Run> = None;
        self.before = None;
        for piece in pieces(cells) {
            let look = Look::of(piece.cell, self.canvas);
            let left = u32::from(piece.column) * WIDTH;
            let right = left + u32::from(piece.width) * WIDTH;
            let face = self.piece([left, top, right, top + HEIGHT], &piece, look);
            match (face, &mut run) {
                (Some(face), Some(run)) if run.face == face && run.look == look => {
                    run.cells += piece.width;
                    run.text.push_str(&piece.symbol);
                }
                (face, run) => {
                    if let Some(run) = run.take() {
                        self.run(top, &run);
                    }
                    *run = face.map(|face| Run {
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

    /// Draws a cluster and what lies behind and across it, or returns the face of one that belongs to
    /// a run.
    fn piece(&mut self, area: [u32; 4], piece: &Piece<'_>, look: Look) -> Option<Face> {
        self.strokes(area, look);
        let first = piece.symbol.chars().next()?;
        let is_empty = piece.symbol == " " || look.modifier.contains(Modifier::HIDDEN);
        let solid = solid(first).filter(|_| !is_empty);
        if let Some(block) = solid.as_ref().filter(|solid| !solid.is_line) {
            self.block(area, block, look);
            return None;
        }
        self.background(area, look);
        if is_empty {
            return None;
        }
        let [left, top, ..] = area;
        if let Some(line) = solid {
            self.lines.extend(line.placed([left, top], look.ink()));
            return None;
        }
        let at = [left, top].map(|units| units as f32);
        self.read(piece, at);
        if self.sign(first, at, look) {
            return None;
        }
        let face = look.face(first).filter(|face| face.needs_shaping());
        if face.is_none() {
            self.letters(piece, at, look);
        }
        face
    }

    /// Adds a cluster to the text of the page, unless it is part of a frame.
    fn read(&mut self, piece: &Piece<'_>, [x, y]: [f32; 2]) {
        let is_frame = |ch| ('\u{2500}'..='\u{257f}').contains(&ch);
        if self.zoom.is_read && !piece.symbol.starts_with(is_frame) {
            let width = f32::from(piece.width) * WIDTH as f32;
            let at = self.zoom.place([x, y + BASELINE]);
            let [width, em] = [width, HEIGHT as f32].map(|units| units * self.zoom.size());
            self.words.push(&piece.symbol, at, width, em);
        }
    }

    /// Fills the cells of a cluster that does not fill them itself.
    fn background(&mut self, area: [u32; 4], look: Look) {
        let ground = look.background.map(Ink::opaque).map(|ink| {
            self.backgrounds.push(FilledRect { area, ink });
            Ground {
                area,
                ends: [ink; 2],
                is_whole: false,
            }
        });
        self.meet(ground);
    }

    /// Draws a sign that is drawn by hand; tells whether `ch` is one.
    fn sign(&mut self, ch: char, at: [f32; 2], look: Look) -> bool {
        if let Some(outline) = corner(ch) {
            self.corners.push(RoundedCorner {
                outline: outline.moved(at),
                ink: look.ink(),
            });
        } else if let Some(shape) = symbol(ch) {
            self.mark(Shape::Symbol(ch), || shape, at, look);
        } else {
            return false;
        }
        true
    }

    /// Draws the letters of a cluster, each by itself.
    fn letters(&mut self, piece: &Piece<'_>, [x, y]: [f32; 2], look: Look) {
        for ch in piece.symbol.chars().filter(|&ch| !is_blank(ch)) {
            if let Some((face, glyph)) =
                look.face(ch).and_then(|face| Some((face, face.glyph(ch)?)))
            {
                self.glyph(face, glyph, [x, y + BASELINE], look);
            } else {
                let shape = Shape::Unknown(piece.width);
                self.mark(shape, || unknown(piece.width), [x, y], look);
            }
        }
    }

    /// Draws the lines under and through a cluster.
    fn strokes(&mut self, [left, top, right, _]: [u32; 4], look: Look) {
        let ink = look.ink();
        for (line, offset) in [
            (Modifier::UNDERLINED, UNDERLINE),
            (Modifier::CROSSED_OUT, STRIKE),
        ] {
            if look.modifier.contains(line) {
                let area = [left, top + offset, right, top + offset + THICKNESS];
                self.strokes.push(FilledRect { area, ink });
            }
        }
    }

    /// Draws a block above the background of its cell, of which a whole one leaves nothing.
    fn block(&mut self, area: [u32; 4], block: &Solid, look: Look) {
        let [left, top, ..] = area;
        let mut ink = if block.is_hatched {
            look.hatched(self.canvas)
        } else {
            look.shade(block.share, self.canvas)
        };
        let is_whole = block.is_whole();
        let ends = if is_whole {
            Some([ink; 2])
        } else {
            ink = self.end(ink);
            look.background.map(|colour| {
                let below = self.end(Ink::opaque(colour));
                self.lay(area, below, ink);
                [if block.is_left() { ink } else { below }, below]
            })
        };
        self.meet(ends.map(|ends| Ground {
            area,
            ends,
            is_whole,
        }));
        self.blocks.extend(block.placed([left, top], ink));
    }

    /// Lays a background under a block.
    fn lay(&mut self, area: [u32; 4], below: Ink, above: Ink) {
        self.backgrounds.push(FilledRect { area, ink: below });
        if below != above {
            self.overlaps.insert([below, above]);
        }
    }

    /// Lets the neighbour of a whole block reach under it, so that no gap opens between the two.
    fn meet(&mut self, ground: Option<Ground>) {
        let before = mem::replace(&mut self.before, ground);
        let (Some(left), Some(right)) = (before, ground) else {
            return;
        };
        let [one, other] = [left.ends[1], right.ends[0]];
        let is_opaque = [one, other].iter().all(|ink| ink.alpha == u8::MAX);
        if one == other || !is_opaque {
            return;
        }
        if left.is_whole {
            self.lay(left.area, other, one);
        } else if right.is_whole {
            self.lay(right.area, one, other);
        }
    }

    /// Returns the hatch that a bar ends in where a block stands for a part of it, or the ink itself.
    fn end(&self, ink: Ink) -> Ink {
        self.ends.get(&ink.colour).copied().unwrap_or(ink)
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
        let shape = Shape::Glyph {
            face,
            glyph,
            is_slanted,
        };
        self.mark(shape, || face.outline(glyph, is_slanted), at, look);
    }

    fn mark(&mut self, shape: Shape, draw: impl FnOnce() -> Outline, at: [f32; 2], look: Look) {
        let zoom = self.zoom;
        let [x, y] = zoom.place(at);
        let key = OutlineKey {
            shape,
            size: zoom.hundredths,
        };
        let outlines = &mut self.outlines;
        let outline = *self.known.entry(key).or_insert_with(|| {
            outlines.push((key, draw().scaled(zoom.size())));
            outlines.len() - 1
        });
        if outlines[outline].1.steps.is_empty() {
            return;
        }
        // Quarters let a painter use a drawn letter again, and nobody sees the difference.
        let [x, y] = [x, y].map(|value| (value * 4.0).round() / 4.0);
        self.marks.push(PlacedOutline {
            outline,
            x,
            y,
            ink: look.ink(),
        });
    }
}

/// Leaves the cells of large texts blank.
fn without<'a>(buf: &'a Buffer, large: &[Large]) -> Cow<'a, Buffer> {
    let mut buf = Cow::Borrowed(buf);
    for large in large {
        for position in large.area.intersection(buf.area).positions() {
            buf.to_mut()[position].set_symbol(" ");
        }
    }
    buf
}

/// Finds the hatches of a page by the colours in which they end.
fn ends(buf: &Buffer, canvas: &Canvas) -> BTreeMap<Rgb, Ink> {
    let mut ends = BTreeMap::new();
    let is_hatched = |cell: &&Cell| cell.symbol().starts_with(HATCHED);
    for cell in buf.content.iter().filter(is_hatched) {
        let look = Look::of(cell, canvas);
        ends.extend(look.ends(canvas).map(|end| (end, look.hatched(canvas))));
    }
    ends
}
