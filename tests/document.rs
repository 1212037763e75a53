//! Documents with all pages in one file: what a reader of PDF and of Open XML finds in them.

#[path = "support/built_in.rs"]
mod built_in;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use lopdf::content::Content;
use lopdf::{Document as Pdf, Object, ObjectId};
use resvg::usvg::roxmltree::{Document as Xml, Node};
use zip::ZipArchive;

use esg_tui::dataset::Dataset;
use esg_tui::derive::Ledger;
use esg_tui::locale::Lang;
use esg_tui::phrase::story;
use esg_tui::pictures::{DrawnPage, Picture, PictureFormat};
use esg_tui::report;
use esg_tui::view::{Mode, View};

use built_in::built_in;

/// Every tab as a page, or every panel.
fn pictures(dataset: &Dataset, lang: Lang, mode: Mode) -> Vec<Picture> {
    let tabs = dataset.tabs.iter().enumerate();
    tabs.flat_map(|(number, tab)| {
        let slides = match mode {
            Mode::Presenter => tab.panels().count(),
            Mode::Dashboard | Mode::Blank => 1,
        };
        (0..slides).map(move |slide| Picture {
            view: View {
                tab: number,
                slide,
                mode,
                lang,
                ..View::default()
            },
            width: 128,
            height: 36,
            preset: None,
            scale: 0.25,
            is_transparent: false,
            data: None,
        })
    })
    .collect()
}

/// Prints pages as one document.
fn print(ledger: &Ledger<'_>, pictures: &[Picture], format: PictureFormat) -> Vec<u8> {
    let sheets: Vec<DrawnPage<'_>> = pictures
        .iter()
        .map(|picture| picture.draw(ledger))
        .collect();
    let mut files = format.print(&sheets);
    assert_eq!(files.len(), 1, "one file holds all pages");
    files.pop().expect("there is one")
}

/// Prints a page as text.
fn text(ledger: &Ledger<'_>, picture: &Picture) -> String {
    let mut files = picture.print(ledger, &[PictureFormat::Txt]).files;
    String::from_utf8(files.pop().expect("one format is one file")).expect("text is UTF-8")
}

/// The words and numbers of a text, sorted, each once: next to a hero in block elements a terminal says
/// its hedge and unit once more.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = text
        .split(|letter: char| letter.is_whitespace() || ('\u{2500}'..='\u{259f}').contains(&letter))
        .filter(|word| word.contains(char::is_alphanumeric))
        .map(str::to_owned)
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The text of a page of a PDF, a line for each stretch of it, as its fonts say it is read.
fn page_text(pdf: &Pdf, page: ObjectId) -> String {
    let fonts = pdf.get_page_fonts(page).expect("a page has fonts");
    let letters: BTreeMap<Vec<u8>, BTreeMap<u8, String>> = fonts
        .into_iter()
        .map(|(name, font)| {
            let map = font
                .get_deref(b"ToUnicode", pdf)
                .and_then(Object::as_stream);
            let map = map.and_then(lopdf::Stream::decompressed_content);
            (name, unicode(&map.expect("a font says how it is read")))
        })
        .collect();
    let content = pdf.get_page_content(page);
    let content = Content::decode(&content).expect("the content can be read");
    let mut font = None;
    let mut text = String::new();
    for operation in content.operations {
        match operation.operator.as_str() {
            "Tm" => text.push('\n'),
            "Tf" => font = operation.operands[0].as_name().ok().map(<[u8]>::to_vec),
            "Tr" => assert_eq!(operation.operands[0].as_i64().ok(), Some(3), "it is unseen"),
            "Tj" => {
                let letters = &letters[font.as_ref().expect("a font was chosen")];
                let codes = operation.operands[0].as_str().expect("text is shown");
                text.extend(codes.iter().map(|code| letters[code].as_str()));
            }
            _ => {}
        }
    }
    text
}

