//! Kinds of panels that the built-in report does not have, at three sizes and without block elements.

use std::fmt::Write as _;

use esg_tui::app::Page;
use esg_tui::dataset::load;
use esg_tui::derive::Ledger;
use esg_tui::export;
use esg_tui::keymap;
use esg_tui::locale::Lang;
use esg_tui::view::View;

/// An index that has a floor of 1, a value that is a bound, values below zero, and missing years.
const REPORT: &str = r#"{
  "format": 1,
  "report": {
    "organisation": { "en": "Acme", "th": "แอคมี" },
    "title": { "en": "report", "th": "รายงาน" },
    "periods": [
      { "id": "FY2020", "start": "2020-01-01", "end": "2020-12-31" },
      { "id": "FY2021", "start": "2021-01-01", "end": "2021-12-31" },
      { "id": "FY2022", "start": "2022-01-01", "end": "2022-12-31" },
      { "id": "FY2023", "start": "2023-01-01", "end": "2023-12-31" }
    ],
    "documents": [ { "id": "d", "title": { "en": "document", "th": "เอกสาร" } } ]
  },
  "units": [
    { "id": "pue", "style": "index", "symbol": { "en": "", "th": "" } },
    { "id": "t", "style": "mass", "symbol": { "en": "t", "th": "ตัน" } },
    { "id": "%", "style": "share", "symbol": { "en": "%", "th": "%" } }
  ],
  "figures": [
    { "id": "pue", "name": { "en": "PUE", "th": "ค่า PUE" }, "unit": "pue", "better": "lower",
      "values": [ { "period": "FY2022", "value": 1.300 }, { "period": "FY2023", "value": 1.100 } ],
      "source": { "document": "d", "section": 1, "item": 1 } },
    { "id": "bound", "name": { "en": "PUE, at least", "th": "ค่า PUE อย่างน้อย" }, "unit": "pue",
      "values": [
        { "period": "FY2022", "value": 1.1 }, { "period": "FY2023", "value": 1.4, "hedge": "more-than" } ],
      "source": { "document": "d", "section": 1, "item": 2 } },
    { "id": "forest", "name": { "en": "Forest", "th": "ป่าไม้" }, "unit": "t",
      "values": [ { "period": "FY2020", "value": 20 }, { "period": "FY2021", "value": -10 }, { "period": "FY2023", "value": -40 } ],
      "source": { "document": "d", "section": 1, "item": 3 } },
    { "id": "traffic", "name": { "en": "Traffic", "th": "การจราจร" }, "unit": "t",
      "values": [ { "period": "FY2020", "value": 70 }, { "period": "FY2023", "value": 80 } ],
      "source": { "document": "d", "section": 1, "item": 4 } },
    { "id": "saved", "name": { "en": "Material saved", "th": "วัสดุที่ลดได้" }, "unit": "t",
      "values": [ { "period": "FY2023", "value": "184e3" } ],
      "source": { "document": "d", "section": 1, "item": 6 } },
    { "id": "stations", "name": { "en": "Stations", "th": "สถานี" }, "unit": "t",
      "values": [ { "period": "FY2023", "value": 34, "hedge": "more-than" } ],
      "source": { "document": "d", "section": 1, "item": 7 } },
    { "id": "net", "name": { "en": "Net emissions", "th": "การปล่อยสุทธิ" }, "unit": "t", "better": "lower",
      "values": [ { "period": "FY2023", "value": "4.681e6" } ],
      "changes": [ { "from": "FY2022", "to": "FY2023", "percent": -12.9 } ],
      "source": { "document": "d", "section": 1, "item": 8 } },
    { "id": "wind", "name": { "en": "Wind", "th": "ลม" }, "unit": "%",
      "values": [ { "period": "FY2020", "value": 20 }, { "period": "FY2021", "value": 25 }, { "period": "FY2023", "value": 40 } ],
      "source": { "document": "d", "section": 1, "item": 5 } }
  ],
  "tabs": [
    { "id": "dumbbell", "title": { "en": "Dumbbell", "th": "ดัมเบล" }, "message": { "en": "PUE is {pue}", "th": "ค่า PUE คือ {pue}" },
      "rows": [ { "panels": [
        { "dumbbell": { "figure": "pue", "start": 1.0,
          "note": { "en": "No overhead would be 1.0", "th": "ไม่มีส่วนเกินคือ 1.0" } } },
        { "dumbbell": { "figure": "bound", "start": 1.0 } } ] } ] },
    { "id": "below", "title": { "en": "Below", "th": "ต่ำกว่าศูนย์" }, "message": { "en": "Forests bind {forest}", "th": "ป่าไม้ {forest}" },
      "rows": [ { "panels": [
        { "columns": { "figure": "forest" } },
        { "columns": { "figure": "traffic" } } ] }, { "panels": [
        { "bars": { "figures": ["forest", "traffic"], "title": { "en": "By sector", "th": "รายภาคส่วน" } } },
        { "mix": { "parts": ["wind"], "rest": { "en": "other", "th": "อื่น ๆ" }, "title": { "en": "Power", "th": "ไฟฟ้า" } } } ] } ] },
    { "id": "units", "title": { "en": "Units", "th": "ช่อง" }, "message": { "en": "{saved} saved", "th": "ลดได้ {saved}" },
      "rows": [ { "panels": [
        { "units": { "figure": "saved", "note": { "en": "Of material, not of carbon", "th": "วัสดุ ไม่ใช่คาร์บอน" } } },
        { "units": { "figure": "stations" } } ] } ] },
    { "id": "bridge", "title": { "en": "Bridge", "th": "สะพาน" }, "message": { "en": "Net is {net}", "th": "สุทธิ {net}" },
      "rows": [ { "panels": [ { "bridge": { "figure": "net" } }, { "bridge": { "figure": "forest" } } ] } ] }
  ]
}"#;

