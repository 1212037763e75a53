//! The dataset without a screen: linear text for pipes and screen readers, Markdown, CSV and JSON.
//!
//! It knows no cell buffer, no theme and no panel. The words come from the entries that the card,
//! the sources and the table show, so nothing of the screen is missing here.

mod csv;
mod json;
mod markdown;
mod prose;

use serde_json::Value;

use crate::dataset::{Document, Tab, Text, When};
use crate::derive::{Fact, Ledger, Statement, Verdict};
use crate::locale::Lang;
use crate::phrase;
use crate::phrase::story;
use crate::printable::without_breaks;
use crate::quantity::{Quantity, digits};
use crate::text;

/// What a report is written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReportFormat {
    /// Sentences and lists, for a terminal, a pipe or a screen reader.
    #[default]
    Text,
    /// GitHub Flavored Markdown, for a document or an issue.
    Markdown,
    /// Comma-separated values after RFC 4180, a row for each value of a figure.
    Csv,
    /// JSON, with every number as a number.
    Json,
}

impl ReportFormat {
    /// Every format.
    pub const ALL: [Self; 4] = [Self::Text, Self::Markdown, Self::Csv, Self::Json];

    /// The name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

/// The report of some tabs, by their numbers from 0, ending in a line break.
///
/// `width` is the most cells that a line of text takes; fewer than 20 count as 20. The other formats
/// do not break lines. Numbers without a tab are passed over.
pub fn report(
    ledger: &Ledger<'_>,
    lang: Lang,
    tabs: &[usize],
    format: ReportFormat,
    width: usize,
) -> String {
    let edition = Edition { ledger, lang };
    without_breaks(match format {
        ReportFormat::Text => prose::write(edition, tabs, width),
        ReportFormat::Markdown => markdown::write(edition, tabs),
        ReportFormat::Csv => csv::write(edition, tabs),
        ReportFormat::Json => json::write(edition, tabs),
    })
}

/// A report in ASCII: other letters as escapes where they are data, and as a similar sign elsewhere.
pub fn to_ascii(report: &str, format: ReportFormat) -> String {
    match format {
        ReportFormat::Json => json::escape(report),
        ReportFormat::Text | ReportFormat::Markdown | ReportFormat::Csv => text::to_ascii(report),
    }
}

/// A tab or one panel of it for machines, with whose report it is and where it was printed: the
/// metadata of a picture.
///
/// Null when there is no such tab.
pub fn tab_json(ledger: &Ledger<'_>, lang: Lang, tab: usize, panel: Option<usize>) -> Value {
    json::tab(Edition { ledger, lang }, tab, panel)
}

/// A tab or one panel of it in words, the message and then a line for each figure: what a picture
/// of it says.
///
/// Empty when there is no such tab.
pub fn tab_words(ledger: &Ledger<'_>, lang: Lang, tab: usize, panel: Option<usize>) -> String {
    let edition = Edition { ledger, lang };
    let Some(tab) = ledger.dataset.tabs.get(tab) else {
        return String::new();
    };
    let figures = edition.figures(tab, panel).into_iter().map(|fact| {
        let name = fact.figure.name.get(lang);
        let change = story::changes(lang, fact).into_iter().next();
        let change = change.map(|change| format!("{}: {change}", lang.words().change));
        let parts: Vec<String> = story::values(lang, fact)
            .into_iter()
            .chain(change)
            .collect();
        format!("{name}: {}", parts.join("; "))
    });
    let lines: Vec<String> = [edition.message(tab, panel)]
        .into_iter()
        .chain(figures)
        .collect();
    lines.join("\n")
}

/// A tab or one panel of it for a speaker: each figure with its trail, then the documents, a paragraph
/// each.
///
/// Empty when there is no such tab.
pub fn tab_notes(
    ledger: &Ledger<'_>,
    lang: Lang,
    number: usize,
    panel: Option<usize>,
) -> Vec<String> {
    let edition = Edition { ledger, lang };
    let Some(tab) = ledger.dataset.tabs.get(number) else {
        return Vec::new();
    };
    let mut lines = vec![edition.message(tab, panel)];
    for fact in edition.figures(tab, panel) {
        lines.push(String::new());
        lines.push(story::heading(ledger, lang, fact));
        for entry in entries(edition, tab, fact) {
            lines.push(format!("{}: {}", entry.label, entry.lines.join("; ")));
        }
    }
    let documents = tab_documents(ledger, number, panel);
    for document in story::documents(ledger, lang, &documents) {
        lines.push(String::new());
        lines.push(document.label);
        lines.extend(document.lines);
    }
    lines
}

/// The documents of a tab or of one panel of it.
///
/// Empty when there is no such tab.
pub fn tab_documents<'d>(
    ledger: &Ledger<'d>,
    tab: usize,
    panel: Option<usize>,
) -> Vec<&'d Document> {
    let Some(tab) = ledger.dataset.tabs.get(tab) else {
        return Vec::new();
    };
    let panel = panel.and_then(|panel| tab.panels().nth(panel));
    let facts = panel.map_or_else(|| ledger.of_tab(tab), |panel| ledger.of_panel(panel));
    ledger.documents_of(&facts)
}

/// What every format is written from.
#[derive(Clone, Copy)]
struct Edition<'a> {
    ledger: &'a Ledger<'a>,
    lang: Lang,
}

