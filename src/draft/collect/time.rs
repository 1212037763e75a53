//! Takes the times and periods that a table names.

use super::Collector;
use crate::dataset::{self, Month};
use crate::draft::figure::Time;
use crate::draft::id;
use crate::draft::table::{Field, Record};
use crate::draft::time::{self, NotATime, Span};
use crate::locale::draft::Remark;

impl<'t> Collector<'t, '_> {
    /// The time that a row of a tidy table names; tells when it names none.
    pub(super) fn time(&mut self, row: Record<'t>) -> Option<Time> {
        let period = row.field("period");
        if let Some(period) = &period
            && let Some(span) = stated_span(row, period)
        {
            return self.known(span, period);
        }
        if let Some(field) = row.field("as_of") {
            return self.month(&field).map(Time::AsOf);
        }
        if let Some(field) = row.field("up_to") {
            return self.month(&field).map(Time::UpTo);
        }
        if let Some(period) = period {
            return self.named_time(&period);
        }
        let word = row.field("time")?;
        if word.text() == dataset::NoTime::NotStated.name() {
            return Some(Time::NotStated);
        }
        self.tell(word.note(Remark::Time));
        None
    }

    /// The month that a cell names; tells when it names none.
    fn month(&mut self, field: &Field<'t>) -> Option<Month> {
        let month = time::as_of(field.text());
        if month.is_none() {
            self.tell(field.note(Remark::Time));
        }
        month
    }

    /// The period or the month that a cell names; tells when it names none.
    fn named_time(&mut self, field: &Field<'t>) -> Option<Time> {
        let remark = match time::period(field.text(), self.year_end) {
            Ok(span) => return self.known(span, field),
            Err(NotATime::YearEnd) => Remark::FiscalTime,
            Err(NotATime::Unknown) => match time::as_of(field.text()) {
                Some(month) => return Some(Time::AsOf(month)),
                None => Remark::Time,
            },
        };
        self.tell(field.note(remark));
        None
    }

    /// The time of a period; tells when it has other days elsewhere.
    fn known(&mut self, span: Span, field: &Field<'t>) -> Option<Time> {
        if self.period(&span) {
            return Some(Time::Period(span.id));
        }
        self.once(field.note(Remark::OtherDays));
        None
    }

    /// Adds a period; `false` when it has other days elsewhere.
    pub(super) fn period(&mut self, span: &Span) -> bool {
        let periods = &mut self.collected.periods;
        if let Some(known) = periods.iter().find(|period| period.id == span.id) {
            return (known.start, known.end) == (span.start, span.end);
        }
        periods.push(span.clone());
        true
    }
}

/// The period whose first and last day a row states.
fn stated_span(row: Record<'_>, period: &Field<'_>) -> Option<Span> {
    let span = Span {
        id: id(period.text()),
        start: time::day(row.text("start"))?,
        end: time::day(row.text("end"))?,
        is_stated: true,
    };
    (!span.id.is_empty()).then_some(span)
}
