//! Currencies: amounts of two of them under one unit or in one panel.

use std::collections::{BTreeSet, HashMap};

use super::argument::Term;
use super::finding::Finding;
use super::panels::panels;
use super::review::Review;
use super::word::{first_of, last_place};
use crate::dataset::{Figure, Text, Unit};
use crate::locale::Lang;
use crate::locale::check::CheckWords;
use crate::locale::finding::Code;

/// Currencies by their codes, with the signs and short names that mean no other one.
const CURRENCIES: &[(&str, &[&str])] = &[
    ("AUD", &["AUD", "A$"]),
    ("BRL", &["BRL", "R$"]),
    ("CHF", &["CHF"]),
    ("CNY", &["CNY", "RMB", "CN¥"]),
    ("DKK", &["DKK"]),
    ("EUR", &["EUR", "€"]),
    ("GBP", &["GBP", "£"]),
    ("HKD", &["HKD", "HK$"]),
    ("INR", &["INR", "₹"]),
    ("JPY", &["JPY", "JP¥"]),
    ("KRW", &["KRW", "₩"]),
    ("NOK", &["NOK"]),
    ("SEK", &["SEK"]),
    ("SGD", &["SGD", "S$"]),
    ("THB", &["THB", "฿"]),
    ("TWD", &["TWD", "NT$"]),
    ("USD", &["USD", "US$"]),
];

/// A list of words of a language.
type List = fn(&'static CheckWords) -> &'static [&'static str];

/// The currencies that have words, too.
const NAMES: &[(&str, List)] = &[
    ("CNY", |words| words.yuan),
    ("EUR", |words| words.euros),
    ("INR", |words| words.rupees),
    ("JPY", |words| words.yen),
    ("THB", |words| words.baht),
];

/// Currencies by their codes.
type Currencies = BTreeSet<&'static str>;

pub(super) fn review(review: &mut Review<'_>) {
    let units = units(review);
    figures(review, &units);
    for site in panels(review.dataset()) {
        // A note may say how they compare.
        if site.panel.note.is_some() {
            continue;
        }
        let facts = site.panel.figures.iter().filter_map(|id| review.fact(id));
        let known = facts.filter_map(|fact| {
            let currencies = of_unit(fact.unit);
            (!currencies.is_empty()).then_some((fact.figure.id.as_str(), currencies))
        });
        let known: Vec<(&str, Currencies)> = known.collect();
        let Some((first, others)) = known.split_first() else {
            continue;
        };
        if let Some(other) = others.iter().find(|(_, other)| other.is_disjoint(&first.1)) {
            review.report(mixed(Term::OnePanel, first, other, site.pointer));
        }
    }
}

/// What each unit says of its currency, and where that contradicts itself.
fn units<'d>(review: &mut Review<'d>) -> HashMap<&'d str, (&'d str, Currencies)> {
    let mut units = HashMap::new();
    for (index, unit) in review.dataset().units.iter().enumerate() {
        let mut said: Option<(&str, Currencies)> = None;
        for (lang, text) in unit
            .symbol
            .iter()
            .chain(unit.name.iter().flat_map(Text::iter))
        {
            let currencies = of_text(lang, amount(text));
            match &said {
                _ if currencies.is_empty() => {}
                None => said = Some((&unit.id, currencies)),
                Some(first) if first.1.is_disjoint(&currencies) => {
                    let pointer = format!("/units/{index}");
                    review.report(mixed(
                        Term::OneUnit,
                        first,
                        &(&unit.id, currencies),
                        pointer,
                    ));
                    break;
                }
                Some(_) => {}
            }
        }
        units.extend(said.map(|said| (unit.id.as_str(), said)));
    }
    units
}

/// Figures that name another currency than their unit or the first figure in it.
fn figures<'d>(review: &mut Review<'d>, units: &HashMap<&'d str, (&'d str, Currencies)>) {
    let mut firsts = units.clone();
    for (index, figure) in review.dataset().figures.iter().enumerate() {
        let currencies = of_figure(figure);
        if currencies.is_empty() {
            continue;
        }
        let own = (figure.id.as_str(), currencies);
        let first = firsts.entry(&figure.unit).or_insert_with(|| own.clone());
        if first.1.is_disjoint(&own.1) {
            let finding = mixed(Term::OneUnit, first, &own, format!("/figures/{index}/unit"));
            review.report(finding);
        }
    }
}

