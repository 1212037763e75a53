//! Tabs, rows and panels: what they draw, and whether that can be drawn truthfully.

use std::collections::{HashMap, HashSet};

use super::argument::Term;
use super::finding::{Finding, quoted};
use super::panels::{PanelSite, in_row};
use super::review::Review;
use crate::dataset::{Account, Figure, Kind, UnitStyle, When};
use crate::derive::{Fact, Reading};
use crate::locale::finding::Code;
use crate::quantity::{Interval, digits};

/// The most tabs that the number keys reach.
const TAB_KEYS: usize = 9;

pub(super) fn review(review: &mut Review<'_>) {
    let tabs = &review.dataset().tabs;
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
        if let Some(lead) = &tab.lead {
            review.expect_figure(lead, || format!("{at}/lead"));
        }
        for (index, row) in tab.rows.iter().enumerate() {
            let at = format!("{at}/rows/{index}");
            if row.panels.is_empty() {
                let finding = Finding::new(Code::EmptyRow, format!("{at}/panels"));
                review.report(finding.plain(&tab.id));
            }
            weight(review, row.weight, &at);
            let sites: Vec<PanelSite<'_>> = in_row(at, &row.panels).collect();
            for site in &sites {
                weight(review, site.panel.weight, &site.pointer);
                panel(review, site);
            }
            scales(review, &sites);
        }
    }
}

fn weight(review: &mut Review<'_>, weight: u16, at: &str) {
    if weight == 0 {
        review.report(Finding::new(Code::ZeroWeight, format!("{at}/weight")));
    }
}

fn panel(review: &mut Review<'_>, site: &PanelSite<'_>) {
    let panel = site.panel;
    if panel.figures.is_empty() {
        review.report(Finding::new(Code::EmptyPanel, site.pointer.clone()));
    }
    let mut listed = HashSet::new();
    let mut facts = Vec::new();
    for (index, id) in panel.figures.iter().enumerate() {
        review.expect_figure(id, || site.figure(index));
        if !listed.insert(id) {
            let finding = Finding::new(Code::RepeatedFigure, site.figure(index));
            review.report(finding.plain(id));
        }
        if let Some(fact) = review.ledger.fact(id) {
            drawn(review, site, index, fact);
            facts.push(fact);
        }
    }
    if matches!(panel.kind, Kind::Bars | Kind::Mix) {
        units(review, site, &facts);
    }
    accounts(review, site, &facts);
    facts.retain(|fact| fact.has_inputs());
    match panel.kind {
        Kind::Bars => times(review, site, &facts),
        Kind::Mix => whole(review, site, &facts),
        Kind::Columns => gaps(review, site, &facts),
        _ => {}
    }
}

/// Whether one figure can be drawn on a panel of this kind.
fn drawn(review: &mut Review<'_>, site: &PanelSite<'_>, index: usize, fact: &Fact<'_>) {
    // What keeps a figure from having values has its own finding.
    if !fact.has_inputs() {
        return;
    }
    let figure = fact.figure;
    let finding = |code| Finding::new(code, site.figure(index)).plain(&figure.id);
    match site.panel.kind {
        Kind::Gauge | Kind::Mix => {
            if fact.style().is_some_and(|style| style != UnitStyle::Share) {
                review.report(finding(Code::NotAShare).plain(&figure.unit));
            }
        }
        Kind::Columns | Kind::Bars | Kind::Units => {
            let latest = fact.latest().filter(|_| site.panel.kind == Kind::Units);
            if let Some(empty) = latest.filter(|latest| latest.value.quantity.value <= 0.0) {
                review.report(finding(Code::NoUnits).plain(empty.when));
            }
            if fact.is_style(UnitStyle::Index) {
                review.report(finding(Code::IndexBars));
            }
        }
        Kind::Dumbbell => match fact.compared() {
            None => review.report(finding(Code::SingleValue)),
            Some(pair) => before_axis(review, site, fact, pair),
        },
        Kind::Bridge => {
            if fact.compared().is_none() {
                review.report(finding(Code::SingleValue));
            }
            if fact.is_style(UnitStyle::Index) {
                review.report(finding(Code::IndexBars));
            }
        }
        Kind::Cards => {}
    }
}

