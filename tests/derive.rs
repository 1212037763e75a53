//! What the program computes from the built-in dataset: exactly what may be derived, and nothing else.

#[path = "support/built_in.rs"]
mod built_in;
#[path = "support/page.rs"]
mod page;

use esg_tui::dataset::load;
use esg_tui::derive::{Change, Fact, Ledger, Measure, Statement};
use esg_tui::locale::Lang;
use esg_tui::phrase;
use esg_tui::quantity::Hedge;
use esg_tui::view::{Layer, LayerKind, View};

use built_in::built_in;

/// Which statement about a figure is meant.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Form {
    /// The value of a period, or the latest.
    At(&'static str),
    /// What is left of the whole in a period.
    Rest(&'static str),
    /// The change in percent.
    Percent,
    /// The change in percentage points.
    Points,
    /// The change in the figure's own unit.
    Difference,
    /// The later value as a multiple of the earlier.
    Multiple,
}

use Form::{At, Difference, Multiple, Percent, Points, Rest};

const LATEST: &str = "";
const FY: &str = "FY2023";
const PRIOR: &str = "FY2022";
const ANY: f64 = f64::INFINITY;
const M: f64 = 1e6;

/// Figure, form, value, the unit it is stated in, its bounds rounded outward to the power of ten,
/// and what an English page says.
type Derived = (&'static str, Form, f64, f64, [f64; 2], i32, &'static str);

/// Every derived statement there may be.
#[rustfmt::skip]
const DERIVED: &[Derived] = &[
    ("net-emissions", At(PRIOR), 5.374_282, M, [5.37, 5.378], -3, "≈ 5.37 million t CO₂e"),
    ("net-emissions", Difference, -0.693_282, M, [-0.697, -0.69], -3, "≈ −0.69 million t CO₂e"),
    ("own-reductions", At(PRIOR), 0.619_921, M, [0.6195, 0.6203], -4, "≈ 0.620 million t CO₂e"),
    ("own-reductions", Difference, 0.799_079, M, [0.7986, 0.7995], -4, "≈ +0.799 million t CO₂e"),
    ("own-reductions", Multiple, 2.289, 1.0, [2.2885, 2.2895], -4, "≈ 2.29 times"),
    ("carbon-intensity", At(PRIOR), 9.225_875, 1.0, [9.16, 9.29], -2, "≈ 9.2 t CO₂e/RMB million of revenue"),
    ("carbon-intensity", Difference, -0.525_875, 1.0, [-0.54, -0.51], -2, "≈ −0.53 t CO₂e/RMB million of revenue"),
    ("clean-share", Points, 32.3, 1.0, [32.2, 32.4], -1, "≈ +32.3 percentage points"),
    ("clean-share", Multiple, 2.495_370, 1.0, [2.487, 2.504], -3, "≈ 2.5 times"),
    ("clean-share", Rest(FY), 46.1, 1.0, [46.05, 46.15], -2, "≈ 46.1%"),
    ("clean-share", Rest(PRIOR), 78.4, 1.0, [78.35, 78.45], -2, "≈ 78.4%"),
    ("pue", Difference, -0.032, 1.0, [-0.033, -0.031], -3, "≈ −0.032"),
    ("pue-overhead", At(FY), 0.215, 1.0, [0.2145, 0.2155], -4, "≈ 0.215 per unit of IT energy"),
    ("pue-overhead", At(PRIOR), 0.247, 1.0, [0.2465, 0.2475], -4, "≈ 0.247 per unit of IT energy"),
    ("pue-overhead", Percent, -12.955_466, 1.0, [-13.4, -12.5], -1, "≈ −13%"),
    ("pue-overhead", Difference, -0.032, 1.0, [-0.033, -0.031], -3, "≈ −0.032 per unit of IT energy"),
    ("packaging-per-day", At(LATEST), 504.109_589, 1.0, [502.7, 505.5], -1, "≈ 504 t/day"),
    ("people-per-school", At(LATEST), 588.0, 1.0, [588.23, ANY], -2, "more than 588 people/school"),
    ("stations-per-centre", At(LATEST), 34.3, 1.0, [0.0, 34.25], -2, "fewer than 34.3 stations/centre"),
];

fn find<'a, 'd>(fact: &'a Fact<'d>, form: Form) -> Option<(Measure, &'a Statement<'d>)> {
    let reading = |period| match period {
        LATEST => fact.latest(),
        period => fact.of_period(period),
    };
    let change = fact.change.as_ref();
    let unit = |statement| (Measure::Unit, statement);
    match form {
        At(period) => reading(period).map(|reading| unit(&reading.value)),
        Rest(period) => reading(period)?.rest.as_ref().map(unit),
        Percent => change?
            .percent
            .as_ref()
            .map(|percent| (Measure::Percent, percent)),
        Points => change?
            .points
            .as_ref()
            .map(|points| (Measure::Points, points)),
        Difference => change?.difference.as_ref().map(unit),
        Multiple => change?
            .multiple
            .as_ref()
            .map(|multiple| (Measure::Times, multiple)),
    }
}

fn text_of(lang: Lang, fact: &Fact<'_>, form: Form) -> String {
    let (measure, statement) = find(fact, form).expect("the statement is there");
    match form {
        At(_) | Rest(_) | Multiple => phrase::statement(lang, fact, measure, statement),
        Percent | Points | Difference => phrase::signed_change(lang, fact, measure, statement),
    }
}

/// Every statement about a figure.
fn statements<'a, 'd>(fact: &'a Fact<'d>) -> Vec<&'a Statement<'d>> {
    let readings = fact
        .readings
        .iter()
        .flat_map(|reading| [Some(&reading.value), reading.rest.as_ref()]);
    let changes = fact.change.iter().flat_map(Change::forms);
    readings
        .flatten()
        .chain(changes.map(|(_, statement)| statement))
        .collect()
}

#[test]
fn derives_every_value_with_its_interval_and_its_mark() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for &(id, form, value, unit, [low, high], exponent, text) in DERIVED {
        let name = format!("{id} {form:?}");
        let fact = ledger.fact(id).expect(id);
        let (_, statement) = find(fact, form).unwrap_or_else(|| panic!("{name} is missing"));
        assert!(statement.is_derived(), "{name}");
        assert_eq!(text_of(Lang::En, fact, form), text, "{name}");
        assert_near(statement.quantity.value / unit, value, 5e-7, &name);
        let mut bounds = statement.quantity.interval;
        (bounds.low, bounds.high) = (bounds.low / unit, bounds.high / unit);
        let bounds = bounds.outward(exponent);
        assert_near(bounds.low, low, 1e-9, &name);
        assert_near(bounds.high, high, 1e-9, &name);
        let mark = statement.quantity.hedge.map_or("≈ ", |hedge| match hedge {
            Hedge::MoreThan => "more than ",
            _ => "fewer than ",
        });
        assert!(text.starts_with(mark), "{name}");
    }
}

