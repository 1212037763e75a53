//! Prints a scene as SVG: each shape once, no font, no reference to anything outside.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::hatch::stripes;
use super::ink::Ink;
use super::meta::Meta;
use super::outline::Step;
use super::rgb::Rgb;
use super::scene::{FilledRect, OutlineKey, PlacedOutline, Scene, Shape};
use super::xml::is_allowed;
use super::zoom::Zoom;

/// Prints `scene` as an SVG document; the same scene gives the same bytes.
pub fn svg(scene: &Scene, meta: &Meta) -> String {
    let Scene { width, height, .. } = scene;
    let mut out = String::with_capacity(64 * (scene.marks.len() + scene.fills.len()) + 4096);
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         role=\"img\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n\
         <title>{}</title>\n<desc>{}</desc>\n<metadata>{}</metadata>\n<defs>",
        escaped(&meta.title),
        escaped(&meta.description),
        escaped(&metadata(meta)),
    );
    for (key, outline) in &scene.outlines {
        if outline.steps.is_empty() {
            continue;
        }
        out.push_str("<path id=\"");
        id(&mut out, *key);
        out.push_str("\" d=\"");
        for step in &outline.steps {
            draw(&mut out, step);
        }
        out.push_str("\"/>\n");
    }
    out.push_str("</defs>\n");
    page(&mut out, scene);
    fills(&mut out, &scene.fills, " shape-rendering=\"crispEdges\"");
    lines(&mut out, scene);
    marks(&mut out, scene);
    fills(&mut out, &scene.strokes, "");
    out.push_str("</svg>\n");
    out
}

/// Paints the page a tenth of a unit over its edge, or leaves a speck out there on a clear one: some
/// readers take a picture that ends within its view box for half a unit smaller than it is.
fn page(out: &mut String, scene: &Scene) {
    out.push_str("<path");
    if let Some(colour) = scene.page {
        paint(out, Ink::opaque(colour));
        let Scene { width, height, .. } = scene;
        let _ = writeln!(out, " d=\"M-.1-.1h{width}.2v{height}.2H-.1z\"/>");
    } else {
        out.push_str(" d=\"M-.1-.1h.05v.05h-.05z\"/>\n");
    }
}

/// Prints rectangles, those of one ink as one path, so that they meet without a seam.
fn fills(out: &mut String, fills: &[FilledRect], rendering: &str) {
    if fills.is_empty() {
        return;
    }
    let _ = writeln!(out, "<g{rendering}>");
    for group in fills.chunk_by(|one, next| one.ink == next.ink) {
        let ink = group[0].ink;
        // Slanted edges must be soft, and those of the ground end where the stripes do.
        let softness = ink.hatch.map_or("", |_| " shape-rendering=\"auto\"");
        out.push_str("<path");
        paint(out, ink);
        let _ = write!(out, "{softness} d=\"");
        rectangles(out, group);
        out.push_str("\"/>\n");
        if let Some(colour) = ink.hatch {
            out.push_str("<path");
            paint(out, Ink::opaque(colour));
            let _ = write!(out, "{softness} d=\"");
            hatch(out, group);
            out.push_str("\"/>\n");
        }
    }
    out.push_str("</g>\n");
}

fn hatch(out: &mut String, fills: &[FilledRect]) {
    for stripe in fills.iter().flat_map(|fill| stripes(fill.area)) {
        for (index, [x, y]) in stripe.into_iter().enumerate() {
            let letter = if index == 0 { 'M' } else { 'L' };
            let _ = write!(out, "{letter}{x} {y}");
        }
        out.push('z');
    }
}

/// Prints box lines and the corners that join them, those of one ink as one path. Thin lines keep
/// one weight at every size only when their edges may be soft.
fn lines(out: &mut String, scene: &Scene) {
    let straight = scene.lines.iter().map(|line| line.ink);
    let round = scene.corners.iter().map(|corner| corner.ink);
    for ink in straight.chain(round).collect::<BTreeSet<Ink>>() {
        out.push_str("<path");
        paint(out, ink);
        out.push_str(" d=\"");
        rectangles(out, scene.lines.iter().filter(|line| line.ink == ink));
        for corner in scene.corners.iter().filter(|corner| corner.ink == ink) {
            for step in &corner.outline.steps {
                draw(out, step);
            }
        }
        out.push_str("\"/>\n");
    }
}

