//! Prints a scene as PNG.

use std::array;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use ::png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter, SrgbRenderingIntent};
use ::png::{EncodingError, Info};
use tiny_skia::{FillRule, Mask, Path, PathBuilder, Transform};

use super::hatch::coverage;
use super::ink::Ink;
use super::meta::Meta;
use super::outline::{Outline, Step};
use super::rgb::Rgb;
use super::scene::{FilledRect, PlacedOutline, RoundedCorner, Scene};

/// Prints `scene` as a PNG, `scale` pixels to a unit: 128 by 36 cells are 1920 by 1080 pixels at
/// scale 1. The same scene gives the same bytes.
///
/// # Panics
///
/// Panics if the picture does not fit into memory.
pub fn png(scene: &Scene, scale: f32, meta: &Meta) -> Vec<u8> {
    let bytes = if scene.page.is_some() {
        encoded(&Bitmap::<3>::painted(scene, scale), ColorType::Rgb, meta)
    } else {
        let mut bitmap = Bitmap::<4>::painted(scene, scale);
        bitmap.pixels.iter_mut().for_each(divide);
        encoded(&bitmap, ColorType::Rgba, meta)
    };
    bytes.expect("memory takes every byte")
}

/// A picture of `N` channels: red, green, blue, and alpha, by which the others are multiplied.
struct Bitmap<const N: usize> {
    width: usize,
    height: usize,
    pixels: Vec<[u8; N]>,
}

/// The coverage of an outline, and where it lies from the pixel of its origin.
struct Stamp {
    left: i32,
    top: i32,
    mask: Mask,
}

impl<const N: usize> Bitmap<N> {
    fn painted(scene: &Scene, scale: f32) -> Self {
        let [width, height] = [scene.width, scene.height]
            .map(|units| ((units as f32 * scale).round() as usize).max(1));
        let page = scene.page.map_or([0; N], channels);
        let mut bitmap = Self {
            width,
            height,
            pixels: vec![page; width * height],
        };
        bitmap.fills(&scene.fills, scale);
        bitmap.fills(&scene.lines, scale);
        bitmap.corners(&scene.corners, scale);
        bitmap.marks(scene, scale);
        bitmap.fills(&scene.strokes, scale);
        bitmap
    }

    /// Paints rectangles on whole pixels: edges that meet in the scene meet in the picture.
    fn fills(&mut self, fills: &[FilledRect], scale: f32) {
        let is_hatched = fills.iter().any(|fill| fill.ink.hatch.is_some());
        let end = if is_hatched {
            self.width + self.height
        } else {
            0
        };
        let stripes = coverage(end, scale);
        for FilledRect { area, ink } in fills {
            let [left, top, right, bottom] =
                area.map(|units| (units as f32 * scale).round() as usize);
            let [right, bottom] = [right.min(self.width), bottom.min(self.height)];
            let colour = channels(ink.colour);
            let left = left.min(right);
            // All rows of a hatch are parts of one, each a pixel further.
            let hatched: Option<Vec<[u8; N]>> = ink.hatch.map(|hatch| {
                let stripes = stripes[left + top..right + bottom].iter();
                stripes
                    .map(|&share| mixed(colour, channels(hatch), share))
                    .collect()
            });
            for y in top..bottom {
                let row = &mut self.pixels[y * self.width..][left..right];
                if let Some(hatched) = &hatched {
                    row.copy_from_slice(&hatched[y - top..][..right - left]);
                } else if ink.alpha == u8::MAX {
                    row.fill(colour);
                } else {
                    for pixel in row {
                        *pixel = mixed(*pixel, colour, ink.alpha);
                    }
                }
            }
        }
    }

    fn corners(&mut self, corners: &[RoundedCorner], scale: f32) {
        for RoundedCorner { outline, ink } in corners {
            if let Some(stamp) = path(outline).and_then(|path| drawn(&path, scale, [0.0; 2])) {
                self.stamp(&stamp, [0; 2], *ink);
            }
        }
    }

