//! The built-in dataset against the document, figure by figure and digit by digit.

#[path = "support/built_in.rs"]
mod built_in;
#[path = "support/page.rs"]
mod page;

use serde_json::Value as Json;

use esg_tui::check::{check, is_valid};
use esg_tui::dataset::Better::{self, Higher, Lower};
use esg_tui::dataset::{BUILT_IN, Figure, Value, When, load};
use esg_tui::derive::Ledger;
use esg_tui::locale::Lang;
use esg_tui::phrase;
use esg_tui::quantity::Hedge::{self, Almost, MoreThan};
use esg_tui::view::View;

use built_in::built_in;

/// A value as the document prints it.
struct Printed {
    id: &'static str,
    /// The period, the kind of month and the month, or that none is stated.
    time: &'static str,
    /// The literal of the file, whose digits are the precision.
    literal: &'static str,
    number: f64,
    /// The power of ten of the last printed digit.
    exponent: i32,
    hedge: Option<Hedge>,
    /// What an English page says.
    text: &'static str,
    /// The section and the item.
    source: (u32, u32),
    /// Which direction is an improvement: a verdict for outcomes, not for activities.
    better: Option<Better>,
}

#[expect(clippy::too_many_arguments, reason = "a row of a table")]
const fn printed(
    id: &'static str,
    time: &'static str,
    literal: &'static str,
    number: f64,
    exponent: i32,
    hedge: Option<Hedge>,
    text: &'static str,
    source: (u32, u32),
    better: Option<Better>,
) -> Printed {
    Printed {
        id,
        time,
        literal,
        number,
        exponent,
        hedge,
        text,
        source,
        better,
    }
}

const FY: &str = "FY2023";
const PRIOR: &str = "FY2022";
const MARCH: &str = "as of 2023-03";
const TO_MARCH: &str = "up to 2023-03";
const NOT_STATED: &str = "not stated";

/// The values that the document prints.
#[rustfmt::skip]
const VALUES: [Printed; 20] = [
    printed("net-emissions", FY, "4.681e6", 4_681_000.0, 3, None, "4.681 million t CO₂e", (1, 1), Some(Lower)),
    printed("own-reductions", FY, "1.419e6", 1_419_000.0, 3, None, "1.419 million t CO₂e", (1, 2), None),
    printed("carbon-intensity", FY, "8.7", 8.7, -1, None, "8.7 t CO₂e/RMB million of revenue", (1, 2), Some(Lower)),
    printed("ecosystem-reductions", FY, "22.907e6", 22_907_000.0, 3, None, "22.907 million t CO₂e", (1, 3), None),
    printed("clean-share", FY, "53.9", 53.9, -1, None, "53.9%", (1, 4), Some(Higher)),
    printed("clean-share", PRIOR, "21.6", 21.6, -1, None, "21.6%", (1, 4), Some(Higher)),
    printed("pue", FY, "1.215", 1.215, -3, None, "1.215", (1, 5), Some(Lower)),
    printed("pue", PRIOR, "1.247", 1.247, -3, None, "1.247", (1, 5), Some(Lower)),
    printed("customer-reductions", FY, "6.863e6", 6_863_000.0, 3, None, "6.863 million t CO₂e", (1, 6), None),
    printed("energy-expert-organisations", NOT_STATED, "2580", 2_580.0, 0, None, "2,580 organisations", (1, 7), None),
    printed("packaging-avoided", FY, "184e3", 184_000.0, 3, None, "184,000 t", (1, 8), None),
    printed("carbon-ledger-users", FY, "187e6", 187_000_000.0, 6, None, "187 million users", (1, 9), None),
    printed("alzheimer-screenings", TO_MARCH, "118746", 118_746.0, 0, None, "118,746 people", (2, 1), None),
    printed("youth-schools", MARCH, "102", 102.0, 0, None, "102 schools", (2, 2), None),
    printed("youth-people", MARCH, "60e3", 60_000.0, 3, Some(MoreThan), "more than 60,000 people", (2, 2), None),
    printed("wheelchair-uses", TO_MARCH, "900e3", 900_000.0, 3, Some(MoreThan), "more than 900,000 uses", (2, 3), None),
    printed("visually-impaired-users", FY, "320e3", 320_000.0, 3, Some(MoreThan), "more than 320,000 people", (2, 4), None),
    printed("county-centres", MARCH, "1460", 1_460.0, 0, Some(MoreThan), "more than 1,460 centres", (2, 5), None),
    printed("village-stations", MARCH, "50e3", 50_000.0, 3, Some(Almost), "almost 50,000 stations", (2, 5), None),
    printed("doctors-trained", TO_MARCH, "14002", 14_002.0, 0, None, "14,002 people", (2, 6), None),
];