/// The page of a tab in one language and size.
fn rows(tab: usize, lang: Lang, is_ascii: bool, (width, height): (u16, u16)) -> Vec<String> {
    let dataset = load(REPORT).expect("the test writes a dataset");
    let ledger = Ledger::new(&dataset);
    let view = View {
        tab,
        lang,
        is_ascii,
        ..View::default()
    };
    let hints = keymap::hints();
    let page = Page {
        ledger: &ledger,
        view: &view,
        hints: &hints,
    };
    let text = export::text(&page.draw(width, height));
    text.lines().map(str::to_owned).collect()
}

/// Compares a tab with the pictures of it in `tests/snapshots`.
fn look(name: &str, tab: usize) {
    let mut all = String::new();
    for lang in Lang::ALL {
        for size in [(128, 36), (80, 24), (40, 12)] {
            let _ = writeln!(
                all,
                "{lang:?} {size:?}\n{}",
                rows(tab, lang, false, size).join("\n")
            );
        }
    }
    let _ = writeln!(
        all,
        "ASCII\n{}",
        rows(tab, Lang::En, true, (80, 24)).join("\n")
    );
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!(format!("kind_{name}"), all));
}

#[test]
fn draws_dumbbells() {
    look("dumbbell", 0);
}

#[test]
fn draws_below_zero_and_the_places_of_missing_years() {
    look("below", 1);
    let rows = rows(1, Lang::En, false, (128, 36));
    let page = rows.concat();
    // One place in each chart of columns, and a row of the mix.
    assert!(page.contains("FY2022"), "{}", rows.join("\n"));
    assert!(page.contains("not in the document"), "{}", rows.join("\n"));
    let column = |row: &str, name: &str| row.split(name).next().map(|left| left.chars().count());
    let names = rows.iter().find(|row| row.contains("FY2022  "));
    let names = names.expect("the missing year has a name");
    let at = |name| column(names, name).expect("the name is there");
    let mark = rows
        .iter()
        .find(|row| row.contains('╌'))
        .expect("it is marked");
    let drawn: Vec<char> = mark.chars().collect();
    assert_eq!(drawn[at("FY2022") + 2], '╌', "{mark}");
    // A loss is drawn below the line, and to the left.
    let line = rows
        .iter()
        .position(|row| row.contains('▁'))
        .expect("zero is drawn");
    let has = |row: usize, at: usize| {
        rows[row]
            .chars()
            .nth(at)
            .is_some_and(|sign| "█▀▄▃▂▅".contains(sign))
    };
    assert!(!has(line - 1, at("FY2023") + 2) && has(line + 1, at("FY2023") + 2));
    let bar = rows.iter().find(|row| row.contains("Forest  "));
    assert!(bar.is_some_and(|bar| bar.contains("█│ −40")), "{bar:?}");
}

