//! Reports of any size.

use std::fmt::Write;

/// What a generated report is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Made {
    /// Printed figures, without a finding.
    Plain,
    /// Printed figures, two warnings each.
    Findings,
    /// One chain of differences, each of the one before it, and listed before it, without a finding.
    Chain,
}

impl Made {
    pub(crate) const ALL: [Self; 3] = [Self::Plain, Self::Findings, Self::Chain];
}

/// How many figures are on one panel.
const PANEL: usize = 8;

/// More tabs have no number keys.
const TABS: usize = 9;

/// The file of a report with this many figures, at least two.
pub(crate) fn report(figures: usize, made: Made) -> String {
    let mut file = String::from(HEAD);
    let figure = |index| match made {
        Made::Plain => printed(index, true),
        Made::Findings => printed(index, false),
        Made::Chain => linked(figures - 1 - index),
    };
    file.push_str("  \"figures\": [\n");
    push_list(&mut file, (0..figures).map(figure));
    file.push_str("  ],\n  \"tabs\": [\n");
    let per_tab = figures.div_ceil(TABS).next_multiple_of(PANEL);
    let tabs = (0..figures).step_by(per_tab);
    push_list(
        &mut file,
        tabs.map(|first| tab(first, figures.min(first + per_tab))),
    );
    file.push_str("  ]\n}\n");
    file
}

const HEAD: &str = r#"{
  "format": 1,
  "report": {
    "organisation": { "en": "Many Sites", "th": "หลายแห่ง" },
    "title": { "en": "Emissions by site", "th": "การปล่อยตามสถานที่" },
    "periods": [
      { "id": "FY2022", "start": "2021-04-01", "end": "2022-03-31" },
      { "id": "FY2023", "start": "2022-04-01", "end": "2023-03-31" }
    ],
    "documents": [
      {
        "id": "book",
        "title": { "en": "The book", "th": "หนังสือ" },
        "sections": [ { "en": "Sites", "th": "สถานที่" } ]
      }
    ]
  },
  "units": [
    { "id": "gas", "style": "mass", "symbol": { "en": "t CO₂e", "th": "ตัน CO₂e" } }
  ],
"#;

fn push_list(file: &mut String, items: impl Iterator<Item = String>) {
    for (index, item) in items.enumerate() {
        if index > 0 {
            file.push_str(",\n");
        }
        file.push_str(&item);
    }
    file.push('\n');
}

/// What every figure has: id, name, unit, direction and account.
fn start(index: usize) -> String {
    format!(
        r#"    {{
      "id": "site-{index}",
      "name": {{ "en": "Emissions of site {index}", "th": "การปล่อยของสถานที่ {index}" }},
      "unit": "gas", "better": "lower", "account": "inventory""#
    )
}

const BOUNDARY: &str = r#",
      "boundary": { "en": "own operations", "th": "การดำเนินงานของตนเอง" }"#;

const SOURCE: &str = r#",
      "source": { "document": "book", "section": 1, "item": 1 }"#;

fn printed(index: usize, is_whole: bool) -> String {
    let (whole, part) = (1 + index % 9, index % 1000);
    let mut figure = start(index);
    if is_whole {
        figure.push_str(BOUNDARY);
        figure.push_str(SOURCE);
    }
    let now = format!("{whole}.{part:03}e6");
    let before = format!("{whole}.{part:03}1e6");
    figure + ",\n      " + &values(&before, &now) + "\n    }"
}

fn values(before: &str, now: &str) -> String {
    format!(
        r#""values": [
        {{ "period": "FY2022", "value": {before} }},
        {{ "period": "FY2023", "value": {now} }}
      ]"#
    )
}

/// A figure of the chain: the first two are printed, and each other one is the one before it less
/// the second.
fn linked(index: usize) -> String {
    let what = match index {
        0 => values("9.876543e9", "9.776543e9") + SOURCE,
        1 => values("1.6", "1.5") + SOURCE,
        _ => {
            let before = if index == 2 { 0 } else { index - 1 };
            format!(r#""derived": {{ "difference": [ "site-{before}", "site-1" ] }}"#)
        }
    };
    start(index) + BOUNDARY + ",\n      " + &what + "\n    }"
}

fn tab(first: usize, end: usize) -> String {
    let number = first / PANEL;
    let mut tab = format!(
        r#"    {{
      "id": "sites-{number}",
      "title": {{ "en": "Sites from {first}", "th": "สถานที่ตั้งแต่ {first}" }},
      "message": {{ "en": "The sites report what they emit", "th": "สถานที่รายงานการปล่อย" }},
      "rows": [
"#
    );
    let row = |first: usize| {
        let mut row = String::from(r#"        { "panels": [ { "cards": { "figures": ["#);
        for index in first..end.min(first + PANEL) {
            let comma = if index == first { "" } else { ", " };
            write!(row, "{comma}\"site-{index}\"").expect("a string takes any text");
        }
        row + "] } } ] }"
    };
    push_list(&mut tab, (first..end).step_by(PANEL).map(row));
    tab + "      ]\n    }"
}
