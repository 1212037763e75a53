//! A page printed in several formats at once.

use super::format::Format;
use super::picture::Picture;
use crate::derive::Ledger;
use crate::export;

/// A page as it was printed.
#[derive(Clone, Debug)]
pub struct Printed {
    /// The bytes of a file in each format.
    pub files: Vec<Vec<u8>>,
    /// What no embedded font can show.
    pub missing: Vec<char>,
    /// Whether something had no room.
    pub leaves_out: bool,
}

impl Picture {
    /// Draws the page once and prints it in each format.
    pub fn print(&self, ledger: &Ledger<'_>, formats: &[Format]) -> Printed {
        let sheet = self.draw(ledger);
        Printed {
            files: formats.iter().map(|format| format.print(&sheet)).collect(),
            missing: export::missing(&sheet.page),
            leaves_out: sheet.leaves_out,
        }
    }
}
