//! The shapes of a dataset file: a report with its periods and documents, units, figures and tabs.

mod derived;
mod faults;
mod load;
mod locate;
mod number;
mod panel;
pub mod placeholder;
mod problem;
mod reader;
mod syntax;
mod text;
mod time;
mod when;

use serde::Deserialize;
use strum::{IntoStaticStr, VariantArray};

use crate::locale::Lang;
use crate::quantity::{Domain, Hedge, Literal, Quantity};

pub use derived::{Above, Derived};
pub use faults::faults;
pub use load::{Invalid, load, nearest};
pub use locate::{Position, escape, for_each_text, positions};
pub use number::Number;
pub use panel::{Kind, Order, Panel};
pub use problem::{Problem, Shape, Syntax};
pub use text::Text;
pub use time::{Date, Month};
pub use when::{TimeKind, When};

/// The built-in dataset, as a file.
pub const BUILT_IN: &str = include_str!("../assets/alibaba-fy2023.json");

/// The datasets in the program that a report can start from, by name.
pub const EXAMPLES: [(&str, &str); 1] = [(stem("../assets/alibaba-fy2023.json"), BUILT_IN)];

/// The name of a file without its folder and the extension `.json`.
const fn stem(path: &str) -> &str {
    let (_, name) = path.split_at("../assets/".len());
    name.split_at(name.len() - ".json".len()).0
}

/// The JSON Schema of a dataset file.
pub const SCHEMA: &str = include_str!("../assets/dataset.schema.json");

/// The format this program reads.
pub const FORMAT: u32 = 1;

/// A whole dataset file.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dataset {
    /// Where an editor finds the JSON Schema; not read.
    #[serde(rename = "$schema", default)]
    pub schema: Option<String>,
    /// The version of the format: 1.
    pub format: u32,
    /// Whose report it is, and when and where it was printed.
    pub report: Report,
    /// The units of the figures.
    pub units: Vec<Unit>,
    /// The figures, printed and derived.
    pub figures: Vec<Figure>,
    /// The tabs, from left to right.
    pub tabs: Vec<Tab>,
}

impl Dataset {
    /// Gives every figure what the report says for all and the figure does not say itself.
    fn fill_defaults(&mut self) {
        let Report {
            documents,
            defaults,
            ..
        } = &self.report;
        let only = match documents.as_slice() {
            [document] => Some(&document.id),
            _ => None,
        };
        let document = defaults.document.as_ref().or(only);
        for figure in &mut self.figures {
            if figure.boundary.is_none() {
                figure.boundary.clone_from(&defaults.boundary);
            }
            if let (Some(source), Some(document)) = (&mut figure.source, document)
                && source.document.is_empty()
            {
                source.document.clone_from(document);
            }
        }
    }
}

/// Whose report it is, and when and where it was printed.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// The organisation that reports.
    pub organisation: Text,
    /// The report's title, without the organisation.
    pub title: Text,
    /// The reporting periods, oldest first; the last is the report's own.
    pub periods: Vec<Period>,
    /// The documents the figures were read in.
    pub documents: Vec<Document>,
    /// What holds for every figure that does not say otherwise.
    #[serde(default)]
    pub defaults: Defaults,
}

/// What holds for every figure that does not say otherwise.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Defaults {
    /// What the figures cover.
    #[serde(default)]
    pub boundary: Option<Text>,
    /// The id of the document that they were printed in; of a report with one document that one.
    #[serde(default)]
    pub document: Option<String>,
}

/// A reporting period, both days included.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// The name that values refer to, such as `FY2023`.
    pub id: String,
    /// The first day.
    pub start: Date,
    /// The last day.
    pub end: Date,
    /// What readers see instead of the id.
    #[serde(default)]
    pub name: Option<Text>,
}

impl Period {
    /// Whether it lasts a year, so that a year can name it.
    pub const fn is_year(&self) -> bool {
        matches!(self.days(), 365 | 366)
    }

