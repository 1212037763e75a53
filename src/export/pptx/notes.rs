//! The notes of a slide: the sources and the trail of each figure, for a speaker.

use super::NOTES_MASTER_PATH;
use super::markup::{Xml, document, element, empty, text};
use super::package::{self, PackagePart};
use super::picture::{group, inherit_colours};
use crate::export::slide::{About, Link, Slide};

/// Writes the notes of a slide, with its addresses as links.
pub(super) fn notes(path: &str, slide_path: &str, slide: &Slide<'_>, about: &About) -> PackagePart {
    let mut part = PackagePart::new(path, package::NOTES);
    part.relate(package::NOTES_MASTER, NOTES_MASTER_PATH);
    part.relate(package::SLIDE, slide_path);
    let paragraphs: Vec<(&str, Option<String>)> = slide
        .notes
        .iter()
        .map(|paragraph| {
            let link = Link::new(paragraph, paragraph);
            (paragraph.as_str(), link.map(|link| part.link(&link.url)))
        })
        .collect();
    part.bytes = document("p:notes", |xml| {
        element(xml, "p:cSld", &[], |xml| {
            element(xml, "p:spTree", &[], |xml| {
                group(xml);
                placeholder(
                    xml,
                    "2",
                    "Slide",
                    &[("type", "sldImg"), ("idx", "2")],
                    |_| {},
                );
                let body = [("type", "body"), ("sz", "quarter"), ("idx", "3")];
                placeholder(xml, "3", "Notes", &body, |xml| {
                    element(xml, "p:txBody", &[], |xml| {
                        empty(xml, "a:bodyPr", &[]);
                        empty(xml, "a:lstStyle", &[]);
                        for (paragraph, link) in &paragraphs {
                            run(xml, paragraph, link.as_deref(), &about.lang);
                        }
                        if paragraphs.is_empty() {
                            empty(xml, "a:p", &[]);
                        }
                    });
                });
            });
        });
        inherit_colours(xml);
    });
    part
}

/// Writes a shape that takes its place from the master.
fn placeholder(
    xml: &mut Xml,
    id: &str,
    name: &str,
    kind: &[(&str, &str)],
    body: impl FnOnce(&mut Xml),
) {
    element(xml, "p:sp", &[], |xml| {
        element(xml, "p:nvSpPr", &[], |xml| {
            empty(xml, "p:cNvPr", &[("id", id), ("name", name)]);
            element(xml, "p:cNvSpPr", &[], |xml| {
                empty(xml, "a:spLocks", &[("noGrp", "1")]);
            });
            element(xml, "p:nvPr", &[], |xml| empty(xml, "p:ph", kind));
        });
        empty(xml, "p:spPr", &[]);
        body(xml);
    });
}

/// Writes a paragraph, which may be a link.
fn run(xml: &mut Xml, paragraph: &str, link: Option<&str>, lang: &str) {
    element(xml, "a:p", &[], |xml| {
        if paragraph.is_empty() {
            return;
        }
        element(xml, "a:r", &[], |xml| {
            element(xml, "a:rPr", &[("lang", lang)], |xml| {
                if let Some(link) = link {
                    empty(xml, "a:hlinkClick", &[("r:id", link)]);
                }
            });
            text(xml, "a:t", paragraph);
        });
    });
}
