//! The XML of a presentation, written part by part.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::export::xml::clean;

/// A part as far as it is written.
pub(super) type Xml = Writer<Vec<u8>>;

/// The vocabularies of the roots, by the prefix of a root's name.
const VOCABULARIES: [(&str, &[(&str, &str)]); 3] = [
    (
        "p:",
        &[
            (
                "xmlns:a",
                "http://schemas.openxmlformats.org/drawingml/2006/main",
            ),
            (
                "xmlns:r",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            ),
            (
                "xmlns:p",
                "http://schemas.openxmlformats.org/presentationml/2006/main",
            ),
        ],
    ),
    (
        "cp:",
        &[
            (
                "xmlns:cp",
                "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            ),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ],
    ),
    (
        "Properties",
        &[(
            "xmlns",
            "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
        )],
    ),
];

/// Writes a part whose root has this name.
pub(super) fn document(root: &str, inner: impl FnOnce(&mut Xml)) -> Vec<u8> {
    let known = VOCABULARIES
        .iter()
        .find(|(prefix, _)| root.starts_with(prefix));
    let vocabulary = known.map_or(&[][..], |(_, vocabulary)| *vocabulary);
    document_of(root, vocabulary, inner)
}

/// Writes a part whose root has this name and these attributes.
pub(super) fn document_of(
    root: &str,
    attributes: &[(&str, &str)],
    inner: impl FnOnce(&mut Xml),
) -> Vec<u8> {
    let mut xml = Writer::new(Vec::new());
    write(
        &mut xml,
        Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))),
    );
    element(&mut xml, root, attributes, inner);
    xml.into_inner()
}

/// Writes an element with what is in it.
pub(super) fn element(
    xml: &mut Xml,
    name: &str,
    attributes: &[(&str, &str)],
    inner: impl FnOnce(&mut Xml),
) {
    write(xml, Event::Start(start(name, attributes)));
    inner(xml);
    write(xml, Event::End(BytesEnd::new(name)));
}

/// Writes an element with nothing in it.
pub(super) fn empty(xml: &mut Xml, name: &str, attributes: &[(&str, &str)]) {
    write(xml, Event::Empty(start(name, attributes)));
}

/// Writes an element with a text in it.
pub(super) fn text(xml: &mut Xml, name: &str, text: &str) {
    element(xml, name, &[], |xml| {
        write(xml, Event::Text(BytesText::new(&clean(text))));
    });
}

fn start<'a>(name: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, clean(value).as_str()));
    }
    start
}

fn write(xml: &mut Xml, event: Event<'_>) {
    xml.write_event(event).expect("memory takes every byte");
}
