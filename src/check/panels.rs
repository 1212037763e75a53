//! Every panel of a dataset and where it is.

use crate::dataset::{Dataset, Panel};

/// A panel and where it is in the file.
pub(super) struct PanelSite<'d> {
    /// The JSON pointer of the panel's members.
    pub(super) pointer: String,
    pub(super) panel: &'d Panel,
}

impl PanelSite<'_> {
    /// The JSON pointer of the `index`-th figure.
    pub(super) fn figure(&self, index: usize) -> String {
        let at = &self.pointer;
        match self.panel.kind.figures() {
            (key, true) => format!("{at}/{key}/{index}"),
            (key, false) => format!("{at}/{key}"),
        }
    }
}

/// Every panel in reading order.
pub(super) fn panels(dataset: &Dataset) -> impl Iterator<Item = PanelSite<'_>> {
    let tabs = dataset.tabs.iter().enumerate();
    let rows = tabs.flat_map(|(tab, shown)| {
        let rows = shown.rows.iter().enumerate();
        rows.map(move |(row, shown)| (format!("/tabs/{tab}/rows/{row}"), shown))
    });
    rows.flat_map(|(at, row)| in_row(at, &row.panels))
}

/// The panels of the row at the JSON pointer `row`, from the left.
pub(super) fn in_row<'d>(row: String, panels: &'d [Panel]) -> impl Iterator<Item = PanelSite<'d>> {
    let site = move |(index, panel): (usize, &'d Panel)| PanelSite {
        pointer: format!("{row}/panels/{index}/{}", panel.kind.name()),
        panel,
    };
    panels.iter().enumerate().map(site)
}
