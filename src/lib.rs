//! draft
pub mod app;
pub mod cli;
pub mod dashboard;
pub mod dataset;
pub mod derive;
pub mod export;
pub mod keymap;
pub mod locale;
pub mod overlay;
pub mod panel;
pub mod phrase;
pub mod quantity;
pub mod run;
pub mod screen;
pub mod theme;
pub mod view;
pub mod widget;
