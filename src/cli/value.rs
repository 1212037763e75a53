//! The values of options: how each is read, and which words it takes.

use std::time::Duration;

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::draft::{DecimalMark, YearEnd};
use crate::locale::finding::Code;
use crate::pictures::{PictureFormat, Preset};
use crate::report::ReportFormat;
use crate::view::LayerKind;

/// A choice, or whatever fits the terminal and the environment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice<T> {
    /// Whatever fits.
    Auto,
    /// This.
    Of(T),
}

/// Reads the code of a kind of finding.
pub(super) fn code() -> impl TypedValueParser<Value = Code> {
    let names = Code::ALL.iter().map(|code| code.name());
    PossibleValuesParser::new(names).try_map(|name| name.parse::<Code>())
}

/// Reads `auto` or one of the names.
pub(super) fn choice<T: Copy + Send + Sync + 'static>(
    choices: impl IntoIterator<Item = (&'static str, T)>,
) -> impl TypedValueParser<Value = Choice<T>> {
    let choices: Vec<(&str, T)> = choices.into_iter().collect();
    let names = choices.iter().map(|(name, _)| *name);
    let names: Vec<&str> = ["auto"].into_iter().chain(names).collect();
    PossibleValuesParser::new(names).map(move |chosen| {
        let found = choices
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(&chosen));
        found.map_or(Choice::Auto, |(_, value)| Choice::Of(*value))
    })
}

/// Reads one of all values of a type by its name.
macro_rules! by_name {
    ($($kind:ty),+) => {
        $(impl ValueEnum for $kind {
            fn value_variants<'a>() -> &'a [Self] {
                &Self::ALL
            }

            fn to_possible_value(&self) -> Option<PossibleValue> {
                Some(PossibleValue::new(self.name()))
            }
        })+
    };
}

by_name!(DecimalMark, Preset, ReportFormat, PictureFormat);

/// Reads the name of a layer that a picture can have.
pub(super) fn layer() -> impl TypedValueParser<Value = LayerKind> {
    let names = LayerKind::ALL.into_iter().filter_map(LayerKind::name);
    PossibleValuesParser::new(names).try_map(|name| {
        let mut kinds = LayerKind::ALL.into_iter();
        kinds
            .find(|kind| {
                kind.name()
                    .is_some_and(|known| known.eq_ignore_ascii_case(&name))
            })
            .ok_or("no layer")
    })
}

/// Reads the last day of a fiscal year.
pub(super) fn year_end(text: &str) -> Result<YearEnd, String> {
    YearEnd::read(text).ok_or_else(|| "expected a month and a day such as 03-31".to_owned())
}

/// Reads a size such as `128x36`: at least 20x6 cells, at most 500x200.
pub(super) fn size(text: &str) -> Result<(u16, u16), String> {
    let parse = || {
        let (width, height) = text.split_once(['x', '×'])?;
        let (width, height) = (width.parse().ok()?, height.parse().ok()?);
        ((20..=500).contains(&width) && (6..=200).contains(&height)).then_some((width, height))
    };
    parse().ok_or_else(|| "expected WIDTHxHEIGHT in cells, from 20x6 to 500x200".to_owned())
}

/// Reads a number of seconds between a tenth and a day.
pub(super) fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text
        .parse()
        .ok()
        .filter(|seconds| (0.1..=86_400.0).contains(seconds));
    let seconds = seconds.map(Duration::from_secs_f64);
    seconds.ok_or_else(|| "expected a number of seconds from 0.1 to 86400".to_owned())
}

/// Reads a scale between a quarter and eight.
pub(super) fn scale(text: &str) -> Result<f32, String> {
    let scale = text
        .parse()
        .ok()
        .filter(|scale| (0.25..=8.0).contains(scale));
    scale.ok_or_else(|| "expected a number from 0.25 to 8".to_owned())
}
