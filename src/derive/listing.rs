//! Which figures a tab shows, looked up once for all its pages.

use std::collections::HashSet;

use super::{Fact, Ledger};
use crate::dataset::Tab;

/// A figure of a tab.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listed {
    /// Its position in the file.
    fact: usize,
    /// The first panel of the tab that shows it, from 0.
    panel: usize,
}

impl<'d> Ledger<'d> {
    /// Lists the figures of a tab in reading order, each once.
    pub(super) fn list(&self, tab: &Tab) -> Vec<Listed> {
        let mut seen = HashSet::new();
        let figures = tab.panels().enumerate().flat_map(|(panel, shows)| {
            let facts = self.of_panel(shows).into_iter();
            facts.map(move |fact| (panel, fact.figure.id.as_str()))
        });
        let listed = figures.filter_map(|(panel, id)| {
            let fact = *self.index.figures.get(id)?;
            seen.insert(fact).then_some(Listed { fact, panel })
        });
        listed.collect()
    }

    /// How many figures the tab with this number shows; none when there is no such tab.
    pub fn count_of_tab(&self, tab: usize) -> usize {
        self.listed(tab).len()
    }

    /// A figure of a tab by its number in reading order, as far as both are there.
    pub fn fact_of_tab(&self, tab: usize, figure: usize) -> Option<&Fact<'d>> {
        let listed = self.listed(tab).get(figure)?;
        self.facts.get(listed.fact)
    }

    /// The first panel of a tab that shows a figure, each by its number from 0.
    pub fn panel_of_tab(&self, tab: usize, figure: usize) -> Option<usize> {
        Some(self.listed(tab).get(figure)?.panel)
    }

    /// The number of a figure of a tab in reading order.
    pub fn number_in_tab(&self, tab: usize, id: &str) -> Option<usize> {
        let fact = self.index.figures.get(id)?;
        let mut listed = self.listed(tab).iter();
        listed.position(|listed| listed.fact == *fact)
    }

    fn listed(&self, tab: usize) -> &[Listed] {
        self.tabs.get(tab).map_or(&[], Vec::as_slice)
    }
}
