//! Turns the bytes of a fuzzer into a view and a dataset: the first bytes choose, the rest is the file.

use esg_tui::app::Page;
use esg_tui::check;
use esg_tui::dataset::Dataset;
use esg_tui::derive::Ledger;
use esg_tui::keymap;
use esg_tui::locale::Lang;
use esg_tui::theme::{Level, ThemeKind};
use esg_tui::view::{Layer, LayerKind, Mode, View};
use ratatui::buffer::Buffer;

/// The largest page that is drawn, in cells; larger ones only make a run slower.
const LARGEST: (u16, u16) = (200, 60);

/// The bytes that choose the view and the size, from the start of the input.
pub const CHOICES: usize = 8;

/// A size in cells and what is on screen.
#[derive(Debug)]
pub struct Choice {
    /// The width of the page, from 0.
    pub width: u16,
    /// The height of the page, from 0.
    pub height: u16,
    /// What is on screen.
    pub view: View,
}

/// Splits an input into what is on screen and the text of a dataset; `None` when it is too short.
pub fn split(input: &[u8]) -> Option<(Choice, &[u8])> {
    let (choices, rest) = input.split_first_chunk::<CHOICES>()?;
    let [width, height, tab, focus, mode, layer, look, scroll] = *choices;
    let layers = match layer % 6 {
        0 => Some(LayerKind::Card),
        1 => Some(LayerKind::Sources),
        2 => Some(LayerKind::Table),
        3 => Some(LayerKind::Find),
        4 => Some(LayerKind::Help),
        _ => None,
    };
    let layer = |kind| Layer {
        kind,
        scroll: u16::from(scroll),
    };
    let view = View {
        tab: usize::from(tab % 12),
        focus: usize::from(focus),
        slide: usize::from(focus),
        mode: [Mode::Dashboard, Mode::Presenter, Mode::Blank][usize::from(mode % 3)],
        layers: layers.map(layer).into_iter().collect(),
        lang: [Lang::En, Lang::Th][usize::from(look % 2)],
        theme: ThemeKind::ALL[usize::from(look / 2) % ThemeKind::ALL.len()],
        level: [Level::TrueColor, Level::None][usize::from(look / 32 % 2)],
        is_ascii: look & 64 != 0,
        is_picture: look & 128 != 0,
        ..View::default()
    };
    let choice = Choice {
        width: u16::from(width) % (LARGEST.0 + 1),
        height: u16::from(height) % (LARGEST.1 + 1),
        view,
    };
    Some((choice, rest))
}

/// The dataset in a file that the review finds no error in.
pub fn accepted(file: &[u8]) -> Option<Dataset> {
    let (dataset, findings) = check::check(std::str::from_utf8(file).ok()?);
    dataset.filter(|_| check::is_valid(&findings, false))
}

/// Draws the page of a choice.
pub fn draw(ledger: &Ledger<'_>, choice: &Choice) -> Buffer {
    let hints = keymap::hints();
    let page = Page {
        ledger,
        view: &choice.view,
        hints: &hints,
    };
    page.draw(choice.width, choice.height)
}