fn mixed(
    place: Term,
    first: &(&str, Currencies),
    other: &(&str, Currencies),
    at: String,
) -> Finding {
    let list = |currencies: &Currencies| {
        let codes: Vec<&str> = currencies.iter().copied().collect();
        codes.join(", ")
    };
    let finding = Finding::new(Code::MixedCurrencies, at)
        .plain(first.0)
        .plain(list(&first.1));
    finding.plain(other.0).plain(list(&other.1)).term(place)
}

fn of_figure(figure: &Figure) -> Currencies {
    let short = figure.short.iter().flat_map(Text::iter);
    first_named(figure.name.iter().chain(short))
}

fn of_unit(unit: &Unit) -> Currencies {
    first_named(unit.symbol.iter())
}

/// The currencies of the first text that names one: translations name the same.
fn first_named<'t>(texts: impl Iterator<Item = (Lang, &'t str)>) -> Currencies {
    let mut all = texts.map(|(lang, text)| of_text(lang, amount(text)));
    all.find(|currencies| !currencies.is_empty())
        .unwrap_or_default()
}

/// What is counted, without what it is counted per.
fn amount(text: &str) -> &str {
    let pers = Lang::ALL.map(|lang| lang.words().check.per).into_iter();
    let ends = pers.chain(["/"]).filter_map(|per| text.find(per));
    text.get(..ends.min().unwrap_or(text.len())).unwrap_or(text)
}

/// The currencies that a text names.
fn of_text(lang: Lang, text: &str) -> Currencies {
    let words = &lang.words().check;
    let signs = CURRENCIES.iter().filter(|(_, signs)| {
        let mut signs = signs.iter();
        signs.any(|sign| last_place(text, sign).is_some())
    });
    let signs = signs.map(|(code, _)| *code);
    let text = text.to_lowercase();
    let names = NAMES
        .iter()
        .filter(|(_, list)| first_of(&text, list(words)).is_some());
    signs.chain(names.map(|(code, _)| *code)).collect()
}

#[cfg(test)]
pub(super) mod cases {
    use crate::check::case::{Case, Pass, case, edited};
    use crate::locale::finding::Code;

    const UNIT: &str = "{ \"en\": \"people\", \"th\": \"คน\" }";
    const NAME: &str = "\"name\": { \"en\": \"Guests\", \"th\": \"แขก\" }";

    pub(in crate::check) const CASES: &[Case] = &[
        // Of one unit, of two figures in one unit, and of two units in one panel.
        case(
            Code::MixedCurrencies,
            UNIT,
            "{ \"en\": \"RMB\", \"th\": \"บาท\" }",
            "\"RMB\"",
        ),
        edited(
            Code::MixedCurrencies,
            &[
                ("{ \"en\": \"Staff\"", "{ \"en\": \"Cost in euros\""),
                (
                    NAME,
                    "\"name\": { \"en\": \"Cost in yen\", \"th\": \"แขก\" }",
                ),
            ],
            "\"guests\", \"unit\"",
        ),
        edited(
            Code::MixedCurrencies,
            &[
                (
                    "\"t/person\", \"th\": \"ตัน/คน\"",
                    "\"US$\", \"th\": \"US$\"",
                ),
                (
                    "\"index\", \"symbol\": { \"en\": \"\", \"th\": \"\" }",
                    "\"index\", \"symbol\": { \"en\": \"€\", \"th\": \"ยูโร\" }",
                ),
            ],
            "[\"per-head\", \"pue\"]",
        ),
    ];

    pub(in crate::check) const PASSES: &[Pass] = &[
        // One currency, and what another is counted per.
        (UNIT, "{ \"en\": \"RMB\", \"th\": \"หยวน\" }"),
        (UNIT, "{ \"en\": \"US$ per €\", \"th\": \"US$ ต่อ €\" }"),
    ];
}
