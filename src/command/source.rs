//! Reads the bytes of a file or of standard input, as far as they may be those of a report.

use std::fs::File;
use std::io;
use std::io::Read;
use std::path::Path;

use super::CommandError;
use crate::locale::{Lang, fill};
use crate::pictures;
use crate::printable::spell_path;

/// The most bytes that are read: a larger file is no report, and one without an end fills the memory.
const MAX_BYTES: u64 = 256 << 20;

/// Whether a path stands for standard input.
pub(super) fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The file at a path, `None` for standard input.
pub(super) fn file(path: Option<&Path>) -> Option<&Path> {
    path.filter(|path| !is_standard_input(path))
}

/// The name of a file, or of standard input for `-`, in messages.
pub(super) fn name(path: &Path, lang: Lang) -> String {
    if is_standard_input(path) {
        lang.words().talk.standard_input.to_owned()
    } else {
        spell_path(path)
    }
}

/// Reads a file, or standard input for `-`, unless it is too large.
pub(super) fn bytes(path: &Path, lang: Lang) -> Result<Vec<u8>, CommandError> {
    let name = name(path, lang);
    let limited = |source: &mut dyn Read| {
        let mut bytes = Vec::new();
        source.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let bytes = if is_standard_input(path) {
        limited(&mut io::stdin())
    } else {
        File::open(path).and_then(|mut file| limited(&mut file))
    };
    let failed = |error| CommandError::Dataset(format!("{name}: {}", pictures::reason(&error)));
    let bytes = bytes.map_err(failed)?;
    if bytes.len() as u64 > MAX_BYTES {
        let size = (MAX_BYTES >> 20).to_string();
        let text = fill(lang.words().talk.too_large, &[name, size]);
        return Err(CommandError::Dataset(text));
    }
    Ok(bytes)
}
