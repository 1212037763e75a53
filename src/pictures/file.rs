//! Writes files whole or not at all, and says why one could not be written.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use color_eyre::Result;
use color_eyre::eyre::{Report, WrapErr, eyre};

use super::format::PictureFormat;
use super::reason::reason;
use super::temporary::TemporaryFile;
use crate::locale::{Lang, fill};
use crate::printable::spell_path;
use crate::system::Hold;

/// Writes a file whole or not at all, and returns where it is.
///
/// An existing one is refused unless `force` is set, a folder always. Behind a symbolic link the file
/// that it leads to is replaced or made, and the link stays. A device or a pipe is written to and
/// never replaced.
pub fn write(path: &Path, bytes: &[u8], force: bool, lang: Lang) -> Result<PathBuf> {
    if path.is_dir() {
        return Err(eyre!(exists(path, lang)));
    }
    if is_stream(path) {
        fs::write(path, bytes).map_err(|error| failed(path, &error))?;
        return Ok(path.to_owned());
    }
    let target = if force {
        target(path).map_err(|error| failed(path, &error))?
    } else {
        path.to_owned()
    };
    let hold = Hold::begin();
    let temporary =
        TemporaryFile::new(&target, bytes, &hold).map_err(|error| failed(path, &error))?;
    let kept = if force {
        temporary.replace(&target)
    } else {
        temporary.create(&target)
    };
    kept.map_err(|error| not_kept(path, &error, lang))?;
    Ok(target)
}

/// Follows symbolic links to where the last one leads, whether or not there is a file.
fn target(path: &Path) -> io::Result<PathBuf> {
    match path.metadata() {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    // Links that go round in a circle were an error above.
    let mut target = path.to_owned();
    while let Ok(next) = target.read_link() {
        target = target.with_file_name("").join(next);
    }
    Ok(target)
}

/// Says why a temporary file could not get its name.
fn not_kept(path: &Path, error: &io::Error, lang: Lang) -> Report {
    if error.kind() == ErrorKind::AlreadyExists {
        eyre!(exists(path, lang))
    } else {
        failed(path, error)
    }
}

/// Makes a folder if only its last part is missing.
pub fn make_folder(path: &Path) -> Result<()> {
    if path.as_os_str().is_empty() || path.is_dir() {
        return Ok(());
    }
    fs::create_dir(path).map_err(|error| failed(path, &error))
}

/// Says what could not be done to a file, and why.
fn failed(path: &Path, error: &io::Error) -> Report {
    eyre!("{}: {}", spell_path(path), reason(error))
}

/// Tells whether something has this name, be it a link to nothing.
pub fn is_taken(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Tells whether what has this name takes bytes without keeping them, such as a device or a pipe.
pub fn is_stream(path: &Path) -> bool {
    let kind = path.metadata().map(|found| found.file_type());
    kind.is_ok_and(|kind| !kind.is_file() && !kind.is_dir())
}

/// Says that a file is there already, or a folder, which nothing replaces.
pub fn exists(path: &Path, lang: Lang) -> String {
    let talk = &lang.words().talk;
    let text = if path.is_dir() {
        talk.is_folder
    } else {
        talk.exists
    };
    fill(text, &[spell_path(path)])
}

/// Writes to the first of `name.EXT`, `name-2.EXT`, … that is free for every extension: all files or none.
pub fn save(
    folder: &Path,
    name: &str,
    files: &[(PictureFormat, Vec<u8>)],
    lang: Lang,
) -> Result<Vec<PathBuf>> {
    for number in 1..10_000 {
        let stem = if number == 1 {
            name.to_owned()
        } else {
            format!("{name}-{number}")
        };
        let path = |format: PictureFormat| folder.join(format!("{stem}.{}", format.name()));
        let paths: Vec<PathBuf> = files.iter().map(|(format, _)| path(*format)).collect();
        if paths.iter().any(|path| is_taken(path)) {
            continue;
        }
        let hold = Hold::begin();
        let temporaries = paths.iter().zip(files);
        let temporaries: Vec<TemporaryFile> = temporaries
            .map(|(path, (_, bytes))| {
                TemporaryFile::new(path, bytes, &hold).map_err(|error| failed(path, &error))
            })
            .collect::<Result<_>>()?;
        for (index, (path, temporary)) in paths.iter().zip(temporaries).enumerate() {
            if let Err(error) = temporary.create(path) {
                for written in &paths[..index] {
                    // What cannot be removed either is told by the folder itself.
                    let _ = fs::remove_file(written);
                }
                return Err(not_kept(path, &error, lang));
            }
        }
        return Ok(paths);
    }
    Err(io::Error::from(ErrorKind::AlreadyExists))
        .wrap_err_with(|| format!("{name}-1 … {name}-9999"))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    const FILES: [(PictureFormat, Vec<u8>); 2] = [
        (PictureFormat::Svg, Vec::new()),
        (PictureFormat::Ansi, Vec::new()),
    ];

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("the folder is there");
        let names = entries.map(|entry| entry.expect("a file has a name").file_name());
        let mut names: Vec<String> = names
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn saves_nothing_where_the_second_file_cannot_be_written() {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        // A name has 255 bytes at most, which leaves room for one extension and not for the other.
        let name = "a".repeat(251);
        let error = save(folder.path(), &name, &FILES, Lang::En).expect_err("the name is too long");
        assert!(error.to_string().contains(".ansi: "), "{error}");
        assert_eq!(names(folder.path()), [""; 0]);
    }

    #[test]
    fn saves_next_to_a_link_to_nothing() {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let link = folder.path().join("page.ansi");
        symlink("nowhere", link).expect("the folder takes a link");
        let saved = save(folder.path(), "page", &FILES, Lang::En).expect("there is room");
        assert_eq!(saved.len(), 2);
        let expected = ["page-2.ansi", "page-2.svg", "page.ansi"];
        assert_eq!(names(folder.path()), expected);
    }
}
