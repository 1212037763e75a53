//! The picture of every page is as it was, and its vectors show what its pixels show.
//!
//! `UPDATE_GOLDEN=1 cargo test` draws the golden pictures again where they differ. After a failure,
//! the new picture and one with the differing pixels in red are where the message says.

#[path = "support/bitmap.rs"]
mod bitmap;
#[path = "support/built_in.rs"]
mod built_in;

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use png::{BitDepth, ColorType, Compression, Encoder};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::roxmltree::{Document, Node};
use resvg::usvg::{Options, Tree};
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use esg_tui::dataset::Dataset;
use esg_tui::derive::Ledger;
use esg_tui::locale::Lang;
use esg_tui::phrase;
use esg_tui::phrase::story;
use esg_tui::pictures::{Picture, PictureFormat, Preset};
use esg_tui::theme::ThemeKind;
use esg_tui::view::{Mode, View};

use bitmap::Bitmap;
use built_in::built_in;

/// How far a channel of a pixel may be off: another processor rounds the edge of a letter otherwise.
const ROUNDING: u8 = 4;

/// How far a channel may be off between two painters, which measure the edge of a letter differently.
const PAINTER: u8 = 32;

/// How far the channels may be off between two painters on average; most of it is along the stripes of
/// hatched bars.
const PAINTER_MEAN: f64 = 0.15;

const THEMES: [ThemeKind; 2] = [ThemeKind::Dark, ThemeKind::Light];

/// A page to draw: tab, theme, language.
type Case = (usize, ThemeKind, Lang);

/// Every page in both themes and every language.
fn cases(dataset: &Dataset) -> impl Iterator<Item = Case> {
    let tabs = 0..dataset.tabs.len();
    tabs.flat_map(|tab| {
        THEMES
            .into_iter()
            .flat_map(move |theme| Lang::ALL.map(|lang| (tab, theme, lang)))
    })
}

fn name(dataset: &Dataset, (tab, theme, lang): Case) -> String {
    let tab = &dataset.tabs[tab].id;
    format!("{tab}-{}-{}", theme.name(), lang.code())
}

/// Prints a page of 128 by 36 cells.
fn print(
    ledger: &Ledger<'_>,
    (tab, theme, lang): Case,
    format: PictureFormat,
    scale: f32,
) -> Vec<u8> {
    let picture = Picture {
        view: View {
            tab,
            theme,
            lang,
            ..View::default()
        },
        width: 128,
        height: 36,
        preset: None,
        scale,
        is_transparent: false,
        data: None,
    };
    let mut printed = picture.print(ledger, &[format]);
    let missing = printed.missing;
    assert!(missing.is_empty(), "no font has {missing:?}");
    printed.files.pop().expect("one format is one file")
}

fn svg(ledger: &Ledger<'_>, case: Case) -> String {
    String::from_utf8(print(ledger, case, PictureFormat::Svg, 1.0)).expect("an SVG is text")
}

/// The pages as they come out of the vectors, painted by somebody else.
fn painted(svg: &str, scale: f32, like: &Bitmap) -> Bitmap {
    let tree = Tree::from_str(svg, &Options::default()).expect("the SVG can be read");
    let mut pixmap = Pixmap::new(like.width, like.height).expect("a picture has a size");
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixmap.as_mut(),
    );
    Bitmap {
        pixels: pixmap.data().as_chunks::<4>().0.to_vec(),
        ..*like
    }
}

/// How far the channels of each pixel are off at most.
fn differences(one: &Bitmap, other: &Bitmap) -> Vec<u8> {
    let pairs = one.pixels.iter().zip(&other.pixels);
    let worst = |(one, other): (&[u8; 4], &[u8; 4])| {
        let channels = one
            .iter()
            .zip(other)
            .map(|(one, other)| one.abs_diff(*other));
        channels.max().unwrap_or_default()
    };
    pairs.map(worst).collect()
}