    /// The length in days: none when it ends before it starts.
    pub const fn days(&self) -> i64 {
        let days = self.end.day_number() - self.start.day_number() + 1;
        if days > 0 { days } else { 0 }
    }

    /// The length in days, as an exact number.
    pub const fn length(&self) -> Quantity {
        Quantity::exact(self.days() as f64, 0)
    }

    /// Whether amounts over the two compare as they are: the lengths differ by three days at most,
    /// as those of months and quarters do, or by three percent of the longer.
    pub const fn is_as_long_as(&self, other: &Self) -> bool {
        let (days, others) = (self.days(), other.days());
        let longer = if days > others { days } else { others };
        let difference = (days - others).abs();
        difference <= 3 || difference * 100 <= longer * 3
    }
}

/// A document that figures were read in.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The name that sources refer to.
    pub id: String,
    /// The title.
    pub title: Text,
    /// The day that it carries, which need not be one of the data.
    #[serde(default)]
    pub date: Option<Date>,
    /// Where it is, or what it points to.
    #[serde(default, deserialize_with = "text::one_line")]
    pub url: Option<String>,
    /// The titles of its sections, in order; sources count from 1.
    #[serde(default)]
    pub sections: Vec<Text>,
    /// What a reader should know about the document.
    #[serde(default)]
    pub notes: Vec<Text>,
}

/// A unit of measurement.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// The name that figures refer to.
    pub id: String,
    /// How its numbers behave.
    pub style: UnitStyle,
    /// What is behind the number: `t CO₂e`, `schools`; for a share the percent sign.
    pub symbol: Text,
    /// The symbol spelled out.
    #[serde(default)]
    pub name: Option<Text>,
    /// How many it is counted per, an exact number: 1e6 for `t CO₂e/RMB million`. A ratio in the unit
    /// is computed with it.
    #[serde(default)]
    pub per: Option<Number>,
}

/// How the numbers of a unit behave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum UnitStyle {
    /// A mass, of emissions or of material.
    Mass,
    /// Any other amount, such as energy or money.
    Amount,
    /// Countable things or people; taken as exact when printed to the last one.
    Count,
    /// Percent of a whole, 0 to 100; changes are percentage points.
    Share,
    /// An amount per something, or a plain ratio that may reach zero.
    Rate,
    /// A number whose zero cannot be reached, such as PUE: changes are differences, never percent.
    Index,
}

impl UnitStyle {
    /// Every style.
    pub const ALL: [Self; 6] = [
        Self::Mass,
        Self::Amount,
        Self::Count,
        Self::Share,
        Self::Rate,
        Self::Index,
    ];

    /// The word of the file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mass => "mass",
            Self::Amount => "amount",
            Self::Count => "count",
            Self::Share => "share",
            Self::Rate => "rate",
            Self::Index => "index",
        }
    }

    /// Whether a period's number grows with its length, so that only equally long ones compare.
    pub const fn is_flow(self) -> bool {
        matches!(self, Self::Mass | Self::Amount | Self::Count)
    }

    /// Which numbers such a unit has.
    pub const fn domain(self) -> Domain {
        match self {
            Self::Count => Domain::Count,
            Self::Share => Domain::Share,
            Self::Mass | Self::Amount | Self::Rate | Self::Index => Domain::Amount,
        }
    }
}

/// One figure of the report: printed at some times, or derived from others.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The name that tabs, messages and formulas refer to.
    pub id: String,
    /// What was measured.
    pub name: Text,
    /// A shorter name for a bar's label or a narrow panel.
    #[serde(default)]
    pub short: Option<Text>,
    /// The unit's id.
    pub unit: String,
    /// What the figure covers.
    #[serde(default)]
    pub boundary: Option<Text>,
    /// Which direction is an improvement: for outcomes, not for activities; no verdict without it.
    #[serde(default)]
    pub better: Option<Better>,
    /// Whose greenhouse-gas account it belongs to, after the GHG Protocol.
    #[serde(default)]
    pub account: Option<Account>,
    /// The printed values, oldest first.
    #[serde(default)]
    pub values: Vec<Value>,
    /// The printed changes.
    #[serde(default)]
    pub changes: Vec<PrintedChange>,
    /// How the figure is computed, when it is not printed.
    #[serde(default)]
    pub derived: Option<Derived>,
    /// Where it was printed; a derived figure has its inputs' sources.
    #[serde(default)]
    pub source: Option<Source>,
    /// What a reader should know.
    #[serde(default)]
    pub notes: Vec<Text>,
}

