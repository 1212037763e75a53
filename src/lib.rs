//! The library of `esg-tui`: an organisation's ESG report as a terminal dashboard, pictures and text.
//!
//! **The one idea:** a page is a pure function of dataset, view and size to a ratatui `Buffer` and a
//! short list of texts larger than a cell. The terminal and the exporters are readers of both, and the
//! linear report reads the same computed figures.
//!
//! ```text
//! assets/*.json ──serde──► dataset ──► derive ──► phrase ──► panel ──► screen, overlay ──► Buffer
//!                                         │           │                                     │
//!                                       check       report                 terminal, svg, png, pdf, pptx, txt, ansi
//!
//! csv, tsv, xlsx ──draft──► a dataset file
//!
//! key, mouse ──keymap──► Message ──app::update──► View ──► drawn again, or an Effect for the loop
//! ```
//!
//! # Floors
//!
//! A module imports only from lower floors; where a floor has several, what is to the left may import
//! what is on its right. `tests/layering.rs` checks it, and that no files of a module import each other.
//!
//! ```text
//! command    cli                            doing what is asked; what can be asked
//! dashboard  pictures  keymap  run          a view that reacts; pages as files; the one table of keys;
//!                                           the loop of the terminal
//! app        export    report               page and update; Buffer to files; figures to text
//! screen     overlay                        the page; the layers over it
//! panel                                     where figures meet words and styles
//! phrase     check                          figures in words; the review of a ledger
//! derive     view      widget    draft      arithmetic; what is on screen; pictures of numbers; tables
//!                                           into dataset files
//! dataset    text      space                the shapes of the file; measuring, wrapping and cutting text;
//!                                           sharing cells
//! quantity   locale    theme                a number with its interval and hedge; words; styles
//! printable  system                         characters that nobody sees; what differs between systems
//! ```
//!
//! # Invariants
//!
//! - `quantity`, `locale`, `dataset`, `derive` and `draft` do not know ratatui or crossterm.
//! - Drawing cannot fail, does no I/O and does not panic at any size.
//! - There is no tick: an idle dashboard makes no system call.
//! - No colour is defined outside `theme`, no word for a reader outside `locale`, the assets and clap's
//!   help, no organisation's name anywhere in the source.
//! - No value is derived that the dataset does not ask for or a reader could not check, and none is
//!   shown without its mark, its interval and its formula.
//!
//! # Where to add what
//!
//! - **A figure, tab, unit or note:** in the dataset file; nothing here changes.
//! - **A language:** a file in `locale` with its words, its line in `locale.rs`, and its sentences next to
//!   what they say: the remarks of [`locale::draft`] and the findings of [`locale::finding`].
//! - **A theme:** its palettes and its lines in [`theme::ThemeKind`], all in `theme/kind.rs`.
//! - **The look of a chart**, such as how thick its bars are: its file in `widget`, or in `panel` where
//!   words are next to numbers; its colours in `theme`.
//! - **A kind of panel:** its shape and a variant of [`dataset::Kind`] in `dataset/panel.rs`, a file in
//!   `panel` and a line in the function `form` there, what the review asks of it in `check/page.rs` and
//!   `check/panels.rs`, and a widget if ratatui has none that tells the truth.
//! - **A picture format:** a variant of [`pictures::PictureFormat`] with its line in `pictures/format.rs`,
//!   and a printer in `export`, declared in `export.rs`.
//! - **A key:** a line in `keymap.rs`, which the footer and the help read, too. What no key does yet is a
//!   [`app::Message`] with its effect in `app/update.rs` and its words in [`locale::Actions`] and in the
//!   file of each language.
//! - **A rule of the review**, such as one for missing targets: an entry of [`locale::finding`] with its
//!   reason and its words, and the rule with its test in `check`; a new file of rules has its lines in
//!   `check.rs`.

pub mod app;
pub mod check;
pub mod cli;
pub mod command;
pub mod dashboard;
pub mod dataset;
pub mod derive;
pub mod draft;
pub mod export;
pub mod keymap;
pub mod locale;
pub mod overlay;
pub mod panel;
pub mod phrase;
pub mod pictures;
pub mod printable;
pub mod quantity;
pub mod report;
pub mod run;
pub mod screen;
pub mod space;
pub mod system;
pub mod text;
pub mod theme;
pub mod view;
pub mod widget;
