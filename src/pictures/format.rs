//! The formats that pages can be printed in: what each is called, and what prints it.

use super::sheet::{Context, DrawnPage};
use crate::export::{self, About, Slide};

/// A format that a page can be printed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFormat {
    /// Vectors.
    Svg,
    /// Pixels.
    Png,
    /// Text.
    Txt,
    /// Text with the escape codes of its colours.
    Ansi,
    /// A document with vectors: all pages in one file.
    Pdf,
    /// A presentation: each page a slide with notes.
    Pptx,
}

/// What there is to know about a format.
struct Traits {
    name: &'static str,
    content: Content,
    printer: Printer,
}

/// What the bytes of a file are.
enum Content {
    /// Text to read in a terminal.
    Text,
    /// Text that says how to draw something.
    Markup,
    /// Bytes that would upset a terminal.
    Binary,
}

/// What prints a format.
enum Printer {
    /// Each page into its own file.
    Page(fn(&DrawnPage<'_>) -> Vec<u8>),
    /// All pages into one file.
    Document(fn(&[DrawnPage<'_>]) -> Vec<u8>),
}

impl PictureFormat {
    /// Every format.
    pub const ALL: [Self; 6] = [
        Self::Svg,
        Self::Png,
        Self::Txt,
        Self::Ansi,
        Self::Pdf,
        Self::Pptx,
    ];

    const fn traits(self) -> Traits {
        match self {
            Self::Svg => Traits {
                name: "svg",
                content: Content::Markup,
                printer: Printer::Page(|sheet| export::svg(&sheet.scene, &sheet.meta).into_bytes()),
            },
            Self::Png => Traits {
                name: "png",
                content: Content::Binary,
                printer: Printer::Page(|sheet| export::png(&sheet.scene, sheet.scale, &sheet.meta)),
            },
            Self::Txt => Traits {
                name: "txt",
                content: Content::Text,
                printer: Printer::Page(|sheet| export::text(&sheet.uncoloured()).into_bytes()),
            },
            Self::Ansi => Traits {
                name: "ansi",
                content: Content::Text,
                printer: Printer::Page(|sheet| export::ansi(&sheet.page).into_bytes()),
            },
            Self::Pdf => Traits {
                name: "pdf",
                content: Content::Binary,
                printer: Printer::Document(|sheets| document(sheets, export::pdf)),
            },
            Self::Pptx => Traits {
                name: "pptx",
                content: Content::Binary,
                printer: Printer::Document(|sheets| document(sheets, export::pptx)),
            },
        }
    }

    /// Returns the name, which is also the extension of its files.
    pub const fn name(self) -> &'static str {
        self.traits().name
    }

    /// Tells whether it is read in a terminal rather than looked at in a picture.
    pub const fn is_text(self) -> bool {
        matches!(self.traits().content, Content::Text)
    }

    /// Tells whether a terminal can take its bytes.
    pub const fn is_binary(self) -> bool {
        matches!(self.traits().content, Content::Binary)
    }

    /// Tells whether one file holds all pages.
    pub const fn is_document(self) -> bool {
        matches!(self.traits().printer, Printer::Document(_))
    }

    /// Finds the format of that name, in capitals or not.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|format| format.name().eq_ignore_ascii_case(name))
    }

    /// Prints pages: the bytes of a file each, or of one for all.
    pub fn print(self, sheets: &[DrawnPage<'_>]) -> Vec<Vec<u8>> {
        match self.traits().printer {
            Printer::Page(print) => sheets.iter().map(print).collect(),
            Printer::Document(print) => vec![print(sheets)],
        }
    }
}

/// Hands pages to a printer of documents.
fn document(sheets: &[DrawnPage<'_>], print: fn(&[Slide<'_>], &About) -> Vec<u8>) -> Vec<u8> {
    let contexts: Vec<Context> = sheets.iter().map(DrawnPage::context).collect();
    let slides: Vec<Slide<'_>> = sheets
        .iter()
        .zip(&contexts)
        .map(|(sheet, context)| Slide {
            scene: &sheet.scene,
            scale: sheet.scale,
            meta: &sheet.meta,
            headings: &context.headings,
            notes: &context.notes,
            links: &context.links,
        })
        .collect();
    let about = sheets.first().map(DrawnPage::about).unwrap_or_default();
    print(&slides, &about)
}
