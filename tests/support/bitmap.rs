//! A PNG read back into pixels, for tests that look at pictures.

use std::io::Cursor;

use png::{Decoder, Transformations};

/// A decoded picture with its transparency; a picture without one is opaque.
#[derive(Clone, PartialEq)]
pub(crate) struct Bitmap {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) pixels: Vec<[u8; 4]>,
}

impl Bitmap {
    /// Reads a PNG.
    pub(crate) fn decoded(bytes: &[u8]) -> Self {
        let mut decoder = Decoder::new(Cursor::new(bytes));
        decoder.set_transformations(Transformations::ALPHA);
        let mut reader = decoder.read_info().expect("a PNG has a header");
        let mut data = vec![0; reader.output_buffer_size().expect("a size in memory")];
        let info = reader.next_frame(&mut data).expect("a PNG has pixels");
        Self {
            width: info.width,
            height: info.height,
            pixels: data.as_chunks::<4>().0.to_vec(),
        }
    }
}
