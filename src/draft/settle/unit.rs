//! Settles how numbers of a unit behave, where its words do not tell.

use crate::dataset::UnitStyle;
use crate::draft::figure::{Collected, DraftFigure, DraftUnit, DraftValue};
use crate::draft::{Note, free};
use crate::locale::draft::Remark;

/// Words that name an index, a ratio of two amounts of one unit.
const INDICES: [&str; 3] = ["pue", "wue", "cue"];

/// Numbers in percent: those that a workbook may show otherwise, and those that are of no whole.
pub(super) fn shares(collected: &mut Collected, notes: &mut Vec<Note>) {
    let units = &mut collected.units;
    for figure in &mut collected.figures {
        let unit = units.get(figure.unit);
        if unit.is_none_or(|unit| unit.style != Some(UnitStyle::Share)) {
            continue;
        }
        if may_be_fractions(figure) {
            let values = figure.values.drain(..);
            notes.extend(values.map(|value| value.quote.note(Remark::StoredShare)));
            continue;
        }
        let is_outside = |value: &&DraftValue| !(0.0..=100.0).contains(&value.number());
        if let Some(outside) = figure.values.iter().find(is_outside) {
            let note = Note::new(Remark::NotAShare).text(&figure.name);
            let note = note.text(&outside.quote.text);
            notes.push(note.location(outside.quote.location.clone()));
            figure.unit = known_or_added(units, "%", UnitStyle::Rate, "percent-rate");
        }
    }
}

/// Whether a workbook may store the values as fractions of one and show them in percent.
fn may_be_fractions(figure: &DraftFigure) -> bool {
    let mut values = figure.values.iter();
    let is_fraction = |value: &DraftValue| value.is_stored && value.number().abs() <= 1.0;
    values.clone().any(|value| value.number().fract() != 0.0) && values.all(is_fraction)
}

/// How numbers behave in units whose words do not tell.
pub(super) fn styles(collected: &mut Collected, notes: &mut Vec<Note>) {
    indices(collected, notes);
    let figures = &collected.figures;
    for (index, unit) in collected.units.iter_mut().enumerate() {
        if unit.style.is_some() {
            continue;
        }
        if unit.symbol.is_empty() {
            unit.style = Some(UnitStyle::Rate);
            continue;
        }
        let figures = figures.iter().filter(|figure| figure.unit == index);
        let mut values = figures.flat_map(|figure| &figure.values);
        let is_count = values.all(|value| {
            value.number() >= 0.0 && value.number().fract() == 0.0 && value.digits.exponent() >= 0
        });
        let (style, remark) = if is_count {
            (UnitStyle::Count, Remark::CountUnit)
        } else {
            (UnitStyle::Amount, Remark::AmountUnit)
        };
        unit.style = Some(style);
        notes.push(Note::new(remark).text(&unit.symbol));
    }
}

/// Gives each index a unit of its own, since only its name tells that it is one.
fn indices(collected: &mut Collected, notes: &mut Vec<Note>) {
    let units = &mut collected.units;
    for figure in &mut collected.figures {
        let unit = units.get(figure.unit);
        if unit.is_none_or(|unit| !unit.symbol.is_empty() || unit.style.is_some()) {
            continue;
        }
        let name = figure.name.to_lowercase();
        let mut words = name.split(|character: char| !character.is_alphanumeric());
        if words.any(|word| INDICES.contains(&word)) {
            figure.unit = known_or_added(units, "", UnitStyle::Index, "index");
        } else {
            notes.push(Note::new(Remark::NoUnit).text(&figure.name));
        }
    }
}

/// The index of the unit with a symbol and a style, which is added with an id like `id` if need be.
fn known_or_added(units: &mut Vec<DraftUnit>, symbol: &str, style: UnitStyle, id: &str) -> usize {
    let is_known = |unit: &DraftUnit| unit.symbol == symbol && unit.style == Some(style);
    units.iter().position(is_known).unwrap_or_else(|| {
        let id = free(id, |id| units.iter().any(|unit| unit.id == id));
        units.push(DraftUnit {
            id,
            symbol: symbol.to_owned(),
            style: Some(style),
            per: None,
        });
        units.len() - 1
    })
}
