//! Everything that a reader of Thai meets is in Thai: no word of the English interface is left, the
//! years are of the Buddhist era, and every printed figure is there.

#[path = "support/built_in.rs"]
mod built_in;

use std::collections::HashSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use esg_tui::app::Page;
use esg_tui::check;
use esg_tui::dataset::{BUILT_IN, Dataset};
use esg_tui::derive::Ledger;
use esg_tui::export;
use esg_tui::keymap;
use esg_tui::locale::Lang;
use esg_tui::overlay::Overlay;
use esg_tui::report::{self, ReportFormat};
use esg_tui::theme::Theme;
use esg_tui::view::{Layer, LayerKind, Mode, View};

use built_in::built_in;

/// Every number that the document prints, with its hedge, as a reader of Thai sees it.
const PRINTED: [&str; 23] = [
    "4.681 ล้านตัน CO₂e",
    "−12.9%",
    "1.419 ล้านตัน CO₂e",
    "+128.9%",
    "8.7 ตัน CO₂e/รายรับล้านหยวน",
    "−5.7%",
    "22.907 ล้านตัน CO₂e",
    "21.6%",
    "53.9%",
    "1.247",
    "1.215",
    "6.863 ล้านตัน CO₂e",
    "2,580 แห่ง",
    "184,000 ตัน",
    "187 ล้านราย",
    "118,746 คน",
    "102 โรงเรียน",
    "มากกว่า 60,000 คน",
    "มากกว่า 900,000 ครั้ง",
    "มากกว่า 320,000 คน",
    "มากกว่า 1,460 แห่ง",
    "เกือบ 50,000 แห่ง",
    "14,002 คน",
];

/// Words of other writing that a text of the interface may hold in Thai, too.
const ALLOWED: [&str; 29] = [
    // Formats of files, and the command of the shell that brings a program back.
    "SVG",
    "PNG",
    "JSON",
    "CSV",
    "Schema",
    "fg",
    // Options of the command line, and a character set.
    "data",
    "tab",
    "force",
    "format",
    "output",
    "present",
    "size",
    "UTF",
    // The exponent of a number, as in 4.681e6.
    "e",
    // What a dataset is written with: keys and values that are the same in every language.
    "id",
    "style",
    "weight",
    "columns",
    "bars",
    "cards",
    "inventory",
    "reduction",
    "avoided",
    // Units and names of standards.
    "CO",
    "Mt",
    "scope",
    "market-based",
    "location-based",
];

/// The runs of ASCII letters, each with the sign behind it.
fn words(text: &str) -> Vec<(&str, Option<char>)> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_alphabetic()) {
        let (_, word) = rest.split_at(start);
        let end = word.find(|letter: char| !letter.is_ascii_alphabetic());
        let (word, after) = word.split_at(end.unwrap_or(word.len()));
        words.push((word, after.chars().next()));
        rest = after;
    }
    words
}

/// The text without addresses, which are the same in every language.
fn without_addresses(text: &str) -> String {
    let tokens = text.split_inclusive(char::is_whitespace);
    tokens.filter(|token| !token.contains("://")).collect()
}

/// The strings of the words of a language, every one of them, read from their debug form.
fn phrases(lang: Lang) -> Vec<String> {
    let debug = format!("{:?}", lang.words()).replace("\\\"", "'");
    let strings = debug.split('"').skip(1).step_by(2);
    strings.map(unescaped).collect()
}

/// A debug form writes the marks over and under Thai letters as numbers.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').expect("the number ends in a brace");
        let code = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
        plain.extend(code);
        plain.push_str(rest);
    }
    plain
}

/// The words that may be in a Thai page: those of the Thai texts of the dataset, and of keys.
fn known(dataset: &Dataset) -> HashSet<String> {
    let mut texts: Vec<String> = ALLOWED.map(str::to_owned).to_vec();
    texts.extend(keymap::hints().iter().map(|hint| hint.all(false)));
    let file: serde_json::Value = serde_json::from_str(BUILT_IN).expect("the file is JSON");
    collect_thai(&file, &mut texts);
    // An address is the same in every language, and may be broken into lines.
    texts.extend(
        dataset
            .report
            .documents
            .iter()
            .filter_map(|document| document.url.clone()),
    );
    // Periods without a name show their id.
    texts.extend(dataset.report.periods.iter().filter_map(|period| {
        let is_named = period.name.is_some();
        (!is_named).then(|| period.id.clone())
    }));
    let words = texts.iter().flat_map(|text| words(text));
    words.map(|(word, _)| word.to_owned()).collect()
}

