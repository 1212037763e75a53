//! Finds the mark before the decimals of a table by the numbers in it.

use super::Note;
use super::number::{self, DecimalMark, Evidence, NumberReading};
use super::table::{ColumnContent, Field, Table};
use crate::locale::draft::Remark;

/// The mark before the decimals of a table, with what is told about it; an error when its numbers do
/// not tell.
pub(super) fn mark(
    table: &Table<'_>,
    stated: Option<DecimalMark>,
) -> Result<(DecimalMark, Option<Note>), Note> {
    if let Some(mark) = stated {
        return Ok((mark, None));
    }
    // What the program writes itself has a point.
    if table.index_of("decimals").is_some() {
        return Ok((DecimalMark::Point, None));
    }
    Witnesses::of(table).verdict()
}

/// The first numbers of a table that show what its mark is.
#[derive(Default)]
struct Witnesses<'t> {
    /// A number that can be read only with a point.
    point: Option<Field<'t>>,
    /// A number that can be read only with a comma.
    comma: Option<Field<'t>>,
    /// A number that has another value with each.
    either: Option<Field<'t>>,
}

impl<'t> Witnesses<'t> {
    fn of(table: &'t Table<'t>) -> Self {
        let is_number = |column: &ColumnContent| {
            matches!(
                column,
                ColumnContent::Named("value")
                    | ColumnContent::Time(_)
                    | ColumnContent::Change(_, "percent")
            )
        };
        let mut witnesses = Self::default();
        for (_, field) in table.records().flat_map(|row| row.fields(is_number)) {
            if field.cell.is_number {
                continue;
            }
            let NumberReading::Number(printed) = number::read(field.text()) else {
                continue;
            };
            let witness = match printed.evidence() {
                Evidence::None => continue,
                Evidence::Sure(DecimalMark::Point) => &mut witnesses.point,
                Evidence::Sure(DecimalMark::Comma) => &mut witnesses.comma,
                Evidence::Either => &mut witnesses.either,
            };
            witness.get_or_insert(field);
        }
        witnesses
    }

    fn verdict(self) -> Result<(DecimalMark, Option<Note>), Note> {
        let note = |remark, field: Field<'_>| {
            let note = Note::new(remark).text(field.text());
            note.location(field.location)
        };
        match (self.point, self.comma, self.either) {
            (Some(point), None, _) => Ok((DecimalMark::Point, Some(note(Remark::Point, point)))),
            (None, Some(comma), _) => Ok((DecimalMark::Comma, Some(note(Remark::Comma, comma)))),
            (Some(point), Some(comma), _) => Err(note(Remark::BothMarks, point)
                .text(comma.text())
                .location(comma.location)),
            (None, None, Some(either)) => Err(note(Remark::EitherMark, either)),
            // Without a mark there is nothing to tell.
            (None, None, None) => Ok((DecimalMark::Point, None)),
        }
    }
}
