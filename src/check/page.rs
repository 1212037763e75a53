//! Tabs, rows and panels: what they draw, and whether that can be drawn truthfully.

use crate::dataset::{Account, Dataset, Figure, Kind, Panel, UnitStyle, When};
use crate::locale::finding::Code;
use crate::quantity::{Interval, digits};

use super::argument::Term;
use super::figure::quoted;
use super::timeline::Timeline;
use super::{Finding, Review};

/// The most tabs that the number keys reach.
const TAB_KEYS: usize = 9;

/// A panel and the JSON pointer of its members.
pub(super) struct Place<'d> {
    pub(super) pointer: String,
    pub(super) panel: &'d Panel,
}

impl Place<'_> {
    /// The pointer of the `index`-th figure.
    fn figure(&self, index: usize) -> String {
        let at = &self.pointer;
        match self.panel.kind {
            Kind::Columns | Kind::Gauge => format!("{at}/figure"),
            Kind::Mix => format!("{at}/parts/{index}"),
            Kind::Bars | Kind::Cards => format!("{at}/figures/{index}"),
        }
    }
}

/// Every panel in reading order.
pub(super) fn places(dataset: &Dataset) -> Vec<Place<'_>> {
    let mut places = Vec::new();
    for (tab, it) in dataset.tabs.iter().enumerate() {
        for (row, it) in it.rows.iter().enumerate() {
            places.extend(in_row(&format!("/tabs/{tab}/rows/{row}"), &it.panels));
        }
    }
    places
}

fn in_row<'d>(row: &str, panels: &'d [Panel]) -> Vec<Place<'d>> {
    let place = |(index, panel): (usize, &'d Panel)| Place {
        pointer: format!("{row}/panels/{index}/{}", kind_name(panel.kind)),
        panel,
    };
    panels.iter().enumerate().map(place).collect()
}

const fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Columns => "columns",
        Kind::Gauge => "gauge",
        Kind::Mix => "mix",
        Kind::Bars => "bars",
        Kind::Cards => "cards",
    }
}

pub(super) fn review(review: &mut Review<'_>) {
    let tabs = &review.dataset.tabs;
    if tabs.is_empty() {
        review.report(Finding::new(Code::NoTabs, "/tabs".to_owned()));
    }
    if tabs.len() > TAB_KEYS {
        let finding = Finding::new(Code::ManyTabs, format!("/tabs/{TAB_KEYS}"));
        review.report(finding.plain(tabs.len()).plain(TAB_KEYS));
    }
    for (index, tab) in tabs.iter().enumerate() {
        let at = format!("/tabs/{index}");
        if tab.rows.is_empty() {
            review.report(Finding::new(Code::EmptyTab, format!("{at}/rows")).plain(&tab.id));
        }
        for (index, row) in tab.rows.iter().enumerate() {
            let at = format!("{at}/rows/{index}");
            if row.panels.is_empty() {
                let finding = Finding::new(Code::EmptyRow, format!("{at}/panels"));
                review.report(finding.plain(&tab.id));
            }
            weight(review, row.weight, &at);
            let places = in_row(&at, &row.panels);
            for place in &places {
                weight(review, place.panel.weight, &place.pointer);
                panel(review, place);
            }
            scales(review, &places);
        }
    }
}

fn weight(review: &mut Review<'_>, weight: u16, at: &str) {
    if weight == 0 {
        review.report(Finding::new(Code::ZeroWeight, format!("{at}/weight")));
    }
}

fn panel(review: &mut Review<'_>, place: &Place<'_>) {
    let dataset = review.dataset;
    let panel = place.panel;
    if panel.figures.is_empty() {
        review.report(Finding::new(Code::EmptyPanel, place.pointer.clone()));
    }
    let mut figures: Vec<&Figure> = Vec::new();
    for (index, id) in panel.figures.iter().enumerate() {
        let known = dataset.figures.iter().map(|it| it.id.as_str());
        let pointer = || place.figure(index);
        review.expect_known(Code::UnknownFigure, id, known, pointer);
        if panel.figures.iter().take(index).any(|it| it == id) {
            let finding = Finding::new(Code::RepeatedFigure, place.figure(index));
            review.report(finding.plain(id));
        }
        if let Some(figure) = dataset.figure(id) {
            drawn(review, place, index, figure);
            figures.push(figure);
        }
    }
    if matches!(panel.kind, Kind::Bars | Kind::Mix) {
        units(review, place, &figures);
    }
    accounts(review, place, &figures);
    match panel.kind {
        Kind::Bars => times(review, place),
        Kind::Mix => whole(review, place),
        Kind::Columns => gaps(review, place),
        Kind::Gauge | Kind::Cards => {}
    }
}

