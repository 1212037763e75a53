//! The shapes of what a table holds, and how a dataset writes them.

use super::json::Json;
use super::number::PrintedDigits;
use super::time::Span;
use super::{Quote, id};
use crate::dataset::{Account, Better, Month, NoTime, UnitStyle};
use crate::quantity::{Hedge, Literal};

/// What a table holds, for a dataset.
#[derive(Debug, Default)]
pub(super) struct Collected {
    /// The periods, oldest first.
    pub(super) periods: Vec<Span>,
    pub(super) documents: Vec<DraftDocument>,
    pub(super) units: Vec<DraftUnit>,
    pub(super) figures: Vec<DraftFigure>,
}

/// A document by its title.
#[derive(Debug)]
pub(super) struct DraftDocument {
    pub(super) id: String,
    pub(super) title: String,
    /// The titles of its sections, where they are known.
    pub(super) sections: Vec<String>,
}

/// A unit of the figures.
#[derive(Debug)]
pub(super) struct DraftUnit {
    pub(super) id: String,
    pub(super) symbol: String,
    pub(super) style: Option<UnitStyle>,
    /// How many it is counted per.
    pub(super) per: Option<Literal>,
}

/// A figure of the table.
#[derive(Debug, Default)]
pub(super) struct DraftFigure {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) short: Option<String>,
    /// The place of its unit.
    pub(super) unit: usize,
    /// The first row that is about it.
    pub(super) row: usize,
    pub(super) boundary: Option<String>,
    pub(super) better: Option<Better>,
    pub(super) account: Option<Account>,
    /// The values, oldest first.
    pub(super) values: Vec<DraftValue>,
    pub(super) changes: Vec<DraftChange>,
    pub(super) derived: Option<DraftFormula>,
    pub(super) source: Option<DraftSource>,
    pub(super) notes: Vec<String>,
    /// The titles of the tabs that it is on, where the table says so, each with the first row that does.
    pub(super) tabs: Vec<(String, usize)>,
}

/// A value of a figure.
#[derive(Debug)]
pub(super) struct DraftValue {
    pub(super) time: Time,
    pub(super) digits: PrintedDigits,
    pub(super) hedge: Option<Hedge>,
    /// Whether the table says how exact it is.
    pub(super) is_exact: bool,
    /// Whether a workbook stores it as a number.
    pub(super) is_stored: bool,
    pub(super) quote: Quote,
}

/// The time of a value: a period by its id, a month, or none that the document states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Time {
    Period(String),
    AsOf(Month),
    UpTo(Month),
    NotStated,
}

#[derive(Debug)]
pub(super) struct DraftChange {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) percent: Literal,
    pub(super) quote: Quote,
}

#[derive(Debug)]
pub(super) struct DraftFormula {
    kind: &'static str,
    pub(super) inputs: Vec<String>,
    floor: Option<Literal>,
    pub(super) quote: Quote,
}

#[derive(Debug)]
pub(super) struct DraftSource {
    pub(super) document: String,
    pub(super) section: usize,
    pub(super) item: usize,
}

/// A period as a dataset has it.
pub(super) fn period_json(span: &Span) -> Json {
    Json::Object(vec![
        ("id", Json::text(&span.id)),
        ("start", Json::text(span.start.to_string())),
        ("end", Json::text(span.end.to_string())),
    ])
}

impl DraftDocument {
    /// The document as a dataset has it.
    pub(super) fn json(&self, text: &impl Fn(&str) -> Json) -> Json {
        let mut entries = vec![("id", Json::text(&self.id)), ("title", text(&self.title))];
        if !self.sections.is_empty() {
            let sections = self.sections.iter().map(|section| text(section));
            entries.push(("sections", Json::list(sections)));
        }
        Json::Object(entries)
    }
}

impl DraftUnit {
    /// The unit as a dataset has it.
    pub(super) fn json(&self, text: &impl Fn(&str) -> Json) -> Json {
        let style = self.style.unwrap_or(UnitStyle::Amount);
        let mut entries = vec![
            ("id", Json::text(&self.id)),
            ("style", Json::text(style.name())),
            ("symbol", text(&self.symbol)),
        ];
        entries.extend(self.per.iter().map(|per| ("per", Json::literal(per))));
        Json::Object(entries)
    }
}

