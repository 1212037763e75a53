//! What leaves the dashboard: a drawn page as a vector picture, a bitmap, plain text or
//! coloured text.
//!
//! A [`Buffer`](ratatui::buffer::Buffer) becomes a [`Scene`] once, and [`svg()`] and [`png()`] print
//! that same scene, so the two pictures cannot differ. Glyphs travel as outlines cut from the embedded
//! fonts: no reader needs a font, and no font of the machine is ever read.

mod canvas;
mod font;
mod grid;
mod hatch;
mod ink;
mod large;
mod layout;
mod letterbox;
mod look;
mod merge;
mod meta;
mod missing;
mod outline;
mod pdf;
mod piece;
mod png;
mod pptx;
mod rgb;
mod scene;
pub mod sgr;
mod slide;
mod solid;
mod svg;
mod symbol;
#[cfg(test)]
mod tests;
mod text;
mod words;
mod xml;
mod zoom;

pub use self::canvas::Canvas;
pub use self::meta::Meta;
pub use self::missing::{is_drawn, missing};
pub use self::pdf::pdf;
pub use self::png::png;
pub use self::pptx::pptx;
pub use self::rgb::Rgb;
pub use self::scene::Scene;
pub use self::slide::{About, Link, Slide};
pub use self::svg::svg;
pub use self::text::{ansi, text};
