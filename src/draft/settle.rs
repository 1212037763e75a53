//! Settles what only a whole table can tell: how numbers of a unit behave, which values are rounded,
//! which figures can be shown, and which periods, units and documents they use.

mod complete;
mod unit;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::Note;
use super::figure::{Collected, DraftDocument, DraftSource, Time};
use super::time::{Span, period};
use crate::dataset::{Account, Month, UnitStyle};
use crate::locale::Lang;
use crate::locale::draft::Remark;
use crate::quantity::Hedge;

/// What holds for the figures of which the table says nothing else.
pub(super) struct Defaults {
    /// What they cover.
    pub(super) boundary: Option<String>,
    /// The document that the table is.
    pub(super) document: DraftDocument,
}

/// Settles what was collected; `notes` gets what was assumed and what was not placed.
pub(super) fn settle(collected: &mut Collected, defaults: Defaults, notes: &mut Vec<Note>) {
    unit::shares(collected, notes);
    unit::styles(collected, notes);
    rounding(collected, notes);
    accounts(collected, notes);
    complete::complete(collected, notes);
    self::defaults(collected, defaults, notes);
    used(collected);
    times(collected, notes);
}

/// Values that end in so many zeros that the last of them hardly was counted or measured.
fn rounding(collected: &mut Collected, notes: &mut Vec<Note>) {
    let mut rounded = 0;
    let mut first = None;
    for figure in &mut collected.figures {
        let style = collected.units.get(figure.unit).and_then(|unit| unit.style);
        for value in &mut figure.values {
            if value.is_exact || value.digits.exponent() != 0 {
                continue;
            }
            let is_about = value.hedge == Some(Hedge::About);
            let min_zeros = match (is_about, style) {
                (true, _) => 1,
                (false, Some(UnitStyle::Count)) => 4,
                (false, _) => 3,
            };
            let zeros = value.digits.zeros();
            let power = if is_about { zeros } else { zeros - zeros % 3 };
            let exponent = i32::try_from(power).ok().filter(|_| zeros >= min_zeros);
            let digits = exponent.and_then(|exponent| value.digits.clone().at(exponent));
            if let Some(digits) = digits {
                value.digits = digits;
                rounded += 1;
                first.get_or_insert_with(|| value.quote.clone());
            }
        }
    }
    if let Some(first) = first {
        let note = Note::new(Remark::Rounded).text(rounded).text(first.text);
        notes.push(note.location(first.location));
    }
}

/// Emissions that name one of the scopes of the GHG Protocol are the organisation's own.
fn accounts(collected: &mut Collected, notes: &mut Vec<Note>) {
    let mut named = 0;
    let mut first = None;
    for figure in &mut collected.figures {
        let unit = collected.units.get(figure.unit);
        let is_gas = unit
            .is_some_and(|unit| unit.style == Some(UnitStyle::Mass) && unit.symbol.contains("CO₂"));
        if is_gas && figure.account.is_none() && names_scope(&figure.name) {
            figure.account = Some(Account::Inventory);
            named += 1;
            first.get_or_insert(figure.name.as_str());
        }
    }
    if let Some(first) = first {
        notes.push(Note::new(Remark::Inventory).text(named).text(first));
    }
}

/// Whether a name has a scope from 1 to 3, which 3+ is not, and does not speak of what was avoided.
fn names_scope(name: &str) -> bool {
    let name = name.to_lowercase();
    let langs = Lang::ALL.into_iter();
    let mut reductions = langs.clone().flat_map(|lang| lang.table().reductions);
    let is_reduction = reductions.any(|word| name.contains(word));
    let mut scopes = langs.flat_map(|lang| lang.words().check.scopes);
    scopes.any(|scope| {
        name.match_indices(scope).any(|(index, scope)| {
            let after = name.get(index + scope.len()..).unwrap_or_default();
            let number = after.trim_start();
            let rest = number.strip_prefix(['1', '2', '3']);
            rest.is_some_and(|rest| {
                !rest.starts_with(|character: char| character == '+' || character.is_ascii_digit())
            })
        })
    }) && !is_reduction
}

