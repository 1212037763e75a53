//! The objects of a PDF: their numbers, and streams with less bytes.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::{Filter, Finish, Pdf, Rect, Ref};

/// Hands out the numbers of objects, from 1.
#[derive(Default)]
pub(super) struct Refs(i32);

impl Refs {
    /// Returns the next number.
    pub(super) const fn next(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }
}

/// Returns a number as a PDF has it; no memory holds more pages.
pub(super) fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// Writes a stream.
pub(super) fn stream(pdf: &mut Pdf, number: Ref, bytes: &[u8]) {
    pdf.stream(number, &deflated(bytes))
        .filter(Filter::FlateDecode);
}

/// Writes a drawing that pages use again and again.
pub(super) fn form(pdf: &mut Pdf, number: Ref, bytes: &[u8], area: Rect) {
    let bytes = deflated(bytes);
    let mut form = pdf.form_xobject(number, &bytes);
    form.filter(Filter::FlateDecode);
    form.bbox(area);
    form.finish();
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.expect("memory takes every byte")
}
