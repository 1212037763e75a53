//! Where the pictures go and in which formats, and what is refused before anything is drawn.

use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use color_eyre::Result;
use color_eyre::eyre::bail;

use crate::cli::Export;
use crate::command::CommandError;
use crate::locale::{Lang, fill};
use crate::pictures::{self, PictureFormat};
use crate::printable::spell_path;

/// Where the pictures go.
pub(super) enum Destination<'a> {
    Stdout,
    File(&'a Path),
    Folder(PathBuf),
}

impl<'a> Destination<'a> {
    /// Tells where the pictures go: a name without an extension is a folder's, and one that ends in a
    /// slash.
    pub(super) fn of(options: &'a Export) -> Self {
        let Some(output) = options.output.as_deref() else {
            return Self::Folder(PathBuf::new());
        };
        let ends_in_slash = output.as_os_str().as_encoded_bytes().ends_with(b"/");
        if output.as_os_str() == "-" {
            Self::Stdout
        } else if pictures::is_stream(output) {
            Self::File(output)
        } else if ends_in_slash || output.is_dir() || output.extension().is_none() {
            Self::Folder(output.to_path_buf())
        } else {
            Self::File(output)
        }
    }

    /// Names the file that a page goes to in this format; none for standard output.
    pub(super) fn path(&self, name: &str, format: PictureFormat) -> Option<PathBuf> {
        match self {
            Self::Stdout => None,
            Self::File(path) => Some(path.to_path_buf()),
            Self::Folder(folder) => Some(folder.join(format!("{name}.{}", format.name()))),
        }
    }
}

/// Lists the formats asked for, or else that of the file's name, or else PNG; one file's name and format agree.
pub(super) fn formats(
    options: &Export,
    destination: &Destination<'_>,
    lang: Lang,
) -> Result<Vec<PictureFormat>, CommandError> {
    let talk = &lang.words().talk;
    let mut formats = Vec::new();
    for format in &options.format {
        if !formats.contains(format) {
            formats.push(*format);
        }
    }
    let Destination::File(file) = destination else {
        if formats.is_empty() {
            formats.push(PictureFormat::Png);
        }
        return Ok(formats);
    };
    let name = || spell_path(file);
    let extension = file.extension().and_then(OsStr::to_str);
    let named = extension.and_then(PictureFormat::from_name);
    match (formats.as_slice(), named) {
        ([], Some(named)) => Ok(vec![named]),
        ([], None) => {
            let known = PictureFormat::ALL.map(|format| format!(".{}", format.name()));
            let what = [name(), known.join(", ")];
            Err(CommandError::Usage(fill(talk.no_format, &what)))
        }
        ([format], Some(named)) if *format != named => {
            let what = [name(), named.name().to_owned(), format.name().to_owned()];
            Err(CommandError::Usage(fill(talk.other_format, &what)))
        }
        _ => Ok(formats),
    }
}

/// Fails if one file, or standard output, would have to hold several pictures.
pub(super) fn refuse_overflow(
    options: &Export,
    destination: &Destination<'_>,
    count: usize,
    lang: Lang,
) -> Result<(), CommandError> {
    match (destination, &options.output) {
        (Destination::File(_) | Destination::Stdout, Some(output)) if count > 1 => {
            let talk = &lang.words().talk;
            let output = match destination {
                Destination::Stdout => talk.standard_output.to_owned(),
                Destination::File(_) | Destination::Folder(_) => spell_path(output),
            };
            let what = [count.to_string(), output];
            Err(CommandError::Usage(fill(talk.too_many, &what)))
        }
        _ => Ok(()),
    }
}

/// Fails if bytes that are not text would go to a terminal.
pub(super) fn refuse_terminal(
    destination: &Destination<'_>,
    formats: &[PictureFormat],
    lang: Lang,
) -> Result<(), CommandError> {
    let is_terminal = matches!(destination, Destination::Stdout) && io::stdout().is_terminal();
    match formats.iter().find(|format| format.is_binary()) {
        Some(format) if is_terminal => {
            let name = format.name().to_uppercase();
            Err(CommandError::Usage(fill(
                lang.words().talk.no_binary,
                &[name],
            )))
        }
        _ => Ok(()),
    }
}

/// Fails on the first file that is already there.
pub(super) fn refuse_existing(mut paths: impl Iterator<Item = PathBuf>, lang: Lang) -> Result<()> {
    match paths.find(|path| pictures::is_taken(path) && !pictures::is_stream(path)) {
        Some(path) => bail!(pictures::exists(&path, lang)),
        None => Ok(()),
    }
}
