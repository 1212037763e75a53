//! draft
pub mod dataset;
pub mod derive;
pub mod locale;
pub mod phrase;
pub mod quantity;
pub mod widget;