fn collect_thai(value: &serde_json::Value, texts: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(members) => {
            for (key, member) in members {
                match member {
                    serde_json::Value::String(text) if key == "th" => texts.push(text.clone()),
                    _ => collect_thai(member, texts),
                }
            }
        }
        serde_json::Value::Array(items) => {
            for item in items {
                collect_thai(item, texts);
            }
        }
        _ => {}
    }
}

/// Every tab in both modes with every figure's card and every layer, as text, with a name.
fn pages(width: u16, height: u16) -> Vec<(usize, String, String)> {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    let hints = keymap::hints();
    let mut views = Vec::new();
    for (tab, page) in dataset.tabs.iter().enumerate() {
        let view = View {
            tab,
            lang: Lang::Th,
            ..View::default()
        };
        for kind in LayerKind::ALL {
            let figures = if kind == LayerKind::Card {
                ledger.of_tab(page).len()
            } else {
                1
            };
            for focus in 0..figures {
                views.push(View {
                    focus,
                    layers: vec![Layer { kind, scroll: 0 }],
                    ..view.clone()
                });
            }
        }
        for slide in 0..page.panels().count() {
            views.push(View {
                mode: Mode::Presenter,
                slide,
                ..view.clone()
            });
        }
        views.push(View {
            is_picture: true,
            ..view.clone()
        });
        views.push(view);
    }
    let drawn = |view: &View| {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        let (ledger, hints) = (&ledger, hints.as_slice());
        if view.layers.is_empty() {
            let page = Page {
                ledger,
                view,
                hints,
            };
            page.render(buf.area, &mut buf);
        } else {
            // Alone, for the words of the page end wherever the layer begins.
            let theme = &Theme::new(view.theme, view.level);
            let overlay = Overlay {
                ledger,
                view,
                theme,
                hints,
            };
            overlay.render(buf.area, &mut buf);
        }
        let layer = view.top().map(|layer| layer.kind);
        let name = format!("tab {}, {:?}, {layer:?}", view.tab, view.mode);
        (view.tab, name, export::text(&buf))
    };
    views.iter().map(drawn).collect()
}

fn report_in_thai(format: ReportFormat) -> String {
    let dataset = built_in();
    let tabs: Vec<usize> = (0..dataset.tabs.len()).collect();
    report::report(&Ledger::new(&dataset), Lang::Th, &tabs, format, 80)
}

/// Asserts that `text` holds no word of another language than the dataset's own and those allowed.
fn assert_thai(known: &HashSet<String>, name: &str, text: &str) {
    let text = without_addresses(text);
    for (word, after) in words(&text) {
        // The beginning of a known word may be before an ellipsis.
        let is_cut = after == Some('…') && known.iter().any(|whole| whole.starts_with(word));
        assert!(known.contains(word) || is_cut, "{word} in {name}:\n{text}");
    }
}

#[test]
fn leaves_no_word_of_a_page_in_english() {
    let known = known(&built_in());
    for (width, height) in [(128, 36), (80, 24), (40, 12), (80, 200)] {
        for (_, name, text) in pages(width, height) {
            assert_thai(&known, &format!("{width}x{height} {name}"), &text);
        }
    }
}

#[test]
fn leaves_no_word_of_a_report_in_english() {
    let known = known(&built_in());
    for format in [ReportFormat::Text, ReportFormat::Markdown] {
        assert_thai(&known, format.name(), &report_in_thai(format));
    }
}

/// The same from the other side: what the English interface says is nowhere in Thai.
#[test]
fn shows_no_phrase_of_the_english_interface() {
    let keys: Vec<String> = keymap::hints().iter().map(|hint| hint.all(false)).collect();
    let is_key = |phrase: &str| {
        keys.iter()
            .any(|keys| keys.split(' ').any(|key| key == phrase))
    };
    let is_told_apart = |phrase: &String| {
        let letters = phrase.chars().filter(char::is_ascii_alphabetic).count();
        letters >= 3 && !ALLOWED.contains(&phrase.as_str()) && !is_key(phrase)
    };
    let english: Vec<String> = phrases(Lang::En)
        .into_iter()
        .filter(is_told_apart)
        .collect();
    assert!(english.len() > 200, "the words are no longer read");
    let mut texts: Vec<(String, String)> = pages(80, 200)
        .into_iter()
        .map(|(_, name, text)| (name, without_addresses(&text)))
        .collect();
    texts.push((
        "report".to_owned(),
        without_addresses(&report_in_thai(ReportFormat::Text)),
    ));
    for (name, text) in &texts {
        let shown = format!(
            " {} ",
            words(text)
                .iter()
                .map(|word| word.0)
                .collect::<Vec<_>>()
                .join(" ")
        );
        for phrase in &english {
            let asked: Vec<&str> = words(phrase).into_iter().map(|word| word.0).collect();
            let is_there =
                text.contains(phrase) && shown.contains(&format!(" {} ", asked.join(" ")));
            assert!(!is_there, "“{phrase}” in {name}:\n{text}");
        }
    }
}

