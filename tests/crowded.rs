//! Whatever a report has too much of: every page is drawn soon, and everything can be reached.

#[path = "support/built_in.rs"]
mod built_in;
#[path = "support/crowd.rs"]
mod crowd;
#[path = "support/page.rs"]
mod page;

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use ratatui::layout::Rect;

use crowd::Crowd;
use esg_tui::app::{Message, update};
use esg_tui::dataset::{Dataset, load};
use esg_tui::derive::Ledger;
use esg_tui::keymap;
use esg_tui::view::{Layer, LayerKind, Mode, View};

use built_in::built_in;

/// How long a page may take: plenty for a machine that does other things besides, and far less than
/// anything that grows faster than the report takes.
const SOON: Duration = Duration::from_secs(20);

const KINDS: [&str; 6] = ["cards", "bars", "columns", "gauge", "mix", "dumbbell"];

fn dataset(crowd: Crowd) -> Dataset {
    load(&crowd.file()).expect("the generator writes a dataset")
}

/// The reports that have `many` of one thing.
fn crowds(many: usize) -> Vec<Crowd> {
    let one = Crowd::ONE;
    let mut crowds = vec![Crowd { tabs: many, ..one }, Crowd { notes: many, ..one }];
    for kind in KINDS {
        let one = Crowd { kind, ..one };
        crowds.push(Crowd { rows: many, ..one });
        crowds.push(Crowd {
            panels: many,
            ..one
        });
        crowds.push(Crowd {
            periods: many,
            ..one
        });
        if !matches!(kind, "columns" | "gauge" | "dumbbell") {
            crowds.push(Crowd {
                figures: many,
                ..one
            });
        }
    }
    crowds
}

fn draw(ledger: &Ledger<'_>, view: &View, (width, height): (u16, u16), what: &str) -> String {
    let start = Instant::now();
    let buf = page::draw(ledger, view, width, height);
    let time = start.elapsed();
    assert!(time < SOON, "{what} at {width}x{height}: {time:?}");
    page::rows(&buf).join("\n")
}

/// Both modes, at the first and the last figure of the first tab.
fn views(crowd: Crowd) -> Vec<View> {
    let last = crowd.names(0).len().saturating_sub(1);
    let view = |focus, mode| View {
        focus,
        mode,
        ..View::default()
    };
    let dashboard = |focus| view(focus, Mode::Dashboard);
    vec![dashboard(0), dashboard(last), view(last, Mode::Presenter)]
}

#[test]
fn draws_a_crowd_at_every_size() {
    let widths = [1, 2, 7, 20, 31, 40, 60, 80, 128, 500];
    let heights = [1, 2, 3, 6, 8, 12, 24, 36, 200];
    let reports = crowds(60).into_iter();
    let reports = reports.map(|crowd| (format!("{crowd:?}"), dataset(crowd), views(crowd)));
    let built_in = (
        "the built-in report".to_owned(),
        built_in(),
        views(Crowd::ONE),
    );
    for (what, dataset, views) in reports.chain([built_in]) {
        let ledger = Ledger::new(&dataset);
        for (number, view) in views.iter().enumerate() {
            for (index, width) in widths.into_iter().enumerate() {
                // Every third size, other ones for each view.
                let heights = heights.into_iter().skip((number + index) % 3).step_by(3);
                for height in heights {
                    draw(&ledger, view, (width, height), &what);
                }
            }
        }
    }
}

#[test]
fn draws_a_huge_crowd_soon() {
    for crowd in crowds(10_000) {
        let dataset = dataset(crowd);
        let ledger = Ledger::new(&dataset);
        for view in views(crowd) {
            for size in [(20, 6), (80, 24), (500, 200)] {
                draw(&ledger, &view, size, &format!("{crowd:?}"));
            }
        }
        for kind in LayerKind::ALL {
            let view = View {
                layers: vec![Layer { kind, scroll: 0 }],
                ..View::default()
            };
            draw(&ledger, &view, (80, 24), &format!("{kind:?} of {crowd:?}"));
        }
    }
}

