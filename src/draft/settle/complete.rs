//! Leaves out the changes and formulas that nothing can be computed from, and figures without a value.

use std::collections::BTreeSet;
use std::mem;

use crate::draft::Note;
use crate::draft::figure::{Collected, DraftChange, DraftFigure, DraftFormula, DraftValue, Time};
use crate::draft::time::Span;
use crate::locale::draft::Remark;

/// Leaves out what nothing can be computed from; `notes` gets what is left out.
pub(super) fn complete(collected: &mut Collected, notes: &mut Vec<Note>) {
    for figure in &mut collected.figures {
        let changes = mem::take(&mut figure.changes).into_iter();
        let (usable, others): (_, Vec<DraftChange>) =
            changes.partition(|change| is_usable(change, &figure.values, &collected.periods));
        figure.changes = usable;
        notes.extend(
            others
                .iter()
                .map(|change| change.quote.note(Remark::Change)),
        );
        // A figure has values of its own or computed ones.
        if !figure.values.is_empty()
            && let Some(formula) = figure.derived.take()
        {
            notes.push(formula.quote.note(Remark::Formula));
        }
    }
    // A figure that is left out may be the input of another.
    while hide_valueless(collected, notes) {}
}

/// Whether an earlier value can be computed from a change and the value that it leads to.
fn is_usable(change: &DraftChange, values: &[DraftValue], periods: &[Span]) -> bool {
    let has_from = periods.iter().any(|span| span.id == change.from) && change.from != change.to;
    let is_to =
        |value: &DraftValue| value.time == Time::Period(change.to.clone()) && value.number() > 0.0;
    has_from && change.percent.value() > -100.0 && values.iter().any(is_to)
}

/// Leaves out the figures without a value or a formula of other figures; `true` when there was one.
fn hide_valueless(collected: &mut Collected, notes: &mut Vec<Note>) -> bool {
    let figures = mem::take(&mut collected.figures);
    let ids: BTreeSet<String> = figures.iter().map(|figure| figure.id.clone()).collect();
    let is_shown = |figure: &DraftFigure| {
        let is_known = |id: &String| ids.contains(id) && *id != figure.id;
        let has_inputs = |formula: &DraftFormula| formula.inputs.iter().all(is_known);
        !figure.values.is_empty() || figure.derived.as_ref().is_some_and(has_inputs)
    };
    let (shown, hidden): (_, Vec<DraftFigure>) = figures.into_iter().partition(is_shown);
    collected.figures = shown;
    notes.extend(hidden.iter().map(|figure| match &figure.derived {
        Some(formula) => formula.quote.note(Remark::Formula),
        None => Note::new(Remark::NoValue).text(&figure.name),
    }));
    !hidden.is_empty()
}
