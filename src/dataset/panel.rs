//! The panels of a tab: in the file one object a kind, in the program one shape for all.

use serde::Deserialize;
use strum::IntoStaticStr;

use super::{Number, Text, one};
use crate::quantity::Literal;

/// A panel: what it draws, the figures on it, and its words.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(with = "File"))]
#[serde(from = "File")]
pub struct Panel {
    /// What it draws.
    pub kind: Kind,
    /// The ids of its figures; all but `mix`, `bars` and `cards` have one.
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
    /// Where the axis of `dumbbell` starts.
    pub start: Option<Literal>,
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
    /// The latest value and the one before it on an axis that starts elsewhere than zero.
    Dumbbell,
    /// The latest value as equal squares, of which each stands for a round amount.
    Units,
    /// The step from the value before to the latest, with the change between them.
    Bridge,
}

impl Kind {
    /// The key of the file for its figures, and whether it is a list.
    pub const fn figures(self) -> (&'static str, bool) {
        match self {
            Self::Mix => ("parts", true),
            Self::Bars | Self::Cards => ("figures", true),
            _ => ("figure", false),
        }
    }

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
    /// The latest value and the one before it on an axis that starts elsewhere than zero.
    Dumbbell(Dumbbell),
    /// The latest value as equal squares, of which each stands for a round amount.
    Units(Units),
    /// The step from the value before to the latest, with the change between them.
    Bridge(Bridge),
}

/// Declares what a kind of panel has in the file, apart from what every panel has, and where it goes.
macro_rules! shape {
    ($kind:ident { $($(#[$attribute:meta])* $member:ident: $type:ty,)+ } => { $($field:ident: $value:expr),+ }) => {
        #[derive(Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        struct $kind {
            $($(#[$attribute])* $member: $type,)+
            title: Option<Text>,
            /// What the panel says in one sentence, when it is shown alone; numbers only as placeholders.
            message: Option<Text>,
            note: Option<Text>,
            #[serde(default = "one")]
            weight: u16,
        }

        impl From<$kind> for Panel {
            fn from(shape: $kind) -> Self {
                let $kind { $($member,)+ title, message, note, weight } = shape;
                Self {
                    kind: Kind::$kind,
                    title,
                    message,
                    note,
                    weight,
                    $($field: $value,)+
                    ..Self::EMPTY
                }
            }
        }
    };
}

shape! {
    Columns {
        figure: String,
        /// Panels of one row and unit that name the same scale share it; without a name all do.
        scale: Option<String>,
    } => { figures: vec![figure], scale: scale }
}

shape! {
    Gauge {
        figure: String,
        /// What the rest of the whole is called.
        rest: Option<Text>,
    } => { figures: vec![figure], rest: rest }
}

shape! {
    Mix {
        /// The ids of the parts, all shares of one whole.
        parts: Vec<String>,
        /// What the rest of the whole is called, when the parts are not all of it.
        rest: Option<Text>,
    } => { figures: parts, rest: rest }
}

shape! {
    Bars {
        figures: Vec<String>,
        #[serde(default)]
        order: Order,
    } => { figures: figures, order: order }
}

shape! {
    Cards {
        figures: Vec<String>,
    } => { figures: figures }
}

shape! {
    Dumbbell {
        figure: String,
        /// Where the axis starts, such as 1.0 for the PUE; the panel marks it.
        start: Number,
    } => { figures: vec![figure], start: Some(start.literal) }
}

shape! {
    Units {
        figure: String,
    } => { figures: vec![figure] }
}

shape! {
    Bridge {
        figure: String,
    } => { figures: vec![figure] }
}

impl Panel {
    /// A panel of nothing.
    const EMPTY: Self = Self {
        kind: Kind::Cards,
        figures: Vec::new(),
        title: None,
        message: None,
        note: None,
        rest: None,
        scale: None,
        order: Order::Longest,
        start: None,
        weight: 1,
    };
}

impl From<File> for Panel {
    fn from(file: File) -> Self {
        match file {
            File::Columns(shape) => shape.into(),
            File::Gauge(shape) => shape.into(),
            File::Mix(shape) => shape.into(),
            File::Bars(shape) => shape.into(),
            File::Cards(shape) => shape.into(),
            File::Dumbbell(shape) => shape.into(),
            File::Units(shape) => shape.into(),
            File::Bridge(shape) => shape.into(),
        }
    }
}
