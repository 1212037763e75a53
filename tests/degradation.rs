//! Every step down from a perfect terminal: fewer colours, none, ASCII only.

#[path = "support/built_in.rs"]
mod built_in;
#[path = "support/page.rs"]
mod page;

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

use esg_tui::derive::Ledger;
use esg_tui::export;
use esg_tui::locale::Lang;
use esg_tui::theme::{Level, ThemeKind};
use esg_tui::view::{Layer, LayerKind, Mode, View};

use built_in::built_in;

/// Every tab, plain, under each layer and in presenter mode.
fn views(ledger: &Ledger<'_>, base: &View) -> Vec<View> {
    let tabs = 0..ledger.dataset.tabs.len();
    tabs.flat_map(|tab| {
        let plain = View {
            tab,
            ..base.clone()
        };
        let layered = LayerKind::ALL.map(|kind| View {
            layers: vec![Layer { kind, scroll: 0 }],
            ..plain.clone()
        });
        let presented = View {
            mode: Mode::Presenter,
            ..plain.clone()
        };
        [plain, presented].into_iter().chain(layered)
    })
    .collect()
}

/// The colours of all pages of a theme at a level.
fn colors(kind: ThemeKind, level: Level) -> BTreeSet<String> {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    let base = View {
        theme: kind,
        level,
        ..View::default()
    };
    let pages = views(&ledger, &base)
        .into_iter()
        .map(|view| page::draw(&ledger, &view, 128, 36));
    let cells = pages.flat_map(|page| page.content.into_iter());
    cells
        .flat_map(|cell| [cell.fg, cell.bg])
        .map(|color| match color {
            Color::Rgb(..) => "rgb".to_owned(),
            Color::Indexed(_) => "indexed".to_owned(),
            Color::Reset => "none".to_owned(),
            _ => "named".to_owned(),
        })
        .collect()
}

#[test]
fn uses_only_the_colours_of_its_level() {
    for kind in ThemeKind::ALL {
        for (level, allowed) in [
            (Level::TrueColor, ["none", "rgb"]),
            (Level::Ansi256, ["none", "indexed"]),
            (Level::Ansi16, ["none", "named"]),
            (Level::None, ["none", "none"]),
        ] {
            let colors = colors(kind, level);
            assert!(
                colors.iter().all(|color| allowed.contains(&color.as_str())),
                "{} {level:?}: {colors:?}",
                kind.name()
            );
        }
    }
}

#[test]
fn looks_as_it_did_at_every_level() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for (name, kind, level) in [
        ("dark_256", ThemeKind::Dark, Level::Ansi256),
        ("light_256", ThemeKind::Light, Level::Ansi256),
        ("dark_16", ThemeKind::Dark, Level::Ansi16),
        ("light_16", ThemeKind::Light, Level::Ansi16),
        ("high-contrast", ThemeKind::HighContrast, Level::TrueColor),
        ("none", ThemeKind::Dark, Level::None),
    ] {
        let view = View {
            theme: kind,
            level,
            ..View::default()
        };
        let text = export::ansi(&page::draw(&ledger, &view, 80, 24));
        // Escape codes are spelt out, so that a change can be read.
        insta::assert_snapshot!(format!("level_{name}"), text.replace('\x1b', "␛"));
    }
}

#[test]
fn looks_as_it_did_in_ascii() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    let view = View {
        is_ascii: true,
        level: Level::None,
        ..View::default()
    };
    insta::assert_snapshot!("ascii", export::text(&page::draw(&ledger, &view, 80, 24)));
}

#[test]
fn tells_everything_apart_without_colours() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    let view = View {
        level: Level::None,
        focus: 1,
        ..View::default()
    };
    let page = page::draw(&ledger, &view, 128, 36);
    let text = page::rows(&page).join("\n");

    let has = |word: &str, modifier| cells_of(&page, word).all(|style| style.contains(modifier));
    assert!(has("1 Emissions", Modifier::REVERSED), "the selected tab");
    assert!(!has("2 Cloud", Modifier::REVERSED), "another tab");
    assert!(
        has("Reductions in", Modifier::REVERSED),
        "the focused title"
    );
    assert!(
        text.contains('┏') && text.contains("Carbon intensity ─"),
        "the focused frame, and a rule"
    );
    assert!(
        text.contains('▒') && text.contains('█'),
        "derived and reported"
    );
    assert!(
        text.contains("▼ 12.9% better"),
        "the direction and its worth"
    );
}

/// The modifiers of the cells in which `word` is first on the page.
fn cells_of(page: &Buffer, word: &str) -> impl Iterator<Item = Modifier> {
    let rows = page::rows(page);
    let (y, row) = rows
        .iter()
        .enumerate()
        .find(|(_, row)| row.contains(word))
        .expect("the word is on the page");
    let before = row
        .split_once(word)
        .map_or(0, |(before, _)| before.chars().count());
    let places = before..before + word.chars().count();
    let modifiers: Vec<Modifier> = places
        .map(|x| page[(x as u16, y as u16)].modifier)
        .collect();
    modifiers.into_iter()
}

#[test]
fn draws_english_in_ascii_to_the_last_byte() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    let base = View {
        is_ascii: true,
        ..View::default()
    };
    for view in views(&ledger, &base) {
        for (width, height) in [(128, 36), (80, 24), (40, 12), (20, 6)] {
            let page = page::draw(&ledger, &view, width, height);
            let strange: BTreeSet<&str> = page
                .content
                .iter()
                .map(ratatui::buffer::Cell::symbol)
                .filter(|symbol| !symbol.is_ascii())
                .collect();
            assert!(
                strange.is_empty(),
                "{:?} {width}x{height}: {strange:?}",
                view.layers
            );
        }
    }
}

#[test]
fn keeps_thai_text_among_ascii_borders() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    let base = View {
        is_ascii: true,
        lang: Lang::Th,
        ..View::default()
    };
    for view in views(&ledger, &base) {
        let page = page::draw(&ledger, &view, 128, 36);
        let is_thai = |letter: char| ('\u{e00}'..='\u{e7f}').contains(&letter);
        let mut others = page
            .content
            .iter()
            .flat_map(|cell| cell.symbol().chars())
            .filter(|letter| !letter.is_ascii() && !is_thai(*letter));
        assert_eq!(others.next(), None, "{:?}", view.layers);
        assert!(
            page.content
                .iter()
                .any(|cell| cell.symbol().chars().any(is_thai))
        );
    }
}
