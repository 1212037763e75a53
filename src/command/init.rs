//! Writes a dataset to start from: a small one, or one of those in the program.

use std::process::ExitCode;

use super::{CommandError, write_file};
use crate::cli::{Choice, Init, Options};
use crate::dataset;
use crate::draft::{self, DraftOptions};
use crate::locale::{Lang, fill};
use crate::printable::spell;

/// Writes the dataset that the options ask for.
pub(super) fn run(init: &Init, options: &Options, lang: Lang) -> Result<ExitCode, CommandError> {
    let text = match &init.from {
        Some(name) => example(name, lang)?.to_owned(),
        None => template(init, options, lang)?,
    };
    write_file(&init.file, &text, init.force, lang)
}

/// The dataset in the program whose name begins with `name`.
fn example(name: &str, lang: Lang) -> Result<&'static str, CommandError> {
    let wanted = name.to_lowercase();
    let mut found = dataset::EXAMPLES
        .iter()
        .filter(|(name, _)| name.starts_with(&wanted));
    if let (Some((_, text)), None) = (found.next(), found.next()) {
        return Ok(text);
    }
    let names: Vec<&str> = dataset::EXAMPLES.iter().map(|(name, _)| *name).collect();
    let arguments = [spell(name), names.join(", ")];
    let talk = &lang.words().talk;
    Err(CommandError::Usage(fill(talk.no_example, &arguments)))
}

/// A small dataset with the organisation and the periods that the options name.
fn template(init: &Init, options: &Options, lang: Lang) -> Result<String, CommandError> {
    let draft_options = DraftOptions {
        lang: Some(match options.lang {
            Choice::Auto => lang,
            Choice::Of(lang) => lang,
        }),
        organisation: init.organisation.clone(),
        year_end: init.year_end,
        ..DraftOptions::default()
    };
    let draft = draft::template(&draft_options, init.periods.as_deref());
    draft.map(|draft| draft.text).map_err(|notes| {
        let texts: Vec<String> = notes.iter().map(|note| note.text_in(lang)).collect();
        CommandError::Usage(texts.join("\n"))
    })
}
