//! Pages in no language, every word long and marked: what is cut shows no mark, and what was
//! never translated shows letters of ASCII.
//!
//! Words of the interface are in `⟦⟧`, texts of the dataset in `⟪⟫`. A text may be wrapped, and it
//! may end in an ellipsis; then its mark is gone and the ellipsis stands for it. Numbers have the
//! digits 6 to 9 only, so that no page count is taken for a part of one.

use std::collections::HashSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::app::Page;
use crate::dataset::{self, Dataset};
use crate::derive::Ledger;
use crate::keymap;
use crate::locale::Lang;
use crate::overlay::Overlay;
use crate::report::{self, ReportFormat};
use crate::text;
use crate::theme::Theme;
use crate::view::{Hint, Layer, LayerKind, Mode, View};

const SIZES: [(u16, u16); 5] = [(128, 36), (100, 30), (80, 24), (60, 20), (40, 12)];

/// Sizes at which a page is still no wall.
const TINY: [(u16, u16); 2] = [(30, 8), (20, 6)];

fn dataset() -> Dataset {
    dataset::load(include_str!("pseudo.json")).expect("the dataset of the test is one")
}

/// Every tab in every mode, with each of its figures or panels in focus, without a layer.
fn views(ledger: &Ledger<'_>) -> Vec<View> {
    let mut views = Vec::new();
    for (tab, page) in ledger.dataset.tabs.iter().enumerate() {
        let view = View {
            tab,
            lang: Lang::Pseudo,
            ..View::default()
        };
        let focused = |focus| View {
            focus,
            ..view.clone()
        };
        views.extend((0..ledger.of_tab(page).len()).map(focused));
        let presented = |slide| View {
            mode: Mode::Presenter,
            slide,
            ..view.clone()
        };
        views.extend((0..page.panels().count()).map(presented));
        views.push(View {
            is_picture: true,
            ..view.clone()
        });
        views.push(View {
            notice: Some(Lang::Pseudo.words().mouse_off.to_owned()),
            ..view
        });
    }
    views
}

fn with_layer(view: &View, kind: LayerKind) -> View {
    View {
        layers: vec![Layer { kind, scroll: 0 }],
        ..view.clone()
    }
}

/// The rows of a buffer as text, the hidden cell of a wide cluster left out.
fn rows(buf: &Buffer) -> Vec<Vec<char>> {
    let row = |row: Rect| {
        row.columns()
            .map(|cell| buf[cell.as_position()].symbol().chars().next())
            .map(|letter| letter.unwrap_or(' '))
            .collect()
    };
    buf.area.rows().map(row).collect()
}

fn picture(buf: &Buffer) -> String {
    let rows: Vec<String> = rows(buf).into_iter().map(String::from_iter).collect();
    rows.join("\n")
}

/// Calls `assess` with every page of every size, and what it shows.
fn for_each_page(assess: impl Fn(&str, &Buffer)) {
    let dataset = dataset();
    let ledger = Ledger::new(&dataset);
    let hints = keymap::hints();
    for view in views(&ledger) {
        let layered = LayerKind::ALL.map(|kind| with_layer(&view, kind));
        for view in [&view].into_iter().chain(&layered) {
            for (width, height) in SIZES {
                let page = Page {
                    ledger: &ledger,
                    view,
                    hints: &hints,
                };
                let (tab, focus, mode) = (view.tab, view.focus, view.mode);
                let layer = view.top().map(|layer| layer.kind);
                let name = format!("{width}x{height} tab {tab}, {focus}, {mode:?}, {layer:?}");
                assess(&name, &page.draw(width, height));
            }
        }
    }
}

/// The letters of ASCII that may be on a page: the names of keys.
fn key_names(hints: &[Hint]) -> HashSet<String> {
    let keys = hints.iter().map(|hint| hint.all(false));
    keys.flat_map(|keys| words_of_ascii(&keys.chars().collect::<Vec<char>>()))
        .collect()
}

/// The longest runs of letters of ASCII.
fn words_of_ascii(row: &[char]) -> Vec<String> {
    row.split(|letter| !letter.is_ascii_alphabetic())
        .filter(|word| !word.is_empty())
        .map(String::from_iter)
        .collect()
}

#[test]
fn leaves_no_word_in_english() {
    let allowed = key_names(&keymap::hints());
    for_each_page(|name, buf| {
        for word in rows(buf).iter().flat_map(|row| words_of_ascii(row)) {
            assert!(
                allowed.contains(&word),
                "{word} in {name}\n{}",
                picture(buf)
            );
        }
    });
}

/// The reports have no interface to name but the words of the locale; Markdown is a syntax, and
/// the columns and keys of CSV and JSON are the same in every language.
#[test]
fn leaves_no_word_of_the_reports_in_english() {
    let dataset = dataset();
    let ledger = Ledger::new(&dataset);
    for format in [ReportFormat::Text, ReportFormat::Markdown] {
        let text = report::report(&ledger, Lang::Pseudo, &[0, 1, 2], format, 80);
        for line in text.lines() {
            let words = words_of_ascii(&line.chars().collect::<Vec<char>>());
            assert!(words.is_empty(), "{words:?} in {line}");
        }
    }
}

/// A border, which no text crosses.
const fn is_border(letter: char) -> bool {
    matches!(letter, '─'..='╿')
}

/// The stretches of a row between borders: where each starts, and its letters.
fn stretches(row: &[char]) -> Vec<(usize, &[char])> {
    let mut stretches = Vec::new();
    let mut start = 0;
    for stretch in row.split(|letter| is_border(*letter)) {
        if !stretch.is_empty() {
            stretches.push((start, stretch));
        }
        start += stretch.len() + 1;
    }
    stretches
}

