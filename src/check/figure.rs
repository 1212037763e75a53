//! Figures: their values, formulas, sources and accounts.

use std::collections::{BTreeSet, VecDeque};

use crate::dataset::{Account, Better, Dataset, Derived, Figure, UnitStyle, Value};
use crate::locale::finding::Code;
use crate::quantity::{Hedge, digits};

use super::argument::Term;
use super::reference::inputs;
use super::time::era;
use super::timeline::Cause;
use super::unit::of_formula;
use super::{Finding, Review, change};

pub(super) fn review(review: &mut Review<'_>) {
    let dataset = review.dataset;
    for (index, figure) in dataset.figures.iter().enumerate() {
        let at = format!("/figures/{index}");
        let units = dataset.units.iter().map(|unit| unit.id.as_str());
        let pointer = || format!("{at}/unit");
        review.expect_known(Code::UnknownUnit, &figure.unit, units, pointer);
        kind(review, figure, &at);
        for (index, value) in figure.values.iter().enumerate() {
            self::value(review, figure, value, &format!("{at}/values/{index}"));
        }
        for (index, change) in figure.changes.iter().enumerate() {
            change::review(review, figure, change, &format!("{at}/changes/{index}"));
        }
        repeated(review, figure, &at);
        if let Some(derived) = &figure.derived {
            self::derived(review, figure, derived, &format!("{at}/derived"));
        }
        computed_shares(review, figure, &at);
        source(review, figure, &at);
        account(review, figure, &at);
    }
    cycles(review);
}

fn kind(review: &mut Review<'_>, figure: &Figure, at: &str) {
    let code = match (figure.values.is_empty(), &figure.derived) {
        (true, None) => Code::NoValue,
        (false, Some(_)) => Code::PrintedAndDerived,
        _ => return,
    };
    review.report(Finding::new(code, at.to_owned()).plain(&figure.id));
}

pub(super) fn style(review: &Review<'_>, figure: &Figure) -> Option<UnitStyle> {
    review.dataset.unit(&figure.unit).map(|unit| unit.style)
}

fn value(review: &mut Review<'_>, figure: &Figure, value: &Value, at: &str) {
    let dataset = review.dataset;
    let count = match (&value.period, value.as_of) {
        (None, None) => Some(Term::Neither),
        (Some(_), Some(_)) => Some(Term::Both),
        _ => None,
    };
    if let Some(term) = count {
        let finding = Finding::new(Code::ValueTime, at.to_owned());
        review.report(finding.plain(&figure.id).term(term));
    }
    if let Some(id) = &value.period {
        review.expect_period(id, || format!("{at}/period"));
    }
    if let Some(month) = value.as_of {
        let is_within = dataset
            .report
            .periods
            .iter()
            .map(|it| [it.start.min(it.end), it.start.max(it.end)])
            .any(|[start, end]| start.month() <= month && month <= end.month());
        // A year of another era has its own finding.
        if !is_within && !dataset.report.periods.is_empty() && era(month.year).is_none() {
            review.report(Finding::new(Code::StrayTime, format!("{at}/as-of")).plain(month));
        }
    }
    number(review, figure, value, &format!("{at}/value"));
}

fn number(review: &mut Review<'_>, figure: &Figure, value: &Value, at: &str) {
    let literal = &value.value;
    let (number, place) = (literal.value(), literal.place());
    let shown = digits(number, place);
    let is_style = |style: UnitStyle| self::style(review, figure) == Some(style);
    let is_count = is_style(UnitStyle::Count);
    let finding = |code| Finding::new(code, at.to_owned()).plain(&shown);
    let mut findings = Vec::new();
    if is_style(UnitStyle::Share) && !(0.0..=100.0).contains(&number) {
        findings.push(finding(Code::ShareRange).plain(&figure.id));
    }
    if is_count && (number < 0.0 || number.fract() != 0.0) {
        findings.push(finding(Code::NotACount));
    }
    // A round hundred may be hedged; `118,746` was counted to the last one, and nothing is below none.
    let is_exact = place == 0 && number >= 100.0 && number % 10.0 != 0.0
        || number == 0.0 && value.hedge.is_some_and(Hedge::is_ceiling);
    if let Some(hedge) = value.hedge.filter(|_| is_count && is_exact) {
        findings.push(finding(Code::HedgedCount).plain(hedge.name()));
    }
    // Ten thousand of something may be exact; a thousand tonnes hardly ever are. What is called
    // about 400 may be off by more than one.
    let is_about = value.hedge == Some(Hedge::About);
    let least = match (is_about, is_count) {
        (true, _) => 1,
        (false, true) => 4,
        (false, false) => 3,
    };
    let text = literal.to_string();
    let zeros = text.len() - text.trim_end_matches('0').len();
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain && zeros < text.len() && zeros >= least {
        let power = if is_about { zeros } else { zeros - zeros % 3 };
        let mantissa = text.get(..text.len() - power).unwrap_or(&text);
        let better = format!("{mantissa}e{power}");
        findings.push(finding(Code::FalsePrecision).plain(better));
    }
    for finding in findings {
        review.report(finding);
    }
}

