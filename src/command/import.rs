//! Makes a dataset of a table, and tells what was assumed and what has no place in it.

use std::path::Path;
use std::process::ExitCode;

use super::{CommandError, say, source, write_file};
use crate::check::{self, Listing};
use crate::cli::{Choice, Import, Options};
use crate::draft::{self, Draft, DraftOptions, Unreadable};
use crate::locale::finding::Severity;
use crate::locale::{Lang, fill};
use crate::printable::spell;

/// Reads a table, tells what is to tell, and writes the dataset.
pub(super) fn run(
    import: &Import,
    options: &Options,
    lang: Lang,
) -> Result<ExitCode, CommandError> {
    let draft_options = DraftOptions {
        lang: match options.lang {
            Choice::Auto => None,
            Choice::Of(lang) => Some(lang),
        },
        organisation: import.organisation.clone(),
        file: file_name(&import.file),
        boundary: import.boundary.clone(),
        decimal: import.decimal,
        year_end: import.year_end,
    };
    let name = source::name(&import.file, lang);
    let bytes = source::bytes(&import.file, lang)?;
    let draft = draft(&name, &bytes, import.sheet.as_deref(), &draft_options, lang)?;
    let (_, mut findings) = check::check(&draft.text);
    findings.retain(|finding| finding.severity() == Severity::Error);
    if !findings.is_empty() {
        let listing = Listing {
            name: &name,
            source: &draft.text,
            lang,
            is_coloured: false,
        };
        let list = listing.text(&findings);
        return Err(CommandError::Dataset(list.trim_end().to_owned()));
    }
    let output = import.output.as_deref().unwrap_or_else(|| Path::new("-"));
    write_file(output, &draft.text, import.force, lang)
}

/// The extensions of tables.
const EXTENSIONS: [&str; 7] = ["csv", "tsv", "xlsx", "xlsm", "xlsb", "xls", "ods"];

/// Whether a file is a table by its name.
pub(super) fn is_named_as_table(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| {
        EXTENSIONS
            .iter()
            .any(|known| known.eq_ignore_ascii_case(extension))
    })
}

/// The dataset of a table that is opened as it is, whose notes are told on standard error.
pub(super) fn opened(
    path: &Path,
    name: &str,
    bytes: &[u8],
    lang: Lang,
) -> Result<String, CommandError> {
    let draft_options = DraftOptions {
        file: file_name(path),
        ..DraftOptions::default()
    };
    Ok(draft(name, bytes, None, &draft_options, lang)?.text)
}

/// The name of a file without its folder.
fn file_name(path: &Path) -> Option<String> {
    let name = source::file(Some(path))?.file_name()?;
    Some(name.to_string_lossy().into_owned())
}

/// The dataset of a table, whose notes are told on standard error.
fn draft(
    name: &str,
    bytes: &[u8],
    sheet: Option<&str>,
    draft_options: &DraftOptions,
    lang: Lang,
) -> Result<Draft, CommandError> {
    let talk = &lang.words().talk;
    let sheet = draft::read(bytes, sheet).map_err(|unreadable| {
        let text = match unreadable {
            Unreadable::NotUtf8(row) => fill(talk.table_not_utf8, &[row.to_string()]),
            Unreadable::NotAWorkbook => talk.no_workbook.to_owned(),
            Unreadable::NoSheet => fill(talk.no_sheet, &[spell(sheet.unwrap_or_default())]),
        };
        CommandError::Dataset(format!("{name}: {text}"))
    })?;
    match draft::import(&sheet, draft_options) {
        Ok(draft) => {
            for note in &draft.notes {
                say(&format!("{name}: {}", note.text_in(lang)));
            }
            Ok(draft)
        }
        Err(notes) => {
            let texts: Vec<String> = notes.iter().map(|note| note.text_in(lang)).collect();
            Err(CommandError::Dataset(format!(
                "{name}: {}",
                texts.join("\n")
            )))
        }
    }
}