/// A faint picture with the pixels in red that differ from the other one.
fn marked(new: &Bitmap, old: &Bitmap) -> Bitmap {
    let pixels = new.pixels.iter().zip(differences(new, old));
    let pixels = pixels.map(|(&[red, green, blue, _], difference)| {
        let grey = ((u32::from(red) + u32::from(green) + u32::from(blue)) / 9) as u8;
        if difference > ROUNDING {
            [u8::MAX, 0, 0, u8::MAX]
        } else {
            [grey, grey, grey, u8::MAX]
        }
    });
    Bitmap {
        pixels: pixels.collect(),
        ..*new
    }
}

fn encoded(bitmap: &Bitmap) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, bitmap.width, bitmap.height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    let pixels: Vec<u8> = bitmap
        .pixels
        .iter()
        .flat_map(|[red, green, blue, _]| [*red, *green, *blue])
        .collect();
    let mut writer = encoder.write_header().expect("memory takes a header");
    writer
        .write_image_data(&pixels)
        .expect("memory takes the pixels");
    writer.finish().expect("memory takes the end");
    bytes
}

/// Writes a picture under the folder that the tests may write to.
fn kept(name: &str, bitmap: &Bitmap) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    fs::create_dir_all(&folder).expect("the folder of the tests takes a folder");
    let path = folder.join(format!("{name}.png"));
    fs::write(&path, encoded(bitmap)).expect("the folder of the tests takes a file");
    path
}

/// What is wrong with a new picture, if anything is.
fn complaint(name: &str, new: &Bitmap, old: Option<&Bitmap>) -> Option<String> {
    let Some(old) = old else {
        let new = kept(&format!("{name}-new"), new).display().to_string();
        return Some(format!(
            "{name}: there is no golden picture; the new one: {new}"
        ));
    };
    let size = |bitmap: &Bitmap| format!("{}x{}", bitmap.width, bitmap.height);
    if size(old) != size(new) {
        let path = kept(&format!("{name}-new"), new).display().to_string();
        let (old, new) = (size(old), size(new));
        return Some(format!("{name}: {new} pixels instead of {old}: {path}"));
    }
    let differences = differences(new, old);
    let worst = *differences.iter().max()?;
    if worst <= ROUNDING {
        return None;
    }
    let count = differences
        .iter()
        .filter(|difference| **difference > ROUNDING)
        .count();
    let red = kept(&format!("{name}-red"), &marked(new, old));
    let new = kept(&format!("{name}-new"), new);
    Some(format!(
        "{name}: {count} pixels differ, by up to {worst}\n  in red: {}\n  the new picture: {}",
        red.display(),
        new.display()
    ))
}

#[test]
fn every_page_looks_like_its_golden_picture() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let is_updating = env::var_os("UPDATE_GOLDEN").is_some();
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    let mut complaints = String::new();
    let mut names = Vec::new();
    for case in cases(&dataset) {
        let name = name(&dataset, case);
        let path = folder.join(format!("{name}.png"));
        let golden = || fs::read(&path).ok().map(|bytes| Bitmap::decoded(&bytes));
        let new = Bitmap::decoded(&print(&ledger, case, PictureFormat::Png, 0.5));
        if is_updating && golden().as_ref() != Some(&new) {
            fs::create_dir_all(&folder).expect("the tests are a folder");
            fs::write(&path, encoded(&new)).expect("the golden pictures can be replaced");
        }
        if let Some(complaint) = complaint(&name, &new, golden().as_ref()) {
            let _ = writeln!(complaints, "{complaint}");
        }
        names.push(format!("{name}.png"));
    }
    for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        if !names.contains(&file) {
            let _ = writeln!(complaints, "{file}: there is no such page any more");
        }
    }
    assert!(
        complaints.is_empty(),
        "{complaints}if that is as it should be: UPDATE_GOLDEN=1 cargo test --test pictures"
    );
}

