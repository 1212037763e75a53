//! Every text of a dataset, where it is, and what it is for.

use std::fmt::Arguments;

use super::panels::panels;
use crate::dataset::placeholder::{Piece, pieces};
use crate::dataset::{Dataset, Defaults, Figure, Panel, Report, Tab, Text, Unit, UnitStyle};

/// A text of the dataset and where it is.
pub(super) struct TextSite<'d> {
    /// The JSON pointer of the text in all its languages.
    pub(super) pointer: String,
    pub(super) text: &'d Text,
    pub(super) role: Role,
}

/// What a text is for, which decides whether placeholders in it are filled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A name or title that is shown as it is.
    Label,
    /// The symbol of a unit that may do without one.
    NoSymbol,
    /// The one sentence of a tab or panel.
    Message,
    /// A note, or the title of a panel.
    Note,
}

impl Role {
    /// Whether placeholders in such a text are filled.
    pub(super) const fn is_filled(self) -> bool {
        matches!(self, Self::Message | Self::Note)
    }
}

/// Every text of the dataset.
pub(super) fn texts(dataset: &Dataset) -> Vec<TextSite<'_>> {
    let mut texts = Texts(Vec::new());
    texts.report(&dataset.report);
    for (index, unit) in dataset.units.iter().enumerate() {
        texts.unit(unit, &format!("/units/{index}"));
    }
    for (index, figure) in dataset.figures.iter().enumerate() {
        texts.figure(
            figure,
            &dataset.report.defaults,
            &format!("/figures/{index}"),
        );
    }
    for (index, tab) in dataset.tabs.iter().enumerate() {
        texts.tab(tab, &format!("/tabs/{index}"));
    }
    for site in panels(dataset) {
        texts.panel(site.panel, &site.pointer);
    }
    texts.0
}

struct Texts<'d>(Vec<TextSite<'d>>);

impl<'d> Texts<'d> {
    fn report(&mut self, report: &'d Report) {
        let at = "/report";
        self.add(
            format_args!("{at}/organisation"),
            Role::Label,
            &report.organisation,
        );
        self.add(format_args!("{at}/title"), Role::Label, &report.title);
        for (index, period) in report.periods.iter().enumerate() {
            let at = format_args!("{at}/periods/{index}/name");
            self.add(at, Role::Label, &period.name);
        }
        for (index, document) in report.documents.iter().enumerate() {
            let at = format!("{at}/documents/{index}");
            self.add(format_args!("{at}/title"), Role::Label, &document.title);
            self.list(
                format_args!("{at}/sections"),
                Role::Label,
                &document.sections,
            );
            self.list(format_args!("{at}/notes"), Role::Note, &document.notes);
        }
        let boundary = &report.defaults.boundary;
        self.add(
            format_args!("{at}/defaults/boundary"),
            Role::Label,
            boundary,
        );
    }

    fn unit(&mut self, unit: &'d Unit, at: &str) {
        let is_plain = matches!(unit.style, UnitStyle::Index | UnitStyle::Rate);
        let is_blank = unit.symbol.iter().all(|(_, text)| text.trim().is_empty());
        let role = if is_plain && is_blank {
            Role::NoSymbol
        } else {
            Role::Label
        };
        self.add(format_args!("{at}/symbol"), role, &unit.symbol);
        self.add(format_args!("{at}/name"), Role::Label, &unit.name);
    }

    fn figure(&mut self, figure: &'d Figure, defaults: &Defaults, at: &str) {
        self.add(format_args!("{at}/name"), Role::Label, &figure.name);
        self.add(format_args!("{at}/short"), Role::Label, &figure.short);
        let boundary = figure.boundary.as_ref();
        // What holds for all figures was listed once.
        let own = boundary.filter(|own| defaults.boundary.as_ref() != Some(*own));
        self.add(format_args!("{at}/boundary"), Role::Label, own);
        self.list(format_args!("{at}/notes"), Role::Note, &figure.notes);
    }

    fn tab(&mut self, tab: &'d Tab, at: &str) {
        self.add(format_args!("{at}/title"), Role::Label, &tab.title);
        self.add(format_args!("{at}/message"), Role::Message, &tab.message);
        self.list(format_args!("{at}/notes"), Role::Note, &tab.notes);
    }

    fn panel(&mut self, panel: &'d Panel, at: &str) {
        self.add(format_args!("{at}/title"), Role::Note, &panel.title);
        self.add(format_args!("{at}/message"), Role::Message, &panel.message);
        self.add(format_args!("{at}/note"), Role::Note, &panel.note);
        self.add(format_args!("{at}/rest"), Role::Label, &panel.rest);
    }

    fn add(&mut self, pointer: Arguments<'_>, role: Role, text: impl Into<Option<&'d Text>>) {
        if let Some(text) = text.into() {
            self.0.push(TextSite {
                pointer: pointer.to_string(),
                text,
                role,
            });
        }
    }

    fn list(&mut self, pointer: Arguments<'_>, role: Role, list: &'d [Text]) {
        for (index, text) in list.iter().enumerate() {
            self.add(format_args!("{pointer}/{index}"), role, text);
        }
    }
}

/// What is between the braces of each placeholder of a text.
pub(super) fn placeholders(text: &str) -> Vec<&str> {
    let name = |piece| match piece {
        Piece::Name(name) => Some(name),
        Piece::Words(_) | Piece::Brace(_) => None,
    };
    pieces(text).into_iter().filter_map(name).collect()
}
