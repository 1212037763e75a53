//! A page about to be printed.

use std::path::PathBuf;

use super::preset::Preset;
use crate::derive::Ledger;
use crate::view::{Mode, Stop, View};

/// A page about to be printed: the view it shows, its size in cells, how large its pixels are.
#[derive(Clone, Debug)]
pub struct Picture {
    /// What is on the page.
    pub view: View,
    /// The width in cells.
    pub width: u16,
    /// The height in cells.
    pub height: u16,
    /// The shape that the page is brought to, if it goes on a slide.
    pub preset: Option<Preset>,
    /// Pixels of a PNG per unit of a page of 15 by 30 units a cell; with a preset, heights of 1080 pixels.
    pub scale: f32,
    /// Whether the page is left unpainted.
    pub is_transparent: bool,
    /// The dataset as it was asked for; `None` for the built-in one.
    pub data: Option<PathBuf>,
}

impl Picture {
    /// Names its files, without an extension: after the tab and, in presenter mode, its panel.
    pub fn name(&self, ledger: &Ledger<'_>) -> String {
        let tab = self.tab_name(ledger);
        match self.view.stop {
            Stop::Panel => {}
            Stop::Cover => return "cover".to_owned(),
            Stop::Unsaid | Stop::End => return "notes".to_owned(),
        }
        match self.panel() {
            Some(panel) => format!("{tab}-slide{}", panel + 1),
            None => tab,
        }
    }

    /// Names files after the tab, without an extension.
    pub fn tab_name(&self, ledger: &Ledger<'_>) -> String {
        let tab = ledger.dataset.tabs.get(self.view.tab);
        let tab = tab.map_or("page", |tab| &tab.id);
        // A dataset names files, and no folders.
        tab.replace('/', "-")
    }

    /// Returns the panel shown alone, in presenter mode.
    pub(super) fn panel(&self) -> Option<usize> {
        let View {
            mode, stop, slide, ..
        } = self.view;
        (mode == Mode::Presenter && stop == Stop::Panel).then_some(slide)
    }
}