fn assert_near(actual: f64, expected: f64, slack: f64, name: &str) {
    let is_same = actual.total_cmp(&expected).is_eq();
    let distance = (actual - expected).abs();
    assert!(
        is_same || distance <= slack * expected.abs().max(1.0),
        "{name}: {actual} rather than {expected}"
    );
}

#[test]
fn marks_every_derived_value_in_both_languages() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    let marks = [
        (Lang::En, ["≈ ", "more than ", "fewer than "]),
        (Lang::Th, ["≈ ", "มากกว่า ", "น้อยกว่า "]),
    ];
    for &(id, form, ..) in DERIVED {
        for (lang, marks) in marks {
            let text = text_of(lang, ledger.fact(id).expect(id), form);
            assert!(marks.iter().any(|mark| text.starts_with(mark)), "{text}");
        }
    }
}

#[test]
fn derives_nothing_else() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for fact in &ledger.facts {
        let id = fact.figure.id.as_str();
        let expected: Vec<*const Statement<'_>> = DERIVED
            .iter()
            .filter(|row| row.0 == id)
            .filter_map(|row| Some(std::ptr::from_ref(find(fact, row.1)?.1)))
            .collect();
        for statement in statements(fact) {
            let is_expected = expected.contains(&std::ptr::from_ref(statement));
            assert_eq!(statement.is_derived(), is_expected, "{id}: {statement:?}");
        }
    }
}

#[test]
fn invents_no_earlier_year() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    let with_earlier = [
        "net-emissions",
        "own-reductions",
        "carbon-intensity",
        "clean-share",
        "pue",
        "pue-overhead",
    ];
    for fact in &ledger.facts {
        let has_earlier = with_earlier.contains(&fact.figure.id.as_str());
        let readings = if has_earlier { 2 } else { 1 };
        assert_eq!(fact.readings.len(), readings, "{}", fact.figure.id);
        assert_eq!(fact.change.is_some(), has_earlier, "{}", fact.figure.id);
    }
}

