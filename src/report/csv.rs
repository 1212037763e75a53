//! The report as comma-separated values after RFC 4180: a row for each value of each figure of each tab.
//!
//! `value` and all numbers of changes are as they were computed, `printed` says them as they are shown,
//! and `low` and `high` hold the value.
//!
//! A figure that is on two tabs has rows for both, so choose a tab or an id before counting. What is
//! left of a share and the changes that lead to a value are in columns of the value's row; they have
//! their bounds and formulas in the JSON report.
//!
//! `decimals`, `unit_style` and `derivation` are there for `import`, which makes the same report of it.
//!
//! A value has one row however many changes lead to it, so that a sum or a pivot table counts it once:
//! the change from the nearest time is in the columns `change_…`, and each further one that was
//! printed, such as one since a base year, in columns `change_2_…`, `change_3_…` at the end. A report
//! has as many of them as it needs, most have none.

use std::cmp::Reverse;

use super::{Edition, Months, period_id, plain_bounds, plain_value, status, verdict};
use crate::dataset;
use crate::dataset::{Account, Better, Derived, Period, Tab, When};
use crate::derive::{Change, Fact, Reading, Statement};
use crate::locale::Lang;
use crate::phrase;
use crate::quantity::Hedge;

/// The columns up to the changes; values, bounds, rest and changes are numbers or empty, all others are
/// text.
const FIRST: [&str; 25] = [
    "tab",
    "id",
    "name",
    "period",
    "as_of",
    "up_to",
    "time",
    "start",
    "end",
    "value",
    "decimals",
    "printed",
    "low",
    "high",
    "hedge",
    "unit",
    "unit_symbol",
    "unit_style",
    "status",
    "derivation",
    "formula",
    "formula_numbers",
    "rest",
    "rest_low",
    "rest_high",
];

/// The columns of a change, behind `change_` or, for a further one, its number.
const CHANGE: [&str; 8] = [
    "from",
    "printed",
    "percent",
    "percent_status",
    "points",
    "difference",
    "multiple",
    "verdict",
];

/// The columns after the first change.
const LAST: [&str; 6] = [
    "better", "account", "boundary", "document", "section", "item",
];

pub(super) fn write(edition: Edition<'_>, tabs: &[usize]) -> String {
    let of_tab = |(_, tab)| {
        let facts = edition.ledger.of_tab(tab).into_iter();
        facts.map(move |fact| (tab, fact))
    };
    let facts: Vec<(&Tab, &Fact<'_>)> = edition.tabs(tabs).flat_map(of_tab).collect();
    let readings = || {
        let facts = facts.iter();
        facts.flat_map(|(tab, fact)| {
            fact.readings
                .iter()
                .rev()
                .map(move |reading| (*tab, *fact, reading))
        })
    };
    let changes = readings().map(|(_, fact, reading)| changes(fact, reading).len());
    let further = changes.max().unwrap_or(0).saturating_sub(1);
    let mut file = String::new();
    push(&mut file, header(further));
    for (tab, fact, reading) in readings() {
        push(&mut file, cells(edition, tab, fact, reading, further));
    }
    file
}

/// The names of the columns, with those of so many `further` changes.
fn header(further: usize) -> Vec<Cell> {
    let mut header: Vec<Cell> = FIRST.map(Cell::text).into();
    header.extend(CHANGE.map(|name| Cell::text(format!("change_{name}"))));
    header.extend(LAST.map(Cell::text));
    for number in 2..further + 2 {
        header.extend(CHANGE.map(|name| Cell::text(format!("change_{number}_{name}"))));
    }
    header
}

/// The changes that lead to a value, that from the nearest time first.
fn changes<'a, 'd>(fact: &'a Fact<'d>, reading: &Reading<'d>) -> Vec<&'a Change<'d>> {
    let mut changes: Vec<&Change<'d>> = fact
        .changes()
        .filter(|change| change.to == reading.when)
        .collect();
    let index = |when: When<'_>| {
        fact.readings
            .iter()
            .position(|reading| reading.when == when)
    };
    changes.sort_by_key(|change| Reverse(index(change.from)));
    changes
}