#[test]
fn a_changed_pixel_is_found_and_marked() {
    let old = Bitmap {
        width: 2,
        height: 1,
        pixels: vec![[90, 90, 90, 255]; 2],
    };
    let mut new = old.clone();
    new.pixels[1][0] += ROUNDING;
    assert_eq!(complaint("rounded", &new, Some(&old)), None);
    new.pixels[1][0] += 1;
    assert_eq!(
        marked(&new, &old).pixels,
        [[30, 30, 30, 255], [255, 0, 0, 255]]
    );
    let complaint = complaint("changed", &new, Some(&old)).expect("a pixel is off");
    assert!(complaint.starts_with("changed: 1 pixels differ, by up to 5\n"));
    for name in ["changed-red.png", "changed-new.png"] {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
        let path = path.join(name);
        assert!(complaint.contains(&path.display().to_string()));
        assert_eq!(
            Bitmap::decoded(&fs::read(path).expect("it is there")).width,
            2
        );
    }
}

/// The greys of the legend's `symbol`, sorted; it is in the last line that has one.
fn greys(page: &str, picture: &Bitmap, symbol: char) -> Vec<u32> {
    let lines = page.lines().enumerate();
    let found = lines.filter_map(|(row, line)| Some((row, line.split_once(symbol)?.0)));
    let (row, before) = found.last().expect("the legend shows how values are drawn");
    let [left, top] = [before.width() * 15, row * 30];
    let grey = |place: usize| {
        let [x, y] = [left + place % 15, top + place / 15];
        let [red, green, blue, _] = picture.pixels[y * picture.width as usize + x].map(u32::from);
        (299 * red + 587 * green + 114 * blue) / 1000
    };
    let mut greys: Vec<u32> = (0..15 * 30).map(grey).collect();
    greys.sort_unstable();
    greys
}

#[test]
fn derived_values_are_told_from_reported_ones_without_colour() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    let mut seen = 0;
    for tab in 0..dataset.tabs.len() {
        for theme in ThemeKind::ALL {
            let case = (tab, theme, Lang::En);
            let picture = Bitmap::decoded(&print(&ledger, case, PictureFormat::Png, 1.0));
            let page = print(&ledger, case, PictureFormat::Txt, 1.0);
            let page = str::from_utf8(&page).expect("text is UTF-8");
            // Where no chart has derived values, the legend does not speak of them.
            if !page.contains('▒') {
                continue;
            }
            seen += 1;
            let [solid, hatched] = ['█', '▒'].map(|symbol| greys(page, &picture, symbol));
            let mean = |greys: &[u32]| greys.iter().sum::<u32>() / greys.len() as u32;
            let apart = mean(&solid).abs_diff(mean(&hatched));
            // The greys come sorted.
            let [solid, hatched] = [solid, hatched].map(|greys| greys[greys.len() - 1] - greys[0]);
            let found = format!("{}: {apart} {solid} {hatched}", name(&dataset, case));
            assert!(apart > 32 && solid == 0 && hatched > 20, "{found}");
        }
    }
    assert_eq!(
        seen,
        2 * ThemeKind::ALL.len(),
        "two tabs draw derived values"
    );
}

#[test]
fn the_vectors_show_what_the_pixels_show() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for case in cases(&dataset) {
        let ours = Bitmap::decoded(&print(&ledger, case, PictureFormat::Png, 1.0));
        let theirs = painted(&svg(&ledger, case), 1.0, &ours);
        let differences = differences(&ours, &theirs);
        let worst = differences.iter().max().copied().unwrap_or_default();
        let sum: f64 = differences.iter().copied().map(f64::from).sum();
        let mean = sum / differences.len() as f64;
        assert!(
            worst <= PAINTER && mean <= PAINTER_MEAN,
            "{}: {worst}, on average {mean}",
            name(&dataset, case)
        );
    }
}

/// The text of the only child of that name.
fn text_of<'a>(root: &Node<'a, '_>, name: &str) -> &'a str {
    let mut named = root.children().filter(|child| child.has_tag_name(name));
    let text = named.next().and_then(|child| child.text());
    assert!(named.next().is_none(), "there is one {name}");
    text.unwrap_or_else(|| panic!("{name} says something"))
}