/// Whether one figure can be drawn on a panel of this kind.
fn drawn(review: &mut Review<'_>, place: &Place<'_>, index: usize, figure: &Figure) {
    let Some(timeline) = review.timelines.get(&figure.id) else {
        return;
    };
    let finding = |code| Finding::new(code, place.figure(index)).plain(&figure.id);
    let mut findings = Vec::new();
    match place.panel.kind {
        Kind::Gauge | Kind::Mix => {
            if timeline.style.is_some() && !timeline.is_style(UnitStyle::Share) {
                findings.push(finding(Code::NotAShare).plain(&figure.unit));
            }
        }
        Kind::Columns | Kind::Bars => {
            let shown = if place.panel.kind == Kind::Bars {
                timeline.readings.len().saturating_sub(1)
            } else {
                0
            };
            let mut readings = timeline.readings.iter().skip(shown);
            if let Some(below) = readings.find(|it| it.quantity.value < 0.0) {
                findings.push(finding(Code::NegativeBar).plain(below.when));
            }
            if timeline.is_style(UnitStyle::Index) {
                findings.push(finding(Code::IndexBars));
            }
        }
        Kind::Cards => {}
    }
    for finding in findings {
        review.report(finding);
    }
}

fn units(review: &mut Review<'_>, place: &Place<'_>, figures: &[&Figure]) {
    let dataset = review.dataset;
    let is_share = |figure: &Figure| {
        let unit = dataset.unit(&figure.unit);
        unit.is_some_and(|unit| unit.style == UnitStyle::Share)
    };
    if place.panel.kind == Kind::Mix && !figures.iter().all(|it| is_share(it)) {
        return;
    }
    let Some(first) = figures.first() else {
        return;
    };
    if let Some(other) = figures.iter().find(|it| it.unit != first.unit) {
        let finding = Finding::new(Code::MixedUnits, place.pointer.clone());
        review.report(finding.plain(&first.id).plain(&other.id).term(Term::NoAxis));
    }
}

/// Avoided emissions stand alone on any panel; on one axis no two accounts may meet.
fn accounts(review: &mut Review<'_>, place: &Place<'_>, figures: &[&Figure]) {
    let is_axis = matches!(place.panel.kind, Kind::Bars | Kind::Mix);
    let pair = figures.iter().enumerate().find_map(|(index, one)| {
        let clash = |other: &&&Figure| match (one.account, other.account) {
            (Some(a), Some(b)) => a != b && (is_axis || [a, b].contains(&Account::Avoided)),
            _ => false,
        };
        let other = figures.iter().skip(index + 1).find(clash)?;
        Some((one, other))
    });
    if let Some((one, other)) = pair {
        let finding = Finding::new(Code::MixedAccounts, place.pointer.clone());
        review.report(finding.plain(&one.id).plain(&other.id));
    }
}

fn timelines<'r, 'd>(review: &'r Review<'d>, place: &Place<'_>) -> Vec<&'r Timeline<'d>> {
    let ids = place.panel.figures.iter();
    ids.filter_map(|id| review.timelines.get(id)).collect()
}

/// Bars show the latest value of each figure.
fn times(review: &mut Review<'_>, place: &Place<'_>) {
    let times: Vec<When<'_>> = timelines(review, place)
        .into_iter()
        .filter_map(|it| Some(it.latest()?.when))
        .collect();
    let Some(first) = times.first() else { return };
    let other = times.iter().find(|time| *time != first);
    if let (Some(other), None) = (other, &place.panel.note) {
        let finding = Finding::new(Code::MixedTimes, place.pointer.clone());
        let finding = finding.plain(first).plain(other);
        review.report(finding);
    }
}

