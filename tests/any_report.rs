//! What holds for any report that the review accepts, not just for the built-in one.
//!
//! Reports are made of a row of dice, so that a failure shrinks to a small one. The dice fall the
//! same way in every run; `PROPTEST_CASES=5000 cargo test --test any_report` throws more of them.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::env;
use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use serde_json::Value;

use esg_tui::app::Page;
use esg_tui::check;
use esg_tui::dataset::{Dataset, Kind};
use esg_tui::derive::{Change, Fact, Ledger, Statement};
use esg_tui::draft::{self, DraftOptions};
use esg_tui::export;
use esg_tui::locale::Lang;
use esg_tui::phrase::{self, Magnitude};
use esg_tui::pictures::{Picture, PictureFormat};
use esg_tui::quantity::Hedge;
use esg_tui::report::{ReportFormat, report};
use esg_tui::view::{Layer, LayerKind, Mode, View};

/// Dice that choose what a report holds; zeros when they run out.
struct Dice<'a>(std::slice::Iter<'a, u16>);

impl Dice<'_> {
    fn below(&mut self, count: usize) -> usize {
        usize::from(self.0.next().copied().unwrap_or(0)) % count.max(1)
    }

    fn pick<'t, T>(&mut self, choices: &'t [T]) -> &'t T {
        &choices[self.below(choices.len())]
    }

    /// True once in `count` times.
    fn once_in(&mut self, count: usize) -> bool {
        self.below(count) == count - 1
    }
}

/// A unit's id, style and symbol, and numbers that a report might print in it.
type Unit = (
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
);

const UNITS: [Unit; 6] = [
    (
        "gas",
        "mass",
        "t",
        &[
            "4.681e6", "22.907e6", "0.4e6", "184e3", "8.7", "0", "12", "1.2e9", "5e12", "-3.5e3",
        ],
    ),
    (
        "money",
        "amount",
        "US$",
        &["950e3", "12.75e9", "0.5", "-1.5e6", "34.5e12", "0"],
    ),
    (
        "people",
        "count",
        "people",
        &[
            "102", "118746", "320e3", "60e3", "14002", "0", "3", "22.9e6",
        ],
    ),
    (
        "part",
        "share",
        "%",
        &[
            "53.9", "21.6", "0.1", "99.9", "100", "0", "50", "3e1", "33.3",
        ],
    ),
    ("pue", "index", "", &["1.247", "1.215", "1.0"]),
    (
        "each",
        "rate",
        "t/person",
        &["8.7", "0.0821", "0.42", "0", "1e3"],
    ),
];

const HEDGES: [&str; 4] = ["more-than", "less-than", "almost", "about"];
const PERCENTS: [&str; 8] = [
    "-12.9", "128.9", "5.7", "0.0", "-99.5", "-5e1", "900", "-60",
];

/// A figure of a report under way.
struct Figure {
    id: String,
    unit: usize,
}

/// The report that a throw of dice makes, as a file.
fn report_of(throw: &[u16]) -> String {
    let mut dice = Dice(throw.iter());
    let periods = 1 + dice.below(7);
    let figures_wanted = 1 + dice.below(9);
    let mut known: Vec<Figure> = Vec::new();
    let mut figures = Vec::new();
    for index in 0..figures_wanted {
        let id = format!("f{index}");
        let (unit, body) = if known.len() > 1 && dice.once_in(3) {
            derived(&mut dice, &known)
        } else {
            printed(&mut dice, periods)
        };
        figures.push(format!(
            r#"{{ "id": "{id}", "name": {{ "en": "Figure {index} of the report" }}, "unit": "{}", {body} }}"#,
            UNITS[unit].0
        ));
        known.push(Figure { id, unit });
    }
    let tabs: Vec<String> = (0..=dice.below(2))
        .map(|tab| self::tab(&mut dice, tab, &known))
        .collect();
    let units = UNITS.map(|(id, style, symbol, _)| {
        format!(r#"{{ "id": "{id}", "style": "{style}", "symbol": {{ "en": "{symbol}" }} }}"#)
    });
    let periods: Vec<String> = (0..periods)
        .map(|index| {
            let year = 2017 + index;
            format!(r#"{{ "id": "P{index}", "start": "{year}-01-01", "end": "{year}-12-31" }}"#)
        })
        .collect();
    format!(
        r#"{{ "format": 1,
  "report": {{ "organisation": {{ "en": "Any" }}, "title": {{ "en": "report" }},
    "periods": [ {} ],
    "documents": [ {{ "id": "d", "title": {{ "en": "document" }} }} ] }},
  "units": [ {} ],
  "figures": [
    {} ],
  "tabs": [
    {} ]
}}"#,
        periods.join(", "),
        units.join(", "),
        figures.join(",\n    "),
        tabs.join(",\n    ")
    )
}

