//! Charts cannot lie: what a page draws against the numbers it draws.

#[path = "support/built_in.rs"]
mod built_in;
#[path = "support/page.rs"]
mod page;

use ratatui::buffer::Buffer;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use esg_tui::dataset::load;
use esg_tui::derive::Ledger;
use esg_tui::locale::Lang;
use esg_tui::view::View;

use built_in::built_in;

/// Numbers that a careless chart would draw as nothing, as full, or as different.
const HOSTILE: &str = r#"{
  "format": 1,
  "report": {
    "organisation": { "en": "Hostile" },
    "title": { "en": "numbers" },
    "periods": [
      { "id": "A", "start": "2021-01-01", "end": "2021-12-31", "name": { "en": "P-A" } },
      { "id": "B", "start": "2022-01-01", "end": "2022-12-31", "name": { "en": "P-B" } },
      { "id": "C", "start": "2023-01-01", "end": "2023-12-31", "name": { "en": "P-C" } }
    ],
    "documents": [ { "id": "d", "title": { "en": "document" } } ]
  },
  "units": [
    { "id": "t", "style": "mass", "symbol": { "en": "t" } },
    { "id": "%", "style": "share", "symbol": { "en": "%" } }
  ],
  "figures": [
    { "id": "large", "name": { "en": "large" }, "unit": "t", "values": [ { "period": "C", "value": 1000 } ] },
    { "id": "small", "name": { "en": "small" }, "unit": "t", "values": [ { "period": "C", "value": 1 } ] },
    { "id": "twin", "name": { "en": "twin" }, "unit": "t", "values": [ { "period": "C", "value": 403 } ] },
    { "id": "sibling", "name": { "en": "sibling" }, "unit": "t", "values": [ { "period": "C", "value": 403 } ] },
    { "id": "zero", "name": { "en": "zero" }, "unit": "t", "values": [ { "period": "C", "value": 0 } ] },
    { "id": "growth", "name": { "en": "growth" }, "unit": "t",
      "values": [ { "period": "A", "value": 1 }, { "period": "B", "value": 1000 }, { "period": "C", "value": 1000 } ] },
    { "id": "share", "name": { "en": "share" }, "unit": "%",
      "values": [ { "period": "A", "value": 0.1 }, { "period": "B", "value": 99.9 }, { "period": "C", "value": 100 } ] }
  ],
  "tabs": [
    { "id": "bars", "title": { "en": "bars" }, "message": { "en": "m" },
      "rows": [ { "panels": [ { "bars": { "figures": ["large", "twin", "sibling", "small", "zero"] } } ] } ] },
    { "id": "columns", "title": { "en": "columns" }, "message": { "en": "m" },
      "rows": [ { "panels": [ { "columns": { "figure": "growth" } } ] } ] },
    { "id": "gauge", "title": { "en": "gauge" }, "message": { "en": "m" },
      "rows": [ { "panels": [ { "gauge": { "figure": "share" } } ] } ] },
    { "id": "mix", "title": { "en": "mix" }, "message": { "en": "m" },
      "rows": [ { "panels": [ { "mix": { "parts": ["share"], "rest": { "en": "rest" } } } ] } ] }
  ]
}"#;

/// The sizes at which the hostile report is drawn.
const SIZES: [(u16, u16); 5] = [(128, 36), (100, 30), (80, 24), (60, 20), (40, 16)];

/// A bar or column: its length in eighths of a cell, its symbols, and what is behind its end.
#[derive(Debug)]
struct Length {
    eighths: u16,
    symbols: String,
    behind: String,
}

fn eighths(symbol: &str) -> Option<u16> {
    const ROWS: [&str; 7] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇"];
    const CELLS: [&str; 7] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    if matches!(symbol, "█" | "▒") {
        return Some(8);
    }
    let part = |parts: [&str; 7]| parts.iter().position(|part| *part == symbol);
    let index = part(ROWS).or_else(|| part(CELLS))?;
    Some(index as u16 + 1)
}

/// What is drawn along `symbols` from the first block on.
fn length<'a>(symbols: impl Iterator<Item = &'a str>) -> Option<Length> {
    let mut symbols = symbols
        .skip_while(|symbol| eighths(symbol).is_none())
        .peekable();
    symbols.peek()?;
    let mut length = Length {
        eighths: 0,
        symbols: String::new(),
        behind: String::new(),
    };
    for symbol in symbols {
        if let Some(part) = eighths(symbol) {
            length.eighths += part;
            length.symbols.push_str(symbol);
        } else {
            symbol.clone_into(&mut length.behind);
            break;
        }
    }
    Some(length)
}

