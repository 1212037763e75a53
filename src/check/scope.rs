//! Emissions in parts: totals next to their parts, the two methods of Scope 2, and who is consolidated.

use std::collections::BTreeSet;

use super::finding::Finding;
use super::panels::{PanelSite, panels};
use super::review::Review;
use super::scanned::scopes;
use super::word::{first_of, is_restated};
use crate::dataset::{Derived, Figure, Kind, Text, When};
use crate::derive::Fact;
use crate::locale::Lang;
use crate::locale::check::CheckWords;
use crate::locale::finding::Code;
use crate::quantity::{Interval, digits};

pub(super) fn review(review: &mut Review<'_>) {
    for site in panels(review.dataset()) {
        let facts = site.panel.figures.iter().filter_map(|id| review.fact(id));
        let members: Vec<Member<'_>> = facts.map(Member::new).collect();
        if site.panel.kind == Kind::Bars {
            total_among_parts(review, &site, &members);
        }
        parts_of_total(review, &site, &members);
        methods_of_panel(review, &site, &members);
    }
    for (index, fact) in review.ledger.facts.iter().enumerate() {
        methods_of_formula(review, fact, &format!("/figures/{index}/derived"));
        consolidation(review, fact, &format!("/figures/{index}"));
    }
}

/// A figure of a panel, with what its names say.
struct Member<'a> {
    fact: &'a Fact<'a>,
    scopes: BTreeSet<String>,
    is_total: bool,
}

impl<'a> Member<'a> {
    fn new(fact: &'a Fact<'a>) -> Self {
        let figure = fact.figure;
        let names = || {
            figure
                .name
                .iter()
                .chain(figure.short.iter().flat_map(Text::iter))
        };
        let scopes = names().flat_map(|(lang, text)| scopes(&lang.words().check, text));
        let is_total = says(names(), |words| words.totals).is_some();
        Self {
            fact,
            scopes: scopes.collect(),
            is_total,
        }
    }

    /// Whether it is a part of what `self` adds up, as far as their names say.
    fn has_part(&self, other: &Self) -> bool {
        let is_like = self.fact.figure.unit == other.fact.figure.unit
            && self.fact.figure.account == other.fact.figure.account;
        let is_subset = !other.scopes.is_empty()
            && other.scopes.len() < self.scopes.len()
            && other.scopes.is_subset(&self.scopes);
        is_like && (is_subset || self.is_total && !other.is_total)
    }
}

/// A bar of a total next to bars of its parts: they seem to be of one kind.
fn total_among_parts(review: &mut Review<'_>, site: &PanelSite<'_>, members: &[Member<'_>]) {
    let found = members.iter().find_map(|total| {
        let parts = members.iter().filter(|part| total.has_part(part));
        let parts: Vec<&Member<'_>> = parts.collect();
        let is_total = parts.len() > 1 || total.scopes.len() > 1;
        parts
            .first()
            .filter(|_| is_total)
            .map(|part| (total, part.fact.figure))
    });
    if let Some((total, part)) = found {
        let finding = Finding::new(Code::TotalAmongParts, site.pointer.clone());
        review.report(finding.plain(&total.fact.figure.id).plain(&part.id));
    }
}

/// Scopes 1 and 2, and 3 where it is there, against a total of them in the same panel.
fn parts_of_total(review: &mut Review<'_>, site: &PanelSite<'_>, members: &[Member<'_>]) {
    for total in members {
        let of = |scope: &str| -> Vec<&Member<'_>> {
            let is_it = |member: &&Member<'_>| {
                let is_one = member.scopes.len() == 1 && member.scopes.contains(scope);
                is_one && !member.is_total && member.fact.figure.unit == total.fact.figure.unit
            };
            members.iter().filter(is_it).collect()
        };
        let named = total.scopes.len() > 1;
        let is_added = |scope: &&&str| !named || total.scopes.contains(**scope);
        let scopes: Vec<&str> = ["1", "2", "3"].iter().filter(is_added).copied().collect();
        let mut parts: Vec<Vec<&Member<'_>>> = scopes.into_iter().map(of).collect();
        parts.retain(|part| named || !part.is_empty());
        let is_whole = parts.len() > 1 && parts.iter().all(|part| !part.is_empty());
        if is_whole && (named || total.is_total) {
            compare(review, site, total, &parts);
        }
    }
}

