//! Finds what a dataset defines by its id.

use std::collections::HashMap;

use crate::dataset::{Dataset, Document, Period, Unit};

/// What a dataset defines, by id; of several with one id the first.
#[derive(Debug)]
pub(super) struct Index<'d> {
    pub(super) periods: HashMap<&'d str, &'d Period>,
    pub(super) documents: HashMap<&'d str, &'d Document>,
    pub(super) units: HashMap<&'d str, &'d Unit>,
    /// The positions of the figures in the file.
    pub(super) figures: HashMap<&'d str, usize>,
}

impl<'d> Index<'d> {
    pub(super) fn new(dataset: &'d Dataset) -> Self {
        let Dataset {
            report,
            units,
            figures,
            ..
        } = dataset;
        let positions = figures.iter().enumerate();
        Self {
            periods: by_id(report.periods.iter().map(|it| (it.id.as_str(), it))),
            documents: by_id(report.documents.iter().map(|it| (it.id.as_str(), it))),
            units: by_id(units.iter().map(|it| (it.id.as_str(), it))),
            figures: by_id(positions.map(|(position, it)| (it.id.as_str(), position))),
        }
    }
}

fn by_id<'d, T>(items: impl ExactSizeIterator<Item = (&'d str, T)>) -> HashMap<&'d str, T> {
    let mut by_id = HashMap::with_capacity(items.len());
    for (id, item) in items {
        by_id.entry(id).or_insert(item);
    }
    by_id
}