/// What each code of a font is read as.
fn unicode(map: &[u8]) -> BTreeMap<u8, String> {
    let map = String::from_utf8_lossy(map);
    let pairs = map.lines().filter_map(|line| {
        let (code, text) = line
            .strip_prefix('<')?
            .strip_suffix('>')?
            .split_once("> <")?;
        let units: Vec<u16> = text
            .as_bytes()
            .chunks(4)
            .map(|digits| u16::from_str_radix(&String::from_utf8_lossy(digits), 16))
            .collect::<Result<_, _>>()
            .ok()?;
        let code = u8::from_str_radix(code, 16).ok()?;
        Some((code, String::from_utf16(&units).ok()?))
    });
    pairs.filter(|(code, _)| *code > 0).collect()
}

/// The titles of the bookmarks, those below others with a dash.
fn bookmarks(pdf: &Pdf, parent: &lopdf::Dictionary, indent: &str) -> Vec<String> {
    let mut titles = Vec::new();
    let mut next = parent
        .get_deref(b"First", pdf)
        .and_then(Object::as_dict)
        .ok();
    while let Some(item) = next {
        let title = item.get(b"Title").and_then(lopdf::decode_text_string);
        titles.push(format!(
            "{indent}{}",
            title.expect("a bookmark has a title")
        ));
        titles.extend(bookmarks(pdf, item, &format!("- {indent}")));
        next = item.get_deref(b"Next", pdf).and_then(Object::as_dict).ok();
    }
    titles
}

/// The parts of the structure of a PDF that are of this kind.
fn parts<'a>(pdf: &'a Pdf, kind: &str) -> Vec<&'a lopdf::Dictionary> {
    let objects = pdf
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok());
    objects
        .filter(|part| part.get(b"S").and_then(Object::as_name).ok() == Some(kind.as_bytes()))
        .filter(|part| part.has(b"P"))
        .collect()
}

fn string(part: &lopdf::Dictionary, key: &str) -> String {
    let text = part.get(key.as_bytes()).and_then(lopdf::decode_text_string);
    text.expect("it is a text")
}

#[test]
fn a_pdf_has_a_wide_page_for_each_tab() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    let bytes = print(
        &ledger,
        &pictures(&dataset, Lang::En, Mode::Dashboard),
        PictureFormat::Pdf,
    );
    let pdf = Pdf::load_mem(&bytes).expect("it is a PDF");
    let pages = pdf.get_pages();
    assert_eq!(pages.len(), dataset.tabs.len());
    for page in pages.into_values() {
        let page = pdf.get_dictionary(page).expect("a page is a dictionary");
        let area = page.get(b"MediaBox").and_then(Object::as_array);
        let area: Vec<f32> = area
            .expect("a page has a size")
            .iter()
            .filter_map(|side| side.as_float().ok())
            .collect();
        assert_eq!(area, [0.0, 0.0, 960.0, 540.0]);
    }
}

#[test]
fn a_pdf_holds_the_text_of_its_pages() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for lang in Lang::ALL {
        for mode in [Mode::Dashboard, Mode::Presenter] {
            let pictures = pictures(&dataset, lang, mode);
            let bytes = print(&ledger, &pictures, PictureFormat::Pdf);
            let pdf = Pdf::load_mem(&bytes).expect("it is a PDF");
            for (page, picture) in pdf.get_pages().into_values().zip(&pictures) {
                let page = words(&page_text(&pdf, page));
                assert_eq!(page, words(&text(&ledger, picture)), "{:?}", picture.view);
                assert!(page.len() > 10, "a page says something");
            }
        }
    }
}

#[test]
fn a_pdf_says_in_words_what_its_pages_show() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for lang in Lang::ALL {
        let pictures = pictures(&dataset, lang, Mode::Dashboard);
        let bytes = print(&ledger, &pictures, PictureFormat::Pdf);
        let pdf = Pdf::load_mem(&bytes).expect("it is a PDF");
        let catalog = pdf.catalog().expect("a PDF has a catalog");
        assert_eq!(string(catalog, "Lang"), lang.code());
        let marked = catalog.get(b"MarkInfo").and_then(Object::as_dict);
        let marked = marked.and_then(|info| info.get(b"Marked"));
        assert_eq!(marked.and_then(Object::as_bool).ok(), Some(true));
        let info = pdf
            .trailer
            .get_deref(b"Info", &pdf)
            .and_then(Object::as_dict);
        let title = string(info.expect("it says what it is"), "Title");
        assert!(
            title.starts_with(dataset.report.organisation.get(lang)),
            "{title}"
        );
        let figures = parts(&pdf, "Figure");
        assert_eq!(figures.len(), dataset.tabs.len());
        for (number, tab) in dataset.tabs.iter().enumerate() {
            let title = tab.title.get(lang);
            let mut titled = figures.iter().filter(|figure| string(figure, "T") == title);
            let figure = titled.next().expect("each page is a figure");
            let words = report::tab_words(&ledger, lang, number, None);
            assert_eq!(string(figure, "Alt"), words);
            for fact in ledger.of_tab(tab) {
                for value in story::values(lang, fact) {
                    assert!(words.contains(&value), "{value}");
                }
            }
        }
    }
}

