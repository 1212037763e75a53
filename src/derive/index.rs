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
        let periods = report.periods.iter();
        let periods = periods.map(|period| (period.id.as_str(), period));
        let documents = report.documents.iter();
        let documents = documents.map(|document| (document.id.as_str(), document));
        let units = units.iter().map(|unit| (unit.id.as_str(), unit));
        let figures = figures.iter().enumerate();
        let figures = figures.map(|(position, figure)| (figure.id.as_str(), position));
        Self {
            periods: by_id(periods),
            documents: by_id(documents),
            units: by_id(units),
            figures: by_id(figures),
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
