//! Usage errors: what the user typed is made safe to print, and a variable is called by its name.

use clap::Arg;
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue};

use super::Cli;
use crate::printable::spell;

/// The error of an option's value as one of its variable, where the value came from there.
pub(super) fn of_variable(mut error: clap::Error) -> clap::Error {
    let command = Cli::definition();
    let name = error.get(ContextKind::InvalidArg).map(ToString::to_string);
    let option = command
        .get_arguments()
        .find(|option| Some(option.to_string()) == name);
    if let Some(variable) = option.and_then(Arg::get_env) {
        let variable = variable.to_string_lossy().into_owned();
        error.insert(ContextKind::InvalidArg, ContextValue::String(variable));
    }
    error
}

/// The same error with everything that the user typed safe to print.
pub(super) fn spelled(mut error: clap::Error) -> clap::Error {
    let context: Vec<(ContextKind, ContextValue)> = error
        .context()
        .filter_map(|(kind, value)| Some((kind, spelled_value(value)?)))
        .collect();
    for (kind, value) in context {
        error.insert(kind, value);
    }
    error
}

/// A value of an error safe to print; `None` if it is so already.
fn spelled_value(value: &ContextValue) -> Option<ContextValue> {
    let spelled = |text: &str| {
        let spelled = spell(text);
        (spelled != text).then_some(spelled)
    };
    match value {
        ContextValue::String(text) => spelled(text).map(ContextValue::String),
        ContextValue::Strings(texts) => Some(ContextValue::Strings(
            texts.iter().map(|text| spell(text)).collect(),
        )),
        // Without its styles, where there is something to spell in it.
        ContextValue::StyledStrs(texts) => Some(ContextValue::StyledStrs(
            texts
                .iter()
                .map(|text| {
                    spelled(&text.to_string()).map_or_else(|| text.clone(), StyledStr::from)
                })
                .collect(),
        )),
        _ => None,
    }
}