#[test]
fn a_pdf_has_bookmarks_and_leads_to_its_sources() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for (mode, inner) in [(Mode::Dashboard, false), (Mode::Presenter, true)] {
        let pictures = pictures(&dataset, Lang::En, mode);
        let bytes = print(&ledger, &pictures, PictureFormat::Pdf);
        let pdf = Pdf::load_mem(&bytes).expect("it is a PDF");
        let catalog = pdf.catalog().expect("a PDF has a catalog");
        let outline = catalog
            .get_deref(b"Outlines", &pdf)
            .and_then(Object::as_dict);
        let titles = bookmarks(&pdf, outline.expect("there are bookmarks"), "");
        let tabs = dataset.tabs.iter().map(|tab| tab.title.get(Lang::En));
        let outer: Vec<&String> = titles
            .iter()
            .filter(|title| !title.starts_with('-'))
            .collect();
        assert!(outer.into_iter().eq(tabs), "{titles:?}");
        let count = dataset.tabs.len() + if inner { pictures.len() } else { 0 };
        assert_eq!(titles.len(), count, "{titles:?}");
        let url = dataset.report.documents[0].url.as_deref();
        for page in pdf.get_pages().into_values() {
            let links = pdf.get_page_annotations(page).expect("a page has links");
            let urls: Vec<Option<&str>> = links
                .iter()
                .map(|link| {
                    let action = link.get(b"A").and_then(Object::as_dict);
                    let url = action.and_then(|action| action.get(b"URI"));
                    str::from_utf8(url.and_then(Object::as_str).ok()?).ok()
                })
                .collect();
            // The title of the document and its printed address lead to the same place.
            assert_eq!(urls, [url, url]);
        }
        assert_eq!(parts(&pdf, "Link").len(), 2 * pictures.len());
    }
}

/// The files of a package by their paths.
type Package = BTreeMap<String, Vec<u8>>;

fn unzipped(bytes: &[u8]) -> Package {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("it is a ZIP file");
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).expect("a file is there");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("a file can be read");
            let name = file.name().expect("a name is text").into_owned();
            (name, bytes)
        })
        .collect()
}

fn part<'a>(package: &'a Package, path: &str) -> &'a str {
    let bytes = package
        .get(path)
        .unwrap_or_else(|| panic!("there is {path}"));
    str::from_utf8(bytes).expect("a part is text")
}

/// A relation: the last word of its kind, and where it leads.
#[derive(Clone, Debug, PartialEq)]
struct Relation {
    kind: String,
    target: String,
    is_external: bool,
}

/// The relations of a part by their ids; those of the package itself belong to the path "".
fn relations(package: &Package, path: &str) -> BTreeMap<String, Relation> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let rels = format!("{folder}/_rels/{name}.rels");
    let rels = rels.trim_start_matches('/');
    if !package.contains_key(rels) {
        return BTreeMap::new();
    }
    let document = Xml::parse(part(package, rels)).expect("relations are XML");
    let mut relations = BTreeMap::new();
    for node in document.root_element().children().filter(Node::is_element) {
        let attribute = |name| node.attribute(name).unwrap_or_default().to_owned();
        let is_external = attribute("TargetMode") == "External";
        let mut target = attribute("Target");
        if !is_external {
            let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
            for step in target.split('/') {
                if step == ".." {
                    parts.pop().expect("a relation leads out of no package");
                } else {
                    parts.push(step);
                }
            }
            target = parts.join("/");
        }
        let kind = attribute("Type");
        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
        let relation = Relation {
            kind,
            target,
            is_external,
        };
        let before = relations.insert(attribute("Id"), relation);
        assert_eq!(before, None, "an id of {path} is there once");
    }
    relations
}