#[test]
fn draws_units() {
    look("units", 2);
}

#[test]
fn draws_no_more_squares_than_the_value_has_amounts() {
    for size in [(128, 36), (100, 30), (80, 24)] {
        let rows = rows(2, Lang::En, false, size);
        let page = rows.join("\n");
        // Both panels are in one row, each with the amount of its square.
        let widest = rows.iter().map(|row| row.chars().count()).max();
        let half = widest.unwrap_or_default() / 2;
        for (is_left, value) in [(true, 184e3), (false, 34.0)] {
            let of_panel = |row: &String| -> String {
                let cells = row.chars().enumerate();
                cells
                    .filter(|(at, _)| (*at < half) == is_left)
                    .map(|(_, cell)| cell)
                    .collect()
            };
            let caption = rows.iter().map(of_panel).find(|row| row.contains("██ = "));
            let caption = caption.unwrap_or_else(|| panic!("{page}"));
            let amount = caption
                .split("= ")
                .nth(1)
                .and_then(|rest| rest.split(' ').next());
            let amount: f64 = amount
                .map(|amount| amount.replace(',', ""))
                .and_then(|amount| amount.parse().ok())
                .unwrap_or_else(|| panic!("{caption}"));
            let cells = rows
                .iter()
                .map(of_panel)
                .filter(|row| !row.contains("██ = "));
            let cells: usize = cells.map(|row| row.matches('█').count()).sum();
            // A square of n rows has 2n cells in each of them, the last one maybe fewer.
            let is_true = (1..=4).any(|size| {
                let squares = cells as f64 / f64::from(2 * size * size);
                squares <= value / amount && value / amount < squares + 1.0
            });
            assert!(is_true, "{cells} cells of {amount} for {value}:\n{page}");
        }
        assert!(page.contains("▸"), "a bound is open:\n{page}");
    }
}

#[test]
fn draws_bridges() {
    look("bridge", 3);
    let page = rows(3, Lang::En, false, (128, 36)).join("\n");
    for part in ["≈ 5.37  ", "▼ 12.9%  ", "≈ −0.69  ", "4.681  "] {
        assert!(page.contains(part), "{part}:\n{page}");
    }
}

#[test]
fn keeps_the_distances_of_a_dumbbell_from_its_marked_start() {
    for size in [(128, 36), (100, 30), (80, 24)] {
        let rows = rows(0, Lang::En, false, size);
        let axis = rows
            .iter()
            .find(|row| row.contains("1.000 ├") || row.contains("1.0 ├"));
        let axis = axis.unwrap_or_else(|| panic!("the start is marked:\n{}", rows.join("\n")));
        let at = |sign: char| axis.chars().position(|other| other == sign);
        let [start, earlier, latest] = ['├', '○', '●'].map(|sign| at(sign).expect("it is drawn"));
        let exact = (earlier - start) as f64 / 3.0;
        let drawn = (latest - start) as f64;
        assert!(
            (drawn - exact).abs() <= 1.0,
            "{drawn} rather than {exact}: {axis}"
        );
        assert!(
            axis.contains("◄━"),
            "the arrow leads to the latest value: {axis}"
        );
        let is_open = |row: &String| row.contains("►▶");
        assert!(rows.iter().any(is_open), "a bound is open at {size:?}");
        assert!(rows.concat().contains("axis from 1.0"));
    }
}
