//! Reads the dataset: the built-in one, a file, or standard input.

use std::path::Path;

use super::{CommandError, import, source};
use crate::check::{self, Finding, Listing};
use crate::dataset::{self, Dataset, Position};
use crate::derive::Ledger;
use crate::draft;
use crate::locale::finding::Severity;
use crate::locale::{Lang, fill};

/// A dataset file as text, with the name it goes by in messages.
pub(super) struct Input {
    pub(super) name: String,
    pub(super) text: String,
}

impl Input {
    /// Reads the text of `path`, of standard input for `-`, or the built-in one.
    pub(super) fn read(path: Option<&Path>, lang: Lang) -> Result<Self, CommandError> {
        let talk = &lang.words().talk;
        let Some(path) = path else {
            let (name, text) = (talk.built_in.to_owned(), dataset::BUILT_IN.to_owned());
            return Ok(Self { name, text });
        };
        let name = source::name(path, lang);
        let bytes = source::bytes(path, lang)?;
        if import::is_named_as_table(path) || draft::is_workbook(&bytes) {
            let text = import::opened(path, &name, &bytes, lang)?;
            let name = fill(talk.dataset_of, &[name]);
            return Ok(Self { name, text });
        }
        let text = String::from_utf8(bytes).map_err(|error| {
            let valid = error.utf8_error().valid_up_to();
            let before = String::from_utf8_lossy(error.as_bytes().get(..valid).unwrap_or_default());
            let position = Position::of(&before, valid);
            CommandError::Dataset(fill(talk.not_utf8, &[name.clone(), position.to_string()]))
        })?;
        // Some editors begin a file with a byte order mark, which JSON does not allow.
        let text = text.trim_start_matches('\u{feff}').to_owned();
        Ok(Self { name, text })
    }

    /// The dataset, if the text has the shape of one.
    pub(super) fn dataset(&self, lang: Lang) -> Result<Dataset, CommandError> {
        check::read(&self.text).map_err(|findings| self.failure(&findings, lang))
    }

    /// Passes what follows from the dataset if the review finds no error in it.
    pub(super) fn review(&self, ledger: &Ledger<'_>, lang: Lang) -> Result<(), CommandError> {
        match check::review(ledger, &self.text, Severity::Error).as_slice() {
            [] => Ok(()),
            errors => Err(self.failure(errors, lang)),
        }
    }

    /// The dataset, if nothing keeps it from being shown, or else the first kind of error in one line.
    pub(super) fn sound(&self, lang: Lang) -> Result<Dataset, String> {
        let first = |errors: &[Finding]| {
            let first = errors.iter().min_by_key(|error| error.code);
            first.map(|error| self.listing(lang, false).line(error))
        };
        let dataset =
            check::read(&self.text).map_err(|errors| first(&errors).unwrap_or_default())?;
        let errors = check::review(&Ledger::new(&dataset), &self.text, Severity::Error);
        first(&errors).map_or(Ok(dataset), Err)
    }

    fn failure(&self, errors: &[Finding], lang: Lang) -> CommandError {
        let list = self.listing(lang, false).text(errors);
        CommandError::Dataset(list.trim_end().to_owned())
    }

    /// How its findings are listed.
    pub(super) const fn listing(&self, lang: Lang, is_coloured: bool) -> Listing<'_> {
        Listing {
            name: self.name.as_str(),
            source: self.text.as_str(),
            lang,
            is_coloured,
        }
    }
}
