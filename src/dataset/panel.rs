//! The panels of a tab: in the file one object a kind, in the program one shape for all.

use serde::Deserialize;
use strum::IntoStaticStr;

use super::{Text, one};

/// A panel: what it draws, the figures on it, and its words.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(with = "File"))]
#[serde(from = "File")]
pub struct Panel {
    /// What it draws.
    pub kind: Kind,
    /// The ids of its figures; `columns` and `gauge` have one.
    pub figures: Vec<String>,
    /// Its title; without one, the name of its only figure.
    pub title: Option<Text>,
    /// What it says in one sentence, when it is shown alone; without one, its first figure in words.
    pub message: Option<Text>,
    /// One line of explanation.
    pub note: Option<Text>,
    /// What the rest of a share is called, on `gauge` and `mix`.
    pub rest: Option<Text>,
    /// The name of the scale that columns of one unit share in a row.
    pub scale: Option<String>,
    /// The order of the bars of `bars`.
    pub order: Order,
    /// Its share of the row's width, against the other panels.
    pub weight: u16,
}

/// What a panel draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Kind {
    /// One figure over the periods, as columns; time runs from left to right.
    Columns,
    /// A share of a whole by period, each on its own 0 to 100% gauge.
    Gauge,
    /// The parts of a whole by period, stacked to 100%.
    Mix,
    /// Several figures of one unit, as horizontal bars.
    Bars,
    /// Numbers that share no axis.
    Cards,
}

impl Kind {
    /// The key of the file.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// The order of bars.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// The longest first.
    #[default]
    Longest,
    /// As the panel lists its figures.
    Listed,
}

/// A panel as the file has it: `{ "columns": { "figure": … } }`.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename = "Panel", rename_all = "kebab-case")]
enum File {
    /// One figure over the periods, as columns.
    Columns(Columns),
    /// A share of a whole by period, each on its own 0 to 100% gauge.
    Gauge(Gauge),
    /// The parts of a whole by period, stacked to 100%.
    Mix(Mix),
    /// Several figures of one unit, as horizontal bars.
    Bars(Bars),
    /// Numbers that share no axis.
    Cards(Cards),
}

#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Columns {
    figure: String,
    /// Panels of one row and unit that name the same scale share it; without a name all do.
    scale: Option<String>,
    title: Option<Text>,
    /// What the panel says in one sentence, when it is shown alone; numbers only as placeholders.
    message: Option<Text>,
    note: Option<Text>,
    #[serde(default = "one")]
    weight: u16,
}

#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Gauge {
    figure: String,
    /// What the rest of the whole is called.
    rest: Option<Text>,
    title: Option<Text>,
    /// What the panel says in one sentence, when it is shown alone; numbers only as placeholders.
    message: Option<Text>,
    note: Option<Text>,
    #[serde(default = "one")]
    weight: u16,
}

#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Mix {
    /// The ids of the parts, all shares of one whole.
    parts: Vec<String>,
    /// What the rest of the whole is called, when the parts are not all of it.
    rest: Option<Text>,
    title: Option<Text>,
    /// What the panel says in one sentence, when it is shown alone; numbers only as placeholders.
    message: Option<Text>,
    note: Option<Text>,
    #[serde(default = "one")]
    weight: u16,
}

#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Bars {
    figures: Vec<String>,
    #[serde(default)]
    order: Order,
    title: Option<Text>,
    /// What the panel says in one sentence, when it is shown alone; numbers only as placeholders.
    message: Option<Text>,
    note: Option<Text>,
    #[serde(default = "one")]
    weight: u16,
}

#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Cards {
    figures: Vec<String>,
    title: Option<Text>,
    /// What the panel says in one sentence, when it is shown alone; numbers only as placeholders.
    message: Option<Text>,
    note: Option<Text>,
    #[serde(default = "one")]
    weight: u16,
}

impl From<File> for Panel {
    fn from(file: File) -> Self {
        let panel = |kind, figures, title, message, note, weight| Self {
            kind,
            figures,
            title,
            message,
            note,
            rest: None,
            scale: None,
            order: Order::default(),
            weight,
        };
        match file {
            File::Columns(Columns {
                figure,
                scale,
                title,
                message,
                note,
                weight,
            }) => Self {
                scale,
                ..panel(Kind::Columns, vec![figure], title, message, note, weight)
            },
            File::Gauge(Gauge {
                figure,
                rest,
                title,
                message,
                note,
                weight,
            }) => Self {
                rest,
                ..panel(Kind::Gauge, vec![figure], title, message, note, weight)
            },
            File::Mix(Mix {
                parts,
                rest,
                title,
                message,
                note,
                weight,
            }) => Self {
                rest,
                ..panel(Kind::Mix, parts, title, message, note, weight)
            },
            File::Bars(Bars {
                figures,
                order,
                title,
                message,
                note,
                weight,
            }) => Self {
                order,
                ..panel(Kind::Bars, figures, title, message, note, weight)
            },
            File::Cards(Cards {
                figures,
                title,
                message,
                note,
                weight,
            }) => panel(Kind::Cards, figures, title, message, note, weight),
        }
    }
}