impl Figure {
    /// The short name, or else the name.
    pub fn short_name(&self, lang: Lang) -> &str {
        self.short.as_ref().unwrap_or(&self.name).get(lang)
    }

    /// The direction that a change is judged by.
    ///
    /// There is none for what measures reduced or others avoided: it is not an outcome itself.
    pub fn judged_by(&self) -> Option<Better> {
        let is_outcome = !matches!(self.account, Some(Account::Reduction | Account::Avoided));
        self.better.filter(|_| is_outcome)
    }
}

/// Which direction is an improvement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, IntoStaticStr, VariantArray)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Better {
    /// Less is better.
    Lower,
    /// More is better.
    Higher,
}

impl Better {
    /// The word of the file.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// Whose greenhouse-gas account a figure belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, IntoStaticStr, VariantArray)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Account {
    /// The organisation's own inventory (Scopes 1 to 3 of the GHG Protocol).
    Inventory,
    /// What the organisation's measures reduced in its own operations.
    Reduction,
    /// What others avoided, against a baseline: outside the inventory, never deducted from it.
    Avoided,
}

impl Account {
    /// The word of the file.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A printed value: of a period, as of a month, in total up to one, or of a time that is not stated.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// The id of the period it covers.
    #[serde(default)]
    pub period: Option<String>,
    /// The month it describes, for a state rather than a flow.
    #[serde(rename = "as-of", default)]
    pub as_of: Option<Month>,
    /// The last month of a running total, which grows from its beginning on.
    #[serde(rename = "up-to", default)]
    pub up_to: Option<Month>,
    /// Says that the document states no time for it.
    #[serde(default)]
    pub time: Option<NoTime>,
    /// The number; its digits are its precision, so write `"4.681e6"`, not `"4681000"`.
    pub value: Number,
    /// To how many decimals it was rounded, whatever digits the number has: -4 for ten thousands.
    #[serde(default)]
    #[cfg_attr(test, schemars(range(min = -15, max = 15)))]
    pub decimals: Option<i8>,
    /// The words before the number.
    #[serde(default)]
    pub hedge: Option<Hedge>,
}

impl Value {
    /// The number with the digits that were printed; `None` when it has none that `decimals` allows.
    pub fn literal(&self) -> Option<Literal> {
        let literal = &self.value.literal;
        match self.decimals {
            Some(decimals) => literal.rounded_to(decimals.into()),
            None => Some(literal.clone()),
        }
    }

    /// The time it describes, unless that is a period; `None` when it names none.
    pub const fn time_without_period(&self) -> Option<When<'static>> {
        match (self.as_of, self.up_to, self.time) {
            (Some(month), ..) => Some(When::AsOf(month)),
            (_, Some(month), _) => Some(When::UpTo(month)),
            (.., Some(NoTime::NotStated)) => Some(When::NotStated),
            (None, None, None) => None,
        }
    }
}

/// Says that a value has no time, so that none is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NoTime {
    /// The document does not state it.
    NotStated,
}

impl NoTime {
    /// The word of the file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotStated => "not-stated",
        }
    }
}

/// A printed change between two periods.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "Change"))]
pub struct PrintedChange {
    /// The id of the earlier period.
    pub from: String,
    /// The id of the later period.
    pub to: String,
    /// The change in percent of the earlier value, negative for a fall.
    pub percent: Number,
}

impl PrintedChange {
    /// The percentage, known to half a unit of its last digit.
    pub fn quantity(&self) -> Quantity {
        Quantity::printed(&self.percent.literal, None, Domain::Any)
    }
}

