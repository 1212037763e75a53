//! What a terminal shows after a step from one page to another: the new page, and nothing of the old one.

use crossterm::queue;
use crossterm::style;
use crossterm::terminal::{Clear, ClearType};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use vt100::{Color, Parser};

use esg_tui::app::{self, Page};
use esg_tui::dataset::{BUILT_IN, load};
use esg_tui::derive::Ledger;
use esg_tui::keymap;
use esg_tui::locale::Lang;
use esg_tui::run::Painter;
use esg_tui::theme::Level;
use esg_tui::view::{Layer, LayerKind, View};

/// A painted page hides what an unpainted one shows.
const LEVELS: [Level; 2] = [Level::TrueColor, Level::None];

const LARGE: Rect = Rect::new(0, 0, 128, 36);

const SMALL: Rect = Rect::new(0, 0, 80, 24);

/// A page as it goes to the terminal, and what a full draw of it shows.
struct Shot {
    name: String,
    page: Buffer,
    terminal: Parser,
}

/// Every tab in every language, bare or under a layer.
fn shots(level: Level, layer: Option<LayerKind>, area: Rect) -> Vec<Shot> {
    let dataset = load(BUILT_IN).expect("the built-in dataset is valid");
    let ledger = Ledger::new(&dataset);
    let hints = keymap::hints();
    let tabs = 0..dataset.tabs.len();
    tabs.flat_map(|tab| Lang::ALL.map(|lang| (tab, lang)))
        .map(|(tab, lang)| {
            let layers = layer.map(|kind| Layer { kind, scroll: 0 });
            let view = View {
                tab,
                lang,
                level,
                layers: layers.into_iter().collect(),
                ..View::default()
            };
            let page = Page {
                ledger: &ledger,
                view: &view,
                hints: &hints,
            };
            let mut page = page.draw(area.width, area.height);
            app::for_terminal(&mut page);
            Shot {
                name: format!("tab {tab} {lang:?} {layer:?} {level:?} {area}"),
                terminal: opened(&page),
                page,
            }
        })
        .collect()
}

/// A terminal on which every cell of the page was written, by ratatui's own backend.
fn opened(page: &Buffer) -> Parser {
    // The colours are part of the picture, whatever the environment of the test asks for.
    style::force_color_output(true);
    let mut bytes = Vec::new();
    queue!(bytes, Clear(ClearType::All)).expect("memory takes every byte");
    CrosstermBackend::new(&mut bytes)
        .draw(Buffer::empty(page.area).diff_iter(page))
        .expect("memory takes every byte");
    let mut terminal = parser(page);
    terminal.process(&bytes);
    terminal
}

fn parser(page: &Buffer) -> Parser {
    Parser::new(page.area.height, page.area.width, 0)
}

/// Sees that the terminal looks, cell by cell, as after a full draw of the shot.
fn assert_shows(terminal: &Parser, shot: &Shot, before: &str) {
    for Position { x, y } in shot.page.area.positions() {
        let [shown, wanted] = [terminal, &shot.terminal].map(|screen| look(screen, x, y));
        assert_eq!(
            shown, wanted,
            "column {x}, row {y} of {}, after {before}",
            shot.name
        );
    }
}

/// What can be seen of a cell: a blank that was written is a blank, and has no foreground colour.
fn look(terminal: &Parser, x: u16, y: u16) -> (&str, [Color; 2], [bool; 5]) {
    let cell = terminal
        .screen()
        .cell(y, x)
        .expect("a screen has every cell");
    let is_line = cell.underline() || cell.inverse();
    if !is_line && matches!(cell.contents(), "" | " ") {
        return (" ", [Color::Default, cell.bgcolor()], [false; 5]);
    }
    let modes = [
        cell.bold(),
        cell.dim(),
        cell.italic(),
        cell.underline(),
        cell.inverse(),
    ];
    (cell.contents(), [cell.fgcolor(), cell.bgcolor()], modes)
}

/// Goes from one page to the other and back, and sees that nothing of the page before stays.
fn turn(one: &Shot, other: &Shot) {
    for erases_in_colour in [true, false] {
        let mut painter = Painter::new(erases_in_colour);
        let mut terminal = parser(&one.page);
        let mut before = "nothing";
        for shot in [one, other, one] {
            terminal.process(painter.paint(&mut shot.page.clone(), None));
            assert_shows(&terminal, shot, before);
            before = &shot.name;
        }
    }
}

#[test]
fn shows_nothing_of_the_page_before() {
    for level in LEVELS {
        let shots = shots(level, None, LARGE);
        for (index, one) in shots.iter().enumerate() {
            for other in &shots[index + 1..] {
                turn(one, other);
            }
        }
    }
}

#[test]
fn shows_nothing_of_a_layer_that_was_closed() {
    let pages = shots(Level::None, None, SMALL);
    for layer in LayerKind::ALL {
        for (page, covered) in pages.iter().zip(shots(Level::None, Some(layer), SMALL)) {
            turn(page, &covered);
        }
    }
}