/// Reports a time at which no choice of the parts adds up to the total.
fn compare(
    review: &mut Review<'_>,
    site: &PanelSite<'_>,
    total: &Member<'_>,
    parts: &[Vec<&Member<'_>>],
) {
    for time in total.fact.times() {
        let Some(printed) = total.fact.at(time) else {
            continue;
        };
        let Some(sums) = sums(parts, time) else {
            continue;
        };
        let quantity = printed.value.quantity;
        let meets = |sum: &Interval| sum.meets(quantity.interval);
        if let (Some(sum), false) = (sums.first(), sums.iter().any(meets)) {
            let shown = sum.outward(quantity.exponent);
            review.report(
                Finding::new(Code::PartsMismatch, site.pointer.clone())
                    .plain(&total.fact.figure.id)
                    .plain(time)
                    .plain(digits(shown.low, quantity.exponent))
                    .plain(digits(shown.high, quantity.exponent))
                    .plain(digits(quantity.value, quantity.exponent)),
            );
            return;
        }
    }
}

/// What the parts add up to at a time, for each choice among the figures of a scope; `None` when a
/// scope has no value then.
fn sums(parts: &[Vec<&Member<'_>>], time: When<'_>) -> Option<Vec<Interval>> {
    let mut sums = vec![Interval::point(0.0)];
    for part in parts {
        let values = part.iter().filter_map(|member| member.fact.at(time));
        let values: Vec<Interval> = values.map(|value| value.value.quantity.interval).collect();
        // Scope 2 has two methods at most; more figures are no choice.
        let choices = values
            .get(..values.len().min(2))
            .filter(|choices| !choices.is_empty())?;
        let add = |sum: &Interval, value: &Interval| Interval {
            low: sum.low + value.low,
            high: sum.high + value.high,
        };
        let all = sums
            .iter()
            .flat_map(|sum| choices.iter().map(move |value| add(sum, value)));
        sums = all.collect();
    }
    Some(sums)
}

/// The method by which the electricity of Scope 2 is counted, if a figure names one of the two.
fn method(figure: &Figure) -> Option<usize> {
    let texts = || {
        let others = figure.short.iter().chain(&figure.boundary);
        figure.name.iter().chain(others.flat_map(Text::iter))
    };
    let market = says(texts(), |words| words.market_based).is_some();
    let location = says(texts(), |words| words.location_based).is_some();
    match (market, location) {
        (true, false) => Some(0),
        (false, true) => Some(1),
        _ => None,
    }
}

/// The first word of a list, in any language, that one of the texts has.
fn says<'t>(
    mut texts: impl Iterator<Item = (Lang, &'t str)>,
    list: impl Fn(&'static CheckWords) -> &'static [&'static str],
) -> Option<&'static str> {
    texts.find_map(|(_, text)| {
        let text = text.to_lowercase();
        let mut words = Lang::ALL.into_iter().map(|lang| &lang.words().check);
        words.find_map(|words| first_of(&text, list(words)))
    })
}

/// Market-based and location-based emissions in a panel that does not say so.
fn methods_of_panel(review: &mut Review<'_>, site: &PanelSite<'_>, members: &[Member<'_>]) {
    if site.panel.note.is_some() {
        return;
    }
    let mut known = members.iter().filter_map(|member| {
        let figure = member.fact.figure;
        Some((figure, method(figure)?))
    });
    let Some((first, method)) = known.next() else {
        return;
    };
    if let Some((other, _)) = known.find(|(_, other)| *other != method) {
        let finding = Finding::new(Code::MixedMethods, site.pointer.clone());
        review.report(finding.plain(&first.id).plain(&other.id));
    }
}

/// A formula of a market-based and a location-based figure that has no note.
fn methods_of_formula(review: &mut Review<'_>, fact: &Fact<'_>, at: &str) {
    let Some([a, b]) = fact.figure.derived.as_ref().map(Derived::inputs) else {
        return;
    };
    let [a, b] = [a, b].map(|id| review.fact(id).map(|fact| fact.figure));
    if let (Some(a), Some(b)) = (a, b)
        && let (Some(one), Some(other)) = (method(a), method(b))
        && one != other
        && fact.figure.notes.is_empty()
    {
        let finding = Finding::new(Code::MixedMethods, at.to_owned());
        review.report(finding.plain(&a.id).plain(&b.id));
    }
}

/// A figure of several times whose texts name two approaches to consolidation, and none of whose
/// notes says that earlier values were restated.
fn consolidation(review: &mut Review<'_>, fact: &Fact<'_>, at: &str) {
    let figure = fact.figure;
    if fact.readings.len() < 2 {
        return;
    }
    let texts = || {
        figure
            .notes
            .iter()
            .chain(&figure.boundary)
            .flat_map(Text::iter)
    };
    let lists: [fn(&'static CheckWords) -> &'static [&'static str]; 3] = [
        |words| words.operational_control,
        |words| words.financial_control,
        |words| words.equity_share,
    ];
    let named: Vec<&str> = lists
        .iter()
        .filter_map(|list| says(texts(), list))
        .collect();
    if let [first, second, ..] = named[..]
        && !is_restated(figure)
    {
        let finding = Finding::new(Code::ChangedConsolidation, at.to_owned());
        review.report(finding.plain(&figure.id).plain(first).plain(second));
    }
}

#[cfg(test)]
pub(super) mod cases {
    use crate::check::case::{Case, edited};
    use crate::locale::finding::Code;

    /// Adds Scope 1, Scope 2 and a total that they do not make.
    pub(super) const SCOPES: &[(&str, &str)] = &[
        (
            "\"figures\": [\n",
            r#""figures": [
    { "id": "one", "unit": "gas", "account": "inventory", "name": { "en": "Scope 1", "th": "Scope 1" },
      "boundary": { "en": "All", "th": "ทั้งหมด" }, "values": [ { "period": "FY2", "value": 10.0 } ],
      "source": { "document": "book", "section": 1, "item": 1 } },
    { "id": "two", "unit": "gas", "account": "inventory", "name": { "en": "Scope 2", "th": "Scope 2" },
      "boundary": { "en": "All", "th": "ทั้งหมด" }, "values": [ { "period": "FY2", "value": 20.0 } ],
      "source": { "document": "book", "section": 1, "item": 1 } },
    { "id": "both", "unit": "gas", "account": "inventory", "name": { "en": "Scope 1 + 2", "th": "Scope 1 และ 2" },
      "boundary": { "en": "All", "th": "ทั้งหมด" }, "values": [ { "period": "FY2", "value": 31.0 } ],
      "source": { "document": "book", "section": 1, "item": 1 } },
"#,
        ),
        (
            "{ \"cards\": { \"figures\": [\"others\"] } }",
            "{ \"cards\": { \"figures\": [\"others\"] } },\n{ \"cards\": { \"figures\": [\"one\", \"two\", \"both\"] } }",
        ),
    ];

    pub(in crate::check) const CASES: &[Case] = &[
        edited(
            Code::TotalAmongParts,
            &[
                (
                    "\"en\": \"Staff\", \"th\": \"พนักงาน\"",
                    "\"en\": \"Scope 1 and 2\", \"th\": \"Scope 1 และ 2\"",
                ),
                (
                    "\"en\": \"Guests\", \"th\": \"แขก\"",
                    "\"en\": \"Scope 1\", \"th\": \"Scope 1\"",
                ),
            ],
            "\"bars\"",
        ),
        edited(Code::PartsMismatch, SCOPES, "\"one\", \"two\""),
        edited(
            Code::MixedMethods,
            &[
                ("\"en\": \"PUE\"", "\"en\": \"PUE, market-based\""),
                (
                    "\"en\": \"Per head\"",
                    "\"en\": \"Per head, location-based\"",
                ),
            ],
            "[\"per-head\", \"pue\"]",
        ),
        edited(
            Code::MixedMethods,
            &[
                ("\"en\": \"Own\"", "\"en\": \"Own, market-based\""),
                ("\"en\": \"Staff\"", "\"en\": \"Staff, location-based\""),
            ],
            "\"ratio\"",
        ),
        edited(
            Code::ChangedConsolidation,
            &[(
                "\"All\"",
                "\"Equity share, since 2022 operational control\"",
            )],
            "\"own\", \"unit\"",
        ),
    ];
}

#[cfg(test)]
mod tests {
    use super::cases::SCOPES;
    use crate::check::case::codes;
    use crate::locale::finding::Code;

    #[test]
    fn adds_up_parts_within_their_rounding() {
        assert_eq!(codes(&[SCOPES[0], SCOPES[1], ("31.0", "30.1")]), []);
        assert_eq!(
            codes(&[SCOPES[0], SCOPES[1], ("31.0", "30.2")]),
            [Code::PartsMismatch]
        );
    }

    #[test]
    fn takes_a_note_for_an_explanation() {
        let methods = [
            ("\"en\": \"PUE\"", "\"en\": \"PUE, market-based\""),
            (
                "\"en\": \"Per head\"",
                "\"en\": \"Per head, location-based\"",
            ),
        ];
        let note = (
            "[\"per-head\", \"pue\"]",
            "[\"per-head\", \"pue\"], \"note\": { \"en\": \"Both ways\", \"th\": \"ทั้งสองวิธี\" }",
        );
        assert_eq!(codes(&methods), [Code::MixedMethods]);
        assert_eq!(codes(&[methods[0], methods[1], note]), []);
        let approaches = (
            "\"All\"",
            "\"Equity share, since 2022 operational control\"",
        );
        let note = ("\"Scopes 1 to 3, from", "\"Scopes 1 to 3, restated from");
        assert_eq!(codes(&[approaches]), [Code::ChangedConsolidation]);
        assert_eq!(codes(&[approaches, note]), []);
    }

    #[test]
    fn leaves_alone_figures_that_are_no_parts() {
        // Two totals, and a total with one other figure.
        let other = (
            "\"en\": \"Guests\", \"th\": \"แขก\"",
            "\"en\": \"Total guests\", \"th\": \"แขกรวม\"",
        );
        let total = (
            "\"en\": \"Staff\", \"th\": \"พนักงาน\"",
            "\"en\": \"Total staff\", \"th\": \"พนักงานรวม\"",
        );
        assert_eq!(codes(&[total]), []);
        assert_eq!(codes(&[total, other]), []);
    }
}