/// A place in a document.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The document's id; without one the report's default, or its only document.
    #[serde(default)]
    pub document: String,
    /// The section, from 1.
    pub section: u32,
    /// The item within the section, from 1.
    pub item: u32,
}

/// A tab: a message and rows of panels.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tab {
    /// The name that the command line takes.
    pub id: String,
    /// What is on the tab.
    pub title: Text,
    /// The tab in one sentence; numbers only as placeholders such as `{net-emissions.change}`.
    pub message: Text,
    /// The id of the figure that its message speaks of, which is drawn larger than any other.
    pub lead: Option<String>,
    /// What a reader should know about the whole tab.
    #[serde(default)]
    pub notes: Vec<Text>,
    /// The rows of panels, from the top.
    pub rows: Vec<Row>,
}

impl Tab {
    /// The panels in reading order.
    pub fn panels(&self) -> impl Iterator<Item = &Panel> {
        self.rows.iter().flat_map(|row| &row.panels)
    }
}

const fn one() -> u16 {
    1
}

/// A row of panels.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Its share of the height, against the other rows.
    #[serde(default = "one")]
    pub weight: u16,
    /// The panels, from the left.
    pub panels: Vec<Panel>,
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;

    fn period(start: &str, end: &str) -> Period {
        let date = |text: &str| Date::try_from(text.to_owned()).expect("the test writes a day");
        Period {
            id: String::new(),
            start: date(start),
            end: date(end),
            name: None,
        }
    }

    #[test]
    fn compares_years_quarters_and_months_with_their_like() {
        let is_alike = |[a, b, c, d]: [&str; 4]| {
            let (one, other) = (period(a, b), period(c, d));
            assert_eq!(one.is_as_long_as(&other), other.is_as_long_as(&one));
            one.is_as_long_as(&other)
        };
        for alike in [
            ["2023-01-01", "2023-12-31", "2024-01-01", "2024-12-31"],
            ["2022-01-30", "2023-01-28", "2023-01-29", "2024-02-03"],
            ["2023-01-01", "2023-03-31", "2023-07-01", "2023-09-30"],
            ["2023-01-01", "2023-01-31", "2023-02-01", "2023-02-28"],
        ] {
            assert!(is_alike(alike), "{alike:?}");
        }
        for other in [
            ["2022-01-01", "2022-12-31", "2023-01-01", "2023-06-30"],
            ["2022-01-01", "2022-12-31", "2023-01-01", "2024-03-31"],
            ["2022-01-01", "2022-12-31", "2023-01-01", "2023-12-01"],
            ["2023-01-01", "2023-03-31", "2023-04-01", "2023-04-30"],
        ] {
            assert!(!is_alike(other), "{other:?}");
        }
    }

    #[test]
    fn reads_back_the_words_that_it_writes() {
        fn read<T: for<'de> Deserialize<'de>>(name: &str) -> Option<T> {
            serde_json::from_str(&format!("\"{name}\"")).ok()
        }
        for &hedge in Hedge::VARIANTS {
            assert_eq!(read(hedge.name()), Some(hedge));
        }
        for &better in Better::VARIANTS {
            assert_eq!(read(better.name()), Some(better));
        }
        for &account in Account::VARIANTS {
            assert_eq!(read(account.name()), Some(account));
        }
        for style in UnitStyle::ALL {
            assert_eq!(read(style.name()), Some(style));
        }
    }

    /// With `UPDATE_SCHEMA` set, the file is written instead.
    #[test]
    fn ships_the_schema_of_its_own_types() {
        let mut schema = serde_json::to_string_pretty(&schemars::schema_for!(Dataset))
            .expect("a schema is JSON");
        schema.push('\n');
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/dataset.schema.json");
            std::fs::write(path, &schema).expect("the assets can be written");
        }
        assert_eq!(
            schema, SCHEMA,
            "run the test with UPDATE_SCHEMA=1, and again"
        );
    }
}