/// How many texts are open at the end of a stretch, when `open` were at its start; `Err` where one
/// ends that never started, for its start was cut.
fn open_after(stretch: &[char], open: usize) -> Result<usize, ()> {
    let mut open = open;
    // An ellipsis ends the texts that were opened since the last gap, or else those of the row above.
    let mut here = 0_usize;
    let mut gap = 0;
    for letter in stretch {
        gap = if *letter == ' ' { gap + 1 } else { 0 };
        match letter {
            '⟦' | '⟪' => {
                open += 1;
                here += 1;
            }
            '⟧' | '⟫' => {
                open = open.checked_sub(1).ok_or(())?;
                here = here.saturating_sub(1);
            }
            '…' => {
                open -= if here > 0 { here } else { open };
                here = 0;
            }
            _ if gap == 2 => here = 0,
            _ => {}
        }
    }
    Ok(open)
}

/// What of a page is cut without an ellipsis: the rows at whose end a text had not ended.
fn cuts(buf: &Buffer) -> Vec<usize> {
    let mut cuts = Vec::new();
    // A paragraph goes on in the next row at the same place.
    let mut open: Vec<(usize, usize, usize)> = Vec::new();
    for (y, row) in rows(buf).iter().enumerate() {
        let mut next = Vec::new();
        for (start, stretch) in stretches(row) {
            let place = (start, stretch.len());
            let above = open.iter().position(|layer| (layer.0, layer.1) == place);
            let above = above.map_or(0, |index| open.swap_remove(index).2);
            match open_after(stretch, above) {
                Ok(0) => {}
                Ok(count) => next.push((start, stretch.len(), count)),
                Err(()) => cuts.push(y),
            }
        }
        if !open.is_empty() {
            cuts.push(y.saturating_sub(1));
        }
        open = next;
    }
    if !open.is_empty() {
        cuts.push(usize::from(buf.area.height) - 1);
    }
    cuts
}

/// Calls `assess` with every page without a layer, and with every layer without a page.
///
/// A layer scrolls, so it is drawn in a window that is high enough for all of it.
fn for_each_drawing(assess: impl Fn(&str, &Buffer)) {
    let dataset = dataset();
    let ledger = Ledger::new(&dataset);
    let hints = keymap::hints();
    for view in views(&ledger) {
        for (width, height) in SIZES.into_iter().chain(TINY) {
            let page = Page {
                ledger: &ledger,
                view: &view,
                hints: &hints,
            };
            let name = format!("{width}x{height}, {:?}", view.mode);
            assess(&name, &page.draw(width, height));
        }
        if view.mode != Mode::Dashboard || view.is_picture || view.notice.is_some() {
            continue;
        }
        for kind in LayerKind::ALL {
            let view = with_layer(&view, kind);
            let overlay = Overlay {
                ledger: &ledger,
                view: &view,
                theme: &Theme::new(view.theme, view.level),
                hints: &hints,
            };
            for (width, _) in SIZES.into_iter().chain(TINY) {
                let mut buf = Buffer::empty(Rect::new(0, 0, width, 500));
                overlay.render(buf.area, &mut buf);
                assess(&format!("{width} cells, {kind:?}"), &buf);
            }
        }
    }
}

#[test]
fn cuts_no_text_without_an_ellipsis() {
    for_each_drawing(|name, buf| {
        let cuts = cuts(buf);
        assert!(cuts.is_empty(), "rows {cuts:?} of {name}\n{}", picture(buf));
    });
}

/// The numbers in a row, without the places of documents and the counts of pages, rows and hits.
fn numbers(row: &str) -> Vec<String> {
    let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',');
    let mut numbers = Vec::new();
    let mut before = ' ';
    for run in row.split_inclusive(|letter| !is_part(letter)) {
        let after = run.chars().next_back().filter(|letter| !is_part(*letter));
        let number = run.trim_end_matches(|letter| !is_part(letter));
        let number = number.trim_end_matches(',');
        let is_count = before == '§' || before == '/' || matches!(after, Some('/' | '–' | '-'));
        if number.contains(|digit| matches!(digit, '6'..='9')) && !is_count {
            numbers.push(number.to_owned());
        }
        before = after.unwrap_or(' ');
    }
    numbers
}

#[test]
fn cuts_no_number() {
    let dataset = dataset();
    let ledger = Ledger::new(&dataset);
    let full = report::report(
        &ledger,
        Lang::Pseudo,
        &[0, 1, 2],
        ReportFormat::Text,
        10_000,
    );
    let known: HashSet<String> = full.lines().flat_map(numbers).collect();
    for_each_drawing(|name, buf| {
        for row in rows(buf) {
            for number in numbers(&String::from_iter(row)) {
                assert!(
                    known.contains(&number),
                    "{number} in {name}\n{}",
                    picture(buf)
                );
            }
        }
    });
}

#[test]
fn tells_a_cut_from_an_ellipsis() {
    let cut = |lines: &[&str]| cuts(&Buffer::with_lines(lines.iter().copied()));
    assert!(cut(&["│⟦αα⟧ 9.8│⟪ββ ⟦γγ⟧⟫│"]).is_empty());
    assert!(cut(&["│⟪ββ ⟦γγ…│", "╰───────╯"]).is_empty());
    assert!(cut(&["│⟪ββ   │", "│γγ⟫   │"]).is_empty());
    assert_eq!(cut(&["│⟪ββ γγ│", "╰──────╯"]), [0]);
    assert_eq!(cut(&["│ββ⟫ γγ│"]), [0]);
    assert_eq!(text::width("⟦⟧⟪⟫"), 4);
}