/// What must not be computed, in base units: why, and the value.
const NEVER: [(&str, f64); 22] = [
    ("PUE in percent", -2.566_159),
    ("cloud customers as a share of Scope 3+", 29.960_274),
    ("Scope 3+ as a multiple of net emissions", 4.893_612),
    ("gross own emissions", 6_100_000.0),
    ("all reductions", 31_189_000.0),
    ("own and ecosystem's reductions", 24_326_000.0),
    ("ecosystem's and customers' reductions", 29_770_000.0),
    ("own and customers' reductions", 8_282_000.0),
    ("net emissions less Scope 3+", -18_226_000.0),
    ("Scope 3+ less net emissions", 18_226_000.0),
    ("net emissions less customers' reductions", -2_182_000.0),
    ("net emissions less own reductions", 3_262_000.0),
    ("Scope 3+ less customers' reductions", 16_044_000.0),
    ("Scope 3+ per user", 0.122_497),
    ("everyone on the social tab", 512_748.0),
    ("everyone and every use", 1_412_748.0),
    ("screened and doctors", 132_748.0),
    ("packaging with net emissions", 4_865_000.0),
    ("clean energy in percent", 149.537),
    ("own emissions per revenue", 5.389),
    ("centres and stations", 51_460.0),
    ("stations per centre as if it were exact", 34.246_575),
];

#[test]
fn computes_nothing_that_would_mislead() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for statement in ledger.facts.iter().flat_map(statements) {
        let value = statement.quantity.value;
        for (what, never) in NEVER {
            let is_it = (value - never).abs() <= 1e-3 * never.abs();
            assert!(!is_it, "{what}: {value}");
        }
    }
}

/// The same as a page would print it, whole numbers of a page.
const NEVER_SHOWN: [&str; 34] = [
    "2.6%",
    "2.57%",
    "2.566%",
    "29.96",
    "29.96%",
    "29.9%",
    "30%",
    "30.0%",
    "4.894",
    "4.89",
    "4.9",
    "6.1",
    "6.10",
    "6.100",
    "31.189",
    "31.19",
    "31.2",
    "24.326",
    "29.770",
    "29.77",
    "8.282",
    "18.226",
    "18.2",
    "2.182",
    "3.262",
    "16.044",
    "0.122",
    "0.1225",
    "512,748",
    "1,412,748",
    "149.5%",
    "5.39",
    "51,460",
    "34.2",
];

/// The numbers of a text, each with its percent sign.
fn numbers(text: &str) -> Vec<String> {
    let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '%');
    text.split(|letter| !is_part(letter))
        .map(|number| number.trim_matches(['.', ',']).to_owned())
        .filter(|number| number.contains(|character: char| character.is_ascii_digit()))
        .collect()
}

#[test]
fn says_nothing_that_would_mislead_on_any_page_or_layer() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    let mut views = Vec::new();
    for lang in Lang::ALL {
        for tab in 0..dataset.tabs.len() {
            let view = View {
                lang,
                tab,
                ..View::default()
            };
            views.push((view.clone(), 36));
            let layer = |kind| View {
                layers: vec![Layer { kind, scroll: 0 }],
                ..view.clone()
            };
            for kind in [LayerKind::Sources, LayerKind::Table, LayerKind::Help] {
                views.push((layer(kind), 36));
                // High enough for all of its text.
                views.push((layer(kind), 400));
            }
            for focus in 0..6 {
                let card = layer(LayerKind::Card);
                views.push((View { focus, ..card }, 400));
            }
        }
        let find = vec![Layer {
            kind: LayerKind::Find,
            scroll: 0,
        }];
        let view = View {
            lang,
            layers: find,
            ..View::default()
        };
        views.push((view, 400));
    }
    let mut count = 0;
    for (view, height) in views {
        let page = page::rows(&page::draw(&ledger, &view, 128, height)).join("\n");
        for number in numbers(&page) {
            let is_shown = NEVER_SHOWN.contains(&number.as_str());
            assert!(!is_shown, "{number} is shown in {view:?}\n{page}");
            count += 1;
        }
    }
    assert!(count > 5_000, "only {count} numbers were read");
}

#[test]
fn tells_a_number_from_a_longer_one() {
    assert_eq!(numbers("≈ 6.1, 16.1% (−2.6%)."), ["6.1", "16.1%", "2.6%"]);
}