/// Gives figures the boundary that holds for all, and the table as their source.
fn defaults(collected: &mut Collected, defaults: Defaults, notes: &mut Vec<Note>) {
    let Defaults {
        boundary,
        mut document,
    } = defaults;
    let documents = &mut collected.documents;
    document.id = super::free(&document.id, |id| {
        documents.iter().any(|document| document.id == id)
    });
    let mut is_source = false;
    for figure in &mut collected.figures {
        if figure.boundary.is_none() {
            figure.boundary.clone_from(&boundary);
        }
        if figure.source.is_none() && !figure.is_derived() {
            is_source = true;
            figure.source = Some(DraftSource {
                document: document.id.clone(),
                section: 1,
                item: figure.row,
            });
        }
    }
    if is_source {
        notes.push(Note::new(Remark::TableSource).text(&document.title));
        documents.push(document);
    }
}

/// Leaves out the periods, units and documents that no figure uses.
fn used(collected: &mut Collected) {
    let figures = &collected.figures;
    let mut periods = BTreeSet::new();
    for figure in figures {
        periods.extend(figure.values.iter().filter_map(|value| match &value.time {
            Time::Period(id) => Some(id),
            Time::AsOf(_) | Time::UpTo(_) | Time::NotStated => None,
        }));
        periods.extend(
            figure
                .changes
                .iter()
                .flat_map(|change| [&change.from, &change.to]),
        );
    }
    let documents: BTreeSet<&String> = figures
        .iter()
        .filter_map(|figure| Some(&figure.source.as_ref()?.document))
        .collect();
    collected.periods.retain(|span| periods.contains(&span.id));
    collected
        .documents
        .retain(|document| documents.contains(&document.id));
    let mut used = Vec::new();
    for (index, unit) in std::mem::take(&mut collected.units).into_iter().enumerate() {
        if figures.iter().any(|figure| figure.unit == index) {
            collected.units.push(unit);
            used.push(index);
        }
    }
    for figure in &mut collected.figures {
        let index = used.iter().position(|unit| *unit == figure.unit);
        figure.unit = index.unwrap_or(0);
    }
}

/// Puts periods and values in the order of time, and gives a report of months alone its year.
fn times(collected: &mut Collected, notes: &mut Vec<Note>) {
    let months = collected.figures.iter().flat_map(|figure| &figure.values);
    let months = months.filter_map(|value| match value.time {
        Time::AsOf(month) | Time::UpTo(month) => Some(month),
        Time::Period(_) | Time::NotStated => None,
    });
    if let (true, Some(latest)) = (collected.periods.is_empty(), months.max()) {
        let year = period(&latest.year.to_string(), None);
        collected.periods.extend(year);
    }
    collected
        .periods
        .sort_by_key(|span| (span.end, Reverse(span.start)));
    let periods = &collected.periods;
    let end = |time: &Time| -> Option<(Month, bool)> {
        match time {
            Time::Period(id) => {
                let span = periods.iter().find(|span| span.id == *id)?;
                Some((span.end.month(), false))
            }
            Time::AsOf(month) | Time::UpTo(month) => Some((*month, true)),
            Time::NotStated => None,
        }
    };
    for figure in &mut collected.figures {
        figure.values.sort_by_key(|value| end(&value.time));
    }
    let read = periods.iter().filter(|span| !span.is_stated);
    let (years, others): (Vec<&Span>, Vec<&Span>) = read.partition(|span| span.is_calendar_year());
    let ids: Vec<&str> = years.iter().map(|span| span.id.as_str()).collect();
    if !ids.is_empty() {
        notes.push(Note::new(Remark::CalendarYears).text(ids.join(", ")));
    }
    for span in others {
        let note = Note::new(Remark::FiscalYear).text(&span.id);
        notes.push(note.text(span.start).text(span.end));
    }
}