fn printed(dice: &mut Dice<'_>, periods: usize) -> (usize, String) {
    let unit = dice.below(UNITS.len());
    let mut values = Vec::new();
    for period in 0..periods {
        if period + 1 < periods && dice.once_in(3) {
            continue;
        }
        let value = dice.pick(UNITS[unit].3);
        let hedge = if dice.once_in(4) {
            format!(r#", "hedge": "{}""#, dice.pick(&HEDGES))
        } else {
            String::new()
        };
        values.push(format!(
            r#"{{ "period": "P{period}", "value": {value}{hedge} }}"#
        ));
    }
    let mut body = format!(r#""values": [ {} ]"#, values.join(", "));
    let mut changes = Vec::new();
    for from in 0..periods.saturating_sub(1) {
        if dice.once_in(5) {
            let to = from + 1 + dice.below(periods - from - 1);
            let percent = dice.pick(&PERCENTS);
            changes.push(format!(
                r#"{{ "from": "P{from}", "to": "P{to}", "percent": {percent} }}"#
            ));
        }
    }
    if !changes.is_empty() {
        let _ = write!(body, r#", "changes": [ {} ]"#, changes.join(", "));
    }
    (unit, body)
}

fn derived(dice: &mut Dice<'_>, known: &[Figure]) -> (usize, String) {
    let a = dice.below(known.len());
    let b = dice.below(known.len());
    let [first, second] = [&known[a], &known[b]];
    let rate = UNITS.len() - 1;
    match dice.below(4) {
        0 => (
            rate,
            format!(
                r#""derived": {{ "ratio": ["{}", "{}"] }}"#,
                first.id, second.id
            ),
        ),
        1 => (
            first.unit,
            format!(
                r#""derived": {{ "difference": ["{}", "{}"] }}"#,
                first.id, second.id
            ),
        ),
        2 => (
            rate,
            format!(r#""derived": {{ "per-day": "{}" }}"#, first.id),
        ),
        _ => (
            first.unit,
            format!(
                r#""derived": {{ "above": {{ "figure": "{}", "floor": 1 }} }}"#,
                first.id
            ),
        ),
    }
}

fn tab(dice: &mut Dice<'_>, tab: usize, known: &[Figure]) -> String {
    let parts = [
        "",
        "",
        "",
        ".change",
        ".difference",
        ".multiple",
        ".rest",
        "@P0",
    ];
    let message = format!("says {{{}{}}}", dice.pick(known).id, dice.pick(&parts));
    let panels: Vec<String> = (0..=dice.below(4)).map(|_| panel(dice, known)).collect();
    let rows: Vec<String> = panels
        .chunks(1 + dice.below(3))
        .map(|row| format!(r#"{{ "panels": [ {} ] }}"#, row.join(", ")))
        .collect();
    format!(
        r#"{{ "id": "t{tab}", "title": {{ "en": "Tab" }}, "message": {{ "en": "{message}" }}, "rows": [ {} ] }}"#,
        rows.join(", ")
    )
}

fn panel(dice: &mut Dice<'_>, known: &[Figure]) -> String {
    let figure = dice.pick(known);
    let style = UNITS[figure.unit].1;
    let alike: Vec<String> = known
        .iter()
        .filter(|other| other.unit == figure.unit)
        .map(|other| format!("\"{}\"", other.id))
        .collect();
    let alike = alike.join(", ");
    let rest = if dice.once_in(2) {
        r#", "rest": { "en": "the rest" }"#
    } else {
        ""
    };
    let id = &figure.id;
    match (dice.below(7), style) {
        (0, "share") => format!(r#"{{ "gauge": {{ "figure": "{id}"{rest} }} }}"#),
        (1, "share") => format!(r#"{{ "mix": {{ "parts": [{alike}]{rest} }} }}"#),
        (0 | 1, _) => format!(r#"{{ "columns": {{ "figure": "{id}" }} }}"#),
        (2, _) => format!(r#"{{ "bars": {{ "figures": [{alike}] }} }}"#),
        (4, _) => format!(r#"{{ "dumbbell": {{ "figure": "{id}", "start": 0 }} }}"#),
        (5, _) => format!(r#"{{ "units": {{ "figure": "{id}" }} }}"#),
        (6, _) => format!(r#"{{ "bridge": {{ "figure": "{id}" }} }}"#),
        _ => {
            let all: Vec<String> = known
                .iter()
                .map(|other| format!("\"{}\"", other.id))
                .collect();
            format!(r#"{{ "cards": {{ "figures": [{}] }} }}"#, all.join(", "))
        }
    }
}

/// Throws dice and holds every report that is accepted to `law`; says how many were.
fn every_report(law: impl Fn(&str, &Dataset) -> Result<(), TestCaseError>) -> usize {
    let mut config = Config {
        failure_persistence: None,
        ..Config::default()
    };
    if env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 100;
    }
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let accepted = Cell::new(0);
    let outcome = TestRunner::new_with_rng(config, rng).run(&vec(0..u16::MAX, 0..200), |throw| {
        let file = report_of(&throw);
        let (dataset, findings) = check::check(&file);
        let dataset =
            dataset.ok_or_else(|| TestCaseError::fail(format!("{findings:?}\n{file}")))?;
        if check::is_valid(&findings, false) {
            accepted.set(accepted.get() + 1);
            law(&file, &dataset)?;
        }
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
    accepted.get()
}

fn fail(what: &str, file: &str) -> TestCaseError {
    TestCaseError::fail(format!("{what}\n{file}"))
}

/// Every statement about a figure.
fn statements<'a, 'd>(fact: &'a Fact<'d>) -> Vec<&'a Statement<'d>> {
    let readings = fact.readings.iter();
    let values = readings.flat_map(|reading| [Some(&reading.value), reading.rest.as_ref()]);
    let changes = fact.changes().flat_map(Change::forms);
    values
        .flatten()
        .chain(changes.map(|(_, statement)| statement))
        .collect()
}

#[test]
fn shows_no_number_outside_its_bounds() {
    let accepted = every_report(|file, dataset| {
        for fact in &Ledger::new(dataset).facts {
            for statement in statements(fact) {
                let quantity = statement.quantity;
                let bounds = quantity.interval;
                let is_number = quantity.value.is_finite() && bounds.low <= bounds.high;
                let (shown, _) = quantity.shown_bounds();
                let is_shown_within = match quantity.hedge {
                    // Known exactly, but not shown to the last digit.
                    None if bounds.low >= bounds.high => true,
                    Some(hedge) if hedge.is_floor() => quantity.value <= shown.low.max(bounds.low),
                    Some(Hedge::LessThan | Hedge::Almost) => {
                        quantity.value >= shown.high.min(bounds.high)
                    }
                    _ => {
                        let step = 10_f64.powi(quantity.exponent);
                        let rounded = (quantity.value / step).round() * step;
                        let slack = 1e-9 * step;
                        shown.low - slack <= rounded && rounded <= shown.high + slack
                    }
                };
                if !is_number || !is_shown_within {
                    return Err(fail(&format!("{}: {statement:?}", fact.figure.id), file));
                }
            }
        }
        Ok(())
    });
    assert!(accepted > 15, "only {accepted} reports were accepted");
}

#[test]
fn writes_every_format_without_an_invalid_number() {
    every_report(|file, dataset| {
        let ledger = Ledger::new(dataset);
        let tabs: Vec<usize> = (0..dataset.tabs.len()).collect();
        for format in ReportFormat::ALL {
            let text = report(&ledger, Lang::En, &tabs, format, 100);
            if ["NaN", "inf", "{f"].iter().any(|sign| text.contains(sign)) {
                return Err(fail(&text, file));
            }
            if format == ReportFormat::Json {
                let json: Value =
                    serde_json::from_str(&text).map_err(|error| fail(&error.to_string(), file))?;
                within(&json).map_err(|error| fail(&error, file))?;
            }
            if format == ReportFormat::Csv {
                rows_within(&text).map_err(|error| fail(&error, file))?;
            }
        }
        Ok(())
    });
}

/// Whether every value of a JSON report lies within the bounds next to it.
fn within(json: &Value) -> Result<(), String> {
    let members: Vec<&Value> = match json {
        Value::Array(items) => items.iter().collect(),
        Value::Object(members) => members.values().collect(),
        _ => Vec::new(),
    };
    members.into_iter().try_for_each(within)?;
    let (Some(value), Some(interval)) = (json.get("value"), json.get("interval")) else {
        return Ok(());
    };
    let value = value.as_f64().ok_or("a value that is not a number")?;
    let end = |name: &str| interval.get(name).and_then(Value::as_f64);
    let is_within =
        end("low").is_none_or(|low| low <= value) && end("high").is_none_or(|high| value <= high);
    if is_within {
        Ok(())
    } else {
        Err(format!("outside its bounds: {json}"))
    }
}

/// Whether every value and every rest of a CSV report lies within the bounds next to it.
fn rows_within(csv: &str) -> Result<(), String> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let headings = reader.headers().expect("it has headings").clone();
    for row in reader.records() {
        let row = row.expect("it is CSV");
        let number = |name: &str| {
            let place = headings.iter().position(|heading| heading == name);
            row[place.expect("a column")].parse::<f64>().ok()
        };
        for names in [["low", "value", "high"], ["rest_low", "rest", "rest_high"]] {
            let [low, value, high] = names.map(number);
            let is_within = low.is_none_or(|low| Some(low) <= value)
                && high.is_none_or(|high| value <= Some(high));
            if !is_within {
                return Err(format!("outside its bounds: {row:?}"));
            }
        }
    }
    Ok(())
}

/// The columns of a row that say what was printed.
const PRINTED: [&str; 11] = [
    "tab", "id", "period", "as_of", "value", "decimals", "printed", "low", "high", "hedge", "unit",
];

/// What a report in CSV says of printed values, a row each, in no order.
fn printed_rows(csv: &str) -> BTreeSet<Vec<String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let headings = reader.headers().expect("it has headings").clone();
    let place = |name| {
        headings
            .iter()
            .position(|heading| heading == name)
            .expect("a column")
    };
    let status = place("status");
    let places = PRINTED.map(place);
    let rows = reader.records().map(|row| row.expect("it is CSV"));
    rows.filter(|row| &row[status] == "reported")
        .map(|row| places.map(|place| row[place].to_owned()).to_vec())
        .collect()
}

#[test]
fn comes_back_from_csv_with_every_printed_value() {
    let mut count = Cell::new(0);
    every_report(|file, dataset| {
        let ledger = Ledger::new(dataset);
        let tabs: Vec<usize> = (0..dataset.tabs.len()).collect();
        let csv = report(&ledger, Lang::En, &tabs, ReportFormat::Csv, 100);
        let expected = printed_rows(&csv);
        let sheet = draft::read(csv.as_bytes(), None).expect("it is UTF-8");
        let draft = match draft::import(&sheet, &DraftOptions::default()) {
            Ok(draft) => draft,
            Err(_) if expected.is_empty() => return Ok(()),
            Err(notes) => return Err(fail(&format!("{notes:?}\n{csv}"), file)),
        };
        let (again, findings) = check::check(&draft.text);
        let Some(again) = again.filter(|_| check::is_valid(&findings, false)) else {
            return Err(fail(&format!("{findings:?}\n{}", draft.text), file));
        };
        let tabs: Vec<usize> = (0..again.tabs.len()).collect();
        let found = report(
            &Ledger::new(&again),
            Lang::En,
            &tabs,
            ReportFormat::Csv,
            100,
        );
        let found = printed_rows(&found);
        count.set(count.get() + expected.len());
        if found != expected {
            let lost: Vec<_> = expected.symmetric_difference(&found).collect();
            return Err(fail(&format!("{lost:#?}\n{csv}"), file));
        }
        Ok(())
    });
    assert!(
        *count.get_mut() > 50,
        "only {} values came back",
        count.get()
    );
}

fn draw(ledger: &Ledger<'_>, view: &View, width: u16, height: u16) {
    let page = Page {
        ledger,
        view,
        hints: &[],
    };
    let buf = page.draw(width, height);
    assert_eq!((buf.area.width, buf.area.height), (width, height));
}

#[test]
fn draws_every_page_at_every_size() {
    every_report(|_, dataset| {
        let ledger = Ledger::new(dataset);
        for tab in 0..dataset.tabs.len() {
            let view = View {
                tab,
                ..View::default()
            };
            for (width, height) in [(128, 36), (80, 24), (40, 12), (33, 9), (20, 6), (7, 3)] {
                draw(&ledger, &view, width, height);
                let mode = Mode::Presenter;
                draw(
                    &ledger,
                    &View {
                        mode,
                        ..view.clone()
                    },
                    width,
                    height,
                );
            }
            for kind in [LayerKind::Card, LayerKind::Table, LayerKind::Sources] {
                let layers = vec![Layer { kind, scroll: 0 }];
                draw(
                    &ledger,
                    &View {
                        layers,
                        ..view.clone()
                    },
                    60,
                    20,
                );
            }
        }
        Ok(())
    });
}

#[test]
fn prints_every_picture() {
    let printed = Cell::new(0);
    every_report(|file, dataset| {
        // Pictures take longer than pages.
        if printed.get() >= 12 {
            return Ok(());
        }
        printed.set(printed.get() + 1);
        let ledger = Ledger::new(dataset);
        let picture = Picture {
            view: View::default(),
            width: 80,
            height: 24,
            preset: None,
            scale: 1.0,
            is_transparent: false,
            data: None,
        };
        let drawn = picture.print(&ledger, &[PictureFormat::Svg]);
        let svg = String::from_utf8(drawn.files.concat())
            .map_err(|error| fail(&error.to_string(), file))?;
        if svg.contains("NaN") || svg.contains("inf\"") || !drawn.missing.is_empty() {
            return Err(fail("a picture with a number that is none", file));
        }
        Ok(())
    });
    assert!(
        printed.get() == 12,
        "only {} pictures were printed",
        printed.get()
    );
}

#[test]
fn reads_changes_in_any_order() {
    let accepted = every_report(|file, dataset| {
        let mut turned = dataset.clone();
        for figure in &mut turned.figures {
            figure.changes.reverse();
        }
        let text_of = |dataset: &Dataset| {
            let tabs: Vec<usize> = (0..dataset.tabs.len()).collect();
            report(
                &Ledger::new(dataset),
                Lang::En,
                &tabs,
                ReportFormat::Csv,
                100,
            )
        };
        if text_of(dataset) == text_of(&turned) {
            Ok(())
        } else {
            Err(fail("the order of changes matters", file))
        }
    });
    assert!(accepted > 15, "only {accepted} reports were accepted");
}

#[test]
fn shows_every_latest_number_or_says_that_it_does_not() {
    every_report(|file, dataset| {
        let ledger = Ledger::new(dataset);
        for (tab, content) in dataset.tabs.iter().enumerate() {
            let view = View {
                tab,
                ..View::default()
            };
            for (width, height) in [(128, 36), (80, 24), (60, 12)] {
                let page = Page {
                    ledger: &ledger,
                    view: &view,
                    hints: &[],
                };
                if page.leaves_out(width, height) {
                    continue;
                }
                let text = export::text(&page.draw(width, height));
                // Large numbers are drawn, not written.
                let is_card = |id: &str| {
                    let mut panels = content.panels().filter(|panel| panel.kind == Kind::Cards);
                    panels.any(|panel| panel.figures.iter().any(|figure| figure == id))
                };
                for fact in ledger.of_tab(content) {
                    let number = fact.latest().map(|latest| {
                        let quantity = latest.value.quantity;
                        phrase::number(Magnitude::of(fact), fact, &quantity)
                    });
                    let is_there = number.is_none_or(|number| text.contains(&number));
                    let is_common = content.panels().any(|panel| panel.kind == Kind::Bars);
                    if !is_there && !is_card(&fact.figure.id) && !is_common {
                        let what = format!("{} on {width}x{height}:\n{text}", fact.figure.id);
                        return Err(fail(&what, file));
                    }
                }
            }
        }
        Ok(())
    });
}

#[test]
fn makes_reports_of_every_kind() {
    let throw: Vec<u16> = (0..200)
        .map(|index| (index * 7919 % 65_521) as u16)
        .collect();
    let file = report_of(&throw);
    let (dataset, _) = check::check(&file);
    let dataset = dataset.expect("a report has the shape of one");
    assert!(!dataset.figures.is_empty() && !dataset.tabs.is_empty());
    assert_eq!(report_of(&throw), file);
}
