//! Collects the figures of a table, row by row, with their values, units and times.

mod change;
mod detail;
mod group;
mod time;
mod unit;
mod value;

use super::figure::{Collected, DraftFigure, Time};
use super::number::DecimalMark;
use super::table::{ColumnContent, Field, Record, Table};
use super::time::YearEnd;
use super::{Note, Quote, free, id, slug};
use crate::locale::draft::Remark;

use group::RowGroup;
use value::PrintedValue;

/// Collects the figures of a table; `notes` gets what was assumed and what was not placed.
pub(super) fn collect(
    table: &Table<'_>,
    mark: DecimalMark,
    year_end: Option<YearEnd>,
    notes: &mut Vec<Note>,
) -> Collected {
    let mut collector = Collector {
        table,
        mark,
        year_end,
        collected: Collected::default(),
        keys: Vec::new(),
        group: None,
        no_values: None,
        notes,
    };
    collector.columns();
    for row in table.records() {
        collector.row(row);
    }
    collector.finish()
}

/// A table on its way to figures.
struct Collector<'t, 'n> {
    table: &'t Table<'t>,
    mark: DecimalMark,
    year_end: Option<YearEnd>,
    collected: Collected,
    /// What tells each figure from the others.
    keys: Vec<[String; 4]>,
    /// The row with a name only above the rows that it names.
    group: Option<RowGroup>,
    /// How many cells say that there is no value, and the first of them.
    no_values: Option<(usize, Quote)>,
    notes: &'n mut Vec<Note>,
}

impl<'t> Collector<'t, '_> {
    fn tell(&mut self, note: Note) {
        self.notes.push(note);
    }

    /// Tells something that was not told before.
    fn once(&mut self, note: Note) {
        if !self.notes.contains(&note) {
            self.tell(note);
        }
    }

    /// What was collected, settled as only the whole table can settle it.
    fn finish(mut self) -> Collected {
        self.end_group();
        if let Some((count, first)) = self.no_values.take() {
            let note = Note::new(Remark::NoValues).text(count).text(first.text);
            self.tell(note.location(first.location));
        }
        self.collected
    }

    /// Tells which columns are not read, and takes the periods of the others.
    fn columns(&mut self) {
        let table = self.table;
        for (index, column) in table.columns.iter().enumerate() {
            let remark = match column {
                ColumnContent::Unknown if table.records().any(|row| row.at(index).is_some()) => {
                    Remark::Column
                }
                ColumnContent::Time(Err(_)) => Remark::FiscalColumn,
                ColumnContent::Time(Ok(span)) => {
                    self.period(span);
                    continue;
                }
                _ => continue,
            };
            let heading = table.heading(index);
            self.tell(Note::new(remark).text(index + 1).text(heading));
        }
    }

    fn row(&mut self, row: Record<'t>) {
        let is_value = |column: &ColumnContent| {
            matches!(
                column,
                ColumnContent::Named("value") | ColumnContent::Time(Ok(_))
            )
        };
        let fields: Vec<(&ColumnContent, Field<'_>)> = row.fields(is_value).collect();
        let (id, name) = row.names();
        if name.is_empty() {
            let nameless = fields.iter().map(|(_, field)| field.note(Remark::NoName));
            return self.notes.extend(nameless);
        }
        if fields.is_empty() && !self.table.is_tidy() && self.begin_group(row) {
            return;
        }
        let mut values: Vec<(&ColumnContent, PrintedValue<'_>)> = Vec::new();
        for (column, field) in fields {
            values.extend(self.printed(field).map(|value| (column, value)));
        }
        let first = values.first();
        let printed_unit = first.map_or("", |(_, value)| value.number.unit.as_str());
        let (name, unit, power) = self.unit(row, name, printed_unit);
        let figure = self.figure(row, id, &name, unit);
        if self.is_derived(row) {
            // It is computed again, from its formula or from a stated change.
            self.time(row);
            return;
        }
        let known = self.collected.figures.get(figure);
        if known.is_none_or(|known| known.unit != unit) {
            // That it has another unit than the row was told.
            return;
        }
        let power = power + self.scale(row);
        for (column, value) in values {
            if let Some(time) = self.time_of_value(row, column, &value.field) {
                self.value(row, figure, time, value, power);
            }
        }
        self.changes(row, figure);
    }

    /// Whether a row says that its value is computed; tells when its status is unknown.
    fn is_derived(&mut self, row: Record<'t>) -> bool {
        let Some(status) = row.field("status") else {
            return false;
        };
        let is_derived = status.text() == "derived";
        if !is_derived && !status.text().eq_ignore_ascii_case("reported") {
            self.tell(status.note(Remark::Status));
        }
        is_derived
    }

    /// The time of a value: that of its column, or else that of its row; tells when there is none.
    fn time_of_value(
        &mut self,
        row: Record<'t>,
        column: &ColumnContent,
        field: &Field<'t>,
    ) -> Option<Time> {
        if let ColumnContent::Time(Ok(span)) = column {
            return Some(Time::Period(span.id.clone()));
        }
        let time = self.time(row);
        let mut columns = ["period", "as_of", "up_to", "time"].into_iter();
        // What is wrong with a time that the row has was told.
        if time.is_none() && columns.all(|column| row.field(column).is_none()) {
            self.tell(field.note(Remark::NoTime));
        }
        time
    }

    /// The index of the figure that a row is about, with what the row says about it.
    fn figure(&mut self, row: Record<'t>, id: &str, name: &str, unit: usize) -> usize {
        let key = self.key(row, id, name, unit);
        let known = self.keys.iter().position(|other| *other == key);
        let index = known.unwrap_or_else(|| {
            self.keys.push(key);
            self.add_figure(row, id, name, unit)
        });
        self.details(row, index, name, unit);
        index
    }

    /// What tells the figure of a row from others: its id, or else its name, unit, boundary and group.
    fn key(&self, row: Record<'t>, id: &str, name: &str, unit: usize) -> [String; 4] {
        if !id.is_empty() {
            return [id.to_owned(), String::new(), String::new(), String::new()];
        }
        let unit = self.collected.units.get(unit);
        [
            name.to_lowercase(),
            unit.map(|unit| unit.id.clone()).unwrap_or_default(),
            row.text("boundary").to_owned(),
            self.group_name().to_owned(),
        ]
    }

    fn add_figure(&mut self, row: Record<'t>, stated: &str, name: &str, unit: usize) -> usize {
        let figures = &mut self.collected.figures;
        let wanted = if stated.is_empty() {
            slug(name)
        } else {
            id(stated)
        };
        let wanted = if wanted.is_empty() { "figure" } else { &wanted };
        let id = free(wanted, |id| figures.iter().any(|figure| figure.id == id));
        figures.push(DraftFigure {
            id,
            name: name.to_owned(),
            unit,
            row: row.row.number,
            ..DraftFigure::default()
        });
        figures.len() - 1
    }
}