fn rectangles<'a>(out: &mut String, fills: impl IntoIterator<Item = &'a FilledRect>) {
    for fill in fills {
        let [left, top, right, bottom] = fill.area;
        let _ = write!(out, "M{left} {top}H{right}V{bottom}H{left}z");
    }
}

fn marks(out: &mut String, scene: &Scene) {
    for group in scene.marks.chunk_by(|one, next| one.ink == next.ink) {
        out.push_str("<g");
        paint(out, group[0].ink);
        out.push_str(">\n");
        for PlacedOutline { outline, x, y, .. } in group {
            out.push_str("<use xlink:href=\"#");
            id(out, scene.outlines[*outline].0);
            out.push_str("\" x=\"");
            number(out, *x);
            out.push_str("\" y=\"");
            number(out, *y);
            out.push_str("\"/>\n");
        }
        out.push_str("</g>\n");
    }
}

/// Writes a name that is the same in every picture, so that several may share one document.
fn id(out: &mut String, key: OutlineKey) {
    let _ = match key.shape {
        Shape::Glyph {
            face,
            glyph,
            is_slanted,
        } => {
            out.push(face.letter());
            if is_slanted {
                out.push('i');
            }
            write!(out, "{glyph}")
        }
        Shape::Symbol(ch) => write!(out, "u{:x}", ch as u32),
        Shape::Unknown(cells) => write!(out, "x{cells}"),
    };
    if key.size != Zoom::NONE.hundredths {
        let _ = write!(out, "s{}", key.size);
    }
}

fn paint(out: &mut String, ink: Ink) {
    let Rgb(red, green, blue) = ink.colour;
    let _ = write!(out, " fill=\"#{red:02x}{green:02x}{blue:02x}\"");
    if ink.alpha < u8::MAX {
        out.push_str(" fill-opacity=\"");
        number(out, f32::from(ink.alpha) / 255.0);
        out.push('"');
    }
}

fn draw(out: &mut String, step: &Step) {
    let (letter, points): (char, &[[f32; 2]]) = match step {
        Step::Move(a) => ('M', &[*a]),
        Step::Line(a) => ('L', &[*a]),
        Step::Quad(a, b) => ('Q', &[*a, *b]),
        Step::Cubic(a, b, c) => ('C', &[*a, *b, *c]),
        Step::Close => ('z', &[]),
    };
    out.push(letter);
    for (index, value) in points.iter().flatten().enumerate() {
        if index > 0 && *value >= 0.0 {
            out.push(' ');
        }
        number(out, *value);
    }
}

/// Writes a number with at most two decimals.
fn number(out: &mut String, value: f32) {
    let hundredths = (value * 100.0).round() as i32;
    if hundredths < 0 {
        out.push('-');
    }
    let [whole, rest] = [hundredths.abs() / 100, hundredths.abs() % 100];
    let _ = match (whole, rest) {
        (_, 0) => write!(out, "{whole}"),
        (_, rest) if rest % 10 == 0 => write!(out, "{whole}.{}", rest / 10),
        _ => write!(out, "{whole}.{rest:02}"),
    };
}

/// Joins the command, the source and the figures into one JSON object.
fn metadata(meta: &Meta) -> String {
    let text = |value: &str| serde_json::Value::from(value).to_string();
    let data = if meta.data.trim().is_empty() {
        "null"
    } else {
        meta.data.as_str()
    };
    format!(
        "{{\"command\":{},\"source\":{},\"data\":{data}}}",
        text(&meta.command),
        text(&meta.source)
    )
}

/// Makes text safe for XML, and leaves out what XML cannot hold.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            _ if is_allowed(ch) => out.push(ch),
            _ => {}
        }
    }
    out
}