/// Two values at one time, two changes over one span.
fn repeated(review: &mut Review<'_>, figure: &Figure, at: &str) {
    let mut times = Vec::new();
    for (index, value) in figure.values.iter().enumerate() {
        let time = (value.period.as_deref(), value.as_of);
        if time != (None, None) && times.contains(&time) {
            let shown = match time {
                (Some(id), _) => id.to_owned(),
                (None, month) => month.map(|it| it.to_string()).unwrap_or_default(),
            };
            let finding = Finding::new(Code::RepeatedValue, format!("{at}/values/{index}"));
            review.report(finding.plain(&figure.id).plain(shown));
        }
        times.push(time);
    }
    let mut spans = Vec::new();
    for (index, change) in figure.changes.iter().enumerate() {
        let span = (&change.from, &change.to);
        if spans.contains(&span) {
            let shown = format!("{} → {}", change.from, change.to);
            let finding = Finding::new(Code::RepeatedValue, format!("{at}/changes/{index}"));
            review.report(finding.plain(&figure.id).plain(shown));
        }
        spans.push(span);
    }
}

fn derived(review: &mut Review<'_>, figure: &Figure, derived: &Derived, at: &str) {
    let dataset = review.dataset;
    let inputs = inputs(derived);
    let mut is_complete = true;
    for (end, id) in &inputs {
        let known = dataset.figures.iter().map(|it| it.id.as_str());
        is_complete &=
            review.expect_known(Code::UnknownFigure, id, known, || format!("{at}/{end}"));
    }
    // A figure of a circle has no values, and its circle its own finding.
    if !is_complete || review.timelines.get(&figure.id).is_none() {
        return;
    }
    let ids: Vec<&str> = inputs.iter().map(|(_, id)| *id).collect();
    let figures: Vec<&Figure> = ids.iter().filter_map(|id| dataset.figure(id)).collect();
    if let [a, b] = figures[..] {
        of_formula(review, figure, derived, [a, b], at);
        let mut accounts = a.account.zip(b.account).into_iter();
        if accounts.any(|(one, other)| one != other) {
            let finding = Finding::new(Code::MixedAccounts, at.to_owned());
            review.report(finding.plain(&a.id).plain(&b.id));
        }
    }
    let Some(timeline) = review.timelines.get(&figure.id) else {
        return;
    };
    let has_inputs = ids.iter().all(|id| {
        let input = review.timelines.get(id);
        input.is_some_and(|it| !it.readings.is_empty())
    });
    if let Some(valueless) = timeline.valueless {
        let finding = |code| Finding::new(code, at.to_owned());
        let finding = match valueless.cause {
            Cause::ZeroDivisor => ids.get(1).map(|it| finding(Code::DivisionByZero).plain(it)),
            Cause::Open => Some(finding(Code::OpenResult).plain(quoted(&ids))),
            Cause::NoDays => None,
        };
        if let Some(finding) = finding {
            review.report(finding.plain(valueless.when));
        }
    } else if timeline.readings.is_empty() && has_inputs {
        let finding = Finding::new(Code::NoCommonTime, at.to_owned());
        review.report(finding.plain(quoted(&ids)));
    }
}

pub(super) fn quoted(ids: &[&str]) -> String {
    let quoted: Vec<String> = ids.iter().map(|id| format!("\"{id}\"")).collect();
    quoted.join(", ")
}

