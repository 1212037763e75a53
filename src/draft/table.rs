//! A table whose headings are understood: its columns, its rows and what a row has in a column.

use super::sheet::{SheetCell, SheetRow};
use super::time::{NotATime, Span};
use super::{Location, Note, Quote};
use crate::locale::draft::Remark;

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ColumnContent {
    /// What is said of a figure or a value, by the name of a column.
    Named(&'static str),
    /// A part of a printed change, of which a table may have several.
    Change(u8, &'static str),
    /// The values of a time, in a wide table.
    Time(Result<Span, NotATime>),
    /// What is computed from other columns and not read.
    Computed,
    /// Nothing that a dataset has a place for.
    Unknown,
}

/// A table whose headings are understood.
#[derive(Clone, Debug)]
pub(super) struct Table<'s> {
    /// The row of the headings.
    pub(super) headings: &'s SheetRow,
    /// The rows below it.
    pub(super) rows: &'s [SheetRow],
    /// What each column holds, from the left.
    pub(super) columns: Vec<ColumnContent>,
    /// The column that is taken for the names of the figures without a heading that says so.
    pub(super) assumed_names: Option<usize>,
}

impl<'s> Table<'s> {
    /// The index of the column of a name.
    pub(super) fn index_of(&self, name: &str) -> Option<usize> {
        let is_named =
            |column: &ColumnContent| matches!(column, ColumnContent::Named(own) if *own == name);
        self.columns.iter().position(is_named)
    }

    /// Whether each row has one value, rather than one for each of several times.
    pub(super) fn is_tidy(&self) -> bool {
        self.index_of("value").is_some()
    }

    /// The rows below the headings, each with the table that it is in.
    pub(super) fn records(&self) -> impl Iterator<Item = Record<'_>> {
        self.rows.iter().map(|row| Record { table: self, row })
    }

    /// The heading of a column, empty where it has none.
    pub(super) fn heading(&self, column: usize) -> &'s str {
        let heading = self.headings.cells.get(column);
        heading.map_or("", |cell| cell.text.as_str())
    }
}

/// A row with the table that it is in.
#[derive(Clone, Copy)]
pub(super) struct Record<'t> {
    pub(super) table: &'t Table<'t>,
    pub(super) row: &'t SheetRow,
}

/// What a row has in one of its columns.
#[derive(Clone)]
pub(super) struct Field<'t> {
    pub(super) cell: &'t SheetCell,
    pub(super) location: Location,
}

impl<'t> Record<'t> {
    /// What is in the column of a name, if anything.
    pub(super) fn field(self, name: &str) -> Option<Field<'t>> {
        self.at(self.table.index_of(name)?)
    }

    /// What is in a column, if anything.
    pub(super) fn at(self, column: usize) -> Option<Field<'t>> {
        let cell = self.row.cells.get(column)?;
        (!cell.text.is_empty()).then(|| Field {
            cell,
            location: Location {
                row: self.row.number,
                column: column + 1,
                heading: self.table.heading(column).to_owned(),
            },
        })
    }

    /// The text in the column of a name, empty where there is none.
    pub(super) fn text(self, name: &str) -> &'t str {
        self.field(name).map_or("", |field| field.text())
    }

    /// What the row has in the columns of some sort, each with its column.
    pub(super) fn fields(
        self,
        is_wanted: impl Fn(&ColumnContent) -> bool,
    ) -> impl Iterator<Item = (&'t ColumnContent, Field<'t>)> {
        let columns = self.table.columns.iter().enumerate();
        let wanted = columns.filter(move |(_, column)| is_wanted(column));
        wanted.filter_map(move |(index, column)| Some((column, self.at(index)?)))
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

impl<'t> Field<'t> {
    /// What is in the cell.
    pub(super) fn text(&self) -> &'t str {
        &self.cell.text
    }

    /// What the cell says, and where it is.
    pub(super) fn quote(&self) -> Quote {
        Quote {
            text: self.text().to_owned(),
            location: self.location.clone(),
        }
    }

    /// A note that quotes the cell and says where it is.
    pub(super) fn note(&self, remark: Remark) -> Note {
        self.quote().note(remark)
    }
}
