//! A file that is written aside and gets its name when it is whole.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

use crate::system::Hold;

/// How the name of a temporary file begins and ends, so that one that was left behind is known as such.
const PREFIX: &str = ".esg-tui-";
const SUFFIX: &str = ".tmp";

/// A file without its name yet, in the folder where it will be; it goes away unless it gets the name.
///
/// It is locked while its writer lives.
pub(super) struct TemporaryFile(NamedTempFile);

impl TemporaryFile {
    /// Writes a temporary file of the file `path`. No signal may end the process while there is one.
    pub(super) fn new(path: &Path, bytes: &[u8], _hold: &Hold) -> io::Result<Self> {
        let mut file = locked(folder(path))?;
        file.as_file_mut().write_all(bytes)?;
        Ok(Self(file))
    }

    /// Gives the temporary file its name; a file of that name goes away.
    pub(super) fn replace(self, path: &Path) -> io::Result<()> {
        self.0.persist(path).map(drop).map_err(|error| error.error)
    }

    /// Gives the temporary file its name unless there is something of that name.
    pub(super) fn create(self, path: &Path) -> io::Result<()> {
        let created = self.0.persist_noclobber(path);
        created.map(drop).map_err(|error| error.error)
    }
}

/// Returns the folder of a file, `.` for a name alone.
pub fn folder(path: &Path) -> &Path {
    let parent = path.parent();
    let parent = parent.filter(|folder| !folder.as_os_str().is_empty());
    parent.unwrap_or_else(|| Path::new("."))
}

/// Makes an empty file with a lock on it.
fn locked(folder: &Path) -> io::Result<NamedTempFile> {
    loop {
        let file = Builder::new()
            .prefix(PREFIX)
            .suffix(SUFFIX)
            .make_in(folder, create)?;
        // Where there are no locks, nobody sweeps.
        let is_locked = file.as_file().try_lock().is_ok();
        // Somebody may have swept it away before it was locked.
        if !is_locked || file.path().exists() {
            return Ok(file);
        }
    }
}

/// Creates a file with the permissions of any new one, rather than one that nobody else may read.
fn create(path: &Path) -> io::Result<File> {
    File::options().write(true).create_new(true).open(path)
}

/// Removes the temporary files that a process left in a folder when it was killed; those of processes that
/// live are locked.
pub fn sweep(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let name = entry.file_name();
        let name = name.as_encoded_bytes();
        let is_named = name.starts_with(PREFIX.as_bytes()) && name.ends_with(SUFFIX.as_bytes());
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_named && is_file {
            let path = entry.path();
            let file = File::open(&path).ok();
            if file.is_some_and(|file| file.try_lock().is_ok()) {
                // One that cannot be removed stays for the next.
                let _ = fs::remove_file(path);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sweeps_what_nobody_writes_any_more() {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let path = |name: &str| folder.path().join(name);
        let names = [".esg-tui-left.tmp", ".esg-tui-used.tmp", ".esg-tui-notes"];
        for name in names {
            fs::write(path(name), "half").expect("there is room for a file");
        }
        let used = File::open(path(names[1])).expect("it was written");
        used.lock().expect("nobody else has it");
        let temporary =
            TemporaryFile::new(&path("page.svg"), b"whole", &Hold::begin()).expect("there is room");
        sweep(folder.path());
        assert_eq!(names.map(|name| path(name).exists()), [false, true, true]);
        temporary
            .create(&path("page.svg"))
            .expect("it was not swept");
        assert_eq!(
            fs::read(path("page.svg")).ok().as_deref(),
            Some(&b"whole"[..])
        );
    }

    #[test]
    fn goes_away_without_a_name() {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let path = folder.path().join("page.svg");
        drop(TemporaryFile::new(&path, b"half", &Hold::begin()).expect("there is room"));
        let entries = fs::read_dir(folder.path()).expect("it is there");
        assert_eq!(entries.count(), 0);
    }
}