/// Shares that are not printed but follow from something printed.
fn computed_shares(review: &mut Review<'_>, figure: &Figure, at: &str) {
    let timeline = review.timelines.get(&figure.id);
    let Some(timeline) = timeline.filter(|it| it.is_style(UnitStyle::Share)) else {
        return;
    };
    let outside = timeline
        .readings
        .iter()
        .find(|it| !it.is_printed && !(0.0..=100.0).contains(&it.quantity.value));
    if let Some(reading) = outside {
        let shown = digits(reading.quantity.value, reading.quantity.place);
        let key = if figure.derived.is_some() {
            "derived"
        } else {
            "changes"
        };
        let finding = Finding::new(Code::ShareRange, format!("{at}/{key}"));
        review.report(finding.plain(shown).plain(&figure.id));
    }
}

fn source(review: &mut Review<'_>, figure: &Figure, at: &str) {
    let documents = &review.dataset.report.documents;
    let Some(source) = &figure.source else {
        if figure.derived.is_none() {
            review.report(Finding::new(Code::NoSource, at.to_owned()).plain(&figure.id));
        }
        return;
    };
    let known = documents.iter().map(|document| document.id.as_str());
    let pointer = || format!("{at}/source/document");
    review.expect_known(Code::UnknownDocument, &source.document, known, pointer);
    let document = documents.iter().find(|it| it.id == source.document);
    let sections = document.map_or(0, |it| it.sections.len());
    let is_beyond = sections > 0 && source.section as usize > sections;
    if source.section == 0 || source.item == 0 || is_beyond {
        review.report(
            Finding::new(Code::UnknownSection, format!("{at}/source"))
                .plain(&source.document)
                .plain(source.section)
                .plain(source.item),
        );
    }
}

fn account(review: &mut Review<'_>, figure: &Figure, at: &str) {
    if figure.boundary.is_none() {
        review.report(Finding::new(Code::NoBoundary, at.to_owned()).plain(&figure.id));
    }
    let is_odd = matches!(
        (figure.account, figure.better),
        (Some(Account::Inventory), Some(Better::Higher))
            | (
                Some(Account::Reduction | Account::Avoided),
                Some(Better::Lower)
            )
    );
    if let (true, Some(account), Some(better)) = (is_odd, figure.account, figure.better) {
        let finding = Finding::new(Code::OddDirection, format!("{at}/better"));
        review.report(
            finding
                .plain(&figure.id)
                .plain(better.name())
                .plain(account.name()),
        );
    }
    let unit = review.dataset.unit(&figure.unit);
    let is_emission = unit.is_some_and(|unit| {
        let mut symbols = unit.symbol.iter();
        symbols.any(|(_, text)| ["CO₂e", "CO2e"].iter().any(|gas| text.contains(gas)))
    });
    if is_emission && figure.account.is_none() {
        review.report(Finding::new(Code::NoAccount, at.to_owned()).plain(&figure.id));
    }
}

/// Formulas that lead back to themselves; each circle is reported once, where it first appears.
fn cycles(review: &mut Review<'_>) {
    let dataset = review.dataset;
    let mut reported: Vec<&str> = Vec::new();
    for (index, figure) in dataset.figures.iter().enumerate() {
        if reported.contains(&figure.id.as_str()) {
            continue;
        }
        if let Some(circle) = circle(dataset, &figure.id) {
            let finding = Finding::new(Code::DerivedCycle, format!("/figures/{index}/derived"));
            review.report(finding.plain(circle.join(" → ")));
            reported.extend(circle);
        }
    }
}

/// The shortest way from a figure through its inputs back to itself, if there is one.
fn circle<'d>(dataset: &'d Dataset, start: &'d str) -> Option<Vec<&'d str>> {
    let mut ways = VecDeque::from([vec![start]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop_front() {
        let Some(figure) = way.last().and_then(|id| dataset.figure(id)) else {
            continue;
        };
        for input in figure.derived.iter().flat_map(Derived::inputs) {
            let longer = || way.iter().copied().chain([input]).collect();
            if input == start {
                return Some(longer());
            }
            if seen.insert(input) {
                ways.push_back(longer());
            }
        }
    }
    None
}
