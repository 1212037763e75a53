//! The four embedded faces: which characters they have, how Thai is shaped, what glyphs look like.

use std::sync::LazyLock;

use harfrust::Buffer;
use harfrust::Direction;
use harfrust::Font;
use harfrust::GlyphId;
use harfrust::Script as IsoScript;
use harfrust::ShapeOptions;
use harfrust::ShapePlan;
use harfrust::ShaperFont;
use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathSink};

use super::grid::WIDTH;
use super::outline::{Outline, Step};

/// A writing system that the embedded fonts set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Script {
    Latin,
    Thai,
}

/// A face of the embedded fonts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Face {
    script: Script,
    is_bold: bool,
}

/// A glyph and where its origin is on the baseline, from the start of the text.
pub(super) struct Placed {
    pub(super) glyph: u32,
    pub(super) x: f32,
    pub(super) y: f32,
}

struct Loaded {
    font: Font,
    plan: ShapePlan,
    /// Picture units in a font unit.
    unit: f32,
}

/// Shear of a slanted face, about eleven degrees.
const SLANT: f32 = 0.2;

/// Sizes at which letters of both scripts look alike and a stack of Thai marks fits the row.
const LATIN: f32 = 25.0;
const THAI: f32 = 23.0;
const THAI_BOLD: f32 = 22.0;

/// Reads a file of the fonts.
macro_rules! embedded {
    ($name:literal) => {
        include_bytes!(concat!("../../assets/fonts/", $name))
    };
}

/// The regular and the bold face of each script, in the order of [`Script::ALL`].
static FACES: LazyLock<[[Loaded; 2]; Script::ALL.len()]> = LazyLock::new(|| {
    Script::ALL.map(|script| match script {
        Script::Latin => [
            load(embedded!("JetBrainsMono-Regular.ttf"), LATIN, None),
            load(embedded!("JetBrainsMono-Bold.ttf"), LATIN, None),
        ],
        Script::Thai => {
            let iso = Some(IsoScript::THAI);
            [
                load(embedded!("NotoSansThai-Regular.ttf"), THAI, iso),
                load(embedded!("NotoSansThai-Bold.ttf"), THAI_BOLD, iso),
            ]
        }
    })
});

fn load(bytes: &'static [u8], size: f32, script: Option<IsoScript>) -> Loaded {
    let font = Font::new(bytes, 0).expect("the embedded font is whole");
    let plan = ShapePlan::new(&font, Direction::LeftToRight, script, None, &[]);
    let unit = size / f32::from(font.units_per_em());
    Loaded { font, plan, unit }
}

impl Script {
    /// Every script, those first whose letters are the usual ones of a character that several have.
    const ALL: [Self; 2] = [Self::Latin, Self::Thai];

    /// Tells whether letters change with their neighbours, so that a run of them is set as one.
    const fn needs_shaping(self) -> bool {
        match self {
            Self::Latin => false,
            Self::Thai => true,
        }
    }
}

impl Face {
    /// Chooses the face that sets `ch`, if there is one.
    pub(super) fn of(ch: char, is_bold: bool) -> Option<Self> {
        Script::ALL
            .into_iter()
            .map(|script| Self { script, is_bold })
            .find(|face| face.glyph(ch).is_some())
    }

    /// Tells whether a run of letters is set as one.
    pub(super) const fn needs_shaping(self) -> bool {
        self.script.needs_shaping()
    }

    /// Returns a letter that names the face, the same in every picture.
    pub(super) const fn letter(self) -> char {
        match (self.script, self.is_bold) {
            (Script::Latin, false) => 'm',
            (Script::Latin, true) => 'M',
            (Script::Thai, false) => 't',
            (Script::Thai, true) => 'T',
        }
    }

    /// Returns the glyph of a character that needs no shaping.
    pub(super) fn glyph(self, ch: char) -> Option<u32> {
        self.loaded()
            .font
            .charmap()
            .map_unicode(alike(ch))
            .map(GlyphId::to_u32)
    }