/// The targets of the relations of one kind.
fn related(package: &Package, path: &str, kind: &str) -> Vec<String> {
    let relations = relations(package, path).into_values();
    let relations = relations.filter(|relation| relation.kind == kind);
    relations.map(|relation| relation.target).collect()
}

/// Holds a package to the rules of Open Packaging Conventions.
fn check_package(package: &Package) {
    let types = Xml::parse(part(package, "[Content_Types].xml")).expect("types are XML");
    let named = |element: &str, key: &str| -> BTreeMap<String, String> {
        let nodes = types.root_element().children();
        nodes
            .filter(|node| {
                node.has_tag_name((
                    "http://schemas.openxmlformats.org/package/2006/content-types",
                    element,
                ))
            })
            .map(|node| {
                let attribute = |name| node.attribute(name).expect("it is there").to_owned();
                (attribute(key), attribute("ContentType"))
            })
            .collect()
    };
    let [defaults, overrides] = [named("Default", "Extension"), named("Override", "PartName")];
    for path in overrides.keys() {
        assert!(
            package.contains_key(path.trim_start_matches('/')),
            "{path} is there"
        );
    }
    let mut reached: BTreeSet<String> = BTreeSet::new();
    let mut open = vec![String::new()];
    while let Some(path) = open.pop() {
        for relation in relations(package, &path).into_values() {
            if relation.is_external {
                assert!(relation.target.starts_with("https://"), "{relation:?}");
            } else if reached.insert(relation.target.clone()) {
                assert!(
                    package.contains_key(&relation.target),
                    "{relation:?} of {path}"
                );
                open.push(relation.target);
            }
        }
    }
    for (path, bytes) in package {
        let extension = path.rsplit('.').next().unwrap_or_default();
        let is_known =
            overrides.contains_key(&format!("/{path}")) || defaults.contains_key(extension);
        let is_type_list = path == "[Content_Types].xml";
        assert!(is_known || is_type_list, "{path} has a type");
        if extension == "png" {
            continue;
        }
        let text = str::from_utf8(bytes).expect("a part is text");
        let document = Xml::parse(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        if extension == "rels" || is_type_list || extension == "svg" {
            continue;
        }
        assert!(
            overrides.contains_key(&format!("/{path}")),
            "{path} says what it is"
        );
        assert!(reached.contains(path), "{path} is part of the document");
        let relations = relations(package, path);
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        for attribute in document.descendants().flat_map(|node| node.attributes()) {
            if attribute.namespace() == Some(office) {
                assert!(
                    relations.contains_key(attribute.value()),
                    "{path}: {}",
                    attribute.value()
                );
            }
        }
        let ids = document
            .descendants()
            .filter(|node| node.tag_name().name() == "cNvPr");
        let ids: Vec<&str> = ids.filter_map(|node| node.attribute("id")).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "shapes of {path} have unique ids");
    }
}

