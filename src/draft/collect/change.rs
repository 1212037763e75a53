//! Takes the printed changes that lead to the time of a row.

use super::Collector;
use crate::draft::figure::{DraftChange, Time};
use crate::draft::id;
use crate::draft::number::{self, NumberReading};
use crate::draft::table::{ColumnContent, Field, Record};
use crate::locale::draft::Remark;
use crate::quantity::Literal;

impl<'t> Collector<'t, '_> {
    /// Takes the printed changes of a row.
    pub(super) fn changes(&mut self, row: Record<'t>, figure: usize) {
        let is_percent =
            |column: &ColumnContent| matches!(column, ColumnContent::Change(_, "percent"));
        for (column, field) in row.fields(is_percent) {
            let ColumnContent::Change(number, _) = column else {
                continue;
            };
            let part = |part| change_part(row, *number, part);
            if part("percent_status") == Some("derived") {
                continue;
            }
            if let Some(from) = part("from") {
                self.change(row, figure, from, &field);
            }
        }
    }

    /// Takes a change from a period to that of a row; tells when it is none.
    fn change(&mut self, row: Record<'t>, figure: usize, from: &str, field: &Field<'t>) {
        let percent = self.percent(field);
        let (Some(percent), Some(Time::Period(to))) = (percent, self.time(row)) else {
            return self.tell(field.note(Remark::Change));
        };
        let change = DraftChange {
            from: id(from),
            to,
            percent,
            quote: field.quote(),
        };
        let Some(figure) = self.collected.figures.get_mut(figure) else {
            return;
        };
        let mut known = figure.changes.iter();
        if !known.any(|known| (&known.from, &known.to) == (&change.from, &change.to)) {
            figure.changes.push(change);
        }
    }

    fn percent(&self, field: &Field<'t>) -> Option<Literal> {
        match number::read(field.text()) {
            NumberReading::Number(printed) => printed.digits(self.mark, 0)?.literal(),
            NumberReading::Nothing | NumberReading::Unknown => None,
        }
    }
}

/// What a row has in the column of a part of a change.
fn change_part<'t>(row: Record<'t>, number: u8, part: &'static str) -> Option<&'t str> {
    let mut parts = row.fields(|column| *column == ColumnContent::Change(number, part));
    parts.next().map(|(_, field)| field.text())
}
