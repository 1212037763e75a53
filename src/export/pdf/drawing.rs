//! The shapes of a scene as a PDF draws them; each outline is there once for all pages.

use std::collections::{BTreeSet, HashMap};

use pdf_writer::writers::Resources;
use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref};

use super::object::{Refs, form};
use crate::export::hatch::stripes;
use crate::export::outline::{Outline, Step};
use crate::export::rgb::Rgb;
use crate::export::scene::{FilledRect, OutlineKey, PlacedOutline, Scene};

/// What the pages of a document draw with.
#[derive(Default)]
pub(super) struct Drawings {
    outlines: Vec<Ref>,
    known: HashMap<OutlineKey, usize>,
    /// The inks that something shows through.
    alphas: BTreeSet<u8>,
}

impl Drawings {
    /// Draws a scene in its units, from below.
    pub(super) fn draw(
        &mut self,
        scene: &Scene,
        content: &mut Content,
        pdf: &mut Pdf,
        refs: &mut Refs,
    ) {
        if let Some(page) = scene.page {
            paint(page, content);
            content.rect(0.0, 0.0, scene.width as f32, scene.height as f32);
            content.fill_nonzero();
        }
        self.fills(&scene.fills, content);
        self.fills(&scene.lines, content);
        for corner in &scene.corners {
            paint(corner.ink.colour, content);
            trace(&corner.outline, content);
            content.fill_nonzero();
        }
        self.marks(scene, content, pdf, refs);
        self.fills(&scene.strokes, content);
    }

    /// Draws rectangles, those of one ink as one path.
    fn fills(&mut self, fills: &[FilledRect], content: &mut Content) {
        for group in fills.chunk_by(|one, next| one.ink == next.ink) {
            let ink = group[0].ink;
            content.save_state();
            if ink.alpha < u8::MAX {
                self.alphas.insert(ink.alpha);
                content.set_parameters(Name(alpha_name(ink.alpha).as_bytes()));
            }
            paint(ink.colour, content);
            for FilledRect { area, .. } in group {
                let [left, top, right, bottom] = area.map(|units| units as f32);
                content.rect(left, top, right - left, bottom - top);
            }
            content.fill_nonzero();
            if let Some(colour) = ink.hatch {
                paint(colour, content);
                for stripe in group.iter().flat_map(|fill| stripes(fill.area)) {
                    polygon(&stripe, content);
                }
                content.fill_nonzero();
            }
            content.restore_state();
        }
    }

    fn marks(&mut self, scene: &Scene, content: &mut Content, pdf: &mut Pdf, refs: &mut Refs) {
        for group in scene.marks.chunk_by(|one, next| one.ink == next.ink) {
            paint(group[0].ink.colour, content);
            for PlacedOutline { outline, x, y, .. } in group {
                let (key, outline) = &scene.outlines[*outline];
                let index = self.outline(*key, outline, pdf, refs);
                content.save_state();
                content.transform([1.0, 0.0, 0.0, 1.0, *x, *y]);
                content.x_object(Name(name(index).as_bytes()));
                content.restore_state();
            }
        }
    }

    /// Returns the number of an outline among those of the document, which it joins if it is new.
    fn outline(
        &mut self,
        key: OutlineKey,
        outline: &Outline,
        pdf: &mut Pdf,
        refs: &mut Refs,
    ) -> usize {
        *self.known.entry(key).or_insert_with(|| {
            let mut content = Content::new();
            trace(outline, &mut content);
            content.fill_nonzero();
            let number = refs.next();
            form(pdf, number, &content.finish(), bounds(outline));
            self.outlines.push(number);
            self.outlines.len() - 1
        })
    }

    /// Names the outlines and the inks for the pages.
    pub(super) fn resources(&self, resources: &mut Resources<'_>) {
        let mut outlines = resources.x_objects();
        for (index, number) in self.outlines.iter().enumerate() {
            outlines.pair(Name(name(index).as_bytes()), *number);
        }
        outlines.finish();
        let mut states = resources.ext_g_states();
        for alpha in &self.alphas {
            let mut state = states.insert(Name(alpha_name(*alpha).as_bytes())).dict();
            state.pair(Name(b"ca"), f32::from(*alpha) / 255.0);
        }
    }
}

fn paint(Rgb(red, green, blue): Rgb, content: &mut Content) {
    let [red, green, blue] = [red, green, blue].map(|channel| f32::from(channel) / 255.0);
    content.set_fill_rgb(red, green, blue);
}

fn name(index: usize) -> String {
    format!("o{index}")
}

fn alpha_name(alpha: u8) -> String {
    format!("a{alpha}")
}

fn polygon(points: &[[u32; 2]], content: &mut Content) {
    for (index, point) in points.iter().enumerate() {
        let [x, y] = point.map(|units| units as f32);
        if index == 0 {
            content.move_to(x, y);
        } else {
            content.line_to(x, y);
        }
    }
    content.close_path();
}

/// Adds an outline to the path.
fn trace(outline: &Outline, content: &mut Content) {
    let mut pen = [0.0; 2];
    for step in &outline.steps {
        match *step {
            Step::Move(to @ [x, y]) => {
                content.move_to(x, y);
                pen = to;
            }
            Step::Line(to @ [x, y]) => {
                content.line_to(x, y);
                pen = to;
            }
            Step::Quad(control, to) => {
                // The same curve with two controls, each two thirds of the way to the one.
                let towards = |from: [f32; 2]| {
                    [0, 1].map(|axis| from[axis] + (control[axis] - from[axis]) * 2.0 / 3.0)
                };
                let [[ax, ay], [bx, by], [x, y]] = [towards(pen), towards(to), to];
                content.cubic_to(ax, ay, bx, by, x, y);
                pen = to;
            }
            Step::Cubic([ax, ay], [bx, by], to @ [x, y]) => {
                content.cubic_to(ax, ay, bx, by, x, y);
                pen = to;
            }
            Step::Close => {
                content.close_path();
            }
        }
    }
}

/// Returns a rectangle around an outline.
fn bounds(outline: &Outline) -> Rect {
    let points = outline.steps.iter().flat_map(|step| match *step {
        Step::Move(a) | Step::Line(a) => vec![a],
        Step::Quad(a, b) => vec![a, b],
        Step::Cubic(a, b, c) => vec![a, b, c],
        Step::Close => vec![],
    });
    let start = Rect::new(f32::MAX, f32::MAX, f32::MIN, f32::MIN);
    points.fold(start, |Rect { x1, y1, x2, y2 }, [x, y]| {
        Rect::new(x1.min(x), y1.min(y), x2.max(x), y2.max(y))
    })
}
