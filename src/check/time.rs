//! Times: the periods of the report, and which times of a figure compare.

use std::fmt::Display;
use std::ops::RangeInclusive;

use crate::dataset::{Date, Figure, Month, When};
use crate::locale::Lang;
use crate::locale::finding::Code;

use super::{Finding, Review};

/// The years of the common era that a report may be of.
const YEARS: RangeInclusive<i32> = 1900..=2200;

pub(super) fn review(review: &mut Review<'_>) {
    periods(review);
    let dataset = review.dataset;
    for (index, figure) in dataset.figures.iter().enumerate() {
        let at = format!("/figures/{index}");
        kinds(review, figure, &at);
        lengths(review, figure, &at);
        for (index, value) in figure.values.iter().enumerate() {
            if let Some(Month { year, month }) = value.as_of {
                let at = format!("{at}/values/{index}/as-of");
                years(review, year, &at, |year| Month { year, month });
            }
        }
    }
}

fn periods(review: &mut Review<'_>) {
    let periods = &review.dataset.report.periods;
    if periods.is_empty() {
        let pointer = "/report/periods".to_owned();
        review.report(Finding::new(Code::NoPeriod, pointer));
    }
    for (index, period) in periods.iter().enumerate() {
        for (key, date) in [("start", period.start), ("end", period.end)] {
            let at = format!("/report/periods/{index}/{key}");
            years(review, date.year, &at, |year| Date { year, ..date });
        }
        if period.end < period.start {
            review.report(
                Finding::new(Code::ReversedPeriod, format!("/report/periods/{index}"))
                    .plain(&period.id)
                    .plain(period.start)
                    .plain(period.end),
            );
        }
    }
    for (index, pair) in periods.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        let is_reversed = before.end < before.start || after.end < after.start;
        if after.start <= before.end && !is_reversed {
            let pointer = format!("/report/periods/{}", index + 1);
            review.report(
                Finding::new(Code::PeriodOrder, pointer)
                    .plain(&before.id)
                    .plain(&after.id),
            );
        }
    }
}

/// Reports a year of another era than the common one, with the date that is meant.
fn years<T: Display>(review: &mut Review<'_>, year: i32, at: &str, date: impl Fn(i32) -> T) {
    if let Some(offset) = era(year) {
        review.report(
            Finding::new(Code::BuddhistYear, at.to_owned())
                .plain(year)
                .plain(date(year - offset))
                .plain(offset),
        );
    }
}

/// How many years the era is ahead that a year far ahead must be of, if that makes it a likely one.
pub(super) fn era(year: i32) -> Option<i32> {
    let mut offsets = Lang::ALL.map(|lang| lang.words().year_offset).into_iter();
    offsets.find(|offset| !YEARS.contains(&year) && YEARS.contains(&(year - offset)))
}

/// A figure is either a flow, over periods, or a state, as of months.
fn kinds(review: &mut Review<'_>, figure: &Figure, at: &str) {
    let flow = figure.values.iter().find_map(|it| it.period.as_ref());
    let state = figure.values.iter().find_map(|it| it.as_of);
    let is_flow = |index: usize| figure.values[index].period.is_some();
    let first_other = (1..figure.values.len()).find(|index| is_flow(*index) != is_flow(0));
    if let (Some(flow), Some(state), Some(index)) = (flow, state, first_other) {
        review.report(
            Finding::new(Code::StateAndFlow, format!("{at}/values/{index}"))
                .plain(&figure.id)
                .plain(flow)
                .plain(state),
        );
    }
}

/// The latest value of a flow and the one it is compared with, over periods of one length.
fn lengths(review: &mut Review<'_>, figure: &Figure, at: &str) {
    let Some(timeline) = review.timelines.get(&figure.id) else {
        return;
    };
    if let Some([earlier, later]) = timeline.compared()
        && let Some(style) = timeline.style
        && !style.is_comparable(earlier.when, later.when)
        && let (When::Period(earlier), When::Period(later)) = (earlier.when, later.when)
        && earlier.days().min(later.days()) > 0
    {
        review.report(
            Finding::new(Code::UnequalPeriods, at.to_owned())
                .plain(&figure.id)
                .plain(&earlier.id)
                .plain(earlier.days())
                .plain(&later.id)
                .plain(later.days()),
        );
    }
}
