//! Ids: what is defined twice, what cannot be named, what nothing refers to.

use std::collections::HashSet;

use super::argument::Term;
use super::finding::Finding;
use super::panels::panels;
use super::review::Review;
use super::texts::placeholders;
use crate::dataset::Dataset;
use crate::dataset::placeholder::Placeholder;
use crate::locale::finding::Code;
use crate::printable::is_hidden;

pub(super) fn review(review: &mut Review<'_>) {
    for (term, list, ids) in definitions(review.dataset()) {
        let mut seen = HashSet::new();
        for (index, id) in ids.into_iter().enumerate() {
            let pointer = format!("{list}/{index}/id");
            if !is_usable(term, id) {
                review.report(
                    Finding::new(Code::BadId, pointer.clone())
                        .term(term)
                        .plain(id),
                );
            }
            if !seen.insert(id) {
                review.report(
                    Finding::new(Code::DuplicateId, pointer)
                        .term(term)
                        .plain(id),
                );
            }
        }
    }
    if let Some(document) = &review.dataset().report.defaults.document {
        review.expect_document(document, || "/report/defaults/document".to_owned());
    }
    unused_definitions(review);
    unused_figures(review);
}

/// Everything that has an id: what it is called, where its list is, and the ids.
fn definitions(dataset: &Dataset) -> [(Term, &'static str, Vec<&str>); 5] {
    let report = &dataset.report;
    let periods = report
        .periods
        .iter()
        .map(|period| period.id.as_str())
        .collect();
    let documents = report
        .documents
        .iter()
        .map(|document| document.id.as_str())
        .collect();
    let units = dataset.units.iter().map(|unit| unit.id.as_str()).collect();
    let figures = dataset
        .figures
        .iter()
        .map(|figure| figure.id.as_str())
        .collect();
    let tabs = dataset.tabs.iter().map(|tab| tab.id.as_str()).collect();
    [
        (Term::Period, "/report/periods", periods),
        (Term::Document, "/report/documents", documents),
        (Term::Unit, "/units", units),
        (Term::Figure, "/figures", figures),
        (Term::Tab, "/tabs", tabs),
    ]
}

/// Whether `{id}`, `{figure@id}` and a command line can name an id.
fn is_usable(term: Term, id: &str) -> bool {
    let has_meaning = |symbol: char| {
        symbol.is_whitespace()
            || is_hidden(symbol)
            || matches!(symbol, '{' | '}' | '@')
            || (symbol == '.' && term == Term::Figure)
    };
    !id.is_empty() && !id.contains(has_meaning)
}

fn unused_definitions(review: &mut Review<'_>) {
    let dataset = review.dataset();
    let units: HashSet<&str> = dataset
        .figures
        .iter()
        .map(|figure| figure.unit.as_str())
        .collect();
    let documents: HashSet<&str> = dataset
        .figures
        .iter()
        .filter_map(|figure| Some(figure.source.as_ref()?.document.as_str()))
        .collect();
    let mut periods = HashSet::new();
    for figure in &dataset.figures {
        periods.extend(
            figure
                .values
                .iter()
                .filter_map(|value| value.period.as_deref()),
        );
        for change in &figure.changes {
            periods.extend([change.from.as_str(), change.to.as_str()]);
        }
    }
    for (term, list, ids) in definitions(dataset) {
        let used = match term {
            Term::Unit => &units,
            Term::Document => &documents,
            Term::Period => &periods,
            _ => continue,
        };
        for (index, id) in ids.into_iter().enumerate() {
            // The last period is the report's own and is in the header.
            let is_own = term == Term::Period && index + 1 == dataset.report.periods.len();
            if !used.contains(id) && !is_own {
                review.report(
                    Finding::new(Code::UnusedDefinition, format!("{list}/{index}"))
                        .term(term)
                        .plain(id),
                );
            }
        }
    }
}

/// A figure is shown on a panel, or by a placeholder in a text of a tab.
fn unused_figures(review: &mut Review<'_>) {
    let dataset = review.dataset();
    let mut shown: HashSet<&str> = HashSet::new();
    for site in panels(dataset) {
        shown.extend(site.panel.figures.iter().map(String::as_str));
    }
    let texts = review.texts.iter();
    for site in texts.filter(|site| site.role.is_filled() && site.pointer.starts_with("/tabs/")) {
        let names = site.text.iter().flat_map(|(_, text)| placeholders(text));
        shown.extend(names.filter_map(|name| Some(Placeholder::read(name)?.id)));
    }
    for (index, figure) in dataset.figures.iter().enumerate() {
        if !shown.contains(figure.id.as_str()) {
            let finding = Finding::new(Code::UnusedFigure, format!("/figures/{index}"));
            review.report(finding.plain(&figure.id));
        }
    }
}

#[cfg(test)]
pub(super) mod cases {
    use crate::check::case::{Case, case};
    use crate::locale::finding::Code;

    pub(in crate::check) const CASES: &[Case] = &[
        case(
            Code::UnknownDocument,
            "\"documents\": [",
            "\"defaults\": { \"document\": \"boök\" }, \"documents\": [",
            "boök",
        ),
        case(
            Code::BadId,
            "\"id\": \"first\"",
            "\"id\": \"the first\"",
            "the first",
        ),
        case(
            Code::DuplicateId,
            "{ \"id\": \"plain\"",
            "{ \"id\": \"gas\", \"style\": \"count\", \"symbol\": { \"en\": \"x\", \"th\": \"x\" } },\n{ \"id\": \"plain\"",
            "\"gas\", \"style\": \"count\"",
        ),
        case(
            Code::UnusedFigure,
            "{ \"cards\": { \"figures\": [\"per-head\", \"pue\"] } }",
            "{ \"cards\": { \"figures\": [\"per-head\"] } }",
            "\"pue\", \"unit\"",
        ),
        case(
            Code::UnusedDefinition,
            "\"units\": [\n",
            "\"units\": [\n{ \"id\": \"old\", \"style\": \"count\", \"symbol\": { \"en\": \"x\", \"th\": \"x\" } },\n",
            "\"old\"",
        ),
        case(
            Code::UnusedDefinition,
            "\"periods\": [\n",
            "\"periods\": [\n{ \"id\": \"FY0\", \"start\": \"2020-04-01\", \"end\": \"2021-03-31\" },\n",
            "\"FY0\"",
        ),
    ];
}
