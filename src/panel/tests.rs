//! What holds for the plan of every panel in every area.

use std::collections::BTreeSet;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::Color;
use ratatui::widgets::Widget;

use super::{Context, Panel, Plan};
use crate::dataset::{BUILT_IN, Dataset, Kind, Tab, load};
use crate::derive::Ledger;
use crate::locale::Lang;
use crate::theme::{Level, Theme, ThemeKind};
use crate::view::View;

/// More of everything than the built-in report has: notes of several lines, many figures, many
/// periods, parts, bounds and values of no unit in common.
const CROWDED: &str = r#"{
  "format": 1,
  "report": {
    "organisation": { "en": "Crowd" }, "title": { "en": "report" },
    "periods": [ PERIODS ],
    "documents": [ { "id": "d", "title": { "en": "document" } } ]
  },
  "units": [
    { "id": "t", "style": "mass", "symbol": { "en": "t" } },
    { "id": "%", "style": "share", "symbol": { "en": "%" } }
  ],
  "figures": [ FIGURES ],
  "tabs": [ { "id": "all", "title": { "en": "All" }, "message": { "en": "m" }, "rows": [ { "panels": [
    { "columns": { "figure": "m0", "note": { "en": "A note that takes more than one line in a narrow panel" } } },
    { "gauge": { "figure": "s0", "note": { "en": "A note that takes more than one line in a narrow panel" } } },
    { "mix": { "parts": [ SHARES ], "rest": { "en": "the rest" }, "title": { "en": "Parts" },
      "note": { "en": "A note that takes more than one line in a narrow panel" } } },
    { "bars": { "figures": [ MASSES ], "note": { "en": "A note that takes more than one line in a narrow panel" } } },
    { "dumbbell": { "figure": "m1", "start": 9e5, "note": { "en": "A note that takes more than one line in a narrow panel" } } },
    { "units": { "figure": "m2", "note": { "en": "A note that takes more than one line in a narrow panel" } } },
    { "bridge": { "figure": "m3", "note": { "en": "A note that takes more than one line in a narrow panel" } } },
    { "cards": { "figures": [ MASSES, SHARES ], "note": { "en": "A note that takes more than one line in a narrow panel" } } }
  ] } ] } ]
}"#;