/// The changes that the document prints, and what an English page says of them.
const CHANGES: [(&str, &str, &str); 3] = [
    ("net-emissions", "-12.9", "−12.9%"),
    ("own-reductions", "128.9", "+128.9%"),
    ("carbon-intensity", "-5.7", "−5.7%"),
];

fn time(value: &Value) -> String {
    match (&value.period, value.time_without_period()) {
        (Some(period), None) => period.clone(),
        (None, Some(When::AsOf(month))) => format!("as of {month}"),
        (None, Some(When::UpTo(month))) => format!("up to {month}"),
        (None, Some(When::NotStated)) => NOT_STATED.to_owned(),
        _ => String::new(),
    }
}

#[test]
fn holds_every_printed_value_digit_by_digit() {
    let dataset = built_in();
    for printed in &VALUES {
        let name = format!("{} {}", printed.id, printed.time);
        let is_it = |figure: &&Figure| figure.id == printed.id;
        let figure = dataset.figures.iter().find(is_it).expect(printed.id);
        let value = figure
            .values
            .iter()
            .find(|value| time(value) == printed.time);
        let value = value.unwrap_or_else(|| panic!("{name} is missing"));
        assert_eq!(value.value.literal.to_string(), printed.literal, "{name}");
        let exact = value.value.literal.value().to_bits();
        assert_eq!(exact, printed.number.to_bits(), "{name}");
        assert_eq!(value.value.literal.exponent(), printed.exponent, "{name}");
        assert_eq!(value.hedge, printed.hedge, "{name}");
        assert_eq!(figure.better, printed.better, "{name}");
        let source = figure.source.as_ref().expect("it was printed somewhere");
        assert_eq!(source.document, "release", "{name}");
        assert_eq!((source.section, source.item), printed.source, "{name}");
    }
}

#[test]
fn says_every_printed_value_as_the_document_does() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for printed in &VALUES {
        let fact = ledger.fact(printed.id).expect(printed.id);
        let reading = match printed.time {
            MARCH | TO_MARCH | NOT_STATED => fact.latest(),
            period => fact.of_period(period),
        };
        let reading = reading.expect(printed.id);
        assert!(!reading.value.is_derived(), "{}", printed.id);
        assert_eq!(phrase::value(Lang::En, fact, reading), printed.text);
    }
}

#[test]
fn holds_every_printed_change() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for (id, literal, text) in CHANGES {
        let fact = ledger.fact(id).expect(id);
        let [change] = &fact.figure.changes[..] else {
            panic!("{id} has one change");
        };
        assert_eq!(change.percent.literal.to_string(), literal, "{id}");
        assert_eq!(
            (change.from.as_str(), change.to.as_str()),
            (PRIOR, FY),
            "{id}"
        );
        let change = fact.change.as_ref().expect("a change was printed");
        let (measure, statement) = change.headline().expect("a change has a headline");
        assert!(!statement.is_derived(), "{id}");
        assert_eq!(
            phrase::signed_change(Lang::En, fact, measure, statement),
            text
        );
    }
}

#[test]
fn holds_nothing_that_is_not_printed() {
    let dataset = built_in();
    for figure in &dataset.figures {
        for value in &figure.values {
            let is_it = |printed: &Printed| printed.id == figure.id && printed.time == time(value);
            assert!(VALUES.iter().any(is_it), "{} {}", figure.id, time(value));
        }
        for _ in &figure.changes {
            assert!(
                CHANGES.iter().any(|(id, ..)| *id == figure.id),
                "{}",
                figure.id
            );
        }
    }
    let values: usize = dataset
        .figures
        .iter()
        .map(|figure| figure.values.len())
        .sum();
    let changes: usize = dataset
        .figures
        .iter()
        .map(|figure| figure.changes.len())
        .sum();
    assert_eq!(values + changes, 23);
}

#[test]
fn covers_the_fiscal_year_and_the_one_before() {
    let periods = built_in().report.periods;
    let days: Vec<(&str, String, String, i64)> = periods
        .iter()
        .map(|period| {
            (
                period.id.as_str(),
                period.start.to_string(),
                period.end.to_string(),
                period.days(),
            )
        })
        .collect();
    let day = str::to_owned;
    assert_eq!(
        days,
        [
            (PRIOR, day("2021-04-01"), day("2022-03-31"), 365),
            (FY, day("2022-04-01"), day("2023-03-31"), 365),
        ]
    );
}

