//! Prints scenes as one PDF: a page a picture, all shapes as vectors, and their text to select and search.
//!
//! Letters are drawn as outlines, as in every picture. The text is below them unseen, set in fonts
//! whose letters have widths and no shapes. Each page is a figure with its description in words.

mod bookmark;
mod drawing;
mod letters;
mod object;

use pdf_writer::types::{ActionType, AnnotationFlags, AnnotationType, StructRole, TabOrder};
use pdf_writer::writers::{Resources, StructTreeRoot};
use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

use self::bookmark::bookmarks;
use self::drawing::Drawings;
use self::letters::{ASCENT, Letters};
use self::object::{Refs, count, stream};
use super::scene::Scene;
use super::slide::{About, Link, Slide};

/// The height of a page in points, as slides have it.
const HEIGHT: f32 = 540.0;

/// Returns the points in a unit.
const fn points(scene: &Scene) -> f32 {
    HEIGHT / scene.height as f32
}

/// Prints `slides` as a document; the same slides give the same bytes.
pub fn pdf(slides: &[Slide<'_>], about: &About) -> Vec<u8> {
    let mut document = PdfDocument::new();
    for slide in slides {
        document.page(slide);
    }
    document.finish(slides, about)
}

/// A document as far as it is written.
struct PdfDocument {
    pdf: Pdf,
    refs: Refs,
    /// The root of the pages.
    tree: Ref,
    /// What the pages draw with, the same for all.
    resources: Ref,
    /// The part of the structure that holds all others.
    root: Ref,
    pages: Vec<Ref>,
    /// The parts of the structure, in reading order.
    parts: Vec<Ref>,
    /// The part that an annotation belongs to, or a list of those of a page, by its key.
    owners: Vec<Ref>,
    drawings: Drawings,
    letters: Letters,
}

impl PdfDocument {
    fn new() -> Self {
        let mut refs = Refs::default();
        let mut pdf = Pdf::new();
        pdf.set_version(1, 7);
        Self {
            tree: refs.next(),
            resources: refs.next(),
            root: refs.next(),
            pdf,
            refs,
            pages: vec![],
            parts: vec![],
            owners: vec![],
            drawings: Drawings::default(),
            letters: Letters::default(),
        }
    }

    fn page(&mut self, slide: &Slide<'_>) {
        let scene = slide.scene;
        let [page, content, figure, owners] = [(); 4].map(|()| self.refs.next());
        let [width, height] = [scene.width, scene.height].map(|units| units as f32 * points(scene));
        let drawn = self.content(scene, height);
        stream(&mut self.pdf, content, &drawn);
        let key = count(self.owners.len());
        self.owners.push(owners);
        self.pdf.indirect(owners).array().item(figure);
        self.figure(figure, page, slide, [width, height]);
        let links: Vec<Ref> = slide
            .links
            .iter()
            .filter_map(|link| Some(self.link(page, link, area(scene, link)?)))
            .collect();
        let mut writer = self.pdf.page(page);
        writer.parent(self.tree);
        writer.media_box(Rect::new(0.0, 0.0, width, height));
        writer.contents(content);
        writer.struct_parents(key);
        writer.tab_order(TabOrder::StructureOrder);
        writer.annotations(links);
        writer.pair(Name(b"Resources"), self.resources);
        writer.finish();
        self.pages.push(page);
    }

    /// Draws a page: its text unseen, then its shapes.
    fn content(&mut self, scene: &Scene, height: f32) -> Vec<u8> {
        let mut content = Content::new();
        let mut figure = content.begin_marked_content_with_properties(Name(b"Figure"));
        figure.properties().identify(0);
        figure.finish();
        content.save_state();
        // Units from the upper left corner, as in the scene.
        let points = points(scene);
        content.transform([points, 0.0, 0.0, -points, 0.0, height]);
        // Below the page: not every reader leaves unseen text out.
        self.letters
            .draw(&scene.words, &mut content, &mut self.refs);
        self.drawings
            .draw(scene, &mut content, &mut self.pdf, &mut self.refs);
        content.restore_state();
        content.end_marked_content();
        content.finish().into_vec()
    }

    /// Writes the part of the structure that is all of a page.
    fn figure(&mut self, figure: Ref, page: Ref, slide: &Slide<'_>, [width, height]: [f32; 2]) {
        let mut writer = self.pdf.struct_element(figure);
        writer.kind(StructRole::Figure);
        writer.parent(self.root);
        writer.page(page);
        writer.title(TextStr(&slide.headings.join(" · ")));
        writer.alt(TextStr(&slide.meta.description));
        let mut attributes = writer.attributes();
        let mut layout = attributes.push().layout();
        layout.bbox(Rect::new(0.0, 0.0, width, height));
        layout.finish();
        attributes.finish();
        writer.children().marked_content_id(0);
        writer.finish();
        self.parts.push(figure);
    }

    /// Writes a link over an area in units, and the part of the structure that holds it.
    fn link(&mut self, page: Ref, link: &Link, area: Rect) -> Ref {
        let [annotation, part] = [(); 2].map(|()| self.refs.next());
        let key = count(self.owners.len());
        self.owners.push(part);
        let mut writer = self.pdf.annotation(annotation);
        writer.subtype(AnnotationType::Link);
        writer.rect(area);
        writer.border(0.0, 0.0, 0.0, None);
        writer.flags(AnnotationFlags::PRINT);
        writer.contents(TextStr(&link.text));
        writer.struct_parent(key);
        let mut action = writer.action();
        action.action_type(ActionType::Uri);
        action.uri(Str(link.url.as_bytes()));
        action.finish();
        writer.finish();
        let mut writer = self.pdf.struct_element(part);
        writer.kind(StructRole::Link);
        writer.parent(self.root);
        writer.alt(TextStr(&link.text));
        writer.object_child().page(page).object(annotation);
        writer.finish();
        self.parts.push(part);
        annotation
    }

    /// Writes what all pages share, and how to find it.
    fn finish(mut self, slides: &[Slide<'_>], about: &About) -> Vec<u8> {
        self.letters.write(&mut self.pdf, &mut self.refs);
        let mut resources = self.pdf.indirect(self.resources).start::<Resources<'_>>();
        self.drawings.resources(&mut resources);
        self.letters.resources(&mut resources);
        resources.finish();
        let [catalog, info, structure] = [(); 3].map(|()| self.refs.next());
        let outline = bookmarks(&mut self.pdf, &mut self.refs, slides, &self.pages);
        self.pdf
            .pages(self.tree)
            .count(count(self.pages.len()))
            .kids(self.pages.iter().copied());
        let mut writer = self.pdf.struct_element(self.root);
        writer.kind(StructRole::Document);
        writer.parent(structure);
        writer.title(TextStr(&about.title));
        let mut children = writer.children();
        for part in &self.parts {
            children.struct_element(*part);
        }
        children.finish();
        writer.finish();
        self.structure(structure);
        let mut writer = self.pdf.catalog(catalog);
        writer.pages(self.tree);
        writer.outlines(outline);
        writer.pair(Name(b"StructTreeRoot"), structure);
        writer.mark_info().marked(true);
        writer.lang(TextStr(&about.lang));
        writer.viewer_preferences().display_doc_title(true);
        writer.finish();
        let mut writer = self.pdf.document_info(info);
        writer.title(TextStr(&about.title));
        writer.author(TextStr(&about.author));
        writer.creator(TextStr("esg-tui"));
        writer.finish();
        self.pdf.finish()
    }

    /// Writes the root of the structure: what belongs to which of its parts.
    fn structure(&mut self, structure: Ref) {
        let mut writer = self.pdf.indirect(structure).start::<StructTreeRoot<'_>>();
        writer.child(self.root);
        writer.parent_tree_next_key(count(self.owners.len()));
        let mut tree = writer.parent_tree();
        let mut owners = tree.nums();
        for (key, owner) in self.owners.iter().enumerate() {
            owners.insert(count(key), *owner);
        }
    }
}

/// Finds the text of a link on a page: its area in points, from the bottom of the page.
fn area(scene: &Scene, link: &Link) -> Option<Rect> {
    let points = points(scene);
    let height = scene.height as f32 * points;
    scene.words.lines().rev().find_map(|line| {
        let [left, right] = line.find(&link.text)?;
        let [_, baseline] = line.at;
        let [left, right] = [left, right].map(|x| x * points);
        let [top, bottom] = [
            baseline - ASCENT * line.em,
            baseline + (1.0 - ASCENT) * line.em,
        ]
        .map(|y| height - y * points);
        Some(Rect::new(left, bottom, right, top))
    })
}