    /// Paints outlines; one that lies alike between the pixels is drawn once and stamped again.
    fn marks(&mut self, scene: &Scene, scale: f32) {
        let paths: Vec<Option<Path>> = scene
            .outlines
            .iter()
            .map(|(_, outline)| path(outline))
            .collect();
        let mut stamps: HashMap<(usize, [u32; 2]), Option<Stamp>> = HashMap::new();
        for &PlacedOutline { outline, x, y, ink } in &scene.marks {
            let place = [x * scale, y * scale];
            let within = place.map(|value| value - value.floor());
            let stamp = match stamps.entry((outline, within.map(f32::to_bits))) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(unknown) => unknown.insert(
                    paths[outline]
                        .as_ref()
                        .and_then(|path| drawn(path, scale, within)),
                ),
            };
            if let Some(stamp) = stamp {
                self.stamp(stamp, place.map(|value| value.floor() as i32), ink);
            }
        }
    }

    fn stamp(&mut self, stamp: &Stamp, [x, y]: [i32; 2], ink: Ink) {
        let colour = channels(ink.colour);
        let across = stamp.mask.width() as usize;
        let left = x + stamp.left;
        let skipped = (-left).max(0) as usize;
        let left = left.max(0) as usize;
        for (row, coverage) in (y + stamp.top..).zip(stamp.mask.data().chunks(across)) {
            let Some(row) = usize::try_from(row).ok().filter(|&row| row < self.height) else {
                continue;
            };
            let row = &mut self.pixels[row * self.width..][left.min(self.width)..self.width];
            for (pixel, &coverage) in row.iter_mut().zip(coverage.iter().skip(skipped)) {
                *pixel = mixed(*pixel, colour, coverage);
            }
        }
    }
}

fn channels<const N: usize>(Rgb(red, green, blue): Rgb) -> [u8; N] {
    let all = [red, green, blue, u8::MAX];
    array::from_fn(|channel| all[channel])
}

/// Lays a colour over another one.
fn mixed<const N: usize>(below: [u8; N], above: [u8; N], coverage: u8) -> [u8; N] {
    match coverage {
        0 => below,
        u8::MAX => above,
        _ => array::from_fn(|channel| {
            share(above[channel], coverage) + share(below[channel], u8::MAX - coverage)
        }),
    }
}

/// Multiplies two shares of 255; a share and its remainder never add up to more than the whole.
const fn share(value: u8, of: u8) -> u8 {
    ((value as u32 * of as u32 + 127) / 255) as u8
}

/// Divides the colours of a pixel by its alpha, as PNG wants them.
fn divide(pixel: &mut [u8; 4]) {
    let alpha = u32::from(pixel[3]);
    if alpha > 0 && alpha < 255 {
        for colour in &mut pixel[..3] {
            *colour = ((u32::from(*colour) * 255 + alpha / 2) / alpha).min(255) as u8;
        }
    }
}

/// Draws the coverage of `path`, its origin `within` a pixel.
fn drawn(path: &Path, scale: f32, [x, y]: [f32; 2]) -> Option<Stamp> {
    let path = path
        .clone()
        .transform(Transform::from_row(scale, 0.0, 0.0, scale, x, y))?;
    let bounds = path.bounds();
    let [left, top] = [bounds.left().floor(), bounds.top().floor()];
    let [right, bottom] = [bounds.right().ceil(), bounds.bottom().ceil()];
    let mut mask = Mask::new((right - left) as u32, (bottom - top) as u32)?;
    mask.fill_path(
        &path,
        FillRule::Winding,
        true,
        Transform::from_translate(-left, -top),
    );
    Some(Stamp {
        left: left as i32,
        top: top as i32,
        mask,
    })
}

fn path(outline: &Outline) -> Option<Path> {
    let mut builder = PathBuilder::new();
    for step in &outline.steps {
        match *step {
            Step::Move([x, y]) => builder.move_to(x, y),
            Step::Line([x, y]) => builder.line_to(x, y),
            Step::Quad([cx, cy], [x, y]) => builder.quad_to(cx, cy, x, y),
            Step::Cubic([ax, ay], [bx, by], [x, y]) => builder.cubic_to(ax, ay, bx, by, x, y),
            Step::Close => builder.close(),
        }
    }
    builder.finish()
}

/// Encodes a picture; level 1 takes a quarter of the default level's time and is a third larger.
fn encoded<const N: usize>(
    bitmap: &Bitmap<N>,
    colour: ColorType,
    meta: &Meta,
) -> Result<Vec<u8>, EncodingError> {
    let mut bytes = vec![];
    let info = Info::with_size(bitmap.width as u32, bitmap.height as u32);
    let mut encoder = Encoder::with_info(&mut bytes, info)?;
    encoder.set_color(colour);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_deflate_compression(DeflateCompression::Level(1));
    encoder.set_filter(Filter::Up);
    encoder.set_source_srgb(SrgbRenderingIntent::Perceptual);
    let chunks = [
        ("Title", &meta.title),
        ("Description", &meta.description),
        ("Source", &meta.source),
        ("Comment", &meta.command),
    ];
    for (keyword, text) in chunks {
        if !text.is_empty() {
            encoder.add_itxt_chunk(keyword.to_owned(), text.clone())?;
        }
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(bitmap.pixels.as_flattened())?;
    writer.finish()?;
    Ok(bytes)
}