/// Columns stand at equal distances, whatever the times between them.
fn gaps(review: &mut Review<'_>, place: &Place<'_>) {
    let Some(timeline) = timelines(review, place).pop() else {
        return;
    };
    let pairs = timeline.readings.windows(2).filter_map(|pair| match pair {
        [before, after] => Some((before.when, after.when)),
        _ => None,
    });
    let pairs: Vec<(When<'_>, When<'_>)> = pairs.collect();
    let distance =
        |(before, after): &(When<'_>, When<'_>)| after.last_month() - before.last_month();
    let shortest = pairs.iter().map(distance).min().unwrap_or(0);
    // A calendar of weeks may be a month longer or shorter than the next.
    let is_gap = |pair: &&(When<'_>, When<'_>)| {
        2 * distance(pair) >= 3 * shortest && !pair.1.follows(pair.0)
    };
    if let (Some((before, after)), None) = (pairs.iter().find(is_gap), &place.panel.note) {
        let finding = Finding::new(Code::HiddenGap, place.figure(0));
        let finding = finding.plain(&timeline.figure.id).plain(before);
        review.report(finding.plain(after));
    }
}

/// The parts of a mix against their whole, at every time that all of them have.
fn whole(review: &mut Review<'_>, place: &Place<'_>) {
    let parts = timelines(review, place);
    // A part that is no share, or outside 0 to 100%, has its own finding.
    let is_usable = |it: &&Timeline<'_>| {
        let mut readings = it.readings.iter();
        let is_share = readings.all(|it| (0.0..=100.0).contains(&it.quantity.value));
        it.is_style(UnitStyle::Share) && is_share && !it.readings.is_empty()
    };
    if parts.len() != place.panel.figures.len() || !parts.iter().all(is_usable) {
        return;
    }
    let Some(first) = parts.first() else { return };
    let mut findings = Vec::new();
    let mut has_common = false;
    for time in first.readings.iter().map(|reading| reading.when) {
        let shares: Option<Vec<_>> = parts
            .iter()
            .map(|part| Some(part.at(time)?.quantity))
            .collect();
        let Some(shares) = shares else { continue };
        has_common = true;
        let place_shown = shares.iter().map(|it| it.place).min().unwrap_or(0) - 1;
        let sum = Interval {
            low: shares.iter().map(|it| it.interval.low).sum(),
            high: shares.iter().map(|it| it.interval.high).sum(),
        };
        let is_whole = sum.meets(Interval::point(100.0));
        let code = match (is_whole, sum.low > 100.0, &place.panel.rest) {
            (false, true, _) => Code::MixOver,
            (false, false, None) => Code::MixShort,
            _ => continue,
        };
        let bound = if code == Code::MixOver {
            sum.low
        } else {
            sum.high
        };
        findings.push(
            Finding::new(code, place.pointer.clone())
                .plain(time)
                .plain(digits(bound, place_shown)),
        );
    }
    if has_common {
        findings.extend(unmatched(place, &parts));
    } else {
        let ids: Vec<&str> = place.panel.figures.iter().map(String::as_str).collect();
        let finding = Finding::new(Code::NoCommonTime, format!("{}/parts", place.pointer));
        findings.push(finding.plain(quoted(&ids)));
    }
    for finding in findings {
        review.report(finding);
    }
}

/// A time at which some of the parts have a value and others none.
fn unmatched(place: &Place<'_>, parts: &[&Timeline<'_>]) -> Vec<Finding> {
    let mut times: Vec<When<'_>> = Vec::new();
    for time in parts
        .iter()
        .flat_map(|it| it.readings.iter().map(|it| it.when))
    {
        if !times.contains(&time) {
            times.push(time);
        }
    }
    let mut findings = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        for time in times.iter().filter(|time| part.at(**time).is_none()) {
            let finding = Finding::new(Code::UnmatchedPart, place.figure(index));
            findings.push(finding.plain(&part.figure.id).plain(time));
        }
    }
    findings
}

/// Columns of one row that name one scale but cannot share it.
fn scales(review: &mut Review<'_>, places: &[Place<'_>]) {
    let dataset = review.dataset;
    let scaled: Vec<(&Place<'_>, &str, &Figure)> = places
        .iter()
        .filter_map(|place| {
            let scale = place.panel.scale.as_deref()?;
            Some((place, scale, dataset.figure(place.panel.figures.first()?)?))
        })
        .collect();
    for (index, (place, scale, figure)) in scaled.iter().enumerate() {
        let earlier = scaled.iter().take(index);
        let mut others = earlier.filter(|(_, name, _)| name == scale);
        if let Some((_, _, other)) = others.find(|(_, _, other)| other.unit != figure.unit) {
            review.report(
                Finding::new(Code::SplitScale, format!("{}/scale", place.pointer))
                    .plain(&other.id)
                    .plain(&figure.id)
                    .plain(scale),
            );
        }
    }
}
