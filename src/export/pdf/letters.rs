//! The text of a PDF: fonts whose letters have widths and no shapes, one letter a cluster.
//!
//! A cluster, such as a Thai consonant with its marks, is one letter that is read back whole.

use std::collections::HashMap;

use pdf_writer::types::{FontFlags, SystemInfo, TextRenderingMode, UnicodeCmap};
use pdf_writer::writers::Resources;
use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str};

use super::object::{Refs, stream};
use crate::export::grid::{BASELINE, HEIGHT};
use crate::export::words::PageText;

/// How much of the height of a line is above the baseline.
pub(super) const ASCENT: f32 = BASELINE / HEIGHT as f32;

/// The highest code of a letter; 0 is left out.
const LAST: usize = 255;

/// Thousandths of the height of a line, which widths are counted in.
const THOUSAND: f32 = 1000.0;

/// The collection of letters that Unicode is.
const SYSTEM: SystemInfo<'static> = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"UCS"),
    supplement: 0,
};

/// The letters of a document.
#[derive(Default)]
pub(super) struct Letters {
    fonts: Vec<Font>,
    known: HashMap<Letter, (usize, u8)>,
}

/// A cluster and its width in thousandths of the height of its line.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Letter {
    cluster: String,
    width: u16,
}

/// At most 255 letters; the first has the code 1.
struct Font {
    number: Ref,
    letters: Vec<Letter>,
}

impl Letters {
    /// Writes the text of a page, unseen.
    pub(super) fn draw(&mut self, words: &PageText, content: &mut Content, refs: &mut Refs) {
        content.begin_text();
        content.set_text_rendering_mode(TextRenderingMode::Invisible);
        for line in words.lines() {
            let [x, y] = line.at;
            // The page grows downwards, letters upwards.
            content.set_text_matrix([1.0, 0.0, 0.0, -1.0, x, y]);
            let mut run: Option<(usize, Vec<u8>)> = None;
            for (cluster, width) in line.clusters() {
                let (font, code) = self.code(cluster, width / line.em, refs);
                match &mut run {
                    Some((current, codes)) if *current == font => codes.push(code),
                    _ => {
                        show(content, run.replace((font, vec![code])), line.em);
                    }
                }
            }
            show(content, run, line.em);
        }
        content.end_text();
    }

    /// Returns the font and the code of a cluster whose width is a share of the height of its line.
    fn code(&mut self, cluster: &str, share: f32, refs: &mut Refs) -> (usize, u8) {
        let letter = Letter {
            cluster: cluster.to_owned(),
            width: (share * THOUSAND).round() as u16,
        };
        if let Some(known) = self.known.get(&letter) {
            return *known;
        }
        if self
            .fonts
            .last()
            .is_none_or(|font| font.letters.len() == LAST)
        {
            self.fonts.push(Font {
                number: refs.next(),
                letters: vec![],
            });
        }
        let index = self.fonts.len() - 1;
        let letters = &mut self.fonts[index].letters;
        letters.push(letter.clone());
        let code = (index, letters.len() as u8);
        self.known.insert(letter, code);
        code
    }

    /// Names the fonts for the pages.
    pub(super) fn resources(&self, resources: &mut Resources<'_>) {
        let mut fonts = resources.fonts();
        for (index, font) in self.fonts.iter().enumerate() {
            fonts.pair(Name(name(index).as_bytes()), font.number);
        }
    }

    /// Writes the fonts.
    pub(super) fn write(&self, pdf: &mut Pdf, refs: &mut Refs) {
        let mut shapes: HashMap<u16, Ref> = HashMap::new();
        for font in &self.fonts {
            for letter in &font.letters {
                shapes.entry(letter.width).or_insert_with(|| {
                    let number = refs.next();
                    stream(pdf, number, &shape(letter.width));
                    number
                });
            }
            font.write(&shapes, pdf, refs);
        }
    }
}

impl Font {
    fn write(&self, shapes: &HashMap<u16, Ref>, pdf: &mut Pdf, refs: &mut Refs) {
        let [descriptor, texts] = [(); 2].map(|()| refs.next());
        let widest = self.letters.iter().map(|letter| letter.width).max();
        let area = area(widest.unwrap_or_default());
        let mut font = pdf.type3_font(self.number);
        font.bbox(area);
        font.matrix([1.0 / THOUSAND, 0.0, 0.0, 1.0 / THOUSAND, 0.0, 0.0]);
        font.first_char(1);
        font.last_char(self.letters.len() as u8);
        font.widths(self.letters.iter().map(|letter| f32::from(letter.width)));
        font.font_descriptor(descriptor);
        font.to_unicode(texts);
        let mut widths: Vec<u16> = self.letters.iter().map(|letter| letter.width).collect();
        let mut encoding = font.encoding_custom();
        let names: Vec<String> = widths.iter().map(|width| format!("w{width}")).collect();
        let names = names.iter().map(|name| Name(name.as_bytes()));
        encoding.differences().consecutive(1, names);
        encoding.finish();
        widths.sort_unstable();
        widths.dedup();
        let mut drawn = font.char_procs();
        for width in widths {
            drawn.pair(Name(format!("w{width}").as_bytes()), shapes[&width]);
        }
        drawn.finish();
        font.finish();
        let mut writer = pdf.font_descriptor(descriptor);
        writer.name(Name(b"Text"));
        writer.flags(FontFlags::FIXED_PITCH | FontFlags::NON_SYMBOLIC);
        writer.bbox(area);
        writer.italic_angle(0.0);
        writer.ascent(area.y2);
        writer.descent(area.y1);
        writer.cap_height(area.y2);
        writer.stem_v(0.0);
        writer.finish();
        let mut map = UnicodeCmap::new(Name(b"Text"), SYSTEM);
        for (index, letter) in self.letters.iter().enumerate() {
            map.pair_with_multiple(index as u8 + 1, letter.cluster.chars());
        }
        let map = map.finish();
        stream(pdf, texts, &map);
    }
}

fn name(index: usize) -> String {
    format!("t{index}")
}

/// Shows what was gathered.
fn show(content: &mut Content, run: Option<(usize, Vec<u8>)>, em: f32) {
    if let Some((font, codes)) = run {
        content.set_font(Name(name(font).as_bytes()), em);
        content.show(Str(&codes));
    }
}

/// Returns what a letter of this width takes.
fn area(width: u16) -> Rect {
    let top = ASCENT * THOUSAND;
    Rect::new(0.0, (top - THOUSAND).round(), f32::from(width), top.round())
}

/// Draws a letter of this width: nothing, with a size.
fn shape(width: u16) -> Vec<u8> {
    let Rect { x1, y1, x2, y2 } = area(width);
    let mut content = Content::new();
    content.start_shape_glyph(f32::from(width), x1, y1, x2, y2);
    content.finish().into_vec()
}