    /// Sets `text` and spreads it over `cells`: each letter gets its share of the slack, and the
    /// marks stay with their letter.
    pub(super) fn shape(self, text: &str, cells: u16) -> Vec<Placed> {
        let Loaded { font, plan, unit } = self.loaded();
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.set_direction(plan.direction());
        buffer.set_script(plan.script());
        let options = ShapeOptions::new().plan(Some(plan));
        if harfrust::shape(&ShaperFont::new(font), &mut buffer, options).is_err() {
            return vec![];
        }
        let positions = buffer.glyph_positions();
        let letters = positions
            .iter()
            .filter(|position| position.x_advance > 0)
            .count()
            .max(1);
        let natural: i32 = positions.iter().map(|position| position.x_advance).sum();
        let slack = (f32::from(cells) * WIDTH as f32 - natural as f32 * unit) / letters as f32;
        // A letter wider than its cell grows to the right, so that left edges stay in line.
        let start = if slack < 0.0 { -slack } else { -slack / 2.0 };
        let [mut pen, mut indent] = [0.0, start];
        let mut placed = vec![];
        for (info, position) in buffer.glyph_infos().iter().zip(positions) {
            // A mark is behind its letter and moves with it.
            if position.x_advance > 0 {
                indent += slack;
            }
            placed.push(Placed {
                glyph: info.glyph_id,
                x: pen + indent + position.x_offset as f32 * unit,
                y: -(position.y_offset as f32 * unit),
            });
            pen += position.x_advance as f32 * unit;
        }
        placed
    }

    /// Returns the shape of a glyph, its origin on the baseline.
    pub(super) fn outline(self, glyph: u32, is_slanted: bool) -> Outline {
        let Loaded { font, unit, .. } = self.loaded();
        let slant = if is_slanted { SLANT } else { 0.0 };
        let mut sink = Sink {
            outline: Outline::default(),
            unit: *unit,
            slant,
        };
        if let Some(shape) = font.outline_glyphs().get(GlyphId::new(glyph)) {
            // A glyph that cannot be drawn stays empty: the embedded faces have none.
            let _ = shape.draw(&DrawOptions::new(), DrawMemory::Scratch, &mut sink);
        }
        sink.outline
    }

    fn loaded(self) -> &'static Loaded {
        &FACES[self.script as usize][usize::from(self.is_bold)]
    }
}

/// Tells whether an embedded face has `ch`.
pub(super) fn covers(ch: char) -> bool {
    Face::of(ch, false).is_some() && Face::of(ch, true).is_some()
}

/// Replaces a character the faces lack by one that looks the same.
const fn alike(ch: char) -> char {
    match ch {
        '\u{2011}' => '-',
        '∆' => 'Δ',
        '✔' => '✓',
        '✘' => '✗',
        _ => ch,
    }
}

/// Tells whether `ch` shows nothing by its nature.
pub(super) const fn is_blank(ch: char) -> bool {
    matches!(
        ch,
        ' ' | '\u{a0}' | '\u{2000}'
            ..='\u{200f}'
                | '\u{202f}'
                | '\u{2060}'
                | '\u{2800}'
                | '\u{fe0e}'
                | '\u{fe0f}'
                | '\u{feff}'
    )
}

/// Collects a glyph in picture units.
struct Sink {
    outline: Outline,
    unit: f32,
    slant: f32,
}

impl Sink {
    fn at(&self, x: f32, y: f32) -> [f32; 2] {
        [(x + y * self.slant) * self.unit, -y * self.unit]
    }
}

impl PathSink for Sink {
    fn move_to(&mut self, x: f32, y: f32) {
        self.outline.push(Step::Move(self.at(x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.outline.push(Step::Line(self.at(x, y)));
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.outline
            .push(Step::Quad(self.at(cx0, cy0), self.at(x, y)));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.outline.push(Step::Cubic(
            self.at(cx0, cy0),
            self.at(cx1, cy1),
            self.at(x, y),
        ));
    }

    fn close(&mut self) {
        self.outline.push(Step::Close);
    }
}
