//! Takes the units that a table names.

use super::Collector;
use crate::dataset::UnitStyle;
use crate::draft::figure::DraftUnit;
use crate::draft::table::Record;
use crate::draft::unit::{self, UnitReading};
use crate::draft::{Note, free, id, slug};
use crate::locale::draft::Remark;
use crate::quantity::Literal;

impl<'t> Collector<'t, '_> {
    /// The name without a unit at its end, the index of the unit, and the power of ten of its words.
    pub(super) fn unit(
        &mut self,
        row: Record<'t>,
        name: &str,
        printed: &str,
    ) -> (String, usize, i32) {
        let mut text = row.text("unit");
        if let ("", Some((before, inner))) = (text, unit_in_name(name)) {
            let note = Note::new(Remark::UnitInName).text(inner).text(before);
            self.once(note);
            let (unit, power) = self.unit_of(inner);
            return (before.to_owned(), unit, power);
        }
        if text.is_empty() {
            text = printed;
        }
        let (unit, power) = match self.stated_unit(row, text) {
            Some(unit) => (unit, 0),
            None => self.unit_of(text),
        };
        (name.to_owned(), unit, power)
    }

    /// The index of the unit whose symbol or style has its own column.
    fn stated_unit(&mut self, row: Record<'t>, text: &str) -> Option<usize> {
        let has_symbol = self.table.index_of("unit_symbol").is_some();
        let mut styles = UnitStyle::ALL.into_iter();
        let style = styles.find(|style| style.name() == row.text("unit_style"));
        if !has_symbol && style.is_none() {
            return None;
        }
        let symbol = if has_symbol {
            row.text("unit_symbol").to_owned()
        } else {
            unit::read(text).symbol
        };
        let style = style.or_else(|| unit::read(&symbol).style);
        let id = id(text);
        let known = self.collected.units.iter().position(|unit| unit.id == id);
        let index = known.unwrap_or_else(|| self.add_unit(&id, symbol, style));
        if let Some(unit) = self.collected.units.get_mut(index) {
            let per = Literal::parse(row.text("unit_per"));
            unit.per = unit.per.take().or(per);
        }
        Some(index)
    }

    /// The index of the unit that a text names, and the power of ten of its words.
    fn unit_of(&mut self, text: &str) -> (usize, i32) {
        let UnitReading {
            symbol,
            power,
            style,
        } = unit::read(text);
        if power != 0 {
            self.once(Note::new(Remark::ScaledUnit).text(text).text(&symbol));
        }
        let mut units = self.collected.units.iter();
        let known = units.position(|unit| unit.symbol == symbol);
        let unit = known.unwrap_or_else(|| {
            let id = match symbol.as_str() {
                "" => "plain".to_owned(),
                "%" => "percent".to_owned(),
                _ => slug(&symbol),
            };
            self.add_unit(&id, symbol, style)
        });
        (unit, power)
    }

    fn add_unit(&mut self, id: &str, symbol: String, style: Option<UnitStyle>) -> usize {
        let units = &mut self.collected.units;
        let id = if id.is_empty() { "unit" } else { id };
        let id = free(id, |id| units.iter().any(|unit| unit.id == id));
        units.push(DraftUnit {
            id,
            symbol,
            style,
            per: None,
        });
        units.len() - 1
    }
}

/// A name and the unit in brackets behind it: `Water (m³)`.
fn unit_in_name(name: &str) -> Option<(&str, &str)> {
    let (before, inner) = name.strip_suffix(')')?.rsplit_once(" (")?;
    unit::read(inner).style.map(|_| (before, inner))
}
