//! Finds the headings of a table, and what each of its columns holds.

use crate::locale::Lang;

use super::Location;
use super::sheet::{Cell, Row, Sheet};
use super::time::{NoTime, Span, YearEnd, period};

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// What is said of a figure or a value, by the name of a column.
    Named(&'static str),
    /// A part of a printed change, of which a table may have several.
    Change(u8, &'static str),
    /// The values of a time, in a wide table.
    Time(Result<Span, NoTime>),
    /// What is computed from other columns and not read.
    Computed,
    /// Nothing that a dataset has a place for.
    Unknown,
}

/// The columns that a table may have, by name.
const NAMES: [&str; 27] = [
    "id",
    "figure",
    "name",
    "short",
    "unit",
    "unit_symbol",
    "unit_style",
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

/// A table whose headings are understood.
#[derive(Clone, Debug)]
pub(super) struct Table<'s> {
    /// The row of the headings.
    pub(super) headings: &'s Row,
    /// The rows below it.
    pub(super) rows: &'s [Row],
    /// What each column holds, from the left.
    pub(super) columns: Vec<Column>,
    /// The column that is taken for the names of the figures without a heading that says so.
    pub(super) assumed_names: Option<usize>,
}

impl Table<'_> {
    /// The index of the column of a name.
    pub(super) fn index_of(&self, name: &str) -> Option<usize> {
        let is_named = |column: &Column| matches!(column, Column::Named(own) if *own == name);
        self.columns.iter().position(is_named)
    }

    /// Whether each row has one value, rather than one for each of several times.
    pub(super) fn is_tidy(&self) -> bool {
        self.index_of("value").is_some()
    }
}

/// A row with the table that it is in.
#[derive(Clone, Copy)]
pub(super) struct Here<'t> {
    pub(super) table: &'t Table<'t>,
    pub(super) row: &'t Row,
}

impl<'t> Here<'t> {
    /// What is in the column of a name, if anything.
    pub(super) fn cell(self, name: &str) -> Option<(&'t Cell, Location)> {
        let column = self.table.index_of(name)?;
        self.at(column)
    }

    /// What is in a column, if anything.
    pub(super) fn at(self, column: usize) -> Option<(&'t Cell, Location)> {
        let cell = self.row.cells.get(column)?;
        (!cell.text.is_empty()).then(|| (cell, self.location(column)))
    }

    /// The text in the column of a name, empty where there is none.
    pub(super) fn text(self, name: &str) -> &'t str {
        self.cell(name).map_or("", |(cell, _)| cell.text.as_str())
    }

    /// The location of a column in the row.
    pub(super) fn location(self, column: usize) -> Location {
        let heading = self.table.headings.cells.get(column);
        Location {
            row: self.row.number,
            column: column + 1,
            heading: heading.map(|cell| cell.text.clone()).unwrap_or_default(),
        }
    }

    /// The id of a row's figure, if it has one, and the name.
    pub(super) fn names(self) -> (&'t str, &'t str) {
        let [id, figure, name] = ["id", "figure", "name"].map(|column| self.text(column));
        match (id, figure, name) {
            ("", "", name) | ("", name, "") => ("", name),
            ("", id, name) => (id, name),
            (id, "", "") => (id, id),
            (id, name, "") | (id, _, name) => (id, name),
        }
    }
}

/// Finds the first row that can be the headings of a table.
pub(super) fn find(sheet: &Sheet, year_end: Option<YearEnd>) -> Option<Table<'_>> {
    let mut rows = sheet.rows.iter().enumerate().take(ABOVE);
    rows.find_map(|(index, headings)| {
        let rows = sheet.rows.get(index + 1..)?;
        table(headings, rows, year_end)
    })
}

fn table<'s>(headings: &'s Row, rows: &'s [Row], year_end: Option<YearEnd>) -> Option<Table<'s>> {
    let mut columns: Vec<Column> = Vec::new();
    for cell in &headings.cells {
        let column = column(&cell.text, year_end);
        // Of two columns of one name the first counts.
        let is_twice = columns.contains(&column) && !matches!(column, Column::Computed);
        columns.push(if is_twice { Column::Unknown } else { column });
    }
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    columns.resize(width.max(columns.len()), Column::Unknown);
    let is_named = |column: &Column| matches!(column, Column::Named("figure" | "name" | "id"));
    let has_names = columns.iter().any(is_named);
    let is_tidy = columns.contains(&Column::Named("value"));
    let times: Vec<usize> = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| matches!(column, Column::Time(_)))
        .map(|(index, _)| index)
        .collect();
    let mut table = Table {
        headings,
        rows,
        columns,
        assumed_names: None,
    };
    if is_tidy {
        if !has_names {
            return None;
        }
        // A value has its time in its row.
        for time in times {
            table.columns[time] = Column::Unknown;
        }
        return Some(table);
    }
    let first = *times.first()?;
    if !has_names {
        // A row of data may hold a year, too; headings hold two or are next to others.
        let has_others = table
            .columns
            .iter()
            .any(|column| matches!(column, Column::Named(_)));
        let is_text = |index: &usize| {
            let mut cells = rows.iter().filter_map(|row| row.cells.get(*index));
            table.columns[*index] == Column::Unknown
                && cells.any(|cell| !cell.is_number && cell.text.contains(char::is_alphabetic))
        };
        let names = (0..first).find(is_text)?;
        if times.len() < 2 && !has_others {
            return None;
        }
        table.columns[names] = Column::Named("name");
        table.assumed_names = Some(names);
    }
    Some(table)
}

fn column(heading: &str, year_end: Option<YearEnd>) -> Column {
    let name = normal(heading);
    if let Some(known) = NAMES.into_iter().find(|known| *known == name) {
        return Column::Named(known);
    }
    if COMPUTED.contains(&name.as_str()) {
        return Column::Computed;
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
        Err(NoTime::Unknown) => Column::Unknown,
        time => Column::Time(time),
    }
}

/// A part of a change, behind the number of a further one.
fn change(part: &str) -> Option<Column> {
    let numbered = part
        .split_once('_')
        .and_then(|(number, part)| Some((number.parse().ok()?, part)));
    let (number, part) = numbered.unwrap_or((1, part));
    let known = CHANGE.into_iter().find(|known| *known == part);
    known
        .map(|known| Column::Change(number, known))
        .or_else(|| COMPUTED_CHANGE.contains(&part).then_some(Column::Computed))
}

/// A heading in small letters, its words joined by low lines.
fn normal(heading: &str) -> String {
    let heading = heading.to_lowercase();
    let is_blank = |symbol: char| symbol.is_whitespace() || symbol.is_ascii_punctuation();
    let words = heading.split(is_blank).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_")
}