/// A report of four years with these figures, tonnes all, and a tab of bars of `a` and `b`.
fn report(figures: &[&str]) -> String {
    let period = |year: u32| {
        format!(r#"{{ "id": "{year}", "start": "{year}-01-01", "end": "{year}-12-31" }}"#)
    };
    let periods: Vec<String> = (2020..2024).map(period).collect();
    let figure = |(id, rest): (char, &&str)| {
        format!(r#"{{ "id": "{id}", "name": {{ "en": "{id}" }}, "unit": "t", {rest} }}"#)
    };
    let figures: Vec<String> = ('a'..).zip(figures).map(figure).collect();
    format!(
        r#"{{ "format": 1,
  "report": {{ "organisation": {{ "en": "Any" }}, "title": {{ "en": "Report" }},
    "periods": [ {} ], "documents": [] }},
  "units": [ {{ "id": "t", "style": "mass", "symbol": {{ "en": "t" }} }} ],
  "figures": [ {} ],
  "tabs": [ {{ "id": "tab", "title": {{ "en": "Tab" }}, "message": {{ "en": "" }}, "rows": [
    {{ "panels": [ {{ "bars": {{ "figures": ["a", "b"] }} }} ] }} ] }} ] }}"#,
        periods.join(", "),
        figures.join(", ")
    )
}

#[test]
fn divides_by_as_many_as_the_unit_counts_per() {
    let values = |value| format!(r#""values": [ {{ "period": "2023", "value": "{value}" }} ]"#);
    let [emissions, revenue] = ["1.92e6", "132.3e9"].map(values);
    let ratio = r#""derived": { "ratio": ["a", "b"] }"#;
    let unit = r#""units": [ "#;
    let intensity = r#""units": [ { "id": "intensity", "style": "rate", "per": "1e6",
        "symbol": { "en": "t/DKK million" } }, "#;
    let file = report(&[&emissions, &revenue, ratio]).replace(unit, intensity);
    let file = file.replace(
        r#""id": "c", "name": { "en": "c" }, "unit": "t""#,
        r#""id": "c", "name": { "en": "c" }, "unit": "intensity""#,
    );
    let dataset = load(&file).expect("the test writes a dataset");
    let ledger = Ledger::new(&dataset);
    let fact = ledger.fact("c").expect("it is there");
    let latest = fact.latest().expect("it has a value");
    let text = phrase::value(Lang::En, fact, latest);
    assert_eq!(text, "≈ 14.5 t/DKK million");
    let formula = latest.value.formula.as_ref().expect("it is computed");
    let numbers = phrase::formula_numbers(&ledger, Lang::En, formula);
    assert_eq!(numbers, "1.92 million ÷ 132.3 billion × 1,000,000");
    let interval = latest.value.quantity.interval;
    assert!(14.4 < interval.low && interval.high < 14.6, "{interval:?}");
}

#[test]
fn sorts_bars_by_the_values_that_they_draw() {
    let was_longest =
        r#""values": [ { "period": "2022", "value": 90 }, { "period": "2023", "value": 10 } ]"#;
    let is_longest = r#""values": [ { "period": "2023", "value": 20 } ]"#;
    let dataset = load(&report(&[was_longest, is_longest])).expect("the test writes a dataset");
    let ledger = Ledger::new(&dataset);
    let panel = dataset.tabs[0].panels().next().expect("there is a panel");
    let ids: Vec<&str> = ledger
        .of_panel(panel)
        .iter()
        .map(|fact| fact.figure.id.as_str())
        .collect();
    assert_eq!(ids, ["b", "a"]);
}

#[test]
fn leads_a_chain_of_changes_back_in_whatever_order_it_is_listed() {
    let changes = [
        r#"{ "from": "2020", "to": "2021", "percent": 10.0 }"#,
        r#"{ "from": "2021", "to": "2022", "percent": -20.0 }"#,
        r#"{ "from": "2022", "to": "2023", "percent": 25.0 }"#,
        r#"{ "from": "2020", "to": "2023", "percent": 12.0 }"#,
    ];
    let readings = |order: [usize; 4]| {
        let listed = order.map(|index| changes[index]).join(", ");
        let values = r#""values": [ { "period": "2023", "value": 50.0 } ]"#;
        let file = report(&[&format!(r#"{values}, "changes": [ {listed} ]"#)]);
        let dataset = load(&file).expect("the test writes a dataset");
        let ledger = Ledger::new(&dataset);
        let readings = &ledger.facts[0].readings;
        let quantities = readings.iter().map(|reading| reading.value.quantity);
        quantities.collect::<Vec<_>>()
    };
    let expected = readings([3, 2, 1, 0]);
    assert_eq!(expected.len(), 4);
    for order in [[0, 1, 2, 3], [2, 0, 3, 1], [1, 3, 0, 2]] {
        assert_eq!(readings(order), expected, "{order:?}");
    }
}
