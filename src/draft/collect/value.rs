//! Takes the values of a table.

use super::Collector;
use crate::draft::figure::{DraftValue, Time};
use crate::draft::number::{self, DecimalMark, NumberReading, PrintedDigits, PrintedNumber};
use crate::draft::table::{Field, Record};
use crate::draft::unit;
use crate::locale::draft::Remark;

/// A cell with the number that is printed in it.
pub(super) struct PrintedValue<'t> {
    pub(super) field: Field<'t>,
    pub(super) number: PrintedNumber,
}

impl<'t> Collector<'t, '_> {
    /// The number in a cell; tells when there is none.
    pub(super) fn printed(&mut self, field: Field<'t>) -> Option<PrintedValue<'t>> {
        match number::read(field.text()) {
            NumberReading::Number(number) => return Some(PrintedValue { field, number }),
            NumberReading::Nothing => {
                let (count, _) = self.no_values.get_or_insert_with(|| (0, field.quote()));
                *count += 1;
            }
            NumberReading::Unknown => self.tell(field.note(Remark::Number)),
        }
        None
    }

    /// The power of ten that a row states; tells when it is none.
    pub(super) fn scale(&mut self, row: Record<'t>) -> i32 {
        let Some(field) = row.field("scale") else {
            return 0;
        };
        number::scale(field.text()).unwrap_or_else(|| {
            self.tell(field.note(Remark::Scale));
            0
        })
    }

    /// Adds a value to a figure; tells why when it cannot be added.
    pub(super) fn value(
        &mut self,
        row: Record<'t>,
        figure: usize,
        time: Time,
        printed: PrintedValue<'t>,
        power: i32,
    ) {
        let PrintedValue { field, number } = printed;
        let Some(digits) = self.digits(&field, &number, power) else {
            return;
        };
        let (digits, is_exact) = self.with_decimals(row, digits);
        let hedge = self.word(row, "hedge", number::hedge_named);
        if digits.literal().is_none() {
            return self.tell(field.note(Remark::Number));
        }
        if let Some(symbol) = self.other_unit(row, figure, &number.unit) {
            let note = field.note(Remark::OtherUnit).text(symbol);
            return self.tell(note);
        }
        let value = DraftValue {
            time,
            digits,
            hedge: hedge.or(number.hedge),
            is_exact,
            is_stored: field.cell.is_number,
            quote: field.quote(),
        };
        self.add_value(figure, value, &field);
    }

    /// The digits of a printed number; tells when the decimal mark of the table does not fit them.
    fn digits(
        &mut self,
        field: &Field<'t>,
        number: &PrintedNumber,
        power: i32,
    ) -> Option<PrintedDigits> {
        let mark = if field.cell.is_number {
            DecimalMark::Point
        } else {
            self.mark
        };
        let digits = number.digits(mark, power);
        if digits.is_none() {
            self.tell(field.note(match mark {
                DecimalMark::Point => Remark::NumberPoint,
                DecimalMark::Comma => Remark::NumberComma,
            }));
        }
        digits
    }

    /// The digits with as many decimals as a row states, and whether it states any.
    fn with_decimals(&mut self, row: Record<'t>, digits: PrintedDigits) -> (PrintedDigits, bool) {
        let Some(field) = row.field("decimals") else {
            return (digits, false);
        };
        let decimals = field.text().parse::<i32>().ok();
        let exponent = decimals.and_then(i32::checked_neg);
        let exact = exponent.and_then(|exponent| digits.clone().at(exponent));
        if exact.is_none() {
            self.tell(field.note(Remark::Decimals));
        }
        (exact.unwrap_or(digits), true)
    }

    /// The symbol of a figure's unit, where another unit is printed next to a number.
    fn other_unit(&self, row: Record<'t>, figure: usize, printed: &str) -> Option<String> {
        let figure = self.collected.figures.get(figure)?;
        let unit = self.collected.units.get(figure.unit);
        let symbol = unit.map_or("", |unit| unit.symbol.as_str());
        let [printed_unit, stated] = [printed, row.text("unit")].map(unit::read);
        let is_own = printed_unit.symbol == symbol && printed_unit.power == stated.power;
        (!printed.is_empty() && !is_own).then(|| symbol.to_owned())
    }

    /// Adds a value to a figure that has no other one for the same time.
    fn add_value(&mut self, figure: usize, value: DraftValue, field: &Field<'t>) {
        let Some(figure) = self.collected.figures.get_mut(figure) else {
            return;
        };
        let known = figure.values.iter().find(|other| other.time == value.time);
        match known {
            Some(known) if known.literal() == value.literal() && known.hedge == value.hedge => {}
            Some(_) => self.tell(field.note(Remark::Repeated)),
            None => figure.values.push(value),
        }
    }
}
