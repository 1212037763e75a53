//! Times: the periods of the report, and which times of a figure compare.

use std::fmt::Display;
use std::ops::RangeInclusive;

use super::finding::Finding;
use super::review::Review;
use crate::dataset::{Date, Figure, Month, Period, When};
use crate::derive::{Fact, is_comparable};
use crate::locale::Lang;
use crate::locale::finding::Code;

/// The years of the common era that a report may be of.
const YEARS: RangeInclusive<i32> = 1900..=2200;

pub(super) fn review(review: &mut Review<'_>) {
    periods(review);
    let covered = Covered::new(&review.dataset().report.periods);
    for (index, fact) in review.ledger.facts.iter().enumerate() {
        let (figure, at) = (fact.figure, format!("/figures/{index}"));
        kinds(review, figure, &at);
        lengths(review, fact, &at);
        for (index, value) in figure.values.iter().enumerate() {
            for (key, month) in [("as-of", value.as_of), ("up-to", value.up_to)] {
                if let Some(month) = month {
                    let at = format!("{at}/values/{index}/{key}");
                    self::month(review, month, &covered, &at);
                }
            }
        }
    }
}

/// The month of a state or a total is within a period of the report, in a year of the common era.
fn month(review: &mut Review<'_>, month: Month, covered: &Covered, at: &str) {
    years(review, month.year, at, |year| Month { year, ..month });
    if era(month.year).is_none() && !covered.contains(month) {
        review.report(Finding::new(Code::StrayTime, at.to_owned()).plain(month));
    }
}

/// The months that the periods of a report cover.
struct Covered {
    /// The first and the last months of spans that do not overlap, earliest first.
    spans: Vec<(Month, Month)>,
}

impl Covered {
    fn new(periods: &[Period]) -> Self {
        let span = |period: &Period| {
            let (start, end) = (period.start.month(), period.end.month());
            (start.min(end), start.max(end))
        };
        let mut all: Vec<(Month, Month)> = periods.iter().map(span).collect();
        all.sort_unstable();
        let mut spans: Vec<(Month, Month)> = Vec::new();
        for (start, end) in all {
            match spans.last_mut() {
                Some((_, last)) if start <= *last => *last = end.max(*last),
                _ => spans.push((start, end)),
            }
        }
        Self { spans }
    }

    /// Whether a period has the month; a report without periods has every month.
    fn contains(&self, month: Month) -> bool {
        let after = self.spans.partition_point(|(start, _)| *start <= month);
        let before = after.checked_sub(1).map(|index| self.spans[index].1);
        self.spans.is_empty() || before.is_some_and(|end| month <= end)
    }
}

fn periods(review: &mut Review<'_>) {
    let periods = &review.dataset().report.periods;
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
fn era(year: i32) -> Option<i32> {
    let mut offsets = Lang::ALL.map(|lang| lang.words().year_offset).into_iter();
    offsets.find(|offset| !YEARS.contains(&year) && YEARS.contains(&(year - offset)))
}

/// A figure is either a flow, over periods, or a state, as of months.
fn kinds(review: &mut Review<'_>, figure: &Figure, at: &str) {
    let flow = figure.values.iter().find_map(|value| value.period.as_ref());
    let mut times = figure.values.iter();
    let state = times.find_map(|value| value.as_of.or(value.up_to));
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
fn lengths(review: &mut Review<'_>, fact: &Fact<'_>, at: &str) {
    if let Some([earlier, later]) = fact.compared()
        && let Some(style) = fact.style()
        && !is_comparable(style, earlier.when, later.when)
        && let (When::Period(earlier), When::Period(later)) = (earlier.when, later.when)
        && earlier.days().min(later.days()) > 0
    {
        review.report(
            Finding::new(Code::UnequalPeriods, at.to_owned())
                .plain(&fact.figure.id)
                .plain(&earlier.id)
                .plain(earlier.days())
                .plain(&later.id)
                .plain(later.days()),
        );
    }
}

#[cfg(test)]
pub(super) mod cases {
    use crate::check::case::{Case, Pass, between, case, made};
    use crate::locale::finding::Code;

    pub(in crate::check) const CASES: &[Case] = &[
        made(
            Code::NoPeriod,
            |base| between(base, "\"periods\": [", "    ],", "\"periods\": [],"),
            "\"periods\": []",
        ),
        case(
            Code::ReversedPeriod,
            "\"start\": \"2022-04-01\"",
            "\"start\": \"2024-04-01\"",
            "2024-04-01",
        ),
        case(Code::PeriodOrder, "2022-04-01", "2022-03-30", "2022-03-30"),
        case(
            Code::StrayTime,
            "\"as-of\": \"2023-03\"",
            "\"as-of\": \"2023-04\"",
            "2023-04",
        ),
        case(
            Code::BuddhistYear,
            "\"as-of\": \"2023-03\"",
            "\"as-of\": \"2566-03\"",
            "2566-03",
        ),
        // In no era a year of a report.
        case(
            Code::StrayTime,
            "\"as-of\": \"2023-03\"",
            "\"as-of\": \"9023-03\"",
            "9023-03",
        ),
        case(
            Code::StateAndFlow,
            "{ \"period\": \"FY1\", \"value\": 1.247 }",
            "{ \"as-of\": \"2022-03\", \"value\": 1.247 }",
            "1.247",
        ),
        case(
            Code::UnequalPeriods,
            "2021-04-01",
            "2021-10-01",
            "\"own\", \"unit\"",
        ),
    ];

    pub(in crate::check) const PASSES: &[Pass] = &[
        // A month of any period.
        ("\"as-of\": \"2023-03\"", "\"as-of\": \"2021-04\""),
        // A year of 53 weeks is as long as one of 52.
        ("\"start\": \"2021-04-01\"", "\"start\": \"2021-03-25\""),
    ];
}