impl DraftValue {
    /// The number as a dataset writes it.
    pub(super) fn literal(&self) -> Option<Literal> {
        self.digits.literal()
    }

    /// The number.
    pub(super) fn number(&self) -> f64 {
        self.literal().map_or(0.0, |literal| literal.value())
    }
}

impl DraftFigure {
    /// The figure as a dataset has it.
    pub(super) fn json(&self, unit: &str, text: &impl Fn(&str) -> Json) -> Json {
        let mut entries = vec![("id", Json::text(&self.id)), ("name", text(&self.name))];
        entries.extend(self.short.as_ref().map(|short| ("short", text(short))));
        entries.push(("unit", Json::text(unit)));
        entries.extend(
            self.boundary
                .as_ref()
                .map(|boundary| ("boundary", text(boundary))),
        );
        entries.extend(
            self.better
                .map(|better| ("better", Json::text(better.name()))),
        );
        entries.extend(
            self.account
                .map(|account| ("account", Json::text(account.name()))),
        );
        let values: Vec<Json> = self.values.iter().map(DraftValue::json).collect();
        let changes: Vec<Json> = self.changes.iter().map(DraftChange::json).collect();
        for (key, list) in [("values", values), ("changes", changes)] {
            if !list.is_empty() {
                entries.push((key, Json::List(list)));
            }
        }
        entries.extend(
            self.derived
                .as_ref()
                .map(|derived| ("derived", derived.json())),
        );
        entries.extend(self.source.as_ref().map(|source| ("source", source.json())));
        if !self.notes.is_empty() {
            let notes = self.notes.iter().map(|note| text(note));
            entries.push(("notes", Json::List(notes.collect())));
        }
        Json::Object(entries)
    }

    /// Whether a formula gives its values.
    pub(super) const fn is_derived(&self) -> bool {
        self.derived.is_some()
    }
}

impl DraftValue {
    fn json(&self) -> Json {
        let (key, time) = match &self.time {
            Time::Period(id) => ("period", id.clone()),
            Time::AsOf(month) => ("as-of", month.to_string()),
            Time::UpTo(month) => ("up-to", month.to_string()),
            Time::NotStated => ("time", NoTime::NotStated.name().to_owned()),
        };
        let mut entries = vec![(key, Json::text(time))];
        entries.extend(
            self.literal()
                .map(|literal| ("value", Json::literal(&literal))),
        );
        entries.extend(self.hedge.map(|hedge| ("hedge", Json::text(hedge.name()))));
        Json::Object(entries)
    }
}

impl DraftChange {
    fn json(&self) -> Json {
        Json::Object(vec![
            ("from", Json::text(&self.from)),
            ("to", Json::text(&self.to)),
            ("percent", Json::literal(&self.percent)),
        ])
    }
}

impl DraftFormula {
    /// Reads `ratio a b`, `difference a b`, `per-day a`, `above a 1.0`.
    pub(super) fn read(quote: Quote) -> Option<Self> {
        let words: Vec<&str> = quote.text.split_whitespace().collect();
        let (kind, inputs, floor) = match words[..] {
            ["ratio", a, b] => ("ratio", vec![a, b], None),
            ["difference", a, b] => ("difference", vec![a, b], None),
            ["per-day", a] => ("per-day", vec![a], None),
            ["above", a, floor] => ("above", vec![a], Some(Literal::parse(floor)?)),
            _ => return None,
        };
        Some(Self {
            kind,
            inputs: inputs.into_iter().map(id).collect(),
            floor,
            quote,
        })
    }

    fn json(&self) -> Json {
        let mut inputs: Vec<Json> = self.inputs.iter().map(Json::text).collect();
        let formula = match (&self.floor, inputs.len()) {
            (Some(floor), _) => Json::Object(vec![
                ("figure", inputs.swap_remove(0)),
                ("floor", Json::literal(floor)),
            ]),
            (None, 1) => inputs.swap_remove(0),
            (None, _) => Json::List(inputs),
        };
        Json::Object(vec![(self.kind, formula)])
    }
}

impl DraftSource {
    fn json(&self) -> Json {
        Json::Object(vec![
            ("document", Json::text(&self.document)),
            ("section", Json::Number(self.section)),
            ("item", Json::Number(self.item)),
        ])
    }
}
