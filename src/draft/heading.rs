//! Finds the headings of a table, and what each of its columns holds.

use super::sheet::{Sheet, SheetRow};
use super::table::{ColumnContent, Table};
use super::time::{NotATime, YearEnd, period};
use crate::locale::Lang;

/// The columns that a table may have, by name.
const NAMES: [&str; 28] = [
    "id",
    "figure",
    "name",
    "short",
    "unit",
    "unit_symbol",
    "unit_style",
    "unit_per",
    "period",
    "as_of",
    "up_to",
    "time",
    "start",
    "end",
    "value",
    "decimals",
    "hedge",
    "scale",
    "status",
    "boundary",
    "account",
    "better",
    "document",
    "section",
    "item",
    "tab",
    "note",
    "derivation",
];

/// Columns that the program itself writes and computes again.
const COMPUTED: [&str; 8] = [
    "printed",
    "low",
    "high",
    "formula",
    "formula_numbers",
    "rest",
    "rest_low",
    "rest_high",
];

/// The parts of a change that are read, and those that are computed again.
const CHANGE: [&str; 3] = ["from", "percent", "percent_status"];
const COMPUTED_CHANGE: [&str; 5] = ["printed", "points", "difference", "multiple", "verdict"];

/// How many rows may be above the headings.
const ABOVE: usize = 30;

/// Finds the first row that can be the headings of a table.
pub(super) fn find(sheet: &Sheet, year_end: Option<YearEnd>) -> Option<Table<'_>> {
    let mut rows = sheet.rows.iter().enumerate().take(ABOVE);
    rows.find_map(|(index, headings)| {
        let rows = sheet.rows.get(index + 1..)?;
        table(headings, rows, year_end)
    })
}

/// The table below some headings; `None` when they are not those of a table.
fn table<'s>(
    headings: &'s SheetRow,
    rows: &'s [SheetRow],
    year_end: Option<YearEnd>,
) -> Option<Table<'s>> {
    let mut table = Table {
        headings,
        rows,
        columns: columns(headings, rows, year_end),
        assumed_names: None,
    };
    let is_named =
        |column: &ColumnContent| matches!(column, ColumnContent::Named("figure" | "name" | "id"));
    let has_names = table.columns.iter().any(is_named);
    if table.is_tidy() {
        // A value has its time in its row.
        for column in &mut table.columns {
            if matches!(column, ColumnContent::Time(_)) {
                *column = ColumnContent::Unknown;
            }
        }
        return has_names.then_some(table);
    }
    if !has_names {
        let names = unnamed_names(&table)?;
        table.columns[names] = ColumnContent::Named("name");
        table.assumed_names = Some(names);
    }
    let is_time = |column: &ColumnContent| matches!(column, ColumnContent::Time(_));
    table.columns.iter().any(is_time).then_some(table)
}

/// What the columns of a table hold, as many as its widest row has.
fn columns(
    headings: &SheetRow,
    rows: &[SheetRow],
    year_end: Option<YearEnd>,
) -> Vec<ColumnContent> {
    let mut columns: Vec<ColumnContent> = Vec::new();
    for cell in &headings.cells {
        let column = column(&cell.text, year_end);
        // Of two columns of one name the first counts.
        let is_twice = columns.contains(&column) && !matches!(column, ColumnContent::Computed);
        columns.push(if is_twice {
            ColumnContent::Unknown
        } else {
            column
        });
    }
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    columns.resize(width.max(columns.len()), ColumnContent::Unknown);
    columns
}

/// The column that can be taken for the names of a wide table, whose heading does not say so.
fn unnamed_names(table: &Table<'_>) -> Option<usize> {
    let columns = table.columns.iter();
    let (times, others): (Vec<_>, Vec<_>) = columns
        .enumerate()
        .filter(|(_, column)| matches!(column, ColumnContent::Time(_) | ColumnContent::Named(_)))
        .partition(|(_, column)| matches!(column, ColumnContent::Time(_)));
    // A row of data may hold a year, too; headings hold two or are next to others.
    if times.len() < 2 && others.is_empty() {
        return None;
    }
    let (first_time, _) = times.first()?;
    let is_text = |index: &usize| {
        let mut cells = table.rows.iter().filter_map(|row| row.cells.get(*index));
        table.columns[*index] == ColumnContent::Unknown
            && cells.any(|cell| !cell.is_number && cell.text.contains(char::is_alphabetic))
    };
    (0..*first_time).find(is_text)
}

/// What the column below a heading holds.
fn column(heading: &str, year_end: Option<YearEnd>) -> ColumnContent {
    let name = normal(heading);
    if let Some(known) = NAMES.into_iter().find(|known| *known == name) {
        return ColumnContent::Named(known);
    }
    if COMPUTED.contains(&name.as_str()) {
        return ColumnContent::Computed;
    }
    if let Some(column) = name.strip_prefix("change_").and_then(change) {
        return column;
    }
    let synonyms = Lang::ALL.iter().flat_map(|lang| lang.table().columns);
    let synonym = synonyms.clone().find(|(word, _)| normal(word) == name);
    if let Some((_, name)) = synonym {
        return column(name, None);
    }
    match period(heading, year_end) {
        Err(NotATime::Unknown) => ColumnContent::Unknown,
        time => ColumnContent::Time(time),
    }
}

/// A part of a change, behind the number of a further one.
fn change(part: &str) -> Option<ColumnContent> {
    let numbered = part
        .split_once('_')
        .and_then(|(number, part)| Some((number.parse().ok()?, part)));
    let (number, part) = numbered.unwrap_or((1, part));
    let known = CHANGE.into_iter().find(|known| *known == part);
    known
        .map(|known| ColumnContent::Change(number, known))
        .or_else(|| {
            COMPUTED_CHANGE
                .contains(&part)
                .then_some(ColumnContent::Computed)
        })
}

/// A heading in small letters, its words joined by low lines.
fn normal(heading: &str) -> String {
    let heading = heading.to_lowercase();
    let is_blank = |symbol: char| symbol.is_whitespace() || symbol.is_ascii_punctuation();
    let words = heading.split(is_blank).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_")
}