/// The column under a number, which is directly above it.
fn column(buf: &Buffer, number: &str) -> Length {
    let rows = page::rows(buf);
    let columns = rows.iter().zip(0_u16..).flat_map(|(row, y)| {
        let starts = row.match_indices(number).map(|(index, _)| {
            let before = row.split_at(index).0;
            before
                .graphemes(true)
                .map(UnicodeWidthStr::width)
                .sum::<usize>()
        });
        let middle = number.width() / 2;
        starts
            .map(move |start| ((start + middle) as u16, y + 1))
            .collect::<Vec<_>>()
    });
    let drawn = columns.into_iter().find_map(|(x, top)| {
        let is_column = buf
            .cell((x, top))
            .is_some_and(|cell| eighths(cell.symbol()).is_some());
        let cells = (top..buf.area.bottom()).map(|y| buf[(x, y)].symbol());
        is_column.then(|| length(cells)).flatten()
    });
    drawn.unwrap_or_else(|| panic!("no column is under {number}:\n{}", rows.join("\n")))
}

/// The first bar behind a name that begins so, with nothing but blanks between the two.
fn bar(buf: &Buffer, name: &str) -> Length {
    let rows = page::rows(buf);
    let drawn = rows.iter().zip(0_u16..).find_map(|(row, y)| {
        row.match_indices(name).find_map(|(index, _)| {
            let (before, rest) = row.split_at(index);
            let (name, gap) = rest.split_once("  ").unwrap_or((rest, ""));
            let end = before.width() + name.width();
            let mut gap = gap.trim_start().graphemes(true);
            gap.next().and_then(eighths)?;
            let cells = (end as u16..buf.area.width).map(|x| buf[(x, y)].symbol());
            length(cells)
        })
    });
    drawn.unwrap_or_else(|| panic!("no bar is behind {name}:\n{}", rows.join("\n")))
}

fn on_page(
    source: Option<&str>,
    lang: Lang,
    tab: usize,
    size: (u16, u16),
    test: impl FnOnce(&Buffer),
) {
    let dataset = match source {
        Some(source) => load(source).expect("the test writes a dataset"),
        None => built_in(),
    };
    let ledger = Ledger::new(&dataset);
    let view = View {
        lang,
        tab,
        ..View::default()
    };
    test(&page::draw(&ledger, &view, size.0, size.1));
}

#[test]
fn draws_both_masses_of_the_built_in_report_to_one_scale() {
    for lang in Lang::ALL {
        for size in [(128, 36), (160, 50), (100, 30), (80, 24)] {
            on_page(None, lang, 0, size, |buf| {
                let tallest = column(buf, "≈ 5.37").eighths;
                assert_eq!(tallest % 8, 0, "the largest value ends at a whole cell");
                for (number, value) in [("4.681", 4.681), ("≈ 0.620", 0.6199), ("1.419", 1.419)] {
                    let exact = f64::from(tallest) * value / 5.3743;
                    let drawn = f64::from(column(buf, number).eighths);
                    let distance = (drawn - exact).abs();
                    assert!(
                        distance <= 1.0,
                        "{number}: {drawn} eighths rather than {exact}"
                    );
                }
            });
        }
    }
}

#[test]
fn says_which_scales_are_the_same() {
    let captions = [
        (Lang::En, "same scale", "own scale"),
        (Lang::Th, "สเกลเดียวกัน", "สเกลเฉพาะ"),
    ];
    for (lang, same, own) in captions {
        on_page(None, lang, 0, (128, 36), |buf| {
            let rows = page::rows(buf);
            let words = |row: &String| [same, own].map(|word| row.matches(word).count());
            let sum = |[one, other]: [usize; 2], [same, own]: [usize; 2]| [one + same, other + own];
            let counts = rows.iter().map(words).fold([0, 0], sum);
            // Net emissions and own reductions; and what others avoided, in the same unit.
            assert_eq!(counts, [2, 1], "{}", rows.join("\n"));
            let title = |panel: &str| {
                let row = rows.iter().position(|row| row.contains(panel));
                row.unwrap_or_else(|| panic!("{panel} is not on the page"))
            };
            let first: Vec<usize> = (0..rows.len())
                .filter(|row| rows[*row].contains(same))
                .collect();
            let [from, to] = ["§1.1", "§1.3 §1.6"].map(title);
            assert!(
                first.iter().all(|row| (from..to).contains(row)),
                "{first:?}"
            );
        });
    }
}

#[test]
fn draws_intensity_to_its_own_scale() {
    on_page(None, Lang::En, 0, (128, 36), |buf| {
        let (earlier, later) = (column(buf, "≈ 9.2"), column(buf, " 8.7 "));
        let exact = f64::from(earlier.eighths) * 8.7 / 9.2259;
        assert!((f64::from(later.eighths) - exact).abs() <= 1.0);
        assert_eq!(earlier.eighths % 8, 0);
    });
}

#[test]
fn textures_what_was_computed_and_fills_what_was_printed() {
    // High enough for a whole cell of the smallest column, which a partial one would replace.
    on_page(None, Lang::En, 0, (160, 60), |buf| {
        for number in ["≈ 5.37", "≈ 0.620", "≈ 9.2"] {
            let symbols = column(buf, number).symbols;
            assert!(
                symbols.contains('▒') && !symbols.contains('█'),
                "{number}: {symbols}"
            );
        }
        for number in ["4.681", "1.419", " 8.7 "] {
            let symbols = column(buf, number).symbols;
            assert!(
                symbols.contains('█') && !symbols.contains('▒'),
                "{number}: {symbols}"
            );
        }
        for name in ["Ecosystem", "Cloud customers"] {
            assert!(!bar(buf, name).symbols.contains('▒'), "{name}");
        }
    });
    on_page(None, Lang::En, 1, (128, 36), |buf| {
        for number in ["≈ 0.247", "≈ 0.215"] {
            let symbols = column(buf, number).symbols;
            assert!(
                symbols.contains('▒') && !symbols.contains('█'),
                "{number}: {symbols}"
            );
        }
        assert!(
            !bar(buf, "FY2022").symbols.contains('▒'),
            "a printed share is solid"
        );
    });
}