fn cells(
    edition: Edition<'_>,
    tab: &Tab,
    fact: &Fact<'_>,
    reading: &Reading<'_>,
    further: usize,
) -> Vec<Cell> {
    let Edition { ledger, lang } = edition;
    let figure = fact.figure;
    let formula = reading.value.formula.as_ref();
    let [low, high] = plain_bounds(&reading.value).map(Cell::Number);
    let [rest_low, rest_high] = reading
        .rest
        .as_ref()
        .map_or([None, None], plain_bounds)
        .map(Cell::Number);
    let period = reading.when.period();
    let day = |day: fn(&Period) -> dataset::Date| {
        Cell::text(
            period
                .map(|period| day(period).to_string())
                .unwrap_or_default(),
        )
    };
    let Months { as_of, up_to } = Months::new(reading.when);
    let sources = ledger.sources(fact);
    let joined = |part: fn(&dataset::Source) -> String| {
        let parts: Vec<String> = sources.iter().map(|source| part(source)).collect();
        Cell::text(parts.join("; "))
    };
    let first: [Cell; FIRST.len()] = [
        Cell::text(tab.id.as_str()),
        Cell::text(figure.id.as_str()),
        Cell::text(figure.name.get(lang)),
        Cell::text(period_id(reading.when).unwrap_or_default()),
        Cell::text(as_of.unwrap_or_default()),
        Cell::text(up_to.unwrap_or_default()),
        Cell::text(reading.when.kind().name()),
        day(|period| period.start),
        day(|period| period.end),
        number(Some(&reading.value)),
        Cell::Number(decimals(&reading.value)),
        Cell::text(phrase::value(lang, fact, reading)),
        low,
        high,
        Cell::text(reading.value.quantity.hedge.map_or("", Hedge::name)),
        Cell::text(fact.unit.id.as_str()),
        Cell::text(fact.unit.symbol.get(lang)),
        Cell::text(fact.unit.style.name()),
        Cell::text(status(&reading.value)),
        Cell::text(figure.derived.as_ref().map_or_else(String::new, derivation)),
        Cell::text(
            formula.map_or_else(String::new, |formula| phrase::formula_names(lang, formula)),
        ),
        Cell::text(formula.map_or_else(String::new, |formula| {
            phrase::formula_numbers(ledger, lang, formula)
        })),
        number(reading.rest.as_ref()),
        rest_low,
        rest_high,
    ];
    let last: [Cell; LAST.len()] = [
        Cell::text(figure.judged_by().map_or("", Better::name)),
        Cell::text(figure.account.map_or("", Account::name)),
        Cell::text(
            figure
                .boundary
                .as_ref()
                .map_or("", |boundary| boundary.get(lang)),
        ),
        joined(|source| source.document.clone()),
        joined(|source| source.section.to_string()),
        joined(|source| source.item.to_string()),
    ];
    let changes = changes(fact, reading);
    let mut cells: Vec<Cell> = first.into();
    cells.extend(change_cells(lang, fact, changes.first().copied()));
    cells.extend(last);
    for index in 1..=further {
        cells.extend(change_cells(lang, fact, changes.get(index).copied()));
    }
    cells
}

fn change_cells(lang: Lang, fact: &Fact<'_>, change: Option<&Change<'_>>) -> [Cell; CHANGE.len()] {
    let headline = change.and_then(Change::headline);
    let printed = headline.map(|(measure, form)| phrase::signed_change(lang, fact, measure, form));
    let percent = change.and_then(|change| change.percent.as_ref());
    [
        Cell::text(change.map_or_else(String::new, |change| change.from.to_string())),
        Cell::text(printed.unwrap_or_default()),
        number(percent),
        Cell::text(percent.map_or("", status)),
        number(change.and_then(|change| change.points.as_ref())),
        number(change.and_then(|change| change.difference.as_ref())),
        number(change.and_then(|change| change.multiple.as_ref())),
        Cell::text(
            change
                .and_then(|change| verdict(change.verdict))
                .unwrap_or_default(),
        ),
    ]
}

/// How many decimals a printed value is exact to, below zero for one that is rounded to thousands.
fn decimals(value: &Statement<'_>) -> Option<String> {
    let is_printed = !value.is_derived();
    is_printed.then(|| (-value.quantity.exponent).to_string())
}

/// What a figure is computed from, by ids, such as `ratio a b`.
fn derivation(derived: &Derived) -> String {
    let floor = match derived {
        Derived::Above(above) => Some(above.floor.literal.to_string()),
        Derived::Ratio(_) | Derived::Difference(_) | Derived::PerDay(_) => None,
    };
    let inputs = derived.inputs().iter().map(String::as_str);
    let words: Vec<&str> = [derived.name()]
        .into_iter()
        .chain(inputs)
        .chain(floor.as_deref())
        .collect();
    words.join(" ")
}

fn number(form: Option<&Statement<'_>>) -> Cell {
    Cell::Number(form.map(plain_value))
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

fn push(file: &mut String, cells: Vec<Cell>) {
    let cells: Vec<String> = cells.into_iter().map(Cell::written).collect();
    file.push_str(&cells.join(","));
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