impl<'a> Edition<'a> {
    /// The tabs with these numbers.
    fn tabs(self, numbers: &[usize]) -> impl Iterator<Item = (usize, &'a Tab)> {
        let tabs = &self.ledger.dataset.tabs;
        numbers
            .iter()
            .filter_map(|&number| Some((number, tabs.get(number)?)))
    }

    /// The figures of a tab, or of one panel of it.
    fn figures(self, tab: &'a Tab, panel: Option<usize>) -> Vec<&'a Fact<'a>> {
        match panel.and_then(|panel| tab.panels().nth(panel)) {
            Some(panel) => self.ledger.of_panel(panel),
            None => self.ledger.of_tab(tab),
        }
    }

    /// What a tab, or one panel of it, says in one sentence.
    fn message(self, tab: &Tab, panel: Option<usize>) -> String {
        without_breaks(story::message(self.ledger, self.lang, tab, panel))
    }

    /// Notes with their numbers filled in.
    fn notes(self, notes: &[Text]) -> Vec<String> {
        let notes = story::filled(self.ledger, self.lang, notes).into_iter();
        notes.map(without_breaks).collect()
    }

    /// The report's own period and its days: `FY2023: 1 Apr 2022 – 31 Mar 2023`.
    fn period(self) -> Option<String> {
        let period = self.ledger.dataset.report.periods.last()?;
        let when = When::Period(period);
        Some(format!(
            "{}: {}",
            phrase::when(self.lang, when),
            phrase::span(self.lang, when)
        ))
    }
}

/// The digits of a value down to the power of ten `exponent`, as a JSON number.
fn plain(value: f64, exponent: i32) -> String {
    digits(value, exponent).replace(',', "").replace('−', "-")
}

/// The number of a statement: with its printed digits, or as it was computed, before any rounding for
/// readers.
fn plain_value(statement: &Statement<'_>) -> String {
    if statement.is_derived() {
        in_full(computed(statement))
    } else {
        plain(statement.quantity.value, statement.quantity.exponent)
    }
}

/// The bounds as they are shown, which hold the number of [`plain_value`]; `None` for none.
fn plain_bounds(statement: &Statement<'_>) -> [Option<String>; 2] {
    let (shown, exponent) = phrase::shown_bounds(statement);
    let value = computed(statement);
    let low = (shown.low, value < shown.low);
    let high = (shown.high, value > shown.high);
    [low, high].map(|(end, is_missed)| {
        let is_missed = is_missed && statement.is_derived();
        let end = end.is_finite().then_some(end)?;
        // The bounds forgive the error of an `f64`, by which the value may miss them.
        Some(if is_missed {
            in_full(value)
        } else {
            plain(end, exponent)
        })
    })
}

/// A computed number before any rounding for readers; where it is open to one side, the bound.
fn computed(statement: &Statement<'_>) -> f64 {
    let Quantity {
        value,
        interval,
        hedge,
        ..
    } = statement.quantity;
    let value = hedge.map_or(value, |hedge| interval.end(hedge));
    // All digits but those that only the arithmetic of an `f64` leaves; zero without its sign.
    let digits = format!("{value:.14e}");
    digits.parse().unwrap_or(value) + 0.0
}

/// A number with all its digits, as a JSON number.
fn in_full(value: f64) -> String {
    value.to_string()
}

const fn status(statement: &Statement<'_>) -> &'static str {
    if statement.is_derived() {
        "derived"
    } else {
        "reported"
    }
}

/// The verdict on a change; `None` when it is neither.
const fn verdict(verdict: Verdict) -> Option<&'static str> {
    match verdict {
        Verdict::Better => Some("better"),
        Verdict::Worse => Some("worse"),
        Verdict::Neutral => None,
    }
}

/// The id of a period, for a value that has one.
fn period_id(when: When<'_>) -> Option<&str> {
    when.period().map(|period| period.id.as_str())
}

/// The month of a time that has one, for a column of its kind.
struct Months {
    as_of: Option<String>,
    up_to: Option<String>,
}

impl Months {
    fn new(when: When<'_>) -> Self {
        let (as_of, up_to) = match when {
            When::AsOf(month) => (Some(month), None),
            When::UpTo(month) => (None, Some(month)),
            When::Period(_) | When::NotStated => (None, None),
        };
        Self {
            as_of: as_of.map(|month| month.to_string()),
            up_to: up_to.map(|month| month.to_string()),
        }
    }
}

/// The entries of a figure: its card, then what its panels say.
fn entries(edition: Edition<'_>, tab: &Tab, fact: &Fact<'_>) -> Vec<story::Entry> {
    let mut entries = story::card(edition.ledger, edition.lang, fact);
    entries.extend(story::panels(edition.ledger, edition.lang, tab, fact));
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_numbers_that_a_machine_reads() {
        assert_eq!(plain(4_681_000.0, 3), "4681000");
        assert_eq!(plain(-12.9, -1), "-12.9");
        assert_eq!(plain(1.0, -1), "1.0");
        assert_eq!(in_full(1e-7), "0.0000001");
        assert_eq!(in_full(5_374_282.433_983_92), "5374282.43398392");
    }

    #[test]
    fn names_every_format_once() {
        for (index, format) in ReportFormat::ALL.iter().enumerate() {
            let named = |other: &ReportFormat| other.name() == format.name();
            assert_eq!(ReportFormat::ALL.iter().position(named), Some(index));
        }
    }
}
