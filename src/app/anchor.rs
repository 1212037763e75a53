//! Where a reader is in a report, by names that another version of the report has too.

use crate::derive::Ledger;
use crate::view::{LayerKind, View};

/// The tab and the figure that a view shows, by their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    tab: Option<String>,
    figure: Option<String>,
}

impl Anchor {
    /// Where `view` is in the report.
    pub fn of(view: &View, ledger: &Ledger<'_>) -> Self {
        let tab = ledger.dataset.tabs.get(view.tab);
        let fact = ledger.fact_of_tab(view.tab, view.focus);
        Self {
            tab: tab.map(|tab| tab.id.clone()),
            figure: fact.map(|fact| fact.figure.id.clone()),
        }
    }

    /// Brings `view` to the same tab and figure of another version, or near them where they are gone.
    ///
    /// The card of a figure that is gone is closed; other layers stay.
    pub fn apply(&self, view: &mut View, ledger: &Ledger<'_>) {
        let tabs = &ledger.dataset.tabs;
        let is_same = |id: &str| self.tab.as_deref() == Some(id);
        let same = tabs.iter().position(|tab| is_same(&tab.id));
        let near = view.tab.min(tabs.len().saturating_sub(1));
        view.tab = same.unwrap_or(near);
        let figure = self.figure.as_deref();
        let figure = figure.and_then(|id| ledger.number_in_tab(view.tab, id));
        if figure.is_none() {
            view.layers.retain(|layer| layer.kind != LayerKind::Card);
        }
        let last = ledger.count_of_tab(view.tab).saturating_sub(1);
        view.focus = figure.unwrap_or_else(|| view.focus.min(last));
        let panels = tabs.get(view.tab).map_or(0, |tab| tab.panels().count());
        view.slide = view.slide.min(panels.saturating_sub(1));
        view.hit = 0;
    }
}

#[cfg(test)]
mod tests {
    use std::error::Error;

    use super::*;
    use crate::dataset::{self, BUILT_IN, Dataset};
    use crate::view::Layer;

    fn read(json: &str) -> Result<Dataset, Box<dyn Error>> {
        dataset::load(json).map_err(|problem| format!("{problem:?}").into())
    }

    #[test]
    fn finds_its_figure_where_tabs_have_moved() -> Result<(), Box<dyn Error>> {
        let dataset = read(BUILT_IN)?;
        let ledger = Ledger::new(&dataset);
        let card = Layer {
            kind: LayerKind::Card,
            scroll: 0,
        };
        let start = View {
            tab: 1,
            focus: 1,
            layers: vec![card],
            ..View::default()
        };
        let anchor = Anchor::of(&start, &ledger);
        let mut moved = read(BUILT_IN)?;
        moved.tabs.swap(1, 3);
        let moved = Ledger::new(&moved);
        let mut view = start.clone();
        anchor.apply(&mut view, &moved);
        assert_eq!(
            view,
            View {
                tab: 3,
                ..start.clone()
            }
        );

        let mut shorter = read(BUILT_IN)?;
        shorter.tabs.truncate(1);
        let shorter = Ledger::new(&shorter);
        let mut view = start;
        anchor.apply(&mut view, &shorter);
        assert_eq!((view.tab, view.layers.len()), (0, 0));
        assert!(view.focus < shorter.count_of_tab(0));
        Ok(())
    }
}