#[test]
fn shows_every_figure_on_a_tab() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    let pages: Vec<String> = (0..dataset.tabs.len())
        .map(|tab| {
            let view = View {
                tab,
                layers: vec![esg_tui::view::Layer {
                    kind: esg_tui::view::LayerKind::Table,
                    scroll: 0,
                }],
                ..View::default()
            };
            page::rows(&page::draw(&ledger, &view, 200, 70)).join("\n")
        })
        .collect();
    for figure in &dataset.figures {
        let name = figure.name.get(Lang::En);
        assert!(pages.iter().any(|page| page.contains(name)), "{name}");
    }
}

#[test]
fn passes_its_own_review() {
    let (dataset, findings) = check(BUILT_IN);
    assert!(dataset.is_some());
    assert_eq!(findings, []);
    assert!(is_valid(&findings, true));
}

/// The names and signs that are the same in both languages.
const SAME: [&str; 4] = ["", "%", "Cloud for Youth", "Energy Expert"];

fn texts<'a>(json: &'a Json, path: &str, found: &mut Vec<(String, &'a str, &'a str)>) {
    match json {
        Json::Object(fields) if fields.contains_key("en") || fields.contains_key("th") => {
            let text = |lang| fields.get(lang).and_then(Json::as_str);
            let both = text("en").zip(text("th"));
            let (en, th) = both.unwrap_or_else(|| panic!("{path} lacks a language"));
            assert_eq!(fields.len(), 2, "{path}");
            found.push((path.to_owned(), en, th));
        }
        Json::Object(fields) => {
            for (key, value) in fields {
                texts(value, &format!("{path}/{key}"), found);
            }
        }
        Json::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                texts(value, &format!("{path}/{index}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn says_everything_in_both_languages() {
    let json: Json = serde_json::from_str(BUILT_IN).expect("the file is JSON");
    let mut found = Vec::new();
    texts(&json, "", &mut found);
    assert!(found.len() > 200, "only {} texts", found.len());
    let is_thai = |letter: char| ('\u{e00}'..='\u{e7f}').contains(&letter);
    for (path, en, th) in found {
        assert!(!en.contains(is_thai), "{path}: {en}");
        assert!(
            th.contains(is_thai) || (en == th && SAME.contains(&en)),
            "{path}: {th}"
        );
        assert_eq!(placeholders(en), placeholders(th), "{path}");
        for text in [en, th] {
            assert!(
                !text.contains(['\u{a0}', '\u{200b}', '\u{e4d}']),
                "{path}: {text}"
            );
            assert_eq!(text.trim(), text, "{path}");
        }
    }
}

fn placeholders(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> = text
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split('}').next())
        .collect();
    names.sort_unstable();
    names
}

#[test]
fn fills_what_all_figures_have_in_common() {
    let defaults = r#""defaults": { "boundary": "All sites", "document": "second" }, "documents": [
        { "id": "first", "title": "First" }, { "id": "second", "title": "Second" } ]"#;
    let own =
        r#""boundary": "One site", "source": { "document": "first", "section": 1, "item": 2 }"#;
    let common = r#""source": { "section": 1, "item": 1 }"#;
    let report = |documents: &str| {
        let figure = |id: &str, rest: &str| {
            let values = r#"[ { "period": "2023", "value": "5.0" } ]"#;
            format!(
                r#"{{ "id": "{id}", "name": "{id}", "unit": "t", "values": {values}, {rest} }}"#
            )
        };
        format!(
            r#"{{ "format": 1, "report": {{ "organisation": "Any", "title": "Report", {documents},
            "periods": [ {{ "id": "2023", "start": "2023-01-01", "end": "2023-12-31" }} ] }},
            "units": [ {{ "id": "t", "style": "mass", "symbol": "t" }} ],
            "figures": [ {}, {} ], "tabs": [ {{ "id": "tab", "title": "Tab", "message": "Both",
            "rows": [ {{ "panels": [ {{ "bars": {{ "figures": ["a", "b"] }} }} ] }} ] }} ] }}"#,
            figure("a", common),
            figure("b", own)
        )
    };
    let text = report(defaults);
    let (dataset, findings) = check(&text);
    assert_eq!(findings, []);
    let dataset = dataset.expect("it has the shape of one");
    let found: Vec<(&str, &str)> = dataset
        .figures
        .iter()
        .map(|figure| {
            let boundary = figure.boundary.as_ref().expect("it has a boundary");
            let source = figure.source.as_ref().expect("it has a source");
            (boundary.get(Lang::En), source.document.as_str())
        })
        .collect();
    assert_eq!(found, [("All sites", "second"), ("One site", "first")]);
    // Of one document there is nothing to say.
    let text = report(r#""documents": [ { "id": "first", "title": "First" } ]"#);
    let dataset = load(&text).expect("the test writes a dataset");
    let source = dataset.figures[0].source.as_ref();
    assert_eq!(source.map(|source| source.document.as_str()), Some("first"));
}