/// All text of the runs of a part, a line for each paragraph.
fn runs(xml: &str) -> String {
    let document = Xml::parse(xml).expect("a part is XML");
    let paragraphs = document
        .descendants()
        .filter(|node| node.tag_name().name() == "p");
    let paragraphs = paragraphs.filter(|node| {
        node.tag_name().namespace() == Some("http://schemas.openxmlformats.org/drawingml/2006/main")
    });
    let text = |paragraph: Node<'_, '_>| -> String {
        let runs = paragraph
            .descendants()
            .filter(|node| node.tag_name().name() == "t");
        runs.filter_map(|run| run.text()).collect()
    };
    paragraphs.map(text).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_presentation_is_a_package_as_its_readers_demand() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for mode in [Mode::Dashboard, Mode::Presenter] {
        let pictures = pictures(&dataset, Lang::Th, mode);
        let package = unzipped(&print(&ledger, &pictures, PictureFormat::Pptx));
        check_package(&package);
        let roots = related(&package, "", "officeDocument");
        let [root] = &roots[..] else {
            panic!("a package has one document");
        };
        let one = |path: &str, kind: &str| {
            let mut targets = related(&package, path, kind);
            assert_eq!(targets.len(), 1, "{path} has one {kind}");
            targets.pop().expect("there is one")
        };
        let master = one(root, "slideMaster");
        let layout = one(&master, "slideLayout");
        assert_eq!(one(&layout, "slideMaster"), master);
        let notes_master = one(root, "notesMaster");
        assert_ne!(one(&notes_master, "theme"), one(&master, "theme"));
        let slides = related(&package, root, "slide");
        assert_eq!(slides.len(), pictures.len());
        for slide in &slides {
            assert_eq!(one(slide, "slideLayout"), layout);
            assert_eq!(related(&package, slide, "image").len(), 2);
            let notes = one(slide, "notesSlide");
            assert_eq!(one(&notes, "slide"), *slide);
            assert_eq!(one(&notes, "notesMaster"), notes_master);
        }
        let presentation = Xml::parse(part(&package, root)).expect("a presentation is XML");
        let all = |name: &str| -> Vec<u32> {
            let nodes = presentation.descendants();
            let nodes = nodes.filter(|node| node.tag_name().name() == name);
            nodes
                .filter_map(|node| node.attribute("id")?.parse().ok())
                .collect()
        };
        let numbers = all("sldId");
        assert_eq!(numbers.len(), slides.len());
        assert!(numbers.iter().all(|number| (256..1 << 31).contains(number)));
        assert!(all("sldMasterId").iter().all(|number| *number >= 1 << 31));
        let order: Vec<&str> = presentation
            .root_element()
            .children()
            .map(|node| node.tag_name().name())
            .collect();
        assert_eq!(
            order,
            [
                "sldMasterIdLst",
                "notesMasterIdLst",
                "sldIdLst",
                "sldSz",
                "notesSz"
            ],
            "as the schema orders them"
        );
    }
}

#[test]
fn a_slide_has_its_title_and_its_picture_with_words() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    let pictures = pictures(&dataset, Lang::En, Mode::Dashboard);
    let package = unzipped(&print(&ledger, &pictures, PictureFormat::Pptx));
    for (number, (tab, picture)) in dataset.tabs.iter().zip(&pictures).enumerate() {
        let path = format!("ppt/slides/slide{}.xml", number + 1);
        let slide = part(&package, &path);
        assert_eq!(runs(slide), tab.title.get(Lang::En));
        let document = Xml::parse(slide).expect("a slide is XML");
        let named = |name: &str| {
            let found = document
                .descendants()
                .find(|node| node.tag_name().name() == name);
            found.unwrap_or_else(|| panic!("there is {name}"))
        };
        assert_eq!(named("ph").attribute("type"), Some("title"));
        let words = report::tab_words(&ledger, Lang::En, number, None);
        let described = document
            .descendants()
            .filter_map(|node| node.attribute("descr"));
        assert_eq!(described.collect::<Vec<_>>(), [words]);
        let relations = relations(&package, &path);
        let images = ["blip", "svgBlip"].map(|name| {
            let mut attributes = named(name).attributes();
            let id = attributes.find(|attribute| attribute.name() == "embed");
            &package[&relations[id.expect("it is embedded").value()].target]
        });
        let alone = picture
            .print(&ledger, &[PictureFormat::Png, PictureFormat::Svg])
            .files;
        assert!(
            images.into_iter().eq(&alone),
            "{path} shows what pictures show"
        );
    }
}

#[test]
fn a_speaker_has_the_trail_of_each_figure_and_the_sources() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for lang in Lang::ALL {
        let pictures = pictures(&dataset, lang, Mode::Dashboard);
        let package = unzipped(&print(&ledger, &pictures, PictureFormat::Pptx));
        for (number, tab) in dataset.tabs.iter().enumerate() {
            let path = format!("ppt/notesSlides/notesSlide{}.xml", number + 1);
            let notes = runs(part(&package, &path));
            for fact in ledger.of_tab(tab) {
                assert!(notes.contains(fact.figure.name.get(lang)));
                for entry in story::card(&ledger, lang, fact) {
                    for line in entry.lines {
                        assert!(notes.contains(&line), "{line} in {notes}");
                    }
                }
            }
            let urls = dataset
                .report
                .documents
                .iter()
                .filter_map(|document| document.url.clone());
            assert_eq!(
                related(&package, &path, "hyperlink"),
                urls.collect::<Vec<_>>()
            );
        }
    }
}