#[test]
fn the_vectors_say_every_figure_in_words() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for case in cases(&dataset) {
        let (tab, _, lang) = case;
        let tab = &dataset.tabs[tab];
        let svg = svg(&ledger, case);
        let document = Document::parse(&svg).expect("an SVG is XML");
        let root = document.root_element();
        let title = text_of(&root, "title");
        for part in [
            &dataset.report.organisation,
            &dataset.report.title,
            &tab.title,
        ] {
            assert!(title.contains(part.get(lang)), "{title}");
        }
        let words = text_of(&root, "desc");
        let mut lines = words.lines();
        let message = phrase::fill(lang, &ledger, &tab.message);
        assert_eq!(lines.next(), Some(message.as_str()));
        let facts = ledger.of_tab(tab);
        assert_eq!(lines.clone().count(), facts.len());
        for (line, fact) in lines.zip(facts) {
            assert!(line.starts_with(fact.figure.name.get(lang)), "{line}");
            let change = story::changes(lang, fact).into_iter().take(1);
            for text in story::values(lang, fact).into_iter().chain(change) {
                assert!(line.contains(&text), "{text} in {line}");
            }
        }
    }
}

#[test]
fn the_vectors_hold_the_figures_as_data() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for case in cases(&dataset) {
        let (tab, theme, lang) = case;
        let tab = &dataset.tabs[tab];
        let svg = svg(&ledger, case);
        let document = Document::parse(&svg).expect("an SVG is XML");
        let metadata = text_of(&document.root_element(), "metadata");
        let data: Value = serde_json::from_str(metadata).expect("the metadata are JSON");
        let command = format!(
            "esg-tui export {} --size 128x36 --theme {} --lang {}",
            tab.id,
            theme.name(),
            lang.code()
        );
        assert_eq!(data["command"], command);
        let source = data["source"].as_str().expect("a source is named");
        for document in &dataset.report.documents {
            assert!(source.contains(document.title.get(lang)), "{source}");
        }
        let figures = data["data"]["tab"]["figures"]
            .as_array()
            .expect("the figures are a list");
        let facts = ledger.of_tab(tab);
        assert_eq!(figures.len(), facts.len());
        for (figure, fact) in figures.iter().zip(facts) {
            assert_eq!(figure["id"], fact.figure.id);
            let values = figure["values"].as_array().expect("the values are a list");
            assert_eq!(values.len(), fact.readings.len());
            assert!(
                values.iter().all(|value| value["value"].is_number()),
                "{figure:#}"
            );
        }
    }
}

#[test]
fn the_vectors_need_nothing_else() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for case in cases(&dataset) {
        let svg = svg(&ledger, case);
        let document = Document::parse(&svg).expect("an SVG is XML");
        for node in document.descendants().filter(Node::is_element) {
            let element = node.tag_name().name();
            let speaks = matches!(element, "title" | "desc" | "metadata");
            let draws = matches!(element, "svg" | "defs" | "g" | "path" | "use");
            assert!(speaks || draws, "<{element}>");
            for attribute in node.attributes() {
                let (name, value) = (attribute.name(), attribute.value());
                assert!(!value.contains("url("), "{name}={value}");
                assert!(!value.contains("http"), "{name}={value}");
                assert!(name != "href" || value.starts_with('#'), "{name}={value}");
                assert!(
                    !matches!(name, "style" | "class" | "font-family"),
                    "{name}={value}"
                );
            }
            let text = node.text().unwrap_or_default();
            assert!(speaks || text.trim().is_empty(), "<{element}>: {text}");
        }
    }
}

#[test]
fn the_same_page_gives_the_same_bytes() {
    let [one, other] = [built_in(), built_in()];
    let [one, other] = [Ledger::new(&one), Ledger::new(&other)];
    let dataset = one.dataset;
    for case in cases(dataset) {
        for format in PictureFormat::ALL {
            assert!(
                print(&one, case, format, 0.5) == print(&other, case, format, 0.5),
                "{} as {}",
                name(dataset, case),
                format.name()
            );
        }
    }
}

/// What the vectors say rather than show, with the data spread over lines.
fn words_of(svg: &str) -> String {
    let document = Document::parse(svg).expect("an SVG is XML");
    let root = document.root_element();
    let data: Value =
        serde_json::from_str(text_of(&root, "metadata")).expect("the metadata are JSON");
    let attributes: Vec<String> = root
        .attributes()
        .map(|attribute| format!("{}={}", attribute.name(), attribute.value()))
        .collect();
    format!(
        "{}\n\n{}\n\n{}\n\n{data:#}\n",
        attributes.join(" "),
        text_of(&root, "title"),
        text_of(&root, "desc")
    )
}

