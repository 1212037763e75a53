//! A page printed in several formats at once.

use std::slice;

use super::format::PictureFormat;
use super::picture::Picture;
use crate::derive::Ledger;

/// A page as it was printed.
#[derive(Clone, Debug)]
pub struct PrintedPage {
    /// The bytes of a file in each format.
    pub files: Vec<Vec<u8>>,
    /// What no embedded font can show.
    pub missing: Vec<char>,
    /// Whether something had no room.
    pub leaves_out: bool,
}

impl Picture {
    /// Draws the page once and prints it in each format.
    pub fn print(&self, ledger: &Ledger<'_>, formats: &[PictureFormat]) -> PrintedPage {
        let sheet = self.draw(ledger);
        let sheets = slice::from_ref(&sheet);
        let files = formats.iter().flat_map(|format| format.print(sheets));
        PrintedPage {
            files: files.collect(),
            missing: sheet.missing(),
            leaves_out: sheet.leaves_out(),
        }
    }
}
