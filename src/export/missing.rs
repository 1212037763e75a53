//! Which characters a picture can show.

use ratatui::buffer::Buffer;

use super::piece::{pieces, rows};
use super::{font, solid, symbol};

/// Lists the characters a picture could only show as an empty box, sorted, each once.
pub fn missing(buf: &Buffer) -> Vec<char> {
    let mut missing: Vec<char> = rows(buf)
        .flat_map(pieces)
        .flat_map(|piece| piece.symbol.chars().collect::<Vec<_>>())
        .filter(|&ch| !is_drawn(ch))
        .collect();
    missing.sort_unstable();
    missing.dedup();
    missing
}

/// Tells whether a picture can show `ch`.
pub fn is_drawn(ch: char) -> bool {
    font::is_blank(ch)
        || solid::solid(ch).is_some()
        || symbol::corner(ch).is_some()
        || symbol::symbol(ch).is_some()
        || font::covers(ch)
}