#[test]
fn draws_long_texts_soon() {
    for kind in KINDS {
        let crowd = Crowd {
            kind,
            letters: 10_000,
            rows: 4,
            figures: 3,
            ..Crowd::ONE
        };
        let dataset = dataset(crowd);
        let ledger = Ledger::new(&dataset);
        for view in views(crowd) {
            for size in [(1, 1), (20, 6), (80, 24), (500, 200)] {
                draw(&ledger, &view, size, &format!("{crowd:?}"));
            }
        }
    }
}

#[test]
fn shows_every_figure_that_has_the_focus() {
    for many in [40, 300] {
        for crowd in crowds(many) {
            let dataset = dataset(crowd);
            let ledger = Ledger::new(&dataset);
            let names = crowd.names(0);
            for size in [(20, 6), (40, 12), (80, 24), (128, 36)] {
                for (focus, name) in names.iter().enumerate() {
                    // A few of many, the first and the last among them.
                    if focus % 37 > 1 && focus + 1 < names.len() {
                        continue;
                    }
                    let view = View {
                        focus,
                        ..View::default()
                    };
                    let page = draw(&ledger, &view, size, name);
                    assert!(
                        page.contains(name),
                        "{name} of {crowd:?} at {size:?}:\n{page}"
                    );
                }
            }
        }
    }
}

#[test]
fn shows_every_figure_on_slides() {
    for crowd in crowds(30) {
        let dataset = dataset(crowd);
        let ledger = Ledger::new(&dataset);
        let hints = keymap::hints();
        for (width, height) in [(40, 12), (80, 24)] {
            for by in [1, -1] {
                let mut view = View {
                    mode: Mode::Presenter,
                    ..View::default()
                };
                let mut missing: BTreeSet<String> =
                    (0..crowd.tabs).flat_map(|tab| crowd.names(tab)).collect();
                let area = Rect::new(0, 0, width, height);
                if by < 0 {
                    update(&mut view, &ledger, &hints, area, Message::Last);
                }
                // A talk has a cover, a page of notes and an end besides.
                for _ in 0..=missing.len() + 3 {
                    let page = draw(&ledger, &view, (width, height), "slide");
                    missing.retain(|name| !page.contains(name));
                    update(&mut view, &ledger, &hints, area, Message::TurnPage(by));
                }
                assert!(
                    missing.is_empty(),
                    "{crowd:?} at {width}x{height}: {missing:?}"
                );
            }
        }
    }
}

#[test]
fn shows_the_selected_tab_among_many() {
    let crowd = Crowd {
        tabs: 400,
        ..Crowd::ONE
    };
    let dataset = dataset(crowd);
    let ledger = Ledger::new(&dataset);
    for tab in [0, 7, 199, 398, 399] {
        for width in [12, 20, 40, 80, 128, 500] {
            let view = View {
                tab,
                ..View::default()
            };
            let page = draw(&ledger, &view, (width, 24), "tabs");
            let number = format!(" {} T", tab + 1);
            assert!(page.contains(&number), "{number} at {width}:\n{page}");
        }
    }
}

#[test]
fn exports_of_equal_rows_panels_and_cards_end() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let mut count = 0;
    for kind in ["cards", "columns", "bars", "gauge"] {
        for many in [30, 60, 200] {
            let one = Crowd { kind, ..Crowd::ONE };
            let figures = if kind == "gauge" { 1 } else { many };
            let crowds = [
                Crowd { rows: many, ..one },
                Crowd {
                    panels: many,
                    ..one
                },
                Crowd {
                    figures,
                    rows: 1 + many / figures / 2,
                    ..one
                },
            ];
            for crowd in crowds {
                let path = folder.path().join("crowd.json");
                fs::write(&path, crowd.file()).expect("the folder takes a file");
                let start = Instant::now();
                let output = Command::new(env!("CARGO_BIN_EXE_esg-tui"))
                    .args(["export", "t0", "-f", "svg", "-o", "-", "-d"])
                    .arg(&path)
                    .output()
                    .expect("the program runs");
                let time = start.elapsed();
                assert!(output.status.success(), "{crowd:?}: {output:?}");
                assert!(time < SOON, "{crowd:?}: {time:?}");
                count += 1;
            }
        }
    }
    assert_eq!(count, 36);
}