#[test]
fn the_vectors_read_well_in_english() {
    let dataset = built_in();
    let svg = svg(&Ledger::new(&dataset), (0, ThemeKind::Dark, Lang::En));
    insta::assert_snapshot!(words_of(&svg));
}

#[test]
fn the_vectors_read_well_in_thai() {
    let dataset = built_in();
    let svg = svg(&Ledger::new(&dataset), (0, ThemeKind::Light, Lang::Th));
    insta::assert_snapshot!(words_of(&svg));
}

/// How high the letters of a picture are above their baselines, in shares of its height, by size of type.
fn heights(svg: &str) -> BTreeMap<u16, f64> {
    let document = Document::parse(svg).expect("the SVG can be read");
    let root = document.root_element();
    let height: f64 = root
        .attribute("height")
        .and_then(|height| height.parse().ok())
        .expect("a picture has a height");
    let is_used = |id: &str| {
        let link = format!("#{id}");
        let mut nodes = document.descendants();
        nodes.any(|node| node.attributes().any(|attribute| attribute.value() == link))
    };
    let mut heights = BTreeMap::new();
    for path in document
        .descendants()
        .filter(|node| node.has_tag_name("path"))
    {
        let Some(id) = path.attribute("id") else {
            continue;
        };
        // A bold letter of the Latin face, whose digits are as high as its capitals.
        let Some(glyph) = id.strip_prefix('M').filter(|_| is_used(id)) else {
            continue;
        };
        let size = glyph.split_once('s').map_or("100", |(_, size)| size);
        let size: u16 = size.parse().expect("a size is a number");
        let top = tops(path.attribute("d").expect("a path has points"));
        let share: &mut f64 = heights.entry(size).or_default();
        *share = share.max(top / height);
    }
    heights
}

/// How far the points of a path are above its origin at most.
fn tops(path: &str) -> f64 {
    let spaced = path.replace('-', " -");
    let numbers = spaced.split(|letter: char| letter.is_ascii_alphabetic() || letter == ' ');
    let numbers = numbers.filter_map(|number| number.parse::<f64>().ok());
    let rows = numbers.skip(1).step_by(2);
    rows.fold(0.0, |top, y| f64::max(top, -y))
}

#[test]
fn letters_are_as_high_as_what_they_say_is_important() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    let slide = |view: View| {
        let (width, height) = Preset::Slide.size();
        let picture = Picture {
            view,
            width,
            height,
            preset: Some(Preset::Slide),
            scale: 1.0,
            is_transparent: false,
            data: None,
        };
        let mut printed = picture.print(&ledger, &[PictureFormat::Svg]);
        assert!(!printed.leaves_out, "{:?}", picture.view);
        let bytes = printed.files.pop().expect("one format is one file");
        heights(&String::from_utf8(bytes).expect("an SVG is text"))
    };
    for (tab, _, lang) in cases(&dataset) {
        for (mode, most) in [(Mode::Dashboard, 0.165), (Mode::Presenter, 0.205)] {
            let view = View {
                tab,
                lang,
                mode,
                ..View::default()
            };
            let says = format!("tab {tab}, {lang:?}, {mode:?}");
            let heights = slide(view);
            let of = |size| heights.get(&size).copied().unwrap_or_default();
            assert!(of(100) >= 0.02, "{says}: {heights:?}");
            assert!((0.039..0.05).contains(&of(200)), "{says}: {heights:?}");
            let (_, largest) = heights.last_key_value().expect("there are letters");
            assert!(*largest <= most, "{says}: {heights:?}");
            let has_hero = *largest >= 0.12;
            assert!(has_hero || tab == BARS, "{says}: {heights:?}");
            // Between the hero and the message there is only the unit of the hero.
            assert!(heights.len() <= 4, "{says}: {heights:?}");
        }
    }
}

/// The tab whose bars leave no room for a hero on a page that is wider than high.
const BARS: usize = 3;