#[test]
fn opens_the_tip_of_a_hedged_bar_and_no_other() {
    let names = [
        (Lang::En, ["Visually", "Teachers", "Alzheimer", "Local"]),
        (Lang::Th, ["ผู้บก", "ครู", "คัดกรอง", "แพทย์"]),
    ];
    for (lang, [first, second, third, fourth]) in names {
        for size in [(128, 36), (80, 24), (40, 12)] {
            on_page(None, lang, 3, size, |buf| {
                for name in [first, second] {
                    assert_eq!(bar(buf, name).behind, "▸", "{name} at {size:?}");
                }
                for name in [third, fourth] {
                    assert_eq!(bar(buf, name).behind, " ", "{name} at {size:?}");
                }
            });
        }
    }
}

#[test]
fn draws_people_in_proportion() {
    on_page(None, Lang::En, 3, (128, 36), |buf| {
        let longest = f64::from(bar(buf, "Visually").eighths);
        for (name, people) in [
            ("Alzheimer", 118_746.0),
            ("Teachers", 60e3),
            ("Local", 14_002.0),
        ] {
            let exact = longest * people / 320e3;
            let drawn = f64::from(bar(buf, name).eighths);
            assert!(
                (drawn - exact).abs() <= 1.0,
                "{name}: {drawn} rather than {exact}"
            );
        }
    });
}

#[test]
fn draws_clean_shares_in_proportion() {
    on_page(None, Lang::En, 1, (128, 36), |buf| {
        let (earlier, later) = (bar(buf, "FY2022").eighths, bar(buf, "FY2023").eighths);
        let exact = f64::from(later) * 21.6 / 53.9;
        assert!((f64::from(earlier) - exact).abs() <= 1.0);
    });
}

#[test]
fn shows_one_in_a_thousand_and_draws_equals_equal() {
    for size in SIZES {
        on_page(Some(HOSTILE), Lang::En, 0, size, |buf| {
            let small = bar(buf, "small").eighths;
            assert!(small >= 1, "{size:?}");
            assert!(small * 20 < bar(buf, "large").eighths, "{size:?}");
            assert_eq!(
                bar(buf, "twin").eighths,
                bar(buf, "sibling").eighths,
                "{size:?}"
            );
            let rows = page::rows(buf);
            let zero = rows.iter().find(|row| row.contains("zero"));
            let zero = zero.expect("the figure is on the page");
            assert!(
                !zero
                    .chars()
                    .any(|character| eighths(&character.to_string()).is_some()),
                "{zero}"
            );
        });
        on_page(Some(HOSTILE), Lang::En, 1, size, |buf| {
            assert!(column(buf, " 1 ").eighths >= 1, "{size:?}");
            let rows = page::rows(buf);
            let numbers = rows.iter().find(|row| row.matches("1,000").count() == 2);
            assert!(
                numbers.is_some(),
                "equal columns have their numbers in one row"
            );
        });
    }
}

#[test]
fn never_draws_a_part_as_nothing_or_as_the_whole() {
    for tab in [2, 3] {
        for size in SIZES {
            on_page(Some(HOSTILE), Lang::En, tab, size, |buf| {
                let solid = |name: &str| {
                    let symbols = bar(buf, name).symbols;
                    symbols.split('▒').next().unwrap_or_default().to_owned()
                };
                let eighths = |name| -> u16 {
                    let symbols = solid(name);
                    symbols
                        .chars()
                        .filter_map(|character| eighths(&character.to_string()))
                        .sum()
                };
                let (smallest, most, whole) = (eighths("P-A"), eighths("P-B"), eighths("P-C"));
                assert!(smallest >= 1, "{size:?}: 0.1% is nothing");
                assert!(
                    most < whole,
                    "{size:?}: {most} of {whole} eighths are 99.9%"
                );
                assert!(smallest < 16, "{size:?}: {smallest} eighths are 0.1%");
                assert_eq!(whole % 8, 0, "{size:?}: 100% ends at a whole cell");
            });
        }
    }
}

#[test]
fn measures_blocks_in_eighths() {
    let drawn = length([" ", "█", "█", "▎", "▸", "█"].into_iter()).expect("there is a bar");
    assert_eq!((drawn.eighths, drawn.behind.as_str()), (18, "▸"));
    assert!(length(["─", " "].into_iter()).is_none());
    let page = Buffer::with_lines([" ≈ 5 ", "  ▃  ", "  ▒  "]);
    assert_eq!(column(&page, "≈ 5").eighths, 11);
}