fn crowded() -> Dataset {
    let periods = (0..9).map(|year| {
        format!(r#"{{ "id": "FY{year}", "start": "201{year}-01-01", "end": "201{year}-12-31" }}"#)
    });
    let values = |value: f64, rest: &str| {
        let values = (0..9).map(|year| {
            let value = value + f64::from(year);
            format!(r#"{{ "period": "FY{year}", "value": {value}{rest} }}"#)
        });
        values.collect::<Vec<_>>().join(", ")
    };
    let figure = |id: String, unit: &str, value: f64| {
        let hedge = if value % 2.0 > 0.5 {
            r#", "hedge": "more-than""#
        } else {
            ""
        };
        format!(
            r#"{{ "id": "{id}", "name": {{ "en": "The figure {id} with a long name" }}, "short": {{ "en": "figure {id}" }}, "unit": "{unit}", "values": [ {} ] }}"#,
            values(value, hedge)
        )
    };
    let masses = (0..7).map(|index| figure(format!("m{index}"), "t", f64::from(index) * 9e5));
    let shares = (0..8).map(|index| figure(format!("s{index}"), "%", f64::from(index)));
    let ids = |prefix: &str, count: usize| {
        let ids = (0..count).map(|index| format!(r#""{prefix}{index}""#));
        ids.collect::<Vec<_>>().join(", ")
    };
    let join = |items: Vec<String>| items.join(", ");
    let file = CROWDED
        .replace("PERIODS", &join(periods.collect()))
        .replace("FIGURES", &join(masses.chain(shares).collect()))
        .replace("MASSES", &ids("m", 7))
        .replace("SHARES", &ids("s", 8));
    load(&file).expect("the test writes a dataset")
}

/// Widths and heights of panels: many that are small, and some that are not.
const WIDTHS: [u16; 21] = [
    1, 3, 5, 8, 11, 15, 20, 26, 30, 34, 40, 47, 56, 60, 64, 72, 80, 94, 128, 200, 500,
];
const HEIGHTS: [u16; 20] = [
    1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18, 21, 24, 28, 36, 60,
];

/// Holds the plan of every panel of a report in every area to a law.
fn every_plan(dataset: &Dataset, law: impl Fn(&Panel<'_>, &Plan<'_>)) {
    let ledger = Ledger::new(dataset);
    let view = View::default();
    let theme = Theme::new(view.theme, view.level);
    let panels = dataset.tabs.iter().flat_map(Tab::panels);
    for (number, panel) in panels.enumerate() {
        for zoom in [1, 3] {
            let context = Context {
                lang: Lang::En,
                ..Context::new(&ledger, &view, &theme)
            };
            let focus = panel.figures.last().map(String::as_str);
            for (column, width) in WIDTHS.into_iter().enumerate() {
                // Every second size, another half of them for each panel.
                for height in HEIGHTS.into_iter().skip((number + column) % 2).step_by(2) {
                    let panel = Panel {
                        focus,
                        has_marker: true,
                        zoom,
                        ..Panel::new(context, panel)
                    };
                    law(&panel, &panel.plan(Rect::new(2, 1, width, height)));
                }
            }
        }
    }
}

fn each_report(law: impl Fn(&Panel<'_>, &Plan<'_>)) {
    let built_in = load(BUILT_IN).expect("the built-in dataset has the shape of one");
    every_plan(&built_in, &law);
    every_plan(&crowded(), &law);
}

#[test]
fn writes_no_cell_by_two_parts_of_a_panel() {
    each_report(|panel, plan| {
        let kind = panel.panel.kind;
        let around = Rect::new(0, 0, plan.area().right() + 2, plan.area().bottom() + 2);
        let mut taken: Vec<Rect> = Vec::new();
        for element in plan.elements() {
            let area = element.area;
            let says = || format!("{kind:?} in {:?}: {area} after {taken:?}", plan.area());
            assert_eq!(area.intersection(plan.area()), area, "{}", says());
            assert!(
                !taken.iter().any(|other| area.intersects(*other)),
                "{}",
                says()
            );
            taken.push(area);
            if around.area() > 1_600 {
                continue;
            }
            let mut buf = Buffer::filled(around, Cell::new("?"));
            element.render(around, &mut buf);
            let is_written = |at: &Position| !area.contains(*at) && buf[*at].symbol() != "?";
            let written = around.positions().find(is_written);
            assert!(written.is_none(), "{kind:?}: {element:?}");
        }
    });
}

#[test]
fn shows_every_figure_of_a_panel_when_the_focus_is_on_it() {
    let dataset = crowded();
    let ledger = Ledger::new(&dataset);
    let view = View::default();
    let theme = Theme::new(view.theme, view.level);
    for panel in dataset.tabs.iter().flat_map(Tab::panels) {
        for (width, height) in [(30, 4), (30, 5), (40, 7), (60, 9), (128, 30)] {
            let area = Rect::new(0, 0, width, height);
            let plan = |focus| {
                let panel = Panel {
                    focus: Some(focus),
                    ..Panel::new(Context::new(&ledger, &view, &theme), panel)
                };
                panel.plan(area)
            };
            let mut shown = BTreeSet::new();
            for id in &panel.figures {
                let plan = plan(id.as_str());
                let targets = plan.targets().iter();
                shown.extend(targets.map(|(id, _)| (*id).to_owned()));
                let window = plan.window();
                assert!(window.is_none_or(|window| window.shown.len() < window.count));
                assert!(window.is_none() || !plan.is_whole());
            }
            let all: BTreeSet<String> = panel.figures.iter().cloned().collect();
            assert_eq!(shown, all, "{:?} in {area}", panel.kind);
        }
    }
}

/// A mix of so many parts at one time, all printed.
fn parted(count: u32) -> Dataset {
    let parts = 0..count;
    let figures = parts.clone().map(|part| {
        format!(
            r#"{{ "id": "p{part}", "name": {{ "en": "part {part}" }}, "unit": "%", "values": [ {{ "period": "2019", "value": {} }} ] }}"#,
            100 / count
        )
    });
    let ids = parts.map(|part| format!(r#""p{part}""#));
    let join = |items: Vec<String>| items.join(", ");
    let file = format!(
        r#"{{ "format": 1,
          "report": {{ "organisation": {{}}, "title": {{}}, "documents": [],
            "periods": [ {{ "id": "2019", "start": "2019-01-01", "end": "2019-12-31" }} ] }},
          "units": [ {{ "id": "%", "style": "share", "symbol": {{ "en": "%" }} }} ],
          "figures": [ {} ],
          "tabs": [ {{ "id": "t", "title": {{}}, "message": {{}}, "rows": [ {{ "panels": [ {{ "mix": {{ "parts": [ {} ] }} }} ] }} ] }} ] }}"#,
        join(figures.collect()),
        join(ids.collect())
    );
    load(&file).expect("the test writes a dataset")
}

#[test]
fn tells_twelve_parts_of_a_mix_apart_in_every_theme() {
    let dataset = parted(12);
    let ledger = Ledger::new(&dataset);
    let panel = dataset.tabs[0].panels().next().expect("there is a panel");
    let area = Rect::new(0, 0, 100, 24);
    for kind in ThemeKind::ALL {
        for level in [Level::TrueColor, Level::Ansi256, Level::Ansi16, Level::None] {
            for is_ascii in [false, true] {
                let view = View {
                    is_ascii,
                    ..View::default()
                };
                let theme = Theme::new(kind, level);
                let context = Context {
                    lang: Lang::En,
                    ..Context::new(&ledger, &view, &theme)
                };
                let mut buf = Buffer::empty(area);
                Panel::new(context, panel).plan(area).render(area, &mut buf);
                let rows: Vec<Vec<(&str, Option<Color>)>> = area
                    .rows()
                    .map(|row| {
                        let cells = row.positions().map(|at| &buf[at]);
                        let color = |cell: &Cell| (!is_ascii).then_some(cell.fg);
                        cells.map(|cell| (cell.symbol(), color(cell))).collect()
                    })
                    .collect();
                let says = format!("{} {level:?}, ASCII {is_ascii}: {rows:?}", kind.name());
                let text = |row: &[(&str, Option<Color>)]| -> String {
                    row.iter().map(|(symbol, _)| *symbol).collect()
                };
                let bar = rows.iter().find(|row| text(row).starts_with("│ 2019"));
                let bar = bar.expect(&says);
                let mut signs = BTreeSet::new();
                for part in 0..12 {
                    let name = format!(" part {part} ");
                    let row = rows.iter().rfind(|row| text(row).contains(&name));
                    let sign = row.expect(&says)[2];
                    assert!(signs.insert(format!("{sign:?}")), "{part} of {says}");
                    assert!(bar[8..].contains(&sign), "{part} of {says}");
                }
            }
        }
    }
}

#[test]
fn says_what_it_has_no_room_for() {
    each_report(|panel, plan| {
        if panel.panel.kind == Kind::Bars && plan.is_whole() {
            let mut buf = Buffer::empty(Rect::new(0, 0, plan.area().right(), plan.area().bottom()));
            plan.render(buf.area, &mut buf);
            let text: String = buf.content.iter().map(Cell::symbol).collect();
            for fact in &panel.facts {
                let name = fact.figure.short_name(Lang::En);
                assert!(text.contains(name), "{name} in {}", plan.area());
            }
            assert!(!text.contains('…'));
        }
    });
}
