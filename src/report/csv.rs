//! The report as comma-separated values after RFC 4180: a row for each value of each figure of each tab.
//!
//! A figure that is on two tabs has rows for both, so choose a tab or an id before counting. What is
//! left of a share and the change that leads to a value stand in columns of the value's row; both
//! have their bounds and formulas in the JSON report.

use super::{
    Source, account, better, hedge, period_id, plain_bounds, plain_value, status, time_id, verdict,
};
use crate::dataset;
use crate::dataset::{Period, Tab};
use crate::derive::{Fact, Reading, Statement, When};
use crate::phrase;

/// The columns; values, bounds, rest and changes are numbers or empty, all others are text.
const COLUMNS: [&str; 33] = [
    "tab",
    "id",
    "name",
    "period",
    "as_of",
    "start",
    "end",
    "value",
    "printed",
    "low",
    "high",
    "hedge",
    "unit",
    "unit_symbol",
    "status",
    "formula",
    "formula_numbers",
    "rest",
    "rest_low",
    "rest_high",
    "change_from",
    "change_percent",
    "change_percent_status",
    "change_points",
    "change_difference",
    "change_multiple",
    "change_verdict",
    "better",
    "account",
    "boundary",
    "document",
    "section",
    "item",
];

pub(super) fn write(source: Source<'_>, tabs: &[usize]) -> String {
    let mut file = String::new();
    push(&mut file, COLUMNS.map(Cell::text));
    for (_, tab) in source.tabs(tabs) {
        for fact in source.ledger.of_tab(tab) {
            for reading in fact.readings.iter().rev() {
                push(&mut file, cells(source, tab, fact, reading));
            }
        }
    }
    file
}

fn cells(
    source: Source<'_>,
    tab: &Tab,
    fact: &Fact<'_>,
    reading: &Reading<'_>,
) -> [Cell; COLUMNS.len()] {
    let Source { ledger, lang } = source;
    let figure = fact.figure;
    let formula = reading.value.formula.as_ref();
    let [low, high] = plain_bounds(&reading.value).map(Cell::Number);
    let [rest_low, rest_high] = reading
        .rest
        .as_ref()
        .map_or([None, None], plain_bounds)
        .map(Cell::Number);
    let change = fact.changes().find(|it| it.to == reading.when);
    let number = |form: Option<&Statement<'_>>| Cell::Number(form.map(plain_value));
    let percent = change.and_then(|it| it.percent.as_ref());
    let period = match reading.when {
        When::Period(period) => Some(period),
        When::AsOf(_) => None,
    };
    let day = |day: fn(&Period) -> dataset::Date| {
        Cell::text(period.map(|it| day(it).to_string()).unwrap_or_default())
    };
    let as_of = match reading.when {
        When::AsOf(month) => month.to_string(),
        When::Period(_) => String::new(),
    };
    let joined = |part: fn(&dataset::Source) -> String| {
        let parts: Vec<String> = fact.sources.iter().map(|it| part(it)).collect();
        Cell::text(parts.join("; "))
    };
    [
        Cell::text(tab.id.as_str()),
        Cell::text(figure.id.as_str()),
        Cell::text(figure.name.get(lang)),
        Cell::text(period_id(reading.when).unwrap_or_default()),
        Cell::text(as_of),
        day(|period| period.start),
        day(|period| period.end),
        number(Some(&reading.value)),
        Cell::text(phrase::value(lang, fact, reading)),
        low,
        high,
        Cell::text(reading.value.quantity.hedge.map_or("", hedge)),
        Cell::text(fact.unit.id.as_str()),
        Cell::text(fact.unit.symbol.get(lang)),
        Cell::text(status(&reading.value)),
        Cell::text(formula.map_or_else(String::new, |it| phrase::formula_names(lang, it))),
        Cell::text(
            formula.map_or_else(String::new, |it| phrase::formula_numbers(ledger, lang, it)),
        ),
        number(reading.rest.as_ref()),
        rest_low,
        rest_high,
        Cell::text(change.map_or_else(String::new, |it| time_id(it.from))),
        number(percent),
        Cell::text(percent.map_or("", status)),
        number(change.and_then(|it| it.points.as_ref())),
        number(change.and_then(|it| it.difference.as_ref())),
        number(change.and_then(|it| it.multiple.as_ref())),
        Cell::text(
            change
                .and_then(|it| verdict(it.verdict))
                .unwrap_or_default(),
        ),
        Cell::text(figure.better.map_or("", better)),
        Cell::text(figure.account.map_or("", account)),
        Cell::text(figure.boundary.as_ref().map_or("", |it| it.get(lang))),
        joined(|it| it.document.clone()),
        joined(|it| it.section.to_string()),
        joined(|it| it.item.to_string()),
    ]
}

/// A cell knows what it is, so a number may begin with a minus sign and a text may not.
enum Cell {
    /// A JSON number, or nothing.
    Number(Option<String>),
    /// Words, which no spreadsheet may take for a formula.
    Text(String),
}

impl Cell {
    fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    fn written(self) -> String {
        let text = match self {
            Self::Number(number) => return number.unwrap_or_default(),
            Self::Text(text) => text,
        };
        let safe = if is_formula(&text) {
            format!("'{text}")
        } else {
            text
        };
        if safe.contains(['"', ',', '\r', '\n']) {
            format!("\"{}\"", safe.replace('"', "\"\""))
        } else {
            safe
        }
    }
}

/// Whether a spreadsheet might run the text: it begins, perhaps after blanks, with a sign of a formula.
///
/// The full-width signs count too, for some editions of spreadsheets read them as the narrow ones.
fn is_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n'])
        || text
            .trim_start()
            .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

fn push(file: &mut String, cells: [Cell; COLUMNS.len()]) {
    file.push_str(&cells.map(Cell::written).join(","));
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disarms_text_and_leaves_numbers_alone() {
        for text in ["=1+1", "+1", "-1", "@a", "\t=1", " =1", "＝1"] {
            let written = Cell::text(text).written();
            assert!(written.trim_start_matches('"').starts_with('\''), "{text}");
        }
        assert_eq!(Cell::Number(Some("-12.9".to_owned())).written(), "-12.9");
        assert_eq!(Cell::text("net").written(), "net");
    }

    #[test]
    fn quotes_what_would_end_a_cell() {
        assert_eq!(Cell::text("a,b").written(), "\"a,b\"");
        assert_eq!(Cell::text("say \"a\"").written(), "\"say \"\"a\"\"\"");
        assert_eq!(Cell::text("a\nb").written(), "\"a\nb\"");
    }
}
