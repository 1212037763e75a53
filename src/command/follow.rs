//! Follows a file: says when its contents may have changed.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use color_eyre::Result;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::pictures;
use crate::system::spawn;

/// How long a folder must be quiet before a change counts: an editor writes a file in several steps.
const QUIET: Duration = Duration::from_millis(30);

/// The most steps that are waited for, so that a file that is written all the time is read at all.
const MOST_STEPS: usize = 20;

/// Why the file is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// It may have changed.
    Change,
    /// Somebody asked for it.
    Request,
}

/// A file that is followed until this is dropped.
pub(super) struct Follower {
    _watcher: RecommendedWatcher,
    reasons: Sender<Reason>,
}

impl Follower {
    /// Calls `look` in a thread of its own after each change of the file at `path`, and on request.
    ///
    /// It watches folders rather than the file, because many editors write a new file and rename it. A
    /// symbolic link is followed where it is and where it leads.
    pub(super) fn start(path: &Path, look: impl FnMut(Reason) + Send + 'static) -> Result<Self> {
        let (reasons, taken) = mpsc::channel();
        let names = names(path);
        let folders: BTreeSet<PathBuf> = names.iter().map(|name| folder(name)).collect();
        let names: BTreeSet<OsString> = names
            .iter()
            .filter_map(|name| name.file_name().map(OsString::from))
            .collect();
        let sender = reasons.clone();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            let is_of_file = event.as_ref().map_or(true, |event| concerns(event, &names));
            if is_of_file {
                // The thread that reads may have ended.
                let _ = sender.send(Reason::Change);
            }
        })?;
        for folder in &folders {
            watcher.watch(folder, RecursiveMode::NonRecursive)?;
        }
        spawn("file", move || look_after_changes(&taken, look))?;
        Ok(Self {
            _watcher: watcher,
            reasons,
        })
    }

    /// What asks for a look although nothing has changed.
    pub(super) fn requests(&self) -> impl Fn() + use<> {
        let reasons = self.reasons.clone();
        move || {
            // The thread that looks lives as long as the follower.
            let _ = reasons.send(Reason::Request);
        }
    }
}

/// The file as it is named, and as it is named where symbolic links lead.
fn names(path: &Path) -> Vec<PathBuf> {
    let mut names = vec![path.to_owned()];
    names.extend(fs::canonicalize(path));
    names
}

fn folder(path: &Path) -> PathBuf {
    pictures::folder(path).to_owned()
}

/// Whether an event says that a file of one of these names may have changed; reading it is no change.
fn concerns(event: &Event, names: &BTreeSet<OsString>) -> bool {
    let mut changed = event.paths.iter().filter_map(|path| path.file_name());
    !matches!(event.kind, EventKind::Access(_))
        && (event.need_rescan() || changed.any(|name| names.contains(name)))
}

/// Looks each time when the steps of a change have ended, until nobody follows the file any more.
///
/// One request among the steps makes it a request.
fn look_after_changes(reasons: &Receiver<Reason>, mut look: impl FnMut(Reason)) {
    while let Ok(mut reason) = reasons.recv() {
        for _ in 0..MOST_STEPS {
            match reasons.recv_timeout(QUIET) {
                Ok(Reason::Request) => reason = Reason::Request,
                Ok(Reason::Change) => {}
                Err(_) => break,
            }
        }
        look(reason);
    }
}

#[cfg(test)]
mod tests {
    use std::error::Error;

    use notify::event::{AccessKind, ModifyKind, RenameMode};

    use super::*;

    #[test]
    fn reading_a_file_is_no_change_of_it() {
        let names = BTreeSet::from(["report.json".into()]);
        let event = |kind, name: &str| Event::new(kind).add_path(Path::new("folder").join(name));
        let renamed = EventKind::Modify(ModifyKind::Name(RenameMode::To));
        assert!(concerns(&event(renamed, "report.json"), &names));
        assert!(!concerns(&event(renamed, "report.json~"), &names));
        let read = EventKind::Access(AccessKind::Read);
        assert!(!concerns(&event(read, "report.json"), &names));
    }

    #[test]
    fn looks_once_after_the_steps_of_a_change() -> Result<(), Box<dyn Error>> {
        let (sender, steps) = mpsc::channel();
        for reason in [Reason::Change, Reason::Request, Reason::Change] {
            sender.send(reason)?;
        }
        drop(sender);
        let mut looks = Vec::new();
        look_after_changes(&steps, |reason| looks.push(reason));
        assert_eq!(looks, [Reason::Request]);
        Ok(())
    }

    #[test]
    fn notices_a_file_that_is_written_again_and_one_that_takes_its_place()
    -> Result<(), Box<dyn Error>> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("report.json");
        fs::write(&path, "1")?;
        let (sender, looks) = mpsc::channel();
        let read = path.clone();
        let follower = Follower::start(&path, move |_| {
            let _ = sender.send(fs::read_to_string(&read).unwrap_or_default());
        })?;
        fs::write(&path, "2")?;
        assert!(looks.iter().any(|text| text == "2"));
        let other = folder.path().join("other");
        fs::write(&other, "3")?;
        fs::rename(&other, &path)?;
        assert!(looks.iter().any(|text| text == "3"));
        drop(follower);
        Ok(())
    }
}
