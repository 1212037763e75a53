//! Prints scenes as one presentation: a slide a picture, with its title and a speaker's notes as text.
//!
//! A picture is there as vectors and as pixels, for programs that show none. The title is a
//! placeholder above the slide, where a list of slides and a screen reader find it.

mod markup;
mod notes;
mod package;
mod picture;

use self::markup::{Xml, document, element, empty, text};
use self::notes::notes;
use self::package::{Package, PackagePart};
use self::picture::{Frame, picture};
use super::png::png;
use super::scene::Scene;
use super::slide::{About, Slide};
use super::svg::svg;

/// The parts that are the same in every presentation.
const MASTER: &str = include_str!("../../assets/pptx/slideMaster.xml");
const LAYOUT: &str = include_str!("../../assets/pptx/slideLayout.xml");
const NOTES_MASTER: &str = include_str!("../../assets/pptx/notesMaster.xml");
const THEME: &str = include_str!("../../assets/pptx/theme.xml");

/// What the parts of a presentation are called.
const PRESENTATION: &str = "ppt/presentation.xml";
const MASTER_PATH: &str = "ppt/slideMasters/slideMaster1.xml";
const LAYOUT_PATH: &str = "ppt/slideLayouts/slideLayout1.xml";
const NOTES_MASTER_PATH: &str = "ppt/notesMasters/notesMaster1.xml";
/// The master and the master of the notes have a theme each.
const THEME_PATHS: [&str; 2] = ["ppt/theme/theme1.xml", "ppt/theme/theme2.xml"];

/// The units of a presentation in a unit of a scene: 128 by 36 cells are a wide slide, 13⅓ by 7½ inches.
const EMUS: u32 = 6350;

/// The size of the page of notes, 7½ by 10 inches.
const NOTES_SIZE: [u32; 2] = [6_858_000, 9_144_000];

/// The number from which slides are counted, and that of the only master.
const FIRST_SLIDE: usize = 256;
const MASTER_NUMBER: u32 = 2_147_483_648;

/// Prints `slides` as a presentation; the same slides give the same bytes.
///
/// The first slide decides the shape of all; others are fitted into it.
pub fn pptx(slides: &[Slide<'_>], about: &About) -> Vec<u8> {
    let size = slides
        .first()
        .map_or([1920, 1080], |slide| units(slide.scene));
    let mut package = Package::default();
    package.add(presentation(slides.len(), size.map(|units| units * EMUS)));
    for (index, slide) in slides.iter().enumerate() {
        add_slide(&mut package, index + 1, slide, size, about);
    }
    add_masters(&mut package);
    add_properties(&mut package, about);
    package.zip()
}

const fn units(scene: &Scene) -> [u32; 2] {
    [scene.width, scene.height]
}

fn slide_path(number: usize) -> String {
    format!("ppt/slides/slide{number}.xml")
}

/// The part that all others hang from.
fn presentation(count: usize, [width, height]: [u32; 2]) -> PackagePart {
    let mut part = PackagePart::new(PRESENTATION, package::PRESENTATION);
    let master = part.relate(package::MASTER, MASTER_PATH);
    let notes_master = part.relate(package::NOTES_MASTER, NOTES_MASTER_PATH);
    let slides: Vec<String> = (1..=count)
        .map(|number| part.relate(package::SLIDE, &slide_path(number)))
        .collect();
    part.relate(package::THEME, THEME_PATHS[0]);
    let size = |name: &str, width: u32, height: u32, xml: &mut Xml| {
        let [width, height] = [width, height].map(|length| length.to_string());
        empty(xml, name, &[("cx", &width), ("cy", &height)]);
    };
    part.bytes = document("p:presentation", |xml| {
        element(xml, "p:sldMasterIdLst", &[], |xml| {
            let number = MASTER_NUMBER.to_string();
            empty(xml, "p:sldMasterId", &[("id", &number), ("r:id", &master)]);
        });
        element(xml, "p:notesMasterIdLst", &[], |xml| {
            empty(xml, "p:notesMasterId", &[("r:id", &notes_master)]);
        });
        element(xml, "p:sldIdLst", &[], |xml| {
            for (index, slide) in slides.iter().enumerate() {
                let number = (FIRST_SLIDE + index).to_string();
                empty(xml, "p:sldId", &[("id", &number), ("r:id", slide)]);
            }
        });
        size("p:sldSz", width, height, xml);
        size("p:notesSz", NOTES_SIZE[0], NOTES_SIZE[1], xml);
    });
    part
}

/// Adds a slide, its picture in two formats, and its notes.
fn add_slide(
    package: &mut Package,
    number: usize,
    slide: &Slide<'_>,
    size: [u32; 2],
    about: &About,
) {
    let path = slide_path(number);
    let notes_path = format!("ppt/notesSlides/notesSlide{number}.xml");
    let [pixels, vectors] =
        ["png", "svg"].map(|format| format!("ppt/media/image{number}.{format}"));
    let mut part = PackagePart::new(&path, package::SLIDE);
    part.relate(package::LAYOUT, LAYOUT_PATH);
    let images = [&pixels, &vectors].map(|image| part.relate(package::IMAGE, image));
    part.relate(package::NOTES, &notes_path);
    let frame = Frame::within(size, units(slide.scene));
    part.bytes = picture(slide, &frame, &images, &about.lang);
    package.add(part);
    package.add(notes(&notes_path, &path, slide, about));
    let mut part = PackagePart::new(&pixels, package::PNG);
    part.bytes = png(slide.scene, slide.scale, slide.meta);
    package.add(part);
    let mut part = PackagePart::new(&vectors, package::SVG);
    part.bytes = svg(slide.scene, slide.meta).into_bytes();
    package.add(part);
}

/// Adds what slides and notes are laid out by.
fn add_masters(package: &mut Package) {
    let [theme, notes_theme] = THEME_PATHS;
    for (path, kind, bytes, relations) in [
        (
            MASTER_PATH,
            package::MASTER,
            MASTER,
            // The master refers to its layout as the first.
            &[(package::LAYOUT, LAYOUT_PATH), (package::THEME, theme)][..],
        ),
        (
            LAYOUT_PATH,
            package::LAYOUT,
            LAYOUT,
            &[(package::MASTER, MASTER_PATH)],
        ),
        (
            NOTES_MASTER_PATH,
            package::NOTES_MASTER,
            NOTES_MASTER,
            &[(package::THEME, notes_theme)],
        ),
        (theme, package::THEME, THEME, &[]),
        (notes_theme, package::THEME, THEME, &[]),
    ] {
        let mut part = PackagePart::new(path, kind);
        part.bytes = bytes.as_bytes().to_vec();
        for (kind, target) in relations {
            part.relate(*kind, target);
        }
        package.add(part);
    }
}

/// Adds what the document says about itself. It names no date: the same report is the same file.
fn add_properties(package: &mut Package, about: &About) {
    let mut core = PackagePart::new("docProps/core.xml", package::CORE);
    core.bytes = document("cp:coreProperties", |xml| {
        text(xml, "dc:title", &about.title);
        text(xml, "dc:creator", &about.author);
        text(xml, "dc:language", &about.lang);
    });
    package.add(core);
    let mut app = PackagePart::new("docProps/app.xml", package::APP);
    app.bytes = document("Properties", |xml| text(xml, "Application", "esg-tui"));
    package.add(app);
}
