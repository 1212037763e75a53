//! The formats that a page can be printed in: what each is called, and what prints it.

use super::sheet::Sheet;
use crate::export;

/// A format that a page can be printed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Vectors.
    Svg,
    /// Pixels.
    Png,
    /// Text.
    Txt,
    /// Text with the escape codes of its colours.
    Ansi,
}

/// What there is to know about a format.
struct Traits {
    name: &'static str,
    is_text: bool,
    print: fn(&Sheet<'_>) -> Vec<u8>,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 4] = [Self::Svg, Self::Png, Self::Txt, Self::Ansi];

    const fn traits(self) -> Traits {
        match self {
            Self::Svg => Traits {
                name: "svg",
                is_text: false,
                print: |sheet| export::svg(&sheet.scene, &sheet.meta).into_bytes(),
            },
            Self::Png => Traits {
                name: "png",
                is_text: false,
                print: |sheet| export::png(&sheet.scene, sheet.scale, &sheet.meta),
            },
            Self::Txt => Traits {
                name: "txt",
                is_text: true,
                print: |sheet| export::text(&sheet.uncoloured()).into_bytes(),
            },
            Self::Ansi => Traits {
                name: "ansi",
                is_text: true,
                print: |sheet| export::ansi(&sheet.page).into_bytes(),
            },
        }
    }

    /// Returns the name, which is also the extension of its files.
    pub const fn name(self) -> &'static str {
        self.traits().name
    }

    /// Tells whether it is read in a terminal rather than looked at in a picture.
    pub const fn is_text(self) -> bool {
        self.traits().is_text
    }

    /// Finds the format of that name, in capitals or not.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|format| format.name().eq_ignore_ascii_case(name))
    }

    /// Prints a page.
    pub fn print(self, sheet: &Sheet<'_>) -> Vec<u8> {
        (self.traits().print)(sheet)
    }
}
