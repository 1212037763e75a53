//! Pictures of pages as files: drawn, printed in a format, written whole or not at all.

mod command_line;
mod file;
mod format;
mod picture;
mod preset;
mod print;
mod reason;
mod sheet;
mod temporary;

pub use self::file::{exists, is_stream, is_taken, make_folder, save, write};
pub use self::format::PictureFormat;
pub use self::picture::Picture;
pub use self::preset::Preset;
pub use self::print::PrintedPage;
pub use self::reason::{explain, reason};
pub use self::sheet::DrawnPage;
pub use self::temporary::{folder, sweep};