#[test]
fn has_no_english_in_its_words() {
    for phrase in phrases(Lang::Th) {
        // What is in quotes is written in the file as it is.
        let unquoted: String = phrase.split('\'').step_by(2).collect();
        for (word, _) in words(&unquoted) {
            // The code of the language is not a word.
            assert!(
                word == "th" || ALLOWED.contains(&word),
                "{word} in {phrase}"
            );
        }
    }
}

/// The review names codes, pointers and what the file says as they are; the rest is Thai.
#[test]
fn reviews_in_thai() {
    let broken = [
        ("\"unit\": \"schools\"", "\"unit\": \"school\""),
        (
            "\"period\": \"FY2023\", \"value\": \"8.7\"",
            "\"period\": \"FY2024\", \"value\": \"8.7\"",
        ),
        ("\"percent\": \"-12.9\"", "\"percent\": \"-100\""),
        ("\"value\": \"53.9\"", "\"value\": \"153.9\""),
        ("\"value\": \"14002\"", "\"value\": \"14002.5\""),
        (
            "{net-emissions.change} to {net-emissions}",
            "12.9% to {net-emission",
        ),
        ("\"weight\": 5", "\"weight\": 0"),
        ("\"better\": \"lower\"", "\"better\": \"higher\""),
        ("\"section\": 2, \"item\": 6", "\"section\": 3, \"item\": 6"),
        ("\"th\": \"โลจิสติกส์\"", "\"th\": \"\""),
        ("\"format\": 1", "\"format\": 2"),
        ("\"tabs\"", "\"pages\""),
    ];
    let mut seen = HashSet::new();
    for (from, to) in broken {
        let source = BUILT_IN.replacen(from, to, 1);
        assert_ne!(source, BUILT_IN, "{from} is in the file");
        let (_, findings) = check::check(&source);
        assert!(!findings.is_empty(), "{to} is not found");
        for finding in &findings {
            seen.insert(finding.code);
            let shown = [
                Some(finding.message(Lang::Th)),
                finding.suggestion(Lang::Th),
            ];
            for text in shown
                .into_iter()
                .flatten()
                .chain([finding.title(Lang::Th).to_owned()])
            {
                let unquoted: String = text.split('"').step_by(2).collect();
                let is_thai = unquoted.chars().any(|letter| ('ก'..='๛').contains(&letter));
                assert!(is_thai, "{text}");
            }
        }
        let listing = check::Listing {
            name: "report.json",
            source: "",
            lang: Lang::Th,
            is_coloured: false,
        };
        let listed = listing.text(&findings);
        for word in ["error", "warning", "did you mean", "findings"] {
            let is_there = listed.contains(&format!(" {word}"));
            assert!(!is_there, "{word} in {listed}");
        }
    }
    assert!(seen.len() >= 10, "{seen:?}");
}

#[test]
fn counts_years_in_the_buddhist_era() {
    let mut tabs = HashSet::new();
    for (tab, name, text) in pages(128, 36) {
        let text = without_addresses(&text);
        for year in ["2021", "2022", "2023", "2024"] {
            assert!(!text.contains(year), "{year} in {name}:\n{text}");
        }
        let is_page = name.ends_with("None");
        let has_year = text.contains("2565") || text.contains("2566");
        assert!(has_year || !is_page, "no year in {name}:\n{text}");
        tabs.extend(has_year.then_some(tab));
    }
    assert_eq!(tabs.len(), 4);
    let report = without_addresses(&report_in_thai(ReportFormat::Text));
    assert!(
        !["2021", "2022", "2023"]
            .iter()
            .any(|year| report.contains(year)),
        "{report}"
    );
    assert!(report.contains("1 เม.ย. 2565 – 31 มี.ค. 2566"), "{report}");
}

#[test]
fn shows_every_printed_figure() {
    let blank = |text: &str| -> String { text.split_whitespace().collect() };
    let report = blank(&report_in_thai(ReportFormat::Text));
    let cards = pages(100, 200).into_iter();
    let cards: String = cards
        .filter(|(_, name, _)| name.ends_with("Some(Card)"))
        .map(|(_, _, text)| blank(&text))
        .collect();
    for figure in PRINTED.map(blank) {
        assert!(report.contains(&figure), "{figure} in the report");
        assert!(cards.contains(&figure), "{figure} on a card");
    }
}
