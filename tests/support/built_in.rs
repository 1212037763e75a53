//! The built-in report.

use esg_tui::dataset::{BUILT_IN, Dataset, load};

/// The built-in dataset.
pub(crate) fn built_in() -> Dataset {
    load(BUILT_IN).expect("the built-in dataset has the shape of one")
}
