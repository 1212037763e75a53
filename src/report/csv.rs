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
use crate::dataset::{Account, Better, Date, Derived, Period, Source, Tab, When};
use crate::derive::{Change, Fact, Formula, Ledger, Reading, Statement};
use crate::locale::Lang;
use crate::phrase;
use crate::quantity::Hedge;

/// The heading of a column, and what the row of a value has in it.
type ValueColumn = (&'static str, fn(&ValueRow<'_>) -> CsvCell);

/// The heading of a column, and what a change that leads to the value of a row has in it.
type ChangeColumn = (&'static str, fn(&ValueRow<'_>, &Change<'_>) -> CsvCell);

/// The columns up to the changes; values, bounds, rest and changes are numbers or empty, all others are
/// text.
const FIRST: [ValueColumn; 26] = [
    ("tab", |row| CsvCell::text(row.tab.id.as_str())),
    ("id", |row| CsvCell::text(row.fact.figure.id.as_str())),
    ("name", |row| {
        CsvCell::text(row.fact.figure.name.get(row.lang()))
    }),
    ("period", |row| CsvCell::maybe(period_id(row.reading.when))),
    ("as_of", |row| {
        CsvCell::maybe(Months::new(row.reading.when).as_of)
    }),
    ("up_to", |row| {
        CsvCell::maybe(Months::new(row.reading.when).up_to)
    }),
    ("time", |row| CsvCell::text(row.reading.when.kind().name())),
    ("start", |row| row.day(|period| period.start)),
    ("end", |row| row.day(|period| period.end)),
    ("value", |row| number(Some(&row.reading.value))),
    ("decimals", |row| {
        CsvCell::Number(decimals(&row.reading.value))
    }),
    ("printed", |row| {
        CsvCell::text(phrase::value(row.lang(), row.fact, row.reading))
    }),
    ("low", |row| bound(Some(&row.reading.value), LOW)),
    ("high", |row| bound(Some(&row.reading.value), HIGH)),
    ("hedge", |row| {
        CsvCell::maybe(row.reading.value.quantity.hedge.map(Hedge::name))
    }),
    ("unit", |row| CsvCell::text(row.fact.unit.id.as_str())),
    ("unit_symbol", |row| {
        CsvCell::text(row.fact.unit.symbol.get(row.lang()))
    }),
    ("unit_style", |row| {
        CsvCell::text(row.fact.unit.style.name())
    }),
    ("unit_per", |row| {
        let per = row.fact.unit.per.as_ref();
        CsvCell::Number(per.map(|per| per.literal.to_string()))
    }),
    ("status", |row| CsvCell::text(status(&row.reading.value))),
    ("derivation", |row| {
        CsvCell::maybe(row.fact.figure.derived.as_ref().map(derivation))
    }),
    ("formula", |row| {
        row.formula(|_, lang, formula| phrase::formula_names(lang, formula))
    }),
    ("formula_numbers", |row| {
        row.formula(phrase::formula_numbers)
    }),
    ("rest", |row| number(row.reading.rest.as_ref())),
    ("rest_low", |row| bound(row.reading.rest.as_ref(), LOW)),
    ("rest_high", |row| bound(row.reading.rest.as_ref(), HIGH)),
];

/// The columns of a change, behind `change_` or, for a further one, its number.
const CHANGE: [ChangeColumn; 8] = [
    ("from", |_, change| CsvCell::text(change.from.to_string())),
    ("printed", |row, change| {
        let headline = change.headline();
        CsvCell::maybe(
            headline
                .map(|(measure, form)| phrase::signed_change(row.lang(), row.fact, measure, form)),
        )
    }),
    ("percent", |_, change| number(change.percent.as_ref())),
    ("percent_status", |_, change| {
        CsvCell::maybe(change.percent.as_ref().map(status))
    }),
    ("points", |_, change| number(change.points.as_ref())),
    ("difference", |_, change| number(change.difference.as_ref())),
    ("multiple", |_, change| number(change.multiple.as_ref())),
    ("verdict", |_, change| {
        CsvCell::maybe(verdict(change.verdict))
    }),
];

/// The columns after the first change.
const LAST: [ValueColumn; 6] = [
    ("better", |row| {
        CsvCell::maybe(row.fact.figure.judged_by().map(Better::name))
    }),
    ("account", |row| {
        CsvCell::maybe(row.fact.figure.account.map(Account::name))
    }),
    ("boundary", |row| {
        let boundary = row.fact.figure.boundary.as_ref();
        CsvCell::maybe(boundary.map(|boundary| boundary.get(row.lang())))
    }),
    ("document", |row| {
        row.sources(|source| source.document.clone())
    }),
    ("section", |row| {
        row.sources(|source| source.section.to_string())
    }),
    ("item", |row| row.sources(|source| source.item.to_string())),
];

/// The bounds of an interval, by index.
const LOW: usize = 0;
const HIGH: usize = 1;

/// A value of a figure on a tab.
#[derive(Clone, Copy)]
struct ValueRow<'a> {
    edition: Edition<'a>,
    tab: &'a Tab,
    fact: &'a Fact<'a>,
    reading: &'a Reading<'a>,
}