/// Whether two values are on an axis that starts where the panel says.
fn before_axis(
    review: &mut Review<'_>,
    site: &PanelSite<'_>,
    fact: &Fact<'_>,
    pair: [&Reading<'_>; 2],
) {
    let Some(start) = &site.panel.start else {
        return;
    };
    let is_before = |reading: &&Reading<'_>| reading.value.quantity.value < start.value();
    if let Some(before) = pair.into_iter().find(is_before) {
        let finding = Finding::new(Code::BeforeAxis, format!("{}/start", site.pointer));
        review.report(
            finding
                .plain(&fact.figure.id)
                .plain(start)
                .plain(before.when),
        );
    }
}

fn units(review: &mut Review<'_>, site: &PanelSite<'_>, facts: &[&Fact<'_>]) {
    let is_share = |fact: &&Fact<'_>| fact.is_style(UnitStyle::Share);
    if site.panel.kind == Kind::Mix && !facts.iter().all(is_share) {
        return;
    }
    let mut figures = facts.iter().map(|fact| fact.figure);
    let Some(first) = figures.next() else {
        return;
    };
    if let Some(other) = figures.find(|figure| figure.unit != first.unit) {
        let finding = Finding::new(Code::MixedUnits, site.pointer.clone());
        review.report(finding.plain(&first.id).plain(&other.id).term(Term::NoAxis));
    }
}

/// Avoided emissions are alone on any panel; on one axis no two accounts may meet.
fn accounts(review: &mut Review<'_>, site: &PanelSite<'_>, facts: &[&Fact<'_>]) {
    let is_axis = matches!(site.panel.kind, Kind::Bars | Kind::Mix);
    let clash = |one: Account, other: Account| {
        one != other && (is_axis || [one, other].contains(&Account::Avoided))
    };
    let of_account = facts
        .iter()
        .filter_map(|fact| Some((fact.figure, fact.figure.account?)));
    // If a later figure clashes with any of an account, it clashes with the first.
    let mut firsts: Vec<(&Figure, Account)> = Vec::new();
    let mut pairs: Vec<(usize, &Figure, &Figure)> = Vec::new();
    for (figure, account) in of_account {
        for (index, (first, of_first)) in firsts.iter().enumerate() {
            if clash(*of_first, account) {
                pairs.push((index, first, figure));
            }
        }
        if firsts.iter().all(|(_, of_first)| *of_first != account) {
            firsts.push((figure, account));
        }
    }
    if let Some((_, one, other)) = pairs.into_iter().min_by_key(|(index, ..)| *index) {
        let finding = Finding::new(Code::MixedAccounts, site.pointer.clone());
        review.report(finding.plain(&one.id).plain(&other.id));
    }
}

/// Bars show the latest value of each figure.
fn times(review: &mut Review<'_>, site: &PanelSite<'_>, facts: &[&Fact<'_>]) {
    let latest = facts.iter().filter_map(|fact| fact.latest());
    let mut times = latest.map(|reading| reading.when);
    let Some(first) = times.next() else { return };
    let other = times.find(|time| *time != first);
    if let (Some(other), None) = (other, &site.panel.note) {
        let finding = Finding::new(Code::MixedTimes, site.pointer.clone());
        review.report(finding.plain(first).plain(other));
    }
}

/// Columns are at equal distances, whatever the times between them.
fn gaps(review: &mut Review<'_>, site: &PanelSite<'_>, facts: &[&Fact<'_>]) {
    let Some(fact) = facts.last() else {
        return;
    };
    let times: Vec<When<'_>> = fact.times().collect();
    let pairs = times.iter().zip(times.iter().skip(1));
    let distance =
        |(before, after): (&When<'_>, &When<'_>)| Some(after.last_month()? - before.last_month()?);
    let shortest = pairs.clone().filter_map(distance).min().unwrap_or(0);
    // A calendar of weeks may be a month longer or shorter than the next.
    let is_gap = |(before, after): &(&When<'_>, &When<'_>)| {
        let is_long = distance((before, after)).is_some_and(|months| 2 * months >= 3 * shortest);
        // A period of the report between them has a place of its own, which says that it has no value.
        let mut between = review.ledger.between(**before, **after);
        is_long && !after.follows(**before) && between.next().is_none()
    };
    if let (Some((before, after)), None) = (pairs.clone().find(is_gap), &site.panel.note) {
        review.report(
            Finding::new(Code::HiddenGap, site.figure(0))
                .plain(&fact.figure.id)
                .plain(before)
                .plain(after),
        );
    }
}

/// The parts of a mix against their whole, at every time that all of them have.
fn whole(review: &mut Review<'_>, site: &PanelSite<'_>, parts: &[&Fact<'_>]) {
    // A part that is not a share, or outside 0 to 100%, has its own finding.
    let is_usable = |part: &&Fact<'_>| {
        let mut values = part
            .readings
            .iter()
            .map(|reading| reading.value.quantity.value);
        let is_share = values.all(|value| (0.0..=100.0).contains(&value));
        part.is_style(UnitStyle::Share) && is_share && !part.readings.is_empty()
    };
    if parts.len() != site.panel.figures.len() || !parts.iter().all(is_usable) {
        return;
    }
    let Some(first) = parts.first() else { return };
    let mut has_common = false;
    for time in first.times() {
        let share = |part: &&Fact<'_>| Some(part.at(time)?.value.quantity);
        let Some(shares) = parts.iter().map(share).collect::<Option<Vec<_>>>() else {
            continue;
        };
        has_common = true;
        let sum = Interval {
            low: shares.iter().map(|share| share.interval.low).sum(),
            high: shares.iter().map(|share| share.interval.high).sum(),
        };
        let is_whole = sum.meets(Interval::point(100.0));
        let (code, bound) = match (is_whole, sum.low > 100.0, &site.panel.rest) {
            (false, true, _) => (Code::MixOver, sum.low),
            (false, false, None) => (Code::MixShort, sum.high),
            _ => continue,
        };
        let finest = shares.iter().map(|share| share.exponent).min().unwrap_or(0);
        let finding = Finding::new(code, site.pointer.clone()).plain(time);
        review.report(finding.plain(digits(bound, finest - 1)));
    }
    if has_common {
        unmatched(review, site, parts);
    } else {
        let finding = Finding::new(Code::NoCommonTime, format!("{}/parts", site.pointer));
        review.report(finding.plain(quoted(&site.panel.figures)));
    }
}

/// A time at which some of the parts have a value and others none.
fn unmatched(review: &mut Review<'_>, site: &PanelSite<'_>, parts: &[&Fact<'_>]) {
    let mut times: Vec<When<'_>> = parts.iter().flat_map(|part| part.times()).collect();
    times.sort_by_key(|time| time.end());
    times.dedup();
    for (index, part) in parts.iter().enumerate() {
        for time in times.iter().filter(|time| part.at(**time).is_none()) {
            let finding = Finding::new(Code::UnmatchedPart, site.figure(index));
            review.report(finding.plain(&part.figure.id).plain(time));
        }
    }
}

/// Columns of one row that name one scale but cannot share it.
fn scales(review: &mut Review<'_>, sites: &[PanelSite<'_>]) {
    // Of each scale the first figure, and the first one of another unit.
    let mut scales: HashMap<&str, (&Figure, Option<&Figure>)> = HashMap::new();
    for site in sites {
        let panel = site.panel;
        let first = panel.figures.first().and_then(|id| review.ledger.fact(id));
        let (Some(scale), Some(fact)) = (panel.scale.as_deref(), first) else {
            continue;
        };
        let figure = fact.figure;
        let (first, second) = scales.entry(scale).or_insert((figure, None));
        let other = if first.unit == figure.unit {
            second.filter(|second| second.unit != figure.unit)
        } else {
            second.get_or_insert(figure);
            Some(*first)
        };
        if let Some(other) = other {
            review.report(
                Finding::new(Code::SplitScale, format!("{}/scale", site.pointer))
                    .plain(&other.id)
                    .plain(&figure.id)
                    .plain(scale),
            );
        }
    }
}

#[cfg(test)]
pub(super) mod cases {
    use crate::check::case::{Case, Pass, between, case, edited, made};
    use crate::locale::finding::Code;

    pub(in crate::check) const CASES: &[Case] = &[
        case(
            Code::NoCommonTime,
            "{ \"period\": \"FY1\", \"value\": 78.4 }, { \"period\": \"FY2\", \"value\": 46.1 }",
            "{ \"as-of\": \"2023-03\", \"value\": 46.1 }",
            "\"mix\"",
        ),
        made(
            Code::NoTabs,
            |base| between(base, "\"tabs\": [", "  ]\n}\n", "\"tabs\": []\n}\n"),
            "\"tabs\": []",
        )
        .with(&[Code::UnusedFigure]),
        made(
            Code::EmptyTab,
            |base| {
                between(
                    base,
                    "\"rows\": [",
                    "      ]\n    }\n",
                    "\"rows\": []\n    }\n",
                )
            },
            "\"rows\": []",
        )
        .with(&[Code::UnusedFigure]),
        case(
            Code::EmptyRow,
            "\"rows\": [\n",
            "\"rows\": [\n{ \"panels\": [] },\n",
            "\"panels\": []",
        ),
        case(
            Code::EmptyPanel,
            "{ \"columns\": { \"figure\": \"overhead\" } }",
            "{ \"columns\": { \"figure\": \"overhead\" } }, { \"cards\": { \"figures\": [] } }",
            "\"figures\": []",
        ),
        case(
            Code::NotAShare,
            "\"gauge\": { \"figure\": \"clean\"",
            "\"gauge\": { \"figure\": \"staff\"",
            "\"gauge\"",
        ),
        case(
            Code::MixedUnits,
            "[\"staff\", \"guests\"]",
            "[\"staff\", \"guests\", \"per-head\"]",
            "\"bars\"",
        ),
        edited(
            Code::NoUnits,
            &[
                ("\"floor\": 1 ", "\"floor\": 1.22 "),
                (
                    "{ \"columns\": { \"figure\": \"overhead\" } }",
                    "{ \"units\": { \"figure\": \"overhead\" } }",
                ),
            ],
            "\"units\": { \"figure\": \"overhead\"",
        ),
        case(
            Code::SingleValue,
            "{ \"columns\": { \"figure\": \"overhead\" } }",
            "{ \"dumbbell\": { \"figure\": \"staff\", \"start\": 1 } }",
            "\"dumbbell\": { \"figure\": \"staff\"",
        )
        .with(&[Code::UnusedFigure]),
        case(
            Code::BeforeAxis,
            "{ \"columns\": { \"figure\": \"overhead\" } },",
            "{ \"columns\": { \"figure\": \"overhead\" } }, { \"dumbbell\": { \"figure\": \"pue\", \"start\": 1.22 } },",
            "\"start\": 1.22",
        ),
        case(Code::MixOver, "46.1", "46.3", "\"mix\""),
        case(Code::MixShort, "46.1", "45.9", "\"mix\""),
        case(
            Code::MixedAccounts,
            "[\"others\"]",
            "[\"others\", \"own\"]",
            "\"others\", \"own\"",
        ),
        case(
            Code::MixedTimes,
            ", \"note\": { \"en\": \"At two times\", \"th\": \"คนละเวลา\" }",
            "",
            "\"bars\"",
        ),
        edited(
            Code::HiddenGap,
            &[
                (
                    "\"periods\": [",
                    "\"periods\": [{ \"id\": \"FY0\", \"start\": \"2018-04-01\", \"end\": \"2019-03-31\" },",
                ),
                (
                    "\"values\": [",
                    "\"values\": [{ \"period\": \"FY0\", \"value\": 5.50e6 },",
                ),
            ],
            "\"figure\": \"own\"",
        ),
        case(
            Code::UnmatchedPart,
            "{ \"period\": \"FY1\", \"value\": 78.4 }, ",
            "",
            "\"mix\"",
        ),
        case(
            Code::SplitScale,
            "\"figure\": \"overhead\"",
            "\"figure\": \"overhead\", \"scale\": \"mass\"",
            "\"overhead\", \"scale\"",
        ),
        case(
            Code::IndexBars,
            "{ \"columns\": { \"figure\": \"overhead\" } },",
            "{ \"columns\": { \"figure\": \"overhead\" } }, { \"columns\": { \"figure\": \"pue\" } },",
            "\"figure\": \"pue\" }",
        ),
        case(
            Code::RepeatedFigure,
            "[\"per-head\", \"pue\"]",
            "[\"per-head\", \"pue\", \"pue\"]",
            "\"pue\", \"pue\"",
        ),
        case(
            Code::ZeroWeight,
            "\"figure\": \"clean\"",
            "\"figure\": \"clean\", \"weight\": 0",
            "\"weight\": 0",
        ),
        made(Code::ManyTabs, many_tabs, "\"tab9\""),
    ];

    pub(in crate::check) const PASSES: &[Pass] = &[
        // 53.9 and 46.2, give or take 0.05 each, may be the whole.
        ("46.1", "46.2"),
        (
            "[\"clean\", \"dirty\"] } }",
            "[\"clean\"], \"rest\": { \"en\": \"Rest\", \"th\": \"อื่น\" } } }, { \"gauge\": { \"figure\": \"dirty\" } }",
        ),
        // Own emissions and own reductions may be side by side where there is no axis.
        ("\"account\": \"avoided\"", "\"account\": \"reduction\""),
        (
            "\"figure\": \"overhead\"",
            "\"figure\": \"overhead\", \"scale\": \"other\"",
        ),
        (
            "{ \"columns\": { \"figure\": \"overhead\" } },",
            "{ \"columns\": { \"figure\": \"overhead\" } }, { \"dumbbell\": { \"figure\": \"pue\", \"start\": 1.0 } },",
        ),
        // A gap between two columns hides nothing.
        (
            "\"start\": \"2021-04-01\", \"end\": \"2022-03-31\"",
            "\"start\": \"2019-04-01\", \"end\": \"2020-03-31\"",
        ),
    ];

    fn many_tabs(base: &str) -> String {
        let tab = |number: u32| {
            let text = format!("{{ \"en\": \"T{number}\", \"th\": \"T{number}\" }}");
            format!(
                "{{ \"id\": \"tab{number}\", \"title\": {text}, \"message\": {text}, \
                 \"rows\": [ {{ \"panels\": [ {{ \"cards\": {{ \"figures\": [\"own\"] }} }} ] }} ] }}"
            )
        };
        let tabs: Vec<String> = (1..=9).map(tab).collect();
        base.replace(
            "    }\n  ]\n}\n",
            &format!("    }},\n{}\n  ]\n}}\n", tabs.join(",\n")),
        )
    }
}
