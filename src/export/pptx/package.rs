//! The package that a presentation is: parts, what they are, how they refer to each other, in one ZIP file.

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use super::markup::{document_of, empty};

/// A kind of part: its media type and that of the relations to it.
#[derive(Clone, Copy)]
pub(super) struct PartKind {
    media: &'static str,
    relation: &'static str,
}

impl PartKind {
    const fn new(media: &'static str, relation: &'static str) -> Self {
        Self { media, relation }
    }
}

/// The beginnings of the media types and relations of Office documents.
const MEDIA: &str = "application/vnd.openxmlformats-officedocument.";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

pub(super) const PRESENTATION: PartKind =
    PartKind::new("presentationml.presentation.main+xml", "officeDocument");
pub(super) const MASTER: PartKind = PartKind::new("presentationml.slideMaster+xml", "slideMaster");
pub(super) const LAYOUT: PartKind = PartKind::new("presentationml.slideLayout+xml", "slideLayout");
pub(super) const SLIDE: PartKind = PartKind::new("presentationml.slide+xml", "slide");
pub(super) const NOTES_MASTER: PartKind =
    PartKind::new("presentationml.notesMaster+xml", "notesMaster");
pub(super) const NOTES: PartKind = PartKind::new("presentationml.notesSlide+xml", "notesSlide");
pub(super) const THEME: PartKind = PartKind::new("theme+xml", "theme");
pub(super) const APP: PartKind = PartKind::new("extended-properties+xml", "extended-properties");
pub(super) const CORE: PartKind = PartKind::new(
    "application/vnd.openxmlformats-package.core-properties+xml",
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
);
pub(super) const PNG: PartKind = PartKind::new("image/png", "image");
pub(super) const SVG: PartKind = PartKind::new("image/svg+xml", "image");
/// An image of either format.
pub(super) const IMAGE: PartKind = PNG;
/// An address outside.
pub(super) const LINK: PartKind = PartKind::new("", "hyperlink");

/// A part with what it refers to.
pub(super) struct PackagePart {
    path: String,
    kind: PartKind,
    pub(super) bytes: Vec<u8>,
    relations: Vec<Relation>,
}

struct Relation {
    kind: &'static str,
    target: String,
    is_external: bool,
}

impl PackagePart {
    /// Creates an empty part.
    pub(super) fn new(path: &str, kind: PartKind) -> Self {
        Self {
            path: path.to_owned(),
            kind,
            bytes: vec![],
            relations: vec![],
        }
    }

    /// Refers to another part by its path; returns the id of the relation.
    pub(super) fn relate(&mut self, kind: PartKind, path: &str) -> String {
        let target = relative(&self.path, path);
        self.add(kind, target, false)
    }

    /// Refers to an address outside; returns the id of the relation.
    pub(super) fn link(&mut self, url: &str) -> String {
        self.add(LINK, url.to_owned(), true)
    }

    fn add(&mut self, kind: PartKind, target: String, is_external: bool) -> String {
        self.relations.push(Relation {
            kind: kind.relation,
            target,
            is_external,
        });
        id(self.relations.len())
    }
}

fn id(number: usize) -> String {
    format!("rId{number}")
}

/// Returns the path of a part from the folder of another one.
fn relative(from: &str, to: &str) -> String {
    let folders = |path: &str| path.split('/').map(str::to_owned).collect::<Vec<_>>();
    let [from, to] = [folders(from), folders(to)];
    let shared = from
        .iter()
        .zip(&to)
        .take_while(|(one, other)| one == other)
        .count();
    let up = from.len() - shared - 1;
    let mut path = vec!["..".to_owned(); up];
    path.extend_from_slice(&to[shared..]);
    path.join("/")
}

/// Parts in the order in which they are written.
#[derive(Default)]
pub(super) struct Package {
    parts: Vec<PackagePart>,
}

impl Package {
    /// Adds a part.
    pub(super) fn add(&mut self, part: PackagePart) {
        self.parts.push(part);
    }

    /// Writes the package.
    pub(super) fn zip(&self) -> Vec<u8> {
        let mut files = vec![("[Content_Types].xml".to_owned(), self.content_types())];
        files.push(("_rels/.rels".to_owned(), self.roots()));
        for part in &self.parts {
            files.push((part.path.clone(), part.bytes.clone()));
            if !part.relations.is_empty() {
                let (folder, name) = part.path.rsplit_once('/').unwrap_or(("", &part.path));
                files.push((
                    format!("{folder}/_rels/{name}.rels"),
                    relations(&part.relations),
                ));
            }
        }
        zipped(&files).expect("memory takes every byte")
    }

    fn content_types(&self) -> Vec<u8> {
        let vocabulary = "http://schemas.openxmlformats.org/package/2006/content-types";
        document_of("Types", &[("xmlns", vocabulary)], |xml| {
            let rels = "application/vnd.openxmlformats-package.relationships+xml";
            for (extension, media) in [
                ("rels", rels),
                ("xml", "application/xml"),
                ("png", PNG.media),
                ("svg", SVG.media),
            ] {
                empty(
                    xml,
                    "Default",
                    &[("Extension", extension), ("ContentType", media)],
                );
            }
            let is_image = |part: &&PackagePart| part.kind.media.starts_with("image/");
            for part in self.parts.iter().filter(|part| !is_image(part)) {
                let path = format!("/{}", part.path);
                let media = full(MEDIA, part.kind.media, "application/");
                empty(
                    xml,
                    "Override",
                    &[("PartName", &path), ("ContentType", &media)],
                );
            }
        })
    }

    /// The relations of the package itself: to the presentation and to its properties.
    fn roots(&self) -> Vec<u8> {
        let roots = [PRESENTATION, CORE, APP].map(|kind| kind.media);
        let roots = self
            .parts
            .iter()
            .filter(|part| roots.contains(&part.kind.media));
        let roots = roots.map(|part| Relation {
            kind: part.kind.relation,
            target: part.path.clone(),
            is_external: false,
        });
        relations(&roots.collect::<Vec<_>>())
    }
}

/// Returns a name with its prefix, unless it has one already.
fn full(beginning: &str, name: &str, own: &str) -> String {
    if name.starts_with(own) {
        name.to_owned()
    } else {
        format!("{beginning}{name}")
    }
}

fn relations(relations: &[Relation]) -> Vec<u8> {
    let vocabulary = "http://schemas.openxmlformats.org/package/2006/relationships";
    document_of("Relationships", &[("xmlns", vocabulary)], |xml| {
        for (index, relation) in relations.iter().enumerate() {
            let [id, kind] = [id(index + 1), full(RELATION, relation.kind, "http")];
            let mut attributes = vec![
                ("Id", &*id),
                ("Type", &*kind),
                ("Target", &*relation.target),
            ];
            attributes.extend(relation.is_external.then_some(("TargetMode", "External")));
            empty(xml, "Relationship", &attributes);
        }
    })
}

/// Writes files into an archive that names no date.
fn zipped(files: &[(String, Vec<u8>)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        // Pixels are deflated already.
        let method = if path.ends_with("png") {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::DEFAULT);
        archive.start_file(path, options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refers_from_the_folder_of_a_part() {
        let slide = "ppt/slides/slide1.xml";
        assert_eq!(
            relative(slide, "ppt/media/image1.png"),
            "../media/image1.png"
        );
        assert_eq!(relative("ppt/presentation.xml", slide), "slides/slide1.xml");
        assert_eq!(
            relative(slide, "docProps/app.xml"),
            "../../docProps/app.xml"
        );
    }
}