pub(super) fn write(edition: Edition<'_>, tabs: &[usize]) -> String {
    let rows = rows(edition, tabs);
    let changes = rows.iter().map(|row| row.changes().len());
    let further = changes.max().unwrap_or(0).saturating_sub(1);
    let mut file = String::new();
    push(&mut file, header(further));
    for row in &rows {
        push(&mut file, row.cells(further));
    }
    file
}

/// The rows of some tabs: the values of each figure, latest first.
fn rows<'a>(edition: Edition<'a>, tabs: &'a [usize]) -> Vec<ValueRow<'a>> {
    let mut rows = Vec::new();
    for (_, tab) in edition.tabs(tabs) {
        for fact in edition.ledger.of_tab(tab) {
            let readings = fact.readings.iter().rev();
            rows.extend(readings.map(|reading| ValueRow {
                edition,
                tab,
                fact,
                reading,
            }));
        }
    }
    rows
}

/// The names of the columns, with those of so many `further` changes.
fn header(further: usize) -> Vec<CsvCell> {
    let change = |prefix: &str| CHANGE.map(|(name, _)| CsvCell::text(format!("{prefix}_{name}")));
    let mut header: Vec<CsvCell> = FIRST.map(|(name, _)| CsvCell::text(name)).into();
    header.extend(change("change"));
    header.extend(LAST.map(|(name, _)| CsvCell::text(name)));
    for number in 2..further + 2 {
        header.extend(change(&format!("change_{number}")));
    }
    header
}

impl<'a> ValueRow<'a> {
    /// The cells of the row, in the order of the header.
    fn cells(&self, further: usize) -> Vec<CsvCell> {
        let changes = self.changes();
        let change = |index: usize| {
            let change = changes.get(index);
            CHANGE
                .map(|(_, cell)| change.map_or(CsvCell::Number(None), |change| cell(self, change)))
        };
        let mut cells: Vec<CsvCell> = FIRST.map(|(_, cell)| cell(self)).into();
        cells.extend(change(0));
        cells.extend(LAST.map(|(_, cell)| cell(self)));
        cells.extend((1..=further).flat_map(change));
        cells
    }

    /// The changes that lead to the value, that from the nearest time first.
    fn changes(&self) -> Vec<&'a Change<'a>> {
        let index = |when: When<'_>| {
            let mut readings = self.fact.readings.iter();
            readings.position(|reading| reading.when == when)
        };
        let changes = self.fact.changes();
        let mut changes: Vec<_> = changes
            .filter(|change| change.to == self.reading.when)
            .collect();
        changes.sort_by_key(|change| Reverse(index(change.from)));
        changes
    }

    const fn lang(&self) -> Lang {
        self.edition.lang
    }

    /// A day of the value's period, empty where it has none.
    fn day(&self, day: fn(&Period) -> Date) -> CsvCell {
        let period = self.reading.when.period();
        CsvCell::maybe(period.map(|period| day(period).to_string()))
    }

    /// The formula of the value in words, empty where it has none.
    fn formula(&self, words: fn(&Ledger<'_>, Lang, &Formula<'_>) -> String) -> CsvCell {
        let formula = self.reading.value.formula.as_ref();
        CsvCell::maybe(formula.map(|formula| words(self.edition.ledger, self.lang(), formula)))
    }

    /// A part of each of the figure's sources.
    fn sources(&self, part: fn(&Source) -> String) -> CsvCell {
        let sources = self.edition.ledger.sources(self.fact);
        let parts: Vec<String> = sources.iter().map(|source| part(source)).collect();
        CsvCell::text(parts.join("; "))
    }
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

fn number(form: Option<&Statement<'_>>) -> CsvCell {
    CsvCell::Number(form.map(plain_value))
}

fn bound(form: Option<&Statement<'_>>, bound: usize) -> CsvCell {
    CsvCell::Number(form.and_then(|form| plain_bounds(form)[bound].clone()))
}

/// A cell knows what it is, so a number may begin with a minus sign and a text may not.
enum CsvCell {
    /// A JSON number, or nothing.
    Number(Option<String>),
    /// Words, which no spreadsheet may take for a formula.
    Text(String),
}

impl CsvCell {
    fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The text, or an empty cell.
    fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Number(None), Self::text)
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

fn push(file: &mut String, cells: Vec<CsvCell>) {
    let cells: Vec<String> = cells.into_iter().map(CsvCell::written).collect();
    file.push_str(&cells.join(","));
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disarms_text_and_leaves_numbers_alone() {
        for text in ["=1+1", "+1", "-1", "@a", "\t=1", " =1", "＝1"] {
            let written = CsvCell::text(text).written();
            assert!(written.trim_start_matches('"').starts_with('\''), "{text}");
        }
        assert_eq!(CsvCell::Number(Some("-12.9".to_owned())).written(), "-12.9");
        assert_eq!(CsvCell::text("net").written(), "net");
    }

    #[test]
    fn quotes_what_would_end_a_cell() {
        assert_eq!(CsvCell::text("a,b").written(), "\"a,b\"");
        assert_eq!(CsvCell::text("say \"a\"").written(), "\"say \"\"a\"\"\"");
        assert_eq!(CsvCell::text("a\nb").written(), "\"a\nb\"");
    }
}
